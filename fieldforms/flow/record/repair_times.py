"""When a reported fault was looked at and when it was restored, as its entries tell; and what its repair took, as its answers do."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from fieldforms.flow.record import folding
from fieldforms.flow.record.folding import Fold
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.store import scope

MOST_MINUTES_SPENT = 10**9  # more is a slip of the pen
AT_WORK = ("dispatcher", "assignee")  # while it waits for one of these nothing is restored yet


class SealedStepTime(folding.EntryLike, Protocol):
    """An entry, or what the list of times reads of one. `sealed_at`: UTC ms."""

    @property
    def sealed_at(self) -> int: ...


def response_and_restore_times(
    definition: Definition, entries: Sequence[SealedStepTime], state: str, next_by: str
) -> tuple[int | None, int | None]:
    """(when somebody first went on with a report, when it was restored), UTC ms, as the entries tell.

    No answers are looked at, so that a year of them is read as fast as a page. `state`, `next_by`: the record's.
    """
    first, aside = definition.steps[0].name, (folding.MERGED, folding.ERASED)
    gone_on = (e.sealed_at for e in entries if e.step != first and e.outcome not in aside)
    waits = state == "cancelled" or (state == "open" and next_by in AT_WORK)
    return next(gone_on, None), None if waits else restored_at(definition, entries, state)


def restored_at(definition: Definition, entries: Sequence[SealedStepTime], state: str) -> int | None:
    """When the person assigned was done; without one, when a remedy was asked for; else when the record closed.

    What a return undid does not count (flow/record/folding.py).
    """
    standing = folding.standing_entries(definition, entries)
    repaired = {step.name for step in definition.steps if step.by == "assignee"}
    telling = {step.name for step in definition.steps if asks_for_remedy(definition, step)}
    closing = set(standing) if state == "closed" else set()
    for steps in (repaired, telling, closing):
        found = [entry.sealed_at for name, entry in standing.items() if name in steps]
        if found:
            return max(found)
    return None


def asks_for_remedy(definition: Definition, step: Step) -> bool:
    remedies = {field.name for field in definition.meanings.get("remedy", ())}
    return any(field.name in remedies for field in definition.fields_of(step))


def open_to_readers(definition: Definition, means: str) -> list[Field]:
    """The fields that mean this, and that everybody may read who reads statistics: what is private to others is counted nowhere."""
    fields = definition.meanings.get(means, ())
    return [field for field in fields if scope.found_with_ratings(field.private_to)]


def sum_of_answers(definition: Definition, folded: Fold, means: str) -> Decimal | None:
    """Of all fields that mean this, the check's and the repair's; None where none was answered."""
    fields = open_to_readers(definition, means)
    given = [conditions.number_of_answer(folded.answers.get(field.name)) for field in fields]
    known = [each for each in given if each is not None]
    return sum(known, Decimal(0)) if known else None


def minutes_spent(definition: Definition, folded: Fold) -> int | None:
    """Hands on it, as the sheet says."""
    found = sum_of_answers(definition, folded, "minutes")
    return None if found is None else min(int(found), MOST_MINUTES_SPENT)


def class_of_fault(definition: Definition, folded: Fold) -> str:
    """The last word of it: the repair's before the check's; "" where nobody has said."""
    names = [field.name for field in open_to_readers(definition, "fault_class")]
    given = [folded.answers.get(name) for name in names]
    return next((each for each in reversed(given) if isinstance(each, str) and each), "")
