"""Files of every kind, and such as mean harm."""

import io
import struct
import zipfile
import zlib

import openpyxl
import pytest

from fieldforms.errors import BadList
from fieldforms.flow.importing.file_tables import tables_of_file
from tests.web.importing.lists import saved, workbook


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), body)
    return stream.getvalue()


def ods(rows: str) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" '
        f'xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet><table:table table:name="表">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return stream.getvalue()


def ods_cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


# What is read


def test_numbers_days_and_texts_of_a_workbook():
    [table] = tables_of_file(workbook(["0012 ", 13912345678.0, True, 1.5, 1.2e17, " 说\u202e明 "]))
    assert table.rows == (("0012", "13912345678", "是", "1.5", "1.200000E+17", "说明"),)


def test_merged_cells_are_filled_and_plain_blanks_are_not():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["房间", "名称"], ["302", "投影机"], [None, "功放"], ["303", "话筒"], [None, "音箱"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    [table] = tables_of_file(saved(book))
    assert [row[0] for row in table.rows] == ["房间", "302", "302", "303", ""]


def test_hidden_sheets_and_empty_ones_are_told_apart():
    book = openpyxl.Workbook()
    book.active.append(["名称"])
    book.create_sheet("空")
    hidden = book.create_sheet("旧")
    hidden.append(["名称"])
    hidden.sheet_state = "hidden"
    found = tables_of_file(saved(book))
    assert [(table.is_empty, table.is_hidden) for table in found] == [
        (False, False),
        (True, False),
        (False, True),
    ]


CHINESE = "设备名称,序列号\r\n一号会议室投影机,SN001\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_a_csv_in_whatever_encoding(encoding):
    [table] = tables_of_file(CHINESE.encode(encoding))
    assert table.rows[1] == ("一号会议室投影机", "SN001")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_with_whatever_separator(separator):
    body = CHINESE.replace(",", separator) + f'"讲台, 左侧; 上"{separator}SN002\r\n'
    assert tables_of_file(body.encode())[0].rows[2] == ("讲台, 左侧; 上", "SN002")


def test_an_encoding_that_a_person_chose():
    [table] = tables_of_file("設備名稱,型號\r\n投影機,A1\r\n".encode("big5"), "big5")
    assert table.rows[1][0] == "投影機" and table.encoding == "big5"


def test_an_ods_whose_empty_rows_go_on_to_the_end_of_the_sheet():
    rows = f"<table:table-row>{ods_cell('名称')}{ods_cell('型号')}</table:table-row>"
    rows += '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    assert tables_of_file(ods(rows))[0].rows == (("名称", "型号"),)


# What is refused


def bomb() -> bytes:
    """90 MB of nothing in 90 kB, that says of itself it is small."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join([*(packer.compress(b" " * 1_000_000) for _ in range(90)), packer.flush()])
    name = b"xl/workbook.xml"
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(packed), 100, len(name), 0) + name
    entry = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(packed), 100, len(name), 0, 0, 0, 0, 0, 0
    )
    entry += name
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(local) + len(packed), 0)
    return local + packed + entry + end


def far_cell() -> bytes:
    book = openpyxl.Workbook()
    book.active["XFD1048576"] = "x"
    return saved(book)


def far_cell_elsewhere(
    cell: str = '<c r="XFD1048576" t="n"><v>1</v></c>', part: str = "xl/worksheets/sheet1.xml"
) -> bytes:
    """As any program may write it: in other quotes, another part, with letters as numbers."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(saved(openpyxl.Workbook()))) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    found.pop("xl/worksheets/sheet1.xml")
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    found[part] = f'<worksheet xmlns="{main}"><sheetData><row>{cell}</row></sheetData></worksheet>'.encode()
    links = "xl/_rels/workbook.xml.rels"
    found[links] = found[links].replace(b"/xl/worksheets/sheet1.xml", b"/" + part.encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in found.items():
            archive.writestr(name, body)
    return out.getvalue()


def entities() -> bytes:
    lol = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><workbook>&b;</workbook>'
    return zipped(xl__workbook_xml=lol)


REPEATED_CELL = ' table:number-columns-repeated="9999"'
HOSTILE = {
    "empty": b"", "white": b" \r\n ", "pdf": b"%PDF-1.7 \xe2\xe3", "png": b"\x89PNG\r\n\x1a\n", "html": b"<html><table>",
    "zip": zipped(readme=b"x"), "half": workbook(["名称"])[:300], "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 900,
    "nul": b"a,b\x00c\r\n", "rows": b"a\n" * 1_000_000, "columns": b"," * 5000, "large": b"a" * (17 * 1024 * 1024),
    "far in quotes": far_cell_elsewhere("<c r='XFD1048576' t='n'><v>1</v></c>"),
    "far elsewhere": far_cell_elsewhere(part="xl/other/sheet1.xml"),
    "far unnamed": far_cell_elsewhere(part="xl/other/sheet1.dat"),
    "far in numbers": far_cell_elsewhere('<c r="&#88;FD1048576" t="n"><v>1</v></c>'),
    "binary": zipped(**{"xl__workbook_xml": b"<workbook/>", "xl__workbook.bin": b"x"}),
    "bomb": bomb(), "far": far_cell(), "entities": entities(), "many": zipped(**{f"f{n}": b"" for n in range(2100)}),
    "blank": workbook([None]), "wide ods": ods(f"<table:table-row>{ods_cell('x', REPEATED_CELL)}</table:table-row>"),
    "long ods": ods(f'<table:table-row table:number-rows-repeated="1000000">{ods_cell("x")}</table:table-row>'),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(name):
    with pytest.raises(BadList) as refused:
        tables_of_file(HOSTILE[name])
    assert "导入" in str(refused.value)
