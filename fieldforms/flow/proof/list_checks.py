"""Do lists, ratings and search say what the entries say? They are no proof of anything, but people go by them.

Only to be asked of a projection by today's rules: what others made differs, and nobody changed it (`projection.is_behind`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldforms.errors import Problem
from fieldforms.flow.record import projection, supersession, verdicts
from fieldforms.store import search
from fieldforms.store.models import Record
from fieldforms.store.record import projections, records


@dataclass(frozen=True)
class ListDifference:
    """`number` names the record, "" where it is of none; `where` the column or table, `what` the finding."""

    number: str
    where: str
    what: str


OTHERWISE = "says other than the entries"


def every_list_difference() -> Iterator[ListDifference]:
    for uuid in records.uuids_of_records():
        # Somebody may seal a step between two looks: what differs is looked at once more.
        if differences_of_row(uuid):
            yield from differences_of_row(uuid)
    if differences_across_records():
        yield from differences_across_records()


def differences_of_row(uuid: str) -> list[ListDifference]:
    try:
        made = projection.projection_of_record(uuid)
    except (Problem, LookupError, TypeError, ValueError, AttributeError):
        return []  # its seals are broken, and named where its chain is walked
    number, row = made.values["number"], projections.row_of_record(uuid)
    if row is None:
        return [ListDifference(number, "records", "is in no list")]
    right = made.values | projection.values_of_rating(made, row.in_force)
    right |= verdicts.values_of_review(made.definition, made.folded, made.values, row.in_force, row)
    right |= projection.values_of_cost(made, row.in_force)
    wrong = [name for name, value in right.items() if row.__data__[name] != value]
    wrong += [table for table, holds in tables_compared(made, row) if not holds]
    return [ListDifference(number, where, OTHERWISE) for where in wrong]


def tables_compared(made: projection.Projected, row: Record) -> Iterator[tuple[str, bool]]:
    """(table, does it say what the entries say) of what is kept beside the record's row."""
    about = {(device, made.values["dated_at"]) for device in made.devices}
    yield "record_devices", projections.devices_and_times(row) == about
    yield "rating_reasons", projections.reasons_kept(row) == reasons_to_keep(made, row)
    yield "search", search.is_indexed(row.id, *made.words)


def reasons_to_keep(made: projection.Projected, row: Record) -> list[tuple]:
    month = made.values["rating_month"]
    if not month or not row.in_force:
        return []
    where = (made.values["client"], made.values["technician"], month)
    return sorted(((reason, *where) for reason in made.reasons), key=repr)


def differences_across_records() -> list[ListDifference]:
    """What no single record's entries tell: who took whose place, how often something was answered, what is of nobody."""
    found = [
        ListDifference(row.number, "records", "no entry stands behind it")
        for row in projections.records_without_entries()
    ]
    found += [ListDifference(number, name, OTHERWISE) for number, name in places_marked_wrongly()]
    counted, right = projections.ratings_counted(), projections.ratings_to_count()
    for where in sorted({*counted, *right}, key=repr):
        if counted.get(where, 0) != right.get(where, 0):
            what = f"counts {counted.get(where, 0)}, the entries say {right.get(where, 0)}"
            found.append(ListDifference("", f"rating_months {where[2]} {where[3]}", what))
    if search.has_strays():
        found.append(ListDifference("", "search", "finds what is no record"))
    return found


def places_marked_wrongly() -> Iterator[tuple[str, str]]:
    """(number, column) of sheets that say otherwise who corrects them, who took their place, and whether they count."""
    for row, right in supersession.rows_marked_wrongly():
        yield from ((row.number, name) for name, value in right.items() if row.__data__[name] != value)
