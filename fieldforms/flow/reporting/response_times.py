"""How long reports took: from the report until somebody went on with it, and until it was restored, by month.

By the rule of `repair_times.response_and_restore_times`, which opens no answers.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

from fieldforms import config, i18n
from fieldforms.flow import local_time
from fieldforms.flow.faults import board
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import repair_times
from fieldforms.flow.sheets import words_of_records
from fieldforms.store import clock
from fieldforms.store.library import definitions
from fieldforms.store.reporting import response_times
from fieldforms.store.reporting.response_times import EntryTimes

RESPONSE_TIME_READERS = board.BOARD_READERS
MONTHS = 12


@dataclass(frozen=True)
class ReportTimes:
    """One report. Minutes; None: not yet."""

    month: str
    urgency: str
    respond: int | None
    restore: int | None


@dataclass(frozen=True)
class Spread:
    """Minutes: half took no longer than `median`, nine in ten no longer than `ninetieth`."""

    n: int
    median: int
    ninetieth: int


@dataclass(frozen=True)
class ReportCounts:
    """A month (2026-11) or an urgency, and how long its reports took; None where there is nothing to count."""

    name: str
    n: int
    respond: Spread | None
    restore: Spread | None


@dataclass(frozen=True)
class ResponseTimes:
    months: tuple[ReportCounts, ...]
    urgencies: tuple[ReportCounts, ...]
    total: ReportCounts


def times_of_reports(actor: Actor, year: int | None, client: int | None) -> ResponseTimes:
    """Of a calendar year, or of the last twelve months; by the month of the report. Raises NotAllowed."""
    actor.needs(*RESPONSE_TIME_READERS)
    months = months_of_year(year)
    since, until = utc_span_of_months(months)
    keys = [form.key for form in board.forms_with_board()]
    rows = response_times.entries_between(actor.viewer, keys, since, until, client)
    found = [
        minutes_of_report(list(entries)) for _record, entries in groupby(rows, key=lambda row: row.record)
    ]
    names = [choice.name for choice in words_of_records.choices_meaning("urgency")]
    return ResponseTimes(
        months=tuple(
            count_reports(month, (each for each in found if each.month == month)) for month in months
        ),
        urgencies=tuple(
            count_reports(name, (each for each in found if each.urgency == name)) for name in names
        ),
        total=count_reports("", found),
    )


def months_of_year(year: int | None) -> list[str]:
    """2026-01 …: the twelve of a year, or the last twelve with this one."""
    today = local_time.date_today()
    last = year * 12 + 11 if year else today.year * 12 + today.month - 1
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(last - MONTHS + 1, last + 1)]


def utc_span_of_months(months: Sequence[str]) -> tuple[int, int]:
    """UTC ms: the beginning of the first month and the end of the last, in the company's time zone."""
    first = date.fromisoformat(f"{months[0]}-01")
    year, month = map(int, months[-1].split("-"))
    after = date(year + month // 12, month % 12 + 1, 1)
    return local_time.start_of(first.isoformat()), local_time.start_of(after.isoformat())


def minutes_of_report(entries: Sequence[EntryTimes]) -> ReportTimes:
    first = entries[0]
    definition = definitions.read_definition(definitions.row(first.definition))
    ends = repair_times.response_and_restore_times(definition, entries, first.state, first.next_by)
    respond, restore = (None if at is None else (at - first.opened_at) // clock.MINUTE for at in ends)
    month = i18n.local(first.opened_at, config.current.tz).strftime("%Y-%m")
    return ReportTimes(month, first.urgency, respond, restore)


def count_reports(name: str, each: Iterable[ReportTimes]) -> ReportCounts:
    found = list(each)
    respond = spread_of_minutes([took.respond for took in found if took.respond is not None])
    return ReportCounts(
        name, len(found), respond, spread_of_minutes([t.restore for t in found if t.restore is not None])
    )


def spread_of_minutes(minutes: Sequence[int]) -> Spread | None:
    """Ninetieth percentile by nearest rank: a time that one of them really took."""
    if not minutes:
        return None
    ordered = sorted(minutes)
    return Spread(len(ordered), round(median(ordered)), ordered[math.ceil(0.9 * len(ordered)) - 1])
