"""A record is its entries folded: which steps stand, whose turn it is, what is answered. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from fieldforms.flow.people.actors import SIGNERS
from fieldforms.forms.answers import step_relevant
from fieldforms.forms.definition import Definition, Step
from fieldforms.store.record.records import Sealed

DONE, RETURNED, REFUSED, ABSENT, PAPER = "done", "returned", "refused", "absent", "signed_on_paper"
CANCELLED, ERASED, MERGED, DEEMED = "cancelled", "erased", "merged", "deemed"
OUTCOMES = (DONE, RETURNED, REFUSED, ABSENT, PAPER, CANCELLED, DEEMED)
UNSIGNED = (REFUSED, ABSENT)  # honest outcomes, but never counted as signed


@dataclass(frozen=True)
class Fold:
    """`standing`: step name → its last entry that still stands. `turn`: the step to be filled next, None at the end.

    `redone`: step name → what it said before it went back, until it is done again. `answers` are those that stand:
    rules ask them. `last` is the newest entry that changed what a signer is shown.
    """

    standing: dict[str, Sealed]
    redone: dict[str, Sealed]
    turn: Step | None
    answers: dict
    state: str
    last: Sealed | None
    signed: Sealed | None

    @property
    def shown_digest(self) -> str:
        """What a signer's signature names: the digest of the newest entry."""
        return self.last.row.digest if self.last else ""

    @property
    def told_answers(self) -> dict:
        """All that the sheet says: what went back counts until it is said anew. For readers and lists; rules ask `answers`."""
        gone_back = {
            name: value for entry in self.redone.values() for name, value in answers_of_entry(entry).items()
        }
        return gone_back | self.answers

    @property
    def is_unsigned(self) -> bool:
        """Waiting for a signature, or ended without one of them."""
        return bool(self.turn and self.turn.sign) or any(
            e.outcome in UNSIGNED for e in self.standing.values()
        )


class EntryLike(Protocol):
    """As much of an entry as says which steps stand."""

    @property
    def step(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def payload(self) -> dict: ...


AnEntry = TypeVar("AnEntry", bound=EntryLike)


def fold_entries(definition: Definition, entries: Iterable[Sealed]) -> Fold:
    entries = list(entries)
    stand, gone_back = standing_and_gone_back(definition, entries)
    cancelled = any(entry.outcome == CANCELLED for entry in entries)
    last = next((entry for entry in reversed(entries) if entry.outcome not in (ERASED, MERGED)), None)
    answers = {
        name: value for step in definition.steps for name, value in answers_of_step(stand, step).items()
    }
    open_step = next_step(definition, stand, answers)
    turn = None if cancelled else open_step
    state = "cancelled" if cancelled else "open" if turn else "closed"
    redone = entries_to_redo(definition, gone_back, open_step)
    return Fold(stand, redone, turn, answers, state, last, signing_entry(definition, stand))


def standing_entries(definition: Definition, entries: Iterable[AnEntry]) -> dict[str, AnEntry]:
    """Step name → its last entry that still stands."""
    return standing_and_gone_back(definition, entries)[0]


def standing_and_gone_back(
    definition: Definition, entries: Iterable[AnEntry]
) -> tuple[dict[str, AnEntry], dict[str, AnEntry]]:
    """Step name → its last entry that still stands; and → the last one that went back, where none stands since."""
    found: dict[str, AnEntry] = {}
    gone_back: dict[str, AnEntry] = {}
    for entry in entries:
        if entry.outcome == RETURNED:
            gone_back |= undo_from_step(definition, found, entry.payload.get("returned_to", ""))
        elif entry.outcome not in (CANCELLED, ERASED, MERGED):
            found[entry.step] = entry
            gone_back.pop(entry.step, None)
    return found, gone_back


def undo_from_step(definition: Definition, standing: dict, target: str) -> dict:
    """A return to a step undoes it and all that came after it: what is undone."""
    names = [step.name for step in definition.steps]
    gone = names[names.index(target) :] if target in names else []
    return {name: standing.pop(name) for name in gone if name in standing}


def entries_to_redo(
    definition: Definition, gone_back: dict[str, Sealed], open_step: Step | None
) -> dict[str, Sealed]:
    """What went back and is still to be said anew. A step that was passed by since then is no longer asked."""
    names = [step.name for step in definition.steps]
    ahead = names[names.index(open_step.name) :] if open_step else []
    return {name: gone_back[name] for name in ahead if name in gone_back}


def answers_of_step(standing: dict[str, Sealed], step: Step) -> dict:
    entry = standing.get(step.name)
    return answers_of_entry(entry) if entry else {}


def answers_of_entry(entry: Sealed) -> dict:
    return {name: value for name, value in entry.answers.items() if value is not None}


def next_step(definition: Definition, standing: dict, answers: dict) -> Step | None:
    for step in definition.steps:
        if step.name not in standing and step_relevant(definition, step, answers):
            return step
    return None


def is_recall(step: Step, entry: EntryLike) -> bool:
    """Did staff take the sheet back, rather than the one whose step it was?"""
    back = entry.outcome == RETURNED and entry.step == step.name
    return back and step.by in SIGNERS and entry.payload.get("way") == "account"


def signing_entry(definition: Definition, standing: dict[str, Sealed]) -> Sealed | None:
    """The standing entry of the last step that is signed."""
    signed = [standing[step.name] for step in definition.steps if step.sign and step.name in standing]
    return signed[-1] if signed else None


def answers_before(definition: Definition, fold: Fold, step: Step) -> dict:
    """The merged answers of the steps before this one: what conditions may look at."""
    answers: dict = {}
    for earlier in definition.steps:
        if earlier.name == step.name:
            break
        answers |= answers_of_step(fold.standing, earlier)
    return answers


def assignee_of_step(definition: Definition, step: Step, answers: dict) -> int | None:
    """The user id a step by "assignee" names."""
    person = answers.get(step.assignee) if step.by == "assignee" else None
    return person.get("id") if isinstance(person, dict) else None
