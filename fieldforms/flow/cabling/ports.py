"""Ports of devices and models: adding many at once, out of words too, changing, removing, and what a device has of its
model."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldforms.errors import N_, Invalid, NotFound, PortInUse
from fieldforms.flow import form_changes
from fieldforms.flow.cabling import port_notation, port_texts, wiring
from fieldforms.flow.cabling.port_input import PORT_COLUMNS
from fieldforms.flow.cabling.port_texts import PortReading, ReadPort
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_looks
from fieldforms.flow.register.device_lists import note_change
from fieldforms.flow.register.device_models import get_model
from fieldforms.flow.register.devices import DEVICE_KEEPERS, device_to_change
from fieldforms.flow.register.register_columns import inputs_of_columns, read_columns
from fieldforms.store import audit
from fieldforms.store.cabling import connections, ports
from fieldforms.store.database import row_for_writing, transaction
from fieldforms.store.models import Device, DeviceModel, Port
from fieldforms.store.register import device_lists, devices
from fieldforms.store.scope import SEES_ASSIGNED, Viewer

NOTHING_READ = N_("“%(label)s”里没有读出接口。请写成这样：HDMI 输入 ×4，RS-232 ×1")
MOST_PORTS_OF_ONE = 400
TOO_MANY_PORTS = N_("一台设备最多 %(max)s 个接口。")
TOLD_OF_PORT = ("name", "direction", "signal", "connector", "gender", "face")
LABEL_OF_TEXT = N_("接口")
ORIGINS = ("text", "written", "model", "device")  # where ports that are added come from


@dataclass(frozen=True)
class PortProposal:
    """Ports before they are added. `new`: (values, is the direction written there or guessed); `known`: names that are there
    already; `unread`: words that say nothing we know."""

    new: tuple[tuple[dict, bool], ...]
    known: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def device_with_ports(actor: Actor, device_id: int) -> Device:
    """A device whose cables the actor may see. Raises NotFound, ConfidentialCabling."""
    device = devices.get_device(actor.viewer, device_id)
    if device is None:
        raise NotFound
    wiring.check_clearance(actor, device.room if device.room_id else None)
    return device


def device_to_wire(actor: Actor, device_id: int) -> Device:
    """One in use whose ports and cables the actor may change. Raises NotFound, NotAllowed, ConfidentialCabling."""
    device = device_to_change(actor, device_id)
    wiring.check_clearance(actor, device.room if device.room_id else None)
    return device


def ports_of_device(actor: Actor, device: Device) -> list[Port]:
    return ports.ports_of_devices(actor.viewer, (device.id,))


def texts_of_recorded_ports(viewer: Viewer, found: Iterable[Device]) -> dict[int, str]:
    """Device id → its ports as a list writes them (port_notation), of those that have any and whose ports the viewer may read."""
    recorded: dict[int, list[Port]] = {}
    for port in ports.ports_of_devices(viewer, tuple(device.id for device in found)):
        recorded.setdefault(port.device_id, []).append(port)
    return {id: port_notation.text_of_ports(port_notation.read_ports(rows)) for id, rows in recorded.items()}


# Proposing


def propose_for_device(actor: Actor, device: Device, origin: str, text: str = "") -> PortProposal:
    """`origin`: one of ORIGINS; `text`: what was typed, of "text"."""
    there = ports_of_device(actor, device)
    if origin == "model":
        return proposal_of_ports(ports.ports_of_model(device.of_model_id or 0), there)
    if origin == "written":
        return proposal_of_register(device, there)
    return proposal_of_reading(port_texts.ports_of_text(text, device.category), there)


def propose_for_model(
    actor: Actor, model: DeviceModel, text: str = "", like: Device | None = None
) -> PortProposal:
    """`like`: a device whose ports the model lacks."""
    there = ports.ports_of_model(model.id)
    if like is not None:
        return proposal_of_ports(ports_of_device(actor, like), there)
    return proposal_of_reading(port_texts.ports_of_text(text, model.category), there)


def proposal_of_reading(reading: PortReading, there: Iterable[Port]) -> PortProposal:
    new, known = new_and_known([(values_of_read(port), port.sure) for port in reading.ports], there)
    return PortProposal(new, known, reading.unread)


def proposal_of_register(device: Device, there: Iterable[Port]) -> PortProposal:
    """Out of the register's own words: they are about the ports that are there, whatever those are called. One of the same
    signal, direction and number is that one; each is so once."""
    there = list(there)
    reading = port_texts.ports_of_survey(device.interfaces, device.spare_interfaces, device.category)
    proposal = proposal_of_reading(reading, there)
    named = {name.casefold() for name in proposal.known}
    left = Counter(key_of_port(port.__data__) for port in there if port.name.casefold() not in named)
    new, known = [], list(proposal.known)
    for values, sure in proposal.new:
        if left[key_of_port(values)]:
            left[key_of_port(values)] -= 1
            known.append(values["name"])
        else:
            new.append((values, sure))
    return PortProposal(tuple(new), tuple(known), proposal.unread)


def key_of_port(values: Mapping) -> tuple[str, str, int]:
    """Signal, direction, number of a port; one of no signal is like none that is read."""
    return values["signal"], values["direction"], port_texts.number_in_name(values["name"])


def proposal_of_ports(rows: Iterable[Port], there: Iterable[Port]) -> PortProposal:
    return PortProposal(*new_and_known([(ports.copied_values(port), True) for port in rows], there))


def new_and_known(found: list[tuple[dict, bool]], there: Iterable[Port]):
    """One that is called like one that is there is that one."""
    names = {port.name.casefold() for port in there}
    new = tuple(each for each in found if each[0]["name"].casefold() not in names)
    return new, tuple(values["name"] for values, _sure in found if values["name"].casefold() in names)


def values_of_read(port: ReadPort) -> dict:
    return {
        "name": port.name, "direction": port.direction, "signal": port.signal, "connector": port.connector,
        "stated": port.stated, "gender": port.gender or "", "face": port.face,
    }  # fmt: skip


def ports_told(rows: Iterable[Mapping]) -> str:
    """Ports that would be added, in words."""
    return port_notation.ports_in_words(
        ReadPort(**{name: values[name] for name in TOLD_OF_PORT}) for values in rows
    )


# Adding


def add_ports(actor: Actor, device_id: int, origin: str, text: str = "") -> list[Port]:
    """Those of the proposal that the device lacks; sent twice, they are added once. Raises Invalid, NotFound."""
    device = device_to_wire(actor, device_id)
    with transaction():
        row_for_writing(device)
        proposal = propose_for_device(actor, device, origin, text)
        return keep_proposal(actor, device, proposal, f"device-{device.id}")


def add_model_ports(actor: Actor, model_id: int, text: str = "", like: int | None = None) -> list[Port]:
    """As `add_ports`, of a model. `like`: a device whose ports it lacks."""
    actor.needs(*DEVICE_KEEPERS)
    model = model_to_tend(actor, model_id)
    device = device_with_ports(actor, like) if like else None
    with transaction():
        row_for_writing(model)
        proposal = propose_for_model(actor, model, text, device)
        return keep_proposal(actor, model, proposal, f"model-{model.id}")


def keep_proposal(actor: Actor, owner: Device | DeviceModel, proposal: PortProposal, ref: str) -> list[Port]:
    if not proposal.new and not proposal.known:
        raise Invalid([("text", NOTHING_READ, {"label": LABEL_OF_TEXT})])
    if ports.last_place(owner) + len(proposal.new) > MOST_PORTS_OF_ONE:
        raise Invalid([("text", TOO_MANY_PORTS, {"max": MOST_PORTS_OF_ONE})])
    return keep_ports(actor, owner, [values for values, _sure in proposal.new], ref)


def keep_ports(actor: Actor, owner: Device | DeviceModel, rows: list[dict], ref: str) -> list[Port]:
    """As they are, of an owner that the actor may change. Call inside a transaction."""
    added = ports.add_ports(owner, rows) if rows else []
    if added:
        audit.record_action(actor.user_id, "port.add", ref, names=[port.name for port in added])
        note_ports_changed(actor, owner)
        note_change()
    return added


def note_ports_changed(actor: Actor, owner: Device | DeviceModel | None) -> None:
    if isinstance(owner, Device):
        register_looks.note_deed(actor, owner, "ports")


def differences_from_model(actor: Actor, device: Device) -> tuple[list[str], list[str]]:
    """(ports of the model that the device lacks, ports of its own that the model lacks), by name."""
    if not device.of_model_id:
        return [], []
    own, models = ports_of_device(actor, device), ports.ports_of_model(device.of_model_id)
    return (
        [values["name"] for values, _sure in proposal_of_ports(models, own).new],
        [values["name"] for values, _sure in proposal_of_ports(own, models).new],
    )


# Changing one


def port_to_change(actor: Actor, port_id: int) -> Port:
    """A port of a device or of a model. Raises NotFound, NotAllowed, ConfidentialCabling."""
    actor.needs(*DEVICE_KEEPERS)
    port = next(iter(ports.by_id(actor.viewer, port_id)), None)
    if port is not None and not port.device.retired_at:
        wiring.check_clearance(actor, port.device.room if port.device.room_id else None)
        return port
    port = ports.model_ports_by_id.first(port_id)
    if port is None:
        raise NotFound
    model_to_tend(actor, port.of_model_id)
    return port


def model_to_tend(actor: Actor, model_id: int) -> DeviceModel:
    """A model whose devices get its ports: who serves some clients alone must see one of them. Raises NotFound."""
    model = get_model(actor, model_id)
    if actor.viewer.role in SEES_ASSIGNED and not device_lists.devices_of_model(actor.viewer, model.id):
        raise NotFound
    return model


def edit_port(actor: Actor, port_id: int, given: Mapping[str, str], shown: Shown = None) -> Port:
    """Raises Invalid, NotFound, ChangedMeanwhile."""
    port = port_to_change(actor, port_id)
    values = read_columns(PORT_COLUMNS, given)
    values["place"] = port.place if values["place"] is None else values["place"]
    with transaction():
        row = port_as_it_stands(port)
        about = "port.edit", str(row.id)
        table = inputs_of_columns(PORT_COLUMNS)
        changed = form_changes.changes_of_form(table, row.__data__, values, shown, about)
        if changed:
            ports.change_port(row, values)
            note_change()
            audit.record_action(actor.user_id, *about, **changed)
            note_ports_changed(actor, port.device)
    return port


def remove_port(actor: Actor, port_id: int) -> Port:
    """Taken off the panel; what was plugged into it before stays. Raises NotFound, PortInUse."""
    port = port_to_change(actor, port_id)
    with transaction():
        row = port_as_it_stands(port)
        cables = connections.cables_at_ports((row.id,))
        if cables:
            raise PortInUse(cables=[cable.number for cable in cables])
        ports.remove_port(row)
        note_change()
        audit.record_action(actor.user_id, "port.remove", str(row.id), name=row.name)
        note_ports_changed(actor, port.device)
    return port


def port_as_it_stands(port: Port) -> Port:
    """Under the writer's lock. Raises NotFound."""
    row = row_for_writing(port)
    if row is None or row.removed_at:
        raise NotFound
    return row
