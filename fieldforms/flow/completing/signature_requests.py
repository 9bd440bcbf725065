"""The ways a sheet reaches its signer: the phone handed over, a code or link for the signer's own phone, a copy."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID, uuid5

from fieldforms.errors import N_, Completed, LinkDead, NotFound, NotYourTurn, SheetChanged
from fieldforms.flow.completing import completion, page_secrets
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.completing.submissions import HandedIn, ReadyStep
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.filling.drafts import (
    is_uuid,
    next_draft,
    open_next_step,
    photo_of_draft,
    with_context,
)
from fieldforms.flow.people.actors import SIGNATURE_COLLECTORS, SIGNERS, Actor
from fieldforms.flow.record import folding
from fieldforms.forms.definition import Step
from fieldforms.store import audit, clock
from fieldforms.store.completing import links
from fieldforms.store.database import transaction
from fieldforms.store.filling import drafts
from fieldforms.store.models import Draft, Entry, Link
from fieldforms.store.people import sessions
from fieldforms.store.record import guards, records
from fieldforms.store.scope import CLIENT, PUBLIC

LINK_LIFETIME = 7 * clock.DAY_MS
SIGN, COPY, OWN = "sign", "copy", "own"


def record_and_draft_to_sign(actor: Actor, number: str) -> tuple[records.Seen, DraftContext]:
    """The record waiting for a signature, and the signer's draft as it is or would begin: nothing is stored.

    Raises NotFound, NotYourTurn.
    """
    seen = record_to_sign(actor, number)
    turn = signers_step(seen)
    draft = next_draft(actor, seen, turn, draft_name(seen, turn))
    return seen, with_context(draft)


def signer_draft(actor: Actor, number: str) -> tuple[records.Seen, Draft]:
    """As `record_to_sign`, and the draft is made when there is none."""
    seen = record_to_sign(actor, number)
    return seen, open_next_step(actor, seen, draft_name(seen, signers_step(seen)))


def signers_step(seen: records.Seen) -> Step:
    turn = folding.fold_entries(seen.definition, seen.entries).turn
    if turn is None or turn.by not in SIGNERS:
        raise NotYourTurn
    return turn


def draft_name(seen: records.Seen, turn: Step) -> str:
    """The uuid of a signer's draft: the same for every page until the record goes on.

    What is typed into a page waits in its tab under this name (keep.js), and is there after a reload.
    """
    return str(uuid5(UUID(seen.row.uuid), f"{seen.entries[-1].row.seq} {turn.name}"))


def named_draft(actor: Actor, number: str, uuid: str) -> Draft:
    """The signer's draft as the page named it, begun now unless it was; a completed one when the same was sent before.

    To be called in a transaction. Raises NotFound, NotYourTurn.
    """
    seen = record_to_sign(actor, number)
    draft = drafts.for_writing(uuid) or begin_named_draft(actor, seen, uuid)
    if draft.record != seen.row.uuid:
        raise NotFound
    return draft


def begin_named_draft(actor: Actor, seen: records.Seen, uuid: str) -> Draft:
    if not is_uuid(uuid):
        raise NotFound
    try:
        signers_step(seen)
        return open_next_step(actor, seen, uuid)
    except NotYourTurn:
        draft = drafts.get_draft(
            uuid
        )  # of two taps at once the second waited: the first has begun and ended it
        if draft is None:
            raise
        return draft


def record_to_sign(actor: Actor, number: str) -> records.Seen:
    """A record in scope of someone who may bring it to its signature. Raises NotAllowed, NotFound."""
    actor.needs(*SIGNATURE_COLLECTORS)
    return record_by_number(actor, number)


def hand_phone_over(actor: Actor, number: str) -> Draft:
    """Put this very session into the client's hands: it reaches the one draft until the PIN returns it."""
    with transaction():
        seen, draft = signer_draft(actor, number)
        sessions.hand_over(actor.session_id, draft.uuid)
        audit.record_action(actor.user_id, "session.hand_over", seen.row.number)
        return draft


def end_unsigned(actor: Actor, number: str, uuid: str, given: HandedIn) -> Entry:
    """The signer refused or was absent; `uuid` as the page named the draft. Raises what `completion.complete` raises."""
    with transaction():
        return completion.complete(actor, named_draft(actor, number, uuid).uuid, given).entry


def draft_signed_on_paper(actor: Actor, number: str, uuid: str) -> DraftContext:
    """The signer's draft, `uuid` as the page named it: what was signed on paper is entered for the signer."""
    with transaction():
        return with_context(named_draft(actor, number, uuid))


def photo_of_paper(actor: Actor, signer: Actor, number: str, uuid: str, digest: str) -> bytes:
    """A photo that was sent for the signer's draft of this very record. Raises NotFound."""
    draft = drafts.get_draft(uuid)
    if draft is None or draft.record != record_to_sign(actor, number).row.uuid:
        raise NotFound
    return photo_of_draft(signer, uuid, digest)


def make_signing_link(actor: Actor, number: str) -> tuple[Link, str]:
    """A one-time link for the signer; the links made before it die. (link row, token shown once)"""
    with transaction():
        seen, draft = signer_draft(actor, number)
        fold = folding.fold_entries(seen.definition, seen.entries)
        links.revoke_unused(seen.row.uuid, draft.step)
        made = links.create_link(
            SIGN, LINK_LIFETIME, record=seen.row.uuid, step=draft.step, draft=draft.uuid, shown=fold.shown_digest,
            created_by=actor.user_id,
        )  # fmt: skip
        audit.record_action(actor.user_id, "link.create", seen.row.number)
        return made


def revoke_signing_links(actor: Actor, number: str) -> None:
    seen = record_to_sign(actor, number)
    with transaction():
        links.revoke_unused(seen.row.uuid)
        audit.record_action(actor.user_id, "link.revoke", seen.row.number)


def signers_open_draft(link: Link) -> Draft | None:
    """The signer's draft of a link while it can still be signed."""
    draft = drafts.get_draft(link.draft) if link.draft else None
    return draft if draft and not draft.completed_at and not link.used_at else None


def record_number_of_draft(draft: str) -> str:
    """The number of the record a signer's draft belongs to."""
    row = drafts.get_draft(draft)
    first = records.first_entry_if_any(row.record) if row else None
    return first.number if first else ""


def signing_link_by_token(token: str) -> Link:
    """The signing link of a token, used or not. Raises NotFound, LinkDead when it can be neither used nor shown."""
    return refuse_dead_link(links.get_link(token))


def refuse_dead_link(link: Link | None) -> Link:
    if link is None or link.purpose not in (SIGN, COPY, OWN):
        raise NotFound
    if link.revoked_at:
        raise LinkDead(why=N_("单据已有改动、已经签字，或有了更新的链接；请用最新的链接打开"))
    if not links.is_current(link):
        raise LinkDead(why=N_("已过期"))
    if is_outlived_by_confidence(link):
        raise LinkDead(why=N_("单据不再对外提供；请联系给您链接的人"))
    return link


def is_outlived_by_confidence(link: Link) -> bool:
    """Did its sheet become confidential after it was made? Who still has to sign goes on: a confidential sheet is signed by a link,
    too, and the copy of what is signed then is the signer's. Every other holder of an older one is a stranger by now."""
    if link.purpose == SIGN and link.used_at is None:
        return False
    return guards.is_confidential_since(link.record, link.created_at)


def sign_by_link(actor: Actor, token: str, given: HandedIn) -> tuple[Entry, str]:
    """Complete the signer's step through a link, once; the same body again from the same page gives the same entry.

    (entry, token of the signer's own copy). Raises what `completion.complete` raises, and TooManyTries.
    """
    draft = link_to_sign_with(links.get_link(token)).draft
    given = with_secret(given)
    ready = completion.make_ready(actor, draft, given)
    with counting_strangers(actor, draft), transaction():
        drafts.for_writing(draft)  # first, as in every verb: who ends the step kills its links after
        link = link_to_sign_with(links.for_use(token))
        if link.used_at is None and given.shown != link.shown:
            raise SheetChanged
        return sign_and_copy(actor, draft, given, OWN, None if link.used_at else link, ready)


def sign_in_hand(actor: Actor, uuid: str, given: HandedIn) -> tuple[Entry, str]:
    """Complete the signer's step on the handed-over phone; the entry, and the token of the signer's own copy.

    Raises as `sign_by_link`.
    """
    given = with_secret(given)
    ready = completion.make_ready(actor, uuid, given)
    with counting_strangers(actor, uuid), transaction():
        return sign_and_copy(actor, uuid, given, COPY, ready=ready)


def with_secret(given: HandedIn) -> HandedIn:
    return replace(given, page_secret=page_secrets.secret_or_new(given.page_secret))


def link_to_sign_with(link: Link | None) -> Link:
    """Raises NotFound, LinkDead."""
    link = refuse_dead_link(link)
    if link.purpose != SIGN:
        raise NotFound
    return link


@contextmanager
def counting_strangers(actor: Actor, draft: str) -> Iterator[None]:
    """Around the transaction that signs: a refusal undoes it, and is to be counted all the same."""
    try:
        yield
    except Completed:
        page_secrets.count_stranger(actor, draft)
        raise


def sign_and_copy(
    actor: Actor,
    draft: str,
    given: HandedIn,
    purpose: str,
    link: Link | None = None,
    ready: ReadyStep | None = None,
) -> tuple[Entry, str]:
    """(entry, token of the copy): the same token for the same page."""
    done = completion.complete(actor, draft, given, link, ready=ready)
    token = page_secrets.copy_token(draft, given.page_secret)
    if not done.repeated:
        make_copy_link(actor, done.entry, purpose, token)
    return done.entry, token


def make_copy_link(actor: Actor, entry: Entry, purpose: str, token: str = "") -> str:
    """A token under which the signer reads and keeps a copy, for as long as a signing link lives."""
    about = {"record": entry.record, "draft": entry.draft, "created_by": actor.user_id}
    with transaction():
        return links.create_link(purpose, LINK_LIFETIME, token, **about)[1]


def record_of_draft(uuid: str) -> records.Seen:
    """The record of a signer's draft, as on a copy that anybody may hold."""
    row = drafts.get_draft(uuid)
    seen = records.by_uuid(PUBLIC, row.record) if row else None
    if seen is None:
        raise NotFound
    return seen


def last_signer_entry(seen: records.Seen) -> records.Sealed | None:
    """What a signer's step last came to: signed, sent back, refused; None before."""
    said = [entry for entry in seen.entries if entry.outcome in SIGNER_OUTCOMES and is_of_signer(seen, entry)]
    return said[-1] if said else None


SIGNER_OUTCOMES = (folding.DONE, folding.PAPER, folding.RETURNED, *folding.UNSIGNED)


def is_of_signer(seen: records.Seen, entry: records.Sealed) -> bool:
    step = seen.definition.step(entry.step)
    return step.by in SIGNERS and not folding.is_recall(step, entry)


def record_of_link(link: Link, secret: str = "") -> records.Seen:
    """The signed sheet as this link's holder may read it; `secret`: of their browser.

    Whoever made a signing link has seen its address, the code of a copy shown on the technician's phone can be scanned
    by the technician, and an address is passed on: only the browser that signed reads the rating.
    """
    seen = records.by_uuid(CLIENT if is_own_copy(link, secret) else PUBLIC, link.record)
    if seen is None:
        raise NotFound
    return seen


def is_own_copy(link: Link, secret: str) -> bool:
    return link.purpose == OWN and page_secrets.is_copy_of(link, secret)


def own_copy_token(link: Link, secret: str) -> str:
    """The token of the whole copy, for the browser that signed by this link; "" for any other."""
    signed = link.purpose == SIGN and link.draft and page_secrets.has_copy(link.draft, secret)
    return page_secrets.copy_token(link.draft, secret) if signed else ""
