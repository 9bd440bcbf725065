"""Which matrix has a free HDMI input? And the cable schedule."""

import csv
import io
from io import BytesIO

import openpyxl

from fieldforms.store.models import Room
from tests import cables
from tests.web.cabling.hands import Drawing, found_ports


def test_until_something_is_asked_nothing_is_listed(world):
    cables.add_port(world.office.device, "HDMI IN 1")
    assert world.office.device.name not in found_ports(world)


def test_a_free_input_is_no_free_output(world):
    """A word match found the box whose spare was an output."""
    cables.add_port(world.office.device, "HDMI OUT 1", "out", stated="free")
    assert world.office.device.name not in found_ports(world, signal="hdmi", direction="in", free="1")
    assert world.office.device.name in found_ports(world, signal="hdmi", direction="out", free="1")


def test_cables_count_before_what_the_survey_said(world):
    matrix, screen = cables.add_device(world.office, "矩阵", "matrix"), cables.add_device(world.office, "屏")
    inputs = [cables.add_port(matrix, f"HDMI IN {n}", stated="free") for n in (1, 2)]
    assert "勘察说空闲 2 个，共 2 个" in found_ports(
        world, signal="hdmi", direction="in", category="matrix", free="1"
    )
    outputs = [cables.add_port(screen, f"HDMI OUT {n}", "out") for n in (1, 2)]
    cables.plug_in(outputs[0], inputs[0], "H-001")
    assert "空闲 1 个，共 2 个" in found_ports(
        world, signal="hdmi", direction="in", category="matrix", free="1"
    )
    cables.plug_in(outputs[1], inputs[1], "H-002", removed_at=1)
    assert "空闲 1 个，共 2 个" in found_ports(
        world, signal="hdmi", direction="in", category="matrix", free="1"
    )
    cables.plug_in(outputs[1], inputs[1], "H-003")
    assert "矩阵" not in found_ports(world, signal="hdmi", direction="in", free="1")
    assert "空闲 0 个，共 2 个" in found_ports(world, signal="hdmi", direction="in")


def test_where_nobody_wrote_down_what_is_used_it_says_so(world):
    cables.add_port(world.office.device, "HDMI IN 1")
    assert "共 1 个，占用没有登记" in found_ports(world, signal="hdmi", free="1")


def test_what_the_survey_calls_used_is_not_free(world):
    cables.add_port(world.office.device, "HDMI IN 1", stated="used")
    assert world.office.device.name not in found_ports(world, signal="hdmi", free="1")


def test_what_goes_both_ways_is_an_input_and_a_wall_plate_has_two_sides(world):
    cables.add_port(world.office.device, "LAN", "both", "ethernet")
    assert world.office.device.name in found_ports(world, signal="ethernet", direction="in", free="1")
    assert world.office.device.name not in found_ports(world, signal="ethernet", direction="through")
    plate, screen = cables.add_device(world.office, "墙插", "other"), cables.add_device(world.office, "屏")
    middle = cables.add_port(plate, "HDMI", "through")
    cables.plug_in(middle, cables.add_port(screen, "HDMI 1"), "H-001")
    assert "没有这样的设备" in found_ports(world, signal="hdmi", direction="through", free="1")
    assert "空闲 0 个，共 1 个" in found_ports(world, signal="hdmi", direction="through")
    cables.plug_in(cables.add_port(world.office.device, "HDMI OUT", "out"), middle, "H-002")
    assert "没有这样的设备" in found_ports(world, signal="hdmi", direction="through", free="1")


def test_a_technician_finds_the_own_clients_ports_only(world):
    for place in (world.office, world.university):
        cables.add_port(place.device, "HDMI IN 1")
    page = found_ports(world, "chen", signal="hdmi")
    assert world.office.device.name in page and world.university.device.name not in page
    assert world.browser("chen").get(f"/devices/ports?room={world.university.room.id}").status_code == 404


def test_a_room_is_one_of_the_questions(world):
    other = Room.create(client=world.office.client, name="别的房间")
    cables.add_port(cables.add_device(world.office, "别处的矩阵", "matrix", room=other), "HDMI IN 1")
    cables.add_port(world.office.device, "HDMI IN 1")
    page = found_ports(world, signal="hdmi", room=other.id)
    assert "别处的矩阵" in page and world.office.device.name not in page


def test_a_second_page_goes_on_where_the_first_ends(world):
    for n in range(51):
        cables.add_port(cables.add_device(world.office, f"矩阵 {n:02}", "matrix"), "HDMI IN 1")
    first = found_ports(world, signal="hdmi")
    assert "矩阵 49" in first and "矩阵 50" not in first
    after = first.split("after=")[1].split('"')[0].split("&")[0]
    second = found_ports(world, signal="hdmi", after=after)
    assert "矩阵 50" in second and "矩阵 49" not in second


def test_the_cable_schedule_is_a_spreadsheet(world):
    cable = cables.connected(world.office)
    type(cable).update(length=1250, kind="=HDMI").where(type(cable).id == cable.id).execute()
    sun, address = world.browser("sunmin", confirmed=True), f"/clients/{world.office.client.id}/cables"
    assert "H-001" in sun.get(address).text
    [_head, row] = openpyxl.load_workbook(BytesIO(sun.get(f"{address}.xlsx").data)).active.iter_rows(
        values_only=True
    )
    assert row[0] == "H-001" and row[2:4] == (world.office.device.name, "HDMI OUT 1") and row[9] == 12.5
    [_head, line] = csv.reader(io.StringIO(sun.get(f"{address}.csv").data.decode("utf-8-sig")))
    assert line[8] == "'=HDMI"


def test_removed_cables_are_listed_when_they_are_asked_for(world):
    cable = cables.connected(world.office)
    type(cable).update(removed_at=1).where(type(cable).id == cable.id).execute()
    sun, address = world.browser("sunmin", confirmed=True), f"/clients/{world.office.client.id}/cables"
    assert "H-001" not in sun.get(address).text
    assert "已拆" in sun.get(f"{address}?removed=1").text
    assert "H-001" in sun.get(f"{address}.csv?removed=1").data.decode()


def test_free_is_one_thing_in_the_query_the_diagram_the_panel_and_the_offer(world):
    """A plate with a cable on one side, one with a planned cable, a port said to be used, and one of which nothing is known."""
    office = world.office
    plate, screen, lonely = (cables.add_device(office, name) for name in ("墙插", "屏", "孤机"))
    half, planned, open_one = (cables.add_port(plate, f"HDMI {n}", "through") for n in (1, 2, 3))
    cables.add_port(plate, "HDMI 4", "through", stated="used")
    cables.add_port(lonely, "HDMI 9")
    ends = [cables.add_port(screen, f"HDMI IN {n}") for n in (1, 2)]
    cables.plug_in(half, ends[0], "H-001")
    cables.plug_in(planned, ends[1], "H-002", status="planned")
    assert "空闲 1 个，共 4 个" in found_ports(world, signal="hdmi", direction="through", free="1")
    drawn = Drawing(world.browser("chen").get(f"/rooms/{office.room.id}/diagram?system=video").text)
    free = {name for name, look in drawn.boxes["墙插"].items() if "free" in look}
    assert free == {open_one.name} and "孤机" not in drawn.boxes
    chen = world.browser("chen")
    assert "空闲：HDMI 高清 直通 ×1" in chen.get(f"/devices/{plate.id}/ports").text
    drawn = Drawing(chen.get(f"/devices/{lonely.id}/diagram?system=video").text)
    assert drawn.boxes["孤机"]["HDMI 9"] == "port left", "nobody knows whether it is free"
    assert "占用没有登记" in found_ports(world, signal="hdmi", direction="in", free="1")
