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
    for words in ("听松会议室", "二、报告厅", "分节标题", "填表人：张三", "表尾"):
        assert words in desk.look(), words
    assert desk.states() == {3: "要回答", 5: "要回答"}, "whether they are rooms nobody guesses"
    desk.say(**{"听松会议室": "title", "二、报告厅": "title"})
    assert desk.states() == {3: "新建", 5: "新建"}, desk.look()
    desk.write()
    assert {device.room_id for device in Device.select().where(Device.brand << ["Crown", "Yamaha"])} == {None}


def test_a_section_is_offered_as_the_room_of_the_rows_below(world):
    rows = (
        [*HEAD, "房间"],
        ["三楼大会议室"],
        ["政务中心", "功放", "Crown", "XLi 2500", ""],
        ["（一）音频"],
        ["政务中心", "调音台", "Yamaha", "QL1", ""],
        ["政务中心", "话筒", "Shure", "MX412", "机房"],
        ["二、报告厅："],
        ["政务中心", "投影机", "Epson", "CB-L630U", ""],
        ["三、备品"],
        ["政务中心", "备用投影机", "LG", "55UL3J", ""],
        ["", "独立音箱"],
    )
    desk = brought(world, *rows)
    meant = {"三楼大会议室": "room", "（一）音频": "within", "二、报告厅：": "room", "三、备品": "title"}
    assert "会新建的客户和房间" not in desk.look()
    desk.say(**meant)
    page = desk.look("open")
    assert "三楼大会议室" in page and "独立音箱" in desk.look(), (
        "rooms that are not there are asked about as ever"
    )
    desk.make_all()
    desk.say(独立音箱="row")
    page = desk.look()
    assert "房间没有写，按分节标题“三楼大会议室”填" in page and desk.states()[11] == "要改", (
        "it names no client"
    )
    desk.post("corrections", do="leave_out")
    desk.write()
    assert desk.row.applied_at
    stands = {each.name: each.room.name if each.room_id else "" for each in Device.select()}
    assert (stands["功放"], stands["调音台"], stands["话筒"]) == ("三楼大会议室", "三楼大会议室", "机房")
    assert (stands["投影机"], stands["备用投影机"]) == ("报告厅", "")


def test_a_row_of_its_number_alone_is_no_device(world):
    head = ["序号", *HEAD]
    desk = brought(world, head, [1, "政务中心", "功放", "Crown", "XLi 2500"], [2], [3])
    assert desk.states() == {2: "新建"} and "只有序号的空行" in desk.look()


def test_a_short_list_with_one_text_a_row_has_no_sections(world):
    desk = Desk(world)
    book = openpyxl.Workbook()
    for text in ("名称", "功放", "调音台"):
        book.active.append([text])
    desk.bring(saved(book))
    desk.place(fixed={"client": str(world.office.client.id)})
    assert desk.states() == {2: "新建", 3: "新建"}


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


def test_a_section_over_all_columns_is_no_sample_of_any(world):
    head = ["名称", "系统", "数量", "单位"]
    desk = brought(world, head, ["一、三楼大会议室"], ["功放", "扩声系统", 1, "台"], merged=(2,))
    assert desk.destinations() == {"名称": "name", "系统": "category", "数量": "qty", "单位": "unit"}
