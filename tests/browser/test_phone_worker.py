"""The phone's worker: what is opened without a network, and whose it is."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow.people import sessions
from fieldforms.store.people import sessions as session_rows
from tests.browser.hands import PATIENCE, PIN, fill_work, hand_over, new_sheet, saved
from tests.browser.phones import (
    LET_GO,
    caches_of,
    hold_store,
    lies_here,
    wait_until,
    wait_until_it_is,
    wait_until_kept,
    wait_until_nothing_waits,
    whose_it_is,
    with_worker,
)
from tests.browser.roads import draft_of, uuid_of
from tests.people import PASSWORD

pytestmark = pytest.mark.browser

WORDS = "话筒有杂音，换线后正常"
NO_PAGES = "async () => !(await caches.keys()).some((name) => name.startsWith('pages-'))"


def device_page(site) -> str:
    return f"/d/{site.world.office.code.code}"


def expect_device(site, page):
    expect(page.get_by_role("heading", level=1)).to_contain_text(site.world.office.device.name)


def expect_nothing_of(site, page):
    """A page that says that there is no network, and nothing of anybody."""
    expect(page.get_by_role("heading", level=1)).to_have_text("这台手机上")
    assert site.world.office.device.name not in page.content()
    assert page.locator("[data-phone-pages] li, [data-phone-list] li").count() == 0


def test_a_device_and_its_sheet_open_without_a_network(site):
    page = with_worker(site)
    page.goto(device_page(site))
    sheet = new_sheet(site.world.office)
    page.goto(sheet)
    page.context.set_offline(True)
    page.goto(device_page(site).replace("/d/", "/D/"))
    expect_device(site, page)
    page.goto(sheet)
    expect(page.locator("#f-request")).to_be_visible()


def test_the_same_page_begins_another_sheet_each_time(site):
    page = with_worker(site)
    page.goto(new_sheet(site.world.office))
    named = [uuid_of(page)]
    page.context.set_offline(True)
    for _ in range(2):
        page.goto(new_sheet(site.world.office))
        named.append(uuid_of(page))
    assert len(set(named)) == 3


def test_what_was_edited_without_a_network_is_there_after_a_reload(site):
    page = with_worker(site)
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    uuid = uuid_of(page)
    wait_until(page, KEPT_PAGE, uuid)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    wait_until_kept(page, WORDS)
    expect(page.locator("[data-save-status]")).to_have_text("已存本机，会再上传")
    page.reload()
    expect(page.locator("#f-request")).to_have_value(WORDS)
    expect(page.locator("[data-save-status]")).to_have_text("已存本机，会再上传")
    page.context.set_offline(False)
    wait_until_nothing_waits(page)
    assert draft_of(uuid).answers["request"] == WORDS


KEPT_PAGE = """async (uuid) => {
  for (const name of await caches.keys()) {
    for (const {url} of await (await caches.open(name)).keys()) if (url.endsWith(uuid)) return true;
  }
  return false;
}"""


def test_what_is_not_here_says_so_and_leads_to_what_is(site):
    page = with_worker(site)
    page.goto(device_page(site))
    page.context.set_offline(True)
    page.goto("/statistics/mine")
    expect(page.get_by_text("您要的那一页没有存在这台手机上")).to_be_visible()
    page.locator("[data-phone-pages] a").first.tap()
    expect_device(site, page)


def test_what_was_not_here_is_opened_as_soon_as_there_is_a_network(site):
    page = with_worker(site)
    page.context.set_offline(True)
    page.goto("/statistics/mine")
    expect(page.get_by_text("现在没有网络")).to_be_visible()
    expect(page.get_by_role("link", name="我的任务")).to_have_attribute("href", "/")
    page.context.set_offline(False)
    expect(page.get_by_text("网络恢复了。")).to_be_visible()
    expect(page.get_by_text("现在没有网络")).to_be_hidden()
    page.get_by_role("link", name="打开那一页").tap()
    page.wait_for_url("**/statistics/mine")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("这台手机上")


def test_a_code_is_typed_without_a_network(site):
    page = with_worker(site)
    page.goto(device_page(site))
    page.context.set_offline(True)
    page.goto("/phone")
    page.locator("#f-code").fill(site.world.office.code.code.lower())
    page.locator("[data-phone-find] button[type=submit]").tap()
    expect_device(site, page)


def test_in_a_clients_hands_nothing_that_is_kept_is_shown(site):
    page = with_worker(site)
    page.goto(device_page(site))
    hand_over(site, page, site.world.waiting_sheet())
    page.context.set_offline(True)
    for address in (device_page(site), "/", "/phone", "/records"):
        page.goto(address)
        expect_nothing_of(site, page)
    page.context.set_offline(False)
    sessions.take_phone_back(session_rows.by_id(page.session.id), PIN)
    page.goto("/")
    page.context.set_offline(True)
    page.goto(device_page(site))
    expect_device(site, page)


def test_nothing_is_shown_on_a_phone_too_slow_to_have_noted_that_it_was_handed_over(site):
    page = with_worker(site)
    page.goto(device_page(site))
    wait_until(page, KEPT_PAGE, device_page(site).lower())
    other = site.tab(page.context)
    hold_store(other, "facts")
    hand_over(site, page, site.world.waiting_sheet())
    page.context.set_offline(True)
    page.evaluate("(address) => location.assign(address)", device_page(site))
    other.evaluate(LET_GO)
    expect_nothing_of(site, page)


def test_signing_out_takes_the_pages_along(site):
    page = with_worker(site)
    page.goto(device_page(site))
    wait_until(page, KEPT_PAGE, device_page(site).lower())
    assert caches_of(page) == [f"pages-{site.world.users['chen'].id}"]
    page.locator("details.menu > summary").tap()
    page.locator(".menu-sheet").get_by_role("button", name="退出登录").tap()
    page.wait_for_url("**/sign-in")
    wait_until(page, NO_PAGES)
    assert lies_here(page) == []
    page.context.set_offline(True)
    page.goto(device_page(site))
    expect_nothing_of(site, page)


def test_a_session_that_was_ended_from_elsewhere_leaves_nothing(site):
    page = with_worker(site)
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    wait_until_kept(page, WORDS)
    sessions.revoke_session(site.world.actor("admin"), page.session.id)
    page.context.set_offline(False)
    page.goto("/")
    wait_until(page, NO_PAGES)
    wait_until(page, NOTHING_LIES_HERE)
    wait_until(page, NOTHING_IN_THE_TAB)


NOTHING_IN_THE_TAB = "() => !Object.keys(sessionStorage).some((key) => /^(draft|ink):/.test(key))"
NOTHING_LIES_HERE = """() => new Promise((resolve) => {
  indexedDB.open("phone", 1).onsuccess = ({target: {result}}) => {
    const asked = result.transaction("drafts").objectStore("drafts").count();
    asked.onsuccess = () => { resolve(asked.result === 0); result.close(); };
  };
})"""


def test_the_next_person_gets_none_of_the_pages(site):
    page = with_worker(site)
    page.goto(device_page(site))
    page.context.clear_cookies()
    site.sign_in(page.context, "zhou")
    page.goto("/")
    wait_until(page, NO_PAGES)
    page.context.set_offline(True)
    page.goto(device_page(site))
    expect_nothing_of(site, page)


def test_signing_in_again_finds_what_was_written(site):
    page = with_worker(site)
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    uuid = uuid_of(page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    wait_until_kept(page, WORDS)
    page.close()
    page.context.clear_cookies()
    page.context.set_offline(False)
    again = site.tab(page.context)
    again.goto("/sign-in")
    again.locator("[name=login]").fill("chen")
    again.locator("[name=password]").fill(PASSWORD)
    again.get_by_role("button", name="登录").tap()
    again.wait_for_url(lambda url: "/sign-in" not in url)
    wait_until_nothing_waits(again)
    assert draft_of(uuid).answers["request"] == WORDS


def ask_for_late(way, page, address: str) -> None:
    """The worker asks for a page to keep; the server has answered, and the answer is on its way."""
    way.way.become("late", address)
    page.evaluate("(address) => navigator.serviceWorker.controller.postMessage({keep: address})", address)
    for _ in range(PATIENCE // 10):
        if way.way.held:
            return way.way.become("open")
        page.wait_for_timeout(10)
    raise AssertionError("nothing was asked for")


def let_it_arrive(way, page) -> None:
    """What is late arrives; then the worker does some other things."""
    way.way.let_go()
    for _ in range(20):
        page.evaluate("() => fetch('/phone').then((answer) => answer.text())")


def test_a_page_asked_for_before_the_phone_was_handed_over_changes_nothing_afterwards(way):
    page = with_worker(way)
    ask_for_late(way, page, device_page(way))
    hand_over(way, page, way.world.waiting_sheet())
    wait_until_it_is(page, "handed")
    let_it_arrive(way, page)
    assert whose_it_is(page)["owner"] == "handed"
    page.context.set_offline(True)
    page.goto(device_page(way))
    expect_nothing_of(way, page)


def test_a_page_asked_for_before_signing_out_is_not_kept_afterwards(way):
    page = with_worker(way)
    ask_for_late(way, page, device_page(way))
    page.locator("details.menu > summary").tap()
    page.locator(".menu-sheet").get_by_role("button", name="退出登录").tap()
    page.wait_for_url("**/sign-in")
    wait_until_it_is(page, "")
    let_it_arrive(way, page)
    assert (caches_of(page), lies_here(page), whose_it_is(page)["owner"]) == ([], [], "")


def test_the_next_person_in_this_tab_finds_no_words_of_the_one_before(site):
    page = with_worker(site)
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    wait_until_kept(page, WORDS)
    page.context.clear_cookies()
    page.context.set_offline(False)
    page.goto("/sign-in")
    assert not page.evaluate(NOTHING_IN_THE_TAB)  # a session that only ran out loses nothing
    site.sign_in(page.context, "sunmin")
    page.goto("/records")
    wait_until(page, NOTHING_IN_THE_TAB)
