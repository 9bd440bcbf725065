"""Pictures, good and hostile."""

import io
import struct
import zlib

from PIL import Image


def picture(size=(64, 48), format="JPEG", mode="RGB", **options) -> bytes:
    """Left half red, right half blue."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    image.convert(mode).save(out, format, **options)
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


REFUSED = {
    "nothing": b"",
    "text": b"this is no photo",
    "a page": b"<html><script>alert(1)</script></html>",
    "a drawing with scripts": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "a GIF": picture(format="GIF", mode="P"),
    "a BMP": picture(format="BMP"),
    "a TIFF": picture(format="TIFF"),
    "a PDF": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
    "a ZIP": b"PK\x03\x04" + b"\0" * 60,
    "a truncated JPEG": picture((640, 480))[:-2000],
    "a truncated PNG": picture((640, 480), format="PNG")[:-60],
    "a JPEG's head": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\0" * 40,
    "a bomb": bomb(60_000, 60_000),
    "a smaller bomb": bomb(8_000, 5_001),
    "a picture without pixels": bomb(0, 0),
    "a picture of endless width": bomb(0x7FFFFFFF, 1),
    "21 megabytes": b"\xff\xd8" + b"\0" * (21 * 1024 * 1024),
}
