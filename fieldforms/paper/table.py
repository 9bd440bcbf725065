"""A table as a spreadsheet: XLSX and CSV, written row by row, so that memory stays small however long it is.

What people typed stays text: in XLSX because every string is written as a string, in CSV because what a spreadsheet
would take for a formula gets an apostrophe (OWASP: CSV injection). Pure: no database, no Flask.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO

import xlsxwriter

Cell = str | int | float | date | datetime | None

MOST_ROWS = 1_000_000  # XLSX ends at 1,048,576
MOST_CHARACTERS = 32_767  # of a cell in XLSX
BOM = b"\xef\xbb\xbf"  # without it Excel reads a CSV of UTF-8 as GBK
FORMULA = re.compile(r"[\s\x00]*[=+\-@＝＋－＠]")
DATE_FORMAT, TIME_FORMAT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True)
class TableColumn:
    """`width`: in characters, of XLSX."""

    label: str
    width: int = 16


@dataclass(frozen=True)
class Table:
    """`rows` and `foot` may be a generator; each has as many cells as there are columns. Datetimes are local and naive."""

    title: str
    columns: Sequence[TableColumn]
    rows: Iterable[Sequence[Cell]]
    foot: Iterable[
        Sequence[Cell]
    ] = ()  # sums below a blank row; read after `rows`, counted and filtered as none of them


def write_csv(table: Table, stream: IO[bytes]) -> int:
    """Write UTF-8 with a BOM and CRLF; how many rows there were."""
    stream.write(BOM)
    writer = csv.writer(Encoded(stream))
    writer.writerow([disarm_formula(column.label) for column in table.columns])
    n = 0
    for row in table.rows:
        writer.writerow([csv_value(cell) for cell in row])
        n += 1
    for row in foot_rows(table):
        writer.writerow([csv_value(cell) for cell in row])
    return n


def foot_rows(table: Table) -> Iterator[Sequence[Cell]]:
    """A blank row and the sums, where there are any."""
    for at, row in enumerate(table.foot):
        if at == 0:
            yield [None] * len(table.columns)
        yield row


class Encoded:
    """What csv.writer writes, as bytes."""

    def __init__(self, stream: IO[bytes]):
        self.stream = stream

    def write(self, text: str) -> int:
        return self.stream.write(text.encode())


def csv_value(cell: Cell):
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return disarm_formula(cell) if isinstance(cell, str) else cell


def disarm_formula(text: str) -> str:
    """=1+1 → '=1+1; also behind white space, and in full width, as Chinese input methods write it."""
    return f"'{text}" if FORMULA.match(text) else text


def write_xlsx(table: Table, stream: IO[bytes]) -> int:
    """Write a workbook of one sheet; how many rows there were. Rows past MOST_ROWS are left out."""
    workbook = xlsxwriter.Workbook(stream, OPTIONS)
    workbook.set_properties({"title": table.title})
    sheet = workbook.add_worksheet()
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, column.width)
    bold = workbook.add_format({"bold": True})
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.label, bold)
    put = cell_writer(sheet, workbook)
    n = 0
    for row in table.rows:
        if n == MOST_ROWS:
            break
        n += 1
        for at, cell in enumerate(row):
            put(n, at, cell)
    for low, row in enumerate(foot_rows(table), n + 1):
        for at, cell in enumerate(row):
            put(low, at, cell)
    sheet.autofilter(0, 0, n, max(0, len(table.columns) - 1))
    workbook.close()
    return n


def cell_writer(sheet, workbook):
    """A function that writes one cell by its Python type."""
    day, moment = (workbook.add_format({"num_format": shape}) for shape in (DATE_FORMAT, TIME_FORMAT))

    def put(row: int, at: int, cell: Cell) -> None:
        if isinstance(cell, str):
            sheet.write_string(row, at, cell[:MOST_CHARACTERS])
        elif isinstance(cell, datetime):
            sheet.write_datetime(row, at, cell, moment)
        elif isinstance(cell, date):
            sheet.write_datetime(row, at, cell, day)
        elif cell is not None:
            sheet.write_number(row, at, cell)

    return put


WRITERS = {"xlsx": write_xlsx, "csv": write_csv}
