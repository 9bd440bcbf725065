"""Sheets on the phone: those that are no longer to be filled go, and one is told from another."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.store.models import Entry
from tests.browser.hands import fill_work, new_sheet, saved
from tests.browser.phones import hand_in, wait_until, wait_until_kept, with_worker
from tests.browser.roads import draft_of, uuid_of

pytestmark = pytest.mark.browser

WORDS = "话筒有杂音，换线后正常"
LIES_HERE = """async (uuid) => {
  for (const name of await caches.keys()) {
    for (const {url} of await (await caches.open(name)).keys()) if (url.endsWith(uuid)) return true;
  }
  return false;
}"""
IS_GONE = f"async (uuid) => !(await ({LIES_HERE})(uuid))"


def kept_sheet(site, page) -> str:
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    uuid = uuid_of(page)
    wait_until(page, LIES_HERE, uuid)
    return uuid


def seal_elsewhere(site, uuid: str):
    completion.complete(site.world.actor("chen"), uuid, HandedIn(draft_of(uuid).answers))


def expect_it_is_not_here(page, uuid: str):
    wait_until(page, IS_GONE, uuid)
    page.context.set_offline(True)
    page.goto(f"/drafts/{uuid}")
    expect(page.get_by_text("您要的那一页没有存在这台手机上")).to_be_visible()
    expect(page.locator("[data-phone-pages]")).not_to_contain_text("开始于")


def test_a_sheet_that_is_handed_in_can_no_longer_be_opened_without_a_network(site):
    page = with_worker(site)
    uuid = kept_sheet(site, page)
    page.locator("[data-go-on]").tap()
    page.wait_for_url("**/check")
    page.locator("[form=complete]").tap()
    page.wait_for_url("**/records/**")
    expect_it_is_not_here(page, uuid)


def test_so_does_one_that_was_sent_later(site):
    page = with_worker(site)
    uuid = kept_sheet(site, page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    hand_in(page)
    page.context.set_offline(False)
    expect(page.locator("[data-phone-list]")).to_contain_text("已同步，编号")
    expect_it_is_not_here(page, uuid)


def test_one_that_was_sealed_elsewhere_leads_to_the_record_and_goes(site):
    page = with_worker(site)
    uuid = kept_sheet(site, page)
    seal_elsewhere(site, uuid)
    page.goto(f"/drafts/{uuid}")
    number = Entry.get(Entry.draft == uuid).number
    assert number in page.locator("#main").inner_text()
    expect_it_is_not_here(page, uuid)


REFRESHED = """() => new Promise(async (resolve) => {
  navigator.serviceWorker.addEventListener("message", ({data}) => data.rooms && data.rooms.state !== "busy" && resolve(data.rooms.state));
  (await navigator.serviceWorker.ready).active.postMessage({rooms: "now"});
})"""


def test_one_that_was_discarded_on_another_phone_goes_with_the_next_list(site):
    page = with_worker(site)
    uuid, other = kept_sheet(site, page), kept_sheet(site, page)
    drafts.discard_draft(site.world.actor("chen"), uuid)
    assert page.evaluate(REFRESHED) == "done"
    assert page.evaluate(IS_GONE, uuid) and not page.evaluate(IS_GONE, other)


def test_a_kept_page_says_so_and_what_waits_beside(site):
    page = with_worker(site)
    kept_sheet(site, page)
    page.goto(f"/d/{site.world.office.code.code}")
    other = kept_sheet(site, page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    wait_until_kept(page, WORDS)
    page.goto(f"/d/{site.world.office.code.code}")
    said = page.get_by_role("status").filter(has_text="存下的页面")
    expect(said).to_contain_text("现在没有网络，这是")
    expect(said).to_contain_text("已存本机，待上传 1")
    page.goto("/phone")
    line = page.locator("[data-phone-list] li")
    expect(line).to_contain_text(site.world.office.device.name)
    expect(line).to_contain_text(site.world.office.room.name)
    expect(line).to_contain_text("开始于")
    expect(page.locator("[data-phone-pages] li", has_text="开始于")).to_have_count(2)
    expect(page.locator("[data-phone-pages] li", has_text="新开一张")).to_have_count(1)
    expect(page.locator("[data-phone-pages] li", has_text="存下")).to_have_count(1)
    assert other
