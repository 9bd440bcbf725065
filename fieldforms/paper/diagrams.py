"""A diagram of what is connected to what, as SVG: boxes with their ports, lines with the cable's number at both ends, a legend
of what is drawn, a title block. Pure: no database, no Flask.

Looks are classes of static/diagram.css: the page's policy allows no styles in the drawing. A file of its own (`svg_file`) brings
that sheet along.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from pathlib import Path

from fieldforms.paper import fonts

STYLE_SHEET = Path(__file__).parent.parent / "static" / "diagram.css"
DARK_RULES = "@media"  # a file is drawn on white: what follows is for screens
PORT_SIZE, NAME_SIZE, NUMBER_SIZE = 12, 13, 11  # px
LONGEST_NAME_EMS, LONGEST_PORT_EMS = 15, 11


@dataclass(frozen=True)
class DiagramPort:
    """`side`: left, right, or through for a row from one side to the other. `note`: its connector."""

    id: str
    name: str
    side: str
    free: bool = False
    note: str = ""


@dataclass(frozen=True)
class DiagramBox:
    """`frame`: the room or rack it stands in, where the drawing is about another one, and `frame_url` its drawing. `url`: its
    page. `place`: where somebody put it, "" where it finds its place by itself. `chosen`: the one that is being moved."""

    id: str
    name: str
    detail: str = ""
    ports: tuple[DiagramPort, ...] = ()
    frame: str = ""
    url: str = ""
    frame_url: str = ""
    place: str = ""
    chosen: bool = False

    def ports_at(self, side: str) -> list[DiagramPort]:
        return [port for port in self.ports if port.side == side]


@dataclass(frozen=True)
class DiagramLine:
    """From a right side to a left one. `look`: (hue, kind of line) as signals.toml names them; `label`: the signal, for the
    legend."""

    id: str
    number: str
    source: tuple[str, str]  # box and port
    target: tuple[str, str]
    look: tuple[str, str]
    label: str
    planned: bool = False


@dataclass(frozen=True)
class Diagram:
    """`title`: (label, words) of the title block, words or room to write; what the legend calls a free port, a planned cable,
    the flag of a line that leaves the sheet, and of one that goes on in the next strip (diagram_strips)."""

    boxes: tuple[DiagramBox, ...]
    lines: tuple[DiagramLine, ...]
    title: tuple[tuple[str, str], ...] = ()
    free: str = ""
    planned: str = ""
    leaves: str = ""
    goes_on: str = ""

    @property
    def leaving_lines(self) -> set[tuple[str, str]]:
        """(line, box of another sheet) of the lines that leave this one."""
        framed = {box.id for box in self.boxes if box.frame}
        ends = ((line.id, {line.source[0], line.target[0]} & framed) for line in self.lines)
        return {(line, min(boxes)) for line, boxes in ends if len(boxes) == 1}


Point = tuple[float, float]


@dataclass(frozen=True)
class PlacedBox:
    box: DiagramBox
    x: float
    y: float
    column: int = 0

    @property
    def place(self) -> str:
        return words_of_place(self.column, self.y)


@dataclass(frozen=True)
class DiagramLayout:
    """Where everything is, in px. `routes`: line → its corners. `frames`: (name, its drawing, x, y, width, height). `columns`:
    (number, left, right)."""

    placed: tuple[PlacedBox, ...]
    routes: tuple[tuple[DiagramLine, tuple[Point, ...]], ...]
    frames: tuple[tuple[str, str, float, float, float, float], ...]
    width: float
    height: float
    columns: tuple[tuple[int, float, float], ...] = ()


PLACE = re.compile(r"(-?[0-9]{1,2}),([0-9]{1,5})")


def read_place(text: str) -> tuple[int, float] | None:
    """(column, height from the top in px) of "2,140"; None where it is none."""
    found = PLACE.fullmatch(text)
    return (int(found[1]), float(found[2])) if found else None


def words_of_place(column: int, height: float) -> str:
    return f"{column},{max(0, round(height))}"


# How large a box is

BOX_HEAD, BOX_ROW, BOX_PAD, BOX_MIDDLE = 40, 22, 8, 18


@lru_cache(maxsize=4096)  # a port's name comes back on every device of its kind
def shown_name(text: str, ems: float) -> str:
    """As much of it as fits, in the middle of which nothing is lost: the ends tell devices apart."""
    if fonts.width_in_ems(text) <= ems:
        return text
    keep = len(text)
    while keep > 2 and fonts.width_in_ems(text[:keep]) > ems - 1:
        keep -= 1
    return f"{text[: keep - keep // 3]}…{text[len(text) - keep // 3 :]}" if keep > 2 else text[:keep]


@lru_cache(maxsize=4096)
def text_width(text: str, size: float) -> float:
    """Some room beside our own font's: a screen's Latin letters are a little wider."""
    return fonts.width_in_ems(text) * size * 1.08


def side_width(box: DiagramBox, side: str) -> float:
    names = [shown_name(port.name, LONGEST_PORT_EMS) for port in box.ports_at(side)]
    return max((text_width(name, PORT_SIZE) for name in names), default=0)


def box_width(box: DiagramBox) -> float:
    head = max(text_width(shown_name(box.name, LONGEST_NAME_EMS), NAME_SIZE), text_width(shown_name(box.detail, LONGEST_NAME_EMS), NUMBER_SIZE))  # fmt: skip
    sides = side_width(box, "left") + side_width(box, "right") + BOX_MIDDLE
    return round(max(90, head, sides, side_width(box, "through")) + 2 * BOX_PAD)


def box_height(box: DiagramBox) -> float:
    return BOX_HEAD + BOX_ROW * rows_of_box(box)


def rows_of_box(box: DiagramBox) -> int:
    return max(len(box.ports_at("left")), len(box.ports_at("right"))) + len(box.ports_at("through"))


def row_of_port(box: DiagramBox, port_id: str) -> int:
    """Counted from its head; through ports stand below the others."""
    for side in ("left", "right", "through"):
        ids = [port.id for port in box.ports_at(side)]
        if port_id in ids:
            above = 0 if side != "through" else rows_of_box(box) - len(ids)
            return above + ids.index(port_id)
    raise KeyError(port_id)


def port_height(box: DiagramBox, port_id: str) -> float:
    """The middle of its row, from the top of the box."""
    return BOX_HEAD + BOX_ROW * (row_of_port(box, port_id) + 0.5)


def number_room(diagram: Diagram) -> float:
    """For the number of a cable beside a port."""
    return max((text_width(line.number, NUMBER_SIZE) for line in diagram.lines), default=0) + 12


# DrawingPlan

MARGIN, LEGEND_ROW, TITLE_WIDTH, TITLE_LABEL = 12, 20, 270, 62


def draw_diagram(diagram: Diagram, layout: DiagramLayout, label: str = "") -> str:
    """The drawing for a page: classes only. `label`: what it is, for who can't see it."""
    drawn = f'<g transform="translate({MARGIN} {MARGIN})">{draw_things(diagram, layout)}</g>'
    size = layout.width + 2 * MARGIN, layout.height + 2 * MARGIN
    return frame_drawing(diagram, drawn, size, legend_of_diagram(diagram), label)


def draw_things(diagram: Diagram, layout: DiagramLayout) -> str:
    return "".join(
        (
            *(draw_frame(*frame) for frame in layout.frames),
            *(draw_line(line, points, diagram.leaving_lines) for line, points in layout.routes),
            *(draw_box(placed) for placed in layout.placed),
        )
    )


def frame_drawing(
    diagram: Diagram, drawn: str, size: tuple[float, float], legend: Sequence[tuple[str, str]], label: str
) -> str:
    """With its legend and its title block below. `size`: (width, height) of what is `drawn`, in px."""
    foot = foot_height(diagram, legend)
    width, height = max(size[0], TITLE_WIDTH + 240), size[1] + foot
    said = f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="diagram" {said} role="img" aria-label="{escape(label)}">',
        drawn,
        *draw_legend(legend, MARGIN, height - foot + MARGIN),
        *draw_title(diagram.title, width - TITLE_WIDTH - MARGIN, height - foot + MARGIN),
        "</svg>",
    ]
    return "".join(parts)


def foot_height(diagram: Diagram, legend: Sequence[tuple[str, str]]) -> float:
    return max(len(legend), len(diagram.title)) * LEGEND_ROW + 2 * MARGIN


DRAWN_SIZE = re.compile(r'width="([0-9.]+)" height="([0-9.]+)"')


def size_of_drawing(drawing: str) -> tuple[float, float]:
    """(width, height) in px."""
    found = DRAWN_SIZE.search(drawing)
    across, down = (float(each) for each in found.groups()) if found else (1.0, 1.0)
    return across, down


def svg_file(drawn: str) -> str:
    """A drawing that stands alone, on white."""
    return drawn.replace(">", f"><style>{file_style()}</style>", 1)


@cache
def file_style() -> str:
    return STYLE_SHEET.read_text(encoding="utf-8").partition(DARK_RULES)[0]


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def text_at(x: float, y: float, words: str, look: str = "") -> str:
    return f'<text x="{number(x)}" y="{number(y)}" class="{look}">{escape(words)}</text>'


def draw_frame(name: str, url: str, x: float, y: float, width: float, height: float) -> str:
    words = text_at(x + 8, y + 14, name, "frame-name")
    linked = f'<a href="{escape(url)}">{words}</a>' if url else words
    return f'<rect class="frame" {box_attributes(x, y, width, height)}/>{linked}'


def box_attributes(x: float, y: float, width: float, height: float) -> str:
    return f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'


def draw_line(line: DiagramLine, points: Sequence[Point], flagged: Collection[tuple[str, str]] = ()) -> str:
    """Twice: what lies below is cut where it is crossed. The number stands at both ends, on a flag at the one that is on another
    sheet: there the same number has one, too (field-data.md §2). `flagged`: as Diagram.leaving_lines."""
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    hue, kind = line.look
    (x, y), (end_x, end_y) = points[0], points[-1]
    return (
        f'<g class="line {hue} {kind}{" planned" if line.planned else ""}" data-line="{escape(line.id)}">'
        f'<path class="casing" d="{path}"/><path class="cable" d="{path}"/>'
        f"{draw_flag(line.number, x, y, 1) if (line.id, line.source[0]) in flagged else ''}"
        f"{draw_flag(line.number, end_x, end_y, -1) if (line.id, line.target[0]) in flagged else ''}"
        f"{text_at(x + 5, y - 3, line.number, 'number')}{text_at(end_x - 5, end_y - 3, line.number, 'number end')}</g>"
    )


def draw_flag(words: str, x: float, y: float, way: int) -> str:
    """Around a number beside a port: a pennant that points on, away from it (`way`: 1 where the number stands right of x)."""
    width = text_width(words, NUMBER_SIZE) + 4
    corners = ((3, -14), (3 + width, -14), (9 + width, -7.5), (3 + width, -1), (3, -1))
    path = "L".join(f"{number(x + way * across)} {number(y + down)}" for across, down in corners)
    return f'<path class="flag" d="M{path}z"/>'


def draw_box(placed: PlacedBox) -> str:
    box, x, y = placed.box, placed.x, placed.y
    width, height = box_width(box), box_height(box)
    drawn = [
        f'<rect class="box" {box_attributes(x, y, width, height)} rx="4"/>',
        text_at(
            x + width / 2, y + (17 if box.detail else 25), shown_name(box.name, LONGEST_NAME_EMS), "name"
        ),
        text_at(x + width / 2, y + 32, shown_name(box.detail, LONGEST_NAME_EMS), "detail")
        if box.detail
        else "",
        f'<path class="rule" d="M{number(x)} {number(y + BOX_HEAD)}h{number(width)}"/>' if box.ports else "",
        *(draw_port(placed, port, width) for port in box.ports),
    ]
    inside = "".join(drawn) + f"<title>{escape(box.name)}</title>"
    chosen = f' id="box-{escape(box.id)}" class="chosen"' if box.chosen else ""
    group = f'<g data-box="{escape(box.id)}" data-place="{placed.place}"{chosen}>{inside}</g>'
    return f'<a href="{escape(box.url)}">{group}</a>' if box.url else group


def draw_port(placed: PlacedBox, port: DiagramPort, width: float) -> str:
    """A ring where it is free: green is not seen on paper."""
    y = placed.y + port_height(placed.box, port.id)
    left, right = placed.x, placed.x + width
    places = {"left": [left], "right": [right], "through": [left, right]}[port.side]
    at = {"left": left + BOX_PAD, "right": right - BOX_PAD, "through": left + width / 2}[port.side]
    look = f"port {port.side}{' free' if port.free else ''}"
    dots = "".join(f'<circle cx="{number(x)}" cy="{number(y)}" r="3"/>' for x in places)
    words = text_at(at, y + 4, shown_name(port.name, LONGEST_PORT_EMS))
    said = f"{port.name} · {port.note}" if port.note else port.name
    return f'<g class="{look}" data-port="{escape(port.id)}">{words}{dots}<title>{escape(said)}</title></g>'


def legend_of_diagram(diagram: Diagram) -> list[tuple[str, str]]:
    """(classes, words) of each kind of line that is drawn, of a free port and a planned cable where there is one."""
    looks = {f"line {' '.join(line.look)}": line.label for line in diagram.lines}
    found = [(look, words) for look, words in looks.items()]
    if any(port.free for box in diagram.boxes for port in box.ports):
        found.append(("port free", diagram.free))
    if any(line.planned for line in diagram.lines):
        found.append(("line planned", diagram.planned))
    if diagram.leaving_lines:
        found.append(("leaving", diagram.leaves))
    return found


def draw_legend(legend: Iterable[tuple[str, str]], x: float, y: float) -> Iterator[str]:
    for at, (look, words) in enumerate(legend):
        middle = y + at * LEGEND_ROW + LEGEND_ROW / 2
        yield f'<g class="legend {look}">{sign_of_legend(look, x, middle)}{text_at(x + 48, middle + 4, words)}</g>'


def sign_of_legend(look: str, x: float, middle: float) -> str:
    if look == "leaving":
        return draw_flag("H-00", x, middle + 7.5, 1)
    if look.startswith("port"):
        return f'<circle cx="{number(x + 20)}" cy="{number(middle)}" r="3"/>'
    return f'<path class="cable" d="M{number(x)} {number(middle)}h40"/>'


def draw_title(title: Sequence[tuple[str, str]], x: float, y: float) -> Iterator[str]:
    for at, (label, words) in enumerate(title):
        top = y + at * LEGEND_ROW
        yield f'<rect class="title" {box_attributes(x, top, TITLE_WIDTH, LEGEND_ROW)}/>'
        yield text_at(x + 6, top + 14, label, "title-label")
        yield text_at(
            x + TITLE_LABEL,
            top + 14,
            shown_name(words, (TITLE_WIDTH - TITLE_LABEL) / PORT_SIZE - 1),
            "title-words",
        )
