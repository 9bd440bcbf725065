"""Spans of time for charts and boards: in words, and as far as something was counted."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.i18n import format_month
from fieldforms.store import clock
from fieldforms.web import page

TWO_HOURS = 120  # minutes: until then a span is told to the minute


def span_in_words(minutes: int) -> str:
    """95 分钟 · 95 min; from two hours on in its largest unit."""
    if minutes < TWO_HOURS:
        return page.say(N_("%(n)s 分钟"), n=max(minutes, 1))
    return i18n.format_span(minutes * clock.MINUTE, page.lang())


def since_first(found):
    """A dataclass of `months` that count, without those before the first that has an `n`: they show nothing but that the
    application is young."""
    begun = [*dropwhile(lambda month: not month.n, found.months)]
    return replace(found, months=tuple(begun or found.months))


YEARS_OFFERED = 5


def offered_years() -> list[int]:
    this = int(local_time.today()[:4])
    return list(range(this, this - YEARS_OFFERED, -1))


def month_words(month: str) -> str:
    """2026-11 → 11月 · Nov"""
    return format_month(f"{month}-01", page.lang())


MOST_SPELT_OUT = 6


def months_in_words(months: Sequence[str]) -> list[str]:
    """Below the columns of a chart. Many Chinese ones stand as their numbers, with 月 they would run into each other."""
    if len(months) > MOST_SPELT_OUT and page.lang() == "zh":
        return [str(int(month[-2:])) for month in months]
    return [month_words(month) for month in months]


def names_with_room(words: Sequence[str]) -> list[str]:
    """Below the columns of a chart on a phone: of many that are words, not numbers, every second one, the last among them."""
    if len(words) <= MOST_SPELT_OUT or all(word.isdecimal() for word in words):
        return list(words)
    return [word if (len(words) - at) % 2 else "" for at, word in enumerate(words)]
