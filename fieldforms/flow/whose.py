"""Whose a record's step is: by role, by name, by whom they serve, and not theirs whose own work it looks at.

The buttons, the lists and the verbs ask here alike.
"""

from fieldforms.flow import approvals, folding
from fieldforms.flow.actors import FILLS, Actor, fills
from fieldforms.forms.definition import Step
from fieldforms.store import accounts, clients, scope
from fieldforms.store.models import Record, User
from fieldforms.store.records import Seen


def may_fill(actor: Actor, seen: Seen, step: Step, earlier: dict) -> bool:
    """May this person with an account fill that step of a record they see? `earlier`: the answers before the step."""
    standing = folding.standing(seen.definition, seen.entries)
    person = folding.assignee(seen.definition, step, earlier)
    whose = by(step, seen.row, standing, person)
    if actor.user is None or actor.user.id in authors(step, standing) or not fills(actor, whose, person):
        return False
    if approvals.is_own(actor, seen.row, step):
        return False
    # an engineer who was sent sees the record, its other steps are for those who serve the client
    return whose != "technician" or serves(actor, seen.row.client_id)


def serves(actor: Actor, client_id: int | None) -> bool:
    """Does the actor (still) serve this client?"""
    return client_id is None or clients.get(actor.viewer, client_id) is not None


def by(step: Step, row: Record, standing: dict, person: int | None) -> str:
    """The step's `by`, or its `else_by` while nobody of `by` is left who may: one who looks at their own work would be
    no review, and a sheet must not wait for somebody who is not there, or whom nobody has named.

    `standing`: as in a Fold; `person`: who is named to do it.
    """
    if not step.else_by:
        return step.by
    left = person if step.by == "assignee" else others(step, row, standing)
    return step.by if left else step.else_by


def others(step: Step, row: Record, standing: dict) -> list[User]:
    """Those of the step's role, of the client's technicians for theirs, who did not do what it looks at."""
    of_client = step.by == "technician" and row.client_id
    people = accounts.technicians_of(row.client_id) if of_client else accounts.active()
    left = [user for user in people if user.role in FILLS[step.by] and scope.cleared(user, row)]
    return [user for user in left if user.id not in authors(step, standing)]


def authors(step: Step, standing: dict) -> set[int]:
    """Who completed the steps that this one is to be done by somebody else than."""
    done = (standing[name] for name in step.other_than if name in standing)
    return {entry.row.actor_id for entry in done}
