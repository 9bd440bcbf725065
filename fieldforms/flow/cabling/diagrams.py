"""The diagram of a room or a device, drawn from its ports and cables (field-data.md §2)."""

from collections.abc import Callable
from dataclasses import dataclass

from fieldforms.errors import N_, NotFound
from fieldforms.flow import local_time
from fieldforms.flow.cabling.port_texts import SOURCE_CATEGORIES
from fieldforms.flow.cabling.ports import device_with_ports
from fieldforms.flow.cabling.signals import (
    SIGNALS,
    SYSTEMS,
    signal_in_words,
    system_of_signal,
)
from fieldforms.flow.cabling.wiring import Wiring, check_clearance, wiring_of_devices
from fieldforms.flow.people.actors import Actor
from fieldforms.i18n import format_date, gettext
from fieldforms.paper.diagrams import Diagram, DiagramBox, DiagramLine, DiagramPort
from fieldforms.store.cabling import diagram_places
from fieldforms.store.models import Connection, Device, Port, Room
from fieldforms.store.register import clients

TITLE = N_("系统连接图")
HIDDEN = N_("涉密房间")
UNKNOWN_LOOK = ("other", "solid")
FREE_PORT, PLANNED_CABLE = N_("空闲接口"), N_("计划接的线")
LEAVES_SHEET = N_("通到别的图，那里有同一个线号")
GOES_ON = N_("在下一行或下一页接着画，那里有同一个线号")

# By category where what goes both ways is drawn from: sources, processing, destinations (field-data.md §2).
PROCESSING = ("mixer", "processor", "matrix", "codec", "control", "network", "recorder", "other", "")


@dataclass(frozen=True)
class DrawnSheet:
    """What a diagram is about: `devices` are drawn whole, of others only what is connected to them."""

    about: Room | Device
    devices: tuple[Device, ...]
    wiring: Wiring

    @property
    def is_of_room(self) -> bool:
        return isinstance(self.about, Room)

    @property
    def home(self) -> int | None:
        """The room whose devices need no frame."""
        return self.about.id if isinstance(self.about, Room) else self.about.room_id

    @property
    def systems(self) -> list[str]:
        """Those of which there is a port, in the order of SYSTEMS."""
        found = {system_of_signal(port.signal) for port in self.wiring.ports.values()}
        return [name for name in SYSTEMS if name in found]


def sheet_of_room(actor: Actor, room_id: int) -> DrawnSheet:
    """Raises NotFound, ConfidentialCabling."""
    room = clients.get_room(actor.viewer, room_id)
    if room is None:
        raise NotFound
    check_clearance(actor, room)
    there = tuple(clients.devices_in(room))
    return DrawnSheet(room, there, wiring_of_devices(actor, there, {room.id}))


def sheet_of_device(actor: Actor, device_id: int) -> DrawnSheet:
    """Raises NotFound, ConfidentialCabling."""
    device = device_with_ports(actor, device_id)
    return DrawnSheet(device, (device,), wiring_of_devices(actor, [device]))


Address = Callable[[Device | Room], str]


def diagram_of_sheet(sheet: DrawnSheet, system: str, whole: bool, lang: str, address: Address) -> Diagram:
    """`system`: one of SYSTEMS, "" for all. `whole`: unused ports and devices, too. `address`: device → its page, another room →
    its drawing."""
    maker = DiagramMaker(sheet, system, whole, lang, address)
    boxes, lines = maker.boxes(), maker.lines
    legend = (gettext(words, lang) for words in (FREE_PORT, PLANNED_CABLE, LEAVES_SHEET, GOES_ON))
    return Diagram(boxes, tuple(lines), title_of_sheet(sheet, system, lang), *legend)


def title_of_sheet(sheet: DrawnSheet, system: str, lang: str) -> tuple[tuple[str, str], ...]:
    """What stands in a drawing's title block (field-data.md §2); who checks and approves it signs there."""
    said = (
        (N_("客户"), sheet.about.client.name),
        (N_("房间") if sheet.is_of_room else N_("设备"), sheet.about.name),
        (N_("图名"), name_of_sheet(system, lang)),
        (N_("张号"), number_of_sheet(sheet, system, lang)),
        (N_("修订"), revision_of_sheet(sheet, lang)),
        (N_("日期"), format_date(local_time.today(), lang)),
        (N_("绘制"), gettext(N_("按登记的接线自动绘制"), lang)),
        (N_("审核"), ""),
        (N_("批准"), ""),
    )
    return tuple((gettext(label, lang), words) for label, words in said)


def number_of_sheet(sheet: DrawnSheet, system: str, lang: str) -> str:
    """2/4: of the systems that there are; one sheet of all is a single one."""
    systems = sheet.systems
    return f"{systems.index(system) + 1}/{len(systems)}" if system in systems else "1/1"


def revision_of_sheet(sheet: DrawnSheet, lang: str) -> str:
    """When a cable was last plugged in: what was printed before shows less."""
    newest = max((cable.created_at for cable in sheet.wiring.cables.values()), default=0)
    day = format_date(local_time.day_of(newest), lang)
    return gettext(N_("接线截至 %(day)s"), lang, day=day) if newest else "—"


def name_of_sheet(system: str, lang: str) -> str:
    """系统连接图 · 视频"""
    return " · ".join(gettext(words, lang) for words in (TITLE, SYSTEMS.get(system, "")) if words)


class DiagramMaker:
    """Rows → boxes and lines. What leaves the sheet ends in a box of its own that names the other room."""

    def __init__(self, sheet: DrawnSheet, system: str, whole: bool, lang: str, address: Address):
        self.sheet, self.wiring, self.system = sheet, sheet.wiring, system
        self.whole, self.lang, self.address = whole, lang, address
        self.drawn = {device.id for device in sheet.devices}
        self.places = places_of_sheet(sheet, system)
        self.sides: dict[int, str] = {}  # of ports with a cable
        self.strays: list[DiagramBox] = []
        self.lines = [
            self.line_of_cable(cable) for cable in self.wiring.cables.values() if self.is_shown(cable)
        ]

    def is_shown(self, cable: Connection) -> bool:
        ends = [
            self.wiring.ports[end] for end in (cable.source_id, cable.target_id) if end in self.wiring.ports
        ]
        return bool(ends) and self.is_of_system(*(port.signal for port in ends))

    def is_of_system(self, *signals: str) -> bool:
        return not self.system or self.system in map(system_of_signal, signals)

    # Lines

    def line_of_cable(self, cable: Connection) -> DiagramLine:
        source, target = self.ends_in_order(cable)
        for end, side in ((source, "right"), (target, "left")):
            port = self.wiring.ports.get(end)
            if port:
                self.sides.setdefault(end, "through" if port.direction == "through" else side)
        known = self.wiring.ports.get(source) or self.wiring.ports[target]
        other = self.wiring.ports.get(target) or known
        signal = known.signal if known.signal in SIGNALS else other.signal
        look = (SIGNALS[signal].hue, SIGNALS[signal].line) if signal in SIGNALS else UNKNOWN_LOOK
        label = signal_in_words(signal, self.lang) or gettext(N_("信号不清楚"), self.lang)
        return DiagramLine(
            str(cable.id), cable.number, self.end_of_line(cable, source), self.end_of_line(cable, target), look, label,
            planned=cable.status == "planned",
        )  # fmt: skip

    def ends_in_order(self, cable: Connection) -> tuple[int, int]:
        """(port it leaves, port it enters): as it is kept; what goes both ways from sources to destinations; a wall plate
        is entered once and left once."""
        source, target = (self.wiring.ports.get(end) for end in (cable.source_id, cable.target_id))
        if source is None or target is None:
            return self.ends_half_seen(cable)
        if target.direction == "through" and self.has_entered(cable, target):
            return target.id, source.id
        fixed = {"in", "out"} & {source.direction, target.direction}
        backwards = not fixed and rank_of_device(source.device) > rank_of_device(target.device)
        return (target.id, source.id) if backwards else (source.id, target.id)

    def ends_half_seen(self, cable: Connection) -> tuple[int, int]:
        """The seen port decides: an input is entered."""
        return cable.source_id, cable.target_id

    def has_entered(self, cable: Connection, port: Port) -> bool:
        """Does an earlier cable go in there?"""
        return any(
            other.id < cable.id and other.target_id == port.id for other in self.wiring.cables_of(port)
        )

    def end_of_line(self, cable: Connection, port_id: int) -> tuple[str, str]:
        """(box, port)"""
        port = self.wiring.ports.get(port_id)
        if port:
            return str(port.device_id), str(port.id)
        side = "right" if port_id == cable.source_id else "left"
        stray = f"hidden-{cable.id}"
        self.strays.append(
            DiagramBox(stray, gettext(HIDDEN, self.lang), ports=(DiagramPort(stray, "…", side),))
        )
        return stray, stray

    # Boxes

    def boxes(self) -> tuple[DiagramBox, ...]:
        """Sources first; devices of the sheet before those of others."""
        devices = {port.device_id: port.device for port in self.wiring.ports.values()}
        found = [
            self.box_of_device(devices[id]) for id in sorted(devices, key=lambda id: self.order(devices[id]))
        ]
        return (*(box for box in found if self.is_drawn(box)), *self.strays)

    def order(self, device: Device) -> tuple:
        return device.id not in self.drawn, rank_of_device(device), device.id

    def is_drawn(self, box: DiagramBox) -> bool:
        """What is not connected is drawn where all is asked for, and where it is what the sheet is about."""
        own = int(box.id) in self.drawn and bool(box.ports)
        return any(int(port.id) in self.sides for port in box.ports) or (own and not self.sheet.is_of_room)

    def box_of_device(self, device: Device) -> DiagramBox:
        own = device.id in self.drawn
        rows = [port for port in self.wiring.ports.values() if port.device_id == device.id]
        ports = tuple(
            self.diagram_port(port) for port in sorted(rows, key=lambda port: (port.place, port.id)) if self.is_port_drawn(port, own)
        )  # fmt: skip
        detail = f"{device.brand} {device.model}".strip()
        frame = self.frame_of_device(device)
        return DiagramBox(
            str(device.id), device.name, detail, ports, frame, self.address(device),
            self.address(device.room) if frame else "", self.places.get(device.id, ""),
        )  # fmt: skip

    def is_port_drawn(self, port: Port, own: bool) -> bool:
        if port.id in self.sides:
            return True
        return own and self.whole and self.is_of_system(port.signal) and port.removed_at is None

    def diagram_port(self, port: Port) -> DiagramPort:
        usual = {"in": "left", "out": "right", "both": "left"}.get(port.direction, "through")
        free = self.wiring.has_free(port)
        return DiagramPort(str(port.id), port.name, self.sides.get(port.id, usual), free, port.connector)

    def frame_of_device(self, device: Device) -> str:
        """Another room than the sheet's; of a device's sheet, any but its own."""
        if device.room_id == self.sheet.home or not device.room_id:
            return ""
        return f"→ {device.room.name}"


def places_of_sheet(sheet: DrawnSheet, system: str) -> dict[int, str]:
    """Device → where somebody put its box on the drawing of this room."""
    return diagram_places.places_by_device(sheet.about.id, system) if sheet.is_of_room else {}


def rank_of_device(device: Device) -> int:
    """0 sources, 1 processing, 2 destinations."""
    if device.category in SOURCE_CATEGORIES and device.category not in PROCESSING:
        return 0
    return 1 if device.category in PROCESSING else 2
