"""The cables of the demonstration, plugged in through the real verbs."""

import tomllib
from importlib import resources

from fieldforms.flow.cabling.connections import connect_ports
from fieldforms.flow.cabling.ports import add_ports, ports_of_device
from fieldforms.flow.people.actors import Actor
from fieldforms.store.models import Device

NEXT = "-"


def load_cabling(known, actor: Actor) -> None:
    """`known`: load.DemoRegister."""
    told = tomllib.loads(resources.files(__package__).joinpath("cabling.toml").read_text(encoding="utf-8"))
    for serial, text in told["ports"].items():
        add_ports(actor, known.devices[serial].id, "text", text)
    for cable in told["cable"]:
        plug_in_cable(actor, known.devices, cable)


def plug_in_cable(actor: Actor, devices: dict[str, Device], cable: dict) -> None:
    """With the next number of its kind."""
    source, target = (
        port_called(actor, devices[serial], name) for serial, name in (cable["from"], cable["to"])
    )
    texts = {name: text for name, text in cable.items() if isinstance(text, str)}
    given = {"number": NEXT, "status": "installed", **texts}
    connect_ports(actor, source, target, given, proposed=NEXT, count=cable.get("count", 1))


def port_called(actor: Actor, device: Device, name: str) -> int:
    return next(port.id for port in ports_of_device(actor, device) if port.name == name)
