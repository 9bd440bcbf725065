"""A figure's lines and the sheets behind them as pages show them: each number with the address that it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for

from fieldforms.errors import N_
from fieldforms.flow.reporting.counted_figures import MONTH, CountedFigure, FigureAsked, FigureLine
from fieldforms.flow.reporting.dimension_words import WITHHELD_WORDS
from fieldforms.flow.reporting.figure_sources import RowBehind
from fieldforms.flow.reporting.measures import ALL, BETWEEN_VALUES, FigureCell, Leads, Measured
from fieldforms.i18n import gettext
from fieldforms.store.reporting.figures import VALUE
from fieldforms.web import page
from fieldforms.web.reporting.figure_filters import NarrowedFigure

MOST_LINES = 300  # more are read in a spreadsheet


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
    agreed: str = ""


def lines_in_words(narrowed: NarrowedFigure, found: CountedFigure) -> list[LineInWords]:
    """The table's first lines, but for the sum of all; of months the newest first."""
    lines = found.lines[::-1] if found.by == MONTH else found.lines
    return [line_in_words(narrowed, found, line) for line in lines[:MOST_LINES]]


def line_in_words(narrowed: NarrowedFigure, found: CountedFigure, line: FigureLine) -> LineInWords:
    return LineInWords(
        line.label,
        narrowed.address(**line.leads, by=next_dimension(narrowed)),
        line.place,
        cells_in_words(narrowed, line.measured, line.leads),
        headline(found, line.before) if line.before else "",
        found.measure.unit.words(line.target, page.lang()) if line.target is not None else "",
    )


def next_dimension(narrowed: NarrowedFigure) -> str:
    """One tap deeper: by what this line is looked at next."""
    offered = [
        each
        for each in narrowed.figure.dimensions_offered
        if each != narrowed.by and each not in narrowed.chosen
    ]
    after = {"brand": "model", "category": "brand", MONTH: "client"}.get(narrowed.by)
    if narrowed.by == "client" and "category" in narrowed.chosen:
        after = "brand"  # which of the projectors, at this client
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


# The rows behind


@dataclass(frozen=True)
class RowInWords:
    """`url`: of its sheet, or of the visit."""

    row: RowBehind
    title: str
    url: str
    about: str
    measured: str


def rows_in_words(asked: FigureAsked, rows: list[RowBehind]) -> list[RowInWords]:
    measure, secret = asked.measure, gettext(WITHHELD_WORDS, asked.lang)
    return [
        RowInWords(
            row,
            row.number or page.say(N_("巡检")),
            address_of_row(row),
            secret if row.confidential else row.about,
            measure.row_in_words(row.measured, asked.lang),
        )
        for row in rows
    ]


def address_of_row(row: RowBehind) -> str:
    if row.visit:
        plan, day = row.visit
        return url_for("visits.show", plan_id=plan, due=day)
    return url_for("records.show", number=row.number)


def value_in_words(asked: FigureAsked) -> str:
    """Which of the answers the page is narrowed to; "" for all."""
    return asked.measure.value_in_words(asked.narrowed.get(VALUE), asked.lang)


def measured_label(asked: FigureAsked) -> str:
    """What stands over what was measured of each row; "" where they are only counted."""
    return (
        gettext(asked.figure.label, asked.lang)
        if asked.figure.headline and not asked.figure.per_device_year
        else ""
    )
