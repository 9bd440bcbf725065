"""Photos: checked by content, turned upright, shrunk, stripped of place and camera, kept by digest."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from fieldforms.errors import N_, BadPhoto
from fieldforms.store import files
from fieldforms.store.database import transaction
from fieldforms.store.models import File

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600
MOST_BYTES = 20 * 1024 * 1024
MEDIA_TYPE = "image/jpeg"

warnings.simplefilter("error", Image.DecompressionBombWarning)


def keep(draft: str, sent: str, body: bytes) -> File:
    """Store one photo for a draft; the same bytes sent again give the same file. Raises BadPhoto."""
    known = files.uploaded(draft, sent)
    if known:
        return known
    clean = cleaned(body)
    with transaction():
        file = files.keep(clean, MEDIA_TYPE)
        files.upload(draft, sent, file)
        return file


def cleaned(body: bytes) -> bytes:
    """A fresh JPEG of at most 1600 px without EXIF; pixels are counted before anything is decoded."""
    if len(body) > MOST_BYTES:
        raise BadPhoto(why=N_("文件太大"))
    try:
        image = Image.open(io.BytesIO(body), formats=FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise BadPhoto(why=N_("像素太多"))
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image).convert("RGB")
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright.info.clear()  # a JPEG's comment would be written again
        out = io.BytesIO()
        upright.save(out, "JPEG", quality=82, optimize=True)
        return out.getvalue()
    except BadPhoto:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPhoto(why=N_("不是可用的图片（JPEG、PNG、WebP）")) from error
    except (
        Exception
    ) as error:  # of broken or hostile bytes decoders raise anything: struct.error, TypeError, …
        raise BadPhoto(why=N_("图片已损坏")) from error
