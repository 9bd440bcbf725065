"""Spreadsheets: what was typed stays text, nothing runs, and a long table takes no memory."""

import io
import tracemalloc
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from fieldforms.paper.table import Table, TableColumn, disarm_formula, write_csv, write_xlsx

ROW = [
    "FW-202611-0001",
    "=1+1",
    "0571-5555 0111",
    7,
    1.5,
    date(2026, 11, 24),
    datetime(2026, 11, 24, 14, 10),
    None,
]


def table(rows) -> Table:
    return Table("单据", [TableColumn(name) for name in "编号 内容 电话 数 小数 日期 时间 空".split()], rows)


def written(write, rows) -> bytes:
    stream = io.BytesIO()
    write(table(rows), stream)
    return stream.getvalue()


def test_a_csv_starts_with_a_bom_and_disarms_formulas():
    lines = written(write_csv, [ROW]).decode("utf-8").split("\r\n")
    assert lines[0] == "\ufeff编号,内容,电话,数,小数,日期,时间,空"
    assert lines[1] == "FW-202611-0001,'=1+1,0571-5555 0111,7,1.5,2026-11-24,2026-11-24 14:10,"


@pytest.mark.parametrize(
    "text", ["=1+1", "+86 571", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1＋1", "＠A"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert disarm_formula(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "杂音 = 接触不良", "3-4", "138 1234 5678", "正常"])
def test_plain_text_is_left_alone(text):
    assert disarm_formula(text) == text


def test_a_line_break_stays_inside_its_cell():
    assert '"一\n二"' in written(write_csv, [["一\n二", *ROW[1:]]]).decode()


def test_strings_are_strings_in_a_workbook():
    book = openpyxl.load_workbook(io.BytesIO(written(write_xlsx, [ROW])))
    cells = next(iter(book.active.iter_rows(min_row=2)))
    assert [cell.data_type for cell in cells] == ["s", "s", "s", "n", "n", "d", "d", "n"]
    assert [cell.value for cell in cells[:3]] == ROW[:3]
    assert cells[6].value == ROW[6]


def test_a_workbook_has_no_formula_and_no_link():
    archive = zipfile.ZipFile(io.BytesIO(written(write_xlsx, [["=1+1", "https://example.cn", *ROW[2:]]])))
    sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet and "hyperlink" not in sheet


def test_a_text_too_long_for_a_cell_is_cut_not_lost():
    book = openpyxl.load_workbook(io.BytesIO(written(write_xlsx, [["长" * 40_000, *ROW[1:]]])))
    assert len(book.active["A2"].value) == 32_767


def test_the_heading_stays_in_view_and_can_be_filtered():
    sheet = openpyxl.load_workbook(io.BytesIO(written(write_xlsx, [ROW, ROW]))).active
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:H3"


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_rows_are_written_as_they_come(write, tmp_path):
    tracemalloc.start()
    with open(tmp_path / "long", "wb") as stream:
        assert write(table([f"FW-{n}", *ROW[1:]] for n in range(20_000)), stream) == 20_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000
