"""The device register: adding, changing, retiring, and what a device's page has to tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from fieldforms import config
from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow import form_changes, local_time
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import (
    codes,
    device_lists,
    device_models,
    makers,
    paper_guarding,
    register_columns,
    register_looks,
    register_rows,
    technical_words,
    unguarding,
)
from fieldforms.flow.register.clients import client_to_tend, refuse_retired
from fieldforms.store import audit
from fieldforms.store.cabling import ports
from fieldforms.store.database import transaction
from fieldforms.store.filling import drafts
from fieldforms.store.models import Client, Device, Draft
from fieldforms.store.people import accounts
from fieldforms.store.register import clients, device_events, devices

DEVICE_KEEPERS = ("technician", "dispatcher", "supervisor")


NUMBERS = ("serial", "asset_no")  # of one thing each: a second device with the same is warned of

OF_ONE_DEVICE = {"serial", "asset_no", "ip", "mac", "rack_unit", "spare_interfaces", "note"}
LAST_NUMBER = re.compile(r"[0-9]{1,4}$")
CLEARED_MOVES = N_("这是移出或移入涉密房间：只有有涉密权限的人能这样改“%(label)s”。")


def add_device(actor: Actor, client_id: int, given: Mapping[str, str], code: str = "") -> Device:
    """Register a device and, with `code`, put that label on it. Sent twice, it is added once.

    `given`: name of a column (register_columns.DEVICE_COLUMNS) → text as typed.
    Raises Invalid, NotFound, PlaceRetired, CodeTaken, UnknownCode.
    """
    actor.needs(*DEVICE_KEEPERS)
    client = client_to_tend(actor, client_id)
    said = device_models.with_category_of_model(actor, given)
    typed = register_columns.read_columns(device_columns(client), said)
    values = {"client": client.id, **device_models.filled_from_model(actor, typed)}
    with transaction():
        known = devices.device_sent_twice(values)
        if known:
            return known
        refuse_uncleared_rooms(actor, client, typed["room"])
        device = keep_new_device(actor, values)
        if code:
            codes.bind_device(actor, code, device.id)
        return device


def edit_device(actor: Actor, device_id: int, given: Mapping[str, str], shown: Shown = None) -> Device:
    """Change what the register says; a device stays its client's. Raises Invalid, NotFound, ChangedMeanwhile.

    `shown`: as form_changes.changes_of_form takes it, here and in every verb of a register's form.
    """
    device = device_to_change(actor, device_id)
    asked = columns_of_device_form(actor, device.client, device)
    values, why = register_columns.read_columns(asked, given), unguarding.reason_given(given)
    write = partial(write_device, actor, why)
    return register_rows.edit_row(actor, device, asked, values, shown, write, **unguarding.as_noted(why))


def write_device(actor: Actor, why: str, device: Device, values: dict) -> None:
    """Raises Invalid."""
    refuse_uncleared_move(actor, device, values["room"])
    keep_device(actor, device, values, why)


def keep_new_device(actor: Actor, values: dict, **noted) -> Device:
    """A row of the register, one of its model, with its ports. `noted`: in the audit. Call inside a transaction."""
    device = devices.add_device({**values, **rows_named(values)})
    ports.copy_model_ports(device)
    audit.record_action(actor.user_id, "device.add", str(device.id), **noted)
    register_looks.note_deed(actor, device, "add")
    device_lists.note_change()
    return device


def keep_changes(actor: Actor, device: Device, values: dict, why: str = "", **noted) -> None:
    """As `keep_device`, with its line in the audit. A day of installation that is said alone is no estimate any more. Raises Invalid."""
    if values.get("installed_on", device.installed_on) != device.installed_on:
        values = {"installed_about": False, **values}
    changed = form_changes.changed_values(device.__data__, values)
    keep_device(actor, device, values, why)
    noted |= unguarding.as_noted(why)
    audit.record_action(actor.user_id, "device.edit", str(device.id), **changed, **noted)
    register_looks.note_deed(actor, device, "edit", changed)


def keep_device(actor: Actor, device: Device, values: dict, why: str = "") -> None:
    """Values over the row as it stands; whoever writes them notes them. `why`: it may leave a confidential room (unguarding.py). Call
    inside a transaction. Raises Invalid."""
    devices.change_device(device, {**values, **rows_named({**device.__data__, **values})})
    device_lists.note_change()
    if values.get("room", device.room_id) != device.room_id:
        note_move(actor, device, values["room"], why)


def note_move(actor: Actor, device: Device, room_id: int | None, why: str) -> None:
    """`device`: as it stood before. What told of it while it stood in the open follows it into a confidential room; out of one it
    goes only for a reason."""
    rooms = {room.id: room for room in clients.rooms_ever_of(device.client)}
    left, entered = (rooms.get(id) if id else None for id in (device.room_id, room_id))
    opened = unguarding.unguards_devices(left, entered)
    if opened:
        unguarding.refuse_unsaid(why)
    before, after = (room.name if room else "" for room in (left, entered))
    note = why if opened else ""
    device_events.add_event(device, "room", actor.user_id, before=before, after=after, note=note)
    if entered and entered.confidential and not (left and left.confidential):
        paper_guarding.guard_reports_about(actor, device, entered)


def rows_named(values: dict) -> dict:
    """The rows that a device's texts lead to; made where it is the first to say so."""
    return {
        "of_model": device_models.model_of_values(values),
        "of_maker": makers.maker_of_values(values),
    }


def device_to_change(actor: Actor, device_id: int) -> Device:
    """A device in use that the actor may change, of a client in use. Raises NotFound, NotAllowed, PlaceRetired."""
    actor.needs(*DEVICE_KEEPERS)
    device = devices.get_device(actor.viewer, device_id)
    if device is None or device.retired_at:
        raise NotFound
    refuse_retired(device.client)
    return device


def columns_of_device_form(actor: Actor, client: Client, device: Device | None) -> register_columns.Columns:
    """`device`: the one that is changed, of which the form asks what the actor may read."""
    if device is None:
        return device_columns(client)
    asked = device_columns(client, device.category, device.room_id)
    return technical_words.columns_open_to(actor.viewer, device, asked)


def columns_of_device_page(actor: Actor, client: Client, device: Device | None) -> register_columns.Columns:
    """As `columns_of_device_form`, and why it is opened, which is asked and stands in no column."""
    asked = columns_of_device_form(actor, client, device)
    return unguarding.asked_to_move(asked, "room", device) if device and actor.account.confidential else asked


def device_columns(
    client: Client, category: str = "", room_id: int | None = None
) -> register_columns.Columns:
    """What the form asks about a device of this client. `category`: the present one, kept though it is not listed; so is
    the present room, though it is retired."""
    listed = {category: category} if category and category not in register_columns.CATEGORIES else {}
    rooms = {
        str(room.id): " · ".join(filter(None, (room.name, room.building, room.floor)))
        for room in clients.rooms_ever_of(client)
        if room.retired_at is None or room.id == room_id
    }
    return register_columns.with_choices(
        register_columns.DEVICE_COLUMNS, category={**listed, **register_columns.CATEGORIES}, room=rooms
    )


def refuse_uncleared_move(actor: Actor, device: Device, room_id: int | None) -> None:
    """Out of a confidential room, or into one, only with the clearance for it. Raises Invalid."""
    if room_id == device.room_id or actor.account.confidential:
        return
    refuse_uncleared_rooms(actor, device.client, device.room_id, room_id)


def refuse_uncleared_rooms(actor: Actor, client: Client, *rooms: int | None) -> None:
    """As `refuse_uncleared_move`: whether anything may be put into these rooms, or taken out. Raises Invalid."""
    ends = [room for room in clients.rooms_ever_of(client) if room.id in rooms]
    if not actor.account.confidential and any(room.confidential for room in ends):
        raise Invalid(
            [
                (
                    "room",
                    CLEARED_MOVES,
                    {"label": register_columns.label_of_column(register_columns.DEVICE_COLUMNS, "room")},
                )
            ]
        )


def device_reached(actor: Actor, device_id: int) -> Device | None:
    """A device in scope, or one that this person was sent to."""
    return devices.get_device(actor.viewer, device_id) or next(
        iter(devices.sent_to(actor.viewer, (device_id,))), None
    )


def devices_reached(actor: Actor, ids: tuple[int, ...]) -> list[Device]:
    """As `device_reached`, those of several."""
    found = {device.id: device for device in devices.with_ids(actor.viewer, ids)}
    if len(found) < len(ids):
        found |= {device.id: device for device in devices.sent_to(actor.viewer, ids)}
    return [found[id] for id in ids if id in found]


@dataclass(frozen=True)
class Twin:
    """Another device that has the same number. `column`: which number; `device`: None where the actor may not know it."""

    column: str
    number: str
    device: Device | None


def twins_of_device(
    actor: Actor, client: Client, given: Mapping[str, str], device: Device | None = None
) -> list[Twin]:
    """Who else has the numbers that were typed, where they are new. `device`: the one that is changed."""
    try:
        values = register_columns.read_columns(columns_of_device_form(actor, client, device), given)
    except Invalid:
        return []  # that comes first
    known = device or devices.device_sent_twice({"client": client.id, **values})
    numbers = {name: values[name] for name in NUMBERS if values[name] != getattr(device, name, "")}
    return [
        Twin(name, number, devices.get_device(actor.viewer, other.id))
        for name, number in numbers.items()
        for other in (devices.devices_numbered(name, number) if number else ())
        if known is None or other.id != known.id
    ]


# What the device's page tells


def device_like(actor: Actor, device_id: int) -> dict[str, str]:
    """Another one like this, as its form shows it: what belongs to one device alone is left out. Raises NotFound.

    Names that end in a number go on counting.
    """
    device = device_reached(actor, device_id)
    if device is None:
        raise NotFound
    technical_words.note_device_read(actor, device)
    known = technical_words.columns_open_to(actor.viewer, device)
    texts = register_columns.input_texts(known, device.__data__)
    alike = {name: text for name, text in texts.items() if name not in OF_ONE_DEVICE}
    return alike | {"name": next_name(device.name)}


def next_name(name: str) -> str:
    """话筒 9 → 话筒 10, 屏01 → 屏02; a name without a number is kept."""
    found = LAST_NUMBER.search(name)
    return f"{name[: found.start()]}{int(found[0]) + 1:0{len(found[0])}}" if found else name


def years_in_use(installed_on: str) -> int | None:
    """Whole years since the installation (company.md, row 2), None when nobody knows."""
    day = local_time.as_day(installed_on)
    if day is None:
        return None
    now = local_time.date_today()
    return max(0, now.year - day.year - ((now.month, now.day) < (day.month, day.day)))


def unfinished_drafts_at(actor: Actor, device: Device) -> list[Draft]:
    """What this person began for the device and has not finished, newest first."""
    mine = drafts.open_of(actor.user) if actor.user else []
    return [draft for draft in mine if draft.origin.get("device") == device.id]


def phone_on_site(client_id: int | None) -> tuple[str, bool]:
    """(number to call about a client's device, is it the on-site technician's), else the service phone."""
    stationed = accounts.technicians_of(client_id) if client_id else []
    own = next((person.phone for person in stationed if person.phone), "")
    return (own, True) if own else (config.current.service_phone, False)
