"""Signing: strokes or a typed name, what was agreed to, and the ways to reach the signer."""

import json

from fieldforms.errors import NotFound, NotYourTurn, SignatureNeeded, SignerNeeded
from fieldforms.flow import drafts as working_drafts
from fieldforms.flow import folding
from fieldforms.flow.actors import SIGNERS, Actor
from fieldforms.forms.definition import Step
from fieldforms.paper import strokes as ink
from fieldforms.store import audit, clock, drafts, files, links, records
from fieldforms.store.database import transaction
from fieldforms.store.models import Draft, Link, Session

LINK_LIFETIME = 7 * clock.DAY
MEDIA_TYPE = "application/json"


def facts(step: Step, given) -> dict:
    """signer, signature and consent as sealed. Raises SignerNeeded, SignatureNeeded."""
    if given.outcome in folding.UNSIGNED:
        return {"signer": given.signer or None, "signature": None, "consent": None}
    if not given.signer:
        raise SignerNeeded
    method = "paper" if given.outcome == folding.PAPER else "typed" if given.typed else "drawn"
    signature = {"method": method, "strokes": kept(given.strokes) if method == "drawn" else None}
    return {"signer": given.signer, "signature": signature, "consent": {**step.consent, "shown_in": given.lang}}


def kept(strokes: list) -> str:
    """The digest under which the strokes are stored. Raises SignatureNeeded for a dot or what is no drawing."""
    try:
        drawn = ink.check(strokes)
    except ValueError as error:
        raise SignatureNeeded from error
    if not ink.is_signature(drawn):
        raise SignatureNeeded
    return files.keep(json.dumps(drawn, separators=(",", ":")).encode(), MEDIA_TYPE).digest


def strokes_of(entry: records.Sealed) -> list:
    """The drawn strokes of an entry, empty when typed, erased or unsigned."""
    digest = ((entry.facts.get("signature") or {}).get("strokes")) or ""
    body = files.read(digest) if digest else None
    return json.loads(body) if body else []


def signer_draft(actor: Actor, number: str) -> tuple[records.Seen, Draft]:
    """The record waiting for a signature and the signer's draft. Raises NotFound, NotYourTurn."""
    seen = records.by_number(actor.viewer, number)
    if seen is None:
        raise NotFound
    fold = folding.fold(seen.definition, seen.entries)
    if fold.turn is None or fold.turn.by not in SIGNERS:
        raise NotYourTurn
    return seen, working_drafts.open_step(actor, seen)


def hand_over(actor: Actor, number: str) -> Draft:
    """Put this very session into the client's hands: it reaches the one draft until the PIN returns it."""
    with transaction():
        seen, draft = signer_draft(actor, number)
        Session.update(handed_draft=draft.uuid).where(Session.id == actor.session_id).execute()
        audit.record(actor.user_id, "session.hand_over", seen.row.number)
        return draft


def make_link(actor: Actor, number: str) -> tuple[Link, str]:
    """A one-time link for the signer; the links made before it die. (link row, token shown once)"""
    with transaction():
        seen, draft = signer_draft(actor, number)
        fold = folding.fold(seen.definition, seen.entries)
        links.kill(seen.row.uuid, draft.step)
        made = links.create(
            "sign", LINK_LIFETIME, record=seen.row.uuid, step=draft.step, draft=draft.uuid, shown=fold.shown,
            created_by=actor.user_id,
        )  # fmt: skip
        audit.record(actor.user_id, "link.create", seen.row.number)
        return made


def revoke_links(actor: Actor, number: str) -> None:
    seen = records.by_number(actor.viewer, number)
    if seen is None:
        raise NotFound
    with transaction():
        links.kill(seen.row.uuid)
        audit.record(actor.user_id, "link.revoke", seen.row.number)


def open_draft_of(link: Link) -> Draft | None:
    draft = drafts.get(link.draft)
    return draft if draft and not draft.completed_at else None
