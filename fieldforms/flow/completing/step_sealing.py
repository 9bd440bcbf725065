"""Sealing one step, and nothing of what follows from it. Private to the room: `flow.completing.completion` is the front door."""

from contextlib import suppress
from dataclasses import replace

from fieldforms.errors import (
    Completed,
    NotFound,
    NotYourTurn,
    PaperPhotoNeeded,
    Problem,
    SheetChanged,
    Stale,
)
from fieldforms.flow import form_input
from fieldforms.flow.calendar import plans
from fieldforms.flow.completing import page_secrets
from fieldforms.flow.completing.submissions import Completion, HandedIn, ReadyStep, facts_of
from fieldforms.flow.files import file_digests
from fieldforms.flow.filling import posted_answers
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.filling.drafts import may_fill, with_context
from fieldforms.flow.people.actors import SIGNATURE_COLLECTORS, SIGNERS, Actor, person_stood_in_for
from fieldforms.flow.record import folding, index_texts, rating_groups, signatures, step_rights
from fieldforms.flow.record.projection import project_record
from fieldforms.flow.seals import entry_seals
from fieldforms.forms import conditions
from fieldforms.store import audit
from fieldforms.store.completing import links
from fieldforms.store.database import transaction
from fieldforms.store.filling import drafts
from fieldforms.store.models import Draft, Entry, Link, Record
from fieldforms.store.record import records


def make_ready(actor: Actor, uuid: str, given: HandedIn) -> ReadyStep | None:
    """As `check_step`, of a draft that is not locked; None where it would be refused: that is said under the lock."""
    draft = drafts.get_draft(uuid)
    with suppress(Problem):
        return check_step(actor, draft, given) if draft and not draft.completed_at else None
    return None


def check_step(actor: Actor, draft: Draft, given: HandedIn) -> ReadyStep:
    """May it be sealed, and what would be? Nothing is written. Raises what `seal_step` raises of what is handed in."""
    found = with_context(draft)
    check_turn(actor, found, given)
    mine = with_own_files(found, given)
    content = (content_with_signature if found.step.sign else content_without_signature)(found, mine, actor)
    return ReadyStep(found, content, entry_seals.ready_seal(content), words_when_sealed(found, content))


def words_when_sealed(found: DraftContext, content: entry_seals.EntryContent) -> index_texts.SaidWords:
    """The words of the record as the step will leave it."""
    entries = (*found.before, entry_seals.entry_to_be(content))
    return index_texts.said_words(found.definition, folding.fold_entries(found.definition, entries), entries)


def seal_step(
    actor: Actor,
    uuid: str,
    given: HandedIn,
    link: Link | None = None,
    version: int | None = None,
    ready: ReadyStep | None = None,
) -> Completion:
    """One step sealed; the same body again, from who completed it, gives the same entry.

    `version`: of the draft that was checked; Raises Stale when it was saved again since. `ready`: made of the same.
    Raises Invalid, NotYourTurn, SheetChanged, SignerNeeded, NotTheLead, SignatureNeeded, ReasonNeeded, PaperPhotoNeeded, Completed
    (another body under a completed draft), NotFound.
    """
    with transaction():
        draft = drafts.for_writing(uuid)
        if draft is None or draft.discarded_at:
            raise NotFound
        if draft.completed_at:
            return completion_of_repeated(actor, draft, given)
        if version is not None and draft.version != version:
            raise Stale(draft)
        # Before looking whose turn it is: what is sealed meanwhile decides that.
        chain = entry_seals.lock_chain(draft.client_id)
        if ready is None or not still_holds(ready, draft):
            ready = check_step(actor, draft, given)
        signatures.keep_what_was_drawn(ready.content.facts, given.strokes)
        sealed = entry_seals.seal_entry(
            draft, ready.found.definition, ready.content, actor, given.digest,
            before=ready.before, chain=chain, ready=ready.seal,
        )  # fmt: skip
        return finish_step(actor, ready, (*ready.before, sealed), link)


def still_holds(ready: ReadyStep, draft: Draft) -> bool:
    """Has nothing happened since it was read that it stands on? Call with draft and chain locked."""
    newest = records.newest_entry(draft.record)
    seen = ready.before[-1].row.seq if ready.before else 0
    corrected = not ready.before and is_corrected(draft.origin.get("supersedes"))
    read = ready.found.draft
    same = (draft.version, draft.author_id) == (
        read.version,
        read.author_id,
    )  # it may have been given to somebody
    return same and (newest.seq if newest else 0) == seen and not corrected


def completion_of_repeated(actor: Actor, draft: Draft, given: HandedIn) -> Completion:
    """Who completed it gets the answer again that the same body got; to anybody else a foreign draft does not exist.

    Others' bodies are not looked at: that one equals what was sealed would tell what was answered.
    """
    found = with_context(draft)
    entry = records.entry_of_draft(draft.uuid)
    if entry and has_completed(actor, found, entry, given) and entry.body_digest == given.digest:
        return Completion(entry, records.record_in_full(entry.record), repeated=True)
    if not may_fill(actor, found) and not ends_unsigned(actor, found, given):
        raise NotFound
    raise Completed


def has_completed(actor: Actor, found: DraftContext, entry: Entry, given: HandedIn) -> bool:
    """May it have been this actor who completed the step? An account is told by itself; a signer by their page, whose
    secret is part of the body's digest.
    """
    if actor.way in ("handed_over", "link"):
        return page_secrets.is_secret(given.page_secret)
    if found.step.by in SIGNERS and given.outcome not in WITHOUT_SIGNER:
        return False
    return entry.actor_id == actor.user_id


WITHOUT_SIGNER = (folding.REFUSED, folding.ABSENT, folding.PAPER)  # what staff may say of a signer's step


def with_own_files(found: DraftContext, given: HandedIn) -> HandedIn:
    draft, may_send = found.draft, not found.forbids_photos
    answers = file_digests.answers_with_own_files(draft, given.answers, may_send)
    papers = file_digests.answers_with_own_files(draft, {"paper": list(given.paper)})
    return replace(given, answers=answers, paper=tuple(papers.get("paper", ())))


def check_turn(actor: Actor, found: DraftContext, given: HandedIn) -> None:
    if not may_fill(actor, found) and not ends_unsigned(actor, found, given):
        raise NotFound
    turn = found.fold.turn if found.fold else found.definition.steps[0]
    if turn is None or turn.name != found.step.name:
        raise NotYourTurn
    if found.step.sign and found.fold and given.shown != found.fold.shown_digest:
        raise SheetChanged
    if found.seen is None and is_corrected(found.draft.origin.get("supersedes")):
        raise NotYourTurn


def is_corrected(number: str | None) -> bool:
    """Is there a correction of this record already? A second one must start from the first."""
    row = records.row_by_number(number) if number else None
    return bool(row and row.corrected_by)


def ends_unsigned(actor: Actor, found: DraftContext, given: HandedIn) -> bool:
    """A technician may say that the client refused, was absent, or signed on paper; never sign for the client."""
    honest = given.outcome in WITHOUT_SIGNER
    return bool(
        honest and found.step.by in SIGNERS and found.seen and may_bring_to_signature(actor, found.seen.row)
    )


def may_bring_to_signature(actor: Actor, row: Record) -> bool:
    """The people who bring a sheet to its signature, and may see the record."""
    if actor.way != "account" or actor.user is None or actor.user.role not in SIGNATURE_COLLECTORS:
        return False
    return records.by_uuid(actor.viewer, row.uuid) is not None


def content_without_signature(found: DraftContext, given: HandedIn, actor: Actor) -> entry_seals.EntryContent:
    """A step vouched for by its account (or by nobody, at a public page)."""
    if given.outcome not in (folding.DONE, folding.RETURNED):
        raise NotYourTurn
    if given.outcome == folding.RETURNED:
        return content_of_return(found, given, actor)
    if found.from_paper and not given.paper:
        raise PaperPhotoNeeded
    answers = posted_answers.answers_to_seal(found, given.answers, actor)
    return entry_seals.EntryContent(
        found.step.name,
        given.outcome,
        answers,
        facts_with_reason(found, given, actor),
        public_claims(found, given),
    )


def facts_with_reason(found: DraftContext, given: HandedIn, actor: Actor) -> dict:
    """The facts of an entry; of a correction's first one its reason, too, and of a deputy's for whom it was made."""
    why = found.draft.origin.get("reason", "") if found.seen is None else ""
    return facts_of(replace(given, reason=given.reason or why), actor) | fact_of_deputy(found, actor)


def fact_of_deputy(found: DraftContext, actor: Actor) -> dict:
    """A deputy's entry says for whom it was made."""
    person = folding.assignee_of_step(found.definition, found.step, found.earlier)
    by: str | None = found.step.by
    if found.seen and found.fold:
        by = step_rights.acts_as(
            actor, found.step, found.seen.row, found.fold.standing, person, found.definition
        )
    represented = person_stood_in_for(actor, by, person) if by else None
    return {"deputy_for": represented.name} if represented else {}


def public_claims(found: DraftContext, given: HandedIn) -> dict:
    """What the payload says openly: the phone's clock and, on the first entry, what the record is about."""
    origin = found.draft.origin
    names = ["room", "supersedes", "follows"]
    if not found.definition.meanings.get("devices"):  # else its answers say which devices it is about
        names.append("device")
    about = {name: origin[name] for name in names if origin.get(name) and found.seen is None}
    return {"phone_at": given.phone_at, **about}


def content_with_signature(found: DraftContext, given: HandedIn, actor: Actor) -> entry_seals.EntryContent:
    """A step vouched for by a signature, or ended without one, and honestly so."""
    if given.outcome == folding.RETURNED:
        return content_of_return(found, given, actor)
    if given.outcome not in (folding.DONE, folding.REFUSED, folding.ABSENT, folding.PAPER):
        raise NotYourTurn
    if given.outcome in folding.UNSIGNED:
        form_input.check_reason(given.reason)
    if given.outcome == folding.PAPER and not given.paper:
        raise PaperPhotoNeeded
    answers = (
        posted_answers.answers_to_seal(found, given.answers, actor)
        if given.outcome in (folding.DONE, folding.PAPER)
        else {}
    )
    named = {field.name: answers.get(field.name) for field in found.definition.fields_of(found.step)}
    told = facts_with_reason(found, given, actor) | signatures.signature_facts(
        found.step, given, found.client
    )
    public = public_claims(found, given) | {"shown": given.shown}
    return entry_seals.EntryContent(found.step.name, given.outcome, named, told, public)


def content_of_return(found: DraftContext, given: HandedIn, actor: Actor) -> entry_seals.EntryContent:
    """尚不正常: back to an earlier step, which is then completed again by a new entry."""
    step = found.step
    if not step.returns_to or not conditions.is_relevant(step.return_relevant, found.earlier):
        raise NotYourTurn
    form_input.check_reason(given.reason)
    public = {"phone_at": given.phone_at, "returned_to": step.returns_to, "shown": given.shown}
    return entry_seals.EntryContent(
        step.name, folding.RETURNED, {}, facts_of(given, actor) | fact_of_deputy(found, actor), public
    )


def finish_step(
    actor: Actor, ready: ReadyStep, entries: tuple[records.Sealed, ...], link: Link | None
) -> Completion:
    """What follows in the same transaction: the draft is done, links die, the projection and the audit follow."""
    found, draft, entry = ready.found, ready.found.draft, entries[-1].row
    drafts.mark_completed(draft)
    if link:
        links.mark_used(link)
    links.revoke_unused(draft.record)
    row = project_record(draft.record, entries, ready.said)
    rating_groups.freeze_groups(row)
    if found.seen is None:
        plans.mark_visit_done(draft, draft.record, actor)
    audit.record_action(actor.user_id, f"entry.{entry.outcome}", entry.number, step=entry.step, way=actor.way)
    return Completion(entry, records.Seen(row, found.definition, entries))
