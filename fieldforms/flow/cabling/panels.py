"""A device's panel as its pages show it: each port with its state, and where its cables lead."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from fieldforms.errors import N_
from fieldforms.flow.cabling.port_input import GENDERS
from fieldforms.flow.cabling.signals import DIRECTIONS, mismatches_of_ports, signal_in_words
from fieldforms.flow.cabling.wiring import (
    FREE_STATES,
    PORT_STATES,
    Trace,
    Wiring,
    check_clearance,
    is_free_port,
    traces_of_port,
    wiring_of_devices,
)
from fieldforms.flow.people.actors import Actor
from fieldforms.i18n import gettext
from fieldforms.store import scope
from fieldforms.store.models import Device, Port

TONES_OF_PORTS = {
    "cabled": "done",
    "half": "wait",
    "used": "wait",
    "stated": "plain",
    "free": "plain",
    "unknown": "open",
}
HIDDEN_END = N_("涉密房间里的设备")


@dataclass(frozen=True)
class PanelPort:
    """`state`: one of wiring.PORT_STATES. `traces`: one for each cable in it."""

    port: Port
    state: str
    traces: tuple[Trace, ...] = ()

    @property
    def is_free(self) -> bool:
        return self.state in FREE_STATES

    @property
    def takes_cable(self) -> bool:
        """Is no cable recorded there yet? What a survey calls used has one that somebody is about to write down."""
        return self.state != "cabled"

    @property
    def state_label(self) -> str:
        return PORT_STATES[self.state]

    @property
    def tone(self) -> str:
        return TONES_OF_PORTS[self.state]

    def words(self, lang: str) -> str:
        """输入 · HDMI 高清 · HDMI A · 背面"""
        said = (
            gettext(DIRECTIONS[self.port.direction], lang) if self.port.direction in DIRECTIONS else "",
            signal_in_words(self.port.signal, lang),
            self.port.connector,
            gettext(GENDERS[self.port.gender], lang)
            if self.port.gender in GENDERS and self.port.gender
            else "",
            self.port.face,
        )
        return " · ".join(filter(None, said))


def panel_of_device(
    actor: Actor, device: Device, noted: Collection[int | None] | None = None
) -> list[PanelPort]:
    """`noted`: as `wiring_of_devices` takes it."""
    wiring = wiring_of_devices(actor, [device], noted)
    return [panel_port(wiring, port) for port in wiring.ports.values() if port.device_id == device.id]


def panel_at_device(actor: Actor, device: Device) -> list[PanelPort]:
    """For the device's own page: nothing of a confidential room to who has no clearance. A reading is written down."""
    if not scope.may_read_technical(actor.viewer, device):
        return []
    check_clearance(actor, device.room if device.room_id else None)
    return panel_of_device(actor, device)


def panel_port(wiring: Wiring, port: Port) -> PanelPort:
    return PanelPort(port, wiring.state_of_port(port), tuple(traces_of_port(wiring, port)))


def panels_of_devices(
    actor: Actor, devices: Iterable[Device], noted: int | None
) -> dict[int, list[PanelPort]]:
    """Device id → its panel. `noted`: the room whose reading was written down already."""
    wiring = wiring_of_devices(actor, devices, {noted})
    found: dict[int, list[PanelPort]] = {}
    for port in wiring.ports.values():
        found.setdefault(port.device_id, []).append(panel_port(wiring, port))
    return found


def free_in_words(panel: Iterable[PanelPort], lang: str) -> str:
    """HDMI 高清 输入 ×2，网络 双向 ×1: of what is recorded or stated as free."""
    free = [each.port for each in panel if is_free_port(each.port, each.state)]
    kinds = Counter((port.signal, port.direction) for port in free)
    said = (
        f"{signal_in_words(signal, lang)} {gettext(DIRECTIONS.get(way, way), lang)} ×{n}".strip()
        for (signal, way), n in kinds.items()
    )
    return ("，" if lang == "zh" else ", ").join(said)


@dataclass(frozen=True)
class OfferedPort:
    """A port of the other device; `warnings`: (sentence, what fills it) of what does not fit."""

    seen: PanelPort
    warnings: tuple[tuple[str, dict], ...]


def ports_to_offer(actor: Actor, port: Port, other: Device) -> list[OfferedPort]:
    """What fits and has no cable yet first, of those the free ones, then what does not fit, then all else; each as on the panel."""
    panel = panel_of_device(actor, other, {port.device.room_id})
    offered = [OfferedPort(each, tuple(mismatches_of_ports(port, each.port))) for each in panel if each.port.id != port.id]  # fmt: skip
    return sorted(offered, key=rank_of_offer)


def rank_of_offer(offered: OfferedPort) -> tuple[bool, bool, bool]:
    return not offered.seen.takes_cable, bool(offered.warnings), not offered.seen.is_free
