"""What a technician changes in the register counts at once, and waits for the dispatcher's look."""

import re

from fieldforms.flow.register import device_events, devices
from fieldforms.store.models import Device, RegisterLook, Room, User
from tests.people import csrf, post_opened
from tests.web.register.hands import new_device

PAGE = "/register/looks"


def serial_changed(world, serial: str, login: str = "chen"):
    device = world.office.device
    said = devices.register_columns.input_texts(
        devices.register_columns.DEVICE_COLUMNS, Device.get_by_id(device.id).__data__
    )
    done = world.browser(login).get(f"/devices/{device.id}/edit")
    assert done.status_code == 200
    devices.edit_device(world.actor(login), device.id, said | {"serial": serial})


def tap_seen(browser, page: str, at: int = 0):
    """The button of one form of this page."""
    form = re.findall(
        r'<form method="post" action="/register/looks".*?</form>', browser.get(page).text, re.DOTALL
    )[at]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    return browser.post(PAGE, data=fields | {"csrf_token": csrf(form)})


def test_the_dispatchers_first_page_says_who_changed_what_and_one_tap_is_a_look(world):
    sun = world.browser("sunmin")
    serial_changed(world, "SN-71")
    serial_changed(world, "SN-72")
    new_device(world.browser("chen"), world.office.client, name="新投影机")
    home = sun.get("/").text
    assert "陈志远改了档案" in home and world.office.device.name in home and "新投影机" in home
    page = sun.get(PAGE).text
    assert "序列号" in page and "→ SN-72" in page and "SN-71" not in page, "before the first, after the last"
    assert "新登记" in page
    assert tap_seen(sun, "/").location == "/"
    assert "改了档案" not in sun.get("/").text and "都看过了" in sun.get(PAGE).text
    assert {look.looked_by.login for look in RegisterLook.select()} == {"sunmin"}


def test_what_is_changed_while_somebody_looks_waits_for_another_look(world):
    sun = world.browser("sunmin")
    serial_changed(world, "SN-71")
    stale = sun.get("/").text
    form = re.search(r'<form method="post" action="/register/looks".*?</form>', stale, re.DOTALL)[0]
    RegisterLook.update(at=RegisterLook.at + 1).execute()  # one more change, a moment later
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert sun.post(PAGE, data=fields | {"csrf_token": csrf(stale)}).status_code == 303
    assert "陈志远改了档案" in sun.get("/").text


def test_state_room_contact_label_and_cables_are_told_too(world):
    chen, device = world.actor("chen"), world.office.device
    device_events.set_device_state(chen, device.id, {"state": "faulty", "note": "无声"})
    post_opened(
        world.browser("chen"), f"/contacts/{world.office.contact.id}/edit", name="徐明", mobile="13800007777"
    )
    post_opened(world.browser("chen"), f"/rooms/{world.office.room.id}/edit", modes="本地会议")
    page = world.browser("gao").get(PAGE).text
    for words in ("改状态", "138 0000 7777", "本地会议", f"/rooms/{world.office.room.id}"):
        assert words in page, words


def test_what_the_office_changes_itself_waits_for_nobody(world):
    serial_changed(world, "SN-9", "sunmin")
    assert RegisterLook.select().count() == 0


def test_neither_technicians_nor_managers_look(world):
    serial_changed(world, "SN-71")
    for login in ("chen", "shen", "admin"):
        assert world.browser(login).get(PAGE).status_code == 403
    assert "改了档案" not in world.browser("chen").get("/").text


def test_of_a_confidential_room_only_that_it_was_changed(world):
    """What it says now stands on its page, and whoever opens that is written down."""
    room = world.office.room
    post_opened(world.browser("chen"), f"/rooms/{room.id}/edit", modes="本地会议")
    assert "本地会议" in world.browser("gao").get(PAGE).text
    User.update(confidential=True).where(User.login << ("chen", "gao")).execute()
    post_opened(world.browser("gao"), f"/rooms/{room.id}/edit", name=room.name, floor="3F", confidential="1")
    assert Room.get_by_id(room.id).confidential
    post_opened(world.browser("chen"), f"/rooms/{room.id}/edit", modes="保密会议")
    page = world.browser("gao").get(PAGE).text
    assert room.name in page and "会议 →" not in page and "保密会议" not in page and "本地会议" not in page
