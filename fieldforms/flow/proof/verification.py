"""`fieldforms verify`: walk every chain, entry, disclosure and file, and name what differs."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import rfc8785

from fieldforms.flow.files.file_digests import digests_in
from fieldforms.flow.proof import list_checks, row_checks
from fieldforms.flow.record import projection
from fieldforms.flow.seals import entry_seals, jws, sdjwt, signing_keys
from fieldforms.store.files import files
from fieldforms.store.library import definitions
from fieldforms.store.models import Chain, Entry
from fieldforms.store.record import records
from fieldforms.store.seals import chains
from fieldforms.store.upkeep import reading_damaged

# What a row says beside its seal → where the seal says it
SEALED_COLUMNS = {"record": "record", "number": "number", "seq": "seq", "step": "step", "outcome": "outcome",
           "chain_seq": "chain_seq", "sealed_at": "sealed_at", "body_digest": "body", "draft": "draft",
           "actor_id": "account"}  # fmt: skip


@dataclass(frozen=True)
class SealDifference:
    """`number` and `seq` name the entry (0: the record, in lists), `where` the field or column, `what` the finding."""

    number: str
    seq: int
    where: str
    what: str
    unendorsed: bool = False  # not changed, but sealed with a key of before that nothing here vouches for

    def __str__(self) -> str:
        entry = f"#{self.seq} " if self.seq else ""
        return f"{self.number} {entry}{self.where}: {self.what}".strip()


@dataclass(frozen=True)
class TrustedKeys:
    """What entries are checked against. `forms`: digests of published versions by id, `chains`: names by id."""

    keys: signing_keys.Trust
    forms: dict[int, str]
    chains: dict[int, str]
    erased: frozenset[str]


def gather_trusted(erased, keys: signing_keys.Trust | None = None) -> TrustedKeys:
    forms = {id: digest for id, (_key, digest) in definitions.digests().items()}
    return TrustedKeys(
        keys or signing_keys.trust_in_keys(), forms, chains.chain_names_by_id(), frozenset(erased)
    )


def every_difference(trusted_kids: Iterable[str] = ()) -> Iterator[SealDifference]:
    """Every difference there is. What became unreadable is named, too. `trusted_kids`: keys known from elsewhere."""
    with reading_damaged():
        try:
            against = gather_trusted(chains.erased_digests(), signing_keys.trust_in_keys(trusted_kids))
        except (ValueError, RecursionError) as error:
            yield SealDifference("", 0, "keys", f"cannot be read: {error}")
            return
        yield from differences_of_keys(against.keys)
        yield from differences_of_forms()
        yield from differences_of_erasures(against.keys.known_keys)
        for chain in chains.in_order():
            yield from differences_of_chain(chain, against)
        for entry in chains.entries_without_chain():
            yield SealDifference(
                entry.number, entry.seq, "chain", "its chain is gone: no row says where it ends"
            )
            yield from differences_of_entry(entry, against, None)
        for each in row_checks.every_row_difference():
            yield SealDifference(each.number, 0, each.where, each.what)
        if not projection.is_behind():
            for each in list_checks.every_list_difference():
                yield SealDifference(each.number, 0, each.where, each.what)


UNKNOWN_KEY = "sealed with a key that no key of ours endorsed"
UNENDORSED_BEFORE = "unendorsed, before 0003: it was there before keys were endorsed, and its file was not"


def differences_of_keys(keys: signing_keys.Trust) -> Iterator[SealDifference]:
    for kid, jwk in signing_keys.rows().items():
        if not signing_keys.is_key_of_name(kid, jwk):
            yield SealDifference("", 0, f"key {kid}", "is not the key of that name")
        elif kid in keys.unvouched:
            yield SealDifference("", 0, f"key {kid}", "no key of ours endorsed it")
    for kid in keys.unendorsed:
        yield SealDifference("", 0, f"key {kid}", UNENDORSED_BEFORE, unendorsed=True)
    for kid, by in keys.broken:
        yield SealDifference("", 0, f"key {kid}", f"its endorsement by {by} does not hold")


def differences_of_forms() -> Iterator[SealDifference]:
    """The versions that entries name by digest: an answer means what its question says."""
    for id, (key, digest) in definitions.digests().items():
        try:
            body = definitions.body_of_version(id)
            fits = (body.get("key"), hashlib.sha256(rfc8785.dumps(body)).hexdigest()) == (key, digest)
        except (ValueError, AttributeError, RecursionError):
            fits = False
        if not fits:
            yield SealDifference(
                key, 0, "definition", f"is not the version that was published as {digest[:12]}"
            )


def differences_of_erasures(jwks: dict) -> Iterator[SealDifference]:
    named = erasures_by_digest(chains.erasing_entries(), jwks)
    for row in chains.erasures():
        entry, said = chains.entry(row.entry_id), named.get(row.digest)
        if said is None:
            number, seq = (entry.number, entry.seq) if entry else ("", 0)
            yield SealDifference(number, seq, row.name, "erased without a sealed entry that says so")
            continue
        by, item = said
        told = (row.by_entry_id, entry and entry.record, entry and entry.seq)
        if told != (by.id, by.record, item["seq"]) or row.name not in item["names"]:
            yield SealDifference(by.number, by.seq, row.name, "the erasure's row says other than the seal")


def differences_of_chain(chain: Chain, against: TrustedKeys) -> Iterator[SealDifference]:
    prev, expected = "", 1
    for entry in chains.entries_of_chain(chain):
        if entry.chain_seq != expected:
            yield SealDifference(
                entry.number, entry.seq, chain.name, f"entries {expected}–{entry.chain_seq - 1} are missing"
            )
        yield from differences_of_entry(entry, against, prev if entry.chain_seq == expected else None)
        prev, expected = sdjwt.jwt_digest(entry.jwt), entry.chain_seq + 1
    if (chain.head, chain.length) != (prev, expected - 1):
        yield SealDifference(
            chain.name,
            chain.length,
            "head",
            f"the chain ends at {expected - 1}, its head says {chain.length}",
        )


def differences_of_entry(entry: Entry, against: TrustedKeys, prev: str | None) -> Iterator[SealDifference]:
    rows = chains.disclosures(entry)
    try:
        payload, values = sdjwt.verify_jwt(entry.jwt, [row.body for row in rows], against.keys.known_keys)
    except jws.Broken as broken:
        strange = broken.reason == jws.Broken.UNKNOWN_KEY
        what = UNKNOWN_KEY if strange else broken.reason
        where = f"key {broken.where}" if strange else broken.where or "jwt"
        yield SealDifference(entry.number, entry.seq, where, what)
        return
    if (kid := sdjwt.signing_kid(entry.jwt)) in against.keys.unendorsed:
        yield SealDifference(entry.number, entry.seq, f"key {kid}", UNENDORSED_BEFORE, unendorsed=True)
    for column, differs in columns_compared(entry, payload, against):
        if differs:
            yield SealDifference(entry.number, entry.seq, column, "the row says other than the seal")
    if entry.digest != sdjwt.jwt_digest(entry.jwt):
        yield SealDifference(entry.number, entry.seq, "digest", "does not fit the seal")
    if prev is not None and payload.get("prev") != prev:
        yield SealDifference(entry.number, entry.seq, "prev", "does not name the entry before")
    present = {sdjwt.digest(row.body) for row in rows}
    for row in rows:
        if row.digest != sdjwt.digest(row.body):
            yield SealDifference(
                entry.number, entry.seq, records.open_disclosure(row.body)[0], "does not fit its digest"
            )
    for digest in set(payload["_sd"]) - present - against.erased:
        yield SealDifference(
            entry.number, entry.seq, digest, "a disclosure is missing and nothing says it was erased"
        )
    yield from differences_of_files(entry, values)


def columns_compared(entry: Entry, payload: dict, against: TrustedKeys) -> Iterator[tuple[str, bool]]:
    """(column, does it differ from the seal) of each column that says something."""
    for column, claim in SEALED_COLUMNS.items():
        yield column, getattr(entry, column) != payload.get(claim)
    yield "definition", against.forms.get(entry.definition_id) != payload.get("definition")
    yield "chain", against.chains.get(entry.chain_id) != payload.get("chain")
    yield "client", entry_seals.chain_name(entry.client_id) != payload.get("chain")


def differences_of_files(entry: Entry, values: dict) -> Iterator[SealDifference]:
    for name, value in values.items():
        if name == "evidence":
            continue
        for digest in digests_in(value):
            body = files.read_file(digest)
            if body is None:
                yield SealDifference(entry.number, entry.seq, name, f"file {digest[:12]} is missing")
            elif hashlib.sha256(body).hexdigest() != digest:
                yield SealDifference(entry.number, entry.seq, name, f"file {digest[:12]} was changed")


def erasures_by_digest(entries, jwks: dict) -> dict[str, tuple[Entry, dict]]:
    """Digest → (the sealed `erased` entry that names it, how: seq, names, digests)."""
    named: dict[str, tuple[Entry, dict]] = {}
    for entry in entries:
        if entry.outcome != "erased":
            continue
        try:
            payload, _values = sdjwt.verify_jwt(entry.jwt, [], jwks)
        except jws.Broken:
            continue  # reported where its chain is walked
        named |= {digest: (entry, item) for item in payload.get("erased", ()) for digest in item["digests"]}
    return named


def heads_of_chains() -> list[dict]:
    """Every chain's head: exported, they witness what was sealed until now."""
    return [{"chain": c.name, "length": c.length, "head": c.head} for c in chains.in_order()]


def differences_from_heads(before: list[dict]) -> Iterator[SealDifference]:
    """What heads exported before say that the chains no longer do: entries cut from an end, or sealed anew."""
    for head in before:
        chain = chains.chain_by_name(head["chain"])
        length = chain.length if chain else 0
        if length < head["length"]:
            yield SealDifference(head["chain"], head["length"], "head", f"the chain ends at {length}")
        elif chain and head["length"] and not chain_has_head(chain, head["length"], head["head"]):
            yield SealDifference(
                head["chain"], head["length"], "head", "is another entry than when it was exported"
            )


def chain_has_head(chain: Chain, seq: int, head: str) -> bool:
    entry = chains.entry_at(chain.id, seq)
    return entry is not None and sdjwt.jwt_digest(entry.jwt) == head


def differences_of_record(record: str) -> list[SealDifference]:
    """What differs in one record's entries, disclosures and files; a page shows it each time the record is read."""
    found: list[SealDifference] = []
    entries = chains.entries_of_record(record)
    keys = signing_keys.trust_in_keys()
    against = gather_trusted(erasures_by_digest(entries, keys.known_keys), keys)
    for seq, entry in enumerate(entries, 1):
        if entry.seq != seq:
            found.append(SealDifference(entry.number, seq, "seq", "an entry is missing"))
        before = chains.entry_at(entry.chain_id, entry.chain_seq - 1)
        if before is None and entry.chain_seq > 1:
            found.append(SealDifference(entry.number, entry.seq, "prev", "the entry before is missing"))
        found += differences_of_entry(entry, against, sdjwt.jwt_digest(before.jwt) if before else None)
    return found
