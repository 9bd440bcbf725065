"""Photos as paper has them: upright and small. Pure: no database, no Flask."""

import io

from PIL import Image, ImageOps

PHOTO_PIXELS = 1000  # the longer side; 300 dpi in the appendix


def shrink_photo(photo: bytes) -> bytes | None:
    """A JPEG of at most PHOTO_PIXELS; None when these bytes are no picture: a sheet prints even so."""
    try:
        with Image.open(io.BytesIO(photo), formats=("JPEG", "PNG", "WEBP")) as image:
            image.draft("RGB", (PHOTO_PIXELS, PHOTO_PIXELS))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((PHOTO_PIXELS, PHOTO_PIXELS))
            out = io.BytesIO()
            upright.convert("RGB").save(out, "JPEG", quality=80)
            return out.getvalue()
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
