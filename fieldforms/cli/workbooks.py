"""XLSForm workbooks as pyxform reads them: bounded, and what it would refuse the whole of them for dropped by the piece."""

import re
import zipfile
from collections import Counter
from pathlib import Path

from fieldforms.errors import N_, Mistake, Problem

MOST_FORM_BYTES = 8 * 1024 * 1024  # as it comes; packed
MOST_UNPACKED = 64 * 1024 * 1024
MOST_FORM_ROWS, MOST_CELLS = 20_000, 400_000  # of all sheets; the largest forms known have some 6,000 rows
ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])")
BLOCK = 1024 * 1024
BAD_CELL = re.compile(r"\[row : (\d+)\] On the 'survey' sheet, the '([^']+)' value is invalid\.")
MOST_DROPPED = 200
CONDITIONS = {
    "relevant", "required", "constraint", "calculation", "calculate", "readonly", "default", "trigger",
    "repeat_count", "jr:count", "choice_filter", "parameters", "label", "hint", "constraint_message", "required_message",
}  # fmt: skip
DROPPED_CELL = N_("第 %(row)s 行的 %(word)s 读不懂，没有带过来：%(value)s")


def read_workbook(path: Path) -> tuple[dict, list[Mistake]]:
    """(what pyxform reads in it, what was dropped on the way). Raises NoPyxform, BadWorkbook, LargeWorkbook."""
    try:
        from pyxform.errors import PyXFormError
        from pyxform.xls2json_backends import get_xlsform
    except ImportError as error:
        raise NoPyxform from error
    refuse_large(path)
    try:
        book = get_xlsform(xlsform=str(path))
        keep_repeated_choices(book)
        return survey_of_book(book)
    except PyXFormError as error:
        raise BadWorkbook(file=path, why=error) from error
    except Exception as error:  # whatever openpyxl and pyxform stumble over in somebody's file
        raise BadWorkbook(file=path, why=type(error).__name__) from error


def refuse_large(path: Path) -> None:
    """Counted while it is unpacked: openpyxl would take minutes, and half a gigabyte, for 250,000 rows."""
    if path.stat().st_size > MOST_FORM_BYTES:
        raise LargeWorkbook(file=path, rows=MOST_FORM_ROWS)
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as packed:
        found: Counter[bytes] = Counter()
        if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
            raise LargeWorkbook(file=path, rows=MOST_FORM_ROWS)
        for name in packed.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                count_rows(packed, name, found)
                if found[b"row"] > MOST_FORM_ROWS or found[b"c"] > MOST_CELLS:
                    raise LargeWorkbook(file=path, rows=MOST_FORM_ROWS)


def count_rows(packed: zipfile.ZipFile, name: str, found: Counter) -> None:
    """Adds the rows and cells of one sheet, but for those torn between two blocks."""
    with packed.open(name) as stream:
        while block := stream.read(BLOCK):
            found.update(ROW_OR_CELL.findall(block))


def keep_repeated_choices(book) -> None:
    """Which of them counts is ours to say, and to list (forms/xlsform)."""
    book.settings = [{**next(iter(book.settings or ()), {}), ALLOW_REPEATED_CHOICES: "yes"}]
    book.settings_header = [{**next(iter(book.settings_header or ()), {}), ALLOW_REPEATED_CHOICES: None}]


ALLOW_REPEATED_CHOICES = "allow_choice_duplicates"


def survey_of_book(book) -> tuple[dict, list[Mistake]]:
    """Without the cells that pyxform finds fault with. Raises PyXFormError for what is no single cell."""
    from pyxform.errors import PyXFormError
    from pyxform.xls2json import workbook_to_json

    dropped: list[Mistake] = []
    while True:
        try:
            survey = workbook_to_json(
                workbook_dict=book, form_name="data", fallback_form_name=book.fallback_form_name,
                default_language="default", warnings=[],
            )  # fmt: skip
            return survey, dropped
        except PyXFormError as error:
            cell = drop_bad_cell(book, str(error)) if len(dropped) < MOST_DROPPED else None
            if cell is None:
                raise
            dropped.append(cell)


def drop_bad_cell(book, said: str) -> Mistake | None:
    """The cell that the sentence is about, taken out of the book; None where it names none, or one that a form needs."""
    from pyxform import aliases

    found = BAD_CELL.search(said)
    if not found or found[2].split("::")[0] not in CONDITIONS:
        return None
    row = book.survey[int(found[1]) - 2] if int(found[1]) - 2 < len(book.survey) else {}
    for column in list(row):
        plain = column.split("::")[0].strip().lower().replace(" ", "_")
        known = aliases.survey_header.get(plain, plain)
        if found[2] in (column, plain, known, known[-1] if isinstance(known, tuple) else known):
            values = {"row": int(found[1]), "word": column, "value": row.pop(column)}
            return str(row.get("name", "")), DROPPED_CELL, values
    return None


class NoPyxform(Problem):
    sentence = N_("读 XLSForm 工作簿要用 pyxform，请先安装：pip install pyxform")


class BadWorkbook(Problem):
    sentence = N_("%(file)s 不是能读的 XLSForm 工作簿：%(why)s")


class LargeWorkbook(Problem):
    sentence = N_("%(file)s 太大：一张表单的工作簿不会超过 %(rows)s 行。请删掉空行和用不着的工作表再试")
