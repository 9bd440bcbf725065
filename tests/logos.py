"""A company's logo, as people have one."""

import io

from PIL import Image, ImageDraw


def a_logo(kind: str = "PNG", mode: str = "RGBA", size: tuple[int, int] = (1500, 420), **options) -> bytes:
    """A disc on nothing, or on white."""
    image = Image.new("RGBA", size, (0, 0, 0, 0) if mode == "RGBA" else "white")
    ImageDraw.Draw(image).ellipse((10, 10, size[1] - 10, size[1] - 10), fill="#20418f")
    out = io.BytesIO()
    image.convert(mode).save(out, kind, **options)
    return out.getvalue()
