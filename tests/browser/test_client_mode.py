"""The phone in the client's hands reaches one sheet and nothing else; the technician never sees the rating."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from tests.browser.hands import PIN, answer, hand_over, sign
from tests.engines import tool
from tests.people import PASSWORD

pytestmark = pytest.mark.browser

COMMENT = "等了两天才来人"


def handed(site):
    """A technician's phone that was at the tasks and the sheet, then handed over; and the sheet's number."""
    page = site.open("chen")
    number = site.world.waiting_sheet().number
    page.goto("/")
    page.goto(f"/records/{number}/signature")
    page.locator("#f-pin").fill(PIN)
    page.locator("#f-own_password").fill(PASSWORD)
    page.get_by_role("button", name="把手机交给客户").tap()
    expect(page.locator("form#sign")).to_be_visible()
    return page, number


def sign_dissatisfied(page):
    answer(page, "accessories", "none")
    answer(page, "satisfaction", "dissatisfied")
    page.locator("#f-comments").fill(COMMENT)
    sign(page)
    page.get_by_role("button", name="确认并签字").tap()
    expect(page.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()


def take_back(page, pin=PIN):
    page.goto("/handover/return")
    page.locator("#f-pin").fill(pin)
    page.get_by_role("button", name="取回").tap()


def test_every_address_leads_to_the_clients_page(site):
    page, number = handed(site)
    here = page.url
    code = site.world.office.code.code
    for address in ("/", "/records", f"/records/{number}", f"/records/{number}.pdf", f"/records/{number}/signature",
                    "/devices", f"/d/{code}", f"/forms/service-contact/new?device={code}&another=1", "/account", "/account/pin",
                    "/statistics/mine", "/find?q=1", "/codes", "/sign-in"):  # fmt: skip
        page.goto(address)
        assert page.url == here, address
        expect(page.locator("form#sign")).to_be_visible()


def test_the_clients_page_links_nowhere_else(site):
    page, _number = handed(site)
    ours = page.url.removeprefix(site.url)
    page.locator("main details").first.evaluate("(details) => { details.open = true; }")
    links = page.locator("a[href]").evaluate_all("(all) => all.map((link) => link.getAttribute('href'))")
    forms = page.locator("form").evaluate_all("(all) => all.map((form) => new URL(form.action).pathname)")
    elsewhere = {where for where in [*links, *forms] if not where.startswith("#")}
    verifying = {where for where in elsewhere if re.search(r"/v/[\w-]+$", where)}
    assert elsewhere - verifying == {f"{ours}/entry", "/handover/return", "/language"}
    assert page.locator("nav, .menu").count() == 0


def test_back_leads_no_further(site):
    page, _number = handed(site)
    here = page.url
    for _ in range(2):  # the sheet, the tasks
        page.go_back()
        page.wait_for_url(here)
        expect(page.locator("form#sign")).to_be_visible()
        assert page.locator("nav, .menu").count() == 0


def test_back_after_signing_shows_no_sheet_and_no_rating(site):
    page, _number = handed(site)
    sign_dissatisfied(page)
    page.go_back()
    expect(page.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()
    assert COMMENT not in page.content()


def test_the_pin_returns_the_phone_and_a_wrong_one_does_not(site):
    page, number = handed(site)
    take_back(page, "000000")
    expect(page.locator(".error-summary")).to_be_visible()
    page.goto(f"/records/{number}")
    expect(page.locator("form#sign")).to_be_visible()
    take_back(page)
    page.wait_for_url(f"**/records/{number}")
    page.goto("/records")
    assert page.url.endswith("/records")


def test_the_rating_is_nowhere_in_the_technicians_pages(site, tmp_path):
    page, number = handed(site)
    sign_dissatisfied(page)
    assert COMMENT not in page.content() and 'value="dissatisfied"' not in page.content()
    take_back(page)
    page.wait_for_url(f"**/records/{number}")
    code = site.world.office.code.code
    for address in (f"/records/{number}", "/records", "/", f"/d/{code}", "/statistics/mine"):
        page.goto(address)
        assert COMMENT not in page.content() and "dissatisfied" not in page.content(), address
    page.goto(f"/records/{number}")
    expect(page.locator(".sheet .ticked", has_text="不满意")).to_have_count(0)
    page.goto(f"/records?q={COMMENT}")
    expect(page.locator("#list")).not_to_contain_text(number)
    for address in (
        "/records",
        "/records?satisfaction=dissatisfied",
    ):  # a filter that is not theirs filters nothing
        page.goto(address)
        expect(page.locator("#list")).to_contain_text(number)
        assert "不满意" not in page.content()
    page.goto("/records.csv?form=service-contact")
    page.fill('[name="own_password"]', PASSWORD)
    with page.expect_download():
        page.locator("main button[type=submit]").click()
    exported = page.request.get("/records.csv?form=service-contact").text()
    assert number in exported and COMMENT not in exported and "不满意" not in exported
    (tmp_path / "sheet.pdf").write_bytes(page.request.get(f"/records/{number}.pdf").body())
    command = [tool("pdftotext"), tmp_path / "sheet.pdf", "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert number in text and COMMENT not in text


def test_nothing_of_the_client_is_left_on_the_phone(site):
    page, number = handed(site)
    sign_dissatisfied(page)
    # The page says that it is signed before its scripts have come and forget.
    page.wait_for_function("() => !sessionStorage.length && !localStorage.length")
    take_back(page)
    page.wait_for_url(f"**/records/{number}")
    for _ in range(2):
        page.go_back()
        assert COMMENT not in page.content()


def test_the_supervisor_sees_the_rating(site):
    page, number = handed(site)
    sign_dissatisfied(page)
    desk = site.open("gao", desk=True)
    desk.goto(f"/records/{number}")
    expect(desk.locator("main")).to_contain_text(COMMENT)


def test_the_client_may_read_in_another_language(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    here = page.url
    page.locator(".language button").tap()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url == here
