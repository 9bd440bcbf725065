"""The review: whoever a form names approves a closed sheet, or sends it back with a reason; an open one returns to a step.

A closed sheet stays as it is sealed: its author is asked for a correction, and the client's signature and rating stand until that
is signed. A verdict is a row that nobody changes; it is on no copy and in no PDF.
"""

from collections.abc import Callable, Sequence
from functools import partial

from fieldforms.errors import NotAllowed, NotFound, NotYourTurn
from fieldforms.flow import form_input
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.completing.record_events import CORRECTS, add_event, content_of_event
from fieldforms.flow.people.actors import SIGNERS, Actor
from fieldforms.flow.record import folding, projection
from fieldforms.flow.seals import entry_seals
from fieldforms.forms.definition import REVIEWERS, Step
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.inbox import reviews
from fieldforms.store.inbox.notes import REVIEW_NOTE
from fieldforms.store.models import Record, Review
from fieldforms.store.record import records, review_rows
from fieldforms.store.record.review_rows import APPROVED, SENT_BACK


def roles_of_reviewer(actor: Actor) -> tuple[str, ...]:
    """In whose place this person reviews: their own role's, and those they stand in for today."""
    mine = {actor.viewer.role, *actor.represented_roles} if actor.user else set()
    return tuple(role for role in REVIEWERS if role in mine)


def is_reviewer(viewer) -> bool:
    return bool({viewer.role, *viewer.deputy_of} & set(REVIEWERS))


def sheets_to_review(actor: Actor) -> list[Record]:
    """The longest waiting first; the first page of them."""
    return reviews.records_to_review(actor.viewer, roles_of_reviewer(actor))


def count_to_review(actor: Actor) -> int:
    return reviews.count_to_review(actor.viewer, roles_of_reviewer(actor))


def answers_to_reviewer(rows: Sequence[Record]) -> dict[str, Review]:
    """Record uuid → what its author answered instead of correcting it: of sheets that wait again."""
    return reviews.words_of_answers(rows)


def may_review(actor: Actor, row: Record) -> bool:
    return bool(row.review_by) and row.review_by in roles_of_reviewer(actor) and not is_own(actor, row)


def is_own(actor: Actor, row: Record) -> bool:
    """Nobody reviews what they filled, were it one of its steps."""
    return actor.user_id in (row.technician_id, row.opened_by_id) or reviews.has_filled(
        actor.account.id, row.uuid
    )


def may_send_back(actor: Actor, seen: records.Seen) -> bool:
    """A closed sheet that waits for this person's review, or an open one that its reviewer reads before its time."""
    if seen.row.state != "open":
        return may_review(actor, seen.row)
    fold = folding.fold_entries(seen.definition, seen.entries)
    reads = seen.definition.review in roles_of_reviewer(actor)
    return reads and step_to_return_to(seen, fold) is not None


def step_to_return_to(seen: records.Seen, fold: folding.Fold) -> Step | None:
    """Where an open sheet goes: where the step whose turn it is returns to, else the last one that staff has filled."""
    if fold.turn is None:
        return None
    done = [step for step in seen.definition.steps if step.name in fold.standing]
    named = [step for step in done if step.name == fold.turn.returns_to]
    filled = [step for step in done if step.sections and step.by not in (*SIGNERS, "anyone")]
    found = named or filled[-1:]
    return found[0] if found else None


def approve_sheet(actor: Actor, number: str, words: str = "") -> None:
    """`words` are a note on the sheet for who made it (flow/completing/notes.py). Raises NotFound, NotAllowed, NotYourTurn (it
    waits no more), ReasonTooLong."""
    form_input.refuse_long_words(words)
    with transaction():
        seen = sheet_to_review(actor, number)
        review_rows.add_review(seen.row.uuid, actor.account, "", settles=APPROVED)
        if words:
            review_rows.add_review(seen.row.uuid, actor.account, words, settles=REVIEW_NOTE)
        projection.project_record(seen.row.uuid)
        audit.record_action(actor.user_id, "record.approve", seen.row.number)


def send_back(actor: Actor, number: str, reason: str) -> None:
    """Raises as `approve_sheet`, and ReasonNeeded."""
    with transaction():
        seen = locked_sheet(actor, number)
        if not may_send_back(actor, seen):
            raise_not_theirs(actor, seen)
        form_input.check_reason(reason)
        if seen.row.state == "open":
            return return_to_step(actor, seen, reason)
        review_rows.add_review(seen.row.uuid, actor.account, reason, settles=SENT_BACK)
        projection.project_record(seen.row.uuid)
        audit.record_action(actor.user_id, "record.send_back", seen.row.number)


def return_to_step(actor: Actor, seen: records.Seen, reason: str) -> None:
    """The step is done again by a new entry; pending links die."""
    fold = folding.fold_entries(seen.definition, seen.entries)
    target = step_to_return_to(seen, fold)
    if target is None:
        raise NotYourTurn
    content = content_of_event(fold, seen, folding.RETURNED, actor, reason, returned_to=target.name)
    add_event(actor, records.record_in_full(seen.row.uuid), content)


def sheet_to_review(actor: Actor, number: str) -> records.Seen:
    """Raises NotFound, NotAllowed, NotYourTurn."""
    seen = locked_sheet(actor, number)
    if not may_review(actor, seen.row):
        raise_not_theirs(actor, seen)
    return seen


def locked_sheet(actor: Actor, number: str) -> records.Seen:
    """As it is now: two may look at it at once."""
    if not roles_of_reviewer(actor):
        raise NotAllowed
    entry_seals.lock_chain(record_by_number(actor, number).row.client_id)
    seen = records.by_number(actor.viewer, number)
    if seen is None:
        raise NotFound
    return seen


def raise_not_theirs(actor: Actor, seen: records.Seen) -> None:
    """Theirs at another time, or never."""
    theirs = seen.definition.review in roles_of_reviewer(actor) and not is_own(actor, seen.row)
    raise NotYourTurn if theirs else NotAllowed


def approve_sheets(actor: Actor, numbers: Sequence[str]) -> int:
    """How many of them; what somebody else has dealt with meanwhile is passed over, of many also what is out of sight or not theirs.
    Raises NotFound, NotAllowed of a single one."""
    return sum(is_done(partial(approve_sheet, actor, number), len(numbers)) for number in numbers)


def send_sheets_back(actor: Actor, numbers: Sequence[str], reason: str) -> int:
    """As `approve_sheets`, for one reason. Raises ReasonNeeded too."""
    form_input.check_reason(reason)
    return sum(is_done(partial(send_back, actor, number, reason), len(numbers)) for number in numbers)


def is_done(act: Callable[[], None], of: int) -> bool:
    """One of so many."""
    try:
        act()
    except NotYourTurn:
        return False
    except (NotAllowed, NotFound):
        if of == 1:
            raise
        return False
    return True


def sheets_to_correct(actor: Actor) -> list[Record]:
    """Whose correction this person was asked for; the dispatcher's where the author is gone."""
    if actor.viewer.role not in CORRECTS:
        return []
    return reviews.records_to_correct(actor.viewer, actor.viewer.role == "dispatcher", CORRECTS)
