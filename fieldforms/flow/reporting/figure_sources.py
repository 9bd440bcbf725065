"""Where the rows of a figure stand: in the projection, or in the maintenance calendar, which reckons its visits.

Both say the same three things: how many by what, how many in all, and which.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from fieldforms import i18n
from fieldforms.flow import local_time
from fieldforms.flow.calendar import visits
from fieldforms.flow.calendar.visits import PlannedVisit
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.reporting.figure_spans import FigureSpan
from fieldforms.flow.sheets import words_of_records
from fieldforms.store import clock, scope
from fieldforms.store.calendar import plans
from fieldforms.store.calendar.plans import SKIPPED
from fieldforms.store.models import Record
from fieldforms.store.reporting import figures
from fieldforms.store.reporting.counted_rows import SAME_FAULT_WITHIN
from fieldforms.store.reporting.figures import MARKERS, MONTH, VALUE, Asked

Narrowed = Mapping[str, int | str | tuple]
PlaceInRows = tuple[int, int]  # (moment in UTC ms, id): where a page of rows ended


@dataclass(frozen=True)
class RowBehind:
    """One of the rows that a number counts: a sheet, one of its devices, reasons or parts, or a visit. `number`: of its sheet, "" for none; `visit`:
    (plan's id, ISO day by its rule). `about`: what of the sheet was counted, or its devices."""

    at: int
    place: PlaceInRows
    measured: int | str
    number: str
    client: str
    subject: str
    about: str
    person: str
    confidential: bool = False
    sheet: Record | None = None
    visit: tuple[int, str] | None = None


class FigureSource(Protocol):
    """As far as its reader may see them."""

    def counted_by(self, span: FigureSpan, narrowed: Narrowed, by: str = "") -> list[tuple]:
        """(what of the dimension, what is measured, how many); by MONTH of each moment (UTC ms)."""

    def rows_behind(
        self, span: FigureSpan, narrowed: Narrowed, most: int, before: PlaceInRows | None
    ) -> list[RowBehind]:
        """The newest first."""


class StoredRows:
    """What the projection says of sheets. `forms`: keys of those that count, () for all."""

    def __init__(self, figure: str, actor: Actor, lang: str, forms: tuple[str, ...] = ()):
        self.figure, self.viewer, self.forms = figure, actor.viewer, forms

    def asked_of_span(self, span: FigureSpan, narrowed: Narrowed) -> Asked:
        ripe = clock.now() - SAME_FAULT_WITHIN
        return Asked(self.figure, span.since, span.until, ripe, narrowed, self.forms)

    def counted_by(self, span: FigureSpan, narrowed: Narrowed, by: str = "") -> list[tuple]:
        return figures.counted_by(self.viewer, self.asked_of_span(span, narrowed), by)

    def rows_behind(
        self, span: FigureSpan, narrowed: Narrowed, most: int, before: PlaceInRows | None
    ) -> list[RowBehind]:
        rows = figures.rows_behind(self.viewer, self.asked_of_span(span, narrowed), most, before)
        return [row_behind_of_sheet(row) for row in rows]


def row_behind_of_sheet(row: Any) -> RowBehind:
    """Of a record with what store/reporting/figures.py adds. Of a confidential one nothing that it is about."""
    about = "" if row.confidential else getattr(row, "unit_name", "") or row.device_names
    return RowBehind(
        row.counted_at,
        (row.counted_at, row.unit_id),
        row.measured,
        row.number,
        row.client_name,
        words_of_records.subject_of_row(row),
        about,
        row.technician_name,
        row.confidential,
        row,
    )


# Visits of the calendar

DONE, MISSED, STILL_AHEAD = "done", "missed", "ahead"  # and SKIPPED

OF_VISIT: dict[str, Callable[[PlannedVisit], int | str | None]] = {
    "client": lambda visit: visit.plan.client_id,
    "client_type": lambda visit: visit.plan.client.type,
    "form": lambda visit: visit.plan.key,
    "technician": lambda visit: visit.technician.id if visit.technician else None,
    "room": lambda visit: visit.plan.room_id,
    "device": lambda visit: visit.plan.device_id,
    MONTH: lambda visit: moment_of_visit(visit),
    VALUE: lambda visit: standing_of_visit(visit),
}


def standing_of_visit(visit: PlannedVisit) -> str:
    """As its page says it: what is late counts as missed until it is made."""
    if visit.done:
        return DONE
    if visit.state.outcome == SKIPPED:
        return SKIPPED
    return MISSED if visit.late else STILL_AHEAD


def moment_of_visit(visit: PlannedVisit) -> int:
    return local_time.start_of(visit.day.isoformat())


class VisitsOfCalendar:
    """The visits of plans on the days that they are due now, as every page of the calendar reckons them."""

    def __init__(self, figure: str, actor: Actor, lang: str):
        self.viewer, self.lang = actor.viewer, lang
        self.book = visits.plan_book(self.viewer)
        self.known: dict[FigureSpan, list[PlannedVisit]] = {}

    def visits_in(self, span: FigureSpan) -> list[PlannedVisit]:
        if span not in self.known:
            self.known[span] = self.book.visits_between(span.first, span.last)
        return self.known[span]

    def narrowed_visits(self, span: FigureSpan, narrowed: Narrowed) -> list[PlannedVisit]:
        return [visit for visit in self.visits_in(span) if is_among(visit, narrowed)]

    def counted_by(self, span: FigureSpan, narrowed: Narrowed, by: str = "") -> list[tuple]:
        what = OF_VISIT[by] if by else lambda visit: ""
        found = Counter(
            (what(visit), standing_of_visit(visit)) for visit in self.narrowed_visits(span, narrowed)
        )
        return [(*key, n) for key, n in found.items()]

    def rows_behind(
        self, span: FigureSpan, narrowed: Narrowed, most: int, before: PlaceInRows | None
    ) -> list[RowBehind]:
        found = sorted(self.narrowed_visits(span, narrowed), key=place_of_visit, reverse=True)
        page = [visit for visit in found if before is None or place_of_visit(visit) < before][:most]
        return rows_of_visits(self.viewer, page, self.lang)


def is_among(visit: PlannedVisit, narrowed: Narrowed) -> bool:
    for name, wanted in narrowed.items():
        value = OF_VISIT[name](visit)
        if wanted in MARKERS:
            value = value or MARKERS[0]
        if value not in (wanted if isinstance(wanted, tuple) else (wanted,)):
            return False
    return True


DAYS_APART = 10_000  # a plan's visits of one day differ by the day that their rule says


def place_of_visit(visit: PlannedVisit) -> PlaceInRows:
    return moment_of_visit(visit), visit.plan.id * DAYS_APART + visit.by_rule.toordinal() % DAYS_APART


def rows_of_visits(viewer: scope.Viewer, page: Iterable[PlannedVisit], lang: str) -> list[RowBehind]:
    found = list(page)
    numbers = plans.visible_numbers(viewer, [visit.state.record for visit in found if visit.done])
    return [row_of_visit(visit, numbers.get(visit.state.record, ""), lang) for visit in found]


def row_of_visit(visit: PlannedVisit, number: str, lang: str) -> RowBehind:
    plan = visit.plan
    where = [plan.room.name if plan.room_id else "", plan.device.name if plan.device_id else ""]
    return RowBehind(
        moment_of_visit(visit),
        place_of_visit(visit),
        standing_of_visit(visit),
        number,
        plan.client.short_name,
        i18n.pick(visit.label, lang),
        " ".join(filter(None, where)),
        visit.technician.name if visit.technician else "",
        visit=(plan.id, visit.by_rule.isoformat()),
    )
