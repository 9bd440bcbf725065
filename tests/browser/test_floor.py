"""Browsers at the floor of docs/browsers.md, and scripts that do not come: nothing is lost, and the page says what to press.

Chromium plays them: what an older engine lacks is taken away before the page's first script runs.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from fieldforms.store import scope
from fieldforms.store.models import Draft
from fieldforms.store.record import records
from tests.browser.hands import (
    AT_REST,
    DING,
    PHOTO,
    answer,
    close_pad,
    draw,
    escape_pad,
    hand_over,
    new_sheet,
    next_page,
    open_pad,
    saved,
    wait_for_script,
)
from tests.scripts import SCRIPTS

pytestmark = pytest.mark.browser

# Chrome 86 to 104, Safari 15, Firefox up to 120: htmx works.
WITHOUT_HAS = """
for (const kind of [Document, DocumentFragment, Element]) {
  for (const name of ["querySelector", "querySelectorAll", "matches", "closest"]) {
    const whole = kind.prototype[name];
    if (!whole) continue;
    kind.prototype[name] = function (selector) {
      if (selector.includes(":has(")) throw new DOMException(selector, "SyntaxError");
      return whole.call(this, selector);
    };
  }
}
for (const name of ["showModal", "show", "close", "open"]) delete HTMLDialogElement.prototype[name];
delete HTMLFormElement.prototype.requestSubmit;
delete SubmitEvent.prototype.submitter;
delete String.prototype.at;
delete Array.prototype.at;
delete Object.hasOwn;
delete Crypto.prototype.randomUUID;
delete globalThis.structuredClone;
delete globalThis.reportError;
"""
# Chrome 80: cannot read htmx either.
OLDEST = (
    WITHOUT_HAS
    + """
delete String.prototype.replaceAll;
delete Promise.any;
for (const kind of [Document, DocumentFragment, Element]) delete kind.prototype.replaceChildren;
"""
)
HELD = """() => document.activeElement === document.body || !!document.activeElement.closest("[data-sign-layer]")"""
ACORN = Path(__file__).parent / "vendor/acorn@8.19.0/acorn.js"
# 2020 is the newest year that Chrome 80, Safari 14 and Firefox 78 all read; of 2021 they know 1_000 already.
READ = """(text) => {
  try {
    acorn.parse(text, {ecmaVersion: 2020, sourceType: "module"});
    return null;
  } catch (error) {
    return error.message;
  }
}"""
PLAINLY = "这一页现在不会自动保存"
BROKEN = 'import { behave } from "./behave.js"; behave("input", () => { throw new Error("broken"); });'


@pytest.fixture(params=["without :has", "oldest"])
def older(site, request):
    """A technician's browser without what came after the floor."""
    page = site.open("chen")
    page.add_init_script(OLDEST if request.param == "oldest" else WITHOUT_HAS)
    if request.param == "oldest":
        without(page, "htmx.min.js")
    return page


def without(page, file: str):
    """The page's browser, on whose way a script is lost."""
    page.whole = False
    page.route(f"**/{file}*", lambda route: route.abort())
    return page


def alive(page, name: str):
    """The page's root as soon as that script works."""
    return page.locator(f"html[data-alive~={name}]")


def save(page) -> None:
    """By itself where it can, by its button where it says so; nothing but the way has gone wrong."""
    if page.evaluate("!!globalThis.htmx"):
        page.wait_for_function(AT_REST)
    else:
        save_plainly(page)
    assert [each for each in page.complaints if "ERR_FAILED" not in each] == []


def save_plainly(page) -> None:
    with next_page(page):
        page.get_by_role("button", name="保存", exact=True).click()


def body_of(page) -> dict:
    """What the server has of the sheet that is open."""
    return Draft.get(Draft.uuid == page.locator("form#draft").get_attribute("data-draft")).answers


# The floor


@pytest.fixture(scope="module")
def grammar(browser):
    """Reads a module with the floor's grammar: what acorn says against it, None where it says nothing."""
    page = browser.new_page()
    page.add_script_tag(path=ACORN)
    yield lambda text: page.evaluate(READ, re.sub(r"(?<=\d)_(?=\d)", "", text))
    page.close()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_of_ours_is_of_the_floors_grammar(grammar, path):
    assert grammar(path.read_text("utf-8")) is None


@pytest.mark.parametrize("later", ["a ??= 1;", "class A { #b = 1 }", "await 1;"])
def test_grammar_of_later_years_is_found(grammar, later):
    assert grammar(f"let a;\n{later}" if "??=" in later else later)


def test_an_older_browser_keeps_a_device_that_is_added_and_counts_it(site, older):
    place = site.world.office
    older.goto(f"/forms/av-maintenance/new?room={place.room.id}&another=1")
    older.locator("[data-device-code]").fill(place.code.code)
    older.locator("[data-device-add]").tap()
    expect(older.locator("#q-end_audio [data-origin='devices']")).to_be_visible()
    save(older)
    older.reload()
    expect(older.locator("[data-device-list] input:checked")).to_have_value(place.code.code)


def test_an_older_browser_counts_items_and_fills_the_rest(site, older):
    older.goto(new_sheet(site.world.office, "av-maintenance"))
    expect(older.locator("[data-total]").first).to_have_text("14")
    older.locator("[data-rest-normal]").tap()
    older.locator("[data-rest-na]").tap()
    expect(older.locator("[data-done]").first).to_have_text("14")
    save(older)
    expect(older.locator("[data-done]").first).to_have_text("14")


def test_an_older_browser_adds_a_row(site, older):
    older.goto(f"/forms/device-survey/new?room={site.world.office.room.id}&another=1")
    rows = older.locator("[data-row]")
    before = rows.count()
    wait_for_script(older, "repeat")
    older.locator("[data-add-row]").first.tap()
    expect(rows).to_have_count(before + 1)
    save(older)


def test_an_older_browser_opens_the_pad_and_signs(site, older):
    entry = site.world.waiting_sheet()
    hand_over(site, older, entry)
    answer(older, "accessories", "none")
    answer(older, "satisfaction", "satisfied")
    older.locator("#f-signer").fill("丁一")
    open_pad(older)
    layer = older.locator("[data-sign-layer]").bounding_box()
    assert (layer["x"], layer["y"], layer["width"], layer["height"]) == (0, 0, 360, 780)
    escape_pad(older)
    open_pad(older)
    for stroke in DING:
        draw(older, stroke)
    for _ in range(6):
        older.keyboard.press("Tab")
        assert older.evaluate(HELD)
    close_pad(older)
    older.get_by_role("button", name="确认并签字").click()
    expect(older.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()
    signed = records.by_number(scope.SYSTEM, entry.number).entries[-1]
    assert signed.facts["signature"]["method"] == "drawn"


def test_an_older_browser_makes_photos_small(site):
    page = site.open("chen")
    page.add_init_script("""
      const whole = createImageBitmap;
      createImageBitmap = (source, options) => options ? Promise.reject(new TypeError("from-image")) : whole(source);
    """)
    page.goto(new_sheet(site.world.office))
    with page.expect_request(lambda request: "/photos/" in request.url and request.method == "POST") as sent:
        page.locator("[data-files]").last.set_input_files({**PHOTO, "mimeType": "image/png"})
    assert sent.value.headers["content-type"] == "image/jpeg"


# Scripts that do not come


def test_with_all_scripts_nothing_says_otherwise(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office, "av-maintenance"))
    expect(alive(page, "autosave")).to_have_count(1)
    expect(alive(page, "rest_normal")).to_have_count(1)
    expect(page.locator(".until")).to_have_count(2)
    expect(page.locator(".until:visible")).to_have_count(0)


@pytest.mark.parametrize(
    "lost", ["htmx.min.js", "js/app.js", "js/autosave.js", "js/behave.js", "js/unsent.js"]
)
def test_a_page_that_cannot_save_itself_says_so_and_is_saved_by_its_button(site, lost):
    page = without(site.open("chen"), lost)
    page.goto(new_sheet(site.world.office))
    page.locator("#f-request").fill("话筒有杂音")
    expect(page.get_by_text(PLAINLY)).to_be_visible()
    save_plainly(page)
    assert body_of(page)["request"] == "话筒有杂音"
    expect(page.locator("#f-request")).to_have_value("话筒有杂音")
    page.locator("#f-request").fill("话筒没有声音")
    save_plainly(page)
    assert body_of(page)["request"] == "话筒没有声音"


def test_the_sentence_is_in_english_too(site):
    page = without(site.open("chen", lang="en"), "htmx.min.js")
    page.goto(new_sheet(site.world.office))
    expect(page.get_by_text("does not save itself")).to_be_visible()


def test_without_htmx_enter_saves_and_the_header_does_not_call_old_words_new(site):
    page = without(site.open("chen"), "htmx.min.js")
    page.goto(new_sheet(site.world.office, "av-maintenance"))
    count = page.locator("[data-first]").first
    count.fill("3")
    expect(page.locator("[data-save-status]")).to_have_text("有未保存的改动")
    with next_page(page):
        count.press("Enter")
    assert "3" in str(body_of(page))


@pytest.mark.parametrize("lost", ["js/app.js", "js/rest_normal.js", "js/items.js"])
def test_the_rest_is_normal_without_its_script(site, lost):
    page = without(site.open("chen"), lost)
    page.goto(new_sheet(site.world.office, "av-maintenance"))
    with next_page(page):
        page.get_by_role("button", name="其余正常").click()
    assert "normal" in str(body_of(page))


@pytest.mark.parametrize("lost", ["js/app.js", "js/devices.js", "js/items.js"])
def test_a_device_is_added_without_its_script(site, lost):
    place = site.world.office
    page = without(site.open("chen"), lost)
    page.goto(f"/forms/av-maintenance/new?room={place.room.id}&another=1")
    page.locator("[data-device-code]").fill(place.code.code)
    with next_page(page):
        page.locator("[data-device-add]").tap()
    expect(page.locator("[data-device-list] input:checked")).to_have_value(place.code.code)


@pytest.mark.parametrize("lost", ["js/app.js", "js/signature.js", "js/modal.js"])
def test_a_name_is_typed_where_the_pad_does_not_come(site, lost):
    entry = site.world.waiting_sheet()
    page = without(site.open("chen"), lost)
    hand_over(site, page, entry)
    answer(page, "accessories", "none")
    answer(page, "satisfaction", "satisfied")
    page.get_by_label("以下面填写的姓名作为签字").check()
    page.locator("#f-signer").fill("丁一")
    page.get_by_role("button", name="确认并签字").click()
    expect(page.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()


def test_what_depends_on_other_answers_is_shown_where_nothing_can_show_it_later(site):
    page = without(site.open("chen"), "js/app.js")
    page.goto(new_sheet(site.world.office))
    asked = page.locator("[data-off]")
    assert asked.count() > 0
    for each in asked.all():
        expect(each).to_be_visible()
        expect(each).to_have_css("position", "static")
    expect(page.locator(".js-only:visible")).to_have_count(0)


@pytest.mark.parametrize("body", [BROKEN, "const a = ;"], ids=["throws", "does not parse"])
def test_a_behaviour_that_fails_is_reported_and_stops_no_other(site, body):
    place = site.world.office
    page = site.open("chen")
    page.route("**/js/photos.js*", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page.goto(f"/forms/av-maintenance/new?room={place.room.id}&another=1")
    page.locator("[data-device-code]").fill(place.code.code)
    with saved(page):
        page.locator("[data-device-add]").tap()
    page.locator("[data-rest-normal]").tap()
    expect(page.locator("[data-rest-undo]")).to_be_visible()
    assert any("broken" in each or "Unexpected token" in each for each in page.complaints)


def test_a_row_is_added_and_told_beside_a_behaviour_that_fails_on_it(site):
    page = site.open("chen")
    page.route("**/js/focus.js*", lambda route: route.fulfill(body=BROKEN, content_type="text/javascript"))
    page.goto(f"/forms/device-survey/new?room={site.world.office.room.id}&another=1")
    wait_for_script(page, "repeat")
    page.locator("[data-add-row]").first.tap()
    expect(
        page.locator("[data-rows]").first.locator("[data-row]").last.locator("input:not([type=hidden])").first
    ).to_be_focused()
    assert any("broken" in each for each in page.complaints)
