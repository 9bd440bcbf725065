"""A survey taken into the register by the dispatcher: what differs is shown, what was blank stays."""

import pytest

from fieldforms.flow.completing import completion, record_access, survey_results
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import codes
from fieldforms.flow.register.devices import years_in_use
from fieldforms.store.models import Client, Code, Device, Room


@pytest.fixture
def surveyed(world):
    """Surveys the office's room: `surveyed(change, extra rows)` gives the entry."""

    def survey(changes: dict, *more: dict):
        actor = world.actor("chen")
        origin = {"room": world.office.room.id}
        new = drafts.start_draft(actor, "device-survey", origin, drafts.new_uuid(), drafts.new_uuid())
        answers = new.draft.answers
        answers["surveyed_devices"] = [answers["surveyed_devices"][0] | changes, *more]
        row = drafts.save_draft(actor, new, answers, 0, "tests")
        return completion.complete(actor, row.uuid, HandedIn(answers)).entry

    return survey


def registration(world, entry):
    actor = world.actor("sunmin")
    row = drafts.open_next_step(actor, record_access.record_by_number(actor, entry.number))
    return drafts.draft_to_fill(actor, row.uuid)


def register(world, entry, decision):
    found = registration(world, entry)
    answers = {"taken_over": decision} | ({"register_remarks": "再核对"} if decision == "no" else {})
    row = drafts.save_draft(world.actor("sunmin"), found, answers, found.draft.version, "tests")
    return completion.complete(world.actor("sunmin"), row.uuid, HandedIn(answers)).entry


PROJECTOR = {"device_name": "激光投影机", "category": "projector", "model": "EB-L630U"}


def test_a_survey_starts_with_what_the_register_knows(world, surveyed):
    entry = surveyed({})
    assert (
        survey_results.changes_proposed_by_draft(world.actor("sunmin"), registration(world, entry), "zh")
        == []
    )


def test_the_dispatcher_sees_what_differs(world, surveyed):
    entry = surveyed({"model": "TesiraFORTÉ AI", "brand": ""}, PROJECTOR)
    [known, new] = survey_results.changes_proposed_by_draft(
        world.actor("sunmin"), registration(world, entry), "zh"
    )
    assert (known.device.id, [(d.before, d.after) for d in known.differences]) == (
        world.office.device.id,
        [("TesiraFORTÉ", "TesiraFORTÉ AI")],
    )
    assert new.device is None and new.name == "激光投影机"
    page = world.browser("sunmin").get(f"/drafts/{registration(world, entry).draft.uuid}").text
    assert "与设备登记的不同" in page and "TesiraFORTÉ AI" in page and "新设备" in page


def test_taking_over_changes_and_adds_devices_and_a_blank_changes_nothing(world, surveyed):
    entry = surveyed({"model": "TesiraFORTÉ AI", "brand": ""}, PROJECTOR)
    register(world, entry, "yes")
    device = Device.get_by_id(world.office.device.id)
    assert (device.model, device.brand) == ("TesiraFORTÉ AI", "Biamp")
    added = Device.get(Device.name == "激光投影机")
    assert (added.client_id, added.room_id, added.category) == (
        world.office.client.id,
        world.office.room.id,
        "projector",
    )


def test_a_device_without_a_label_is_known_again_and_not_added_twice(world, surveyed):
    device = world.office.device
    Code.update(retired_at=1).where(Code.device == device).execute()
    before = Device.select().count()
    register(world, surveyed({"device_name": "改过的名称", "years": 6}), "yes")
    assert Device.select().count() == before
    device = Device.get_by_id(device.id)
    assert (device.name, years_in_use(device.installed_on), device.installed_about) == ("改过的名称", 6, True)


def test_a_row_added_by_hand_is_the_device_with_its_serial_number(world, surveyed):
    known = Device.create(
        client=world.office.client, name="备用功放", category="amplifier", serial="B-77", created_at=1
    )
    entry = surveyed({}, {"device_name": "功放", "category": "amplifier", "serial": "B-77"})
    [change] = survey_results.changes_proposed_by_draft(
        world.actor("sunmin"), registration(world, entry), "zh"
    )
    assert change.device == known
    Device.create(
        client=world.office.client, name="另一台", category="amplifier", serial="B-77", created_at=1
    )
    [change] = survey_results.changes_proposed_by_draft(
        world.actor("sunmin"), registration(world, entry), "zh"
    )
    assert change.device is None, "two have it: nobody knows which is meant"


def test_a_survey_that_says_the_same_years_leaves_the_day_alone(world, surveyed):
    Device.update(installed_on="2020-03-04").where(Device.id == world.office.device.id).execute()
    assert (
        survey_results.changes_proposed_by_draft(
            world.actor("sunmin"), registration(world, surveyed({})), "zh"
        )
        == []
    )


def test_a_room_full_of_devices_is_a_line_each(world):
    for n in range(30):
        Device.create(
            client=world.office.client,
            room=world.office.room,
            name=f"话筒 {n}",
            category="microphone",
            created_at=1,
        )
    page = (
        world.browser("chen")
        .get(f"/forms/device-survey/new?room={world.office.room.id}", follow_redirects=True)
        .text
    )
    assert page.count('<details class="repeat-row"') == 31 and ">话筒 7 " in page.replace("\n", "")


def test_without_a_yes_nothing_changes(world, surveyed):
    entry = surveyed({"model": "TesiraFORTÉ AI"}, PROJECTOR)
    register(world, entry, "no")
    assert Device.get_by_id(world.office.device.id).model == "TesiraFORTÉ"
    assert not Device.select().where(Device.name == "激光投影机").exists()


def test_a_made_up_code_is_a_device_the_register_does_not_know(world, surveyed):
    entry = surveyed({}, PROJECTOR | {"label_code": label_codes.new_code()})
    [new] = survey_results.changes_proposed_by_draft(world.actor("sunmin"), registration(world, entry), "zh")
    assert new.device is None


def test_another_clients_device_is_not_changed(world, surveyed):
    entry = surveyed({"label_code": world.university.code.code, "device_name": "改名"})
    register(world, entry, "yes")
    assert Device.get_by_id(world.university.device.id).name == "阶梯教室功放"


def test_a_device_that_went_out_of_use_stays_as_it_was_and_the_dispatcher_is_told(world, surveyed):
    entry, device = surveyed({"model": "TesiraFORTÉ AI"}), world.office.device
    Device.update(retired_at=1).where(Device.id == device.id).execute()
    before = Device.select().count()
    page = world.browser("sunmin").get(f"/drafts/{registration(world, entry).draft.uuid}").text
    assert "设备已停用" in page and "登记不改" in page
    register(world, entry, "yes")
    assert Device.get_by_id(device.id).model == "TesiraFORTÉ" and Device.select().count() == before


def test_at_a_client_that_went_out_of_use_nothing_is_changed_or_added(world, surveyed):
    entry = surveyed({"model": "TesiraFORTÉ AI"}, PROJECTOR)
    Client.update(retired_at=1).where(Client.id == world.office.client.id).execute()
    before = Device.select().count()
    register(world, entry, "yes")
    assert (
        Device.get_by_id(world.office.device.id).model == "TesiraFORTÉ" and Device.select().count() == before
    )


def test_a_room_that_went_out_of_use_gets_no_new_device(world, surveyed):
    entry = surveyed({}, PROJECTOR)
    Room.update(retired_at=1).where(Room.id == world.office.room.id).execute()
    register(world, entry, "yes")
    assert Device.get(Device.name == "激光投影机").room_id is None


def blank(world) -> str:
    [code] = codes.make_blank(world.actor("sunmin"), 1)
    return code


def test_a_survey_gives_labels_serial_numbers_and_days_of_installation(world, surveyed):
    first, second = blank(world), blank(world)
    said = {"serial": "N-1", "installed_on": "2021-05-06"}
    entry = surveyed({"label_code": first.lower(), **said}, PROJECTOR | {"label_code": second, **said})
    shown = world.browser("sunmin").get(f"/drafts/{registration(world, entry).draft.uuid}").text
    assert first in shown and second in shown and "2021" in shown
    register(world, entry, "yes")
    old, new = Device.get_by_id(world.office.device.id), Device.get(Device.name == "激光投影机")
    for device, code in ((old, first), (new, second)):
        assert (device.serial, device.installed_on, device.installed_about) == ("N-1", "2021-05-06", False)
        assert Code.get(Code.code == code).device == device


def test_a_label_that_hangs_elsewhere_stays_there_and_the_dispatcher_is_told(world, surveyed):
    other = world.university.code.code
    entry = surveyed({}, PROJECTOR | {"label_code": other})
    [new] = survey_results.changes_proposed_by_draft(world.actor("sunmin"), registration(world, entry), "zh")
    assert "不是空白标签" in new.differences[0].after["zh"]
    register(world, entry, "yes")
    assert Code.get(Code.code == other).device == world.university.device
    assert Device.get(Device.name == "激光投影机")


def test_one_blank_label_on_two_rows_is_bound_once(world, surveyed):
    code = blank(world)
    entry = surveyed(
        {}, PROJECTOR | {"label_code": code}, PROJECTOR | {"label_code": code, "device_name": "二号"}
    )
    register(world, entry, "yes")
    assert Code.get(Code.code == code).device.name == "激光投影机" and Device.get(Device.name == "二号")
