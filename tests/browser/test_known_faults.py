"""While somebody describes a fault, what is known comes beside the question, and the sheet goes on saving itself."""

import pytest
from playwright.sync_api import expect

from fieldforms.store.models import Draft, FaultTry, KnownFault
from tests.browser.hands import new_sheet

pytestmark = pytest.mark.browser


def test_what_is_known_comes_with_the_words_and_no_word_is_lost(site, world):
    row = {"category": "processor", "created_by": world.users["sunmin"], "created_at": 1, "looked_at": 1}
    fault = KnownFault.create(symptom="话筒啸叫", remedy="把推子拉下来", **row)
    KnownFault.create(symptom="面板不亮", remedy="按电源键", **row)
    page = site.open("chen")
    page.goto(new_sheet(world.office, "fault-report"))
    likely = page.locator("details.likely summary")
    expect(likely).to_contain_text("面板不亮")
    page.locator("#f-symptom").fill("一开话筒就啸叫")
    page.locator("#f-symptom").blur()
    expect(likely).to_contain_text("话筒啸叫")
    likely.tap()
    page.get_by_role("button", name="有用").first.tap()
    expect(page.locator("details.likely [role=status]").first).to_have_text("记下了，谢谢")
    draft = Draft.get()
    with page.expect_response(lambda answer: answer.request.method == "POST" and draft.uuid in answer.url):
        page.locator("#f-reporter").fill("王老师")
    draft = Draft.get()
    assert (draft.answers["symptom"], draft.answers["reporter"]) == ("一开话筒就啸叫", "王老师")
    tried = FaultTry.get()
    assert (tried.known_fault_id, tried.record, tried.helped) == (fault.id, draft.record, True)
    assert page.complaints == []


def test_a_plain_page_of_them_is_answered_without_leaving_it(site, world):
    page = site.open("chen")
    fault = KnownFault.create(
        category="processor",
        symptom="自己重启",
        remedy="查电源",
        created_by=world.users["sunmin"],
        created_at=1,
    )
    page.goto(f"/devices/{world.office.device.id}/known-faults")
    card = page.locator("article", has_text="自己重启")
    card.get_by_role("button", name="没用").tap()
    expect(card.get_by_role("status")).to_have_text("记下了，谢谢")
    expect(card.get_by_role("button", name="没用")).to_have_attribute("aria-pressed", "true")
    row = KnownFault.get_by_id(fault.id)
    assert (row.tried, row.helped) == (1, 0)
