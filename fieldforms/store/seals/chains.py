"""Chains and entries as they stand, whatever they say: for `flow.proof.verification`, which trusts no row."""

from collections.abc import Iterable, Iterator

from peewee import fn

from fieldforms.store.models import Chain, Counter, Disclosure, Entry, Erasure, Record
from fieldforms.store.prepared import prepared


def in_order() -> list[Chain]:
    return list(Chain.select().order_by(Chain.id))


def chain_names_by_id() -> dict[int, str]:
    """By id."""
    return dict(names_of_chains())


@prepared
def names_of_chains():
    return Chain.select(Chain.id, Chain.name).tuples()


def chain_by_name(name: str) -> Chain | None:
    return Chain.get_or_none(Chain.name == name)


def count_entries_and_chains() -> dict[str, int]:
    return {"entries": Entry.select().count(), "chains": Chain.select().count()}


def entries_of_chain(chain: Chain) -> Iterator[Entry]:
    """In the chain's order, one at a time."""
    return Entry.select().where(Entry.chain == chain).order_by(Entry.chain_seq).iterator()


def was_begun(chain_id: int, client_id: int | None) -> bool:
    """Is there anything sealed that such a chain would hold? Asked of one without entries."""
    return bool(first_entry_of(chain_id)) or bool(first_record_of(client_id))


@prepared
def first_entry_of(chain):
    return Entry.select(Entry.id).where(Entry.chain == chain).limit(1)


def first_record_of(client_id: int | None) -> list:
    return first_record_of_company() if client_id is None else first_record_of_client(client_id)


@prepared
def first_record_of_client(client):
    return Record.select(Record.id).where(Record.client == client).limit(1)


@prepared
def first_record_of_company():
    return Record.select(Record.id).where(Record.client.is_null()).limit(1)


def length_of_entries(chain_id: int) -> int:
    """Up to where entries of a chain go, whatever its row says."""
    return Entry.select(fn.MAX(Entry.chain_seq)).where(Entry.chain == chain_id).scalar() or 0


def entries_without_chain() -> Iterator[Entry]:
    """Those whose chain's row is gone, one at a time."""
    known = Chain.select(Chain.id)
    return Entry.select().where(Entry.chain.not_in(known)).order_by(Entry.chain, Entry.chain_seq).iterator()


def numbers_given() -> Iterator[str]:
    """Of each record, once."""
    return (number for (number,) in Entry.select(Entry.number).where(Entry.seq == 1).tuples().iterator())


def counters_by_name() -> dict[str, int]:
    """Name → the last number that was given."""
    return dict(Counter.select(Counter.name, Counter.last).tuples())


def entry(entry_id: int) -> Entry | None:
    return Entry.get_or_none(Entry.id == entry_id)


def entry_at(chain_id: int, seq: int) -> Entry | None:
    return entries_at.first(chain_id, seq)


@prepared
def entries_at(chain, seq):
    return Entry.select().where(Entry.chain == chain, Entry.chain_seq == seq)


@prepared
def entries_of_record(record):
    return Entry.select().where(Entry.record == record).order_by(Entry.seq)


def disclosures(entry: Entry) -> list[Disclosure]:
    """In the order they were made."""
    return disclosures_of_entry(entry.id)


@prepared
def disclosures_of_entry(entry):
    return Disclosure.select().where(Disclosure.entry == entry).order_by(Disclosure.id)


def erasing_entries() -> Iterable[Entry]:
    """The entries that say what was erased."""
    return Entry.select().where(Entry.outcome == "erased")


def erasures() -> Iterable[Erasure]:
    return Erasure.select()


def erased_digests() -> frozenset[str]:
    """Digests of the disclosures that were erased."""
    return frozenset(digest for (digest,) in Erasure.select(Erasure.digest).tuples())
