"""A sheet that ends otherwise than signed: sent back, refused, absent, on paper."""

from dataclasses import replace

import pytest

from fieldforms.errors import NotFound, NotYourTurn, PaperPhotoNeeded, ReasonNeeded, SheetChanged
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.record import folding
from tests.flow.completing.hands import ACCEPTED, paper_photo, seen, sign, signer_of


def test_a_sheet_sent_back_is_completed_again_by_a_new_entry(shared):
    first = shared.waiting_sheet()
    back = sign(shared, first, answers={}, outcome="returned", reason="还有杂音")
    assert (back.outcome, seen(back.number).row.next_by) == ("returned", "technician")
    draft = drafts.open_next_step(shared.actor("chen"), seen(first.number))
    again = completion.complete(
        shared.actor("chen"), draft.uuid, HandedIn(draft.answers | {"solution": "又换了一次"})
    ).entry
    assert (again.number, again.seq, again.step) == (first.number, 3, "work")
    assert (
        folding.fold_entries(seen(first.number).definition, seen(first.number).entries).answers["solution"]
        == "又换了一次"
    )
    assert sign(shared, again).outcome == "done"


def test_after_a_return_the_old_sheet_cannot_be_signed(shared):
    first = shared.waiting_sheet()
    sign(shared, first, answers={}, outcome="returned", reason="还有杂音")
    draft = drafts.open_next_step(shared.actor("chen"), seen(first.number))
    completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers))
    with pytest.raises(SheetChanged):
        sign(shared, first)


@pytest.mark.parametrize("outcome", ["returned", "refused", "absent"])
def test_what_ends_without_a_signature_needs_a_reason(shared, outcome):
    with pytest.raises(ReasonNeeded):
        sign(shared, shared.waiting_sheet(), answers={}, outcome=outcome)


def test_not_working_yet_is_not_offered_for_a_service_that_was_not_completed(shared):
    waiting = shared.waiting_sheet(
        result="not_completed", not_completed=["follow_up"], follow_up_date="2026-12-01"
    )
    with pytest.raises(NotYourTurn):
        sign(shared, waiting, answers={}, outcome="returned", reason="还有杂音")


@pytest.mark.parametrize("outcome", ["refused", "absent"])
def test_refused_and_absent_close_the_sheet_and_never_count_as_signed(shared, outcome):
    waiting = shared.waiting_sheet()
    _signer, draft = signer_of(shared, waiting)
    given = HandedIn({"satisfaction": "very_satisfied"}, outcome, reason="客户不在", shown=waiting.digest)
    entry = completion.complete(shared.actor("chen"), draft.uuid, given).entry
    found = seen(entry.number)
    assert (found.row.state, found.row.outcome, found.row.unsigned) == ("closed", outcome, True)
    assert found.entries[1].answers["satisfaction"] is None  # nobody rates for the client
    assert found.entries[1].facts["signature"] is None


def test_the_technician_says_what_happened_and_not_that_the_client_sent_it_back(shared):
    waiting = shared.waiting_sheet()
    _signer, draft = signer_of(shared, waiting)
    with pytest.raises(NotFound):
        completion.complete(
            shared.actor("chen"), draft.uuid, HandedIn({}, "returned", reason="x", shown=waiting.digest)
        )


@pytest.mark.parametrize("login", ["zhou", "shen", "wangjing", "admin"])
def test_nobody_else_ends_a_sheet_unsigned(shared, login):
    waiting = shared.waiting_sheet()
    _signer, draft = signer_of(shared, waiting)
    with pytest.raises(NotFound):
        completion.complete(
            shared.actor(login), draft.uuid, HandedIn({}, "refused", reason="x", shown=waiting.digest)
        )


def test_a_paper_signature_needs_a_photo_of_the_paper(shared):
    waiting = shared.waiting_sheet()
    _signer, draft = signer_of(shared, waiting)
    given = HandedIn(ACCEPTED, "signed_on_paper", signer="丁一", shown=waiting.digest)
    theirs = paper_photo(drafts.new_uuid(), b"another sheet")
    for paper in ((), ("0" * 64,), (theirs,)):
        with pytest.raises(PaperPhotoNeeded):
            completion.complete(shared.actor("chen"), draft.uuid, replace(given, paper=paper))
    mine = paper_photo(draft.uuid)
    entry = completion.complete(shared.actor("chen"), draft.uuid, replace(given, paper=(mine, theirs))).entry
    facts = seen(entry.number).entries[1].facts
    assert facts["paper"] == [mine]
    assert facts["signature"]["method"] == "paper"
    assert seen(entry.number).row.unsigned is False


def test_nobody_seals_a_strangers_photo_as_their_paper(shared):
    theirs = paper_photo(drafts.new_uuid(), b"another sheet")
    entry = sign(shared, shared.waiting_sheet(), paper=(theirs,))
    assert seen(entry.number).entries[1].facts["paper"] is None
