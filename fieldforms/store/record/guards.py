"""What made records confidential, and what lifted that. Insert-only."""

from peewee import JOIN

from fieldforms.store import clock
from fieldforms.store.models import Guard, Room, User
from fieldforms.store.prepared import insert, prepared


def add_guard(
    record: str, confidential: bool, why: str, room: int | None = None, by: int | None = None, reason=""
) -> None:
    insert(
        Guard,
        record=record,
        confidential=confidential,
        why=why,
        room=room,
        by=by,
        reason=reason,
        at=clock.now(),
    )


def is_confidential(record: str) -> bool:
    """As the last guard says; without any it is not."""
    last = last_of.first(record)
    return bool(last and last.confidential)


def is_confidential_since(record: str, at: int) -> bool:
    """Did it become confidential after `at` (UTC ms), and is it still? Who was given a link to it until then is a stranger by now."""
    last = last_of.first(record)
    return bool(last and last.confidential and last.at > at)


@prepared
def last_of(record):
    return (
        Guard.select(Guard.confidential, Guard.at)
        .where(Guard.record == record)
        .order_by(Guard.id.desc())
        .limit(1)
    )


@prepared
def guards_of_record(record):
    """Oldest first, with their rooms and people."""
    query = (
        Guard.select(Guard, Room, User).join(Room, JOIN.LEFT_OUTER).switch(Guard).join(User, JOIN.LEFT_OUTER)
    )
    return query.where(Guard.record == record).order_by(Guard.id)
