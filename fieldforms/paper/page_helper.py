"""The helper process in which strangers' PDFs and pictures are opened (fieldforms/helper_processes.py); page_pictures.py asks it."""

import io
from contextlib import closing

import pypdfium2
from PIL import Image, ImageOps

from fieldforms.helper_processes import CannotRead, Verb, serve_requests

MOST_PAGE_MEMORY = 1536 * 1024 * 1024  # bytes, where the system can be told
MOST_IMAGE_PIXELS = 60_000_000
MOST_PAGE_PIXELS = 8_000_000
MOST_PAGE_TEXT = 20_000  # characters of a page
QUALITIES = (78, 62, 48, 34)
PASSWORD_ERROR = "password"
IMAGE_FORMATS = ("JPEG", "PNG", "WEBP")

Image.MAX_IMAGE_PIXELS = MOST_IMAGE_PIXELS


def count_pages(path: str) -> tuple[dict, bytes]:
    with closing(open_pdf(path)) as pdf:
        return {"pages": len(pdf)}, b""


def open_pdf(path: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(PASSWORD_ERROR if PASSWORD_ERROR in str(error).lower() else "damaged") from error


def measure_image(path: str) -> tuple[dict, bytes]:
    """Is it one that can be shown? Nothing is decoded."""
    with open_image(path) as image:
        return {"pages": 1, "size": image.size}, b""


def open_image(path: str) -> Image.Image:
    try:
        image = Image.open(path, formats=IMAGE_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise CannotRead("pixels") from error
    if image.width * image.height > MOST_IMAGE_PIXELS:
        raise CannotRead("pixels")
    return image


def read_texts(path: str, first: int, last: int) -> tuple[dict, bytes]:
    """The texts of these pages, from 1, both included; "" of one that cannot be read."""
    with closing(open_pdf(path)) as pdf:
        return {"texts": [text_of_page(pdf, number) for number in range(first, min(last, len(pdf)) + 1)]}, b""


def text_of_page(pdf: pypdfium2.PdfDocument, number: int) -> str:
    try:
        with closing(pdf[number - 1]) as page, closing(page.get_textpage()) as text:
            count = min(text.count_chars(), MOST_PAGE_TEXT)
            return text.get_text_range(0, count) if count else ""
    except Exception:  # noqa: BLE001  the other pages may still be found
        return ""


def draw_page(path: str, number: int, width: int, most_bytes: int) -> tuple[dict, bytes]:
    """A page of a PDF as WebP, so many pixels wide, or fewer for what is very tall."""
    with closing(open_pdf(path)) as pdf:
        if number > len(pdf):
            raise CannotRead("no such page")
        with closing(pdf[number - 1]) as page:
            wide, high = page.get_size()
            return encode_picture(page.render(scale=scale_of_page(wide, high, width)).to_pil(), most_bytes)


def scale_of_page(wide: float, high: float, width: int) -> float:
    scale = width / max(wide, 1)
    pixels = wide * high * scale * scale
    return scale if pixels <= MOST_PAGE_PIXELS else scale * (MOST_PAGE_PIXELS / pixels) ** 0.5


def draw_image(path: str, number: int, width: int, most_bytes: int) -> tuple[dict, bytes]:
    """As `draw_page`, of a photo or a picture: upright, on white, without what it says of place and camera."""
    if number != 1:
        raise CannotRead("no such page")
    with open_image(path) as image:
        image.draft("RGB", (width * 2, width * 8))
        image.thumbnail((width * 2, width * 8))  # small before it is turned
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((width, width * 4))
        return encode_picture(upright, most_bytes)


def encode_picture(picture: Image.Image, most_bytes: int) -> tuple[dict, bytes]:
    """As good as it can be in so many bytes; smaller where nothing else helps."""
    plain = on_white(picture)
    while True:
        for quality in QUALITIES:
            out = io.BytesIO()
            plain.save(out, "WEBP", quality=quality, method=2)
            if out.tell() <= most_bytes:
                return {"size": plain.size}, out.getvalue()
        plain = plain.resize((max(1, plain.width * 3 // 4), max(1, plain.height * 3 // 4)))


def on_white(picture: Image.Image) -> Image.Image:
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    white.alpha_composite(seen)
    return white.convert("RGB")


PAGE_VERBS: dict[str, Verb] = {
    "count_pages": count_pages,
    "measure_image": measure_image,
    "read_texts": read_texts,
    "draw_page": draw_page,
    "draw_image": draw_image,
}

if __name__ == "__main__":
    serve_requests(PAGE_VERBS, MOST_PAGE_MEMORY)
