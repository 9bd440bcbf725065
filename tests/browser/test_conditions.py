"""Pages show and hide by the same conditions as the server: static/js/relevance.js against forms/conditions.py."""

import pytest

from tests.browser.hands import new_sheet
from tests.forms.tables import TABLE

pytestmark = pytest.mark.browser

RELEVANT = """async (table) => {
  const scripts = [...document.querySelectorAll("script[type=module]")].map((script) => script.src);
  const { relevant } = await import(scripts.find((url) => url.endsWith("/app.js")).replace("app.js", "relevance.js"));
  return table.map(([condition, answers]) => relevant(condition ?? {}, answers));
}"""


def test_a_condition_holds_on_the_page_as_on_the_server(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    found = page.evaluate(RELEVANT, TABLE)
    assert [(*case[:2], held) for case, held in zip(TABLE, found, strict=True)] == TABLE
