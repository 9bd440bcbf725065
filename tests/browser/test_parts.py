"""A tool is taken, given back and counted by its own label, on a phone."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow.register import codes
from fieldforms.flow.stock import movements, parts
from fieldforms.store.models import Movement, Part, Stock
from fieldforms.store.stock.parts import code_of

pytestmark = pytest.mark.browser


@pytest.fixture
def tool(world):
    """A tool of this test's own, in the company's store, with a label."""
    sun = world.actor("sunmin")
    name = f"示波器 {Part.select().count() + 1} 号"
    part = parts.add_part(sun, {"name": name, "kind": "tool", "unit": "台"})
    codes.put_label_on(sun, part)
    movements.move_part(sun, part.id, "received", {"quantity": "1", "target": "company"})
    return part


def test_a_tool_is_taken_by_its_label_with_one_tap(site, tool):
    page = site.open("chen")
    page.goto(f"/d/{code_of(tool)}")
    page.get_by_role("button", name="领用 1 台").tap()
    expect(page.get_by_role("status").first).to_contain_text("已领用 1 台")
    page.get_by_role("button", name="归还 1 台").tap()
    expect(page.get_by_role("status").first).to_contain_text("已归还 1 台")
    kinds = [row.kind for row in Movement.select().where(Movement.part == tool).order_by(Movement.id)]
    assert kinds == ["received", "issued", "returned"] and page.complaints == []


def test_two_taps_take_one(site, tool):
    page = site.open("chen")
    page.goto(f"/d/{code_of(tool)}")
    page.get_by_role("button", name="领用 1 台").dblclick()
    expect(page.get_by_role("button", name="归还 1 台")).to_be_visible()
    assert Movement.select().where(Movement.part == tool, Movement.kind == "issued").count() == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_of_stock_fit_a_phone_and_a_finger(site, tool, lang):
    page = site.open("sunmin", lang=lang)
    for path in ("/parts", f"/parts/{tool.id}", f"/parts/{tool.id}/issued", "/parts/new", "/parts/bag",
                 "/parts/movements", "/parts/count", "/parts/count/company"):  # fmt: skip
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        for box in page.locator("main :is(button, select, summary, .chip, .button):visible").all():
            assert box.bounding_box()["height"] >= 43.9, (path, box.inner_text())
    assert page.complaints == []


def test_a_count_by_scanned_labels_shows_what_differs_before_it_is_booked(site, tool):
    page, label = site.open("sunmin"), f"{site.url}/D/{code_of(tool)}".upper()
    page.goto("/parts/count/company")
    number = page.locator(f"#f-n-{tool.id}")
    for counted in ("1", "2"):
        page.locator("#f-code").fill(label)
        page.locator("#f-code").press("Enter")
        expect(number).to_have_value(counted)
    page.get_by_role("button", name="核对差异").tap()
    expect(page.get_by_text("账上 1，数到 2")).to_be_visible()
    assert Stock.get(Stock.part == tool).quantity == 1
    page.get_by_role("button", name="入账").tap()
    expect(page.get_by_role("status").first).to_contain_text("盘点已入账")
    assert Stock.get(Stock.part == tool).quantity == 2
