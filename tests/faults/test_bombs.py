"""Pictures that cost memory: eight at once and the server stays small (quality.md: under 300 MB)."""

import io
from functools import cache, partial
from pathlib import Path
from random import Random

from PIL import Image

from fieldforms.flow.files.photos import FORMATS, PROGRESSIVE
from fieldforms.flow.filling.drafts import new_uuid
from tests.faults.disk import impossible
from tests.faults.house import serving
from tests.flow.files.hands import bomb
from tests.shared import at_once

MOST_MEGABYTES = 300


def largest(format: str, mode: str, most: int | None = None, **options) -> bytes:
    """As many pixels as are taken, lying on their side."""
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x0112] = 6
    Image.new(mode, (4000, (most or FORMATS[format]) // 4000)).save(out, format, exif=exif, **options)
    return out.getvalue()


@cache
def noise(side: int) -> bytes:
    """A JPEG that no compression makes smaller: three bytes a pixel."""
    out = io.BytesIO()
    Image.frombytes("RGB", (side, side), Random(side).randbytes(side * side * 3)).save(
        out, "JPEG", quality=97, subsampling=0
    )
    return out.getvalue()


PICTURES = {
    "bombs": (partial(bomb, 60_000, 60_000), 422),
    "pictures of endless width": (partial(bomb, 0x7FFFFFFF, 1), 422),
    "large PNGs": (partial(largest, "PNG", "RGBA", compress_level=1), 201),
    "large WebPs": (partial(largest, "WEBP", "RGBA", method=0), 201),
    "large JPEGs": (partial(largest, "JPEG", "RGB"), 201),
    "large progressive JPEGs": (
        partial(largest, "JPEG", "RGB", PROGRESSIVE, progressive=True, subsampling=0),
        201,
    ),
    "too large progressive JPEGs": (partial(largest, "JPEG", "RGB", progressive=True), 422),
    "JPEGs of many bytes": (partial(noise, 2_550), 201),
    "JPEGs of too many bytes": (partial(noise, 2_900), 422),
}


def test_eight_at_once_leave_the_server_small(house):
    with serving(house) as server:
        for what, (make, status) in PICTURES.items():
            answers = at_once(*[partial(send, server, make())] * 8)
            assert {getattr(answer, "status", answer) for answer in answers} == {status}, what
            assert megabytes_at_most(server.process.pid) < MOST_MEGABYTES, what


def send(server, body: bytes):
    return server.phone().send("POST", f"/drafts/{new_uuid()}/photos/_", body)


def megabytes_at_most(pid: int) -> int:
    """Of resident memory since the process began."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        impossible("there is no /proc here")
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1024
