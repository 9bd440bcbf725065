"""One search for whatever a person may open: by kind, by role, by the way people type."""

import re

import pytest

from fieldforms.flow.register import device_lists
from fieldforms.store import clock
from fieldforms.store.models import Client, Contact, Device, Part, Room, User


def found(world, login: str, text: str) -> dict[str, list[str]]:
    """Heading of each kind → the titles below it."""
    answer = world.browser(login).get("/find", query_string={"code": text})
    assert answer.status_code == 200, text
    main = answer.text[answer.text.index("<main") :]
    parts = re.findall(r"<h2>(\S+)</h2>\s*<ul class=\"card list\">(.*?)</ul>", main, re.DOTALL)
    return {title: re.findall(r'list-title">([^<]*)<', rows) for title, rows in parts}


@pytest.fixture
def registered(world):
    """A thing of each kind with 星海 in it, at the office."""
    client = world.office.client
    Client.update(address="滨海路 3 号星海大厦").where(Client.id == client.id).execute()
    Room.create(client=client, name="星海厅", building="A 座", floor="3F")
    Contact.create(client=client, name="江星海", mobile="13800001234")
    Device.update(note="星海公司捐赠").where(Device.id == world.office.device.id).execute()
    User.update(name="陆星海").where(User.login == "zhou").execute()
    Part.create(name="星海牌话筒线", kind="part", unit="根", created_at=clock.now())
    return world.signed_sheet(request="星海厅没有声音").number


KINDS = {"单据", "房间", "客户", "联系人", "人员", "备件"}


@pytest.mark.parametrize(
    ("login", "kinds"),
    [
        ("gao", KINDS),
        ("sunmin", KINDS),
        ("admin", KINDS),
        ("shen", KINDS - {"人员"}),
        ("chen", KINDS - {"人员"}),
        ("zhou", {"备件"}),  # serves another client
    ],
)
def test_everybody_finds_what_they_may_open(world, registered, login, kinds):
    assert set(found(world, login, "星海")) & KINDS == kinds


def test_hr_finds_no_client_and_no_sheet_of_one(world, registered):
    answer = world.browser("wangjing").get("/find?code=星海")
    assert "没有找到" in answer.text and "<h2>单据" not in answer.text and registered not in answer.text


def test_whatever_was_found_can_be_opened(world, registered):
    gao = world.browser("gao")
    page = gao.get("/find?code=星海").text
    links = re.findall(r'<li><a href="([^"]+)"', page[page.index("<main") :])
    assert len(links) >= len(KINDS)
    assert {gao.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize("text", ["政务", "zwzx", "ZWZX", "ｚｗｚｘ", "政务 服务"])
def test_a_client_is_found_as_people_type(world, text):
    assert found(world, "gao", text)["客户"] == [world.office.client.name]


def test_all_words_must_be_there(world, registered):
    assert found(world, "gao", "星海 座")["房间"] == ["星海厅"]
    assert found(world, "gao", "星海厅 3F")["房间"] == ["星海厅"]
    assert "房间" not in found(world, "gao", "星海厅 4F")


def test_devices_lead_to_their_list_when_there_are_more(world):
    client = world.office.client
    for n in range(6):
        Device.create(client=client, name=f"星海音箱 {n}", category="audio", created_at=clock.now())
    device_lists.rebuild_index()
    page = world.browser("chen").get("/find?code=星海").text
    assert page.count("星海音箱") == 5 and 'href="/devices?q=%E6%98%9F%E6%B5%B7"' in page


def test_what_only_readers_of_ratings_may_read_finds_nothing_for_the_rated(world):
    world.sign(world.waiting_sheet(), comments="星海之谜")
    assert "单据" not in found(world, "chen", "星海之谜")
    assert found(world, "gao", "星海之谜")["单据"]


def test_a_retired_client_says_so(world):
    Client.update(retired_at=clock.now()).where(Client.id == world.office.client.id).execute()
    page = world.browser("gao").get("/find?code=政务").text
    assert "已停用" in page[page.index("<h2>客户") :]


@pytest.mark.parametrize("text", ["%", "_", "'", '"', "\\", "*", "😀", "NEAR(", "a" * 200, "-- ;", "星" * 80])
def test_odd_words_find_nothing_and_break_nothing(world, registered, text):
    assert world.browser("gao").get("/find", query_string={"code": text}).status_code in (200, 422)


def test_the_bar_of_a_desk_has_the_search_and_keeps_what_was_looked_for(world):
    page = world.browser("gao", phone=False).get("/find?code=星海").text
    assert page.count('class="top-find" action="/find"') == 1
    assert 'placeholder="查找单据、设备、客户、人" value="星海"' in page
    for browser in (world.browser("gao"), world.browser()):
        assert 'class="top-find"' not in browser.get("/find?code=星海", follow_redirects=True).text
