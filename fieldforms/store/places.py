"""Records of a client, a room or a device, for what a place's page tells of them."""

from dataclasses import dataclass

from peewee import JOIN

from fieldforms.store import clients, scope
from fieldforms.store.models import Device, Movement, Part, Record, RecordDevice, Room
from fieldforms.store.records import blanked


@dataclass(frozen=True)
class Place:
    """A client's id, and one of its rooms or devices where it is one of those."""

    client: int
    room: int | None = None
    device: int | None = None


def latest(viewer: scope.Viewer, place: Place, most: int) -> list[Record]:
    """Its newest records in scope, as lists show them."""
    return blanked(newest(place).where(scope.records(viewer)).limit(most), viewer)


MOST_TOLD = 100  # sheets that left something open, of a room or client


def telling(viewer: scope.Viewer, place: Place) -> list[Record]:
    """The newest standing records that say something of open points; of a device only the last word."""
    if place.device is not None:
        return last_word(viewer, place.device)
    return list(newest(place).where(scope.records(viewer), *tells()).limit(MOST_TOLD))


@scope.scoped
def last_word(viewer, device):
    return newest(Place(0, device=device)).where(scope.records(viewer), *tells()).limit(1)


def tells() -> tuple:
    return Record.open_points != "", Record.state != "cancelled", Record.superseded_by == ""


def newest(place: Place):
    """Records about a place, newest first: each kind of place by the index that is made for it."""
    if place.device is not None:
        about = Record.select().join(RecordDevice).where(RecordDevice.device == place.device)
        return about.order_by(RecordDevice.opened_at.desc(), Record.id.desc())
    query = Record.select().where(Record.client == place.client)
    if place.room is not None:
        query = query.where(clients.in_room(place.room))
    return query.order_by(Record.opened_at.desc(), Record.id.desc())


def devices_of(rows: list[Record]) -> dict[int, dict[int, str]]:
    """Record id → the devices it is about: id → name."""
    query = RecordDevice.select(RecordDevice.record, Device.id, Device.name).join(Device)
    found: dict[int, dict[int, str]] = {row.id: {} for row in rows}
    for record, device, name in query.where(RecordDevice.record.in_([row.id for row in rows])).tuples():
        found[record][device] = name
    return found


@dataclass(frozen=True)
class Fitted:
    """A part in a device. `confidential`: its sheet is, or the device's room."""

    moved: Movement
    confidential: bool


def fitted(viewer: scope.Viewer, client_id: int, since: int, until: int) -> list[Fitted]:
    """Parts fitted into the client's devices in a time (UTC ms, until exclusive), oldest first.

    Only those whose sheet the viewer may see, and those without a sheet.
    """
    query = Movement.select(Movement, Part, Device, Room, Record).join(Part).switch(Movement).join(Device)
    query = query.join(Room, JOIN.LEFT_OUTER).switch(Movement)
    query = query.join(Record, JOIN.LEFT_OUTER, on=(Movement.record == Record.number), attr="sheet")
    when = (Movement.at >= since) & (Movement.at < until)
    where = (Device.client == client_id) & (Movement.kind == "fitted") & when
    seen = Record.id.is_null() | scope.records(viewer)
    return [is_fitted(row) for row in query.where(where, seen).order_by(Movement.at, Movement.id)]


def is_fitted(row: Movement) -> Fitted:
    room, sheet = row.device.room if row.device.room_id else None, getattr(row, "sheet", None)
    return Fitted(row, bool((room and room.confidential) or (sheet and sheet.confidential)))
