"""The diagram of a known room, by its structure: boxes, ports, lines; not by pixels."""

import re
from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree

import pypdfium2

from fieldforms.store.models import Device, Room
from tests import cables
from tests.web.cabling.hands import SPACE, Drawing, known_room


def drawn(world, address: str, login: str = "chen") -> Drawing:
    return Drawing(world.browser(login).get(address).text)


def test_a_known_room_is_drawn_as_it_is_connected(world):
    known_room(world)
    found = drawn(world, f"/rooms/{world.office.room.id}/diagram")
    assert found.boxes.keys() == {"摄像机", "电脑", "矩阵", "大屏"}
    assert found.boxes["矩阵"].keys() == {"HDMI 输入 1", "HDMI 输入 2", "HDMI 输入 3", "HDMI 输出", "LAN"}
    assert found.lines.keys() == {"H-001", "H-002", "H-003", "E-001"}
    assert "video solid" in found.lines["H-001"] and "network" in found.lines["E-001"]
    assert found.legend == ["HDMI 高清", "网络", "空闲接口"]


def test_inputs_stand_left_outputs_right_and_free_ones_are_marked(world):
    known_room(world)
    matrix = drawn(world, f"/rooms/{world.office.room.id}/diagram").boxes["矩阵"]
    assert matrix["HDMI 输入 1"] == "port left" and matrix["HDMI 输出"] == "port right"
    assert matrix["HDMI 输入 3"] == "port left free"


def test_each_system_has_a_drawing_of_its_own_and_unused_ports_can_be_hidden(world):
    known_room(world)
    video = drawn(world, f"/rooms/{world.office.room.id}/diagram?system=video&free=0")
    assert video.lines.keys() == {"H-001", "H-002", "H-003"} and "LAN" not in video.boxes["矩阵"]
    assert "HDMI 输入 3" not in video.boxes["矩阵"] and "空闲接口" not in video.legend
    network = drawn(world, f"/rooms/{world.office.room.id}/diagram?system=network")
    assert network.boxes.keys() == {"矩阵", "电脑"} and network.lines.keys() == {"E-001"}


def test_sources_stand_left_of_what_they_feed(world):
    known_room(world)
    found = drawn(world, f"/rooms/{world.office.room.id}/diagram")
    places = {}
    for group in found.svg.iter(f"{SPACE}g"):
        if "data-box" in group.attrib:
            places[group.findall(f"{SPACE}title")[-1].text] = float(group.find(f"{SPACE}rect").get("x"))
    assert places["摄像机"] < places["矩阵"] < places["大屏"] and places["电脑"] < places["矩阵"]


def test_what_leaves_the_room_ends_in_a_frame_that_names_the_other(world):
    ports = known_room(world)
    hall = Room.create(client=world.office.client, name="一楼大厅")
    Device.update(room=hall).where(Device.name == "大屏").execute()
    found = drawn(world, f"/rooms/{world.office.room.id}/diagram")
    assert "→ 一楼大厅" in found.words and found.boxes["大屏"].keys() == {"HDMI 输入 1"}
    there = drawn(world, f"/rooms/{hall.id}/diagram")
    assert there.lines.keys() == {"H-003"}, "the same number on both sheets"
    assert ports


def test_a_devices_drawing_goes_on_through_wall_plates(world):
    plate, screen = cables.add_device(world.office, "墙插", "other"), cables.add_device(world.office, "大屏")
    ports = cables.wired(
        world, "sunmin", {world.office.device: "HDMI 输出", plate: "HDMI 直通", screen: "HDMI 输入"}
    )
    cables.connect(world, "chen", ports[world.office.device.name, "HDMI 输出"], ports["墙插", "HDMI 直通"])
    cables.connect(world, "chen", ports["大屏", "HDMI 输入"], ports["墙插", "HDMI 直通"])
    found = drawn(world, f"/devices/{world.office.device.id}/diagram")
    assert found.boxes.keys() == {world.office.device.name, "墙插", "大屏"} and len(found.lines) == 2
    assert found.boxes["墙插"]["HDMI 直通"] == "port through"


def test_a_tap_on_a_box_opens_its_page(world):
    known_room(world)
    page = world.browser("chen").get(f"/rooms/{world.office.room.id}/diagram").text
    assert {f"/devices/{device.id}" for device in Device.select().where(Device.name == "矩阵")} <= set(
        re.findall(r'<a href="(/devices/\d+)">', page)
    )


def test_nothing_is_styled_or_scripted_in_the_drawing_and_names_are_only_text(world):
    known_room(world)
    Device.update(name='<script>alert("x")</script>&"').where(Device.name == "大屏").execute()
    page = world.browser("chen").get(f"/rooms/{world.office.room.id}/diagram").text
    drawing = re.search(r"<svg .*</svg>", page, re.DOTALL).group(0)
    assert "<script" not in drawing and " style=" not in drawing and "<style" not in drawing
    ElementTree.fromstring(drawing)


def test_sixty_devices_with_chinese_names_and_120_cables_are_drawn_without_boxes_on_each_other(world):
    devices = [
        cables.add_device(
            world.office, f"第{n}号会议室数字媒体矩阵切换主机", ("camera", "matrix", "display")[n % 3]
        )
        for n in range(60)
    ]
    for n in range(120):
        start, end = devices[3 * (n % 20)], devices[3 * ((n * 7) % 20) + 1 + n // 20 % 2]
        cables.plug_in(
            cables.add_port(start, f"HDMI OUT {n}", "out"),
            cables.add_port(end, f"HDMI IN {n}"),
            f"H-{n + 1:03}",
        )
    found = drawn(world, f"/rooms/{world.office.room.id}/diagram")
    assert len(found.boxes) == 60 and len(found.lines) == 120
    boxes = [
        tuple(float(rect.get(name)) for name in ("x", "y", "width", "height"))
        for rect in found.svg.iter(f"{SPACE}rect")
        if rect.get("class") == "box"
    ]
    for at, (x, y, width, height) in enumerate(boxes):
        for other_x, other_y, other_width, other_height in boxes[at + 1 :]:
            apart = (
                x + width <= other_x
                or other_x + other_width <= x
                or y + height <= other_y
                or other_y + other_height <= y
            )
            assert apart


def test_it_is_a_file_too_that_stands_alone(world):
    known_room(world)
    chen, address = world.browser("chen"), f"/rooms/{world.office.room.id}/diagram"
    alone = chen.get(f"{address}.svg?system=video")
    assert alone.mimetype == "image/svg+xml" and "<style>" in alone.text and "@media" not in alone.text
    assert "系统连接图 · 视频" in Drawing(alone.text).words
    assert chen.get(f"{address}.pdf").data.startswith(b"%PDF")


def test_a_room_without_cables_says_so_and_has_no_file(world):
    chen, address = world.browser("chen"), f"/rooms/{world.office.room.id}/diagram"
    assert "还没有接线可画" in chen.get(address).text
    assert chen.get(f"{address}.svg").status_code == 404


def test_an_empty_diagram_leads_to_the_first_cable(world):
    office = world.office
    begin = f"/devices/{office.device.id}/connection"
    chen, manager = world.browser("chen"), world.browser("shen")
    for address in (f"/rooms/{office.room.id}/diagram", f"/devices/{office.device.id}/diagram"):
        assert f'href="{begin}"' in chen.get(address).text, address
        assert begin not in manager.get(address).text, "who may not wire is led nowhere"
    assert "/imports/new/cables" in world.browser("sunmin").get(f"/rooms/{office.room.id}/diagram").text
    assert chen.get(begin).status_code == 200
    bare = Room.create(client=office.client, name="空房间")
    assert f"/devices/new?client={office.client.id}" in chen.get(f"/rooms/{bare.id}/diagram").text


def test_a_room_that_is_too_full_says_to_look_at_one_system(world):
    for n in range(125):
        device = cables.add_device(world.office, f"话筒 {n}", "microphone")
        cables.plug_in(
            cables.add_port(device, "OUT", "out", "line"),
            cables.add_port(world.office.device, f"IN {n}", "in", "line"),
            f"A-{n + 1:03}",
        )
    chen, address = world.browser("chen"), f"/rooms/{world.office.room.id}/diagram"
    assert "画不下" in chen.get(address).text and chen.get(f"{address}.pdf").status_code == 422


def test_a_long_chain_is_printed_in_strips_that_can_be_read(world):
    """A line that is cut has its number on either side; every box is there once, its name no smaller than 6 pt."""
    devices = [cables.add_device(world.office, f"发言单元{n:02}号", "network") for n in range(60)]
    for n, (one, other) in enumerate(pairwise(devices)):
        cables.plug_in(
            cables.add_port(one, "OUT", "out", "ethernet"), cables.add_port(other, "IN", "in", "ethernet"), f"E-{n + 1:03}"
        )  # fmt: skip
    chen, address = world.browser("chen"), f"/rooms/{world.office.room.id}/diagram"
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(chen.get(f"{address}.pdf").data)]
    said = "".join(page.get_text_bounded() for page in pages)
    assert Counter(re.findall(r"发言单元\d\d号", said)) == {device.name: 1 for device in devices}
    numbers = Counter(re.findall(r"E-\d{3}", said))
    cut = [number for number, times in numbers.items() if times > 2]
    assert len(numbers) == 59 and 0 < len(cut) < 10 and "在下一行" in said
    left, bottom, right, top = pages[0].get_charbox(pages[0].get_text_range().index("言"))
    assert top - bottom > 5 and right - left > 5  # of a sign of 6 pt


def test_what_the_edge_of_a_page_cuts_is_whole_on_the_next(world):
    """Every name once at least, each number at both ends."""
    matrix = cables.add_device(world.office, "矩阵", "matrix")
    screens = [cables.add_device(world.office, f"{n:02}号拼接屏", "display") for n in range(60)]
    for n, screen in enumerate(screens):
        plug = cables.add_port(matrix, f"OUT {n}", "out"), cables.add_port(screen, "HDMI", "in")
        cables.plug_in(*plug, f"H-{n + 1:03}")
    address = f"/rooms/{world.office.room.id}/diagram.pdf"
    pages = list(pypdfium2.PdfDocument(world.browser("chen").get(address).data))
    assert len(pages) > 1
    whole = Counter(words for page in pages for words in words_inside(page, r"\d\d号拼接屏|H-\d{3}"))
    assert all(whole[screen.name] for screen in screens)
    assert all(whole[f"H-{n + 1:03}"] >= 2 for n in range(60))


def words_inside(page, pattern: str):
    """Those that stand wholly inside the margins, where nothing is cut off."""
    text, margin, top = page.get_textpage(), 10 / 25.4 * 72, page.get_height()
    signs = [(sign, at) for at, sign in enumerate(text.get_text_range()) if not sign.isspace()]
    for found in re.finditer(pattern, "".join(sign for sign, _at in signs)):
        boxes = [text.get_charbox(at) for _sign, at in signs[slice(*found.span())]]
        if min(box[1] for box in boxes) >= margin and max(box[3] for box in boxes) <= top - margin:
            yield found.group()
