"""A correction: a new sheet supersedes the old one, and both stay."""

import pytest

from fieldforms.errors import NotYourTurn
from fieldforms.flow.completing import completion, corrections, record_events
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.store.models import Draft, Entry
from tests.flow.completing.hands import paper_photo, seen, sign


def corrected(world, **values) -> tuple[Entry, Draft]:
    old = world.signed_sheet()
    return old, corrections.correct_record(world.actor("chen"), old.number, "日期写错了", **values)


def test_a_correction_starts_with_the_staffs_answers_only(shared):
    old, draft = corrected(shared)
    assert draft.record != old.record
    assert draft.answers["request"] == "会议室话筒有杂音"
    assert not {"satisfaction", "comments", "accessories"} & draft.answers.keys()


def test_a_correction_supersedes_and_both_stay(shared):
    old, draft = corrected(shared)
    new = completion.complete(
        shared.actor("chen"), draft.uuid, HandedIn(draft.answers | {"remarks": "改了日期"})
    ).entry
    assert (seen(new.number).row.supersedes, seen(old.number).row.corrected_by) == (old.number, new.number)
    assert seen(new.number).entries[0].payload["supersedes"] == old.number
    assert seen(old.number).row.state == "closed"
    assert seen(new.number).row.unsigned  # the client signs again
    assert not seen(old.number).row.superseded_by
    assert sign(shared, new).outcome == "done"
    assert seen(old.number).row.superseded_by == new.number


def test_why_it_was_corrected_is_sealed(shared):
    _old, draft = corrected(shared)
    new = completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    assert seen(new.number).entries[0].facts["reason"] == "日期写错了"


def test_a_corrected_sheet_keeps_its_photos(shared):
    draft = shared.working_sheet()
    photo = paper_photo(draft.uuid, b"the amplifier")
    waiting = completion.complete(
        shared.actor("chen"), draft.uuid, HandedIn(draft.answers | {"work_photos": [photo]})
    ).entry
    new = corrections.correct_record(shared.actor("chen"), sign(shared, waiting).number, "日期写错了")
    entry = completion.complete(shared.actor("chen"), new.uuid, HandedIn(new.answers)).entry
    assert seen(entry.number).entries[0].answers["work_photos"] == [photo]


def test_a_cancelled_correction_leaves_the_old_sheet_standing(shared):
    old, draft = corrected(shared)
    new = completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    record_events.cancel_record(shared.actor("chen"), new.number, "还是原来的对")
    assert seen(old.number).row.corrected_by == ""
    assert corrections.correct_record(shared.actor("chen"), old.number, "这次真的错了")


def test_one_sheet_is_corrected_once(shared):
    old, first = corrected(shared)
    assert (
        corrections.correct_record(shared.actor("chen"), old.number, "日期写错了").uuid == first.uuid
    )  # goes on with it
    second = corrections.correct_record(shared.actor("lihua"), old.number, "日期写错了")
    completion.complete(shared.actor("chen"), first.uuid, HandedIn(first.answers))
    with pytest.raises(NotYourTurn):
        completion.complete(shared.actor("lihua"), second.uuid, HandedIn(second.answers))
    with pytest.raises(NotYourTurn):
        corrections.correct_record(shared.actor("chen"), old.number, "again")


def test_an_open_sheet_is_taken_back_and_not_corrected(shared):
    with pytest.raises(NotYourTurn):
        corrections.correct_record(shared.actor("chen"), shared.waiting_sheet().number, "日期写错了")
