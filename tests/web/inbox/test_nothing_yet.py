"""Pages on which nothing stands yet say the next thing to do, to each role what it can do."""

from html import unescape

import pytest

from fieldforms.store import clock
from fieldforms.store.models import Assignment, Client, Device

FIRST_CLIENT, ASK = "添加第一个客户", "请找调度员或主管把客户分配给您"


def page(world, login: str, url: str) -> str:
    answer = world.browser(login).get(url)
    assert answer.status_code == 200, url
    return unescape(answer.text)


@pytest.fixture
def unserved(world):
    """Chen serves nobody any more; devices there are."""
    Assignment.update(until=clock.now()).execute()
    assert Device.select().exists()


@pytest.fixture
def no_clients(world):
    Client.update(retired_at=clock.now()).execute()
    Assignment.update(until=clock.now()).execute()


@pytest.mark.parametrize("url", ["/", "/devices", "/clients", "/codes", "/devices/new"])
def test_who_serves_nobody_yet_is_told_whom_to_ask(world, unserved, url):
    found = page(world, "chen", url)
    assert ASK in found and "登记第一台设备" not in found and FIRST_CLIENT not in found


@pytest.mark.parametrize("login", ["sunmin", "gao", "admin"])
@pytest.mark.parametrize("url", ["/clients", "/codes", "/plans/new"])
def test_before_the_first_client_it_is_the_next_thing(world, no_clients, login, url):
    found = page(world, login, url)
    assert FIRST_CLIENT in found and 'href="/clients/new"' in found and "您还没有服务的客户" not in found


def test_what_waits_stands_beside_whom_to_ask(world):
    world.working_sheet("chen", request="话筒有杂音")
    Assignment.update(until=clock.now()).execute()
    found = page(world, "chen", "/")
    assert ASK in found and "没填完" in found and "现在没有等您办的事" not in found


def test_who_serves_a_client_is_told_to_ask_nobody(world):
    found = page(world, "chen", "/")
    assert ASK not in found and "现在没有等您办的事" in found


def test_nobody_is_sent_to_a_list_of_no_clients(world, no_clients):
    chen = world.users["chen"].id
    assert f"/people/{chen}/clients" not in page(world, "gao", f"/people/{chen}")
    assert FIRST_CLIENT in page(world, "gao", f"/people/{chen}/clients")


@pytest.mark.parametrize(
    ("login", "offered"), [("sunmin", True), ("gao", True), ("admin", False), ("shen", False)]
)
def test_the_first_device_is_offered_to_who_may_register_it(world, login, offered):
    Device.update(retired_at=clock.now()).execute()
    found = page(world, login, "/devices")
    assert ("登记第一台设备" in found) is offered and ('href="/devices/new' in found) is offered
    assert offered or "技术员、调度员和主管登记设备" in found
