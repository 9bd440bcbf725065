"""A drawing that is too wide for paper, e.g. of sixty boxes in one chain: cut between its columns into strips, drawn below each
other. A line that is cut carries its number on a flag on either side, as where a line leaves the sheet (field-data.md §2).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from fieldforms.paper.diagrams import (
    MARGIN,
    Diagram,
    DiagramLayout,
    Point,
    box_attributes,
    box_width,
    draw_flag,
    draw_things,
    foot_height,
    frame_drawing,
    legend_of_diagram,
    number,
    number_room,
    text_at,
)

Strip = tuple[float, float]  # from, to, in px of the whole drawing

STRIP_GAP = 24


def draw_in_strips(
    diagram: Diagram, layout: DiagramLayout, label: str, most: tuple[float, float]
) -> list[str]:
    """Each with the legend and the title block, as wide as `most` (width, height in px), and no higher unless one strip is."""
    legend = [*legend_of_diagram(diagram), ("leaving", diagram.goes_on)]
    room = number_room(diagram)
    strips = strips_of_layout(layout, most[0] - 2 * (MARGIN + room), room)
    each = layout.height + STRIP_GAP
    fitting = max(1, int((most[1] - foot_height(diagram, legend) - 2 * MARGIN) // each))
    found = []
    for at in range(0, len(strips), fitting):
        some = strips[at : at + fitting]
        size = most[0], 2 * MARGIN + each * len(some)
        found.append(frame_drawing(diagram, draw_strips(diagram, layout, some, room), size, legend, label))
    return found


def strips_of_layout(layout: DiagramLayout, widest: float, room: float) -> list[Strip]:
    """As many columns as fit, at least one. Cut where `room` for the numbers of what leaves a column ends, before lines turn."""
    cuts = [0.0]
    for (_at, _left, right), (_next, _next_left, next_right) in pairwise(layout.columns):
        if next_right + room - cuts[-1] > widest:
            cuts.append(right + room)
    return list(pairwise([*cuts, layout.width]))


def draw_strips(diagram: Diagram, layout: DiagramLayout, strips: Sequence[Strip], room: float) -> str:
    """What lies beyond a strip is cut off by the picture that it is."""
    drawn = []
    for at, (left, right) in enumerate(strips):
        down = MARGIN + at * (layout.height + STRIP_GAP)
        size = right - left, layout.height
        shown = f'viewBox="{number(left)} 0 {number(size[0])} {number(size[1])}"'
        things = draw_things(diagram, part_of_layout(layout, left, right))
        drawn.append(f"<svg {box_attributes(MARGIN + room, down, *size)} {shown}>{things}</svg>")
        flags = "".join(flags_of_strip(layout, left, right))
        drawn.append(f'<g transform="translate({number(MARGIN + room - left)} {number(down)})">{flags}</g>')
    return "".join(drawn)


def part_of_layout(layout: DiagramLayout, left: float, right: float) -> DiagramLayout:
    """What is seen between the two."""
    return DiagramLayout(
        tuple(each for each in layout.placed if each.x < right and each.x + box_width(each.box) > left),
        tuple(
            (line, points)
            for line, points in layout.routes
            if min(x for x, _y in points) < right and max(x for x, _y in points) > left
        ),
        tuple(frame for frame in layout.frames if frame[2] < right and frame[2] + frame[4] > left),
        layout.width,
        layout.height,
    )


def flags_of_strip(layout: DiagramLayout, left: float, right: float) -> Iterator[str]:
    """Outside of what is drawn, pointing to where the line goes on."""
    for line, points in layout.routes:
        for x, way, look in ((left, -1, "number end"), (right, 1, "number")):
            for y in heights_at(points, x):
                yield draw_flag(line.number, x, y + 7.5, way)
                yield text_at(x + 5 * way, y + 4, line.number, look)


def heights_at(points: Sequence[Point], x: float) -> Iterator[float]:
    """Where a line of right angles passes it."""
    for (x1, y1), (x2, _y2) in pairwise(points):
        if min(x1, x2) < x < max(x1, x2):
            yield y1
