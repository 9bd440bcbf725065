"""Who may be named for a record's next step, and by whom (issue Assigning; company.md, row 9).

A form says so itself: a step `by = "assignee"` names a user field, and an earlier step fills that field. Where a client
has no technician left, the dispatcher sends one all the same: who then serves the client.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import approvals, folding, step_rights
from fieldforms.forms.definition import Definition, Step
from fieldforms.store import scope
from fieldforms.store.inbox.doers import AT_THE_CLIENT
from fieldforms.store.models import Record, User
from fieldforms.store.people import accounts
from fieldforms.store.record import records

ENGINEERS = ("technician",)  # roles that can be sent where the field that names them says none


@dataclass(frozen=True)
class Candidate:
    """`serves`: the record's client. `cleared`: may read the record, were it theirs to do."""

    user: User
    serves: bool
    cleared: bool

    @property
    def rank(self) -> tuple[bool, bool]:
        """In which order they are offered; within it the page puts who has least to do first."""
        return not self.cleared, not self.serves


def naming_step_and_field(definition: Definition, step: Step | None) -> tuple[Step, str] | None:
    """The step that names who does a later one, and the field it names them with: `step` itself, or the one that named
    who is to do it now. None where nobody is to be named."""
    if step is None:
        return None
    if step.by == "assignee":
        wanted = {step.assignee}
        candidates = definition.steps
    else:
        wanted = {each.assignee for each in definition.steps if each.by == "assignee"}
        candidates = (step,)
    pairs = ((each, field.name) for each in candidates for field in definition.fields_of(each))
    return next((pair for pair in pairs if pair[1] in wanted), None)


def offered_assignment(
    actor: Actor,
    row: Record,
    definition: Definition,
    fold: folding.Fold,
    turn: step_rights.StepTurn | None = None,
) -> str:
    """What this person may do at a record's turn: assign, reassign, serve (nobody of the client's is left, somebody is
    to) or nothing (""). `turn`: whose it is, where that is known already."""
    if fold.turn is None:
        return ""
    named = naming_step_and_field(definition, fold.turn)
    if named and definition.public and may_name(actor, row, definition, fold, named[0]):
        return "reassign" if fold.turn.by == "assignee" else "assign"
    if (
        fold.turn.by not in AT_THE_CLIENT
        or row.client_id is None
        or row.personal
        or not is_last_resort(actor)
    ):
        return ""
    now = turn or step_rights.turn_of_step(fold.turn, row, fold.standing, None)
    return "serve" if now.fell and now.is_for(actor.user) else ""


def may_name(actor: Actor, row: Record, definition: Definition, fold: folding.Fold, step: Step) -> bool:
    """Is it this person's to name somebody?"""
    person = folding.assignee_of_step(definition, step, folding.answers_before(definition, fold, step))
    return step_rights.acts_as(actor, step, row, fold.standing, person, definition) is not None


def is_last_resort(actor: Actor) -> bool:
    return actor.user is not None and actor.user.role in step_rights.LAST_RESORT


def engineers_to_choose(seen: records.Seen) -> list[Candidate]:
    """Those in use whom the form lets be named, but who has it; by rank."""
    serve = {user.id for user in accounts.technicians_of(seen.row.client_id)} if seen.row.client_id else set()
    roles = roles_to_choose(seen)
    people = [
        user
        for user in accounts.active_users()
        if user.role in roles and user.id not in people_not_to_name(seen)
    ]
    found = [Candidate(user, user.id in serve, scope.is_cleared(user, seen.row)) for user in people]
    return sorted(found, key=lambda each: each.rank)


def roles_to_choose(seen: records.Seen) -> Sequence[str]:
    """The roles of whom this turn may name."""
    named = naming_step_and_field(seen.definition, folding.fold_entries(seen.definition, seen.entries).turn)
    return seen.definition.fields[named[1]].constraint.get("roles", ENGINEERS) if named else ENGINEERS


def people_not_to_name(seen: records.Seen) -> set[int | None]:
    """Who has it, and who did what the step looks at."""
    fold = folding.fold_entries(seen.definition, seen.entries)
    return {assignee_of_record(seen)} | (
        approvals.authors_looked_at(fold.turn, fold.standing) if fold.turn else set()
    )


def assignee_of_record(seen: records.Seen) -> int | None:
    """The user id of whom the next step is, when it names somebody."""
    fold = folding.fold_entries(seen.definition, seen.entries)
    return folding.assignee_of_step(seen.definition, fold.turn, fold.answers) if fold.turn else None


def can_take(seen: records.Seen, user: User) -> bool:
    """May the person be named for the step whose turn it is, by its form? What a client signed nobody says again, and
    the one who served stays who served."""
    named = naming_step_and_field(seen.definition, folding.fold_entries(seen.definition, seen.entries).turn)
    if named is None or seen.row.personal or named[0].by in AT_THE_CLIENT or named[0].by == "assignee":
        return False
    return user.role in roles_to_choose(seen) and scope.is_cleared(user, seen.row)
