"""Parts that sheets have asked for and nobody has taken yet: a projection of the open sheets (flow/record/part_requests.py)."""

from collections.abc import Iterable

from peewee import Tuple, fn

from fieldforms.store import scope
from fieldforms.store.models import Part, Record, Reservation
from fieldforms.store.prepared import insert_many, one_of, prepared
from fieldforms.store.record import lists


def reserve_parts(record: Record, wanted: dict[int, int]) -> None:
    """What a sheet asks for now: part id → how many. Inside a transaction."""
    Reservation.delete().where(Reservation.record == record).execute()
    # in one order everywhere, as movements: each row holds its part until the transaction ends
    rows = [{"record": record.id, "part": part, "quantity": n} for part, n in sorted(wanted.items())]
    insert_many(Reservation, rows)


def reserved_by_part(parts: Iterable[Part], before: Record | None = None) -> dict[int, int]:
    """Part id → how many of it sheets have asked for; with `before`, those that asked before this one did."""
    asked, first = before is not None, before or Record(id=0, opened_at=0)
    ids = tuple(part.id for part in parts)
    return dict(reserved_of_parts(ids, first.opened_at, first.id, before=asked))


@prepared
def reserved_of_parts(parts, opened_at, record, *, before):
    query = Reservation.select(Reservation.part, fn.SUM(Reservation.quantity))
    query = query.where(one_of(Reservation.part, parts))
    if before:
        query = query.join(Record).where(Tuple(Record.opened_at, Record.id) < Tuple(opened_at, record))
    return query.group_by(Reservation.part).tuples()


def sheets_asking_for(viewer: scope.Viewer, part: Part) -> list[tuple[str, int]]:
    """(number, how many) of the sheets in sight that asked for some, who asked first first."""
    found = sheets_reserving(part.id)
    hidden = lists.hidden_numbers(viewer, {number for number, _n in found})
    return [(number, n) for number, n in found if number not in hidden]


@prepared
def sheets_reserving(part):
    rows = Reservation.select(Record.number, Reservation.quantity).join(Record)
    return rows.where(Reservation.part == part).order_by(Record.opened_at, Record.id).tuples()
