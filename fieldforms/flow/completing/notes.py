"""批注: words about a sheet that a reader writes for who made it and for the dispatchers, told to them until they have seen
them (issue 8, B "Survey and register"). What is written without saying so stays with who reads ratings: it may speak of one.
"""

from fieldforms.errors import NotAllowed
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import low_ratings, verdicts
from fieldforms.forms.definition import REVIEWERS
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.inbox import notes
from fieldforms.store.inbox.notes import NOTE_SEEN, REVIEW_NOTE
from fieldforms.store.models import Record, Review
from fieldforms.store.record import review_rows

GETS_ALL_NOTES = ("dispatcher",)


def is_told_notes(actor: Actor, row: Record) -> bool:
    """Are the notes on this sheet for this person?"""
    mine = actor.user_id is not None and actor.user_id in (row.opened_by_id, row.technician_id)
    return mine or actor.viewer.role in GETS_ALL_NOTES


def notes_for(actor: Actor) -> list[Record]:
    """Sheets with a note that this person has not seen, the longest waiting first."""
    if actor.user is None:
        return []
    return notes.records_noted_for(actor.viewer, everyones=actor.viewer.role in GETS_ALL_NOTES)


def has_note_to_see(actor: Actor, row: Record) -> bool:
    return (
        actor.user is not None and is_told_notes(actor, row) and notes.is_noted_for(row.uuid, actor.user.id)
    )


def mark_note_seen(actor: Actor, number: str) -> None:
    """Said twice, it is said once. Raises NotFound, NotAllowed for whom notes on this sheet are not for."""
    seen = record_by_number(actor, number)
    if not is_told_notes(actor, seen.row):
        raise NotAllowed
    with transaction():
        if notes.is_noted_for(seen.row.uuid, actor.account.id):
            review_rows.add_review(seen.row.uuid, actor.account, "", settles=NOTE_SEEN)
            audit.record_action(actor.user_id, "record.note_seen", seen.row.number)


def reviews_shown(actor: Actor, row: Record) -> list[Review]:
    """Who read the sheet and what they wrote, as far as this person is to know of it."""
    told = is_told_notes(actor, row) or actor.viewer.reads_ratings
    hidden: set[str] = set() if told else {REVIEW_NOTE, NOTE_SEEN}
    if not told and actor.viewer.role not in REVIEWERS:
        hidden |= {*verdicts.WORDS_OF_REVIEW}
    return [
        each
        for each in review_rows.reviews(row.uuid)
        if low_ratings.may_see_review(actor.viewer, each)
        and (each.by_id == actor.user_id or each.settles not in hidden)
    ]
