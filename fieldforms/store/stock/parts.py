"""The register of spare parts, tools and loan units. What lies where: store/stock/stock.py."""

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import JOIN, fn

from fieldforms.store import clock, repeats, scope, search
from fieldforms.store.database import select_for_update
from fieldforms.store.filters import conditions_of_filters, filter_by, names_asked
from fieldforms.store.models import Client, Code, Part, Reservation, Stock, StockPlace
from fieldforms.store.prepared import one_of, prepared


@dataclass(frozen=True)
class PartFilters:
    """What the list is narrowed to. `place`: where some of it lies."""

    text: str = ""
    kind: str = filter_by(lambda kind: Part.kind == kind, "")
    place: StockPlace | None = filter_by(lambda place: Part.id.in_(parts_lying_at(place)))
    low: bool = filter_by(
        lambda _on: Part.low_at.is_null(False) & (available_quantity() <= Part.low_at), False
    )


def parts_lying_at(place: StockPlace):
    return Stock.select(Stock.part).where(Stock.place == (place.id or 0), Stock.quantity > 0)


def selection():
    return Part.select(Part, Client).join(Client, JOIN.LEFT_OUTER)


def get_part(viewer: scope.Viewer, part_id: int) -> Part | None:
    return next(iter(part_in_scope(viewer, part_id)), None)


@scope.prepared_by_viewer
def part_in_scope(viewer, part_id):
    return selection().where(Part.id == part_id, scope.parts_in_scope(viewer))


def for_moving(part_id: int) -> Part:
    """The row, kept by this transaction: movements of one part follow one another."""
    return select_for_update(Part.select().where(Part.id == part_id)).get()


def seen_by(
    viewer: scope.Viewer, filters: PartFilters, limit: int = 200, searched: Iterable[str] = ("name",)
) -> list[Part]:
    """Parts in use by name; the filters' `text` looks in the columns `searched`."""
    words = filters.text.split()
    if not words:
        place = filters.place and (filters.place.id or 0)
        return parts_in_use(viewer, filters.kind, place, limit, asked=names_asked(filters))
    columns, names = [getattr(Part, name) for name in searched], names_of_parts(viewer)
    found = (
        search.contains_anywhere(word, columns) | Part.id.in_(search.ids_spelled(word, names))
        for word in words
    )
    return list(select_parts(viewer, filters, limit).where(*found))


def ids_seen_by(
    viewer: scope.Viewer, filters: PartFilters, limit: int, searched: Iterable[str] = ("name",)
) -> list[int]:
    """As `seen_by`: what is read first of a list that leaves the house."""
    if filters.text.split():
        return [part.id for part in seen_by(viewer, filters, limit, searched)]
    place = filters.place and (filters.place.id or 0)
    found = ids_of_parts_in_use(viewer, filters.kind, place, limit, asked=names_asked(filters))
    return [id for (id,) in found]


@scope.prepared_by_viewer
def ids_of_parts_in_use(viewer, kind, place, limit, *, asked):
    values = {"kind": kind, "place": StockPlace(id=place), "low": True}
    filters = PartFilters(**{name: values[name] for name in asked})
    return select_parts(viewer, filters, limit).select(Part.id).tuples()


def parts_in_this_order(viewer: scope.Viewer, ids: list[int]) -> list[Part]:
    """Those of the parts that the viewer may see."""
    found = {row.id: row for row in parts_with_ids(viewer, tuple(ids))}
    return [found[id] for id in ids if id in found]


@scope.prepared_by_viewer
def parts_with_ids(viewer, ids):
    return selection().where(one_of(Part.id, ids), scope.parts_in_scope(viewer))


@scope.prepared_by_viewer
def names_of_parts(viewer):
    """(id, name) of those in use."""
    query = Part.select(Part.id, Part.name).where(scope.parts_in_scope(viewer), Part.retired_at.is_null())
    return query.tuples()


@scope.prepared_by_viewer
def parts_in_use(viewer, kind, place, limit, *, asked):
    values = {"kind": kind, "place": StockPlace(id=place), "low": True}
    return select_parts(viewer, PartFilters(**{name: values[name] for name in asked}), limit)


def select_parts(viewer, filters: PartFilters, limit):
    query = selection().where(scope.parts_in_scope(viewer), Part.retired_at.is_null())
    query = query.where(*conditions_of_filters(viewer, filters))
    return query.order_by(Part.name, Part.model, Part.id).limit(limit)


def available_quantity():
    """How many of a part can still be promised: on the shelf, and not yet asked for by a sheet."""
    asked = Reservation.select(fn.SUM(Reservation.quantity)).where(Reservation.part == Part.id)
    return fn.COALESCE(shelf_quantity(), 0) - fn.COALESCE(asked, 0)  # bare queries would be compared (EXCEPT)


def shelf_quantity():
    """How many of a part can be handed out: those in the company's store, or at the site of the client who owns it.

    What somebody carries or another client keeps is no reserve: the warning is about buying in time.
    """
    shelf = (StockPlace.kind == "company") | (StockPlace.client == Part.client)
    lying = Stock.select(fn.COALESCE(fn.SUM(Stock.quantity), 0)).join(StockPlace)
    return lying.where(Stock.part == Part.id, shelf)


def shelf_by_part(parts: Iterable[Part]) -> dict[int, int]:
    return dict(shelf_quantities(ids_of_parts(parts)))


@prepared
def shelf_quantities(parts):
    return Part.select(Part.id, shelf_quantity()).where(one_of(Part.id, parts)).tuples()


def available_by_part(parts: Iterable[Part]) -> dict[int, int]:
    """Part id → how many can still be promised; less than none when more were asked for than there are."""
    return dict(available_quantities(ids_of_parts(parts)))


@prepared
def available_quantities(parts):
    return Part.select(Part.id, available_quantity()).where(one_of(Part.id, parts)).tuples()


def ids_of_parts(parts: Iterable[Part]) -> tuple[int, ...]:
    return tuple(part.id for part in parts)


@scope.prepared_by_viewer
def parts_by_name(viewer):
    """(id, name, model) of those in use, oldest first."""
    return names_of_which(scope.parts_in_scope(viewer))


def usable_parts_by_name(client_id: int | None) -> list[tuple[int, str, str]]:
    """As `parts_by_name`, of those that a sheet about this client may use, whoever fills it."""
    return names_usable_for(client_id, of_client=client_id is not None)


@prepared
def names_usable_for(client, *, of_client):
    return names_of_which(is_usable_for(client if of_client else None))


def names_of_which(which):
    query = Part.select(Part.id, Part.name, Part.model).where(which, Part.retired_at.is_null())
    return query.order_by(Part.id).tuples()


def parts_of_ids(ids: Iterable[int]) -> list[Part]:
    return list(rows_of_parts(tuple(ids)))


@prepared
def rows_of_parts(ids):
    return selection().where(one_of(Part.id, ids)).order_by(Part.id)


def usable_parts(client_id: int | None, limit: int) -> list[Part]:
    """Parts in use, by name, that a sheet about this client may use, whoever fills it."""
    return parts_usable_for(client_id, limit, of_client=client_id is not None)


@prepared
def parts_usable_for(client, limit, *, of_client):
    query = selection().where(is_usable_for(client if of_client else None), Part.retired_at.is_null())
    return query.order_by(Part.name, Part.model, Part.id).limit(limit)


def is_usable_for(client_id: int | None):
    """The company's parts are for all; a client's own are for that client's sheets (forms.md §3, owner)."""
    return Part.client.is_null() | (Part.client == client_id)


def by_code(viewer: scope.Viewer, code: str) -> Part | None:
    """The part in use that wears this label."""
    worn = Code.select(Code.part).where(Code.code == code, Code.retired_at.is_null())
    return (
        selection().where(Part.id.in_(worn), Part.retired_at.is_null(), scope.parts_in_scope(viewer)).first()
    )


def code_of(part: Part) -> str:
    return codes_of([part]).get(part.id, "")


def codes_of(parts: Iterable[Part]) -> dict[int, str]:
    return dict(codes_worn_by_parts(ids_of_parts(parts)))


@prepared
def codes_worn_by_parts(parts):
    query = Code.select(Code.part, Code.code).where(one_of(Code.part, parts), Code.retired_at.is_null())
    return query.order_by(Code.bound_at).tuples()


def add_part(values: dict) -> Part:
    return Part.create(created_at=clock.now(), **values)


def change_part(part: Part, values: dict) -> None:
    Part.update(**values).where(Part.id == part.id).execute()


def part_sent_twice(values: dict) -> Part | None:
    return repeats.row_sent_twice(Part, values, Part.retired_at.is_null())
