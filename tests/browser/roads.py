"""Photos on their way from a phone, on a road that is held up, cut or free."""

import io
import re

from PIL import Image
from playwright.sync_api import expect

from fieldforms.store.models import Draft
from tests.browser.hands import fill_work, new_sheet, saved

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
    """The way that photos take from a browser: held up, cut, or free."""

    def __init__(self, context):
        self.waiting, self.cut, self.free = [], False, False
        context.route(re.compile(r"/photos/[0-9a-f_]+(\?.*)?$"), self.take)

    def take(self, route):
        if route.request.method != "POST" or self.free:
            return route.continue_()
        if self.cut:
            return route.abort()
        self.waiting.append(route)

    def open(self):
        self.free = True
        for route in self.waiting:
            route.continue_()


class HeldUp:
    """Requests to there: they wait, each until the test takes it; once it is `free` they go."""

    def __init__(self, page, address):
        self.page, self.waiting, self.free = page, [], False
        page.route(address, lambda route: route.continue_() if self.free else self.waiting.append(route))

    def take(self):
        """The newest, as soon as one is there."""
        for _ in range(3_000):
            if self.waiting:
                return self.waiting.pop()
            self.page.wait_for_timeout(10)  # lets Playwright hear of it
        raise AssertionError("nothing was asked for there")


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
