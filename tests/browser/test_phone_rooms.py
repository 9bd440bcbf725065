"""The rooms of a technician lie on their phone before anybody has looked at them, and a sheet is begun at any device there."""

import pytest
from playwright.sync_api import expect

from fieldforms.store.models import Device, Room, User
from tests.browser.hands import new_sheet
from tests.browser.phones import (
    CONTROLLED,
    wait_until,
    wait_until_kept,
    wait_until_nothing_waits,
    with_worker,
)
from tests.browser.roads import draft_of, uuid_of

pytestmark = pytest.mark.browser

STAND = "[data-rooms-stand]"


def mistyped(code: str) -> str:
    """With one wrong character."""
    return code[:-1] + ("3" if code[-1] != "3" else "4")


def ready(site, login="chen", **options):
    """A page of a phone that says that it is ready."""
    page = with_worker(site, login, **options)
    page.locator("[data-rooms-now]").tap()
    expect(page.locator(STAND)).to_contain_text("离线就绪：1 个机房")
    return page


def test_a_device_that_was_never_opened_begins_a_sheet_without_a_network(site):
    page = ready(site)
    place = site.world.office
    page.context.set_offline(True)
    page.goto(f"/d/{place.code.code}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(place.device.name)
    expect(page.get_by_role("status").filter(has_text="现在没有网络，这是")).to_be_visible()
    page.get_by_role("link", name="填客户服务联络单").tap()
    expect(page.locator("#f-client_name")).to_have_value(place.client.name)
    expect(page.locator("[data-device-list] input:checked")).to_have_value(place.code.code)
    page.locator("#f-request").fill("话筒有杂音")
    wait_until_kept(page, "话筒有杂音")
    uuid = uuid_of(page)
    page.context.set_offline(False)
    wait_until_nothing_waits(page)
    draft = draft_of(uuid)
    assert draft.origin == {"device": place.device.id}
    assert draft.answers["request"] == "话筒有杂音"
    assert [each["code"] for each in draft.answers["serviced_devices"]] == [place.code.code]


def test_what_changes_is_fetched_and_what_was_thrown_away_is_said(site):
    page = ready(site)
    place = site.world.office
    Device.update(name="功放（换过名）").where(Device.id == place.device.id).execute()
    page.evaluate(THROW_AWAY, "/forms/")
    page.reload()
    expect(page.locator(STAND)).to_contain_text("离线还没就绪：还差")
    page.locator("[data-rooms-now]").tap()
    expect(page.locator(STAND)).to_contain_text("离线就绪：1 个机房")
    page.context.set_offline(True)
    page.goto("/phone")
    page.locator("[data-phone-rooms] summary").tap()
    page.get_by_role("link", name="功放（换过名）").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("功放（换过名）")
    page.context.set_offline(False)
    Room.update(confidential=True).where(Room.id == place.room.id).execute()
    page.goto("/")
    page.locator("[data-rooms-now]").tap()
    expect(page.locator(STAND)).to_have_text("没有可以存在这台手机上的机房")
    left = f"{place.client.short_name}：1 个涉密机房的 1 台设备不存在手机上，要有网络才能打开"
    expect(page.locator("[data-rooms-left]")).to_have_text(left)
    page.context.set_offline(True)
    page.goto(f"/d/{place.code.code}")
    expect(page.get_by_text("编码没有错，只是它的设备没有存在这台手机上")).to_be_visible()
    Room.update(confidential=False).where(Room.id == place.room.id).execute()
    Device.update(name=place.device.name).where(Device.id == place.device.id).execute()


THROW_AWAY = """async (part) => {
  for (const name of await caches.keys()) {
    if (!name.startsWith("rooms-")) continue;
    const cache = await caches.open(name);
    for (const {url} of await cache.keys()) if (url.includes(part)) await cache.delete(url);
  }
}"""


def test_the_next_person_has_none_of_the_rooms_and_fetches_their_own(site):
    page = ready(site)
    page.context.clear_cookies()
    site.sign_in(page.context, "zhou")
    page.goto("/")
    wait_until(page, STORES_OF, str(site.world.users["zhou"].id))
    expect(page.locator(STAND)).to_contain_text("离线就绪：1 个机房")
    page.context.set_offline(True)
    page.goto(f"/d/{site.world.office.code.code}")
    expect(page.get_by_text("编码没有错，只是它的设备没有存在这台手机上")).to_be_visible()
    page.goto(f"/d/{site.world.university.code.code}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(site.world.university.device.name)


STORES_OF = "async (owner) => (await caches.keys()).every((name) => !/^(pages|rooms)-/.test(name) || name.endsWith(`-${owner}`))"


def begin_worker_anew(page) -> None:
    """As the browser does when it has rested: it remembers nothing."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("ServiceWorker.enable")
    devtools.send("ServiceWorker.stopAllWorkers")


def open_pages_at_device(site, page) -> None:
    """Its own page, a sheet being filled, and one that is begun, by a code in small letters: all lie on the phone then."""
    place = site.world.office
    addresses = [
        f"/devices/{place.device.id}",
        f"/drafts/{site.world.working_sheet().uuid}",
        f"/forms/service-contact/new?device={place.code.code.lower()}&another=1",
    ]
    for address in addresses:
        page.goto(address)
        wait_until(page, LIES_HERE, address.partition("&")[0])


LIES_HERE = """async (address) => {
  for (const name of await caches.keys()) {
    if (!name.startsWith("pages-")) continue;
    for (const {url} of await (await caches.open(name)).keys()) if (url.endsWith(address)) return true;
  }
  return false;
}"""
NOTHING_OPENED = """async () => {
  const names = (await caches.keys()).filter((name) => /^pages-/.test(name));
  return (await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))).every((keys) => !keys.length);
}"""
REFRESHED = """() => new Promise(async (resolve) => {
  navigator.serviceWorker.addEventListener("message", ({data}) => data.rooms && data.rooms.state !== "busy" && resolve(data.rooms.state));
  (await navigator.serviceWorker.ready).active.postMessage({rooms: "now"});
})"""


@pytest.fixture
def confidential_later(site):
    """Makes the office's room confidential, for one test."""
    room = Room.id == site.world.office.room.id
    yield lambda: Room.update(confidential=True).where(room).execute()
    Room.update(confidential=False).where(room).execute()


def test_pages_about_a_room_go_when_it_becomes_confidential_and_not_before(site, confidential_later):
    page = with_worker(site)
    open_pages_at_device(site, page)
    assert page.evaluate(REFRESHED) == "done"
    assert not page.evaluate(NOTHING_OPENED)
    confidential_later()
    assert page.evaluate(REFRESHED) == "done"
    assert page.evaluate(NOTHING_OPENED)


def test_a_metered_phone_fetches_no_rooms_by_itself_and_forgets_what_it_must(site, confidential_later):
    page = site.open("chen", service_workers="allow")
    page.add_init_script(METERED)
    page.goto("/")
    page.wait_for_function(CONTROLLED)
    expect(page.locator("[data-rooms-said]")).to_contain_text("现在用的是移动流量")
    wait_until(page, ONLY_THE_LIST)
    open_pages_at_device(site, page)
    confidential_later()
    begin_worker_anew(page)
    page.goto("/")
    wait_until(page, NOTHING_OPENED)


METERED = "Object.defineProperty(navigator, 'connection', {value: {type: 'cellular', saveData: false}})"
ONLY_THE_LIST = """async () => {
  const name = (await caches.keys()).find((each) => each.startsWith("rooms-"));
  return !!name && (await (await caches.open(name)).keys()).every(({url}) => url.endsWith("/phone/rooms"));
}"""


@pytest.fixture
def hr_later(site):
    """Makes Chen hr, for one test."""
    chen = User.id == site.world.users["chen"].id
    yield lambda: User.update(role="hr").where(chen).execute()
    User.update(role="technician").where(chen).execute()


def test_whoever_keeps_no_rooms_any_more_has_none_on_the_phone(site, hr_later):
    page = ready(site)
    open_pages_at_device(site, page)
    hr_later()
    begin_worker_anew(page)
    page.goto("/")
    wait_until(page, ONLY_THE_LIST)
    wait_until(page, NOTHING_OPENED)


def test_the_files_of_a_kept_page_stay_and_a_page_without_its_files_is_missing(site):
    page = ready(site)
    page.evaluate(OLD_VERSIONS)
    page.reload()
    expect(page.locator(STAND)).to_contain_text("离线还没就绪：还差 1 页")
    page.evaluate(
        "async () => { for (const name of ['files-aaa', 'files-bbb', 'files-ccc']) await caches.open(name); }"
    )
    page.evaluate("async () => (await navigator.serviceWorker.ready).unregister()")
    page.goto("about:blank")
    page.goto("/")
    wait_until(page, "async () => !(await caches.has('files-bbb'))")
    assert page.evaluate("async () => (await caches.has('files-aaa')) && (await caches.has('files-ccc'))")


# As after three updates of the program: a page of the first of them is kept, and its files lack.
OLD_VERSIONS = """async () => {
  const name = (await caches.keys()).find((each) => each.startsWith("rooms-"));
  const cache = await caches.open(name);
  const [{url}] = (await cache.keys()).filter(({url}) => url.includes("/forms/"));
  const kept = await cache.match(url, {ignoreVary: true});
  const headers = new Headers(kept.headers);
  headers.set("X-Files", "files-aaa");
  await cache.put(url, new Response(await kept.blob(), {headers}));
}"""


def test_a_code_that_is_not_here_leads_to_a_sheet_without_a_device(site):
    page = ready(site)
    place = site.world.office
    page.context.set_offline(True)
    page.goto("/phone")
    page.locator("#f-code").fill(f"HTTPS://EXAMPLE.ORG/D/{place.code.code.lower()}")
    page.locator("[data-phone-find] button[type=submit]").tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text(place.device.name)
    page.goto(f"/find?code={mistyped(place.code.code)}")
    expect(page.get_by_text("编码里有一个字符不对")).to_be_visible()
    page.goto("/find?code=7K3QF9")
    expect(page.get_by_text("这不是标签上的编码")).to_be_visible()
    page.goto(f"/find?code={site.world.university.code.code}")
    expect(page.get_by_text("编码没有错，只是它的设备没有存在这台手机上")).to_be_visible()
    page.locator("[data-phone-rooms] summary").tap()
    page.get_by_role("link", name="填客户服务联络单（不指明设备）").tap()
    expect(page.locator("#f-client_name")).to_have_value(place.client.name)
    expect(page.locator("[data-device-list] input:checked")).to_have_count(0)


def test_what_this_browser_promises_is_said(site):
    page = ready(site)
    page.goto("/phone")
    expect(page.locator("[data-lasts=promised], [data-lasts=open]").locator("visible=true")).to_have_count(1)
    expect(page.locator("[data-lasts=safari]")).to_be_hidden()
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'standalone', {get: () => false})")
    page.reload()
    expect(page.locator("[data-lasts=safari]")).to_be_visible()
    expect(page.locator("[data-install-apple]")).to_be_visible()


def test_a_browser_without_a_worker_is_told_once_what_is_missing(site):
    page = site.open("chen", service_workers="allow")
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto("/")
    expect(page.get_by_text("这个浏览器现在不能离线使用")).to_be_visible()
    page.goto("/")
    expect(page.get_by_text("这个浏览器现在不能离线使用")).to_be_hidden()
    page.goto("/phone")
    expect(page.locator("[data-lasts=unable]")).to_be_visible()


def test_a_full_phone_says_so_and_what_was_kept_before_stays(site):
    page = ready(site)
    page.goto(new_sheet(site.world.office))
    page.context.set_offline(True)
    page.locator("#f-request").fill("先写的")
    wait_until_kept(page, "先写的")
    page.evaluate(FULL)
    page.locator("#f-request").fill("后写的")
    expect(page.get_by_text("这台手机存满了，刚写的没有存上")).to_be_visible()
    wait_until_kept(page, "先写的")
    page.evaluate("() => { IDBObjectStore.prototype.put = globalThis.putBefore; }")
    wait_until_kept(page, "后写的")


# As a browser refuses whose disk is full; a disk cannot be filled here.
FULL = """() => {
  globalThis.putBefore = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""
