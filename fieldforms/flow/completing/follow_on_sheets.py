"""Sheets that follow from a sheet: offered, opened by themselves, and the steps that they complete (`[[opens]]`)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fieldforms.flow.completing import step_movements
from fieldforms.flow.completing.submissions import Completion, HandedIn, facts_of
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.filling.drafts import (
    answers_as_sealed,
    new_uuid,
    open_next_step,
    save_draft,
    start_draft,
    with_context,
)
from fieldforms.flow.people.actors import Actor, may_start_as
from fieldforms.flow.prefill import carried_answers
from fieldforms.flow.record import folding, step_rights
from fieldforms.flow.seals import entry_seals
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Opens, Step
from fieldforms.store import scope
from fieldforms.store.filling import drafts
from fieldforms.store.inbox import tasks
from fieldforms.store.library import definitions
from fieldforms.store.models import Draft, Record
from fieldforms.store.record import records
from fieldforms.store.register import clients

LONGEST_CHAIN = 20
SIGNED_OUTCOMES = (folding.DONE, folding.PAPER)


@dataclass(frozen=True)
class Offer:
    """A sheet that may follow now. `form`: its definition; `completes`: a step waits for it."""

    opens: Opens
    form: Definition

    @property
    def completes(self) -> bool:
        return bool(self.opens.completes)


def offered_sheets(actor: Actor, seen: records.Seen) -> list[Offer]:
    """What the actor may open from this record now; what was opened already is not offered again."""
    if not may_begin_about(actor, seen.row.client_id):
        return []  # who was only sent begins nothing about the client
    fold = folding.fold_entries(seen.definition, seen.entries)
    there = {row.key for row in followers_of_sheet(seen.row) if not used_up(row, seen.definition)}
    return [
        offer
        for offer in due_ways(seen, fold, seen.definition.opens)
        if offer.form.key not in there and step_rights.may_begin(actor, offer.form, seen.row.client_id)
    ]


def may_begin_about(actor: Actor, client_id: int | None) -> bool:
    """Does the actor serve the client, and is it served at all?"""
    client = clients.get_client(actor.viewer, client_id) if client_id else None
    return client_id is None or (client is not None and client.retired_at is None)


def visible_followers(actor: Actor, seen: records.Seen) -> list[Record]:
    """The sheets that were opened from this one, as far as the actor may see them."""
    rows = followers_of_sheet(seen.row)
    return [found.row for row in rows if (found := records.by_uuid(actor.viewer, row.uuid))]


def followers_of_sheet(row: Record) -> list[Record]:
    """What was opened from the sheet, or from one that it corrects: the correction is the same sheet said again."""
    numbers = [row.number, *(each.number for each in records.rows_corrected_by(row.supersedes))]
    return [each for number in numbers for each in tasks.records_following(number)]


def used_up(row: Record, definition: Definition) -> bool:
    """A following sheet that was closed without completing the step that waits for it: another may be tried."""
    return row.state == "closed" and any(
        opens.completes and opens.form == row.key for opens in definition.opens
    )


def due_ways(seen: records.Seen, fold: folding.Fold, ways: Iterable[Opens]) -> list[Offer]:
    """Of these ways to go on those that are due now, with the newest version of their forms."""
    found = (
        (opens, definitions.current_version(opens.form)) for opens in ways if is_offer_due(opens, seen, fold)
    )
    return [Offer(opens, definitions.read_definition(row)) for opens, row in found if row is not None]


def is_offer_due(opens: Opens, seen: records.Seen, fold: folding.Fold) -> bool:
    if fold.state == "cancelled" or seen.row.superseded_by:
        return False
    at_its_step = fold.turn is not None and fold.turn.name == opens.completes
    if not (at_its_step if opens.completes else opens.after in fold.standing):
        return False
    if opens.unsettled and not carried_answers.unsettled_answers(seen, carried_answers.LANGUAGE):
        return False
    return conditions.is_relevant(opens.relevant, fold.answers)


def waits_for_sheet(definition: Definition, step) -> bool:
    """Is this a step that no page fills, but a following sheet completes?"""
    return step is not None and step.name in {opens.completes for opens in definition.opens}


def origin_of_follower(seen: records.Seen, form: str) -> dict:
    """Where a sheet of this form that follows starts from: the same device, else room, else client.

    One about unsettled items starts at a device that they concern.
    """
    opens = carried_answers.opening_of_form(seen, form)
    device = (
        carried_answers.device_unsettled_at(seen)
        if opens and opens.unsettled
        else step_movements.device_of_record(seen)
    )
    places = {"device": device and device.id, "room": seen.row.room_id, "client": seen.row.client_id}
    first = next(({name: number} for name, number in places.items() if number), {})
    return {**first, "follows": seen.row.number}


# After a step was sealed


@dataclass(frozen=True)
class ToOpen:
    """A sheet that opens by itself. `path`: the forms that led here, from the one that was completed to its own.

    `opened`: the sheet with its first step sealed; then its next one is meant, up to `through`.
    """

    source: records.Seen
    offer: Offer
    path: tuple[str, ...]
    opened: records.Seen | None = None

    @property
    def comes_round(self) -> bool:
        """Has a sheet of this form been sealed on the way here? A ring ends with a draft, which somebody looks at."""
        return self.offer.form.key in self.path[:-1]


@dataclass(frozen=True)
class ToAccept:
    """A closed sheet, for whose signature the record that it follows may wait. `path`: as of ToOpen."""

    sheet: Completion
    path: tuple[str, ...]


Follower = ToOpen | ToAccept


@dataclass(frozen=True)
class KnownStep:
    """A step begun with what is known. `reason`: sealed with it; `waits`: its draft waits, whatever is known."""

    found: DraftContext
    answers: dict
    reason: str = ""
    waits: bool = False


def followers_of(actor: Actor, done: Completion, by: Follower | None = None) -> list[Follower]:
    """What follows from a sealed step, in order. `by`: that from which the step itself followed, if any."""
    path = by.path if by else (done.seen.definition.key,)
    goes_on = [replace(by, opened=done.seen)] if isinstance(by, ToOpen) and by.offer.opens.through else []
    accepts = done.seen.row.follows and done.fold.state == "closed"
    return [
        *goes_on,
        *(ToOpen(done.seen, offer, (*path, offer.form.key)) for offer in opening_by_themselves(actor, done)),
        *([ToAccept(done, path)] if accepts else []),
    ]


def opening_by_themselves(actor: Actor, done: Completion) -> list[Offer]:
    """Of what is due those that open by themselves after this very step, and that this person may begin."""
    ways = [o for o in done.seen.definition.opens if o.by_itself and o.after == done.entry.step]
    if not ways or actor.way != "account" or not may_begin_about(actor, done.seen.row.client_id):
        return []  # who has no account, or was only sent, begins nothing about the client
    return [
        offer for offer in due_ways(done.seen, done.fold, ways) if may_start_as(actor, offer.form.steps[0].by)
    ]


def begin_follower(actor: Actor, follower: ToOpen) -> KnownStep | None:
    """The step that is to be done next, as a draft with what is known. None where there is nothing to do."""
    return begin_first(actor, follower) if follower.opened is None else begin_next(actor, follower)


def begin_first(actor: Actor, follower: ToOpen) -> KnownStep | None:
    key, source = follower.offer.form.key, follower.source
    if is_opened(actor, source.row, key):
        return None  # a step that is filled again opens nothing twice
    found = start_draft(actor, key, origin_of_follower(source, key), new_uuid(), new_uuid())
    answers = answers_as_sealed(found, found.draft.answers, actor.viewer)
    draft = save_draft(actor, found, answers, 0, "")
    begun = DraftContext(draft, found.definition, found.step, begun=False)
    return KnownStep(begun, answers, waits=follower.comes_round or bool(found.step.sign))


def is_opened(actor: Actor, source: Record, form: str) -> bool:
    there = form in {row.key for row in followers_of_sheet(source)}
    return there or bool(draft_of_follower(actor, source.number, form))


def begin_next(actor: Actor, follower: ToOpen) -> KnownStep | None:
    """The opened record's next step up to `through`, as far as it is this person's.

    They decided it on the sheet they have just sealed, which is named as the reason: nobody asks them again.
    """
    opened, number = follower.opened, follower.source.row.number
    turn = turn_until(actor, opened, follower.offer.opens.through) if opened else None
    if opened is None or turn is None:
        return None
    draft = open_next_step(actor, opened)
    known = carried_answers.answers_carried_over(actor.viewer, {"follows": number}, opened.definition, turn)
    found = with_context(draft)
    answers = answers_as_sealed(found, draft.answers | known, actor.viewer)
    draft = save_draft(actor, found, answers, draft.version, "")
    return KnownStep(with_context(draft), answers, number)


def turn_until(actor: Actor, opened: records.Seen, through: str) -> Step | None:
    """The step whose turn it is, when `through` reaches it, it has questions and nobody signs it, and it is this person's."""
    fold = folding.fold_entries(opened.definition, opened.entries)
    names = [step.name for step in opened.definition.steps]
    turn = fold.turn
    if turn is None or names.index(turn.name) > names.index(through) or turn.sign or not turn.sections:
        return None
    earlier = folding.answers_before(opened.definition, fold, turn)
    return turn if step_rights.may_fill_step(actor, opened, turn, earlier) else None


def acceptance_to_seal(
    actor: Actor, follower: ToAccept
) -> tuple[records.Seen, entry_seals.EntryContent] | None:
    """The record that waits for this sheet, and what is to be sealed there: the signed sheet is its acceptance, one
    signature, not two (company.md, row 9)."""
    seen = follower.sheet.seen
    waiting = first_waiting(seen)
    if waiting is None or waiting.row.client_id != seen.row.client_id:  # its chain is the one that is locked
        return None
    turn, opens = (
        folding.fold_entries(waiting.definition, waiting.entries).turn,
        carried_answers.opening_of_form(waiting, seen.definition.key),
    )
    if turn is None or opens is None or turn.name != opens.completes:
        return None
    if not is_accepted(seen, follower.sheet.fold, opens):
        return None
    number = seen.row.number
    facts = facts_of(HandedIn({}, reason=number), actor)
    return waiting, entry_seals.EntryContent(turn.name, folding.DONE, {}, facts, {"sheet": number})


def first_waiting(seen: records.Seen) -> records.Seen | None:
    """The record it follows; a sheet that goes on with one of its own form stands for what that one followed."""
    found = records.by_number(scope.SYSTEM, seen.row.follows)
    for _ in range(LONGEST_CHAIN):
        if found is None or found.row.key != seen.row.key or not found.row.follows:
            return found
        found = records.by_number(scope.SYSTEM, found.row.follows)
    return None


def is_accepted(seen: records.Seen, fold: folding.Fold, opens: Opens) -> bool:
    """Closed, signed where it is to be signed, and saying what it must say."""
    unsigned = any(step.sign for step in seen.definition.steps) and (
        fold.signed is None or fold.signed.outcome not in SIGNED_OUTCOMES
    )
    return not unsigned and conditions.is_relevant(opens.completed_if, fold.answers)


def draft_of_follower(actor: Actor, number: str | None, form: str) -> Draft | None:
    """The draft of a following sheet that this person has begun already, if any."""
    if actor.user is None or not number:
        return None
    mine = drafts.open_of(actor.user)
    return next((d for d in mine if d.origin.get("follows") == number and d.definition.key == form), None)
