"""Lists that ask for more than they have in them: the server says no, and goes on."""

import resource
import struct
import subprocess
import sys
from pathlib import Path

import fieldforms
from fieldforms.flow.importing import file_tables
from tests.web.importing.lists import Desk, workbook

END_OF_CHAIN, IS_FAT, NOTHING = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
MOST_GROWTH = 100_000  # kB, of a server that reads a list of a few cells


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def far_sheet() -> bytes:
    """Two numbers, in the first cell and in the last one that BIFF8 knows ([MS-XLS] 2.4.180)."""
    cells = (struct.pack("<HHHd", row, column, 0, 1.0) for row, column in ((0, 0), (65_535, 255)))
    begin = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    return begin + b"".join(record(0x203, cell) for cell in cells) + record(0x0A, b"")


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


def peak_of_server() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def test_an_xls_that_asks_for_all_the_memory_is_refused_and_costs_the_server_nothing(world):
    desk = Desk(world)
    before = peak_of_server()
    for sheets in (1, 6):
        answer = desk.bring(xls(*[far_sheet()] * sheets), "清单.xls")
        assert answer.status_code == 422 and "内存或时间太多" in answer.text
    assert peak_of_server() - before < MOST_GROWTH
    assert desk.bring(workbook(["名称"], ["功放"])).status_code == 303, "the next list is read as ever"


def test_a_list_that_takes_too_long_is_refused_in_a_sentence(world, monkeypatch):
    desk = Desk(world)
    monkeypatch.setattr(file_tables.helper, "seconds", 0.02)
    answer = desk.bring(("名称" + ",功放" * 60 + "\n").encode() * 19_000, "长.csv")
    assert answer.status_code == 422 and "内存或时间太多" in answer.text
    monkeypatch.undo()
    assert desk.bring(workbook(["名称"], ["功放"])).status_code == 303


def test_lists_are_read_wherever_the_program_was_started(tmp_path):
    root = Path(fieldforms.__file__).parents[1]
    said = (
        f"import sys; sys.path.append({str(root)!r}); from fieldforms.flow.importing.file_tables import tables_of_file; "
        "print(tables_of_file('名称,型号'.encode())[0].rows)"
    )
    (tmp_path / "csv.py").write_text(
        "raise ImportError('what lies where the program was started is none of ours')"
    )
    found = subprocess.run(
        [sys.executable, "-P", "-c", said], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "(('名称', '型号'),)"
