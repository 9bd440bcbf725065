"""A maintenance report's fourteen items: how many are done, the way to the open ones, "the rest is normal" and its undo."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.hands import new_sheet, saved

pytestmark = pytest.mark.browser

COUNTED = "[data-item]:has([data-first])"


@pytest.fixture
def page(site):
    opened = site.open("chen")
    opened.goto(new_sheet(site.world.office, "av-maintenance"))
    expect(opened.locator("[data-total]").first).to_have_text("14")
    return opened


def done(page) -> str:
    return page.locator("[data-done]").first.inner_text()


def count(page, item, first: int, second: int = 0) -> None:
    item.locator("[data-first]").fill(str(first))
    item.locator("[data-second]").fill(str(second))


def values(page) -> list[str]:
    """What the form would send, item by item."""
    return page.evaluate("""() => [...document.querySelectorAll("[data-item]")].map((item) => {
      const inputs = [...item.querySelectorAll("[data-first], [data-second], [type=radio]:checked, [data-na]:checked")];
      return inputs.map((input) => input.value).join() + (item.querySelector("[data-bulk]:enabled") ? " bulk" : "");
    })""")


def test_the_counter_goes_from_nought_to_fourteen(page):
    assert done(page) == "0"
    items = page.locator("[data-item]")
    assert items.count() == 14
    for number, item in enumerate(items.all(), start=1):
        if item.locator("[data-first]").count():
            count(page, item, number)
        else:
            item.locator('[type=radio][value="normal"]').check()
        expect(page.locator("[data-done]").first).to_have_text(str(number))
    expect(page.locator("[data-next-open]").first).to_be_hidden()


def test_an_open_item_is_one_tap_away(page):
    page.locator("[data-item]").first.locator("[data-na]").check()
    page.locator("[data-next-open]").first.tap()
    expect(page.locator("[data-item]").nth(1).locator("[data-first]")).to_be_focused()
    expect(page.locator("[data-item]").nth(1)).to_be_in_viewport()


def test_plus_and_minus_count_and_never_go_below_nought(page):
    item = page.locator(COUNTED).first
    item.locator("[data-step='1']").first.tap()
    item.locator("[data-step='1']").first.tap()
    item.locator("[data-step='-1']").last.tap()
    expect(item.locator("[data-first]")).to_have_value("2")  # taps that came before their script count, too
    expect(item.locator("[data-second]")).to_have_value("0")
    assert item.locator("[data-first]").get_attribute("inputmode") == "numeric"
    assert done(page) == "1"


def test_the_rest_is_normal_fills_blanks_only_and_undo_takes_back_exactly_those(page):
    items = page.locator("[data-item]")
    count(page, items.nth(0), 3, 1)
    items.nth(0).locator("textarea").fill("右侧板破损")
    items.nth(1).locator("[data-first]").fill("5")
    handled = page.locator('[data-item]:has([type=radio][value="handled"])').first
    handled.locator('[value="handled"]').check()
    before = values(page)
    page.locator("[data-rest-normal]").tap()
    after = values(page)
    assert after[0] == before[0] == "3,1" and after[1] == "5,0 bulk"
    assert "handled" in after and "normal bulk" in after
    changed = [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    assert changed and all(after[place].endswith("bulk") for place in changed)
    assert str(len(changed)) in page.locator("[data-rest-undo]").inner_text()
    page.locator("[data-rest-undo]").tap()
    assert values(page) == before
    expect(page.locator("[data-rest-undo]")).to_have_attribute("aria-disabled", "true")
    assert str(len(changed)) in page.locator("[data-rest-undo]").inner_text(), "what it took back is said"
    assert str(len(changed)) in page.locator("[data-rest-normal]").inner_text(), "and offered again"


def test_numbers_nobody_counted_are_not_invented(page):
    page.locator("[data-rest-normal]").tap()
    left = [value for value in values(page) if not value.strip(",")]
    assert left, "without scanned devices or an earlier report a number must be counted"
    assert page.locator("[data-next-open]").first.is_visible()


def test_the_bar_never_shows_an_empty_number(site):
    """Scripts count after the page is there; until then the button is not."""
    page = site.open("chen")
    page.route("**/rest_normal.js*", lambda route: route.abort())
    page.goto(new_sheet(site.world.office, "av-maintenance"))
    expect(page.locator(".rest button")).to_have_count(4)
    expect(page.locator(".rest button:visible")).to_have_count(0)


def test_a_room_without_cameras_or_control_takes_four_taps(page):
    page.locator("[data-rest-normal]").tap()
    page.locator("[data-rest-na]").tap()
    expect(page.locator("[data-done]").first).to_have_text("14")
    page.locator("button[value=check]").tap()
    page.get_by_role("button", name="确认，交客户签字").tap()
    expect(page.get_by_role("heading", name="请客户签字")).to_be_visible()


def test_the_rest_is_not_applicable_only_when_nothing_else_can_be_filled(page):
    aside, undo = page.locator("[data-rest-na]"), page.locator("[data-rest-na-undo]")
    expect(page.locator("[data-rest-normal]")).to_be_visible()
    expect(aside).to_be_hidden()
    page.locator("[data-rest-normal]").tap()
    before = values(page)
    left = sum(not value.strip(",") for value in before)
    assert aside.inner_text() == f"其余 {left} 项不适用"
    aside.tap()
    after = values(page)
    changed = [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    assert len(changed) == left and all(after[place].endswith("1 bulk") for place in changed)
    expect(aside).to_have_attribute("aria-disabled", "true")
    assert aside.inner_text() == f"其余 {left} 项不适用", "what was done is said where it was done"
    assert undo.inner_text() == f"撤销不适用（{left} 项）"
    undo.tap()
    assert values(page) == before
    expect(undo).to_have_attribute("aria-disabled", "true")
    expect(aside).to_have_attribute("aria-disabled", "false")


def test_what_somebody_has_begun_is_not_set_aside(page):
    item = page.locator("[data-item]:has([data-first])").first
    item.locator("[data-second]").fill("2")
    page.locator("[data-rest-normal]").tap()
    page.locator("[data-rest-na]").tap()
    expect(item.locator("[data-na]")).not_to_be_checked()
    assert item.locator("[data-second]").input_value() == "2"
    expect(page.locator("[data-done]").first).to_have_text("13")


def test_undo_after_a_reload_takes_back_exactly_what_was_set_aside_in_bulk(page):
    by_hand = page.locator("[data-item]:has([data-first])").first
    by_hand.locator("[data-na]").check()
    page.locator("[data-rest-normal]").tap()
    before = values(page)
    with saved(page) as answered:
        page.locator("[data-rest-na]").tap()
    assert answered.value.ok
    page.reload()
    undo = page.locator("[data-rest-na-undo]")
    expect(undo).to_be_visible()
    undo.tap()
    assert values(page) == before
    expect(by_hand.locator("[data-na]")).to_be_checked()


def test_a_block_set_aside_by_hand_is_no_longer_in_bulk(page):
    page.locator("[data-rest-normal]").tap()
    before = values(page)
    block = page.locator("[name='main_unit.na']")
    block.check()
    assert not any(value.endswith("bulk") for value in values(page)[:5])
    expect(page.locator("[data-rest-na-undo]")).to_be_hidden()
    block.uncheck()
    assert values(page) == before


def test_what_is_touched_afterwards_is_no_longer_in_bulk_and_survives_undo(page):
    page.locator("[data-rest-normal]").tap()
    logs = page.locator('[data-item]:has([type=radio][value="handled"])').first
    logs.locator('[value="unresolved"]').check()
    expect(logs.locator("textarea")).to_be_visible()
    page.locator("[data-rest-undo]").tap()
    assert logs.locator('[value="unresolved"]').is_checked()


def test_the_marks_are_saved_and_undo_opens_the_same_items_after_a_reload(page):
    """A first number that equals the scanned devices stays then: it was counted, if not by hand."""
    with saved(page) as answered:
        page.locator("[data-rest-normal]").tap()
    assert answered.value.ok
    page.reload()
    expect(
        page.locator("[data-rest-undo]")
    ).to_be_visible()  # scripts that a page loads on demand come after "load"
    filled = done(page)
    assert filled != "0" and filled in page.locator("[data-rest-undo]").inner_text()
    page.locator("[data-rest-undo]").tap()
    assert done(page) == "0" and not any("bulk" in value for value in values(page))


def test_a_whole_block_can_be_not_applicable(page):
    page.locator("[name='main_unit.na']").check()
    expect(page.locator("[data-done]").first).to_have_text("5")
    page.locator("[name='main_unit.na']").uncheck()
    expect(page.locator("[data-done]").first).to_have_text("0")


def test_a_scanned_device_offers_its_number(page):
    """The sheet was started from a processor's label."""
    item = page.locator("#q-end_audio")
    offer = item.locator("[data-origin='devices']")
    assert "1" in offer.inner_text()
    offer.tap()
    assert item.locator("[data-first]").input_value() == "1"
    assert item.locator("[data-second]").input_value() == "0"


def test_the_rooms_devices_are_ticked_without_scanning(site):
    place = site.world.office
    page = site.open("chen")
    page.goto(f"/forms/av-maintenance/new?room={place.room.id}&another=1")
    offers = page.locator("[data-device-offers]")
    offers.locator("summary").tap()
    with saved(page):
        offers.locator("[data-device]").first.tap()
    expect(page.locator("[data-device-list] input:checked")).to_have_value(place.code.code)
    expect(offers).to_be_hidden()
    expect(page.locator("#q-end_audio [data-origin='devices']")).to_be_visible()
    page.reload()
    expect(page.locator("[data-device-list] input:checked")).to_have_value(place.code.code)
    assert page.complaints == []


def test_a_typed_code_ticks_the_one_that_is_offered(site):
    place = site.world.office
    page = site.open("chen")
    page.goto(f"/forms/av-maintenance/new?room={place.room.id}&another=1")
    code = place.code.code.lower()
    page.locator("[data-device-code]").fill(f"{code[:5]} {code[5:]}")  # as the label prints it
    page.locator("[data-device-add]").tap()
    expect(page.locator("[data-device-list] input:checked")).to_have_value(place.code.code)
    expect(page.locator("[data-device]")).to_have_count(1)


def test_a_double_tap_on_the_rest_is_normal_sets_nothing_aside(page):
    normal, aside = page.locator("[data-rest-normal]"), page.locator("[data-rest-na]")
    expect(normal).to_be_visible()
    page.clock.install()
    page.clock.pause_at(
        datetime.now(UTC) + timedelta(minutes=1)
    )  # three taps within the time of a second one
    box = normal.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for _tap in range(3):
        page.touchscreen.tap(x, y)
    expect(aside).to_be_visible()
    assert not [value for value in values(page) if value.endswith("1 bulk") and "," not in value]
    expect(aside).to_be_disabled()
    page.clock.run_for(1_000)
    expect(aside).to_be_enabled()
    aside.tap()
    expect(page.locator("[data-done]").first).to_have_text("14")


ACTS = ("[data-rest-normal]", "[data-rest-na]")
UNDER = "([x, y, of]) => document.elementFromPoint(x, y)?.closest('button')?.matches(of)"


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("side", [0.05, 0.5, 0.95])
def test_a_second_tap_however_slow_undoes_nothing_and_sets_nothing_aside(page, width, side):
    """The button that was tapped stays under the finger, done; so does the undo."""
    page.set_viewport_size({"width": width, "height": 780})
    for act, undo in zip(ACTS, ("[data-rest-undo]", "[data-rest-na-undo]"), strict=True):
        for each in (act, undo, act):
            button = page.locator(each)
            expect(button).to_be_enabled()
            box = button.bounding_box()
            finger = [box["x"] + box["width"] * side, box["y"] + box["height"] / 2]
            page.touchscreen.tap(*finger)
            expect(button).to_have_attribute("aria-disabled", "true")
            expect(
                page.locator(act if each == undo else undo)
            ).to_be_enabled()  # the time of a second tap is over
            found = values(page)
            assert page.evaluate(UNDER, [*finger, each]), each
            page.touchscreen.tap(*finger)
            assert values(page) == found
