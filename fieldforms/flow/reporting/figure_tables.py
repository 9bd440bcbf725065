"""The table of a figure as a spreadsheet."""

from collections.abc import Iterator

from fieldforms.errors import N_
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.reporting.counted_figures import CountedFigure
from fieldforms.flow.reporting.dimension_words import DIMENSION_LABELS
from fieldforms.flow.reporting.measures import FigureCell, Measured
from fieldforms.flow.reporting.spreadsheets import begin_spreadsheet
from fieldforms.i18n import gettext
from fieldforms.paper import table
from fieldforms.paper.table import Table, TableColumn


def begin_table_of_figure(actor: Actor, found: CountedFigure, kind: str, lang: str) -> Iterator[bytes]:
    """As "xlsx" or "csv", with the sum of all at its foot."""
    heads = [gettext(DIMENSION_LABELS[found.by], lang), *heads_with_units(found, lang)]
    columns = [TableColumn(head, 24 if at == 0 else 14) for at, head in enumerate(heads)]
    rows = [cells_of_line(found, line.label, line.measured, line.before, line.target) for line in found.lines]
    foot = cells_of_line(found, gettext(N_("合计"), lang), found.total, found.before)
    title = gettext(found.figure.label, lang)
    wanted = Table(title, columns, rows, [foot])
    return begin_spreadsheet(actor, "statistics.export", kind, wanted, len(rows))


def heads_with_units(found: CountedFigure, lang: str) -> list[str]:
    """A cell of a spreadsheet is a number alone: its column says of what."""
    columns = list(zip(found.columns, found.measure.units, strict=True))
    if found.has_targets:
        columns.append((gettext(N_("约定"), lang), found.measure.unit.raw_unit))
    if found.is_compared:
        columns.append((gettext(N_("上期"), lang), columns[found.figure.headline][1]))
    return [f"{head} ({gettext(unit, lang)})" if unit else head for head, unit in columns]


def cells_of_line(
    found: CountedFigure, label: str, now: Measured, before: Measured | None, target: float | None = None
) -> list[table.Cell]:
    agreed = ["" if target is None else found.measure.unit.raw(target)] if found.has_targets else []
    then = [raw_cell(before.cells[found.figure.headline])] if found.is_compared and before else []
    return [label, *map(raw_cell, now.cells), *agreed, *then]


def raw_cell(cell: FigureCell) -> table.Cell:
    return cell.text if cell.raw is None else cell.raw
