"""Devices added by their code, on a slow road: each answer is about its own code, and what was added once is not lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.hands import AT_REST, saved
from tests.browser.roads import HeldUp, draft_of, uuid_of

pytestmark = pytest.mark.browser

LOOKUP = re.compile(r"/drafts/devices\?")
STATUS = "[data-device-status]"
CHOSEN = "[data-device-list] input:checked"


def report_page(site):
    """A maintenance report, saved once, about no device yet."""
    page = site.open("chen")
    page.goto("/forms/av-maintenance/new")
    with saved(page):
        page.locator("[data-item] [data-na]").first.check()
    return page


def add(page, code: str):
    page.locator("[data-device-code]").fill(code)
    page.locator("[data-device-add]").tap()


def test_a_refused_code_stays_refused_when_another_ones_answer_comes(site):
    page = report_page(site)
    lookups = HeldUp(page, LOOKUP)
    add(page, site.world.office.code.code)
    slow = lookups.take()
    add(page, "0000000000")
    lookups.take().continue_()
    expect(page.locator(STATUS)).to_contain_text("0000000000")
    slow.continue_()
    expect(page.locator(CHOSEN)).to_have_value(site.world.office.code.code)
    expect(page.locator(STATUS)).to_contain_text("0000000000")


def test_who_adds_a_device_is_told_when_the_answer_never_comes(site):
    page = report_page(site)
    page.clock.install()
    lookups = HeldUp(page, LOOKUP)
    add(page, site.world.office.code.code)
    lookups.take()
    page.clock.run_for(11_000)
    expect(page.locator(STATUS)).to_have_text("现在查不到，请稍后再试。")


def test_a_device_that_was_added_is_kept_although_its_name_does_not_come_again(site):
    page = report_page(site)
    code = site.world.office.code.code
    page.route(
        "**/drafts/*", lambda route: route.abort() if route.request.method == "POST" else route.fallback()
    )
    add(page, code)
    expect(page.locator(CHOSEN)).to_have_value(code)
    expect(page.locator("[data-save-status]")).to_have_attribute("data-state", "failed")
    page.unroute_all()
    page.route(LOOKUP, lambda route: route.abort())
    page.reload()
    expect(page.locator(CHOSEN)).to_have_value(code)
    page.wait_for_function(AT_REST)
    assert [device["code"] for device in draft_of(uuid_of(page)).answers["maintained_devices"]] == [code]
    page.unroute_all()
    page.reload()
    expect(page.locator("[data-device-list] [data-device] b")).not_to_have_text(code)
