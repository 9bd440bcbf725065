"""A record as a person comes to it: found in their scope, and reviewed."""

from fieldforms.errors import NotFound
from fieldforms.flow import form_input
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.inbox.notes import REVIEW_NOTE
from fieldforms.store.record import records, review_rows


def record_by_number(actor: Actor, number: str) -> records.Seen:
    """A record in the actor's scope, redacted for them. Raises NotFound."""
    seen = records.by_number(actor.viewer, number)
    if seen is None:
        raise NotFound
    if seen.row.confidential and actor.user:
        with transaction():
            audit.record_action(actor.user_id, "record.read", seen.row.number)
    return seen


def review_record(actor: Actor, number: str, note: str, told: bool = False):
    """A supervisor has read the sheet. `told`: the note is for who made it (flow/completing/notes.py)."""
    actor.needs("supervisor", "dispatcher", "manager")
    seen = record_by_number(actor, number)
    form_input.refuse_long_words(note)
    with transaction():
        audit.record_action(actor.user_id, "record.review", seen.row.number)
        return review_rows.add_review(
            seen.row.uuid, actor.account, note, settles=REVIEW_NOTE if told and note else ""
        )
