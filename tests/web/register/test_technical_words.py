"""The technical words of a device in a confidential room: its ports in words, note, addresses and backups. tests/web/test_access.py looks
for them on every page; here they are looked for, saved, brought in and taken over.
"""

import re
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
