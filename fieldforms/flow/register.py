"""What the register knows: prefilling a new draft, and completing answers that refer to devices and people."""

from collections.abc import Callable
from dataclasses import dataclass

from fieldforms import config, i18n
from fieldforms.flow import codetext
from fieldforms.forms.definition import Definition, Step
from fieldforms.forms.kinds import KINDS
from fieldforms.store import accounts, clients, clock, devices
from fieldforms.store.models import Client, Contact, Device, Room, User


@dataclass(frozen=True)
class Origin:
    """Where a sheet was started from."""

    user: User | None = None
    client: Client | None = None
    room: Room | None = None
    device: Device | None = None
    contact: Contact | None = None
    code: str = ""


def local_now() -> str:
    """The server's local minute as datetimes are answered: 2026-11-24T14:10."""
    return i18n.local(clock.now(), config.current.tz).isoformat(timespec="minutes")[:16]


def origin(user: User | None, client=None, room=None, device=None) -> Origin:
    client = client or (device and device.client) or (room and room.client)
    contact = next(iter(clients.contacts(client)), None) if client else None
    code = devices.code_of(device) if device else ""
    return Origin(user, client, room or (device and device.room), device, contact, code)


# `from` in a definition → what the register knows (None: nothing)
SOURCES = {
    "client.name": lambda o: o.client and o.client.name,
    "client.address": lambda o: o.client and o.client.address,
    "client.phone": lambda o: (
        (o.contact and (o.contact.phone or o.contact.mobile)) or (o.client and o.client.phone)
    ),
    "client.contact": lambda o: o.contact and o.contact.name,
    "client.contact_phone": lambda o: o.contact and (o.contact.mobile or o.contact.phone),
    "client.type": lambda o: o.client and client_type(o.client),
    "device.code": lambda o: [described(o.device, o.code)] if o.device and o.code else None,
    "device.name": lambda o: o.device and o.device.name,
    "user.id": lambda o: o.user and {"id": o.user.id, "name": o.user.name},
    "user.full_name": lambda o: o.user and o.user.name,
    "user.phone": lambda o: o.user and o.user.phone,
}


def client_type(client: Client) -> str:
    """As the register says, else from the contract's dates (company.md, contract strip)."""
    today = local_now()[:10]
    if client.type:
        return client.type
    if client.warranty_until >= today:
        return "under_warranty"
    if client.contract_until >= today:
        return "per_call_contract" if client.calls_total else "yearly_contract"
    return ""


def prefilled(definition: Definition, step: Step, origin: Origin) -> dict:
    """The answers a new draft of this step starts with."""
    answers = {}
    for field in definition.fields_of(step):
        value = (
            moment(field.type) if field.source == "now" else SOURCES.get(field.source, lambda o: None)(origin)
        )
        value = value or field.default
        if value:
            answers[field.name] = value
    return answers


def moment(kind: str) -> str:
    return local_now()[:10] if kind == "date" else local_now()


def described(device: Device, code: str) -> dict:
    """How a device stands in an answer, so that an old sheet reads as it was."""
    place = device.room.name if device.room_id else ""
    return {"code": code, "name": device.name, "category": device.category, "place": place}


def completed(definition: Definition, step: Step, answers: dict, viewer) -> dict:
    """Answers that refer to the register, filled in from it. What is not found stays as it was typed."""
    found = dict(answers)
    for field in definition.fields_of(step):
        refers = KINDS[field.type].refers
        if refers and answers.get(field.name):
            found[field.name] = COMPLETERS[refers](answers[field.name], viewer)
    return found


def completed_devices(given: list[dict], viewer) -> list[dict]:
    codes = {item["code"]: code_text(item["code"]) for item in given}
    known = devices.by_codes(viewer, list(codes.values()))
    found = {}
    for typed, code in codes.items():
        found[code] = described(known[code], code) if code in known else {"code": typed}
    return list(found.values())


def code_text(text: str) -> str:
    try:
        return codetext.normalise(text)
    except codetext.NotACode:
        return text


def completed_user(given: dict, viewer) -> dict:
    person = accounts.by_id(given["id"])
    return {"id": person.id, "name": person.name} if person and person.disabled_at is None else given


COMPLETERS: dict[str, Callable] = {"device": completed_devices, "user": completed_user}


def suggestions(definition: Definition, step: Step, client: Client | None) -> dict[str, list[str]]:
    """Field name → what its datalist offers."""
    if client is None:
        return {}
    names = [contact.name for contact in clients.contacts(client)]
    return {field.name: names for field in definition.fields_of(step) if field.suggest == "client.contacts"}
