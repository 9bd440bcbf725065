"""A workbook as pyxform reads it: bounded, and without the cells and rows for which pyxform would refuse all of it."""

import re
from dataclasses import fields
from pathlib import Path

from fieldforms.errors import N_, BadList, Mistake, Problem
from fieldforms.flow.importing import file_bounds

MOST_WORKBOOK_BYTES = 4 * 1024 * 1024
MOST_WORKBOOK_CELLS = 100_000  # that say something
MOST_WORKBOOK_ROWS = 2_000
MOST_WORKBOOK_CHOICES = 20_000  # of all questions together
MOST_REFUSALS = 50  # each costs another reading
FILLED_CELL = re.compile(rb"<(?:\w+:)?(?:v|is|si)[ >]")
ROW_OF_REFUSAL = re.compile(r"\[row : (\d+)\]")
SHEET_OF_REFUSAL = re.compile(r"On the '(\w+)' sheet")
CHOICE_OF_REFUSAL = re.compile(r"See \[(.*)\] in \[(.*)\]")
BEGINS_OR_ENDS = re.compile(r"(begin|end)[ _]", re.IGNORECASE)
NOT_TAKEN = N_("pyxform 不接受，没有带过来：%(why)s")


class NoPyxform(Problem):
    sentence = N_("读 XLSForm 工作簿要用 pyxform，请先安装：pip install pyxform")


class BadWorkbook(Problem):
    sentence = N_("%(file)s 不是能读的 XLSForm 工作簿：%(why)s")


class LargeWorkbook(Problem):
    sentence = N_(
        "%(file)s 太大：最多 4 MB、%(questions)s 个问题、%(choices)s 个选项、%(cells)s 个填了内容的格"
    )


def read_workbook(path: Path) -> tuple[dict, list[Mistake]]:
    """(what pyxform reads in it, what it would not take). Raises NoPyxform, BadWorkbook, LargeWorkbook."""
    try:
        from pyxform.errors import PyXFormError
    except ImportError as error:
        raise NoPyxform from error
    refuse_large_file(path)
    try:
        return parse_sheets(path)
    except PyXFormError as error:
        raise BadWorkbook(file=path, why=error) from error
    except Problem:
        raise
    except Exception as error:  # whatever openpyxl and pyxform stumble over in somebody's file
        raise BadWorkbook(file=path, why=type(error).__name__) from error


def refuse_large_file(path: Path) -> None:
    """What it would cost to read is told by its bytes."""
    with path.open("rb") as stream:
        body = stream.read(MOST_WORKBOOK_BYTES + 1)
    if len(body) > MOST_WORKBOOK_BYTES:
        raise too_large(path)
    if not body.startswith(file_bounds.ZIP_START):
        return
    try:
        packed = file_bounds.unpacked_files(body, file_bounds.packed_files(body))
        cells = sum(1 for _name, part in packed for _cell in FILLED_CELL.finditer(part))
    except BadList as error:
        long = error.values["why"] == file_bounds.TOO_LONG_LIST
        raise too_large(path) if long else BadWorkbook(file=path, why="ZIP") from error
    if cells > 2 * MOST_WORKBOOK_CELLS:  # a text counts where it is kept, too
        raise too_large(path)


def too_large(path: Path) -> LargeWorkbook:
    return LargeWorkbook(
        file=path, questions=MOST_WORKBOOK_ROWS, choices=MOST_WORKBOOK_CHOICES, cells=MOST_WORKBOOK_CELLS
    )


def parse_sheets(path: Path) -> tuple[dict, list[Mistake]]:
    from pyxform.errors import PyXFormError
    from pyxform.xls2json import workbook_to_json
    from pyxform.xls2json_backends import get_xlsform

    sheets = get_xlsform(str(path))
    if len(sheets.survey or ()) > MOST_WORKBOOK_ROWS or count_cells(sheets) > MOST_WORKBOOK_CELLS:
        raise too_large(path)
    allow_repeated_choices(sheets)
    dropped: list[Mistake] = []
    while True:
        try:
            survey = workbook_to_json(sheets, fallback_form_name=sheets.fallback_form_name, warnings=[])
        except PyXFormError as error:
            place = drop_refused_item(sheets, error) if len(dropped) < MOST_REFUSALS else ""
            if not place:
                raise
            dropped.append((place, NOT_TAKEN, {"why": str(error)}))
        else:
            if count_choices(survey) > MOST_WORKBOOK_CHOICES:
                raise too_large(path)
            return survey, dropped


def count_cells(sheets) -> int:
    tables = (getattr(sheets, each.name) for each in fields(sheets) if not each.name.endswith("_header"))
    return sum(len(row) for table in tables if isinstance(table, list) for row in table)


def count_choices(survey: dict) -> int:
    """Each question has those of its list."""
    found, ahead = 0, list(survey.get("children", ()))
    while ahead:
        child = ahead.pop()
        found += len(child.get("choices") or ())
        ahead += child.get("children") or ()
    return found


def allow_repeated_choices(sheets) -> None:
    """pyxform refuses all for one of them; here only the second is left out (forms/xlsform/workbook.py)."""
    word = "allow_choice_duplicates"
    first, *others = sheets.settings or [{}]
    sheets.settings = [{**first, word: "yes"}, *others]
    sheets.settings_header = [{**((sheets.settings_header or [{}])[0]), word: None}]


def drop_refused_item(sheets, error) -> str:
    """The cell or row that pyxform names is emptied, and its place told; "" where it names none that could be left out."""
    from pyxform.constants import SURVEY

    said, context = str(error), getattr(error, "context", None) or {}
    if found := CHOICE_OF_REFUSAL.search(said):
        return drop_choice(sheets, *found.groups())
    row = context.get("row") or (found[1] if (found := ROW_OF_REFUSAL.search(said)) else 0)
    sheet = context.get("sheet") or (found[1] if (found := SHEET_OF_REFUSAL.search(said)) else SURVEY)
    return drop_cell(sheets, sheet, int(row), context.get("column") or "")


def drop_choice(sheets, name: str, list_name: str) -> str:
    for number, row in enumerate(sheets.choices or (), start=2):
        if {name, list_name} <= set(row.values()):
            return drop_cell(sheets, "choices", number, "")
    return ""


def drop_cell(sheets, sheet: str, number: int, column: str) -> str:
    """`number`: of the row, from 1. Without a column the whole row, but no beginning or end of a group."""
    rows = list(getattr(sheets, sheet, None) or ())
    row = dict(rows[number - 2]) if 2 <= number < len(rows) + 2 else {}
    if column in row:
        del row[column]
    elif any(BEGINS_OR_ENDS.match(str(value)) for value in row.values()) and "name" not in row:
        row["name"] = f"part_{number}"  # else it would cost all that is in it
    elif not row or any(BEGINS_OR_ENDS.match(str(value)) for value in row.values()):
        return ""
    else:
        row, column = {}, ""
    rows[number - 2] = row
    setattr(sheets, sheet, rows)
    return " › ".join(filter(None, (sheet, str(number), column)))
