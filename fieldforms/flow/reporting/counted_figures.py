"""A figure counted: its lines, what they come to in all, and the same of the span before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from fieldforms.errors import N_, NotAllowed
from fieldforms.flow import local_time
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.reporting import dimension_words, figure_spans, intervals
from fieldforms.flow.reporting.figure_sources import FigureSource, RowBehind
from fieldforms.flow.reporting.figure_spans import FigureSpan
from fieldforms.flow.reporting.figure_targets import AgreedOf
from fieldforms.flow.reporting.figures import Figure
from fieldforms.flow.reporting.measures import DAYS_A_YEAR, Measure, Measured, Shares
from fieldforms.i18n import gettext
from fieldforms.store import clock
from fieldforms.store.reporting import figures
from fieldforms.store.reporting.figures import UNSAID_VALUE, Asked, ServiceSpan

MONTH = figures.MONTH
ROWS_A_PAGE = 50


@dataclass(frozen=True)
class FigureLine:
    """`leads`: what narrows the figure to this line: a dimension's value, or a span. `place`: which it clearly is, of a rate. `before`: None of
    a month: the one before it stands beside it."""

    label: str
    measured: Measured
    before: Measured | None
    leads: Mapping[str, str]
    place: int = 0
    target: float | None = None


@dataclass(frozen=True)
class CountedFigure:
    figure: Figure
    by: str
    span: FigureSpan
    measure: Measure
    columns: tuple[str, ...]
    lines: tuple[FigureLine, ...]
    total: Measured
    before: Measured
    verdict: str = ""

    @property
    def has_targets(self) -> bool:
        return any(line.target is not None for line in self.lines)

    @property
    def is_compared(self) -> bool:
        """Does each line say what it was in the span before?"""
        return self.by != MONTH


@dataclass(frozen=True)
class FigureAsked:
    """A figure, of which time, narrowed to what: dimension → value."""

    actor: Actor
    figure: Figure
    span: FigureSpan
    narrowed: Mapping[str, int | str | tuple]
    lang: str

    def __post_init__(self):
        if not self.actor.viewer.reads_ratings:
            raise NotAllowed

    @cached_property
    def measure(self):
        return self.figure.make_measure(self.lang)

    @cached_property
    def source(self) -> FigureSource:
        return self.figure.make_source(self.figure.name, self.actor, self.lang)

    def counted_by(self, span: FigureSpan, by: str = "") -> list[tuple]:
        return self.source.counted_by(span, self.narrowed, by)

    def measure_values(self, values: Mapping, years: float) -> Measured:
        return self.measure.measure_values(values, years, self.lang)

    def agreed_with(self, clients: Iterable) -> AgreedOf:
        """What was agreed with these clients, and with the one that it is narrowed to."""
        asked = {
            each for each in (*clients, self.narrowed.get("client")) if isinstance(each, int) and each > 0
        }
        return (
            self.figure.agreed(self.actor.viewer, asked)
            if self.figure.agreed
            else lambda narrowed, span: None
        )


def count_figure(asked: FigureAsked, by: str) -> CountedFigure:
    """Broken down by a dimension, or by months."""
    lines = lines_of_months(asked) if by == MONTH else lines_of_dimension(asked, by)
    total, before = (total_of_span(asked, span) for span in (asked.span, asked.span.before))
    verdict = ""
    if asked.figure.per_device_year:
        lines, verdict = put_in_clear_order(lines, asked.lang)
    columns = asked.measure.columns(asked.lang)
    return CountedFigure(
        asked.figure, by, asked.span, asked.measure, columns, tuple(lines), total, before, verdict
    )


def total_of_span(asked: FigureAsked, span: FigureSpan) -> Measured:
    values = by_line(asked.counted_by(span)).get("", {})
    return asked.measure_values(values, years_in_service(asked, span).get("", 0.0))


def by_line(rows: list[tuple]) -> dict:
    """What of the dimension → (measure → how many)."""
    found: dict = {}
    for what, value, n in rows:
        found.setdefault(what, {})[value] = n
    return found


def lines_of_dimension(asked: FigureAsked, by: str) -> list[FigureLine]:
    spans = asked.span, asked.span.before
    now, before = (by_line(asked.counted_by(span, by)) for span in spans)
    years, years_before = (years_in_service(asked, span, by) for span in spans)
    there = now.keys() | years.keys()
    words = dimension_words.words_of_values(by, there, asked.lang)
    agreed = asked.agreed_with(there if by == "client" else ())
    lines = [
        FigureLine(
            words[what],
            asked.measure_values(now.get(what, {}), years.get(what, 0.0)),
            asked.measure_values(before.get(what, {}), years_before.get(what, 0.0)),
            {by: UNSAID_VALUE if what in (None, "") else str(what)},
            target=agreed({**asked.narrowed, by: what}, asked.span) if what else None,
        )
        for what in there
    ]
    return sorted(lines, key=lambda line: (-weight_of_line(asked, line), -line.measured.n, line.label))


def weight_of_line(asked: FigureAsked, line: FigureLine) -> float:
    """The most first; shares of few would come first by chance, so they go by how many they are of."""
    return 0.0 if asked.measure.unit is Shares else line.measured.main or 0.0


def lines_of_months(asked: FigureAsked) -> list[FigureLine]:
    periods = figure_spans.periods_of_span(asked.span)
    agreed, names = asked.agreed_with(()), figure_spans.names_of_periods(asked.span)
    return [
        FigureLine(
            period.first.strftime(names),
            asked.measure_values(values, 0.0),
            None,
            {"from": period.first.isoformat(), "to": period.last.isoformat()},
            target=agreed(asked.narrowed, period),
        )
        for period, values in zip(periods, values_of_periods(asked, periods), strict=True)
    ]


def values_of_periods(asked: FigureAsked, periods: list[FigureSpan]) -> list[dict]:
    whole = FigureSpan(periods[0].first, periods[-1].last)
    rows = asked.counted_by(whole, MONTH)
    found: list[dict] = [{} for _period in periods]
    places = figure_spans.place_in_periods(periods, [moment for moment, _value, _n in rows])
    for at, (_moment, value, n) in zip(places, rows, strict=True):
        found[at][value] = found[at].get(value, 0) + n
    return found


# Device-years


def years_in_service(asked: FigureAsked, span: FigureSpan, by: str = "") -> dict:
    """What of the dimension → device-years in that span, as far as it is over."""
    if not asked.figure.per_device_year:
        return {}
    until = min(span.until, clock.now())
    found: dict = {}
    for each in figures.service_spans(asked.actor.viewer, service_asked(asked, span), by):
        days = days_in_service(each, span.since, until)
        if days > 0:
            found[each.what] = found.get(each.what, 0.0) + each.n * days / DAYS_A_YEAR
    return found


def service_asked(asked: FigureAsked, span: FigureSpan) -> Asked:
    return Asked(asked.figure.name, span.since, span.until, 0, asked.narrowed)


def days_in_service(each: ServiceSpan, since: int, until: int) -> float:
    begun = local_time.start_of(each.installed_on) if each.installed_on else each.since
    ended = until if each.retired_at is None else min(each.retired_at, until)
    return (ended - max(begun, since)) / clock.DAY_MS


def put_in_clear_order(lines: list[FigureLine], lang: str) -> tuple[list[FigureLine], str]:
    """First those of which it can be said that they fail most; of the others, without a place, those that did fail, each by name."""
    sure = [(line.measured.n, line.measured.interval) for line in lines if line.measured.interval]
    known = [line for line in lines if line.measured.interval]
    clear = [known[at] for at in intervals.places_that_are_clear(sure)]
    rest = sorted(
        (line for line in lines if line not in clear),
        key=lambda line: (not line.measured.n, line.label.casefold()),
    )
    placed = [replace(line, place=at) for at, line in enumerate(clear, 1)]
    return [*placed, *rest], verdict_in_words(clear, known, lang)


def verdict_in_words(clear: list[FigureLine], known: list[FigureLine], lang: str) -> str:
    if clear:
        return gettext(N_("%(name)s 故障最多：它的区间在其余各行之上。"), lang, name=clear[0].label)
    return gettext(N_("看不出哪一个故障最多：区间互相重叠，或 n < 5。"), lang) if len(known) > 1 else ""


# The sheets behind


@dataclass(frozen=True)
class RowsBehind:
    rows: list[RowBehind]
    following: tuple[int, int] | None


def rows_behind(asked: FigureAsked, before: tuple[int, int] | None = None) -> RowsBehind:
    """The newest first, page by page."""
    found = asked.source.rows_behind(asked.span, asked.narrowed, ROWS_A_PAGE + 1, before)
    rows, more = found[:ROWS_A_PAGE], len(found) > ROWS_A_PAGE
    return RowsBehind(rows, rows[-1].place if more else None)


def count_rows(asked: FigureAsked) -> int:
    """How many there are behind it."""
    return sum(n for _what, _value, n in asked.counted_by(asked.span))
