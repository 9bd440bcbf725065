"""Lists of clients, rooms, contacts, parts and people."""

import re

import pytest

from fieldforms.store.models import Assignment, Client, Contact, Part, Room, Session, User
from tests.people import PHONE_AGENT, csrf
from tests.web.importing.lists import OWN, Desk, workbook


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
