"""Cables between ports. A removed one stays: its number is given to no other."""

from peewee import JOIN, fn

from fieldforms.store import clock, scope
from fieldforms.store.cabling.ports import add_ports, cabling_in_scope, copied_values
from fieldforms.store.models import Client, Connection, Device, Port, Room
from fieldforms.store.prepared import insert_new, one_of, prepared


@prepared
def cables_at_ports(ports):
    """Those in place or planned at these ports, oldest first. Whose the other end is, nobody is told by it."""
    there = one_of(Connection.source, ports) | one_of(Connection.target, ports)
    return Connection.select().where(there, Connection.removed_at.is_null()).order_by(Connection.id)


SourcePort, TargetPort = Port.alias(), Port.alias()
SourceDevice, TargetDevice = Device.alias(), Device.alias()
SourceRoom, TargetRoom = Room.alias(), Room.alias()


def device_columns(device) -> list:
    """Of an alias of devices: its `model` is what Peewee calls the table, so the alias can't select that column."""
    return [
        getattr(device, name) for name in ("id", "client", "room", "name", "category", "brand", "retired_at")
    ]


def selection(viewer):
    """Cables with both ends, their devices and rooms; seen by who sees both."""
    return (
        Connection.select(
            Connection,
            Client,
            SourcePort,
            *device_columns(SourceDevice),
            SourceRoom,
            TargetPort,
            *device_columns(TargetDevice),
            TargetRoom,
        )
        .join(Client)
        .switch(Connection)
        .join(SourcePort, on=(Connection.source == SourcePort.id))
        .join(SourceDevice, on=(SourcePort.device == SourceDevice.id))
        .join(SourceRoom, JOIN.LEFT_OUTER, on=(SourceDevice.room == SourceRoom.id))
        .switch(Connection)
        .join(TargetPort, on=(Connection.target == TargetPort.id))
        .join(TargetDevice, on=(TargetPort.device == TargetDevice.id))
        .join(TargetRoom, JOIN.LEFT_OUTER, on=(TargetDevice.room == TargetRoom.id))
        .where(
            cabling_in_scope(viewer, SourceDevice, SourceRoom),
            cabling_in_scope(viewer, TargetDevice, TargetRoom),
        )
    )


@scope.prepared_by_viewer
def by_id(viewer, connection_id):
    return selection(viewer).where(Connection.id == connection_id)


@scope.prepared_by_viewer
def connections_of_client(viewer, client, after, limit, *, removed):
    """By number. `after`: the last number shown, "" for the first page. `removed`: those that are gone, too."""
    query = selection(viewer).where(Connection.client == client, Connection.number > after)
    query = query if removed else query.where(Connection.removed_at.is_null())
    return query.order_by(Connection.number).limit(limit)


def count_of_client(viewer: scope.Viewer, client_id: int, *, removed: bool) -> int:
    """How many `connections_of_client` has in all."""
    return counted_of_client(viewer, client_id, removed=removed)[0][0]


@scope.prepared_by_viewer
def counted_of_client(viewer, client, *, removed):
    query = selection(viewer).select(fn.COUNT(Connection.id)).where(Connection.client == client)
    return (query if removed else query.where(Connection.removed_at.is_null())).tuples()


@scope.prepared_by_viewer
def connections_of_device(viewer, device):
    """Those in place or planned, by number."""
    at_it = (SourcePort.device == device) | (TargetPort.device == device)
    return selection(viewer).where(at_it, Connection.removed_at.is_null()).order_by(Connection.number)


def last_serial(client_id: int, prefix: str) -> int:
    """The highest number ever given with this prefix."""
    asked = Connection.select(fn.MAX(Connection.serial))
    return asked.where(Connection.client == client_id, Connection.prefix == prefix).scalar() or 0


def add_connection(values: dict) -> Connection | None:
    """None where the client has a cable of this number, or had."""
    return insert_new(Connection, created_at=clock.now(), **values)


def change_connection(row: Connection, values: dict) -> None:
    Connection.update(**values).where(Connection.id == row.id).execute()


def remove_connection(row: Connection, by: int | None) -> None:
    change_connection(row, {"removed_at": clock.now(), "removed_by": by})


def is_number_taken(client_id: int, number: str) -> bool:
    return Connection.select().where(Connection.client == client_id, Connection.number == number).exists()


MovedCable = tuple[Connection, list[int], list[int]]  # with the ports it joined, and those it joins now


def hand_over_cables(old: Device, new: Device) -> tuple[list[Port], list[MovedCable]]:
    """What was plugged into one device is plugged into another, port by port of the same name, which it gets if need be.

    (ports that were made, cables that were moved)
    """
    cables = cables_at_ports(tuple(port.id for port in Port.select().where(Port.device == old)))
    used = {end for cable in cables for end in (cable.source_id, cable.target_id)}
    there = {port.name: port for port in Port.select().where(Port.device == new, Port.removed_at.is_null())}
    left = list(Port.select().where(Port.device == old, Port.id.in_(used)).order_by(Port.place))
    made = add_ports(new, [copied_values(port) for port in left if port.name not in there])
    there |= {port.name: port for port in made}
    heirs = {port.id: there[port.name].id for port in left}
    moved = []
    for cable in cables:
        before = [cable.source_id, cable.target_id]
        source, target = after = [heirs.get(end, end) for end in before]
        change_connection(cable, {"source": source, "target": target})
        moved.append((cable, before, after))
    return made, moved
