"""遗留问题: which sheet has the last word about a device, a room, a client; and what a new sheet starts with."""

import pytest

from fieldforms.flow.completing import record_events
from fieldforms.flow.filling import drafts
from fieldforms.flow.prefill import open_points
from fieldforms.store import clock
from fieldforms.store.models import Audit, Code, Device, Record, Room
from fieldforms.store.register.sites import Site
from tests.people import World


def texts(world: World, place: Site, login="chen") -> list[str]:
    return [points.text for points in open_points.open_points_at(world.actor(login), place)]


def at(world: World) -> dict[str, Site]:
    client = world.office.client.id
    return {
        "device": Site(client, device=world.office.device.id),
        "room": Site(client, room=world.office.room.id),
        "client": Site(client),
    }


@pytest.fixture
def second(world):
    """Another device of the office, in the same room: its code."""
    now = clock.now()
    device = Device.create(
        client=world.office.client, room=world.office.room, name="功放", category="amplifier", created_at=now
    )
    return Code.create(code="7K3QF9X2MN", device=device, made_at=now, bound_at=now)


@pytest.mark.parametrize("place", ["device", "room", "client"])
def test_open_points_are_told_everywhere_until_a_sheet_says_there_are_none(world, place):
    world.signed_sheet(open_points="待换端子")
    assert texts(world, at(world)[place]) == ["待换端子"]
    world.signed_sheet()
    assert texts(world, at(world)[place]) == ["待换端子"], "silence settles nothing"
    world.signed_sheet(open_points="已解决。")
    assert texts(world, at(world)[place]) == []


def test_the_newest_word_holds(world):
    world.signed_sheet(open_points="待换端子")
    world.signed_sheet(open_points="端子已到，待安装")
    assert texts(world, at(world)["client"]) == ["端子已到，待安装"]


def test_each_device_has_its_own(world, second):
    world.signed_sheet(open_points="待换端子")
    world.signed_sheet(open_points="功放待修", serviced_devices=[{"code": second.code}])
    assert texts(world, at(world)["room"]) == ["功放待修", "待换端子"]
    assert texts(world, at(world)["device"]) == ["待换端子"]


def test_what_another_client_left_open_is_not_told(world):
    world.signed_sheet("zhou", world.university, open_points="大学的事")
    assert texts(world, at(world)["client"], "gao") == []
    assert texts(world, Site(world.university.client.id), "chen") == []


def test_a_cancelled_sheet_left_nothing(world):
    entry = world.waiting_sheet(open_points="待换端子")
    assert texts(world, at(world)["device"]) == ["待换端子"]
    record_events.cancel_record(world.actor("chen"), entry.number, "客户改期")
    assert texts(world, at(world)["device"]) == []


def test_a_new_sheet_of_the_device_starts_with_what_was_left(world):
    world.signed_sheet(open_points="待换端子")
    new = drafts.start_draft(
        world.actor("chen"),
        "service-contact",
        {"device": world.office.device.id},
        drafts.new_uuid(),
        drafts.new_uuid(),
    )
    assert new.draft.answers["open_points"] == "待换端子"


def test_a_new_sheet_of_the_room_starts_with_all_that_was_left_there(world, second):
    world.signed_sheet(open_points="待换端子")
    world.signed_sheet(open_points="功放待修", serviced_devices=[{"code": second.code}])
    chen = world.actor("chen")

    def start(origin):
        return drafts.start_draft(chen, "service-contact", origin, drafts.new_uuid(), drafts.new_uuid())

    assert start({"room": world.office.room.id}).draft.answers["open_points"] == "功放待修\n待换端子"
    assert "open_points" not in start({"client": world.office.client.id}).draft.answers


def test_reading_those_of_a_confidential_room_is_written_down(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    number = world.signed_sheet(open_points="待换端子").number
    assert Record.get(Record.number == number).confidential
    assert texts(world, at(world)["room"], "sunmin") == [], "out of scope without the permission"
    assert texts(world, at(world)["room"]) == ["待换端子"]
    assert ("record.read", number) in {(row.action, row.ref) for row in Audit.select()}


def test_what_a_confidential_sheet_left_open_is_not_carried_into_a_sheet_of_another_room(world):
    """Its device was moved: who may read it begins a sheet that everybody will."""
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    world.signed_sheet(open_points="待换端子")
    chen, about = world.actor("chen"), {"device": world.office.device.id}

    def begun() -> dict:
        return drafts.start_draft(
            chen, "service-contact", about, drafts.new_uuid(), drafts.new_uuid()
        ).draft.answers

    assert begun()["open_points"] == "待换端子"
    lobby = Room.create(client=world.office.client, name="大厅")
    Device.update(room=lobby).where(Device.id == world.office.device.id).execute()
    assert "open_points" not in begun()


def test_a_point_that_the_next_sheet_started_with_is_told_once(world, second):
    both = [{"code": world.office.code.code}, {"code": second.code}]
    world.signed_sheet(open_points="待换端子", serviced_devices=both)
    world.signed_sheet(open_points="待换端子\n风扇有异响")
    for place in ("room", "client"):
        assert texts(world, at(world)[place]) == ["待换端子\n风扇有异响"]
    other = Site(world.office.client.id, device=second.device_id)
    assert texts(world, other) == ["待换端子"], "at the other device it is still open"


def test_the_same_words_about_two_devices_are_two_points(world, second):
    world.signed_sheet(open_points="待清洁")
    world.signed_sheet(open_points="待清洁", serviced_devices=[{"code": second.code}])
    assert texts(world, at(world)["room"]) == ["待清洁", "待清洁"]
