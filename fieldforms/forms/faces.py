"""What stands in an answer's place on a sheet, whatever draws it (page or PDF)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """One □ of the paper."""

    label: str
    ticked: bool


@dataclass(frozen=True)
class Count:
    """`清理 6 台`; number None prints a blank to write on."""

    label: str
    number: int | None
    unit: str


@dataclass(frozen=True)
class Grid:
    """The rows of a repeat: a label for each column, a Face for each cell. A blank sheet has rows to write on."""

    columns: tuple[str, ...]
    rows: tuple[tuple["Face", ...], ...]


@dataclass(frozen=True)
class Face:
    """Exactly the parts that are not empty are drawn, in this order."""

    text: str = ""
    boxes: tuple[Box, ...] = ()
    counts: tuple[Count, ...] = ()
    counts_ticked: bool = False  # the □ before the counts
    note: str = ""
    photos: tuple[str, ...] = ()  # sha256 of kept files
    documents: tuple[str, ...] = ()  # likewise
    struck: bool = False  # not applicable here
    grid: Grid | None = None
    ink: tuple = ()  # a drawn name: signature_pad's point groups

    @property
    def empty(self) -> bool:
        """Nothing was answered: what is drawn is a line or boxes to fill."""
        ticked = any(box.ticked for box in self.boxes) or self.counts_ticked
        told = self.text or ticked or self.note or self.photos or self.struck or self.ink
        return not (told or (self.grid and any(not cell.empty for row in self.grid.rows for cell in row)))
