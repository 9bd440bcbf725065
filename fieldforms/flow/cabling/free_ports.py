""" "Which matrix has a free HDMI input?": counted from the cables that are recorded, or as the survey stated."""

from dataclasses import dataclass

from fieldforms.errors import N_
from fieldforms.flow.cabling.signals import POWER_SIGNALS
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.technical_words import note_readings
from fieldforms.i18n import gettext
from fieldforms.store.cabling import free_ports
from fieldforms.store.cabling.free_ports import CountedPorts, PortFilters
from fieldforms.store.models import Device
from fieldforms.store.register import devices

RECORDED_FREE = N_("空闲 %(free)s 个，共 %(ports)s 个")
STATED_FREE = N_("勘察说空闲 %(stated)s 个，共 %(ports)s 个")
UNKNOWN_FREE = N_("共 %(ports)s 个，占用没有登记")


@dataclass(frozen=True)
class DeviceWithPorts:
    device: Device
    counted: CountedPorts
    recorded: bool

    def words(self, lang: str) -> str:
        """How many are free, and how one knows."""
        said = (
            RECORDED_FREE
            if self.recorded or not self.counted.free
            else STATED_FREE
            if self.counted.stated
            else UNKNOWN_FREE
        )
        return gettext(
            said, lang, free=self.counted.free, stated=self.counted.stated, ports=self.counted.ports
        )


def find_devices_with_ports(
    actor: Actor, filters: PortFilters, after: int, limit: int
) -> list[DeviceWithPorts]:
    """By device; `after`: the last one's id. What is told so of a confidential room is written down."""
    counted = free_ports.devices_with_ports(actor.viewer, filters, POWER_SIGNALS, after, limit)
    ids = tuple(each.device for each in counted)
    known = {device.id: device for device in devices.with_ids(actor.viewer, ids)} if ids else {}
    note_readings(actor, known.values())
    wired = {device for (device,) in free_ports.devices_with_cables(ids)} if ids else set()
    return [
        DeviceWithPorts(known[each.device], each, each.device in wired)
        for each in counted
        if each.device in known
    ]
