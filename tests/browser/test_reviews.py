"""The review desk by keyboard: one key a sheet, and the next one opens by itself."""

import json

import pytest
from playwright.sync_api import expect

from fieldforms.store.models import Record, Review
from tests.browser.hands import wait_for_script
from tests.browser.roads import HeldUp

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


def test_what_is_typed_waits_with_its_sheet_until_that_is_dealt_with(desk):
    first, second, _third, _fourth = desk.numbers
    desk.locator("#f-words").fill("型号写错")
    desk.locator("[data-sheet-of]").nth(1).click()
    shows(desk, second)
    expect(desk.locator("#f-words")).to_have_value("")
    desk.locator("#f-words").fill("照片不清楚")
    desk.locator("[data-sheet-of]").first.click()
    shows(desk, first)
    expect(desk.locator("#f-words")).to_have_value("型号写错")
    desk.locator("#f-words").press("Control+Enter")
    shows(desk, second)
    expect(desk.locator("#f-words")).to_have_value("照片不清楚")
    assert Review.get(Review.settles == "sent_back", Review.note == "型号写错")
    wait_for_script(desk, "review")
    kept = (
        "Object.entries(sessionStorage).filter(([key]) => key.startsWith('draft:')).map(([, words]) => words)"
    )
    assert [json.loads(words) for words in desk.evaluate(kept)] == [{second: "照片不清楚"}]
    desk.evaluate(LEAVE)
    assert desk.evaluate(kept) == [], "nothing stays after signing out"


LEAVE = """() => import(document.querySelector("script[type=module]").src.replace("app.js", "unsent.js"))
  .then(({ forget }) => forget())"""


def test_escape_leads_from_the_words_back_to_the_keys(desk):
    first, second, _third, _fourth = desk.numbers
    press(desk, "r")
    expect(desk.locator("#f-words")).to_be_focused()
    desk.keyboard.type("写错了")
    desk.keyboard.press("Control+j")
    shows(desk, first)
    desk.keyboard.press("Escape")
    expect(desk.locator("#f-words")).not_to_be_focused()
    press(desk, "j")
    shows(desk, second)
    press(desk, "k")
    shows(desk, first)
    expect(desk.locator("#f-words")).to_have_value("写错了")


def test_a_verdict_pressed_too_soon_is_done_as_soon_as_its_sheet_was_seen(desk):
    first, second, third, _fourth = desk.numbers
    press(desk, "j")
    desk.keyboard.press("a")
    shows(desk, third)
    assert [Record.get(Record.number == number).review_by for number in (first, second)] == ["supervisor", ""]


def test_of_a_sheet_that_does_not_come_nothing_is_decided(desk):
    first, second, _third, _fourth = desk.numbers
    held = HeldUp(desk, f"**/reviews?at={second}")
    press(desk, "j")
    asked = held.take()
    desk.keyboard.press("a")
    expect(desk.locator("#review-words [data-key=a]")).to_have_attribute("aria-busy", "true")
    asked.abort()
    expect(desk.locator("#review-words [aria-busy]")).to_have_count(0)
    press(desk, "?")
    expect(desk.locator(f'[aria-current]:has-text("{first}")')).to_have_count(1)
    shows(desk, first)
    assert Record.get(Record.number == first).review_by == "supervisor"


def test_the_letters_stand_on_the_buttons_that_they_press(desk):
    first, second, third, _fourth = desk.numbers
    one, many = (desk.locator(f"{form} [data-key=a]") for form in ("#review-words", "#many"))
    expect(one.locator("kbd")).to_be_visible()
    expect(many.locator("kbd")).to_be_hidden()
    for link in (1, 2):
        desk.locator("#many [type=checkbox]").nth(link).check()
    expect(many.locator("kbd")).to_be_visible()
    expect(many).to_contain_text("2")
    expect(many).to_be_in_viewport(ratio=1)
    expect(one.locator("kbd")).to_be_hidden()
    expect(one).to_be_enabled()
    one.click()
    expect(desk.get_by_text(f"已通过 {first}。")).to_be_visible()
    shows(desk, second)
    assert Record.get(Record.number == third).review_by == "supervisor"


def test_a_field_of_words_that_was_pulled_taller_breaks_no_policy(desk):
    desk.locator("#f-words").evaluate("(field) => { field.style.height = '200px'; }")  # as its corner does
    press(desk, "j")
    shows(desk, desk.numbers[1])
    press(desk, "?")
    assert desk.complaints == []


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
