"""Chinese is typed by composing: nothing is sent meanwhile, one request when it is done (CDP plays the input method)."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.hands import new_sheet, saved

pytestmark = pytest.mark.browser

PAUSE = 1500  # ms on the page's own clock: longer than any delay before a request


class Keyboard:
    """An input method at the focused field of `page`, whose clock is ours: no test waits."""

    def __init__(self, page):
        self.page = page
        self.cdp = page.context.new_cdp_session(page)
        self.requests = []
        page.on("request", self.note)
        page.evaluate("globalThis.submits = 0; addEventListener('submit', () => { submits += 1; }, true)")

    def note(self, request):
        # The icon is asked for again when the address changes; the key is asked for when somebody begins to fill.
        if "/static/" not in request.url and not request.url.endswith("/phone/key"):
            self.requests.append(request.url)

    def compose(self, *syllables):
        """Shows each in the field in turn, with time enough for a request to go after every one."""
        for text in syllables:
            caret = {"selectionStart": len(text), "selectionEnd": len(text)}
            self.cdp.send("Input.imeSetComposition", {"text": text, **caret})
            self.page.clock.run_for(PAUSE)

    def commit(self, text):
        self.cdp.send("Input.insertText", {"text": text})

    def enter(self):
        """Enter while a syllable is open, the whole key: without our guard it submits the form."""
        key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13}
        self.cdp.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": "\r", **key})
        self.cdp.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
        self.page.clock.run_for(PAUSE)


def ready(page, address: str, field: str) -> Keyboard:
    """The page with its scripts running and the field focused."""
    page.clock.install()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.locator(field).focus()
    return Keyboard(page)


def test_a_search_sends_nothing_while_composing_and_once_when_done(site):
    found = site.world.signed_sheet(request="我们的话筒有杂音").number
    other = site.world.signed_sheet(request="投影机没有图像").number
    page = site.open("gao", desk=True)
    keyboard = ready(page, "/records", "#q")
    keyboard.compose("w", "wo", "wo m")
    assert keyboard.requests == []
    assert page.locator("#q").input_value() == "wo m"
    with page.expect_response(re.compile(r"/records\?")) as answered:
        keyboard.commit("我们")
        page.clock.run_for(PAUSE)
    assert answered.value.ok
    page.clock.run_for(PAUSE)
    assert len(keyboard.requests) == 1
    assert page.locator("#q").input_value() == "我们"
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#list")).to_contain_text(found)
    expect(page.locator("#list")).not_to_contain_text(other)
    assert page.complaints == []


def test_a_form_saves_nothing_while_composing_and_once_when_done(site):
    page = site.open("chen")
    keyboard = ready(page, new_sheet(site.world.office), "#f-request")
    keyboard.compose("w", "wo", "wo m")
    assert keyboard.requests == []
    with saved(page) as answered:
        keyboard.commit("我们")
        page.clock.run_for(PAUSE)
    assert answered.value.ok
    page.clock.run_for(PAUSE)
    assert len(keyboard.requests) == 1
    assert page.locator("#f-request").input_value() == "我们"
    page.reload()
    assert page.locator("#f-request").input_value() == "我们"


def test_a_composition_given_up_sends_what_is_left(site):
    """The syllable is deleted: the field is as it was, and nothing needs to be sent."""
    page = site.open("chen")
    keyboard = ready(page, new_sheet(site.world.office), "#f-request")
    keyboard.compose("w", "wo", "")
    assert page.locator("#f-request").input_value() == ""
    assert keyboard.requests == []


@pytest.mark.parametrize(("address", "field"), [("/records", "#q"), ("/", "#f-code")])
def test_enter_in_a_composition_searches_nothing(site, address, field):
    page = site.open("gao", desk=True)
    keyboard = ready(page, address, field)
    keyboard.compose("w", "wo")
    keyboard.enter()
    assert page.evaluate("globalThis.submits") == 0
    assert keyboard.requests == [] and page.url.endswith(address)


def test_enter_in_a_composition_submits_no_form(site):
    page = site.open("chen")
    keyboard = ready(page, new_sheet(site.world.office), "#f-request")
    page.locator(".known > summary").tap()
    page.locator("#f-contact").focus()
    page.locator("#f-contact").select_text()
    url = page.url
    keyboard.compose("w", "wo")
    keyboard.enter()
    assert page.evaluate("globalThis.submits") == 0
    assert keyboard.requests == [] and page.url == url
    keyboard.commit("我")
    assert page.locator("#f-contact").input_value() == "我"
