"""The pictures of the program's own manual: screens of a telephone, as fieldforms/flow/manual/library names them.

Each page is opened by whom the chapter is for; `take` goes through them in one language.
"""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from fieldforms.flow.manual.manual_chapters import PICTURES
from fieldforms.store.models import User
from tests.browser.conftest import LOCALES, PHONE
from tests.browser.hands import PIN, answer, sign

PASSWORD = "fieldforms-demo"
WIDTH = 360  # pixels: a third of a printed page, and as a telephone shows it
QUALITY = 60  # of WebP
MOST_BYTES = 25_000

LOW = "FW-202611-0009"  # a rating to follow up
FAULT = "GZ-202611-0011"  # to be assigned
# Name → (who, page).
PAGES = {
    "home": ("chen", "/"),
    "device": ("chen", "/d/{code}"),
    "morning": ("gao", "/"),
    "rating": ("gao", f"/records/{LOW}"),
    "follow-up": ("gao", f"/records/{LOW}/aftercare"),
    "sheets": ("gao", "/records?signature=signed"),
    "statistics": ("gao", "/statistics"),
    "person": ("gao", "/people/{chen}"),
    "board": ("sunmin", "/board"),
    "assigning": ("sunmin", f"/records/{FAULT}/assignment"),
    "client-file": ("sunmin", "/clients/1"),
    "importing": ("sunmin", "/imports/new/devices"),
    "labels": ("sunmin", "/codes"),
    "plans": ("sunmin", "/plans"),
    "people": ("admin", "/people"),
    "forms": ("admin", "/forms"),
    "approvals": ("wangjing", "/"),
    "label-page": ("", "/d/{code}"),
    "reporting": ("", "/d/{code}/report"),
}


def take(browser: Browser, url: str, code: str, lang: str) -> None:
    """All of them in this language, into the package."""
    pages = PagesOfPeople(browser, url, lang)
    given = {"code": code, "chen": User.get(User.login == "chen").id}
    for name, (login, address) in PAGES.items():
        page = pages.of(login)
        page.goto(address.format(**given))
        keep(page, lang, name)
    for name, page in journey(pages.of("chen"), code, lang):
        keep(page, lang, name)


class PagesOfPeople:
    """Everybody's own telephone, signed in when it is first asked for."""

    def __init__(self, browser: Browser, url: str, lang: str):
        self.browser, self.url, self.lang = browser, url, lang
        self.pages: dict[str, Page] = {}

    def of(self, login: str) -> Page:
        if login not in self.pages:
            options = {**PHONE, "locale": LOCALES[self.lang], "reduced_motion": "reduce"}
            self.pages[login] = self.browser.new_context(base_url=self.url, **options).new_page()
            if login:
                self.sign_in(self.pages[login], login)
        return self.pages[login]

    def sign_in(self, page: Page, login: str) -> None:
        page.goto("/sign-in")
        page.fill("[name=login]", login)
        page.fill("[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        expect(page.locator("[name=password]")).to_have_count(0)
        page.goto("/account")
        page.locator(f"main button[name=lang][value={self.lang}]").click()
        page.locator(f"main button[aria-current][value={self.lang}]").wait_for()


def journey(page: Page, code: str, lang: str) -> Iterator[tuple[str, Page]]:
    """The sheet filled in, the phone about to be handed over, the client's page, signed."""
    page.goto(f"/forms/service-contact/new?device={code}&another=1")
    page.locator("html[data-alive~=autosave]").wait_for()
    page.fill("#f-request", "第一会议室话筒偶有杂音")
    page.fill("#f-solution", "更换 2 路输入端子，重新压接；八路供电检查正常。")
    answer(page, "result", "completed")
    page.locator("[data-save-status][data-state=saved]").wait_for()
    page.locator("#f-request").evaluate("(field) => { field.blur(); scrollTo(0, field.offsetTop - 120); }")
    yield "sheet", page
    page.locator("button[name=then][value=check]").click()
    page.locator("main form button[type=submit].main, .bar button.main").first.click()
    page.locator("#f-pin").fill(PIN)
    page.locator("#f-own_password").fill(PASSWORD)
    yield "handing-over", page
    page.locator("form[action$='/handover'] button[type=submit]").click()
    speak(page, lang)
    answer(page, "accessories", "yes")
    answer(page, "satisfaction", "very_satisfied")
    sign(page, "王丁")
    page.locator("#q-accessories").evaluate("(field) => scrollTo(0, field.offsetTop - 80)")
    yield "client", page
    page.locator(".bar button[type=submit]").last.click()
    page.locator("img.qr, .qr img, .qr svg, svg.qr").first.wait_for()
    yield "signed", page


def speak(page: Page, lang: str) -> None:
    """The client's page begins in Chinese, whatever the technician reads."""
    page.locator("#q-accessories").wait_for()
    if page.locator(f"html[lang^={lang}]").count() == 0:
        page.locator(f".language button[value={lang}]").click()
        page.locator(f"html[lang^={lang}] #q-accessories").wait_for()


def keep(page: Page, lang: str, name: str) -> None:
    """As a picture that is small and can still be read."""
    page.evaluate("document.activeElement?.blur()")
    image = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
    small = image.resize((WIDTH, image.height * WIDTH // image.width), Image.Resampling.LANCZOS)
    path = PICTURES / lang / f"{name}.webp"
    path.parent.mkdir(parents=True, exist_ok=True)
    small.save(path, quality=QUALITY, method=6)
    assert path.stat().st_size <= MOST_BYTES, f"{path}: {path.stat().st_size} bytes"
