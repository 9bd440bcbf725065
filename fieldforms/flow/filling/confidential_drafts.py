"""Confidential records while they are filled: which rooms make them so, and who may be named in them."""

from collections.abc import Iterator

from fieldforms.errors import NotCleared
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.record import confidentiality, row_devices
from fieldforms.forms.answers import AnswerMistake
from fieldforms.store import scope
from fieldforms.store.models import Room, User
from fieldforms.store.people import accounts


def uncleared_assignees(found: DraftContext, answers: dict) -> Iterator[AnswerMistake]:
    """Nobody is named to do a step of a confidential record who may not read it."""
    naming = {step.assignee for step in found.definition.steps if step.by == "assignee"}
    for field in found.definition.fields_of(found.step):
        named = answers.get(field.name) if field.name in naming else None
        person = accounts.by_id(named["id"]) if isinstance(named, dict) and "id" in named else None
        if person and would_be_confidential(found, answers) and not may_read_record(found, person):
            yield AnswerMistake(field, NotCleared.sentence, {"name": person.name})


def would_be_confidential(found: DraftContext, answers: dict) -> bool:
    """Is the record confidential, or would it be with these answers?"""
    if found.seen and found.seen.row.confidential:
        return True
    everything = {**found.earlier, **answers}
    if any(room.confidential for room in rooms_of_sheet(found, everything)):
        return True
    follows = found.seen is None and confidentiality.follows_confidential(found.draft.origin)
    return follows or confidentiality.form_is_confidential(found.definition, everything)


def may_read_record(found: DraftContext, person: User) -> bool:
    """May somebody read this record, were it confidential?"""
    if found.seen:
        return scope.is_cleared(person, found.seen.row)
    return person.confidential or person.id == found.draft.author_id


def opens_to(found: DraftContext, person: User) -> bool:
    """What somebody else began about a confidential room needs the permission."""
    return may_read_record(found, person) or not would_be_confidential(found, found.draft.answers)


def confidential_rooms_of_sheet(found: DraftContext, answers: dict) -> list[str]:
    """Names of the confidential rooms that a sheet being filled would carry."""
    return list(dict.fromkeys(room.name for room in rooms_of_sheet(found, answers) if room.confidential))


def rooms_of_sheet(found: DraftContext, answers: dict) -> list[Room]:
    """The rooms a sheet would carry: its own, those of its devices, and confidential ones of its rows and the files beside it."""
    about = row_devices.devices_named(found.definition, answers)
    named = [device.room for device in about if device.room_id]
    named += confidentiality.rooms_of_carried_files(found.definition, answers)
    named += confidentiality.rooms_in_rows(found.definition, answers, found.draft.client_id)
    return [found.room, *named] if found.room else named
