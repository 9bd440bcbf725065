"""Boxes of a room's diagram put elsewhere by hand: they stay there whatever is wired later."""

import itertools
import re

import pytest

from fieldforms.store.models import Audit, Device, DiagramPlace, Room
from tests import cables
from tests.web.cabling.hands import Drawing, known_room
from tests.web.hands import Reader


def address(world, room=None) -> str:
    return f"/rooms/{(room or world.office.room).id}/diagram"


def device(name: str) -> int:
    return Device.get(Device.name == name).id


def places(world, login: str = "chen", **asked) -> dict[str, tuple[int, int]]:
    """Box → (column, height), as it is drawn."""
    page = world.browser(login).get(address(world), query_string=asked).text
    found = re.findall(r'data-box="(\d+)" data-place="(-?\d+),(\d+)"', page)
    names = {str(each.id): each.name for each in Device.select()}
    return {names[box]: (int(column), int(top)) for box, column, top in found}


class Moving:
    """The page on which boxes are moved, as somebody has it open."""

    def __init__(self, world, login: str, box: str, **asked):
        self.browser, self.address = world.browser(login), f"{address(world)}/places"
        self.page = self.browser.get(self.address, query_string={"box": device(box), **asked}).text
        self.body = next(body for _action, body in Reader(self.page).forms if "version" in body)

    def step(self, words: str) -> str:
        return re.search(rf'name="place" value="([^"]*)">{words}<', self.page)[1]

    def to(self, place: str):
        return self.browser.post(self.address, data=self.body | {"place": place})


def move(world, box: str, place: str, login: str = "chen", **asked):
    return Moving(world, login, box, **asked).to(place)


def test_a_box_stays_where_it_was_put_on_the_page_and_in_the_files(world):
    known_room(world)
    before = places(world)
    assert move(world, "摄像机", "0,300").status_code == 303
    after = places(world)
    assert after["摄像机"] == (0, 300) != before["摄像机"]
    assert after["大屏"] == before["大屏"]
    alone = world.browser("chen").get(f"{address(world)}.svg").text
    assert f'data-box="{device("摄像机")}" data-place="0,300"' in alone
    assert world.browser("chen").get(f"{address(world)}.pdf").data.startswith(b"%PDF")


def test_it_stays_there_when_something_is_wired_later_and_what_is_new_finds_a_place(world):
    known_room(world)
    move(world, "大屏", "3,500")
    other = cables.add_device(world.office, "第二块屏")
    port = cables.add_port(other, "HDMI 1")
    cables.plug_in(cables.add_port(Device.get(Device.name == "矩阵"), "HDMI OUT 9", "out"), port, "H-009")
    found = places(world)
    assert found["大屏"] == (3, 500) and "第二块屏" in found


def test_boxes_never_lie_on_each_other(world):
    known_room(world)
    matrix = places(world)["矩阵"]
    for box in ("摄像机", "电脑", "大屏"):
        move(world, box, f"{matrix[0]},{matrix[1]}")
    page = world.browser("chen").get(address(world)).text
    tops = []
    for rect in re.findall(r'class="box" x="[^"]+" y="([^"]+)" width="[^"]+" height="([^"]+)"', page):
        tops.append(tuple(map(float, rect)))
    tops.sort()
    assert len(tops) == 4
    assert all(top + height <= below for (top, height), (below, _height) in itertools.pairwise(tops))


def test_buttons_move_the_box_that_was_tapped_past_its_neighbours(world):
    known_room(world)
    column = [name for name, (at, _top) in sorted(places(world).items(), key=lambda each: each[1]) if at == 0]
    upper, lower = column[:2]
    moving = Moving(world, "chen", upper)
    assert moving.to(moving.step("↓ 往下")).status_code == 303
    now = places(world)
    assert now[lower][1] < now[upper][1]
    moving = Moving(world, "chen", upper)
    moving.to(moving.step("↑ 往上"))
    now = places(world)
    assert now[upper][1] < now[lower][1]
    moving = Moving(world, "chen", upper)
    moving.to(moving.step("→ 往右"))
    assert places(world)[upper][0] == 1


def test_left_of_all_and_right_of_all_are_columns_of_their_own(world):
    known_room(world)
    last = max(column for column, _top in places(world).values())
    move(world, "大屏", "-5,10")
    move(world, "矩阵", "90,10")
    found = places(world)
    assert found["大屏"][0] == -1 and found["矩阵"][0] == last + 1
    assert Drawing(world.browser("chen").get(address(world)).text).lines.keys() == {
        "H-001",
        "H-002",
        "H-003",
        "E-001",
    }


def test_each_system_has_places_of_its_own(world):
    known_room(world)
    before = places(world)
    move(world, "大屏", "2,400", system="video")
    assert places(world, system="video")["大屏"] == (2, 400) and places(world) == before
    assert DiagramPlace.get().system == "video"


def test_one_is_put_back_and_so_are_all(world):
    known_room(world)
    before = places(world)
    move(world, "大屏", "2,400")
    move(world, "摄像机", "0,400")
    moving = Moving(world, "sunmin", "大屏")
    moving.to(moving.step("放回原处"))
    assert places(world)["大屏"] == before["大屏"]
    sun = world.browser("sunmin")
    page = sun.get(f"{address(world)}/places").text
    [body] = [body for action, body in Reader(page).forms if action and action.endswith("/reset")]
    for _ in range(2):
        assert sun.post(f"{address(world)}/places/reset", data=body).status_code == 303
    assert places(world) == before and not DiagramPlace.select().exists()
    assert Audit.select().where(Audit.action == "diagram.put_back").count() == 1


def test_two_who_move_one_box_see_each_other_and_of_two_boxes_neither_is_lost(world):
    known_room(world)
    mine, yours, other = (
        Moving(world, who, box) for who, box in (("chen", "大屏"), ("sunmin", "大屏"), ("gao", "矩阵"))
    )
    assert mine.to("2,400").status_code == 303 and mine.to("2,400").status_code == 303
    refused = yours.to("2,600")
    assert refused.status_code == 412 and places(world)["大屏"] == (2, 400)
    assert all(words in refused.text for words in ("离顶 400", "离顶 600", "陈志远"))
    [body] = [body for _action, body in Reader(refused.text).forms if "version" in body]
    assert yours.browser.post(yours.address, data=body).status_code == 303
    assert other.to("1,700").status_code == 303
    assert (places(world)["大屏"], places(world)["矩阵"]) == ((2, 600), (1, 700))
    line = Audit.select().where(Audit.action == "diagram.move").order_by(Audit.id).first()
    assert (line.detail["before"], line.detail["after"]) == ({"place": ""}, {"place": "2,400"})


@pytest.mark.parametrize("place", ["x", "1", "1,-4", "1,2,3", "999,1", "1,9999999", "<b>", "１，２"])
def test_what_is_no_place_is_refused_and_moves_nothing(world, place):
    known_room(world)
    before = places(world)
    refused = move(world, "大屏", place)
    assert refused.status_code == 422 and "看不懂要放到哪里" in refused.text and places(world) == before


def test_a_form_that_says_no_place_puts_nothing_back(world):
    known_room(world)
    move(world, "大屏", "2,400")
    moving = Moving(world, "chen", "大屏")
    assert moving.browser.post(moving.address, data=moving.body).status_code == 422
    assert places(world)["大屏"] == (2, 400)


def test_a_device_that_is_not_on_the_sheet_is_not_put_there(world):
    known_room(world)
    moving = Moving(world, "chen", "大屏")
    for foreign in (world.university.device.id, cables.add_device(world.office, "没有接口的").id, 0, 10**12):
        sent = moving.browser.post(moving.address, data=moving.body | {"place": "0,10", "box": str(foreign)})
        assert sent.status_code == 404
    assert not DiagramPlace.select().exists()


def test_neither_another_client_nor_who_keeps_no_register_moves_anything(world):
    known_room(world)
    moving = Moving(world, "chen", "大屏")
    for login, status in (("zhou", 404), ("shen", 403)):
        other = world.browser(login)
        token = Reader(other.get("/account").text).forms[0][1]["csrf_token"]
        sent = other.post(moving.address, data=moving.body | {"csrf_token": token, "place": "0,10"})
        assert sent.status_code == status and other.get(moving.address).status_code == status
    assert "移动位置" not in world.browser("shen").get(address(world)).text


def test_the_cabling_of_a_confidential_room_is_arranged_by_who_is_cleared_only(world):
    known_room(world)
    moving = Moving(world, "chen", "大屏")
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    assert moving.to("2,400").status_code == 403 and not DiagramPlace.select().exists()


def test_a_place_that_lies_in_the_database_wrongly_does_not_hide_the_drawing(world):
    known_room(world)
    DiagramPlace.create(room=world.office.room, system="", device=device("大屏"), place="?", at=1)
    assert places(world)["大屏"]


def test_the_title_block_says_which_sheet_it_is_and_leaves_room_to_sign(world):
    known_room(world)
    words = Drawing(world.browser("chen").get(address(world), query_string={"system": "network"}).text).words
    assert "2/2" in words and "接线截至" in words and "审核" in words and "批准" in words


def test_a_line_that_leaves_the_sheet_has_one_flag_here_and_one_there(world):
    known_room(world)
    hall = Room.create(client=world.office.client, name="一楼大厅")
    Device.update(room=hall).where(Device.name == "大屏").execute()
    for room, other in ((world.office.room, hall), (hall, world.office.room)):
        page = world.browser("chen").get(address(world, room)).text
        drawing = re.search(r"<svg .*</svg>", page, re.DOTALL)[0]
        flagged = re.findall(
            r'<g class="line (?:(?!</g>).)*class="flag"(?:(?!</g>).)*class="number[^"]*">([^<]+)<', drawing
        )
        assert flagged == ["H-003"]
        assert f'<a href="/rooms/{other.id}/diagram"' in drawing and f"→ {other.name}" in drawing
        assert "那里有同一个线号" in drawing
    assert 'class="flag"' not in world.browser("chen").get(f"/devices/{device('摄像机')}/diagram").text
