"""Photos on their way from a phone, on a road that is held up, cut or free."""

import io
import re
import select
import socket
import threading
from contextlib import suppress

from PIL import Image
from playwright.sync_api import expect

from fieldforms.store.models import Draft
from tests.browser.hands import PATIENCE, fill_work, new_sheet, saved

PANEL = "[data-waiting]"
UNSENT = "import('/static/' + document.querySelector('link[rel=icon]').href.split('/')[4] + '/js/photo_store.js').then((unsent) => unsent.photos())"
NOTHING_IS_KEPT = f"() => {UNSENT}.then((left) => !left.length)"
WIDTHS = iter(range(40, 900))


def a_photo() -> dict:
    """Another one each time: the same bytes are one photo."""
    out = io.BytesIO()
    Image.new("RGB", (next(WIDTHS), 30), (120, 90, 40)).save(out, "JPEG")
    return {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


class Road:
    """The way that photos take from a browser: held up, cut, or free; `passed`: how many have gone.

    A photo also tries by itself, from time to time: who wants it to arrive after a tap, or from the next page, holds
    the road up before, and opens it then."""

    def __init__(self, context):
        self.waiting, self.cut, self.free, self.passed = [], False, False, 0
        context.route(re.compile(r"/photos/[0-9a-f_]+(\?.*)?$"), self.take)

    def take(self, route):
        if route.request.method != "POST":
            return route.continue_()
        if self.free:
            self.passed += 1
            return route.continue_()
        if self.cut:
            return route.abort()
        self.waiting.append(route)

    def open(self):
        self.cut, self.free = False, True
        self.passed += len(self.waiting)
        for route in self.waiting:
            route.continue_()

    def hold_up(self):
        self.cut = False


class HeldUp:
    """Requests to there: they wait, each until the test takes it; once it is `free` they go."""

    def __init__(self, page, address):
        self.page, self.waiting, self.free = page, [], False
        page.route(address, lambda route: route.continue_() if self.free else self.waiting.append(route))

    def take(self):
        """The newest, as soon as one is there."""
        for _ in range(PATIENCE // 10):
            if self.waiting:
                return self.waiting.pop()
            self.page.wait_for_timeout(10)  # lets Playwright hear of it
        raise AssertionError("nothing was asked for there")


class Way:
    """The way to the server, by real connections: `open`, `closed` (nobody answers), `deaf` (what is asked arrives, no answer
    comes back), or `late` (the answer to what is asked of `address` waits until `let_go`, whatever else goes meanwhile)."""

    def __init__(self, url: str):
        self.there = ("127.0.0.1", int(url.rsplit(":", 1)[1]))
        self.state, self.pairs, self.held, self.address = "open", [], 0, ""
        self.gate = threading.Event()
        self.door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        threading.Thread(target=self.take_in, daemon=True).start()

    def become(self, state: str, address: str = ""):
        self.state, self.address = state, address
        if state == "closed":
            self.hang_up()

    def let_go(self):
        self.gate.set()

    def hang_up(self):
        for each in [end for pair in self.pairs for end in pair]:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def take_in(self):
        with suppress(OSError):
            while True:
                here, _from = self.door.accept()
                threading.Thread(target=self.carry, args=(here,), daemon=True).start()

    def carry(self, here):
        if self.state == "closed":
            return here.close()
        with suppress(OSError), here, socket.create_connection(self.there) as there:
            self.pairs.append((here, there))
            asked = b""
            while True:
                ready, _, _ = select.select([here, there], [], [])
                for end in ready:
                    content = end.recv(65536)
                    if not content or (end is there and self.state == "deaf"):
                        return None
                    if end is here:
                        asked = content
                    elif self.state == "late" and asked.startswith(f"GET {self.address} ".encode()):
                        self.held += 1
                        self.gate.wait()
                    (there if end is here else here).sendall(content)

    def close(self):
        self.let_go()
        self.door.close()
        self.hang_up()


def wait_without_end(page, ms: int) -> None:
    """What the page would do after so long it does never: the test does not know how slow its machine is."""
    page.evaluate(WITHOUT_END, ms)


WITHOUT_END = """(ms) => {
  const whole = setTimeout;
  globalThis.setTimeout = (act, after, ...more) => (after === ms ? 0 : whole(act, after, ...more));
}"""
ASKS_AFTER = 6_000  # ms that a form waits for its photos without a word: hold.js


def filled(site, road_is: str, login="chen"):
    """A contact sheet that lacks nothing but its photo, which was chosen just now."""
    page = site.open(login)
    page.road = Road(page.context)
    page.road.cut = road_is == "cut"
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    take_photo(page)
    return page


def take_photo(page, question="work_photos"):
    page.locator(f"#q-{question} [data-files]").last.set_input_files(a_photo())
    expect(page.locator(f"#q-{question} [data-thumbs] li")).not_to_have_count(0)


def check(page):
    page.locator("[data-go-on]").tap()


def draft_of(uuid: str) -> Draft:
    return Draft.get(Draft.uuid == uuid)


def uuid_of(page) -> str:
    return page.locator("form#draft").get_attribute("data-draft")
