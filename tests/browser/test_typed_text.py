"""What a browser does with typed text: the company's clock, nothing cut, a choice that can be taken back."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow import local_time
from tests.browser.hands import new_sheet, saved

pytestmark = pytest.mark.browser


def test_now_is_the_companys_minute_whatever_zone_the_phone_is_in(site):
    page = site.open("chen", timezone_id="America/Los_Angeles")
    page.goto(new_sheet(site.world.office))
    arrival = page.locator("#f-arrival")
    with saved(page):
        arrival.fill("2020-01-01T00:00")
    before = local_time.now()
    with saved(page):
        page.locator("[data-now=minute][data-for=f-arrival]").click()
    assert before <= arrival.input_value() <= local_time.now()


def test_what_is_pasted_too_long_is_said_and_stays_whole(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    request = page.locator("#f-request")
    longest = int(request.get_attribute("data-longest"))
    with saved(page):
        request.fill("字" * (longest + 3))
    expect(page.get_by_role("alert")).to_have_text(f"最多 {longest} 个字，现在有 {longest + 3} 个。")
    assert len(request.input_value()) == longest + 3
    request.fill("字" * longest)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_an_optional_choice_is_taken_back_by_a_tap_and_by_the_keys(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    group = page.locator(".tiles", has=page.locator(".clear")).first
    clear = group.locator(".clear")
    with saved(page):
        group.locator(".tile").first.click()
    expect(clear).to_be_visible()
    with saved(page):
        clear.click()
    assert group.locator(":checked").get_attribute("value") == ""
    with saved(page):
        page.keyboard.press("ArrowDown")  # on to the first, and back again
    assert group.locator(":checked").get_attribute("value") != ""
    with saved(page):
        page.keyboard.press("ArrowUp")
    assert group.locator(":checked").get_attribute("value") == ""
