"""What statistics count: one query for each figure, by what it is broken down and narrowed to, and the sheets behind any of its numbers.

Both are made of the same conditions: the number on a page is the number of rows behind its link.
"""

from collections.abc import Mapping
from typing import NamedTuple

from peewee import JOIN, SQL, Case, Tuple, fn

from fieldforms.store import scope
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Movement, Part, RatingReason, Record, RecordDevice
from fieldforms.store.prepared import one_of
from fieldforms.store.record.records import blank_ratings
from fieldforms.store.reporting.counted_rows import (
    DIMENSIONS,
    OF_DEVICE,
    ROWS_OF_FIGURES,
    SAID_BY_CLIENT,
    WITHHELD,
    WITHHELD_ID,
    Dimension,
    Failed,
    RowsOfFigure,
)

UNSAID_VALUE = "-"  # in an address: of those where it is not said
MARKERS = (UNSAID_VALUE, WITHHELD)


class Asked(NamedTuple):
    """Which figure, of which time (UTC ms, until exclusive), narrowed to what: dimension → its value, UNSAID_VALUE for none,
    WITHHELD for confidential sheets; VALUE → one, or a tuple of several."""

    figure: str
    since: int
    until: int
    ripe: int  # what was looked at after it is not ripe yet
    narrowed: Mapping[str, int | str | tuple]
    forms: tuple[str, ...] = ()  # of sheets of these forms only; () of all


VALUE = "value"  # the measure itself, as a filter: of those who were very satisfied
MONTH = "month"  # as a dimension: the moment, which the reader sorts into months
FORMS = "forms"
NAMES = (*DIMENSIONS, VALUE, FORMS)


def counted_by(viewer: scope.Viewer, asked: Asked, dimension: str = "") -> list[tuple]:
    """(what of the dimension, what is measured, how many). Without a dimension of all of it, by MONTH of each moment (UTC ms)."""
    rows = counts(viewer, *values_of(asked), figure=asked.figure, by=dimension, on=names_of(asked))
    return [(WITHHELD if what == WITHHELD_ID else what, value, n) for what, value, n in rows]


def rows_behind(
    viewer: scope.Viewer, asked: Asked, most: int, before: tuple[int, int] | None = None
) -> list[Record]:
    """The newest of them; each with `measured`, `unit_id`, `counted_at` and, of devices and parts, `unit_name`. `before`: (moment, unit's id)
    of the last one shown."""
    at, id = before or (0, 0)
    shape = {"figure": asked.figure, "on": names_of(asked), "paged": bool(before)}
    rows = newest_behind(viewer, *values_of(asked), at, id, most, **shape)
    return blank_ratings(definitions.with_forms(rows), viewer)


def values_of(asked: Asked) -> list:
    given = [asked.narrowed.get(name) for name in DIMENSIONS]
    values = asked.narrowed.get(VALUE)
    among = values if values is None or isinstance(values, tuple) else (values,)
    return [
        asked.since,
        asked.until,
        asked.ripe,
        *(None if each in MARKERS else each for each in given),
        among,
        asked.forms,
    ]


def names_of(asked: Asked) -> tuple[tuple[str, str], ...]:
    """(name, marker, "" where a value is said) of what it is narrowed to: what the words of a query depend on."""
    said = [(name, asked.narrowed[name]) for name in NAMES if name in asked.narrowed]
    said += [(FORMS, "")] if asked.forms else []
    return tuple((name, str(value) if value in MARKERS else "") for name, value in said)


def build_counts(viewer, since, until, ripe, *given, figure, by, on):
    counted, dimension = ROWS_OF_FIGURES[figure], DIMENSIONS.get(by)
    of_devices = counted.unit is not RecordDevice and bool(dimension and dimension.of_device)
    column = counted.moment if by == MONTH else dimension.listed_column if dimension else SQL("''")
    value = counted.value(since, ripe)
    n = fn.COUNT(counted.unit.id.distinct()) if of_devices else fn.COUNT(Record.id)
    query = join_what_is_asked(Record.select(column, value, n), counted.unit, of_devices, by, on)
    within = (scope.records(viewer), *counted.conditions(), counted.moment >= since, counted.moment < until)
    narrowed = conditions_of(counted, value, of_devices, dict(zip(NAMES, given, strict=True)), on)
    return query.where(*within, *narrowed).group_by(SQL("1"), SQL("2")).tuples()


def build_newest(viewer, since, until, ripe, *given, figure, on, paged):
    counted, (*narrow, at, id, most) = ROWS_OF_FIGURES[figure], given
    value = counted.value(since, ripe)
    unit = counted.unit.id
    # Expressions: a plain column of a joined table would become an attribute of that table's row.
    columns = [
        Record,
        value.alias("measured"),
        (unit + 0).alias("unit_id"),
        counted.moment.alias("counted_at"),
    ]
    if counted.unit in NAMED_BY:
        columns.append(fn.COALESCE(NAMED_BY[counted.unit], "").alias("unit_name"))
    query = join_what_is_asked(Record.select(*columns), counted.unit, False, "", on)
    within = (scope.records(viewer), *counted.conditions(), counted.moment >= since, counted.moment < until)
    narrowed = conditions_of(counted, value, False, dict(zip(NAMES, narrow, strict=True)), on)
    before = [Tuple(counted.moment, unit) < Tuple(at, id)] if paged else []
    return query.where(*within, *narrowed, *before).order_by(counted.moment.desc(), unit.desc()).limit(most)


counts = scope.PreparedByViewer(build_counts, ("since", "until", "ripe", *NAMES))
newest_behind = scope.PreparedByViewer(build_newest, ("since", "until", "ripe", *NAMES, "at", "id", "most"))


NAMED_BY = {RecordDevice: Failed.name, Movement: Part.name}  # what a unit is called


def join_what_is_asked(query, unit, of_devices, by, on):
    if unit is RecordDevice or of_devices:
        query = query.join_from(Record, RecordDevice, on=(RecordDevice.record == Record.id))
        query = query.join_from(RecordDevice, Failed, on=(Failed.id == RecordDevice.device))
    if unit is Movement:
        query = query.join_from(Record, Movement, on=(Movement.record == Record.number)).join(Part)
    if unit is RatingReason:
        query = query.join_from(Record, RatingReason, on=(RatingReason.record == Record.id))
    if by in SAID_BY_CLIENT or any(name in SAID_BY_CLIENT for name, _said in on):
        query = query.join_from(Record, Client, JOIN.LEFT_OUTER, on=(Client.id == Record.client))
    return query


def conditions_of(counted: RowsOfFigure, value, of_devices, given: Mapping, on) -> list:
    """What it is narrowed to. Of a sheet's devices one must be all that is asked of devices."""
    beside = [condition_beside(value, name, given, marker) for name, marker in on if name not in OF_DEVICE]
    beside += [
        is_withheld(marker) for name, marker in on if name in DIMENSIONS and not DIMENSIONS[name].is_in_lists
    ]
    of_device = [condition_of(name, given, marker) for name, marker in on if name in OF_DEVICE]
    if not of_device or of_devices or counted.unit is RecordDevice:
        return [*beside, *of_device]
    about = RecordDevice.alias("about")
    query = about.select(about.record).join(Failed, on=(Failed.id == about.device)).where(*of_device)
    return [*beside, Record.id.in_(query)]


def condition_beside(value, name: str, given: Mapping, marker: str):
    among = {VALUE: value, FORMS: Record.key}
    return one_of(among[name], given[name]) if name in among else condition_of(name, given, marker)


def is_withheld(marker: str):
    return Record.confidential == (marker == WITHHELD)


def condition_of(name: str, given: Mapping, marker: str):
    if marker == WITHHELD:
        return SQL("1 = 1")  # they have it, whatever it is
    return DIMENSIONS[name].is_nothing if marker else DIMENSIONS[name].column == given[name]


# Of the register: how long devices were in service, which faults are held against


IN_SERVICE = {"client": Dimension(Failed.client), **{name: DIMENSIONS[name] for name in OF_DEVICE}}


class ServiceSpan(NamedTuple):
    """`n` devices alike. ISO day they were installed on, "" where nobody knows: then since they are in the register (UTC ms)."""

    what: int | str | None
    installed_on: str
    since: int
    retired_at: int | None
    n: int


def service_spans(viewer: scope.Viewer, asked: Asked, dimension: str) -> list[ServiceSpan]:
    """Of the devices that were in service in that time, or some of it; narrowed by what a device itself says."""
    on = tuple(each for each in names_of(asked) if each[0] in IN_SERVICE)
    rows = spans_in_service(viewer, *values_of(asked), by=dimension, on=on)
    return [ServiceSpan(*row) for row in rows]


def build_spans(viewer, since, until, ripe, *given, by, on):
    column = IN_SERVICE[by].column if by else SQL("''")
    known = Case(None, [(Failed.installed_on == "", Failed.created_at)], 0)
    values = dict(zip(NAMES, given, strict=True))
    narrowed = [condition_in_register(name, values, marker) for name, marker in on]
    query = Failed.select(column, Failed.installed_on, known, Failed.retired_at, fn.COUNT(Failed.id))
    in_service = Failed.retired_at.is_null(True) | (Failed.retired_at > since)
    begun = (Failed.installed_on != "") | (Failed.created_at < until)
    query = query.where(scope.clients(viewer, Failed.client), in_service, begun, *narrowed)
    return query.group_by(SQL("1"), Failed.installed_on, SQL("3"), Failed.retired_at).tuples()


def condition_in_register(name: str, given: Mapping, marker: str):
    """The register tells no device that a confidential sheet is about from the others."""
    if marker == WITHHELD:
        return SQL("1 = 0")
    said = IN_SERVICE[name]
    return said.is_nothing if marker else said.column == given[name]


spans_in_service = scope.PreparedByViewer(build_spans, ("since", "until", "ripe", *NAMES))
