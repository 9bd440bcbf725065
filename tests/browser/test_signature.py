"""The pad: a dot is no signature, undo takes one stroke, a turned phone keeps the ink, nothing scrolls under the finger."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow.record import signatures
from fieldforms.forms import strokes as ink_text
from fieldforms.store import scope
from fieldforms.store.record import records
from tests.browser.hands import (
    DING,
    answer,
    close_pad,
    draw,
    escape_pad,
    hand_over,
    next_page,
    open_pad,
    sign,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def entry(site):
    return site.world.waiting_sheet()


@pytest.fixture
def page(site, entry):
    """The client's page on the phone, all answered but the signature, and the pad's screen open."""
    opened = site.open("chen")
    hand_over(site, opened, entry)
    answer(opened, "accessories", "none")
    answer(opened, "satisfaction", "satisfied")
    opened.locator("#f-signer").fill("丁一")
    open_pad(opened)
    expect(opened.locator("[data-clear]")).to_be_disabled()
    return opened


def strokes(page) -> list:
    return ink_text.read(page.locator("[data-strokes]").input_value())


def ink(page) -> int:
    """Pixels that are not empty."""
    return page.locator("canvas").evaluate("""(canvas) => {
      const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let inked = 0;
      for (let i = 3; i < data.length; i += 4) if (data[i]) inked += 1;
      return inked;
    }""")


def confirm(page):
    """Back to the form, and hand it in."""
    if page.locator("[data-sign-layer]").is_visible():
        close_pad(page)
    with next_page(page) as going:
        page.get_by_role("button", name="确认并签字").click()
    return going.value


def test_one_tap_is_no_signature(page, entry):
    box = page.locator("canvas").bounding_box()
    page.locator("canvas").tap(position={"x": box["width"] / 2, "y": box["height"] / 2})
    assert len(strokes(page)) == 1
    assert confirm(page).status == 422
    expect(page.locator('[data-error-summary] a[href="#signature"]')).to_be_visible()
    assert page.locator('[name="satisfaction"][value="satisfied"]').is_checked()
    assert len(records.by_number(scope.SYSTEM, entry.number).entries) == 1


@pytest.mark.parametrize("name, drawn", [
    ("一", [[(0.2, 0.5), (0.8, 0.52)]]),
    ("丁", DING),
    ("王", [[(0.3, 0.2), (0.7, 0.2)], [(0.3, 0.5), (0.7, 0.5)], [(0.5, 0.2), (0.5, 0.8)], [(0.2, 0.8), (0.8, 0.8)]]),
])  # fmt: skip
def test_straight_strokes_are_a_signature(page, entry, name, drawn):
    for stroke in drawn:
        draw(page, stroke)
    given = strokes(page)
    assert confirm(page).ok
    signed = records.by_number(scope.SYSTEM, entry.number).entries[-1]
    kept = signatures.strokes_of(signed)
    assert kept == given and len(given) == len(drawn)
    assert signed.facts["signature"]["method"] == "drawn"


def test_undo_takes_one_stroke_and_start_again_takes_all(page):
    for stroke in DING:
        draw(page, stroke)
    first, both = strokes(page)[:1], ink(page)
    page.locator("[data-undo-stroke]").tap()
    assert strokes(page) == first and 0 < ink(page) < both
    draw(page, DING[1])
    page.locator("[data-clear]").tap()
    assert strokes(page) == [] and ink(page) == 0
    expect(page.locator("[data-undo-stroke]")).to_be_disabled()


def test_turning_the_phone_keeps_ink_and_points(page):
    for stroke in DING:
        draw(page, stroke)
    before = strokes(page)
    upright = page.locator("canvas").bounding_box()
    for width, height in ((780, 360), (360, 780)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            """(width) => {
              const canvas = document.querySelector("canvas");
              return innerWidth === width && Math.abs(canvas.width - canvas.getBoundingClientRect().width * devicePixelRatio) < 2;
            }""",
            arg=width,
        )
        assert ink(page) > 0 and strokes(page) == before
    assert page.locator("canvas").bounding_box() == upright
    draw(page, [(0.2, 0.9), (0.5, 0.9)])
    assert strokes(page)[:2] == before and len(strokes(page)) == 3


def test_drawing_with_the_finger_does_not_scroll(page):
    box = page.locator("canvas").bounding_box()
    top = page.evaluate("scrollY")
    finger = page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.9
    for step in range(12):
        point = {"x": x, "y": y - step * box["height"] * 0.07, "force": 0.4}
        kind = "touchMove" if step else "touchStart"
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator("[data-clear]")).to_be_enabled()
    assert page.evaluate("scrollY") == top
    assert len(strokes(page)) == 1 and len(strokes(page)[0]["points"]) > 3
    assert page.complaints == []


def test_who_cannot_draw_types_the_name(page, entry):
    draw(page, DING[0])
    close_pad(page)
    page.locator("[data-typed-instead]").tap()
    assert strokes(page) == []
    expect(page.get_by_label("以下面填写的姓名作为签字")).to_be_checked()
    assert confirm(page).ok
    facts = records.by_number(scope.SYSTEM, entry.number).entries[-1].facts
    assert (facts["signer"], facts["signature"]["method"]) == ("丁一", "typed")


def test_what_was_drawn_is_still_there_after_a_refusal(page):
    for stroke in DING:
        draw(page, stroke)
    before = strokes(page)
    close_pad(page)
    page.locator("#f-signer").fill("")
    assert confirm(page).status == 422
    expect(page.locator("[data-sign-again]")).to_be_visible()
    assert strokes(page) == before
    open_pad(page)
    escape_pad(page)
    expect(page.locator("[data-signed]")).to_be_visible()
    assert strokes(page) == before


# The screen of its own


def small(page) -> str:
    """The ink beside the form, as a path."""
    return page.locator("[data-signed] path").get_attribute("d")


def test_the_pad_is_the_whole_screen_with_the_name_beside_it(page):
    layer = page.locator("[data-sign-layer]")
    assert layer.bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 780}
    assert page.locator("canvas").bounding_box()["height"] > 500
    expect(layer.get_by_role("heading")).to_have_text("客户签字 丁一")
    assert layer.evaluate("(layer) => layer.scrollHeight <= layer.clientHeight")


def test_done_shows_the_ink_small_and_signing_again_begins_anew(page):
    for stroke in DING:
        draw(page, stroke)
    close_pad(page)
    expect(page.locator("[data-sign]")).to_be_hidden()
    expect(page.locator("[data-sign-again]")).to_be_focused()
    first, drawn = small(page), strokes(page)
    assert first.count("M") == 2
    open_pad(page)
    assert ink(page) == 0 and strokes(page) == []
    page.locator("[data-sign-done]").tap()  # nothing drawn: what was there stays
    assert strokes(page) == drawn and small(page) == first
    open_pad(page)
    draw(page, [(0.2, 0.5), (0.8, 0.52)])
    close_pad(page)
    assert len(strokes(page)) == 1 and small(page).count("M") == 1


@pytest.mark.parametrize("way", ["Escape", "Back"])
def test_escape_and_back_close_the_screen_and_keep_the_strokes(page, way):
    for stroke in DING:
        draw(page, stroke)
    address, drawn = page.url, strokes(page)
    escape_pad(page) if way == "Escape" else page.go_back()
    expect(page.locator("[data-sign-layer]")).to_be_hidden()
    expect(page.locator("[data-sign-again]")).to_be_focused()
    assert page.url == address and strokes(page) == drawn
    expect(page.locator('[name="satisfaction"][value="satisfied"]')).to_be_checked()
    assert confirm(page).ok


def test_a_reload_while_signing_comes_back_to_the_pad(page):
    for stroke in DING:
        draw(page, stroke)
    drawn = strokes(page)
    page.reload()
    expect(page.locator("[data-sign-layer]")).to_be_visible()
    expect(page.locator("[data-clear]")).to_be_enabled()
    expect(page.locator("canvas")).not_to_have_attribute(
        "width", "300"
    )  # as open_pad: drawn when it has its size
    assert strokes(page) == drawn and ink(page) > 0
    page.go_back()
    expect(page.locator("[data-sign-layer]")).to_be_hidden()
    assert strokes(page) == drawn


def test_tab_stays_inside_while_the_screen_is_open(page):
    draw(page, DING[0])
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement || document.activeElement === document.body "
                             "|| !!document.activeElement.closest('dialog')")  # fmt: skip


def test_whoever_has_not_written_the_name_comes_back_to_it(page):
    escape_pad(page)
    page.locator("#f-signer").fill("")
    open_pad(page)
    draw(page, DING[0])
    close_pad(page)
    expect(page.locator("#f-signer")).to_be_focused()


def test_five_taps_the_strokes_and_a_name(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    page.locator('label:has([name="accessories"][value="none"])').tap()
    page.locator('label:has([name="satisfaction"][value="satisfied"])').tap()
    page.locator("[data-sign]").tap()
    expect(page.locator("canvas")).not_to_have_attribute("width", "300")
    for stroke in DING:
        draw(page, stroke)
    page.locator("[data-sign-done]").tap()
    page.keyboard.type("丁一")
    expect(page.locator("#f-signer")).to_have_value("丁一")
    page.get_by_role("button", name="确认并签字").tap()
    expect(page.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()


def test_a_dot_is_refused_as_soon_as_the_pad_is_left_and_kept(page, entry):
    box = page.locator("canvas").bounding_box()
    page.locator("canvas").tap(position={"x": box["width"] / 2, "y": box["height"] / 2})
    close_pad(page)
    told = page.locator("[data-too-little]")
    expect(told).to_contain_text("请接着签")
    expect(page.locator("[data-sign]")).to_be_focused()
    assert len(strokes(page)) == 1
    open_pad(page)
    assert len(strokes(page)) == 1
    draw(page, DING[0])
    close_pad(page)
    expect(told).to_be_empty()
    assert len(strokes(page)) == 2


def test_the_bar_leads_to_what_is_open_and_says_how_much(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    to_do = page.locator(".bar .to-do")
    expect(to_do).to_have_text("还有 4 项没填，去下一项")
    to_do.tap()
    expect(page.locator('input[name="accessories"]').first).to_be_focused()
    page.locator('label:has([name="accessories"][value="none"])').tap()
    page.locator('label:has([name="satisfaction"][value="satisfied"])').tap()
    expect(to_do).to_have_text("还有 2 项没填，去下一项")
    to_do.tap()
    expect(page.locator("[data-sign]")).to_be_focused()
    open_pad(page)
    for stroke in DING:
        draw(page, stroke)
    close_pad(page)
    expect(to_do).to_have_text("还有 1 项没填，去下一项")
    page.locator("#f-signer").fill("丁一")
    expect(to_do).to_be_hidden()


def test_drawing_after_all_is_a_drawn_signature(page, entry):
    escape_pad(page)
    page.locator("[data-typed-instead]").tap()
    expect(page.get_by_label("以下面填写的姓名作为签字")).to_be_checked()
    open_pad(page)
    for stroke in DING:
        draw(page, stroke)
    assert confirm(page).ok
    facts = records.by_number(scope.SYSTEM, entry.number).entries[-1].facts
    assert facts["signature"]["method"] == "drawn"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [(360, 780), (780, 360), (320, 568), (1280, 800)])
def test_all_of_the_screen_is_in_sight(site, lang, size):
    page = site.open("chen", lang=lang, viewport={"width": size[0], "height": size[1]})
    hand_over(site, page, site.world.waiting_sheet())
    page.locator("#f-signer").fill("欧阳")
    open_pad(page)
    for control in page.locator("[data-sign-layer] :is(button, canvas, h2)").all():
        expect(control).to_be_in_viewport(ratio=1)
    boxes = [control.bounding_box() for control in page.locator("[data-sign-layer] button").all()]
    assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes)
    assert page.locator("canvas").bounding_box()["width"] >= 280
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# Long words are folded


def test_long_words_are_folded_after_six_lines(site):
    long = "更换端子并重新压接。" * 40
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet(solution=long))
    folded = page.locator(".fold", has_text="更换端子")
    closed = folded.bounding_box()["height"]
    assert 100 < closed < 260
    folded.locator("summary").tap()
    assert folded.bounding_box()["height"] > 2 * closed
    expect(page.locator(".fold")).to_have_count(1)  # the short ones are not


def test_the_page_with_the_code_says_that_it_is_signed_and_leads_on(site):
    page, number = site.open("chen"), site.world.waiting_sheet().number
    page.goto(f"/records/{number}/signature")
    page.get_by_role("button", name="显示二维码和链接").tap()
    expect(page.locator(".qr svg")).to_be_visible()
    client = site.open()
    client.goto("/s/" + page.locator("#f-url").input_value().rpartition("/")[2])
    answer(client, "accessories", "none")
    answer(client, "satisfaction", "satisfied")
    sign(client)
    client.get_by_role("button", name="确认并签字").tap()
    expect(page.get_by_role("heading", name="已签字。")).to_be_visible()
    expect(page.locator(".qr, #f-url, #asked-head")).to_have_count(0)
    expect(page).to_have_title(f"已签字。 {number}")
    expect(page.locator(".top-title")).to_have_text("已签字。")
    page.get_by_role("link", name="打开单据").tap()
    page.wait_for_url(f"**/records/{number}")
    page.go_back()
    page.wait_for_url(f"**/records/{number}")
