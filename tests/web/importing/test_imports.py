"""A company's list in Excel becomes the register."""

from html import unescape

import pytest

from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.importing import imports
from fieldforms.flow.jobs import jobs
from fieldforms.flow.record import label_codes
from fieldforms.store.models import Audit, Client, Code, Device, Room
from tests.web.importing.lists import Desk, workbook

HEAD = ["序号", "资产编号", "设备名称", "品牌", "规格型号", "SN码", "使用单位", "房间", "购置日期", "质保期"]


def test_a_list_becomes_devices_in_rooms_that_somebody_agreed_to(world):
    desk = Desk(world)
    body = workbook(
        ["2024 年会议室设备清单"], HEAD,
        [1, "0012", "一号会议室投影机", "爱普生", "CB-L630U", "X4TM001", "政务中心", "一号会议室", "2024年1月5日", "3年"],
        [2, "0013", "二号会议室功放", "Crown", "XLi 2500", 13912345678.0, "政务中心", "二号会议室", 45296, "36个月"],
        ["合计", "", "2 台"],
    )  # fmt: skip
    assert desk.bring(body).status_code == 303
    assert desk.destinations()["SN码"] == "serial" and desk.destinations()["序号"] == "-"
    assert desk.place().status_code == 303
    assert "二号会议室" in desk.look("open") and desk.states() == {3: "要回答", 4: "要回答"}
    assert desk.make_all().status_code == 303
    assert desk.states() == {3: "新建", 4: "新建"}, desk.look()
    assert not Device.select().where(Device.asset_no != "").exists(), "nothing is written before"
    assert desk.write().status_code == 303
    found = {each.asset_no: each for each in Device.select().where(Device.asset_no != "")}
    assert found["0012"].warranty_until == "2027-01-05" and found["0012"].category == "projector"
    assert found["0013"].serial == "13912345678" and found["0013"].purchased_on == "2024-01-05"
    assert Room.get(Room.name == "二号会议室").client_id == world.office.client.id
    assert "新建 2" in desk.look() and Audit.get(Audit.action == "import.write").detail["new"] == 2


SHORT = ["名称", "类别", "客户", "房间", "序列号", "资产编号", "品牌", "型号"]


def line(
    name="调音台", serial="", asset="", room="", brand="", model="", client="政务中心", category="调音台"
):
    return [name, category, client, room, serial, asset, brand, model]


def brought(world, *rows, head=SHORT, login="sunmin", **placed) -> Desk:
    desk = Desk(world, login)
    assert desk.bring(workbook(list(head), *rows)).status_code == 303
    assert desk.place(**placed).status_code == 303, desk.columns()
    return desk


def device_called(name: str) -> Device:
    return Device.get(Device.name == name)


def test_the_same_list_once_more_changes_nothing(world):
    rows = (
        line(serial="SN1"),
        line("话筒", asset="A-1", category="话筒"),
        line("音箱", category="音箱", room=world.office.room.name),
    )
    assert brought(world, *rows).write().status_code == 303
    there = Device.select().count()
    desk = brought(world, *rows)
    assert desk.states() == {2: "没有变化", 3: "没有变化", 4: "要回答"}, "what nothing names is asked for"
    desk.answer(**{"answer-twin": "same"})
    assert desk.states()[4] == "没有变化" and "没有要写的" in desk.look()
    desk.write()
    assert "什么也没有写" in desk.look() and Device.select().count() == there


def test_a_change_is_shown_with_before_and_after_and_with_what_hangs_on_it(world):
    office = world.office
    Device.update(serial="SN1", brand="旧牌").where(Device.id == office.device.id).execute()
    world.working_sheet()
    desk = brought(world, line(office.device.name, "SN1", brand="新牌", category=""))
    page = desk.look()
    assert desk.states() == {2: "有变化"} and "旧牌" in page and "新牌" in page
    assert office.code.code in page and "1 张没填完的单据" in page
    desk.write()
    assert device_called(office.device.name).brand == "新牌"
    edit = Audit.get(Audit.action == "device.edit").detail
    assert edit["before"]["brand"] == "旧牌" and edit["after"]["brand"] == "新牌"
    assert f"标签 {office.code.code}" in desk.look() and "没填完的单据 1 张" in desk.look()


def test_a_blank_cell_changes_nothing_unless_one_says_so(world):
    Device.update(serial="SN1", note="在讲台里", brand="旧牌").where(
        Device.id == world.office.device.id
    ).execute()
    head, row = ["序列号", "客户", "备注", "品牌"], ["SN1", "政务中心", "/", ""]
    desk = brought(world, row, head=head)
    assert desk.states() == {2: "没有变化"} and "当作空着" in desk.look()
    desk.place(more={"clears": "1"}, 品牌="brand")
    assert desk.states() == {2: "有变化"}
    desk.write()
    found = Device.get_by_id(world.office.device.id)
    assert (found.note, found.brand, found.name) == ("", "", world.office.device.name)


def test_all_mistakes_at_once_and_corrected_in_place(world):
    rows = [line("", "1.2E+11"), line("功放", "SN2", category="不知道")]
    desk = brought(
        world, *(row + ["2099-01-01", "3/4/2024"] for row in rows), head=[*SHORT, "安装日期", "质保到期"]
    )
    page = desk.look()
    assert desk.states() == {2: "要改", 3: "要改"}
    for words in ("丢了后面的数字", "看不出哪个是月", "不能晚于现在", "“不知道”"):
        assert words in page, words
    desk.answer(
        row=["2", "3"], word="category\n不知道", meaning="amplifier",
        **{f"c-{n}-{name}": text for n in (2, 3) for name, text in (("installed_on", "2024-1-2"), ("warranty_until", "2026-1-2"))},
        **{"c-2-serial": "SN120000000000", "c-2-name": "调音台"},
    )  # fmt: skip
    assert desk.states() == {2: "新建", 3: "新建"}, desk.look()
    desk.write()
    assert (
        device_called("调音台").installed_on == "2024-01-02" and device_called("功放").category == "amplifier"
    )
    again = brought(world, line("均衡器", "SN9", category="不知道"))
    assert again.states() == {2: "新建"}, "what a word means is remembered"


def test_what_was_mended_stands_while_the_next_mistake_is(world):
    desk = brought(world, line("", "1.2E+11"))
    desk.answer(row=["2"], **{"c-2-name": "调音台", "c-2-serial": "1.2E+11"})
    assert desk.states() == {2: "要改"}
    desk.answer(row=["2"], **{"c-2-serial": "SN12"})
    assert desk.states() == {2: "新建"}


def test_a_row_is_left_out_and_named(world):
    desk = brought(world, line("", "SN1"), line("调音台", "SN2"))
    assert desk.states() == {2: "要改", 3: "新建"} and "写入 1 行" not in desk.look()
    desk.post("corrections", do="leave_out")
    assert desk.states() == {2: "不导入", 3: "新建"}
    desk.write()
    assert "没有导入的行：2" in desk.look() and device_called("调音台")


def test_rows_left_out_are_listed_as_english_lists_are(world):
    desk = brought(world, line("", "SN1"), line("", "SN2"), line("调音台", "SN3"))
    desk.post("corrections", do="leave_out")
    desk.write()
    assert "Rows left out: 2, 3" in desk.browser.get(f"{desk.address}?lang=en").text


def test_a_serial_twice_in_the_list_is_a_warning_and_the_list_once_more_changes_nothing(world):
    rows = [line("甲", "X1"), line("乙", "x 1")]
    desk = brought(world, *rows)
    assert desk.states() == {2: "新建", 3: "新建"} and "和第 2 行的“x 1”相同，请核对" in desk.look()
    desk.write()
    assert {device_called(name).serial for name in "甲乙"} == {"X1", "x 1"}
    again = brought(world, *rows)
    assert set(again.states().values()) == {"没有变化"}, again.look()
    third = brought(world, line("丙", "X1"), line("甲", "X1"), line("甲", "X1"))
    assert third.states() == {2: "要改", 3: "没有变化", 4: "要改"}, "it is known, and one row is it"


def test_one_thing_on_two_rows_and_numbers_of_two_devices_are_refused(world):
    office, other = world.office, world.university
    Device.update(serial="SN1").where(Device.id == office.device.id).execute()
    Device.update(serial="SN7").where(Device.id == other.device.id).execute()
    second = Device.create(client=office.client, name="乙", category="mixer", asset_no="A2", created_at=1)
    desk = brought(
        world, line("甲", "", "A 1"), line("乙", "", "a1"), line("丙", "SN1", "A2"), line("丁", "SN7"), line("戊", client="文澜大学", serial="SN1")
    )  # fmt: skip
    assert desk.states() == {2: "新建", 3: "要改", 4: "要改", 5: "要改", 6: "要改"}
    page = desk.look()
    for words in ("和第 2 行", f"另一台设备的：{second.name}", "另一个客户那里：文澜大学"):
        assert words in page, words


def test_quantities_above_one_are_asked_about(world):
    row = line("鹅颈话筒", category="话筒")
    desk = brought(
        world,
        [*row, 3, "支"],
        [*line("手持话筒", category="话筒"), "2 支", "支"],
        head=[*SHORT, "数量", "单位"],
    )
    assert desk.states() == {2: "要回答", 3: "要回答"}
    desk.answer(row=["2", "3"], **{"answer-qty": "each", "a-2-qty": "", "a-3-qty": "one"})
    assert desk.states() == {2: "新建 ×3", 3: "新建"}
    desk.write()
    assert Device.select().where(Device.name == "鹅颈话筒").count() == 3
    assert device_called("手持话筒").note == "数量：2 支"


def test_the_devices_of_a_quantity_have_their_own_serials(world):
    """Written into the one cell; what is there, or is not as many, is refused, and mended on the page."""
    desk = brought(
        world,
        [*line("鹅颈话筒", category="话筒", serial="GN-1、GN-2/GN-3"), 3],
        [*line("手持话筒", category="话筒", serial="HH-1"), 2],
        [*line("无线话筒", category="话筒", serial="GN-3，WX-2"), 2],
        head=[*SHORT, "数量"],
    )
    desk.answer(**{"answer-qty": "each"})
    assert desk.states() == {2: "新建 ×3", 3: "要改 ×2", 4: "新建 ×2"}
    page = desk.look()
    assert "数量是 2，这里写的不是 2 个" in page and "和第 2 行的“GN-3”相同" in page
    desk.answer(**{"c-3-serial": "HH-1、HH-2", "row": "3"})
    assert desk.states()[3] == "新建 ×2"
    desk.write()
    serials = {device.serial for device in Device.select().where(Device.category == "microphone")}
    assert {"GN-1", "GN-2", "GN-3", "HH-1", "HH-2", "WX-2"} <= serials
    again = brought(world, [*line("新话筒", category="话筒", serial="GN-2、GN-9"), 2], head=[*SHORT, "数量"])
    again.answer(**{"answer-qty": "each"})
    assert again.states() == {2: "要改 ×2"} and "“GN-2”是档案里另一台设备的：鹅颈话筒" in again.look()


def test_a_label_is_bound_and_known_by(world):
    blank = Code.create(code=label_codes.new_code(), made_at=1)
    head = [*SHORT, "标签编码"]
    desk = brought(world, [*line("调音台"), blank.code], [*line(world.office.device.name), world.office.code.code],
                   [*line("丙"), "7K3QF9X2MA"], head=head)  # fmt: skip
    assert desk.states() == {2: "新建", 3: "有变化", 4: "要改"} and "没有“7K3QF9X2MA”这个标签" in desk.look()
    desk.post("corrections", do="leave_out")
    desk.write()
    assert Code.get_by_id(blank.id).device_id == device_called("调音台").id


def test_models_and_brands_are_not_doubled(world):
    brought(world, line("一", "S1", brand="CREATOR", model="CR-PRO 8")).write()
    desk = brought(world, line("二", "S2", brand="Ｃｒｅａｔｏｒ", model="cr pro8"))
    assert "按档案写作“CREATOR”" in desk.look()
    desk.write()
    assert (
        device_called("二").of_model_id == device_called("一").of_model_id
        and device_called("二").model == "CR-PRO 8"
    )


def test_clients_and_rooms_are_made_only_when_somebody_says_so(world):
    desk = brought(
        world, line("一", "S1", room="101", client="新客户"), line("二", "S2", room="102", client="政务")
    )
    clients = Client.select().count()
    desk.answer(word=["client\n新客户", "client\n政务"], meaning=["new", str(world.office.client.id)])
    assert desk.states() == {2: "要回答", 3: "要回答"}, "now the rooms"
    desk.make_all()
    assert desk.states() == {2: "新建", 3: "新建"} and Client.select().count() == clients
    desk.write()
    assert (
        device_called("一").client.name == "新客户"
        and device_called("二").client_id == world.office.client.id
    )
    assert {Room.get(Room.name == name).client_id for name in ("101", "102")} == {
        device_called("一").client_id,
        world.office.client.id,
    }
    assert "客户 1 个、房间 2 个" in desk.look()


def test_the_building_stands_before_the_rooms_name(world):
    desk = brought(world, [*line("一", "S1", room="302"), "3号楼", "3层"], head=[*SHORT, "楼栋", "楼层"])
    desk.make_all()
    desk.write()
    assert (device_called("一").room.name, device_called("一").room.floor) == ("3号楼 302", "3层")


def test_a_building_that_the_room_begins_with_is_not_said_twice(world):
    desk = brought(world, [*line("一", "S1", room="附楼控制室"), "附楼"], head=[*SHORT, "楼栋"])
    desk.make_all()
    desk.write()
    assert device_called("一").room.name == "附楼控制室"


def test_what_changed_in_between_writes_nothing(world):
    """Another dispatcher registers the same serial while this one looks."""
    desk = brought(world, line("调音台", "S1"), line("功放", "S2", category="功放"))
    assert "写入 2 行" in desk.look()
    Device.create(client=world.university.client, name="别处的", category="mixer", serial="S2", created_at=1)
    desk.write()
    assert "什么也没有写" in desk.look() and not Device.select().where(Device.serial == "S1").exists()
    assert desk.row.asked_at is None


def test_twice_asked_and_twice_done_is_once(world):
    desk = brought(world, line("调音台", "S1"))
    assert [desk.post("writing").status_code for _ in range(2)] == [303, 303]
    imports.write_import({"import": desk.row.uuid})
    imports.write_import({"import": desk.row.uuid})
    assert Device.select().where(Device.serial == "S1").count() == 1
    assert (
        desk.post("corrections", do="save").status_code == 409
        and desk.browser.get(f"{desk.address}/columns").status_code == 409
    )


def test_unknown_columns_must_go_somewhere(world):
    desk = Desk(world)
    desk.bring(workbook([*SHORT, "管理费"], [*line("一", "S1"), "12"]))
    refused = desk.place()
    assert refused.status_code == 422 and "“管理费”这一列去哪里" in unescape(refused.text)
    assert desk.place(管理费="name").status_code == 422, "two to one place"
    assert desk.place(管理费="-").status_code == 303
    assert "不导入的列：管理费" in desk.look()
    again = Desk(world)
    again.bring(workbook([*SHORT, "管理费"], [*line("一", "S1"), "12"]))
    assert again.destinations()["管理费"] == "-", "remembered"


def test_another_sheet_and_another_header_row(world):
    desk = Desk(world)
    sheets = {
        "说明": [["随便写的"]],
        "设备": [["名称", "型号"], SHORT, line("一", "S1")],
        "旧表": [SHORT, line("二", "S2")],
    }
    desk.bring(workbook(**sheets))
    assert desk.destinations()["序列号"] == "serial", "the sheet and row with most that is known"
    desk.place()
    desk.write()
    assert "旧表" in desk.look()
    moved = desk.post("sheets", sheet="2")
    desk.address = moved.location.removesuffix("/columns")
    desk.place()
    desk.write()
    assert device_called("一") and device_called("二")


def test_a_csv_of_an_old_excel(world):
    desk = Desk(world)
    text = "\r\n".join(",".join(row) for row in (SHORT, line("投影机", "S1", category="投影机")))
    desk.bring(text.encode("gb18030"), "设备.csv")
    assert "读作 gb18030" in desk.browser.get(f"{desk.address}/columns").text
    desk.place()
    assert desk.states() == {2: "新建"}


@pytest.mark.parametrize("body", [b"", b"%PDF-1.7", b"PK\x03\x04half", b"x" * (17 * 1024 * 1024)])
def test_a_file_that_is_no_list_is_refused_beside_its_input(world, body):
    refused = Desk(world).bring(body)
    assert refused.status_code == 422 and "这个文件不能导入" in refused.text


def test_a_file_of_a_hundred_megabytes_is_not_even_read(world):
    assert Desk(world).bring(b"x" * (100 * 1024 * 1024)).status_code == 413


def test_no_file_is_asked_for(world):
    desk = Desk(world)
    assert desk.browser.post("/imports/new/devices", data={"csrf_token": desk.token}).status_code == 422


def test_nobody_sees_anothers_list_before_it_is_written(world):
    desk = brought(world, line("调音台", "S1"))
    admin = world.browser("admin")
    assert admin.get(desk.address).status_code == 404
    desk.write()
    assert admin.get(desk.address).status_code == 200
    assert world.browser("gao").get(desk.address).status_code == 403


def test_a_device_does_not_leave_a_confidential_room_unseen(world):
    secret = Room.create(client=world.office.client, name="保密室", confidential=True)
    Device.update(serial="S1", room=secret).where(Device.id == world.office.device.id).execute()
    desk = brought(world, line(world.office.device.name, "S1", room=world.office.room.name, category=""))
    desk.write()
    assert "什么也没有写" in desk.look() or desk.states() == {2: "要改"}
    assert Device.get_by_id(world.office.device.id).room_id == secret.id


def test_the_template_is_a_list_that_is_recognised(world):
    for kind in ("devices", "clients", "rooms", "contacts", "parts"):
        desk = Desk(world, kind=kind)
        blank = desk.browser.get(f"/imports/templates/{kind}.xlsx")
        assert blank.status_code == 200 and desk.bring(blank.data).status_code == 303


def test_what_was_typed_is_saved_by_whatever_leads_on(world):
    """A chip and the next page are buttons of the form: what is behind what was shown comes next, although rows were mended."""
    desk = brought(world, *(line("", f"SN{at}") for at in range(30)))
    page = desk.look("open")
    assert 'type="submit" name="go" value="refused"' in page and 'name="go" value="behind"' in page
    numbers = [str(at) for at in range(2, 27)]
    typed = {f"c-{at}-name": f"调音台 {at}" for at in numbers}
    answer = desk.post("corrections", row=numbers, show="refused", go="behind", **typed)
    assert answer.location.endswith("?show=refused&page=1")
    assert "第 27 行" in desk.look("refused") and desk.look("new").count("调音台 2") > 1
    answer = desk.post("corrections", row=["27"], show="refused", go="new", **{"c-27-name": "功放"})
    assert answer.location.endswith("?show=new") and "功放" in desk.look("new", page=2)
    answer = desk.post("corrections", row=["28"], show="all", go="before", **{"c-28-name": "功放"})
    assert answer.location.endswith("?show=all&page=2"), "27 stands there"
    assert desk.post("corrections", row=["2"], show="all", go="nowhere").location.endswith("?show=all")


def test_an_answer_for_all_rows_is_shown_and_can_be_taken_back_until_it_is_written(world):
    row = line("鹅颈话筒", category="话筒")
    desk = brought(world, [*row, "3/4/2021", 3], head=[*SHORT, "安装日期", "数量"])
    desk.answer(**{"answer-day_order": "dm", "answer-qty": "each"})
    page = desk.look()
    assert desk.states() == {2: "新建 ×3"} and "2021-04-03" in page
    assert "3/4/2024 这样的日期 <b>日在前：4 月 3 日</b>" in page and "数量大于一 <b>每台登记一条</b>" in page
    desk.answer(**{"answer-day_order": "md", "answer-qty": "one"})
    assert desk.states() == {2: "新建"} and "2021-03-04" in desk.look()
    desk.answer(**{"answer-qty": "rows"})
    assert desk.states() == {2: "要回答"} and "数量大于一 <b>" not in desk.look()
    desk.answer(**{"answer-day_order": "rows"})
    assert desk.states() == {2: "要改"} and "已经回答的" not in desk.look()


def test_when_it_is_written_the_whole_page_says_so_and_not_its_middle_alone(world):
    desk = brought(world, line("", "SN1"), line("调音台", "SN2"))
    desk.post("corrections", do="leave_out")
    part = {"HX-Request": "true", "HX-Request-Type": "partial"}
    desk.post("writing")
    assert "HX-Refresh" not in desk.browser.get(desk.address, headers=part).headers
    while jobs.do_next(ERRANDS):
        pass
    assert desk.browser.get(desk.address, headers=part).headers["HX-Refresh"] == "true"
    assert "<title>已写入" in desk.look()
