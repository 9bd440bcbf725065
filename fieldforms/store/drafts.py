"""Drafts: the mutable working copy of one step."""

from peewee import JOIN

from fieldforms.store import clock, scope
from fieldforms.store.database import locked
from fieldforms.store.models import Client, Definition, Draft, Record, User


def selection():
    return (
        Draft.select(Draft, Definition, Client, User)
        .join(Definition)
        .switch(Draft)
        .join(Client, JOIN.LEFT_OUTER)
        .switch(Draft)
        .join(User, JOIN.LEFT_OUTER)
    )


def get(uuid: str) -> Draft | None:
    return selection().where(Draft.uuid == uuid, Draft.discarded_at.is_null()).first()


def for_writing(uuid: str) -> Draft | None:
    """Locked for the rest of the transaction. Lock order: draft, chain, counter."""
    return locked(Draft.select().where(Draft.uuid == uuid)).first()


def open_of(user: User) -> list[Draft]:
    """What this person has begun and not finished, newest first."""
    query = selection().where(
        Draft.author == user, Draft.completed_at.is_null(), Draft.discarded_at.is_null()
    )
    return list(query.order_by(Draft.saved_at.desc()))


def open_at(record: str, step: str) -> Draft | None:
    query = selection().where(
        Draft.record == record, Draft.step == step, Draft.completed_at.is_null(), Draft.discarded_at.is_null()
    )
    return query.order_by(Draft.id.desc()).first()


def create(**values) -> Draft:
    now = clock.now()
    return Draft.create(created_at=now, saved_at=now, **values)


def save(draft: Draft, answers: dict, editor: str) -> None:
    draft.answers, draft.editor, draft.version = answers, editor, draft.version + 1
    draft.saved_at = clock.now()
    draft.save(only=[Draft.answers, Draft.editor, Draft.version, Draft.saved_at])


def complete(draft: Draft) -> None:
    Draft.update(completed_at=clock.now()).where(Draft.id == draft.id).execute()


def discard(draft: Draft) -> None:
    Draft.update(discarded_at=clock.now()).where(Draft.id == draft.id).execute()


def waiting(viewer, by: tuple[str, ...]) -> list[Record]:
    """Open records whose next step is somebody of `by`, longest waiting first."""
    query = Record.select().where(scope.records(viewer), Record.state == "open", Record.next_by.in_(by))
    return list(query.order_by(Record.updated_at).limit(100))
