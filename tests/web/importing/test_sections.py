"""Rows of a printed list that are none: sections, footers; and marks that mean "as above"."""

import openpyxl

from fieldforms.store.models import Device
from tests.web.importing.lists import Desk, saved

HEAD = ["客户", "名称", "品牌", "型号"]


def brought(world, *rows, merged=()) -> Desk:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for at in merged:
        book.active.merge_cells(f"A{at}:D{at}")
    desk = Desk(world)
    desk.bring(saved(book))
    assert desk.place().status_code == 303, desk.columns()
    return desk


def test_sections_and_footers_are_no_devices_and_are_named(world):
    rows = (
        HEAD,
        ["听松会议室"],
        ["政务中心", "功放", "Crown", "XLi 2500"],
        ["二、报告厅"],
        ["政务中心", "调音台", "Yamaha", "QL1"],
        ["填表人：张三", "", "日期：2024年1月5日"],
    )
    desk = brought(world, *rows, merged=(2,))
    assert desk.states() == {3: "新建", 5: "新建"}, desk.look()
    for words in ("听松会议室", "二、报告厅", "分节标题，没有当作房间", "填表人：张三", "表尾"):
        assert words in desk.look(), words


def test_a_ditto_mark_takes_what_stands_above_and_says_so(world):
    rows = (
        HEAD,
        ["政务中心", "功放", "Crown", "XLi 2500"],
        ["同上", "副功放", "〃", "〃"],
        ["政务中心", "调音台", "", ""],
        ["政务中心", "话筒", "同上", ""],
    )
    desk = brought(world, *rows)
    assert list(desk.states().values()) == ["新建", "新建", "新建", "要改"], desk.look()
    page = desk.look()
    assert "写的是“〃”，按上一行填“Crown”" in page and "“同上”上面一行是空的" in page
    desk.post("corrections", do="leave_out")
    desk.write()
    made = Device.get(Device.name == "副功放")
    assert (made.brand, made.model) == ("Crown", "XLi 2500")
