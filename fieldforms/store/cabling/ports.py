"""Ports of devices and of models. What stands in a confidential room is seen with the clearance for it only."""

from collections.abc import Iterable

from peewee import JOIN, Expression, fn

from fieldforms.store import clock, scope
from fieldforms.store.models import Client, Device, DeviceModel, Port, Room
from fieldforms.store.prepared import insert, one_of, prepared


def cabling_in_scope(viewer: scope.Viewer, device=Device, room=Room) -> Expression:
    """Of devices, joined with their rooms. `device`, `room`: aliases."""
    return scope.clients(viewer, device.client) & scope.open_rooms(viewer, room)


def selection():
    """Ports with their device, its client and room; those that were removed, too."""
    return (
        Port.select(Port, Device, Client, Room)
        .join(Device)
        .join(Client)
        .switch(Device)
        .join(Room, JOIN.LEFT_OUTER)
    )


@scope.prepared_by_viewer
def by_id(viewer, port_id):
    return selection().where(Port.id == port_id, Port.removed_at.is_null(), cabling_in_scope(viewer))


@scope.prepared_by_viewer
def ports_with_ids(viewer, ids):
    """Whether they are there any more or not: a cable that was removed led to them."""
    return selection().where(one_of(Port.id, ids), cabling_in_scope(viewer))


@scope.prepared_by_viewer
def ports_of_devices(viewer, devices):
    """In the order of their panels."""
    there = (one_of(Port.device, devices), Port.removed_at.is_null(), cabling_in_scope(viewer))
    return selection().where(*there).order_by(Port.device, Port.place, Port.id)


@prepared
def ports_of_model(model):
    return (
        Port.select().where(Port.of_model == model, Port.removed_at.is_null()).order_by(Port.place, Port.id)
    )


@prepared
def model_ports_by_id(port):
    return Port.select(Port, DeviceModel).join(DeviceModel).where(Port.id == port, Port.removed_at.is_null())


def last_place(owner: Device | DeviceModel) -> int:
    """Of its ports, removed ones too: 0 where there is none."""
    column = Port.device if isinstance(owner, Device) else Port.of_model
    return Port.select(fn.MAX(Port.place)).where(column == owner).scalar() or 0


def add_ports(owner: Device | DeviceModel, rows: Iterable[dict]) -> list[Port]:
    """Behind those that are there. `rows`: what says how a port is, without its owner and place."""
    column, now, last = (
        ("device" if isinstance(owner, Device) else "of_model"),
        clock.now(),
        last_place(owner),
    )
    return [
        insert(Port, **{column: owner}, place=last + at, created_at=now, **values)
        for at, values in enumerate(rows, 1)
    ]


COPIED_COLUMNS = ("name", "direction", "signal", "connector", "gender", "face", "note")


def copied_values(port: Port) -> dict:
    """What a device's port has of its model's, and the other way round."""
    return {name: getattr(port, name) for name in COPIED_COLUMNS}


def copy_model_ports(device: Device) -> None:
    """What its model has, a new device has."""
    if device.of_model_id:
        add_ports(device, map(copied_values, ports_of_model(device.of_model_id)))


def change_port(port: Port, values: dict) -> None:
    Port.update(**values).where(Port.id == port.id).execute()


def remove_port(port: Port) -> None:
    change_port(port, {"removed_at": clock.now()})


def move_model_ports(model: DeviceModel, other: DeviceModel) -> None:
    """Of two models that become one: what the other has by that name already goes."""
    known = Port.select(Port.name).where(Port.of_model == other, Port.removed_at.is_null())
    Port.delete().where(Port.of_model == model, Port.name.in_(known)).execute()
    Port.update(of_model=other).where(Port.of_model == model).execute()
