"""Assigning: the choice of who does a later step, made in two taps, and made again with a reason.

Who may be chosen, and by whom, says flow/record/candidates.py.
"""

from dataclasses import dataclass

from fieldforms.errors import NotAllowed, NotCleared, NotFound, NotYourTurn
from fieldforms.flow import form_input
from fieldforms.flow.completing import completion, record_events
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.completing.submissions import HandedIn, facts_of
from fieldforms.flow.filling.drafts import (
    answers_as_sealed,
    draft_to_fill,
    open_next_step,
    problems_of_step,
    save_draft,
)
from fieldforms.flow.people.accounts import change_clients_served
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import candidates, folding
from fieldforms.flow.seals import entry_seals
from fieldforms.forms.answers import AnswerMistake
from fieldforms.forms.definition import Step
from fieldforms.store import audit, scope
from fieldforms.store.database import transaction
from fieldforms.store.filling import drafts
from fieldforms.store.models import Draft, Entry, User
from fieldforms.store.people import accounts
from fieldforms.store.record import records


@dataclass(frozen=True)
class AssignmentResult:
    """What came of it. `entry` None: the draft waits for what is `missing`, or for who typed more into it; `draft` None:
    the person serves the client from now on, nothing is to be filled."""

    user: User
    draft: Draft | None = None
    missing: tuple[AnswerMistake, ...] = ()
    entry: Entry | None = None


def record_to_assign(actor: Actor, number: str) -> tuple[records.Seen, str]:
    """A record in scope, and what `offered` says. Raises NotFound, NotYourTurn, NotAllowed."""
    seen = record_by_number(actor, number)
    fold = folding.fold_entries(seen.definition, seen.entries)
    offer = candidates.offered_assignment(actor, seen.row, seen.definition, fold)
    if offer:
        return seen, offer
    raise (
        NotAllowed
        if seen.definition.public and candidates.naming_step_and_field(seen.definition, fold.turn)
        else NotYourTurn
    )


def assign_engineer(
    actor: Actor, number: str, user_id: int, reason: str = "", lang: str = "zh"
) -> AssignmentResult:
    """Name who does the next step; who was named before needs a reason to be replaced.

    The step is completed when nothing else is missing in it, otherwise its draft keeps the choice.
    Raises NotFound (for people who are not offered, too), NotYourTurn, NotAllowed, NotCleared, ReasonNeeded.
    """
    with transaction():
        seen, offer = record_to_assign(actor, number)
        chosen = next(
            (each for each in candidates.engineers_to_choose(seen) if each.user.id == user_id), None
        )
        if chosen is None:
            raise NotFound
        if not chosen.cleared:
            raise NotCleared(name=chosen.user.name)
        if offer == "serve":
            return assign_client_to(actor, seen, chosen.user)
        if offer == "reassign":
            seen = take_back_step(actor, seen, reason)
        return name_engineer(actor, seen, chosen.user, lang)


def assign_client_to(actor: Actor, seen: records.Seen, user: User) -> AssignmentResult:
    """From now on the person serves the client, so that the step is theirs as of any technician of the client's."""
    served = {client.id for client in accounts.clients_of(user)} | {seen.row.client_id}
    audit.record_action(actor.user_id, "record.assign", seen.row.number, user=user.id)
    change_clients_served(actor.user_id, user, served)
    return AssignmentResult(user)


def reassign_to(actor: Actor, number: str, user: User, reason: str) -> bool:
    """Name somebody else for a step whose person goes: the step that named them says the same again, with the other.

    Whoever disables the person does it, whatever their role: nobody else is asked. False: the form or the clearance does
    not allow it, the dispatcher decides. Call inside a transaction.
    """
    seen = records.by_number(scope.SYSTEM, number)
    if seen is None or not candidates.can_take(seen, user):
        return False
    back = take_back_step(actor, seen, reason)
    step, field = naming_turn(back)
    said = [entry for entry in back.entries if entry.step == step.name and entry.outcome == folding.DONE][-1]
    answers = said.answers | {field: {"id": user.id, "name": user.name}}
    facts = facts_of(HandedIn({}, reason=reason), actor)
    completion.complete_unfilled(
        actor, back, entry_seals.EntryContent(step.name, folding.DONE, answers, facts, {})
    )
    audit.record_action(actor.user_id, "record.assign", number, user=user.id)
    return True


def naming_turn(seen: records.Seen) -> tuple[Step, str]:
    """The step that is the record's turn and names somebody, and with which field. Raises NotYourTurn."""
    turn = folding.fold_entries(seen.definition, seen.entries).turn
    named = candidates.naming_step_and_field(seen.definition, turn)
    if turn is None or named is None or named[0] != turn:
        raise NotYourTurn
    return named


def take_back_step(actor: Actor, seen: records.Seen, reason: str) -> records.Seen:
    """Return the record to the step that named its engineer; what that one had typed goes with the step."""
    form_input.check_reason(reason)
    turn = seen.row.next_step
    begun = drafts.open_at(seen.row.uuid, turn)
    if begun:
        drafts.for_writing(begun.uuid)  # before the chain: who completes it this moment locks in this order
    entry_seals.lock_chain(seen.row.client_id)
    seen = records.record_in_full(seen.row.uuid)  # once more: the engineer may have been done meanwhile
    fold = folding.fold_entries(seen.definition, seen.entries)
    named = candidates.naming_step_and_field(seen.definition, fold.turn)
    if fold.turn is None or fold.turn.name != turn or named is None:
        raise NotYourTurn
    content = record_events.content_of_event(
        fold, seen, folding.RETURNED, actor, reason, returned_to=named[0].name
    )
    returned = record_events.add_event(actor, seen, content)
    if begun:
        drafts.discard_draft(begun)
    return returned.seen


def name_engineer(actor: Actor, seen: records.Seen, user: User, lang: str) -> AssignmentResult:
    """Put the choice into the step's draft, and complete it if that was all."""
    row = open_next_step(actor, seen)
    found = draft_to_fill(actor, row.uuid)
    named = candidates.naming_step_and_field(found.definition, found.step)
    if named is None:
        raise NotYourTurn
    typed = row.version > 1 and any(field != named[1] for field in row.answers)
    answers = row.answers | {named[1]: {"id": user.id, "name": user.name}}
    draft = save_draft(actor, found, answers, row.version, row.editor)
    audit.record_action(actor.user_id, "record.assign", seen.row.number, user=user.id)
    settled = answers_as_sealed(found, answers, actor.viewer)
    missing = tuple(problems_of_step(found, settled))
    if missing or typed:  # what somebody has typed, somebody reads before it is sealed
        return AssignmentResult(user, draft, missing)
    done = completion.complete(actor, draft.uuid, HandedIn(draft.answers, lang=lang))
    return AssignmentResult(user, draft, entry=done.entry)
