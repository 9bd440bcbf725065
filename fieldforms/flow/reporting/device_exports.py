"""The register of devices as a spreadsheet: what the list shows, in columns that importing reads back without a change."""

from collections.abc import Iterator, Mapping

from fieldforms.errors import N_
from fieldforms.flow.cabling.ports import texts_of_recorded_ports
from fieldforms.flow.importing.device_columns import DEVICE_LIST_COLUMNS
from fieldforms.flow.importing.import_kinds import header_of_column
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import technical_words
from fieldforms.flow.register.device_lists import ids_of_devices
from fieldforms.flow.reporting.spreadsheets import begin_spreadsheet, translate_label
from fieldforms.paper.table import Cell, Table, TableColumn
from fieldforms.store.database import reading_once
from fieldforms.store.models import Device
from fieldforms.store.register import devices
from fieldforms.store.register.device_lists import DeviceFilters

MOST_DEVICES_EXPORTED = 1_000_000
DEVICES_AT_ONCE = 500
NOT_KEPT = frozenset("site building qty unit warranty".split())  # what lists say, and no device does
EXPORTED = (
    "id",
    "label",
    *(column.name for column in DEVICE_LIST_COLUMNS if column.name not in ("id", "label", *NOT_KEPT)),
)
KINDS_EXPORTED = {column.name: column.kind for column in DEVICE_LIST_COLUMNS}


def begin_list_of_devices(actor: Actor, filters: DeviceFilters, kind: str, lang: str) -> Iterator[bytes]:
    """The list of devices as "xlsx" or "csv", piece by piece, each as soon as its rows are read."""
    ids = ids_of_devices(actor.viewer, filters, MOST_DEVICES_EXPORTED)
    columns = [TableColumn(header_of_column("devices", name, lang)) for name in EXPORTED]
    table = Table(translate_label(N_("设备"), lang), columns, rows_of_devices(actor, ids, lang))
    return begin_spreadsheet(actor, "devices.export", kind, table, len(ids), filters.client)


def rows_of_devices(actor: Actor, ids: list[int], lang: str) -> Iterator[list[Cell]]:
    """What is no longer in sight when its turn comes is left out, and so is what is technical of confidential rooms, unless it is
    cleared: then the reading is written down."""
    noted: set[int | None] = set()
    for begin in range(0, len(ids), DEVICES_AT_ONCE):
        with reading_once():
            found = devices.in_this_order(actor.viewer, ids[begin : begin + DEVICES_AT_ONCE])
            codes, ports = devices.codes_of(found), texts_of_recorded_ports(actor.viewer, found)
            rows = [
                [
                    cell_of_device(device, name, codes.get(device.id, ""), lang, ports)
                    if technical_words.is_open_to(actor.viewer, device, name)
                    else ""
                    for name in EXPORTED
                ]
                for device in found
            ]
        if actor.viewer.confidential:
            noted |= technical_words.note_readings(actor, found, noted)
        yield from rows


def cell_of_device(device: Device, name: str, code: str, lang: str, ports: Mapping[int, str]) -> Cell:
    """`ports`: device id → its recorded ports as text, which says more than what was once typed."""
    beside: dict[str, Cell] = {
        "id": str(device.id),
        "label": code,
        "client": device.client.name,
        "room": device.room.name if device.room_id else "",
        "floor": device.room.floor if device.room_id else "",
    }
    if name == "interfaces" and device.id in ports:
        return ports[device.id]
    if name in beside:
        return beside[name]
    kind = KINDS_EXPORTED[name]
    return kind.text_in_words(kind.text(getattr(device, name)), lang)
