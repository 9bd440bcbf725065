"""Months' reports as they were given to clients: inserted once."""

from fieldforms.store import clock, scope
from fieldforms.store.models import IssuedMonth, Record, User
from fieldforms.store.prepared import one_of, prepared


def get_issued_month(client: int, month: str) -> IssuedMonth | None:
    return issued_for_month.first(client, month)


@prepared
def issued_for_month(client, month):
    query = IssuedMonth.select(IssuedMonth, User).join(User)
    return query.where(IssuedMonth.client == client, IssuedMonth.month == month)


def add_issued_month(client: int, month: str, **values) -> bool:
    """Was it the first? Of two people who issue at once, one did."""
    query = IssuedMonth.insert(client=client, month=month, at=clock.now(), **values)
    query.on_conflict_ignore().execute()
    kept = get_issued_month(client, month)
    return kept is not None and kept.content == values["content"]


@prepared
def confidential_numbers(numbers):
    """Which of these sheets are confidential by now."""
    return Record.select(Record.number).where(one_of(Record.number, numbers), Record.confidential).tuples()


@scope.prepared_by_viewer
def readable_numbers(viewer, numbers):
    """Which of these sheets the viewer may read."""
    return Record.select(Record.number).where(one_of(Record.number, numbers), scope.records(viewer)).tuples()
