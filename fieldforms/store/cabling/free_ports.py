"""Which devices have a free port of some kind."""

from dataclasses import dataclass

from peewee import JOIN, SQL, Case, Expression, fn

from fieldforms.store import scope
from fieldforms.store.cabling.ports import cabling_in_scope
from fieldforms.store.filters import conditions_of_filters, filter_by, names_asked
from fieldforms.store.models import Connection, Device, Port, Room
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.register import devices

Placed = Device.alias()


def devices_with(condition):
    """Asked first: a client has some hundred devices, a signal some hundred thousand ports."""
    return Placed.select(Placed.id).where(condition)


@dataclass(frozen=True)
class PortFilters:
    """What is looked for. `direction`: what goes both ways is an input and an output."""

    signal: str = filter_by(lambda signal: Port.signal == signal, "")
    direction: str = filter_by(
        lambda way: (Port.direction == way) | ((Port.direction == "both") & (way != "through")), ""
    )
    category: str = filter_by(lambda category: Device.category == category, "")
    client: int | None = filter_by(lambda client: Port.device.in_(devices_with(Placed.client == client)))
    room: int | None = filter_by(lambda room: Port.device.in_(devices_with(Placed.room == room)))
    free: bool = filter_by(lambda free: SQL("1 = 1"), False)  # of devices: at least one


@dataclass(frozen=True)
class CountedPorts:
    """Of one device: how many such ports, how many of them have no cable and are not said to be taken, and of how many of
    those the survey says that they are free."""

    device: int
    ports: int
    free: int
    stated: int


def devices_with_ports(
    viewer: scope.Viewer, filters: PortFilters, power: tuple[str, ...], after: int, limit: int
) -> list[CountedPorts]:
    """By device; `after`: the last one shown. `power`: the signals whose inputs are no free ports, unless one asks for them."""
    values = (filters.signal, filters.direction, filters.category, filters.client, filters.room)
    found = counted_by_device(viewer, *values, power, after, limit, asked=names_asked(filters))
    return [CountedPorts(*row) for row in found]


@scope.prepared_by_viewer
def counted_by_device(viewer, signal, direction, category, client, room, power, after, limit, *, asked):
    values = {"signal": signal, "direction": direction, "category": category, "client": client, "room": room}
    filters = PortFilters(**{name: values[name] for name in asked if name in values})
    cables = Expression(cables_in_port(Connection.source), "+", cables_in_port(Connection.target))
    open_sockets = Expression(cables, "=", 0)  # flow/cabling/wiring.is_free_port, in SQL
    if "signal" not in asked:
        open_sockets &= (Port.direction != "in") | ~one_of(Port.signal, power)
    free = fn.SUM(Case(None, ((open_sockets & (Port.stated != "used"), 1),), 0))
    stated = fn.SUM(Case(None, ((open_sockets & (Port.stated == "free"), 1),), 0))
    query = (
        Port.select(Port.device, fn.COUNT(Port.id), free, stated)
        .join(Device)
        .join(Room, JOIN.LEFT_OUTER)
        .where(Port.device > after, Port.removed_at.is_null(), Device.retired_at.is_null())
        .where(cabling_in_scope(viewer), *conditions_of_filters(viewer, filters))
        .group_by(Port.device)
        .order_by(Port.device)
        .limit(limit)
    )
    return (query.having(free > 0) if "free" in asked else query).tuples()


def cables_in_port(end):
    """How many are plugged in by this end."""
    return Connection.select(fn.COUNT(Connection.id)).where(end == Port.id, Connection.removed_at.is_null())


def devices_with_words_alone(viewer: scope.Viewer, filters: PortFilters, most: int) -> list[Device]:
    """Those in use whose ports stand in the register as words and nowhere else; of `filters`: category, client, room."""
    values = (filters.category, filters.client, filters.room)
    asked = [name for name in ("category", "client", "room") if getattr(filters, name)]
    return list(devices_in_words(viewer, *values, most, asked=tuple(asked)))


@scope.prepared_by_viewer
def devices_in_words(viewer, category, client, room, most, *, asked):
    columns = {
        "category": (Device.category, category),
        "client": (Device.client, client),
        "room": (Device.room, room),
    }
    narrowed = [column == value for name, (column, value) in columns.items() if name in asked]
    query = devices.selection()
    in_words = (Device.interfaces != "") | (Device.spare_interfaces != "")
    counted = fn.EXISTS(Port.select(SQL("1")).where(Port.device == Device.id, Port.removed_at.is_null()))
    query = query.where(Device.retired_at.is_null(), in_words, ~counted, cabling_in_scope(viewer), *narrowed)
    return query.order_by(Device.id).limit(most)


@prepared
def devices_with_cables(devices):
    """Those where any cable is recorded."""
    ends = (Connection.source == Port.id) | (Connection.target == Port.id)
    return (
        Port.select(Port.device)
        .distinct()
        .join(Connection, on=ends)
        .where(one_of(Port.device, devices), Connection.removed_at.is_null())
        .tuples()
    )
