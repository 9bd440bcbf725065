"""Correcting a closed record: a new one that supersedes it. Whoever was asked for it may answer that nothing is to be corrected."""

from fieldforms.errors import NotAllowed, NotYourTurn
from fieldforms.flow import form_input
from fieldforms.flow.completing import allowed_actions
from fieldforms.flow.completing.record_events import (
    CORRECTS,
    is_correctable,
    record_and_fold_to_change,
)
from fieldforms.flow.filling.drafts import new_uuid
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding, projection
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.filling import drafts
from fieldforms.store.models import Draft
from fieldforms.store.record import records, review_rows
from fieldforms.store.record.review_rows import ANSWERED


def correct_record(actor: Actor, number: str, reason: str) -> Draft:
    """A new record that supersedes a closed one: the staff's answers only, the client answers and signs anew."""
    actor.needs(*CORRECTS)
    form_input.check_reason(reason)
    with transaction():
        seen, fold = record_and_fold_to_change(actor, number)
        return begin_correction(actor, seen, fold, reason)


def answer_reviewer(actor: Actor, number: str, words: str) -> None:
    """Nothing is to be corrected, and why: the sheet waits for its reviewer again. Raises NotFound, NotAllowed, NotYourTurn (nobody
    asks for a correction any more, or it is begun), ReasonNeeded, ReasonTooLong."""
    actor.needs(*CORRECTS)
    form_input.check_reason(words)
    with transaction():
        seen, _fold = record_and_fold_to_change(actor, number)
        allowed_actions.check_allowed(actor, seen, "answer")
        review_rows.add_review(seen.row.uuid, actor.account, words, settles=ANSWERED)
        projection.project_record(seen.row.uuid)
        audit.record_action(actor.user_id, "record.answer", seen.row.number)


def begin_correction(actor: Actor, seen: records.Seen, fold: folding.Fold, reason: str) -> Draft:
    if not is_correctable(seen.row):
        raise NotYourTurn
    if not allowed_actions.may_begin_correction(actor, seen.definition):
        raise NotAllowed
    step = seen.definition.steps[0]
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
