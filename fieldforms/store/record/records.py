"""Entries, and the records folded from them. Insert-only.

Private answers leave this room redacted for the viewer, the disclosures that a PDF carries included: no page, paper,
search or statistic can leak what it never had (design.md, "Who may see what").
"""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from peewee import JOIN

from fieldforms.errors import UnreadableSeal
from fieldforms.forms.definition import Definition
from fieldforms.store import scope
from fieldforms.store.database import select_for_update
from fieldforms.store.library import definitions
from fieldforms.store.models import (
    Chain,
    Client,
    Counter,
    Device,
    Disclosure,
    Entry,
    Erasure,
    Record,
    RecordDevice,
    User,
)
from fieldforms.store.prepared import insert, insert_many, one_of, prepared, update
from fieldforms.store.record import sealed_json

ANSWER_CLAIM = "answers."


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

    @property
    def sealed_at(self) -> int:
        return self.row.sealed_at


@dataclass(frozen=True)
class Seen:
    """A record as a viewer may read it: its projection row, its form's pinned version, its entries in order."""

    row: Record
    definition: Definition
    entries: tuple[Sealed, ...]


def by_number(viewer: scope.Viewer, number: str) -> Seen | None:
    rows = rows_by_number(viewer, number.upper())
    return record_as_seen(rows[0], viewer) if rows else None


@scope.prepared_by_viewer
def rows_by_number(viewer, number):
    return select_in_scope(viewer).where(Record.number == number)


def by_uuid(viewer: scope.Viewer, uuid: str) -> Seen | None:
    rows = rows_by_uuid(viewer, uuid)
    return record_as_seen(rows[0], viewer) if rows else None


@scope.prepared_by_viewer
def rows_by_uuid(viewer, uuid):
    return select_in_scope(viewer).where(Record.uuid == uuid)


def record_in_full(uuid: str) -> Seen:
    """A record that is known to be there, as rules need it. Raises LookupError."""
    found = by_uuid(scope.SYSTEM, uuid)
    if found is None:
        raise LookupError(uuid)
    return found


def select_in_scope(viewer: scope.Viewer):
    query = Record.select(Record, Client).join(Client, JOIN.LEFT_OUTER).switch(Record)
    if viewer.role in (scope.CLIENT.role, scope.PUBLIC.role):
        return query  # a link or a verify page names its one record itself
    return query.where(scope.records(viewer))


def record_as_seen(row: Record, viewer: scope.Viewer) -> Seen:
    row.definition = definitions.row(row.definition_id)
    definition = definitions.read_definition(row.definition)
    return Seen(redact_row(row, viewer, definition), definition, tuple(entries(row.uuid, viewer, definition)))


def redact_row(row: Record, viewer: scope.Viewer, definition: Definition) -> Record:
    if not viewer.may_read(definition.rating_readers):
        row.satisfaction, row.low_rating_since = "", None
    return row


def entries(record: str, viewer: scope.Viewer, definition: Definition) -> list[Sealed]:
    rows = entries_of(record)
    bodies: dict[int, list[str]] = {row.id: [] for row in rows}
    for entry, body in disclosures_of(record):
        if entry in bodies:  # else it was sealed since the entries were read (PostgreSQL): not seen yet
            bodies[entry].append(body)
    gone: dict[int, set[str]] = {}
    for entry, name in erasures_of(record):
        gone.setdefault(entry, set()).add(name)
    return [entry_as_seen(row, bodies[row.id], gone.get(row.id, set()), viewer, definition) for row in rows]


@prepared
def entries_of(record):
    query = (
        Entry.select(Entry, User, Client)
        .join(User, JOIN.LEFT_OUTER)
        .switch(Entry)
        .join(Client, JOIN.LEFT_OUTER)
    )
    return query.where(Entry.record == record).order_by(Entry.seq)


@prepared
def disclosures_of(record):
    query = Disclosure.select(Disclosure.entry, Disclosure.body).join(Entry)
    return query.where(Entry.record == record).order_by(Disclosure.id).tuples()


@prepared
def erasures_of(record):
    query = Erasure.select(Erasure.entry, Erasure.name).join(Entry, on=(Erasure.entry == Entry.id))
    return query.where(Entry.record == record).tuples()


def entry_as_seen(row: Entry, bodies, erased, viewer: scope.Viewer, definition: Definition) -> Sealed:
    answers, facts, withheld, kept = {}, {}, set(), []
    for body in bodies:
        name, value = open_disclosure(body)
        if not may_read_answer(name, viewer, definition):
            withheld.add(name)
            continue
        kept.append(body)
        if name.startswith(ANSWER_CLAIM):
            answers[name.removeprefix(ANSWER_CLAIM)] = value
        else:
            facts[name] = value
    return Sealed(
        row, payload_of_jwt(row.jwt), answers, facts, frozenset(withheld), frozenset(erased), tuple(kept)
    )


def may_read_answer(name: str, viewer: scope.Viewer, definition: Definition) -> bool:
    if name == "evidence":
        return viewer.reads_evidence
    asked = definition.fields.get(name.removeprefix(ANSWER_CLAIM)) if name.startswith(ANSWER_CLAIM) else None
    if asked and asked.name in definition.off_sheet and not viewer.reads_off_sheet:
        return False
    return asked is None or viewer.may_read(asked.private_to)


def open_disclosure(body: str) -> tuple[str, object]:
    """(name, value) of a disclosure: base64url of [salt, name, value] (RFC 9901 §4.2). Raises UnreadableSeal."""
    try:
        return sealed_json.read_disclosure(decode_part(body))
    except ValueError as error:
        raise UnreadableSeal from error


def payload_of_jwt(jwt: str) -> dict:
    """What the seal says, whoever signed it. Raises UnreadableSeal."""
    try:
        payload = sealed_json.read_json(decode_part(jwt.split(".")[1]))
    except (ValueError, IndexError) as error:
        raise UnreadableSeal from error
    if not isinstance(payload, dict):
        raise UnreadableSeal
    return payload


def decode_part(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def entry_of_draft(draft: str) -> Entry | None:
    return of_draft.first(draft)


@prepared
def of_draft(draft):
    return Entry.select().where(Entry.draft == draft)


def entry_by_digest(digest: str) -> Entry | None:
    row = entries_with_digest.first(digest)
    if row:
        row.definition = definitions.row(row.definition_id)
    return row


@prepared
def entries_with_digest(digest):
    return Entry.select().where(Entry.digest == digest)


@prepared
def records_of_forms(client, definitions):
    """(uuid, id of its version) of a client's records made with one of these versions of forms."""
    query = Record.select(Record.uuid, Record.definition).order_by(Record.id)
    return query.where(Record.client == client, one_of(Record.definition, definitions)).tuples()


def first_entry_if_any(record: str) -> Entry | None:
    """The first entry: it pins the version, the number and the client."""
    row = first_of.first(record)
    if row:
        row.definition = definitions.row(row.definition_id)
    return row


@prepared
def first_of(record):
    return Entry.select().where(Entry.record == record, Entry.seq == 1)


def first_entry(record: str) -> Entry:
    """As `first_entry_if_any`, of a record that is known to be there. Raises LookupError."""
    entry = first_entry_if_any(record)
    if entry is None:
        raise LookupError(record)
    return entry


def newest_entry(record: str) -> Entry | None:
    """Number and seq of the record's last entry."""
    return newest_of.first(record)


@prepared
def newest_of(record):
    query = Entry.select(Entry.number, Entry.seq).where(Entry.record == record)
    return query.order_by(Entry.seq.desc()).limit(1)


def locked_chain(name: str) -> Chain:
    return chain_for_writing.first(name) or first_locked(Chain, chain_for_writing, name)


@prepared
def chain_for_writing(name):
    return select_for_update(Chain.select().where(Chain.name == name))


def first_locked(model, for_writing, name: str):
    """Two servers may both find no row: one inserts it, both lock it, one after the other."""
    model.insert(name=name).on_conflict_ignore().execute()
    return for_writing.first(name)


def next_number(name: str) -> int:
    """Gapless: the counter's row is locked until the transaction that uses the number ends."""
    counter = counter_for_writing.first(name) or first_locked(Counter, counter_for_writing, name)
    update(Counter, counter.id, last=counter.last + 1)
    return counter.last + 1


@prepared
def counter_for_writing(name):
    return select_for_update(Counter.select().where(Counter.name == name))


def insert_entry(entry: dict, disclosures: Sequence[tuple[str, str]], chain: Chain) -> Entry:
    """Insert a sealed entry and move its chain's head. `disclosures`: (digest, body)."""
    row = insert(Entry, chain=chain, **entry)
    rows = [{"digest": digest, "entry": row.id, "body": body} for digest, body in disclosures]
    insert_many(Disclosure, rows)
    update(Chain, chain.id, head=row.digest, length=row.chain_seq)
    return row


def erase_disclosure(entry: Entry, digest: str, name: str, by_entry: Entry) -> None:
    Erasure.create(entry=entry, digest=digest, name=name, by_entry=by_entry)
    Disclosure.delete().where(Disclosure.entry == entry.id, Disclosure.digest == digest).execute()


def everything_said() -> Iterator[tuple[str, object]]:
    """(name, value) of everything that stands in any entry. Reads all of it: for what is rare."""
    return (open_disclosure(body) for (body,) in Disclosure.select(Disclosure.body).tuples().iterator())


def write_projection(values: dict, devices: list[int], row: Record | None) -> Record:
    """Write a record's projection row and its devices; `values` by column, `row` as it stands."""
    if row:
        changed = {name: value for name, value in values.items() if row.__data__[name] != value}
        update(Record, row.id, **changed)  # SQLite rewrites the index of every column that is named
        for name, value in changed.items():
            setattr(row, name, value)
        standing = set(device_rows_of(row.id))
    else:
        row, standing = insert(Record, **values), set()
    wanted = {(device, values["dated_at"]) for device in devices}
    if standing != wanted:
        RecordDevice.delete().where(RecordDevice.record == row.id).execute()
        rows = [{"record": row.id, "device": id, "dated_at": values["dated_at"]} for id in devices]
        insert_many(RecordDevice, rows)
    return row


@prepared
def projection_row(uuid):
    return Record.select().where(Record.uuid == uuid)


@prepared
def device_rows_of(record):
    query = RecordDevice.select(RecordDevice.device, RecordDevice.dated_at)
    return query.where(RecordDevice.record == record).tuples()


@prepared
def device_ids_of(record):
    return RecordDevice.select(RecordDevice.device).where(RecordDevice.record == record).tuples()


def dated_at(number: str) -> int:
    """When (UTC ms) the work of a record was done; 0 for a number that is none."""
    return Record.select(Record.dated_at).where(Record.number == number).scalar() or 0 if number else 0


def uuids_of_records() -> list[str]:
    """The uuid of every record, in the order they were begun."""
    return [uuid for (uuid,) in Entry.select(Entry.record).where(Entry.seq == 1).order_by(Entry.id).tuples()]


def row_by_number(number: str) -> Record | None:
    """The projection's row, whole: for rules, never for a page."""
    return Record.get_or_none(Record.number == number) if number else None


def rows_corrected_by(number: str) -> Iterator[Record]:
    """The sheet of this number, which a correction names, the one that it corrects itself, and so on."""
    while row := row_by_number(number):
        yield row
        number = row.supersedes


def rows_to_supersede(number: str, corrects: str) -> list[Record]:
    """The sheets that the record of this number corrects, one through the other, without those that an earlier correction
    has replaced for good."""
    return list(takewhile(lambda row: row.superseded_by in ("", number), rows_corrected_by(corrects)))


def mark_row(row: Record, changed: dict) -> None:
    update(Record, row.id, **{name: value for name, value in changed.items() if row.__data__[name] != value})


def state_and_outcome(number: str) -> tuple[str, str]:
    return endings_of_number(number)[0]


@prepared
def endings_of_number(number):
    return Record.select(Record.state, Record.outcome).where(Record.number == number).tuples()


def of_device(viewer: scope.Viewer, device: Device, limit: int = 10) -> list[Record]:
    return blank_ratings(newest_of_device(viewer, device.id, limit), viewer)


@scope.prepared_by_viewer
def newest_of_device(viewer, device, limit):
    query = Record.select().join(RecordDevice).where(RecordDevice.device == device, scope.records(viewer))
    return query.order_by(RecordDevice.dated_at.desc(), Record.id.desc()).limit(limit)


def of_device_before(
    viewer: scope.Viewer, device: int, before: int, most: int, form: str = ""
) -> list[Record]:
    """By the day of the work, newest first; `before`: UTC ms. `form`: the key of one form, "" for all."""
    return blank_ratings(newest_before(viewer, device, before, form, most, of_form=bool(form)), viewer)


@scope.prepared_by_viewer
def newest_before(viewer, device, before, form, most, *, of_form):
    about = (RecordDevice.device == device, RecordDevice.dated_at < before, scope.records(viewer))
    query = Record.select().join(RecordDevice).where(*about)
    query = query.where(Record.key == form) if of_form else query
    return query.order_by(RecordDevice.dated_at.desc(), Record.id.desc()).limit(most)


def open_reports_about(device_id: int, key: str) -> list[Record]:
    """Open reports of this form about this device, newest first (flow/faults/fault_reports.py says which a further one joins)."""
    return reports_open_about(device_id, key)


@prepared
def reports_open_about(device, key):
    about = Record.select().join(RecordDevice).where(RecordDevice.device == device)
    return about.where(Record.key == key, Record.state == "open").order_by(Record.id.desc())


def blank_ratings(rows, viewer: scope.Viewer) -> list[Record]:
    """Rows for lists; the rating only for those who may read it on every form."""
    rows = list(rows)
    for row in rows:
        row.definition = definitions.row(row.definition_id)
        redact_row(row, viewer, definitions.read_definition(row.definition))
    return rows
