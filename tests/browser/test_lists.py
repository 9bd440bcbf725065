"""Lists of sheets: a row is one link and nothing but its own row, whatever a browser thinks of positioned rows."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SIZES = [(1280, 800), (820, 1180), (360, 780)]
# WebKit does not position rows of tables: there they are as if nothing had been said.
AS_WEBKIT = """() => {
  for (const row of document.querySelectorAll("tr, thead, tbody, tfoot")) {
    if (getComputedStyle(row).display.startsWith("table")) row.style.setProperty("position", "static", "important");
  }
}"""
# In each cell of each row: the row's own link lies on top, or a link of the cell's.
ASTRAY = """() => [...document.querySelectorAll(".records tbody tr")].flatMap((row) => {
  const own = row.querySelector("th a");
  return [...row.cells].filter((cell) => {
    cell.scrollIntoView({block: "center", inline: "center"}); // a wide table's list scrolls: by a day of two digits, too
    const box = cell.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (!box.width) return false;
    return document.elementFromPoint(x, y)?.closest("a") !== own;
  }).map((cell) => `${own.textContent} ${cell.className || "th"}`);
})"""
# What is laid over something must hang on what every browser positions.
HANGING = """() => [...document.querySelectorAll("main *")].flatMap((element) =>
  [null, "::before", "::after"].filter((kind) => {
    const style = getComputedStyle(element, kind);
    if (style.position !== "absolute" || (kind && style.content === "none")) return false;
    let holder = kind ? element : element.parentElement;
    while (holder && getComputedStyle(holder).position === "static") holder = holder.parentElement;
    return holder && /^table-(row|header|footer|column)/.test(getComputedStyle(holder).display.replace("table-header-group", "table-row"));
  }).map((kind) => `${element.tagName} ${element.className} ${kind}`))"""


@pytest.fixture
def listed(site):
    """Somebody's list with several sheets on it."""
    for _ in range(3):
        site.world.waiting_sheet()
    return site.open("chen", desk=True)


@pytest.mark.parametrize("address", ["/records", "/records?form=service-contact"])
@pytest.mark.parametrize("width, height", SIZES)
def test_every_row_opens_its_own_sheet_and_covers_nothing_else(listed, address, width, height):
    listed.set_viewport_size({"width": width, "height": height})
    listed.goto(address)
    assert listed.locator(".records tbody tr").count() >= 3
    listed.evaluate(AS_WEBKIT)
    assert listed.evaluate(ASTRAY) == []
    assert listed.evaluate(HANGING) == []
    listed.locator("#q").click()
    expect(listed.locator("#q")).to_be_focused()
    listed.locator(".records-filters > summary").click()
    expect(listed.locator("#w-form")).to_be_visible()


@pytest.mark.parametrize("width, height", SIZES)
def test_a_tap_anywhere_on_a_row_opens_it(listed, width, height):
    listed.set_viewport_size({"width": width, "height": height})
    listed.goto("/records")
    row = listed.locator(".records tbody tr").nth(1)
    number = row.locator("th a").inner_text()
    listed.evaluate(AS_WEBKIT)
    box = row.locator("td.result").bounding_box()
    listed.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    listed.wait_for_url(f"**/records/{number}")


@pytest.mark.parametrize("width, height", [(1280, 800), (820, 1180)])
def test_the_link_of_a_row_makes_its_list_no_wider(listed, width, height):
    listed.set_viewport_size({"width": width, "height": height})
    listed.goto("/records")
    reach = (
        "(list) => [list.scrollWidth, Math.max(list.clientWidth, list.querySelector('table').offsetWidth)]"
    )
    scrolled, needed = listed.locator(".records").first.evaluate(reach)
    assert scrolled == needed


PAGES = ["/", "/board", "/parts", "/devices", "/clients", "/plans", "/statistics", "/statistics/times"]


def test_nothing_hangs_on_a_row_of_a_table(site):
    page = site.open("sunmin", desk=True)
    for address in PAGES:
        page.goto(address)
        assert page.evaluate(HANGING) == [], address
