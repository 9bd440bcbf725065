"""每次查看都会留下记录 (company.md, row 20): those lines as a list, for supervisors. Nothing is written down here but that the
list itself was exported."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.reporting.spreadsheets import (
    begin_spreadsheet,
    spreadsheet_time,
    table_columns,
    translate_label,
)
from fieldforms.paper.table import Cell, Table
from fieldforms.store import clock, scope
from fieldforms.store.documents import documents
from fieldforms.store.models import Audit, Document
from fieldforms.store.register import clients
from fieldforms.store.reporting import readings
from fieldforms.store.reporting.readings import OF_CLIENT, OF_DOCUMENT, OF_ROOM, OF_SHEET, ReadingFilters

READING_READERS = ("supervisor",)
SAME_READING = 10 * clock.MINUTE  # a page, its photos and its PDF are one

READING_LABELS = {
    OF_SHEET: N_("查看涉密单据"),
    OF_ROOM: N_("查看涉密房间"),
    "document.read": N_("查看涉密资料"),
    "document.download": N_("下载资料"),
    "cabling.read": N_("查看涉密房间的接线"),
    OF_CLIENT: N_("导出客户档案"),
    "devices.export": N_("导出设备列表"),
    "cables.export": N_("导出线缆表"),
    "records.export": N_("导出单据列表"),
    "records.print": N_("批量打印单据"),
}
COLUMNS = ((N_("时间"), 18), (N_("人员"), 12), (N_("做了什么"), 18), (N_("对象"), 24), (N_("客户"), 24))


@dataclass(frozen=True)
class ReadingLine:
    """`at`: UTC ms, of the newest of `times` lines that are one reading. `about`: a sheet's number, what a room or client is
    called, how many rows an export had. `client`: in words."""

    at: int
    person: str
    action: str
    ref: str
    about: str
    client: str
    times: int = 1


def readings_of_rows(viewer: scope.Viewer, rows: list[Audit], lang: str) -> Iterator[ReadingLine]:
    names = {str(client.id): client.short_name for client in clients.ever_seen_by(scope.SYSTEM)}
    ids = {int(row.ref) for row in rows if row.action in OF_DOCUMENT}
    papers = {str(each.id): each for each in documents.with_document_ids(viewer, tuple(ids))} if ids else {}
    for row in rows:
        yield reading_of_row(row, names, papers, lang)


def reading_of_row(row: Audit, names: dict[str, str], papers: dict[str, Document], lang: str) -> ReadingLine:
    about, client = row.ref, ""
    if row.action == OF_SHEET:
        client = row.sheet.client_name if row.sheet else ""
    elif row.action in (OF_ROOM, "cabling.read"):
        about, client = row.detail.get("name", row.ref), names.get(str(row.detail.get("client")), "")
    elif row.action in OF_DOCUMENT:
        paper = papers.get(row.ref)
        about, client = (paper.title, names.get(str(paper.client_id), "")) if paper else (row.ref, "")
    elif row.action == OF_CLIENT:
        about = client = names.get(row.ref, row.ref)
    else:
        about = i18n.gettext(N_("%(n)s 行"), lang, n=row.detail.get("rows", 0))
        client = names.get(row.ref, "")
    person = row.actor.name if row.actor_id else i18n.gettext(N_("命令行"), lang)
    return ReadingLine(row.at, person, row.action, row.ref, about, client)


def fold_repetitions(found: Iterable[ReadingLine]) -> list[ReadingLine]:
    """Newest first; what one person read of one thing within ten minutes is one line."""
    folded: list[ReadingLine] = []
    places: dict[tuple[str, str, str], int] = {}
    for each in found:
        thing = each.person, each.action, each.ref
        place = places.get(thing)
        if place is not None and is_same_reading(folded[place], each):
            folded[place] = replace(folded[place], times=folded[place].times + 1)
        else:
            places[thing] = len(folded)
            folded.append(each)
    return folded


def is_same_reading(later: ReadingLine, earlier: ReadingLine) -> bool:
    """Of the same thing by the same person."""
    return later.action in (OF_SHEET, OF_ROOM, *OF_DOCUMENT) and abs(later.at - earlier.at) <= SAME_READING


def begin_list_of_readings(actor: Actor, filters: ReadingFilters, lang: str) -> Iterator[bytes]:
    """Every line as it was written down, as XLSX, piece by piece. Raises NotAllowed."""
    actor.needs(*READING_READERS)
    columns, title = table_columns(COLUMNS, lang), translate_label(N_("查看记录"), lang)
    table = Table(title, columns, cells_of_readings(actor, filters, lang))
    rows = readings.count_readings(actor.viewer, filters)
    return begin_spreadsheet(actor, "readings.export", "xlsx", table, rows)


def cells_of_readings(actor: Actor, filters: ReadingFilters, lang: str) -> Iterator[list[Cell]]:
    for page in readings.pages_of_readings(actor.viewer, filters):
        for each in readings_of_rows(actor.viewer, page, lang):
            label = i18n.gettext(READING_LABELS[each.action], lang)
            yield [spreadsheet_time(each.at), each.person, label, each.about, each.client]
