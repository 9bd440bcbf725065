"""A client's whole file as one ZIP, for who may take it out of the house, and as this person may see it.

It is made while it is sent: one thing after the other is read, packed and forgotten, so that memory stays the same however
many sheets there are. What goes in stands in FILE_PARTS.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from zipstream import ZipStream

from fieldforms import i18n
from fieldforms.errors import N_, ConfidentialCabling, DiagramTooLarge, FileCutShort, NotFound
from fieldforms.flow.cabling import diagrams
from fieldforms.flow.cabling.diagrams import DrawnSheet
from fieldforms.flow.cabling.ports import texts_of_recorded_ports
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.documents.document_reading import saved_version
from fieldforms.flow.documents.file_checks import clean_name
from fieldforms.flow.importing.import_kinds import header_of_column
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_columns, technical_words
from fieldforms.flow.register.clients import CLIENT_EDITORS, client_in_scope
from fieldforms.flow.register.register_columns import Columns
from fieldforms.flow.reporting.cable_schedules import table_of_cables
from fieldforms.flow.reporting.spreadsheets import spreadsheet_time
from fieldforms.flow.seals import manifests, signing_keys
from fieldforms.flow.sheets import sheet_pdfs
from fieldforms.flow.stages.deliverable_states import DELIVERABLE_STATES
from fieldforms.flow.stages.papers import Papers, author_of_standing, day_of_standing, papers_of_standings
from fieldforms.flow.stages.progress import Standing, progress_of_client, progress_outside
from fieldforms.flow.stages.stage_files import Stage
from fieldforms.paper.diagram_layout import lay_out
from fieldforms.paper.diagram_pdf import diagram_as_pdf, print_diagram
from fieldforms.paper.table import Cell, Table, TableColumn, write_table
from fieldforms.store import audit, clock, database
from fieldforms.store.database import transaction
from fieldforms.store.documents.documents import (
    DocumentFilters,
    newest_documents,
    size_of_client_documents,
)
from fieldforms.store.files import files
from fieldforms.store.models import Client, Device, Document
from fieldforms.store.record import lists
from fieldforms.store.record.lists import RecordFilters
from fieldforms.store.register import clients, devices
from fieldforms.store.stock import stock

EXPORTERS = CLIENT_EDITORS
SHEETS_A_PAGE, DOCUMENTS_A_PAGE = 100, 50
BYTES_A_PIECE = 256 * 1024
MOST_COUNTED = 10_000  # sheets: the page of a client waits for it
BYTES_OF_SHEET = 66_000  # of 2,000 sheets with a photo or two, on average: their typeface, mostly


@dataclass(frozen=True)
class Packing:
    """For whom, about whom, and in which language; `url`: this installation's origin, printed on the sheets."""

    actor: Actor
    client: Client
    lang: str
    url: str

    def say(self, message: str) -> str:
        return i18n.gettext(message, self.lang)


PackedFile = tuple[str, Iterable[bytes]]  # name in the ZIP, content in pieces, read once


def client_to_export(actor: Actor, client_id: int) -> Client:
    """Raises NotFound, NotAllowed."""
    actor.needs(*EXPORTERS)
    return client_in_scope(actor, client_id)


@dataclass(frozen=True)
class Foretold:
    """What a file will hold, before it is made. `size`: bytes, about: what is streamed has no length until its end. `more`: there are
    more sheets than were counted."""

    sheets: int
    documents: int
    size: int
    more: bool


def foretell_client_file(actor: Actor, client: Client) -> Foretold:
    """For who may take it along."""
    sheets = lists.count_records(actor.viewer, RecordFilters(client=client.id, outside=True), MOST_COUNTED)
    count, size = size_of_client_documents(actor.viewer, client.id)
    return Foretold(sheets, count, size + sheets * BYTES_OF_SHEET, sheets == MOST_COUNTED)


def begin_client_file(actor: Actor, client: Client, lang: str, url: str) -> Iterator[bytes]:
    """The ZIP, piece by piece, the first as soon as it is asked for. That it leaves the house is written down before."""
    with transaction():
        audit.record_action(actor.user_id, "client.export", str(client.id))
    return zip_of_parts(Packing(actor, client, lang, url))


def zip_of_parts(packing: Packing) -> Iterator[bytes]:
    """What cannot be read ends it midway, and nothing makes it look whole: the list comes last of all, and the end of a ZIP behind
    it. Raises FileCutShort, and whatever else happens while it is read."""
    try:
        yield from pieces_of_zip(packing)
    except Exception:
        yield CUT_SHORT
        raise


# The end of a ZIP is looked for in its last 64 KB (APPNOTE 4.3.16): a spreadsheet packed just before has one of its own.
CUT_SHORT = b"\nThis file was broken off: it is not whole.\n".ljust(70_000)


def pieces_of_zip(packing: Packing) -> Iterator[bytes]:
    zipped, digests = ZipStream(), []
    for part in FILE_PARTS:
        for name, chunks in part(packing):
            digest = hashlib.sha256()
            zipped.add(hash_chunks(chunks, digest), name)
            yield from zipped.all_files()
            digests.append((name, digest.hexdigest()))
    listed, at = manifests.list_of_digests(digests), clock.now()
    signature = manifests.sign_list(listed, packing.client.name, at, signing_keys.current_key())
    zipped.add(listed, manifests.LIST_NAME)
    zipped.add(signature.encode(), manifests.SIGNATURE_NAME)
    yield from zipped.finalize()


def hash_chunks(chunks: Iterable[bytes], digest) -> Iterator[bytes]:
    for chunk in chunks:
        digest.update(chunk)
        yield chunk


def sheets_of_client(packing: Packing) -> Iterator[PackedFile]:
    """Every sheet as this person may read it, but what is between the house's people (approvals, overtime): the file goes to the
    client. That they took a confidential one along is written down."""
    filters = RecordFilters(client=packing.client.id, outside=True)
    for page in lists.pages_of_records(packing.actor.viewer, filters, SHEETS_A_PAGE):
        for row in page:
            with database.reading_once():  # else all that was read would be kept until the end
                seen = record_by_number(packing.actor, row.number)
                body = sheet_pdfs.pdf_of_record(seen, packing.lang, packing.url)
            yield f"sheets/{row.number}.pdf", [body]


def documents_of_client(packing: Packing) -> Iterator[PackedFile]:
    """What counts of each document of the client, its rooms and its devices. Those of models are the makers', internal ones
    stay in the house: the file goes to the client."""
    before = None
    while True:
        filters = DocumentFilters(client=packing.client.id, before=before)
        found = newest_documents(packing.actor.viewer, filters, DOCUMENTS_A_PAGE)
        for document in found:
            if document.internal or files.by_digest.first(document.newest.digest) is None:
                continue  # the company's own, or erased
            name = f"documents/{document.id:05}-{document.newest.name}"
            yield name, chunks_of_document(packing, document)
        if len(found) < DOCUMENTS_A_PAGE:
            return
        before = found[-1].id


def chunks_of_document(packing: Packing, document: Document) -> Iterator[bytes]:
    """That a guarded one goes along is written down. Raises FileCutShort where the file is not what was kept."""
    digest, kept = hashlib.sha256(), document.newest.digest
    try:
        with (
            saved_version(packing.actor, document.id, document.latest) as (_version, path),
            path.open("rb") as stream,
        ):
            while chunk := stream.read(BYTES_A_PIECE):
                digest.update(chunk)
                yield chunk
    except (NotFound, OSError) as error:
        raise FileCutShort(name=document.newest.name) from error
    if digest.hexdigest() != kept:
        raise FileCutShort(name=document.newest.name)


def diagrams_of_client(packing: Packing) -> Iterator[PackedFile]:
    """Of each room whose cabling this person may see and of which there is something to draw, for print. That one of a
    confidential room goes along is written down."""
    for room in clients.rooms(packing.client):
        found: dict[str, bytes] = {}
        with database.reading_once(), suppress(ConfidentialCabling):
            found = drawings_of_sheet(packing, diagrams.sheet_of_room(packing.actor, room.id))
        for ending, body in found.items():
            yield f"diagrams/{room.id:05}-{clean_name(room.name)}{ending}", [body]


def drawings_of_sheet(packing: Packing, sheet: DrawnSheet) -> dict[str, bytes]:
    """End of a name → content: one sheet of all; where that is too large, one of each system, or a word that it is."""
    with suppress(DiagramTooLarge):
        drawn = draw_sheet(packing, sheet, "")
        return {".pdf": drawn} if drawn else {}
    found = {}
    for system in sheet.systems:
        try:
            found[f"-{system}.pdf"] = draw_sheet(packing, sheet, system)
        except DiagramTooLarge as refused:
            found[f"-{system}.txt"] = packing.say(refused.sentence).encode()
    return found


def draw_sheet(packing: Packing, sheet: DrawnSheet, system: str) -> bytes:
    """b"" where there is nothing to draw. Raises DiagramTooLarge."""
    diagram = diagrams.diagram_of_sheet(sheet, system, True, packing.lang, lambda _device: "")
    if not diagram.boxes:
        return b""
    title = diagrams.name_of_sheet(system, packing.lang)
    return diagram_as_pdf(print_diagram(diagram, lay_out(diagram), title), title)


def table_of_register(packing: Packing) -> Table:
    """The register: retired devices, too."""
    found = devices.devices_ever_of(packing.actor.viewer, packing.client.id, clock.now() + 1)
    if packing.actor.viewer.confidential:
        technical_words.note_readings(packing.actor, found)
    codes = devices.codes_of(found)
    rooms = {room.id: room.name for room in clients.rooms_ever_of(packing.client)}
    states = register_columns.DEVICE_STATES
    beside: tuple[BesideColumn, ...] = (
        (N_("标签编码"), 14, lambda device: codes.get(device.id, "")),
        (N_("状态"), 10, lambda device: packing.say(states.get(device.state, device.state))),
        (N_("停用时间"), 18, lambda device: spreadsheet_time(device.retired_at)),
    )
    special = {"room": lambda device: rooms.get(device.room_id, "")}
    special |= {name: technical_cell(packing, name) for name in technical_words.TECHNICAL}
    special["interfaces"] = interfaces_cell(packing, found)
    return table_of_rows(
        packing, "devices", N_("设备"), register_columns.DEVICE_COLUMNS, found, beside, special
    )


def technical_cell(packing: Packing, name: str) -> Callable[..., Cell]:
    """Empty of a device of which the reader may not know it."""
    column = register_columns.column_of(register_columns.DEVICE_COLUMNS, name)
    cell, viewer = make_cell(name, column.kind, packing.lang), packing.actor.viewer
    return lambda device: cell(device) if technical_words.is_open_to(viewer, device, name) else ""


def interfaces_cell(packing: Packing, found: Sequence[Device]) -> Callable[..., Cell]:
    """Ports that are recorded say more than what was once typed."""
    recorded = texts_of_recorded_ports(packing.actor.viewer, found)
    typed = technical_cell(packing, "interfaces")
    return lambda device: recorded.get(device.id) or typed(device)


def table_of_contacts(packing: Packing) -> Table:
    found = clients.contacts(packing.client)
    return table_of_rows(packing, "contacts", N_("联系人"), register_columns.CONTACT_COLUMNS, found)


def table_of_rooms(packing: Packing) -> Table:
    found = clients.rooms_ever_of(packing.client)
    beside: tuple[BesideColumn, ...] = ((N_("停用时间"), 18, lambda room: spreadsheet_time(room.retired_at)),)
    return table_of_rows(packing, "rooms", N_("房间"), register_columns.ROOM_COLUMNS, found, beside)


def table_of_client(packing: Packing) -> Table:
    return table_of_rows(packing, "clients", N_("客户"), register_columns.CLIENT_COLUMNS, [packing.client])


STAGE_COLUMNS = (
    (N_("阶段"), 10), (N_("事项"), 34), (N_("进度"), 10), (N_("资料"), 40), (N_("单据"), 24),
    (N_("登记人"), 12), (N_("登记时间"), 18),
)  # fmt: skip


def table_of_stages(packing: Packing) -> Table:
    """What each stage has to yield and how it stands; documents and sheets as far as this person may see them. What is internal,
    and what the house's people wrote to each other, stays in the house."""
    found = progress_outside(progress_of_client(packing.client.id))
    papers = papers_of_standings(packing.actor, [one for each in found.stages for one in each.standings])
    rows = [
        row_of_standing(packing, each.stage, one, papers) for each in found.stages for one in each.standings
    ]
    columns = [TableColumn(packing.say(label), width) for label, width in STAGE_COLUMNS]
    return Table(packing.say(N_("阶段")), columns, rows)


def row_of_standing(packing: Packing, stage: Stage, standing: Standing, papers: Papers) -> list[Cell]:
    return [
        i18n.pick(stage.label, packing.lang),
        i18n.pick(standing.asked.label, packing.lang),
        packing.say(DELIVERABLE_STATES[standing.state]),
        i18n.join_words(
            (each.title for each in papers.documents_of(standing) if not each.internal), packing.lang
        ),
        i18n.join_words(
            (each.number for each in papers.sheets_of(standing) if not each.personal), packing.lang
        ),
        author_of_standing(standing, papers),
        spreadsheet_time(day_of_standing(standing, papers)),
    ]


def table_of_connections(packing: Packing) -> Table:
    """The cable schedule: removed ones, too, as of devices."""
    table = table_of_cables(packing.actor, packing.client, True, packing.lang)
    return replace(table, rows=list(table.rows))


STOCK_COLUMNS = ((N_("名称"), 28), (N_("型号"), 20), (N_("归属"), 14), (N_("数量"), 8), (N_("单位"), 8))


def table_of_stock(packing: Packing) -> Table:
    """What lies at the client's: the company's, and the client's own."""
    owners = {False: packing.say(N_("公司")), True: packing.client.short_name}
    rows: list[list[Cell]] = [
        [at.part.name, at.part.model, owners[at.part.client_id is not None], at.quantity, at.part.unit]
        for at in stock.lying_at_client(packing.client.id)
    ]
    columns = [TableColumn(packing.say(label), width) for label, width in STOCK_COLUMNS]
    return Table(packing.say(N_("现场库存")), columns, rows)


BesideColumn = tuple[str, int, Callable[..., Cell]]  # label, width, cell of a row


def table_of_rows(
    packing: Packing,
    kind: str,
    title: str,
    columns: Columns,
    found: list,
    beside: tuple[BesideColumn, ...] = (),
    special: dict[str, Callable[..., Cell]] | None = None,
) -> Table:
    """Rows of a register with all its columns, called as lists of this `kind` (of IMPORT_KINDS) are when they come in. `special`: column → its cell, where its kind can't say it alone."""
    cells = {column.name: make_cell(column.name, column.kind, packing.lang) for column in columns}
    cells |= special or {}
    heads = [
        TableColumn(header_of_column(kind, column.name, packing.lang), column.width) for column in columns
    ]
    heads += [TableColumn(packing.say(label), width) for label, width, _cell in beside]
    rows = [
        [*(cells[column.name](row) for column in columns), *(cell(row) for _label, _width, cell in beside)]
        for row in found
    ]
    return Table(packing.say(title), heads, rows)


def make_cell(name: str, kind, lang: str) -> Callable[..., Cell]:
    return lambda row: kind.text_in_words(kind.text(getattr(row, name)), lang)


def pack_table(name: str, make: Callable[[Packing], Table]) -> Callable[[Packing], Iterator[PackedFile]]:
    """A table as a file of its own."""

    def pack(packing: Packing) -> Iterator[PackedFile]:
        stream = io.BytesIO()
        with database.reading_once():
            table = make(packing)
        write_table(table, "xlsx", stream)
        yield name, [stream.getvalue()]

    return pack


# What goes in, in this order. Another part is a row here: what it yields is packed, listed and signed like the rest.
FILE_PARTS: tuple[Callable[[Packing], Iterator[PackedFile]], ...] = (
    pack_table("client.xlsx", table_of_client),
    pack_table("contacts.xlsx", table_of_contacts),
    pack_table("rooms.xlsx", table_of_rooms),
    pack_table("devices.xlsx", table_of_register),
    pack_table("cables.xlsx", table_of_connections),
    pack_table("stock.xlsx", table_of_stock),
    pack_table("stages.xlsx", table_of_stages),
    sheets_of_client,
    documents_of_client,
    diagrams_of_client,
)
