"""What becomes of a device: how it fares, another in its place, out of use and back."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow import form_changes
from fieldforms.flow.form_input import FlagInput, RowInput, TextInput, TilesInput
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import codes, device_lists, register_columns, register_looks, unguarding
from fieldforms.flow.register.clients import refuse_retired
from fieldforms.flow.register.device_models import FROM_MODEL, filled_from_model
from fieldforms.flow.register.devices import (
    DEVICE_KEEPERS,
    device_to_change,
    keep_changes,
    keep_new_device,
    refuse_uncleared_move,
    refuse_uncleared_rooms,
)
from fieldforms.flow.register.register_columns import DEVICE_STATES, Columns, RegisterColumn
from fieldforms.flow.register.spellings import key_of_model
from fieldforms.store import audit
from fieldforms.store.cabling import connections
from fieldforms.store.database import row_for_writing, transaction
from fieldforms.store.models import Device, Plan, Record
from fieldforms.store.register import device_events, devices

# What a device that was taken out does from then on.
AFTERWARDS = {**{name: DEVICE_STATES[name] for name in ("standby", "away")}, "retired": N_("报废，不再使用")}
NOTE = TextInput(N_("说明"), 500, lines=2)

STATE_COLUMNS: Columns = (
    RegisterColumn("state", TilesInput(N_("现在怎样"), DEVICE_STATES)),
    RegisterColumn("note", NOTE, N_("例如：哪里坏了，送到哪里修")),
)
RETIREMENT_COLUMNS: Columns = (RegisterColumn("note", NOTE, N_("例如：为什么不用了，拿到哪里去了")),)
REASON_COLUMNS: Columns = (RegisterColumn("note", TextInput(N_("原因"), 500, needed=True, lines=2)),)
NO_STANDBY = N_("“%(name)s”已经不在备用，请另选一台。")
GROUP_OF_NEW = N_("换上的是新设备时")
REPLACEMENT_COLUMNS: Columns = (
    RegisterColumn("other", RowInput(N_("换上哪一台"), N_("一台新设备"), means_something=True)),
    RegisterColumn("brand", TextInput(N_("品牌"), 60), group=GROUP_OF_NEW),
    RegisterColumn("model", TextInput(N_("型号"), 120), group=GROUP_OF_NEW),
    RegisterColumn("serial", TextInput(N_("序列号"), 120), group=GROUP_OF_NEW),
    RegisterColumn("afterwards", TilesInput(N_("换下的这台"), AFTERWARDS)),
    RegisterColumn("location", TextInput(N_("换下的放在哪里"), 120)),
    RegisterColumn("keeps_label", FlagInput(N_("标签留在原处，归换上的设备")), N_("换上的设备原来有标签的，那张不再使用。")),
    RegisterColumn("note", NOTE, N_("例如：为什么换")),
)  # fmt: skip
TAKES_PLACE = ("room", "location", "rack", "rack_unit")  # what the other one has from the one before
OF_ONE_MODEL = ("manufacturer", "manufacturer_phone", "rated_voltage", "interfaces")


@dataclass(frozen=True)
class OpenAtDevice:
    """What is still open at a device: sheets that the viewer may see, plans of visits."""

    records: list[Record]
    plans: list[Plan]


def what_is_open_at(actor: Actor, device: Device) -> OpenAtDevice:
    return OpenAtDevice(
        list(device_events.open_records_about(actor.viewer, device.id)),
        list(device_events.running_plans_at(device.id)),
    )


def set_device_state(actor: Actor, device_id: int, given: Mapping[str, str]) -> Device:
    """How the device fares from now on. Raises Invalid, NotFound, NotAllowed."""
    device = device_to_change(actor, device_id)
    values = register_columns.read_columns(STATE_COLUMNS, given)
    with transaction():
        device = form_changes.row_as_it_stands(device)
        note_state(actor, device, values["state"], values["note"])
    return device


def note_state(actor: Actor, device: Device, state: str, note: str = "") -> None:
    """Said again, with nothing to add, it changes nothing. Call inside a transaction."""
    before = devices.state_of_device(device.id)
    if state == before and not note:
        return
    devices.change_device(device, {"state": state})
    device_events.add_event(device, "state", actor.user_id, before=before, after=state, note=note)
    audit.record_action(actor.user_id, "device.state", str(device.id), before=before, after=state)
    register_looks.note_deed(actor, device, "state")


def replacement_columns(actor: Actor, device: Device) -> Columns:
    """`other` offers what stands by at the same client. Why it is opened is asked where one of them stands in a confidential room."""
    standing_by = [
        each for each in devices.standbys_of_client(actor.viewer, device.client_id) if each.id != device.id
    ]
    offered = {
        str(each.id): " · ".join(filter(None, (each.name, f"{each.brand} {each.model}".strip(), each.serial)))
        for each in standing_by
    }
    asked = unguarding.asked_to_move(REPLACEMENT_COLUMNS, "location", device, *standing_by)
    return register_columns.with_choices(asked, other=offered)


def replace_device(actor: Actor, device_id: int, given: Mapping[str, str]) -> Device:
    """Another device takes this one's place and its cables, and its label if that stays; returns the other one.

    `given`: REPLACEMENT_COLUMNS as typed. Raises Invalid, NotFound, NotAllowed.
    """
    old = device_to_change(actor, device_id)
    if known := device_events.replaced_just_now(old):  # sent twice
        return known
    values = register_columns.read_columns(replacement_columns(actor, old), given)
    with transaction():
        old = form_changes.row_as_it_stands(old)
        if known := device_events.replaced_just_now(old):  # both at once
            return known
        why = values.get(unguarding.UNGUARDING, "")
        new = put_in_place(actor, old, values, why)
        hand_over_cables(actor, old, new)
        if values["keeps_label"] and (code := devices.code_of(old)):
            codes.move_label(actor, code, new)
        take_out(actor, old, values, why)
        said = {"note": values["note"]}
        device_events.add_event(new, "replaces", actor.user_id, other=old, **said)
        device_events.add_event(old, "replaced", actor.user_id, other=new, **said)
        audit.record_action(actor.user_id, "device.replace", str(old.id), by=new.id)
        register_looks.note_deed(actor, old, "replace")
    return new


def hand_over_cables(actor: Actor, old: Device, new: Device) -> None:
    """With a line in the audit for each cable that has another end now, and for the ports that were made for it."""
    made, moved = connections.hand_over_cables(old, new)
    if made:
        audit.record_action(actor.user_id, "port.add", f"device-{new.id}", names=[port.name for port in made])
        device_lists.note_change()
    for cable, before, after in moved:
        said = {"before": {"ports": before}, "after": {"ports": after}}
        audit.record_action(actor.user_id, "connection.edit", str(cable.id), number=cable.number, **said)


def put_in_place(actor: Actor, old: Device, values: dict, why: str) -> Device:
    """The other device where the old one was: one that stood by, or one that the register did not know."""
    place = {name: old.__data__[name] for name in TAKES_PLACE}
    refuse_uncleared_rooms(actor, old.client, old.room_id)
    if values["other"] is None:
        named = {name: values[name] for name in ("brand", "model", "serial")}
        return keep_new_device(
            actor, {"client": old.client_id, **named, **place, **known_of_new(actor, old, named)}
        )
    new = form_changes.row_as_it_stands(device_to_change(actor, values["other"]))
    if new.state != "standby":
        raise Invalid([("other", NO_STANDBY, {"name": new.name})])
    refuse_uncleared_move(actor, new, old.room_id)
    keep_changes(actor, new, place, why)
    note_state(actor, new, "in_use")
    return new


def known_of_new(actor: Actor, old: Device, named: dict) -> dict:
    """Of one of the same model all that they share; of another one what its own model is known for."""
    same = {name: old.__data__[name] for name in ("name", "category")}
    if key_of_model(named["brand"], named["model"]) == key_of_model(old.brand, old.model):
        return same | {name: old.__data__[name] for name in OF_ONE_MODEL}
    return same | filled_from_model(actor, {**dict.fromkeys(FROM_MODEL, ""), **named})


def take_out(actor: Actor, old: Device, values: dict, why: str) -> None:
    """Out of its place, into what it does afterwards."""
    if values["afterwards"] == "retired":
        note_retirement(actor, old, values["note"])
        return
    refuse_uncleared_move(actor, old, None)
    place = {**dict.fromkeys(TAKES_PLACE, ""), "room": None, "location": values["location"]}
    keep_changes(actor, old, place, why)
    note_state(actor, old, values["afterwards"], values["note"])


def retire_device(actor: Actor, device_id: int, given: Mapping[str, str]) -> Device:
    """Out of use: it and its label stay in old sheets, and are found when asked for. Raises Invalid, NotFound."""
    device = device_to_change(actor, device_id)
    note = register_columns.read_columns(RETIREMENT_COLUMNS, given)["note"]
    with transaction():
        device = form_changes.row_as_it_stands(device)
        note_retirement(actor, device, note)
    return device


def note_retirement(actor: Actor, device: Device, note: str) -> None:
    codes.retire_wearer(actor, device)
    device_events.add_event(device, "retired", actor.user_id, note=note)
    register_looks.note_deed(actor, device, "retire")


def bring_device_back(actor: Actor, device_id: int, given: Mapping[str, str]) -> Device:
    """In use again, with the reason why; its label is not: it gets another. Raises Invalid, NotFound, NotAllowed."""
    device = retired_device(actor, device_id)
    note = register_columns.read_columns(REASON_COLUMNS, given)["note"]
    with transaction():
        device = row_for_writing(device)
        if device is None or not device.retired_at:
            raise NotFound
        devices.change_device(device, {"retired_at": None})
        note_state(actor, device, "in_use")
        device_lists.note_change()
        device_events.add_event(device, "brought_back", actor.user_id, note=note)
        audit.record_action(actor.user_id, "device.bring_back", str(device.id), note=note)
        register_looks.note_deed(actor, device, "bring_back")
    return device


def retired_device(actor: Actor, device_id: int) -> Device:
    """Raises NotFound, NotAllowed, PlaceRetired."""
    actor.needs(*DEVICE_KEEPERS)
    device = devices.get_device(actor.viewer, device_id)
    if device is None or not device.retired_at:
        raise NotFound
    refuse_retired(device.client)
    return device
