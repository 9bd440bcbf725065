"""The technical words of a device in a confidential room: its ports in words, note, addresses and backups. tests/web/test_access.py looks
for them on every page; here they are looked for, saved, brought in and taken over.
"""

import re
from html import unescape
from types import SimpleNamespace

import pytest

from fieldforms.flow.completing import survey_results
from fieldforms.flow.filling import drafts
from fieldforms.flow.register import device_lists
from fieldforms.store.models import Audit, Backup, Device, Room, User
from tests import cables
from tests.people import csrf, version
from tests.web.access_targets import TECHNICAL_WORDS
from tests.web.hands import Reader
from tests.web.importing.lists import Desk, workbook
from tests.web.sheets.hands import confirm

WORDS = [*TECHNICAL_WORDS.values(), "机要预设"]


@pytest.fixture
def vault(world):
    """A confidential room with a device; Sun and Chen have no clearance, Gao has."""
    room = Room.create(client=world.office.client, name="机要室", confidential=True)
    device = cables.add_device(
        world.office, "机要调音台", "mixer", room, model="QL5", serial="SN-7", **TECHNICAL_WORDS
    )
    Backup.create(device=device, kind="机要预设", version="1", made_on="2026-01-01")
    clear(world, "gao")
    cables.add_port(device, "机要插口")
    return SimpleNamespace(room=room, device=device)


def clear(world, login: str) -> None:
    User.update(confidential=True).where(User.login == login).execute()
    world.users[login] = User.get(User.login == login)


def now(vault) -> Device:
    return Device.get_by_id(vault.device.id)


def technical(device) -> dict[str, str]:
    return {name: getattr(device, name) for name in TECHNICAL_WORDS}


def readings() -> int:
    return Audit.select().where(Audit.action == "cabling.read").count()


def test_who_is_not_cleared_sees_what_it_is_called_and_not_how_it_is_connected(world, vault):
    address = f"/devices/{vault.device.id}"
    for login in ("chen", "sunmin", "admin"):
        page = world.browser(login).get(address).text
        assert "机要调音台" in page and "QL5" in page and "SN-7" in page
        assert not [word for word in WORDS if word in page], login
    assert readings() == 0
    page = world.browser("gao").get(address).text
    assert all(word in page for word in WORDS) and readings() == 1


def test_the_form_asks_for_the_rest_and_what_it_does_not_show_stays(world, vault):
    address = f"/devices/{vault.device.id}/edit"
    sun = world.browser("sunmin", phone=False)
    page = sun.get(address)
    [(action, fields)] = [form for form in Reader(page.text).forms if "serial" in form[1]]
    assert not TECHNICAL_WORDS.keys() & fields.keys()
    forged = {**fields, "serial": "SN-8", "note": "别人写的", "ip": "10.0.0.1"}
    assert sun.post(action, data=forged).status_code == 303
    assert now(vault).serial == "SN-8" and technical(now(vault)) == TECHNICAL_WORDS
    assert readings() == 0
    assert TECHNICAL_WORDS["note"] in world.browser("gao").get(address).text and readings() == 1


def test_another_one_like_it_begins_without_its_ports(world, vault):
    like = f"/devices/new?like={vault.device.id}"
    page = world.browser("sunmin").get(like).text
    assert "QL5" in page and TECHNICAL_WORDS["interfaces"] not in page and 'name="interfaces"' in page
    assert TECHNICAL_WORDS["interfaces"] in world.browser("gao").get(like).text


ASKED = ("机要口", "机要空口", "10.77.0.77", "0200770000", "机要插口", "jykk")  # with what it is called: 机要


@pytest.mark.parametrize("indexed", [True, False])
def test_nobody_without_the_clearance_finds_it_by_them(world, vault, indexed):
    if indexed:
        device_lists.rebuild_index()
    sun, gao = world.browser("sunmin", phone=False), world.browser("gao", phone=False)
    for asked in ASKED:
        assert "机要调音台" not in sun.get(f"/devices?q={asked}").text, asked
    for asked in ("机要口", "10.77.0.77", "机要插口"):
        assert "机要调音台" in gao.get(f"/devices?q={asked}").text, asked
    for asked in ("机要调音", "jytyt", "SN-7", "机要室"):
        page = sun.get(f"/devices?q={asked}").text
        assert "机要调音台" in page and TECHNICAL_WORDS["spare_interfaces"] not in page, asked
    assert TECHNICAL_WORDS["spare_interfaces"] in gao.get("/devices?q=机要调音台").text


def test_a_search_tells_who_is_cleared_which_column_has_it_and_not_what_that_says(world, vault):
    """The device's page does, and that is written down."""
    said, gao = TECHNICAL_WORDS["ip"], world.browser("gao", phone=False)
    Device.update(spare_interfaces="").execute()

    def row_found() -> str:
        return gao.get(f"/devices?q={said}").text.split("机要调音台", 1)[1].split("</tr>", 1)[0]

    assert "IP" in row_found() and said not in row_found() and readings() == 0
    Room.update(confidential=False).where(Room.id == vault.room.id).execute()
    assert said in row_found(), "of an open room it is told"


def test_a_room_that_becomes_confidential_takes_its_words_out_of_the_search(world, vault):
    def found(login: str) -> bool:
        return "机要调音台" in world.browser(login, phone=False).get("/devices?q=机要空口").text

    for confidential in (False, True):
        Room.update(confidential=confidential).where(Room.id == vault.room.id).execute()
        assert found("gao") and found("sunmin") != confidential
        device_lists.index_changes()
        assert found("gao") and found("sunmin") != confidential


def test_changing_many_at_once_leaves_it_alone_and_says_so(world, vault):
    other = cables.add_device(world.office, "显示屏")
    asked = f"device={vault.device.id}&device={other.id}&column=note&seen=1&value=已检查"
    sun = world.browser("sunmin", phone=False)
    preview = sun.get(f"/devices/many/column?{asked}").text
    assert TECHNICAL_WORDS["note"] not in preview and "1 台在涉密房间" in preview
    address = re.search(r'<form class="stack" method="post" action="([^"]+)"', preview)[1]
    body = {"csrf_token": csrf(preview), "column": "note", "value": "已检查"}
    forged = f'{{"{vault.device.id}": "", "{other.id}": ""}}'
    for shown in (version(preview), forged):
        assert sun.post(address.replace("&amp;", "&"), data={**body, "version": shown}).status_code == 303
    assert now(vault).note == TECHNICAL_WORDS["note"] and Device.get_by_id(other.id).note == "已检查"


def test_the_list_that_leaves_the_house_comes_back_and_empties_nothing(world, vault):
    desk = Desk(world)
    confirm(desk.browser, "/devices.xlsx")
    desk.bring(desk.browser.get("/devices.xlsx").data, "devices.xlsx")
    assert desk.place(more={"clears": "1"}).status_code == 303
    assert set(desk.states().values()) == {"没有变化"}
    assert readings() == 0
    boss = world.browser("gao", phone=False)
    confirm(boss, "/devices.csv")
    assert TECHNICAL_WORDS["note"] in boss.get("/devices.csv").text and readings() == 1


def test_a_list_that_says_its_ports_is_told_that_they_stay(world, vault):
    desk = Desk(world)
    desk.bring(
        workbook(
            ["名称", "序列号", "客户", "型号", "接口", "备注", "IP地址"],
            ["机要调音台", "SN-7", world.office.client.name, "QL6", "猜的口", "猜的", TECHNICAL_WORDS["ip"]],
        )
    )
    assert desk.place().status_code == 303
    page = desk.look()
    assert "QL6" in page and TECHNICAL_WORDS["note"] not in page and TECHNICAL_WORDS["interfaces"] not in page
    assert page.count("不写进去：设备在涉密房间") == 3, "whether one of them was right is not told"
    desk.write()
    assert now(vault).model == "QL6" and technical(now(vault)) == TECHNICAL_WORDS


def begun_survey(world, origin: dict):
    return drafts.start_draft(
        world.actor("chen"), "device-survey", origin, drafts.new_uuid(), drafts.new_uuid()
    )


def test_a_survey_begins_with_them_in_that_room_and_for_who_is_cleared_alone(world, vault):
    here, everywhere = {"room": vault.room.id}, {"client": world.office.client.id}

    def rows_of(origin: dict) -> str:
        return str(begun_survey(world, origin).draft.answers["surveyed_devices"])

    words = TECHNICAL_WORDS["interfaces"]
    assert "机要调音台" in rows_of(here) and words not in rows_of(here)
    assert "机要调音台" not in rows_of(everywhere), "it would make the whole sheet confidential"
    clear(world, "chen")
    assert words in rows_of(here)
    assert "机要调音台" in rows_of(everywhere) and words not in rows_of(everywhere)


def test_what_a_survey_says_of_them_is_compared_and_taken_over_by_who_is_cleared_alone(world, vault):
    definition = begun_survey(world, {"room": world.office.room.id}).definition
    step = definition.step("registration")
    rows = definition.fields[step.takes_over["rows"]]
    named = {field.source: field.name for field in rows.fields if field.source}
    row = {named["device.id"]: str(vault.device.id), named["device.name"]: "机要调音台"}
    row |= {named["device.model"]: "QL6", named["device.interfaces"]: "新写的口"}

    def proposed(login: str):
        asked = definition, step, {rows.name: [row]}, world.office.client.id, "zh"
        [found] = survey_results.changes_proposed(world.actor(login).viewer, *asked)
        return found.values, {difference.before for difference in found.differences}

    values, before = proposed("sunmin")
    assert values == {"model": "QL6"} and TECHNICAL_WORDS["interfaces"] not in before
    values, before = proposed("gao")
    assert values == {"model": "QL6", "interfaces": "新写的口"} and TECHNICAL_WORDS["interfaces"] in before


# What it takes to open them: the clearance and a reason, whichever way the device leaves the room


def edit_it(browser, vault, **why):
    [(action, fields)] = [
        form
        for form in Reader(browser.get(f"/devices/{vault.device.id}/edit").text).forms
        if "serial" in form[1]
    ]
    return browser.post(action, data={**fields, "room": "", **why})


def replace_it(browser, vault, **why):
    page = f"/devices/{vault.device.id}/replacement"
    said = {"csrf_token": csrf(browser.get(page).text), "other": "", "afterwards": "away"}
    return browser.post(page, data=said | why)


def move_many(browser, vault, **why):
    asked = f"device={vault.device.id}&column=room&seen=1&value="
    page = browser.get(f"/devices/many/column?{asked}").text
    action = unescape(re.search(r'<form class="stack" method="post" action="([^"]+)"', page)[1])
    body = {"csrf_token": csrf(page), "version": version(page), "column": "room", "value": ""}
    return browser.post(action, data=body | why)


def unmark_its_room(browser, vault, **why):
    page = f"/rooms/{vault.room.id}/edit"
    [(_action, fields)] = [form for form in Reader(browser.get(page).text).forms if "confidential" in form[1]]
    fields.pop("confidential")
    return browser.post(page, data=fields | why)


def reads_them(world, login: str, vault) -> bool:
    page = world.browser(login, phone=False).get(f"/devices/{vault.device.id}").text
    return TECHNICAL_WORDS["note"] in page


@pytest.mark.parametrize("leave", [edit_it, replace_it, move_many, unmark_its_room])
def test_nothing_opens_them_but_a_reason(world, vault, leave):
    gao = world.browser("gao", phone=False)
    refused = leave(gao, vault)
    assert (
        refused.status_code == 422 and "以后大家都看得到" in refused.text and "为什么不再涉密" in refused.text
    )
    assert not reads_them(world, "sunmin", vault) and now(vault).room_id == vault.room.id
    assert leave(gao, vault, unguarded_because="送厂家维修，配置已清空").status_code == 303
    assert reads_them(world, "sunmin", vault)
    [line] = [each for each in Audit.select() if each.detail.get("reason") == "送厂家维修，配置已清空"]
    assert line.actor_id == world.users["gao"].id and line.action in ("device.edit", "room.edit")
    told = f"/rooms/{vault.room.id}/edit" if leave is unmark_its_room else f"/devices/{vault.device.id}/life"
    assert "送厂家维修，配置已清空" in gao.get(told).text


@pytest.mark.parametrize("leave", [edit_it, replace_it, move_many])
def test_nobody_opens_them_without_the_clearance_whatever_they_say(world, vault, leave):
    sun = world.browser("sunmin", phone=False)
    assert leave(sun, vault, unguarded_because="送修").status_code == 422
    assert now(vault).room_id == vault.room.id and not reads_them(world, "sunmin", vault)


def test_a_standby_of_the_vault_takes_a_place_in_the_open_for_a_reason(world, vault):
    Device.update(state="standby").where(Device.id == vault.device.id).execute()
    gao, old = world.browser("gao", phone=False), world.office.device
    page = f"/devices/{old.id}/replacement"
    said = {"csrf_token": csrf(gao.get(page).text), "other": str(vault.device.id), "afterwards": "away"}
    refused = gao.post(page, data=said)
    assert refused.status_code == 422 and 'name="unguarded_because"' in refused.text
    assert gao.post(page, data=said | {"unguarded_because": "借给大厅"}).status_code == 303
    assert now(vault).room_id == old.room_id


def test_who_takes_a_guarded_device_out_of_use_opens_nothing(world, vault):
    gao = world.browser("gao", phone=False)
    said = {"afterwards": "retired", "unguarded_because": ""}
    assert replace_it(gao, vault, **said).status_code == 303
    assert now(vault).retired_at and not reads_them(world, "sunmin", vault)


def test_a_list_opens_nothing(world, vault):
    lobby = Room.create(client=world.office.client, name="大厅")
    rows = {
        "devices": (
            ["名称", "序列号", "客户", "房间"],
            ["机要调音台", "SN-7", world.office.client.name, lobby.name],
        ),
        "rooms": (["客户", "房间名称", "涉密"], [world.office.client.name, "机要室", "否"]),
    }
    for login, (kind, table) in zip(("sunmin", "admin"), rows.items(), strict=True):
        clear(world, login)
        desk = Desk(world, login, kind)
        desk.bring(workbook(*table))
        assert desk.place().status_code == 303
        assert "请到它自己的页面上改，写明原因" in desk.look(), kind
        desk.write()
    assert now(vault).room_id == vault.room.id and Room.get_by_id(vault.room.id).confidential
