"""XLSForm workbooks for tests, made by openpyxl and read by pyxform as a person's would be."""

from pathlib import Path

import openpyxl

ZH, EN = "label::中文 (zh)", "label::English (en)"
CHOICES = [
    {"list_name": "yn", "name": "yes", ZH: "是", EN: "Yes"},
    {"list_name": "yn", "name": "no", ZH: "否", EN: "No"},
]


def question(kind: str, name: str, zh: str = "问", en: str = "Ask", **more) -> dict:
    return {"type": kind, "name": name, ZH: zh, EN: en, **more}


def made(path: Path, survey: list[dict], choices=CHOICES, **settings) -> Path:
    """A workbook whose columns are whatever the rows name. `settings`: form_id, form_title."""
    book = openpyxl.Workbook()
    fill(book.active, "survey", survey)
    fill(book.create_sheet(), "choices", choices)
    fill(book.create_sheet(), "settings", [settings] if settings else [])
    book.save(path)
    return path


def fill(sheet, title: str, rows: list[dict]) -> None:
    sheet.title = title
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if columns:
        sheet.append(columns)
    for row in rows:
        sheet.append([row.get(name) for name in columns])
