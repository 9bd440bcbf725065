"""What a technician's phone keeps so that a sheet can be begun without a network at any device of their rooms (docs/offline.md):
the page of each device; of each form one page a room, empty; and what the register answers at each device.

Nothing confidential is among it: neither rooms, nor devices whose page would tell of a confidential sheet. So what a phone
fetches while nobody looks is never a reading that is written down.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import filterfalse, groupby

from fieldforms.flow.library import form_files
from fieldforms.flow.people.actors import Actor, may_start_as
from fieldforms.flow.prefill import register_answers
from fieldforms.flow.register.answer_sources import Origin
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import kind_of
from fieldforms.store import clock, scope
from fieldforms.store.models import Contact, Device, Room
from fieldforms.store.register import devices, kept_devices
from fieldforms.store.scope import Viewer

Pairs = list[tuple[str, str]]  # as a form's body says answers


@dataclass(frozen=True)
class KeptDevice:
    """`code`: of its label, "" without one. `answers`: a form's key → what the register answers at this device and not in
    its whole room."""

    device: Device
    code: str
    digest: str
    answers: dict[str, Pairs]


@dataclass(frozen=True)
class KeptRoom:
    """Devices that stand together; `room` None: those of a client that stand in no room. `forms` are empty where none can be
    begun on a phone."""

    client_name: str
    client_language: str
    room: Room | None
    devices: list[KeptDevice]
    forms: list[Definition]
    digest: str


@dataclass(frozen=True)
class LeftOut:
    """How many devices a phone keeps nothing of, and why: they stand in `rooms` confidential rooms of the client; or there
    are confidential sheets about them in one that is kept (`rooms` 0; `room` None: in none)."""

    client_name: str
    room: Room | None
    rooms: int
    devices: int


@dataclass(frozen=True)
class KeptRooms:
    rooms: list[KeptRoom]
    left_out: list[LeftOut]


def keeps_rooms(viewer: Viewer) -> bool:
    """Those of the clients whom a technician serves; nobody else has rooms of their own."""
    return viewer.role in scope.SEES_ASSIGNED


def rooms_to_keep(actor: Actor, version: str) -> KeptRooms:
    """`version`: whatever else the pages look like it by; with it, their digests change."""
    if actor.user is None or not keeps_rooms(actor.viewer):
        return KeptRooms([], [])
    found = list(kept_devices.devices_in_use(actor.viewer))
    secret = {id for (id,) in kept_devices.devices_with_confidential_records(actor.viewer)}
    codes = devices.codes_of(found)
    left = [each for each in found if each.id in secret or stands_secretly(each)]
    kept = [each for each in found if each not in left]
    reader = RoomReader(actor, kept, codes, version_today(actor.user.id, version))
    rooms = [reader.room_with_devices(list(group)) for _place, group in groupby(kept, key=stand_of_device)]
    return KeptRooms(rooms, list(count_left(left)))


def stands_secretly(device: Device) -> bool:
    return bool(device.room_id and device.room.confidential)


def count_left(devices: list[Device]) -> Iterator[LeftOut]:
    """Confidential rooms are counted for each client: their names are not kept on a phone, either."""
    for _client, found in groupby(filter(stands_secretly, devices), key=lambda device: device.client_id):
        group = list(found)
        rooms = {device.room_id for device in group}
        yield LeftOut(group[0].client.short_name, None, len(rooms), len(group))
    for _place, found in groupby(filterfalse(stands_secretly, devices), key=stand_of_device):
        group = list(found)
        first = group[0]
        yield LeftOut(first.client.short_name, first.room if first.room_id else None, 0, len(group))


def stand_of_device(device: Device) -> tuple[int, int | None]:
    return device.client_id, device.room_id


PAGES_DAYS = 7  # what no digest looks at is at most so old, once the phone has a network


def version_today(user_id: int, version: str) -> str:
    """Another one each week, on another day for each person: not all phones ask for all their pages at once."""
    return f"{version} {(clock.now() // clock.DAY_MS + user_id) // PAGES_DAYS}"


class RoomReader:
    """What is the same for all rooms of a person, read once."""

    def __init__(self, actor: Actor, kept: list[Device], codes: dict[int, str], version: str):
        self.actor, self.codes = actor, codes
        self.forms = form_files.forms_startable_at(partial(may_start_as, actor), "device")
        self.versions = digest_of([version, *((form.key, form.digest) for form in self.forms)])
        self.changes = {id: said for id, *said in kept_devices.latest_changes_by_device(actor.viewer)}
        self.contacts = contacts_by_client({device.client_id for device in kept})

    def room_with_devices(self, found: list[Device]) -> KeptRoom:
        first = found[0]
        room = first.room if first.room_id else None
        contacts = self.contacts.get(first.client_id, [])
        about = [first.client, *([room] if room else []), *contacts]
        place = digest_of([self.versions, *map(facts_of_row, about)])
        may_begin = not (room and room.no_phones)
        return KeptRoom(
            first.client.short_name,
            first.client.language,
            room,
            [self.kept_device(each, place) for each in found],
            self.forms if may_begin else [],
            digest_of([place, *map(facts_of_row, found), *(self.codes.get(each.id) for each in found)]),
        )

    def kept_device(self, device: Device, place: str) -> KeptDevice:
        code = self.codes.get(device.id, "")
        origin = Origin(self.actor.user, device.client, None, device, None, code)
        answers = {form.key: answers_at_device(form, origin) for form in self.forms}
        facts = [place, facts_of_row(device), code, self.changes.get(device.id)]
        return KeptDevice(
            device, code, digest_of(facts), {key: said for key, said in answers.items() if said}
        )


def contacts_by_client(client_ids: set[int]) -> dict[int, list[Contact]]:
    found: dict[int, list[Contact]] = {}
    for contact in kept_devices.contacts_at_clients(tuple(client_ids)):
        found.setdefault(contact.client_id, []).append(contact)
    return found


def facts_of_row(row) -> list:
    return sorted(row.__data__.items())


def digest_of(facts: Iterable) -> str:
    return hashlib.sha256(repr(list(facts)).encode()).hexdigest()[:16]


def answers_at_device(form: Definition, origin: Origin) -> Pairs:
    """What the first step's questions about a device are answered there. Empty ones, too: the page they are put into may be
    another device's."""
    asked = [field for field in form.fields_of(form.steps[0]) if field.source.startswith("device.")]
    known = register_answers.known_values(asked, origin)
    return [pair for field in asked for pair in pairs_of_answer(field.name, known.get(field.name))]


def pairs_of_answer(name: str, value) -> Pairs:
    """As an input of a form has it: a text, several choices, devices by their codes."""
    if isinstance(value, list):
        return [(name, str(each["code"] if isinstance(each, dict) else each)) for each in value]
    return [(name, "" if value is None or isinstance(value, dict) else str(value))]


def clocks_of_form(form: Definition) -> dict[str, str]:
    """Questions of the first step that are answered by when it is begun → "minute" or "date"."""
    asked = [field for field in form.fields_of(form.steps[0]) if field.source in ("now", "today")]
    return {
        field.name: "minute" if kind_of(field).has_minutes else "date"
        for field in asked
        if kind_of(field).is_time
    }
