"""Lists of a first page: bounded, and what is private left out."""

from collections.abc import Iterable

from fieldforms.store import scope
from fieldforms.store.library.definitions import with_forms
from fieldforms.store.models import Record
from fieldforms.store.record.records import blank_ratings

MOST_TASKS = 50


def select_shown(viewer: scope.Viewer, order, *conditions):
    """The query of the records that fulfil the conditions, as far as the viewer may see them."""
    query = Record.select().where(scope.records(viewer), *conditions)
    return query.order_by(order, Record.id).limit(MOST_TASKS)


def rows_shown(viewer: scope.Viewer, rows: Iterable[Record]) -> list[Record]:
    return blank_ratings(with_forms(list(rows)), viewer)
