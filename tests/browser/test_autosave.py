"""A form saves itself: says so, disturbs nobody, loses nothing to a second tab, a lost reply or a session that ended."""

import re

import pytest
from itsdangerous import TimestampSigner
from playwright.sync_api import expect

from fieldforms.forms import strokes
from fieldforms.store import clock
from fieldforms.store.models import Draft
from tests.browser.hands import (
    DING,
    PHOTO,
    answer,
    close_pad,
    draw,
    hand_over,
    new_sheet,
    next_page,
    open_pad,
    saved,
)
from tests.browser.roads import HeldUp
from tests.people import PASSWORD

pytestmark = pytest.mark.browser

STATUS = "[data-save-status]"


def uuid_of(page) -> str:
    return page.locator("form#draft").get_attribute("data-draft")


def draft_of(page) -> Draft:
    return Draft.get(Draft.uuid == uuid_of(page))


def started(site, **options):
    """A new contact sheet on a phone, saved once."""
    page = site.open("chen", **options)
    page.goto(new_sheet(site.world.office))
    with saved(page):
        page.locator("#f-request").fill("话筒有杂音")
    expect(page.locator(STATUS)).to_have_attribute("data-state", "saved")
    return page


# Check 10


def test_the_status_changes_in_the_element_that_was_there_and_says_it(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    status = page.locator(STATUS)
    assert status.get_attribute("role") == "status" and status.inner_text() == ""
    page.evaluate(f"globalThis.before = document.querySelector('{STATUS}')")
    with saved(page):
        page.locator("#f-request").fill("话筒有杂音")
    expect(status).to_contain_text("已存")
    assert page.evaluate(f"globalThis.before === document.querySelector('{STATUS}')")
    assert page.url.endswith(f"/drafts/{uuid_of(page)}")


def test_focus_and_caret_stay_while_it_saves(site):
    page = started(site)
    request = page.locator("#f-request")
    request.evaluate("(input) => input.setSelectionRange(2, 2)")
    with saved(page):
        page.keyboard.type("也")
    expect(page.locator(STATUS)).to_have_attribute("data-state", "saved")
    expect(request).to_be_focused()
    assert request.evaluate("(input) => input.selectionStart") == 3
    page.keyboard.type("在")
    assert request.input_value() == "话筒也在有杂音"


def test_what_was_typed_before_the_scripts_came_is_saved_too(site):
    page = site.open("chen")
    scripts = HeldUp(page, "**/js/app.js")
    page.goto(new_sheet(site.world.office), wait_until="commit")
    page.locator("#f-request").fill("话筒有杂音")
    with saved(page) as answered:
        scripts.take().continue_()
    assert answered.value.ok and draft_of(page).answers["request"] == "话筒有杂音"


OWN = re.compile(r"draft=[0-9a-f-]{36}")


@pytest.mark.parametrize("reaches", [True, False], ids=["saved on leaving", "nothing reached the server"])
@pytest.mark.parametrize("way", ["reload", "back"])
def test_who_reloads_or_comes_back_within_the_second_finds_what_was_typed(site, way, reaches):
    page = site.open("chen")
    if not reaches:
        page.route(
            "**/drafts/*", lambda route: route.abort() if route.request.method == "POST" else route.fallback()
        )
    page.goto(new_sheet(site.world.office) + "&another=1")
    expect(page).to_have_url(OWN)
    uuid = uuid_of(page)
    page.locator("#f-request").fill("话筒有杂音")
    if way == "reload":
        page.reload()
    else:
        page.goto("/records")
        page.go_back()
    expect(page.locator("#f-request")).to_have_value("话筒有杂音")
    assert uuid_of(page) == uuid and uuid in page.url
    page.unroute("**/drafts/*")
    page.locator("#f-solution").fill("重启")
    expect(page.locator(STATUS)).to_have_attribute("data-state", "saved")
    expect(page).to_have_url(re.compile(f"/drafts/{uuid}$"))
    assert draft_of(page).answers["request"] == "话筒有杂音"


def test_a_failed_save_is_tried_again(site):
    page = started(site)
    page.clock.install()
    page.route("**/drafts/*", lambda route: route.abort())
    page.locator("#f-solution").fill("重启")
    page.clock.run_for(1_000)
    expect(page.locator(STATUS)).to_have_attribute("data-state", "failed")
    page.unroute("**/drafts/*")
    with saved(page):
        page.clock.run_for(5_000)
    expect(page.locator(STATUS)).to_have_attribute("data-state", "saved")
    assert draft_of(page).answers["solution"] == "重启"


# Check 12


def two_tabs(site):
    """Two tabs on one draft; the first has saved after the second was opened."""
    first = started(site)
    second = site.tab(first.context)
    second.goto(first.url)
    with saved(first):
        first.locator("#f-solution").fill("第一处：重启")
    return first, second


def test_the_stale_tab_gets_412_with_both_values_and_keeps_its_own(site):
    _first, second = two_tabs(site)
    with saved(second) as answered:
        second.locator("#f-solution").fill("第二处：换线")
    assert answered.value.status == 412
    conflict = second.locator("#conflict")
    expect(conflict).to_contain_text("第一处：重启")
    expect(conflict).to_contain_text("第二处：换线")
    expect(second.locator(STATUS)).to_have_attribute("data-state", "conflict")
    assert second.locator("#f-solution").input_value() == "第二处：换线"
    with saved(second) as answered:
        second.locator("[data-keep-mine]").click()
    assert answered.value.ok
    expect(conflict).to_be_empty()
    assert draft_of(second).answers["solution"] == "第二处：换线"


def test_the_stale_tab_can_take_the_others_words(site):
    _first, second = two_tabs(site)
    with saved(second):
        second.locator("#f-solution").fill("第二处：换线")
    second.locator("#conflict a").click()
    expect(second.locator("#f-solution")).to_have_value("第一处：重启")
    expect(second.locator("#conflict")).to_be_empty()
    assert draft_of(second).answers["solution"] == "第一处：重启"


def test_a_lost_reply_followed_by_an_edit_is_no_conflict(site):
    page = started(site)
    lost = []

    def lose(route):
        route.fetch()  # the server has it, the phone never hears
        lost.append(route.request.url)
        route.abort()

    page.route("**/drafts/*", lose)  # again and again, until it was seen
    page.locator("#f-solution").fill("重启")
    expect(page.locator(STATUS)).to_have_attribute("data-state", "failed")
    assert lost and draft_of(page).answers["solution"] == "重启"
    page.unroute("**/drafts/*")
    with saved(page) as answered:
        page.locator("#f-solution").fill("重启两次")
    assert answered.value.ok
    assert draft_of(page).answers["solution"] == "重启两次"


# Check 13


def sign_in(page):
    page.locator("[name=login]").fill("chen")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form [type=submit]").click()


def test_a_session_that_ended_offers_sign_in_and_everything_is_back(site):
    page = started(site)
    address = page.url
    page.context.clear_cookies()
    with saved(page) as answered:
        page.locator("#f-solution").fill("更换端子")
        answer(page, "result", "completed")
    assert answered.value.status in (401, 419)
    expect(page.locator(STATUS)).to_have_attribute("data-state", "sign-in")
    with page.expect_response("**/photos/*"):
        page.locator("#q-work_photos [data-files]").first.set_input_files(PHOTO)
    page.locator("#conflict a").click()
    sign_in(page)
    page.wait_for_url(address)
    expect(page.locator("#f-solution")).to_have_value("更换端子")
    expect(page.locator('[name="result"][value="completed"]')).to_be_checked()
    kept = page.locator("#q-work_photos [data-thumbs] input:checked:not([disabled])")
    expect(kept).to_have_count(1)
    expect(page.locator(STATUS)).to_have_attribute("data-state", "saved")
    answers = draft_of(page).answers
    assert answers["solution"] == "更换端子" and answers["result"] == "completed"
    expect_photo_saved(page, kept.get_attribute("value"))


def expect_photo_saved(page, digest: str):
    """The photo comes by a request of its own; the save that names it may be the one after."""
    if draft_of(page).answers.get("work_photos") != [digest]:
        with saved(page):
            pass
    assert draft_of(page).answers["work_photos"] == [digest]


def test_the_clients_answers_and_strokes_are_back_when_the_session_is(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    answer(page, "satisfaction", "satisfied")
    page.locator("#f-comments").fill("字幕机也请看看")
    open_pad(page)
    for stroke in DING:
        draw(page, stroke)
    close_pad(page)
    ink = page.locator("[data-strokes]").input_value()
    assert len(strokes.read(ink)) == 2
    cookies = page.context.cookies()
    page.context.clear_cookies()
    answer(page, "accessories", "none")
    page.locator("#f-signer").fill("丁一")
    address = page.url
    with next_page(page) as refused:
        page.get_by_role("button", name="确认并签字").click()
    assert refused.value.status in (401, 419)
    page.context.add_cookies(cookies)
    page.goto(address)
    expect(page.locator('[name="satisfaction"][value="satisfied"]')).to_be_checked()
    expect(page.locator("#f-comments")).to_have_value("字幕机也请看看")
    expect(page.locator("#f-signer")).to_have_value("丁一")
    expect(page.locator("[data-strokes]")).to_have_value(ink)
    page.get_by_role("button", name="确认并签字").click()
    expect(page.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()


def test_a_csrf_token_two_hours_old_still_saves(site, monkeypatch):
    now = clock.now
    page = started(site)
    then = TimestampSigner.get_timestamp
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda signer: then(signer) + 2 * 3600 + 60)
    monkeypatch.setattr(clock, "now", lambda: now() + 2 * clock.HOUR + clock.MINUTE)
    with saved(page) as answered:
        page.locator("#f-solution").fill("两小时以后")
    assert answered.value.ok and draft_of(page).answers["solution"] == "两小时以后"
