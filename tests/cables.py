"""Ports and cables of the tests, made without their pages."""

from fieldforms.flow.cabling import ports
from fieldforms.flow.cabling.connections import connect_ports
from fieldforms.store import clock
from fieldforms.store.models import Connection, Device, Port
from tests.people import Place


def add_port(device: Device, name: str, direction: str = "in", signal: str = "hdmi", **said) -> Port:
    last = Port.select().where(Port.device == device).count()
    return Port.create(
        device=device,
        name=name,
        direction=direction,
        signal=signal,
        place=last + 1,
        created_at=clock.now(),
        **said,
    )


def add_device(place: Place, name: str, category: str = "display", room=None, **said) -> Device:
    return Device.create(
        client=place.client,
        room=room or place.room,
        name=name,
        category=category,
        created_at=clock.now(),
        **said,
    )


def plug_in(port: Port, other: Port, number: str = "H-001", **said) -> Connection:
    prefix, _dash, digits = number.partition("-")
    return Connection.create(
        client=port.device.client_id, source=port, target=other, number=number, prefix=prefix, serial=int(digits),
        created_at=clock.now(), **said,
    )  # fmt: skip


def connected(place: Place) -> Connection:
    """The place's device on a display in its room, by H-001."""
    display = add_device(place, "会议室显示屏")
    return plug_in(add_port(place.device, "HDMI OUT 1", "out"), add_port(display, "HDMI 1"))


def wired(world, login: str, texts: dict[Device, str]) -> dict[tuple[str, str], Port]:
    """Ports as typed, of each device, by (device, port)."""
    actor = world.actor(login)
    for device, text in texts.items():
        ports.add_ports(actor, device.id, "text", text)
    return {(port.device.name, port.name): port for port in Port.select(Port, Device).join(Device)}


def connect(world, login: str, port: Port, other: Port, **given) -> Connection:
    texts = {"number": "-", "status": "installed"} | given
    return connect_ports(world.actor(login), port.id, other.id, texts, proposed="-")[0]
