"""A figure's lines and the sheets behind them as pages show them: each number with the address that it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldforms.errors import N_
from fieldforms.flow.reporting import counted_figures
from fieldforms.flow.reporting.counted_figures import MONTH, CountedFigure, FigureAsked, FigureLine
from fieldforms.flow.reporting.measures import (
    ALL,
    Answers,
    FigureCell,
    FirstTime,
    Leads,
    Measured,
    Spreads,
    Sums,
)
from fieldforms.flow.sheets import words_of_records
from fieldforms.i18n import gettext
from fieldforms.store.models import Record
from fieldforms.store.reporting.counted_rows import MENDED, NOT_MENDED, NOT_RIPE
from fieldforms.store.reporting.figures import VALUE
from fieldforms.web.reporting.figure_filters import BETWEEN_VALUES, NarrowedFigure

MENDED_WORDS = {MENDED: N_("一次修好"), NOT_MENDED: N_("没有一次修好"), NOT_RIPE: N_("未满期")}
RIPE_WORDS = N_("已满期")


@dataclass(frozen=True)
class CellInWords:
    text: str
    url: str = ""


@dataclass(frozen=True)
class LineInWords:
    label: str
    url: str
    place: int
    cells: tuple[CellInWords, ...]
    before: str  # "" of months


def lines_in_words(narrowed: NarrowedFigure, found: CountedFigure) -> list[LineInWords]:
    """The table's lines, but for the sum of all; of months the newest first."""
    lines = [line_in_words(narrowed, found, line) for line in found.lines]
    return lines[::-1] if found.by == MONTH else lines


def line_in_words(narrowed: NarrowedFigure, found: CountedFigure, line: FigureLine) -> LineInWords:
    return LineInWords(
        line.label,
        narrowed.address(**line.leads, by=next_dimension(narrowed)),
        line.place,
        cells_in_words(narrowed, line.measured, line.leads),
        headline(found, line.before) if line.before else "",
    )


def next_dimension(narrowed: NarrowedFigure) -> str:
    """One tap deeper: by what this line is looked at next."""
    offered = [
        each
        for each in narrowed.figure.dimensions_offered
        if each != narrowed.by and each not in narrowed.chosen
    ]
    after = {"brand": "model", "category": "brand", MONTH: "client"}.get(narrowed.by)
    return after if after in offered else (offered or [narrowed.by])[0]


def cells_in_words(
    narrowed: NarrowedFigure, measured: Measured, leads: Mapping[str, str]
) -> tuple[CellInWords, ...]:
    return tuple(CellInWords(cell.text, address_of_cell(narrowed, cell, leads)) for cell in measured.cells)


def address_of_cell(narrowed: NarrowedFigure, cell: FigureCell, leads: Mapping[str, str]) -> str:
    return "" if cell.leads is None else address_of_rows(narrowed, leads, cell.leads)


def address_of_rows(narrowed: NarrowedFigure, leads: Mapping[str, str], value: Leads = ALL) -> str:
    """Of a line's rows, with that value or one of those values."""
    said = BETWEEN_VALUES.join(map(str, value)) if isinstance(value, tuple) else str(value)
    return narrowed.address("figures.sheets", **{"by": "", **leads, VALUE: said})


def address_of_n(narrowed: NarrowedFigure, measured: Measured, leads: Mapping[str, str]) -> str:
    """Of the rows of which something was measured: as many as a chart says."""
    return address_of_rows(narrowed, leads, measured.leads)


def headline(found: CountedFigure, measured: Measured) -> str:
    """What says it in one number."""
    return measured.cells[found.figure.headline].text


# The sheets behind


@dataclass(frozen=True)
class RowInWords:
    row: Record
    at: int
    subject: str
    about: str
    measured: str


def rows_in_words(asked: FigureAsked, rows: list[Record]) -> list[RowInWords]:
    return [
        RowInWords(
            row,
            row.counted_at,
            words_of_records.subject_of_row(row),
            counted_figures.about_of_row(row, asked.lang),
            measured_in_words(asked, row.measured),
        )
        for row in rows
    ]


def measured_in_words(asked: FigureAsked, value) -> str:
    """What was measured of one row; "" where it only counts."""
    measure = asked.measure
    if isinstance(measure, Spreads | Sums):
        return measure.unit.words(value, asked.lang)
    if isinstance(measure, FirstTime):
        return gettext(MENDED_WORDS[value], asked.lang)
    return dict(measure.names).get(value, value) if isinstance(measure, Answers) else ""


def value_in_words(asked: FigureAsked) -> str:
    """Which of the answers the page is narrowed to; "" for all."""
    value, measure = asked.narrowed.get(VALUE), asked.measure
    if isinstance(value, tuple):
        return gettext(RIPE_WORDS, asked.lang)
    names: dict = MENDED_WORDS if isinstance(measure, FirstTime) else dict(getattr(measure, "names", ()))
    return gettext(names[value], asked.lang) if value in names else ""


def measured_label(asked: FigureAsked) -> str:
    """What stands over what was measured of each row."""
    return gettext(asked.figure.label, asked.lang) if asked.figure.headline else ""
