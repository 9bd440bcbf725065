"""Faults that a time is about: reported in it, restored in it, or open at its end."""

from fieldforms.store import scope
from fieldforms.store.library.definitions import with_forms
from fieldforms.store.models import Record
from fieldforms.store.record.records import blank_ratings


def faults_alive(viewer: scope.Viewer, client_id: int, since: int, until: int) -> list[Record]:
    """The client's standing fault reports begun before `until` (UTC ms) on which something was sealed since, or that are open,
    in the order of reporting."""
    alive = (Record.state == "open") | (Record.updated_at >= since)
    standing = (Record.state != "cancelled", Record.superseded_by == "", Record.personal == False)
    query = Record.select().where(
        scope.records(viewer), Record.client == client_id, Record.urgency != "", *standing
    )
    rows = query.where(Record.opened_at < until, alive).order_by(Record.opened_at, Record.id)
    return blank_ratings(with_forms(list(rows)), viewer)
