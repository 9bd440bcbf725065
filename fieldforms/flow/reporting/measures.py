"""How a figure is told: how many, how long, how much, what share, how often per device-year, or how answers are divided.

Each measure is made of how often each value came: (value → how many). It gives cells of a table and what a chart draws.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fieldforms.errors import N_
from fieldforms.flow.reporting import intervals
from fieldforms.flow.reporting.intervals import Interval
from fieldforms.flow.reporting.periods import duration_in_words
from fieldforms.i18n import gettext, join_words
from fieldforms.paper.charts import Drawn, Stretch
from fieldforms.store.reporting.counted_rows import MENDED, NOT_MENDED, NOT_RIPE

Values = Mapping
DAYS_A_YEAR = 365.25
ALL, NONE = "", None  # to what a cell leads: all rows of its line, or nowhere
Leads = int | str | tuple[int, ...] | tuple[str, ...] | None  # or the value, or values, that its rows have


@dataclass(frozen=True)
class FigureCell:
    """`raw`: for spreadsheets, in the unit that `units` of its measure says."""

    text: str
    raw: float | int | str | None = None
    leads: Leads = NONE


@dataclass(frozen=True)
class Measured:
    """What a line of a figure says. `main`: what it is compared by; None where there is nothing to say. `leads`: to the `n`
    rows that it was made of, which need not be all of the line."""

    n: int
    main: float | None
    cells: tuple[FigureCell, ...]
    stretches: tuple[Stretch, ...] = ()
    interval: Interval | None = None
    leads: Leads = ALL

    def drawn(self, label: str, target: float | None = None) -> Drawn:
        return Drawn(label, self.n, self.stretches, self.interval, target)


def count_cell(n: int, leads: Leads = ALL) -> FigureCell:
    return FigureCell(f"{n:,}", n, leads if n else NONE)


def percent_in_words(share: float) -> str:
    return f"{100 * share:.0f}%"


DASH = FigureCell("—")

# Units: how a number of them reads


class Minutes:
    raw, raw_unit = staticmethod(round), N_("分钟")
    tops, above = (
        (2, 10, 20, 60, 2 * 60, 4 * 60, 8 * 60, 12 * 60),
        24 * 60,
    )  # of scales: round ones, then days

    @staticmethod
    def words(value: float, lang: str) -> str:
        return duration_in_words(round(value), lang)


class WorkedHours:
    """Minutes, said in hours."""

    raw_unit = N_("小时")
    tops, above = (60,), 60

    @staticmethod
    def raw(value: float) -> float:
        return round(value / 60, 2)

    @staticmethod
    def words(value: float, lang: str) -> str:
        return gettext(N_("%(n)s 小时"), lang, n=f"{value / 60:,.1f}")


class Money:
    """Fen, said in yuan."""

    raw_unit = N_("元")
    tops, above = (), 100

    @staticmethod
    def raw(value: float) -> float:
        return round(value / 100, 2)

    @staticmethod
    def words(value: float, lang: str) -> str:
        return f"{value / 100:,.2f}" if abs(value) < 1_000_00 else f"{value / 100:,.0f}"


class MonthsOfAge:
    """Months, said in years."""

    raw_unit = N_("年")
    tops, above = (), 12

    @staticmethod
    def raw(value: float) -> float:
        return round(value / 12, 2)

    @staticmethod
    def words(value: float, lang: str) -> str:
        return gettext(N_("%(n)s 年"), lang, n=f"{value / 12:.1f}")


class Numbers:
    raw, raw_unit = staticmethod(round), ""
    tops, above = (2,), 1

    @staticmethod
    def words(value: float, lang: str) -> str:
        return f"{value:,.0f}"


class Shares:
    raw_unit = N_("1 = 全部")

    @staticmethod
    def words(value: float, lang: str) -> str:
        return percent_in_words(value)


class Yearly:
    tops, above = (), 1

    @staticmethod
    def words(value: float, lang: str) -> str:
        return f"{value:.2f}"


BETWEEN_VALUES = "."  # in an address
LONGEST_VALUE = 9  # digits: what fits any number column


class Measure:
    """What all ways to tell a figure have. `units`: of the numbers in a spreadsheet's columns, "" where they have none."""

    unit: Any
    units: tuple[str, ...]

    def columns(self, lang: str) -> tuple[str, ...]:
        raise NotImplementedError

    def measure_values(self, values: Values, years: float, lang: str) -> Measured:
        raise NotImplementedError

    def series(self, lang: str) -> list[str]:
        """What each colour of its chart is, where it has several."""
        return []

    def row_in_words(self, value, lang: str) -> str:
        """What was measured of one row; "" where it only counts."""
        return ""

    def value_in_words(self, value, lang: str) -> str:
        """To which of the values a page of rows is narrowed; "" where that says nothing."""
        return ""

    def read_value(self, text: str) -> int | str | tuple | None:
        """Out of an address: a number or several; None for what it can't be."""
        given = text.split(BETWEEN_VALUES)
        if not all(each.isascii() and each.isdecimal() and len(each) <= LONGEST_VALUE for each in given):
            return None
        return int(text) if len(given) == 1 else tuple(map(int, given))


class OfUnit(Measure):
    """Of what is measured in a unit."""

    def __init__(self, unit):
        self.unit = unit
        self.units = "", unit.raw_unit, unit.raw_unit

    def row_in_words(self, value, lang: str) -> str:
        return self.unit.words(value, lang)


class CountMeasure(Measure):
    """How many."""

    unit = Numbers
    n_label = N_("件数")
    units = ("",)

    def columns(self, lang: str) -> tuple[str, ...]:
        return (gettext(self.n_label, lang),)

    def measure_values(self, values: Values, years: float, lang: str) -> Measured:
        n = sum(values.values())
        return Measured(n, float(n), (count_cell(n),), (Stretch(0, n, 1),))


class Sums(OfUnit):
    """How much of something in all, and on each sheet."""

    def columns(self, lang: str) -> tuple[str, ...]:
        return "n", gettext(N_("合计"), lang), gettext(N_("平均每单"), lang)

    def measure_values(self, values: Values, years: float, lang: str) -> Measured:
        n, total = sum(values.values()), sum(value * n for value, n in values.items())
        if not n:
            return Measured(0, None, (count_cell(0), DASH, DASH))
        each = total / n
        cells = (count_cell(n), self.cell(total, lang), self.cell(each, lang))
        return Measured(n, float(total), cells, (Stretch(0, total, 1),))

    def cell(self, value: float, lang: str) -> FigureCell:
        return FigureCell(self.unit.words(value, lang), self.unit.raw(value))


class Spreads(OfUnit):
    """Half took no longer than the median, nine in ten no longer than the 90th percentile: times that one of them really took."""

    def columns(self, lang: str) -> tuple[str, ...]:
        return "n", *self.series(lang)

    def series(self, lang: str) -> list[str]:
        return [gettext(N_("中位数"), lang), gettext(N_("九成不超过"), lang)]

    def measure_values(self, values: Values, years: float, lang: str) -> Measured:
        n = sum(values.values())
        if not n:
            return Measured(0, None, (count_cell(0), DASH, DASH))
        middle, ninetieth = value_of_share(values, 0.5), value_of_share(values, 0.9)
        cells = (
            count_cell(n),
            *(FigureCell(self.unit.words(each, lang), self.unit.raw(each)) for each in (middle, ninetieth)),
        )
        return Measured(n, middle, cells, (Stretch(0, ninetieth, 2), Stretch(0, middle, 1, narrow=True)))


def value_of_share(values: Values, share: float) -> float:
    """By nearest rank; the median of an even number lies between its two."""
    ordered, n = sorted(values.items()), sum(values.values())
    at = value_of_rank(ordered, math.ceil(share * n))
    if share == 0.5 and n % 2 == 0:
        return (at + value_of_rank(ordered, n // 2 + 1)) / 2
    return at


def value_of_rank(ordered: Sequence[tuple], rank: int) -> float:
    for value, n in ordered:
        rank -= n
        if rank <= 0:
            return value
    raise ValueError(rank)


MENDED_WORDS = {MENDED: N_("一次修好"), NOT_MENDED: N_("没有一次修好"), NOT_RIPE: N_("未满期")}
RIPE_WORDS = N_("已满期")


class FirstTime(Measure):
    """Which share was mended at the first visit, for good; what may still come again is not counted yet."""

    unit = Shares
    units = "", Shares.raw_unit, "", "", "", ""

    def columns(self, lang: str) -> tuple[str, ...]:
        words = N_("有人处理的"), N_("比例"), N_("置信区间"), N_("一次修好"), N_("没有"), N_("未满期")
        return tuple(gettext(each, lang) for each in words)

    def row_in_words(self, value, lang: str) -> str:
        return gettext(MENDED_WORDS[value], lang)

    def value_in_words(self, value, lang: str) -> str:
        if isinstance(value, tuple):
            return gettext(RIPE_WORDS, lang)
        return gettext(MENDED_WORDS[value], lang) if value in MENDED_WORDS else ""

    def measure_values(self, values: Values, years: float, lang: str) -> Measured:
        hits, missed, waiting = (values.get(each, 0) for each in (MENDED, NOT_MENDED, NOT_RIPE))
        n = hits + missed
        each = count_cell(hits, MENDED), count_cell(missed, NOT_MENDED), count_cell(waiting, NOT_RIPE)
        cells = (count_cell(n + waiting), *share_cells(hits, n), *each)
        ripe = MENDED, NOT_MENDED
        if not n:
            return Measured(0, None, cells, leads=ripe)
        share = hits / n
        return Measured(n, share, cells, (Stretch(0, share, 1),), intervals.interval_of_share(hits, n), ripe)


def share_cells(hits: int, n: int) -> tuple[FigureCell, FigureCell]:
    if not n:
        return DASH, DASH
    low, high = intervals.interval_of_share(hits, n)
    return FigureCell(percent_in_words(hits / n), round(hits / n, 4)), FigureCell(
        f"{percent_in_words(low)}–{percent_in_words(high)}"
    )


class FaultRates(Measure):
    """Faults per device-year. `years`: device-years in service."""

    unit = Yearly
    units = "", "", "", "", N_("年")

    def columns(self, lang: str) -> tuple[str, ...]:
        words = N_("故障数 n"), N_("台·年"), N_("每台每年"), N_("置信区间"), N_("平均无故障")
        return tuple(gettext(each, lang) for each in words)

    def measure_values(self, values: Values, years: float, lang: str) -> Measured:
        n = sum(values.values())
        if years <= 0:
            return Measured(n, None, (count_cell(n), DASH, DASH, DASH, DASH))
        low, high = (each / years for each in intervals.interval_of_count(n))
        cells = (
            count_cell(n),
            FigureCell(f"{years:,.1f}", round(years, 2)),
            FigureCell(Yearly.words(n / years, lang), round(n / years, 4)),
            FigureCell(f"{Yearly.words(low, lang)}–{Yearly.words(high, lang)}"),
            FigureCell(self.time_between(n, years, lang), round(years / n, 3) if n else None),
        )
        return Measured(n, n / years, cells, (Stretch(0, n / years, 1),), Interval(low, high))

    @staticmethod
    def time_between(n: int, years: float, lang: str) -> str:
        """Without a fault: more than what one-sided 95 % say (3.00/T)."""
        mean = gettext(N_("%(n)s 年"), lang, n=f"{years / (n or 3):.1f}")
        return mean if n else gettext(N_("超过 %(time)s"), lang, time=mean)


class Answers(Measure):
    """How answers are divided. `names`: of the answers in the sheet's order, with their words. `good`: how many of them, from the
    first, make the share; `share_label`: what that is called. `aside`: of answers that are said beside it, and no part of it."""

    unit = Shares

    def __init__(
        self,
        names: Sequence[tuple[str, str]],
        good: int,
        share_label: str,
        aside: Sequence[tuple[str, str]] = (),
    ):
        self.names, self.good, self.share_label, self.aside = names, good, share_label, aside
        self.units = "", Shares.raw_unit, *("" for _each in (*names, *aside))

    def columns(self, lang: str) -> tuple[str, ...]:
        return "n", gettext(self.share_label, lang), *self.words.values()

    @property
    def words(self) -> dict[str, str]:
        return dict((*self.names, *self.aside))

    def series(self, lang: str) -> list[str]:
        return [words for _name, words in self.names]

    def row_in_words(self, value, lang: str) -> str:
        return self.words.get(value, value)

    def value_in_words(self, value, lang: str) -> str:
        among = value if isinstance(value, tuple) else (value,)
        return join_words((self.words[each] for each in among if each in self.words), lang)

    def read_value(self, text: str) -> int | str | tuple | None:
        """The name of an answer, or several of them."""
        given = text.split(BETWEEN_VALUES)
        return text if len(given) == 1 else tuple(given)

    def measure_values(self, values: Values, years: float, lang: str) -> Measured:
        counts = [values.get(name, 0) for name, _words in self.names]
        beside = [name for name, _words in self.aside]
        n = sum(values.values()) - sum(
            values.get(name, 0) for name in beside
        )  # with what forms of before may have offered
        hits = sum(counts[: self.good])
        share = FigureCell(percent_in_words(hits / n), round(hits / n, 4)) if n else DASH
        each = (count_cell(values.get(name, 0), name) for name in self.words)
        leads = tuple(name for name, _words in self.names) if beside else ALL
        cells = (count_cell(n, leads), share, *each)
        return Measured(n, hits / n if n else None, cells, stretches_of(counts, n), leads=leads)


def stretches_of(counts: Sequence[int], n: int) -> tuple[Stretch, ...]:
    """Shares, one behind the other."""
    found, low = [], 0.0
    for series, count in enumerate(counts, 1):
        if count:
            found.append(Stretch(low, low + count / n, series))
            low += count / n
    return tuple(found)
