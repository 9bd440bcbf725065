"""What earlier sheets left open is offered to the next one by name, and settled by ticking it."""

import re
from html import unescape

import pytest

from fieldforms.flow.prefill import open_points
from fieldforms.store import clock
from fieldforms.store.models import Code, Device
from fieldforms.store.register.sites import Site
from tests.web.hands import Form, completed_sheet, contact_body, errors


@pytest.fixture
def second(world):
    """Another device of the office, in the same room: its code."""
    now, place = clock.now(), world.office
    device = Device.create(
        client=place.client, room=place.room, name="功放", category="amplifier", created_at=now
    )
    return Code.create(code="7K3QF9X2MN", device=device, made_at=now, bound_at=now)


def offered(page: str) -> list[str]:
    return [unescape(name) for name in re.findall(r'name="open_points.solved" value="([^"]*)"', page)]


def ticked(page: str) -> list[str]:
    return [unescape(name) for name in re.findall(r'name="open_points.solved" value="([^"]*)" checked', page)]


def written(page: str) -> str:
    return unescape(re.search(r'<textarea id="f-open_points"[^>]*>(.*?)</textarea>', page, re.DOTALL)[1])


def left(world, **place) -> list[str]:
    found = open_points.open_points_at(world.actor("chen"), Site(world.office.client.id, **place))
    return [line for each in found for line in each.text.splitlines()]


def at_device(world) -> list[str]:
    return left(world, device=world.office.device.id)


def next_sheet(world, solved=(), taken=None, where=None, **body) -> str:
    """Chen's next sheet at the place, with these ticked: its number."""
    chen = world.browser("chen")
    form = Form(chen, f"/forms/service-contact/new?{where or f'device={world.office.code.code}'}")
    points = {"open_points.left": taken or offered(form.page.text), "open_points.solved": list(solved)}
    checked = form.post(then="check", **contact_body(world.office, **body), **points)
    assert checked.status_code == 303, errors(checked.text)
    return Form(chen, checked.location, "complete").post().location.split("/")[2]


def test_each_point_is_offered_by_name_and_not_written_a_second_time(world):
    number = completed_sheet(world.browser("chen"), world.office, open_points="待换端子\n风扇有异响")
    page = Form(
        world.browser("chen"), f"/forms/service-contact/new?device={world.office.code.code}"
    ).page.text
    assert offered(page) == [f"待换端子（{number}）", f"风扇有异响（{number}）"]
    assert written(page) == "" and ticked(page) == []


def test_what_is_ticked_is_settled_and_the_rest_is_told_once(world):
    chen = world.browser("chen")
    number = completed_sheet(chen, world.office, open_points="待换端子\n风扇有异响")
    later = next_sheet(world, [f"待换端子（{number}）"], open_points="缺一个遥控器")
    assert at_device(world) == left(world) == ["缺一个遥控器", f"风扇有异响（{number}）"]
    assert f"已解决：待换端子（{number}）" in chen.get(f"/records/{later}").text
    for url in (f"/devices/{world.office.device.id}", f"/clients/{world.office.client.id}"):
        assert "待换端子" not in chen.get(url).text and chen.get(url).text.count("风扇有异响") == 1
    once_more = next_sheet(world, [f"风扇有异响（{number}）"])
    assert at_device(world) == [f"缺一个遥控器（{later}）"] and once_more


def test_all_ticked_and_nothing_is_left(world):
    number = completed_sheet(world.browser("chen"), world.office, open_points="待换端子")
    next_sheet(world, [f"待换端子（{number}）"])
    assert at_device(world) == left(world) == []


def test_silence_still_settles_nothing(world):
    number = completed_sheet(world.browser("chen"), world.office, open_points="待换端子")
    next_sheet(world)
    assert at_device(world) == left(world) == [f"待换端子（{number}）"]


def test_a_tick_waits_in_the_draft_and_can_be_taken_back(world):
    number = completed_sheet(world.browser("chen"), world.office, open_points="待换端子")
    form = Form(world.browser("chen"), f"/forms/service-contact/new?device={world.office.code.code}")
    point = f"待换端子（{number}）"
    form.autosave(**{"open_points.left": point, "open_points.solved": point, "open_points": "新的"})
    page = world.browser("chen").get(form.url).text
    assert (offered(page), ticked(page), written(page)) == ([point], [point], "新的")
    again = Form(world.browser("chen"), form.url)
    again.autosave(**{"open_points.left": point, "open_points": "新的"})
    page = world.browser("chen").get(form.url).text
    assert (offered(page), ticked(page), written(page)) == ([point], [], "新的")


def test_a_sheet_of_the_room_settles_a_device_it_is_not_about(world, second):
    number = completed_sheet(
        world.browser("chen"), world.office, open_points="功放待修", serviced_devices=second.code
    )
    next_sheet(world, [f"功放待修（{number}）"], where=f"room={world.office.room.id}")
    for place in ({}, {"room": world.office.room.id}, {"device": second.device_id}):
        assert left(world, **place) == []


def test_the_same_words_of_two_sheets_are_two_points(world, second):
    chen = world.browser("chen")
    one = completed_sheet(chen, world.office, open_points="待清洁")
    two = completed_sheet(chen, world.office, open_points="待清洁", serviced_devices=second.code)
    room = f"room={world.office.room.id}"
    page = chen.get(f"/forms/service-contact/new?{room}").text
    assert sorted(offered(page)) == sorted([f"待清洁（{one}）", f"待清洁（{two}）"])
    next_sheet(world, [f"待清洁（{two}）"], where=room)
    assert left(world) == [f"待清洁（{one}）"]
