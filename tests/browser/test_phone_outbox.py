"""Handing in without a network, or without an answer: kept on the phone, sent once, and what is refused is said."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.store.models import Entry
from tests.browser.hands import fill_work, new_sheet, saved, wait_for_script
from tests.browser.phones import OPEN, hand_in, wait_until, wait_until_nothing_waits, with_worker
from tests.browser.roads import draft_of, uuid_of

pytestmark = pytest.mark.browser

WORDS = "话筒有杂音，换线后正常"
LIST = "[data-phone-list]"


def begun(site, page) -> str:
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    return uuid_of(page)


def entries_of(uuid: str) -> list[Entry]:
    return list(Entry.select().where(Entry.record == draft_of(uuid).record))


def test_a_sheet_handed_in_without_a_network_is_sent_once_and_gets_its_number(site):
    page = with_worker(site)
    uuid = begun(site, page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    hand_in(page)
    expect(page.locator(LIST)).to_contain_text("已提交到本机，待上传")
    expect(page.locator(LIST)).to_contain_text("客户服务联络单")
    assert draft_of(uuid).completed_at is None
    page.context.set_offline(False)
    expect(page.locator(LIST)).to_contain_text("已同步，编号")
    [entry] = entries_of(uuid)
    assert entry.number in page.locator(LIST).inner_text()


def test_it_is_sent_from_a_phone_that_was_off_in_between(site):
    page = with_worker(site)
    uuid = begun(site, page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    hand_in(page)
    page.close()
    page.context.set_offline(False)
    again = site.tab(page.context)
    again.goto("/records")
    expect(again.get_by_role("status").filter(has_text="已同步")).to_be_visible()
    assert len(entries_of(uuid)) == 1


def test_a_sheet_that_the_server_has_never_seen_is_handed_in(site):
    page = with_worker(site)
    page.goto(new_sheet(site.world.office))
    page.context.set_offline(True)
    page.goto(new_sheet(site.world.office))
    uuid = uuid_of(page)
    fill_work(page)
    hand_in(page)
    page.context.set_offline(False)
    expect(page.locator(LIST)).to_contain_text("已同步，编号")
    assert len(entries_of(uuid)) == 1


def test_what_lacks_an_answer_comes_back_with_why_and_is_put_right(site):
    page = with_worker(site)
    page.goto(new_sheet(site.world.office))
    with saved(page):
        page.locator("#f-request").fill(WORDS)
    uuid = uuid_of(page)
    page.context.set_offline(True)
    page.locator("#f-remarks").fill("在机房写的")
    hand_in(page)
    page.context.set_offline(False)
    expect(page.locator(LIST)).to_contain_text("失败：还有没填对的地方")
    page.locator(LIST).get_by_role("link", name="打开").tap()
    expect(page.locator("#f-remarks")).to_have_value("在机房写的")
    with saved(page):
        fill_work(page)
    page.locator("[data-go-on]").tap()
    page.wait_for_url("**/check")
    page.locator("[form=complete]").tap()
    page.wait_for_url("**/records/**")
    wait_until_nothing_waits(page)
    page.goto("/phone")
    expect(page.locator("[data-phone-none]")).to_be_visible()
    assert len(entries_of(uuid)) == 1


def test_what_somebody_completed_meanwhile_is_explained_and_can_still_be_read(site):
    page = with_worker(site)
    uuid = begun(site, page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    hand_in(page)
    draft = draft_of(uuid)
    completion.complete(site.world.actor("chen"), uuid, HandedIn({**draft.answers, "request": "已经换好"}))
    page.context.set_offline(False)
    expect(page.locator(LIST)).to_contain_text("失败：这一步已经有人提交了")
    page.locator(f"{LIST} summary").first.tap()
    expect(page.locator(LIST)).to_contain_text(WORDS)
    assert len(entries_of(uuid)) == 1


def test_a_sheet_confirmed_before_a_server_that_is_gone_waits_for_it(way):
    page = with_worker(way)
    uuid = begun(way, page)
    page.locator("[data-go-on]").tap()
    page.wait_for_url("**/check")
    way.way.become("closed")
    page.locator("[form=complete]").tap()
    page.wait_for_url("**/phone")
    expect(page.locator(LIST)).to_contain_text("已提交到本机，待上传")
    way.way.become("open")
    page.reload()
    expect(page.locator(LIST)).to_contain_text("已同步，编号")
    assert len(entries_of(uuid)) == 1


def test_an_answer_that_was_lost_makes_no_second_sheet(way):
    page = with_worker(way)
    uuid = begun(way, page)
    page.locator("[data-go-on]").tap()
    page.wait_for_url("**/check")
    way.way.become("deaf")
    page.locator("[form=complete]").tap()
    page.wait_for_url("**/phone")
    expect(page.locator(LIST)).to_contain_text("已提交到本机，待上传")
    way.way.become("open")
    page.reload()
    expect(page.locator(LIST)).to_contain_text("已同步，编号")
    assert len(entries_of(uuid)) == 1


def test_a_session_that_ran_out_meanwhile_asks_to_sign_in_and_then_sends(site):
    page = with_worker(site)
    uuid = begun(site, page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    hand_in(page)
    page.context.clear_cookies()
    page.context.set_offline(False)
    expect(page.get_by_role("status").filter(has_text="需登录")).to_be_visible()
    site.sign_in(page.context, "chen")
    page.goto("/records")
    expect(page.get_by_role("status").filter(has_text="已同步")).to_be_visible()
    assert len(entries_of(uuid)) == 1


SEEN = f"async () => {{ {OPEN} return (await all('outbox')).some(({{seen}}) => seen); }}"


def test_that_a_sheet_has_gone_is_said_once(site):
    page = with_worker(site)
    begun(site, page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    hand_in(page)
    page.close()
    page.context.set_offline(False)
    again = site.tab(page.context)
    again.goto("/records")
    gone = again.get_by_role("status").filter(has_text="已同步")
    expect(gone).to_be_visible()
    wait_until(again, SEEN)
    expect(gone).to_be_visible()
    again.goto("/phone")
    expect(again.locator(LIST)).to_contain_text("已同步，编号")
    expect(gone).to_have_count(0)


def test_two_taps_without_a_network_ask_once(site):
    page = with_worker(site)
    begun(site, page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    wait_for_script(page, "phone_handing")
    page.evaluate(
        "() => { const button = document.querySelector('[data-go-on]'); button.click(); button.click(); }"
    )
    expect(page.locator("[data-offer]")).to_have_count(1)
    page.locator("[data-hand-in]").tap()
    page.wait_for_url("**/phone")
