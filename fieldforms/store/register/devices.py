"""The device register."""

from collections.abc import Iterable
from functools import cache

from peewee import JOIN

from fieldforms.store import clock, repeats, scope, search
from fieldforms.store.models import Backup, Client, Code, Device, Record, RecordDevice, Room
from fieldforms.store.prepared import prepared


def selection():
    return Device.select(Device, Client, Room).join(Client).switch(Device).join(Room, JOIN.LEFT_OUTER)


def get(viewer, device_id: int) -> Device | None:
    return next(iter(by_id(viewer, device_id)), None)


@scope.prepared_by_viewer
def by_id(viewer, device_id):
    return selection().where(Device.id == device_id, scope.clients(viewer, Device.client))


def sent_to(viewer: scope.Viewer, device_id: int) -> Device | None:
    """A device of any client, while a record about it waits for this very person: who is sent to it has to know it."""
    waits = (Record.state == "open") & (Record.next_by == "assignee") & scope.names_viewer_condition(viewer)
    about = RecordDevice.select(RecordDevice.device).join(Record).where(waits)
    return selection().where(Device.id == device_id, Device.id.in_(about)).first()


def seen_by(
    viewer,
    text: str = "",
    client: int | None = None,
    limit: int = 200,
    searched: Iterable[str] = ("name",),
) -> list[Device]:
    """Devices by client and name; `text` looks in the columns `searched`, and in the room's name."""
    query = selection().where(scope.clients(viewer, Device.client), Device.retired_at.is_null())
    if client:
        query = query.where(Device.client == client)
    for word in text.split():
        query = query.where(
            search.contains_anywhere(word, [*(getattr(Device, name) for name in searched), Room.name])
        )
    return list(query.order_by(Client.short_name, Room.name, Device.name).limit(limit))


def devices_ever_of(viewer, client: int, until: int) -> list[Device]:
    """Every device of a client that was registered before `until` (UTC ms), retired ones too."""
    there = (Device.client == client, Device.created_at < until, scope.clients(viewer, Device.client))
    return list(Device.select().where(*there).order_by(Device.category, Device.id))


def by_codes(viewer, codes: list[str], worn_only: bool = True) -> dict[str, Device]:
    """Code → its device, for those the viewer may see; also of replaced labels unless `worn_only`."""
    if not codes:
        return {}
    return {row.code: row.device for row in query_by_codes(len(codes), worn_only)(viewer, *codes)}


@cache
def query_by_codes(count: int, worn_only: bool):
    def build(viewer, *codes):
        query = (
            Code.select(Code, Device, Client, Room)
            .join(Device)
            .join(Client)
            .switch(Device)
            .join(Room, JOIN.LEFT_OUTER)
            .where(Code.code.in_(codes), scope.clients(viewer, Device.client))
        )
        return query.where(Code.retired_at.is_null()) if worn_only else query

    return scope.prepared_by_viewer(build, tuple(f"code_{n}" for n in range(count)))


def code_of(device: Device) -> str:
    """The device's label in use, or nothing."""
    row = codes_worn_by.first(device.id)
    return row.code if row else ""


@prepared
def codes_worn_by(device):
    query = Code.select(Code.code).where(Code.device == device, Code.retired_at.is_null())
    return query.order_by(Code.bound_at.desc()).limit(1)


def codes_of(devices: list[Device]) -> dict[int, str]:
    rows = Code.select(Code.code, Code.device).where(Code.device.in_(devices), Code.retired_at.is_null())
    return {row.device_id: row.code for row in rows.order_by(Code.bound_at)}


def backups(device_ids: list[int]) -> list[Backup]:
    return list(
        Backup.select(Backup, Device)
        .join(Device)
        .where(Backup.device.in_(device_ids))
        .order_by(Backup.made_on.desc())
    )


def add(values: dict) -> Device:
    return Device.create(created_at=clock.now(), **values)


def change(device: Device, values: dict) -> None:
    Device.update(**values).where(Device.id == device.id).execute()


def device_sent_twice(values: dict) -> Device | None:
    return repeats.row_sent_twice(Device, values, Device.retired_at.is_null())


def times_served(client_id: int, keys: list[str], since: int) -> list[int]:
    """When (UTC ms) the work was done of each of the client's sheets of these forms that is closed and still holds."""
    query = Record.select(Record.dated_at).where(
        Record.client == client_id,
        Record.key.in_(keys),
        Record.dated_at >= since,
        Record.state == "closed",
        Record.in_force,
    )
    return [row.dated_at for row in query]
