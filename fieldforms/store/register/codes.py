"""Codes: rows of their own, made blank, bound, retired, never reused."""

from dataclasses import dataclass

from peewee import JOIN, fn

from fieldforms.store import clock, scope
from fieldforms.store.database import select_for_update
from fieldforms.store.models import Client, Code, Device, Part, Room, User
from fieldforms.store.prepared import one_of, prepared

Owner = Client.alias()


def get_code(code: str) -> Code | None:
    return labels_called.first(code)


@prepared
def labels_called(code):
    return selection().where(Code.code == code)


def selection():
    """Codes with what they are on: a device, its client and room; or a part and its owner."""
    return (
        Code.select(Code, Device, Client, Room, Part, Owner)
        .join(Device, JOIN.LEFT_OUTER)
        .join(Client, JOIN.LEFT_OUTER)
        .switch(Device)
        .join(Room, JOIN.LEFT_OUTER)
        .switch(Code)
        .join(Part, JOIN.LEFT_OUTER)
        .join(Owner, JOIN.LEFT_OUTER, on=(Part.client == Owner.id))
    )


def make_codes(codes: list[str], user) -> None:
    now = clock.now()
    Code.insert_many([{"code": code, "made_at": now, "made_by": user} for code in codes]).execute()


def for_binding(code: str) -> Code | None:
    return select_for_update(Code.select().where(Code.code == code)).first()


def bind_code(code: Code, thing: Device | Part, user, at: int | None = None) -> None:
    """Puts the label on the device or part; a label it wore before is replaced by this one. `at`: UTC ms, by default now."""
    now, column = at or clock.now(), column_of_wearer(thing)
    Code.update(retired_at=now, replaced_by=code).where(
        column == thing, Code.retired_at.is_null(), Code.id != code.id
    ).execute()
    Code.update({column: thing, Code.bound_at: now, Code.bound_by: user}).where(Code.id == code.id).execute()


def retire_wearer(thing: Device | Part) -> None:
    """A device or part and the label it wears; both stay in old sheets, and a part's movements stay."""
    now, table = clock.now(), type(thing)
    table.update(retired_at=now).where(table.id == thing.id).execute()
    Code.update(retired_at=now).where(column_of_wearer(thing) == thing, Code.retired_at.is_null()).execute()


def column_of_wearer(thing: Device | Part):
    return Code.part if isinstance(thing, Part) else Code.device


def retire_code(code: Code) -> None:
    Code.update(retired_at=clock.now()).where(Code.id == code.id).execute()


def blank_codes(limit: int = 200) -> list[Code]:
    return newest_blanks(limit)


@prepared
def newest_blanks(limit):
    return Code.select().where(is_unbound()).order_by(Code.id.desc()).limit(limit)


def is_unbound():
    return Code.device.is_null() & Code.part.is_null() & Code.retired_at.is_null()


def codes_on_devices(viewer, client: int | None = None) -> list[Code]:
    """Labels on devices, for printing."""
    return labels_of_devices(viewer, client, of_client=bool(client))


@scope.prepared_by_viewer
def labels_of_devices(viewer, client, *, of_client):
    query = (
        Code.select(Code, Device, Client, Room)
        .join(Device)
        .join(Client)
        .switch(Device)
        .join(Room, JOIN.LEFT_OUTER)
        .where(Code.retired_at.is_null(), Device.retired_at.is_null(), scope.clients(viewer, Device.client))
    )
    query = query.where(Device.client == client if of_client else Client.retired_at.is_null())
    return query.order_by(Client.short_name, Room.name, Device.name)


@dataclass(frozen=True)
class Batch:
    """Blank codes made together. `made_at`: UTC ms; `left`: how many of them are still blank."""

    made_at: int
    made_by: str
    left: int


def batches(limit: int = 30) -> list[Batch]:
    """Batches with blank codes left, newest first."""
    return [Batch(made_at, name or "", left) for made_at, name, left in blanks_counted(limit)]


@prepared
def blanks_counted(limit):
    return (
        Code.select(Code.made_at, User.name, fn.COUNT(Code.id))
        .join(User, JOIN.LEFT_OUTER, on=(Code.made_by == User.id))
        .where(is_unbound())
        .group_by(Code.made_at, User.name)
        .order_by(Code.made_at.desc())
        .limit(limit)
        .tuples()
    )


def codes_of_batch(made_at: int) -> list[Code]:
    """The codes of a batch that are still blank, in the order they were made."""
    return blanks_made_at(made_at)


@prepared
def blanks_made_at(made_at):
    return Code.select().where(Code.made_at == made_at, is_unbound()).order_by(Code.id)


def codes_on_parts(viewer) -> list[Code]:
    """Labels on parts, tools and loan units, for printing."""
    return labels_of_parts(viewer)


@scope.prepared_by_viewer
def labels_of_parts(viewer):
    query = selection().where(Code.part.is_null(False), Code.retired_at.is_null(), Part.retired_at.is_null())
    return query.where(scope.parts_in_scope(viewer)).order_by(Part.name, Part.model, Code.id)


def printable_codes(viewer, codes: list[str]) -> list[Code]:
    """Those that may be printed, as given: blank ones, and labels in use of what the viewer may see."""
    found = {row.code: row for row in labels_to_print(viewer, tuple(codes))}
    return [found[code] for code in codes if code in found]


@scope.prepared_by_viewer
def labels_to_print(viewer, codes):
    on_device = Code.device.is_null(False) & scope.clients(viewer, Device.client)
    on_part = Code.part.is_null(False) & scope.parts_in_scope(viewer)
    printable = is_unbound() | on_device | on_part
    return selection().where(one_of(Code.code, codes), Code.retired_at.is_null(), printable)


@prepared
def labels_of_device(device):
    """All that it ever wore, the newest first, with who bound them."""
    query = Code.select(Code, User).join(User, JOIN.LEFT_OUTER, on=(Code.bound_by == User.id))
    return query.where(Code.device == device).order_by(Code.bound_at.desc(), Code.id.desc())
