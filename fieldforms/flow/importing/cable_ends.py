"""Where a cable of a list ends: a device by what the list calls it, and a port of its panel, which may be one nobody has written down."""

from collections import defaultdict
from dataclasses import dataclass

from fieldforms.errors import N_
from fieldforms.flow.cabling import connections
from fieldforms.flow.importing.list_rows import ListRow
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.spellings import letters_of_text
from fieldforms.flow.register.technical_words import note_cabling_read
from fieldforms.store.importing import known_rows
from fieldforms.store.models import Client, Connection, Device, Port, Room

END_NEEDED = N_("要写明接哪台设备的哪个接口。")
NO_DEVICE_CALLED = N_("%(client)s没有叫“%(text)s”的设备。")
NOT_IN_ROOM = N_("“%(room)s”里没有“%(text)s”。")
SEVERAL_DEVICES = N_("%(client)s有 %(n)s 台设备叫“%(text)s”，请写上房间，或改写资产编号、序列号。")
NO_CLEARANCE = N_("“%(text)s”在涉密房间，您不能看它的接线。")
MOST_PORT_NAME = 60
PORT_NAME_TOO_LONG = N_("接口名称“%(text)s”太长，最多 %(max)s 个字。")
BETWEEN_DEVICE_AND_PORT = " \t/／·:：-—>→,，"


@dataclass(frozen=True)
class CableEnd:
    """`ports`: those of this name, of whatever device it may be; none: `name` is to be written down on `device`."""

    device: Device
    name: str
    ports: tuple[Port, ...] = ()

    @property
    def port(self) -> Port | None:
        return self.ports[0] if self.ports else None

    @property
    def key(self) -> tuple[int, str]:
        return (self.ports[0].device_id if self.ports else self.device.id), self.name.casefold()

    @property
    def words(self) -> str:
        return f"{self.device.name} {self.name}"


@dataclass(frozen=True)
class EndWords:
    """What a row says of one end; `both`: device and port in one cell."""

    device: str
    port: str
    room: str
    both: str

    def known_port(self, cable: Connection | None) -> Port | None:
        """The end of this cable that is meant, if it is one of its two, whatever became of the device."""
        return (
            next((port for port in (cable.source, cable.target) if self.says_port(port)), None)
            if cable
            else None
        )

    def says_port(self, port: Port) -> bool:
        device, room = port.device, port.device.room.name if port.device.room_id else ""
        if self.room and letters_of_text(self.room) != letters_of_text(room):
            return False
        if self.both and not self.device:
            return letters_of_text(self.both) == letters_of_text(f"{device.name}{port.name}")
        named = letters_of_text(self.device) == letters_of_text(device.name)
        return bool(self.device) and named and (not self.port or is_called(port, self.port))


def is_called(port: Port, name: str) -> bool:
    return port.name == name or letters_of_text(port.name) == letters_of_text(name) != ""


class EndFinder:
    """Devices and ports of these clients, asked for at once."""

    def __init__(self, actor: Actor, clients: tuple[int, ...]):
        self.actor = actor
        self.called: dict[tuple[int, str], list[Device]] = defaultdict(list)
        self.rooms: dict[int, Room] = {
            each.id: each for each in known_rows.rooms_of_clients(actor.viewer, clients)
        }
        known = known_rows.devices_of_clients(actor.viewer, clients)
        for each in known:
            for text in {each.name, each.asset_no, each.serial} - {""}:
                self.called[each.client_id, letters_of_text(text)].append(each)
        self.panels: dict[int, list[Port]] = defaultdict(list)
        for port in known_rows.ports_of_clients(actor.viewer, clients):
            self.panels[port.device_id].append(port)
        self.unseen_numbers = {
            (row.client_id, row.number) for row in known_rows.cable_numbers_of_clients(clients)
        }
        self.read_rooms: set[int] = set()
        self.made: dict[tuple[int, str], Port] = {}

    def end_of_row(
        self, row: ListRow, client: Client, side: str, known: Connection | None
    ) -> CableEnd | None:
        """None where the row doesn't say it, or says what is not understood, which it then knows."""
        said = EndWords(*(row.given.get(f"{side}{part}", "") for part in ("_device", "_port", "_room", "")))
        of_known = said.known_port(known)
        if of_known:
            return CableEnd(of_known.device, of_known.name, (of_known,))
        column = f"{side}_device" if f"{side}_device" in row.texts else side
        if said.device and said.port:
            found, name = self.devices_called(row, client, said.device, said.room, column), said.port
        elif said.both:
            found, name = self.devices_at_start(row, client, said.both, said.room, side)
        else:
            if known is None or said.device:
                row.refuse(column, END_NEEDED)
            return None
        return self.end_among(row, client, found, name, column) if found else None

    def devices_called(self, row: ListRow, client: Client, text: str, room: str, column: str) -> list[Device]:
        found = self.called[client.id, letters_of_text(text)]
        exact = [each for each in found if text in (each.name, each.asset_no, each.serial)]
        found = exact or found
        if not found:
            row.refuse(column, NO_DEVICE_CALLED, client=client.short_name, text=text)
            return []
        there = [each for each in found if self.stands_in(each, room)]
        if not there:
            row.refuse(column, NOT_IN_ROOM, room=room, text=text)
        return there

    def stands_in(self, device: Device, room: str) -> bool:
        """Of a list that names no room, anywhere."""
        if not room:
            return True
        return bool(device.room_id) and letters_of_text(self.rooms[device.room_id].name) == letters_of_text(
            room
        )

    def devices_at_start(
        self, row: ListRow, client: Client, text: str, room: str, column: str
    ) -> tuple[list[Device], str]:
        """矩阵 HDMI OUT 2: the longest name that it begins with, and behind it the port."""
        for at in range(len(text) - 1, 0, -1):
            name, port = text[:at].strip(BETWEEN_DEVICE_AND_PORT), text[at:].strip(BETWEEN_DEVICE_AND_PORT)
            if name and port and self.called.get((client.id, letters_of_text(name))) and ends_there(text, at):
                return self.devices_called(row, client, name, room, column), port
        row.refuse(column, NO_DEVICE_CALLED, client=client.short_name, text=text)
        return [], ""

    def end_among(
        self, row: ListRow, client: Client, found: list[Device], name: str, column: str
    ) -> CableEnd | None:
        for device in found:
            if not self.may_see(device):
                row.refuse(column, NO_CLEARANCE, text=device.name)
                return None
        if len(name) > MOST_PORT_NAME:
            row.refuse(column, PORT_NAME_TOO_LONG, text=name, max=MOST_PORT_NAME)
            return None
        ports = tuple(port for device in found for port in self.ports_called(device, name))
        if len(found) > 1 and row.known is None and len(ports) != 1:
            row.refuse(column, SEVERAL_DEVICES, client=client.short_name, n=len(found), text=found[0].name)
            return None
        device = next((each for each in found if ports and each.id == ports[0].device_id), found[0])
        return CableEnd(device, ports[0].name if ports else name, ports)

    def may_see(self, device: Device) -> bool:
        """Whose cables a list brings reads what is there: of a confidential room that is written down, once for a list."""
        room = self.rooms.get(device.room_id) if device.room_id else None
        if room is None or not room.confidential:
            return True
        if not self.actor.account.confidential:
            return False
        if room.id not in self.read_rooms:
            note_cabling_read(self.actor, room)
            self.read_rooms.add(room.id)
        return True

    def ports_called(self, device: Device, name: str) -> list[Port]:
        panel = self.panels[device.id]
        exact = [port for port in panel if port.name.casefold() == name.casefold()]
        letters = letters_of_text(name)
        return exact or [port for port in panel if letters and letters_of_text(port.name) == letters]

    # Writing

    def port_to_plug(self, end: CableEnd, other: CableEnd, signal: str) -> Port:
        """Made where it is not there yet: what comes out of the source goes into the target. Call inside a transaction."""
        if end.port:
            return end.port
        like = other.port or Port(direction="in", signal=signal, connector="")
        if end.key not in self.made:
            self.made[end.key] = connections.port_called(self.actor, end.device, end.name, like)
        return self.made[end.key]


def ends_there(text: str, at: int) -> bool:
    """Does a word end here? 功放 2 is no 功放 with a port 2 where both are there: the longest comes first."""
    return not (
        text[at - 1].isascii() and text[at - 1].isalnum() and text[at].isascii() and text[at].isalnum()
    )
