"""Where an answer can come from: the paths that `from` in a definition names, and what the register knows there."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from fieldforms.flow import local_time
from fieldforms.flow.record import folding
from fieldforms.flow.register.devices import years_in_use
from fieldforms.flow.register.register_columns import CLIENT_COLUMNS, DEVICE_COLUMNS, ROOM_COLUMNS, Columns
from fieldforms.forms.definition import Field
from fieldforms.forms.kinds import kind_of
from fieldforms.store import scope
from fieldforms.store.inbox import tasks
from fieldforms.store.models import Client, Contact, Device, Room, User
from fieldforms.store.record import records
from fieldforms.store.register import clients, device_lists, devices


@dataclass(frozen=True)
class Origin:
    """Where a sheet was started from; in a row of a repeat, what the row is about."""

    user: User | None = None
    client: Client | None = None
    room: Room | None = None
    device: Device | None = None
    contact: Contact | None = None
    code: str = ""
    item: str = ""


def origin_at(user: User | None, client=None, room=None, device=None) -> Origin:
    client = client or (device and device.client) or (room and room.client)
    contact = next(iter(clients.contacts(client)), None) if client else None
    code = devices.code_of(device) if device else ""
    return Origin(user, client, room or (device and device.room), device, contact, code)


def client_type(client: Client) -> str:
    """As the register says, else from the contract's dates (company.md, contract strip)."""
    if client.type:
        return client.type
    if client.warranty_until >= local_time.today():
        return "under_warranty"
    if client.contract_until >= local_time.today():
        return "per_call_contract" if client.calls_total else "yearly_contract"
    return ""


def device_as_answered(device: Device, code: str) -> dict:
    """How a device stands in an answer, so that an old sheet reads as it was."""
    place = device.room.name if device.room_id else ""
    return {"code": code, "name": device.name, "category": device.category, "place": place}


def lead_of_client(client: Client) -> str | None:
    """服务单位主管领导: the contact who approves visits and loans."""
    return next((contact.name for contact in clients.contacts(client) if contact.lead), None)


def meeting_in(room: Room) -> str | None:
    """The class of a meeting that goes on in the room: of open sheets that name one; the last choice is the strictest."""
    found = [each for seen in tasks.open_in_room(room.id) for each in meeting_classes(seen)]
    return max(found)[1] if found else None


def meeting_classes(seen: records.Seen):
    """From its start until somebody has answered when it ended, whoever still has to sign."""
    answers = folding.fold_entries(seen.definition, seen.entries).told_answers

    def answer_that_means(means: str):
        field = seen.definition.meaning(means)
        return answers.get(field.name) if field else None

    field = seen.definition.meaning("class")
    names = [choice.name for choice in field.choices] if field else []
    begun = (answer_that_means("starts_at") or "") <= local_time.now()
    if answer_that_means("class") in names and begun and not answer_that_means("departure"):
        yield names.index(answer_that_means("class")), answer_that_means("class")


def from_columns(whose: str, columns: Columns) -> dict[str, Callable[[Origin], object]]:
    """The paths of a register's own columns. `whose`: a row of an Origin."""

    def of_row(name: str) -> Callable[[Origin], object]:
        return lambda o: (row := getattr(o, whose)) and getattr(row, name)

    def of_guarded_row(name: str) -> Callable[[Origin], object]:
        return lambda o: of_row(name)(o) if tells_technical(o) else None

    return {
        f"{whose}.{column.name}": (of_guarded_row if column.technical else of_row)(column.name)
        for column in columns
        if column.source
    }


def tells_technical(origin: Origin) -> bool:
    """May the sheet begin with the technical words of its device? Of a confidential room only for who may read them, and on a sheet of
    that room: any other is read by everybody."""
    device = origin.device
    if device is None or scope.may_read_technical(scope.SYSTEM, device):
        return True
    cleared = origin.user is not None and scope.may_read_technical(scope.Viewer.of(origin.user), device)
    return cleared and origin.room is not None and origin.room.id == device.room_id


# `from` in a definition → what the register knows (None: nothing)
SOURCES: dict[str, Callable[[Origin], object]] = {
    **from_columns("client", CLIENT_COLUMNS),
    "client.phone": lambda o: (
        (o.contact and (o.contact.phone or o.contact.mobile)) or (o.client and o.client.phone)
    ),
    "client.contact": lambda o: o.contact and o.contact.name,
    "client.contact_phone": lambda o: o.contact and (o.contact.mobile or o.contact.phone),
    "client.type": lambda o: o.client and client_type(o.client),
    "client.lead": lambda o: o.client and lead_of_client(o.client),
    **from_columns("room", ROOM_COLUMNS),
    "room.meeting": lambda o: o.room and meeting_in(o.room),
    "device.code": lambda o: [device_as_answered(o.device, o.code)] if o.device and o.code else None,
    "device.label": lambda o: o.code,
    "device.id": lambda o: str(o.device.id) if o.device else None,
    "device.years": lambda o: o.device and years_in_use(o.device.installed_on),
    **from_columns("device", DEVICE_COLUMNS),
    "item": lambda o: o.item,
    "user.id": lambda o: o.user and {"id": o.user.id, "name": o.user.name},
    "user.full_name": lambda o: o.user and o.user.name,
    "user.phone": lambda o: o.user and o.user.phone,
    "now": lambda o: local_time.now(),
    "today": lambda o: local_time.today(),
}

# What holds now and may not in an hour: no page that is kept for later says it.
PASSING = frozenset({"room.meeting"})

# `from` of a repeat → what each of its rows is about
ROW_SOURCES: dict[str, Callable[[Origin], list[Origin]]] = {
    "room.devices": lambda o: (
        origins_of_devices(o, devices_of_room(o.room)) if o.room else devices_of_client(o)
    ),
    "client.devices": lambda o: devices_of_client(o),
    "room.modes": lambda o: origins_of_items(o, o.room and o.room.modes),
    "room.power_on": lambda o: origins_of_items(o, o.room and o.room.power_on),
}


def register_value(field: Field, origin: Origin):
    """What the register knows for a question; None for nothing, or where it is not asked."""
    found = SOURCES[field.source](origin) if field.source in SOURCES else None
    is_day = kind_of(field).is_time and not kind_of(field).has_minutes
    return str(found)[:10] if is_day and found else found


def rows_of_source(source: str, origin: Origin) -> list[Origin]:
    return ROW_SOURCES[source](origin) if source in ROW_SOURCES else []


def devices_of_room(room: Room) -> list[Device]:
    found = clients.devices_in(room)
    for device in found:
        device.room = room  # known already: not to be asked for once each
    return found


def devices_of_client(origin: Origin) -> list[Origin]:
    return (
        origins_of_devices(
            origin, device_lists.seen_by(scope.SYSTEM, device_lists.DeviceFilters(client=origin.client.id))
        )
        if origin.client
        else []
    )


def origins_of_devices(origin: Origin, found: list[Device]) -> list[Origin]:
    """Whoever lacks the clearance begins with devices of a confidential room only in that room: a sheet about others would
    become confidential by them, too (flow/record/row_devices.py)."""
    begun = [device for device in found if may_begin_with(origin, device)]
    codes = devices.codes_of(begun)
    return [replace(origin, device=device, code=codes.get(device.id, "")) for device in begun]


def may_begin_with(origin: Origin, device: Device) -> bool:
    viewer = scope.Viewer.of(origin.user) if origin.user else scope.SYSTEM
    begun_there = origin.room is not None and origin.room.id == device.room_id
    return begun_there or scope.may_read_technical(viewer, device)


def origins_of_items(origin: Origin, names) -> list[Origin]:
    return [replace(origin, item=str(name)) for name in names or ()]
