"""What Excel makes of a list: what it says wrongly is named by row and column, what it only shows is read."""

import io

import openpyxl
import pytest

from fieldforms.store.models import Device
from tests.web.importing.lists import Desk, saved, workbook

HEAD = ["序号", "设备名称", "类别", "序列号", "资产编号", "单价", "客户"]


def opened(book: bytes):
    loaded = openpyxl.load_workbook(io.BytesIO(book))
    return loaded, loaded.active


def brought(world, body: bytes) -> Desk:
    desk = Desk(world)
    assert desk.bring(body).status_code == 303
    assert desk.place().status_code == 303
    return desk


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?"])
def test_a_formula_that_failed_is_named_by_row_and_column(world, error):
    book, sheet = opened(workbook(HEAD, [1, "屏1", "显示器", error, "A1", error, world.office.client.name]))
    for cell in ("D2", "F2"):
        sheet[cell].data_type = "e"
    desk = brought(world, saved(book))
    page = desk.look()
    assert desk.states() == {2: "要改"} and page.count(f"“{error}”是公式出的错") == 2
    assert 'name="c-2-serial"' in page and 'name="c-2-price"' in page
    desk.answer(**{"c-2-serial": "S1", "c-2-price": ""})
    desk.write()
    assert Device.get(Device.name == "屏1").serial == "S1"


def test_a_csv_says_the_same(world):
    text = f"设备名称,类别,序列号,客户\n屏1,显示器,#N/A,{world.office.client.name}\n"
    desk = Desk(world)
    desk.bring(text.encode(), "设备.csv")
    desk.place()
    assert desk.states() == {2: "要改"} and "公式出的错" in desk.look()


def test_zeros_that_only_the_format_writes_are_kept(world):
    """00012 is the number 12 shown in five digits: what stands there for a person is the number on the sticker."""
    rows = [[n, f"屏{n}", "显示器", f"S{n}", n, 1200, world.office.client.name] for n in (7, 12)]
    book, sheet = opened(workbook(HEAD, *rows))
    for cell in ("E2", "E3"):
        sheet[cell].number_format = "00000"
    desk = brought(world, saved(book))
    desk.write()
    assert {each.asset_no for each in Device.select().where(Device.name.startswith("屏"))} == {
        "00007",
        "00012",
    }


def test_totals_behind_a_number_of_the_row_are_no_device(world):
    rows = [
        [1, "屏1", "显示器", "S1", "A1", 1200, world.office.client.name],
        [2, "合 计：", "", "", "", 1200, ""],
    ]
    desk = brought(world, workbook(HEAD, *rows))
    assert desk.states() == {2: "新建"} and "合 计：" in desk.look()


def test_a_number_that_lost_its_digits_is_refused_wherever_digits_count(world):
    row = [1, "屏1", "显示器", "1.39E+10", "1.2E+11", "", world.office.client.name]
    desk = brought(world, workbook([*HEAD, "厂家电话"], [*row, "1.39E+10"]))
    assert desk.states() == {2: "要改"} and desk.look().count("丢了后面的数字") == 3
