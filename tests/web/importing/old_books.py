"""An XLS as Excel of 1997 writes it, record by record: nothing that is installed writes one."""

import struct

END_OF_CHAIN, IS_FAT, NOTHING = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def far_sheet() -> bytes:
    """Two numbers, in the first cell and in the last one that BIFF8 knows ([MS-XLS] 2.4.180)."""
    cells = (struct.pack("<HHHd", row, column, 0, 1.0) for row, column in ((0, 0), (65_535, 255)))
    begin = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    return begin + b"".join(record(0x203, cell) for cell in cells) + record(0x0A, b"")


def error_sheet(rows: list[list[str | int]]) -> bytes:
    """BIFF8: texts and, of a number, a cell with that error; every other one by a formula ([MS-XLS] 2.4.148, 2.4.24, 2.4.127)."""
    said = [record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))]
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            where = struct.pack("<HHH", at, place, 0)
            if isinstance(cell, str):
                said.append(
                    record(0x204, where + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
                )
            elif place % 2:
                said.append(record(0x205, where + bytes([cell, 1])))
            else:
                result = bytes([2, 0, cell, 0, 0, 0, 255, 255])
                said.append(record(0x06, where + result + struct.pack("<HIH", 0, 0, 0)))
    return b"".join(said) + record(0x0A, b"")


def xls(*sheets: bytes) -> bytes:
    """[MS-CFB] of one stream, in sectors of 512 bytes."""
    begin, end = record(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0)), record(0x0A, b"")
    names = [f"S{at}".encode() for at in range(len(sheets))]
    offset = len(begin) + len(end) + sum(12 + len(name) for name in names)
    bounds = []
    for name, sheet in zip(names, sheets, strict=True):
        bounds.append(record(0x85, struct.pack("<IBBBB", offset, 0, 0, len(name), 0) + name))
        offset += len(sheet)
    stream = (begin + b"".join(bounds) + end + b"".join(sheets)).ljust(4096, b"\0")
    stream = stream.ljust(-(-len(stream) // 512) * 512, b"\0")
    count = len(stream) // 512
    fat = [IS_FAT, END_OF_CHAIN, *range(3, 2 + count), END_OF_CHAIN]
    folder = folder_entry("Root Entry", 5, child=1, start=END_OF_CHAIN) + folder_entry(
        "Workbook", 2, start=2, size=len(stream)
    )
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0, 0
    )
    header = header.ljust(512, b"\xff")
    return header + struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff") + folder.ljust(512, b"\0") + stream


def folder_entry(name: str, kind: int, child: int = NOTHING, start: int = 0, size: int = 0) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(text), kind, 1, NOTHING, NOTHING, child)
    return text.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)
