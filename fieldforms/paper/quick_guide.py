"""简明操作手册: how a room is run, on one A4 page, as large as it fits, to hang beside the rack. Pure."""

import json
from dataclasses import dataclass

from fieldforms.paper import fonts, qr

GUIDE_WORDS = {
    "zh": {"on": "开机", "off": "关机：按相反的顺序", "modes": "会议模式", "scan": "扫码打开本房间", "call": "服务电话"},
    "en": {"on": "Switching on", "off": "Off: in the opposite order", "modes": "Modes", "scan": "Scan for this room", "call": "Service"},
}  # fmt: skip


@dataclass(frozen=True)
class QuickGuide:
    """`title`: what it is; `room`: its name, as large as it gets; `place`: client, building, floor. `url`: in the QR code.
    `phones`: (whose, number)."""

    lang: str
    company: str
    title: str
    room: str
    place: str
    power_on: tuple[str, ...]
    modes: tuple[str, ...]
    url: str
    phones: tuple[tuple[str, str], ...]
    footer: str = ""


def render_quick_guide(guide: QuickGuide, *, timestamp_ms: int) -> bytes:
    """PDF/A-3b bytes. `timestamp_ms`: UTC milliseconds, the PDF's date."""
    clean = fonts.printable_text
    data = {
        **{name: clean(getattr(guide, name)) for name in ("company", "title", "room", "place", "footer")},
        **{name: [clean(line) for line in getattr(guide, name)] for name in ("power_on", "modes")},
        "phones": [[clean(whose), clean(number)] for whose, number in guide.phones],
        "lang": guide.lang,
        "words": GUIDE_WORDS[guide.lang],
        "qr": qr.svg(guide.url, "M", mask=0),
    }
    inputs = {"guide": json.dumps(data, ensure_ascii=False)}
    return fonts.compile_pdf("quick_guide", inputs, archive=True, timestamp=timestamp_ms // 1000)
