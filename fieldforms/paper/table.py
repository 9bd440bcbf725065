"""A table as a spreadsheet: XLSX and CSV, written row by row, so that memory stays small however long it is.

What people typed stays text: in XLSX because every string is written as a string, in CSV because what a spreadsheet
would take for a formula gets an apostrophe (OWASP: CSV injection). Pure: no database, no Flask.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import chain, count, islice
from typing import IO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

Cell = str | int | float | date | datetime | None

MOST_ROWS = 1_000_000  # XLSX ends at 1,048,576
MOST_CHARACTERS = 32_767  # of a cell in XLSX
BOM = "\ufeff"  # without it Excel reads a CSV of UTF-8 as GBK
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


def write_table(table: Table, kind: str, stream: IO[bytes]) -> int:
    """The whole file at once, "xlsx" or "csv"; how many rows there were."""
    counted = CountedRows(table.rows)
    for piece in TABLE_PIECES[kind](replace(table, rows=counted)):
        stream.write(piece)
    return counted.n


class CountedRows:
    """`n`: how many went by."""

    def __init__(self, rows: Iterable[Sequence[Cell]]):
        self.rows, self.n = rows, 0

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        for row in self.rows:
            self.n += 1
            yield row


def batches_of_rows(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Sequence[Cell]]]:
    """A few at a time; the first goes out alone, so that who waits sees soon that it begins."""
    rest = iter(rows)
    size = 1
    while batch := list(islice(rest, size)):
        yield batch
        size = ROWS_A_PIECE


def csv_pieces(table: Table) -> Iterator[bytes]:
    """UTF-8 with a BOM and CRLF, piece by piece."""
    text = io.StringIO(newline="")
    text.write(BOM)
    writer = csv.writer(text)
    writer.writerow([disarm_formula(column.label) for column in table.columns])
    for batch in batches_of_rows(chain(table.rows, foot_rows(table))):
        writer.writerows([csv_value(cell) for cell in row] for row in batch)
        yield take_text(text)
    yield take_text(text)


def take_text(text: io.StringIO) -> bytes:
    """What was written so far; it is empty afterwards."""
    taken = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return taken


def foot_rows(table: Table) -> Iterator[Sequence[Cell]]:
    """A blank row and the sums, where there are any."""
    for at, row in enumerate(table.foot):
        if at == 0:
            yield [None] * len(table.columns)
        yield row


def csv_value(cell: Cell):
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return disarm_formula(cell) if isinstance(cell, str) else cell


def disarm_formula(text: str) -> str:
    """=1+1 → '=1+1; also behind white space, and in full width, as Chinese input methods write it."""
    return f"'{text}" if FORMULA.match(text) else text


def xlsx_pieces(table: Table) -> Iterator[bytes]:
    """A workbook of one sheet, piece by piece, each as soon as its rows are there. Rows past MOST_ROWS are left out.

    XlsxWriter knows a workbook only as a whole: it makes one without rows, and these are put into its sheet while it is
    packed; what depends on how many there were is made behind them. No part may be ZIP64: Excel takes such for damaged.
    """
    sent = PiecesOfFile()
    with ZipFile(sent, "w", ZIP_DEFLATED) as zipped:
        head, rows = head_of_sheet(table), CountedRows(islice(table.rows, MOST_ROWS))
        with zipped.open(SHEET, "w") as sheet:
            sheet.write(head.encode())
            numbers = count(2)  # below the heads
            for batch in batches_of_rows(chain(rows, foot_rows(table))):
                for row in batch:
                    sheet.write(row_as_xml(next(numbers), row).encode())
                yield sent.take()
            whole = workbook_without_rows(table, rows.n)
            sheet.write(tail_of_sheet(whole).encode())
        for name in whole.namelist():
            if name != SHEET:
                zipped.writestr(name, whole.read(name))
    yield sent.take()


UNFIT_FOR_SHEETS = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff]+")
LONGEST_SHEET_NAME, RESERVED_SHEET_NAME = 31, "history"
SHEET = "xl/worksheets/sheet1.xml"
ROWS_A_PIECE = 200
DAY_STYLE, MOMENT_STYLE = "2", "3"  # as `workbook_without_rows` uses them, behind that of the heads
SOME_DAY = date(2000, 1, 1)
DAY_ZERO = date(1899, 12, 30)  # of which spreadsheets count the days (ECMA-376, 18.17.4.1)


class PiecesOfFile(io.RawIOBase):
    """A file that is only written, and taken away while it is."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, body) -> int:
        self.written += body
        return len(body)

    def take(self) -> bytes:
        taken = bytes(self.written)
        self.written.clear()
        return taken


def name_of_sheet(title: str) -> str:
    """`title` as spreadsheets take it for the name of a sheet: without some signs, no longer than 31 UTF-16 units."""
    name = " ".join(UNFIT_FOR_SHEETS.sub(" ", title).split())[:LONGEST_SHEET_NAME].strip(" '")
    while len(name.encode("utf-16-le")) > 2 * LONGEST_SHEET_NAME:
        name = name[:-1]
    return name if name and name.lower() != RESERVED_SHEET_NAME else "Sheet1"


def workbook_without_rows(table: Table, n: int) -> ZipFile:
    """Everything of the workbook but its rows; `n`: how many there will be. Below the heads stand one day and one moment, for
    the sake of their styles: `tail_of_sheet` leaves them out."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as workbook:
        workbook.set_properties({"title": table.title})
        bold, day, moment = (
            workbook.add_format(how)
            for how in ({"bold": True}, {"num_format": DATE_FORMAT}, {"num_format": TIME_FORMAT})
        )
        sheet = workbook.add_worksheet(name_of_sheet(table.title))
        sheet.freeze_panes(1, 1)
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, column.width)
            sheet.write_string(0, at, column.label, bold)
        sheet.write_datetime(1, 0, SOME_DAY, day)
        sheet.write_datetime(1, 1, SOME_DAY, moment)
        sheet.autofilter(0, 0, n, max(0, len(table.columns) - 1))
    return ZipFile(stream)


def head_of_sheet(table: Table) -> str:
    """Up to the first row below the heads. It doesn't say how far the sheet goes: nobody knows yet."""
    whole = workbook_without_rows(table, 1).read(SHEET).decode()
    return re.sub("<dimension[^>]*/>", "", whole.partition('<row r="2"')[0])


def tail_of_sheet(workbook: ZipFile) -> str:
    _rows, end, behind = workbook.read(SHEET).decode().partition("</sheetData>")
    return end + behind


def row_as_xml(number: int, row: Sequence[Cell]) -> str:
    """`number`: from 1, as spreadsheets count."""
    cells = "".join(
        cell_as_xml(f"{xl_col_to_name(at)}{number}", cell) for at, cell in enumerate(row) if cell is not None
    )
    return f'<row r="{number}">{cells}</row>'


def cell_as_xml(place: str, cell: Cell) -> str:
    """By its Python type: a text stays a text, whatever it looks like."""
    if isinstance(cell, str):
        shown = xml_text(cell[:MOST_CHARACTERS])
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
    if isinstance(cell, date):
        style = MOMENT_STYLE if isinstance(cell, datetime) else DAY_STYLE
        return f'<c r="{place}" s="{style}"><v>{days_since_zero(cell)}</v></c>'
    return f'<c r="{place}"><v>{cell}</v></c>'


def days_since_zero(moment: date) -> str:
    if not isinstance(moment, datetime):
        return str((moment - DAY_ZERO).days)
    past = moment - datetime.combine(DAY_ZERO, time())
    return repr(past / timedelta(days=1))


def xml_text(text: str) -> str:
    """What XML has no sign for is written as spreadsheets write it (ECMA-376, 22.9.2.19), and so is what looks like that."""
    written = LOOKS_WRITTEN.sub("_x005F_", text)
    return escape(NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", written))


NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff\r]")
LOOKS_WRITTEN = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

TABLE_PIECES = {"xlsx": xlsx_pieces, "csv": csv_pieces}
