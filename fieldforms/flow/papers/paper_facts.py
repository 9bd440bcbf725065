"""What a client's paper is made of: the register as whoever has no clearance reads it, for a paper goes through many hands."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from fieldforms import config, i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.cabling.wiring import Wiring, wiring_of_devices
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_columns
from fieldforms.flow.reporting.month_issuing import without_clearance
from fieldforms.flow.reporting.periods import Month, month_of
from fieldforms.store import clock
from fieldforms.store.models import Client, Contact, Device, Record, Room, User
from fieldforms.store.people import accounts
from fieldforms.store.register import clients, devices
from fieldforms.store.reporting import faults_in_time

PAPER_LANGUAGE = "zh"  # of the papers; what they are called is in both languages
MONTHS_TOLD = 12
NO_ROOM = "未登记房间"
EDITION_OF_CLIENT, EDITION_OF_TEMPLATE = "第 {} 版", "范本 {}"
SIGNING_PARTIES = {"client": "客户", "company": "服务单位"}
INTERNAL_WARNING = "内部资料，不得给客户和无关人员"


@dataclass
class PaperFacts:
    """Each thing is asked for when a paper names it, and once."""

    reader: Actor
    client: Client

    @cached_property
    def actor(self) -> Actor:
        return without_clearance(self.reader)

    @cached_property
    def rooms(self) -> list[Room]:
        return clients.rooms(self.client)

    @cached_property
    def contacts(self) -> list[Contact]:
        return clients.contacts(self.client)

    @cached_property
    def technicians(self) -> list[User]:
        return accounts.technicians_of(self.client.id)

    @cached_property
    def every_device(self) -> list[Device]:
        """Retired ones, too."""
        return devices.devices_ever_of(self.actor.viewer, self.client.id, clock.now() + 1)

    @cached_property
    def devices(self) -> list[Device]:
        """Those in use, room by room."""
        order = {room.id: at for at, room in enumerate(self.rooms)}
        found = [device for device in self.every_device if device.retired_at is None]
        return sorted(found, key=lambda each: (order.get(each.room_id, len(order)), each.category, each.name))

    @cached_property
    def months(self) -> list[Month]:
        """The last twelve, this one at the end."""
        now = month_of(local_time.today())
        return [now.shifted_by(by) for by in range(1 - MONTHS_TOLD, 1)]

    @cached_property
    def faults(self) -> list[Record]:
        """Reported in those months."""
        since = self.months[0].since
        found = faults_in_time.faults_alive(self.actor.viewer, self.client.id, since, clock.now() + 1)
        return [row for row in found if row.opened_at >= since and row.in_force]

    @cached_property
    def client_wiring(self) -> Wiring:
        """Of what stands in no confidential room."""
        guarded = {room.id for room in self.rooms if room.confidential}
        open_ones = [device for device in self.devices if device.room_id not in guarded]
        return wiring_of_devices(self.actor, open_ones)

    def name_of_room(self, room_id: int | None) -> str:
        return next((room.name for room in self.rooms if room.id == room_id), NO_ROOM)


# What a text may name in a line


@dataclass(frozen=True)
class PaperWord:
    """`words`: what stands in its place, "" where nobody has said. `filled_in`: where that is said: "client", "contacts",
    "rooms", "technicians", or "" where it is always known."""

    words: Callable[[PaperFacts], str]
    filled_in: str = ""


def names_joined(names) -> str:
    return "、".join(names)


def names_or_none(rooms) -> str:
    return names_joined(room.name for room in rooms) or "无"


def contact_in_words(contact: Contact) -> str:
    said = "，".join(filter(None, (contact.title, contact.mobile or contact.phone)))
    return f"{contact.name}（{said}）" if said else contact.name


def technician_in_words(person: User) -> str:
    return f"{person.name}（{person.phone}）" if person.phone else person.name


def contract_in_words(client: Client) -> str:
    days = client.contract_from, client.contract_until
    return "至".join(i18n.format_date(day, PAPER_LANGUAGE) for day in days) if all(days) else ""


def service_modes_in_words(client: Client) -> str:
    labels = (register_columns.SERVICE_MODES.get(name, name) for name in client.service_modes)
    return names_joined(i18n.gettext(label, PAPER_LANGUAGE) for label in labels)


PAPER_WORDS: dict[str, PaperWord] = {
    "客户": PaperWord(lambda facts: facts.client.name),
    "客户简称": PaperWord(lambda facts: facts.client.short_name),
    "客户地址": PaperWord(lambda facts: facts.client.address, "client"),
    "客户电话": PaperWord(lambda facts: facts.client.phone, "client"),
    "合同期": PaperWord(lambda facts: contract_in_words(facts.client), "client"),
    "服务方式": PaperWord(lambda facts: service_modes_in_words(facts.client), "client"),
    "工作时间": PaperWord(lambda facts: facts.client.working_hours, "client"),
    "主管领导": PaperWord(
        lambda facts: names_joined(contact_in_words(each) for each in facts.contacts if each.lead), "contacts"
    ),
    "机房管理人员": PaperWord(
        lambda facts: names_joined(contact_in_words(each) for each in facts.contacts if each.room_keeper),
        "contacts",
    ),
    "驻场人员": PaperWord(
        lambda facts: names_joined(map(technician_in_words, facts.technicians)), "technicians"
    ),
    "场所": PaperWord(lambda facts: names_joined(room.name for room in facts.rooms), "rooms"),
    "涉密场所": PaperWord(lambda facts: names_or_none(room for room in facts.rooms if room.confidential)),
    "禁手机场所": PaperWord(lambda facts: names_or_none(room for room in facts.rooms if room.no_phones)),
    "禁拍照场所": PaperWord(lambda facts: names_or_none(room for room in facts.rooms if room.no_cameras)),
    "公司": PaperWord(lambda _facts: config.current.company_name(PAPER_LANGUAGE)),
    "服务电话": PaperWord(lambda _facts: config.current.service_phone),
    "日期": PaperWord(lambda _facts: i18n.format_date(local_time.today(), PAPER_LANGUAGE)),
}
PLACES_TO_FILL_IN = {
    "client": N_("客户资料"),
    "contacts": N_("联系人"),
    "rooms": N_("房间"),
    "technicians": N_("驻场和技术人员"),
}
