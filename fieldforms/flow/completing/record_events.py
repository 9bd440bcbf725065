"""Entries that no draft became: a sheet taken back or cancelled, a step that something else completed, an erasure."""

from fieldforms.errors import Completed, NotAllowed, NotFound, NotYourTurn
from fieldforms.flow import form_input
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.completing.submissions import Completion, HandedIn, facts_of
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import SIGNERS, Actor
from fieldforms.flow.record import folding
from fieldforms.flow.record.projection import project_record
from fieldforms.flow.seals import entry_seals
from fieldforms.store import audit
from fieldforms.store.completing import links
from fieldforms.store.database import transaction
from fieldforms.store.inbox import tasks
from fieldforms.store.models import Draft, Entry, Record
from fieldforms.store.record import records
from fieldforms.store.register import clients

CORRECTS = ("technician", "dispatcher", "supervisor")


def recall_sheet(actor: Actor, number: str, reason: str) -> Draft:
    """Take a sheet back before the client signs: its step is completed again, pending links die."""
    with transaction():
        seen, fold = record_and_fold_to_change(actor, number)
        if fold.turn is None or fold.turn.by not in SIGNERS or not fold.turn.returns_to:
            raise NotYourTurn
        form_input.check_reason(reason)
        target = fold.turn.returns_to
        content = content_of_event(fold, seen, folding.RETURNED, actor, reason, returned_to=target)
        done = add_event(actor, records.record_in_full(seen.row.uuid), content)
        return drafts.open_next_step(actor, done.seen)


def cancel_record(actor: Actor, number: str, reason: str) -> Entry:
    """An open sheet that will not be finished; its number stays."""
    with transaction():
        seen, fold = record_and_fold_to_change(actor, number)
        if fold.turn is None:
            raise Completed
        form_input.check_reason(reason)
        content = content_of_event(fold, seen, folding.CANCELLED, actor, reason)
        return add_event(actor, records.record_in_full(seen.row.uuid), content).entry


def end_unaccepted(actor: Actor, number: str, reason: str) -> Entry:
    """The work was done, and the client did not accept it: the sheet ends as the one that was to accept it ended.

    Raises NotYourTurn unless such a sheet was refused or found nobody.
    """
    with transaction():
        seen, fold = record_and_fold_to_change(actor, number)
        last = sheet_not_accepted(seen, fold)
        if last is None:
            raise NotYourTurn
        form_input.check_reason(reason)
        content = content_of_event(fold, seen, last.outcome, actor, reason, sheet=last.number)
        return add_event(actor, records.record_in_full(seen.row.uuid), content).entry


def sheet_not_accepted(seen: records.Seen, fold: folding.Fold) -> Record | None:
    """The last sheet that was to complete the step whose turn it is, and was closed without a signature."""
    forms = {opens.form for opens in seen.definition.opens if fold.turn and opens.completes == fold.turn.name}
    following = tasks.records_following(seen.row.number) if forms else []
    asked = [row for row in following if row.key in forms]
    if any(row.state == "open" for row in asked):
        return None  # it may be accepted yet
    closed = [row for row in asked if row.state == "closed"]
    return next((row for row in reversed(closed) if row.outcome in folding.UNSIGNED), None)


def record_and_fold_to_change(actor: Actor, number: str) -> tuple[records.Seen, folding.Fold]:
    """The record and its fold as they are now, for someone who may act on them."""
    actor.needs(*CORRECTS)
    entry_seals.lock_chain(record_by_number(actor, number).row.client_id)
    seen = records.by_number(actor.viewer, number)  # once more: a signature may have been sealed meanwhile
    if seen is None:
        raise NotFound
    if not may_change_sheet(actor, seen.row):
        raise NotAllowed
    return seen, folding.fold_entries(seen.definition, seen.entries)


def may_change_sheet(actor: Actor, row: Record) -> bool:
    """May the actor take the sheet back, cancel or correct it? A technician what they opened, and what is about a client
    they serve; what somebody else addressed to them (a paper to be signed for, a fault to be repaired) is not theirs to
    make undone.
    """
    if actor.user is None or actor.user.role not in CORRECTS:
        return False
    if actor.user.role != "technician" or row.opened_by_id == actor.user.id:
        return True
    return row.assignee_id != actor.user.id and serves_client_of_row(actor, row)


def is_correctable(row: Record) -> bool:
    """Is it over, and nobody has begun to correct it?"""
    return row.state == "closed" and not row.corrected_by


def is_asked_to_correct(actor: Actor, row: Record) -> bool:
    """Is a correction of this sheet asked of this person, when it is asked for? Its author's; for who is gone, the dispatcher's."""
    mine = actor.user_id is not None and actor.user_id == (row.technician_id or row.opened_by_id)
    return may_change_sheet(actor, row) and (mine or actor.viewer.role == "dispatcher")


def serves_client_of_row(actor: Actor, row: Record) -> bool:
    return row.client_id is not None and clients.get_client(actor.viewer, row.client_id) is not None


def content_of_event(
    fold: folding.Fold, seen: records.Seen, outcome: str, actor: Actor, reason: str, **public
) -> entry_seals.EntryContent:
    step = fold.turn.name if fold.turn else seen.definition.steps[-1].name
    return entry_seals.EntryContent(step, outcome, {}, facts_of(HandedIn({}, reason=reason), actor), public)


def add_event(
    actor: Actor, seen: records.Seen, content: entry_seals.EntryContent, draft: Draft | None = None, body=""
) -> Completion:
    """The record's next entry, of which no draft is filled. What follows from a step that it completes is the business
    of `flow.completing.completion`. `seen`: the record whole, read since its chain was locked. `draft`: of a report that is merged.
    """
    of_draft = draft is not None
    if draft is None:
        draft = Draft(uuid="", record=seen.row.uuid, origin={})
    draft.record, draft.client = seen.row.uuid, seen.row.client_id
    draft.definition = seen.row.definition
    sealed = entry_seals.seal_entry(
        draft, seen.definition, content, actor, body, of_draft=of_draft, before=seen.entries
    )
    entries = (*seen.entries, sealed)
    if content.outcome not in (folding.ERASED, folding.MERGED):
        links.revoke_unused(seen.row.uuid)
    row = project_record(seen.row.uuid, entries)
    audit.record_action(actor.user_id, f"entry.{content.outcome}", sealed.row.number)
    return Completion(sealed.row, records.Seen(row, seen.definition, entries))
