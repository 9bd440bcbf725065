"""Codes: what a scan means, printing blanks, binding and retiring."""

from dataclasses import dataclass

from fieldforms.errors import CodeRetired, CodeTaken, NotFound, UnknownCode
from fieldforms.flow import codetext, tries
from fieldforms.flow.actors import Actor
from fieldforms.store import accounts, audit, codes, devices
from fieldforms.store.database import transaction
from fieldforms.store.models import Code, Device

KEEPERS = ("dispatcher", "supervisor", "admin", "technician")
RETIRERS = ("dispatcher", "supervisor", "admin")
MOST_BLANKS = 210
ANOTHERS = {"zh": "另一个客户的设备", "en": "another client's device"}  # whose name is not for this person
WRONG_SCANS = 60  # unknown codes from one address in flow.tries.WINDOW, by people without an account


@dataclass(frozen=True)
class Scan:
    """`state`: bound, unbound, retired or replaced (then `code.replaced_by` names the label in use)."""

    code: Code
    state: str
    device: Device | None


def resolve(text: str) -> Scan:
    """What a scanned or typed code stands for. Raises UnknownCode."""
    try:
        code = codes.get(codetext.normalise(text))
    except codetext.NotACode as error:
        raise UnknownCode from error
    if code is None:
        raise UnknownCode
    if code.retired_at:
        return Scan(code, "replaced" if code.replaced_by_id else "retired", code.device)
    return Scan(code, "bound" if code.device_id else "unbound", code.device)


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
                accounts.failed(key)
        raise


def make_blank(actor: Actor | None, count: int) -> list[str]:
    """New codes to print first and bind later. `actor` None: the command line."""
    if actor:
        actor.needs(*KEEPERS)
    made = [codetext.new_code() for _ in range(max(1, min(count, MOST_BLANKS)))]
    with transaction():
        codes.make(made, actor.user_id if actor else None)
        audit.record(actor.user_id if actor else None, "codes.make", count=len(made))
    return made


def bind(actor: Actor, text: str, device_id: int) -> Device:
    """Put a label on a device; the label it wore before is replaced.

    Raises CodeTaken, CodeRetired, NotFound, UnknownCode.
    """
    actor.needs(*KEEPERS)
    device = devices.get(actor.viewer, device_id)
    if device is None or device.retired_at:
        raise NotFound
    with transaction():
        code = codes.for_binding(resolve(text).code.code)
        if code is None or code.retired_at:
            raise CodeRetired
        if code.device_id and code.device_id != device.id:
            other = devices.get(actor.viewer, code.device_id)
            raise CodeTaken(device=other.name if other else ANOTHERS)
        codes.bind(code, device, actor.user_id)
        audit.record(actor.user_id, "code.bind", code.code, device=device.id)
    return device


def retire(actor: Actor, text: str) -> None:
    actor.needs(*RETIRERS)
    scan = resolve(text)
    if scan.device and devices.get(actor.viewer, scan.device.id) is None:
        raise NotFound
    with transaction():
        codes.retire(scan.code)
        audit.record(actor.user_id, "code.retire", scan.code.code)
