"""A client signs on a phone that has no network: it shows nothing else meanwhile, and nobody reads the rating on it."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow.people import sessions
from fieldforms.store.clock import DAY_MS
from fieldforms.store.models import Entry
from fieldforms.store.record import records
from tests.browser.hands import COMMENT, PIN, fill_rating, fill_work, new_sheet, saved
from tests.browser.phones import (
    OPEN,
    hand_in,
    lock,
    phone_with_sheet,
    ready,
    wait_until,
    wait_until_nothing_waits,
)
from tests.browser.roads import draft_of, uuid_of

pytestmark = pytest.mark.browser

LIST = "[data-phone-list]"


def sign(page) -> None:
    fill_rating(page)
    press_sign(page)
    expect(page.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()


def press_sign(page) -> None:
    page.get_by_role("button", name="确认并签字").tap()


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


# What happens to a phone meanwhile.


def expect_rating_sealed(uuid: str) -> None:
    first, _second = entries_of(uuid)
    assert records.record_in_full(first.record).entries[1].answers["comments"] == COMMENT


def send(page) -> None:
    page.context.set_offline(False)
    wait_until_nothing_waits(page)


def test_killed_between_the_strokes_and_the_end_it_asks_again_and_is_signed_once(site):
    page, uuid = phone_with_sheet(site)
    lock(page)
    before = page.evaluate(DUMP)
    fill_rating(page)
    again = kill(site, page)
    expect_locked(again)
    expect(again.locator("#f-signer")).to_have_value("")
    expect(again.locator("#f-comments")).to_have_value("")
    expect_nothing_told(again, before)
    sign(again)
    take_back(again)
    send(again)
    expect_rating_sealed(uuid)


def kill(site, page):
    """The page goes, the worker too; the next page."""
    stop_worker(page)
    page.close()
    again = site.tab(page.context)
    again.goto("/records")
    return again


def test_killed_before_it_says_so_what_was_signed_is_there_and_cannot_be_signed_twice(site):
    page, uuid = phone_with_sheet(site)
    other = site.tab(page.context)
    other.goto("/")
    lock(page)
    fill_rating(page)
    press_sign(page)
    wait_until(other, SIGNED)
    again = kill(site, page)
    expect(again.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()
    expect(again.get_by_role("button", name="确认并签字")).to_be_hidden()
    take_back(again)
    send(again)
    expect_rating_sealed(uuid)


SIGNED = f"async () => {{ {OPEN} return (await all('outbox')).some(({{follows}}) => follows); }}"


def test_the_next_version_of_the_worker_finds_the_phone_locked_and_its_page_whole(site):
    page, uuid = phone_with_sheet(site)
    lock(page)
    page.evaluate(OF_THE_VERSION_BEFORE)
    page.context.set_offline(False)
    page.evaluate("() => { navigator.serviceWorker.register('/sw.js?next'); }")
    wait_until(page, NEXT_WORKER)
    page.context.set_offline(True)
    for address in ("/records", "/phone"):
        page.goto(address)
        expect_locked(page)
    assert "aaaaaaaaaaaa" in page.locator("link[rel=icon]").get_attribute("href")
    sign(page)
    take_back(page)
    send(page)
    expect_rating_sealed(uuid)


# The page that lies here, and the files that it names, as of a version that is two versions old when the next comes.
OF_THE_VERSION_BEFORE = f"""async () => {{
  {OPEN}
  const now = document.querySelector("link[rel=icon]").href.split("/")[4];
  const files = await caches.open(`files-${{now}}`);
  const before = await caches.open("files-aaaaaaaaaaaa");
  for (const request of await files.keys()) await before.put(request.url.replace(now, "aaaaaaaaaaaa"), await files.match(request));
  await (await caches.open("files-bbbbbbbbbbbb")).put("/static/bbbbbbbbbbbb/x", new Response(""));
  const lock = (await all("facts")).find(({{id}}) => id === "lock");
  const store = (await opened()).transaction("facts", "readwrite").objectStore("facts");
  const put = store.put({{...lock, page: lock.page.replaceAll(now, "aaaaaaaaaaaa")}});
  await new Promise((resolve) => {{ put.transaction.oncomplete = resolve; }});
}}"""
NEXT_WORKER = """async () => {
  const { active, waiting, installing } = await navigator.serviceWorker.getRegistration();
  return !waiting && !installing && active.state === "activated" && active.scriptURL.endsWith("next");
}"""


def test_a_phone_that_is_full_locks_nothing_and_says_so(site):
    page, _uuid = phone_with_sheet(site)
    [worker] = page.context.service_workers
    worker.evaluate(FULL)
    page.locator("[data-hand-over] summary").tap()
    page.locator("[data-hand-over] input").fill(PIN)
    page.locator("[data-hand-over-now]").tap()
    expect(page.get_by_text("这台手机存不下，没有锁住")).to_be_visible()
    worker.evaluate(FREE)
    page.goto("/phone")
    lock(page)


def test_a_phone_that_is_full_when_it_is_signed_keeps_the_page_and_says_so(site):
    page, uuid = phone_with_sheet(site)
    lock(page)
    fill_rating(page)
    page.evaluate(FULL)
    press_sign(page)
    expect(page.get_by_text("这台手机存不下，没有签成")).to_be_visible()
    expect(page.locator("#f-comments")).to_have_value(COMMENT)
    page.evaluate(FREE)
    press_sign(page)
    expect(page.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()
    take_back(page)
    send(page)
    expect_rating_sealed(uuid)


def test_on_two_phones_the_second_signature_stays_and_says_why(site):
    page = ready(site)
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    uuid = uuid_of(page)
    page.context.set_offline(True)
    hand_in(page)
    lock(page)
    sign(page)
    take_back(page)
    hand_in_elsewhere(site, uuid)
    assert len(entries_of(uuid)) == 1
    page.goto("/phone")
    page.context.set_offline(False)
    expect(page.locator(LIST).get_by_text("失败：")).to_have_count(2)  # the sheet, too
    expect(page.locator(LIST)).to_contain_text("失败：客户签的字没有被接受")
    assert len(entries_of(uuid)) == 1
    assert COMMENT not in page.evaluate(DUMP)


def hand_in_elsewhere(site, uuid: str) -> None:
    other = site.open("chen")
    other.goto(f"/drafts/{uuid}")
    with saved(other):
        other.locator("#f-solution").fill("另一处")
    other.locator("[data-go-on]").tap()
    other.wait_for_url("**/check")
    other.locator("[form=complete]").tap()
    other.wait_for_url("**/records/**")


def test_a_wrong_clock_is_sealed_beside_ours(site):
    page, uuid = phone_with_sheet(site)
    lock(page)
    page.clock.set_fixed_time("2031-05-06T07:08:09Z")
    sign(page)
    take_back(page)
    send(page)
    first, second = entries_of(uuid)
    assert records.record_in_full(first.record).entries[1].payload["phone_at"] == 1935817689000
    assert second.sealed_at - first.sealed_at < DAY_MS


def test_at_a_desk_it_works_as_on_a_phone(site):
    page, uuid = phone_with_sheet(site, desk=True, has_touch=True)
    lock(page)
    page.goto("/records")
    expect_locked(page)
    sign(page)
    take_back(page)
    send(page)
    expect_rating_sealed(uuid)


def test_the_locked_page_keeps_its_policy(site):
    page, _uuid = phone_with_sheet(site)
    lock(page)
    answer = page.goto("/records")
    assert "script-src 'self'" in (answer.header_value("content-security-policy") or "")
    assert answer.header_value("cache-control") == "no-store"
    assert not [each for each in page.complaints if "Policy" in each]


# As a browser refuses whose disk is full; a disk cannot be filled here.
FULL = """() => {
  globalThis.putBefore = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""
FREE = "() => { IDBObjectStore.prototype.put = globalThis.putBefore; }"
