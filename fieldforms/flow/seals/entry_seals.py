"""Sealing: an entry's content → SD-JWT, chained per client, inserted once (design.md, "Seals")."""

from dataclasses import dataclass, field

from fieldforms import config, i18n
from fieldforms.errors import ChainMissing
from fieldforms.flow.record import confidentiality
from fieldforms.flow.seals import heads, sdjwt, signing_keys
from fieldforms.store import clock
from fieldforms.store.models import Chain, Draft, Entry
from fieldforms.store.record import records
from fieldforms.store.seals import chains

ISSUER = "fieldforms"


@dataclass(frozen=True)
class EntryContent:
    """What one entry says. `answers`: every field of the step, null where not relevant or not given.

    `facts`: signer, signature, evidence, consent, reason, actor: sealed as disclosures beside the answers.
    `public`: what the payload says openly (returned_to, supersedes, phone_at).
    """

    step: str
    outcome: str
    answers: dict = field(default_factory=dict)
    facts: dict = field(default_factory=dict)
    public: dict = field(default_factory=dict)


def entry_to_be(content: EntryContent) -> records.Sealed:
    """The entry that the content will be, as far as that is known: without number, time and seal."""
    row = Entry(step=content.step, outcome=content.outcome)
    return records.Sealed(
        row, content.public, content.answers, content.facts, frozenset(), frozenset(), disclosures=()
    )


@dataclass(frozen=True)
class ReadySeal:
    """What sealing a content takes that can be made before the chain is locked. `rows`: digest and disclosure, to be kept."""

    disclosures: tuple[sdjwt.NamedDisclosure, ...]
    rows: tuple[tuple[str, str], ...]
    key: sdjwt.SigningKey


def ready_seal(content: EntryContent) -> ReadySeal:
    """A disclosure of every answer and fact, and the key that signs now."""
    named = {
        f"{records.ANSWER_CLAIM}{name}": value for name, value in content.answers.items()
    } | content.facts
    disclosures = tuple(sdjwt.disclose_value(name, value) for name, value in named.items())
    rows = tuple((each.digest, each) for each in disclosures)
    return ReadySeal(disclosures, rows, signing_keys.current_key())


def lock_chain(client_id: int | None) -> Chain:
    """The client's chain, locked for the rest of the transaction: until then nobody seals into it.

    Raises ChainMissing: a second beginning would be a fork, and hide that the first one is gone.
    """
    chain = records.locked_chain(chain_name(client_id))
    if not chain.length and chains.was_begun(chain.id, client_id):
        raise ChainMissing(chain=chain.name)
    return chain


def seal_entry(
    draft: Draft,
    definition,
    content: EntryContent,
    actor,
    body_digest="",
    of_draft=True,
    before=None,
    chain=None,
    ready: ReadySeal | None = None,
) -> records.Sealed:
    """Insert the next entry of the draft's record. Locks the chain, then the counter; call inside a transaction.

    `chain`: when the caller has locked it already. `before`: all entries of the record, when they were read since.
    `ready`: of the content, when it was made already.
    """
    chain = chain or lock_chain(draft.client_id)
    last = records.newest_entry(draft.record) if before is None else before[-1].row if before else None
    number = last.number if last else next_number(definition)
    now = clock.now()
    payload = {
        "iss": ISSUER,
        "iat": now // 1000,
        "sealed_at": now,
        "record": draft.record,
        "number": number,
        "form": definition.key,
        "definition": draft.definition.digest,
        "seq": last.seq + 1 if last else 1,
        "step": content.step,
        "outcome": content.outcome,
        "way": actor.way_sealed,
        "chain": chain.name,
        "chain_seq": chain.length + 1,
        "prev": chain.head,
        "body": body_digest,  # keyed: tells nobody what was answered (flow.completing.submissions.HandedIn.digest)
        "draft": draft.uuid if of_draft else None,
        "account": actor.user_id,
        **content.public,
    }
    ready = ready or ready_seal(content)
    jwt = sdjwt.issue_jwt(payload, list(ready.disclosures), ready.key)
    row = {
        "record": draft.record,
        "seq": payload["seq"],
        "number": number,
        "definition": draft.definition_id,
        "step": content.step,
        "outcome": content.outcome,
        "client": draft.client_id,
        "actor": actor.user_id,
        "draft": payload["draft"],
        "body_digest": body_digest,
        "chain_seq": payload["chain_seq"],
        "digest": sdjwt.jwt_digest(jwt),
        "jwt": jwt,
        "sealed_at": now,
    }
    entry = records.insert_entry(row, ready.rows, chain)
    heads.note_head(chain.name, entry.chain_seq, entry.digest)
    if actor.user_id:
        entry.actor = actor.user
    sealed = records.Sealed(
        entry, payload, content.answers, content.facts, frozenset(), frozenset(), ready.disclosures
    )
    confidentiality.keep_beside_entry(definition, sealed, before)
    return sealed


def chain_name(client_id: int | None) -> str:
    return f"client:{client_id}" if client_id else "company"


def next_number(definition) -> str:
    """FW-202611-0042: gapless per form and month of the company's zone."""
    month = i18n.local(clock.now(), config.current.tz).strftime("%Y%m")
    name = f"{definition.number}-{month}"
    return f"{name}-{records.next_number(name):04d}"
