"""Where an old XLS has errors, also when it is broken."""

import random

from fieldforms.flow.importing.errors_of_old_books import error_cells_of_sheets
from tests.web.importing.old_books import error_sheet, xls


def test_each_error_of_excel_by_its_name_and_place():
    codes = {
        0x00: "#NULL!",
        0x07: "#DIV/0!",
        0x0F: "#VALUE!",
        0x17: "#REF!",
        0x1D: "#NAME?",
        0x24: "#NUM!",
        0x2A: "#N/A",
    }
    found = error_cells_of_sheets(xls(error_sheet([["名称"]]), error_sheet([["x"], list(codes)])))
    assert found == [{}, {(1, at): text for at, text in enumerate(codes.values())}]


def test_whatever_is_wrong_with_the_file_is_the_readers_to_say():
    whole, chance = xls(error_sheet([[0x2A] * 8] * 20)), random.Random(4)
    assert len(error_cells_of_sheets(whole)[0]) == 160
    for _turn in range(300):
        broken = bytearray(whole)
        for _flip in range(chance.randint(1, 40)):
            broken[chance.randrange(len(broken) if chance.random() < 0.3 else 1100)] = chance.randrange(256)
        error_cells_of_sheets(bytes(broken))
        error_cells_of_sheets(whole[: chance.randrange(len(whole))])
