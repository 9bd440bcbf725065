"""A month or a week of a calendar page: its days, what stands on them, and the ones before and after."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.calendar.due_days import DAY
from fieldforms.flow.calendar.holidays import YEARS_TO_EDIT, Calendar
from fieldforms.web import page

MONTH_FORMAT = {"zh": "yyyy年M月", "en": "MMMM yyyy"}


@dataclass(frozen=True)
class Span:
    """`first` to `last` are whole weeks from Monday; `month` is the one a month view is about, else None."""

    view: str
    first: date
    last: date
    month: int | None
    title: str
    on: date  # its own address
    previous: date
    following: date


@dataclass(frozen=True)
class CalendarDay:
    """`works`: no day off. `name`: of a holiday or make-up day. `other`: of the month before or after."""

    day: date
    works: bool
    name: str
    today: bool
    other: bool
    rows: list[dict]


def day_of(text: str, otherwise: date) -> date:
    """The day an address names, within the years that are kept."""
    day = local_time.as_day(text)
    return day if day and YEARS_TO_EDIT[0] < day.year < YEARS_TO_EDIT[1] else otherwise


def span(view: str, day: date) -> Span:
    monday = day - DAY * day.weekday()
    if view == "week":
        sunday = monday + 6 * DAY
        title = f"{i18n.format_date(monday, page.lang())} – {i18n.format_day(sunday, page.lang())}"
        return Span(view, monday, sunday, None, title, monday, monday - 7 * DAY, monday + 7 * DAY)
    start = day.replace(day=1)
    after = (start + 31 * DAY).replace(day=1)
    first, last = start - DAY * start.weekday(), after - DAY
    last += DAY * (6 - last.weekday())
    title = format_date(start, MONTH_FORMAT[page.lang()], locale=i18n.LOCALE[page.lang()])
    return Span(view, first, last, start.month, title, start, (start - DAY).replace(day=1), after)


def days(span: Span, placed: list[tuple[date, dict]], calendar: Calendar) -> list[CalendarDay]:
    """Every day of the span with its rows."""
    rows: dict[date, list[dict]] = {}
    for day, row in placed:
        rows.setdefault(day, []).append(row)
    return [
        day_of_span(day, span, rows.get(day, []), calendar)
        for day in (span.first + DAY * n for n in range((span.last - span.first).days + 1))
    ]


def day_of_span(day: date, span: Span, rows: list[dict], calendar: Calendar) -> CalendarDay:
    special = calendar.special_day(day)
    name = special_name(special) if special else ""
    other = span.month is not None and day.month != span.month
    return CalendarDay(day, calendar.is_working_day(day), name, day == local_time.date_today(), other, rows)


def special_name(special) -> str:
    """春节 · 国庆节调休"""
    name = i18n.pick(special.name, page.lang())
    plain = isinstance(special.name, str)
    return page.say(name) if plain else page.say(N_("%(name)s调休"), name=name) if special.works else name


def weekday_in_words(day: date) -> str:
    return i18n.weekday_name(day.weekday(), page.lang())


def day_in_words(day: date) -> str:
    """11月24日 周二 · Tue 24 Nov, with the year when it is another."""
    lang = page.lang()
    this_year = day.year == local_time.date_today().year
    said = i18n.format_day(day, lang) if this_year else i18n.format_date(day, lang)
    return (
        f"{said} {i18n.weekday_name(day.weekday(), lang)}"
        if lang == "zh"
        else f"{i18n.weekday_name(day.weekday(), lang)} {said}"
    )
