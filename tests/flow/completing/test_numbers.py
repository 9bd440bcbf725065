"""Numbers of sheets have no gaps, whoever comes at once and whatever fails."""

from functools import partial

import pytest

from fieldforms.errors import Invalid
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.store import clock
from fieldforms.store.models import Draft, Entry
from tests.flow.completing.hands import NOVEMBER, break_audit, lines, mend_audit
from tests.shared import at_once


def report(world, **changes) -> Entry:
    new = drafts.start_draft(
        world.actor("chen"),
        "fault-report",
        {"device": world.office.device.id},
        drafts.new_uuid(),
        drafts.new_uuid(),
    )
    answers = new.draft.answers | {"symptom": "没有声音", "urgency": "urgent"} | changes
    row = drafts.save_draft(world.actor("chen"), new, answers, 0, "t")
    return completion.complete(world.actor("chen"), row.uuid, HandedIn(row.answers)).entry


def test_numbers_are_gapless_also_after_refusals(world):
    first = world.waiting_sheet()
    with pytest.raises(Invalid):
        world.waiting_sheet(request=None)
    second = world.waiting_sheet("zhou", world.university)
    assert [first.number[-4:], second.number[-4:]] == ["0001", "0002"]


def test_numbers_are_gapless_when_a_seal_fails_half_way(world):
    """The counter was moved, the entry inserted; then the audit line could not be written."""
    world.waiting_sheet()
    draft = world.working_sheet()
    before = Entry.select().count(), lines()
    break_audit()
    with pytest.raises(Exception, match="no audit today"):
        completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers))
    mend_audit()
    assert (Entry.select().count(), lines()) == before
    assert Draft.get(Draft.uuid == draft.uuid).completed_at is None
    entry = completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    assert entry.number[-4:] == "0002"


def test_each_form_and_each_month_counts_by_itself(world):
    with clock.pretend_now(NOVEMBER):
        contact, fault = world.waiting_sheet(), report(world)
    with clock.pretend_now(NOVEMBER + 8 * clock.DAY_MS):
        december = world.waiting_sheet()
    assert [contact.number, fault.number, december.number] == [
        "FW-202611-0001",
        "GZ-202611-0001",
        "FW-202612-0001",
    ]


def test_the_month_is_the_companys_and_not_utcs(world):
    """2026-11-30 16:00 UTC is midnight in Shanghai."""
    midnight = 1_796_054_400_000
    numbers = []
    for moment in (midnight - 1, midnight):
        with clock.pretend_now(moment):
            numbers.append(world.waiting_sheet(arrival="2026-11-24T09:10").number)
    assert numbers == ["FW-202611-0001", "FW-202612-0001"]


def test_the_same_completion_32_times_at_once_is_one_entry(world):
    draft = world.working_sheet()
    given = HandedIn(draft.answers)
    results = at_once(*[partial(completion.complete, world.actor("chen"), draft.uuid, given)] * 32)
    assert {getattr(done, "entry", done) for done in results} == {Entry.get()}
    assert Entry.select().count() == 1


def test_32_sheets_at_once_get_32_numbers_without_a_gap(world):
    """Two clients' chains, one counter."""
    sheets = [world.working_sheet() for _ in range(16)]
    sheets += [world.working_sheet("zhou", world.university) for _ in range(16)]
    results = at_once(
        *[
            partial(
                completion.complete,
                world.actor("chen" if n < 16 else "zhou"),
                draft.uuid,
                HandedIn(draft.answers),
            )
            for n, draft in enumerate(sheets)
        ]
    )
    assert sorted(int(done.entry.number[-4:]) for done in results) == list(range(1, 33))
