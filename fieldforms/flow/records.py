"""The verbs of a record: complete a step, return, cancel, correct, review. One verb, one transaction."""

import hashlib
import hmac
import json
from dataclasses import dataclass, replace

from fieldforms import config
from fieldforms.errors import (
    Completed,
    Invalid,
    NotAllowed,
    NotFound,
    NotYourTurn,
    PaperPhotoNeeded,
    ReasonNeeded,
    SheetChanged,
    Stale,
)
from fieldforms.flow import digests, folding, plans, seals, signatures, whose
from fieldforms.flow import drafts as working_drafts
from fieldforms.flow.actors import CARRY, SIGNERS, Actor, stands_in, starts
from fieldforms.flow.projection import project
from fieldforms.flow.working import Working
from fieldforms.forms import conditions
from fieldforms.store import audit, clients, drafts, links, records, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import Draft, Entry, Record

CORRECTS = ("technician", "dispatcher", "supervisor")


@dataclass(frozen=True)
class Given:
    """What a completion hands in. `phone_at`: UTC ms by the phone's clock. `shown`: digest of the entry signed for.

    `strokes`: as forms.strokes writes them. `paper`: digests of the photos of a sheet signed on paper.
    """

    answers: dict
    outcome: str = folding.DONE
    signer: str = ""
    strokes: str = ""
    typed: bool = False
    reason: str = ""
    paper: tuple[str, ...] = ()
    shown: str = ""
    phone_at: int | None = None
    lang: str = "zh"

    @property
    def digest(self) -> str:
        """What was handed in, without clocks: the same body again is the same completion.

        Keyed with the installation's secret: a plain digest would let anyone try out which rating was given.
        """
        body = [
            self.answers,
            self.outcome,
            self.signer,
            self.typed,
            self.reason,
            list(self.paper),
            self.shown,
            self.strokes,
        ]
        canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        key = config.secret_key(config.current).encode()
        return hmac.new(key, canonical.encode(), hashlib.sha256).hexdigest()


def complete(actor: Actor, uuid: str, given: Given, link=None, version: int | None = None) -> Entry:
    """Seal one step; the same body again gives the same entry.

    `version`: of the draft that was checked; Raises Stale when it was saved again since.
    Raises Invalid, NotYourTurn, SheetChanged, SignerNeeded, NotTheLead, SignatureNeeded, ReasonNeeded, PaperPhotoNeeded, Completed
    (another body under a completed draft), NotFound.
    """
    with transaction():
        draft = drafts.for_writing(uuid)
        if draft is None or draft.discarded_at:
            raise NotFound
        if draft.completed_at:
            return repeated(actor, draft, given)
        if version is not None and draft.version != version:
            raise Stale(draft)
        chain = seals.lock(
            draft.client_id
        )  # before looking whose turn it is: what is sealed meanwhile decides that
        found = working_drafts.put_together(draft)
        check_turn(actor, found, given)
        mine = with_own_files(draft, given)
        content = signed(found, mine, actor) if found.step.sign else plain(found, mine, actor)
        before = found.seen.entries if found.seen else ()
        sealed = seals.seal(draft, found.definition, content, actor, given.digest, before=before, chain=chain)
        finish(actor, found, (*before, sealed), link)
        return sealed.row


def repeated(actor: Actor, draft: Draft, given: Given) -> Entry:
    """Who knows the whole body gets its answer again; to anybody else a foreign draft does not exist."""
    entry = records.entry_of_draft(draft.uuid)
    if entry and entry.body_digest == given.digest:
        return entry
    found = working_drafts.put_together(draft)
    if not working_drafts.may_fill(actor, found) and not ends_unsigned(actor, found, given):
        raise NotFound
    raise Completed


def with_own_files(draft: Draft, given: Given) -> Given:
    mine = digests.own_files(draft, {"answers": given.answers, "paper": list(given.paper)})
    return replace(given, answers=mine["answers"], paper=tuple(mine.get("paper", ())))


def check_turn(actor: Actor, found: Working, given: Given) -> None:
    if not working_drafts.may_fill(actor, found) and not ends_unsigned(actor, found, given):
        raise NotFound
    turn = found.fold.turn if found.fold else found.definition.steps[0]
    if turn is None or turn.name != found.step.name:
        raise NotYourTurn
    if found.step.sign and found.fold and given.shown != found.fold.shown:
        raise SheetChanged
    if found.seen is None and superseded(found.draft.origin.get("supersedes")):
        raise NotYourTurn


def superseded(number: str | None) -> bool:
    """Was this record corrected already? A second correction must start from the first."""
    seen = records.by_number(scope.SYSTEM, number) if number else None
    return bool(seen and seen.row.superseded_by)


def ends_unsigned(actor: Actor, found: Working, given: Given) -> bool:
    """A technician may say that the client refused, was absent, or signed on paper; never sign for the client."""
    honest = given.outcome in (folding.REFUSED, folding.ABSENT, folding.PAPER)
    return bool(honest and found.step.by in SIGNERS and found.seen and serves(actor, found.seen.row))


def serves(actor: Actor, row: Record) -> bool:
    """The people who bring a sheet to its signature, and may see the record."""
    if actor.way != "account" or actor.user is None or actor.user.role not in CARRY:
        return False
    return records.by_uuid(actor.viewer, row.uuid) is not None


def plain(found: Working, given: Given, actor: Actor) -> seals.Content:
    """A step vouched for by its account (or by nobody, at a public page)."""
    if given.outcome not in (folding.DONE, folding.RETURNED):
        raise NotYourTurn
    if given.outcome == folding.RETURNED:
        return returned(found, given, actor)
    if found.from_paper and not given.paper:
        raise PaperPhotoNeeded
    answers = checked(found, given, actor)
    return seals.Content(
        found.step.name, given.outcome, answers, evidence(found, given, actor), opening(found, given)
    )


def evidence(found: Working, given: Given, actor: Actor) -> dict:
    """The facts of an entry; of a correction's first one its reason, too, and of a deputy's for whom it was made."""
    why = found.draft.origin.get("reason", "") if found.seen is None else ""
    return facts(replace(given, reason=given.reason or why), actor) | stood_in(found, actor)


def stood_in(found: Working, actor: Actor) -> dict:
    """A deputy's entry says for whom it was made."""
    person = folding.assignee(found.definition, found.step, found.earlier)
    row, standing = (found.seen.row, found.fold.standing) if found.seen and found.fold else (None, {})
    by = whose.by(found.step, row, standing, person) if row else found.step.by
    represented = stands_in(actor, by, person)
    return {"deputy_for": represented.name} if represented else {}


def opening(found: Working, given: Given) -> dict:
    """What the payload says openly: the phone's clock and, on the first entry, what the record is about."""
    origin = found.draft.origin
    names = ["room", "supersedes", "follows"]
    if not found.definition.meanings.get("devices"):  # else its answers say which devices it is about
        names.append("device")
    about = {name: origin[name] for name in names if origin.get(name) and found.seen is None}
    return {"phone_at": given.phone_at, **about}


def signed(found: Working, given: Given, actor: Actor) -> seals.Content:
    """A step vouched for by a signature, or ended without one, and honestly so."""
    if given.outcome == folding.RETURNED:
        return returned(found, given, actor)
    if given.outcome not in (folding.DONE, folding.REFUSED, folding.ABSENT, folding.PAPER):
        raise NotYourTurn
    if given.outcome in folding.UNSIGNED and not given.reason:
        raise ReasonNeeded
    if given.outcome == folding.PAPER and not given.paper:
        raise PaperPhotoNeeded
    answers = checked(found, given, actor) if given.outcome in (folding.DONE, folding.PAPER) else {}
    named = {field.name: answers.get(field.name) for field in found.definition.fields_of(found.step)}
    told = evidence(found, given, actor) | signatures.facts(found.step, given, found.client)
    public = opening(found, given) | {"shown": given.shown}
    return seals.Content(found.step.name, given.outcome, named, told, public)


def returned(found: Working, given: Given, actor: Actor) -> seals.Content:
    """尚不正常: back to an earlier step, which is then completed again by a new entry."""
    step = found.step
    if not step.returns_to or not conditions.relevant(step.return_relevant, found.earlier):
        raise NotYourTurn
    if not given.reason:
        raise ReasonNeeded
    public = {"phone_at": given.phone_at, "returned_to": step.returns_to, "shown": given.shown}
    return seals.Content(
        step.name, folding.RETURNED, {}, facts(given, actor) | stood_in(found, actor), public
    )


def checked(found: Working, given: Given, actor: Actor) -> dict:
    """Every field of the step: its settled answer, or null (or their count would tell). Raises Invalid."""
    answers = working_drafts.settled(found, given.answers, answers_viewer(actor, found))
    wrong = working_drafts.problems(found, answers)
    if wrong:
        raise Invalid(wrong)
    return {field.name: answers.get(field.name) for field in found.definition.fields_of(found.step)}


def answers_viewer(actor: Actor, found: Working) -> scope.Viewer:
    """At a public page only the device itself may be named; it was scanned, so the system looks it up."""
    return scope.SYSTEM if actor.user is None else actor.viewer


def facts(given: Given, actor: Actor) -> dict:
    """The evidence sealed with an entry (issue: both clocks, device, address, agent, which way it was signed)."""
    return {
        "actor": actor.user.name if actor.user and actor.way == "account" else None,
        "reason": given.reason or None,
        "paper": list(given.paper) or None,
        "evidence": {
            "address": actor.address,
            "agent": actor.agent,
            "device": actor.device,
            "language": given.lang,
            "handed_over_by": actor.user.name if actor.user and actor.way == "handed_over" else None,
        },
    }


def finish(actor: Actor, found: Working, entries: tuple[records.Sealed, ...], link=None) -> None:
    """What follows in the same transaction: the draft is done, links die, the projection and the audit follow."""
    draft, entry = found.draft, entries[-1].row
    drafts.complete(draft)
    if link:
        links.use(link)
    links.kill(draft.record)
    project(draft.record, entries, found.seen.row if found.seen else None)
    if found.seen is None:
        plans.done_by(draft, draft.record, actor)
    audit.record(actor.user_id, f"entry.{entry.outcome}", entry.number, step=entry.step, way=actor.way)


def add_event(
    actor: Actor, seen: records.Seen, content: seals.Content, draft: Draft | None = None, body=""
) -> Entry:
    """An entry that moves no step on by itself: a recall, a cancellation, a merged report, an erasure."""
    of_draft = draft is not None
    if draft is None:
        draft = Draft(uuid="", record=seen.row.uuid, origin={})
    draft.record, draft.client = seen.row.uuid, seen.row.client_id
    draft.definition = seen.row.definition
    entry = seals.seal(draft, seen.definition, content, actor, body, of_draft=of_draft).row
    if content.outcome not in (folding.ERASED, folding.MERGED):
        links.kill(seen.row.uuid)
    project(seen.row.uuid)
    audit.record(actor.user_id, f"entry.{content.outcome}", entry.number)
    return entry


def event(
    fold: folding.Fold, seen: records.Seen, outcome: str, actor: Actor, reason: str, **public
) -> seals.Content:
    step = fold.turn.name if fold.turn else seen.definition.steps[-1].name
    return seals.Content(step, outcome, {}, facts(Given({}, reason=reason), actor), public)


def found_by(actor: Actor, number: str) -> records.Seen:
    """A record in the actor's scope, redacted for them. Raises NotFound."""
    seen = records.by_number(actor.viewer, number)
    if seen is None:
        raise NotFound
    if seen.row.confidential and actor.user:
        with transaction():
            audit.record(actor.user_id, "record.read", seen.row.number)
    return seen


def recall(actor: Actor, number: str, reason: str) -> Draft:
    """Take a sheet back before the client signs: its step is completed again, pending links die."""
    with transaction():
        seen, fold = turn_of(actor, number)
        if fold.turn is None or fold.turn.by not in SIGNERS or not fold.turn.returns_to:
            raise NotYourTurn
        if not reason:
            raise ReasonNeeded
        target = fold.turn.returns_to
        add_event(actor, seen, event(fold, seen, folding.RETURNED, actor, reason, returned_to=target))
        return working_drafts.open_step(actor, records.whole(seen.row.uuid))


def cancel(actor: Actor, number: str, reason: str) -> Entry:
    """An open sheet that will not be finished; its number stays."""
    with transaction():
        seen, fold = turn_of(actor, number)
        if fold.turn is None:
            raise Completed
        if not reason:
            raise ReasonNeeded
        return add_event(actor, seen, event(fold, seen, folding.CANCELLED, actor, reason))


def turn_of(actor: Actor, number: str) -> tuple[records.Seen, folding.Fold]:
    """The record and its fold as they are now, for someone who may act on them."""
    actor.needs(*CORRECTS)
    seals.lock(found_by(actor, number).row.client_id)
    seen = records.by_number(actor.viewer, number)  # once more: a signature may have been sealed meanwhile
    if seen is None:
        raise NotFound
    if not is_theirs(actor, seen.row):
        raise NotAllowed
    return seen, folding.fold(seen.definition, seen.entries)


def is_theirs(actor: Actor, row: Record) -> bool:
    """May the actor take the sheet back, cancel or correct it? A technician what they opened, and what is about a client
    they serve; what somebody else addressed to them (a paper to be signed for, a fault to be repaired) is not theirs to
    make undone.
    """
    if actor.user is None or actor.user.role not in CORRECTS:
        return False
    if actor.user.role != "technician" or row.opened_by_id == actor.user.id:
        return True
    return row.assignee_id != actor.user.id and serves_client(actor, row)


def serves_client(actor: Actor, row: Record) -> bool:
    return row.client_id is not None and clients.get(actor.viewer, row.client_id) is not None


def correct(actor: Actor, number: str, reason: str) -> Draft:
    """A new record that supersedes a closed one: the staff's answers only, the client answers and signs anew."""
    actor.needs(*CORRECTS)
    if not reason:
        raise ReasonNeeded
    with transaction():
        seen, fold = turn_of(actor, number)
        return correction(actor, seen, fold, reason)


def correction(actor: Actor, seen: records.Seen, fold: folding.Fold, reason: str) -> Draft:
    if seen.row.state != "closed" or seen.row.superseded_by:
        raise NotYourTurn
    step = seen.definition.steps[0]
    if not starts(actor, step.by):
        raise NotAllowed
    begun = [
        draft for draft in drafts.open_of(actor.account) if draft.origin.get("supersedes") == seen.row.number
    ]
    if begun:
        return begun[0]
    audit.record(actor.user_id, "record.correct", seen.row.number)
    return drafts.create(
        uuid=working_drafts.new_uuid(),
        record=working_drafts.new_uuid(),
        definition=seen.row.definition_id,
        step=step.name,
        author=actor.user_id,
        client=seen.row.client_id,
        origin={"supersedes": seen.row.number, "reason": reason, "room": seen.row.room_id}
        | ({"follows": seen.row.follows} if seen.row.follows else {}),
        answers=folding.given(fold.standing, step),
    )


def review(actor: Actor, number: str, note: str):
    """A supervisor has read the sheet."""
    actor.needs("supervisor", "dispatcher", "manager")
    seen = found_by(actor, number)
    with transaction():
        audit.record(actor.user_id, "record.review", seen.row.number)
        return records.review(seen.row.uuid, actor.account, note)
