"""My turn on a phone: from the list, in two taps, off the list."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow.completing import record_events
from fieldforms.store.models import Entry, Record
from tests.browser.hands import next_page
from tests.web.completing.hands import OVERTIME, lent
from tests.web.hands import Form, errors

pytestmark = pytest.mark.browser


def asked_by_chen(site, reason: str) -> str:
    """An overtime request that waits for its supervisor."""
    chen = site.world.browser("chen")
    sheet = Form(chen, "/forms/overtime-request/new")
    checked = sheet.post(then="check", **OVERTIME | {"overtime_reason": reason})
    assert checked.status_code == 303, errors(checked.text)
    return Form(chen, checked.location, "complete").post().location.split("/")[2]


@pytest.fixture
def cleared_away(site):
    """What a test leaves waiting is not the next one's."""
    yield
    for row in Record.select().where(Record.state == "open", Record.key == "overtime-request"):
        record_events.cancel_record(site.world.actor("gao"), row.number, "测试结束")


@pytest.mark.usefixtures("cleared_away")
def test_an_approval_is_two_taps_and_the_number_goes_down(site):
    first, second = asked_by_chen(site, "全省视频会议保障"), asked_by_chen(site, "报告厅联调")
    page = site.open("gao", desk=True)
    page.goto("/")
    rows, badge = page.locator("#mine ~ ul > li"), page.locator(".top-nav .count-badge")
    before = rows.count()
    expect(badge).to_have_text(str(before))
    page.get_by_role("link", name=first).click()
    page.get_by_role("button", name="同意", exact=True).click()
    page.wait_for_url("**/")
    expect(page.locator(".message:not([data-network])")).to_contain_text(f"{first}：同意")
    expect(rows).to_have_count(before - 1)
    expect(page.get_by_role("link", name=second)).to_be_visible()
    expect(badge).to_have_text(str(before - 1))
    assert Entry.select().where(Entry.number == first).count() == 2
    assert page.complaints == []


@pytest.mark.usefixtures("cleared_away")
def test_a_refusal_asks_for_its_reason(site):
    number = asked_by_chen(site, "设备搬迁")
    page = site.open("gao", lang="en")
    page.goto(f"/records/{number}")
    page.get_by_role("button", name="Declined").tap()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    summary.get_by_role("link").tap()
    remark = page.locator("#f-supervisor_remark")
    expect(remark).to_be_focused()
    page.keyboard.type("Not this week")
    page.get_by_role("button", name="Declined").tap()
    page.wait_for_url("**/")
    assert Record.get(Record.number == number).state == "closed"


@pytest.mark.usefixtures("cleared_away")
def test_a_double_tap_decides_once(site):
    number = asked_by_chen(site, "连点两下")
    page = site.open("gao")
    page.goto(f"/records/{number}")
    page.get_by_role("button", name="同意", exact=True).dblclick()
    page.wait_for_url("**/")
    assert Entry.select().where(Entry.number == number).count() == 2


@pytest.mark.usefixtures("cleared_away")
def test_without_scripts_too(site):
    number = asked_by_chen(site, "没有脚本")
    page = site.open("gao", java_script_enabled=False)
    page.goto(f"/records/{number}")
    page.get_by_role("button", name="同意", exact=True).tap()
    page.wait_for_url("**/")
    assert Record.get(Record.number == number).next_step == "hr_approval"


def test_enter_in_a_line_of_text_decides_nothing(site):
    """Else the first button would be pressed: the form has a line of text and three buttons that are answers."""
    world = site.world
    number = lent(world)
    page = site.open("sunmin")
    page.goto(f"/records/{number}")
    with next_page(page):
        page.locator("#f-returned_at").press("Enter")
    assert Record.get(Record.number == number).next_step == "giving_back"
    page.get_by_role("button", name="完好").tap()
    page.wait_for_url("**/")
    assert Record.get(Record.number == number).state == "closed"
