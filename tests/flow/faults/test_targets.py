"""Targets: a client's own, the ones for all, and when a fault is due."""

import pytest

from fieldforms.errors import Invalid, NotAllowed, NotFound
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import targets
from fieldforms.flow.faults.targets import AgreedTimes
from fieldforms.flow.filling import drafts
from fieldforms.flow.record import repair_times
from fieldforms.store import clock
from fieldforms.store.models import Audit, Record
from fieldforms.store.models import Target as Row
from fieldforms.store.record import records


def test_urgencies_come_from_whatever_form_asks_for_them(world):
    assert [choice.name for choice in targets.urgencies()] == ["normal", "urgent", "meeting"]


def test_a_client_has_the_targets_of_all_until_it_has_its_own(world):
    gao, client = world.actor("gao"), world.office.client
    assert targets.target_of_client(client, "urgent") == AgreedTimes(None, None)
    targets.change_targets(gao, None, {"urgent.respond": "60", "urgent.restore": "480"})
    targets.change_targets(gao, client.id, {"urgent.restore": "120"})
    assert targets.target_of_client(client, "urgent") == AgreedTimes(60, 120)
    assert targets.target_of_client(world.university.client, "urgent") == AgreedTimes(60, 480)
    assert targets.target_of_client(None, "urgent") == AgreedTimes(60, 480)
    targets.change_targets(gao, client.id, {})
    assert targets.target_of_client(client, "urgent") == AgreedTimes(60, 480)
    assert Row.select().count() == 1 and [row.action for row in Audit.select()][-1] == "targets.set"


def test_due_is_counted_from_the_report(world):
    targets.change_targets(world.actor("gao"), None, {"meeting.respond": "20"})
    record = Record(client=world.office.client, opened_at=1_000_000, urgency="meeting")
    agreed = targets.targets_agreed_for([record])
    assert agreed.due(record) == (1_000_000 + 20 * clock.MINUTE, None)
    assert agreed.due(record, "normal") == (None, None)


@pytest.mark.parametrize("minutes", ["-1", "一小时", "1.5", "525601", "1" * 20])
def test_minutes_are_whole_and_within_a_year(world, minutes):
    with pytest.raises(Invalid):
        targets.change_targets(world.actor("gao"), None, {"normal.respond": minutes})


def test_only_leads_set_them_and_only_for_clients_that_are_there(world):
    for login in ("chen", "sunmin", "shen"):
        with pytest.raises(NotAllowed):
            targets.change_targets(world.actor(login), None, {})
    with pytest.raises(NotFound):
        targets.change_targets(world.actor("admin"), 999, {})


# How long it took


CHECKS = {
    **dict.fromkeys(("lines_and_interfaces", "indicator_lights", "drivers_and_software"), "normal"),
    "outcome": "solved", "fault_class": "lines", "remedy": "重新压接", "minutes": 20,
}  # fmt: skip
REPAIR = {"repair_remedy": "换了板卡", "repair_minutes": 60, "repair_cost": "0"}


def fault(world) -> str:
    """The uuid of a report by the technician, sealed."""
    chen, device = world.actor("chen"), {"device": world.office.device.id}
    new = drafts.start_draft(chen, "fault-report", device, drafts.new_uuid(), drafts.new_uuid())
    answers = new.draft.answers | {"symptom": "没有声音", "urgency": "urgent"}
    drafts.save_draft(chen, new, answers, 0, "tests")
    return completion.complete(chen, new.draft.uuid, HandedIn(answers)).entry.record


def go_on(world, record: str, login: str, answers: dict) -> None:
    """The next step, filled and sealed."""
    draft = drafts.open_next_step(world.actor(login), records.record_in_full(record))
    completion.complete(world.actor(login), draft.uuid, HandedIn(answers))


def minutes(record: str) -> tuple:
    seen = records.record_in_full(record)
    begun = seen.row.opened_at
    told = repair_times.response_and_restore_times(
        seen.definition, seen.entries, seen.row.state, seen.row.next_by
    )
    return tuple(at and (at - begun) // clock.MINUTE for at in told)


def test_what_is_solved_on_site_is_restored_when_the_remedy_is_told(world):
    now = clock.now()
    with clock.pretend_now(now):
        record = fault(world)
    assert minutes(record) == (None, None)
    with clock.pretend_now(now + 25 * clock.MINUTE):
        go_on(world, record, "chen", CHECKS)
    assert minutes(record) == (25, 25)


def test_what_needs_an_engineer_is_restored_when_the_engineer_is_done(world):
    now = clock.now()
    with clock.pretend_now(now):
        record = fault(world)
    with clock.pretend_now(now + 10 * clock.MINUTE):
        go_on(world, record, "chen", CHECKS | {"outcome": "engineer"})
    assert minutes(record) == (10, None)
    zhou = world.users["zhou"]
    with clock.pretend_now(now + 30 * clock.MINUTE):
        go_on(
            world,
            record,
            "sunmin",
            {"route": "engineer", "assigned_engineer": {"id": zhou.id, "name": zhou.name}},
        )
    assert minutes(record) == (10, None)
    with clock.pretend_now(now + 90 * clock.MINUTE):
        go_on(world, record, "zhou", REPAIR)
    assert minutes(record) == (10, 90)
