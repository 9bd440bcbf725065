"""Saves that are answered late, in another order or never: what is on the page is what the server has in the end."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.hands import AT_REST, answer, hand_over, new_sheet, saved
from tests.browser.roads import HeldUp, draft_of, uuid_of

pytestmark = pytest.mark.browser

STATUS = "[data-save-status]"
DRAFT = re.compile(r"/drafts/[0-9a-f-]{36}$")
OUT_OF_SIGHT = """(hidden) => {
  Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
  document.dispatchEvent(new Event("visibilitychange"));
}"""
# Chrome 85 to 97: whoever cuts a request off cannot say why.
WITHOUT_REASON = """
const { abort } = AbortController.prototype;
AbortController.prototype.abort = function () { abort.call(this); };
"""


def started(site, clock=False):
    """A contact sheet, saved once; with `clock` the page's time stands from then on unless the test lets it run."""
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    with saved(page):
        page.locator("#f-request").fill("话筒有杂音")
    if clock:
        page.reload()
        page.clock.install()
        page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
        page.reload()
        expect(page.locator("html[data-alive~=autosave]")).to_be_attached()
    return page


def type_solution(page, words: str):
    page.locator("#f-solution").fill(words)


def solution_of(page):
    return draft_of(uuid_of(page)).answers.get("solution")


def test_an_answer_speaks_of_the_words_it_was_given_and_of_no_later_ones(site):
    page = started(site)
    waiting = HeldUp(page, DRAFT)
    type_solution(page, "重启")
    first = waiting.take()
    type_solution(page, "重启两次")
    page.evaluate(OUT_OF_SIGHT, True)
    last = waiting.take()
    with page.expect_response(DRAFT):
        first.continue_()
    waiting.free = True
    last.abort()
    page.evaluate(OUT_OF_SIGHT, False)
    page.wait_for_function(AT_REST)
    assert solution_of(page) == "重启两次"


def test_what_was_sent_when_the_page_went_out_of_sight_and_was_lost_is_sent_again(site):
    page = started(site, clock=True)
    waiting = HeldUp(page, DRAFT)
    type_solution(page, "重启")
    page.evaluate(OUT_OF_SIGHT, True)
    lost = waiting.take()
    page.evaluate(OUT_OF_SIGHT, False)
    waiting.free = True
    lost.abort()
    expect(page.locator(STATUS)).to_have_attribute("data-state", "failed")
    page.clock.run_for(5_000)
    page.wait_for_function(AT_REST)
    assert solution_of(page) == "重启"


@pytest.mark.parametrize("browser_is", ["new", "of a time before reasons"])
def test_a_save_that_is_never_answered_is_given_up_and_tried_again(site, browser_is):
    page = site.open("chen")
    if browser_is != "new":
        page.add_init_script(WITHOUT_REASON)
    page.clock.install()
    page.goto(new_sheet(site.world.office))
    page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
    waiting = HeldUp(page, DRAFT)
    page.locator("#f-request").fill("话筒有杂音")
    page.clock.run_for(1_000)
    waiting.take()
    page.clock.run_for(21_000)
    expect(page.locator(STATUS)).to_have_attribute("data-state", "failed")
    waiting.free = True
    page.clock.run_for(5_000)
    page.wait_for_function(AT_REST)
    assert draft_of(uuid_of(page)).answers["request"] == "话筒有杂音"


def test_words_typed_while_a_save_was_on_its_way_are_there_when_the_next_page_was_lost(site):
    """The save's answer comes, the button's does not."""
    page = started(site, clock=True)
    address = page.url
    waiting = HeldUp(page, DRAFT)
    type_solution(page, "重启")
    page.clock.run_for(1_000)
    first = waiting.take()
    type_solution(page, "重启两次")
    with page.expect_response(DRAFT) as answered:
        first.continue_()
    answered.value.finished()
    expect(page.locator(STATUS)).to_have_attribute("data-state", "saved")
    lose_the_next_page(page)
    waiting.free = True
    page.goto(address)
    expect(page.locator("#f-solution")).to_have_value("重启两次")


def test_words_are_there_when_the_next_page_was_lost_before_the_save_was_answered(site):
    page = started(site, clock=True)
    address = page.url
    waiting = HeldUp(page, DRAFT)
    type_solution(page, "重启")
    page.clock.run_for(1_000)
    first = waiting.take()
    first.fetch()  # the server has it
    type_solution(page, "重启两次")
    lose_the_next_page(page)
    waiting.free = True
    page.goto(address)
    expect(page.locator("#f-solution")).to_have_value("重启两次")


def lose_the_next_page(page):
    page.route(DRAFT, lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed", lambda request: request.is_navigation_request()):
        page.locator("[data-go-on]").tap(no_wait_after=True)
    page.wait_for_url("chrome-error://**")


def test_a_page_that_did_not_go_saves_itself_again(site):
    """As when a person stops what takes too long, and types on."""
    page = started(site, clock=True)
    page.route(DRAFT, lambda route: route.fulfill(status=204), times=1)
    type_solution(page, "重启")
    with page.expect_response(DRAFT):
        page.locator("[data-go-on]").tap()
    type_solution(page, "重启两次")
    page.clock.run_for(11_000)
    page.wait_for_function(AT_REST)
    assert solution_of(page) == "重启两次"


@pytest.mark.parametrize("whose", ["the technician's", "the client's"])
def test_what_is_typed_before_the_scripts_come_is_newer_than_what_was_kept(site, whose):
    page, field, choice = WHOSE[whose](site)
    page.locator(field).fill("先写的")
    answer(page, *choice)
    kept = page.locator(f'[name="{choice[0]}"]:checked').get_attribute("value")
    scripts = HeldUp(page, "**/js/app.js")
    page.goto(page.url, wait_until="commit")
    page.locator(field).fill("后写的")
    scripts.take().continue_()
    expect(page.locator(f'[name="{choice[0]}"][value="{kept}"]')).to_be_checked()
    expect(page.locator(field)).to_have_value("后写的")


def technicians(site):
    page = started(site)
    page.route(DRAFT, lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    return page, "#f-solution", ("result", "completed")


def clients(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    return page, "#f-comments", ("satisfaction", "satisfied")


WHOSE = {"the technician's": technicians, "the client's": clients}
