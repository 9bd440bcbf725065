"""Names of a client, its rooms and people: what a known fault, which is of a model and for everybody, does not say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms.errors import N_
from fieldforms.flow.record import folding
from fieldforms.forms.kinds import KINDS
from fieldforms.i18n import gettext
from fieldforms.store.models import Client
from fieldforms.store.record import records
from fieldforms.store.register import clients

SOME_CLIENT, SOME_ROOM, SOME_PERSON, SOME_PHONE = N_("某客户"), N_("某房间"), N_("某人"), N_("某号码")
SHORTEST_NAME = 2  # characters: a single one stands in other words
SHORTEST_NUMBER = 6  # digits
SHORTEST_ROOM = 3  # characters of its number
SPACES_IN_NUMBER = r"[\s\-－–()（）]*"
LATIN = r"[A-Za-z0-9]"
NOT_BESIDE = {0: f"(?<!{LATIN})", -1: f"(?!{LATIN})"}  # of a word: Lin is none of Link's
MEANINGS_OF_NAMES = {  # of answers → what stands in the place of what they name
    "client_name": SOME_CLIENT,
    "address": SOME_CLIENT,
    "contact": SOME_PERSON,
    "reporter": SOME_PERSON,
    "visitor": SOME_PERSON,
    "phone": SOME_PHONE,
    "reporter_phone": SOME_PHONE,
}


@dataclass(frozen=True)
class ToldName:
    """`stand_in`: what is said in its place (a message id)."""

    name: str
    stand_in: str

    @property
    def pattern(self) -> re.Pattern:
        """Finds it in a text; a number however it is spaced."""
        if self.stand_in == SOME_PHONE:
            return re.compile(SPACES_IN_NUMBER.join(digits_of_text(self.name)))
        begins, ends = (NOT_BESIDE[side] if re.match(LATIN, self.name[side]) else "" for side in (0, -1))
        return re.compile(begins + re.escape(self.name) + ends, re.IGNORECASE)

    @property
    def is_telling(self) -> bool:
        if self.stand_in == SOME_PHONE:
            return len(digits_of_text(self.name)) >= SHORTEST_NUMBER
        return len(self.name) >= SHORTEST_NAME


def digits_of_text(text: str) -> str:
    return re.sub(r"\D", "", text)


def names_told_in(text: str, names: Iterable[ToldName]) -> list[str]:
    """Those that stand in it, each once."""
    return list(dict.fromkeys(each.name for each in names if each.is_telling and each.pattern.search(text)))


def text_without_names(text: str, names: Iterable[ToldName], lang: str) -> str:
    """The longest first: 文澜大学第一会议室 is one name, not two."""
    telling = {each.name: each for each in names if each.is_telling}
    for name in sorted(telling, key=len, reverse=True):
        text = telling[name].pattern.sub(gettext(telling[name].stand_in, lang), text)
    return text


def names_of_clients(every: Iterable[Client]) -> list[ToldName]:
    return [ToldName(name, SOME_CLIENT) for client in every for name in (client.name, client.short_name)]


def names_of_sheet(seen: records.Seen) -> list[ToldName]:
    """Its client with rooms and contacts, as the register and the sheet call them, and who had to do with it."""
    client = seen.row.client if seen.row.client_id else None
    people = [seen.row.technician_name, *people_of_entries(seen)]
    found = [ToldName(seen.row.client_name, SOME_CLIENT)]
    found += [ToldName(name, SOME_ROOM) for name in names_of_room(seen.row.place)]
    found += [ToldName(name, SOME_PERSON) for name in people]
    return [*found, *names_in_answers(seen), *(names_in_register(client) if client else ())]


def people_of_entries(seen: records.Seen) -> Iterable[str]:
    for entry in seen.entries:
        yield entry.row.actor.name if entry.row.actor_id else ""
        yield str(entry.facts.get("signer") or "")


def names_in_answers(seen: records.Seen) -> Iterable[ToldName]:
    """What further reporters said of themselves, too."""
    said = [entry.answers for entry in seen.entries]
    said.append(folding.fold_entries(seen.definition, seen.entries).told_answers)
    for field in seen.definition.fields.values():
        kind = KINDS[field.type]
        stand_in = MEANINGS_OF_NAMES.get(field.means) or (SOME_PERSON if kind.refers == "user" else "")
        for answers in said if stand_in else ():
            if kind.is_answered(value := answers.get(field.name)):
                yield ToldName(kind.text(value, field, "zh"), stand_in)


def names_in_register(client: Client) -> list[ToldName]:
    contacts = clients.contacts(client)
    numbers = [client.phone, *(number for each in contacts for number in (each.phone, each.mobile))]
    return [
        *names_of_clients([client]),
        ToldName(client.address, SOME_CLIENT),
        *(
            ToldName(name, SOME_ROOM)
            for room in clients.rooms_ever_of(client)
            for name in names_of_room(room.name)
        ),
        *(ToldName(contact.name, SOME_PERSON) for contact in contacts),
        *(ToldName(number, SOME_PHONE) for number in numbers),
    ]


def names_of_room(name: str) -> list[str]:
    """A301 智慧教室 is called A301, too."""
    numbered = [word for word in name.split() if len(word) >= SHORTEST_ROOM and re.search(r"\d", word)]
    return list(dict.fromkeys([name, *numbered]))
