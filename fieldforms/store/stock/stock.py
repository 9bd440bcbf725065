"""Stock: what lies where, who holds what since when, and the movements that brought it there.

Movements are only inserted (a trigger refuses all else); `stock` is their projection, written beside each of
them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from peewee import JOIN, Case, Expression, IntegrityError, Select, Tuple, fn

from fieldforms.store import clock, scope
from fieldforms.store.database import database, one_at_a_time
from fieldforms.store.filters import conditions_of_filters, filter_by, names_asked
from fieldforms.store.models import Assignment, Audit, Client, Device, Movement, Part, Stock, StockPlace, User
from fieldforms.store.prepared import insert, one_of, prepared
from fieldforms.store.record import lists

PAGE = 50


# Places


def visible_places(viewer: scope.Viewer) -> dict[int, StockPlace]:
    """Id → every place the viewer may see, with its client or person."""
    return {place.id: place for place in places_in_scope(viewer)}


@scope.prepared_by_viewer
def places_in_scope(viewer):
    query = StockPlace.select(StockPlace, Client, User).join(Client, JOIN.LEFT_OUTER).switch(StockPlace)
    return query.join(User, JOIN.LEFT_OUTER, on=(StockPlace.user == User.id)).where(scope.places(viewer))


def place_row(kind: str, client: Client | None = None, user: User | None = None) -> StockPlace:
    """Where something lies or is to lie; without an id as long as nothing ever lay there."""
    wanted = StockPlace(kind=kind, client=client, user=user)
    whose = (client.id if client else None, user.id if user else None)
    shape = {"of_client": client is not None, "of_user": user is not None}
    wanted.id = next((id for (id,) in ids_of_places(kind, *whose, **shape)), None)
    return wanted


@prepared
def ids_of_places(kind, client, user, *, of_client, of_user):
    return (
        StockPlace.select(StockPlace.id)
        .where(
            StockPlace.kind == kind,
            StockPlace.client == client if of_client else StockPlace.client.is_null(),
            StockPlace.user == user if of_user else StockPlace.user.is_null(),
        )
        .tuples()
    )


def place_rows(wanted: Iterable[StockPlace]) -> list[StockPlace]:
    """As `place_row`, of many at once: each with its id where something lay there ever."""
    known = {(kind, client, user): id for id, kind, client, user in every_place_row()}
    found = list(wanted)
    for place in found:
        place.id = known.get((place.kind, place.client_id, place.user_id))
    return found


@prepared
def every_place_row():
    return StockPlace.select(StockPlace.id, StockPlace.kind, StockPlace.client, StockPlace.user).tuples()


@prepared
def left_bags():
    """Of people who have none any longer, where something lies still, with their people."""
    filled = Stock.select(Stock.place).where(Stock.quantity > 0)
    query = StockPlace.select(StockPlace, User).join(User, on=(StockPlace.user == User.id))
    return query.where(has_no_bag(), StockPlace.id.in_(filled)).order_by(StockPlace.id)


def has_no_bag() -> Expression:
    """Of people: they are disabled, or their role sees no parts."""
    return User.disabled_at.is_null(False) | User.role.not_in(scope.SEES_EVERY_CLIENT | scope.SEES_ASSIGNED)


@prepared
def lying_out_of_reach():
    """(place, part) of what lies in the bag of somebody who has none any longer, or does not serve its client any longer."""
    serves = Assignment.select(Assignment.id).where(
        Assignment.user == User.id, Assignment.client == Part.client, Assignment.until.is_null()
    )
    moved = User.role.in_(scope.SEES_ASSIGNED) & Part.client.is_null(False) & ~fn.EXISTS(serves)
    query = Stock.select(Stock.place, Stock.part).join(Part).switch(Stock)
    query = query.join(StockPlace).join(User, on=(StockPlace.user == User.id))
    return query.where(Stock.quantity > 0, has_no_bag() | moved).tuples()


def keep_place(wanted: StockPlace) -> StockPlace:
    """The place as a row, made when it is none yet. Inside a transaction."""
    if wanted.id is None:
        one_at_a_time([f"place:{wanted.kind}:{wanted.client_id}:{wanted.user_id}"])
        wanted = place_row(wanted.kind, wanted.client, wanted.user)
        if wanted.id is None:
            wanted.save()
    return wanted


# What lies where


@dataclass(frozen=True)
class StockAt:
    part: Part
    place: StockPlace
    quantity: int


def lying_by_part(viewer: scope.Viewer, parts: Iterable[Part]) -> dict[int, list[StockAt]]:
    """Part id → where it lies, as far as the viewer may see; the company's store first."""
    known, seen = {part.id: part for part in parts}, visible_places(viewer)
    rows = lying_at(tuple(known), tuple(seen))
    found: dict[int, list[StockAt]] = {}
    for row in rows:
        at = StockAt(known[row.part_id], seen[row.place_id], row.quantity)
        found.setdefault(row.part_id, []).append(at)
    for each in found.values():
        each.sort(key=lambda at: (PLACE_ORDER.index(at.place.kind), at.place.id))
    return found


@prepared
def lying_at(parts, places):
    return Stock.select().where(one_of(Stock.part, parts), one_of(Stock.place, places), Stock.quantity > 0)


PLACE_ORDER = ("company", "client", "person")


def at_place(viewer: scope.Viewer, where: StockPlace) -> list[StockAt]:
    """What lies at a place the viewer may see, by name."""
    return [StockAt(row.part, where, row.quantity) for row in lying_at_place(viewer, where.id or 0)]


@scope.prepared_by_viewer
def lying_at_place(viewer, place):
    query = Stock.select(Stock, Part, Client).join(Part).join(Client, JOIN.LEFT_OUTER)
    query = query.where(Stock.place == place, Stock.quantity > 0, scope.parts_in_scope(viewer))
    return query.order_by(Part.name, Part.model, Part.id)


def lying_at_client(client_id: int) -> list[StockAt]:
    """What lies at a client's site, the company's and the client's own, by name."""
    return [StockAt(row.part, row.place, row.quantity) for row in lying_at_site_of(client_id)]


@prepared
def lying_at_site_of(client):
    query = Stock.select(Stock, Part, StockPlace).join(Part).switch(Stock).join(StockPlace)
    query = query.where(StockPlace.client == client, Stock.quantity > 0)
    return query.order_by(Part.name, Part.model, Part.id)


def quantity_of_part(part: Part) -> int:
    """Of a part, wherever it lies."""
    return summed_quantity(part.id)[0][0]


@prepared
def summed_quantity(part):
    return Stock.select(fn.COALESCE(fn.SUM(Stock.quantity), 0)).where(Stock.part == part).tuples()


def quantity(part: Part, where: StockPlace) -> int:
    found = Stock.select(Stock.quantity).where(Stock.part == part, Stock.place == where).scalar()
    return found or 0


@dataclass(frozen=True)
class Holding:
    """Some of a part in somebody's hands or at a client's. `since`: UTC ms; `due_on`: ISO day or ""."""

    part: Part
    place: StockPlace
    quantity: int
    since: int
    due_on: str
    record: str


def holdings(
    viewer: scope.Viewer, part: Part | None = None, where: StockPlace | None = None, kinds: Iterable[str] = ()
) -> list[Holding]:
    """Who holds what since when, longest first. What a sheet brought back is what it had taken; of the rest, what went out
    first is taken to have come back first."""
    seen = {each.id: each for each in visible_places(viewer).values() if each.kind != "company"}
    wanted = tuple(id for id in seen if where is None or id == where.id)
    shape = {"one_part": part is not None, "kinds": tuple(kinds)}
    rows = arrivals_still_held(viewer, part.id if part else None, wanted, **shape)
    known = {each.id: each for each in parts_by_id(tuple({row[0] for row in rows}))}
    hidden = lists.hidden_numbers(viewer, {row[-1] for row in rows} - {""})
    return [
        Holding(known[part_id], seen[at], min(came, left), since, due_on, "" if record in hidden else record)
        for part_id, at, came, left, since, due_on, record in rows
    ]


@prepared
def parts_by_id(ids):
    return Part.select().where(one_of(Part.id, ids))


@scope.prepared_by_viewer
def arrivals_still_held(viewer, part, places, *, one_part, kinds):
    arrivals = arrivals_at(part if one_part else None, places, kinds)
    upto = arrivals.c.upto - arrivals.c.open  # so many came after this arrival
    came, left = arrivals.c.open, Stock.quantity - upto
    query = (
        Stock.select(Stock.part, Stock.place, came, left, arrivals.c.at, arrivals.c.due_on, arrivals.c.record)
        .join(Part)
        .switch(Stock)
        .join(arrivals, on=((arrivals.c.part_id == Stock.part) & (arrivals.c.target_id == Stock.place)))
        .where(left > 0, came > 0, one_of(Stock.place, places), scope.parts_in_scope(viewer))
    )
    return query.order_by(arrivals.c.at, arrivals.c.id).tuples()


def arrivals_at(part, places, kinds: Iterable[str]):
    """Every arrival at these places: how many of it its own sheet has not taken away again (`open`), and how many of such
    have come since then, itself included (`upto`)."""
    each = open_arrivals(part, places, kinds)
    upto = fn.SUM(each.c.open).over(
        partition_by=[each.c.part_id, each.c.target_id], order_by=[each.c.at.desc(), each.c.id.desc()]
    )
    names = (
        each.c.id,
        each.c.part_id,
        each.c.target_id,
        each.c.open,
        each.c.at,
        each.c.due_on,
        each.c.record,
    )
    return Select([each], [*names, upto.alias("upto")]).alias("arrivals")


def open_arrivals(part, places, kinds: Iterable[str]):
    """Of what one sheet brought and took away again the first arrivals are the ones that are gone."""
    gone = taken_away_by_sheets(places)
    brought = fn.SUM(Movement.quantity).over(
        partition_by=[Movement.part, Movement.target, Movement.record], order_by=[Movement.at, Movement.id]
    )
    away = fn.COALESCE(gone.c.quantity, 0)
    still = Case(
        None, [(brought <= away, 0), (brought - Movement.quantity >= away, Movement.quantity)], brought - away
    )
    query = Movement.select(
        Movement.id,
        Movement.part,
        Movement.target,
        Movement.at,
        Movement.due_on,
        Movement.record,
        still.alias("open"),
    )
    same = (gone.c.part_id == Movement.part) & (gone.c.source_id == Movement.target)
    query = query.join(gone, JOIN.LEFT_OUTER, on=(same & (gone.c.record == Movement.record)))
    query = query.where(one_of(Movement.target, places))
    if part is not None:
        query = query.where(Movement.part == part)
    if kinds:
        query = query.where(Movement.part.in_(Part.select(Part.id).where(Part.kind.in_(list(kinds)))))
    return query.alias("each_arrival")


def taken_away_by_sheets(places):
    away = Movement.alias()
    query = away.select(away.part, away.source, away.record, fn.SUM(away.quantity).alias("quantity"))
    query = query.where(one_of(away.source, places), away.record != "")
    return query.group_by(away.part, away.source, away.record).alias("gone")


# Movements


class TooFew(Exception):
    """The database's own refusal (CHECK quantity >= 0). `left`: how many there are."""

    def __init__(self, left: int):
        self.left = left
        super().__init__(left)


def insert_movement(
    part: Part, kind: str, quantity: int, source: StockPlace | None, target: StockPlace | None, **rest
) -> Movement:
    """Insert a movement and carry the stock along, inside a transaction. Raises TooFew; then nothing moved.

    `rest`: device, record, due_on, note, actor.
    """
    if source is not None:
        take_from(part, source, quantity)
    if target is not None:
        put_to(part, target, quantity)
    values = {"device": None, "record": "", "due_on": "", "note": "", "actor": None} | rest
    return insert(
        Movement,
        part=part,
        kind=kind,
        quantity=quantity,
        source=source,
        target=target,
        at=clock.now(),
        **values,
    )


def take_from(part: Part, where: StockPlace, n: int) -> None:
    try:
        with database.atomic():  # a savepoint: PostgreSQL would forget the whole transaction
            less = Stock.update(quantity=Stock.quantity - n)
            found = less.where(Stock.part == part, Stock.place == where).execute()
    except IntegrityError as error:
        raise TooFew(quantity(part, where)) from error
    if not found:
        raise TooFew(0)


def put_to(part: Part, where: StockPlace, n: int) -> None:
    Stock.insert(part=part, place=where, quantity=n).on_conflict(
        conflict_target=[Stock.part, Stock.place], update={Stock.quantity: Stock.quantity + n}
    ).execute()


def movements_of_record(number: str, kind: str) -> list[Movement]:
    """What the sheet with this number moved in one way, oldest first."""
    query = Movement.select(Movement, Part).join(Part).where(Movement.record == number, Movement.kind == kind)
    return list(query.order_by(Movement.id))


def left_otherwise(taken: Movement, numbers: Iterable[str]) -> int:
    """How many of what a movement took somewhere went from there since without these sheets, and were not given back."""
    query = Movement.select(fn.COALESCE(fn.SUM(Movement.quantity), 0)).where(
        Movement.part == taken.part_id, Movement.kind != "returned", Movement.source == taken.target_id,
        Movement.id > taken.id, Movement.record.not_in(list(numbers)),
    )  # fmt: skip
    return query.scalar()


def movements_of_request(once: str, action: str, actor_id: int | None, since: int) -> list[Movement] | None:
    """The movements that a request named `once` made already, None when there was none. `since`: UTC ms."""
    one_at_a_time([f"once:{once}"])
    line = Audit.select().where(
        Audit.at >= since,
        Audit.ref == once,
        Audit.action == action,
        Audit.actor.is_null() if actor_id is None else Audit.actor == actor_id,
    )
    found = line.first()
    if found is None:
        return None
    return list(Movement.select().where(Movement.id.in_(found.detail["movements"])).order_by(Movement.id))


@dataclass(frozen=True)
class MovementFilters:
    """`before`: keyset, (at, id) of the last row shown."""

    part: int | None = filter_by(lambda part: Movement.part == part)
    kind: str = filter_by(lambda kind: Movement.kind == kind, "")
    place: StockPlace | None = filter_by(lambda place: moved_at(place.id or 0))
    record: str = filter_by(lambda record: Movement.record == record, "")
    before: tuple[int, int] | None = None


def moved_at(place: int):
    return (Movement.source == place) | (Movement.target == place)


@dataclass(frozen=True)
class MovementPage:
    rows: list[Movement]
    following: tuple[int, int] | None


def page_of_movements(viewer: scope.Viewer, filters: MovementFilters, size: int = PAGE) -> MovementPage:
    """Movements, newest first, whose part the viewer may see and of which one end lies in sight.

    Of one whose other end does not, nothing is told but that.
    """
    if filters.record and lists.hidden_numbers(viewer, {filters.record}):
        return MovementPage([], None)
    rows = newest_movements(viewer, filters, size + 1)
    more, rows = len(rows) > size, rows[:size]
    return MovementPage(blank_out_of_sight(viewer, rows), (rows[-1].at, rows[-1].id) if more else None)


def newest_movements(viewer: scope.Viewer, filters: MovementFilters, most: int) -> list[Movement]:
    place = filters.place and (filters.place.id or 0)
    values = (filters.part, filters.kind, place, filters.record, *(filters.before or (None, None)), most)
    return movements_in_sight(viewer, *values, asked=names_asked(filters), further=bool(filters.before))


@scope.prepared_by_viewer
def movements_in_sight(viewer, part, kind, place, record, at, id, most, *, asked, further):
    values = {"part": part, "kind": kind, "place": StockPlace(id=place), "record": record}
    query = select_in_sight(viewer, MovementFilters(**{name: values[name] for name in asked}))
    query = query.where(Tuple(Movement.at, Movement.id) < Tuple(at, id)) if further else query
    return query.order_by(Movement.at.desc(), Movement.id.desc()).limit(most)


def count_movements(viewer: scope.Viewer, filters: MovementFilters) -> int:
    """How many there are on all pages of `page_of_movements`."""
    if filters.record and lists.hidden_numbers(viewer, {filters.record}):
        return 0
    place = filters.place and (filters.place.id or 0)
    values = (filters.part, filters.kind, place, filters.record)
    return movements_counted(viewer, *values, asked=names_asked(filters))[0][0]


@scope.prepared_by_viewer
def movements_counted(viewer, part, kind, place, record, *, asked):
    values = {"part": part, "kind": kind, "place": StockPlace(id=place), "record": record}
    query = select_in_sight(viewer, MovementFilters(**{name: values[name] for name in asked}))
    return query.select(fn.COUNT(Movement.id)).tuples()


def movements_of_device(viewer: scope.Viewer, device: int, before: int, most: int) -> list[Movement]:
    """What was fitted to it or taken off it, newest first, as `page_of_movements` tells it. `before`: UTC ms."""
    return blank_out_of_sight(viewer, list(movements_about_device(viewer, device, before, most)))


@scope.prepared_by_viewer
def movements_about_device(viewer, device, before, most):
    query = select_in_sight(viewer, MovementFilters()).where(Movement.device == device, Movement.at < before)
    return query.order_by(Movement.at.desc(), Movement.id.desc()).limit(most)


def select_in_sight(viewer, filters: MovementFilters):
    seen = StockPlace.select(StockPlace.id).where(scope.places(viewer))
    served = scope.clients(viewer, Device.client)
    return (
        Movement.select(Movement, Part, Device, Client, User)
        .join(Part)
        .switch(Movement)
        .join(Device, JOIN.LEFT_OUTER)
        .join(Client, JOIN.LEFT_OUTER)
        .switch(Movement)
        .join(User, JOIN.LEFT_OUTER, on=(Movement.actor == User.id))
        .where(
            scope.parts_in_scope(viewer),
            Movement.source.in_(seen) | Movement.target.in_(seen) | (Device.id.is_null(False) & served),
            *conditions_of_filters(viewer, filters),
        )
    )


def blank_out_of_sight(viewer: scope.Viewer, rows: list[Movement]) -> list[Movement]:
    seen = visible_places(viewer).keys()
    about = {row.device_id for row in rows if row.device_id}
    served = {id for (id,) in devices_in_scope(viewer, tuple(about))}
    hidden = lists.hidden_numbers(viewer, {row.record for row in rows if row.record})
    for row in rows:
        if row.record in hidden:
            row.record, row.note = "", ""
        ends = {row.source_id, row.target_id} - {None}
        if not ends <= seen or (row.device_id and row.device_id not in served):
            row.device, row.record, row.note = None, "", ""
    return rows


@scope.prepared_by_viewer
def devices_in_scope(viewer, ids):
    return (
        Device.select(Device.id).where(one_of(Device.id, ids), scope.clients(viewer, Device.client)).tuples()
    )


def pages(viewer: scope.Viewer, filters: MovementFilters, size: int = 500) -> Iterator[list[Movement]]:
    """All pages, one after the other: for exports, in bounded memory."""
    while True:
        found = page_of_movements(viewer, filters, size)
        yield found.rows
        if not found.following:
            return
        filters = replace(filters, before=found.following)
