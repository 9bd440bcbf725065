"""Photos, their panel and their script that come late, or never: nobody waits for ever, and no older word stands."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.hands import fill_work, new_sheet, saved
from tests.browser.roads import (
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
)

pytestmark = pytest.mark.browser

THUMBS = "#q-work_photos [data-thumbs] input:checked:not([disabled])"
NO_NETWORK = "现在没有网络，没有提交"
# What is to be written into the browser's store waits, until `letGo` is said: as on a slow phone.
HOLD_STORE = """() => new Promise((held) => {
  let letGo = false;
  globalThis.letGo = () => { letGo = true; };
  indexedDB.open("unsent", 1).onsuccess = ({ target }) => {
    const store = target.result.transaction("photos", "readwrite").objectStore("photos");
    const again = () => { if (!letGo) store.count().onsuccess = again; };
    again();
    held();
  };
})"""
LET_GO = "() => globalThis.letGo?.()"
TELL_WHEN_IT_LEAVES = """() => {
  let said = "too early";
  const { letGo } = globalThis;
  globalThis.letGo = () => { said = "in time"; letGo(); };
  addEventListener("submit", ({ defaultPrevented }) => { if (!defaultPrevented) console.info(said); });
}"""
SILENT_STORE = "IDBFactory.prototype.open = () => ({});"  # as some Safaris, until the phone is restarted


def expect_told(page):
    expect(page.get_by_role("alert").filter(has_text=NO_NETWORK)).to_be_focused()


def test_a_photo_that_has_arrived_is_gone_from_the_phone_before_the_page_is_read_again(site):
    page = filled(site, "cut")
    check(page)
    page.get_by_role("button", name="不带这些照片继续").tap()
    page.wait_for_url("**/check")
    page.locator("[form=complete]").tap()
    expect(page.locator(PANEL)).to_be_visible()
    page.evaluate(HOLD_STORE)
    page.road.hold_up()
    page.get_by_role("button", name="再试一次").tap()
    with page.expect_response("**/photos/*to=*") as answered:
        page.road.open()
    answered.value.finished()
    page.evaluate(LET_GO)
    expect(page.locator('main img[src*="/photos/"]')).to_have_count(1)
    page.wait_for_function(NOTHING_IS_KEPT)
    assert page.road.passed == 1


def test_who_signs_out_leaves_no_photo_on_the_phone_however_slow_it_is(site):
    page = filled(site, "cut")
    page.goto("/account")
    page.locator("main").get_by_role("button", name="退出登录").tap()
    away = page.get_by_role("button", name="丢掉照片并退出")
    expect(away).to_be_visible()
    page.evaluate(HOLD_STORE)
    page.evaluate(TELL_WHEN_IT_LEAVES)
    left = []
    page.on("console", lambda line: left.append(line.text) if line.type == "info" else None)
    away.tap(no_wait_after=True)
    page.evaluate(LET_GO)
    page.wait_for_url("**/sign-in**")
    assert left == ["in time"] and page.evaluate(UNSENT) == []


def test_a_photo_whose_request_is_never_answered_is_sent_again(site):
    page = site.open("chen")
    page.road = Road(page.context)
    page.clock.install()
    page.goto(new_sheet(site.world.office))
    page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
    take_photo(page)
    status = page.locator("#q-work_photos [data-photo-status]")
    expect(status).to_have_text("正在上传照片…")
    page.clock.run_for(40_000)
    expect(status).to_have_text("照片还没传上，会再试。")
    page.road.open()
    page.clock.run_for(21_000)
    expect(page.locator(THUMBS)).to_have_count(1)


def test_who_presses_is_told_when_the_panel_never_comes_and_the_button_works_again(site):
    page = site.open("chen")
    page.road = Road(page.context)
    page.clock.install()
    meanwhile = HeldUp(page, "**/known-faults?*")  # which would say that there is a network
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
        page.clock.run_for(1_000)
    panels = HeldUp(page, "**/photos/waiting")
    take_photo(page)
    with page.expect_request("**/photos/waiting"):
        check(page)
    page.clock.run_for(9_000)
    expect_told(page)
    meanwhile.take().continue_()
    expect(page.get_by_role("alert").filter(has_text="网络恢复了，可以再按一次。")).to_be_visible()
    panels.free = True
    check(page)
    expect(page.locator(PANEL)).to_contain_text("还有 1 张照片")
    page.road.open()
    page.wait_for_url("**/check")


def test_who_presses_is_told_when_the_script_that_waits_for_photos_never_comes(site):
    page = site.open("chen")
    page.clock.install()
    scripts, _meanwhile = HeldUp(page, "**/js/hold.js"), HeldUp(page, "**/known-faults?*")
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
        page.clock.run_for(1_000)
    page.locator("#q-work_photos [data-files]").last.set_input_files(a_photo())
    check(page)
    page.clock.run_for(11_000)
    expect_told(page)
    scripts.take().continue_()
    expect(page.locator(THUMBS)).to_have_count(1)
    assert page.locator("form#draft").is_visible(), "what was said not to be sent went by itself"
    check(page)
    page.wait_for_url("**/check")


def test_a_photo_chosen_before_the_script_came_is_not_replaced_by_the_next(site):
    page = site.open("chen")
    scripts = HeldUp(page, "**/js/hold.js")
    page.goto(new_sheet(site.world.office))
    expect(page.locator("html[data-alive~=autosave]")).to_be_attached()
    for _ in range(2):
        page.locator("#q-work_photos [data-files]").last.set_input_files(a_photo())
    scripts.take().continue_()
    expect(page.locator(THUMBS)).to_have_count(2)


def test_a_photo_chosen_before_any_script_came_is_sent_when_they_have_come(site):
    page = site.open("chen")
    scripts = HeldUp(page, "**/js/photos.js")
    page.goto(new_sheet(site.world.office), wait_until="commit")
    page.locator("#q-work_photos [data-files]").last.set_input_files(a_photo())
    with page.expect_request(lambda request: "/photos/" in request.url and request.method == "POST"):
        scripts.take().continue_()
    expect(page.locator(THUMBS)).to_have_count(1)


def test_a_file_that_cannot_be_read_any_more_keeps_neither_the_others_nor_the_form(site, tmp_path):
    page = site.open("chen")
    scripts = HeldUp(page, "**/js/hold.js")
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    files = [tmp_path / name for name in ("gone.jpg", "there.jpg")]
    for file in files:
        file.write_bytes(a_photo()["buffer"])
    page.locator("#q-work_photos [data-files][multiple]").set_input_files(files)
    files[0].unlink()
    with saved(page):
        scripts.take().continue_()
    expect(page.locator(THUMBS)).to_have_count(1)
    expect(page.locator("#q-work_photos [data-thumbs] li")).to_have_count(1)
    uuid = uuid_of(page)
    check(page)
    page.wait_for_url("**/check")
    assert len(draft_of(uuid).answers["work_photos"]) == 1


def test_a_browser_whose_store_never_answers_is_not_waited_for(site):
    page = site.open("chen")
    page.clock.install()
    page.add_init_script(SILENT_STORE)
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
        page.clock.run_for(1_000)
    check(page)
    page.wait_for_url("**/check")
    page.locator("[form=complete]").tap()
    page.clock.run_for(6_000)
    page.wait_for_url("**/records/**")


def test_a_store_that_the_browser_closed_while_the_page_slept_is_opened_again(site):
    page = site.open("chen")
    page.road = Road(page.context)
    page.road.cut = True
    page.goto(new_sheet(site.world.office))
    assert page.evaluate(UNSENT) == []
    wiped = {"origin": site.url, "storageTypes": "indexeddb"}
    page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", wiped)
    take_photo(page)
    page.goto("/")
    expect(page.locator(PANEL)).to_contain_text("1 张照片还没传上")
