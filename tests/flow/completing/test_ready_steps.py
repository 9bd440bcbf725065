"""A step is read and checked while nobody waits; what happens until it is sealed counts all the same."""

import pytest

from fieldforms.errors import Completed, NotFound, NotYourTurn, SheetChanged, Stale
from fieldforms.flow.completing import completion, corrections, record_events
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.proof import list_checks
from fieldforms.store import database
from fieldforms.store.models import Assignment, Draft, Entry, RatingMonth, Record
from fieldforms.store.search import matches_words
from tests.flow.completing.hands import acceptance, signer_of
from tests.shared import at_once


def signature(world):
    """A client's signature, read and not yet sealed: complete it with these."""
    waiting = world.waiting_sheet()
    signer, draft = signer_of(world, waiting)
    given = acceptance(waiting)
    ready = completion.make_ready(signer, draft.uuid, given)
    assert ready
    return waiting, {"actor": signer, "uuid": draft.uuid, "given": given, "ready": ready}


def work(world):
    """A technician's step, read and not yet sealed."""
    draft = world.working_sheet()
    given = HandedIn(draft.answers)
    ready = completion.make_ready(world.actor("chen"), draft.uuid, given)
    return draft, {"actor": world.actor("chen"), "uuid": draft.uuid, "given": given, "ready": ready}


def test_what_was_read_is_sealed(shared):
    waiting, signing = signature(shared)
    entry = completion.complete(**signing).entry
    assert (entry.seq, entry.number, entry.outcome) == (2, waiting.number, "done")


def test_what_was_read_is_found_and_counted(shared):
    """The words of a sheet are put together before anybody waits, its number and time are known after: lists have both."""
    waiting, signing = signature(shared)
    seen = completion.complete(**signing).seen
    found = Record.select(Record.number).where(matches_words(f"{waiting.number} 丁一", private_too=False))
    assert [row.number for row in found] == [waiting.number]
    assert list_checks.differences_of_row(seen.row.uuid) == []
    assert list_checks.differences_across_records() == []


def test_nothing_is_written_before(shared):
    before = Entry.select().count(), Draft.select().count()
    draft, _working = work(shared)
    assert (Entry.select().count(), Draft.select().count()) == (before[0], before[1] + 1)
    assert Draft.get(Draft.uuid == draft.uuid).completed_at is None


def test_while_it_is_read_nobody_waits(shared, monkeypatch):
    """No transaction is opened."""
    draft = shared.working_sheet()
    with monkeypatch.context() as patch:
        patch.setattr(database.database.obj, "atomic", None)  # which every transaction opens
        assert completion.make_ready(shared.actor("chen"), draft.uuid, HandedIn(draft.answers))


def test_a_sheet_taken_back_meanwhile_is_not_signed(shared):
    waiting, signing = signature(shared)
    record_events.recall_sheet(shared.actor("chen"), waiting.number, "写错了")
    with pytest.raises(NotYourTurn):
        completion.complete(**signing)


def test_a_sheet_that_says_something_else_by_now_is_not_signed(shared):
    waiting, signing = signature(shared)
    again = record_events.recall_sheet(shared.actor("chen"), waiting.number, "写错了")
    completion.complete(shared.actor("chen"), again.uuid, HandedIn(again.answers | {"solution": "别的"}))
    with pytest.raises(SheetChanged):
        completion.complete(**signing)


def test_signed_by_another_page_meanwhile(shared):
    waiting, signing = signature(shared)
    completion.complete(signing["actor"], signing["uuid"], acceptance(waiting, signer="丁二"))
    with pytest.raises(Completed):
        completion.complete(**signing)


def test_the_same_twice_is_sealed_once(shared):
    _draft, working = work(shared)
    first = completion.complete(**working)
    again = completion.complete(**working)
    assert (again.entry.id, again.repeated) == (first.entry.id, True)


def test_a_draft_saved_again_meanwhile_is_read_again(shared):
    """Without a version the answers are those that were handed in; with one it is stale."""
    draft, working = work(shared)
    chen = shared.actor("chen")
    drafts.save_draft(
        chen, drafts.draft_to_fill(chen, draft.uuid), draft.answers, draft.version, "another tab"
    )
    with pytest.raises(Stale):
        completion.complete(**working, version=draft.version)
    assert completion.complete(**working).entry.seq == 1


def test_a_draft_thrown_away_meanwhile_is_gone(shared):
    draft, working = work(shared)
    drafts.discard_draft(shared.actor("chen"), draft.uuid)
    with pytest.raises(NotFound):
        completion.complete(**working)


def test_of_two_corrections_the_second_comes_too_late(world):
    Assignment.create(user=world.users["zhou"], client=world.office.client, since=1)
    chen, zhou, old = world.actor("chen"), world.actor("zhou"), world.signed_sheet()
    first, second = (corrections.correct_record(who, old.number, "数量写错了") for who in (chen, zhou))
    given = HandedIn(second.answers)
    ready = completion.make_ready(zhou, second.uuid, given)
    assert ready
    completion.complete(chen, first.uuid, HandedIn(first.answers))
    with pytest.raises(NotYourTurn):
        completion.complete(zhou, second.uuid, given, ready=ready)


def test_what_would_be_refused_is_not_ready(shared):
    draft = shared.working_sheet()
    assert completion.make_ready(shared.actor("zhou"), draft.uuid, HandedIn(draft.answers)) is None
    assert completion.make_ready(shared.actor("chen"), draft.uuid, HandedIn({})) is None
    assert completion.make_ready(shared.actor("chen"), "no such draft", HandedIn({})) is None


def test_taken_back_and_signed_at_once_it_is_one_or_the_other(world):
    waiting, signing = signature(world)
    chen = world.actor("chen")
    results = at_once(
        lambda: completion.complete(**signing),
        lambda: record_events.recall_sheet(chen, waiting.number, "写错了"),
    )
    assert len([result for result in results if isinstance(result, NotYourTurn)]) == 1
    assert list_checks.differences_of_row(waiting.record) == []
    assert list_checks.differences_across_records() == []


def test_two_sheets_read_beside_each_other_are_two_ratings(world):
    """Of one client and one technician, in one month: the second counts what the first has made of the month."""
    signings = [signature(world)[1] for _sheet in range(2)]
    assert not [
        result
        for result in at_once(*(lambda given=given: completion.complete(**given) for given in signings))
        if isinstance(result, Exception)
    ]
    assert [row.n for row in RatingMonth.select()] == [2]
    assert list_checks.differences_across_records() == []


def test_one_sheet_signed_by_two_pages_at_once_is_one_rating(world):
    waiting, signing = signature(world)
    other = acceptance(waiting, signer="丁二")
    second = signing | {
        "given": other, "ready": completion.make_ready(signing["actor"], signing["uuid"], other),
    }  # fmt: skip
    results = at_once(lambda: completion.complete(**signing), lambda: completion.complete(**second))
    assert len([result for result in results if isinstance(result, Completed)]) == 1
    assert [row.n for row in RatingMonth.select()] == [1]
