"""The due days of a plan (company.md, row 12: 定期巡检). Pure: dates only, no clock, no time zone, no database."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
LONGEST_UNIT = UNIT_DAYS | {"month": 31}
MOST_MOVED = 31  # days; no holidays are longer, and a table full of days off must not move a visit for ever
REACH = timedelta(days=MOST_MOVED + 6)  # from a day by the rule to its due day: a weekday, then the holidays


@dataclass(frozen=True)
class Rule:
    """Every so many days, weeks or months from `starts_on` until `ends_on` (included; None: for ever).

    `weekday`: 0 Monday … 6, the first one on or after the day; None: whichever it is. Months count from the day of
    `starts_on`: the 31st is the last day of a shorter month, and the 31st again after it.
    """

    every: int
    unit: str  # day, week, month
    starts_on: date
    ends_on: date | None = None
    weekday: int | None = None
    skip_holidays: bool = True

    @property
    def half_period(self) -> int:
        """How many days beside a due day a sheet may be to count for it: nearer to this day than to its neighbours."""
        return self.every * UNIT_DAYS[self.unit] // 2


@dataclass(frozen=True)
class DueVisit:
    """One visit. `by_rule` is its name: an edited holiday moves `day`, and never turns it into another visit."""

    by_rule: date
    day: date


def due_visits(rule: Rule, first: date, last: date, works: Callable[[date], bool]) -> Iterator[DueVisit]:
    """The visits due from `first` to `last`, in order, one a day at most.

    `works`: is this a working day? With `skip_holidays` a visit moves to the next one; where that passes `ends_on`
    there is none.
    """
    latest = min(last, rule.ends_on or last)
    taken = date.min
    for by_rule in days_by_rule(rule, first - REACH if first > date.min + REACH else date.min, latest):
        day = next_working_day(by_rule, works) if rule.skip_holidays else by_rule
        if day <= taken:
            continue  # a daily visit: Saturday's, Sunday's and Monday's are one
        taken = day
        if first <= day <= latest:
            yield DueVisit(by_rule, day)


def days_by_rule(rule: Rule, first: date, last: date) -> Iterator[date]:
    """The days as counted, holidays or not, from shortly before `first` to `last`."""
    n = max(0, (first - rule.starts_on).days // (rule.every * LONGEST_UNIT[rule.unit]) - 1)
    while (day := nth_day(rule, n)) and day <= last:
        yield day
        n += 1


def nth_day(rule: Rule, n: int) -> date | None:
    """The n-th day of the rule, from 0; None where the calendar ends."""
    try:
        day = STEPS[rule.unit](rule.starts_on, n * rule.every)
        return day if rule.weekday is None else day + DAY * ((rule.weekday - day.weekday()) % 7)
    except OverflowError:
        return None


def months_later(start: date, months: int) -> date:
    """Raises OverflowError after the year 9999."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        raise OverflowError
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


STEPS: dict[str, Callable[[date, int], date]] = {
    "day": lambda start, n: start + n * DAY,
    "week": lambda start, n: start + n * WEEK,
    "month": months_later,
}


def next_working_day(day: date, works: Callable[[date], bool]) -> date:
    """This day or the first working day after it; the day itself where there is none for a month."""
    for later in range(MOST_MOVED + 1):
        if works(day + later * DAY):
            return day + later * DAY
    return day
