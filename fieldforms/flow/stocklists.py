"""Stock and its movements as spreadsheets: what the pages show, row by row. Each says so in the audit."""

import tempfile
from collections.abc import Iterable, Iterator
from typing import IO

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow import parts as register
from fieldforms.flow.actors import Actor
from fieldforms.flow.columns import PART, Column, column_of
from fieldforms.flow.exports import IN_MEMORY, local
from fieldforms.flow.shelves import place_name
from fieldforms.flow.stock import LABELS
from fieldforms.paper import table as paper
from fieldforms.paper.table import WRITERS, Cell, Table
from fieldforms.store import audit, parts, stock
from fieldforms.store.database import transaction
from fieldforms.store.models import Part

MOST_PARTS = 100_000
HEAD = tuple(column_of(PART, name) for name in ("name", "kind", "brand", "model", "owner"))
REST = tuple(column for column in PART if column not in HEAD)
LYING = ((N_("标签编码"), 14), (N_("存放处"), 16), (N_("数量"), 8))
MOVED = (
    (N_("时间"), 18), (N_("类型"), 10), (N_("名称"), 28), (N_("型号"), 20), (N_("数量"), 8), (N_("单位"), 8),
    (N_("从哪里"), 16), (N_("到哪里"), 16), (N_("设备"), 28), (N_("单据编号"), 18), (N_("应还日期"), 12),
    (N_("经手人"), 12), (N_("备注"), 40),
)  # fmt: skip


def lying(actor: Actor, filters: parts.Filters, kind: str, lang: str) -> IO[bytes]:
    """The list of parts, a row for each place where some lie, as "xlsx" or "csv", in a file read from its start."""
    head, rest = ([(column.kind.label, column.width) for column in some] for some in (HEAD, REST))
    table = Table(
        said(N_("备件"), lang), columns((*head, *LYING, *rest), lang), lying_rows(actor, filters, lang)
    )
    return written(actor, "stock.export", kind, table)


def lying_rows(actor: Actor, filters: parts.Filters, lang: str) -> Iterator[list[Cell]]:
    found = register.find(actor.viewer, filters, MOST_PARTS)
    places, codes = stock.lying(actor.viewer, found), parts.codes_of(found)
    for part in found:
        head, rest = ([cell(part, column, lang) for column in some] for some in (HEAD, REST))
        lines = [(place_name(at.place, lang), at.quantity) for at in places.get(part.id, [])]
        for place, quantity in lines or [("", 0)]:
            yield [*head, codes.get(part.id, ""), place, quantity, *rest]


def cell(part: Part, column: Column, lang: str) -> Cell:
    return (
        owner(part, lang) if column.name == "owner" else column.kind.words(getattr(part, column.name), lang)
    )


def owner(part: Part, lang: str) -> str:
    return part.client.short_name if part.client_id else said(N_("公司"), lang)


def moved(actor: Actor, filters: stock.Filters, kind: str, lang: str) -> IO[bytes]:
    """The movements, newest first, as "xlsx" or "csv"."""
    return written(actor, "movements.export", kind, Table(said(N_("出入库记录"), lang), columns(MOVED, lang),
                                                          moved_rows(actor, filters, lang)))  # fmt: skip


def moved_rows(actor: Actor, filters: stock.Filters, lang: str) -> Iterator[list[Cell]]:
    seen = stock.places(actor.viewer)
    for page in stock.pages(actor.viewer, filters):
        for row in page:
            source, target = (
                place_name(seen.get(at), lang) if at else "" for at in (row.source_id, row.target_id)
            )
            yield [
                local(row.at), said(LABELS[row.kind], lang), row.part.name, row.part.model, row.quantity,
                row.part.unit, source, target, row.device.name if row.device_id else "", row.record, row.due_on,
                row.actor.name if row.actor_id else "", row.note,
            ]  # fmt: skip


def columns(named: Iterable[tuple[str, int]], lang: str) -> list[paper.Column]:
    return [paper.Column(said(label, lang), width) for label, width in named]


def said(label: str, lang: str) -> str:
    return i18n.gettext(label, lang)


def written(actor: Actor, action: str, kind: str, table: Table) -> IO[bytes]:
    """The file is complete before it is sent: an error is a page, never half a table."""
    stream = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  the response closes it
    rows = WRITERS[kind](table, stream)
    with transaction():
        audit.record(actor.user_id, action, kind=kind, rows=rows)
    stream.seek(0)
    return stream
