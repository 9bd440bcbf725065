"""`fieldforms verify`: walk every chain, entry, disclosure and file, and name what differs."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from fieldforms.flow import keys, sdjwt
from fieldforms.flow.drafts import digests_in
from fieldforms.store import files, records
from fieldforms.store.models import Chain, Disclosure, Entry, Erasure

COLUMNS = {"record": "record", "number": "number", "seq": "seq", "step": "step", "outcome": "outcome",
           "chain_seq": "chain_seq", "sealed_at": "sealed_at", "body_digest": "body"}  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """`number` and `seq` name the entry, `where` the field or column, `what` the finding."""

    number: str
    seq: int
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.number} #{self.seq} {self.where}: {self.what}"


def everything() -> Iterator[Difference]:
    jwks = keys.public()
    erasures = {row.digest: row for row in Erasure.select()}
    named = named_erasures(jwks)
    for digest, row in erasures.items():
        if digest not in named:
            yield Difference(row.entry.number, row.entry.seq, row.name, "erased without a sealed entry that says so")
    for chain in Chain.select().order_by(Chain.id):
        yield from of_chain(chain, jwks, set(erasures))


def of_chain(chain: Chain, jwks: dict, erased: set[str]) -> Iterator[Difference]:
    prev, expected = "", 1
    for entry in Entry.select().where(Entry.chain == chain).order_by(Entry.chain_seq).iterator():
        if entry.chain_seq != expected:
            yield Difference(entry.number, entry.seq, chain.name, f"entries {expected}–{entry.chain_seq - 1} are missing")
        yield from of_entry(entry, jwks, erased, prev if entry.chain_seq == expected else None)
        prev, expected = sdjwt.thumb(entry.jwt), entry.chain_seq + 1
    if (chain.head, chain.length) != (prev, expected - 1):
        yield Difference(chain.name, chain.length, "head", f"the chain ends at {expected - 1}, its head says {chain.length}")


def of_entry(entry: Entry, jwks: dict, erased: set[str], prev: str | None) -> Iterator[Difference]:
    bodies = [row.body for row in Disclosure.select().where(Disclosure.entry == entry).order_by(Disclosure.id)]
    try:
        payload, values = sdjwt.verify(entry.jwt, bodies, jwks)
    except sdjwt.Broken as broken:
        yield Difference(entry.number, entry.seq, broken.where or "jwt", broken.reason)
        return
    for column, claim in COLUMNS.items():
        if getattr(entry, column) != payload.get(claim):
            yield Difference(entry.number, entry.seq, column, "the row says other than the seal")
    if entry.digest != sdjwt.thumb(entry.jwt):
        yield Difference(entry.number, entry.seq, "digest", "does not fit the seal")
    if prev is not None and payload.get("prev") != prev:
        yield Difference(entry.number, entry.seq, "prev", "does not name the entry before")
    present = {sdjwt.digest(body) for body in bodies}
    for digest in set(payload["_sd"]) - present - erased:
        yield Difference(entry.number, entry.seq, digest, "a disclosure is missing and nothing says it was erased")
    yield from of_files(entry, values)


def of_files(entry: Entry, values: dict) -> Iterator[Difference]:
    for name, value in values.items():
        if name == "evidence":
            continue
        for digest in digests_in(value):
            body = files.read(digest)
            if body is None:
                yield Difference(entry.number, entry.seq, name, f"file {digest[:12]} is missing")
            elif hashlib.sha256(body).hexdigest() != digest:
                yield Difference(entry.number, entry.seq, name, f"file {digest[:12]} was changed")


def named_erasures(jwks: dict) -> set[str]:
    """Digests that sealed `erased` entries name."""
    return named_by(Entry.select(Entry.jwt, Entry.outcome).where(Entry.outcome == "erased"), jwks)


def named_by(entries, jwks: dict) -> set[str]:
    named: set[str] = set()
    for entry in entries:
        if entry.outcome != "erased":
            continue
        try:
            payload, _values = sdjwt.verify(entry.jwt, [], jwks)
        except sdjwt.Broken:
            continue  # reported where its chain is walked
        named |= {digest for item in payload.get("erased", ()) for digest in item["digests"]}
    return named


def genuine(digest: str) -> records.Sealed | None:
    """The entry a printed QR names, when its seal holds; None when there is no such entry. Raises Broken."""
    entry = records.entry_by_digest(digest)
    if entry is None:
        return None
    bodies = [row.body for row in Disclosure.select().where(Disclosure.entry == entry)]
    sdjwt.verify(entry.jwt, bodies, keys.public())
    return entry


def heads() -> list[dict]:
    """Every chain's head: exported, they witness what was sealed until now."""
    return [{"chain": c.name, "length": c.length, "head": c.head} for c in Chain.select().order_by(Chain.id)]


def cut_off(before: list[dict]) -> Iterator[Difference]:
    """What heads exported before say that the chains no longer do: entries cut from an end, or sealed anew."""
    for head in before:
        chain = Chain.get_or_none(Chain.name == head["chain"])
        length = chain.length if chain else 0
        if length < head["length"]:
            yield Difference(head["chain"], head["length"], "head", f"the chain ends at {length}")
        elif head["length"] and not reaches(chain, head["length"], head["head"]):
            yield Difference(head["chain"], head["length"], "head", "is another entry than when it was exported")


def reaches(chain: Chain, seq: int, head: str) -> bool:
    entry = Entry.get_or_none((Entry.chain == chain) & (Entry.chain_seq == seq))
    return entry is not None and sdjwt.thumb(entry.jwt) == head


def counted() -> dict[str, int]:
    return {"entries": Entry.select().count(), "chains": Chain.select().count()}


def of_record(record: str) -> list[Difference]:
    """What differs in one record's entries, disclosures and files; a page shows it each time the record is read."""
    jwks, found = keys.public(), []
    entries = list(Entry.select().where(Entry.record == record).order_by(Entry.seq))
    erased = named_by(entries, jwks)
    for seq, entry in enumerate(entries, 1):
        if entry.seq != seq:
            found.append(Difference(entry.number, seq, "seq", "an entry is missing"))
        before = Entry.get_or_none(Entry.chain == entry.chain_id, Entry.chain_seq == entry.chain_seq - 1)
        if before is None and entry.chain_seq > 1:
            found.append(Difference(entry.number, entry.seq, "prev", "the entry before is missing"))
        found += of_entry(entry, jwks, erased, sdjwt.thumb(before.jwt) if before else None)
    return found
