"""A client's cables as a spreadsheet, on the company's paper, and as labels for both their ends. Each says so in the audit."""

from collections.abc import Iterable, Iterator

from fieldforms import config, i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.cabling.port_input import REMOVED, STATUSES, length_in_metres
from fieldforms.flow.cabling.ports import device_with_ports
from fieldforms.flow.cabling.signals import signal_in_words
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.technical_words import note_readings
from fieldforms.flow.reporting.spreadsheets import begin_spreadsheet, table_columns, translate_label
from fieldforms.paper.booklet import Booklet, BookletTable, render_booklet
from fieldforms.paper.labels import CableLabel, cable_labels_as_pdf
from fieldforms.paper.month import ReportColumn, ReportTable
from fieldforms.paper.table import Cell, Table
from fieldforms.store import audit, clock
from fieldforms.store.cabling import connections
from fieldforms.store.database import transaction
from fieldforms.store.models import Client, Connection, Device, Port

CABLE_PAGE = 500
CABLE_COLUMNS = (
    (N_("线号"), 12), (N_("起点房间"), 18), (N_("起点设备"), 26), (N_("起点接口"), 16), (N_("终点房间"), 18), (N_("终点设备"), 26),
    (N_("终点接口"), 16), (N_("信号"), 14), (N_("线型"), 18), (N_("长度（米）"), 10), (N_("颜色"), 8), (N_("状态"), 8), (N_("哪天接的"), 12),
    (N_("哪天测试的"), 12), (N_("备注"), 30),
)  # fmt: skip


def begin_list_of_cables(
    actor: Actor, client: Client, removed: bool, kind: str, lang: str
) -> Iterator[bytes]:
    """ "xlsx" or "csv", by number, piece by piece. `removed`: those that are gone, too."""
    rows = connections.count_of_client(actor.viewer, client.id, removed=removed)
    table = table_of_cables(actor, client, removed, lang)
    return begin_spreadsheet(actor, "cables.export", kind, table, rows, client.id)


def table_of_cables(actor: Actor, client: Client, removed: bool, lang: str) -> Table:
    """Its rows are read as they are written: what is seen so of a confidential room is written down."""
    rows = (row_of_cable(row, lang) for row in cables_of_client(actor, client, removed))
    return Table(translate_label(N_("线缆表"), lang), table_columns(CABLE_COLUMNS, lang), rows)


CABLE_PAPER_COLUMNS = (
    (N_("线号"), 9), (N_("起点"), 24), (N_("终点"), 24), (N_("信号"), 9), (N_("线缆"), 13), (N_("状态"), 12), (N_("测试日期"), 12),
    (N_("备注"), 10),
)  # fmt: skip


def cables_as_pdf(actor: Actor, client: Client, removed: bool, lang: str) -> bytes:
    """The same on the company's paper, to be taken behind the rack: where each cable goes, and where it comes from."""
    rows = tuple(printed_row_of_cable(row, lang) for row in cables_of_client(actor, client, removed))
    columns = tuple(ReportColumn(translate_label(label, lang), width) for label, width in CABLE_PAPER_COLUMNS)
    said = i18n.sentence(N_("共 %(n)s 根"), lang, n=len(rows))
    booklet = Booklet(
        lang=lang,
        company=config.current.company_name(lang),
        title=translate_label(N_("线缆表"), lang),
        about=client.name,
        blocks=(BookletTable(ReportTable("", columns, rows)),),
        footer=f"{said} · {i18n.format_date(local_time.today(), lang)}",
    )
    body = render_booklet(booklet, timestamp_ms=clock.now())
    with transaction():
        audit.record_action(actor.user_id, "cables.export", str(client.id), kind="pdf", rows=len(rows))
    return body


def printed_row_of_cable(row: Connection, lang: str) -> tuple[str, ...]:
    """The removed ones say so in a word: no colour does, it is printed in black and white."""
    ends = (end_in_words(port) for port in (row.source, row.target))
    made = (row.kind, f"{length_in_metres(row.length)} m" if row.length else "", row.colour)
    signal = signal_in_words(row.source.signal or row.target.signal, lang)
    status = translate_label(REMOVED if row.removed_at else STATUSES.get(row.status, row.status), lang)
    since = "\n".join(filter(None, (status, row.since)))
    made_of = i18n.join_words(filter(None, made), lang)
    return (row.number, *ends, signal, made_of, since, row.tested_on, row.note)


def end_in_words(port: Port) -> str:
    """On two lines, as it is looked for: the room, then the device and its port."""
    room = port.device.room.name if port.device.room_id else ""
    return "\n".join(filter(None, (room, f"{port.device.name} {port.name}")))


def labels_of_cables(actor: Actor, cables: Iterable[Connection], layout: str, lang: str) -> bytes:
    """Two for each cable, one for either end, as PDF. `layout`: of labels.CABLE_LAYOUTS."""
    cables = list(cables)
    made = [label for cable in cables for label in labels_of_ends(cable)]
    ref = str(cables[0].source.device.client_id) if cables else ""  # both ends of all are one client's
    body = cable_labels_as_pdf(made, layout, lang)
    with transaction():
        audit.record_action(actor.user_id, "cables.export", ref, kind="labels", rows=len(made) // 2)
    return body


def labels_of_ends(cable: Connection) -> tuple[CableLabel, CableLabel]:
    ends = (cable.source, cable.target), (cable.target, cable.source)
    one, other = (
        CableLabel(cable.number, near.device.name, near.name, name_at_far_end(near, far), far.name)
        for near, far in ends
    )
    return one, other


def name_at_far_end(near: Port, far: Port) -> str:
    """The device, with its room where that is another."""
    device = far.device
    elsewhere = device.room_id and device.room_id != near.device.room_id
    return f"{device.room.name} · {device.name}" if elsewhere else device.name


def cables_at_device(actor: Actor, device_id: int) -> list[Connection]:
    """Of which the actor may see both ends. Raises NotFound, ConfidentialCabling."""
    device = device_with_ports(actor, device_id)
    found = connections.connections_of_device(actor.viewer, device.id)
    note_readings(actor, devices_of_cables(found), {device.room_id})
    return found


def devices_of_cables(cables: Iterable[Connection]) -> list[Device]:
    return [port.device for cable in cables for port in (cable.source, cable.target)]


def cables_of_client(actor: Actor, client: Client, removed: bool = False) -> Iterator[Connection]:
    """All that the actor may see, page by page."""
    after, noted = "", set[int]()
    while page := page_of_cables(actor, client, after, CABLE_PAGE, removed, noted):
        yield from page
        after = page[-1].number


def page_of_cables(
    actor: Actor, client: Client, after: str, most: int, removed: bool, noted: set[int] | None = None
) -> list[Connection]:
    """By number, from the one behind `after`. What is seen of a confidential room is written down; `noted`: rooms of which it
    was, and is now."""
    found = connections.connections_of_client(actor.viewer, client.id, after, most, removed=removed)
    noted = set() if noted is None else noted
    noted |= note_readings(actor, devices_of_cables(found), noted)
    return found


def row_of_cable(row: Connection, lang: str) -> list[Cell]:
    ends: list[Cell] = []
    for port in (row.source, row.target):
        ends += [port.device.room.name if port.device.room_id else "", port.device.name, port.name]
    status = REMOVED if row.removed_at else STATUSES.get(row.status, row.status)
    signal = signal_in_words(row.source.signal or row.target.signal, lang)
    return [
        row.number, *ends, signal, row.kind, length_in_metres(row.length), row.colour, translate_label(status, lang), row.since,
        row.tested_on, row.note,
    ]  # fmt: skip
