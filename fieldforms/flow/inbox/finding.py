"""One search for whatever a person may open (issue 10, Browse): sheets, devices, rooms, clients and their contacts, parts,
documents, people.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import device_lists, spellings
from fieldforms.flow.stock import parts
from fieldforms.store import pinyin
from fieldforms.store.documents import document_search
from fieldforms.store.documents.documents import DocumentFilters
from fieldforms.store.inbox import finding
from fieldforms.store.record.lists import RecordFilters, newest_matching
from fieldforms.store.register.device_lists import DeviceFilters
from fieldforms.store.stock.parts import PartFilters

MOST_OF_A_KIND = 5
PEOPLE_READERS = ("dispatcher", "supervisor", "admin")
READERS_OF_REGISTER = ("technician", "dispatcher", "supervisor", "manager", "admin")


@dataclass(frozen=True)
class Found:
    """What was found of one kind: the first rows, and whether there are `more`."""

    kind: str
    rows: list
    more: bool


def find_everywhere(actor: Actor, text: str) -> list[Found]:
    """Of each kind what this person may open and has all words of `text`; kinds in which there is nothing are left out."""
    if not text.split():
        return []
    found = (
        (kind, find(actor, text, MOST_OF_A_KIND + 1))
        for kind, (roles, find) in KINDS_FOUND.items()
        if not roles or actor.viewer.role in roles
    )
    return [Found(kind, rows[:MOST_OF_A_KIND], len(rows) > MOST_OF_A_KIND) for kind, rows in found if rows]


def sheets_found(actor: Actor, text: str, most: int) -> list:
    return newest_matching(actor.viewer, RecordFilters(text=text), most)


def devices_found(actor: Actor, text: str, most: int) -> list:
    return device_lists.find_devices(actor.viewer, DeviceFilters(text), most)


def clients_found(actor: Actor, text: str, most: int) -> list:
    ids = ids_by_typed_words(finding.searched_client_names(actor.viewer), text, most)
    return list(finding.clients_with_ids(actor.viewer, ids)) if ids else []


def rooms_found(actor: Actor, text: str, most: int) -> list:
    return finding.rooms_with_words(actor.viewer, text.split(), most)


def contacts_found(actor: Actor, text: str, most: int) -> list:
    return finding.contacts_with_words(actor.viewer, text.split(), most)


def parts_found(actor: Actor, text: str, most: int) -> list:
    return parts.find_parts(actor.viewer, PartFilters(text=text), most)


def documents_found(actor: Actor, text: str, most: int) -> list:
    return document_search.find_documents(actor.viewer, DocumentFilters(text=text), most)


def people_found(actor: Actor, text: str, most: int) -> list:
    ids = ids_by_typed_words(finding.searched_people_names(), text, most)
    return list(finding.people_with_ids(ids)) if ids else []


KINDS_FOUND: dict[str, tuple[Sequence[str], Callable[[Actor, str, int], list]]] = {
    "sheet": ((), sheets_found),
    "device": (READERS_OF_REGISTER, devices_found),
    "room": (READERS_OF_REGISTER, rooms_found),
    "client": (READERS_OF_REGISTER, clients_found),
    "contact": (READERS_OF_REGISTER, contacts_found),
    "person": (PEOPLE_READERS, people_found),
    "part": (READERS_OF_REGISTER, parts_found),
    "document": (READERS_OF_REGISTER, documents_found),
}


def ids_by_typed_words(named: Iterable[tuple[Any, ...]], text: str, most: int) -> tuple[int, ...]:
    """Of (id, words, …) the first ids of those that have all words of `text`, as they are written or as Chinese is typed."""
    words = spellings.fold_text(text).split()
    called = (id for id, *said in named if all(word in typed_forms(tuple(said)) for word in words))
    return tuple(id for id, _n in zip(called, range(most), strict=False))


@lru_cache(8192)
def typed_forms(said: tuple[str, ...]) -> str:
    """市政务中心 is found by 政务, by szwzx and by zwzx."""
    folded = [spellings.fold_text(text) for text in said]
    return "\n".join([*folded, *(pinyin.initials_of_text(text).casefold() for text in folded)])
