"""What technicians changed in the register, and who has looked at it."""

from fieldforms.store import clock, scope
from fieldforms.store.models import Client, RegisterLook, User
from fieldforms.store.prepared import insert, prepared


@prepared
def look_awaited(kind, row, by):
    """The one that this person's next change of the row is added to."""
    waits = (RegisterLook.kind == kind, RegisterLook.row == row, RegisterLook.by == by)
    return (
        RegisterLook.select()
        .where(*waits, RegisterLook.looked_at.is_null())
        .order_by(RegisterLook.id)
        .limit(1)
    )


def add_look(values: dict) -> RegisterLook:
    return insert(RegisterLook, at=clock.now(), **values)


def change_look(look: RegisterLook, values: dict) -> None:
    RegisterLook.update(at=clock.now(), **values).where(RegisterLook.id == look.id).execute()


@scope.prepared_by_viewer
def looks_awaited(viewer, most):
    """Of all technicians, longest waiting first; each with who and at which client."""
    query = RegisterLook.select(RegisterLook, User, Client)
    query = query.join(User, on=RegisterLook.by == User.id).switch(RegisterLook).join(Client)
    waits = (RegisterLook.looked_at.is_null(), scope.clients(viewer, RegisterLook.client))
    return query.where(*waits).order_by(RegisterLook.at, RegisterLook.id).limit(most)


def forget_words(kind: str, row: int) -> None:
    """What it said before and after."""
    about = (RegisterLook.kind == kind, RegisterLook.row == row)
    RegisterLook.update(before={}, after={}).where(*about).execute()


def close_looks(by: int, client: int, until: int, looked_by: int) -> int:
    """How many. `until`: UTC ms, of the last change that was shown."""
    waits = (RegisterLook.by == by, RegisterLook.client == client, RegisterLook.at <= until)
    seen = {"looked_at": clock.now(), "looked_by": looked_by}
    return RegisterLook.update(seen).where(*waits, RegisterLook.looked_at.is_null()).execute()
