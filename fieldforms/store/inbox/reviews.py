"""Sheets that wait for a reviewer, and sheets whose author was asked for a correction: found by an index, however many there are."""

from peewee import fn

from fieldforms.store import scope
from fieldforms.store.inbox.shown import rows_shown, select_shown
from fieldforms.store.models import Record, Review, User
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.record.records import SENT_BACK

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
    others = fn.COALESCE(Record.technician, 0) != user
    return others & (fn.COALESCE(Record.opened_by, 0) != user)


def records_to_correct(viewer: scope.Viewer, everyones: bool) -> list[Record]:
    """Closed sheets whose author was asked for a correction that nobody has begun, the longest waiting first: the viewer's own;
    `everyones`: those whose author cannot do it any more."""
    return rows_shown(viewer, asked_to_correct(viewer, everyones=everyones))


@scope.prepared_by_viewer
def asked_to_correct(viewer, *, everyones):
    me = scope.user_id_of(viewer)
    gone = User.select(User.id).where(User.disabled_at.is_null(False))
    author = fn.COALESCE(Record.technician, Record.opened_by, 0)
    mine = (author == me) | (author.in_(gone) | (author == 0)) if everyones else author == me
    return select_shown(
        viewer, Record.returned_since, Record.returned_since.is_null(False), Record.state == "closed", mine
    )


def words_of_verdicts(uuids: tuple[str, ...]) -> dict[str, Review]:
    """Record uuid → the newest request for a correction, with who asked."""
    return {row.record: row for row in requests_of_records(uuids)} if uuids else {}


@prepared
def requests_of_records(uuids):
    """Oldest first: of two the later one holds."""
    query = Review.select(Review, User).join(User, on=(Review.by == User.id))
    return query.where(one_of(Review.record, uuids), Review.settles == SENT_BACK).order_by(Review.id)
