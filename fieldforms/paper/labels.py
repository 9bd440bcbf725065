"""Labels for devices: the code as QR and in type, sheet by sheet or one by one.

The QR has error correction Q and, while its address is all capitals and no longer than 47 characters,
version 3; the quiet zone of 4 modules lies inside the picture, so no text or edge can come nearer.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from fieldforms.paper import fonts, qr

A4 = (210, 297)
LABEL_WORDS = {
    "zh": {"scan": "扫码报修 / 填单", "phone": "电话"},
    "en": {"scan": "Scan to report a fault", "phone": "Tel."},
}


@dataclass(frozen=True)
class Label:
    """One label; `name` "" leaves a line to write on (a blank code, bound to its device later)."""

    code: str  # 7K3QF9X2MN
    url: str  # HTTPS://HOST/D/7K3QF9X2MN, the exact address in the QR
    name: str = ""
    place: str = ""
    scan: str = ""  # what scanning is for, where it is not to report a fault or fill a sheet


@dataclass(frozen=True)
class Layout:
    """In millimetres: a label's `size`, the `page`, the side of the `qr`; where several labels share a page
    (`grid`: columns, rows) also the left and top `margin` and the `pitch` from label to label."""

    size: tuple[float, float]
    page: tuple[float, float]
    qr: float
    grid: tuple[int, int] = (1, 1)
    margin: tuple[float, float] = (0, 0)
    pitch: tuple[float, float] = (0, 0)


LABEL_LAYOUTS = {
    # The common self-adhesive A4 sheet of 21 (63.5 × 38.1 mm, L7160); on plain paper ticks guide the knife.
    "a4-3x7": Layout((63.5, 38.1), A4, 31, (3, 7), (7.25, 15.15), (66, 38.1)),
    "60x40": Layout((60, 40), (60, 40), 30),
    "50x30": Layout((50, 30), (50, 30), 25),
}


def pdf(labels: Sequence[Label], layout: str, lang: str, service_phone: str = "") -> bytes:
    """The labels in order as PDF, print it at 100 %. Raises KeyError for an unknown layout or language."""
    chosen = LABEL_LAYOUTS[layout]
    data = {
        "layout": vars(chosen),
        "lang": lang,
        "words": LABEL_WORDS[lang],
        "phone": fonts.printable_text(service_phone),
        "labels": [_label_data(label) for label in labels],
    }
    return fonts.compile_pdf("labels", {"data": json.dumps(data, ensure_ascii=False)})


def group_code(code: str) -> str:
    """The code in halves of five, as people read it aloud: 7K3QF 9X2MN."""
    return " ".join(code[start : start + 5] for start in range(0, len(code), 5))


def _label_data(label: Label) -> dict:
    return {
        "code": group_code(label.code),
        "name": fonts.printable_text(label.name),
        "place": fonts.printable_text(label.place),
        "scan": fonts.printable_text(label.scan),
        "qr": qr.svg(label.url, "Q"),
    }
