"""What a file may be before anything is made of it: a spreadsheet of bounded size, whatever it says of itself.

Reading makes a table of every cell between the first and the last one, so a file of two cells can ask for seventeen thousand million:
how far a sheet reaches is looked up in its XML before.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from fieldforms.errors import N_, BadList

MOST_FILE_BYTES = 16 * 1024 * 1024
MOST_UNPACKED_BYTES = 80 * 1024 * 1024
MOST_PACKED_FILES = 2000
MOST_LIST_ROWS = 20_000
MOST_LIST_COLUMNS = 200
ENCODINGS = ("utf-8-sig", "gb18030", "big5", "utf-16")  # that a person may choose

ZIP_START, OLE_START = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_FILES = (
    b"%pdf", b"\x89png", b"\xff\xd8\xff", b"gif8", b"mz\x90", b"\x7felf", b"rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf",
    b"<!doc", b"<html", b"<?xml",
)  # fmt: skip
TOO_BIG_FILE = N_("文件太大：最多 16 MB")
TOO_LONG_LIST = N_("表太大：一张表最多 20000 行、200 列")
NOTHING_IN_IT = N_("文件是空的")
ANOTHER_FILE = N_("这不是表格：请传 XLSX、XLS、ODS 或 CSV")
NOT_A_LIST = N_("读不出来，请在 Excel 或 WPS 里另存为 .xlsx 再传")
TOO_COSTLY_LIST = N_(
    "文件要用的内存或时间太多，读不了：请只留要导入的那张表，在 Excel 或 WPS 里另存为 .xlsx 再传"
)
WITH_PASSWORD = N_("文件有密码，或者读不出来：请去掉密码，另存为 .xlsx 再传")
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Of whatever part: workbook.xml may name any of them as a sheet. In either quotes; letters written as numbers (&#67;) hide nothing.
ROWS_OF_PLACES, COLUMNS_OF_PLACES = (
    re.compile(rb"""\br\s*=\s*["']\s*[A-Za-z]{0,4}(\d{1,8})\s*["']"""),
    re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{1,4})\d"""),
)
HIDDEN_PLACE = re.compile(rb"""\br\s*=\s*(?:"[^"]*&#|'[^']*&#)""")
ODS_TAG = re.compile(rb"<(/?)table:(table-row|table|table-cell|covered-table-cell)\b([^>]*)>")
CELLS_REPEATED = re.compile(rb'number-(?:columns|rows)-repeated="(\d{1,9})"')


def refuse_hostile_file(body: bytes) -> None:
    """Raises BadList."""
    if not body.strip():
        raise BadList(why=NOTHING_IN_IT)
    if len(body) > MOST_FILE_BYTES:
        raise BadList(why=TOO_BIG_FILE)
    if body.lstrip()[:8].lower().startswith(OTHER_FILES):
        raise BadList(why=ANOTHER_FILE)
    if body.startswith(ZIP_START):
        refuse_hostile_parts(body)


def refuse_hostile_parts(body: bytes) -> None:
    entries = packed_files(body)
    names = {entry.filename for entry in entries}
    if not names & {"xl/workbook.xml", "content.xml"}:
        raise BadList(why=NOT_A_LIST)
    if "xl/workbook.bin" in names:  # how far its sheets reach nobody has looked
        raise BadList(why=NOT_A_LIST)
    for name, unpacked in unpacked_files(body, entries):
        refuse_hostile_xml(name, unpacked)


def packed_files(body: bytes) -> list[zipfile.ZipInfo]:
    """Raises BadList."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise BadList(why=NOT_A_LIST) from error
    if len(entries) > MOST_PACKED_FILES:
        raise BadList(why=NOT_A_LIST)
    return entries


def unpacked_files(body: bytes, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """(name, what is in it) of each, all together bounded. Raises BadList."""
    left = MOST_UNPACKED_BYTES
    for entry in entries:
        unpacked = unpack_part(body, entry, left)
        left -= len(unpacked)
        yield entry.filename, unpacked


def unpack_part(body: bytes, entry: zipfile.ZipInfo, most: int) -> bytes:
    """What is really in it, whatever its header says. Raises BadList when that is more than `most` bytes."""
    packed = memoryview(body)[start_of_part(body, entry) :][: entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        found = bytes(packed)
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        try:
            found = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, most + 1)
        except zlib.error as error:
            raise BadList(why=NOT_A_LIST) from error
    else:
        raise BadList(why=NOT_A_LIST)
    if len(found) > most:
        raise BadList(why=TOO_LONG_LIST)
    return found


def start_of_part(body: bytes, entry: zipfile.ZipInfo) -> int:
    """Behind the local header, whose name and extra field may be longer than the directory's (APPNOTE 4.3.7)."""
    head = body[entry.header_offset : entry.header_offset + 30]
    if len(head) < 30 or entry.flag_bits & 1:
        raise BadList(why=WITH_PASSWORD)
    return (
        entry.header_offset
        + 30
        + int.from_bytes(head[26:28], "little")
        + int.from_bytes(head[28:30], "little")
    )


def refuse_hostile_xml(name: str, xml: bytes) -> None:
    start = xml.lstrip(b"\xef\xbb\xbf \t\r\n")[:2]
    if not name.endswith((".xml", ".rels")) and start[:1] != b"<" and b"\x00" not in start:
        return
    if ENTITIES.search(xml) or HIDDEN_PLACE.search(xml) or (name.endswith(".xml") and b"\x00" in xml[:4]):
        raise BadList(why=NOT_A_LIST)
    if b"sheetData" in xml and reaches_too_far(places_in_sheet(xml)):
        raise BadList(why=TOO_LONG_LIST)
    if name == "content.xml" and reaches_too_far(places_in_tables(xml)):
        raise BadList(why=TOO_LONG_LIST)


def reaches_too_far(places: Iterator[tuple[int, int]]) -> bool:
    return any(row > MOST_LIST_ROWS or column > MOST_LIST_COLUMNS for row, column in places)


def places_in_sheet(xml: bytes) -> Iterator[tuple[int, int]]:
    """(row, 0) and (0, column) of the cells of an XLSX sheet, from 1."""
    yield from ((int(digits), 0) for digits in set(ROWS_OF_PLACES.findall(xml)))
    yield from ((0, column_of_letters(letters)) for letters in set(COLUMNS_OF_PLACES.findall(xml)))


def column_of_letters(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def places_in_tables(xml: bytes) -> Iterator[tuple[int, int]]:
    """(row, column) of the cells of an ODS file that say something: empty ones are repeated to the end of the sheet."""
    row = column = 0
    for closes, tag, attributes in ODS_TAG.findall(xml):
        found = CELLS_REPEATED.search(attributes)
        times = int(found[1]) if found else 1
        if tag == b"table" and not closes:
            row = 0
        elif tag == b"table-row" and not closes:
            row, column = row + times, 0
        elif tag.endswith(b"cell") and not closes:
            column += times
            if b"value-type" in attributes:
                yield row, column
