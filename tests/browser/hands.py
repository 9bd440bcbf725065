"""What fingers do on these pages, and pages as a test needs them: filled, handed over, signed."""

import re
from contextlib import contextmanager

from playwright.sync_api import expect

from fieldforms.flow.completing import signature_requests
from fieldforms.flow.people import sessions
from fieldforms.flow.people.actors import Actor
from tests.web.filling.hands import a_photo

PATIENCE = 180_000  # ms: nobody waits for so long; a page of the slowest machine has come long before
PIN = "719346"
DING = [[(0.2, 0.3), (0.8, 0.32)], [(0.5, 0.3), (0.5, 0.8), (0.42, 0.74)]]  # 丁, in fractions of the pad
COMMENT = "师傅态度不好XYZ"


def draw(page, points) -> None:
    """A stroke on the pad with the mouse, its screen open; `points` are fractions of the canvas."""
    box = page.locator("canvas").bounding_box()
    xy = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in points]
    page.mouse.move(*xy[0])
    page.mouse.down()
    for x, y in xy[1:]:
        page.mouse.move(x, y, steps=8)
    page.mouse.up()


def sign(page, name="丁一") -> None:
    open_pad(page)
    for stroke in DING:
        draw(page, stroke)
    close_pad(page)
    page.locator("#f-signer").fill(name)


def open_pad(page) -> None:
    """The pad's own screen."""
    page.locator("[data-sign], [data-sign-again]").locator("visible=true").first.click()
    expect(page.locator("canvas")).not_to_have_attribute("width", "300")


def close_pad(page) -> None:
    page.locator("[data-sign-done]").click()
    expect(page.locator("[data-sign-layer]")).to_be_hidden()


def escape_pad(page) -> None:
    """By the keyboard, until the page has taken note: a dialog may tell of its end a moment later, and the focus moves then (the
    browser has given it back to what opened the pad before)."""
    page.keyboard.press("Escape")
    expect(page.locator("[data-sign-layer]")).to_be_hidden()
    page.wait_for_function("() => !history.state?.signing")


def answer(page, name: str, value: str) -> None:
    """Tap the tile."""
    page.locator(f'label:has(input[name="{name}"][value="{value}"])').click()


def new_sheet(place, form="service-contact") -> str:
    """The address of an empty sheet about the place's device, whatever was begun there before."""
    return f"/forms/{form}/new?device={place.code.code}&another=1"


def fill_work(page, request="第一会议室话筒有杂音", solution="更换端子") -> None:
    page.locator("#f-request").fill(request)
    page.locator("#f-solution").fill(solution)
    answer(page, "result", "completed")


def fill_rating(page) -> None:
    """A low one, with a complaint, strokes and a name."""
    answer(page, "accessories", "yes")
    answer(page, "satisfaction", "dissatisfied")
    answer(page, "dissatisfied_with", "attitude")
    page.locator("#f-comments").fill(COMMENT)
    open_pad(page)
    for stroke in DING:
        draw(page, stroke)
    close_pad(page)
    page.locator("#f-signer").fill("丁一")


def hand_over(site, page, entry) -> None:
    """Put the page's session into the client's hands, and show the client's page."""
    sessions.set_pin(page.session, PIN)
    user = site.world.users[page.session.user.login]
    draft = signature_requests.hand_phone_over(Actor(user, session_id=page.session.id), entry.number)
    page.goto(f"/drafts/{draft.uuid}")


def wait_until_begun(page) -> None:
    """A form that saves itself, or keeps what is typed, says so last of all (app.js), and a pad may be opened: by then every
    script that they need has begun.

    Nothing is waited for where `page.whole` is False: the test keeps some of its scripts away."""
    if getattr(page, "whole", True):
        page.wait_for_function(BEGUN)


BEGUN = """() => !document.querySelector("[data-sign]:disabled") && ["autosave", "keep"].every((last) =>
  !document.querySelector(`form[data-${last}]`) || document.documentElement.matches(`[data-alive~=${last}]`))"""


def wait_for_script(page, name: str) -> None:
    """The page's script of that name has come and begun: a tap before would be lost, as it is for a person. (What app.js
    asked for before the page was loaded begins first; no quiet network says so: a slow processor is quiet, too.)"""
    page.evaluate(COME, name)


COME = """(name) => import(document.querySelector("script[type=module]").src.replace("app.js", `${name}.js`)).then(() => {})"""


@contextmanager
def next_page(page):
    """Inside it the page is left for another; at its end that one is there. `.value`: its response.

    (Playwright's own `expect_navigation` ends at a changed address of the same page, too, and then has no response.)"""
    page.wait_for_load_state()  # of a page that was come to by a link: its `load` is not the next one's
    with page.expect_event("load"), page.expect_response(is_page) as answered:
        yield answered
    wait_until_begun(page)


def is_page(answer) -> bool:
    return answer.request.is_navigation_request() and not 300 <= answer.status < 400


@contextmanager
def saved(page):
    """An autosave's answer arrives inside it, and the page has taken note: nothing waits to be sent any more."""
    with page.expect_response(is_save) as answered:
        yield answered
    if answered.value.ok:
        page.wait_for_function(AT_REST)


def is_save(answer) -> bool:
    """Of the draft itself: its photos, and whether a known fault has helped, are sent by themselves."""
    return answer.request.method == "POST" and bool(DRAFT.search(answer.url))


DRAFT = re.compile(r"/drafts/[0-9a-f-]{36}$")


AT_REST = """() => document.querySelector("[data-save-status]")?.dataset.state === "saved"
  && !Object.keys(sessionStorage).some((key) => key.startsWith("draft:"))"""


PHOTO = {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": a_photo()}
