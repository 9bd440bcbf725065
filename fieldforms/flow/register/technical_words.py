"""The technical words of a device in a confidential room, as its ports: only for who has the clearance, and each reading is written down.

Which columns they are, the registers' table says (`RegisterColumn.technical`); who may read them, `scope.may_read_technical`. What is not
shown stays as it is, whatever is saved.
"""

from collections.abc import Collection, Iterable

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.register_columns import DEVICE_COLUMNS, Columns
from fieldforms.store import audit, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import Device, Room

TECHNICAL = frozenset(column.name for column in DEVICE_COLUMNS if column.technical)


def columns_open_to(
    viewer: scope.Viewer, device: Device | None, columns: Columns = DEVICE_COLUMNS
) -> Columns:
    """Those of the device's columns that the viewer may read. `device`: None for a new one."""
    if device is None or scope.may_read_technical(viewer, device):
        return columns
    return tuple(column for column in columns if column.name not in TECHNICAL)


def is_open_to(viewer: scope.Viewer, device: Device, name: str) -> bool:
    """May the viewer read this column of the device?"""
    return name not in TECHNICAL or scope.may_read_technical(viewer, device)


def note_device_read(actor: Actor, device: Device) -> None:
    """Its technical words are shown. Of an open room nothing is written down."""
    if scope.may_read_technical(actor.viewer, device):
        note_readings(actor, [device])


def note_readings(actor: Actor, devices: Iterable[Device], noted: Collection[int | None] = ()) -> set[int]:
    """Of the ports, cables or technical words of each of these, fetched in scope, somebody is told: one line for each confidential
    room. The ids of the rooms that are noted now. `noted`: of rooms that were before."""
    rooms = {
        device.room_id: device.room for device in devices if device.room_id and device.room_id not in noted
    }
    confidential = [room for _id, room in sorted(rooms.items()) if room.confidential]
    for room in confidential:
        note_cabling_read(actor, room)
    return {room.id for room in confidential}


def note_cabling_read(actor: Actor, room: Room) -> None:
    with transaction():
        audit.record_action(
            actor.user_id, "cabling.read", str(room.id), name=room.name, client=room.client_id
        )
