"""Whose a record's step is: by role, by name, and by whom they serve. The buttons and the verbs ask here alike."""

from fieldforms.flow import folding
from fieldforms.flow.actors import Actor, fills, stands_in
from fieldforms.forms.definition import Step
from fieldforms.store import clients
from fieldforms.store.records import Seen


def may_fill(actor: Actor, seen: Seen, step: Step, earlier: dict) -> bool:
    """May this person with an account fill that step of a record they see? `earlier`: the answers before the step."""
    person = folding.assignee(seen.definition, step, earlier)
    if actor.user is None or not fills(actor, step.by, person):
        return False
    if stands_in(actor, step.by, person) and seen.row.opened_by_id == actor.user.id:
        return False  # nobody approves their own request, for whomever they stand in
    # an engineer who was sent sees the record, its other steps are for those who serve the client
    return step.by != "technician" or serves(actor, seen.row.client_id)


def serves(actor: Actor, client_id: int | None) -> bool:
    """Does the actor (still) serve this client?"""
    return client_id is None or clients.get(actor.viewer, client_id) is not None
