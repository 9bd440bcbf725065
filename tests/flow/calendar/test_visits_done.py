"""A visit is done by a sheet: by which, how near, and what a correction or cancellation changes."""

import pytest

from fieldforms.errors import VisitSettled
from fieldforms.flow.calendar import plans
from fieldforms.flow.completing import completion, corrections, record_events, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.store import clock
from fieldforms.store.models import Device, Draft, Record, Room
from fieldforms.store.models import Visit as Row
from tests import audit_lines
from tests.flow.calendar.hands import DAY, TUESDAY, all_of, given, noon, outcomes, planned, planned_at, sheet
from tests.shared import during


def test_a_sheet_begun_from_a_visit_does_it(world):
    plan = planned(world, starts_on="2026-09-24")
    entry = sheet(world, plan, "2026-09-24")  # the oldest, though others are nearer
    assert outcomes(world, plan) == {"2026-09-24": "done"}
    assert Row.get().record == entry.record
    assert "visit.done" in [line.action for line in audit_lines.lines_about(str(plan.id))]


def test_a_moved_visit_is_done_like_any_other(world):
    plan = planned(world)
    plans.move_visit(world.actor("gao"), plan.id, "2026-11-24", "2026-12-05", "客户要求")
    sheet(world, plan, "2026-11-24")
    [visit] = [v for v in all_of(world, plan) if v.done]
    assert (str(visit.by_rule), str(visit.day), visit.state.reason) == (
        "2026-11-24",
        "2026-12-05",
        "客户要求",
    )


def test_a_sheet_that_was_not_begun_from_the_calendar_counts_too(world):
    plan = planned(world, starts_on="2026-11-20")
    sheet(world)
    assert outcomes(world, plan) == {"2026-11-20": "done"}


@pytest.mark.parametrize(("days", "done"), [(-15, True), (-16, False), (15, True), (16, False)])
def test_it_counts_within_half_the_period_and_no_further(world, days, done):
    plan = planned(world, skip_holidays="", starts_on="2026-11-24", ends_on="2026-11-24")
    with clock.pretend_now(noon(TUESDAY + DAY * days)):
        sheet(world, day=TUESDAY + DAY * days)
    assert outcomes(world, plan) == ({"2026-11-24": "done"} if done else {})


def test_one_sheet_does_one_visit_the_nearest(world):
    plan = planned(world, every="1", unit="week", starts_on="2026-11-19")
    sheet(world)
    assert outcomes(world, plan) == {"2026-11-26": "done"}
    sheet(world)
    assert outcomes(world, plan) == {
        "2026-11-26": "done"
    }  # the one of 19 November is further away than half a week


def test_the_visit_of_the_device_comes_before_that_of_the_client(world):
    whole = planned(world)
    device = planned_at(world, f"device-{world.office.device.id}")
    sheet(world)
    assert outcomes(world, device) == {"2026-11-24": "done"}
    assert outcomes(world, whole) == {}


def test_a_sheet_about_another_device_or_room_or_client_does_nothing(world):
    other_room = Room.create(client=world.office.client, name="另一间")
    other = Device.create(
        client=world.office.client, room=other_room, name="x", category="other", created_at=1
    )
    plan_a = planned_at(world, f"device-{other.id}")
    plan_b = planned_at(world, f"room-{other_room.id}")
    plan_c = planned(world, world.university)
    sheet(world)
    assert outcomes(world, plan_a) == outcomes(world, plan_b) == outcomes(world, plan_c) == {}
    plan_d = planned_at(world, f"room-{world.office.room.id}")
    sheet(world)
    assert outcomes(world, plan_d) == {"2026-11-24": "done"}


def test_another_form_does_nothing(world):
    plan = planned(world, key="av-maintenance")
    sheet(world)
    assert outcomes(world, plan) == {}


def test_an_address_written_by_hand_does_no_other_clients_visit(world):
    theirs = planned(world, world.university)
    sheet(world, theirs, "2026-11-24")
    assert outcomes(world, theirs) == {}
    mine = planned(world, starts_on="2026-11-20")
    sheet(world, mine, "2026-11-21")  # no day of the plan: the nearest counts
    assert outcomes(world, mine) == {"2026-11-20": "done"}


def test_a_skipped_visit_stays_skipped(world):
    plan = planned(world)
    plans.skip_visit(world.actor("gao"), plan.id, "2026-11-24", "停电")
    sheet(world, plan, "2026-11-24")
    assert outcomes(world, plan) == {"2026-11-24": "skipped"}


def test_a_sheet_of_a_plan_that_changed_meanwhile_does_the_new_ones_visit(world):
    old = planned(world)
    new = plans.change_plan(world.actor("gao"), old.id, given(every="2"))
    sheet(world, old, "2026-11-24")
    assert (outcomes(world, old), outcomes(world, new)) == ({}, {"2026-11-24": "done"})


def test_the_signature_that_follows_does_nothing_more(world):
    plan = planned(world, every="1", unit="week", starts_on="2026-11-24")
    world.signed_sheet()
    assert outcomes(world, plan) == {"2026-11-24": "done"}


def test_a_cancelled_sheets_visit_is_open_again(world):
    plan = planned(world)
    entry = sheet(world, plan, "2026-11-24")
    record_events.cancel_record(world.actor("chen"), entry.number, "填错了客户")
    assert outcomes(world, plan) == {}
    assert all_of(world, plan)[0].open
    sheet(world)
    assert outcomes(world, plan) == {"2026-11-24": "done"}


def test_a_cancelled_sheets_moved_visit_is_a_moved_one_again(world):
    plan = planned(world)
    plans.move_visit(world.actor("gao"), plan.id, "2026-11-24", "2026-11-30", "客户要求")
    entry = sheet(world, plan, "2026-11-24")
    record_events.cancel_record(world.actor("chen"), entry.number, "填错了客户")
    assert outcomes(world, plan) == {"2026-11-24": "moved"}


def corrected(world, entry, **changes):
    actor = world.actor("chen")
    draft = corrections.correct_record(actor, entry.number, "设备写错了")
    new = drafts.draft_to_fill(actor, draft.uuid)
    draft = drafts.save_draft(actor, new, new.draft.answers | changes, draft.version, "tests")
    return completion.complete(actor, draft.uuid, HandedIn(draft.answers)).entry


def test_a_correction_keeps_the_visit_of_what_it_corrects(world):
    plan = planned(world, every="1", unit="week", starts_on="2026-11-24")
    entry = world.signed_sheet()
    with clock.pretend_now(noon(TUESDAY + DAY * 9)):
        corrected(world, entry)
        assert outcomes(world, plan) == {"2026-11-24": "done"}  # and it does no other


def test_a_correction_that_was_elsewhere_opens_the_visit_again(world):
    plan = planned_at(world, f"device-{world.office.device.id}")
    entry = world.signed_sheet()
    assert outcomes(world, plan) == {"2026-11-24": "done"}
    corrected(world, entry, serviced_devices=[])
    assert outcomes(world, plan) == {}
    assert "visit.reopen" in [line.action for line in audit_lines.lines_about(str(plan.id))]


def test_a_correction_keeps_the_visit_of_a_device_that_no_sheet_can_name(world):
    """It has no label: only the calendar knew what the sheet was about."""
    bare = Device.create(client=world.office.client, name="无标签", category="other", created_at=1)
    plan = planned_at(world, f"device-{bare.id}")
    draft = world.working_sheet()
    Draft.update(origin={"plan": plan.id, "due": "2026-11-24"}).where(Draft.id == draft.id).execute()
    entry = completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    assert outcomes(world, plan) == {"2026-11-24": "done"}
    signer = signature_requests.signer_draft(world.actor("chen"), entry.number)[1]
    absent = HandedIn({}, outcome="absent", reason="客户不在", shown=entry.digest)
    completion.complete(world.actor("chen"), signer.uuid, absent)
    corrected(world, entry)
    assert outcomes(world, plan) == {"2026-11-24": "done"}


def test_a_correction_counts_on_the_day_of_the_first_sheet(world):
    entry = world.signed_sheet()
    plan = planned(world, every="1", unit="week", starts_on="2026-11-24")
    with clock.pretend_now(noon(TUESDAY + DAY * 7)):
        corrected(world, entry)
    assert outcomes(world, plan) == {"2026-11-24": "done"}


def test_a_cancelled_correction_gives_the_visit_back(world):
    plan = planned(world)
    entry = world.signed_sheet()
    again = corrected(world, entry)
    record_events.cancel_record(world.actor("chen"), again.number, "不用更正")
    assert outcomes(world, plan) == {"2026-11-24": "done"}
    assert Record.get(Record.number == entry.number).superseded_by == ""


def test_who_skips_a_visit_while_it_is_being_done_comes_too_late(world):
    plan = planned(world)

    def skip():
        with clock.pretend_now(noon(TUESDAY)):
            plans.skip_visit(world.actor("gao"), plan.id, "2026-11-24", "停电")

    refused = during(lambda: sheet(world, plan, "2026-11-24"), skip)
    assert isinstance(refused, VisitSettled)
    assert outcomes(world, plan) == {"2026-11-24": "done"}
