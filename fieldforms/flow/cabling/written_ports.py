"""Ports that stand in the register as words, read for many devices at once: a list in Excel and a survey say them so, and nobody
finds a free one among words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms.flow.cabling import ports
from fieldforms.flow.cabling.ports import PortProposal
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.flow.register.technical_words import note_readings
from fieldforms.store.cabling import free_ports
from fieldforms.store.cabling.free_ports import PortFilters
from fieldforms.store.database import transaction
from fieldforms.store.models import Device

MOST_LOOKED_AT = 300
MOST_READ_AT_ONCE = 50


@dataclass(frozen=True)
class WrittenDevice:
    """A device with its ports as they would be read."""

    device: Device
    proposal: PortProposal

    @property
    def is_sure(self) -> bool:
        """Is every word read, and which way each port goes written there?"""
        return not self.proposal.unread and all(sure for _values, sure in self.proposal.new)


def count_devices_in_words(actor: Actor, filters: PortFilters) -> int:
    """Up to MOST_LOOKED_AT."""
    return len(free_ports.devices_with_words_alone(actor.viewer, filters, MOST_LOOKED_AT))


def devices_in_words(actor: Actor, filters: PortFilters) -> tuple[list[WrittenDevice], list[WrittenDevice]]:
    """(those of which ports are read, up to MOST_READ_AT_ONCE, those of which none is). What is told so of a confidential room is
    written down."""
    found = free_ports.devices_with_words_alone(actor.viewer, filters, MOST_LOOKED_AT)
    read = [WrittenDevice(device, proposal_of_words(device)) for device in found]
    told = [each for each in read if each.proposal.new][:MOST_READ_AT_ONCE]
    unread = [each for each in read if not each.proposal.new][:MOST_READ_AT_ONCE]
    note_readings(actor, [each.device for each in (*told, *unread)])
    return told, unread


def proposal_of_words(device: Device) -> PortProposal:
    return ports.proposal_of_register(device, ())


def read_written_ports(actor: Actor, ids: Iterable[int]) -> tuple[int, int]:
    """(how many devices, how many ports) got theirs: all of these devices or none. Sent twice, nothing is added twice.
    Raises NotFound, NotAllowed, Invalid, ConfidentialCabling."""
    actor.needs(*DEVICE_KEEPERS)
    with transaction():
        added = [ports.add_ports(actor, id, "written") for id in sorted(set(ids))]
    return sum(map(bool, added)), sum(map(len, added))
