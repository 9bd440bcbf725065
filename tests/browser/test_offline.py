"""Nothing leaves a page while there is no network (experience.md, check 22): it says so, and keeps what was typed."""

import re

import pytest
from playwright.sync_api import expect

from fieldforms.store.filling import drafts
from tests.browser.hands import answer, fill_work, hand_over, new_sheet, next_page, saved, sign
from tests.people import PASSWORD

pytestmark = pytest.mark.browser

NO_NETWORK = "现在没有网络，没有提交"
FORMS = {  # (who, address, the field that was typed into)
    "signing in": (None, "/sign-in", "[name=login]"),
    "a device": ("chen", "/devices/new?room={room}", "[name=name]"),
    "a part": ("sunmin", "/parts/new", "[name=name]"),
    "a find": ("chen", "/", "[name=code]"),
    "the list's search": ("chen", "/records", "[name=q]"),
    "statistics": ("gao", "/statistics/times", "form select"),
    "a person": ("admin", "/people/new", "[name=name]"),
    "a fault's report": (None, "/d/{code}/report", "textarea"),
}


def opened(site, login: str | None, address: str):
    """The page, with what it sends from now on in `.sent`."""
    office = site.world.office
    page = site.open(login)
    page.goto(address.format(room=office.room.id, code=office.code.code))
    return note_requests(page)


def note_requests(page):
    """From when the page has all that is its own, but for scripts that a slow processor comes to later."""
    page.wait_for_load_state("networkidle")
    page.sent = []
    page.on(
        "request", lambda request: page.sent.append(request.url) if "/static/" not in request.url else None
    )
    return page


def button_of(field):
    """The button that sends the form of this field."""
    return (
        field.locator("xpath=ancestor::form[1]")
        .locator("[type=submit], button:not([type])")
        .locator("visible=true")
        .last
    )


def expect_refused(page):
    said = page.get_by_role("alert").filter(has_text=NO_NETWORK)
    expect(said).to_be_visible()
    expect(said).to_be_focused()
    assert page.sent == []


@pytest.mark.parametrize("form", FORMS)
def test_a_form_stays_while_there_is_no_network_and_goes_when_it_is_back(site, form):
    login, address, selector = FORMS[form]
    page = opened(site, login, address)
    field = page.locator(f"main {selector}").first
    page.context.set_offline(True)
    typed = type_into(field)
    button_of(field).tap()
    expect_refused(page)
    expect(field).to_have_value(typed)
    page.context.set_offline(False)
    expect(page.get_by_role("alert").filter(has_text="网络恢复了")).to_be_visible()
    with next_page(page):
        button_of(field).tap()


def type_into(field) -> str:
    if field.evaluate("(input) => input.matches('select')"):
        return field.select_option(index=1)[0]
    field.fill("话筒")
    return "话筒"


def test_a_list_that_follows_what_is_typed_asks_nothing_and_says_so(site):
    page = opened(site, "chen", "/records")
    page.context.set_offline(True)
    page.locator("[name=q]").press_sequentially("话筒")
    expect(page.get_by_role("alert").filter(has_text=NO_NETWORK)).to_be_visible()
    expect(page.locator("[name=q]")).to_be_focused()
    assert page.sent == []


def test_enter_sends_nothing_either(site):
    page = opened(site, None, "/sign-in")
    page.context.set_offline(True)
    page.locator("[name=login]").fill("chen")
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect_refused(page)
    page.context.set_offline(False)
    page.keyboard.press("Tab")
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/")


def test_a_step_is_not_completed_without_a_network_and_then_is_once(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    page.locator("[data-go-on]").tap()
    page.wait_for_url("**/check")
    uuid = page.url.split("/")[-2]
    note_requests(page)
    page.context.set_offline(True)
    confirm = page.locator("[form=complete]")
    confirm.tap()
    expect_refused(page)
    assert drafts.get_draft(uuid).completed_at is None
    page.context.set_offline(False)
    with next_page(page):
        confirm.tap()
    assert "/signatures" in page.url or "/records/" in page.url


def test_the_client_signs_when_the_network_is_back_and_nothing_was_lost(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    answer(page, "satisfaction", "satisfied")
    answer(page, "accessories", "none")
    sign(page)
    note_requests(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="确认并签字").click()
    expect_refused(page)
    page.context.set_offline(False)
    page.get_by_role("button", name="确认并签字").click()
    expect(page.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()


def test_a_network_that_leads_nowhere_is_noticed_after_the_first_request_was_lost(site):
    """The phone says that it is online: a save was lost, so the server is asked before the page is left."""
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    page.wait_for_load_state("networkidle")
    page.context.route("**/*", lambda route: route.abort())
    page.locator("#f-request").fill("话筒有杂音")
    expect(page.locator("[data-save-status]")).to_have_attribute("data-state", "failed")
    page.locator("[data-go-on]").tap()
    expect(page.get_by_role("alert").filter(has_text=NO_NETWORK)).to_be_focused()
    expect(page.locator("#f-request")).to_have_value("话筒有杂音")
    page.context.unroute("**/*")
    with next_page(page):
        page.locator("[data-go-on]").tap()


def test_the_word_that_there_is_no_network_goes_with_the_next_answer(site):
    """The phone said all the time that it is online."""
    page = opened(site, "chen", "/records")
    page.route(re.compile(r"/records\?"), lambda route: route.abort(), times=1)
    page.locator("[name=q]").fill("话筒")
    expect(page.get_by_role("alert").filter(has_text=NO_NETWORK)).to_be_visible()
    page.locator("[name=q]").fill("话筒有")
    expect(page.get_by_role("alert").filter(has_text="网络恢复了")).to_be_visible()
