"""The list of devices: filters, words and pages by keyset, never by offset. What it costs does not grow with the register."""

from dataclasses import dataclass, fields

from peewee import Select, Tuple, fn

from fieldforms.store import scope, search
from fieldforms.store.filters import conditions_of_filters, filter_by, names_asked
from fieldforms.store.models import Client, Code, Device
from fieldforms.store.prepared import one_of
from fieldforms.store.register import device_index, devices
from fieldforms.store.register.device_index import SearchedColumns

PAGE = 50
NAMES_ALONE = SearchedColumns(("name",))


@dataclass(frozen=True)
class DeviceFilters:
    """What the list is narrowed to: devices in use, but for `retired`. `labelled_at`: UTC ms. `among`: ids."""

    text: str = ""
    client: int | None = filter_by(lambda client: Device.client == client)
    category: str = filter_by(lambda category: Device.category == category, "")
    state: str = filter_by(lambda state: Device.state == state, "")
    model: int | None = filter_by(lambda model: Device.of_model == model)
    maker: int | None = filter_by(lambda maker: Device.of_maker == maker)
    unlabelled: bool = filter_by(lambda _on: ~fn.EXISTS(labels_worn()), False)
    labelled_at: int | None = filter_by(lambda at: fn.EXISTS(labels_worn().where(Code.bound_at == at)))
    among: tuple[int, ...] = filter_by(lambda ids: one_of(Device.id, ids), ())
    retired: bool = filter_by(lambda _on: Device.retired_at.is_null(False), False)


def labels_worn():
    """Of the device that is looked at."""
    return Code.select(Code.id).where(Code.device == Device.id, Code.retired_at.is_null())


@dataclass(frozen=True)
class DevicePlace:
    """Where a page of the list begins: after this device, or before it (`back`)."""

    device: int
    back: bool = False


@dataclass(frozen=True)
class DevicePage:
    """`before`, `after`: the device before which another page ends, and after which one begins; None where there is none."""

    rows: list[Device]
    before: int | None = None
    after: int | None = None


def page_of_devices(
    viewer: scope.Viewer,
    filters: DeviceFilters,
    searched: SearchedColumns,
    place: DevicePlace | None = None,
    size: int = PAGE,
) -> DevicePage:
    """Devices by client, room and name. `searched`: the columns in which the filters' `text` is looked for, beside the names of
    client and room and the label. A place out of scope is none, nor is one beyond which there is nothing."""
    begins = devices.get_device(viewer, place.device) if place else None
    back = bool(begins and place and place.back)
    ids = ids_in_order(viewer, filters, searched, size + 1, begins, back)
    more, ids = len(ids) > size, ids[:size][:: -1 if back else 1]
    earlier, later = (more, True) if back else (begins is not None, more)
    if not ids:
        return page_of_devices(viewer, filters, searched, size=size) if begins else DevicePage([])
    return DevicePage(
        devices.in_this_order(viewer, ids),
        earlier and ids[0] or None,
        later and ids[-1] or None,
    )


def seen_by(
    viewer: scope.Viewer,
    filters: DeviceFilters = DeviceFilters(),
    limit: int = 200,
    searched: SearchedColumns = NAMES_ALONE,
) -> list[Device]:
    """The first devices of the list."""
    return page_of_devices(viewer, filters, searched, size=limit).rows


def ids_in_order(
    viewer: scope.Viewer,
    filters: DeviceFilters,
    searched: SearchedColumns,
    most: int,
    begins: Device | None = None,
    back: bool = False,
) -> list[int]:
    """Of the devices that the filters find, the first `most`, after the one with which it `begins`; `back`: those before it,
    nearest first."""
    ends = (begins.sorted_as, begins.id) if begins else (None, None)
    way = ("back" if back else "on") if begins else ""
    return [id for (id,) in rows_of_filters(listed_ids, viewer, filters, searched, *ends, most, way=way)]


def count_devices_listed(
    viewer: scope.Viewer, filters: DeviceFilters, searched: SearchedColumns, most: int
) -> int:
    """How many the filters find; counting stops at `most`."""
    return rows_of_filters(counted_ids, viewer, filters, searched, most)[0][0]


def rows_of_filters(
    query, viewer, filters: DeviceFilters, searched: SearchedColumns, *further, **shape
) -> list:
    """The rows of one of the queries below: written once for each set of filters, whatever their values."""
    kept = [getattr(filters, name) for name in NARROWED_BY]
    asked, words = names_asked(filters), search.words_of_names(filters.text)
    if not filters.text.strip():
        return query(viewer, *kept, "", (), (), *further, asked=asked, found="", **shape)
    if not words:
        return [(0,)] if query is counted_ids else []
    fresh, matches = device_index.fresh_matches(filters.text, searched, viewer.confidential)
    asked_for = search.beginning_of_each(words, viewer.confidential)
    found = ("fresh " if fresh else "") + ("many" if device_index.are_many(asked_for) else "few")
    return query(viewer, *kept, asked_for, fresh, matches, *further, asked=asked, found=found, **shape)


def prepared_by_conditions(*further: str):
    """A query of a viewer, of the conditions that DeviceFilters make, and of `further` values, as a prepared one."""

    def prepare(build):
        def of_values(viewer, *values, asked, found, **shape):
            given = {name: value for name, value in zip(NARROWED_BY, values, strict=False) if name in asked}
            words, fresh, matches, *rest = values[len(NARROWED_BY) :]
            conditions = conditions_of_list(viewer, DeviceFilters(**given))
            if found:
                kind = {"is_fresh": "fresh" in found, "walking": "many" in found}
                conditions.append(device_index.has_words(words, fresh, matches, **kind))
            return build(conditions, *rest, **shape)

        return scope.PreparedByViewer(of_values, (*NARROWED_BY, "words", "fresh", "matches", *further))

    return prepare


def conditions_of_list(viewer, filters: DeviceFilters) -> list:
    """Those of a retired client are found in its file, so when it is asked for."""
    conditions = [scope.clients(viewer, Device.client), *conditions_of_filters(viewer, filters)]
    conditions += [] if filters.retired else [Device.retired_at.is_null()]
    gone = Client.select(Client.id).where(Client.retired_at.is_null(False))
    return conditions if filters.client else [*conditions, Device.client.not_in(gone)]


NARROWED_BY = [each.name for each in fields(DeviceFilters) if each.name != "text"]


@prepared_by_conditions("place", "id", "most")
def listed_ids(conditions, place, id, most, *, way):
    """Ids alone: the order is an index' of devices, and what is joined would be sorted."""
    query, here = Device.select(Device.id).where(*conditions), Tuple(Device.sorted_as, Device.id)
    if way == "back":
        query = query.where(here < Tuple(place, id)).order_by(Device.sorted_as.desc(), Device.id.desc())
    else:
        query = query.where(here > Tuple(place, id)) if way else query
        query = query.order_by(Device.sorted_as, Device.id)
    return query.limit(most).tuples()


@prepared_by_conditions("most")
def counted_ids(conditions, most):
    found = Device.select(Device.id).where(*conditions).limit(most).alias("found")
    return Device.select(fn.COUNT(found.c.id)).from_(found).tuples()


@scope.prepared_by_viewer
def values_in_use(viewer, *, column):
    """(value,) of a column, of the devices in use that the viewer may see."""
    column, here = (
        getattr(Device, column),
        (scope.clients(viewer, Device.client), Device.retired_at.is_null()),
    )
    if viewer.role in scope.SEES_ASSIGNED:
        return Device.select(column).distinct().where(*here).tuples()
    values = distinct_values(column)
    there = Device.select(Device.id).where(column == values.c.value, *here)
    return Select((values,), (values.c.value,)).where(fn.EXISTS(there)).with_cte(values).tuples()


def distinct_values(column):
    """From one value to the next along the column's index: as many steps as there are values, not devices."""
    first = Select((Device,), (fn.MIN(column).alias("value"),)).cte("distinct_values", recursive=True)
    further = Select((Device,), (fn.MIN(column),)).where(column > first.c.value)
    return first.union_all(Select((first,), (further,)).where(first.c.value.is_null(False)))


@scope.prepared_by_viewer
def devices_of_model(viewer, model):
    """One of them is enough to know that there are some."""
    return Device.select().where(Device.of_model == model, scope.clients(viewer, Device.client)).limit(1)
