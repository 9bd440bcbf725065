"""What the words of a list say of a device's ports: shown as they will be read, and seen against the ports that are recorded."""

from collections import defaultdict
from collections.abc import Iterable

from fieldforms.errors import N_
from fieldforms.flow.cabling import port_notation
from fieldforms.flow.cabling.port_texts import ports_of_survey
from fieldforms.flow.importing.list_rows import ListRow
from fieldforms.flow.people.actors import Actor
from fieldforms.store.cabling import ports
from fieldforms.store.models import Device, Port

PORTS_READ_AS = N_("接口读作：%(ports)s。")
PORTS_NOT_READ = N_("接口里这些没看懂，只留作文字：%(text)s。")
PORTS_STAY = N_("这台的接口已经逐个登记：这里只改档案里的文字，登记的接口请在设备页改。")
MOST_UNREAD_TOLD = 200  # characters of it that are told


class DevicePorts:
    """The recorded ports of devices that a list may be about, as far as the actor may see them."""

    def __init__(self, actor: Actor, rows: Iterable[ListRow], known: Iterable[Device]):
        self.recorded = defaultdict[int, list[Port]](list)
        if any(row.texts.get("interfaces") for row in rows):
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

    def tell_ports(self, row: ListRow) -> None:
        """Of words that are to be written: how they will be read, and what of them will not."""
        text = row.values.get("interfaces", "")
        if not text:
            return
        category = row.given.get("category", "") or (row.known.category if row.known else "")
        reading = ports_of_survey(text, row.values.get("spare_interfaces", ""), category)
        if reading.ports:
            row.notices.append((PORTS_READ_AS, {"ports": port_notation.ports_in_words(reading.ports)}))
        if reading.unread:
            row.notices.append((PORTS_NOT_READ, {"text": "、".join(reading.unread)[:MOST_UNREAD_TOLD]}))
        if row.known and self.recorded.get(row.known.id):
            row.notices.append((PORTS_STAY, {}))
