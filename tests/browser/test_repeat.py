"""Tapped twice, sent ten times: one record, one number, the same answer."""

import pytest
from playwright.sync_api import expect

from fieldforms.store.models import Draft, Entry, Record
from tests.browser.hands import answer, fill_work, hand_over, new_sheet, sign

pytestmark = pytest.mark.browser

TIMES = 10
# The request of a form's page, sent again by the page itself: same body, same cookies.
SEND_AGAIN = """async ([selector, times]) => {
  const form = document.querySelector(selector);
  const body = new URLSearchParams(new FormData(form));
  const send = () => fetch(form.action, {method: "POST", body, redirect: "follow"});
  const answers = await Promise.all(Array.from({length: times}, send));
  return answers.map((answer) => `${answer.status} ${new URL(answer.url).pathname}`);
}"""


def checked(site):
    """A filled sheet's check page, and its record's uuid."""
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    record = page.locator('form#draft [name="record"]').get_attribute("value")
    fill_work(page)
    page.locator("button[value=check]").tap()
    page.wait_for_url("**/check")
    return page, record


def entries(record: str, step: str) -> int:
    return Entry.select().where(Entry.record == record, Entry.step == step).count()


def test_a_double_click_completes_once(site):
    page, record = checked(site)
    numbers = Record.select().count()
    page.locator(".bar .button.main").dblclick()
    page.wait_for_url("**/signature")
    assert entries(record, "work") == 1 and Record.select().count() == numbers + 1


def test_a_double_click_without_the_scripts_courtesy_completes_once(site):
    page, record = checked(site)
    page.evaluate("""() => {
      const form = document.querySelector("form#complete");
      form.submit();
      form.submit();
    }""")
    page.wait_for_url("**/signature")
    assert entries(record, "work") == 1


def test_the_same_completion_ten_times_at_once_is_one_row_and_one_number(site):
    page, record = checked(site)
    answers = page.evaluate(SEND_AGAIN, ["form#complete", TIMES])
    number = Record.get(Record.uuid == record).number
    assert answers == [f"200 /records/{number}/signature"] * TIMES
    assert entries(record, "work") == 1
    assert [row.number for row in Record.select().where(Record.uuid == record)] == [number]


def test_the_same_first_save_ten_times_at_once_is_one_draft(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    uuid = page.locator("form#draft").get_attribute("data-draft")
    answers = page.evaluate(SEND_AGAIN, ["form#draft", TIMES])
    assert answers == [f"200 /drafts/{uuid}"] * TIMES
    assert Draft.select().where(Draft.uuid == uuid).count() == 1


def test_the_same_signature_ten_times_at_once_signs_once(site):
    page = site.open("chen")
    entry = site.world.waiting_sheet()
    hand_over(site, page, entry)
    answer(page, "accessories", "none")
    answer(page, "satisfaction", "satisfied")
    sign(page)
    answers = page.evaluate(SEND_AGAIN, ["form#sign", TIMES])
    draft = page.locator("form#sign").get_attribute("data-keep")
    assert answers == [f"200 /drafts/{draft}/done"] * TIMES
    assert entries(entry.record, "acceptance") == 1


def test_back_after_completing_shows_what_it_became_and_not_the_form(site):
    page, record = checked(site)
    page.get_by_role("button", name="确认，交客户签字").tap()
    page.wait_for_url("**/signature")
    page.go_back()
    expect(page.get_by_role("heading", name="请客户签字")).to_be_visible()
    assert entries(record, "work") == 1
