"""The demonstration's data holds together, and every sheet in it could really have been completed."""

import re
from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest

from fieldforms import demo
from fieldforms.demo.strokes import HEIGHT, STROKES_WIDTH, draw_name
from fieldforms.forms import answers
from fieldforms.forms import strokes as ink
from fieldforms.forms.kinds import KINDS
from fieldforms.forms.loading import LIBRARY, load

TODAY = date(2026, 11, 24)
CATEGORIES = {
    "mixer", "processor", "amplifier", "speaker", "microphone", "camera", "codec", "projector", "display",
    "led_wall", "matrix", "control", "server", "player", "recorder", "network", "power", "other",
}  # fmt: skip
# What the loader fills in from the register, as the real prefill would.
PREFILLED = {"client_name": "华东文澜大学", "address": "文澜路 1 号", "client_type": "under_warranty", "room_name": "学术报告厅"}  # fmt: skip

REGISTER, SHEETS, OFFICE = demo.register(), demo.sheets(), demo.office()
ALL = [*SHEETS, *OFFICE]
USERS = {user["login"]: user for user in REGISTER["user"]}
CLIENTS = {client["key"]: client for client in REGISTER["client"]}
DEVICES = [(client, device) for client in REGISTER["client"] for device in client["device"]]
ROOMS = {room["key"]: (client["key"], room) for client in REGISTER["client"] for room in client["room"]}
SERIALS = {device["serial"]: client["key"] for client, device in DEVICES}
DEFINITIONS = {key: load(LIBRARY / f"{key}.toml") for key in sorted({sheet["form"] for sheet in ALL})}


def named(sheet: dict) -> str:
    return f"{sheet['form']}-{sheet['days_ago']}-{sheet['time']}"


def given(sheet: dict, entry: dict) -> dict:
    """The entry's answers as the loader would post them."""
    fields = DEFINITIONS[sheet["form"]].fields
    dated = demo.dated_answers(entry.get("answers", {}), TODAY - timedelta(days=sheet["days_ago"]))
    return {name: posted(fields[name].type, value) for name, value in dated.items()}


def moment(sheet: dict, entry: dict) -> str:
    """When the entry was made, as the loader sets the clock."""
    day = TODAY - timedelta(days=sheet["days_ago"])
    begun = datetime.combine(day, time.fromisoformat(sheet["time"]))
    return (begun + timedelta(minutes=entry["after"])).isoformat(timespec="minutes")


def posted(kind: str, value):
    if kind == "signature" and "seed" in value:
        return {"name": value["name"], "strokes": ink.write(draw_name(**value))}
    refers = KINDS[kind].refers
    if refers == "device":
        return [{"code": serial, "name": serial} for serial in value]
    return {"id": 1, "name": USERS[value]["name"]} if refers == "user" else value


def test_there_are_forty_one_devices_and_no_serial_twice():
    assert len(DEVICES) == len(SERIALS) == 41


def test_every_device_stands_in_a_room_of_its_client():
    for client, device in DEVICES:
        assert device["room"] in {room["key"] for room in client["room"]}, device["serial"]


def test_every_device_is_of_a_known_category_and_has_its_manufacturer_one_tap_away():
    for _, device in DEVICES:
        assert device["category"] in CATEGORIES
        assert re.fullmatch(r"400-555-01\d\d", device["manufacturer_phone"])
        assert 2016 <= date.fromisoformat(device["installed_on"]).year <= 2025


def test_backups_are_younger_than_their_devices():
    for _, device in DEVICES:
        for backup in device.get("backup", ()):
            assert device["installed_on"] <= backup["made_on"] <= TODAY.isoformat()


def test_each_role_has_somebody():
    assert Counter(user["role"] for user in USERS.values()) == {
        "technician": 5, "dispatcher": 1, "supervisor": 1, "manager": 1, "hr": 1, "admin": 1,
    }  # fmt: skip


def test_people_are_assigned_to_clients_that_exist_and_have_passwords_long_enough():
    for user in USERS.values():
        assert set(user.get("clients", ())) <= set(CLIENTS)
        assert len(user["password"]) >= 10


def test_every_client_has_a_lead_and_a_room_keeper():
    for client in CLIENTS.values():
        assert any(contact["lead"] for contact in client["contact"])
        assert any(contact["room_keeper"] for contact in client["contact"])


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_a_sheet_names_people_and_devices_of_its_client(sheet):
    entries = sheet["entry"]
    assert SERIALS[sheet["device"]] == sheet["client"]
    assert sheet["client"] in USERS[sheet["technician"]]["clients"]
    assert {entry["by"] for entry in entries if "by" in entry} <= set(USERS)
    contacts = {contact["name"]: contact["phone"] for contact in CLIENTS[sheet["client"]]["contact"]}
    assert {entry["signer"] for entry in entries if "signer" in entry} <= set(contacts)
    for entry in entries:
        found = entry.get("answers", {})
        assert found.get("phone") == contacts.get(found.get("contact"))
        for name in ("serviced_devices", "maintained_devices", "faulty_devices"):
            assert {SERIALS[serial] for serial in found.get(name, ())} <= {sheet["client"]}


@pytest.mark.parametrize("sheet", OFFICE, ids=named)
def test_an_office_sheet_names_people_of_its_client_and_a_room_as_it_is(sheet):
    client = CLIENTS.get(sheet.get("client"))
    assert not client or client["key"] in USERS[sheet["technician"]]["clients"]
    assert {entry["by"] for entry in sheet["entry"] if "by" in entry} <= set(USERS)
    contacts = {contact["name"]: contact["lead"] for contact in client["contact"]} if client else {}
    steps = {step.name: step for step in DEFINITIONS[sheet["form"]].steps}
    for entry in sheet["entry"]:
        if "signer" in entry:
            assert contacts[entry["signer"]] or steps[entry["step"]].by != "client_lead"
        said = entry.get("answers", {})
        assert {SERIALS[serial] for serial in said.get("devices_seen", ())} <= {sheet.get("client")}
        if "power_on_order" in said:
            key, room = ROOMS[sheet["room"]]
            assert key == sheet["client"]
            assert [row["device_on"] for row in said["power_on_order"]] == room["power_on"]
            assert [row["mode"] for row in said["meeting_modes"]] == room["modes"]


def test_the_office_has_a_loan_overdue_and_requests_waiting_for_hr_and_the_supervisor():
    last = {(sheet["form"], sheet["entry"][-1]["step"]): sheet for sheet in OFFICE}
    loan = last["media-loan", "lending"]
    due = demo.dated_answers(loan["entry"][0]["answers"], TODAY - timedelta(days=loan["days_ago"]))[
        "due_back_on"
    ]
    assert due < TODAY.isoformat() and loan["entry"][0]["answers"]["classification"] != "secret"
    assert {("overtime-request", "supervisor_approval"), ("work-report", "report")} <= set(last)


@pytest.mark.parametrize("sheet", ALL, ids=named)
def test_every_step_that_was_done_has_nothing_left_to_mend(sheet):
    definition = DEFINITIONS[sheet["form"]]
    steps = {step.name: step for step in definition.steps}
    earlier: dict = {}
    for entry in sheet["entry"]:
        step, found = steps[entry["step"]], given(sheet, entry)
        names = {field.name for field in definition.fields_of(step)}
        assert set(found) <= names
        if entry["outcome"] != "done":
            continue
        found = {name: value for name, value in PREFILLED.items() if name in names} | found
        assert answers.step_relevant(definition, step, earlier)
        now = moment(sheet, entry)
        assert [
            wrong.field.name for wrong in answers.problems_of_answers(definition, step, found, earlier, now)
        ] == []
        assert set(found) == set(answers.relevant_answers(definition, step, found, earlier))
        earlier |= found


@pytest.mark.parametrize("sheet", ALL, ids=named)
def test_entries_follow_one_another_and_none_lies_in_the_future(sheet):
    after = [entry["after"] for entry in sheet["entry"]]
    assert after == sorted(after)
    assert after[-1] <= sheet["days_ago"] * 1440


@pytest.mark.parametrize("sheet", ALL, ids=named)
def test_an_outcome_other_than_done_says_why(sheet):
    steps = {step.name: step for step in DEFINITIONS[sheet["form"]].steps}
    for entry in sheet["entry"]:
        assert entry["outcome"] in {"done", "returned", "refused", "absent"}
        assert ("reason" in entry) == (entry["outcome"] != "done")
        if entry["outcome"] == "returned":
            assert entry["to"] == steps[entry["step"]].returns_to


def test_a_sheet_cites_an_earlier_one_that_was_not_completed():
    seen: dict = {}
    for sheet in SHEETS:
        if "cites" in sheet:
            assert seen[sheet["cites"]]["entry"][0]["answers"]["result"] == "not_completed"
        seen[sheet.get("key")] = sheet


def test_two_sheets_wait_for_the_client_and_three_faults_are_open():
    last = [(sheet["form"], sheet["entry"][-1]["step"]) for sheet in SHEETS]
    assert last.count(("service-contact", "work")) + last.count(("av-maintenance", "maintenance")) == 2
    assert last.count(("fault-report", "report")) + last.count(("fault-report", "dispatch")) == 3


def test_most_clients_are_satisfied_and_some_are_not():
    ratings = Counter(
        entry["answers"]["satisfaction"]
        for sheet in SHEETS
        for entry in sheet["entry"]
        if "satisfaction" in entry.get("answers", {})
    )
    assert ratings["very_satisfied"] > ratings["satisfied"] > ratings["fair"] >= ratings["dissatisfied"] >= 2


SIGNERS = sorted({entry["signer"] for sheet in ALL for entry in sheet["entry"] if "signer" in entry})


@pytest.mark.parametrize("name", SIGNERS)
def test_a_drawn_signature_is_ink_inside_its_box(name):
    for seed in range(1, 20):
        drawn = ink.read(ink.write(draw_name(name, seed)))
        points = [point for group in drawn for point in group["points"]]
        assert ink.is_signature(drawn)
        assert all(0 <= point["x"] <= STROKES_WIDTH and 0 <= point["y"] <= HEIGHT for point in points)
        assert [point["time"] for point in points] == sorted(point["time"] for point in points)


def test_nobody_signs_the_same_way_twice_but_a_seed_repeats_itself():
    assert draw_name("王立平", 1) == draw_name("王立平", 1) != draw_name("王立平", 2)
