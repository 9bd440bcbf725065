"""What Excel makes of a list: what it says wrongly is named by row and column, what it only shows is read."""

import io
from datetime import timedelta

import openpyxl
import pytest

from fieldforms.flow import local_time
from fieldforms.flow.register.devices import years_in_use
from fieldforms.store.models import Device
from tests.web.importing.lists import Desk, saved, workbook
from tests.web.importing.old_books import error_sheet, xls

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
    desk.answer(row=["2"], **{"c-2-serial": "S1", "c-2-price": ""})
    desk.write()
    assert Device.get(Device.name == "屏1").serial == "S1"


def test_an_old_xls_says_the_same(world):
    name = world.office.client.name
    head = ["设备名称", "类别", "序列号", "品牌", "型号", "客户"]
    second = [head, ["屏1", "显示器", 0x2A, 0x17, 0x07, name], ["屏2", "显示器", "S2", "B", "M", name]]
    desk = brought(world, xls(error_sheet([["封面", 0x0F]]), error_sheet(second)))
    page = desk.look()
    assert desk.states() == {2: "要改", 3: "新建"}
    for error in ("#N/A", "#REF!", "#DIV/0!"):
        assert f"“{error}”是公式出的错" in page
    desk.answer(row=["2"], **{"c-2-serial": "S1", "c-2-brand": "", "c-2-model": ""})
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


def test_what_a_whole_column_leaves_open_is_asked_once_for_all_rows(world):
    head = ["设备名称", "类别", "客户", "安装日期", "质保期"]
    days = ["2019年3月", "2020年", "3/4/2021", "2021-05-06"]
    rows = [[f"屏{at}", "显示器", world.office.client.name, day, "24"] for at, day in enumerate(days, 1)]
    desk = brought(world, workbook(head, *rows))
    page = desk.look()
    assert set(desk.states().values()) == {"要改"}
    for asked in ("日期只写到月或年：2 行", "3/4/2024 这样的日期：1 行", "质保期只写了数字：1 行"):
        assert asked in page, asked
    assert "质保期从哪天算起" not in page, "what follows from the day is no mistake of its own"
    desk.answer(**{"answer-rough_days": "1", "answer-day_order": "dm", "answer-term_unit": "month"})
    assert set(desk.states().values()) == {"新建"}, desk.look()
    desk.write()
    found = Device.select().where(Device.name.startswith("屏")).order_by(Device.name)
    assert [(each.installed_on, each.warranty_until, bool(each.installed_about)) for each in found] == [
        ("2019-03-01", "2021-03-01", True), ("2020-01-01", "2022-01-01", True),
        ("2021-04-03", "2023-04-03", False), ("2021-05-06", "2023-05-06", False),
    ]  # fmt: skip


def test_an_answer_that_is_none_of_those_offered_changes_nothing(world):
    rows = [["屏1", "显示器", world.office.client.name, "3/4/2021"]]
    desk = brought(world, workbook(["设备名称", "类别", "客户", "安装日期"], *rows))
    desk.answer(**{"answer-day_order": "ymd", "answer-rough_days": "maybe", "answer-term_unit": ""})
    assert desk.states() == {2: "要改"}


def test_about_so_many_years_is_a_day_that_says_it_is_estimated(world):
    """And the same list once more changes nothing a month later."""
    row = ["屏1", "显示器", world.office.client.name, "约5年"]
    desk = brought(world, workbook(["设备名称", "类别", "客户", "投用时间"], row))
    assert desk.states() == {2: "新建"} and "“约5年”没有写到日，按估计的日期登记" in desk.look()
    desk.write()
    found = Device.get(Device.name == "屏1")
    assert years_in_use(found.installed_on) == 5 and found.installed_about
    day = local_time.date_today() - timedelta(days=5 * 366 + 30)
    Device.update(installed_on=day.isoformat()).where(Device.id == found.id).execute()
    again = brought(world, workbook(["档案号", "投用时间"], [found.id, "约5年"]))
    assert again.states() == {2: "没有变化"}, again.look()


def test_formulas_that_failed_can_be_taken_for_empty_cells_all_at_once_and_that_can_be_taken_back(world):
    name = world.office.client.name
    rows = [[n, f"屏{n}", "显示器", f"S{n}", f"A{n}", "#N/A", name] for n in (1, 2)]
    desk = brought(world, workbook(HEAD, *rows))
    assert set(desk.states().values()) == {"要改"} and "格子里是公式出的错（#N/A 之类）：2 行" in desk.look()
    desk.answer(**{"answer-no_errors": "1"})
    assert set(desk.states().values()) == {"新建"} and "都当作空着" in desk.look()
    desk.place()
    assert set(desk.states().values()) == {"新建"}, "the columns' page leaves it"
    desk.answer(**{"answer-no_errors": "rows"})
    assert set(desk.states().values()) == {"要改"}
