"""Where boxes and lines of a diagram go. `dot` (graphviz-pure) says in which column a box stands and in which order; lines are
drawn by us: right-angled, in tracks between the columns, with room for the cable's number at both ends.

No word of a drawing reaches `dot`: it is told sizes and our own ids alone.
"""

import json
import shutil
import subprocess
import sysconfig
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from fieldforms.errors import DiagramTooLarge
from fieldforms.paper.diagrams import (
    BOX_HEAD,
    BOX_ROW,
    NUMBER_SIZE,
    Diagram,
    DiagramBox,
    DiagramLayout,
    DiagramLine,
    PlacedBox,
    Point,
    box_height,
    box_width,
    number_room,
    port_height,
    read_place,
    rows_of_box,
    text_width,
)

MOST_BOXES, MOST_LINES = 120, 300
PATIENCE = 8  # seconds; 60 boxes take a tenth of one
TRACK, LANE, FRAME_PAD, FRAME_HEAD = 8, 12, 10, 22
LOWEST = 20_000  # px, of what somebody moves


def lay_out(diagram: Diagram) -> DiagramLayout:
    """Raises DiagramTooLarge."""
    if len(diagram.boxes) > MOST_BOXES or len(diagram.lines) > MOST_LINES:
        raise DiagramTooLarge
    if not diagram.boxes:
        return DiagramLayout((), (), (), 0, 0)
    middles, passes = dot_places(dot_of_diagram(diagram))
    return DrawingPlan(diagram, middles, passes).layout()


def dot_of_diagram(diagram: Diagram) -> str:
    names = {box.id: f"n{at}" for at, box in enumerate(diagram.boxes)}
    ports = {(box.id, port.id): f"p{at}" for box in diagram.boxes for at, port in enumerate(box.ports)}
    boxes = {box.id: f"{names[box.id]} [label=<{table_of_box(box, ports)}>];" for box in diagram.boxes}
    frames = list(dict.fromkeys(box.frame for box in diagram.boxes))
    lines = [
        "digraph g { graph [rankdir=LR ranksep=1 nodesep=0.3 splines=polyline nslimit=2 nslimit1=2]",
        "node [shape=plain]; edge [dir=none];",
    ]
    for at, frame in enumerate(frames):
        inside = " ".join(boxes[box.id] for box in diagram.boxes if box.frame == frame)
        lines.append(f"subgraph cluster_{at} {{ margin=16; {inside} }}" if frame else inside)
    for at, line in enumerate(diagram.lines):
        tail, head = (f"{names[end[0]]}:{ports[end]}" for end in (line.source, line.target))
        lines.append(f"{tail}:e -> {head}:w [id=c{at}];")
    return "\n".join([*lines, "}"])


def table_of_box(box: DiagramBox, ports: dict) -> str:
    width = box_width(box)
    half = width / 2
    rows = [f"<TR>{cell(width, BOX_HEAD, span=2)}</TR>"]
    left, right = box.ports_at("left"), box.ports_at("right")
    for at in range(rows_of_box(box) - len(box.ports_at("through"))):
        cells = (
            cell(half, BOX_ROW, ports[box.id, side[at].id] if at < len(side) else "")
            for side in (left, right)
        )
        rows.append(f"<TR>{''.join(cells)}</TR>")
    rows += [
        f"<TR>{cell(width, BOX_ROW, ports[box.id, port.id], 2)}</TR>" for port in box.ports_at("through")
    ]
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{"".join(rows)}</TABLE>'


def cell(width: float, height: float, port: str = "", span: int = 1) -> str:
    named = f' PORT="{port}"' if port else ""
    return f'<TD COLSPAN="{span}"{named} WIDTH="{width:.0f}" HEIGHT="{height:.0f}" FIXEDSIZE="TRUE"></TD>'


Places = dict[int, Point]


@lru_cache(maxsize=64)  # a room that is looked at again
def dot_places(dot: str) -> tuple[Places, dict[int, tuple[Point, ...]]]:
    """(box → its middle, line → points it passes), in order of the diagram; y grows downwards. Raises DiagramTooLarge."""
    try:
        made = subprocess.run(
            [dot_program(), "-Tjson0"], input=dot.encode(), capture_output=True, timeout=PATIENCE, check=True
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as failed:
        raise DiagramTooLarge from failed
    found = json.loads(made.stdout)
    boxes = {
        int(each["name"][1:]): point(each["pos"]) for each in found["objects"] if each["name"].startswith("n")
    }
    lines = {int(each["id"][1:]): tuple(map(point, each["pos"].split())) for each in found.get("edges", ())}
    return boxes, lines


def dot_program() -> str:
    """Beside this very Python, as pip puts it there."""
    beside = Path(sysconfig.get_path("scripts")) / "graphviz-pure"
    return str(beside) if beside.exists() else shutil.which("graphviz-pure") or "graphviz-pure"


def point(text: str) -> Point:
    x, y = text.split(",")[-2:]
    return float(x), -float(y)


Way = list[tuple[int, float, float]]  # (gap, height where it comes in, height where it leaves), gap by gap


class DrawingPlan:
    """A diagram on its way to a layout: columns first, then the tracks between them. Gap n lies left of column n."""

    def __init__(self, diagram: Diagram, middles: Places, passes: dict[int, tuple[Point, ...]]):
        self.diagram, self.passes = diagram, passes
        self.boxes = {box.id: box for box in diagram.boxes}
        columns = columns_of(middles)
        self.columns = {box.id: columns[at] for at, box in enumerate(diagram.boxes)}
        self.middle_of_column = {columns[at]: middles[at][0] for at in range(len(diagram.boxes))}
        tops = {box.id: middles[at][1] - box_height(box) / 2 for at, box in enumerate(diagram.boxes)}
        self.highest = min(tops.values()) - FRAME_HEAD - FRAME_PAD
        self.top = {box: top - self.highest for box, top in tops.items()}
        self.first = 0  # column, where somebody put a box left of all others
        self.put_moved_boxes()
        self.foot = max(self.top[box.id] + box_height(box) for box in diagram.boxes) + FRAME_HEAD
        self.taken: dict[int, list[float]] = {}  # column → heights where long lines pass it
        self.left: dict[str, float] = {}
        self.gap_left: dict[int, float] = {}

    def put_moved_boxes(self) -> None:
        """Where somebody put them; the others keep their places, or make room below."""
        moved = {box.id: place for box in self.diagram.boxes if (place := read_place(box.place))}
        if not moved:
            return
        last = max(self.columns.values())
        for box, (column, top) in moved.items():
            self.columns[box], self.top[box] = max(-1, min(column, last + 1)), min(top, LOWEST)
        self.first = min(0, *self.columns.values())
        self.columns = {box: column - self.first for box, column in self.columns.items()}
        self.middle_of_column = {column - self.first: x for column, x in self.middle_of_column.items()}
        for column in set(self.columns.values()):
            self.make_room_in_column(column, moved.keys())

    def make_room_in_column(self, column: int, moved: Collection[str]) -> None:
        there = [box for box in self.boxes if self.columns[box] == column]
        free_from = 0.0
        for box in sorted(there, key=lambda box: (self.top[box], box not in moved)):
            self.top[box] = max(self.top[box], free_from)
            free_from = self.top[box] + box_height(self.boxes[box]) + FRAME_HEAD

    def layout(self) -> DiagramLayout:
        self.ways = [self.way_of_line(at, line) for at, line in enumerate(self.diagram.lines)]
        self.tracks = {
            gap: tracks_of_gap(self.runs_in_gap(gap)) for gap in range(max(self.columns.values()) + 2)
        }
        self.place_columns()
        placed = tuple(
            PlacedBox(box, self.left[box.id], self.top[box.id], self.columns[box.id] + self.first)
            for box in self.diagram.boxes
        )
        routes = tuple((line, self.corners(at, line)) for at, line in enumerate(self.diagram.lines))
        frames = tuple(frames_of(placed))
        far = [(each.x + box_width(each.box), each.y + box_height(each.box)) for each in placed]
        far += [corner for _line, corners in routes for corner in corners]
        far += [(x + width, y + height) for _name, _url, x, y, width, height in frames]
        width, height = (max(each) + FRAME_PAD for each in zip(*far, strict=True))
        return DiagramLayout(placed, routes, frames, width, height, tuple(self.bounds_of_columns()))

    def bounds_of_columns(self) -> Iterator[tuple[int, float, float]]:
        for column in sorted(set(self.columns.values())):
            there = [box for box in self.boxes.values() if self.columns[box.id] == column]
            left = min(self.left[box.id] for box in there)
            yield column + self.first, left, max(self.left[box.id] + box_width(box) for box in there)

    def way_of_line(self, at: int, line: DiagramLine) -> Way:
        """One that goes back runs below all boxes."""
        first, last = self.columns[line.source[0]], self.columns[line.target[0]]
        start, end = self.height_of(line.source), self.height_of(line.target)
        if last <= first:
            self.foot += LANE
            return [(first + 1, start, self.foot), (last, self.foot, end)]
        heights = [start, *(self.height_between(at, column) for column in range(first + 1, last)), end]
        return [(first + 1 + n, heights[n], heights[n + 1]) for n in range(len(heights) - 1)]

    def height_of(self, end: tuple[str, str]) -> float:
        return self.top[end[0]] + port_height(self.boxes[end[0]], end[1])

    def height_between(self, line: int, column: int) -> float:
        """Where a long line passes a column: as `dot` had it, beside its boxes and other such lines."""
        wanted = height_at(self.passes.get(line, ()), self.middle_of_column.get(column, 0.0)) - self.highest
        taken = self.taken.setdefault(column, [])
        while self.is_boxed(column, wanted) or any(abs(wanted - each) < LANE for each in taken):
            wanted += LANE
        taken.append(wanted)
        return wanted

    def is_boxed(self, column: int, height: float) -> bool:
        return any(
            self.top[box.id] - LANE < height < self.top[box.id] + box_height(box) + LANE
            for box in self.boxes.values()
            if self.columns[box.id] == column
        )

    def runs_in_gap(self, gap: int) -> list[tuple[tuple[int, int], float, float]]:
        """((line, place of its way), from, to) of what turns here. Of those that go down the lowest turns first, of those
        that go up the highest: so they cross each other least."""
        runs = [
            ((at, place), start, end)
            for at, way in enumerate(self.ways)
            for place, (each, start, end) in enumerate(way)
            if each == gap
        ]
        return sorted(runs, key=lambda run: (run[1] > run[2], run[1] if run[1] > run[2] else -run[1]))

    def place_columns(self) -> None:
        """Each gap as wide as its tracks and the numbers on either side need."""
        label = number_room(self.diagram)
        x: float = FRAME_PAD
        for gap in range(max(self.columns.values()) + 2):
            tracks = len(set(self.tracks[gap].values()))
            self.gap_left[gap] = x + label
            x += 2 * label + TRACK * (tracks + 1) if tracks or 0 < gap <= max(self.columns.values()) else 0
            there = [box for box in self.diagram.boxes if self.columns[box.id] == gap]
            widest = max(map(box_width, there), default=0)
            self.left |= {box.id: x + (widest - box_width(box)) / 2 for box in there}
            x += widest

    def corners(self, at: int, line: DiagramLine) -> tuple[Point, ...]:
        source = self.boxes[line.source[0]]
        points = [(self.left[source.id] + box_width(source), self.height_of(line.source))]
        for place, (gap, before, after) in enumerate(self.ways[at]):
            x = self.gap_left[gap] + TRACK * (1 + self.tracks[gap].get((at, place), 0))
            points += [(x, before), (x, after)] if before != after else []
        return (*points, (self.left[line.target[0]], self.height_of(line.target)))


def columns_of(middles: Places) -> dict[int, int]:
    """Box → its column: boxes of a rank have one middle."""
    places = sorted({round(x) for x, _y in middles.values()})
    columns: dict[int, int] = {}
    column = -1
    last = -1000.0
    for x in places:
        column += x - last > 4
        columns[x], last = column, x
    return {box: columns[round(x)] for box, (x, _y) in middles.items()}


def height_at(points: tuple[Point, ...], x: float) -> float:
    """Of a line through these points."""
    for (x1, y1), (x2, y2) in pairwise(points):
        if min(x1, x2) <= x <= max(x1, x2) and x1 != x2:
            return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return points[-1][1] if points else 0


def tracks_of_gap(runs: Iterable[tuple[tuple[int, int], float, float]]) -> dict[tuple[int, int], int]:
    """Run → its track: no two on one where they are beside each other. A run without a turn has none."""
    ends: list[list[tuple[float, float]]] = []
    found = {}
    for key, start, end in runs:
        if start == end:
            continue
        low, high = sorted((start, end))
        track = next(
            (n for n, used in enumerate(ends) if all(high < a or b < low for a, b in used)), len(ends)
        )
        if track == len(ends):
            ends.append([])
        ends[track].append((low - 2, high + 2))
        found[key] = track
    return found


def frames_of(placed: Iterable[PlacedBox]):
    frames: dict[str, list[PlacedBox]] = {}
    for each in placed:
        if each.box.frame:
            frames.setdefault(each.box.frame, []).append(each)
    for name, boxes in frames.items():
        left, top = min(each.x for each in boxes) - FRAME_PAD, min(each.y for each in boxes) - FRAME_HEAD
        right = max(each.x + box_width(each.box) for each in boxes) + FRAME_PAD
        foot = max(each.y + box_height(each.box) for each in boxes) + FRAME_PAD
        yield (
            name,
            boxes[0].box.frame_url,
            left,
            top,
            max(right - left, text_width(name, NUMBER_SIZE) + 16),
            foot - top,
        )
