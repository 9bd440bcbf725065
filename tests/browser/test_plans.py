"""The maintenance calendar on a phone and at a desk; from a due visit, and from the label, to a visit that is done."""

import pytest

from fieldforms.flow import local_time
from fieldforms.flow.calendar import plans
from fieldforms.store.models import Plan, Record, Visit
from tests.browser.hands import fill_work

pytestmark = pytest.mark.browser

FORM = "service-contact"


def planned(world, place="client", **changes):
    given = {
        "place": place,
        "key": FORM,
        "every": "1",
        "unit": "month",
        "starts_on": local_time.today(),
    }
    return plans.make_plan(world.actor("sunmin"), world.office.client.id, given | changes)


@pytest.fixture
def plan(world):
    """Due today, whatever day it is; no plan of a test is the next one's."""
    yield planned(world, f"device-{world.office.device.id}")
    for row in Plan.select().where(Plan.ended_at.is_null()):
        plans.end_plan(world.actor("sunmin"), row.id)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_the_month_is_a_list_of_the_days_on_which_something_is_due(site, plan, lang):
    page = site.open("chen", lang=lang)
    page.goto("/plans/calendar?view=month")
    shown = page.locator(".day:visible")
    assert shown.count() == 1
    assert "政务中心" in shown.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    heights = page.locator(".day:visible li:has([href*='/new?']) a").evaluate_all(
        "all => all.map(a => a.getBoundingClientRect().height)"
    )
    assert len(heights) == 2 and min(heights) >= 43.5
    assert page.complaints == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_at_a_desk_the_month_is_a_grid_of_whole_weeks(site, plan, lang):
    page = site.open("sunmin", desk=True, lang=lang)
    page.goto("/plans/calendar?view=month")
    boxes = [page.locator(".day").nth(n).bounding_box() for n in range(8)]
    assert len({round(box["y"]) for box in boxes[:7]}) == 1
    assert boxes[7]["y"] > boxes[0]["y"] and round(boxes[7]["x"]) == round(boxes[0]["x"])
    assert page.locator(".day").count() in (28, 35, 42)
    assert "政务中心" in page.locator(".day.today").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.locator("nav .chip").nth(2).click()
    page.wait_for_url("**view=week**")
    assert page.locator(".day").count() == 7
    assert page.complaints == []


def finish(page) -> None:
    fill_work(page)
    page.get_by_role("button", name="检查并交客户签字").tap()
    page.get_by_role("button", name="确认，交客户签字").tap()
    page.wait_for_url("**/signature**")


def test_a_tap_on_a_due_visit_opens_its_sheet_and_the_sheet_closes_it(site, plan):
    page = site.open("chen")
    page.goto("/plans")
    page.get_by_role("link", name="开始").first.tap()
    page.wait_for_url(f"**/forms/{FORM}/new?**")
    assert site.world.office.device.name in page.inner_text("main")
    finish(page)
    page.goto("/plans")
    assert page.get_by_role("link", name="开始").count() == 0
    assert Visit.get(Visit.plan == plan.id).outcome == "done"
    assert page.complaints == []


def test_a_sheet_begun_at_the_label_closes_a_visit_that_is_due(site, plan):
    planned(site.world, f"room-{site.world.office.room.id}", every="2")
    page = site.open("chen")
    page.goto(f"/d/{site.world.office.code.code.lower()}")
    page.get_by_role("link", name="填客户服务联络单").tap()
    finish(page)
    newest = Record.select().order_by(Record.id.desc()).get()
    assert Visit.get(Visit.record == newest.uuid).outcome == "done"
