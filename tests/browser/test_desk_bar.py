"""The desk's bar is one line however the company is called, and what stands beside a task never squeezes its words."""

from itertools import pairwise

import pytest

from tests.browser.axe import SCRIPTS

pytestmark = pytest.mark.browser

LONG = "Zhejiang Hengsheng Audio-Visual Conference Technology Services and Systems Integration Co., Ltd."
NAMED = f"() => {{ document.querySelector('.top-home').textContent = {LONG!r}; }}"
# The bar's parts that are seen, each with its left and right edge and its middle.
PARTS = """() => [...document.querySelector(".top-row").children].filter((part) =>
  part.offsetWidth && getComputedStyle(part).visibility === "visible").map((part) => {
    const box = part.getBoundingClientRect();
    return [part.className, box.left, box.right, box.top + box.height / 2];
  })"""
# Rows of tasks whose words have little more than half of the row beside what stands on their right.
SQUEEZED = """() => [...document.querySelectorAll(".home > :not(:first-child) .list > li > a")].flatMap((row) => {
  const words = row.querySelector(".list-title").getBoundingClientRect().width;
  return words < 0.55 * row.clientWidth ? [`${row.textContent} ${words} of ${row.clientWidth}`] : [];
})"""
WIDTHS = (960, 1024, 1200, 1280, 1600)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("address", ["/records", "/statistics/times"])
def test_a_long_name_of_the_company_leaves_the_bar_one_line(site, lang, address):
    page = site.open("gao", desk=True, lang=lang)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        page.evaluate(NAMED)
        parts = page.evaluate(PARTS)
        assert {name.split()[0] for name, *_ in parts} >= {"top-home", "top-nav", "menu"}
        assert max(middle for *_, middle in parts) - min(middle for *_, middle in parts) < 8, (width, parts)
        for (_, _, right, _), (name, left, _, _) in pairwise(parts):
            assert right <= left, (width, name)


def test_nothing_beside_a_task_squeezes_its_words(site):
    site.world.waiting_sheet()
    page = site.open("sunmin", desk=True, lang="en")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto("/")
        assert page.locator(".home > :not(:first-child) .list > li > a .badge").count()
        assert page.evaluate(SQUEEZED) == [], width


STRICTLY = """() => axe.run({
  runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
  rules: {"target-size": {enabled: true}, "color-contrast-enhanced": {enabled: true}, "landmark-unique": {enabled: true}},
  resultTypes: ["violations"],
}).then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id} ${target}`)))"""
DESKS = ["/", "/records", "/reviews", "/devices", "/board", "/parts", "/documents"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_desk_reads_well_in_either_light_and_names_its_searches_apart(site, scheme):
    site.world.signed_sheet()
    page = site.open("gao", desk=True, color_scheme=scheme)
    for address in DESKS:
        page.goto(address)
        page.evaluate(SCRIPTS)
        assert page.evaluate(STRICTLY) == [], address


def test_on_a_phone_every_kind_of_what_was_found_stands_apart(site):
    site.world.waiting_sheet("chen")
    page = site.open("chen")
    page.goto("/find?code=%E9%9F%B3")
    gaps = page.evaluate("""() => {
      const parts = [...document.querySelectorAll(".halves-found section")].map((part) => part.getBoundingClientRect());
      return parts.slice(1).map((part, at) => part.top - parts[at].bottom);
    }""")
    assert gaps and min(gaps) >= 16
