"""The geometry of charts, which a Jinja template draws as SVG: columns of months, lanes of anything else, both of stretches along a scale. Pure."""

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


# As wide as its card, on desks and on phones, where letters are larger (sheet.css): twelve months stand apart on both.
WIDTH, LEFT, TOP, TALL, BELOW = 560, 56, 14, 210, 48
MOST_COLUMN_WIDTH, COLUMN_SHARE, MEDIAN_SHARE = (
    56,
    0.64,
    0.6,
)  # a column: at most so wide, so much of its place; the median's of it


def places_of_columns(left: float, n: int) -> tuple[float, float]:
    """(from one column to the next, how wide one is), so that `n` of them fill the width."""
    pitch = (WIDTH - left) / max(1, n)
    return pitch, round(min(MOST_COLUMN_WIDTH, pitch * COLUMN_SHARE), 2)


@dataclass(frozen=True)
class Stretch:
    """From `low` to `high` of the scale, in a series' colour; a narrow one lies upon a broad one."""

    low: float
    high: float
    series: int
    narrow: bool = False


@dataclass(frozen=True)
class Drawn:
    """What a column or lane shows. `interval`: how sure it is. `target`: what was agreed."""

    label: str
    n: int
    stretches: tuple[Stretch, ...] = ()
    interval: tuple[float, float] | None = None
    target: float | None = None


@dataclass(frozen=True)
class Line:
    """`role`: whisker or target."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str


@dataclass(frozen=True)
class Mark:
    """One column or lane as it is drawn; `x`, `y` of its label, `end` of the words behind a lane."""

    label: str
    n: int
    x: float
    y: float
    end: float
    parts: tuple[Segment, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Picture:
    """`lanes`: lie; else columns stand. `lines`: (place, label) of the scale."""

    width: float
    height: float
    left: float
    foot: float
    lanes: bool
    marks: tuple[Mark, ...]
    lines: tuple[tuple[float, str], ...]

    @property
    def has_room_for_counts(self) -> bool:
        """Below columns, also where letters are larger (figures.css)."""
        longest = max((len(str(mark.n)) for mark in self.marks), default=0)
        return longest * DIGIT_WIDTH <= (self.width - self.left) / max(1, len(self.marks)) - BETWEEN_COUNTS

    @property
    def is_cut(self) -> bool:
        """Does an interval go on beyond the scale?"""
        return any(line.role == ARROW for mark in self.marks for line in mark.lines)


DIGIT_WIDTH, BETWEEN_COUNTS = 13, 6
WHISKER, ARROW, TARGET = "whisker", "whisker open", "target"
LANE_HEIGHT, LANES_WIDTH, LANES_END = (
    50,
    286,
    74,
)  # each has its label above it: long names and short lanes fit a phone


ROUND = (1, 2, 4, 6, 8, 10)  # half of them is round, too


def top_of_scale(drawn: Sequence[Drawn], tops: Sequence[float] = (), above: float = 1) -> float:
    """A round number that the longest stretch and target reach at most; an interval may go on beyond it, where few were counted.

    `tops`: what is round in that unit; above them it is so many `above`.
    """
    highs = [each.high for one in drawn for each in one.stretches]
    highs += [one.target for one in drawn if one.target is not None]
    sure = [one.interval[1] for one in drawn if one.interval and one.n]
    drawn_to = max(highs, default=0) or min(sure, default=0)
    longest = max([drawn_to, *(high for high in sure if high <= 3 * drawn_to)])
    if longest <= 0:
        return tops[0] if tops else above
    least = longest * 0.999999
    step = above * 10 ** math.floor(math.log10(longest / above))
    rounds = (step * each for each in ROUND)
    return next(each for each in (*tops, *rounds) if each >= least)


def picture_of_columns(drawn: Sequence[Drawn], top: float, words: Callable[[float], str]) -> Picture:
    """`words`: a number of the scale → its label."""
    foot, left = TOP + TALL, LEFT + 36
    pitch, thick = places_of_columns(left, len(drawn))
    marks = []
    for at, one in enumerate(drawn):
        x = round(left + pitch * (at + 0.5), 2)
        parts = tuple(
            Segment(round(x - wide / 2, 2), y_of_value(each.high, top), wide, round(y_of_value(each.low, top) - y_of_value(each.high, top), 2), each.series, one.n)
            for each in one.stretches
            if each.high > each.low and (wide := round(thick * (MEDIAN_SHARE if each.narrow else 1), 2))
        )  # fmt: skip
        lines = []
        if one.interval:
            end = y_of_value(one.interval[1], top)
            lines.append(Line(x, end, x, y_of_value(one.interval[0], top), WHISKER))
            if one.interval[1] > top:
                lines += [Line(x + side, end + 8, x, end, ARROW) for side in (-5, 5)]
        if one.target is not None:
            y = y_of_value(one.target, top)
            lines.append(Line(round(x - pitch / 2, 2), y, round(x + pitch / 2, 2), y, TARGET))
        marks.append(Mark(one.label, one.n, x, foot, x, parts, tuple(lines)))
    scale = tuple((y_of_value(top * share, top), words(top * share)) for share in (0, 0.5, 1))
    return Picture(WIDTH, foot + BELOW, left, foot, False, tuple(marks), scale)


def y_of_value(value: float, top: float) -> float:
    return round(TOP + TALL * (1 - min(value, top) / top), 2)


def picture_of_lanes(drawn: Sequence[Drawn], top: float, words: Callable[[float], str]) -> Picture:
    """One below the other, its label above it, `n` behind its end."""

    def along(value: float) -> float:
        return round(LANES_WIDTH * min(value, top) / top, 2)

    marks = []
    for at, one in enumerate(drawn):
        y = at * LANE_HEIGHT + 20
        parts = tuple(
            Segment(along(each.low), y + 5 * each.narrow, round(along(each.high) - along(each.low), 2), 20 - 10 * each.narrow, each.series, one.n)
            for each in one.stretches
            if each.high > each.low
        )  # fmt: skip
        lines = []
        if one.interval:
            end = along(one.interval[1])
            lines.append(Line(along(one.interval[0]), y + 10, end, y + 10, WHISKER))
            if one.interval[1] > top:
                lines += [Line(end - 8, y + 10 + side, end, y + 10, ARROW) for side in (-5, 5)]
        if one.target is not None:
            lines.append(Line(along(one.target), y - 4, along(one.target), y + 24, TARGET))
        reached = [each.high for each in one.stretches] + ([one.interval[1]] if one.interval else [])
        end = along(max(reached, default=0))
        marks.append(Mark(one.label, one.n, 0, y - 6, end, parts, tuple(lines)))
    foot = len(drawn) * LANE_HEIGHT
    scale = tuple((along(top * share), words(top * share)) for share in (0, 0.5, 1))
    return Picture(LANES_WIDTH + LANES_END, foot + 24, 0, foot, True, tuple(marks), scale)
