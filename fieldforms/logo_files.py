"""The company's own logo: any picture in, one that is small and still sharp on paper out."""

import io

from PIL import Image, ImageOps

from fieldforms.errors import N_

LOGO_FORMATS = (
    "PNG",
    "JPEG",
    "WEBP",
)  # no SVG: it may hold scripts, and typst and browsers draw it differently
MOST_BYTES_GIVEN = 5_000_000
MOST_PIXELS = 20_000_000
MOST_SIDES = (720, 240)  # 45 x 15 mm at 400 dpi
MOST_LOGO_BYTES = 16_000
COLOURS = 128


class BadLogo(Exception):
    """`why`: a sentence."""

    def __init__(self, why: str):
        super().__init__(why)
        self.why = why


def shrink_logo(body: bytes) -> bytes:
    """PNG, what was transparent still is. Raises BadLogo."""
    if len(body) > MOST_BYTES_GIVEN:
        raise BadLogo(N_("文件太大，最多 5 MB"))
    try:
        return png_of_logo(open_logo(body))
    except BadLogo:
        raise
    except (
        Exception
    ) as error:  # of broken bytes decoders raise anything: OSError, struct.error, SyntaxError, …
        raise BadLogo(N_("读不出来：要完整的 PNG、JPEG 或 WebP 图片")) from error


def open_logo(body: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(body), formats=LOGO_FORMATS)
    if image.width * image.height > MOST_PIXELS:  # known before anything is decoded
        raise BadLogo(N_("像素太多，最多两千万"))
    return image


def png_of_logo(image: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(image)
    drawn = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    drawn.thumbnail(MOST_SIDES, Image.Resampling.LANCZOS)
    drawn.info.clear()  # nobody's place, time or profile
    whole = as_png(drawn)
    return whole if len(whole) <= MOST_LOGO_BYTES else as_png(drawn.quantize(COLOURS))


def as_png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
