"""Published versions of forms. A version never changes, so parsed ones are kept by digest."""

from weakref import WeakKeyDictionary

from peewee import fn

from fieldforms.forms import definition as forms
from fieldforms.forms.loading import parse
from fieldforms.store import clock
from fieldforms.store.database import database
from fieldforms.store.models import Definition, Record
from fieldforms.store.prepared import prepared

parsed: dict[str, forms.Definition] = {}
kept: WeakKeyDictionary = WeakKeyDictionary()  # database → id → row


def read(row: Definition) -> forms.Definition:
    if row.digest not in parsed:
        parsed[row.digest] = parse(row.body)
    return parsed[row.digest]


def row(definition_id: int) -> Definition:
    """A published version by its id. Kept: its body is long, and nothing but `retired_at` ever changes."""
    rows = kept.setdefault(database.obj, {})
    if definition_id not in rows:
        rows[definition_id] = Definition.get_by_id(definition_id)
    return rows[definition_id]


def current(key: str) -> Definition | None:
    """The newest version that is in use."""
    newest = versions_in_use.first(key)
    return row(newest[0]) if newest else None


@prepared
def versions_in_use(key):
    query = Definition.select(Definition.id).where(Definition.key == key, Definition.retired_at.is_null())
    return query.order_by(Definition.version.desc()).tuples()


def in_use() -> list[Definition]:
    """The newest version of each form."""
    query = Definition.select(Definition.key, Definition.id).where(Definition.retired_at.is_null())
    newest = dict(query.order_by(Definition.version).tuples())
    return [row(id) for id in newest.values()]  # bodies are long: each is read once


def all_versions() -> list[Definition]:
    """Every version of every form, retired or not."""
    return [row(id) for (id,) in Definition.select(Definition.id).order_by(Definition.id).tuples()]


def every() -> dict[str, list[Definition]]:
    """All versions of all forms by key, the newest first: rows as they are now."""
    found: dict[str, list[Definition]] = {}
    for each in Definition.select().order_by(Definition.key, Definition.version.desc()):
        found.setdefault(each.key, []).append(each)
    return found


def versions(key: str) -> list[Definition]:
    """All versions of a form, the newest first: rows as they are now."""
    return list(Definition.select().where(Definition.key == key).order_by(Definition.version.desc()))


def numbers_of_records() -> dict[str, int]:
    """How many records there are of each form."""
    rows = Record.select(Record.key, fn.COUNT(Record.id)).group_by(Record.key).tuples()
    return dict(rows)


def by_digest(digest: str) -> Definition | None:
    return Definition.get_or_none(Definition.digest == digest)


def digests() -> dict[int, tuple[str, str]]:
    """(key, digest) of every published version by its id; bodies unread, for they may be damaged."""
    rows = Definition.select(Definition.id, Definition.key, Definition.digest).tuples()
    return {id: (key, digest) for id, key, digest in rows}


def body(definition_id: int) -> dict:
    """As it stands in the database now. Raises ValueError when it is no JSON."""
    return Definition.get_by_id(definition_id).body


def publish(definition: forms.Definition) -> Definition:
    """The row of this very version, in use from now on; inserted when it is new."""
    row = by_digest(definition.digest)
    if row:
        reinstate(row)
        return row
    last = (
        Definition.select()
        .where(Definition.key == definition.key)
        .order_by(Definition.version.desc())
        .first()
    )
    return Definition.create(
        key=definition.key,
        version=(last.version if last else 0) + 1,
        digest=definition.digest,
        body=definition.source,
        roles="".join(f"|{role}" for role in sorted(definition.roles)) + "|",
        published_at=clock.now(),
    )


def reinstate(row: Definition) -> None:
    """An older version counts again: those after it are retired."""
    Definition.update(retired_at=None).where(Definition.id == row.id).execute()
    newer = (Definition.key == row.key) & (Definition.version > row.version)
    Definition.update(retired_at=clock.now()).where(newer, Definition.retired_at.is_null()).execute()


def retire(key: str) -> None:
    """Nothing new begins with this form; what was begun goes on with its version."""
    Definition.update(retired_at=clock.now()).where(
        Definition.key == key, Definition.retired_at.is_null()
    ).execute()
