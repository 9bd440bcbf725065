"""Lists of cables: the company's own schedule, and those of whoever built the rooms."""

import pytest

from fieldforms.flow.cabling.signals import SIGNAL_LABELS
from fieldforms.store.models import Audit, Connection, Device, Port, Room, User
from tests.cables import add_device, add_port, connected, plug_in
from tests.web.importing.lists import Desk, workbook

HEAD = ["客户", "线号", "起点设备", "起点接口", "终点设备", "终点接口", "信号", "线型", "长度", "状态"]


def brought(world, *rows, head=HEAD, fixed=None, login="sunmin") -> Desk:
    desk = Desk(world, login, "cables")
    assert desk.bring(workbook(list(head), *rows)).status_code == 303
    assert desk.place(fixed).status_code == 303, desk.columns()
    return desk


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_schedule_that_was_exported_comes_back_without_a_change(world, kind):
    office = world.office
    first = connected(office)
    Connection.update(
        length=1250, kind="HDMI 2.0", colour="黑", since="2026-01-05", tested_on="2026-01-06", note="=1+1"
    ).where(Connection.id == first.id).execute()
    twins = [add_device(office, "显示屏") for _ in range(2)]
    for at, twin in enumerate(twins, 2):
        out = add_port(office.device, f"HDMI OUT {at}", "out")
        plug_in(out, add_port(twin, "/" if at == 2 else "HDMI 1"), f"H-{at:03}", status="planned")
    gone = plug_in(add_port(office.device, "旧", "out"), add_port(twins[0], "旧"), "H-009")
    Connection.update(removed_at=1).where(Connection.id == gone.id).execute()
    Device.update(retired_at=1).where(Device.id == twins[1].id).execute()
    desk = Desk(world, kind="cables")
    keeper = world.browser("sunmin", confirmed=True)
    body = keeper.get(f"/clients/{office.client.id}/cables.{kind}?removed=1").data
    assert desk.bring(body, f"cables.{kind}").status_code == 303
    assert desk.place({"client": office.client.id}).status_code == 303, desk.columns()
    assert set(desk.states().values()) == {"没有变化"} and len(desk.states()) == 4, desk.look()


def test_new_cables_bring_their_ports_and_old_ones_change_with_before_and_after(world):
    office, known = world.office, connected(world.office)
    desk = brought(
        world,
        ["政务中心", "H-001", "", "", "", "", "", "HDMI 光纤", "15米", ""],
        [
            "政务中心",
            "H-020",
            office.device.name,
            "HDMI OUT 2",
            "会议室显示屏",
            "HDMI 2",
            "HDMI",
            "",
            5.5,
            "计划",
        ],
        ["政务中心", "", office.device.name, "RS-232", "会议室显示屏", "RS-232", "RS232", "", "", ""],
    )
    assert desk.states() == {2: "有变化", 3: "新建", 4: "新建"}, desk.look()
    assert "会登记新接口" in desk.look() and "HDMI 光纤" in desk.look()
    assert Connection.select().count() == 1, "nothing is written before"
    desk.write()
    assert Connection.get_by_id(known.id).length == 1500
    new = Connection.get(Connection.number == "H-020")
    assert (new.source.name, new.source.direction, new.source.signal, new.status, new.length) == (
        "HDMI OUT 2",
        "out",
        "hdmi",
        "planned",
        550,
    )
    assert (new.target.device.name, new.target.direction) == ("会议室显示屏", "in")
    assert Connection.select().count() == 3 and Port.select().where(Port.name == "RS-232").count() == 2
    again = brought(
        world,
        [
            "政务中心",
            "H-020",
            office.device.name,
            "HDMI OUT 2",
            "会议室显示屏",
            "HDMI 2",
            "",
            "",
            5.5,
            "计划",
        ],
    )
    assert again.states() == {2: "没有变化"}


def test_device_and_port_in_one_cell(world):
    display = add_device(world.office, "显示屏 2")
    add_device(world.office, "显示屏")
    desk = brought(
        world,
        ["H-031", f"{world.office.device.name} / HDMI OUT 1", "显示屏 2 HDMI 1"],
        head=["cable no", "from", "to"],
        fixed={"client": world.office.client.id, "signal": "hdmi"},
    )
    assert desk.states() == {2: "新建"}, desk.look()
    desk.write()
    assert Connection.get(Connection.number == "H-031").target.device_id == display.id


def test_what_is_wrong_with_a_row_stands_beside_it_and_nothing_is_written(world):
    office, known = world.office, connected(world.office)
    for _ in range(2):
        add_device(office, "话筒", "microphone")
    name, display = office.device.name, "会议室显示屏"
    rows = {
        "没有叫“没有的”的设备": ["政务中心", "X-001", "没有的", "1", display, "HDMI 1"],
        "有 2 台设备叫“话筒”": ["政务中心", "X-002", "话筒", "1", display, "HDMI 1"],
        "换接口请先拆": ["政务中心", known.number, name, "HDMI OUT 7", display, "HDMI 1"],
        "要写明接哪台设备": ["政务中心", "X-003", name, "", display, "HDMI 1"],
        "同一个接口": ["政务中心", "X-004", name, "A 1", name, "a 1"],
        "不能新建成": ["政务中心", "X-005", name, "B", display, "B", "", "", "", "已拆"],
        "没有叫“办公室主机”的设备": ["文澜大学", "X-006", "办公室主机", "B", display, "B"],
        "接的是同样的两个接口": ["政务中心", "X-008", name, "C", display, "C"],
    }
    desk = brought(
        world,
        ["政务中心", "X-007", display, "C", name, "C"],
        *([*row, *[""] * (10 - len(row))] for row in rows.values()),
    )
    page = desk.look()
    for words in rows:
        assert words in page, words
    assert list(desk.states().values()) == ["新建", *["要改"] * len(rows)]
    desk.write()
    assert Connection.select().count() == 1
    desk.post("corrections", do="leave_out")
    desk.write()
    assert {each.number for each in Connection.select()} == {known.number, "X-007"}


def test_a_removed_cable_stays_removed_and_one_may_be_removed_by_a_list(world):
    known = connected(world.office)
    desk = brought(world, ["政务中心", known.number, "", "", "", "", "", "旧线", "", "拆除"])
    assert desk.states() == {2: "有变化"}
    desk.write()
    row = Connection.get_by_id(known.id)
    assert row.removed_at and row.kind == "旧线" and row.status == "installed"
    again = brought(world, ["政务中心", known.number, "", "", "", "", "", "", "", "已接"])
    assert again.states() == {2: "要改"} and "线号不再使用" in again.look()


def test_cables_of_a_confidential_room_are_for_the_clearance_and_each_reading_is_written_down(world):
    office, known = world.office, connected(world.office)
    Room.update(confidential=True).where(Room.id == office.room.id).execute()
    row = ["政务中心", known.number, office.device.name, "HDMI OUT 1", "会议室显示屏", "HDMI 1"]
    new = ["政务中心", "H-050", office.device.name, "HDMI OUT 9", "会议室显示屏", "HDMI 9"]
    desk = brought(world, row, new, head=HEAD[:6])
    assert (
        set(desk.states().values()) == {"要改"} and "在涉密房间" in desk.look() and not reading_is_written()
    )
    User.update(confidential=True).where(User.login == "sunmin").execute()
    desk = brought(world, row, new, head=HEAD[:6])
    assert desk.states() == {2: "没有变化", 3: "新建"}
    assert reading_is_written(), "what a list is compared with has been read"


def reading_is_written() -> bool:
    return Audit.select().where(Audit.action == "cabling.read").exists()


def test_signals_have_their_names_in_both_languages(world):
    """Where one is chosen for all rows, and where a word is not understood."""
    desk = Desk(world, kind="cables")
    desk.browser.post("/language", data={"csrf_token": desk.token, "lang": "en"})
    device = world.office.device.name
    row = ["政务中心", "Q-001", device, "A", device, "B", "something"]
    assert desk.bring(workbook(HEAD[:7], row)).status_code == 303
    page = desk.browser.get(f"{desk.address}/columns").text
    assert SIGNAL_LABELS["line"]["en"] in page and SIGNAL_LABELS["line"]["zh"] not in page
    assert desk.place().status_code == 303
    page = desk.look("open")
    assert "something" in page and SIGNAL_LABELS["line"]["en"] in page and "{" not in page.split("<main")[1]
