"""A sheet taken back or cancelled, and by whom it is not."""

from dataclasses import replace
from functools import partial

import pytest

from fieldforms.errors import Completed, NotAllowed, NotYourTurn
from fieldforms.flow import local_time
from fieldforms.flow.completing import allowed_actions, completion, record_events
from fieldforms.flow.filling import drafts
from fieldforms.store.models import Draft
from tests.flow.completing.hands import acceptance, seen, sheet_of_steps, signer_of
from tests.shared import during

# Recalled, cancelled


def test_a_sheet_is_taken_back_before_the_client_signs(shared):
    waiting = shared.waiting_sheet()
    signer, old = signer_of(shared, waiting)
    draft = record_events.recall_sheet(shared.actor("chen"), waiting.number, "写错了")
    assert (draft.step, draft.answers["request"]) == ("work", "会议室话筒有杂音")
    with pytest.raises(NotYourTurn):
        completion.complete(signer, old.uuid, acceptance(waiting))


def test_what_is_signed_cannot_be_taken_back_or_cancelled(shared):
    entry = shared.signed_sheet()
    with pytest.raises(NotYourTurn):
        record_events.recall_sheet(shared.actor("chen"), entry.number, "写错了")
    with pytest.raises(Completed):
        record_events.cancel_record(shared.actor("chen"), entry.number, "写错了")


def test_a_cancelled_sheet_keeps_its_number(shared):
    waiting = shared.waiting_sheet()
    entry = record_events.cancel_record(shared.actor("chen"), waiting.number, "客户改期")
    assert entry.number == waiting.number
    found = seen(waiting.number)
    assert (found.row.state, found.row.unsigned, found.entries[1].facts["reason"]) == (
        "cancelled",
        False,
        "客户改期",
    )
    assert shared.waiting_sheet().number > waiting.number
    with pytest.raises(Completed):
        record_events.cancel_record(shared.actor("chen"), waiting.number, "again")


def test_a_cancelled_sheet_cannot_be_signed(shared):
    waiting = shared.waiting_sheet()
    signer, draft = signer_of(shared, waiting)
    record_events.cancel_record(shared.actor("chen"), waiting.number, "客户改期")
    with pytest.raises(NotYourTurn):
        completion.complete(signer, draft.uuid, acceptance(waiting))


def test_either_the_signature_or_the_cancellation_counts_when_both_come_at_once(shared):
    for verb in (record_events.cancel_record, record_events.recall_sheet):
        waiting = shared.waiting_sheet()
        signer, draft = signer_of(shared, waiting)
        outcome = during(
            lambda who=signer, uuid=draft.uuid, shown=waiting: (
                completion.complete(who, uuid, acceptance(shown)).entry
            ),
            partial(verb, shared.actor("chen"), waiting.number, "写错了"),
        )
        assert isinstance(outcome, Completed | NotYourTurn)
        assert seen(waiting.number).row.state == "closed"


def test_two_drafts_of_one_step_at_once_are_one_entry(shared):
    """Two phones in two clients' hands: the second signature finds the sheet signed."""
    waiting = shared.waiting_sheet()
    signer, draft = signer_of(shared, waiting)
    values = {**draft.__data__, "id": None, "uuid": drafts.new_uuid()}
    twin = Draft.create(**{name: value for name, value in values.items() if name != "id"})
    other = replace(signer, extra={"draft": twin.uuid})
    result = during(
        lambda: completion.complete(signer, draft.uuid, acceptance(waiting)).entry,
        partial(completion.complete, other, twin.uuid, acceptance(waiting)),
    )
    assert isinstance(result, NotYourTurn)
    assert [entry.step for entry in seen(waiting.number).entries] == ["work", "acceptance"]


# What was addressed to somebody is not theirs to make undone


def a_paper(world, sender="wangjing"):
    today = local_time.today()
    recipient = {"id": world.users["chen"].id, "name": world.users["chen"].name}
    sent = {"item_kind": "document", "sent_item": "保密制度，1 份", "recipient": recipient,
        "sent_on": today, "reply_by": today}  # fmt: skip
    return world.begun(sender, "document-receipt", sent)


def test_who_is_sent_a_paper_does_not_cancel_it(shared):
    number = a_paper(shared).number
    with pytest.raises(NotAllowed):
        record_events.cancel_record(shared.actor("chen"), number, "不想签")
    assert "cancel" not in allowed_actions.allowed_actions(shared.actor("chen"), seen(number))
    assert record_events.cancel_record(shared.actor("gao"), number, "发错了")


def test_what_one_sent_oneself_one_cancels(shared):
    number = a_paper(shared, "chen").number
    assert "cancel" in allowed_actions.allowed_actions(shared.actor("chen"), seen(number))
    assert record_events.cancel_record(shared.actor("chen"), number, "写错了")


def test_an_engineer_who_was_only_sent_does_not_cancel_the_fault(shared):
    entry = sheet_of_steps(shared, needs_repair="yes", engineer={"id": shared.users["zhou"].id})
    with pytest.raises(NotAllowed):
        record_events.cancel_record(shared.actor("zhou"), entry.number, "不去")
    assert "cancel" not in allowed_actions.allowed_actions(shared.actor("zhou"), seen(entry.number))
    assert "cancel" in allowed_actions.allowed_actions(shared.actor("chen"), seen(entry.number))
