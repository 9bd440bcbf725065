"""Chains and entries as they stand, whatever they say: for `flow.proof.verification`, which trusts no row."""

from collections.abc import Iterable, Iterator

from fieldforms.store.models import Chain, Disclosure, Entry, Erasure
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
