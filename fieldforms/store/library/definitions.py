"""Published versions of forms. A version never changes, so parsed ones are kept by digest."""

from typing import TypeVar
from weakref import WeakKeyDictionary

from peewee import fn

from fieldforms.forms.definition import Definition
from fieldforms.forms.loading import definition_of_data
from fieldforms.store import clock
from fieldforms.store.database import database
from fieldforms.store.models import Draft, FormVersion, Record
from fieldforms.store.prepared import prepared

parsed: dict[str, Definition] = {}
kept: WeakKeyDictionary = WeakKeyDictionary()  # database → id → row


def read_definition(row: FormVersion) -> Definition:
    if row.digest not in parsed:
        parsed[row.digest] = definition_of_data(row.body)
    return parsed[row.digest]


def row(definition_id: int) -> FormVersion:
    """A published version by its id. Kept: its body is long, and nothing but `retired_at` ever changes."""
    rows = kept.setdefault(database.obj, {})
    if definition_id not in rows:
        rows[definition_id] = FormVersion.get_by_id(definition_id)
    return rows[definition_id]


def current_version(key: str) -> FormVersion | None:
    """The newest version that is in use."""
    newest = versions_in_use.first(key)
    return row(newest[0]) if newest else None


@prepared
def versions_in_use(key):
    query = FormVersion.select(FormVersion.id).where(FormVersion.key == key, FormVersion.retired_at.is_null())
    return query.order_by(FormVersion.version.desc()).tuples()


def in_use() -> list[FormVersion]:
    """The newest version of each form."""
    newest = dict(keys_and_ids_in_use())
    return [row(id) for id in newest.values()]  # bodies are long: each is read once


@prepared
def keys_and_ids_in_use():
    query = FormVersion.select(FormVersion.key, FormVersion.id).where(FormVersion.retired_at.is_null())
    return query.order_by(FormVersion.version).tuples()


def all_versions() -> list[FormVersion]:
    """Every version of every form, retired or not."""
    return [row(id) for (id,) in ids_of_versions()]


def published_versions() -> tuple[tuple[int, str], ...]:
    """(id, digest) of every version of every form: what a query is written for that depends on what forms say."""
    return tuple((id, row(id).digest) for (id,) in ids_of_versions())


@prepared
def ids_of_versions():
    return FormVersion.select(FormVersion.id).order_by(FormVersion.id).tuples()


def versions_by_key() -> dict[str, list[FormVersion]]:
    """All versions of all forms by key, the newest first, with what is retired now."""
    found: dict[str, list[FormVersion]] = {}
    for id, retired_at in versions_and_retirements():
        each = row(id)  # bodies are long: each is read once
        each.retired_at = retired_at
        found.setdefault(each.key, []).append(each)
    return found


@prepared
def versions_and_retirements():
    query = FormVersion.select(FormVersion.id, FormVersion.retired_at)
    return query.order_by(FormVersion.key, FormVersion.version.desc()).tuples()


def versions(key: str) -> list[FormVersion]:
    """All versions of a form, the newest first: rows as they are now."""
    return versions_called(key)


@prepared
def versions_called(key):
    return FormVersion.select().where(FormVersion.key == key).order_by(FormVersion.version.desc())


RowOfForm = TypeVar("RowOfForm", Draft, Record)


def with_forms(rows: list[RowOfForm]) -> list[RowOfForm]:
    """Drafts or records. Each version of a form is read once and kept: its body is long, and a join would bring it with every
    row."""
    for each in rows:
        each.definition = row(each.definition_id)
    return rows


def count_records_by_form() -> dict[str, int]:
    """How many records there are of each form."""
    return dict(records_counted_by_key())


@prepared
def records_counted_by_key():
    return Record.select(Record.key, fn.COUNT(Record.id)).group_by(Record.key).tuples()


def version_numbers() -> dict[str, list[int]]:
    """Of each form, in the order they came."""
    found: dict[str, list[int]] = {}
    for key, number in (
        FormVersion.select(FormVersion.key, FormVersion.version).order_by(FormVersion.id).tuples()
    ):
        found.setdefault(key, []).append(number)
    return found


def by_digest(digest: str) -> FormVersion | None:
    return FormVersion.get_or_none(FormVersion.digest == digest)


def digests() -> dict[int, tuple[str, str]]:
    """(key, digest) of every published version by its id; bodies unread, for they may be damaged."""
    return {id: (key, digest) for id, key, digest in keys_and_digests()}


@prepared
def keys_and_digests():
    return FormVersion.select(FormVersion.id, FormVersion.key, FormVersion.digest).tuples()


def body_of_version(definition_id: int) -> dict:
    """As it stands in the database now. Raises ValueError when it is no JSON."""
    return FormVersion.get_by_id(definition_id).body


def publish_definition(definition: Definition) -> FormVersion:
    """The row of this very version, in use from now on; inserted when it is new."""
    row = by_digest(definition.digest)
    if row:
        reinstate_version(row)
        return row
    last = (
        FormVersion.select()
        .where(FormVersion.key == definition.key)
        .order_by(FormVersion.version.desc())
        .first()
    )
    return FormVersion.create(
        key=definition.key,
        version=(last.version if last else 0) + 1,
        digest=definition.digest,
        body=definition.source,
        roles="".join(f"|{role}" for role in sorted(definition.roles)) + "|",
        published_at=clock.now(),
    )


def reinstate_version(row: FormVersion) -> None:
    """An older version counts again: those after it are retired."""
    FormVersion.update(retired_at=None).where(FormVersion.id == row.id).execute()
    newer = (FormVersion.key == row.key) & (FormVersion.version > row.version)
    FormVersion.update(retired_at=clock.now()).where(newer, FormVersion.retired_at.is_null()).execute()


def retire_form(key: str) -> None:
    """Nothing new begins with this form; what was begun goes on with its version."""
    FormVersion.update(retired_at=clock.now()).where(
        FormVersion.key == key, FormVersion.retired_at.is_null()
    ).execute()
