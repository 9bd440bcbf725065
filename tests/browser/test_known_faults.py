"""While somebody describes a fault, what is known comes beside the question, and the sheet goes on saving itself."""

import pytest
from playwright.sync_api import expect

from fieldforms.store.models import Draft, FaultTry, KnownFault
from tests.browser.axe import AXE, SCRIPTS, touched
from tests.browser.hands import new_sheet, saved

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
    with saved(page):
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


def test_fingers_reach_everything_on_a_phone_and_nothing_scrolls_sideways(site, world):
    """The list, one, its form, its doubles, a device's, a sheet's, the form that offers some, and the page of those."""
    row = {
        "category": "processor",
        "remedy": "1. 重新上传程序\n2. 再等两分钟",
        "created_by": world.users["chen"],
        "created_at": 1,
    }
    fault = KnownFault.create(symptom="开机以后很久都没有声音，面板上的灯一直闪", cause="程序没有加载", **row)
    KnownFault.create(symptom="没有声音", looked_at=1, tried=12, helped=9, **row)
    number, draft = world.signed_sheet().number, world.working_sheet().uuid
    wrong = {}
    for login, address in (
        ("sunmin", "/known-faults"), ("sunmin", f"/known-faults/{fault.id}"), ("sunmin", f"/known-faults/{fault.id}/edit"),
        ("sunmin", f"/known-faults/{fault.id}/merging"), ("chen", f"/devices/{world.office.device.id}/known-faults"),
        ("chen", f"/records/{number}/known-fault"), ("chen", f"/drafts/{draft}"), ("chen", f"/drafts/{draft}/known-faults"),
    ):  # fmt: skip
        page = site.open(login, lang="en")
        page.goto(address)
        if address.endswith(draft):
            page.locator("details.likely summary").tap()
        page.evaluate(SCRIPTS)
        page.evaluate("scrollTo(0, 0)")  # what is sticky covers nothing here
        found = {"axe": page.evaluate(AXE), **touched(page), "sideways": page.evaluate("look.sideways()")}
        page.set_viewport_size({"width": 320, "height": 640})
        found["sideways, 320 px"] = page.evaluate("look.sideways()")
        wrong |= {f"{address} {what}": where for what, where in found.items() if where}
    assert wrong == {}
