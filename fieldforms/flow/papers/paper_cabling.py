"""The cabling of a client on paper: which ports are free, and a drawing of each room. Of confidential rooms neither."""

from collections.abc import Iterator

from fieldforms import i18n
from fieldforms.errors import DiagramTooLarge
from fieldforms.flow.cabling.diagrams import DrawnSheet, diagram_of_sheet, name_of_sheet
from fieldforms.flow.cabling.wiring import Wiring, wiring_within
from fieldforms.flow.papers.paper_facts import PAPER_LANGUAGE, PaperFacts
from fieldforms.paper.booklet import BookletBlock, BookletDrawing, BookletTable, BookletText
from fieldforms.paper.diagram_layout import lay_out
from fieldforms.paper.diagram_pdf import size_of_drawing
from fieldforms.paper.diagrams import draw_diagram, svg_file
from fieldforms.paper.month import ReportColumn, ReportTable
from fieldforms.store.models import Device, Room

FREE_FOR_SURE = ("free", "stated")  # of cabling.wiring.PORT_STATES: recorded as free, or said to be
FREE_PORT_COLUMNS = (("场所", 5), ("设备", 6), ("空闲接口", 10), ("个数", 2))


def table_of_free_ports(facts: PaperFacts) -> Iterator[BookletBlock]:
    wiring = facts.client_wiring
    names: dict[int, list[str]] = {}
    for port in sorted(wiring.ports.values(), key=lambda port: (port.place, port.id)):
        if port.removed_at is None and wiring.state_of_port(port) in FREE_FOR_SURE:
            names.setdefault(port.device_id, []).append(port.name)
    rows = tuple(
        row_of_device(facts, device, names[device.id]) for device in facts.devices if device.id in names
    )
    columns = tuple(ReportColumn(label, width) for label, width in FREE_PORT_COLUMNS)
    yield BookletTable(ReportTable(f"空闲接口（{sum(map(len, names.values()))} 个）", columns, rows))


def row_of_device(facts: PaperFacts, device: Device, free: list[str]) -> tuple[str, ...]:
    return facts.name_of_room(device.room_id), device.name, "、".join(free), str(len(free))


def drawings_of_rooms(facts: PaperFacts) -> Iterator[BookletBlock]:
    drawn = 0
    for room in facts.rooms:
        there = tuple(device for device in facts.devices if device.room_id == room.id)
        within = wiring_within(facts.client_wiring, there)
        if room.confidential or not within.cables:
            continue
        room.client, drawn = facts.client, drawn + 1
        yield drawing_of_room(room, there, within)
    if not drawn:
        yield BookletText("各场所的接线还没有登记，暂无系统连接图。")
    if any(room.confidential for room in facts.rooms):
        yield BookletText("涉密场所的接线和系统连接图另行保管，不在本文中。")


def no_address(_device: Device) -> str:
    """Nobody taps a box on paper."""
    return ""


def drawing_of_room(room: Room, there: tuple[Device, ...], within: Wiring) -> BookletBlock:
    diagram = diagram_of_sheet(DrawnSheet(room, there, within), "", False, PAPER_LANGUAGE, no_address)
    title = f"{i18n.gettext(name_of_sheet('', PAPER_LANGUAGE), PAPER_LANGUAGE)} · {room.name}"
    try:
        svg = svg_file(draw_diagram(diagram, lay_out(diagram), title))
    except DiagramTooLarge:
        return BookletText(f"{room.name}的系统连接图太大，请按系统（音频、视频、中控、网络、电源）分别打印。")
    across, down = size_of_drawing(svg)
    return BookletDrawing(title, svg, across > down)
