"""The review desk by keyboard: one key a sheet, and the next one opens by itself."""

import pytest
from playwright.sync_api import expect

from fieldforms.store.models import Record, Review

pytestmark = pytest.mark.browser

OPEN = "#review-words [name=number]"


def waiting_sheets(site, n: int) -> list[str]:
    """The only ones that wait: their numbers."""
    Record.update(review_by="").execute()
    return [site.world.signed_sheet("chen").number for _ in range(n)]


@pytest.fixture
def desk(site):
    """Gao's, with four sheets on it."""
    page = site.open("gao", desk=True)
    page.numbers = waiting_sheets(site, 4)
    page.goto("/reviews")
    return page


def press(page, key: str) -> None:
    """When its reader may decide: what a key has brought is looked at first."""
    expect(page.locator("[data-review][data-ready]")).to_have_count(1)
    page.keyboard.press(key)


def shows(page, number: str) -> None:
    expect(page.locator(OPEN)).to_have_value(number)


def test_keys_walk_tick_approve_and_send_back(desk):
    first, second, third, fourth = desk.numbers
    shows(desk, first)
    press(desk, "j")
    shows(desk, second)
    press(desk, "k")
    shows(desk, first)
    press(desk, "a")
    shows(desk, second)
    press(desk, "r")
    expect(desk.locator("#f-words")).to_be_focused()
    desk.keyboard.type("a写错了")
    shows(desk, second)
    desk.locator("#review-words [data-key=r]").click()
    shows(desk, third)
    press(desk, " ")
    press(desk, "j")
    shows(desk, fourth)
    press(desk, " ")
    expect(desk.locator("#many :checked")).to_have_count(2)
    press(desk, "a")
    expect(desk.get_by_text("没有等您审阅的单据")).to_be_visible()
    said = [each.settles for each in Review.select().order_by(Review.id.desc()).limit(4)][::-1]
    assert said == ["approved", "sent_back", "approved", "approved"]
    assert Record.select().where(Record.review_by != "").count() == 0


def test_a_question_mark_says_which_keys_there_are(desk):
    expect(desk.locator("[data-review-keys]")).not_to_have_attribute("open", "")
    press(desk, "?")
    expect(desk.locator("[data-review-keys]")).to_have_attribute("open", "")


def test_on_a_phone_the_buttons_are_under_the_thumb_and_wait_for_the_eyes(site):
    numbers = waiting_sheets(site, 2)
    page = site.open("gao")
    page.goto("/reviews")
    bar = page.locator(".bar")
    expect(bar.get_by_role("button", name="通过")).to_be_enabled()
    bar.get_by_role("button", name="通过").click()
    shows(page, numbers[1])
    bar.get_by_role("button", name="退回").click()
    expect(page.locator("#f-words")).to_be_visible()
    expect(page.get_by_role("heading", name="退回 1 张")).to_be_visible()
