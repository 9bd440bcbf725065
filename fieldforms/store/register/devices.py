"""The device register."""

from collections.abc import Iterable

from peewee import JOIN, fn

from fieldforms.store import clock, repeats, scope
from fieldforms.store.models import Backup, Client, Code, Device, Record, RecordDevice, Room
from fieldforms.store.prepared import RETURNING, insert_prepared, one_of, prepared
from fieldforms.store.register import clients


def selection():
    return Device.select(Device, Client, Room).join(Client).switch(Device).join(Room, JOIN.LEFT_OUTER)


def get_device(viewer, device_id: int) -> Device | None:
    device = next(iter(by_id(viewer, device_id)), None)
    if device:
        know_device(viewer, device)
    return device


@scope.prepared_by_viewer
def by_id(viewer, device_id):
    return selection().where(Device.id == device_id, scope.clients(viewer, Device.client))


@scope.prepared_by_viewer
def with_ids(viewer, ids):
    return selection().where(one_of(Device.id, ids), scope.clients(viewer, Device.client))


def in_this_order(viewer: scope.Viewer, ids: list[int]) -> list[Device]:
    """Those of the devices that the viewer may see."""
    found = {row.id: row for row in with_ids(viewer, tuple(ids))}
    return [found[id] for id in ids if id in found]


@scope.prepared_by_viewer
def sent_to(viewer, ids):
    """Those of these devices, of any client, that a record which waits for this very person is about: who is sent to one
    has to know it."""
    return selection().where(one_of(Device.id, ids), Device.id.in_(device_ids_sent_to(viewer)))


def device_ids_sent_to(viewer):
    """The ids of what `sent_to` finds."""
    waits = (Record.state == "open") & (Record.next_by == "assignee") & scope.names_viewer_condition(viewer)
    return RecordDevice.select(RecordDevice.device).join(Record).where(waits)


def devices_ever_of(viewer, client: int, until: int) -> list[Device]:
    """Every device of a client that was registered before `until` (UTC ms), retired ones too."""
    return devices_created_before(viewer, client, until)


@scope.prepared_by_viewer
def devices_created_before(viewer, client, until):
    there = (Device.client == client, Device.created_at < until, scope.clients(viewer, Device.client))
    found = Device.select(Device, Room).join(Room, JOIN.LEFT_OUTER)
    return found.where(*there).order_by(Device.category, Device.id)


def by_codes(viewer, codes: Iterable[str], worn_only: bool = True) -> dict[str, Device]:
    """Code → its device, for those the viewer may see; also of replaced labels unless `worn_only`."""
    asked = tuple(codes)
    if not asked:
        return {}
    rows = labels_with_codes(viewer, asked) if worn_only else labels_ever_with_codes(viewer, asked)
    for row in rows:
        know_device(viewer, row.device)
    return {row.code: row.device for row in rows}


@scope.prepared_by_viewer
def labels_ever_with_codes(viewer, codes):
    return (
        Code.select(Code, Device, Client, Room)
        .join(Device)
        .join(Client)
        .switch(Device)
        .join(Room, JOIN.LEFT_OUTER)
        .where(one_of(Code.code, codes), scope.clients(viewer, Device.client))
    )


@prepared
def names_by_codes(codes):
    """(code, id, name) of the devices that ever wore one of these labels, whoever's they are."""
    query = Code.select(Code.code, Device.id, Device.name).join(Device)
    return query.where(one_of(Code.code, codes)).tuples()


@scope.prepared_by_viewer
def labels_with_codes(viewer, codes):
    return labels_ever_with_codes.build(viewer, codes).where(Code.retired_at.is_null())


def know_device(viewer, device: Device) -> None:
    """A device that was read with its client and room: none of the three is asked for again."""
    for each in {viewer, scope.SYSTEM}:
        by_id.know([device], each, device.id)
    clients.by_id.know([device.client], scope.SYSTEM, device.client_id)
    if device.room_id:
        device.room.client = device.client
        clients.room_by_id.know([device.room], scope.SYSTEM, device.room_id)


def code_of(device: Device) -> str:
    """The device's label in use, or nothing."""
    row = codes_worn_by.first(device.id)
    return row.code if row else ""


@prepared
def codes_worn_by(device):
    query = Code.select(Code.code).where(Code.device == device, Code.retired_at.is_null())
    return query.order_by(Code.bound_at.desc()).limit(1)


def codes_of(devices: Iterable[Device]) -> dict[int, str]:
    return {row.device_id: row.code for row in codes_worn_by_devices(tuple(device.id for device in devices))}


@prepared
def codes_worn_by_devices(devices):
    rows = Code.select(Code.code, Code.device).where(one_of(Code.device, devices), Code.retired_at.is_null())
    return rows.order_by(Code.bound_at)


def backups(device_ids: Iterable[int]) -> list[Backup]:
    return backups_of_devices(tuple(device_ids))


@prepared
def backups_of_devices(devices):
    query = Backup.select(Backup, Device).join(Device).where(one_of(Backup.device, devices))
    return query.order_by(Backup.made_on.desc())


def add_device(values: dict) -> Device:
    return insert_prepared(Device, RETURNING, {"created_at": clock.now(), **values})


def change_device(device: Device, values: dict) -> None:
    Device.update(**values).where(Device.id == device.id).execute()


def devices_numbered(column: str, number: str) -> list[Device]:
    """Every device, of whatever client, retired ones too, that has this number in the column, in small letters or large, with the
    spaces it was typed with or none."""
    spelt = {
        each for typed in (number, number.replace(" ", "")) for each in (typed, typed.lower(), typed.upper())
    }
    return devices_with_numbers(tuple(sorted(spelt)), column=column)


@prepared
def devices_with_numbers(numbers, *, column):
    return Device.select().where(one_of(getattr(Device, column), numbers)).order_by(Device.id)


def devices_with_serial(client: int | None, serial: str) -> list[Device]:
    """The client's devices in use with this serial number, two at most."""
    return list(devices_of_serial(client, serial)) if serial else []


@prepared
def devices_of_serial(client, serial):
    there = (Device.client == client, Device.serial == serial, Device.retired_at.is_null())
    return selection().where(*there).order_by(Device.id).limit(2)


def state_of_device(device: int) -> str:
    """As it stands under the writer's lock."""
    return Device.select(Device.state).where(Device.id == device).scalar()


@scope.prepared_by_viewer
def standbys_of_client(viewer, client):
    """What can take another one's place."""
    there = (Device.client == client, Device.state == "standby", Device.retired_at.is_null())
    return selection().where(*there, scope.clients(viewer, Device.client)).order_by(Device.name).limit(200)


def device_sent_twice(values: dict) -> Device | None:
    return repeats.row_sent_twice(Device, values, Device.retired_at.is_null())


def count_served(client_id: int, keys: list[str], since: int) -> int:
    """As `times_served`: how many there are."""
    [(n,)] = served_counted(client_id, tuple(keys), since)
    return n


@prepared
def served_counted(client, keys, since):
    return Record.select(fn.COUNT(Record.id)).where(*closed_conditions(client, keys, since)).tuples()


def moments_served(client_id: int, keys: list[str], since: int) -> list[int]:
    """As `times_served`, each moment once: of a year no more than its days, where sheets say only the day."""
    return [at for (at,) in moments_closed_since(client_id, tuple(keys), since)]


@prepared
def moments_closed_since(client, keys, since):
    return Record.select(Record.dated_at).distinct().where(*closed_conditions(client, keys, since)).tuples()


def closed_conditions(client, keys, since) -> tuple:
    done = (Record.state == "closed", Record.in_force, Record.dated_at >= since)
    return Record.client == client, one_of(Record.key, keys), *done


def times_served(client_id: int, keys: list[str], since: int) -> list[int]:
    """When (UTC ms) the work was done of each of the client's sheets of these forms that is closed and still holds."""
    return [at for (at,) in closed_since(client_id, tuple(keys), since)]


@prepared
def closed_since(client, keys, since):
    return Record.select(Record.dated_at).where(*closed_conditions(client, keys, since)).tuples()
