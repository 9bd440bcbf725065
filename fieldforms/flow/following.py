"""Sheets that follow from a sheet: offered, opened by themselves, and the steps that they complete (`[[opens]]`)."""

from dataclasses import dataclass

from fieldforms.errors import Invalid
from fieldforms.flow import carrying, folding, seals, stocking, whose
from fieldforms.flow import drafts as working_drafts
from fieldforms.flow import records as verbs
from fieldforms.flow.actors import Actor, fills, starts
from fieldforms.flow.working import Working
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Opens, Step
from fieldforms.store import definitions, drafts, records, scope, tasks
from fieldforms.store.models import Draft, Entry, Record

LONGEST_CHAIN = 20
SIGNED = (folding.DONE, folding.PAPER)


@dataclass(frozen=True)
class Offer:
    """A sheet that may follow now. `form`: its definition; `completes`: a step waits for it."""

    opens: Opens
    form: Definition

    @property
    def completes(self) -> bool:
        return bool(self.opens.completes)


def offers(actor: Actor, seen: records.Seen) -> list[Offer]:
    """What the actor may open from this record now; what was opened already is not offered again."""
    if not whose.serves(actor, seen.row.client_id):
        return []  # who was only sent begins nothing about the client
    fold = folding.fold(seen.definition, seen.entries)
    there = {row.key for row in tasks.followers(seen.row.number) if not used_up(row, seen.definition)}
    return [
        offer
        for offer in possible(seen, fold)
        if offer.form.key not in there and starts(actor, offer.form.steps[0].by)
    ]


def followers(actor: Actor, seen: records.Seen) -> list[Record]:
    """The sheets that were opened from this one, as far as the actor may see them."""
    rows = tasks.followers(seen.row.number)
    return [found.row for row in rows if (found := records.by_uuid(actor.viewer, row.uuid))]


def used_up(row: Record, definition: Definition) -> bool:
    """A following sheet that was closed without completing the step that waits for it: another may be tried."""
    return row.state == "closed" and any(
        opens.completes and opens.form == row.key for opens in definition.opens
    )


def possible(seen: records.Seen, fold: folding.Fold) -> list[Offer]:
    forms = {opens.form: definitions.current(opens.form) for opens in seen.definition.opens}
    return [
        Offer(opens, definitions.read(row))
        for opens in seen.definition.opens
        if (row := forms[opens.form]) is not None and is_due(opens, seen, fold)
    ]


def is_due(opens: Opens, seen: records.Seen, fold: folding.Fold) -> bool:
    if fold.state == "cancelled" or seen.row.superseded_by:
        return False
    at_its_step = fold.turn is not None and fold.turn.name == opens.completes
    if not (at_its_step if opens.completes else opens.after in fold.standing):
        return False
    if opens.unsettled and not carrying.unsettled_answers(seen, carrying.LANGUAGE):
        return False
    return conditions.relevant(opens.relevant, fold.answers)


def waits_for_sheet(definition: Definition, step) -> bool:
    """Is this a step that no page fills, but a following sheet completes?"""
    return step is not None and step.name in {opens.completes for opens in definition.opens}


def origin(seen: records.Seen, form: str) -> dict:
    """Where a sheet of this form that follows starts from: the same device, else room, else client.

    One about unsettled items starts at a device that they concern.
    """
    opens = carrying.opening(seen, form)
    device = carrying.unsettled_at(seen) if opens and opens.unsettled else stocking.device_of(seen)
    places = {"device": device and device.id, "room": seen.row.room_id, "client": seen.row.client_id}
    first = next(({name: number} for name, number in places.items() if number), {})
    return {**first, "follows": seen.row.number}


# After a step was sealed


def after(actor: Actor, seen: records.Seen, entry: Entry) -> None:
    """Open what opens by itself, and complete the step that waited for this sheet. Call inside the transaction."""
    fold = folding.fold(seen.definition, seen.entries)
    if actor.user is not None and actor.way == "account":
        open_by_themselves(actor, seen, fold, entry.step)
    if fold.state == "closed" and seen.row.follows:
        complete_waiting(actor, seen, fold)


def open_by_themselves(actor: Actor, seen: records.Seen, fold: folding.Fold, step: str) -> None:
    """Once, when the step they come after is sealed; a step that is filled again opens nothing twice."""
    there = {row.key for row in tasks.followers(seen.row.number)}
    for offer in possible(seen, fold):
        itself = offer.opens.by_itself and offer.opens.after == step and offer.form.key not in there
        if itself and starts(actor, offer.form.steps[0].by):
            begin(actor, seen, offer)


def begin(actor: Actor, seen: records.Seen, offer: Offer) -> None:
    """The first step, sealed when what is known suffices; else a draft that waits on the person's page."""
    key = offer.form.key
    found = working_drafts.start(
        actor, key, origin(seen, key), working_drafts.new_uuid(), working_drafts.new_uuid()
    )
    answers = working_drafts.settled(found, found.draft.answers, actor.viewer)
    draft = working_drafts.save(actor, found, answers, 0, "")
    done = sealed(actor, Working(draft, found.definition, found.step, begun=False), answers)
    if done and offer.opens.through:
        go_through(actor, seen, offer.opens, draft.record)


def sealed(actor: Actor, found: Working, answers: dict, reason: str = "") -> bool:
    """Is the step done with these answers? Else its draft waits."""
    if working_drafts.problems(found, answers):
        return False
    try:
        verbs.complete(actor, found.draft.uuid, verbs.Given(answers, reason=reason))
    except Invalid:
        return False
    return True


def go_through(actor: Actor, seen: records.Seen, opens: Opens, record: str) -> None:
    """The opened record's steps up to `through`, as far as they are this person's and what is known suffices.

    They decided it on the sheet they have just sealed, which is named as the reason: nobody asks them again.
    """
    names = [step.name for step in records.whole(record).definition.steps]
    reached = names[: names.index(opens.through) + 1]
    for _step in reached:
        opened = records.whole(record)
        turn = folding.fold(opened.definition, opened.entries).turn
        if turn is None or turn.name not in reached or turn.sign or not fills(actor, turn.by):
            return
        if not answered(actor, seen, opened, turn):
            return


def answered(actor: Actor, seen: records.Seen, opened: records.Seen, step: Step) -> bool:
    """Does what `seen` says do the step that is the opened record's turn?"""
    draft = working_drafts.open_step(actor, opened)
    known = carrying.carried(actor.viewer, {"follows": seen.row.number}, opened.definition, step)
    found = working_drafts.working(actor, draft.uuid)
    answers = working_drafts.settled(found, draft.answers | known, actor.viewer)
    draft = working_drafts.save(actor, found, answers, draft.version, "")
    return sealed(actor, working_drafts.put_together(draft), answers, seen.row.number)


def complete_waiting(actor: Actor, seen: records.Seen, fold: folding.Fold) -> None:
    """The signed sheet is the acceptance of the record it follows: one signature, not two (company.md, row 9)."""
    waiting = first_waiting(seen)
    if waiting is None or waiting.row.client_id != seen.row.client_id:
        return
    held = folding.fold(waiting.definition, waiting.entries)
    opens = carrying.opening(waiting, seen.definition.key)
    if held.turn is None or opens is None or held.turn.name != opens.completes:
        return
    if not accepted(seen, fold, opens):
        return
    content = seals.Content(
        held.turn.name,
        folding.DONE,
        {},
        verbs.facts(verbs.Given({}, reason=seen.row.number), actor),
        {"sheet": seen.row.number},
    )
    verbs.add_event(actor, waiting, content)


def first_waiting(seen: records.Seen) -> records.Seen | None:
    """The record it follows; a sheet that goes on with one of its own form stands for what that one followed."""
    found = records.by_number(scope.SYSTEM, seen.row.follows)
    for _ in range(LONGEST_CHAIN):
        if found is None or found.row.key != seen.row.key or not found.row.follows:
            return found
        found = records.by_number(scope.SYSTEM, found.row.follows)
    return None


def accepted(seen: records.Seen, fold: folding.Fold, opens: Opens) -> bool:
    """Closed, signed where it is to be signed, and saying what it must say."""
    unsigned = any(step.sign for step in seen.definition.steps) and (
        fold.signed is None or fold.signed.outcome not in SIGNED
    )
    return not unsigned and conditions.relevant(opens.completed_if, fold.answers)


def open_draft(actor: Actor, number: str | None, form: str) -> Draft | None:
    """The draft of a following sheet that this person has begun already, if any."""
    if actor.user is None or not number:
        return None
    mine = drafts.open_of(actor.user)
    return next((d for d in mine if d.origin.get("follows") == number and d.definition.key == form), None)
