"""What was changed of a row of the registers: by whom, when, what it said before and what after. Read out of the audit, which keeps
both beside each change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fieldforms.flow.register import register_looks, register_rows, unguarding
from fieldforms.flow.register.register_columns import Columns
from fieldforms.store import audit, clock

MOST_EDITS = 20  # on the row's own form


@dataclass(frozen=True)
class RowEdit:
    """`at`: UTC ms. `by`: a name, "" where a command did it. `differences`: (label, before, after) in words."""

    at: int
    by: str
    differences: list[tuple[str, str, str]]


def edits_of_row(
    row, columns: Columns, lang: str, before: int = clock.END_MS, most: int = MOST_EDITS
) -> list[RowEdit]:
    """Newest first. `columns`: of its form; what its form does not ask is not told, so one may have no differences. `before`:
    UTC ms."""
    action = f"{register_rows.kind_of_row(row)}.edit"
    return [
        RowEdit(
            line.at,
            line.actor.name if line.actor_id else "",
            list(differences_of_line(row, line.detail, columns, lang)),
        )
        for line in audit.lines_before(before, action, str(row.id), most)
    ]


def differences_of_line(row, detail: Mapping, columns: Columns, lang: str) -> Iterator[tuple[str, str, str]]:
    before, after = (register_looks.in_names(row, detail.get(side) or {}) for side in ("before", "after"))
    for column in columns_named(columns, after):
        said = [
            register_looks.words_of_value(column, side.get(column.name), lang) for side in (before, after)
        ]
        if said[0] != said[1]:
            yield column.kind.label, said[0], said[1]
    if detail.get("reason"):
        yield unguarding.WHY_OPEN, "", detail["reason"]


def columns_named(columns: Columns, values: Mapping) -> Iterable:
    return (column for column in columns if column.name in values)
