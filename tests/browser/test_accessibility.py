"""Every page, on a phone and at a desk, in Chinese and English: axe, sizes, no sideways scroll, nothing behind the bar."""

import hashlib
from types import SimpleNamespace

import pytest

from fieldforms.flow.completing import signature_requests
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.people import invitations
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import codes
from fieldforms.store.models import Client, User
from tests.browser.axe import AXE, SCRIPTS, touched
from tests.browser.hands import fill_rating, hand_over, new_sheet, open_pad, saved, sign
from tests.browser.phones import lock, phone_with_sheet
from tests.people import PASSWORD, Place
from tests.web.filling.hands import a_photo

pytestmark = pytest.mark.browser

FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"

# Name of the page → who opens it, its address with the names of `things`.
ADDRESSES = {
    "sign-in": (None, "/sign-in"),
    "no such page": (None, "/nowhere"),
    "a scan without an account": (None, "/d/{code}"),
    "reporting a fault": (None, "/d/{code}/report"),
    "a report's state": (None, "/r/{report}"),
    "an unknown code": (None, "/d/ZZZZZZZZZZ"),
    "a blank label": (None, "/d/{blank}"),
    "a retired label": (None, "/d/{retired}"),
    "a replaced label": (None, "/d/{replaced}"),
    "a seal verified": (None, "/v/{digest}"),
    "signing by link": (None, "/s/{sign}"),
    "a signed copy": (None, "/s/{copy}"),
    "a new phone": (None, "/e/{enrol}"),
    "a dead invitation": (None, "/e/{used}"),
    "a technician's tasks": ("chen", "/"),
    "nothing found": ("chen", "/find?q=%E9%9F%B3"),
    "a device": ("chen", "/d/{code}"),
    "somebody else's device": ("zhou", "/d/{code}"),
    "devices": ("chen", "/devices"),
    "putting a label on": ("chen", "/d/{blank}"),
    "a new device": ("gao", "/devices/new"),
    "a device edited": ("gao", "/devices/{device}/edit"),
    "a device retired": ("gao", "/devices/{device}/retirement"),
    "labels": ("gao", "/codes"),
    "retiring a label": ("gao", "/d/{blank}/retirement"),
    "an empty contact sheet": ("chen", "/forms/service-contact/new?device={code}&another=1"),
    "an empty maintenance report": ("chen", "/forms/av-maintenance/new?device={code}&another=1"),
    "a technician's fault report": ("chen", "/forms/fault-report/new?device={code}&another=1"),
    "a draft with a photo": ("chen", "/drafts/{draft}"),
    "the check before signing": ("chen", "/drafts/{full}/check"),
    "a draft thrown away": ("chen", "/drafts/{draft}/discard"),
    "bringing a sheet to its signature": ("chen", "/records/{waiting}/signature"),
    "a signature on paper": ("chen", "/records/{waiting}/paper"),
    "a technician's sheets": ("chen", "/records"),
    "a technician's sheet": ("chen", "/records/{signed}"),
    "a sheet that waits": ("chen", "/records/{waiting}"),
    "recalling": ("chen", "/records/{waiting}/recall"),
    "cancelling": ("chen", "/records/{waiting}/cancellation"),
    "correcting": ("chen", "/records/{signed}/correction"),
    "one's own satisfaction": ("chen", "/statistics/mine"),
    "one's account": ("chen", "/account"),
    "one's PIN": ("chen", "/account/pin"),
    "one's password": ("chen", "/account/password"),
    "a dispatcher's tasks": ("sunmin", "/"),
    "a supervisor's tasks": ("gao", "/"),
    "a supervisor's sheets": ("gao", "/records"),
    "sheets filtered to none": ("gao", "/records?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84"),
    "a supervisor's sheet": ("gao", "/records/{signed}"),
    "a password before everything leaves": ("gao", "/records.csv"),
    "statistics": ("gao", "/statistics"),
    "a figure": ("gao", "/statistics/satisfaction?by=client"),
    "a figure by days": ("gao", "/statistics/sheets?by=month&from=2026-11-01&to=2026-11-30"),
    "the rows behind a figure": ("gao", "/statistics/hours/sheets"),
    "people": ("gao", "/people"),
    "a person": ("gao", "/people/{user}"),
    "a person's clients": ("gao", "/people/{user}/clients"),
    "inviting a phone": ("gao", "/people/{user}/invitation"),
    "a new person": ("admin", "/people/new"),
    "a person edited": ("admin", "/people/{user}/edit"),
    "a password reset": ("admin", "/people/{user}/password"),
    "disabling": ("admin", "/people/{user}/disabling"),
    "erasing": ("admin", "/records/{signed}/erasure"),
}

REFUSED = {
    "no such page": 404, "an unknown code": 404, "a retired label": 410, "a replaced label": 410,
    "a dead invitation": 410, "nothing found": 422,
}  # fmt: skip


@pytest.fixture(scope="module")
def things(world) -> SimpleNamespace:
    """What the addresses name: sheets in every state, labels of every kind, links."""
    chen, gao = world.actor("chen"), world.actor("gao")
    signed = world.signed_sheet(rating="dissatisfied")
    waiting, linked = world.waiting_sheet(), world.waiting_sheet()
    library = Place("市图书馆", "图书馆", "何平", "0571-5555 0333", "报告厅投影机")
    blank, newer, retired = codes.make_blank(gao, 3)
    codes.bind_device(gao, newer, library.device.id)
    codes.retire_code(gao, retired)
    used = invitations.invite_user(gao, world.users["zhou"].id)
    invitations.accept_invitation(used, "719346", "Android", "127.0.0.1")
    return SimpleNamespace(
        world=world, code=world.office.code.code, device=world.office.device.id, user=world.users["chen"].id,
        blank=blank, replaced=library.code.code, retired=retired, report=a_report(world), signed=signed.number,
        digest=signed.digest, waiting=waiting.number, draft=a_draft_with_a_photo(world), full=world.working_sheet().uuid,
        sign=signature_requests.make_signing_link(chen, linked.number)[1], copy=signature_requests.make_copy_link(chen, signed, "sign"), used=used,
        enrol=invitations.invite_user(gao, world.users["chen"].id),
    )  # fmt: skip


def a_draft_with_a_photo(world) -> str:
    chen, body = world.actor("chen"), a_photo()
    draft = world.working_sheet(result="not_completed", not_completed=["follow_up"])
    photo = drafts.keep_photo(chen, draft.uuid, hashlib.sha256(body).hexdigest(), body)
    answers = draft.answers | {"work_photos": [photo.digest]}
    return drafts.save_draft(
        chen, drafts.draft_to_fill(chen, draft.uuid), answers, draft.version, "tests"
    ).uuid


def a_report(world) -> str:
    """The token of its page."""
    device = world.university.device
    said = {"symptom": "没有声音", "urgency": "urgent", "reporter": "林岚"}
    answers = said | fault_reports.answers_known_at_device(fault_reports.public_form(), device)
    uuid, record = drafts.new_uuid(), drafts.new_uuid()
    return fault_reports.hand_in(Actor(None, "public"), device, uuid, record, answers, "zh")[1]


# Pages that only come of doing something.


def a_menu(site, page, things):
    page.goto("/")
    page.locator(".menu > summary").click()


def a_refused_sheet(site, page, things):
    page.goto(new_sheet(things.world.office))
    page.locator("button[value=check]").click()
    page.locator("[data-error-summary]").wait_for()


def a_refused_report(site, page, things):
    page.goto(new_sheet(things.world.office, "av-maintenance"))
    page.locator("button[value=check]").click()
    page.locator("[data-error-summary]").wait_for()


def a_conflict(site, page, things):
    draft = things.world.working_sheet()
    page.goto(f"/drafts/{draft.uuid}")
    chen, theirs = things.world.actor("chen"), draft.answers | {"solution": "另一处"}
    drafts.save_draft(chen, drafts.draft_to_fill(chen, draft.uuid), theirs, 1, "another")
    with saved(page):
        page.locator("#f-solution").fill("这里")
    page.locator("[data-keep-mine]").wait_for()


def the_clients_page(site, page, things):
    hand_over(site, page, things.world.waiting_sheet())


def signing(site, page, things):
    the_clients_page(site, page, things)
    page.locator("#f-signer").fill("丁一")
    open_pad(page)


def signed(site, page, things):
    the_clients_page(site, page, things)
    sign(page)
    page.locator("[data-sign-again]").wait_for()


def the_clients_page_refused(site, page, things):
    the_clients_page(site, page, things)
    page.locator(".bar .button.sign").click()
    page.locator("[data-error-summary]").wait_for()


def the_thanks(site, page, things):
    the_clients_page(site, page, things)
    page.locator('input[name="accessories"][value="none"]').check()
    page.locator('input[name="satisfaction"][value="very_satisfied"]').check()
    page.locator("[data-typed-instead]").click()
    page.locator("#f-signer").fill("丁一")
    page.locator(".bar .button.sign").click()
    page.locator("[data-finished]").wait_for()


def taking_back(site, page, things):
    the_clients_page(site, page, things)
    page.goto("/handover/return")


def a_link_shown(site, page, things):
    page.goto(f"/records/{things.world.waiting_sheet().number}/signature")
    page.locator('form[action$="/links"] button').click()
    page.locator(".qr svg").wait_for()


def an_invitation(site, page, things):
    page.goto(f"/people/{things.user}/invitation")
    page.locator("[type=password]").fill(PASSWORD)
    page.locator("main form [type=submit]").click()
    page.locator(".qr svg").wait_for()


def a_sheet_on_the_phone(site, _page, things):
    """Its client's page speaks the client's language, here its owner's: a client whom no other page is about."""
    lang = User.get(User.login == "zhou").language
    place = things.world.university
    Client.update(language=lang).where(Client.id == place.client.id).execute()
    return phone_with_sheet(site, "zhou", place, lang=lang)[0]


def the_locked_phone(site, page, things):
    page = a_sheet_on_the_phone(site, page, things)
    lock(page)
    return page


def the_locked_phone_signed(site, page, things):
    page = the_locked_phone(site, page, things)
    fill_rating(page)
    page.locator("[data-signing-submit]").tap()
    page.wait_for_url("**/phone/signed")
    return page


ACTIONS = {
    "the menu": ("chen", a_menu),
    "a refused sheet": ("chen", a_refused_sheet),
    "a refused report": ("chen", a_refused_report),
    "a conflict": ("chen", a_conflict),
    "the client's page": ("chen", the_clients_page),
    "signing": ("chen", signing),
    "signed": ("chen", signed),
    "the client's page, refused": ("chen", the_clients_page_refused),
    "the thanks": ("chen", the_thanks),
    "taking the phone back": ("chen", taking_back),
    "a signing link": ("chen", a_link_shown),
    "an invitation": ("gao", an_invitation),
    "a sheet on the phone": ("zhou", a_sheet_on_the_phone),
    "the locked phone": ("zhou", the_locked_phone),
    "the locked phone, signed": ("zhou", the_locked_phone_signed),
}


def open_page(site, things, name: str, lang: str):
    login, way = {**ADDRESSES, **ACTIONS}[name]
    page = site.open(login, lang=lang)
    if callable(way):
        page = way(site, page, things) or page
    else:
        assert page.goto(way.format(**vars(things))).status == REFUSED.get(name, 200)
    page.evaluate(SCRIPTS)
    page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })")
    page.evaluate("scrollTo(0, 0)")  # what is sticky covers nothing here
    return page


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [*ADDRESSES, *ACTIONS])
def test_anybody_can_use(site, things, name, lang):
    page = open_page(site, things, name, lang)
    if name != "a new phone":  # it speaks the invited person's language
        assert page.locator("html").get_attribute("lang") == {"zh": "zh-Hans", "en": "en"}[lang]
    found = {"axe, phone": page.evaluate(AXE), **touched(page), **read_large(page)}
    page.set_viewport_size({"width": 1280, "height": 800})
    found |= {"axe, desk": page.evaluate(AXE), "sideways, desk": page.evaluate("look.sideways()")}
    found["empty"] = page.evaluate("look.empty()")
    assert {what: where for what, where in found.items() if where} == {}


def read_large(page) -> dict[str, list]:
    """What scrolls sideways or is cut off at 360 and 320 px, and with type twice as large."""
    found = {"sideways, 360 px": page.evaluate("look.sideways()")}
    page.set_viewport_size({"width": 320, "height": 640})
    found["sideways, 320 px"] = page.evaluate("look.sideways()")
    page.set_viewport_size({"width": 360, "height": 780})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.evaluate(FRAMES)
    found["sideways, 200 % text"] = page.evaluate("look.sideways()")
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


# Check 4

COVERED = """() => {
  const focused = document.activeElement;
  const {top, bottom} = focused.getBoundingClientRect();
  const edges = [...document.querySelectorAll(".top, .bar")]
    .filter((edge) => getComputedStyle(edge).position === "sticky" && !edge.contains(focused));
  const meets = (edge) => top < edge.getBoundingClientRect().bottom && bottom > edge.getBoundingClientRect().top;
  const name = focused.id || focused.name || focused.textContent.trim().slice(0, 20) || focused.tagName;
  const aside = focused.matches("body, .skip");  // the skip link lies over the top by design
  return {name, covered: !aside && edges.some(meets), last: focused.matches(".bar .button.main, .bar .button.sign")};
}"""


def tabbed(page, key="Tab") -> list[str]:
    """Press the key until the bar's main button has the focus; what was covered by an edge that stays."""
    found = []
    for _ in range(300):
        page.keyboard.press(key)
        here = page.evaluate(COVERED)
        if here["covered"]:
            found.append(here["name"])
        if here["last"]:
            return found
    raise AssertionError("Tab does not reach the bar")


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("form", ["service-contact", "av-maintenance", "signing"])
def test_nothing_focused_hides_behind_the_bar(site, things, form, large):
    page = site.open("chen")
    if form == "signing":
        hand_over(site, page, things.world.waiting_sheet())
    else:
        page.goto(new_sheet(things.world.office, form))
    page.wait_for_load_state("networkidle")
    page.locator("main details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
    if large:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.evaluate(FRAMES)
    page.locator("main").focus()
    assert tabbed(page) == []
    assert page.evaluate(COVERED)["last"] and tabbed(page, "Shift+Tab") == []
