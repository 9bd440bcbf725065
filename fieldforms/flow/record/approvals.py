"""Approvals: nobody gives their own, and those that came after what they approve had begun say so (issue "Approvals")."""

from collections.abc import Collection, Mapping

from fieldforms import config, i18n
from fieldforms.flow import local_time
from fieldforms.flow.people.actors import FILLS, Actor, may_fill_as, person_stood_in_for
from fieldforms.flow.record import folding
from fieldforms.forms.definition import Definition, Step
from fieldforms.store.models import Record, User
from fieldforms.store.people import accounts, deputies
from fieldforms.store.record import records


def is_own_request(actor: Actor, row: Record, step: Step) -> bool:
    """Would the actor approve their own request? Nobody does, for whomever they stand in."""
    if actor.user is None or row.opened_by_id != actor.user.id:
        return False
    return bool(step.approves) or person_stood_in_for(actor, step.by) is not None


def step_withheld(actor: Actor, seen: records.Seen, fold: folding.Fold) -> Step | None:
    """The approval whose turn it is, where it were this person's, had they not asked for it or given one before."""
    turn = fold.turn
    if turn is None or not may_fill_as(actor, turn.by):
        return None
    again = bool(turn.approves) and actor.user_id in authors_looked_at(turn, fold.standing)
    return turn if again or is_own_request(actor, seen.row, turn) else None


def authors_looked_at(step: Step, standing: Mapping[str, records.Sealed]) -> set[int | None]:
    """Who completed the steps that this one is to be done by somebody else than."""
    done = (standing[name] for name in step.not_by_authors_of if name in standing)
    return {entry.row.actor_id for entry in done}


def approvers_but(step: Step, barred: Collection[int | None]) -> list[tuple[User, User | None]]:
    """(person, for whom they stand in today): who fills the step when `barred` (ids) may not."""
    people = [user for user in accounts.active_users() if user.role in FILLS.get(step.by, ())]
    found: dict[int, tuple[User, User | None]] = {user.id: (user, None) for user in people}
    for deputy, represented in deputies.standing_in(people, local_time.today()):
        found.setdefault(deputy.id, (deputy, represented))
    return [pair for pair in found.values() if pair[0].id not in barred]


def deputies_of(people: list[User]) -> list[User]:
    """Who stands in for these people today."""
    pairs = deputies.standing_in(people, local_time.today()) if people else []
    return [deputy for deputy, _represented in pairs]


DECLINED = "declined"  # the choice of a decision by which nothing was approved


def is_late_approval(definition: Definition, step: Step, entry: records.Sealed | None, answers: dict) -> bool:
    """Did the step approve after the time its `approves` field names? A refusal approves nothing."""
    if entry is None or entry.outcome != folding.DONE:
        return False
    own = {field.name for field in definition.fields_of(step)}
    decided = (
        answers.get(field.name) for field in definition.meanings.get("decision", ()) if field.name in own
    )
    return DECLINED not in decided and has_begun(step, answers, entry.row.sealed_at)


def has_begun(step: Step, answers: dict, at: int) -> bool:
    """Has what the step approves begun at a moment (UTC ms)? Compared to the shorter one's precision."""
    begins = answers.get(step.approves) if step.approves else None
    if not isinstance(begins, str):
        return False
    return i18n.local(at, config.current.tz).isoformat(timespec="minutes")[: len(begins)] > begins


def late_approvals(seen: records.Seen, fold: folding.Fold) -> list[Step]:
    return [
        step
        for step in seen.definition.steps
        if is_late_approval(seen.definition, step, fold.standing.get(step.name), fold.answers)
    ]
