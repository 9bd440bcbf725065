"""What the words of a list say of a device's ports: shown as they will be recorded, and recorded as they were shown."""

from collections import defaultdict
from collections.abc import Iterable

from fieldforms.errors import N_
from fieldforms.flow.cabling import port_notation
from fieldforms.flow.cabling.ports import (
    MOST_PORTS_OF_ONE,
    TOO_MANY_PORTS,
    PortProposal,
    keep_ports,
    ports_told,
    proposal_of_register,
)
from fieldforms.flow.cabling.signals import DIRECTIONS
from fieldforms.flow.importing.list_rows import ListRow
from fieldforms.flow.people.actors import Actor
from fieldforms.store.cabling import ports
from fieldforms.store.models import Device, DeviceModel, Port

PORTS_READ_AS = N_("会登记 %(n)s 个接口：%(ports)s。")
PORTS_GUESSED = N_("没写是输入还是输出，按设备类别算“%(label)s”：%(ports)s。")
PORTS_LEFT_AS_WORDS = N_("没写是输入还是输出，只留作文字：%(ports)s。")
PORTS_NOT_READ = N_("接口里这些没看懂，只留作文字：%(text)s。")
PORTS_OF_MODEL = N_("型号的 %(n)s 个接口会一起登记。")
PORTS_STAY = N_("已经登记的接口不改也不删：只添加没有的，其余请在设备页改。")
MOST_UNREAD_TOLD = 200  # characters of it that are told
PORTS_ASKED = "ports"  # which way go those of which nobody wrote it?
WORDS_OF_PORTS = ("interfaces", "spare_interfaces")


class DevicePorts:
    """The recorded ports of devices that a list may be about, as far as the actor may see them, and those of models."""

    def __init__(self, actor: Actor, rows: Iterable[ListRow], known: Iterable[Device]):
        self.actor = actor
        self.of_models: dict[int, list[Port]] = {}
        self.recorded = defaultdict[int, list[Port]](list)
        if any(row.texts.get(name) for row in rows for name in WORDS_OF_PORTS):
            ids = tuple(device.id for device in known)
            for port in ports.ports_of_devices(actor.viewer, ids) if ids else ():
                self.recorded[port.device_id].append(port)

    def take_same_words(self, row: ListRow) -> None:
        """Words that say just the ports that are recorded, as our own lists write them, are no change."""
        recorded, text = self.recorded.get(row.known.id), row.texts.get("interfaces", "")
        if not recorded or not text:
            return
        told = port_notation.read_ports(recorded)
        if port_notation.says_these_ports(text, told, row.known.category):
            row.mistakes = [each for each in row.mistakes if each.column != "interfaces"]
            row.given["interfaces"] = row.known.interfaces

    def judge_ports(self, row: ListRow, model: DeviceModel | None) -> None:
        """Which ports the row's words add to those that are there, or that a new device gets of its model."""
        there = self.recorded.get(row.known.id, []) if row.known else self.ports_of_model(row, model)
        if not any(row.values.get(name) for name in WORDS_OF_PORTS):
            return
        proposal = proposal_of_register(device_as_written(row), there)
        if len(there) + len(proposal.new) > MOST_PORTS_OF_ONE:
            row.refuse("interfaces", TOO_MANY_PORTS, max=MOST_PORTS_OF_ONE)
            return
        row.aside["ports"] = chosen_ports(row, proposal)
        if proposal.unread:
            row.notices.append((PORTS_NOT_READ, {"text": "、".join(proposal.unread)[:MOST_UNREAD_TOLD]}))
        if row.known and there:
            row.notices.append((PORTS_STAY, {}))

    def ports_of_model(self, row: ListRow, model: DeviceModel | None) -> list[Port]:
        if model is None or not row.values:
            return []
        if model.id not in self.of_models:
            self.of_models[model.id] = list(ports.ports_of_model(model.id))
        found = self.of_models[model.id]
        if found:
            row.notices.append((PORTS_OF_MODEL, {"n": len(found)}))
        return found

    def add_to_device(self, row: ListRow, device: Device) -> None:
        """Just what was shown. Call inside a transaction."""
        keep_ports(self.actor, device, row.aside.get("ports", []), f"device-{device.id}")


def device_as_written(row: ListRow) -> Device:
    """As the register will have it."""
    now = row.known.__data__ if row.known else {}
    return Device(
        **{name: row.values.get(name, now.get(name)) or "" for name in ("category", *WORDS_OF_PORTS)}
    )


def chosen_ports(row: ListRow, proposal: PortProposal) -> list[dict]:
    """What is to be added. A direction that nobody wrote is asked about, once for all rows; either answer is told row by row."""
    answer = row.answers.get(PORTS_ASKED, "")
    unsure = [values for values, sure in proposal.new if not sure]
    chosen = [values for values, sure in proposal.new if sure or answer != "words"]
    if chosen:
        row.notices.append((PORTS_READ_AS, {"n": len(chosen), "ports": ports_told(chosen)}))
    if unsure and answer == "words":
        row.notices.append((PORTS_LEFT_AS_WORDS, {"ports": ports_told(unsure)}))
        return chosen
    if unsure and not answer:
        row.asks.append(PORTS_ASKED)
    for way in dict.fromkeys(values["direction"] for values in unsure):
        told = ports_told(values for values in unsure if values["direction"] == way)
        row.notices.append((PORTS_GUESSED, {"label": DIRECTIONS[way], "ports": told}))
    return chosen
