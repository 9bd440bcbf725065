"""A diagram on paper: A4 or A3, whichever way it is larger; on several pages where one would be too small to read: a wide one in
strips, a high one as it comes."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from fieldforms.paper import fonts
from fieldforms.paper.diagram_strips import draw_in_strips
from fieldforms.paper.diagrams import Diagram, DiagramLayout, draw_diagram, size_of_drawing, svg_file

SHEETS = {"a4": (277.0, 190.0), "a3": (400.0, 277.0)}  # mm inside the margins, across
USUAL_SCALE, SMALLEST_SCALE = 0.3, 0.17  # mm a px: names of 10 and of 6 pt
SHOWN_TWICE = (
    120  # px, at the foot of a page and at the head of the next: what the edge cuts is whole on one of them
)
LARGEST = SHEETS["a3"][0] / SMALLEST_SCALE, SHEETS["a3"][1] / SMALLEST_SCALE  # px that can be read on a page


@dataclass(frozen=True)
class PrintedDrawing:
    """`svg`: it stands alone; `layout`: as page_layout gives it."""

    svg: str
    layout: Mapping[str, str | int | float | bool]


def diagram_as_pdf(drawings: Sequence[PrintedDrawing], title: str) -> bytes:
    inputs = {
        "title": fonts.printable_text(title),
        "drawings": json.dumps([asdict(each) for each in drawings], ensure_ascii=False),
    }
    return fonts.compile_pdf("diagram", inputs)


def print_diagram(diagram: Diagram, layout: DiagramLayout, label: str) -> tuple[PrintedDrawing, ...]:
    """One, or several of strips."""
    whole = draw_diagram(diagram, layout, label)
    drawn = [whole] if size_of_drawing(whole)[0] <= LARGEST[0] else draw_in_strips(diagram, layout, label, LARGEST)  # fmt: skip
    return tuple(PrintedDrawing(svg_file(each), page_layout(*size_of_drawing(each))) for each in drawn)


def page_layout(across: float, down: float) -> dict:
    """`across`, `down`: px. Paper, whether it lies, mm of the drawing on a page, how many pages, how far one goes on from the last
    one, and how high it is as a whole."""
    lies = across >= down or across > LARGEST[1]
    for paper, inside in SHEETS.items():
        width, height = inside if lies else inside[::-1]
        scale = min(USUAL_SCALE, width / across, height / down)
        if scale >= SMALLEST_SCALE or paper == "a3":
            break
    if scale < SMALLEST_SCALE:  # as wide as the page, and on the next one where it ends
        scale = min(USUAL_SCALE, width / across)
    whole, twice = down * scale, SHOWN_TWICE * scale
    pages = max(1, math.ceil((whole - twice) / (height - twice) - 0.001)) if whole > height + 0.1 else 1
    return {
        "paper": paper, "lies": lies, "width": across * scale, "height": min(height, whole) if pages == 1 else height,
        "pages": pages, "step": height - twice, "whole": whole,
    }  # fmt: skip
