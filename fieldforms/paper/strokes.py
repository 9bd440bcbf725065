"""Ink as SVG paths; forms/strokes.py says what strokes are."""

from dataclasses import dataclass
from itertools import pairwise

from fieldforms.forms.strokes import bounds_of_lines, lines_of_strokes

SIGNATURE_BOX = (312, 112)  # like the place for a name on the company's sheet


@dataclass(frozen=True)
class Drawing:
    """SVG path data in a box: `view_box` is "0 0 width height" of the box asked for."""

    paths: tuple[str, ...]
    view_box: str


def draw_signature(strokes: list | tuple) -> Drawing:
    """The strokes as the sheet shows them, on the page and on paper: `path` in SIGNATURE_BOX."""
    return draw_into_box(strokes, *SIGNATURE_BOX)


def draw_into_box(strokes: list | tuple, width: float, height: float, margin: float = 2) -> Drawing:
    """The strokes scaled into a box of `width` × `height` (any unit), proportions kept, centred."""
    drawn = lines_of_strokes(strokes)
    view_box = f"0 0 {_number_text(width)} {_number_text(height)}"
    if not drawn:
        return Drawing((), view_box)
    left, top, right, bottom = bounds_of_lines(drawn)
    scale = min(
        (width - 2 * margin) / max(right - left, 1),
        (height - 2 * margin) / max(bottom - top, 1),
    )
    dx = (width - (right - left) * scale) / 2 - left * scale
    dy = (height - (bottom - top) * scale) / 2 - top * scale
    placed = ([(x * scale + dx, y * scale + dy) for x, y in line] for line in drawn)
    return Drawing(tuple(_curve_of_line(line) for line in placed), view_box)


def _curve_of_line(line: list[tuple[float, float]]) -> str:
    """Quadratic curves through the midpoints: the samples' corners disappear, the ends stay in place."""
    (x, y), *rest = line
    if not rest:
        return f"M{_pair_text(x, y)}l.01 0"  # a dot: with round caps a line of no length is drawn by every reader
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(rest)]
    bends = [
        f"Q{_pair_text(*point)} {_pair_text(*middle)}" for point, middle in zip(rest, middles, strict=False)
    ]
    return f"M{_pair_text(x, y)}{''.join(bends)}L{_pair_text(*rest[-1])}"


def _pair_text(x: float, y: float) -> str:
    return f"{_number_text(x)} {_number_text(y)}"


def _number_text(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
