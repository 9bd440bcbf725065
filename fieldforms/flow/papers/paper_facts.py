"""What a client's paper is made of: the register as whoever has no clearance reads it, for a paper goes through many hands."""

from collections.abc import Callable, Iterable
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
from fieldforms.store.register import clients, devices, sites
from fieldforms.store.register.counted_names import counted_order
from fieldforms.store.reporting import faults_in_time

MONTHS_TOLD = 12
NO_ROOM = N_("未登记房间")
EDITION_OF_CLIENT, EDITION_OF_TEMPLATE = N_("第 %(n)s 版"), N_("范本 %(n)s")
SIGNING_PARTIES = {"client": N_("客户"), "company": N_("服务单位")}
INTERNAL_WARNING = N_("内部资料，不得给客户和无关人员")


@dataclass
class PaperFacts:
    """Each thing is asked for when a paper names it, and once. `lang`: of the paper."""

    reader: Actor
    client: Client
    lang: str

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
        return sorted(
            found,
            key=lambda each: (order.get(each.room_id, len(order)), each.category, counted_order(each.name)),
        )

    @cached_property
    def months(self) -> list[Month]:
        """The last twelve, this one at the end."""
        now = month_of(local_time.today())
        return [now.shifted_by(by) for by in range(1 - MONTHS_TOLD, 1)]

    @cached_property
    def faults(self) -> list[Record]:
        """Reported in those months; none of confidential sheets, nor about a device that stands in a confidential room by now."""
        since = self.months[0].since
        found = faults_in_time.faults_alive(self.actor.viewer, self.client.id, since, clock.now() + 1)
        found = [row for row in found if row.opened_at >= since and row.in_force and not row.confidential]
        guarded = {room.id for room in self.rooms if room.confidential}
        inside = {device.id for device in self.every_device if device.room_id in guarded}
        about = sites.devices_by_record(found) if found and inside else {}
        return [row for row in found if not inside.intersection(about.get(row.id, ()))]

    @cached_property
    def client_wiring(self) -> Wiring:
        """Of what stands in no confidential room."""
        guarded = {room.id for room in self.rooms if room.confidential}
        open_ones = [device for device in self.devices if device.room_id not in guarded]
        return wiring_of_devices(self.actor, open_ones)

    def name_of_room(self, room_id: int | None) -> str:
        return next((room.name for room in self.rooms if room.id == room_id), self.say(NO_ROOM))

    def say(self, message: str, **values) -> str:
        return i18n.gettext(message, self.lang, **values)

    def join_words(self, words: Iterable[str]) -> str:
        return i18n.join_words(words, self.lang)


# What a text may name in a line


@dataclass(frozen=True)
class PaperWord:
    """`english`: its name in English texts. `words`: what stands in its place, "" where nobody has said. `filled_in`: where that
    is said: a key of PLACES_TO_FILL_IN, or "" where it is always known."""

    english: str
    words: Callable[[PaperFacts], str]
    filled_in: str = ""


def rooms_or_none(facts: PaperFacts, mark: str) -> str:
    """Names of the rooms that are `mark`ed."""
    return facts.join_words(room.name for room in facts.rooms if getattr(room, mark)) or facts.say(N_("无"))


def contacts_in_words(facts: PaperFacts, mark: str) -> str:
    found = (each for each in facts.contacts if getattr(each, mark))
    return facts.join_words(
        with_brackets(facts, each.name, each.title, each.mobile or each.phone) for each in found
    )


def with_brackets(facts: PaperFacts, name: str, *said: str) -> str:
    """丁玉华（主任，138…） · Ding Yuhua (director, 138…)"""
    comma, brackets = {"zh": ("，", "{}（{}）"), "en": (", ", "{} ({})")}[facts.lang]
    inside = comma.join(filter(None, said))
    return brackets.format(name, inside) if inside else name


def technicians_in_words(facts: PaperFacts) -> str:
    return facts.join_words(with_brackets(facts, each.name, each.phone) for each in facts.technicians)


def contract_in_words(facts: PaperFacts) -> str:
    days = facts.client.contract_from, facts.client.contract_until
    between = {"zh": "至", "en": " to "}[facts.lang]
    return between.join(i18n.format_date(day, facts.lang) for day in days) if all(days) else ""


def service_modes_in_words(facts: PaperFacts) -> str:
    labels = (register_columns.SERVICE_MODES.get(name, name) for name in facts.client.service_modes)
    return facts.join_words(map(facts.say, labels))


def today_in_words(facts: PaperFacts) -> str:
    return i18n.format_date(local_time.today(), facts.lang)


PAPER_WORDS: dict[str, PaperWord] = {
    "客户": PaperWord("client", lambda facts: facts.client.name),
    "客户简称": PaperWord("client short name", lambda facts: facts.client.short_name),
    "客户地址": PaperWord("client address", lambda facts: facts.client.address, "client"),
    "客户电话": PaperWord("client phone", lambda facts: facts.client.phone, "client"),
    "合同期": PaperWord("contract period", contract_in_words, "client"),
    "服务方式": PaperWord("service modes", service_modes_in_words, "client"),
    "工作时间": PaperWord("working hours", lambda facts: facts.client.working_hours, "client"),
    "主管领导": PaperWord("client lead", lambda facts: contacts_in_words(facts, "lead"), "contacts"),
    "机房管理人员": PaperWord(
        "room keepers", lambda facts: contacts_in_words(facts, "room_keeper"), "contacts"
    ),
    "驻场人员": PaperWord("resident staff", technicians_in_words, "technicians"),
    "场所": PaperWord("venues", lambda facts: facts.join_words(room.name for room in facts.rooms), "rooms"),
    "涉密场所": PaperWord("confidential venues", lambda facts: rooms_or_none(facts, "confidential")),
    "禁手机场所": PaperWord("venues without phones", lambda facts: rooms_or_none(facts, "no_phones")),
    "禁拍照场所": PaperWord("venues without cameras", lambda facts: rooms_or_none(facts, "no_cameras")),
    "公司": PaperWord("company", lambda facts: config.current.company_name(facts.lang)),
    "服务电话": PaperWord("service phone", lambda _facts: config.current.service_phone),
    "日期": PaperWord("date", today_in_words),
}
PLACES_TO_FILL_IN = {
    "client": N_("客户资料"),
    "contacts": N_("联系人"),
    "rooms": N_("房间"),
    "technicians": N_("驻场和技术人员"),
}
