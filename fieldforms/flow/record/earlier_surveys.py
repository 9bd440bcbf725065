"""Surveys that were sealed before the devices in their rows guarded them (docs/decisions/0009-confidential.md): judged once, by
where these devices stand now, as the register has no past.

That it was done stands in the audit, so that no later start does it again: a device that moves afterwards changes no sheet.
"""

from fieldforms.flow.record import confidentiality, projection, row_devices
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.models import Room
from fieldforms.store.record import guards
from fieldforms.store.register import clients

JUDGED = "surveys.guard"


def guard_earlier_surveys() -> None:
    if audit.last_line_about("", JUDGED):
        return
    with transaction():
        guarded = [uuid for room in clients.confidential_rooms() for uuid in guard_surveys_about(room)]
        audit.record_action(None, JUDGED, records=guarded)


def guard_surveys_about(room: Room) -> list[str]:
    """The uuids of those that are confidential by this. What was lifted was judged by a person, and stays as they said."""
    found = [uuid for uuid in row_devices.records_with_rows_about(room) if not guards.guards_of_record(uuid)]
    for uuid in found:
        guards.add_guard(uuid, True, confidentiality.ROOM, room=room.id)
        projection.project_record(uuid)
    return found
