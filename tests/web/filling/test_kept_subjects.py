"""What a page that a phone keeps is about, and whether the list lets it stay, whatever its address is."""

import json

import pytest

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import assignments
from fieldforms.flow.filling import drafts
from fieldforms.store import clock, scope
from fieldforms.store.models import Assignment, Device, Draft, Record, RecordDevice, Room, User
from fieldforms.store.record import records
from tests import boards

WORKER = {"X-Worker": "1"}


def about(browser, address: str) -> list:
    """As the phone keeps it with the page."""
    answer = browser.get(address, headers=WORKER)
    assert answer.headers.get("X-Keep") == "1", (address, answer.status_code)
    return list(json.loads(answer.headers["X-About"]).items())


def may_stay(browser, subjects: list) -> bool:
    """As static/js/phone_rooms.js judges (isOpen)."""
    found = browser.get("/phone/rooms", headers=WORKER).get_json()
    must_be = [subjects[0], *(each for each in subjects[1:] if each[0] == "draft")]
    is_open = all(id in found["open"].get(sort, []) for sort, ids in must_be for id in ids)
    return is_open and not any(id in found["closed"].get(sort, []) for sort, ids in subjects for id in ids)


def device_address(world) -> str:
    return f"/d/{world.office.code.code}"


def sheet_at(world) -> str:
    return f"/forms/service-contact/new?device={world.office.code.code.lower()}&another=1"


def sheet_in_room(world) -> str:
    return f"/forms/service-contact/new?room={world.office.room.id}&another=1"


def saved_sheet(world) -> str:
    return f"/drafts/{world.working_sheet().uuid}"


def sheet_that_names_a_device(world) -> str:
    """Begun at no device: only its answers name one."""
    answers = world.contact_answers(
        world.office, serviced_devices=[{"code": world.office.code.code, "name": "功放"}]
    )
    origin, actor = {"client": world.office.client.id}, world.actor("chen")
    new = drafts.start_draft(actor, "service-contact", origin, drafts.new_uuid(), drafts.new_uuid())
    return f"/drafts/{drafts.save_draft(actor, new, answers, 0, 'tests').uuid}"


def retired_device(world) -> str:
    Device.update(retired_at=clock.now()).where(Device.id == world.office.device.id).execute()
    return f"/devices/{world.office.device.id}"


PAGES = [device_address, sheet_at, sheet_in_room, saved_sheet, sheet_that_names_a_device]


def take_client_away(world):
    Assignment.update(until=clock.now()).where(Assignment.user == world.users["chen"]).execute()


def close_room(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()


def make_hr(world):
    User.update(role="hr").where(User.id == world.users["chen"].id).execute()


@pytest.mark.parametrize("change", [take_client_away, close_room, make_hr])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_goes_that_is_not_to_be_read_any_more(world, page, change):
    chen = world.browser("chen")
    subjects = about(chen, page(world))
    assert may_stay(chen, subjects)
    change(world)
    assert not may_stay(world.browser("chen"), subjects)


def seal(world, uuid: str):
    completion.complete(world.actor("chen"), uuid, HandedIn(Draft.get(Draft.uuid == uuid).answers))


def discard(world, uuid: str):
    drafts.discard_draft(world.actor("chen"), uuid)


def give_to_zhou(world, uuid: str):
    Draft.update(author=world.users["zhou"]).where(Draft.uuid == uuid).execute()


@pytest.mark.parametrize("end", [seal, discard, give_to_zhou])
def test_the_page_of_a_sheet_that_is_no_longer_to_be_filled_goes(world, end):
    chen, address = world.browser("chen"), saved_sheet(world)
    subjects, empty = about(chen, address), about(chen, sheet_at(world))
    assert may_stay(chen, subjects)
    end(world, address.rsplit("/", 1)[1])
    assert (may_stay(chen, subjects), may_stay(chen, empty)) == (False, True)


def test_the_page_of_a_step_that_is_ones_turn_stays_until_it_is_sealed(world):
    boards.publish()
    seen = records.by_number(scope.SYSTEM, boards.to_send(world))
    sun, step = world.browser("sunmin"), drafts.open_next_step(world.actor("sunmin"), seen)
    subjects = about(sun, f"/drafts/{step.uuid}")
    assert may_stay(sun, subjects)
    given = HandedIn({"sent": {"id": world.users["zhou"].id}})
    completion.complete(world.actor("sunmin"), step.uuid, given)
    assert not may_stay(sun, subjects)


def test_so_does_that_of_a_device_that_was_retired_before(world):
    chen, device = world.browser("chen"), f"/devices/{world.office.device.id}"
    subjects = about(chen, device)
    retired_device(world)
    assert may_stay(chen, subjects)
    close_room(world)
    assert not may_stay(chen, subjects)


def test_so_does_that_of_a_device_which_was_moved_into_a_confidential_room(world):
    chen = world.browser("chen")
    kept = [about(chen, page(world)) for page in PAGES if page is not sheet_in_room]
    vault = Room.create(client=world.office.client, name="密室", confidential=True)
    Device.update(room=vault).where(Device.id == world.office.device.id).execute()
    assert [may_stay(chen, subjects) for subjects in kept] == [False] * 4


def test_a_device_about_which_a_sheet_became_confidential_goes_and_a_sheet_that_names_it_stays(world):
    chen = world.browser("chen")
    world.signed_sheet()
    device, sheet = about(chen, device_address(world)), about(chen, sheet_at(world))
    Record.update(confidential=True).execute()
    assert (may_stay(chen, device), may_stay(chen, sheet)) == (False, True)


def test_a_dispatcher_s_pages_are_judged_too(world):
    sun = world.browser("sunmin")
    subjects = about(sun, device_address(world))
    assert may_stay(sun, subjects)
    close_room(world)
    assert not may_stay(sun, subjects)


def test_an_engineer_keeps_the_device_they_were_sent_to_while_they_are(world):
    boards.publish()
    number, device = boards.to_send(world), world.office.device
    assignments.assign_engineer(world.actor("sunmin"), number, world.users["zhou"].id)
    record = Record.get(Record.number == number)
    RecordDevice.create(record=record, device=device, dated_at=record.dated_at)
    zhou = world.browser("zhou")
    subjects = about(zhou, f"/devices/{device.id}")
    assert may_stay(zhou, subjects)
    close_room(world)
    assert not may_stay(zhou, subjects)
    Room.update(confidential=False).execute()
    Record.update(assignee=world.users["sunmin"]).execute()
    assert not may_stay(zhou, subjects)


def test_a_client_taken_away_is_said_at_the_label_too(world):
    take_client_away(world)
    told = world.browser("chen").get(device_address(world), headers=WORKER)
    assert (told.status_code, told.headers.get("X-Drop"), told.headers.get("X-Keep")) == (200, "1", None)
