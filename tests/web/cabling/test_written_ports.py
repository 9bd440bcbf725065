"""Ports that a list or a survey said in words, read for many devices at once."""

import re

from fieldforms.store.models import Device, Port, RegisterLook, Room
from tests import cables
from tests.people import csrf
from tests.web.cabling.hands import found_ports


def in_words(
    world, name: str, interfaces: str, spare: str = "", category: str = "matrix", place=None, **said
) -> Device:
    place = place or world.office
    return cables.add_device(place, name, category, interfaces=interfaces, spare_interfaces=spare, **said)


def page_of_words(world, login: str = "sunmin", **asked) -> str:
    return world.browser(login).get("/devices/ports/words", query_string=asked).text


def read_them(world, *devices, login: str = "sunmin"):
    browser = world.browser(login)
    token = csrf(browser.get("/devices/ports/words").text)
    return browser.post(
        "/devices/ports/words", data={"csrf_token": token, "device": [each.id for each in devices]}
    )


def ticked(page: str) -> set[int]:
    return {int(id) for id in re.findall(r'name="device" value="(\d+)" checked', page)}


def test_the_free_input_of_a_list_is_found_once_its_words_are_read(world):
    matrix = in_words(world, "矩阵", "HDMI 输入 ×16，HDMI 输出 ×16", "HDMI 输入 ×5")
    asked = {"signal": "hdmi", "direction": "in", "category": "matrix", "free": "1"}
    before = found_ports(world, **asked)
    assert "有 1 台设备的接口只写成了文字" in before and "没有这样的设备" in before
    shown = page_of_words(world, **asked)
    assert "HDMI 高清 输入 ×16（空闲 5）" in shown and ticked(shown) == {matrix.id}
    assert read_them(world, matrix).status_code == 303
    after = found_ports(world, **asked)
    assert "勘察说空闲 5 个，共 16 个" in after and "只写成了文字" not in after


def test_what_is_guessed_or_not_read_is_said_and_ticked_by_nobody(world):
    guessed = in_words(world, "终端", "HDMI ×2", category="display")
    half = in_words(world, "调音台", "XLR 输入 ×4，NY64-D 扩展槽 ×1", category="mixer")
    in_words(world, "无从读起", "见说明书")
    shown = page_of_words(world)
    assert "方向是按设备类别猜的" in shown and "没有读懂：NY64-D 扩展槽 ×1" in shown and "无从读起" in shown
    assert ticked(shown) == set()
    read_them(world, half)
    assert Port.select().where(Port.device == half).count() == 4
    assert not Port.select().where(Port.device == guessed).exists()


def test_sent_twice_or_read_meanwhile_nothing_is_there_twice(world):
    one, two = in_words(world, "甲", "HDMI 输入 ×2"), in_words(world, "乙", "HDMI 输入 ×2")
    for _ in range(2):
        assert read_them(world, one, two).status_code == 303
    assert Port.select().count() == 4
    assert "都读成接口了" in page_of_words(world)


def test_a_device_with_ports_is_asked_about_no_more_but_one_that_lost_them_is(world):
    device = in_words(world, "甲", "HDMI 输入 ×1")
    port = cables.add_port(device, "HDMI 1")
    assert "都读成接口了" in page_of_words(world)
    Port.update(removed_at=1).where(Port.id == port.id).execute()
    assert device.name in page_of_words(world)


def test_only_what_the_question_is_about_is_read(world):
    here = in_words(world, "甲", "HDMI 输入 ×1")
    in_words(world, "乙", "HDMI 输入 ×1", category="display")
    in_words(world, "丙", "HDMI 输入 ×1", place=world.university)
    asked = {"client": world.office.client.id, "category": "matrix"}
    assert ticked(page_of_words(world, **asked)) == {here.id}
    assert "有 1 台设备" in found_ports(world, **asked)


def test_another_clients_words_are_neither_counted_nor_shown_nor_read(world):
    foreign = in_words(world, "外人的矩阵", "HDMI 输入 ×1", place=world.university)
    mine = in_words(world, "甲", "HDMI 输入 ×1")
    assert "有 1 台设备" in found_ports(world, "chen", signal="hdmi") and "外人的矩阵" not in page_of_words(
        world, "chen"
    )
    assert read_them(world, mine, foreign, login="chen").status_code == 404
    assert not Port.select().exists(), "all or none"


def test_of_a_confidential_room_only_who_is_cleared_reads_them(world):
    secret = Room.create(client=world.office.client, name="保密室", confidential=True)
    device = in_words(world, "保密矩阵", "HDMI 输入 ×1", room=secret)
    assert "保密矩阵" not in page_of_words(world, "chen") and "有 1 台" not in found_ports(
        world, "chen", signal="hdmi"
    )
    assert read_them(world, device, login="chen").status_code in (403, 404)
    assert not Port.select().exists()


def test_what_a_technician_read_waits_for_the_dispatchers_look(world):
    read_them(world, in_words(world, "甲", "HDMI 输入 ×1"), login="chen")
    assert [look.deeds for look in RegisterLook.select()] == [["ports"]]


def test_nothing_ticked_adds_nothing_and_says_so(world):
    in_words(world, "甲", "HDMI 输入 ×1")
    sun = world.browser("sunmin")
    token = csrf(sun.get("/devices/ports/words").text)
    assert sun.post("/devices/ports/words", data={"csrf_token": token}).status_code == 303
    assert "没有加接口" in sun.get("/devices/ports/words").text and not Port.select().exists()


def test_who_keeps_no_register_is_not_asked(world):
    in_words(world, "甲", "HDMI 输入 ×1")
    assert "只写成了文字" not in found_ports(world, "shen", signal="hdmi")
    assert world.browser("shen").get("/devices/ports/words").status_code == 403
