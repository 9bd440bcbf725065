"""What lies on a phone, for tests that look (static/js/phone_store.js)."""

from playwright.sync_api import Error, expect

from tests.browser.hands import PATIENCE, PIN, fill_work, new_sheet, wait_for_script
from tests.browser.roads import uuid_of

OPEN = """const opened = () => new Promise((resolve, reject) => {
  const opening = indexedDB.open("phone", 1);
  opening.onupgradeneeded = () => ["drafts", "outbox", "facts"].forEach((name) => opening.result.createObjectStore(name, {keyPath: "id"}));
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
});
const all = async (name) => {
  const database = await opened();
  const asked = database.transaction(name).objectStore(name).getAll();
  const rows = await new Promise((resolve) => { asked.onsuccess = () => resolve(asked.result); });
  database.close();
  return rows;
};
"""
KEPT = (
    "async (words) => {"
    + OPEN
    + """
  const key = (await all("facts")).find(({id}) => id === "key")?.key;
  if (!key) return false;
  for (const {iv, data} of await all("drafts")) {
    const kept = JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({name: "AES-GCM", iv}, key, data)));
    if ([...new URLSearchParams(kept.body).values()].includes(words)) return true;
  }
  return false;
}"""
)
ROWS = (
    "async () => {"
    + OPEN
    + """
  const text = (value) => value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value;
  return JSON.stringify([await all("drafts"), await all("outbox")], (_name, value) => text(value));
}"""
)


CONTROLLED = "() => !!navigator.serviceWorker.controller"


def with_worker(site, login="chen", **options):
    """A page of a browser that has the worker: the first page brings it."""
    page = site.open(login, service_workers="allow", **options)
    page.goto("/")
    page.wait_for_function(CONTROLLED)
    return page


def wait_until(page, says: str, given=None) -> None:
    """The page's answer is yes, or that of the page which comes by itself meanwhile. (Playwright's own wait takes a
    promise for a yes.)"""
    while (said := ask_patiently(page, says, given)) is None:
        page.wait_for_load_state()
    assert said, says


def ask_patiently(page, says: str, given) -> bool | None:
    """None: the page that was asked has gone."""
    try:
        return page.evaluate(PATIENTLY.replace("SAYS", says), [given, PATIENCE // 100])
    except Error as error:
        if "context was destroyed" not in str(error):
            raise


PATIENTLY = """async ([given, most]) => {
  const says = SAYS;
  for (let tries = 0; tries < most; tries += 1) {
    if (await says(given)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}"""


def hand_in(page) -> None:
    """Without a network: kept on the phone. What keeps it comes after the form itself works."""
    wait_for_script(page, "phone_handing")
    page.locator("[data-go-on]").tap()
    page.locator("[data-hand-in]").tap()
    page.wait_for_url("**/phone")


def ready(site, login="chen", **options):
    """A phone with its owner's rooms on it, and the pages for their clients."""
    page = with_worker(site, login, **options)
    page.locator("[data-rooms-now]").tap()
    wait_until(page, HAS_CLIENTS_PAGE)
    return page


HAS_CLIENTS_PAGE = """async () => {
  const found = (await caches.keys()).filter((name) => name.startsWith("rooms-"));
  const kept = await Promise.all(found.map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().some(({url}) => new URL(url).pathname.endsWith("/signing"));
}"""


def phone_with_sheet(site, login="chen", place=None, **options) -> tuple:
    """(page, uuid): a sheet that was handed in without a network."""
    page = ready(site, login, **options)
    page.context.set_offline(True)
    page.goto(new_sheet(place or site.world.office))
    uuid = uuid_of(page)
    fill_work(page)
    hand_in(page)
    return page, uuid


def lock(page) -> None:
    """Into the client's hands."""
    page.locator("[data-hand-over] summary").tap()
    page.locator("[data-hand-over] input").fill(PIN)
    page.locator("[data-hand-over-now]").tap()
    page.wait_for_url("**/phone/signing")
    expect(page.locator("[data-signing-submit]")).to_be_visible()


def wait_until_kept(page, words: str) -> None:
    """The phone has written it down."""
    wait_until(page, KEPT, words)


def wait_until_nothing_waits(page) -> None:
    try:
        wait_until(page, NOTHING_WAITS)
    except AssertionError as waits:
        plain = [
            {name: each[name] for name in each if name not in ("iv", "data", "key")}
            for each in lies_here(page)
        ]
        raise AssertionError(plain) from waits


def wait_until_key_of(page, user) -> None:
    wait_until(page, KEY_OF, str(user.id))


def hold_store(tab, name: str) -> None:
    """What other tabs and the worker read and write there waits until `LET_GO` is said to this one: as on a slow phone."""
    tab.goto("/robots.txt")
    tab.evaluate(HOLD, name)


HOLD = """(name) => new Promise((held) => {
  let letGo = false;
  globalThis.letGo = () => { letGo = true; };
  indexedDB.open("phone", 1).onsuccess = ({ target }) => {
    const store = target.result.transaction(name, "readwrite").objectStore(name);
    const again = () => { if (!letGo) store.count().onsuccess = again; };
    again();
    held();
  };
})"""
LET_GO = "() => letGo()"


HAS_KEY = f"async () => {{ {OPEN} return (await all('facts')).some(({{id}}) => id === 'key'); }}"


def wait_until_it_can_keep(page) -> None:
    wait_until(page, HAS_KEY)


def rows_of(page) -> str:
    """Everything that lies there, as whoever takes the phone would read it."""
    return page.evaluate(ROWS)


NOTHING_WAITS = f"""async () => {{
  {OPEN}
  const sheets = (await all("outbox")).filter(({{state}}) => state !== "done");
  return sheets.length + (await all("drafts")).filter(({{confirmed}}) => !confirmed).length === 0;
}}"""
KEY_OF = f"async (owner) => {{ {OPEN} return (await all('facts')).some((fact) => fact.id === 'key' && fact.owner === owner); }}"


def lies_here(page) -> list:
    """Drafts, sheets, keys: whatever lies in the store, but for whose phone it was (a number)."""
    found = page.evaluate(
        f"async () => {{ {OPEN} return [].concat(...await Promise.all(['drafts', 'outbox', 'facts'].map(all))); }}"
    )
    return [each for each in found if each["id"] != "person"]


def caches_of(page) -> list[str]:
    """Whose pages are kept: the names of the worker's stores of pages."""
    return page.evaluate("async () => (await caches.keys()).filter((name) => name.startsWith('pages-'))")


def whose_it_is(page) -> dict | None:
    """{owner, last, …}, as the worker has noted it last."""
    return page.evaluate(
        f"async () => {{ {OPEN} return (await all('facts')).find(({{id}}) => id === 'person'); }}"
    )


def wait_until_it_is(page, owner: str) -> None:
    wait_until(page, IT_IS, owner)


IT_IS = f"async (wanted) => {{ {OPEN} return (await all('facts')).some(({{id, owner}}) => id === 'person' && owner === wanted); }}"
