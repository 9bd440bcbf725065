"""Connecting, four taps a cable; numbers; what leads where."""

import itertools
import re

from fieldforms.flow.register.device_events import replace_device
from fieldforms.store.models import Code, Connection, Port
from tests import cables
from tests.people import csrf, post_opened


class Walk:
    """Somebody who taps from page to page."""

    def __init__(self, browser, start: str):
        self.browser, self.page, self.taps = browser, browser.get(start).text, 0

    def tap(self, words: str) -> None:
        """The link that says this."""
        found = next(
            link
            for link in re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', self.page, re.DOTALL)
            if words in link[1]
        )
        self.page, self.taps = self.browser.get(found[0].replace("&amp;", "&")).text, self.taps + 1

    def press(self, words: str):
        """The button of the form that says this."""
        forms = re.findall(r'<form[^>]*method="post".*?</form>', self.page, re.DOTALL)
        form = next(form for form in forms if 'name="target"' in form)
        action = re.search(r'action="([^"]+)"', form).group(1)
        buttons = re.findall(
            r'<button type="submit" name="target" value="(\d+)">(.*?)</button>', form, re.DOTALL
        )
        body = {
            name: value
            for name, value in re.findall(r'<input [^>]*name="(\w+)" [^>]*?value="([^"]*)"', form)
            if name != "status"
        }
        body |= {
            "status": "installed",
            "target": next(value for value, text in buttons if words in text),
            "csrf_token": csrf(self.page),
        }
        self.taps += 1
        return self.browser.post(action, data=body)


def two_devices(world, **texts):
    screen = cables.add_device(world.office, "会议室显示屏")
    ports = cables.wired(
        world,
        "sunmin",
        {
            world.office.device: texts.get("here", "HDMI 输出 ×2"),
            screen: texts.get("there", "HDMI 输入 ×2，VGA 输入"),
        },
    )
    return screen, ports


def test_a_cable_takes_four_taps_from_the_device(world):
    _screen, _ports = two_devices(world)
    walk = Walk(world.browser("chen"), f"/devices/{world.office.device.id}")
    walk.tap("接线")
    walk.tap("HDMI 输出 2")
    walk.tap("会议室显示屏")
    answer = walk.press("HDMI 输入 1")
    assert walk.taps == 4 and answer.status_code == 303
    cable = Connection.get()
    assert (cable.source.name, cable.target.name, cable.number) == ("HDMI 输出 2", "HDMI 输入 1", "H-001")
    assert cable.created_by.login == "chen" and cable.client == world.office.client
    page = world.browser("chen").get(f"/devices/{world.office.device.id}/ports").text
    assert "H-001" in page and "会议室显示屏" in page


def test_the_other_device_is_found_by_its_label(world):
    _screen, ports = two_devices(world)
    code = world.office.code.code
    start = ports["会议室显示屏", "HDMI 输入 1"].id
    page = (
        world.browser("chen")
        .get(f"/ports/{start}/connection", query_string={"code": f"HTTPS://FF.EXAMPLE.CN/D/{code}"})
        .text
    )
    assert "HDMI 输出 1" in page and "接到它的哪个接口" in page
    assert (
        "没有找到"
        in world.browser("chen").get(f"/ports/{start}/connection?code={world.university.code.code}").text
    )


def test_it_runs_from_output_to_input_whichever_end_was_first(world):
    _screen, ports = two_devices(world)
    cable = cables.connect(
        world, "chen", ports["会议室显示屏", "HDMI 输入 1"], ports[world.office.device.name, "HDMI 输出 1"]
    )
    assert (cable.source.name, cable.target.name) == ("HDMI 输出 1", "HDMI 输入 1")


def test_numbers_follow_each_other_by_system_and_client_and_are_never_given_again(world):
    _screen, ports = two_devices(world, here="HDMI 输出 ×3，LAN", there="HDMI 输入 ×3，LAN")

    def end(n):
        return ports[world.office.device.name, f"HDMI 输出 {n}"], ports["会议室显示屏", f"HDMI 输入 {n}"]

    assert cables.connect(world, "chen", *end(1)).number == "H-001"
    second = cables.connect(world, "chen", *end(2))
    post_yes(world.browser("chen"), f"/connections/{second.id}/removal")
    assert (
        Connection.get_by_id(second.id).removed_at
        and Connection.get_by_id(second.id).removed_by.login == "chen"
    )
    assert cables.connect(world, "chen", *end(2)).number == "H-003"
    lan = ports[world.office.device.name, "LAN"], ports["会议室显示屏", "LAN"]
    assert cables.connect(world, "chen", *lan).number == "E-001"
    theirs = cables.add_device(world.university, "大屏")
    pair = cables.add_port(world.university.device, "OUT", "out"), cables.add_port(theirs, "IN")
    assert cables.connect(world, "zhou", *pair).number == "H-001", "each client has numbers of its own"


def post_yes(browser, form: str, **typed):
    return browser.post(form, data={"csrf_token": csrf(browser.get(form).text)} | typed)


def test_a_number_that_was_used_is_refused_and_nothing_is_lost(world):
    screen, ports = two_devices(world)
    here, there = world.office.device.name, "会议室显示屏"
    cables.connect(world, "chen", ports[here, "HDMI 输出 1"], ports[there, "HDMI 输入 1"], number="H-014")
    chen, start = world.browser("chen"), ports[here, "HDMI 输出 2"].id
    form = f"/ports/{start}/connection?device={screen.id}"
    assert 'value="H-015"' in chen.get(form).text
    typed = {
        "device": screen.id,
        "target": ports[there, "HDMI 输入 2"].id,
        "number": "H-014",
        "proposed": "H-015",
        "status": "installed",
        "kind": "光纤线",
        "length": "1.5",
    }
    refused = chen.post(f"/ports/{start}/connection", data={"csrf_token": csrf(chen.get(form).text)} | typed)
    assert refused.status_code == 422 and "H-014 已经用过" in refused.text and "光纤线" in refused.text
    assert Connection.select().count() == 1


def test_the_number_that_was_proposed_to_two_people_goes_to_the_first(world):
    _screen, ports = two_devices(world)
    here, there = world.office.device.name, "会议室显示屏"
    pairs = [(ports[here, f"HDMI 输出 {n}"], ports[there, f"HDMI 输入 {n}"]) for n in (1, 2)]
    made = [
        cables.connect(world, login, *pair, number="-")
        for login, pair in zip(("chen", "sunmin"), pairs, strict=True)
    ]
    assert [cable.number for cable in made] == ["H-001", "H-002"]


def test_sent_twice_it_is_one_cable(world):
    _screen, ports = two_devices(world)
    pair = ports[world.office.device.name, "HDMI 输出 1"], ports["会议室显示屏", "HDMI 输入 1"]
    assert cables.connect(world, "chen", *pair) == cables.connect(world, "chen", *pair)
    assert Connection.select().count() == 1


def test_ends_that_do_not_fit_are_warned_of_and_connected_all_the_same(world):
    screen, ports = two_devices(world)
    chen, start = world.browser("chen"), ports[world.office.device.name, "HDMI 输出 1"].id
    page = chen.get(f"/ports/{start}/connection?device={screen.id}").text
    assert "信号不一样：HDMI 高清 和 VGA" in page
    assert page.index("HDMI 输入 2") < page.index("VGA 输入"), "what fits stands first"
    typed = {
        "csrf_token": csrf(page),
        "device": screen.id,
        "target": ports["会议室显示屏", "VGA 输入"].id,
        "number": "H-001",
        "status": "installed",
    }
    answer = chen.post(f"/ports/{start}/connection", data=typed, follow_redirects=True)
    assert "信号不一样" in answer.text and Connection.get().target.name == "VGA 输入"


def test_two_clients_are_not_connected_nor_a_port_with_itself(world):
    mine, theirs = (
        cables.add_port(world.office.device, "OUT", "out"),
        cables.add_port(world.university.device, "IN"),
    )
    sun = world.browser("sunmin")
    token = csrf(sun.get(f"/devices/{world.office.device.id}/ports").text)
    for other, device, said in (
        (theirs, world.university.device, "不是同一个客户"),
        (mine, world.office.device, "不能是同一个接口"),
    ):
        typed = {
            "csrf_token": token,
            "device": device.id,
            "target": other.id,
            "number": "H-001",
            "status": "installed",
        }
        refused = sun.post(f"/ports/{mine.id}/connection", data=typed)
        assert refused.status_code == 422 and said in refused.text
    typed = {
        "csrf_token": csrf(world.browser("chen").get("/account").text),
        "device": world.office.device.id,
        "target": theirs.id,
        "number": "H-1",
        "status": "installed",
    }
    chen = world.browser("chen")
    typed["csrf_token"] = csrf(chen.get("/account").text)
    assert chen.post(f"/ports/{mine.id}/connection", data=typed).status_code == 404
    assert not Connection.select().count()


def test_a_port_that_nobody_wrote_down_comes_into_being_by_its_name(world):
    screen = cables.add_device(world.office, "老电视")
    start = cables.add_port(world.office.device, "HDMI OUT 1", "out")
    chen, form = world.browser("chen"), f"/ports/{start.id}/connection?device={screen.id}"
    typed = {"device": screen.id, "number": "H-001", "proposed": "H-001", "status": "installed"}
    empty = chen.post(
        f"/ports/{start.id}/connection", data=typed | {"csrf_token": csrf(chen.get(form).text), "name": " "}
    )
    assert empty.status_code == 422 and not Connection.select().count()
    chen.post(
        f"/ports/{start.id}/connection",
        data=typed | {"csrf_token": csrf(chen.get(form).text), "name": "HDMI 2"},
    )
    made = Connection.get().target
    assert (made.name, made.device, made.signal, made.direction) == ("HDMI 2", screen, "hdmi", "in")


def test_a_patch_panel_is_connected_in_one_step(world):
    panel = cables.add_device(world.office, "跳线盘", "other")
    switch = cables.add_device(world.office, "交换机", "network")
    ports = cables.wired(world, "sunmin", {panel: "RJ45 直通 1-24", switch: "网口 1-24"})
    start, first = ports["跳线盘", "RJ45 直通 1"], ports["交换机", "网口 1"]
    chen = world.browser("chen")
    typed = {
        "device": switch.id,
        "target": first.id,
        "number": "E-001",
        "proposed": "E-001",
        "status": "installed",
        "kind": "六类",
    }

    def send(count):
        token = csrf(chen.get(f"/ports/{start.id}/connection?device={switch.id}").text)
        return chen.post(f"/ports/{start.id}/connection", data=typed | {"csrf_token": token, "count": count})

    refused = send("25")
    assert refused.status_code == 422 and "只有 24 个" in refused.text and not Connection.select().count()
    assert send("24").status_code == send("24").status_code == 303
    made = list(Connection.select().order_by(Connection.id))
    assert len(made) == 24 and (made[-1].number, made[-1].kind) == ("E-024", "六类")
    assert {(cable.source.name[-2:].strip(), cable.target.name[-2:].strip()) for cable in made} == {
        (str(n), str(n)) for n in range(1, 25)
    }


def test_a_panel_in_one_step_names_all_ports_that_are_in_use(world):
    """On either panel; nothing is connected."""
    panel, switch = (
        cables.add_device(world.office, name, kind)
        for name, kind in (("终端盒", "other"), ("交换机", "network"))
    )
    ports = cables.wired(world, "sunmin", {panel: "网口 1-8", switch: "网口 1-8"})
    for n, (name, port) in enumerate((("终端盒", "网口 3"), ("终端盒", "网口 5"), ("交换机", "网口 7"))):
        elsewhere = cables.add_port(world.office.device, f"LAN {n}", "both", "ethernet")
        cables.plug_in(ports[name, port], elsewhere, f"E-{n + 1:03}")
    chen = world.browser("chen")
    address = f"/ports/{ports['终端盒', '网口 1'].id}/connection"
    typed = {"device": switch.id, "target": ports["交换机", "网口 1"].id, "number": "E-010", "proposed": "E-010", "status": "installed", "count": "8"}  # fmt: skip
    token = csrf(chen.get(f"{address}?device={switch.id}").text)
    refused = chen.post(address, data=typed | {"csrf_token": token})
    assert refused.status_code == 422 and Connection.select().count() == 3
    assert "终端盒 网口 3、终端盒 网口 5、交换机 网口 7 已经接着线" in refused.text


def test_a_cable_is_traced_through_wall_plates_to_its_end(world):
    plate, panel, screen = (
        cables.add_device(world.office, name, "other") for name in ("墙插", "跳线盘", "LED 屏")
    )
    ports = cables.wired(
        world,
        "sunmin",
        {
            world.office.device: "HDMI OUT ×2",
            plate: "HDMI 直通 ×3",
            panel: "HDMI 直通 ×2",
            screen: "HDMI 输入 ×1",
        },
    )
    way = [
        (world.office.device.name, "HDMI OUT 2"),
        ("墙插", "HDMI 直通 3"),
        ("跳线盘", "HDMI 直通 1"),
        ("LED 屏", "HDMI 输入"),
    ]
    for one, other in itertools.pairwise(way):
        cables.connect(world, "chen", ports[one], ports[other])

    def traced(device) -> str:
        page = world.browser("chen").get(f"/devices/{device.id}").text
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))

    assert "H-001 → 墙插 HDMI 直通 3 → 跳线盘 HDMI 直通 1 → LED 屏 HDMI 输入" in traced(world.office.device)
    assert f"→ 跳线盘 HDMI 直通 1 → 墙插 HDMI 直通 3 → {world.office.device.name} HDMI OUT 2" in traced(
        screen
    ), "and back"


def test_cables_that_run_in_a_circle_end(world):
    plates = [cables.add_device(world.office, f"墙插 {n}", "other") for n in (1, 2)]
    ports = cables.wired(world, "sunmin", {plate: "HDMI 直通 ×1" for plate in plates})
    one, two = ports["墙插 1", "HDMI 直通"], ports["墙插 2", "HDMI 直通"]
    cables.plug_in(one, two, "H-001")
    cables.plug_in(two, one, "H-002")
    assert world.browser("chen").get(f"/devices/{plates[0].id}/ports").status_code == 200
    assert world.browser("chen").get(f"/rooms/{world.office.room.id}/diagram").status_code == 200


def test_who_takes_a_devices_place_takes_its_cables(world):
    cable, sun = cables.connected(world.office), world.actor("sunmin")
    given = {"brand": "Biamp", "model": "TesiraFORTÉ X", "afterwards": "retired", "other": "", "note": "坏了"}
    new = replace_device(sun, world.office.device.id, given)
    assert (
        Connection.get_by_id(cable.id).source.device == new
        and Connection.get_by_id(cable.id).source.name == "HDMI OUT 1"
    )
    assert Port.get_by_id(cable.source_id).device == world.office.device


def test_a_cable_is_described(world):
    cable = cables.connected(world.office)
    answer = post_opened(
        world.browser("chen"),
        f"/connections/{cable.id}",
        number="H-001",
        kind="HDMI 2.0",
        length="12.5",
        colour="黑",
        status="planned",
        tested_on="2026-11-20",
    )
    row = Connection.get_by_id(cable.id)
    assert answer.status_code == 303 and (row.kind, row.length, row.status) == ("HDMI 2.0", 1250, "planned")
    assert row.tested_on == "2026-11-20", "when it was tested last"
    wrong = post_opened(
        world.browser("chen"), f"/connections/{cable.id}", number="H-001", length="十米", status="planned"
    )
    assert wrong.status_code == 422 and "要填米数" in wrong.text
    assert "要填米数" not in world.browser("shen").get(f"/connections/{cable.id}").text


def test_a_number_typed_in_full_width_is_the_number_and_the_next_one_follows_it(world):
    cable, sun = cables.connected(world.office), world.browser("sunmin")
    assert (
        post_opened(sun, f"/connections/{cable.id}", number="Ｈ－０１４", status="installed").status_code
        == 303
    )
    assert [(each.number, each.prefix, each.serial) for each in Connection.select()] == [("H-014", "H", 14)]
    free = cables.add_port(world.office.device, "HDMI OUT 2", "out")
    other = cables.add_port(cables.add_device(world.office, "副屏"), "HDMI 1")
    page = sun.get(f"/ports/{free.id}/connection?device={other.device_id}").text
    assert 'value="H-015"' in page
    given = {"csrf_token": csrf(page), "device": other.device_id, "target": other.id, "status": "installed"}
    taken = sun.post(f"/ports/{free.id}/connection", data=given | {"number": "ｈ－０１４".upper()})
    assert taken.status_code == 422 and "H-014" in taken.text


def test_a_port_that_the_survey_calls_used_is_as_near_as_a_free_one(world):
    """Its cable is what somebody is about to write down; only where one is recorded already it is put away."""
    matrix, screen = cables.add_device(world.office, "矩阵", "matrix"), cables.add_device(world.office, "屏")
    used, taken = (cables.add_port(matrix, f"HDMI OUT {n}", "out", stated="used") for n in (1, 2))
    ends = [
        cables.add_port(screen, f"HDMI {n}", stated=stated)
        for n, stated in ((1, "used"), (2, "free"), (3, ""))
    ]
    cables.plug_in(taken, ends[2], "H-009")
    chen = world.browser("chen")
    near, _summary, away = chen.get(f"/devices/{matrix.id}/connection").text.rpartition("<details")
    assert (
        "HDMI OUT 1" in near and "占用（勘察）" in near and "HDMI OUT 2" not in near and "HDMI OUT 2" in away
    )
    offered = chen.get(f"/ports/{used.id}/connection?device={screen.id}").text
    places = [offered.index(f'name="target" value="{each.id}"') for each in (ends[1], ends[0], ends[2])]
    assert places == sorted(places)


def test_two_devices_of_one_name_are_told_apart_where_one_is_to_be_tapped(world):
    office = world.office
    near = cables.add_device(office, "显示屏", location="左墙", rack="R1", rack_unit="12")
    far = cables.add_device(office, "显示屏", location="右墙", serial="SN-2")
    code = Code.create(code="AAAA2222", device=near, made_at=1, bound_at=1)
    port = cables.add_port(office.device, "HDMI OUT 1", "out")
    chen = world.browser("chen")
    room = office.room.name
    for address in (f"/ports/{port.id}/connection", f"/ports/{port.id}/connection?code=显示屏"):
        page = chen.get(address).text
        assert f"{room} · 左墙 · R1 12 · {code.code}" in page and f"{room} · 右墙 · SN-2" in page, address
    for each in (near, far):
        cables.add_port(each, "HDMI IN 1")
    listed = chen.get("/devices/ports?signal=hdmi&direction=in").text
    assert f"左墙 · R1 12 · {code.code}" in listed and "右墙 · SN-2" in listed


def test_a_cable_is_traced_through_a_dozen_patch_bays_to_its_end(world):
    office = world.office
    out, screen = cables.add_port(office.device, "HDMI OUT 9", "out"), cables.add_device(office, "远屏")
    bays = [
        cables.add_port(cables.add_device(office, f"跳线盘 {n}", "other"), "HDMI", "through")
        for n in range(12)
    ]
    way = [out, *bays, cables.add_port(screen, "HDMI IN 1")]
    for at, (one, other) in enumerate(itertools.pairwise(way)):
        cables.plug_in(one, other, f"H-{at + 1:03}")
    page = re.sub("<[^>]+>", "", world.browser("chen").get(f"/devices/{office.device.id}/ports").text)
    assert "跳线盘 11 HDMI → 远屏 HDMI IN 1" in " ".join(page.split()) and "涉密房间里的设备" not in page
