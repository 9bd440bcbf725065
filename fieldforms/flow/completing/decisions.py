"""The answer to what somebody asked for: told to them until they say that they have seen it (issue 8, B "Approvals").

A decision is the answer to a field that means one, on a sheet that is over. Whoever went on with the sheet after it, or ended
it themselves, knows.
"""

from fieldforms.errors import NotAllowed, NotYourTurn
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.inbox import tasks
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import review_rows

DECIDED = ("closed", "cancelled")


def decisions_for(actor: Actor) -> list[Record]:
    """Sheets of this person that somebody else decided on, and whose answer they have not seen, oldest first."""
    return tasks.records_decided_for(actor.viewer, deciding_forms()) if actor.user else []


def deciding_forms() -> list[str]:
    rows = definitions.in_use()
    return sorted(row.key for row in rows if definitions.read_definition(row).meanings.get("decision"))


def has_decision_to_see(actor: Actor, row: Record) -> bool:
    if row.state not in DECIDED or actor.user is None or row.opened_by_id != actor.user_id:
        return False
    return row.id in {each.id for each in decisions_for(actor)}


def mark_decision_seen(actor: Actor, number: str) -> None:
    """Said twice, it is said once. Raises NotFound, NotAllowed for what somebody else asked, NotYourTurn before it is decided."""
    seen = record_by_number(actor, number)
    if seen.row.opened_by_id != actor.user_id:
        raise NotAllowed
    if seen.row.state not in DECIDED:
        raise NotYourTurn
    with transaction():
        if not has_decision_to_see(actor, seen.row):
            return
        review_rows.add_review(seen.row.uuid, actor.account, "", settles=tasks.DECISION)
        audit.record_action(actor.user_id, "record.decision_seen", seen.row.number)
