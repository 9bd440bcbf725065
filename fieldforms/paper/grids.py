"""The columns of a repeat's table: how wide each is, and where its long words may break."""

import re
from collections.abc import Sequence
from dataclasses import replace

from fieldforms.forms.faces import Face, Grid
from fieldforms.paper import fonts

TABLE_WIDTH = 52.9  # ems of the table's type (9 pt) beside the number of the row
PAD = 0.9  # of them white in each cell
BESIDE = 7  # more columns do not stand beside each other
WIDEST_COLUMN = 16  # what a column asks for at most, however long its texts are
LEAST, TO_WRITE = 6, 12  # what it asks for even if they are short; on a blank form people write in it
KEPT = (
    8  # what long texts keep beside others that are longer still, and long words if there is no room for all
)
TICK = 1.7

WORD = re.compile(r"[!-~]+")  # Chinese breaks everywhere


def column_widths(grid: Grid) -> tuple[float, ...]:
    """Of the columns, in ems; () for a grid with too many to stand beside each other.

    As in a browser's tables: each column gets what it needs, and what is left goes to those that wish for more.
    """
    if len(grid.columns) > BESIDE:
        return ()
    blank = all(face.empty for row in grid.rows for face in row)
    columns = list(zip(grid.columns, *grid.rows, strict=True))
    needed = [PAD + least_width(label, faces, blank) for label, *faces in columns]
    if sum(needed) > TABLE_WIDTH:
        needed = [min(PAD + KEPT, least) for least in needed]
    wished = [PAD + wished_width(label, faces, blank) for label, *faces in columns]
    spare = [max(0, more - least) for least, more in zip(needed, wished, strict=True)]
    share = max(0, min(1, (TABLE_WIDTH - sum(needed)) / (sum(spare) or 1)))
    given = [least + share * more for least, more in zip(needed, spare, strict=True)]
    return tuple(TABLE_WIDTH * each / sum(given) for each in given)


def least_width(label: str, faces: Sequence[Face], blank: bool) -> float:
    """So that no word is torn and no box parted from its label."""
    texts = [label, *(face.text for face in faces)]
    words = (part for text in texts for word in WORD.findall(text) for part in fonts.breakable_parts(word))
    boxes = (TICK + fonts.width_in_ems(box.label) for face in faces for box in face.boxes)
    kept = KEPT if blank else min(KEPT, widest_text(faces))
    return min(WIDEST_COLUMN, max([kept, *map(fonts.width_in_ems, words), *boxes]))


def wished_width(label: str, faces: Sequence[Face], blank: bool) -> float:
    """So that most texts stand on one line; a label may take two."""
    return max(
        TO_WRITE if blank else LEAST,
        min(WIDEST_COLUMN, max(fonts.width_in_ems(label) / 2, widest_text(faces))),
    )


def widest_text(faces: Sequence[Face]) -> float:
    return max((fonts.width_in_ems(face.text) for face in faces), default=0)


def fit_words(grid: Grid) -> Grid:
    """The same with marks in words that are longer than their column is wide."""
    rooms = [
        round(width - PAD + 0.01, 2) for width in column_widths(grid)
    ]  # a word that fits exactly stays whole
    if not rooms:
        return grid
    columns = tuple(map(fonts.printable_text, grid.columns, rooms))
    rows = (zip(row, rooms, strict=True) for row in grid.rows)
    return Grid(
        columns,
        tuple(tuple(replace(f, text=fonts.printable_text(f.text, room)) for f, room in row) for row in rows),
    )
