"""Codes: rows of their own, made blank, bound, retired, never reused."""

from peewee import JOIN

from fieldforms.store import clock, scope
from fieldforms.store.database import locked
from fieldforms.store.models import Client, Code, Device, Room


def get(code: str) -> Code | None:
    return (
        Code.select(Code, Device, Client, Room)
        .join(Device, JOIN.LEFT_OUTER)
        .join(Client, JOIN.LEFT_OUTER)
        .switch(Device)
        .join(Room, JOIN.LEFT_OUTER)
        .where(Code.code == code)
        .first()
    )


def make(codes: list[str], user) -> None:
    now = clock.now()
    Code.insert_many([{"code": code, "made_at": now, "made_by": user} for code in codes]).execute()


def for_binding(code: str) -> Code | None:
    return locked(Code.select().where(Code.code == code)).first()


def bind(code: Code, device: Device, user) -> None:
    """Puts the label on the device; a label the device wore before is replaced by this one."""
    now = clock.now()
    Code.update(retired_at=now, replaced_by=code).where(
        Code.device == device, Code.retired_at.is_null(), Code.id != code.id
    ).execute()
    Code.update(device=device, bound_at=now, bound_by=user).where(Code.id == code.id).execute()


def retire(code: Code) -> None:
    Code.update(retired_at=clock.now()).where(Code.id == code.id).execute()


def blank(limit: int = 200) -> list[Code]:
    query = Code.select().where(Code.device.is_null(), Code.retired_at.is_null())
    return list(query.order_by(Code.id.desc()).limit(limit))


def worn(viewer, client: int | None = None) -> list[Code]:
    """Labels on devices, for printing."""
    query = (
        Code.select(Code, Device, Client, Room)
        .join(Device)
        .join(Client)
        .switch(Device)
        .join(Room, JOIN.LEFT_OUTER)
        .where(Code.retired_at.is_null(), Device.retired_at.is_null(), scope.clients(viewer, Device.client))
    )
    if client:
        query = query.where(Device.client == client)
    return list(query.order_by(Client.short_name, Room.name, Device.name))
