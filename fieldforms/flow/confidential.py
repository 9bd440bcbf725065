"""Confidential records while they are filled: which rooms make them so, and who may be named in them."""

from collections.abc import Iterator

from fieldforms.errors import NotCleared
from fieldforms.flow import guarding
from fieldforms.flow.working import Working
from fieldforms.forms.answers import Wrong
from fieldforms.store import accounts, devices, scope
from fieldforms.store.models import Room, User


def uncleared(found: Working, answers: dict) -> Iterator[Wrong]:
    """Nobody is named to do a step of a confidential record who may not read it."""
    naming = {step.assignee for step in found.definition.steps if step.by == "assignee"}
    for field in found.definition.fields_of(found.step):
        named = answers.get(field.name) if field.name in naming else None
        person = accounts.by_id(named["id"]) if isinstance(named, dict) and "id" in named else None
        if person and becomes(found, answers) and not reads(found, person):
            yield Wrong(field, NotCleared.sentence, {"name": person.name})


def becomes(found: Working, answers: dict) -> bool:
    """Is the record confidential, or would it be with these answers?"""
    if found.seen and found.seen.row.confidential:
        return True
    everything = {**found.earlier, **answers}
    if any(room.confidential for room in carried(found, everything)):
        return True
    follows = found.seen is None and guarding.follows_confidential(found.draft.origin)
    return follows or guarding.holds(found.definition, everything)


def reads(found: Working, person: User) -> bool:
    """May somebody read this record, were it confidential?"""
    if found.seen:
        return scope.cleared(person, found.seen.row)
    return person.confidential or person.id == found.draft.author_id


def opens_to(found: Working, person: User) -> bool:
    """What somebody else began about a confidential room needs the permission."""
    return not becomes(found, found.draft.answers) or reads(found, person)


def rooms(found: Working, answers: dict) -> list[str]:
    """Names of the confidential rooms that a sheet being filled would carry."""
    return list(dict.fromkeys(room.name for room in carried(found, answers) if room.confidential))


def carried(found: Working, answers: dict) -> list[Room]:
    """The rooms a sheet would carry: its own, and those of its devices."""
    fields = found.definition.meanings.get("devices", ())
    codes = [device["code"] for field in fields for device in answers.get(field.name) or ()]
    named = [device.room for device in devices.by_codes(scope.SYSTEM, codes).values() if device.room_id]
    return [found.room, *named] if found.room else named
