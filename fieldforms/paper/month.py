"""A report over a time as a PDF: facts, tables, and places for both parties' signature and stamp (运维月报).

typst/month.typ draws; all data reach it as one JSON string, so that nothing in them is read as markup. Pure: no
database, no Flask. The same report and timestamp give the same bytes.
"""

import json
from dataclasses import asdict, dataclass

from fieldforms.paper import fonts

REPORT_WORDS = {
    "zh": {
        "page": "第 {page} 页 共 {pages} 页",
        "colon": "：",
        "none": "无",
        "lacking": "〓：本字体没有的字，原文在系统里。",
        "signature": "签字",
        "stamp": "盖章",
        "date": "日期",
        "blank_date": "　　　　年　　月　　日",
        "confirmed": "以上内容双方核对无误",
    },
    "en": {
        "page": "Page {page} of {pages}",
        "colon": ":",
        "none": "None",
        "lacking": "Double bars stand for what this typeface lacks; the original is in the system.",
        "signature": "Signature",
        "stamp": "Stamp",
        "date": "Date",
        "blank_date": "",
        "confirmed": "Both parties have checked the above",
    },
}


@dataclass(frozen=True)
class ReportColumn:
    """`width`: its share of the page beside the others; `figure`: numbers, to the right."""

    label: str
    width: int = 1
    figure: bool = False


@dataclass(frozen=True)
class ReportTable:
    """`rows` have as many cells as there are columns; without rows the table says so in one line. `summed`: the last row is the sum
    of the others, and in a booklet never alone on a page."""

    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    number_at: int | None = None  # which cell is the sheet's number, where each row is about one
    summed: bool = False


@dataclass(frozen=True)
class ClientReport:
    """`facts`: (label, value), two on a line. `boxes`: headings of room to write in by hand. `parties`: who signs, e.g. 客户 and 服务单位, with their names."""

    lang: str
    company: str
    title: str
    period: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[ReportTable, ...]
    parties: tuple[tuple[str, str], ...]
    boxes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    footer: str = ""
    issued: str = ""  # when and by whom, once it was


def report_as_data(report: ClientReport) -> dict:
    """To be kept as JSON, and read again by `report_of_data`."""
    return asdict(report)


def report_of_data(data: dict) -> ClientReport:
    tables = tuple(
        ReportTable(
            **table
            | {
                "columns": tuple(ReportColumn(**column) for column in table["columns"]),
                "rows": tuple(map(tuple, table["rows"])),
            }
        )
        for table in data["tables"]
    )
    pairs = {name: tuple(map(tuple, data[name])) for name in ("facts", "parties")}
    lists = {name: tuple(data[name]) for name in ("boxes", "notes")}
    return ClientReport(**data | pairs | lists | {"tables": tables})


def render_report(report: ClientReport, *, timestamp_ms: int) -> bytes:
    """The report as PDF/A-3b bytes. `timestamp_ms`: UTC milliseconds, the PDF's date."""
    data = json.dumps(_report_data(report), ensure_ascii=False)
    return fonts.compile_pdf("month", {"report": data}, archive=True, timestamp=timestamp_ms // 1000)


def lacking_notes(report: ClientReport) -> list[str]:
    """What a 〓 is, where one stands."""
    text = json.dumps(asdict(report), ensure_ascii=False)
    return [REPORT_WORDS[report.lang]["lacking"]] if fonts.lacking_characters([text]) else []


def _report_data(report: ClientReport) -> dict:
    clean = fonts.printable_text
    return {
        "lang": report.lang,
        "words": REPORT_WORDS[report.lang],
        "company": clean(report.company),
        "title": clean(report.title),
        "period": clean(report.period),
        "facts": [[clean(label), clean(value)] for label, value in report.facts],
        "tables": [
            {
                "title": clean(table.title),
                "columns": [vars(column) | {"label": clean(column.label)} for column in table.columns],
                "rows": [[clean(cell) for cell in row] for row in table.rows],
            }
            for table in report.tables
        ],
        "boxes": [clean(box) for box in report.boxes],
        "parties": [[clean(label), clean(name)] for label, name in report.parties],
        "notes": [clean(note) for note in (*report.notes, *lacking_notes(report))],
        "footer": clean(report.footer),
    }
