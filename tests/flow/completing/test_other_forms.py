"""Steps of other forms: skipped, somebody's by name, one after the other."""

import pytest

from fieldforms.errors import Invalid, NotFound, NotYourTurn
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.store.models import Draft
from tests.flow.completing.hands import acceptance, seen, sheet_of_steps, sign


def test_a_step_that_is_not_relevant_is_skipped(shared):
    entry = sheet_of_steps(shared, needs_repair="no")
    assert seen(entry.number).row.next_step == "sign"


def test_the_person_who_was_named_fills_the_assignees_step(shared):
    entry = sheet_of_steps(shared, needs_repair="yes", engineer={"id": shared.users["zhou"].id})
    draft = drafts.open_next_step(shared.actor("zhou"), seen(entry.number))
    done = completion.complete(shared.actor("zhou"), draft.uuid, HandedIn({"remedy": "换了保险"})).entry
    assert (done.step, done.actor_id) == ("repair", shared.users["zhou"].id)


def test_nobody_else_fills_the_assignees_step(shared):
    entry = sheet_of_steps(shared, needs_repair="yes", engineer={"id": shared.users["zhou"].id})
    draft = drafts.open_next_step(shared.actor("zhou"), seen(entry.number))
    for login in ("chen", "sunmin", "gao"):
        with pytest.raises(NotFound):
            completion.complete(shared.actor(login), draft.uuid, HandedIn({"remedy": "换了保险"}))


def test_a_person_who_left_is_not_named(shared):
    with pytest.raises(Invalid):
        sheet_of_steps(shared, needs_repair="yes", engineer={"id": shared.users["lihua"].id})


def test_a_later_step_is_not_filled_before_its_turn(shared):
    entry = sheet_of_steps(shared, needs_repair="yes", engineer={"id": shared.users["zhou"].id})
    first = Draft.get(Draft.uuid == entry.draft)
    early = Draft.create(
        **{**first.__data__, "id": None, "uuid": drafts.new_uuid(), "step": "sign", "completed_at": None}
    )
    client = Actor(shared.users["chen"], "handed_over", extra={"draft": early.uuid})
    with pytest.raises(NotYourTurn):
        completion.complete(client, early.uuid, acceptance(entry, answers={"rating": "good"}))


def test_two_people_sign_one_after_the_other(shared):
    entry = sheet_of_steps(shared, needs_repair="no")
    first = sign(shared, entry, answers={"rating": "good"})
    assert seen(entry.number).row.next_by == "client_lead"
    second = sign(shared, first, answers={}, signer="徐明")
    assert (second.step, seen(entry.number).row.state) == ("approve", "closed")
