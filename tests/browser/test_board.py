"""The dispatcher's board: two taps on a phone, a card dragged at a desk, late ones that stand out, news by themselves."""

import re

import pytest
from playwright.sync_api import expect

from fieldforms.store import clock
from fieldforms.store.models import Record
from tests import boards
from tests.boards import asked, promise, to_send
from tests.browser.axe import AXE, SCRIPTS, touched
from tests.browser.hands import wait_for_script
from tests.browser.roads import HeldUp

pytestmark = pytest.mark.browser

BOARD = "/board/lift"
WORDS = {
    "zh": {"assign": "指派", "late": "响应超时", "soon": "响应只剩", "done": "已指派给"},
    "en": {
        "assign": "Assign",
        "late": "late to respond",
        "soon": "left to respond",
        "done": "is assigned to",
    },
}
NEWS = "document.querySelector('[data-board]').dispatchEvent(new Event('every'))"  # as htmx's clock does each minute

TELL_WHEN_READ = "addEventListener('htmx:finally:request', () => { globalThis.read = true; })"


@pytest.fixture(scope="module", autouse=True)
def lift(world):
    boards.publish()
    promise(world, normal_respond=60)


def card(page, number: str):
    return page.locator(f"#card-{number}")


def has(number: str) -> int | None:
    return Record.get(Record.number == number).assignee_id


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_two_taps_send_somebody(site, lang):
    number = to_send(site.world)
    page = site.open("sunmin", lang=lang)
    page.goto(BOARD)
    card(page, number).get_by_role("link", name=WORDS[lang]["assign"]).tap()
    page.get_by_role("button", name=re.compile("周海燕")).tap()
    page.wait_for_url(f"**{BOARD}")
    expect(page.locator(".message.success")).to_contain_text(WORDS[lang]["done"])
    expect(page.locator("#step-mend").locator(f"#card-{number}")).to_contain_text("周海燕")
    assert has(number) == site.world.users["zhou"].id
    assert page.complaints == []


def test_the_same_goes_without_scripts(site):
    number = to_send(site.world)
    page = site.open("sunmin", java_script_enabled=False)
    page.goto(BOARD)
    card(page, number).get_by_role("link", name="指派").click()
    page.get_by_role("button", name=re.compile("陈志远")).click()
    expect(page.locator("#step-mend").locator(f"#card-{number}")).to_contain_text("陈志远")


def test_at_a_desk_a_card_is_dragged_onto_a_person(site):
    number, zhou, chen = to_send(site.world), site.world.users["zhou"], site.world.users["chen"]
    page = site.open("sunmin", desk=True)
    page.goto(BOARD)
    wait_for_script(page, "board")
    card(page, number).drag_to(page.locator(f"#engineer-{zhou.id}"))
    expect(page.locator("#step-mend").locator(f"#card-{number}")).to_be_visible()
    assert has(number) == zhou.id
    card(page, number).drag_to(page.locator(f"#engineer-{chen.id}"))
    page.wait_for_url(f"**/records/{number}/assignment?user={chen.id}")
    expect(page.locator(".engineer.main")).to_contain_text("陈志远")
    page.locator("#f-reason").fill("周海燕请假")
    page.locator(".engineer.main").click()
    page.wait_for_url(f"**{BOARD}")
    assert has(number) == chen.id
    assert page.complaints == []


def test_who_drops_a_card_beside_everybody_sends_nobody(site):
    number = to_send(site.world)
    page = site.open("sunmin", desk=True)
    page.goto(BOARD)
    wait_for_script(page, "board")
    card(page, number).drag_to(page.locator("h1"))
    assert page.url.endswith(BOARD) and has(number) is None


@pytest.mark.parametrize("desk", [False, True])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_late_ones_stand_out_and_those_that_will_be(site, lang, desk):
    now = clock.now()
    with clock.pretend_now(now - 50 * clock.MINUTE):
        soon = asked(site.world)
    with clock.pretend_now(now - 90 * clock.MINUTE):
        late = asked(site.world)
    fine = asked(site.world)
    page = site.open("gao", desk=desk, lang=lang)
    page.goto(BOARD)
    expect(card(page, late)).to_contain_text(WORDS[lang]["late"])
    expect(card(page, soon)).to_contain_text(WORDS[lang]["soon"])
    edge = "card => getComputedStyle(card).borderLeftColor"
    assert len({card(page, number).evaluate(edge) for number in (late, soon, fine)}) == 3
    order = page.locator("#step-look .board-card").evaluate_all("all => all.map(card => card.id.slice(5))")
    assert order.index(late) < order.index(soon) < order.index(fine)
    assert page.complaints == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_anybody_can_use_it(site, lang):
    number = to_send(site.world, "meeting", "很长很长的故障现象" * 12)
    page = site.open("sunmin", lang=lang)
    for address in (BOARD, f"/records/{number}/assignment", "/statistics/times"):
        page.set_viewport_size({"width": 360, "height": 780})
        page.goto(address)
        page.evaluate(SCRIPTS)
        found = {"axe, phone": page.evaluate(AXE), **touched(page)}
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found[f"sideways at {width}"] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found["axe, desk"] = page.evaluate(AXE)
        assert {what: where for what, where in found.items() if where} == {}, address
    assert page.complaints == []


def test_on_a_phone_empty_steps_are_left_out_and_a_tap_jumps_to_one(site):
    number = to_send(site.world)
    page = site.open("sunmin")
    page.goto(BOARD)
    assert not page.locator("#step-check").is_visible()
    page.locator('.board-jump a[href="#step-send"]').tap()
    expect(page.locator("#step-send h2")).to_be_in_viewport()
    expect(card(page, number)).to_be_attached()


def test_at_a_desk_the_steps_stand_side_by_side(site):
    page = site.open("sunmin", desk=True)
    page.goto(BOARD)
    boxes = page.locator(".board-column").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().y)"
    )
    assert len(boxes) == 4 and len(set(boxes)) == 1


def test_news_come_by_themselves_and_not_while_a_menu_is_open(site):
    there = asked(site.world)
    page = site.open("sunmin", desk=True)
    page.goto(BOARD)
    wait_for_script(page, "board")
    title = card(page, there).locator(".board-title")
    title.focus()
    number = asked(site.world)
    page.locator(".menu > summary").evaluate("summary => { summary.parentElement.open = true; }")
    asked_for = []
    page.on("request", lambda request: asked_for.append(request.url) if "/board" in request.url else None)
    page.evaluate(NEWS)
    page.wait_for_timeout(300)
    assert asked_for == []
    page.locator(".menu").evaluate("menu => { menu.open = false; }")
    with page.expect_response(lambda answer: answer.url.endswith(BOARD)):
        page.evaluate(NEWS)
    expect(card(page, number)).to_be_visible()
    expect(title).to_be_focused()
    assert page.locator("h1").count() == 1 and page.locator("[data-board]").count() == 1
    assert page.complaints == []


def test_news_that_come_after_a_menu_was_opened_wait_for_the_next_time(site):
    page = site.open("sunmin", desk=True)
    page.goto(BOARD)
    wait_for_script(page, "board")
    number = asked(site.world)
    news = HeldUp(page, f"**{BOARD}")
    page.evaluate(NEWS)
    late = news.take()
    page.evaluate(TELL_WHEN_READ)
    page.locator(".menu > summary").click()
    late.continue_()
    page.wait_for_function("() => globalThis.read")
    expect(page.locator(".menu")).to_have_attribute("open", "")
    expect(card(page, number)).to_have_count(0)
    page.locator(".menu > summary").click()
    news.free = True
    page.evaluate(NEWS)
    expect(card(page, number)).to_be_visible()
    assert page.complaints == []


def test_the_board_still_takes_a_card_after_news(site):
    number, zhou = to_send(site.world), site.world.users["zhou"]
    page = site.open("sunmin", desk=True)
    page.goto(BOARD)
    wait_for_script(page, "board")
    with page.expect_response(lambda answer: answer.url.endswith(BOARD)):
        page.evaluate(NEWS)
    card(page, number).drag_to(page.locator(f"#engineer-{zhou.id}"))
    expect(page.locator("#step-mend").locator(f"#card-{number}")).to_be_visible()
    assert has(number) == zhou.id
