"""The main job on a phone: scan, fill, hand over, sign, take back; and the supervisor reads it."""

import pytest

from fieldforms.store.models import Entry, Record
from tests.browser.hands import PIN, sign
from tests.browser.phones import with_worker
from tests.people import PASSWORD

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("workers", ["block", "allow"])
def test_a_contact_sheet_from_the_label_to_the_supervisor(site, workers):
    world = site.world
    page = with_worker(site) if workers == "allow" else site.open("chen")
    page.goto(f"/d/{world.office.code.code.lower()}")
    page.get_by_role("link", name="填客户服务联络单").tap()
    page.locator("#f-request").fill("第一会议室话筒有杂音")
    page.locator("#f-solution").fill("更换端子")
    page.locator("label", has_text="已完成服务").tap()
    page.get_by_role("button", name="检查并交客户签字").tap()
    page.get_by_role("button", name="确认，交客户签字").tap()
    page.locator("#f-pin").fill(PIN)
    page.locator("#f-own_password").fill(PASSWORD)
    page.get_by_role("button", name="把手机交给客户").tap()
    page.locator("#q-accessories label", has_text="没有附件").tap()
    page.locator("#q-satisfaction label", has_text="很满意").tap()
    sign(page)
    page.get_by_role("button", name="确认并签字").tap()
    page.get_by_role("heading", name="谢谢您，已签好").wait_for()
    number = Record.select().order_by(Record.id.desc()).get().number
    assert number in page.inner_text("main")
    page.get_by_role("link", name="技术员取回手机").tap()
    page.locator("#f-pin").fill(PIN)
    page.get_by_role("button", name="取回").tap()
    page.wait_for_url(f"**/records/{number}")
    assert "很满意" not in page.inner_text("body")
    assert page.complaints == []
    assert [row.step for row in Entry.select().where(Entry.number == number).order_by(Entry.seq)] == [
        "work",
        "acceptance",
    ]
    desk = site.open("gao", desk=True)
    desk.goto("/records")
    assert "很满意" in desk.inner_text("main") and number in desk.inner_text("main")
    assert desk.complaints == []
