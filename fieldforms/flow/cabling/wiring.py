"""Ports and cables as one looks at them: which port is free, where a cable ends, through wall plates and patch bays."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import partial

from fieldforms.errors import N_, ConfidentialCabling
from fieldforms.flow.cabling.signals import is_to_offer
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.technical_words import note_cabling_read, note_readings
from fieldforms.store.cabling import connections, ports
from fieldforms.store.models import Connection, Device, Port, Room

DEEPEST = 64  # wall plates and patch bays one after the other; where cables run in a circle nothing new is found long before

PORT_STATES = {
    "cabled": N_("已接线"),
    "half": N_("一侧已接"),
    "used": N_("占用（勘察）"),
    "stated": N_("空闲（勘察）"),
    "free": N_("空闲"),
    "unknown": N_("没登记"),
}
FREE_STATES = ("free", "stated", "unknown")  # nobody knows of anything in it
FREE_FOR_SURE = ("free", "stated")  # recorded as free, or said to be


@dataclass
class Wiring:
    """What a viewer sees of some ports, of the cables at them and of what those lead to."""

    ports: dict[int, Port] = field(default_factory=dict)
    cables: dict[int, Connection] = field(default_factory=dict)
    at_port: dict[int, list[Connection]] = field(default_factory=dict)
    wired_devices: set[int] = field(default_factory=set)  # those with a cable anywhere

    def add_ports(self, rows: Iterable[Port]) -> None:
        self.ports.update({port.id: port for port in rows})

    def add_cables(self, rows: Iterable[Connection]) -> None:
        for cable in rows:
            if cable.id not in self.cables:
                self.cables[cable.id] = cable
                for end in (cable.source_id, cable.target_id):
                    self.at_port.setdefault(end, []).append(cable)

    def cables_of(self, port: Port) -> list[Connection]:
        return self.at_port.get(port.id, [])

    def state_of_port(self, port: Port) -> str:
        """One of PORT_STATES. What is recorded counts; else what the survey said; where a device has cables, a port
        without one is free."""
        cables = len(self.cables_of(port))
        if cables:
            return "cabled" if cables >= sockets_of_port(port) else "half"
        if port.stated:
            return "used" if port.stated == "used" else "stated"
        return "free" if port.device_id in self.wired_devices else "unknown"

    def has_free(self, port: Port) -> bool:
        return is_free_port(port, self.state_of_port(port))


def is_free_port(port: Port, state: str) -> bool:
    """What every page, drawing and report calls free: no cable at it, planned ones and those on the other side of a wall plate
    included, and that is recorded or stated. store/cabling/free_ports.py counts by the same rule."""
    return port.removed_at is None and state in FREE_FOR_SURE and is_to_offer(port)


def sockets_of_port(port: Port) -> int:
    """Cables that go into it: a wall plate has a front and a rear."""
    return 2 if port.direction == "through" else 1


def far_end(cable: Connection, port_id: int) -> int:
    """The port at the cable's other end."""
    return cable.target_id if cable.source_id == port_id else cable.source_id


def wiring_of_devices(
    actor: Actor, devices: Iterable[Device], noted: Collection[int | None] | None = None
) -> Wiring:
    """All ports of these devices, their cables, and on through ports until a device that ends it: whatever is seen so of a
    confidential room is written down.

    `noted`: ids of rooms of which that was done already; None: those where the devices stand (`check_clearance`).
    """
    devices, viewer = list(devices), actor.viewer
    found = Wiring()
    found.add_ports(ports.ports_of_devices(viewer, tuple(device.id for device in devices)))
    follow_cables(found, connections.cables_at_ports, partial(ports.ports_with_ids, viewer))
    found.wired_devices = {found.ports[end].device_id for end in found.at_port.keys() & found.ports.keys()}
    seen = [port.device for port in found.ports.values()]
    note_readings(actor, seen, {each.room_id for each in devices} if noted is None else noted)
    return found


def wiring_within(whole: Wiring, devices: Iterable[Device]) -> Wiring:
    """As `wiring_of_devices`, out of what was read of more devices."""
    ids, found = {device.id for device in devices}, Wiring()
    found.add_ports(port for port in whole.ports.values() if port.device_id in ids)
    follow_cables(
        found,
        lambda news: [cable for at in news for cable in whole.at_port.get(at, ())],
        lambda ends: [whole.ports[end] for end in ends if end in whole.ports],
    )
    found.wired_devices = whole.wired_devices
    return found


def follow_cables(
    found: Wiring,
    cables_at: Callable[[tuple[int, ...]], Iterable[Connection]],
    ports_with: Callable[[tuple[int, ...]], list[Port]],
) -> None:
    """From the ports that are there through their cables, and on where a port leads through."""
    news = tuple(found.ports)
    for _ in range(DEEPEST):
        if not news:
            return
        found.add_cables(cables_at(news))
        ends = {far_end(cable, at) for at in news for cable in found.at_port.get(at, ())}
        unseen = tuple(sorted(ends - found.ports.keys()))
        more = ports_with(unseen) if unseen else []
        found.add_ports(more)
        news = tuple(port.id for port in more if port.direction == "through")


@dataclass(frozen=True)
class Trace:
    """Where one cable of a port leads, port by port; `hidden`: on into what the viewer may not see."""

    cables: tuple[Connection, ...]
    ports: tuple[Port, ...]
    hidden: bool = False

    @property
    def words(self) -> str:
        """墙插 3 → LED 屏 HDMI 1"""
        return " → ".join(f"{port.device.name} {port.name}" for port in self.ports)


def traces_of_port(wiring: Wiring, port: Port) -> list[Trace]:
    return [trace_along(wiring, port, cable) for cable in wiring.cables_of(port)]


def trace_along(wiring: Wiring, port: Port, cable: Connection | None) -> Trace:
    """Through whatever is `through` until it ends, or comes back to where it was."""
    cables: list[Connection] = []
    passed: list[Port] = []
    at, hidden = port.id, False
    while cable and cable not in cables:
        cables.append(cable)
        at = far_end(cable, at)
        if at not in wiring.ports:
            hidden = True
            break
        passed.append(wiring.ports[at])
        cable = next_cable(wiring, wiring.ports[at], cable)
    return Trace(tuple(cables), tuple(passed), hidden)


def next_cable(wiring: Wiring, port: Port, came_by: Connection) -> Connection | None:
    """On the other side of a wall plate."""
    if port.direction != "through":
        return None
    return next((cable for cable in wiring.cables_of(port) if cable != came_by), None)


# Who may look


def check_clearance(actor: Actor, room: Room | None) -> None:
    """Raises ConfidentialCabling for the cables of a confidential room; who has the clearance is written down."""
    if room is None or not room.confidential:
        return
    if not actor.account.confidential:
        raise ConfidentialCabling
    note_cabling_read(actor, room)
