"""A spreadsheet to be filled in: a header row, each with what it is for. Pure: no database, no Flask."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

import xlsxwriter

from fieldforms.paper.table import name_of_sheet

ROWS_TO_CHOOSE_IN = 5000
MOST_CHARACTERS_OF_CHOICES = 255  # Excel's own bound for a list that stands in the cell's rule


@dataclass(frozen=True)
class BlankColumn:
    """`note`: what a reader sees over the header. `choices`: words to choose from."""

    label: str
    note: str = ""
    choices: Sequence[str] = ()


def write_blank_list(title: str, columns: Sequence[BlankColumn]) -> IO[bytes]:
    """All cells are text: numbers keep their leading zeros, and days stand as they are typed."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        head, text = book.add_format({"bold": True, "num_format": "@"}), book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(name_of_sheet(title))
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, max(10, 2 * len(column.label) + 2), text)
            sheet.write_string(0, place, column.label, head)
            if column.note:
                sheet.write_comment(0, place, column.note)
            if column.choices and len(",".join(column.choices)) <= MOST_CHARACTERS_OF_CHOICES:
                rule = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
                sheet.data_validation(1, place, ROWS_TO_CHOOSE_IN, place, rule)
    stream.seek(0)
    return stream
