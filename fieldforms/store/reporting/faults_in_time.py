"""Faults that a time is about: reported in it, restored in it, or open at its end."""

from fieldforms.store import scope
from fieldforms.store.library.definitions import with_forms
from fieldforms.store.models import Record
from fieldforms.store.record.records import blank_ratings


def faults_alive(viewer: scope.Viewer, client_id: int, since: int, until: int) -> list[Record]:
    """The client's standing fault reports begun before `until` (UTC ms) on which something was sealed since, or that are open,
    in the order of reporting."""
    return blank_ratings(with_forms(faults_between(viewer, client_id, since, until)), viewer)


@scope.prepared_by_viewer
def faults_between(viewer, client_id, since, until):
    alive = (Record.state == "open") | (Record.updated_at >= since)
    standing = (Record.state != "cancelled", Record.superseded_by == "", Record.personal == False)
    query = Record.select().where(
        scope.records(viewer), Record.client == client_id, Record.urgency != "", *standing
    )
    return query.where(Record.opened_at < until, alive).order_by(Record.opened_at, Record.id)
