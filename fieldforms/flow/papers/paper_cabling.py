"""The cabling of a client on paper: which ports are free, and a drawing of each room. Of confidential rooms neither."""

from collections.abc import Iterator
from itertools import groupby

from fieldforms.errors import N_, DiagramTooLarge
from fieldforms.flow.cabling.diagrams import DrawnSheet, diagram_of_sheet, name_of_sheet
from fieldforms.flow.cabling.wiring import Wiring, wiring_within
from fieldforms.flow.papers.paper_facts import PaperFacts
from fieldforms.paper.booklet import BookletBlock, BookletDrawing, BookletTable, BookletText
from fieldforms.paper.diagram_layout import lay_out
from fieldforms.paper.diagram_pdf import print_diagram
from fieldforms.paper.month import ReportColumn, ReportTable
from fieldforms.store.models import Device, Room

FREE_PORT_COLUMNS = ((N_("设备"), 7), (N_("空闲接口"), 12), (N_("个数"), 2))

NOTHING_TO_DRAW = N_("各场所的接线还没有登记，暂无系统连接图。")
TOO_LARGE_TO_DRAW = N_("%(room)s的系统连接图太大，请按系统（音频、视频、中控、网络、电源）分别打印。")


def tables_of_free_ports(facts: PaperFacts) -> Iterator[BookletBlock]:
    """One of each room; one line where nothing is free."""
    names: dict[int, list[str]] = {}
    for port in sorted(facts.client_wiring.ports.values(), key=lambda port: (port.place, port.id)):
        if facts.client_wiring.has_free(port):
            names.setdefault(port.device_id, []).append(port.name)
    free = [device for device in facts.devices if device.id in names]
    for room_id, found in groupby(free, key=lambda each: each.room_id):
        rows = [(each.name, names[each.id]) for each in found]
        yield table_of_free_ones(facts, facts.name_of_room(room_id), rows)
    if not free:
        yield BookletText(facts.say(N_("没有登记空闲接口。")))


def table_of_free_ones(facts: PaperFacts, room: str, found: list[tuple[str, list[str]]]) -> BookletTable:
    """`found`: (device, names of its free ports)."""
    rows = tuple((device, facts.join_words(names), str(len(names))) for device, names in found)
    free = sum(len(names) for _device, names in found)
    title = facts.say(N_("%(room)s，空闲接口 %(n)s 个"), room=room, n=free)
    columns = tuple(ReportColumn(facts.say(label), width) for label, width in FREE_PORT_COLUMNS)
    return BookletTable(ReportTable(title, columns, rows))


def drawings_of_rooms(facts: PaperFacts) -> Iterator[BookletBlock]:
    """What stands in no drawing is said before them: each has pages of its own."""
    drawn = list(drawings_of_open_rooms(facts))
    if any(room.confidential for room in facts.rooms):
        yield BookletText(facts.say(N_("涉密场所的接线和系统连接图另行保管，不在本文中。")))
    if not drawn:
        yield BookletText(facts.say(NOTHING_TO_DRAW))
    elif n := sum(isinstance(each, BookletDrawing) for each in drawn):
        yield BookletText(facts.say(N_("系统连接图共 %(n)s 幅，每个场所一幅，见后面各页。"), n=n))
    yield from drawn


def drawings_of_open_rooms(facts: PaperFacts) -> Iterator[BookletBlock]:
    for room in facts.rooms:
        there = tuple(device for device in facts.devices if device.room_id == room.id)
        within = wiring_within(facts.client_wiring, there)
        if within.cables and not room.confidential:
            room.client = facts.client
            yield drawing_of_room(facts, room, there, within)


def no_address(_device: Device) -> str:
    """Nobody taps a box on paper."""
    return ""


def drawing_of_room(facts: PaperFacts, room: Room, there: tuple[Device, ...], within: Wiring) -> BookletBlock:
    diagram = diagram_of_sheet(DrawnSheet(room, there, within), "", False, facts.lang, no_address)
    title = f"{name_of_sheet('', facts.lang)} · {room.name}"
    try:
        drawings = print_diagram(diagram, lay_out(diagram), title)
    except DiagramTooLarge:
        return BookletText(facts.say(TOO_LARGE_TO_DRAW, room=room.name))
    return BookletDrawing(title, drawings)
