"""Codes: what a scan means, printing blanks, binding and retiring."""

from dataclasses import dataclass

from fieldforms.errors import CodeRetired, CodeTaken, NotFound, UnknownCode
from fieldforms.flow.people import tries
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import device_lists, register_looks, register_rows
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.models import Code, Device, Part
from fieldforms.store.people import accounts
from fieldforms.store.register import codes, devices
from fieldforms.store.stock import parts

LABEL_KEEPERS = ("dispatcher", "supervisor", "admin", "technician")
RETIRERS = ("dispatcher", "supervisor", "admin")
PART_KEEPERS = ("dispatcher", "admin")  # who keep the list of parts and put labels on them
MOST_BLANKS = 210
# Whose name is not for this person.
ANOTHERS_DEVICE = {"zh": "另一个客户的设备", "en": "another client's device"}
A_PART = {"zh": "备件或工具", "en": "a part or tool"}
WRONG_SCANS = 60  # unknown codes from one address in flow.people.tries.WINDOW, by people without an account


@dataclass(frozen=True)
class Scan:
    """`state`: bound, unbound, retired or replaced (then `code.replaced_by` names the label in use)."""

    code: Code
    state: str
    device: Device | None
    part: Part | None = None


def resolve_code(text: str) -> Scan:
    """What a scanned or typed code stands for. Raises UnknownCode."""
    try:
        code = codes.get_code(label_codes.normalise_code(text))
    except label_codes.NotACode as error:
        raise UnknownCode from error
    if code is None:
        raise UnknownCode
    on = {"device": code.device if code.device_id else None, "part": code.part if code.part_id else None}
    if code.retired_at:
        return Scan(code, "replaced" if code.replaced_by_id else "retired", **on)
    return Scan(code, "bound" if any(on.values()) else "unbound", **on)


def scan_code(actor: Actor, text: str) -> Scan:
    """`resolve_code` for a request: who has no account can't try codes at will.

    Raises UnknownCode, TooManyTries.
    """
    key = tries.key_at("scan", actor.address)
    if actor.user is None:
        tries.throttle_key(key, WRONG_SCANS)
    try:
        return resolve_code(text)
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
        codes.make_codes(made, actor.user_id if actor else None)
        audit.record_action(actor.user_id if actor else None, "codes.make", count=len(made))
    return made


def bind_device(actor: Actor, text: str, device_id: int) -> Device:
    """As `put_label_on`, of a device in the actor's scope. Raises NotFound, too."""
    actor.needs(*LABEL_KEEPERS)
    device = devices.get_device(actor.viewer, device_id)
    if device is None or device.retired_at:
        raise NotFound
    put_label_on(actor, device, text)
    return device


def bind_part(actor: Actor, text: str, part_id: int) -> Part:
    """As `put_label_on`, of a part, tool or loan unit in the actor's scope. Raises NotFound, too."""
    actor.needs(*PART_KEEPERS)
    part = parts.get_part(actor.viewer, part_id)
    if part is None or part.retired_at:
        raise NotFound
    put_label_on(actor, part, text)
    return part


def put_label_on(actor: Actor, thing: Device | Part, text: str = "") -> str:
    """The code now on it: the one typed, or without `text` a new one to be printed. The label it wore is replaced.

    `thing`: in use and in the actor's scope. Raises CodeTaken, CodeRetired, UnknownCode, NotAllowed.
    """
    actor.needs(*(PART_KEEPERS if isinstance(thing, Part) else LABEL_KEEPERS))
    with transaction():
        [code] = [resolve_code(text).code.code] if text else make_blank(actor, 1)
        bind_code_to(actor, code, thing)
    return code


def put_new_labels_on(actor: Actor, things: list[Device]) -> int:
    """A new label on each, to be printed: things in use and in the actor's scope that wear none. When it was done (UTC ms), one
    moment for all of them. Call inside a transaction."""
    actor.needs(*LABEL_KEEPERS)
    made, now = [label_codes.new_code() for _ in things], clock.now()
    if made:
        codes.make_codes(made, actor.user_id)
        audit.record_action(actor.user_id, "codes.make", count=len(made))
    for code, thing in zip(made, things, strict=True):
        bind_code_to(actor, code, thing, now)
    return now


def bind_code_to(actor: Actor, text: str, thing: Device | Part, at: int | None = None) -> None:
    code = codes.for_binding(text)
    if code is None or code.retired_at:
        raise CodeRetired
    kind = register_rows.kind_of_row(thing)
    if (code.device_id or code.part_id) and getattr(code, f"{kind}_id") != thing.id:
        raise CodeTaken(device=name_of_wearer(actor, code))
    codes.bind_code(code, thing, actor.user_id, at)
    audit.record_action(actor.user_id, "code.bind", code.code, **{kind: thing.id})
    if isinstance(thing, Device):
        register_looks.note_deed(actor, thing, "label")
    device_lists.note_change()


def move_label(actor: Actor, text: str, thing: Device) -> None:
    """A label that stays where it hangs, and is on another device from now on. Call inside a transaction.

    Raises CodeRetired.
    """
    code = codes.for_binding(text)
    if code is None or code.retired_at:
        raise CodeRetired
    codes.bind_code(code, thing, actor.user_id)
    audit.record_action(actor.user_id, "code.bind", text, device=thing.id)


def retire_wearer(actor: Actor, thing: Device | Part) -> None:
    """Out of use, with its label: both stay in old sheets and are found no more. `thing`: one that the actor may change."""
    with transaction():
        codes.retire_wearer(thing)
        device_lists.note_change()
        audit.record_action(actor.user_id, f"{register_rows.kind_of_row(thing)}.retire", str(thing.id))


def name_of_wearer(actor: Actor, code: Code) -> str | dict:
    """What a label is on already, as far as the actor may know."""
    if code.part_id:
        part = parts.get_part(actor.viewer, code.part_id)
        return part.name if part else A_PART
    device = devices.get_device(actor.viewer, code.device_id)
    return device.name if device else ANOTHERS_DEVICE


def retire_code(actor: Actor, text: str) -> Code:
    """A label that is used no more. Raises NotFound, UnknownCode, NotAllowed."""
    code = scan_to_retire(actor, text).code
    with transaction():
        codes.retire_code(code)
        device_lists.note_change()
        audit.record_action(actor.user_id, "code.retire", code.code)
    return code


def scan_to_retire(actor: Actor, text: str) -> Scan:
    """A label that is on nothing out of this person's sight. Raises NotFound, UnknownCode, NotAllowed."""
    actor.needs(*RETIRERS)
    scan = resolve_code(text)
    if scan.device and devices.get_device(actor.viewer, scan.device.id) is None:
        raise NotFound
    if scan.part and parts.get_part(actor.viewer, scan.part.id) is None:
        raise NotFound
    return scan
