"""What a step is filled with."""

import io

from PIL import Image


def a_photo(size=(640, 480)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "JPEG")
    return out.getvalue()
