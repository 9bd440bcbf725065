"""The list of what a phone keeps of its owner's rooms, and the empty pages that it names."""

import gzip
import json
import re
from urllib.parse import parse_qs

import pytest

from fieldforms.flow.record import label_codes
from fieldforms.store import clock
from fieldforms.store.models import (
    Assignment,
    Audit,
    Code,
    Contact,
    Device,
    Record,
    Room,
)
from tests.people import csrf, questions

WORKER = {"X-Worker": "1"}


def kept_list(world, login: str = "chen", lang: str = "zh") -> dict:
    answer = world.browser(login).get("/phone/rooms", headers=WORKER)
    assert answer.status_code == 200 and answer.headers["X-Keep"] == "1"
    return answer.get_json()


def pages(found: dict) -> dict[str, str]:
    return {address: digest for room in found["rooms"] for address, digest in room["pages"].items()}


def device_address(place) -> str:
    return f"/d/{place.code.code}"


def blank_page(place, form: str) -> str:
    return f"/forms/{form}/new?room={place.room.id}&blank=1"


def another_device(place, name: str, **more) -> tuple[Device, str]:
    now = clock.now()
    device = Device.create(
        **{"client": place.client, "room": place.room, "name": name, "category": "speaker", "created_at": now}
        | more
    )
    code = Code.create(code=label_codes.new_code(), device=device, made_at=now, bound_at=now)
    return device, code.code


def test_the_pages_of_ones_rooms_are_listed_and_may_all_be_kept(world):
    chen, found = world.browser("chen"), kept_list(world)
    listed = pages(found)
    assert {device_address(world.office), blank_page(world.office, "service-contact")} <= listed.keys()
    assert device_address(world.university) not in listed
    assert len(listed) > 4
    for address in listed:
        answer = chen.get(address, headers=WORKER)
        assert (answer.status_code, answer.headers.get("X-Keep")) == (200, "1"), address


@pytest.mark.parametrize("login", ["sunmin", "gao", "shen", "wangjing", "admin"])
def test_who_serves_no_clients_of_their_own_keeps_none(world, login):
    assert kept_list(world, login)["rooms"] == []


def test_whoever_serves_nobody_any_more_keeps_nothing(world):
    Assignment.update(until=clock.now()).where(Assignment.user == world.users["chen"]).execute()
    assert pages(kept_list(world)) == {}


def test_a_confidential_room_is_not_listed_and_what_was_kept_of_it_is_to_go(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    found = kept_list(world)
    left = [{"name": world.office.client.short_name, "rooms": 1, "devices": 1}]
    assert (pages(found), found["begins"], found["left_out"]) == ({}, {}, left)
    assert world.office.room.name not in json.dumps(found, ensure_ascii=False)
    assert world.office.room.id in found["closed"]["room"]
    assert world.office.device.id in found["closed"]["device"]
    told = world.browser("chen").get(device_address(world.office), headers=WORKER)
    assert "X-Keep" not in told.headers and told.headers["X-Drop"] == "1"


def test_a_device_about_which_there_is_a_confidential_sheet_is_not_listed(world):
    world.signed_sheet()
    Record.update(confidential=True).execute()
    found = kept_list(world)
    place = f"{world.office.client.short_name} · {world.office.room.name}"
    assert device_address(world.office) not in pages(found)
    assert found["left_out"] == [{"name": place, "rooms": 0, "devices": 1}]
    told = world.browser("chen").get(device_address(world.office), headers=WORKER)
    assert "X-Keep" not in told.headers


def test_what_is_no_longer_ones_own_is_to_go(world):
    told = world.browser("chen").get(f"/devices/{world.university.device.id}", headers=WORKER)
    assert told.status_code == 404 and told.headers["X-Drop"] == "1"


def test_fetching_what_is_kept_is_no_reading_that_is_written_down(world):
    """A confidential sheet left something open in a room that is confidential no more."""
    world.signed_sheet(open_points="柜门打不开")
    Record.update(confidential=True).execute()
    chen, before = world.browser("chen"), Audit.select().count()
    for address in pages(kept_list(world)):
        assert "柜门打不开" not in chen.get(address, headers=WORKER).text
    assert Audit.select().count() == before


def test_where_no_phone_may_be_none_begins_a_sheet(world):
    Room.update(no_phones=True).where(Room.id == world.office.room.id).execute()
    assert pages(kept_list(world)).keys() == {device_address(world.office)}


def change_device(world):
    Device.update(model="RX-200").where(Device.id == world.office.device.id).execute()


def change_contact(world):
    Contact.update(phone="0571-1").where(Contact.client == world.office.client).execute()


def change_room(world):
    Room.update(no_cameras=True).where(Room.id == world.office.room.id).execute()


@pytest.mark.parametrize("change", [change_device, change_contact, change_room])
def test_what_changes_in_the_register_has_another_digest(world, change):
    before = pages(kept_list(world))
    assert pages(kept_list(world)) == before
    change(world)
    after = pages(kept_list(world))
    for address in (device_address(world.office), blank_page(world.office, "service-contact")):
        assert before[address] != after[address]


def test_a_sheet_about_a_device_changes_its_page_and_no_empty_one(world):
    before = pages(kept_list(world))
    world.signed_sheet()
    after = pages(kept_list(world))
    assert {address for address in before if before[address] != after[address]} == {
        device_address(world.office)
    }


def test_pages_of_another_language_are_other_pages(world):
    before, chen = pages(kept_list(world)), world.browser("chen")
    chen.post("/language", data={"lang": "en", "csrf_token": csrf(chen.get("/").text)})
    assert not set(before.values()) & set(pages(chen.get("/phone/rooms").get_json()).values())


def test_an_empty_page_says_what_the_room_has_and_nothing_of_earlier_sheets(world):
    world.signed_sheet(open_points="柜门打不开")
    chen = world.browser("chen")
    assert (
        "柜门打不开" in chen.get(blank_page(world.office, "service-contact").replace("blank", "another")).text
    )
    page = chen.get(blank_page(world.office, "service-contact")).text
    assert world.office.client.name in page and "柜门打不开" not in page
    assert not re.search(rf'name="serviced_devices" value="{world.office.code.code}"[^>]*checked', page)


def test_the_answers_of_a_device_are_put_into_the_page_of_its_room(world):
    begins = kept_list(world)["begins"][world.office.code.code]
    assert begins["at"] == f"room={world.office.room.id}" and begins["device"] == world.office.device.id
    assert parse_qs(begins["answers"]["service-contact"]) == {"serviced_devices": [world.office.code.code]}
    assert kept_list(world)["clocks"]["service-contact"] == {"arrival": "minute"}


def test_devices_that_stand_in_no_room_begin_where_the_first_of_them_does(world):
    Device.update(room=None).where(Device.id == world.office.device.id).execute()
    other, code = another_device(world.office, "音箱", room=None)
    found = kept_list(world)
    at = {begin["at"] for begin in found["begins"].values()}
    assert len(at) == 1 and at.pop().startswith("device=") and found["begins"][code]["device"] == other.id
    chen = world.browser("chen")
    for address in pages(found):
        assert chen.get(address, headers=WORKER).headers.get("X-Keep") == "1", address


def three_hundred_devices(world) -> None:
    """Twelve rooms of 25, each device with a label."""
    now, client = clock.now(), world.office.client
    rooms = [Room.create(client=client, name=f"机房{n}", floor=f"{n}楼") for n in range(12)]
    about = {"client": client, "category": "speaker", "brand": "BOSE", "model": "PX4", "created_at": now}
    Device.insert_many(
        [
            about | {"room": room, "name": f"功放{n}", "serial": f"S{n:05}"}
            for room in rooms
            for n in range(25)
        ]
    ).execute()
    made = [device.id for device in Device.select().where(Device.brand == "BOSE")]
    labels = [
        {"code": label_codes.new_code(), "device": each, "made_at": now, "bound_at": now} for each in made
    ]
    Code.insert_many(labels).execute()


def test_the_pages_of_three_hundred_devices_are_less_than_three_megabytes(world):
    """As they lie on the phone, packed; of each kind one is weighed: they differ in names."""
    three_hundred_devices(world)
    chen, found = world.browser("chen"), kept_list(world)
    weighed: dict[str, int] = {}

    def weight(address: str) -> int:
        kind = re.sub(r"/d/.*|\?.*", "", address)
        if kind not in weighed:
            answer = chen.get(address, headers=WORKER)
            assert answer.headers.get("X-Keep") == "1"
            weighed[kind] = len(gzip.compress(answer.data))
        return weighed[kind]

    listed = pages(found)
    assert len(listed) > 300 + 12 * 4
    total = sum(map(weight, reversed(listed))) + len(gzip.compress(chen.get("/phone/rooms").data))
    assert total < 3_000_000, total


def test_the_list_asks_as_few_questions_for_many_rooms(world):
    chen = world.browser("chen")

    def asked() -> int:
        chen.get("/phone/rooms")
        with questions() as found:
            assert chen.get("/phone/rooms").status_code == 200
        return len(found)

    before = asked()
    three_hundred_devices(world)
    assert asked() == before


def test_nobody_else_is_told(world):
    answer = world.browser().get("/phone/rooms")
    assert answer.status_code in (302, 401) and not answer.is_json
