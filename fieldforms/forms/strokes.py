"""Ink: signature_pad's point groups as text, and how much of it makes a name.

A group is one touch of the finger, `{"points": [{"x", "y", "time", "pressure"}]}`; x and y are CSS pixels of
the pad, time is the phone's clock in milliseconds. Points are what is stored and sealed; pictures are always
drawn from them (paper/strokes.py).

As text, which the phone sends and the files keep byte for byte (js/signature.js writes the same):

    4000_4000_1763964667123_50_22000_400_89_0 15000_4200_1763964667400_50

Strokes stand apart by a space. A stroke is x, y, time and pressure of each point in turn; the first point's as they
are, each further one's as differences to the point before. x, y and pressure count in hundredths. That is a fifth
of the JSON, and a form's encoding leaves it as it is: no %22, which take longer to read than a signature to seal.
"""

import math
import re
from collections.abc import Iterable
from itertools import accumulate, pairwise

MAX_GROUPS = 400
MAX_POINTS = 20_000
MAX_COORDINATE = 10_000
MAX_CLOCK = 10**14  # milliseconds; the year 5138
HUNDREDTHS = 100
# Of x, y, time and pressure
LIMITS = (MAX_COORDINATE * HUNDREDTHS, MAX_COORDINATE * HUNDREDTHS, MAX_CLOCK, HUNDREDTHS)
MAX_TEXT = MAX_POINTS * 40  # characters
WHOLE_NUMBERS = re.compile(r"-?[0-9]{1,15}(?:[ _]-?[0-9]{1,15})*")

# CSS pixels (96 to the inch): a quarter of an inch across and a centimetre of line in all. More than a tap or
# a slip of the thumb leaves, less than the shortest 一 that people write on a pad 300 px wide.
MIN_LENGTH = 40
MIN_EXTENT = 24


def read(text: str) -> list[dict]:
    """The groups of untrusted text. Raises ValueError with a plain sentence for what is not ink within the limits."""
    return [
        {
            "points": [
                {"x": x / HUNDREDTHS, "y": y / HUNDREDTHS, "time": time, "pressure": pressure / HUNDREDTHS}
                for x, y, time, pressure in zip(*columns, strict=True)
            ]
        }
        for columns in columns_of_text(text)
    ]


def columns_of_text(text: str) -> list[list[list[int]]]:
    """Of each stroke its x, y, times and pressures, as the text counts them. Raises as `read`."""
    if not text:
        return []
    if len(text) > MAX_TEXT or not WHOLE_NUMBERS.fullmatch(text):
        raise ValueError("Strokes are whole numbers, joined by underscores.")
    strokes = [_columns_of_stroke(stroke) for stroke in text.split(" ")]
    if len(strokes) > MAX_GROUPS:
        raise ValueError(f"A signature has at most {MAX_GROUPS} strokes.")
    if sum(len(xs) for xs, *_others in strokes) > MAX_POINTS:
        raise ValueError(f"A signature has at most {MAX_POINTS} points.")
    return strokes


def write(groups: Iterable[dict]) -> str:
    """signature_pad's `toData()` as text; colours and widths are left out."""
    return " ".join(_written_group(group["points"]) for group in groups if group["points"])


def is_signature(strokes: list | tuple) -> bool:
    """Whether this is more than a tap: at least 40 px of line, reaching over at least 24 px.

    Straight strokes count as much as curved ones (一, 丁, 王 are names); dots and jitter on the spot don't.
    """
    return is_more_than_a_tap(lines_of_strokes(strokes), 1)


def is_written_signature(text: str) -> bool:
    """As `is_signature`, of text: a signature has hundreds of points, and is looked at while others wait. Raises as `read`."""
    lines = [list(zip(xs, ys, strict=True)) for xs, ys, *_others in columns_of_text(text)]
    return is_more_than_a_tap(lines, HUNDREDTHS)


def is_more_than_a_tap(lines: list, pixel: int) -> bool:
    if not are_as_long_as(lines, MIN_LENGTH * pixel):
        return False
    left, top, right, bottom = bounds_of_lines(lines)
    return math.hypot(right - left, bottom - top) >= MIN_EXTENT * pixel


def are_as_long_as(lines: list, least: float) -> bool:
    """Is at least so much drawn in all? Jumps between lines don't count. Of most names the first stroke tells."""
    steps = (math.dist(a, b) for line in lines for a, b in pairwise(line))
    return any(length >= least for length in accumulate(steps))


def _columns_of_stroke(stroke: str) -> list[list[int]]:
    """Column by column: faster than point by point."""
    numbers = [int(number) for number in stroke.split("_")]
    if len(numbers) % 4:
        raise ValueError("A point is four numbers.")
    return [_column_of_differences(numbers[at::4], limit) for at, limit in enumerate(LIMITS)]


def _column_of_differences(differences: list[int], limit: int) -> list[int]:
    values = list(accumulate(differences))
    if max(map(abs, values)) > limit:
        raise ValueError("A point lies outside the pad.")
    return values


def _written_group(points: list[dict]) -> str:
    rows = [
        (
            round(point["x"] * HUNDREDTHS),
            round(point["y"] * HUNDREDTHS),
            round(point["time"]),
            round(point["pressure"] * HUNDREDTHS),
        )
        for point in points
    ]
    first = (0, 0, 0, 0)
    return "_".join(
        str(now - before)
        for row, last in zip(rows, [first, *rows], strict=False)
        for now, before in zip(row, last, strict=True)
    )


def lines_of_strokes(strokes: list | tuple) -> list[list[tuple[float, float]]]:
    return [[(p["x"], p["y"]) for p in group["points"]] for group in strokes if group["points"]]


def bounds_of_lines(lines: list[list[tuple[float, float]]]) -> tuple[float, float, float, float]:
    xs = [x for line in lines for x, _ in line]
    ys = [y for line in lines for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)
