"""Where formulas of an XLS have no result: its reader takes such cells for empty ones. [MS-CFB] the file, [MS-XLS] the records.

What is broken here is none of ours: the reader itself says so. Pure.
"""

import struct
from collections.abc import Iterator

FAT_SECTORS_IN_HEAD = 109  # [MS-CFB] 2.2; further ones are of files of 7 MB and more
SECTOR_SHIFTS = (9, 12)  # sectors of 512 bytes, or of 4,096
LAST_SECTOR = 0xFFFFFFFA
STREAM_NAMES = frozenset({"Workbook", "Book"})
STREAM_ENTRY = 128
BOUND_SHEET, FORMULA_CELL, BOOL_OR_ERROR, BEGIN, END, IS_ENCRYPTED = 0x85, 0x06, 0x205, 0x809, 0x0A, 0x2F
ERROR_TEXTS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip

ErrorCells = dict[tuple[int, int], str]  # (row, column), from 0 → what the cell shows


def error_cells_of_sheets(body: bytes) -> list[ErrorCells]:
    """Of each sheet in the order of the file; nothing where the file is not as it should be."""
    try:
        stream = workbook_stream(body)
        return [dict(error_cells_from(stream, at)) for at in places_of_sheets(stream)]
    except (struct.error, IndexError, ValueError):
        return []


def workbook_stream(body: bytes) -> bytes:
    """Raises IndexError, struct.error of a broken file."""
    (shift,) = struct.unpack_from("<H", body, 30)
    if shift not in SECTOR_SHIFTS:
        return b""
    size = 1 << shift
    (folder,) = struct.unpack_from("<I", body, 48)
    table = sector_table(body, size)
    entries = joined_sectors(body, size, table, folder)
    for at in range(0, len(entries), STREAM_ENTRY):
        (length,) = struct.unpack_from("<H", entries, at + 64)
        if entries[at : at + max(length - 2, 0)].decode("utf-16-le") in STREAM_NAMES:
            begin, count = struct.unpack_from("<II", entries, at + 116)
            return joined_sectors(body, size, table, begin)[:count]
    return b""


def sector_table(body: bytes, size: int) -> list[int]:
    """Sector → the next of its chain."""
    found: list[int] = []
    for sector in struct.unpack_from(f"<{FAT_SECTORS_IN_HEAD}I", body, 76):
        if sector < LAST_SECTOR:
            found += struct.unpack_from(f"<{size // 4}I", body, (sector + 1) * size)
    begin, count = struct.unpack_from("<II", body, 68)
    for _more in range(min(count, len(body) // size)):
        *sectors, begin = struct.unpack_from(f"<{size // 4}I", body, (begin + 1) * size)
        for sector in sectors:
            if sector < LAST_SECTOR:
                found += struct.unpack_from(f"<{size // 4}I", body, (sector + 1) * size)
    return found


def joined_sectors(body: bytes, size: int, table: list[int], sector: int) -> bytes:
    parts: list[bytes] = []
    while sector < LAST_SECTOR and len(parts) <= len(table):
        parts.append(body[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector]
    return b"".join(parts)


def records_from(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """(kind, body), to the end of the substream that begins there."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        depth += (kind == BEGIN) - (kind == END)
        if depth <= 0:
            return
        at += 4 + length


def places_of_sheets(stream: bytes) -> list[int]:
    """None where what follows is encrypted."""
    head = list(records_from(stream, 0))
    if any(kind == IS_ENCRYPTED for kind, _record in head):
        return []
    return [struct.unpack_from("<I", record)[0] for kind, record in head if kind == BOUND_SHEET]


def error_cells_from(stream: bytes, at: int) -> Iterator[tuple[tuple[int, int], str]]:
    for kind, record in records_from(stream, at):
        code = error_code_of_record(kind, record)
        if code is not None:
            row, column = struct.unpack_from("<HH", record)
            yield (row, column), ERROR_TEXTS.get(code, ERROR_TEXTS[0x2A])


def error_code_of_record(kind: int, record: bytes) -> int | None:
    """[MS-XLS] 2.4.24 BoolErr, 2.5.133 FormulaValue."""
    if kind == BOOL_OR_ERROR and record[7]:
        return record[6]
    if kind == FORMULA_CELL and record[12:14] == b"\xff\xff" and record[6] == 2:
        return record[8]
    return None
