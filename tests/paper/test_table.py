"""Spreadsheets: what was typed stays text, nothing runs, and a long table takes no memory."""

import io
import tracemalloc
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from fieldforms.paper.table import (
    TABLE_PIECES,
    Table,
    TableColumn,
    disarm_formula,
    name_of_sheet,
    write_table,
)

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


def written(kind, rows) -> bytes:
    stream = io.BytesIO()
    write_table(table(rows), kind, stream)
    return stream.getvalue()


def test_a_csv_starts_with_a_bom_and_disarms_formulas():
    lines = written("csv", [ROW]).decode("utf-8").split("\r\n")
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
    assert '"一\n二"' in written("csv", [["一\n二", *ROW[1:]]]).decode()


def test_strings_are_strings_in_a_workbook():
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", [ROW])))
    cells = next(iter(book.active.iter_rows(min_row=2)))
    assert [cell.data_type for cell in cells] == ["s", "s", "s", "n", "n", "d", "d", "n"]
    assert [cell.value for cell in cells[:3]] == ROW[:3]
    assert cells[6].value == ROW[6]


def test_a_workbook_has_no_formula_and_no_link():
    archive = zipfile.ZipFile(io.BytesIO(written("xlsx", [["=1+1", "https://example.cn", *ROW[2:]]])))
    sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet and "hyperlink" not in sheet


def test_a_text_too_long_for_a_cell_is_cut_not_lost():
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", [["长" * 40_000, *ROW[1:]]])))
    assert len(book.active["A2"].value) == 32_767


def test_the_heading_stays_in_view_and_can_be_filtered():
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", [ROW, ROW]))).active
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:H3"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_rows_are_written_as_they_come(kind, tmp_path):
    tracemalloc.start()
    with open(tmp_path / "long", "wb") as stream:
        assert write_table(table([f"FW-{n}", *ROW[1:]] for n in range(20_000)), kind, stream) == 20_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_first_piece_goes_out_before_the_second_row_is_there(kind):
    def rows():
        yield ROW
        raise AssertionError("asked for too early")

    assert next(filter(None, TABLE_PIECES[kind](table(rows()))))


def test_a_workbook_that_was_broken_off_is_none():
    def rows():
        yield from [ROW] * 1_000
        raise ConnectionError

    pieces = []
    with pytest.raises(ConnectionError):
        pieces.extend(each for each in TABLE_PIECES["xlsx"](table(rows())))
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(b"".join(pieces)))


@pytest.mark.parametrize("n", [0, 1, 2, 199, 201, 402])
def test_every_row_is_there_once_and_in_order_wherever_a_piece_ends(n):
    body = written("xlsx", ([f"FW-{at}", *ROW[1:]] for at in range(n)))
    sheet = openpyxl.load_workbook(io.BytesIO(body)).active
    assert [cells[0] for cells in sheet.iter_rows(min_row=2, values_only=True)] == [
        f"FW-{at}" for at in range(n)
    ]
    assert sheet.auto_filter.ref == f"A1:H{n + 1}"


TYPED = ["😀𠮷", "a\x0bb", "一\r\n二", "_x0041_", "<&>\"'", "  两边空  ", "\ufffe", "1.0", "００７"]


@pytest.mark.parametrize("text", TYPED)
def test_whatever_was_typed_is_read_again_by_who_reads_workbooks(text):
    book = CalamineWorkbook.from_filelike(io.BytesIO(written("xlsx", [[text, *ROW[1:]]])))
    read = book.get_sheet_by_index(0).to_python()[1][0]
    assert read == text.replace("\ufffe", "_xFFFE_")


def test_sums_stand_below_a_blank_row_and_outside_the_filter():
    stream = io.BytesIO()
    heads = [TableColumn("姓名"), TableColumn("小时")]
    write_table(Table("加班", heads, [["陈", 1.5], ["周", 2]], [["合计", 3.5]]), "xlsx", stream)
    sheet = openpyxl.load_workbook(stream).active
    assert [*sheet.values] == [("姓名", "小时"), ("陈", 1.5), ("周", 2), (None, None), ("合计", 3.5)]
    assert sheet.auto_filter.ref == "A1:B3"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("线缆表", "线缆表"),
        ("A/B: [报告]*?", "A B 报告"),
        ("字" * 40, "字" * 31),
        ("'引号'", "引号"),
        ("𠮷" * 20, "𠮷" * 15),
        ("History", "Sheet1"),
        (" / ", "Sheet1"),
        ("", "Sheet1"),
    ],
)
def test_a_sheet_is_called_as_spreadsheets_take_it(title, name):
    stream = io.BytesIO()
    write_table(Table(title, [TableColumn("列")], [["1"]]), "xlsx", stream)
    assert openpyxl.load_workbook(stream).sheetnames == [name] == [name_of_sheet(title)]
