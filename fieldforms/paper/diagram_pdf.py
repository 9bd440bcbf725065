"""A diagram on paper: one page, A4 or A3 across, whichever it can be read on."""

import re

from fieldforms.paper import fonts

DRAWN_SIZE = re.compile(r'width="([0-9.]+)" height="([0-9.]+)"')
LARGEST_ON_A4 = 1400  # px across; on more the ports' names are below 6 pt


def diagram_as_pdf(drawing: str, title: str) -> bytes:
    """`drawing`: as diagrams.svg_file gives it."""
    found = DRAWN_SIZE.search(drawing)
    across, down = (float(each) for each in found.groups()) if found else (0.0, 0.0)
    paper = "a3" if max(across, down * 1.4) > LARGEST_ON_A4 else "a4"
    inputs = {"svg": drawing, "title": fonts.printable_text(title), "paper": paper}
    return fonts.compile_pdf("diagram", inputs)
