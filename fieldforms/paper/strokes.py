"""Ink: signature_pad's point groups as validated data, as a length, and as SVG paths.

A group is one touch of the finger, `{"points": [{"x", "y", "time", "pressure"}]}`; x and y are CSS pixels of
the pad, time is the phone's clock in milliseconds. Points are what is stored and sealed; pictures are always
drawn from them.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

MAX_GROUPS = 400
MAX_POINTS = 20_000
MAX_COORDINATE = 10_000
MAX_CLOCK = 1e14  # milliseconds; the year 5138
LIMITS = {"x": MAX_COORDINATE, "y": MAX_COORDINATE, "time": MAX_CLOCK, "pressure": MAX_COORDINATE}

# CSS pixels (96 to the inch): a quarter of an inch across and a centimetre of line in all. More than a tap or
# a slip of the thumb leaves, less than the shortest 一 that people write on a pad 300 px wide.
MIN_LENGTH = 40
MIN_EXTENT = 24

SIGNATURE_BOX = (312, 112)  # like the place for a name on the company's sheet


@dataclass(frozen=True)
class Drawing:
    """SVG path data in a box: `view_box` is "0 0 width height" of the box asked for."""

    paths: tuple[str, ...]
    view_box: str


def check(strokes: object) -> list[dict]:
    """Untrusted JSON as the minimal structure we seal: points with x, y and, where given, time and pressure.

    Numbers are rounded to two decimals, everything else a browser sends (colours, widths) is left out.
    Raises ValueError with a plain sentence for anything that is not ink within the limits above.
    """
    if not isinstance(strokes, list):
        raise ValueError("Strokes must be a list of groups.")
    if len(strokes) > MAX_GROUPS:
        raise ValueError(f"A signature has at most {MAX_GROUPS} strokes.")
    if sum(len(_points(group)) for group in strokes) > MAX_POINTS:
        raise ValueError(f"A signature has at most {MAX_POINTS} points.")
    return [{"points": _checked(group["points"])} for group in strokes if group["points"]]


def ink_length(strokes: list | tuple) -> float:
    """The length of the line drawn, in CSS pixels; jumps between groups don't count."""
    return sum(math.dist(a, b) for line in _lines(strokes) for a, b in pairwise(line))


def is_signature(strokes: list | tuple) -> bool:
    """Whether this is more than a tap: at least 40 px of line, reaching over at least 24 px.

    Straight strokes count as much as curved ones (一, 丁, 王 are names); dots and jitter on the spot don't.
    """
    if ink_length(strokes) < MIN_LENGTH:
        return False
    left, top, right, bottom = _bounds(_lines(strokes))
    return math.hypot(right - left, bottom - top) >= MIN_EXTENT


def drawing(strokes: list | tuple) -> Drawing:
    """The strokes as the sheet shows them, on the page and on paper: `path` in SIGNATURE_BOX."""
    return path(strokes, *SIGNATURE_BOX)


def path(strokes: list | tuple, width: float, height: float, margin: float = 2) -> Drawing:
    """The strokes scaled into a box of `width` × `height` (any unit), proportions kept, centred."""
    lines = _lines(strokes)
    view_box = f"0 0 {_number(width)} {_number(height)}"
    if not lines:
        return Drawing((), view_box)
    left, top, right, bottom = _bounds(lines)
    scale = min(
        (width - 2 * margin) / max(right - left, 1),
        (height - 2 * margin) / max(bottom - top, 1),
    )
    dx = (width - (right - left) * scale) / 2 - left * scale
    dy = (height - (bottom - top) * scale) / 2 - top * scale
    placed = ([(x * scale + dx, y * scale + dy) for x, y in line] for line in lines)
    return Drawing(tuple(_curve(line) for line in placed), view_box)


def _points(group: object) -> list:
    if not isinstance(group, dict) or not isinstance(group.get("points"), list):
        raise ValueError("Each stroke must have a list of points.")
    return group["points"]


def _checked(points: list) -> list[dict]:
    """Column by column: a signature has hundreds of points, and is checked inside a transaction."""
    if not all([isinstance(point, dict) for point in points]):
        raise ValueError("Each point must have x and y.")
    xs, ys, times, pressures = (
        _column([p.get(name) for p in points], limit) for name, limit in LIMITS.items()
    )
    if None in xs or None in ys:
        raise ValueError("Points are made of numbers.")
    whole = zip(xs, ys, times, pressures, strict=True)
    rows = [{"x": x, "y": y, "time": time, "pressure": pressure} for x, y, time, pressure in whole]
    if None in times or None in pressures:
        return [{name: value for name, value in row.items() if value is not None} for row in rows]
    return rows


def _column(values: list, limit: float) -> list:
    given = [value for value in values if value is not None] if None in values else values
    if not set(map(type, given)) <= {int, float}:  # a bool is no number here
        raise ValueError("Points are made of numbers.")
    if not all([-limit <= value <= limit for value in given]):  # also false for NaN
        raise ValueError("A point lies outside the pad.")
    return [value if value is None else round(value, 2) for value in values]


def _lines(strokes: list | tuple) -> list[list[tuple[float, float]]]:
    return [[(p["x"], p["y"]) for p in group["points"]] for group in strokes if group["points"]]


def _bounds(lines: list[list[tuple[float, float]]]) -> tuple[float, float, float, float]:
    xs = [x for line in lines for x, _ in line]
    ys = [y for line in lines for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)


def _curve(line: list[tuple[float, float]]) -> str:
    """Quadratic curves through the midpoints: the samples' corners disappear, the ends stay in place."""
    (x, y), *rest = line
    if not rest:
        return f"M{_pair(x, y)}l.01 0"  # a dot: with round caps a line of no length is drawn by every reader
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(rest)]
    bends = [f"Q{_pair(*point)} {_pair(*middle)}" for point, middle in zip(rest, middles, strict=False)]
    return f"M{_pair(x, y)}{''.join(bends)}L{_pair(*rest[-1])}"


def _pair(x: float, y: float) -> str:
    return f"{_number(x)} {_number(y)}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
