"""Records of a client, a room or a device, for what a place's page tells of them."""

from collections import Counter
from dataclasses import dataclass

from peewee import JOIN, Case, fn

from fieldforms.store import scope
from fieldforms.store.models import Device, Movement, Part, Record, RecordDevice, Room
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.record.records import blank_ratings
from fieldforms.store.register import clients


@dataclass(frozen=True)
class Site:
    """A client's id, and one of its rooms or devices where it is one of those."""

    client: int
    room: int | None = None
    device: int | None = None


def latest_records_at(viewer: scope.Viewer, place: Site, most: int) -> list[Record]:
    """Its newest records in scope, as lists show them."""
    shape = {"in_room": place.room is not None, "of_device": place.device is not None}
    return blank_ratings(newest_at(viewer, place.client, place.room, place.device, most, **shape), viewer)


@scope.prepared_by_viewer
def newest_at(viewer, client, room, device, most, *, in_room, of_device):
    place = Site(client, room if in_room else None, device if of_device else None)
    return newest_records_at(place).where(scope.records(viewer)).limit(most)


MOST_TOLD = 100  # sheets that left something open, of a room or client


def records_telling_open_points(viewer: scope.Viewer, place: Site, until: int | None = None) -> list[Record]:
    """The newest standing records that say something of open points; of a device only the last word.

    `until`: UTC ms, of a room or client: only what was done before.
    """
    if place.device is not None:
        return last_record_of_device(viewer, place.device)
    in_room, ends = place.room is not None, until is not None
    return newest_telling(viewer, place.client, place.room, until, in_room=in_room, ends=ends)


@scope.prepared_by_viewer
def newest_telling(viewer, client, room, until, *, in_room, ends):
    wanted = (scope.records(viewer), *tells_open_points(), *([Record.dated_at < until] if ends else []))
    return newest_records_at(Site(client, room if in_room else None)).where(*wanted).limit(MOST_TOLD)


@scope.prepared_by_viewer
def last_record_of_device(viewer, device):
    return (
        newest_records_at(Site(0, device=device)).where(scope.records(viewer), *tells_open_points()).limit(1)
    )


def records_settling(viewer: scope.Viewer, row: Record, words: str) -> list[Record]:
    """Standing records of the record's client, of its day or later, whose open points name it and say `words`."""
    return list(naming_record(viewer, row.client_id, row.dated_at, row.number, words))


@scope.prepared_by_viewer
def naming_record(viewer, client, since, number, words):
    named = [fn.REPLACE(Record.open_points, said, "") != Record.open_points for said in (number, words)]
    at_client = (Record.client == client, Record.dated_at >= since, *tells_open_points())
    return Record.select().where(scope.records(viewer), *at_client, *named).limit(MOST_TOLD)


def tells_open_points() -> tuple:
    return Record.open_points != "", Record.in_force


def newest_records_at(place: Site):
    """Records about a place, newest first: each kind of place by the index that is made for it."""
    if place.device is not None:
        about = Record.select().join(RecordDevice).where(RecordDevice.device == place.device)
        return about.order_by(RecordDevice.dated_at.desc(), Record.id.desc())
    query = Record.select().where(Record.client == place.client)
    if place.room is not None:
        query = query.where(clients.records_about_room(place.room))
    return query.order_by(Record.dated_at.desc(), Record.id.desc())


def devices_by_record(rows: list[Record]) -> dict[int, dict[int, str]]:
    """Record id → the devices it is about: id → name."""
    found: dict[int, dict[int, str]] = {row.id: {} for row in rows}
    for record, device, name in devices_of_records(tuple(found)):
        found[record][device] = name
    return found


@prepared
def devices_of_records(records):
    query = RecordDevice.select(RecordDevice.record, Device.id, Device.name).join(Device)
    return query.where(one_of(RecordDevice.record, records)).tuples()


@dataclass(frozen=True)
class FittedPart:
    """A part in a device. `at`: when it was fitted (UTC ms); `quantity`: what of it stayed there; `confidential`: its sheet
    is, or the device's room."""

    moved: Movement
    at: int
    quantity: int
    confidential: bool


# Of a sheet that says when the work was done that moment, else that of the movement.
MOMENT_OF_FITTING = Case(None, [(Record.dated_at != Record.opened_at, Record.dated_at)], Movement.at)


def parts_fitted_at(viewer: scope.Viewer, client_id: int, since: int, until: int) -> list[FittedPart]:
    """Parts fitted at the client's in a time (UTC ms, until exclusive), oldest first.

    Into its devices; or, where a sheet names no device, by one of its sheets. Only those whose sheet the viewer may see,
    and those without a sheet.
    """
    rows = movements_fitted(viewer, client_id, since, until)
    back, corrected = counts_taken_back(client_id), dict(corrected_numbers(client_id))
    return [
        fitted_as(row, left) for row in rows if (left := row.quantity - count_come_back(row, back, corrected))
    ]


@scope.prepared_by_viewer
def movements_fitted(viewer, client_id, since, until):
    query = Movement.select(Movement, Part, Device, Room, Record).join(Part).switch(Movement)
    query = query.join(Device, JOIN.LEFT_OUTER)
    query = query.join(Room, JOIN.LEFT_OUTER).switch(Movement)
    query = query.join(Record, JOIN.LEFT_OUTER, on=(Movement.record == Record.number), attr="sheet")
    at = MOMENT_OF_FITTING
    when = (at >= since) & (at < until)
    at_client = (Device.client == client_id) | (Movement.device.is_null() & (Record.client == client_id))
    where = at_client & (Movement.kind == "fitted") & when
    seen = Record.id.is_null() | scope.records(viewer)
    return query.select_extend(at.alias("fitted_at")).where(where, seen).order_by(at, Movement.id)


def counts_taken_back(client_id: int) -> Counter[tuple[str, int]]:
    """(sheet's number, part id) → how many a step filled again, or a correction, took back out of a device."""
    found: Counter[tuple[str, int]] = Counter()
    for record, part, n in movements_taken_back(client_id):
        found[record, part] += n
    return found


@prepared
def movements_taken_back(client_id):
    query = Movement.select(Movement.record, Movement.part, Movement.quantity)
    query = query.join(Record, on=(Movement.record == Record.number)).where(Record.client == client_id)
    return query.where(Movement.kind == "returned", Movement.source.is_null()).tuples()


@prepared
def corrected_numbers(client_id):
    """(a corrected sheet's number, the number of the one that corrects it)"""
    query = Record.select(Record.number, Record.corrected_by)
    return query.where(Record.client == client_id, Record.corrected_by != "").tuples()


def count_come_back(row: Movement, back: Counter[tuple[str, int]], corrected: dict[str, str]) -> int:
    """How many of what was fitted did not stay, by its sheet and those that correct it; counts them off in `back`."""
    number, left = row.record, row.quantity
    while number and left:
        n = min(left, back[number, row.part_id])
        back[number, row.part_id] -= n
        number, left = corrected.get(number, ""), left - n
    return row.quantity - left


def fitted_as(row: Movement, quantity: int) -> FittedPart:
    device, sheet = row.device if row.device_id else None, getattr(row, "sheet", None)
    room = device.room if device and device.room_id else None
    return FittedPart(
        row, row.fitted_at, quantity, bool((room and room.confidential) or (sheet and sheet.confidential))
    )
