"""What is hidden stays hidden, whatever its component's own display, on a phone and at a desk (app.css, "states")."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow.completing import signature_requests
from tests.browser.conftest import DESK, PHONE
from tests.browser.hands import new_sheet

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])

# Name of the page → who opens it, its address. Each has something for scripts alone, or hidden until it is needed.
PAGES = {
    "a checklist": ("chen", lambda world: new_sheet(world.office, "av-maintenance")),
    "a contact": ("chen", lambda world: new_sheet(world.office)),
    "rows": ("chen", lambda world: f"/forms/device-survey/new?room={world.office.room.id}&another=1"),
    "signing": (None, lambda world: f"/s/{link_to_sign(world)}"),
}


NOT_HIDDEN = """(all) => all.filter((each) => getComputedStyle(each).display !== "none").map((each) => each.outerHTML)"""


def link_to_sign(world) -> str:
    return signature_requests.make_signing_link(world.actor("chen"), world.waiting_sheet().number)[1]


def open_page(site, name: str, size, **options):
    login, address = PAGES[name]
    page = site.open(login, **size, **options)
    assert page.goto(address(site.world)).ok
    page.wait_for_load_state("networkidle")
    page.locator("main details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
    return page


@SIZES
@pytest.mark.parametrize("name", PAGES)
def test_what_only_scripts_can_do_is_not_offered_without_them(site, name, size):
    page = open_page(site, name, size, java_script_enabled=False)
    asked = page.locator(".js-only, [hidden]")
    assert asked.count() > 0
    for each in asked.all():
        expect(each).to_have_css("display", "none")


@SIZES
@pytest.mark.parametrize("name", PAGES)
def test_with_scripts_it_is_there_and_the_hidden_stays_hidden(site, name, size):
    page = open_page(site, name, size)
    assert page.locator("[hidden]").evaluate_all(NOT_HIDDEN) == []
    expect(page.locator(".js-only:not([hidden], [hidden] *)").locator("visible=false")).to_have_count(0)
