"""Stock and its movements as spreadsheets: what the pages show, row by row. Each says so in the audit."""

from collections.abc import Iterator

from fieldforms.errors import N_
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.register_columns import PART_COLUMNS, RegisterColumn, column_of
from fieldforms.flow.reporting.spreadsheets import (
    begin_spreadsheet,
    spreadsheet_time,
    table_columns,
    translate_label,
)
from fieldforms.flow.stock.movements import MOVEMENT_LABELS
from fieldforms.flow.stock.parts import ids_of_parts
from fieldforms.flow.stock.stock_places import place_name
from fieldforms.paper.table import Cell, Table
from fieldforms.store.database import reading_once
from fieldforms.store.models import Part
from fieldforms.store.stock import parts, stock

MOST_PARTS = 100_000
PARTS_AT_ONCE = 500
HEAD = tuple(column_of(PART_COLUMNS, name) for name in ("name", "kind", "brand", "model", "owner"))
OTHERS = tuple(column for column in PART_COLUMNS if column not in HEAD)
LYING = ((N_("标签编码"), 14), (N_("存放处"), 16), (N_("数量"), 8))
MOVEMENT_COLUMNS = (
    (N_("时间"), 18), (N_("类型"), 10), (N_("名称"), 28), (N_("型号"), 20), (N_("数量"), 8), (N_("单位"), 8),
    (N_("从哪里"), 16), (N_("到哪里"), 16), (N_("设备"), 28), (N_("单据编号"), 18), (N_("应还日期"), 12),
    (N_("经手人"), 12), (N_("备注"), 40),
)  # fmt: skip


def begin_list_of_stock(actor: Actor, filters: parts.PartFilters, kind: str, lang: str) -> Iterator[bytes]:
    """The list of parts, a row for each place where some lie, as "xlsx" or "csv", piece by piece. Its parts are written down as
    rows."""
    ids = ids_of_parts(actor.viewer, filters, MOST_PARTS)
    head, rest = ([(column.kind.label, column.width) for column in some] for some in (HEAD, OTHERS))
    table = Table(
        translate_label(N_("备件"), lang),
        table_columns((*head, *LYING, *rest), lang),
        rows_of_stock(actor, ids, lang),
    )
    return begin_spreadsheet(actor, "stock.export", kind, table, len(ids))


def rows_of_stock(actor: Actor, ids: list[int], lang: str) -> Iterator[list[Cell]]:
    """What is no longer in sight when its turn comes is left out."""
    for begin in range(0, len(ids), PARTS_AT_ONCE):
        with reading_once():
            found = parts.parts_in_this_order(actor.viewer, ids[begin : begin + PARTS_AT_ONCE])
            rows = list(rows_of_parts(actor, found, lang))
        yield from rows


def rows_of_parts(actor: Actor, found: list[Part], lang: str) -> Iterator[list[Cell]]:
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


def begin_list_of_movements(
    actor: Actor, filters: stock.MovementFilters, kind: str, lang: str
) -> Iterator[bytes]:
    """The movements, newest first, as "xlsx" or "csv", piece by piece."""
    title, columns = translate_label(N_("出入库记录"), lang), table_columns(MOVEMENT_COLUMNS, lang)
    table = Table(title, columns, rows_of_movements(actor, filters, lang))
    rows = stock.count_movements(actor.viewer, filters)
    return begin_spreadsheet(actor, "movements.export", kind, table, rows)


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
