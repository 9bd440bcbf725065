"""Reports that were issued before a room became confidential, or a device went into one, tell of their cabling and faults: they
become the room's.

As the room's documents they want the permission, and each reading is written down; the next issue is made without the room, and is
the client's again. So do the sheets with which they, and what the library has of the room itself, went to somebody; what is sealed
later with such a file is judged when it is sealed (flow/record/confidentiality.py).
"""

from collections.abc import Iterable

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import confidentiality, projection
from fieldforms.flow.seals import entry_seals
from fieldforms.store import audit
from fieldforms.store.documents import documents, sent_documents
from fieldforms.store.models import Device, Room
from fieldforms.store.register import clients


def guard_reports(actor: Actor, room: Room) -> None:
    """The room becomes confidential. Call inside a transaction, its client's chain locked."""
    reports = [each.id for each in documents.reports_of_client(room.client_id)]
    carried = (*reports, *documents.documents_inside(room.id))
    guard_sheets(actor, sent_documents.records_with_documents(room.client_id, carried), room)
    move_reports(actor, reports, room)


def guard_sheets(actor: Actor, uuids: Iterable[str], room: Room) -> None:
    for uuid in uuids:
        confidentiality.guard_because_marked(uuid, room, actor.user_id)
        projection.project_record(uuid)


def guard_reports_about(actor: Actor, device: Device, room: Room) -> None:
    """The device goes into this room, which is confidential, out of one that is not. Call inside a transaction."""
    reports = documents.reports_about_device(device)
    carried = (*reports, *documents.documents_of_device(device.id))
    sheets = sent_documents.records_with_documents(device.client_id, carried)
    if reports or sheets:
        entry_seals.lock_chain(device.client_id)  # as when a room is marked
        guard_sheets(actor, sheets, room)
        move_reports(actor, reports, room)


def leave_reports_guarded(actor: Actor, room: Room) -> None:
    """The room is confidential no longer: what it was given goes to another one that is, for it tells of that one, too."""
    others = [each for each in clients.rooms_ever_of(room.client) if each.confidential and each.id != room.id]
    if others:
        move_reports(actor, documents.reports_of_room(room.id), others[0])


def move_reports(actor: Actor, ids: list[int], room: Room) -> None:
    if ids:
        documents.give_to_room(ids, room.id)
        audit.record_action(actor.user_id, "paper.guard", str(room.id), client=room.client_id, documents=ids)
