"""Lifting a record's confidentiality: by a person, with the clearance and a reason. Nothing else makes a sheet less so."""

from fieldforms.errors import NotAllowed, NotConfidential
from fieldforms.flow import form_input
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import confidentiality, projection
from fieldforms.flow.register import clients
from fieldforms.flow.seals import entry_seals
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.models import Guard
from fieldforms.store.record import guards, records


def to_lift(actor: Actor, number: str) -> records.Seen:
    """A confidential record that the actor may lift. Raises NotFound, NotAllowed, NotConfidential."""
    actor.needs(*clients.GUARDS)
    seen = record_by_number(actor, number)
    if not clients.may_mark_confidential(actor):
        raise NotAllowed
    if not seen.row.confidential:
        raise NotConfidential
    return seen


def may_lift(actor: Actor, seen: records.Seen) -> bool:
    return seen.row.confidential and clients.may_mark_confidential(actor)


def lift_confidentiality(actor: Actor, number: str, reason: str) -> None:
    """From now on it is seen as any other sheet. What is sealed into it later is judged anew.

    Raises ReasonNeeded, NotFound, NotAllowed, NotConfidential.
    """
    with transaction():
        entry_seals.lock_chain(to_lift(actor, number).row.client_id)
        seen = to_lift(actor, number)  # once more: two may lift it at once
        form_input.check_reason(reason)
        guards.add_guard(seen.row.uuid, False, confidentiality.LIFTED, by=actor.user_id, reason=reason)
        projection.project_record(seen.row.uuid)
        audit.record_action(actor.user_id, "record.lift", seen.row.number, reason=reason)


def history_of_guards(seen: records.Seen) -> list[tuple[str, Guard]]:
    """(sentence as a message id, guard), oldest first: what made it confidential, and who lifted that."""
    return [(confidentiality.WHY[guard.why], guard) for guard in guards.guards_of_record(seen.row.uuid)]
