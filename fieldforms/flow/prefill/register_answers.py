"""What the register knows: prefilling a new draft, and looking up answers that refer to devices, people and parts."""

from collections.abc import Callable, Iterable

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import answer_sources
from fieldforms.flow.register.answer_sources import Origin, device_as_answered, origin_at
from fieldforms.flow.stock import parts_on_sheets
from fieldforms.forms.answers import filled_rows
from fieldforms.forms.conditions import is_filled
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.kinds import KINDS
from fieldforms.store import scope
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Room, User
from fieldforms.store.people import accounts
from fieldforms.store.register import clients, devices
from fieldforms.store.stock import parts

__all__ = [
    "Origin",
    "clients_to_choose",
    "device_as_answered",
    "known_values",
    "lasting_answers",
    "look_up_answers",
    "origin_at",
    "part_names",
    "people_to_choose",
    "prefilled_answers",
    "room_devices",
    "suggestions_by_field",
]


def prefilled_answers(definition: Definition, step: Step, origin: Origin) -> dict:
    """The answers a new draft of this step starts with."""
    return known_values(definition.fields_of(step), origin)


def lasting_answers(definition: Definition, answers: dict) -> dict:
    """Those that hold tomorrow, too."""
    return {
        name: value
        for name, value in answers.items()
        if definition.fields[name].source not in answer_sources.PASSING
    }


def known_values(fields: Iterable[Field], origin: Origin) -> dict:
    values = ((field.name, value_or_default(field, origin)) for field in fields)
    return {name: found for name, found in values if is_filled(found)}


def value_or_default(field: Field, origin: Origin):
    """What the register says, else the default. The rows of a repeat are asked one by one."""
    if field.fields:
        return [
            known_values(field.fields, each) for each in answer_sources.rows_of_source(field.source, origin)
        ]
    found = answer_sources.register_value(field, origin)
    return found if is_filled(found) else field.default


def look_up_answers(
    definition: Definition, step: Step, answers: dict, viewer: scope.Viewer, client_id: int | None = None
) -> dict:
    """Answers that refer to the register, filled in from it. What is not found stays as it was typed.

    `client_id`: of the client that the sheet is about: whoever fills it names that one's devices, whomever they serve.
    """
    return look_up_fields(definition.fields_of(step), answers, viewer, client_id)


def look_up_fields(
    fields: Iterable[Field], answers: dict, viewer: scope.Viewer, client_id: int | None = None
) -> dict:
    found = dict(answers)
    for field in fields:
        given, refers = answers.get(field.name), KINDS[field.type].refers
        if given and refers:
            found[field.name] = LOOK_UPS[refers](given, viewer, field, client_id)
        elif given and field.fields:
            rows = filled_rows(given)
            found[field.name] = [look_up_fields(field.fields, row, viewer, client_id) for row in rows]
        elif not is_filled(given) and (hours := KINDS[field.type].value_between(field, answers)):
            found[field.name] = hours
    return found


def look_up_devices(given: list[dict], viewer, field: Field, client_id: int | None) -> list[dict]:
    codes = {item["code"]: code_text(item["code"]) for item in given}
    known = devices.by_codes(viewer, list(codes.values()))
    others = [code for code in codes.values() if code not in known]
    there = devices.by_codes(scope.SYSTEM, others) if client_id else {}
    known |= {code: device for code, device in there.items() if device.client_id == client_id}
    found = {}
    for typed, code in codes.items():
        found[code] = device_as_answered(known[code], code) if code in known else {"code": typed}
    return list(found.values())


def code_text(text: str) -> str:
    return label_codes.code_or_nothing(text) or text


def look_up_user(given: dict, viewer, field: Field, client_id: int | None) -> dict:
    """Whom the field does not ask for stays without a name, as who does not exist: the form's check refuses both."""
    person = accounts.by_id(given["id"])
    if person and person.role not in field.constraint.get("roles", (person.role,)):
        return {"id": person.id}
    return {"id": person.id, "name": person.name} if person and person.disabled_at is None else given


def look_up_part(given: dict, viewer, field: Field, client_id: int | None) -> dict:
    """By name or code; what the stock does not know keeps the name that was typed. Its kind goes along where it is asked."""
    found = parts_on_sheets.part_looked_up(given, viewer, client_id)
    if "kind_from" not in field.constraint or "id" not in found:
        return found
    part = parts.get_part(scope.SYSTEM, found["id"])
    return found | {"kind": part.kind} if part else found


LOOK_UPS: dict[str, Callable] = {
    "device": look_up_devices,
    "user": look_up_user,
    "part": look_up_part,
}


def part_names(definition: Definition, step: Step, client_id: int | None) -> dict[str, int | None]:
    """What the questions about parts offer, in the words by which `look_up_part` finds them → how many are to be
    had (None: what is fitted comes from one's own bag, too); {} without any such question.

    `client_id`: of the client that the sheet is about.
    """
    if not asks_for("part", definition.fields_of(step)):
        return {}
    fitted = step.moves and step.moves["kind"] == "fitted"
    return {name: None if fitted else n for name, n in parts_on_sheets.promisable_by_name(client_id).items()}


def asks_for(refers: str, fields: Iterable[Field]) -> bool:
    return any(KINDS[field.type].refers == refers or asks_for(refers, field.fields) for field in fields)


def people_to_choose(definition: Definition, step: Step) -> list[User]:
    """Whom the questions about people offer."""
    return accounts.active_users() if asks_for("user", definition.fields_of(step)) else []


def room_devices(definition: Definition, step: Step, room: Room | None) -> list[dict]:
    """The labelled devices of the room, as the questions about devices offer them to be ticked."""
    if room is None or not asks_for("device", definition.fields_of(step)):
        return []
    found = answer_sources.devices_of_room(room)
    codes = devices.codes_of(found)
    return [device_as_answered(device, codes[device.id]) for device in found if device.id in codes]


def clients_to_choose(actor: Actor, key: str, origin: dict) -> list[Client]:
    """The clients that a form begun from the list of forms can be about: those whom a technician serves. None where it
    was begun at a device, a room, a plan's visit or another sheet."""
    row = definitions.current_version(key)
    definition = definitions.read_definition(row) if row else None
    if (
        definition is None
        or origin.keys() - {"client"}
        or not definition.starts_alone
        or "client" not in definition.starts_from
    ):
        return []
    return clients.seen_by(actor.viewer) if actor.viewer.role in scope.SEES_ASSIGNED else []


def suggestions_by_field(definition: Definition, step: Step, client: Client | None) -> dict[str, list[str]]:
    """Field name → what its datalist offers."""
    if client is None:
        return {}
    names = [contact.name for contact in clients.contacts(client)]
    return {field.name: names for field in definition.fields_of(step) if field.suggest == "client.contacts"}
