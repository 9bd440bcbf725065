"""A diagram on paper: A4 or A3, whichever way it is larger; on several pages where one would be too small to read."""

import json
import math
import re

from fieldforms.paper import fonts

DRAWN_SIZE = re.compile(r'width="([0-9.]+)" height="([0-9.]+)"')
SHEETS = {"a4": (277.0, 190.0), "a3": (400.0, 277.0)}  # mm inside the margins, across
USUAL_SCALE, SMALLEST_SCALE = 0.3, 0.17  # mm a px: names of 10 and of 6 pt


def diagram_as_pdf(drawing: str, title: str) -> bytes:
    """`drawing`: as diagrams.svg_file gives it."""
    across, down = size_of_drawing(drawing)
    inputs = {
        "svg": drawing,
        "title": fonts.printable_text(title),
        "layout": json.dumps(page_layout(across, down)),
    }
    return fonts.compile_pdf("diagram", inputs)


def size_of_drawing(drawing: str) -> tuple[float, float]:
    """(width, height) in px."""
    found = DRAWN_SIZE.search(drawing)
    across, down = (float(each) for each in found.groups()) if found else (1.0, 1.0)
    return across, down


def page_layout(across: float, down: float) -> dict:
    """`across`, `down`: px. Paper, whether it lies, mm of the drawing on a page, how many pages, and how high it is as a whole."""
    lies = across >= down
    for paper, inside in SHEETS.items():
        width, height = inside if lies else inside[::-1]
        scale = min(USUAL_SCALE, width / across, height / down)
        if scale >= SMALLEST_SCALE or paper == "a3":
            break
    if scale < SMALLEST_SCALE:  # as wide as the page, and on the next one where it ends
        scale = min(USUAL_SCALE, width / across)
    pages = max(1, math.ceil(down * scale / height - 0.001))
    return {
        "paper": paper, "lies": lies, "width": across * scale, "height": min(height, down * scale) if pages == 1 else height,
        "pages": pages, "whole": down * scale,
    }  # fmt: skip
