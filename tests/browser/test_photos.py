"""Photos on their way: nothing is sealed without them unless the person says so, and none is lost (check 22)."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from fieldforms.store.models import Draft
from tests.browser.hands import new_sheet, saved
from tests.browser.roads import (
    ASKS_AFTER,
    NOTHING_IS_KEPT,
    PANEL,
    UNSENT,
    HeldUp,
    Road,
    a_photo,
    check,
    draft_of,
    filled,
    take_photo,
    uuid_of,
    wait_without_end,
)

pytestmark = pytest.mark.browser


def test_checking_waits_for_a_photo_on_its_way_and_goes_on_by_itself(site):
    page = filled(site, "slow")
    uuid = uuid_of(page)
    wait_without_end(page, ASKS_AFTER)
    check(page)
    expect(page.locator(f"{PANEL} [role=status]")).to_have_text("待上传：还有 1 张照片在上传…")
    assert page.locator("form#draft").is_visible()
    page.road.open()
    page.wait_for_url("**/check")
    assert len(draft_of(uuid).answers["work_photos"]) == 1
    page.locator("[form=complete]").tap()
    page.wait_for_url("**/records/**")
    assert page.complaints == []


def test_the_choices_are_in_view_and_nothing_scrolls_sideways(site):
    page = filled(site, "cut")
    check(page)
    without = page.get_by_role("button", name="不带这些照片继续")
    expect(without).to_be_in_viewport(ratio=1)
    bar = page.locator(".bar").bounding_box()
    box = without.bounding_box()
    assert box["y"] + box["height"] <= bar["y"] and box["height"] >= 43.9
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_photos_that_do_not_arrive_are_counted_and_the_person_decides(site):
    page = filled(site, "cut")
    uuid = uuid_of(page)
    take_photo(page)
    check(page)
    panel = page.locator(PANEL)
    expect(panel).to_contain_text("还有 2 张照片没传上")
    panel.get_by_role("button", name="等它们").tap()
    expect(panel).to_be_visible()
    page.road.hold_up()
    panel.get_by_role("button", name="再试一次").tap()
    page.road.open()
    page.wait_for_url("**/check")
    assert len(draft_of(uuid).answers["work_photos"]) == 2


def test_a_sheet_is_sealed_without_its_photo_only_on_the_persons_word(site):
    page = filled(site, "cut")
    uuid = uuid_of(page)
    check(page)
    without = page.get_by_role("button", name="不带这些照片继续")
    without.tap()
    page.wait_for_url("**/check")
    page.locator("[form=complete]").tap()
    expect(page.locator(PANEL)).to_contain_text("还有 1 张照片没传上")
    assert draft_of(uuid).completed_at is None
    without.tap()
    page.wait_for_url("**/records/**")
    assert draft_of(uuid).completed_at and "work_photos" not in draft_of(uuid).answers
    number = re.search(r"FW-\d{6}-\d{4}", page.url)[0]
    page.goto(f"/records/{number}")
    expect(page.locator("body")).to_contain_text("1 张照片没传上")


def test_what_came_too_late_is_shown_until_it_is_discarded(site):
    page = filled(site, "cut")
    uuid = uuid_of(page)
    check(page)
    page.get_by_role("button", name="不带这些照片继续").tap()
    page.wait_for_url("**/check")
    page.locator("[form=complete]").tap()
    page.get_by_role("button", name="不带这些照片继续").tap()
    page.wait_for_url("**/records/**")
    page.road.open()
    page.goto("/")
    late = page.locator(f"{PANEL} li")
    expect(late).to_contain_text("没有赶上，已封存")
    page.goto("/records")
    expect(late).to_contain_text("没有赶上，已封存")
    expect(late.get_by_role("link", name="打开那张单据")).to_have_attribute("href", f"/drafts/{uuid}")
    late.get_by_role("button", name="丢弃").tap()
    expect(late).to_have_count(0)
    page.goto("/")
    page.wait_for_load_state("networkidle")
    expect(page.locator(PANEL)).to_have_count(0)


def test_a_photo_is_sent_from_whatever_page_is_opened_next(site):
    page = filled(site, "cut")
    uuid = uuid_of(page)
    page.goto("/")
    expect(page.locator(PANEL)).to_contain_text("待上传：1 张照片还没传上")
    page.road.hold_up()  # else it may leave from here
    page.goto("/records")
    with page.expect_response(re.compile("/photos/.*to=work_photos")):
        page.road.open()
    expect(page.locator(PANEL)).to_contain_text("没有在等上传的照片了")
    assert len(draft_of(uuid).answers["work_photos"]) == 1
    page.goto(f"/drafts/{uuid}")
    expect(page.locator("#q-work_photos [data-thumbs] input:checked")).to_have_count(1)


def test_a_photo_that_arrives_before_the_panel_is_not_said_to_be_on_its_way(site):
    page = filled(site, "cut")
    uuid = uuid_of(page)
    page.goto("/account")
    expect(page.locator(PANEL)).to_contain_text("1 张照片还没传上")
    page.road.hold_up()  # else it may leave from here, and the next page has none
    panels = HeldUp(page, "**/photos/waiting")
    page.goto("/records")
    panel = panels.take()
    with page.expect_response(re.compile("/photos/.*to=work_photos")) as sent:
        page.road.open()
    sent.value.finished()
    page.wait_for_function(NOTHING_IS_KEPT)
    panel.continue_()
    expect(page.locator(PANEL)).to_contain_text("没有在等上传的照片了")
    assert len(draft_of(uuid).answers["work_photos"]) == 1


def test_an_answer_that_is_cut_off_is_asked_for_again(site):
    page = filled(site, "cut")
    uuid = uuid_of(page)
    page.goto("/account")
    page.route(re.compile("/photos/.*to=work_photos"), lambda route: route.fulfill(status=201, body='{"dig'))
    page.goto("/records")
    expect(page.locator(PANEL)).to_contain_text("1 张照片还没传上")
    page.unroute(re.compile("/photos/.*to=work_photos"))
    page.road.open()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(PANEL)).to_contain_text("没有在等上传的照片了")
    assert len(draft_of(uuid).answers["work_photos"]) == 1


def test_the_check_page_shows_a_photo_that_arrived_there_before_it_is_sealed(site):
    page = filled(site, "cut")
    uuid = uuid_of(page)
    check(page)
    page.get_by_role("button", name="不带这些照片继续").tap()
    page.wait_for_url("**/check")
    page.locator("[form=complete]").tap()
    expect(page.get_by_role("button", name="再试一次")).to_be_visible()
    page.road.open()
    page.evaluate(
        "dispatchEvent(new Event('online'))"
    )  # who taps may come later than the phone's own next try
    expect(page.locator(f'main img[src*="/drafts/{uuid}/photos/"]')).to_have_count(1)
    words, photo = (
        page.locator(f".review {each}").last.bounding_box() for each in ("dd .face-text", ".thumbs img")
    )
    assert words["y"] + words["height"] <= photo["y"], "the photo covers the words above it"
    assert draft_of(uuid).completed_at is None
    page.locator("[form=complete]").tap()
    page.wait_for_url("**/records/**")
    assert len(draft_of(uuid).answers["work_photos"]) == 1


def test_somebody_else_on_the_phone_neither_sees_nor_sends_them(site):
    page = filled(site, "cut")
    uuid = uuid_of(page)
    page.goto("/")
    expect(page.locator(PANEL)).to_be_visible()
    page.context.clear_cookies()
    site.sign_in(page.context, "zhou")
    page.road.open()
    posted = []
    page.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
    for address in ("/", "/records"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        expect(page.locator(PANEL)).to_have_count(0)
    assert posted == [] and "work_photos" not in draft_of(uuid).answers
    page.context.clear_cookies()
    site.sign_in(page.context, "chen")
    page.goto("/records")
    expect(page.locator(PANEL)).to_contain_text("没有在等上传的照片了")
    assert len(draft_of(uuid).answers["work_photos"]) == 1


def test_signing_out_says_what_would_be_lost(site):
    page = filled(site, "cut")
    page.goto("/account")
    leave = page.locator("main").get_by_role("button", name="退出登录")
    leave.tap()
    expect(page.locator(PANEL)).to_contain_text("还有 1 张照片没传上，现在退出会丢掉它们")
    page.get_by_role("button", name="先不退出").tap()
    leave.tap()
    page.get_by_role("button", name="丢掉照片并退出").tap()
    page.wait_for_url("**/sign-in**")
    assert page.evaluate(UNSENT) == []


def report(site, road_is: str):
    page = site.open()
    page.road = Road(page.context)
    page.road.cut = road_is == "cut"
    page.goto(f"/d/{site.world.university.code.code}/report")
    if road_is == "slow":
        wait_without_end(page, ASKS_AFTER)
    page.locator("main textarea").first.fill("话筒没有声音")
    for name in {each.get_attribute("name") for each in page.locator("main input[type=radio]").all()}:
        page.locator(f'label:has(input[name="{name}"])').first.tap()
    page.locator("main [data-files]").last.set_input_files(a_photo())
    page.get_by_role("button", name="提交报修").tap()
    return page


def test_a_strangers_report_waits_for_its_photo(site):
    page = report(site, "slow")
    expect(page.locator(PANEL)).to_contain_text("还有 1 张照片在上传")
    page.road.open()
    page.wait_for_url("**/r/**")
    assert any(row.answers.get("fault_photos") for row in Draft.select().where(Draft.author.is_null()))


def test_a_strangers_report_goes_without_its_photo_only_on_their_word(site):
    page = report(site, "cut")
    page.get_by_role("button", name="不带这些照片继续").tap()
    page.wait_for_url("**/r/**")
    page.road.open()
    page.reload()
    expect(page.locator(f"{PANEL} li")).to_contain_text("没有赶上，已封存")


PICK, THUMBS = "#q-work_photos [data-files]", "#q-work_photos [data-thumbs] input:not([disabled])"


def a_sheet(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    return page


def pick(page, photo) -> None:
    page.locator(PICK).last.set_input_files(photo)
    expect(page.locator(THUMBS)).to_be_checked()
    expect(page.locator("#q-work_photos [data-thumbs] li")).to_have_count(1)


def photos_saved(page, words: str) -> list[str]:
    with saved(page):
        page.locator("#f-request").fill(words)
    return draft_of(uuid_of(page)).answers.get("work_photos", [])


def test_a_photo_that_is_unticked_and_picked_again_is_on_the_sheet(site):
    page, photo = a_sheet(site), a_photo()
    pick(page, photo)
    first = photos_saved(page, "a")
    page.locator(THUMBS).uncheck(force=True)
    assert photos_saved(page, "b") == []
    pick(page, photo)
    assert photos_saved(page, "c") == first != []


def test_a_long_screenshot_stays_readable_and_what_is_transparent_is_white(site):
    page, body = a_sheet(site), io.BytesIO()
    Image.new("RGBA", (1080, 6000), (0, 0, 0, 0)).save(body, "PNG")
    shot = {"name": "chat.png", "mimeType": "image/png", "buffer": body.getvalue()}
    pick(page, shot)
    [digest] = photos_saved(page, "a")
    kept = Image.open(io.BytesIO(page.request.get(f"/drafts/{uuid_of(page)}/photos/{digest}").body()))
    assert kept.size == (720, 4000)
    assert min(kept.getpixel((10, 10))) > 250
