"""Sealing: an entry's content → SD-JWT, chained per client, inserted once (design.md, "Seals")."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from fieldforms import config, i18n
from fieldforms.flow.record import confidentiality
from fieldforms.flow.seals import sdjwt, signing_keys
from fieldforms.store import clock
from fieldforms.store.models import Chain, Draft
from fieldforms.store.record import records

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


def lock_chain(client_id: int | None) -> Chain:
    """The client's chain, locked for the rest of the transaction: until then nobody seals into it."""
    return records.locked_chain(chain_name(client_id))


def seal_entry(
    draft: Draft,
    definition,
    content: EntryContent,
    actor,
    body_digest="",
    of_draft=True,
    before=None,
    chain=None,
    disclosures: Sequence[sdjwt.NamedDisclosure] = (),
) -> records.Sealed:
    """Insert the next entry of the draft's record. Locks the chain, then the counter; call inside a transaction.

    `chain`: when the caller has locked it already. `before`: all entries of the record, when they were read since.
    `disclosures`: of the content, when they were made already.
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
    disclosures = disclosures or disclosures_of_content(content)
    jwt = sdjwt.issue_jwt(payload, list(disclosures), signing_keys.current_key())
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
    entry = records.insert_entry(row, [(each.digest, each) for each in disclosures], chain)
    if actor.user_id:
        entry.actor = actor.user
    sealed = records.Sealed(
        entry, payload, content.answers, content.facts, frozenset(), frozenset(), tuple(disclosures)
    )
    confidentiality.keep_beside_entry(definition, sealed, before)
    return sealed


def disclosures_of_content(content: EntryContent) -> tuple[sdjwt.NamedDisclosure, ...]:
    """Of every answer and fact."""
    named = {f"{records.ANSWER_CLAIM}{name}": value for name, value in content.answers.items()}
    return tuple(sdjwt.disclose_value(name, value) for name, value in (named | content.facts).items())


def chain_name(client_id: int | None) -> str:
    return f"client:{client_id}" if client_id else "company"


def next_number(definition) -> str:
    """FW-202611-0042: gapless per form and month of the company's zone."""
    month = i18n.local(clock.now(), config.current.tz).strftime("%Y%m")
    name = f"{definition.number}-{month}"
    return f"{name}-{records.next_number(name):04d}"
