"""Sheets that wait for a reviewer, and sheets whose author was asked for a correction: found by an index, however many there are."""

from collections.abc import Iterable

from peewee import fn

from fieldforms.store import scope
from fieldforms.store.inbox.shown import rows_shown, select_shown
from fieldforms.store.models import Entry, Record, RecordDevice, Review, User
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.record.review_rows import ANSWERED, SENT_BACK

MOST_REVIEWS_COUNTED = 1_000


def records_to_review(viewer: scope.Viewer, roles: tuple[str, ...]) -> list[Record]:
    """Closed sheets that wait for the review of one of these roles, the longest waiting first; never the viewer's own."""
    return rows_shown(viewer, awaiting_review(viewer, roles=roles)) if roles else []


@scope.prepared_by_viewer
def awaiting_review(viewer, *, roles):
    return select_shown(viewer, Record.dated_at, *is_to_review(viewer, roles))


def count_to_review(viewer: scope.Viewer, roles: tuple[str, ...]) -> int:
    """How many there are; counting stops at MOST_REVIEWS_COUNTED."""
    return len(ids_to_review(viewer, MOST_REVIEWS_COUNTED, roles=roles)) if roles else 0


@scope.prepared_by_viewer
def ids_to_review(viewer, most, *, roles):
    which = (scope.records(viewer), *is_to_review(viewer, roles))
    return Record.select(Record.id).where(*which).limit(most).tuples()


def is_to_review(viewer: scope.Viewer, roles: tuple[str, ...]) -> tuple:
    return Record.review_by.in_(roles), not_done_by(scope.user_id_of(viewer))


def not_done_by(user):
    """Nobody reviews what they filled, were it one of its steps."""
    others = fn.COALESCE(Record.technician, 0) != user
    filled = Entry.select(Entry.id).where(Entry.record == Record.uuid, Entry.actor == user, Entry.step != "")
    return others & (fn.COALESCE(Record.opened_by, 0) != user) & ~fn.EXISTS(filled)


def has_filled(user: int, record: str) -> bool:
    """One of its steps."""
    return bool(steps_filled_by(user, record))


@prepared
def steps_filled_by(user, record):
    return (
        Entry.select(Entry.id)
        .where(Entry.record == record, Entry.actor == user, Entry.step != "")
        .limit(1)
        .tuples()
    )


def count_about_same_devices(viewer: scope.Viewer, row: Record, within: int) -> int:
    """How many sheets of its form, itself among them, were about one of its devices in the time (ms) up to its day."""
    return number_about_devices_of(viewer, row.id, row.key, row.dated_at - within, row.dated_at)[0][0]


@scope.prepared_by_viewer
def number_about_devices_of(viewer, record, key, since, until):
    of_it = RecordDevice.select(RecordDevice.device).where(RecordDevice.record == record)
    about = RecordDevice.select(RecordDevice.record).where(RecordDevice.device.in_(of_it))
    then = (Record.key == key, Record.dated_at >= since, Record.dated_at <= until, Record.in_force)
    query = Record.select(fn.COUNT(Record.id)).where(scope.records(viewer), Record.id.in_(about), *then)
    return query.tuples()


def records_to_correct(viewer: scope.Viewer, everyones: bool, correctors: tuple[str, ...]) -> list[Record]:
    """Closed sheets whose author was asked for a correction that nobody has begun, the longest waiting first: the viewer's own;
    `everyones`: those whose author cannot do it (any more): disabled, or of a role that is not among the `correctors`."""
    return rows_shown(viewer, asked_to_correct(viewer, everyones=everyones, correctors=correctors))


@scope.prepared_by_viewer
def asked_to_correct(viewer, *, everyones, correctors):
    me = scope.user_id_of(viewer)
    gone = User.select(User.id).where(User.disabled_at.is_null(False) | User.role.not_in(correctors))
    author = fn.COALESCE(Record.technician, Record.opened_by, 0)
    mine = (author == me) | (author.in_(gone) | (author == 0)) if everyones else author == me
    return select_shown(
        viewer, Record.returned_since, Record.returned_since.is_null(False), Record.state == "closed", mine
    )


def words_of_verdicts(uuids: tuple[str, ...]) -> dict[str, Review]:
    """Record uuid → the newest request for a correction, with who asked."""
    return newest_by_record(uuids, SENT_BACK)


def words_of_answers(rows: Iterable[Record]) -> dict[str, Review]:
    """Record uuid → why nothing is to be corrected, of sheets that wait for their reviewer again, with who says so."""
    return newest_by_record(tuple(row.uuid for row in rows), ANSWERED)


def newest_by_record(uuids: tuple[str, ...], settles: str) -> dict[str, Review]:
    return {row.record: row for row in reviews_of_records(uuids, settles)} if uuids else {}


@prepared
def reviews_of_records(uuids, settles):
    """Oldest first: of two the later one holds."""
    query = Review.select(Review, User).join(User, on=(Review.by == User.id))
    return query.where(one_of(Review.record, uuids), Review.settles == settles).order_by(Review.id)
