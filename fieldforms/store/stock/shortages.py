"""What sealed steps could not book, until the books are put right or somebody closes it. Insert-only."""

from collections.abc import Collection
from dataclasses import dataclass

from peewee import JOIN, fn

from fieldforms.store import clock, scope
from fieldforms.store.models import Client, Movement, Part, Shortage, ShortageClosing, User
from fieldforms.store.prepared import insert
from fieldforms.store.record import lists


@dataclass(frozen=True)
class OpenShortage:
    """`missing`: how many still are. `record`: number of the sheet, "" for who may not see it."""

    row: Shortage
    missing: int
    record: str

    @property
    def part(self) -> Part:
        return self.row.part


def add_shortage(record: str, part: Part, kind: str, quantity: int, actor: int | None) -> None:
    insert(Shortage, record=record, part=part, kind=kind, quantity=quantity, actor=actor, at=clock.now())


def close_shortage(row: Shortage, by: int | None, reason: str = "", record: str = "") -> None:
    insert(ShortageClosing, shortage=row, by=by, reason=reason, record=record, at=clock.now())


def open_shortages(viewer: scope.Viewer, part: Part | None = None) -> list[OpenShortage]:
    """Of the parts the viewer may see, longest open first."""
    rows = open_in_scope(viewer, part.id if part else None, one_part=part is not None)
    hidden = lists.hidden_numbers(viewer, {row.record for row in rows})
    return [OpenShortage(row, row.missing, "" if row.record in hidden else row.record) for row in rows]


@scope.prepared_by_viewer
def open_in_scope(viewer, part, *, one_part):
    query = select_open().where(scope.parts_in_scope(viewer))
    return query.where(Shortage.part == part) if one_part else query


def open_shortage(viewer: scope.Viewer, shortage_id: int) -> OpenShortage | None:
    return next((each for each in open_shortages(viewer) if each.row.id == shortage_id), None)


def open_of_records(numbers: Collection[str], kind: str) -> list[Shortage]:
    """What movements of this kind lack for these sheets."""
    return list(select_open().where(Shortage.record.in_(list(numbers)), Shortage.kind == kind))


def select_open():
    """Nobody has closed them, the part was not counted since, and what was booked for the sheet since is less."""
    closed = ShortageClosing.select(ShortageClosing.id).where(ShortageClosing.shortage == Shortage.id)
    since = (Movement.part == Shortage.part, Movement.at > Shortage.at)
    counted = Movement.select(Movement.id).where(*since, Movement.kind == "counted")
    same = (Movement.record == Shortage.record, Movement.kind == Shortage.kind)
    booked = Movement.select(fn.COALESCE(fn.SUM(Movement.quantity), 0)).where(*since, *same)
    missing = Shortage.quantity - booked
    query = Shortage.select(Shortage, Part, Client, User, missing.alias("missing")).join(Part)
    query = query.join(Client, JOIN.LEFT_OUTER).switch(Shortage).join(User, JOIN.LEFT_OUTER)
    query = query.where(~fn.EXISTS(closed), ~fn.EXISTS(counted), missing > 0)
    return query.order_by(Shortage.at, Shortage.id)
