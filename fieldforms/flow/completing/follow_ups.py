"""需重新联络: a closed sheet that names a day to contact the client again waits until somebody says that it is done.

Done is a note with who and when, or a sheet of the same form that follows (forms.md §1).
"""

from datetime import timedelta

from fieldforms.errors import NoteNeeded
from fieldforms.flow import form_input, local_time
from fieldforms.flow.completing import allowed_actions
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.inbox import tasks
from fieldforms.store.inbox.tasks import FOLLOW_UP
from fieldforms.store.models import Record, Review
from fieldforms.store.record import review_rows

COMING = timedelta(days=3)  # before its day it stands on the first page already, as a visit does
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


def follow_ups_of_actor(actor: Actor) -> list[Record]:
    """Late, today's and coming ones: a technician's own sheets, all of them for a dispatcher."""
    until = (local_time.date_today() + COMING).isoformat()
    if actor.viewer.role == "dispatcher":
        return tasks.records_to_follow_up(actor.viewer, FIRST_DAY, until)
    if actor.viewer.role == "technician":
        return tasks.records_to_follow_up(actor.viewer, FIRST_DAY, until, technician=actor.user_id)
    return []


def is_follow_up_late(row: Record) -> bool:
    return row.follow_up_on < local_time.today()


def settle_follow_up(actor: Actor, number: str, note: str) -> Review:
    """The client was contacted again. Raises NotAllowed, NotFound, NotYourTurn, NoteNeeded."""
    with transaction():
        seen = record_by_number(actor, number)
        allowed_actions.check_allowed(actor, seen, "follow_up")
        form_input.check_reason(note, NoteNeeded)
        audit.record_action(actor.user_id, "record.follow_up", seen.row.number)
        return review_rows.add_review(seen.row.uuid, actor.account, note, settles=FOLLOW_UP)
