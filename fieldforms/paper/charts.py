"""The geometry of charts: shares and counts → rectangles, which a Jinja template draws as SVG. Pure."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Segment:
    """One rectangle. `series` counts from 1, the first drawn at the foot of a bar."""

    x: float
    y: float
    width: float
    height: float
    series: int
    value: int


@dataclass(frozen=True)
class Bar:
    label: str
    n: int
    x: float  # its middle
    y: float
    parts: tuple[Segment, ...]


@dataclass(frozen=True)
class Chart:
    """Drawn into `width` × `height` units; `lines` are (place, label) of the scale."""

    width: float
    height: float
    left: float
    top: float
    foot: float
    bars: tuple[Bar, ...]
    lines: tuple[tuple[float, str], ...] = ()


# As wide as its card, on desks and on phones, where letters are larger (sheet.css): twelve months stand apart on both.
WIDTH, LEFT, TOP, TALL, BELOW = 560, 56, 10, 210, 44
MOST_COLUMN_WIDTH, COLUMN_SHARE, MEDIAN_SHARE = (
    56,
    0.64,
    0.6,
)  # a column: at most so wide, so much of its place; the median's of it


def stacked_columns(bars: Sequence[tuple[str, Sequence[int]]]) -> Chart:
    """100 % stacked columns of (label, counts); one without any counts stays empty."""
    foot = TOP + TALL
    drawn, pitch, thick = [], *places_of_columns(LEFT, len(bars))
    for at, (label, counts) in enumerate(bars):
        middle, n, y, parts = round(LEFT + pitch * (at + 0.5), 2), sum(counts), float(foot), []
        for series, value in enumerate(counts, 1):
            height = TALL * value / n if n else 0
            y -= height
            if value:
                left = round(middle - thick / 2, 2)
                parts.append(Segment(left, round(y, 2), thick, round(height, 2), series, value))
        drawn.append(Bar(label, n, middle, foot, tuple(parts)))
    lines = tuple((foot - TALL * share / 100, f"{share}%") for share in (0, 50, 100))
    return Chart(WIDTH, foot + BELOW, LEFT, TOP, foot, tuple(drawn), lines)


def places_of_columns(left: float, n: int) -> tuple[float, float]:
    """(from one column to the next, how wide one is), so that `n` of them fill the width."""
    pitch = (WIDTH - left) / max(1, n)
    return pitch, round(min(MOST_COLUMN_WIDTH, pitch * COLUMN_SHARE), 2)


ROW_HEIGHT, NAMES, BARS_WIDTH = 32, 124, 200


def ranked_bars(rows: Sequence[tuple[str, int]]) -> Chart:
    """Horizontal bars of (label, n) in the order given, the longest filling the width."""
    most = max((n for _label, n in rows), default=1)
    drawn = []
    for at, (label, n) in enumerate(rows):
        y, wide = at * ROW_HEIGHT + 7, (BARS_WIDTH - 40) * n / most
        drawn.append(Bar(label, n, NAMES + wide, y + 15, (Segment(NAMES, y, round(wide, 2), 20, 1, n),)))
    return Chart(
        NAMES + BARS_WIDTH, max(1, len(rows)) * ROW_HEIGHT, NAMES, 0, len(rows) * ROW_HEIGHT, tuple(drawn)
    )


MINUTES_OF_HOUR, MINUTES_OF_DAY = 60, 24 * 60
TOPS = (
    30,
    *(n * MINUTES_OF_HOUR for n in (1, 2, 4, 8, 12)),
    *(n * MINUTES_OF_DAY for n in (1, 2, 4, 6, 14, 28)),
)


def percentile_columns(bars: Sequence[tuple[str, int, int, int]], words: Callable[[int], str]) -> Chart:
    """Columns of (label, n, median, ninetieth) in minutes: series 2 reaches the ninetieth percentile, series 1 before
    it the median. `words`: minutes → the label of a line of the scale."""
    longest = max((ninetieth for _label, _n, _median, ninetieth in bars), default=0)
    top = next((each for each in TOPS if each >= longest), math.ceil(longest / TOPS[-1]) * TOPS[-1])
    foot, left = TOP + TALL, LEFT + 36  # "12 hours" is wider than "100%"
    drawn, pitch, thick = [], *places_of_columns(left, len(bars))
    for at, (label, n, middle, ninetieth) in enumerate(bars):
        x = round(left + pitch * (at + 0.5), 2)
        parts = [
            Segment(round(x - wide / 2, 2), round(foot - TALL * value / top, 2), wide, round(TALL * value / top, 2), series, value)
            for series, value, wide in ((2, ninetieth, thick), (1, middle, round(thick * MEDIAN_SHARE, 2)))
            if n
        ]  # fmt: skip
        drawn.append(Bar(label, n, x, foot, tuple(parts)))
    lines = tuple((foot - TALL * share, words(round(top * share))) for share in (0, 0.5, 1))
    return Chart(WIDTH, foot + BELOW, left, TOP, foot, tuple(drawn), lines)
