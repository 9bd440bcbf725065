"""Confidential rooms, said before they change anything: who may read a sheet follows from the rooms it names."""

from fieldforms.errors import ConfidentialRoom, NotFound
from fieldforms.flow.actors import Actor
from fieldforms.flow.drafts import Working
from fieldforms.flow.records import found_by
from fieldforms.store import devices, records, scope


def rooms(found: Working, answers: dict) -> list[str]:
    """Names of the confidential rooms that a sheet being filled would carry: its own, and those of its devices."""
    fields = found.definition.meanings.get("devices", ())
    codes = [device["code"] for field in fields for device in answers.get(field.name) or ()]
    named = [device.room for device in devices.by_codes(scope.SYSTEM, codes).values() if device.room_id]
    every = [found.room, *named] if found.room else named
    return list(dict.fromkeys(room.name for room in every if room.confidential))


def to_erase(actor: Actor, number: str) -> records.Seen:
    """A record to erase something in. An admin without the permission is told why it can't be: a person's request must
    not end at "no such page". Raises NotFound, ConfidentialRoom, NotAllowed.
    """
    actor.needs("admin")
    try:
        return found_by(actor, number)
    except NotFound:
        hidden = records.by_number(scope.SYSTEM, number)
        if hidden and hidden.row.confidential:
            raise ConfidentialRoom from None
        raise
