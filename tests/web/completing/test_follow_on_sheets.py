"""A sheet that follows another is about the same place, whatever its body says; its page offers it once."""

import pytest

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.record import label_codes
from fieldforms.store import clock, scope
from fieldforms.store.library import definitions
from fieldforms.store.models import Assignment, Code, Device, Draft, Record
from fieldforms.store.record import records
from tests.people import csrf
from tests.web.hands import Form, completed_sheet, contact_body
from tests.web.inbox.hands import fault


def checked(world) -> str:
    """A fault solved on site that waits for its acceptance: its number."""
    number = fault(world, world.office).number
    chen = world.browser("chen")
    token = csrf(chen.get(f"/records/{number}").text)
    form = Form(chen, chen.post(f"/records/{number}/step", data={"csrf_token": token}).location)
    form.post(then="check", lines_and_interfaces="normal", indicator_lights="normal", drivers_and_software="normal",
        outcome="solved", fault_class="lines", remedy="重新压接", minutes="20")  # fmt: skip
    Form(chen, form.url + "/check", "complete").post()
    return number


def test_a_body_cannot_take_a_following_sheet_to_another_client(world):
    number = checked(world)
    Assignment.create(user=world.users["chen"], client=world.university.client, since=clock.now())
    chen = world.browser("chen")
    form = Form(chen, f"/forms/service-contact/new?follows={number}")
    form.post(**contact_body(world.office) | {"device": str(world.university.device.id)})
    draft = Draft.get(Draft.uuid == form.url.split("/")[2])
    assert draft.client_id == world.office.client.id
    assert draft.origin == {"device": world.office.device.id, "follows": number}


def test_a_form_that_nothing_opens_from_there_is_not_found(world):
    number = checked(world)
    assert world.browser("chen").get(f"/forms/startup-check/new?follows={number}").status_code == 404
    assert world.browser("zhou").get(f"/forms/service-contact/new?follows={number}").status_code == 404


def test_a_begun_sheet_is_gone_on_with(world):
    number = checked(world)
    chen = world.browser("chen")
    address = f"/forms/service-contact/new?follows={number}"
    assert address in chen.get(f"/records/{number}").text
    form = Form(chen, address)
    form.post(**contact_body(world.office))
    assert chen.get(address).location == form.url
    assert drafts.drafts.get_draft(form.url.split("/")[2]) is not None


def test_who_erases_is_led_to_the_sheets_that_may_say_the_same(world):
    number = checked(world)
    sheet = Form(world.browser("chen"), f"/forms/service-contact/new?follows={number}")
    checked_at = sheet.post(then="check", **contact_body(world.office)).location
    contact = Form(sheet.browser, checked_at, "complete").post().location.split("/")[2]
    admin = world.browser("admin")
    assert f"/records/{contact}/erasure" in admin.get(f"/records/{number}/erasure").text
    assert f"/records/{number}/erasure" in admin.get(f"/records/{contact}/erasure").text


# What maintenance could not deal with


def labelled(world, category: str) -> str:
    """The code of one more device in the office's room."""
    now, place = clock.now(), world.office
    device = Device.create(
        client=place.client, room=place.room, name=f"另一台 {category}", category=category, created_at=now
    )
    return Code.create(code=label_codes.new_code(), device=device, made_at=now, bound_at=now).code


def maintained(world, codes: list[str], begun: dict) -> str:
    """A report of these devices whose logs nobody could put right: its number."""
    form = definitions.read_definition(definitions.current_version("av-maintenance"))
    answers = {
        field.name: {"not_applicable": True}
        for field in form.fields_of(form.steps[0])
        if field.type in ("two_counts", "normal_or_handled")
    }
    answers |= {"main_logs": {"result": "unresolved", "note": "每晚自动重启"}, "summary": "主机待修",
        "maintained_devices": [{"code": code} for code in codes]}  # fmt: skip
    chen = world.actor("chen")
    new = drafts.start_draft(chen, form.key, begun, drafts.new_uuid(), drafts.new_uuid())
    draft = drafts.save_draft(chen, new, new.draft.answers | answers, 0, "tests")
    return completion.complete(chen, draft.uuid, HandedIn(draft.answers)).entry.number


def booked(number: str) -> tuple[set[str], Record]:
    """(codes, row) of the fault that opened by itself from a report."""
    row = Record.get(Record.follows == number)
    [entry] = records.by_number(scope.SYSTEM, row.number).entries
    return {device["code"] for device in entry.answers["faulty_devices"] or ()}, row


@pytest.mark.parametrize("begun", ["device", "room"])
def test_a_fault_is_booked_on_the_devices_of_the_items_category_only(world, begun):
    servers = {labelled(world, "server"), labelled(world, "server")}
    codes = [world.office.code.code, labelled(world, "camera"), *servers]
    number = maintained(world, codes, {begun: getattr(world.office, begun).id})
    found, row = booked(number)
    assert found == servers
    chen = world.browser("chen")
    assert row.number not in chen.get(f"/d/{world.office.code.code}").text
    assert all(row.number in chen.get(f"/d/{code}").text for code in servers)


def test_a_fault_of_no_scanned_devices_category_is_booked_where_the_report_was_begun(world):
    codes = [labelled(world, "camera"), world.office.code.code]
    number = maintained(world, codes, {"device": world.office.device.id})
    assert booked(number)[0] == {world.office.code.code}


def test_a_fault_of_a_room_is_booked_on_the_room_alone(world):
    codes = [labelled(world, "camera"), world.office.code.code]
    found, row = booked(maintained(world, codes, {"room": world.office.room.id}))
    assert found == set() and row.device_names == "" and row.room_id == world.office.room.id


# What is to be repaired or replaced

REPLACE = {"result": "not_completed", "not_completed": "return_or_replace", "remarks": "带回公司检测"}


def to_be_replaced(world) -> Record:
    """The fault that a contact sheet opened: its row."""
    number = completed_sheet(world.browser("chen"), world.office, **REPLACE)
    return Record.get(Record.follows == number)


@pytest.mark.parametrize(("lang", "mine"), [("zh", "轮到我的"), ("en", "My turn")])
def test_what_is_to_be_replaced_is_the_dispatchers_turn_and_no_longer_the_technicians(world, lang, mine):
    row = to_be_replaced(world)
    assert (row.state, row.next_by) == ("open", "dispatcher")
    home = world.browser("sunmin").get(f"/?lang={lang}").text
    assert row.number in home.split(mine)[1].split("</section>")[0]
    assert row.number not in world.browser("chen").get("/").text


def test_the_dispatcher_reads_what_the_technician_decided(world):
    row, sunmin = to_be_replaced(world), world.browser("sunmin")
    token = csrf(sunmin.get(f"/records/{row.number}").text)
    page = sunmin.post(f"/records/{row.number}/step", data={"csrf_token": token}, follow_redirects=True).text
    said = contact_body(world.office, **REPLACE)
    for words in (said["request"], said["solution"], "带回公司检测", world.office.device.name):
        assert words in page
    assert f"原因：{row.follows}" in sunmin.get(f"/records/{row.number}").text


def test_a_returned_sheet_opens_no_second_fault(world):
    row, chen = to_be_replaced(world), world.browser("chen")
    token = csrf(chen.get(f"/records/{row.follows}").text)
    recalled = chen.post(f"/records/{row.follows}/recall", data={"csrf_token": token, "reason": "写错了"})
    form = Form(chen, recalled.location)
    body = contact_body(world.office, **REPLACE)
    Form(chen, form.post(then="check", **body).location, "complete").post()
    assert Record.select().where(Record.follows == row.follows).count() == 1
