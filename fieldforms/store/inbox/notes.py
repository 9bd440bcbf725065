"""Notes on sheets, and who has seen them: looked for among the newest reviews only, however many there are of all the years."""

from peewee import fn

from fieldforms.store import scope
from fieldforms.store.inbox.shown import rows_shown, select_shown
from fieldforms.store.models import Record, Review
from fieldforms.store.prepared import prepared

NOTE, NOTE_SEEN = "note", "note_seen"  # Review.settles
MOST_REVIEWS = 5_000


def records_noted_for(viewer: scope.Viewer, everyones: bool) -> list[Record]:
    """Sheets with a note of somebody else that the viewer has not seen, oldest sheet first. `everyones`: not one's own only."""
    return rows_shown(viewer, noted_for(viewer, everyones=everyones))


@scope.prepared_by_viewer
def noted_for(viewer, *, everyones):
    me = scope.user_id_of(viewer)
    newest = Review.select(fn.COALESCE(fn.MAX(Review.id), 0) - MOST_REVIEWS)
    note = Review.alias()
    unseen = note.select(note.record).where(note.id > newest, *is_unseen_note(note, me))
    mine = () if everyones else ((Record.opened_by == me) | (Record.technician == me),)
    return select_shown(viewer, Record.dated_at, Record.uuid.in_(unseen), *mine)


def is_unseen_note(note, me) -> tuple:
    """Somebody else's, after which this person said of none that they saw it."""
    later = Review.alias()
    after = (later.record == note.record, later.settles == NOTE_SEEN, later.by == me, later.id > note.id)
    return note.settles == NOTE, note.by != me, ~fn.EXISTS(later.select(later.id).where(*after))


def is_noted_for(record: str, user: int) -> bool:
    return bool(unseen_notes(record, user))


@prepared
def unseen_notes(record, user):
    return (
        Review.select(Review.id)
        .where(Review.record == record, *is_unseen_note(Review, user))
        .limit(1)
        .tuples()
    )
