"""The helper process in which strangers' lists are opened (fieldforms/helper_processes.py); file_tables.py asks it.

XLSX, XLS and ODS are read by calamine, CSV in whatever encoding and separator it has. A sheet of two cells may ask for a table of
seventeen million, and of an XLS nothing says so before: what that costs, it costs here.

Numbers and days become what a person reads in the cell, as far as the file says it: 13912345678.0 is 13912345678, a day is ISO.
A number of more than fifteen digits has lost its last ones in Excel already and is written as 1.234568E+17, which no column of
numbers takes (flow/importing/cell_reading.py).
"""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import islice

import charset_normalizer
from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from fieldforms.errors import BadList
from fieldforms.flow.importing.cells_as_shown import with_cells_as_shown
from fieldforms.flow.importing.errors_of_old_books import ErrorCells, error_cells_of_sheets
from fieldforms.flow.importing.file_bounds import (
    ENCODINGS,
    MOST_LIST_COLUMNS,
    MOST_LIST_ROWS,
    NOT_A_LIST,
    OLE_START,
    TOO_LONG_LIST,
    WITH_PASSWORD,
    ZIP_START,
    refuse_hostile_file,
)
from fieldforms.forms.reading import clean_text
from fieldforms.helper_processes import CannotRead, Verb, serve_requests

EXACT_DIGITS = 10**15  # what Excel keeps of a number
MOST_LIST_MEMORY = 768 * 1024 * 1024  # bytes, where the system can be told
MOST_TABLE_CHARACTERS = 24_000_000  # of all sheets together, as JSON
SEPARATORS_OF_CSV = (",", "\t", ";", "，")
MOST_CELL_CHARACTERS = 32_767
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def read_tables(body: bytes, encoding: str) -> tuple[dict, bytes]:
    """Its sheets as JSON, each with what a SheetTable says. `encoding`: of a CSV, where a person said it. Raises CannotRead."""
    try:
        refuse_hostile_file(body)
        is_book = body.startswith((ZIP_START, OLE_START))
        if body.startswith(ZIP_START):
            body = with_cells_as_shown(body)
        found = json.dumps(sheet_tables(body) if is_book else [csv_table(body, encoding)], ensure_ascii=False)
        if len(found) > MOST_TABLE_CHARACTERS:
            raise BadList(why=TOO_LONG_LIST)
    except BadList as refused:
        raise CannotRead(refused.values["why"]) from refused
    return {}, found.encode()


def sheet_tables(body: bytes) -> list[dict]:
    try:
        with CalamineWorkbook.from_object(io.BytesIO(body)) as book:
            found = [
                sheet_table(book.get_sheet_by_index(place), meta.visible != SheetVisibleEnum.Visible)
                for place, meta in enumerate(book.sheets_metadata)
            ]
        if body.startswith(OLE_START):
            put_errors_in(found, error_cells_of_sheets(body))
        return found
    except BadList:
        raise
    except CalamineError as error:
        raise BadList(why=WITH_PASSWORD if body.startswith(OLE_START) else NOT_A_LIST) from error
    except BaseException as error:  # what the reader's own machinery gives up on, its panics too
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise BadList(why=NOT_A_LIST) from error


def sheet_table(sheet, is_hidden: bool) -> dict:
    if sheet.total_height > MOST_LIST_ROWS or sheet.total_width > MOST_LIST_COLUMNS:
        raise BadList(why=TOO_LONG_LIST)
    rows = [[text_of_cell(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    merged = fill_merged_cells(rows, sheet.merged_cell_ranges or ())
    return {"name": sheet.name, "rows": rows, "merged": sorted(merged), "is_hidden": is_hidden}


def put_errors_in(tables: list[dict], errors: list[ErrorCells]) -> None:
    """As XLSX and ODS say by themselves what a formula shows that has no result."""
    for table, cells in zip(tables, errors, strict=False):
        rows = table["rows"]
        for (row, column), text in cells.items():
            if row < len(rows) and column < len(rows[row]) and not rows[row][column]:
                rows[row][column] = text


def fill_merged_cells(rows: list[list[str]], ranges: Iterable) -> set[tuple[int, int]]:
    """Every cell of a merged one says what its first says; cells that are merely empty stay so. Where it was put."""
    filled = set()
    for (top, left), (bottom, right) in ranges:
        if top >= len(rows) or left >= len(rows[top]) or not rows[top][left]:
            continue
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                if not rows[row][column]:
                    rows[row][column] = rows[top][left]
                    filled.add((row, column))
    return filled


def text_of_cell(cell) -> str:
    if isinstance(cell, str):  # what is printable has nothing in it that has to be cleaned out
        return (
            cell[:MOST_CELL_CHARACTERS].strip()
            if cell.isprintable()
            else clean_text(cell[:MOST_CELL_CHARACTERS])
        )
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float):
        return text_of_number(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def text_of_number(number: float) -> str:
    if abs(number) >= EXACT_DIGITS:
        return f"{number:.6E}"
    return str(int(number)) if number == int(number) else repr(number)


# CSV


def csv_table(body: bytes, encoding: str) -> dict:
    text, encoding = decoded_text(body, encoding)
    if "\x00" in text:
        raise BadList(why=NOT_A_LIST)
    try:
        found = list(islice(csv.reader(io.StringIO(text), delimiter=separator_of(text)), MOST_LIST_ROWS + 1))
    except csv.Error as error:
        raise BadList(why=NOT_A_LIST) from error
    width = max(map(len, found), default=0)
    if len(found) > MOST_LIST_ROWS or width > MOST_LIST_COLUMNS:
        raise BadList(why=TOO_LONG_LIST)
    rows = [[*map(text_of_csv_cell, row), *[""] * (width - len(row))] for row in found]
    return {"name": "CSV", "rows": rows, "encoding": encoding}


def text_of_csv_cell(cell: str) -> str:
    """Without the apostrophe that our own exports put before what a spreadsheet would take for a formula."""
    text = clean_text(cell)
    return text[1:] if text.startswith("'") and text[1:].lstrip().startswith(FORMULA_STARTS) else text


def decoded_text(body: bytes, encoding: str) -> tuple[str, str]:
    """(text, encoding): as said, else UTF-8, UTF-16 with its mark, GB18030; then what the letters look like. Raises BadList."""
    tried = [encoding] if encoding in ENCODINGS else ["utf-8-sig"]
    if not encoding:
        tried += ["utf-16"] if body[:2] in (b"\xff\xfe", b"\xfe\xff") else []
        tried += ["gb18030"] if looks_like_gb(body) else []
    for each in tried:
        try:
            return body.decode(each), each
        except UnicodeDecodeError:
            continue
    best = None if encoding else charset_normalizer.from_bytes(body[: 64 * 1024]).best()
    if best is None:
        raise BadList(why=NOT_A_LIST)
    try:
        return body.decode(best.encoding), best.encoding
    except UnicodeDecodeError as error:
        raise BadList(why=NOT_A_LIST) from error


def looks_like_gb(body: bytes) -> bool:
    """Nearly all that is Chinese in it are the 6,763 characters of GB 2312, which begin with B0 to F7: another encoding read
    as GB18030 gives rare ones."""
    try:
        text = body.decode("gb18030")
    except UnicodeDecodeError:
        return False
    foreign = [letter for letter in text if letter > "\x7f"]
    usual = sum(is_usual_in_gb(letter) for letter in foreign)
    return usual >= 0.9 * len(foreign)


def is_usual_in_gb(letter: str) -> bool:
    try:
        return len(letter.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def separator_of(text: str) -> str:
    """What stands most often in the first lines, outside of quotes."""
    head = "\n".join(text.split("\n")[:20])
    unquoted = "".join(head.split('"')[::2])
    return max(SEPARATORS_OF_CSV, key=unquoted.count)


LIST_VERBS: dict[str, Verb] = {"read_tables": read_tables}

if __name__ == "__main__":
    serve_requests(LIST_VERBS, MOST_LIST_MEMORY)
