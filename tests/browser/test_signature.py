"""The pad: a dot is no signature, undo takes one stroke, a turned phone keeps the ink, nothing scrolls under the finger."""

import json

import pytest
from playwright.sync_api import expect

from fieldforms.flow import signatures
from fieldforms.store import records, scope
from tests.browser.hands import DING, answer, draw, hand_over

pytestmark = pytest.mark.browser


@pytest.fixture
def entry(site):
    return site.world.waiting_sheet()


@pytest.fixture
def page(site, entry):
    """The client's page on the phone, all answered but the signature."""
    opened = site.open("chen")
    hand_over(site, opened, entry)
    answer(opened, "accessories", "none")
    answer(opened, "satisfaction", "satisfied")
    opened.locator("#f-signer").fill("丁一")
    expect(opened.locator("[data-clear]")).to_be_disabled()
    expect(opened.locator("canvas")).not_to_have_attribute("width", "300")  # the pad is there
    return opened


def strokes(page) -> list:
    return json.loads(page.locator("[data-strokes]").input_value() or "[]")


def ink(page) -> int:
    """Pixels that are not empty."""
    return page.locator("canvas").evaluate("""(canvas) => {
      const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let inked = 0;
      for (let i = 3; i < data.length; i += 4) if (data[i]) inked += 1;
      return inked;
    }""")


def confirm(page):
    with page.expect_navigation() as going:
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
    assert len(kept) == len(given) == len(drawn)
    assert [len(stroke["points"]) for stroke in kept] == [len(stroke["points"]) for stroke in given]
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
    upright = page.locator("canvas").bounding_box()["width"]
    for width, height in ((780, 360), (360, 780)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            """() => {
              const canvas = document.querySelector("canvas");
              return Math.abs(canvas.width - canvas.getBoundingClientRect().width * devicePixelRatio) < 2;
            }"""
        )
        assert ink(page) > 0 and strokes(page) == before
    assert page.locator("canvas").bounding_box()["width"] == upright
    draw(page, [(0.2, 0.9), (0.5, 0.9)])
    assert strokes(page)[:2] == before and len(strokes(page)) == 3


def test_drawing_with_the_finger_does_not_scroll(page):
    page.locator("canvas").scroll_into_view_if_needed()
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
    page.locator("#f-signer").fill("")
    assert confirm(page).status == 422
    expect(page.locator("[data-clear]")).to_be_enabled()
    assert strokes(page) == before and ink(page) > 0
