"""Closed records and the rules of their forms, by which some of what they say is not kept for ever."""

from peewee import JOIN

from fieldforms.store import clock
from fieldforms.store.models import Record, Retention
from fieldforms.store.prepared import prepared


def records_outlived(key: str, before: int, rule: str, most: int) -> list[Record]:
    """Of a form, closed before (UTC ms), to which this rule was not applied yet; the oldest first."""
    return records_closed_before(key, before, rule, most)


@prepared
def records_closed_before(key, before, rule, most):
    query = Record.select(Record).join(Retention, JOIN.LEFT_OUTER, on=(Retention.record == Record.uuid))
    due = (Record.key == key) & (Record.closed_at < before)
    return (
        query.where(due, Retention.rule.is_null() | (Retention.rule != rule)).order_by(Record.id).limit(most)
    )


def note_retention(record: str, rule: str) -> None:
    Retention.delete().where(Retention.record == record).execute()
    Retention.create(record=record, rule=rule, at=clock.now())
