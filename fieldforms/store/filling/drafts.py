"""Drafts: the mutable working copy of one step."""

from collections.abc import Iterator

from peewee import JOIN, IntegrityError, fn

from fieldforms.store import clock
from fieldforms.store.database import database, select_for_update
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Draft, Entry, FormVersion, User
from fieldforms.store.prepared import insert, prepared, update


def selection():
    query = Draft.select(Draft, Client, User).join(Client, JOIN.LEFT_OUTER).switch(Draft)
    return query.join(User, JOIN.LEFT_OUTER)


def first_with_form(rows: list[Draft]) -> Draft | None:
    return next(iter(definitions.with_forms(rows[:1])), None)


def get_draft(uuid: str) -> Draft | None:
    return first_with_form(by_uuid(uuid))


@prepared
def by_uuid(uuid):
    return selection().where(Draft.uuid == uuid, Draft.discarded_at.is_null())


def for_writing(uuid: str) -> Draft | None:
    """Locked for the rest of the transaction. Lock order: draft, chain, counter."""
    return first_with_form(by_uuid_locked(uuid))


@prepared
def by_uuid_locked(uuid):
    return select_for_update(Draft.select().where(Draft.uuid == uuid))


def open_of(user: User) -> list[Draft]:
    """What this person has begun and not finished, newest first."""
    return definitions.with_forms(unfinished_by(user.id))


@prepared
def unfinished_by(author):
    query = selection().where(
        Draft.author == author, Draft.completed_at.is_null(), Draft.discarded_at.is_null()
    )
    return query.order_by(Draft.saved_at.desc())


def drafts_of_disabled() -> list[Draft]:
    """What people who are disabled have begun and nobody has sealed anything of, newest first."""
    return definitions.with_forms(left_unsealed())


@prepared
def left_unsealed():
    begun = Entry.select(Entry.id).where(Entry.record == Draft.record)
    left = (Draft.completed_at.is_null(), Draft.discarded_at.is_null(), User.disabled_at.is_null(False))
    return selection().where(*left, ~fn.EXISTS(begun)).order_by(Draft.saved_at.desc())


def unsealed_of_form(user: User, key: str) -> list[Draft]:
    """What this person has begun of a form and nobody has sealed anything of, newest first."""
    return definitions.with_forms(begun_of_form(user.id, key))


@prepared
def begun_of_form(author, key):
    sealed = Entry.select(Entry.id).where(Entry.record == Draft.record)
    versions = FormVersion.select(FormVersion.id).where(FormVersion.key == key)
    open_ones = (Draft.completed_at.is_null(), Draft.discarded_at.is_null(), ~fn.EXISTS(sealed))
    query = selection().where(Draft.author == author, Draft.definition.in_(versions), *open_ones)
    return query.order_by(Draft.saved_at.desc())


def is_unknown_draft(uuid: str) -> bool:
    """No draft is or was called so."""
    return not named_so(uuid)


@prepared
def named_so(uuid):
    return Draft.select(Draft.id).where(Draft.uuid == uuid).tuples()


def give_to(draft: Draft, author: User) -> None:
    """Somebody else finishes it."""
    Draft.update(author=author).where(Draft.id == draft.id, Draft.completed_at.is_null()).execute()


def open_at(record: str, step: str) -> Draft | None:
    return first_with_form(at_step(record, step))


@prepared
def at_step(record, step):
    query = selection().where(
        Draft.record == record, Draft.step == step, Draft.completed_at.is_null(), Draft.discarded_at.is_null()
    )
    return query.order_by(Draft.id.desc())


def of_record(record: str) -> list[Draft]:
    """All that were ever begun of it, discarded ones, too."""
    return definitions.with_forms(begun_of_record(record))


@prepared
def begun_of_record(record):
    return selection().where(Draft.record == record)


def create_draft(**values) -> Draft:
    now = clock.now()
    return insert(Draft, created_at=now, saved_at=now, **values)


def create_once(**values) -> Draft | None:
    """None when another request was first with this uuid: its row is committed by then."""
    try:
        with database.atomic():
            return create_draft(**values)
    except IntegrityError:
        return None


def save_draft(draft: Draft, answers: dict, editor: str) -> None:
    draft.answers, draft.editor, draft.version = answers, editor, draft.version + 1
    draft.saved_at = clock.now()
    update(
        Draft, draft.id, answers=answers, editor=editor, version=draft.version, saved_at=draft.saved_at,
        discarded_at=draft.discarded_at,
    )  # fmt: skip


def is_in_hand(since: int):
    """A condition: begun and not finished, or finished or given up after `since` (UTC ms)."""
    return (Draft.completed_at.is_null() | (Draft.completed_at >= since)) & (
        Draft.discarded_at.is_null() | (Draft.discarded_at >= since)
    )


def answers_in_hand(since: int) -> Iterator[dict]:
    return (row.answers for row in Draft.select(Draft.answers).where(is_in_hand(since)).iterator())


def mark_completed(draft: Draft) -> None:
    update(Draft, draft.id, completed_at=clock.now())


def forget_answers(record: str, number: str, names: list[str]) -> None:
    """Erased answers leave the drafts of their record too, and those of its corrections, which started with them."""
    for row in Draft.select().where((Draft.record == record) | Draft.completed_at.is_null()):
        if row.record == record or row.origin.get("supersedes") == number:
            drop_answers(row, names)


def origin_of(record: str) -> dict:
    """What the record's first step was started from; {} when nobody knows."""
    rows = Draft.select(Draft.origin).where(Draft.record == record).order_by(Draft.id).limit(1)
    return next((row.origin for row in rows), {})


def drafts_that_follow(number: str) -> list[Draft]:
    """Unfinished drafts of sheets that follow the record with this number."""
    rows = Draft.select(Draft, FormVersion).join(FormVersion).where(Draft.completed_at.is_null())
    return [row for row in rows if row.origin.get("follows") == number]


def drop_answers(draft: Draft, names: list[str]) -> None:
    """These answers of a draft, without a trace."""
    kept = {name: value for name, value in draft.answers.items() if name not in names}
    if kept != draft.answers:  # as by another editor: an open page is told, and does not write it back
        values = {"answers": kept, "version": Draft.version + 1, "editor": ""}
        Draft.update(**values).where(Draft.id == draft.id).execute()


def discard_draft(draft: Draft) -> None:
    Draft.update(discarded_at=clock.now()).where(Draft.id == draft.id).execute()
