"""Ink as SVG paths; forms/strokes.py says what strokes are."""

from dataclasses import dataclass
from itertools import pairwise

from fieldforms.forms.strokes import bounds, lines

SIGNATURE_BOX = (312, 112)  # like the place for a name on the company's sheet


@dataclass(frozen=True)
class Drawing:
    """SVG path data in a box: `view_box` is "0 0 width height" of the box asked for."""

    paths: tuple[str, ...]
    view_box: str


def drawing(strokes: list | tuple) -> Drawing:
    """The strokes as the sheet shows them, on the page and on paper: `path` in SIGNATURE_BOX."""
    return path(strokes, *SIGNATURE_BOX)


def path(strokes: list | tuple, width: float, height: float, margin: float = 2) -> Drawing:
    """The strokes scaled into a box of `width` × `height` (any unit), proportions kept, centred."""
    drawn = lines(strokes)
    view_box = f"0 0 {_number(width)} {_number(height)}"
    if not drawn:
        return Drawing((), view_box)
    left, top, right, bottom = bounds(drawn)
    scale = min(
        (width - 2 * margin) / max(right - left, 1),
        (height - 2 * margin) / max(bottom - top, 1),
    )
    dx = (width - (right - left) * scale) / 2 - left * scale
    dy = (height - (bottom - top) * scale) / 2 - top * scale
    placed = ([(x * scale + dx, y * scale + dy) for x, y in line] for line in drawn)
    return Drawing(tuple(_curve(line) for line in placed), view_box)


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
