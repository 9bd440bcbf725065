"""The time that a figure is of: from a day until another, both included, and the same span before it."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.calendar.due_days import months_later
from fieldforms.i18n import format_date, gettext

DAY = timedelta(days=1)
EARLIEST_DAY = date(2000, 1, 1)
MOST_MONTHS_DRAWN = 36  # drawn side by side; of a longer time the years are
MOST_DAYS_DRAWN = 31  # of a shorter time its days are


@dataclass(frozen=True)
class FigureSpan:
    first: date
    last: date

    @property
    def since(self) -> int:
        """UTC ms."""
        return local_time.start_of(self.first.isoformat())

    @property
    def until(self) -> int:
        """UTC ms, exclusive."""
        return local_time.start_of((self.last + DAY).isoformat())

    @property
    def before(self) -> "FigureSpan":
        """As long, and just before: of whole months as many months; of months of which the last is not over the same days of those
        before, of a year that is not over those of the year before; else as many days."""
        if self.first.day != 1:
            return FigureSpan(self.first - (self.last - self.first) - DAY, self.first - DAY)
        months = len(self.months)
        if (self.last + DAY).day == 1:
            return FigureSpan(months_later(self.first, -months), self.first - DAY)
        back = 12 if self.first.month == 1 and 1 < months else months
        return FigureSpan(months_later(self.first, -back), months_later(self.last, -back))

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def months(self) -> list[date]:
        """The first days of the months that it touches."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        return [months_later(self.first.replace(day=1), at) for at in range(count)]

    def words(self, lang: str) -> str:
        if self.first == self.last:
            return gettext(N_("%(day)s（1 天）"), lang, day=format_date(self.first.isoformat(), lang))
        return " – ".join(format_date(day.isoformat(), lang) for day in (self.first, self.last))


def span_asked(first: str, last: str) -> FigureSpan:
    """Of ISO days; without them the twelve months until today. What lies before this century or after today is cut off: it can't
    be held against what is over. The two may come the wrong way round."""
    today = local_time.date_today()
    end = local_time.as_day(last) if last else today
    end = min(max(end or today, EARLIEST_DAY), today)
    begin = local_time.as_day(first) if first else months_later(end.replace(day=1), -11)
    begin = min(max(begin or end, EARLIEST_DAY), today)
    return FigureSpan(min(begin, end), max(begin, end))


def periods_of_span(span: FigureSpan) -> list[FigureSpan]:
    """Its days where they are few, its months, or years where they would be too many, each cut to the span."""
    if span.days <= MOST_DAYS_DRAWN:
        days = [span.first + at * DAY for at in range(span.days)]
        return [FigureSpan(day, day) for day in days]
    months = span.months
    if len(months) > MOST_MONTHS_DRAWN:
        months = [day for day in months if day.month == 1 or day == months[0]]
    ends = [*(day - DAY for day in months[1:]), span.last]
    return [FigureSpan(max(day, span.first), end) for day, end in zip(months, ends, strict=True)]


def names_of_periods(span: FigureSpan) -> str:
    """How each of them is called by its first day (strftime)."""
    if span.days <= MOST_DAYS_DRAWN:
        return "%Y-%m-%d"
    return "%Y" if len(span.months) > MOST_MONTHS_DRAWN else "%Y-%m"


def place_in_periods(periods: list[FigureSpan], moments: list[int]) -> list[int]:
    """To which of them each moment (UTC ms) belongs."""
    begins = [each.since for each in periods]
    return [bisect_right(begins, moment) - 1 for moment in moments]
