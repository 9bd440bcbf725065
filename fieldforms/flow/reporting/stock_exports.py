"""Stock and its movements as spreadsheets: what the pages show, row by row. Each says so in the audit."""

from collections.abc import Iterator
from typing import IO

from fieldforms.errors import N_
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.register_columns import PART_COLUMNS, RegisterColumn, column_of
from fieldforms.flow.reporting.spreadsheets import (
    spreadsheet_time,
    table_columns,
    translate_label,
    write_spreadsheet,
)
from fieldforms.flow.stock.movements import MOVEMENT_LABELS
from fieldforms.flow.stock.parts import find_parts
from fieldforms.flow.stock.stock_places import place_name
from fieldforms.paper.table import Cell, Table
from fieldforms.store.models import Part
from fieldforms.store.stock import parts, stock

MOST_PARTS = 100_000
HEAD = tuple(column_of(PART_COLUMNS, name) for name in ("name", "kind", "brand", "model", "owner"))
OTHERS = tuple(column for column in PART_COLUMNS if column not in HEAD)
LYING = ((N_("标签编码"), 14), (N_("存放处"), 16), (N_("数量"), 8))
MOVEMENT_COLUMNS = (
    (N_("时间"), 18), (N_("类型"), 10), (N_("名称"), 28), (N_("型号"), 20), (N_("数量"), 8), (N_("单位"), 8),
    (N_("从哪里"), 16), (N_("到哪里"), 16), (N_("设备"), 28), (N_("单据编号"), 18), (N_("应还日期"), 12),
    (N_("经手人"), 12), (N_("备注"), 40),
)  # fmt: skip


def stock_as_spreadsheet(actor: Actor, filters: parts.PartFilters, kind: str, lang: str) -> IO[bytes]:
    """The list of parts, a row for each place where some lie, as "xlsx" or "csv", in a file read from its start."""
    head, rest = ([(column.kind.label, column.width) for column in some] for some in (HEAD, OTHERS))
    table = Table(
        translate_label(N_("备件"), lang),
        table_columns((*head, *LYING, *rest), lang),
        rows_of_stock(actor, filters, lang),
    )
    return write_spreadsheet(actor, "stock.export", kind, table)


def rows_of_stock(actor: Actor, filters: parts.PartFilters, lang: str) -> Iterator[list[Cell]]:
    found = find_parts(actor.viewer, filters, MOST_PARTS)
    places, codes = stock.lying_by_part(actor.viewer, found), parts.codes_of(found)
    for part in found:
        head, rest = ([cell_of_column(part, column, lang) for column in some] for some in (HEAD, OTHERS))
        lines = [(place_name(at.place, lang), at.quantity) for at in places.get(part.id, [])]
        for place, quantity in lines or [("", 0)]:
            yield [*head, codes.get(part.id, ""), place, quantity, *rest]


def cell_of_column(part: Part, column: RegisterColumn, lang: str) -> Cell:
    return (
        owner_in_words(part, lang)
        if column.name == "owner"
        else column.kind.words(getattr(part, column.name), lang)
    )


def owner_in_words(part: Part, lang: str) -> str:
    return part.client.short_name if part.client_id else translate_label(N_("公司"), lang)


def movements_as_spreadsheet(actor: Actor, filters: stock.MovementFilters, kind: str, lang: str) -> IO[bytes]:
    """The movements, newest first, as "xlsx" or "csv"."""
    return write_spreadsheet(actor, "movements.export", kind, Table(translate_label(N_("出入库记录"), lang), table_columns(MOVEMENT_COLUMNS, lang),
                                                          rows_of_movements(actor, filters, lang)))  # fmt: skip


def rows_of_movements(actor: Actor, filters: stock.MovementFilters, lang: str) -> Iterator[list[Cell]]:
    seen = stock.visible_places(actor.viewer)
    for page in stock.pages(actor.viewer, filters):
        for row in page:
            source, target = (
                place_name(seen.get(at), lang) if at else "" for at in (row.source_id, row.target_id)
            )
            yield [
                spreadsheet_time(row.at), translate_label(MOVEMENT_LABELS[row.kind], lang), row.part.name, row.part.model, row.quantity,
                row.part.unit, source, target, row.device.name if row.device_id else "", row.record, row.due_on,
                row.actor.name if row.actor_id else "", row.note,
            ]  # fmt: skip
