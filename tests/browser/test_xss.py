"""Nobody's words become anybody's script: more than sixty ways to try, in every text of every form and of the register,
on every page that can be opened, in Chromium with its own eyes on the policy (quality.md, "Input")."""

from contextlib import suppress
from itertools import product

import pytest
from playwright.sync_api import Error

from fieldforms.flow.completing import record_access, signature_requests
from fieldforms.flow.completing.submissions import HandedIn, facts_of
from fieldforms.flow.filling import drafts
from fieldforms.flow.form_input import LONGEST_WORDS
from fieldforms.flow.record.projection import project_record
from fieldforms.flow.seals import entry_seals
from fieldforms.store import clock
from fieldforms.store.database import transaction
from fieldforms.store.models import Assignment, Device, Room, User
from fieldforms.store.record import records
from tests.browser.payloads import PAYLOADS
from tests.people import HASH, STROKES, Place
from tests.web.access_matrix import LOGINS, MATRIX

pytestmark = [pytest.mark.browser, pytest.mark.long]

GROUPS = 1  # of payloads: each text holds those of its group
FORMS = ("service-contact", "av-maintenance", "fault-report")
TEXTS = ("text", "long_text")
OTHERS = {"phone": "0571-5555 0111", "yes_no": "yes", "date": "2026-11-24", "datetime": "2026-11-24T09:10"}
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(
  `${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
# What no page of ours has and every payload would make.
STRANGE = r"""() => {
  const found = [];
  const foreign = "iframe,object,embed,base,marquee,math,plaintext,dialog[onfocusin],audio,video:not([muted]),style,animate," +
    "foreignObject,x-xss,[data-xss],meta[http-equiv],[srcdoc],[popover],[style*='xss']";
  for (const element of document.querySelectorAll(foreign)) found.push(element.outerHTML.slice(0, 200));
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const handler = /^(on|(data-)?hx-on)/.test(name);
      const address = /^(href|src|action|formaction|xlink:href|hx-get|hx-post|data)$/.test(name);
      const elsewhere = address && /^\s*(java|data:text|vbscript|\/\/|https?:\/\/xss)/i.test(value);
      if (handler || elsewhere) found.push(element.outerHTML.slice(0, 200));
    }
    if (element.tagName === "SCRIPT" && !element.src && element.type !== "application/json") {
      found.push(element.outerHTML.slice(0, 200));
    }
  }
  if (window.xss) found.push(`ran ${window.xss} times`);
  return found.concat(window.violations || []);
}"""
# Nothing of these is a page.
NOT_SHOWN = (
    "pdf",
    "photo",
    "export",
    "xlsx",
    "csv",
    "ics",
    "vcf",
    "zip",
    "jwks",
    "healthz",
    "label",
    "handover",
    "/e/",
)
SEARCHED = (
    "records.index",
    "devices.index",
    "home.find",
    "codes.find",
    "people.index",
    "accounts.sign_in",
    "parts.index",
)
INPUTS = ("q", "code", "next", "technician", "client", "from", "to", "kind", "place")


class Hostile:
    """One client whose everything is a group's payloads, its device, room, contact, technician and sheets."""

    def __init__(self, world, words: str):
        self.words = words
        self.place = Place(words, words, words, "0571", words)
        Room.update(floor=words, modes=[words], power_on=[words]).where(
            Room.id == self.place.room.id
        ).execute()
        register = ("brand", "model", "serial", "manufacturer", "interfaces", "spare_interfaces", "note")
        Device.update(dict.fromkeys(register, words)).where(Device.id == self.place.device.id).execute()
        self.user = User.create(
            login=words[-60:], name=words, role="technician", password=HASH, created_at=clock.now()
        )
        for user in (self.user, world.users["chen"]):
            Assignment.create(user=user, client=self.place.client, since=clock.now())
        self.chen = world.actor("chen")
        self.sheets = [self.sheet(key) for key in FORMS]
        self.drafts = [self.draft(key) for key in FORMS]
        self.waiting = self.sheet("service-contact", steps=1)
        self.link = signature_requests.make_signing_link(self.chen, self.waiting)[1]
        self.copy = signature_requests.make_signing_link(self.chen, self.sheet("service-contact", steps=1))[1]
        for number in self.sheets:
            for start in range(0, len(words), LONGEST_WORDS):
                record_access.review_record(world.actor("gao"), number, words[start : start + LONGEST_WORDS])

    def answers(self, definition, step) -> dict:
        def answer(field):
            if field.type in TEXTS:
                return self.words
            if field.type == "devices":
                return [{"code": self.place.code.code, "name": self.words}]
            if field.type == "select_one":
                return field.choices[0].name
            return OTHERS.get(field.type)

        return {field.name: answer(field) for field in definition.fields_of(step)}

    def begun(self, key: str):
        origin = {"device": self.place.device.id}
        return drafts.start_draft(self.chen, key, origin, drafts.new_uuid(), drafts.new_uuid())

    def draft(self, key: str) -> str:
        new = self.begun(key)
        return drafts.save_draft(self.chen, new, self.answers(new.definition, new.step), 0, "x").uuid

    def sheet(self, key: str, steps: int = 9) -> str:
        """A sealed sheet; what a step's rules would refuse is in it, too. Its number."""
        new = self.begun(key)
        draft = drafts.save_draft(self.chen, new, self.answers(new.definition, new.step), 0, "x")
        with transaction():
            for step in new.definition.steps[:steps]:
                given = HandedIn({}, reason=self.words, strokes=STROKES)
                facts = facts_of(given, self.chen) | {"signer": self.words if step.sign else None}
                answers = self.answers(new.definition, step)
                content = entry_seals.EntryContent(step.name, "done", answers, facts)
                entry_seals.seal_entry(draft, new.definition, content, self.chen, of_draft=step is new.step)
            project_record(draft.record)
        return records.first_entry(draft.record).number


@pytest.fixture(scope="module")
def hostile(world) -> list[Hostile]:
    return [Hostile(world, " ".join(PAYLOADS[group::GROUPS])) for group in range(GROUPS)]


def pages(app, one: Hostile):
    """(endpoint, address) of every page about this client, and of those about nothing in particular."""
    known = {
        "client_id": [one.place.client.id],
        "room_id": [one.place.room.id],
        "contact_id": [one.place.contact.id],
        "device_id": [one.place.device.id],
        "id": [one.user.id],
        "code": [one.place.code.code],
        "number": [*one.sheets, one.waiting],
        "uuid": one.drafts,
        "token": [one.link, one.copy],
        "key": FORMS,
        "month": ["2026-11"],
    }
    addresses = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        asked = rule.arguments
        if (
            "GET" not in rule.methods
            or not asked <= set(known)
            or any(word in rule.rule for word in NOT_SHOWN)
        ):
            continue
        for values in product(*(known[name] for name in sorted(asked))):
            wanted = dict(zip(sorted(asked), values, strict=True))
            yield rule.endpoint, addresses.build(rule.endpoint, wanted)
    for endpoint in SEARCHED:
        yield endpoint, addresses.build(endpoint, dict.fromkeys(INPUTS, one.words))


def reader(endpoint: str) -> str | None:
    """Who may open it: the first of those who see most."""
    allowed = MATRIX.get(endpoint, {}).get("GET", "t")
    return LOGINS[next((letter for letter in "stdAmha" if letter in allowed), "t")]


def test_nobodys_words_run_in_anybodys_browser(site, hostile):
    readers, shown, strange = {}, set(), []
    for one in hostile:
        for endpoint, address in dict.fromkeys(pages(site.world.app, one)):
            login = reader(endpoint)
            if login not in readers:
                readers[login] = site.open(login, desk=login != "chen")
                readers[login].add_init_script(WATCH)
                noticed(readers[login], strange)
            page = readers[login]
            page.complaints.clear()
            page.goto(address)
            found = page.evaluate(STRANGE) + [line for line in page.complaints if "status of 4" not in line]
            strange += [f"{login} {address[:200]}: {each}" for each in found]
            if "xss" in page.content():
                shown.add(endpoint)
    assert not strange, f"{len(strange)}:\n" + "\n".join(strange[:20])
    assert len(PAYLOADS) > 60 and len(shown) > 25, sorted(shown)


def noticed(page, dialogs: list[str]) -> None:
    page.on("dialog", lambda dialog: (dialogs.append(f"dialog: {dialog.message}"), dialog.dismiss()))


@pytest.fixture
def hostile_page(browser_type, browser_type_launch_args):
    """Of a browser of its own: what runs wild there may take its browser along."""
    browser = browser_type.launch(**browser_type_launch_args)
    yield browser.new_page()
    with suppress(Error):
        browser.close()


def test_such_words_would_be_noticed(hostile_page):
    """What is asserted above is not asserted about nothing: without escaping and policy every group is seen."""
    page, dialogs = hostile_page, []
    noticed(page, dialogs)
    for group in range(GROUPS):
        page.goto("about:blank")
        page.set_content(" ".join(PAYLOADS[group::GROUPS]), wait_until="commit")
        assert page.evaluate(STRANGE)
    assert dialogs
