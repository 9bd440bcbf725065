"""What somebody wrote outlives the tab and the browser, without a network, for nobody but them."""

import pytest
from playwright.sync_api import expect

from tests.browser.hands import fill_work, new_sheet, saved
from tests.browser.phones import (
    LET_GO,
    hold_store,
    lies_here,
    rows_of,
    wait_until_it_can_keep,
    wait_until_kept,
    wait_until_key_of,
    wait_until_nothing_waits,
)
from tests.browser.roads import draft_of, wait_without_end

pytestmark = pytest.mark.browser

WORDS = "话筒有杂音，换线后正常"


def written_without_a_network(site, page) -> str:
    """The address of a sheet that was saved once, then changed while there was no network."""
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    wait_until_it_can_keep(page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    wait_until_kept(page, WORDS)
    return page.url


def test_what_was_written_without_a_network_outlives_the_tab(site):
    page = site.open("chen")
    address = written_without_a_network(site, page)
    page.close()
    page.context.set_offline(False)
    again = site.tab(page.context)
    with saved(again):
        again.goto(address)
    expect(again.locator("#f-request")).to_have_value(WORDS)
    again.reload()
    expect(again.locator("#f-request")).to_have_value(WORDS)


def test_a_sheet_that_was_never_saved_is_found_again(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    page.locator("#f-request").focus()
    wait_until_it_can_keep(page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    wait_until_kept(page, WORDS)
    page.close()
    page.context.set_offline(False)
    again = site.tab(page.context)
    again.goto(page.url)
    expect(again.locator("#f-request")).to_have_value(WORDS)


def test_what_is_kept_cannot_be_read_without_its_owners_key(site):
    page = site.open("chen")
    written_without_a_network(site, page)
    assert WORDS not in rows_of(page) and "话筒" not in rows_of(page)


def test_what_lies_here_is_sent_from_any_page_of_its_owner(site):
    page = site.open("chen")
    address = written_without_a_network(site, page)
    page.close()
    page.context.set_offline(False)
    again = site.tab(page.context)
    again.goto("/records")
    wait_until_nothing_waits(again)
    assert draft_of(address.rsplit("/", 1)[1]).answers["request"] == WORDS


def test_signing_out_sends_first(site):
    page = site.open("chen")
    address = written_without_a_network(site, page)
    page.close()
    page.context.set_offline(False)
    again = site.tab(page.context)
    again.goto("/account")
    sign_out(again)
    again.wait_for_url("**/sign-in")
    assert draft_of(address.rsplit("/", 1)[1]).answers["request"] == WORDS
    assert lies_here(again) == []


LOOKED = """() => import(document.querySelector("script[type=module]").src.replace("app.js", "hold.js"))
  .then(({ ready }) => ready).then(() => {})"""


def test_signing_out_waits_until_the_phone_has_forgotten(site):
    page = site.open("chen")
    address = written_without_a_network(site, page)
    page.close()
    page.context.set_offline(False)
    again, other = site.tab(page.context), site.tab(page.context)
    again.goto("/account")
    wait_until_nothing_waits(again)
    again.evaluate(LOOKED)
    wait_without_end(again, 3_000)  # what it waits for a slow store
    hold_store(other, "drafts")
    sign_out(again)
    other.evaluate(LET_GO)
    again.wait_for_url("**/sign-in")
    assert lies_here(again) == []
    assert draft_of(address.rsplit("/", 1)[1]).answers["request"] == WORDS


def test_signing_out_says_what_would_be_lost(site):
    page = site.open("chen")
    address = written_without_a_network(site, page)
    uuid = address.rsplit("/", 1)[1]
    page.close()
    page.context.set_offline(False)
    again = site.tab(page.context)
    again.route(f"**/drafts/{uuid}", lambda route: route.fulfill(status=500))
    again.goto("/account")
    sign_out(again)
    expect(again.locator("[data-waiting]")).to_contain_text("现在退出会丢掉它们")
    again.get_by_role("button", name="丢掉并退出").tap()
    again.wait_for_url("**/sign-in")
    assert lies_here(again) == []


def test_the_next_person_finds_and_sends_nothing_of_it(site):
    page = site.open("chen")
    address = written_without_a_network(site, page)
    page.close()
    context = page.context
    context.clear_cookies()
    context.set_offline(False)
    site.sign_in(context, "sunmin")
    other = site.tab(context)
    with other.expect_response("**/phone/key"):
        other.goto("/records")
    wait_until_key_of(other, site.world.users["sunmin"])
    assert draft_of(address.rsplit("/", 1)[1]).answers["request"] != WORDS
    context.clear_cookies()
    site.sign_in(context, "chen")
    owner = site.tab(context)
    owner.goto("/records")
    wait_until_nothing_waits(owner)
    assert draft_of(address.rsplit("/", 1)[1]).answers["request"] == WORDS


def sign_out(page):
    page.locator("details.menu > summary").tap()
    page.locator(".menu-sheet").get_by_role("button", name="退出登录").tap()
