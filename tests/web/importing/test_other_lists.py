"""Lists of clients, rooms, contacts, parts and people."""

import re

import pytest

from fieldforms.store.models import (
    Assignment,
    Client,
    Contact,
    DeviceModel,
    Movement,
    Part,
    Port,
    Room,
    Session,
    Stock,
    User,
)
from tests.people import PHONE_AGENT, csrf
from tests.web.importing.lists import OWN, Desk, workbook
from tests.web.sheets.hands import confirm


def brought(world, kind: str, *rows, login="sunmin", fixed=None) -> Desk:
    desk = Desk(world, login, kind)
    assert desk.bring(workbook(*rows)).status_code == 303
    assert desk.place(fixed).status_code == 303, desk.columns()
    return desk


def test_clients(world):
    rows = (
        ["客户名称", "简称", "地址", "合同开始", "合同到期", "服务方式", "客户类型"],
        ["城东中学", "东中", "学院路 1 号", "2026-01-01", "2026-12-31", "驻场、定期巡检", "按年"],
        ["市政务服务中心", "", "新地址", "", "", "", ""],
        ["坏合同", "", "", "2026-01-01", "2025-01-01", "包月", ""],
    )
    desk = brought(world, "clients", *rows)
    assert desk.states() == {2: "新建", 3: "有变化", 4: "要改"}
    desk.answer(row=["4"], **{"c-4-service_modes": ""})
    assert "不能早于合同开始" in desk.look()
    desk.post("corrections", do="leave_out")
    desk.write()
    made = Client.get(Client.name == "城东中学")
    assert (made.short_name, made.service_modes, made.type) == (
        "东中",
        ["resident", "visits"],
        "yearly_contract",
    )
    assert made.reporting and made.language == "zh"
    office = Client.get_by_id(world.office.client.id)
    assert (office.address, office.short_name, office.phone) == (
        "新地址",
        "政务中心",
        world.office.client.phone,
    )


def test_rooms(world):
    rows = (
        ["客户", "会议室", "楼层", "禁手机", "涉密"],
        ["政务中心", "402", "4层", "是", ""],
        ["政务中心", "403", "", "", "是"],
    )
    desk = brought(world, "rooms", *rows)
    assert desk.states() == {2: "新建", 3: "要改"}, "only who may read what is done there marks a room"
    desk.answer(row=["3"], **{"c-3-confidential": "否"})
    desk.write()
    assert Room.get(Room.name == "402").no_phones and not Room.get(Room.name == "403").confidential


def test_contacts_of_one_client(world):
    rows = (
        ["姓名", "职务", "手机", "电话"],
        ["徐明", "主任", 13912345678.0, ""],
        ["新人", "", "1.39E+10", ""],
        ["新人二", "", "", "0571 8888 0001"],
    )
    desk = brought(world, "contacts", *rows, fixed={"client": world.office.client.id})
    assert desk.states() == {2: "有变化", 3: "要改", 4: "新建"}
    desk.answer(row=["3"], **{"c-3-mobile": "13900000001"})
    desk.write()
    assert Contact.get(Contact.name == "徐明").mobile == "139 1234 5678"
    assert Contact.get(Contact.name == "新人").mobile == "139 0000 0001"


def test_parts_of_the_company_and_of_a_client(world):
    rows = (
        ["名称", "类别", "型号", "单位", "归属", "最低库存"],
        ["HDMI 线", "配件", "20 米", "条", "公司", 3.0],
        ["灯泡", "备件", "L1", "只", "政务中心", ""],
    )
    desk = brought(world, "parts", *rows)
    assert desk.states() == {2: "新建", 3: "新建"}, desk.look()
    desk.write()
    assert (Part.get(Part.name == "HDMI 线").low_at, Part.get(Part.name == "HDMI 线").client_id) == (3, None)
    assert Part.get(Part.name == "灯泡").client_id == world.office.client.id
    again = brought(world, "parts", rows[0], ["HDMI 线", "备件", "20 米", "条", "", 5])
    assert again.states() == {2: "有变化"}
    again.write()
    assert Part.get(Part.name == "HDMI 线").low_at == 5 and Part.select().count() == 2


PEOPLE = (["用户名", "姓名", "角色", "手机", "服务的客户"], ["liwei", "李伟", "驻场工程师", "13900000001", "政务中心、文澜大学"],
          ["chen", "陈志远", "技术员", "0571 8888 0001", ""], ["admin", "管理员", "技术员", "", ""])  # fmt: skip


def test_people_come_in_after_ones_own_password_and_get_codes_on_a_sheet(world):
    desk = brought(world, "people", *PEOPLE, login="admin")
    assert desk.states() == {2: "新建", 3: "有变化", 4: "要改"}, "nobody changes their own role"
    desk.post("corrections", do="leave_out")
    assert desk.write().status_code == 422 and not User.select().where(User.login == "liwei").exists()
    assert desk.write(**OWN).status_code == 303
    liwei = User.get(User.login == "liwei")
    assert liwei.role == "technician" and Assignment.select().where(Assignment.user == liwei).count() == 2
    assert User.get(User.login == "chen").phone == "0571-8888 0001"

    assert desk.post("invitations").status_code == 422
    sheet = desk.post("invitations", **OWN)
    assert sheet.status_code == 201 and "李伟" in sheet.text
    [address] = re.findall(r"/e/[\w-]+", sheet.text)[:1]
    phone = world.browser(None)
    phone.environ_base["HTTP_USER_AGENT"] = PHONE_AGENT
    page = phone.get(address).text
    assert phone.post(address, data={"csrf_token": csrf(page), "pin": "274913"}).status_code == 303
    assert Session.select().where(Session.user == liwei).exists()
    assert "已经登录过" in desk.post("invitations", **OWN).text


@pytest.mark.parametrize(("login", "status"), [("sunmin", 404), ("gao", 403), ("chen", 403)])
def test_people_are_for_admins(world, login, status):
    assert Desk(world, login, "people").bring(workbook(*PEOPLE)).status_code == status


def test_rooms_and_contacts_of_a_client_that_is_not_there_yet(world):
    desk = brought(world, "rooms", ["客户", "房间"], ["新客户", "101"], ["新客户", "102"])
    desk.make_all()
    assert desk.states() == {2: "新建", 3: "新建"}
    desk.write()
    assert {room.name for room in Client.get(Client.name == "新客户").rooms} == {"101", "102"}


def test_models_alone_with_their_ports(world):
    rows = (
        ["品牌", "型号", "类别", "接口", "备注"],
        ["Extron", "DXP 84", "矩阵", "HDMI 输入 ×8，HDMI 输出 ×4", "机架 2U"],
        ["Extron", "dxp-84", "矩阵", "", ""],
        ["Crown", "XLi 2500", "功放", "说不清的东西", ""],
        ["", "（）", "功放", "", ""],
    )
    desk = brought(world, "models", *rows)
    assert desk.states() == {2: "新建", 3: "要改", 4: "要改", 5: "要改"}, desk.look()
    assert "这些没看懂：说不清的东西" in desk.look()
    assert "会登记 12 个接口：HDMI 输入 1…HDMI 输入 8、HDMI 输出 1…HDMI 输出 4。" in desk.look()
    desk.post("corrections", do="leave_out")
    desk.write()
    made = DeviceModel.get(DeviceModel.name == "DXP 84")
    assert (made.category, made.note) == ("matrix", "机架 2U")
    assert Port.select().where(Port.of_model == made).count() == 12
    again = brought(
        world,
        "models",
        rows[0],
        ["extron", "DXP 84", "", "HDMI 输入 ×8，RS-232 ×1", ""],
        ["", "DXP84", "", "", "新备注"],
    )
    assert again.states() == {2: "有变化", 3: "要改"}
    again.post("corrections", do="leave_out")
    again.write()
    assert Port.select().where(Port.of_model == made).count() == 13
    once_more = brought(world, "models", rows[0], ["extron", "DXP 84", "矩阵", "RS-232 ×1", "机架 2U"])
    assert once_more.states() == {2: "没有变化"}, once_more.look()


def test_opening_stock_of_parts_that_are_known(world):
    brought(
        world,
        "parts",
        ["名称", "类别", "单位", "归属"],
        ["HDMI 线", "配件", "条", "公司"],
        ["灯泡", "备件", "只", "政务中心"],
    ).write()
    head = ["备件名称", "归属", "存放处", "数量"]
    rows = (
        ["HDMI 线", "公司", "公司库", 12.0],
        ["HDMI 线", "公司", "政务中心", "3 条"],
        ["HDMI 线", "公司", "公司", 5],
        ["灯泡", "政务中心", "公司库", 2],
        ["灯泡", "政务中心", "市政务服务中心", 2],
        ["没有的", "公司", "公司库", 1],
        ["HDMI 线", "公司", "月球", 1],
        ["HDMI 线", "公司", "陈志远", 1],
        ["HDMI 线", "公司", "文澜大学", "-1"],
        ["HDMI 线", "公司", "", 4],
    )
    desk = brought(world, "stock", head, *rows)
    page, wrong = desk.look(), "要改"
    assert list(desk.states().values()) == ["有变化", "有变化", wrong, wrong, "有变化", *[wrong] * 5], page
    for words in ("和第 2 行", "是客户自己的", "没有这个备件", "没有叫“月球”", "再领用", "没有写存放在哪里"):
        assert words in page, words
    desk.post("corrections", do="leave_out")
    desk.write()
    lying = {(row.part.name, row.place.kind): row.quantity for row in Stock.select()}
    assert lying == {("HDMI 线", "company"): 12, ("HDMI 线", "client"): 3, ("灯泡", "client"): 2}
    assert {row.kind for row in Movement.select()} == {"received"}
    again = brought(world, "stock", head, rows[0], ["HDMI 线", "公司", "政务中心", 4])
    assert again.states() == {2: "没有变化", 3: "要改"} and "请用盘点" in again.look()


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_stock_that_was_exported_comes_back_without_a_change(world, kind):
    brought(
        world,
        "parts",
        ["名称", "类别", "归属"],
        ["HDMI 线", "配件", "公司"],
        ["空的", "配件", "公司"],
        ["灯泡", "备件", "政务中心"],
    ).write()
    rows = [
        ["HDMI 线", "公司", "公司库", 12],
        ["HDMI 线", "公司", "政务中心", 3],
        ["灯泡", "政务中心", "政务中心", 1],
    ]
    brought(world, "stock", ["备件名称", "归属", "存放处", "数量"], *rows).write()
    desk = Desk(world, kind="stock")
    confirm(desk.browser, f"/parts.{kind}")
    body = desk.browser.get(f"/parts.{kind}").data
    assert desk.bring(body, f"parts.{kind}").status_code == 303
    unasked = {label: "-" for label, destination in desk.destinations().items() if not destination}
    assert desk.place(**unasked).status_code == 303, desk.columns()
    assert set(desk.states().values()) == {"没有变化"} and len(desk.states()) == 4, desk.look()
