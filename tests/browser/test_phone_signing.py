"""A client signs on a phone that has no network: it shows nothing else meanwhile, and nobody reads the rating on it."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow.people import sessions
from fieldforms.store.models import Entry
from fieldforms.store.record import records
from tests.browser.hands import DING, answer, close_pad, draw, fill_work, new_sheet, open_pad
from tests.browser.phones import hand_in, wait_until, wait_until_nothing_waits, with_worker
from tests.browser.roads import draft_of, uuid_of

pytestmark = pytest.mark.browser

PIN = "719346"
COMMENT = "师傅态度不好XYZ"
LIST = "[data-phone-list]"
READY = "离线就绪：1 个机房"


def phone_with_sheet(site) -> tuple:
    """(page, uuid): a sheet that was handed in without a network."""
    page = with_worker(site)
    page.locator("[data-rooms-now]").tap()
    expect(page.locator("[data-rooms-stand]")).to_contain_text(READY)
    page.context.set_offline(True)
    page.goto(new_sheet(site.world.office))
    uuid = uuid_of(page)
    fill_work(page)
    hand_in(page)
    return page, uuid


def lock(page, pin: str = PIN) -> None:
    page.locator("[data-hand-over] summary").tap()
    page.locator("[data-hand-over] input").fill(pin)
    page.locator("[data-hand-over-now]").tap()
    page.wait_for_url("**/phone/signing")
    expect(page.get_by_role("button", name="确认并签字")).to_be_visible()


def sign(page) -> None:
    answer(page, "accessories", "yes")
    answer(page, "satisfaction", "dissatisfied")
    answer(page, "dissatisfied_with", "attitude")
    page.locator("#f-comments").fill(COMMENT)
    open_pad(page)
    for stroke in DING:
        draw(page, stroke)
    close_pad(page)
    page.locator("#f-signer").fill("丁一")
    page.get_by_role("button", name="确认并签字").tap()
    expect(page.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()


def take_back(page, pin: str = PIN) -> None:
    page.locator("[data-signing-back] summary").tap()
    page.locator("#f-pin").fill(pin)
    page.locator("[data-signing-unlock]").tap()
    page.wait_for_url("**/phone")
    expect(page.locator(LIST)).to_be_visible()


def entries_of(uuid: str) -> list[Entry]:
    return list(Entry.select().where(Entry.record == draft_of(uuid).record).order_by(Entry.seq))


DUMP = """async () => {
  const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (new URL(request.url).pathname.startsWith("/static/")) continue;
      const kept = await cache.match(request, {ignoreVary: true});
      const packed = kept.headers.has("X-Packed");
      found.push(request.url, await (packed ? new Response(kept.body.pipeThrough(new DecompressionStream("gzip"))) : kept).text());
    }
  }
  const text = (value) => value instanceof CryptoKey ? "" : value;
  for (const {name} of await indexedDB.databases()) {
    const database = await new Promise((resolve) => { indexedDB.open(name).onsuccess = ({target}) => resolve(target.result); });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise((resolve) => { database.transaction(store).objectStore(store).getAll().onsuccess = ({target}) => resolve(target.result); });
      const key = name === "phone" && (await new Promise((resolve) => { database.transaction("facts").objectStore("facts").get("key").onsuccess = ({target}) => resolve(target.result); }));
      for (const row of rows) {
        found.push(JSON.stringify(row, (_n, value) => text(value)));
        if (row.data && key) found.push(new TextDecoder().decode(await crypto.subtle.decrypt({name: "AES-GCM", iv: row.iv}, key.key, row.data)));
      }
    }
    database.close();
  }
  return found.join("\\n");
}"""


def expect_nothing_told(page, before: str):
    """Nothing that lies on the phone says what was answered: the empty form names every choice, and no more than before."""
    now = page.evaluate(DUMP)
    assert COMMENT not in now and "丁一" not in now
    for word in ("attitude", "dissatisfied", "satisfaction"):
        assert now.count(word) <= before.count(word), word


def test_a_client_signs_without_a_network_and_the_server_seals_both_steps(site):
    page, uuid = phone_with_sheet(site)
    lock(page)
    expect(page.locator("[data-signing-told=request] dd")).to_contain_text("第一会议室话筒有杂音")
    expect(page.locator("#q-works_normally")).to_be_visible()
    before = page.evaluate(DUMP)
    sign(page)
    expect_nothing_told(page, before)
    take_back(page)
    expect_nothing_told(page, before)
    expect(page.locator(LIST)).to_contain_text("客户已签字，联网后送到")
    page.context.set_offline(False)
    wait_until_nothing_waits(page)
    first, second = entries_of(uuid)
    sealed = records.record_in_full(first.record).entries[1]
    assert sealed.answers["satisfaction"] == "dissatisfied" and sealed.answers["comments"] == COMMENT
    assert sealed.payload["way"] == "handed_over_offline" and first.number == second.number
    page.goto("/phone")
    expect(page.locator(LIST)).to_contain_text(f"客户签字已送到，编号 {first.number}")
    page.goto(f"/records/{first.number}")
    assert COMMENT not in page.content()
    expect_nothing_told(page, before)


def expect_locked(page):
    expect(page.get_by_role("button", name="确认并签字")).to_be_visible()
    assert page.locator("[data-phone-list], nav.top-nav").count() == 0


def test_every_address_is_the_clients_page_until_the_pin_with_a_network_too(site):
    page, _uuid = phone_with_sheet(site)
    other = site.tab(page.context)
    other.goto(f"/d/{site.world.office.code.code}")
    lock(page)
    expect_locked(other)
    for offline in (True, False):
        page.context.set_offline(offline)
        for address in (
            "/",
            "/phone",
            "/records",
            f"/d/{site.world.office.code.code}",
            "/account",
            "/sign-in",
        ):
            page.goto(address)
            expect_locked(page)
            assert page.evaluate("(address) => fetch(address).then(({status}) => status)", address) == 403
        page.go_back()
        expect_locked(page)
    page.context.set_offline(True)
    page.close()
    again = site.tab(page.context)
    again.goto("/records")
    expect_locked(again)
    stop_worker(again)
    again.goto("/records")
    expect_locked(again)
    take_back(again)
    again.context.set_offline(False)
    again.goto("/records")
    expect(again.get_by_role("heading", level=1)).to_have_text("单据")


def stop_worker(page) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("ServiceWorker.enable")
    devtools.send("ServiceWorker.stopAllWorkers")


def test_five_wrong_pins_and_its_owner_has_to_sign_in_and_nothing_is_lost(site):
    page, uuid = phone_with_sheet(site)
    lock(page)
    sign(page)
    page.locator("[data-signing-back] summary").tap()
    for left in (4, 3, 2, 1):
        page.locator("#f-pin").fill("000000")
        page.locator("[data-signing-unlock]").tap()
        expect(page.get_by_text(f"还可以试 {left} 次")).to_be_visible()
    page.locator("#f-pin").fill("000000")
    page.locator("[data-signing-unlock]").tap()
    expect(page.locator("[data-signing-spent]")).to_be_visible()
    page.goto("/records")
    expect(page.locator("[data-signing-spent]")).to_be_visible()
    expect(page.locator("[data-signing-pin]")).to_be_hidden()
    page.context.set_offline(False)
    page.wait_for_url("**/sign-in**")
    site.sign_in(page.context, "chen")
    page.goto("/records")
    wait_until_nothing_waits(page)
    assert len(entries_of(uuid)) == 2


def test_what_is_not_answered_is_asked_for_before_anything_is_written_down(site):
    page, _uuid = phone_with_sheet(site)
    lock(page)
    page.get_by_role("button", name="确认并签字").tap()
    expect(page.get_by_text("还有没填的，请补上再签")).to_be_visible()
    page.goto("/")
    expect_locked(page)


def test_an_easy_pin_locks_nothing(site):
    page, _uuid = phone_with_sheet(site)
    page.locator("[data-hand-over] summary").tap()
    for pin in ("12345", "123456", "111111", "121212", "987654"):
        page.locator("[data-hand-over] input").fill(pin)
        page.locator("[data-hand-over-now]").tap()
        expect(page.get_by_text("请用六位数字")).to_be_visible()
    page.goto("/phone")
    expect(page.locator(LIST)).to_be_visible()


def test_a_sheet_that_changed_meanwhile_keeps_the_signature_and_says_so(site):
    page, uuid = phone_with_sheet(site)
    lock(page)
    sign(page)
    take_back(page)
    page.goto("/phone")
    page.evaluate(CHANGE_SHEET)
    page.context.set_offline(False)
    page.reload()
    expect(page.locator(LIST)).to_contain_text("失败：客户签的字没有被接受")
    assert len(entries_of(uuid)) == 1
    assert COMMENT not in page.evaluate(DUMP)


# As when its owner opens the sheet that waits, changes it and hands it in again.
CHANGE_SHEET = """async () => {
  const { seal, unseal, all, put, keyOf } = globalThis.phoneStore;
  const rows = await all("outbox");
  const row = rows.find(({follows}) => !follows);
  const key = await keyOf(row.owner);
  const given = await unseal(key, row);
  const params = new URLSearchParams(given.body);
  params.set("request", "另一回事");
  await put("outbox", {...row, at: Date.now(), ...(await seal(key, {...given, body: params.toString()}))});
}"""


def test_a_session_that_was_ended_meanwhile_takes_the_lock_and_all_else_along(site):
    page, _uuid = phone_with_sheet(site)
    lock(page)
    sign(page)
    sessions.revoke_session(site.world.actor("chen"), page.session.id)
    page.context.set_offline(False)
    page.wait_for_url("**/sign-in**")
    wait_until(page, NOTHING_LEFT)


NOTHING_LEFT = """async () => {
  const database = await new Promise((resolve) => { indexedDB.open("phone").onsuccess = ({target}) => resolve(target.result); });
  const rows = async (name) => new Promise((resolve) => { database.transaction(name).objectStore(name).getAll().onsuccess = ({target}) => resolve(target.result); });
  const left = [...await rows("drafts"), ...await rows("outbox"), ...(await rows("facts")).filter(({id}) => id !== "person")];
  database.close();
  return !left.length;
}"""
