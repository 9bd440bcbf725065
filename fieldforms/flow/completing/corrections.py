"""Correcting a closed record: a new one that supersedes it."""

from fieldforms.errors import NotAllowed, NotYourTurn
from fieldforms.flow import form_input
from fieldforms.flow.completing.record_events import CORRECTS, record_and_fold_to_change
from fieldforms.flow.filling.drafts import new_uuid
from fieldforms.flow.people.actors import Actor, may_start_as
from fieldforms.flow.record import folding
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.filling import drafts
from fieldforms.store.models import Draft
from fieldforms.store.record import records


def correct_record(actor: Actor, number: str, reason: str) -> Draft:
    """A new record that supersedes a closed one: the staff's answers only, the client answers and signs anew."""
    actor.needs(*CORRECTS)
    form_input.check_reason(reason)
    with transaction():
        seen, fold = record_and_fold_to_change(actor, number)
        return begin_correction(actor, seen, fold, reason)


def begin_correction(actor: Actor, seen: records.Seen, fold: folding.Fold, reason: str) -> Draft:
    if seen.row.state != "closed" or seen.row.corrected_by:
        raise NotYourTurn
    step = seen.definition.steps[0]
    if not may_start_as(actor, step.by):
        raise NotAllowed
    begun = [
        draft for draft in drafts.open_of(actor.account) if draft.origin.get("supersedes") == seen.row.number
    ]
    if begun:
        return begun[0]
    audit.record_action(actor.user_id, "record.correct", seen.row.number)
    return drafts.create_draft(
        uuid=new_uuid(),
        record=new_uuid(),
        definition=seen.row.definition_id,
        step=step.name,
        author=actor.user_id,
        client=seen.row.client_id,
        origin={"supersedes": seen.row.number, "reason": reason, "room": seen.row.room_id}
        | ({"follows": seen.row.follows} if seen.row.follows else {}),
        answers=folding.answers_of_step(fold.standing, step),
    )
