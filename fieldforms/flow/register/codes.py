"""Codes: what a scan means, printing blanks, binding and retiring."""

from dataclasses import dataclass

from fieldforms.errors import CodeRetired, CodeTaken, NotFound, UnknownCode
from fieldforms.flow.people import tries
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import label_codes
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.models import Code, Device, Part
from fieldforms.store.people import accounts
from fieldforms.store.register import codes, devices
from fieldforms.store.stock import parts

LABEL_KEEPERS = ("dispatcher", "supervisor", "admin", "technician")
RETIRERS = ("dispatcher", "supervisor", "admin")
PART_KEEPERS = ("dispatcher", "admin")  # who put labels on parts and tools: flow.stock.parts.KEEPERS
MOST_BLANKS = 210
ANOTHERS = {"zh": "另一个客户的设备", "en": "another client's device"}  # whose name is not for this person
A_PART = {"zh": "备件或工具", "en": "a part or tool"}
WRONG_SCANS = 60  # unknown codes from one address in flow.people.tries.WINDOW, by people without an account


@dataclass(frozen=True)
class Scan:
    """`state`: bound, unbound, retired or replaced (then `code.replaced_by` names the label in use)."""

    code: Code
    state: str
    device: Device | None
    part: Part | None = None


def resolve(text: str) -> Scan:
    """What a scanned or typed code stands for. Raises UnknownCode."""
    try:
        code = codes.get(label_codes.normalise_code(text))
    except label_codes.NotACode as error:
        raise UnknownCode from error
    if code is None:
        raise UnknownCode
    on = {"device": code.device if code.device_id else None, "part": code.part if code.part_id else None}
    if code.retired_at:
        return Scan(code, "replaced" if code.replaced_by_id else "retired", **on)
    return Scan(code, "bound" if any(on.values()) else "unbound", **on)


def scan(actor: Actor, text: str) -> Scan:
    """`resolve` for a request: who has no account can't try codes at will.

    Raises UnknownCode, TooManyTries.
    """
    key = f"code:{actor.address}"
    if actor.user is None:
        tries.throttle(key, WRONG_SCANS)
    try:
        return resolve(text)
    except UnknownCode:
        if actor.user is None:
            with transaction():
                accounts.count_failure(key)
        raise


def make_blank(actor: Actor | None, count: int) -> list[str]:
    """New codes to print first and bind later. `actor` None: the command line."""
    if actor:
        actor.needs(*LABEL_KEEPERS)
    made = [label_codes.new_code() for _ in range(max(1, min(count, MOST_BLANKS)))]
    with transaction():
        codes.make(made, actor.user_id if actor else None)
        audit.record(actor.user_id if actor else None, "codes.make", count=len(made))
    return made


def bind_device(actor: Actor, text: str, device_id: int) -> Device:
    """Put a label on a device; the label it wore before is replaced.

    Raises CodeTaken, CodeRetired, NotFound, UnknownCode.
    """
    actor.needs(*LABEL_KEEPERS)
    device = devices.get(actor.viewer, device_id)
    if device is None or device.retired_at:
        raise NotFound
    with transaction():
        bind_code_to(actor, text, device)
    return device


def bind_part(actor: Actor, text: str, part_id: int) -> Part:
    """Put a label on a part, tool or loan unit. Raises as `bind`."""
    actor.needs(*PART_KEEPERS)
    part = parts.get(actor.viewer, part_id)
    if part is None or part.retired_at:
        raise NotFound
    with transaction():
        bind_code_to(actor, text, part)
    return part


def bind_code_to(actor: Actor, text: str, thing: Device | Part) -> None:
    code = codes.for_binding(resolve(text).code.code)
    if code is None or code.retired_at:
        raise CodeRetired
    kind = "part" if isinstance(thing, Part) else "device"
    if (code.device_id or code.part_id) and getattr(code, f"{kind}_id") != thing.id:
        raise CodeTaken(device=name_of_wearer(actor, code))
    codes.bind(code, thing, actor.user_id)
    audit.record(actor.user_id, "code.bind", code.code, **{kind: thing.id})


def name_of_wearer(actor: Actor, code: Code) -> str | dict:
    """What a label is on already, as far as the actor may know."""
    if code.part_id:
        part = parts.get(actor.viewer, code.part_id)
        return part.name if part else A_PART
    device = devices.get(actor.viewer, code.device_id)
    return device.name if device else ANOTHERS


def retire(actor: Actor, text: str) -> None:
    actor.needs(*RETIRERS)
    scan = resolve(text)
    if scan.device and devices.get(actor.viewer, scan.device.id) is None:
        raise NotFound
    if scan.part and parts.get(actor.viewer, scan.part.id) is None:
        raise NotFound
    with transaction():
        codes.retire(scan.code)
        audit.record(actor.user_id, "code.retire", scan.code.code)
