"""Photos: checked by content, turned upright, shrunk, stripped of place and camera, kept by digest."""

import io
import warnings
from contextlib import nullcontext
from threading import RLock

from PIL import Image, ImageOps, UnidentifiedImageError

from fieldforms.errors import N_, BadPhoto
from fieldforms.store.database import transaction
from fieldforms.store.files import files
from fieldforms.store.models import File, Room

# Format → most pixels. A JPEG is shrunk while it is decoded, but a progressive one costs six bytes a pixel first; the
# others cost their full size, a WebP (of a chat, an editor: no phone's camera writes it) four times over.
FORMATS = {"JPEG": 40_000_000, "PNG": 16_000_000, "WEBP": 8_000_000}
PROGRESSIVE = 16_000_000
LARGE = 4_000_000  # pixels
LARGE_BYTES = 4 * 1024 * 1024
WEBP = b"WEBP"  # takes its memory when it is opened, before anybody can look at its size
LONGEST_SIDE = 1600
READABLE_SIDE = 720  # of what is far longer than wide (a screenshot of a whole chat), as it stands on a phone
MOST_PIXELS_KEPT = 8_000_000  # pixels
WHITE = (255, 255, 255, 255)
MOST_PHOTO_BYTES = 20 * 1024 * 1024
PHOTO_TYPE = "image/jpeg"
ORIENTATION = 0x0112  # Exif's tag

# Who holds it reads and decodes what is large: several at once, and a few strangers' photos would take all the memory.
alone = RLock()

warnings.simplefilter("error", Image.DecompressionBombWarning)


def may_be_taken_in(room: Room | None) -> bool:
    """Where no phones may be there is none to take them with."""
    return room is None or not (room.no_cameras or room.no_phones)


def keep_photo(draft: str, sent: str, body: bytes) -> File:
    """Store one photo for a draft; the same bytes sent again give the same file. Raises BadPhoto."""
    known = files.uploaded_file(draft, sent)
    if known:
        return known
    clean = clean_photo(body)
    with transaction():
        file = files.keep_file(clean, PHOTO_TYPE)
        files.note_upload(draft, sent, file)
        return file


def clean_photo(body: bytes) -> bytes:
    """A fresh JPEG without EXIF, as large as `size_to_keep`; pixels are counted before anything is decoded."""
    if len(body) > MOST_PHOTO_BYTES:
        raise BadPhoto(why=N_("文件太大"))
    try:
        apart = body[8:12] == WEBP or count_pixels(open_image(body)) > LARGE
        with alone if apart else nullcontext():
            return shrink_image(body)
    except BadPhoto:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPhoto(why=N_("不是可用的图片（JPEG、PNG、WebP）")) from error
    except (
        Exception
    ) as error:  # of broken or hostile bytes decoders raise anything: struct.error, TypeError, …
        raise BadPhoto(why=N_("图片已损坏")) from error


def open_image(body: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(body), formats=tuple(FORMATS))
    most = PROGRESSIVE if "progressive" in image.info else FORMATS[image.format or ""]
    if count_pixels(image) > most:
        raise BadPhoto(why=N_("像素太多"))
    return image


def count_pixels(image: Image.Image) -> int:
    return image.width * image.height


def shrink_image(body: bytes) -> bytes:
    """Small before it is turned: each step at full size would cost its memory once more."""
    image = open_image(body)
    exif, size = image.getexif(), size_to_keep(image)
    image.draft("RGB", size)
    small = on_white(image, size) if image.has_transparency_data else image.convert("RGB")
    image.close()
    small.thumbnail(size)
    small.info.clear()  # a JPEG's comment would be written again
    small.getexif().update({ORIENTATION: exif.get(ORIENTATION, 1)})
    upright = ImageOps.exif_transpose(small)
    upright.info.clear()
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=82, optimize=True, exif=b"")
    return out.getvalue()


def size_to_keep(image: Image.Image) -> tuple[int, int]:
    """No side longer than LONGEST_SIDE, unless the other one would be too narrow to be read."""
    sides = sorted(image.size)
    wanted = max(LONGEST_SIDE / sides[1], READABLE_SIDE / sides[0])
    scale = min(1, wanted, (MOST_PIXELS_KEPT / count_pixels(image)) ** 0.5)
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def on_white(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """What is transparent shows paper: a JPEG would show it black."""
    image.load()
    drawn = image if image.mode == "RGBA" else image.convert("RGBA")
    drawn.thumbnail(size)
    return Image.alpha_composite(Image.new("RGBA", drawn.size, WHITE), drawn).convert("RGB")
