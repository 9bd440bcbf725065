"""What a person does in a browser that Playwright does not know (drivers.py): sees, taps, types, draws.

Nothing is touched before it stands still, lies on top, and its page works; nothing is believed before it is seen.
"""

from contextlib import suppress

from fieldforms.store.people import sessions
from tests.browser.drivers import Refused, waited_for

# The page has come and works (see wait_until_begun), and this stands on it, in sight. Its middle, if nothing covers it.
LOOK = """
const [selector, words] = arguments;
const root = document.documentElement;
if (document.readyState !== "complete") return null;
const saves = document.querySelector("form[data-autosave]") && "replaceAll" in String.prototype; // else none reads htmx
if (saves && !root.matches("[data-alive~=autosave]")) return null;
const seen = [...document.querySelectorAll(selector)].find((each) => each.getClientRects().length
  && !each.matches(":disabled") && getComputedStyle(each).visibility !== "hidden"
  && (each.innerText || "").includes(words));
if (!seen) return null;
const middle = () => {
  const box = seen.getClientRects()[0];
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  const top = document.elementFromPoint(x, y);
  const home = seen.closest("tr") || seen; // a row's link lies over all of its cells
  return {box: [box.x, box.y, box.width, box.height], x, y, free: !!top && home.contains(top)};
};
const found = middle();
if (!found.free) seen.scrollIntoView({block: "center", behavior: "instant"});
return found.free ? found : middle();
"""
TEXT = "return document.body ? document.body.innerText : ''"


class Person:
    """Somebody with the served application in a browser of drivers.py."""

    def __init__(self, world, url: str, browser):
        self.world, self.url, self.browser = world, url, browser

    def sign_in(self, login: str, phone: bool = True):
        """Without the form; the session's row. The browser forgets who was there before."""
        self.open("/robots.txt")
        row, token = sessions.begin_session(self.world.users[login], "Android", phone, "127.0.0.1")
        app = self.world.app
        session = {"_user_id": token, "_fresh": True, "_permanent": True, "lang": "zh"}
        value = app.session_interface.get_signing_serializer(app).dumps(session)
        self.browser.become(app.config["SESSION_COOKIE_NAME"], value)
        return row

    def sit_at(self, width: int, height: int = 900) -> None:
        self.browser.resize(width, height)

    def open(self, address: str) -> None:
        """Until that page is there, and not the one before it."""
        self.until("return window.left = true")
        self.browser.open(self.url + address)
        self.until("return !window.left && document.readyState === 'complete'")

    def run(self, script: str, *given):
        """What a script of ours answers on the page; None where the page is just going away."""
        with suppress(Refused):
            return self.browser.run(script, *given)

    def until(self, script: str, *given):
        """What the script answers as soon as that is something."""
        try:
            return waited_for(lambda: self.run(script, *given), "")
        except AssertionError:
            raise AssertionError(f"never so: {given or script} on\n{self.text()}") from None

    def text(self) -> str:
        return self.run(TEXT) or ""

    def see(self, selector: str, words: str = "") -> None:
        self.until(LOOK, selector, words)

    def arrive(self, ending: str) -> None:
        """The address ends so, and its page is there."""
        self.until(
            "return document.readyState === 'complete' && location.href.endsWith(arguments[0])", ending
        )

    def find(self, selector: str, words: str = "") -> dict:
        """The first that is in sight and has these words, as soon as it stands still with nothing over it."""
        last = {}

        def stands() -> dict | None:
            nonlocal last
            before, last = last, self.run(LOOK, selector, words) or {}
            return last if last.get("free") and last["box"] == before.get("box") else None

        try:
            return waited_for(stands, "")
        except AssertionError:
            raise AssertionError(f"never within reach: {selector} {words} {last} on\n{self.text()}") from None

    def tap(self, selector: str, words: str = "") -> None:
        found = self.find(selector, words)
        self.draw([(found["x"], found["y"])])

    def draw(self, points) -> None:
        """One stroke; points of the viewport in CSS pixels."""
        self.browser.press([(round(x), round(y)) for x, y in points])

    def fill(self, selector: str, words: str) -> None:
        """Type it into a field that is empty."""
        self.tap(selector)
        self.until("return document.activeElement === document.querySelector(arguments[0])", selector)
        self.browser.type(words)
        self.until("return document.querySelector(arguments[0]).value === arguments[1]", selector, words)
