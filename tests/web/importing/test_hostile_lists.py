"""Lists that ask for more than they have in them: the server says no, and goes on."""

import resource
import subprocess
import sys
from pathlib import Path

import fieldforms
from fieldforms.flow.importing import file_tables
from tests.web.importing.lists import Desk, workbook
from tests.web.importing.old_books import far_sheet, xls

MOST_GROWTH = 100_000  # kB, of a server that reads a list of a few cells


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
