"""The front door for completing a step, and what follows from it in the same transaction.

Whoever completes a step comes in here: a person's draft, what a day or another sheet completes, and a sheet that opens by
itself. What is sealed is booked (stock, register), and says which sheets follow; these are worked off one after the
other, to any depth.
"""

from fieldforms.errors import Invalid, NotEnough, NotFound, PartOfAnother
from fieldforms.flow.completing import (
    follow_on_sheets,
    record_events,
    step_movements,
    step_sealing,
    survey_results,
)
from fieldforms.flow.completing.follow_on_sheets import Follower, KnownStep
from fieldforms.flow.completing.submissions import Completion, HandedIn, ReadyStep
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.seals import entry_seals
from fieldforms.store.database import attempt, in_transaction, transaction
from fieldforms.store.models import Link
from fieldforms.store.record import records


def complete(
    actor: Actor,
    uuid: str,
    given: HandedIn,
    link: Link | None = None,
    version: int | None = None,
    ready: ReadyStep | None = None,
) -> Completion:
    """Seal one step; the same body again gives the same entry, and nothing follows twice.

    `version`: of the draft that was checked; raises Stale when it was saved again since.
    `ready`: by `make_ready`, of who opens a transaction of their own around this.
    Raises Invalid, NotYourTurn, SheetChanged, SignerNeeded, NotTheLead, SignatureNeeded, ReasonNeeded, PaperPhotoNeeded,
    Completed (another body under a completed draft), NotEnough, NotFound.
    """
    ready = ready or (None if in_transaction() else make_ready(actor, uuid, given))
    with transaction():
        done = seal_and_book(actor, uuid, given, link, version, ready)
        return done if done.repeated else work_off(actor, done)


def make_ready(actor: Actor, uuid: str, given: HandedIn) -> ReadyStep | None:
    """What `complete` would seal, read and checked while nobody has to wait. None where it would be refused: whether it is
    can only be said while nobody else writes.
    """
    return step_sealing.make_ready(actor, uuid, given)


def complete_unfilled(actor: Actor, seen: records.Seen, content: entry_seals.EntryContent) -> Completion:
    """Complete a step that nobody fills: its day has passed, or somebody else is named in the same words.

    `seen`: the record whole, its chain locked.
    """
    with transaction():
        return work_off(actor, add_event(actor, seen, content))


def seal_and_book(
    actor: Actor,
    uuid: str,
    given: HandedIn,
    link: Link | None = None,
    version: int | None = None,
    ready: ReadyStep | None = None,
) -> Completion:
    done = step_sealing.seal_step(actor, uuid, given, link, version, ready)
    return done if done.repeated else book_what_it_says(actor, done)


def add_event(actor: Actor, seen: records.Seen, content: entry_seals.EntryContent) -> Completion:
    return book_what_it_says(actor, record_events.add_event(actor, seen, content))


def book_what_it_says(actor: Actor, done: Completion) -> Completion:
    """What the step says of the stock and of the register."""
    step_movements.book_movements(actor, done)
    survey_results.take_over(actor, done)
    return done


def work_off(actor: Actor, done: Completion) -> Completion:
    """Whatever follows, until nothing is left; the completion with its record as all this left it."""
    todo = follow_on_sheets.followers_of(actor, done)
    while todo:
        follower = todo.pop(0)
        sealed = complete_follower(actor, follower)
        if sealed:
            todo = [*follow_on_sheets.followers_of(actor, sealed, follower), *todo]
            done = done.left_by(sealed)
    return done


def complete_follower(actor: Actor, follower: Follower) -> Completion | None:
    """None where nothing is to be done, and for a draft that waits: nothing follows from it."""
    if isinstance(follower, follow_on_sheets.ToAccept):
        found = follow_on_sheets.acceptance_to_seal(actor, follower)
        return complete_waiting_step(actor, *found) if found else None
    known = follow_on_sheets.begin_follower(actor, follower)
    return seal_known(actor, known) if known else None


def complete_waiting_step(
    actor: Actor, seen: records.Seen, content: entry_seals.EntryContent
) -> Completion | None:
    """The step that waited for a sheet; it goes on waiting where what it is to move does not lie there: no signature is
    refused for the stock's sake."""
    try:
        with attempt():
            return add_event(actor, seen, content)
    except (NotEnough, PartOfAnother):
        return None


def seal_known(actor: Actor, known: KnownStep) -> Completion | None:
    """The step with what is known; None when that does not suffice: its draft waits on the person's page."""
    if known.waits or drafts.problems_of_step(known.found, known.answers):
        return None
    try:
        with attempt():
            return seal_and_book(actor, known.found.draft.uuid, HandedIn(known.answers, reason=known.reason))
    except (Invalid, NotEnough, NotFound, PartOfAnother):
        return None
