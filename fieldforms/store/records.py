"""Entries, and the records folded from them. Insert-only.

Private answers leave this room redacted for the viewer, the disclosures that a PDF carries included: no page, paper,
search or statistic can leak what it never had (design.md, "Who may see what").
"""

import base64
import json
from dataclasses import dataclass, field

from peewee import JOIN

from fieldforms.forms import definition as forms
from fieldforms.store import clock, definitions, scope
from fieldforms.store.database import locked
from fieldforms.store.models import (
    Chain,
    Client,
    Counter,
    Definition,
    Device,
    Disclosure,
    Entry,
    Erasure,
    Record,
    RecordDevice,
    Review,
    User,
)

ANSWER = "answers."


@dataclass(frozen=True)
class Sealed:
    """One entry as a viewer may read it. `facts`: signer, signature, evidence, consent, reason… by name.

    `withheld`: names this viewer may not read; `erased`: names that were erased on request.
    """

    row: Entry
    payload: dict
    answers: dict
    facts: dict
    withheld: frozenset[str]
    erased: frozenset[str]
    disclosures: tuple[str, ...] = field(repr=False)

    @property
    def step(self) -> str:
        return self.row.step

    @property
    def outcome(self) -> str:
        return self.row.outcome


@dataclass(frozen=True)
class Seen:
    """A record as a viewer may read it: its projection row, its form's pinned version, its entries in order."""

    row: Record
    definition: forms.Definition
    entries: tuple[Sealed, ...]


def by_number(viewer: scope.Viewer, number: str) -> Seen | None:
    row = in_scope(viewer).where(Record.number == number.upper()).first()
    return seen(row, viewer) if row else None


def by_uuid(viewer: scope.Viewer, uuid: str) -> Seen | None:
    row = in_scope(viewer).where(Record.uuid == uuid).first()
    return seen(row, viewer) if row else None


def in_scope(viewer: scope.Viewer):
    query = (
        Record.select(Record, Definition, Client)
        .join(Definition)
        .switch(Record)
        .join(Client, JOIN.LEFT_OUTER)
    )
    if viewer.role in (scope.CLIENT.role, scope.PUBLIC.role):
        return query  # a link or a verify page names its one record itself
    return query.where(scope.records(viewer))


def seen(row: Record, viewer: scope.Viewer) -> Seen:
    definition = definitions.read(row.definition)
    return Seen(redacted(row, viewer, definition), definition, tuple(entries(row.uuid, viewer, definition)))


def redacted(row: Record, viewer: scope.Viewer, definition: forms.Definition) -> Record:
    rating = definition.meaning("satisfaction")
    if rating and not viewer.may_read(rating.private_to):
        row.satisfaction = ""
    return row


def entries(record: str, viewer: scope.Viewer, definition: forms.Definition) -> list[Sealed]:
    rows = list(
        Entry.select(Entry, User)
        .join(User, JOIN.LEFT_OUTER)
        .where(Entry.record == record)
        .order_by(Entry.seq)
    )
    bodies: dict[int, list[str]] = {row.id: [] for row in rows}
    for item in Disclosure.select().where(Disclosure.entry.in_(list(bodies))).order_by(Disclosure.id):
        bodies[item.entry_id].append(item.body)
    gone: dict[int, set[str]] = {}
    for item in Erasure.select().where(Erasure.entry.in_(list(bodies))):
        gone.setdefault(item.entry_id, set()).add(item.name)
    return [sealed(row, bodies[row.id], gone.get(row.id, set()), viewer, definition) for row in rows]


def sealed(row: Entry, bodies, erased, viewer: scope.Viewer, definition: forms.Definition) -> Sealed:
    answers, facts, withheld, kept = {}, {}, set(), []
    for body in bodies:
        name, value = opened(body)
        if not may_read(name, viewer, definition):
            withheld.add(name)
            continue
        kept.append(body)
        if name.startswith(ANSWER):
            answers[name.removeprefix(ANSWER)] = value
        else:
            facts[name] = value
    return Sealed(row, payload(row.jwt), answers, facts, frozenset(withheld), frozenset(erased), tuple(kept))


def may_read(name: str, viewer: scope.Viewer, definition: forms.Definition) -> bool:
    asked = definition.fields.get(name.removeprefix(ANSWER)) if name.startswith(ANSWER) else None
    return asked is None or viewer.may_read(asked.private_to)


def opened(body: str) -> tuple[str, object]:
    """(name, value) of a disclosure: base64url of [salt, name, value] (RFC 9901 §4.2)."""
    _salt, name, value = json.loads(decoded(body))
    return name, value


def payload(jwt: str) -> dict:
    return json.loads(decoded(jwt.split(".")[1]))


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def entry_of_draft(draft: str) -> Entry | None:
    return Entry.get_or_none(Entry.draft == draft)


def entry_by_digest(digest: str) -> Entry | None:
    return Entry.get_or_none(Entry.digest == digest)


def started(record: str) -> Entry | None:
    """The first entry: it pins the version, the number and the client."""
    return Entry.select(Entry, Definition).join(Definition).where(Entry.record == record, Entry.seq == 1).first()


def last_seq(record: str) -> int:
    row = Entry.select(Entry.seq).where(Entry.record == record).order_by(Entry.seq.desc()).first()
    return row.seq if row else 0


def locked_chain(name: str) -> Chain:
    Chain.insert(name=name).on_conflict_ignore().execute()
    return locked(Chain.select().where(Chain.name == name)).get()


def next_number(name: str) -> int:
    """Gapless: the counter's row is locked until the transaction that uses the number ends."""
    Counter.insert(name=name).on_conflict_ignore().execute()
    counter = locked(Counter.select().where(Counter.name == name)).get()
    counter.last += 1
    counter.save(only=[Counter.last])
    return counter.last


def insert(entry: dict, disclosures: list[tuple[str, str]], chain: Chain) -> Entry:
    """Insert a sealed entry and move its chain's head. `disclosures`: (digest, body)."""
    row = Entry.create(chain=chain, **entry)
    if disclosures:
        Disclosure.insert_many(
            [{"digest": digest, "entry": row.id, "body": body} for digest, body in disclosures]
        ).execute()
    Chain.update(head=row.digest, length=row.chain_seq).where(Chain.id == chain.id).execute()
    return row


def erase(entry: Entry, digest: str, name: str, by_entry: Entry) -> None:
    Erasure.create(entry=entry, digest=digest, name=name, by_entry=by_entry)
    Disclosure.delete().where(Disclosure.digest == digest).execute()


def project(values: dict, devices: list[int]) -> Record:
    """Write a record's projection row and its devices; `values` by column, found by uuid."""
    row = Record.get_or_none(Record.uuid == values["uuid"])
    if row:
        Record.update(**values).where(Record.id == row.id).execute()
        RecordDevice.delete().where(RecordDevice.record == row.id).execute()
    else:
        row = Record.create(**values)
    if devices:
        rows = [{"record": row.id, "device": id, "opened_at": values["opened_at"]} for id in devices]
        RecordDevice.insert_many(rows).execute()
    return row


def supersede(number: str, by_number: str) -> None:
    Record.update(superseded_by=by_number).where(Record.number == number).execute()


def of_device(viewer: scope.Viewer, device: Device, limit: int = 10) -> list[Record]:
    query = (
        Record.select()
        .join(RecordDevice)
        .where(RecordDevice.device == device, scope.records(viewer))
        .order_by(RecordDevice.opened_at.desc(), Record.id.desc())
    )
    return blanked(query.limit(limit), viewer)


def open_faults(device_id: int, key: str) -> list[Record]:
    """Open reports of this form about this device (a further report merges into the newest)."""
    query = (
        Record.select()
        .join(RecordDevice)
        .where(RecordDevice.device == device_id, Record.key == key, Record.state == "open")
    )
    return list(query.order_by(Record.id.desc()))


def blanked(rows, viewer: scope.Viewer) -> list[Record]:
    """Rows for lists; the rating only for those who may read it on every form."""
    rows = list(rows)
    for row in rows:
        redacted(row, viewer, definitions.read(row.definition))
    return rows


def reviews(record: str) -> list[Review]:
    return list(Review.select(Review, User).join(User).where(Review.record == record).order_by(Review.id))


def review(record: str, user: User, note: str) -> Review:
    return Review.create(record=record, by=user, note=note, at=clock.now())
