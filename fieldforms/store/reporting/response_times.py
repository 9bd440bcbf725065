"""When the steps of records were sealed: no answers are opened for it."""

from collections.abc import Iterable
from typing import NamedTuple

from peewee import Case

from fieldforms.store import scope
from fieldforms.store.models import Entry, Record
from fieldforms.store.prepared import one_of
from fieldforms.store.record import records


class EntryTimes(NamedTuple):
    """One entry and what its record's row says. Times in UTC ms."""

    record: str
    definition: int
    urgency: str
    opened_at: int
    state: str
    next_by: str
    step: str
    outcome: str
    sealed_at: int
    jwt: str  # of returns only

    @property
    def payload(self) -> dict:
        """As a sealed entry's, of returns: where they lead to is in nothing else."""
        return records.payload_of_jwt(self.jwt) if self.jwt else {}


def entries_between(
    viewer: scope.Viewer, keys: Iterable[str], since: int, until: int, client: int | None
) -> list[EntryTimes]:
    """Entries of these forms' records begun in [since, until), record by record, in order.

    Only of records in force. `client`: of this one only.
    """
    rows = entries_begun_between(viewer, tuple(keys), since, until, client, of_client=bool(client))
    return [EntryTimes(*values) for values in rows]


@scope.prepared_by_viewer
def entries_begun_between(viewer, keys, since, until, client, *, of_client):
    begun = (one_of(Record.key, keys), Record.opened_at >= since, Record.opened_at < until)
    of = [Record.client == client] if of_client else []
    return select_times(scope.records(viewer), *begun, Record.in_force, *of)


def select_times(*wanted):
    """What makes EntryTimes, record by record, in order."""
    columns = (
        Record.uuid, Record.definition, Record.urgency, Record.opened_at, Record.state, Record.next_by,
        Entry.step, Entry.outcome, Entry.sealed_at,
        Case(None, [(Entry.outcome == "returned", Entry.jwt)], ""),
    )  # fmt: skip
    query = Record.select(*columns).join(Entry, on=(Entry.record == Record.uuid))
    return query.where(*wanted).order_by(Record.id, Entry.seq).tuples()
