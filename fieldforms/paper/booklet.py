"""A booklet: running text with tables, bars, drawings and advice between, on the company's paper (manuals, rules, reports).

typst/booklet.typ draws; all data reach it as one JSON string, so that nothing in them is read as markup. Pure: no
database, no Flask. The same booklet and timestamp give the same bytes.
"""

import hashlib
import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import ClassVar

from fieldforms.paper import fonts
from fieldforms.paper.diagram_pdf import PrintedDrawing
from fieldforms.paper.month import REPORT_WORDS, ReportTable


@dataclass(frozen=True)
class BookletHeading:
    KIND: ClassVar[str] = "heading"
    text: str
    level: int = 2  # or 3; the title is the first


@dataclass(frozen=True)
class BookletText:
    """One paragraph."""

    KIND: ClassVar[str] = "paragraph"
    text: str


@dataclass(frozen=True)
class BookletItems:
    """Lines, with numbers before them or without."""

    KIND: ClassVar[str] = "items"
    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class BookletTable:
    KIND: ClassVar[str] = "table"
    table: ReportTable


@dataclass(frozen=True)
class BookletAdvice:
    """What is kept together under its title: (label, text), the text by its own lines."""

    KIND: ClassVar[str] = "advice"
    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class BookletBars:
    """(label, how many), in columns beside each other."""

    KIND: ClassVar[str] = "bars"
    title: str
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class BookletDrawing:
    """On pages of its own. `drawings`: as diagram_pdf.print_diagram gives them."""

    KIND: ClassVar[str] = "drawing"
    title: str
    drawings: tuple[PrintedDrawing, ...]


@dataclass(frozen=True)
class BookletPictures:
    """Beside each other: (file below the booklet's folder, what it shows)."""

    KIND: ClassVar[str] = "pictures"
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class BookletPhotos:
    """Two beside each other: (JPEG, what it shows)."""

    KIND: ClassVar[str] = "photos"
    rows: tuple[tuple[bytes, str], ...]


BookletBlock = (
    BookletHeading
    | BookletText
    | BookletItems
    | BookletTable
    | BookletAdvice
    | BookletBars
    | BookletDrawing
    | BookletPictures
    | BookletPhotos
)


@dataclass(frozen=True)
class Booklet:
    """`about`: whose it is, below the title. `facts`: (label, value), two on a line. `parties`: who signs at the end, with
    their names. `warning`: what must not be overlooked, e.g. that it stays in the house."""

    lang: str
    company: str
    title: str
    about: str
    blocks: tuple[BookletBlock, ...]
    facts: tuple[tuple[str, str], ...] = ()
    parties: tuple[tuple[str, str], ...] = ()
    warning: str = ""
    footer: str = ""


def render_booklet(booklet: Booklet, *, timestamp_ms: int, folder: Path = fonts.TEMPLATES) -> bytes:
    """PDF/A-3b bytes. `timestamp_ms`: UTC milliseconds, the PDF's date; `folder`: of its pictures, where it has some (and then no
    photos)."""
    with tempfile.TemporaryDirectory(prefix="fieldforms-") as own:
        data = {
            **{each.name: printable_value(getattr(booklet, each.name)) for each in fields(booklet)},
            "blocks": [{"kind": block.KIND, **printable_block(block, Path(own))} for block in booklet.blocks],
            "words": REPORT_WORDS[booklet.lang],
        }
        root = own if any(Path(own).iterdir()) else folder
        inputs = {"booklet": json.dumps(data, ensure_ascii=False)}
        return fonts.compile_pdf(
            "booklet", inputs, root=str(root), archive=True, timestamp=timestamp_ms // 1000
        )


def printable_block(block: BookletBlock, folder: Path) -> dict:
    """`folder`: where its photos are written, for typst to read."""
    if not isinstance(block, BookletPhotos):
        return printable_value(block)
    names = [f"{hashlib.sha256(photo).hexdigest()}.jpg" for photo, _caption in block.rows]
    for name, (photo, _caption) in zip(names, block.rows, strict=True):
        (folder / name).write_bytes(photo)
    captions = [fonts.printable_text(caption) for _photo, caption in block.rows]
    return {"rows": [*zip(names, captions, strict=True)]}


def printable_value(value):
    """As JSON that typst can print; a drawing stays what it is."""
    if isinstance(value, str):
        return value if value.startswith("<svg ") else fonts.printable_text(value)
    if is_dataclass(value):
        return {each.name: printable_value(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {name: printable_value(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [printable_value(each) for each in value]
    return value
