"""Many devices at once, from the desk: seen before it is done, all or nothing, and a line of the audit for each."""

import json
import re
from html import unescape

import pytest

from fieldforms.store.models import Audit, Code, Device, DeviceEvent, Room
from tests.people import csrf, version


@pytest.fixture
def three(world) -> list[Device]:
    """Devices of the office without labels, the second of them in no room."""
    office = world.office
    rooms = (office.room, None, office.room)
    return [
        Device.create(client=office.client, room=room, name=f"话筒 {n}", category="microphone", created_at=1)
        for n, room in enumerate(rooms, 1)
    ]


def ticked(devices) -> str:
    return "&".join(f"device={device.id}" for device in devices)


def opened(browser, selection: str, column: str, value: str):
    return browser.get(f"/devices/many/column?{selection}&column={column}&seen=1&value={value}")


def confirm(browser, preview, **changes):
    page = preview.text
    action = unescape(re.search(r'<form class="stack" method="post" action="([^"]+)"', page)[1])
    typed = dict(re.findall(r'<input type="hidden" name="(column|value)" value="([^"]*)">', page))
    form = {"csrf_token": csrf(page), "version": version(page), **typed}
    return browser.post(action, data=form | changes)


def now(device) -> Device:
    return Device.get_by_id(device.id)


def test_a_column_of_many_is_seen_and_then_changed(world, three):
    Device.update(keeper="老李").where(Device.id == three[1].id).execute()
    sun = world.browser("sunmin", phone=False)
    assert "使用人" in sun.get(f"/devices/many?{ticked(three)}").text
    asked = sun.get(f"/devices/many/column?{ticked(three)}&column=keeper").text
    assert 'name="value"' in asked and 'class="more"' not in asked, "nothing is folded"
    preview = opened(sun, ticked(three), "keeper", "小王")
    assert preview.text.count('<tr><th scope="row">') == 3 and "老李" in preview.text
    assert now(three[0]).keeper == "", "seen, not done"
    assert confirm(sun, preview).status_code == 303
    assert [now(device).keeper for device in three] == ["小王"] * 3
    lines = list(Audit.select().where(Audit.action == "device.edit").order_by(Audit.id))
    assert [line.ref for line in lines] == [str(device.id) for device in three]
    assert lines[1].detail == {
        "fields": ["keeper"],
        "before": {"keeper": "老李"},
        "after": {"keeper": "小王"},
    }


def test_all_that_are_found_are_meant_by_the_filters(world, three):
    sun = world.browser("sunmin")
    found = f"all=1&client={world.office.client.id}&category=microphone&q=ht"
    preview = opened(sun, found, "category", "speaker")
    assert "3 台设备改成“音箱”" in preview.text
    answer = confirm(sun, preview)
    assert answer.status_code == 303 and "category=microphone" in answer.location
    assert {now(device).category for device in three} == {"speaker"}
    assert now(world.office.device).category == "processor"


def test_many_are_moved_to_a_room(world, three):
    hall = Room.create(client=world.office.client, name="大厅")
    sun = world.browser("sunmin")
    assert confirm(sun, opened(sun, ticked(three), "room", str(hall.id))).status_code == 303
    assert {now(device).room_id for device in three} == {hall.id}
    moves = DeviceEvent.select().where(DeviceEvent.kind == "room").order_by(DeviceEvent.id)
    assert [(move.before, move.after) for move in moves] == [
        (world.office.room.name, "大厅"),
        ("", "大厅"),
        (world.office.room.name, "大厅"),
    ]


def test_a_state_of_many_is_an_event_of_each(world, three):
    gao = world.browser("gao")
    assert confirm(gao, opened(gao, ticked(three[:2]), "state", "standby")).status_code == 303
    events = [(each.before, each.after, each.by.login) for each in DeviceEvent.select()]
    assert events == [("in_use", "standby", "gao")] * 2 and now(three[2]).state == "in_use"


def test_devices_of_two_clients_have_no_room_in_common(world, three):
    sun, both = world.browser("sunmin"), ticked([three[0], world.university.device])
    page = sun.get(f"/devices/many?{both}").text
    assert 'value="room"' not in page and "先按客户筛选" in page
    assert sun.get(f"/devices/many/column?{both}&column=room").status_code == 404
    assert opened(sun, ticked(three), "room", str(world.university.room.id)).status_code == 422


def test_what_is_of_one_alone_is_changed_one_by_one(world, three):
    sun = world.browser("sunmin")
    token, shown = csrf(sun.get("/account").text), json.dumps({str(three[0].id): ""})
    for column in ("name", "serial", "asset_no", "id", "client", "retired_at", "", "nonsense"):
        assert sun.get(f"/devices/many/column?{ticked(three)}&column={column}").status_code == 404
        form = {"csrf_token": token, "version": shown, "column": column, "value": "1"}
        assert sun.post("/devices/many/column", data=form).status_code == 404


def test_what_was_typed_wrong_is_said_and_kept(world, three):
    page = opened(world.browser("sunmin"), ticked(three), "price", "很贵")
    assert page.status_code == 422 and "很贵" in page.text and "要填金额" in page.text


def test_what_somebody_changed_meanwhile_is_shown_and_not_overwritten(world, three):
    sun = world.browser("sunmin")
    preview = opened(sun, ticked(three), "keeper", "小王")
    Device.update(keeper="老张").where(Device.id == three[1].id).execute()
    refused = confirm(sun, preview)
    assert refused.status_code == 412 and "老张" in refused.text and three[1].name in refused.text
    assert [now(device).keeper for device in three] == ["", "老张", ""], "all or nothing"
    assert confirm(sun, refused).status_code == 303
    assert {now(device).keeper for device in three} == {"小王"}


def test_a_double_tap_changes_once(world, three):
    sun = world.browser("sunmin")
    preview = opened(sun, ticked(three), "keeper", "小王")
    assert [confirm(sun, preview).status_code for _ in range(2)] == [303, 303]
    assert Audit.select().where(Audit.action == "device.edit").count() == 3


def test_a_form_that_does_not_say_which_changes_none(world, three):
    sun = world.browser("sunmin")
    preview = opened(sun, ticked(three), "keeper", "小王")
    for shown in ("", "[]", "{", '{"x": ""}', '{"99999999999": ""}', "{}"):
        assert confirm(sun, preview, version=shown).status_code == 404
    assert {now(device).keeper for device in three} == {""}


def test_out_of_a_confidential_room_only_with_clearance(world, three):
    vault = Room.create(client=world.office.client, name="保密室", confidential=True)
    sun = world.browser("sunmin")
    refused = confirm(sun, opened(sun, ticked(three), "room", str(vault.id)))
    assert refused.status_code == 422 and "涉密" in refused.text
    assert vault.id not in {now(device).room_id for device in three}
    assert not DeviceEvent.select().exists(), "all or nothing"


def test_nothing_ticked_says_what_to_do(world, three):
    answer = world.browser("sunmin").get("/devices/many?q=ht")
    assert answer.status_code == 422 and "还没有勾选设备" in answer.text and "/devices?q=ht" in answer.text


def test_what_is_so_already_needs_no_change(world, three):
    page = opened(world.browser("sunmin"), ticked(three), "category", "microphone").text
    assert "没有什么要改" in page and '<form class="stack" method="post"' not in page


def test_retired_and_unknown_devices_are_left_out(world, three):
    Device.update(retired_at=5).where(Device.id == three[0].id).execute()
    sun = world.browser("sunmin")
    assert "2 台设备改成" in opened(sun, f"{ticked(three)}&device=99999", "keeper", "小王").text
    assert sun.get(f"/devices/many?device={three[0].id}").status_code == 404
    assert sun.get("/devices/many?all=1&q=没有的").status_code == 404


def test_only_dispatcher_and_supervisor_change_many(world, three):
    shown = json.dumps({str(three[0].id): ""})
    for login in ("chen", "shen", "admin"):
        browser = world.browser(login)
        assert "处理勾选的" not in browser.get("/devices").text
        assert browser.get(f"/devices/many?{ticked(three)}").status_code == 403
        form = {"csrf_token": csrf(browser.get("/account").text), "column": "keeper", "value": "x"}
        assert browser.post("/devices/many/column", data=form | {"version": shown}).status_code == 403
        assert browser.post(f"/devices/many/labels?{ticked(three)}", data=form).status_code == 403


# Labels


def give_labels(browser, selection: str):
    page = browser.get(f"/devices/many?{selection}").text
    action = unescape(re.search(r'action="(/devices/many/labels[^"]*)"', page)[1])
    return browser.post(action, data={"csrf_token": csrf(page)})


def test_what_lacks_a_label_gets_one_and_all_are_printed(world, three):
    sun = world.browser("sunmin")
    answer = give_labels(sun, "all=1&unlabelled=1")
    assert answer.status_code == 303 and "labelled_at=" in answer.location
    worn = Code.select().where(Code.device.in_([device.id for device in three]))
    assert worn.count() == 3 and len({code.bound_at for code in worn}) == 1
    page = sun.get(answer.location).text
    assert "3 台设备" in page and "还没有标签" not in page
    link = unescape(re.search(r'href="([^"]+labels\.pdf[^"]+)"', page)[1])
    printed = sun.get(link)
    assert printed.mimetype == "application/pdf" and printed.data.startswith(b"%PDF")
    bound = Audit.select().where(Audit.action == "code.bind")
    assert {line.ref for line in bound} == {code.code for code in worn}


def test_a_label_that_is_worn_stays(world, three):
    sun, both = world.browser("sunmin"), ticked([three[0], world.office.device])
    assert "其中 1 台还没有标签" in sun.get(f"/devices/many?{both}").text
    assert give_labels(sun, both).status_code == 303
    worn = Code.select().where(Code.device == world.office.device.id, Code.retired_at.is_null())
    assert [code.code for code in worn] == [world.office.code.code]


def test_labels_that_are_not_there_cannot_be_printed(world, three):
    sun = world.browser("sunmin")
    assert sun.get(f"/devices/many/labels.pdf?{ticked(three)}").status_code == 404
    worn = ticked([world.office.device])
    for wrong in ("part=2", "part=0", "layout=a5"):
        assert sun.get(f"/devices/many/labels.pdf?{worn}&{wrong}").status_code == 404


def test_a_day_that_is_known_is_no_estimate_any_more(world, three):
    Device.update(installed_on="2018-01-01", installed_about=True).where(Device.id == three[0].id).execute()
    sun = world.browser("sunmin", phone=False)
    confirm(sun, opened(sun, ticked(three), "installed_on", "2021-05-06"))
    assert (now(three[0]).installed_on, now(three[0]).installed_about) == ("2021-05-06", False)


def test_what_is_no_id_among_those_that_were_shown_is_none(world, three):
    sun = world.browser("sunmin", phone=False)
    preview = opened(sun, ticked(three), "keeper", "小王")
    form = {"version": json.dumps({str(three[0].id): "", "²": "", "9" * 30: ""}), "value": "长" * 300}
    assert confirm(sun, preview, **form).status_code == 422
    assert sun.get("/devices/ports?room=²").status_code in (200, 404)
