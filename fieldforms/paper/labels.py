"""Labels for devices: the code as QR and in type, sheet by sheet or one by one. And those for the two ends of cables, in type alone.

The QR has error correction Q and, while its address is all capitals and no longer than 47 characters,
version 3; the quiet zone of 4 modules lies inside the picture, so no text or edge can come nearer.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from fieldforms.paper import fonts, qr

A4 = (210, 297)
LABEL_WORDS = {
    "zh": {"scan": "扫码报修 / 填单", "phone": "电话", "cables": "线缆标签"},
    "en": {"scan": "Scan to report a fault", "phone": "Tel.", "cables": "Cable labels"},
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
class CableLabel:
    """At one end of a cable (field-data.md §3). `near`: the device that this end goes into; `far`: at the other end."""

    number: str
    near: str
    near_port: str
    far: str
    far_port: str


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


CABLE_LAYOUTS = {
    # The common sheet of 65 (38.1 × 21.2 mm, L7651).
    "a4-5x13": Layout((38.1, 21.2), A4, 0, (5, 13), (4.67, 10.7), (40.64, 21.2)),
    "a4-3x7": LABEL_LAYOUTS["a4-3x7"],
    "50x30": LABEL_LAYOUTS["50x30"],
    "40x20": Layout((40, 20), (40, 20), 0),
}


def cable_labels_as_pdf(labels: Sequence[CableLabel], layout: str, lang: str) -> bytes:
    """As `pdf`, of CABLE_LAYOUTS; two that follow each other are the ends of one cable."""
    said = [{name: fonts.printable_text(text) for name, text in vars(label).items()} for label in labels]
    return compile_labels(said, CABLE_LAYOUTS[layout], lang)


def pdf(labels: Sequence[Label], layout: str, lang: str, service_phone: str = "") -> bytes:
    """The labels in order as PDF, print it at 100 %. Raises KeyError for an unknown layout or language."""
    return compile_labels(
        [_label_data(label) for label in labels], LABEL_LAYOUTS[layout], lang, service_phone
    )


def compile_labels(said: list[dict], layout: Layout, lang: str, service_phone: str = "") -> bytes:
    data = {
        "layout": vars(layout),
        "lang": lang,
        "words": LABEL_WORDS[lang],
        "phone": fonts.printable_text(service_phone),
        "labels": said,
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
