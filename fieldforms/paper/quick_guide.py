"""What hangs on a wall or goes in a pocket: one page, as large as it fits, with a QR code at its foot (简明操作手册 of a room, the
technician's card). Pure."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from fieldforms.paper import fonts, qr

GUIDE_WORDS = {
    "zh": {"on": "开机", "off": "关机：按相反的顺序", "modes": "会议模式", "scan": "扫码打开本房间", "call": "服务电话"},
    "en": {"on": "Switching on", "off": "Off: in the opposite order", "modes": "Modes", "scan": "Scan for this room", "call": "Service"},
}  # fmt: skip


@dataclass(frozen=True)
class GuidePart:
    """A box of lines; `beside`: what stands at the right of its title."""

    title: str
    lines: tuple[str, ...]
    numbered: bool = False
    beside: str = ""


@dataclass(frozen=True)
class QuickGuide:
    """`title`: what it is; `room`: its name, as large as it gets; `place`: client, building, floor. `url`: in the QR code, `scan`:
    what that is for. `phones`: (whose, number). `size`: of the paper, "a4" or "a5"."""

    lang: str
    company: str
    title: str
    room: str
    place: str
    parts: tuple[GuidePart, ...]
    url: str
    scan: str
    phones: tuple[tuple[str, str], ...]
    footer: str = ""
    size: str = "a4"


def parts_of_room(power_on: Sequence[str], modes: Sequence[str], lang: str) -> tuple[GuidePart, ...]:
    """How a room is switched on and off, and what it can do; nothing of what nobody has filled in."""
    words = GUIDE_WORDS[lang]
    parts = (
        GuidePart(words["on"], tuple(power_on), numbered=True, beside=words["off"]),
        GuidePart(words["modes"], tuple(modes)),
    )
    return tuple(part for part in parts if part.lines)


def render_quick_guide(guide: QuickGuide, *, timestamp_ms: int) -> bytes:
    """PDF/A-3b bytes. `timestamp_ms`: UTC milliseconds, the PDF's date."""
    data = {**printable_guide(asdict(guide)), "qr": qr.svg(guide.url, "M", mask=0)}
    inputs = {"guide": json.dumps(data, ensure_ascii=False)}
    return fonts.compile_pdf("quick_guide", inputs, archive=True, timestamp=timestamp_ms // 1000)


def printable_guide(value):
    """As JSON that typst can print."""
    if isinstance(value, str):
        return fonts.printable_text(value)
    if isinstance(value, dict):
        return {name: printable_guide(each) for name, each in value.items()}
    return [printable_guide(each) for each in value] if isinstance(value, list | tuple) else value
