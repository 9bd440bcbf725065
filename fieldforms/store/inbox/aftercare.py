"""Follow-ups that are open, what was said of them, and what their clients said since."""

from peewee import JOIN

from fieldforms.store import scope
from fieldforms.store.inbox.shown import rows_shown, select_shown
from fieldforms.store.models import Record, Review, User
from fieldforms.store.prepared import one_of, prepared

CARE, LOW_RATING = "care", "low_rating"  # Review.settles: words of one that goes on; those that closed it
MOST_LATER = 10

CareOwner = User.alias("owner")


def records_cared_for(viewer: scope.Viewer) -> list[Record]:
    """Sheets whose follow-up nobody has closed with words, longest waiting first."""
    return rows_shown(viewer, cared_for(viewer))


@scope.prepared_by_viewer
def cared_for(viewer):
    return select_shown(viewer, Record.low_rating_since, Record.low_rating_since.is_null(False))


def words_by_record(uuids: tuple[str, ...]) -> dict[str, list[Review]]:
    """Record uuid → all that was said of its follow-up, in order."""
    found: dict[str, list[Review]] = {}
    for each in words_of_records(uuids) if uuids else ():
        found.setdefault(each.record, []).append(each)
    return found


@prepared
def words_of_records(uuids):
    query = Review.select(Review, User, CareOwner).join(User, on=(Review.by == User.id)).switch(Review)
    query = query.join(CareOwner, JOIN.LEFT_OUTER, on=(Review.owner == CareOwner.id))
    said = (one_of(Review.record, uuids), Review.settles.in_((CARE, LOW_RATING)))
    return query.where(*said).order_by(Review.id)


def rated_since(viewer: scope.Viewer, client: int, since: int) -> list[Record]:
    """The client's next sheets with a rating, oldest first."""
    return rows_shown(viewer, rated_of_client(viewer, client, since, MOST_LATER))


@scope.prepared_by_viewer
def rated_of_client(viewer, client, since, most):
    rated = (Record.client == client, Record.rated_at > since, Record.satisfaction != "", Record.in_force)
    query = Record.select().where(scope.records(viewer), *rated)
    return query.order_by(Record.rated_at, Record.id).limit(most)
