"""The access matrix: every route × method × person (quality.md). A route missing here fails the build."""

import pytest

from fieldforms.flow import local_time
from fieldforms.flow.completing import signature_requests
from fieldforms.flow.filling import drafts
from fieldforms.flow.register import label_codes
from fieldforms.flow.stock import movements, parts
from fieldforms.store import clock, scope
from fieldforms.store.calendar import calendar_feeds, holidays, plans
from fieldforms.store.library import definitions
from fieldforms.store.models import Code, Device, Session, Shortage
from fieldforms.store.people import deputies, sessions
from fieldforms.store.record import records
from fieldforms.store.stock import shortages
from tests import boards
from tests.people import csrf

# a nobody · t the client's technician · o another client's technician · d dispatcher · s supervisor · m manager
# h hr · A admin. Disabled people are nobody; a handed-over phone reaches what FENCED says.
LETTERS = {
    "a": None,
    "t": "chen",
    "o": "zhou",
    "d": "sunmin",
    "s": "gao",
    "m": "shen",
    "h": "wangjing",
    "A": "admin",
}
ALL = "atodsmhA"
STAFF = "todsmhA"

MATRIX = {
    "accounts.invitation": {"GET": ALL},
    "accounts.enrol": {"POST": ALL},
    "accounts.password": {"GET": STAFF},
    "accounts.change_password": {"POST": STAFF},
    "accounts.pin": {"GET": STAFF},
    "accounts.set_pin": {"POST": STAFF},
    "accounts.revoke_phone": {"POST": "t"},
    "accounts.show": {"GET": STAFF},
    "accounts.sign_in_page": {"GET": ALL},
    "accounts.sign_in": {"POST": ALL},
    "accounts.sign_out": {"POST": ALL},
    "assignments.show": {"GET": "d"},
    "assignments.assign": {"POST": "d"},
    "blank_sheets.show": {"GET": "t"},
    "board.show": {"GET": "dsmA"},
    "clients.change": {"POST": "dsA"},
    "clients.create": {"POST": "dsA"},
    "clients.edit": {"GET": "dsA"},
    "clients.index": {"GET": "todsmA"},
    "clients.new": {"GET": "dsA"},
    "clients.show": {"GET": "tdsmA"},
    "codes.bind": {"POST": "tdsA"},
    "codes.bind_part": {"POST": "dA"},
    "codes.find": {"GET": ALL},
    "codes.index": {"GET": "todsA"},
    "codes.labels": {"GET": "todsA"},
    "codes.make": {"POST": "todsA"},
    "codes.printed": {"GET": ALL},
    "codes.retirement": {"GET": "dsA"},
    "codes.retire": {"POST": "dsA"},
    "codes.show": {"GET": ALL},
    "contacts.new": {"GET": "tdsA"},
    "contacts.add": {"POST": "tdsA"},
    "contacts.edit": {"GET": "tdsA"},
    "contacts.change": {"POST": "tdsA"},
    "contacts.removal": {"GET": "tdsA"},
    "contacts.remove": {"POST": "tdsA"},
    "deputies.end": {"POST": "sA"},
    "deputies.show": {"GET": "sA"},
    "deputies.name_deputy": {"POST": "sA"},
    "devices.change": {"POST": "tds"},
    "devices.create": {"POST": "tods"},
    "devices.edit": {"GET": "tds"},
    "devices.index": {"GET": "todsmA"},
    "devices.label": {"POST": "tds"},
    "devices.look_up": {"GET": "tdsmA"},
    "devices.new": {"GET": "tods"},
    "devices.retirement": {"GET": "tds"},
    "devices.retire": {"POST": "tds"},
    "devices.show": {"GET": "tdsmA"},
    "drafts.check": {"GET": "t"},
    "drafts.complete": {"POST": "t"},
    "drafts.discarding": {"GET": "t"},
    "drafts.discard": {"POST": "t"},
    "drafts.new": {"GET": "t"},
    "drafts.save": {"POST": "t"},
    "drafts.show": {"GET": "t"},
    "exports.confirm_page": {"POST": "todsmhA"},
    "exports.pdf": {"GET": "todsmhA"},
    "exports.spreadsheet": {"GET": "todsmhA"},
    "calendar_feeds.make": {"POST": "todsmA"},
    "calendar_feeds.mine": {"GET": "todsmA"},
    "calendar_feeds.revoke": {"POST": "todsmA"},
    "calendar_feeds.show": {"GET": ALL},
    "forms.index": {"GET": "sA"},
    "forms.paper": {"GET": "sA"},
    "forms.preview": {"GET": "sA"},
    "forms.try_out": {"POST": "sA"},
    "forms.publish": {"POST": "A"},
    "forms.put_back": {"POST": "A"},
    "forms.retirement": {"GET": "A"},
    "forms.retire": {"POST": "A"},
    "forms.show": {"GET": "sA"},
    "health.show": {"GET": ALL},
    "holidays.add": {"POST": "dA"},
    "holidays.index": {"GET": "dA"},
    "holidays.remove": {"POST": "dA"},
    "home.find": {"GET": STAFF},
    "home.language": {"POST": ALL},
    "inbox.count": {"GET": STAFF},
    "home.show": {"GET": STAFF},
    "client_reports.issue": {"POST": "ds"},
    "client_reports.pdf": {"GET": "tdsmA"},
    "client_reports.pdf_year": {"GET": "tdsmA"},
    "client_reports.show": {"GET": "tdsmA"},
    "client_reports.show_year": {"GET": "tdsmA"},
    "parts.change": {"POST": "dA"},
    "parts.create": {"POST": "dA"},
    "parts.edit": {"GET": "dA"},
    "parts.export": {"GET": "todsmA"},
    "parts.index": {"GET": "todsmA"},
    "parts.label": {"POST": "dA"},
    "parts.new": {"GET": "dA"},
    "parts.retirement": {"GET": "dA"},
    "parts.retire": {"POST": "dA"},
    "parts.show": {"GET": "tdsmA"},
    "people.new": {"GET": "A"},
    "people.add": {"POST": "A"},
    "people.assignment": {"GET": "dsA"},
    "people.assign": {"POST": "dsA"},
    "people.disabling": {"GET": "A"},
    "people.disable": {"POST": "A"},
    "people.edit": {"GET": "A"},
    "people.change": {"POST": "A"},
    "people.index": {"GET": "dsA"},
    "people.invitation": {"GET": "sA"},
    "people.invite": {"POST": "sA"},
    "people.password": {"GET": "A"},
    "people.reset": {"POST": "A"},
    "people.revoke_phone": {"POST": "sA"},
    "people.show": {"GET": "dsA"},
    "photos.add": {"POST": "t"},
    "photos.document": {"GET": ""},
    "photos.show": {"GET": ""},
    "photos.waiting": {"GET": ALL},
    "plans.all": {"GET": "todsmA"},
    "plans.calendar": {"GET": "todsmA"},
    "plans.successor": {"GET": "dsA"},
    "plans.change": {"POST": "dsA"},
    "plans.ending": {"GET": "dsA"},
    "plans.end": {"POST": "dsA"},
    "plans.index": {"GET": "todsmA"},
    "plans.new": {"GET": "dsA"},
    "plans.make": {"POST": "dsA"},
    "plans.show": {"GET": "tdsmA"},
    "records.cancellation": {"GET": "tds"},
    "records.cancel": {"POST": "tds"},
    "records.correction": {"GET": "t"},
    "records.correct": {"POST": "t"},
    "erasures.show": {"GET": "A"},
    "erasures.erase": {"POST": "A"},
    "records.follow_up": {"GET": "tds"},
    "records.settle_follow_up": {"POST": "tds"},
    "lifting.lift": {"POST": ""},
    "low_ratings.show": {"GET": "s"},
    "low_ratings.close": {"POST": "s"},
    "lifting.show": {"GET": ""},
    "records.index": {"GET": "todsmhA"},
    "records.pdf": {"GET": "tdsmA"},
    "records.photo": {"GET": ""},
    "records.recalling": {"GET": "tds"},
    "records.recall": {"POST": "tds"},
    "records.review": {"POST": "dsm"},
    "records.show": {"GET": "tdsmA"},
    "records.step": {"POST": ""},
    "shortages.close": {"POST": "dA"},
    "shortages.show": {"GET": "dA"},
    "short_steps.complete": {"POST": ""},
    "records.document": {"GET": ""},
    "fault_reports.add_photo": {"POST": ALL},
    "fault_reports.create": {"POST": ALL},
    "fault_reports.new": {"GET": ALL},
    "fault_reports.photo": {"GET": ""},
    "fault_reports.show": {"GET": ""},
    "rooms.new": {"GET": "dsA"},
    "rooms.add": {"POST": "dsA"},
    "rooms.edit": {"GET": "tdsA"},
    "rooms.change": {"POST": "tdsA"},
    "rooms.show": {"GET": "tdsmA"},
    "signatures.choose": {"GET": "tds"},
    "signatures.copy_pdf": {"GET": ALL},
    "signatures.copy_photo": {"GET": ""},
    "signatures.done": {"GET": ""},
    "signatures.hand_over": {"POST": "tds"},
    "signatures.link": {"GET": ALL},
    "signatures.sign": {"POST": ALL},
    "signatures.make_link": {"POST": "tds"},
    "signatures.outcome": {"POST": "tds"},
    "signatures.paper": {"GET": "tds"},
    "signatures.record_paper": {"POST": "tds"},
    "signatures.paper_photo": {"GET": ""},
    "signatures.revoke_links": {"POST": "tds"},
    "signatures.handover": {"GET": STAFF},
    "signatures.take_back": {"POST": STAFF},
    "statistics.mine": {"GET": "to"},
    "statistics.show": {"GET": "s"},
    "targets.common": {"GET": "sA"},
    "targets.change_common": {"POST": "sA"},
    "targets.of_client": {"GET": "sA"},
    "targets.change_of_client": {"POST": "sA"},
    "stock.bag": {"GET": "todsmA"},
    "stock.book": {"POST": "dA"},
    "stock.compare": {"POST": "dA"},
    "stock.count": {"GET": "dA"},
    "stock.counting": {"GET": "dA"},
    "stock.export": {"GET": "todsmA"},
    "stock.movement": {"GET": "tdA"},
    "stock.move": {"POST": "tdA"},
    "stock.movements": {"GET": "todsmA"},
    "response_times.show": {"GET": "dsmA"},
    "verify.jwks": {"GET": ALL},
    "verify.show": {"GET": ALL},
    "visits.move": {"POST": "dsA"},
    "visits.show": {"GET": "tdsmA"},
    "visits.skip": {"POST": "tdsA"},
}
LAST = (
    "contacts.remove",
    "devices.label",
    "devices.retire",
    "codes.retire",
    "people.disable",
    "drafts.discard",
    "plans.end",
)  # what they end, others still need


class Targets:
    """One thing of the office's for every rule, and the address of a rule about it."""

    def __init__(self, world):
        self.world = world
        now = clock.now()
        self.waiting = world.waiting_sheet()
        self.signed = world.signed_sheet()
        self.draft = world.working_sheet()
        self.signing = signature_requests.signer_draft(world.actor("chen"), self.waiting.number)[1].uuid
        self.link = signature_requests.make_signing_link(world.actor("chen"), self.waiting.number)[1]
        self.old = Device.create(
            client=world.office.client, name="旧功放", category="amplifier", created_at=now
        )
        self.old_code = Code.create(code=label_codes.new_code(), device=self.old, made_at=now, bound_at=now)
        self.phone, _token = sessions.begin(world.users["chen"], "旧手机", True, "")
        gao, shen = world.users["gao"], world.users["shen"]
        sun, owner = world.actor("sunmin"), str(world.office.client.id)
        self.part = parts.add(sun, {"name": "话筒杆", "kind": "part", "owner": owner})
        movements.move_part(sun, self.part.id, "received", {"quantity": "9", "target": f"client-{owner}"})
        shortages.add_shortage(self.waiting.number, self.part, "fitted", 1, world.users["chen"].id)
        self.short = Shortage.get()
        self.deputy = deputies.add(gao, shen, "2026-12-01", "2026-12-03", gao.id)

        self.today = local_time.today()
        self.plan = plans.add(
            client=world.office.client.id, key="service-contact", every=1, unit="week", skip_holidays=False,
            starts_on=self.today, created_by=gao.id,
        )  # fmt: skip
        holidays.put("2026-10-01", "国庆节", False)
        boards.publish()
        definitions.retire(KEYS["forms.put_back"])
        self.to_send = boards.to_send(world)

    def address(self, rule, method: str, person: str | None, **others) -> str:
        """`others`: arguments of the rule that are about something else this time."""
        world, ending = self.world, rule.rule.endswith("/retirement")
        values = {
            "code": (self.old_code if ending else world.office.code).code,
            "device_id": (self.old if ending else world.office.device).id,
            "uuid": drafts.new_uuid() if rule.endpoint.startswith("fault_reports") else self.draft.uuid,
            "sent": "_",
            "digest": self.signed.digest if rule.endpoint == "verify.show" else "0" * 64,
            "key": KEYS.get(rule.endpoint, "service-contact"),
            "number": self.number(rule.endpoint),
            "token": self.token(rule),
            "id": self.phone.id if rule.endpoint == "accounts.revoke_phone" else self.whom(rule),
            "phone": self.sessions_of_lihua(),
            "kind": "xlsx" if "xlsx" in rule.rule else "issued",
            "file": "xlsx",
            "part_id": self.part.id,
            "shortage_id": self.short.id,
            "place": "company",
            "client_id": world.office.client.id,
            "room_id": world.office.room.id,
            "contact_id": world.office.contact.id,
            "month": "2026-11",
            "year": "2026",
            "deputy_id": self.deputy.id,
            "plan_id": self.plan.id,
            "due": self.today,
            "day": "2026-10-01",
        }
        wanted = {name: values[name] for name in rule.arguments} | others
        adapter = world.app.url_map.bind("localhost")
        url = adapter.build(rule.endpoint, wanted, method=method, append_unknown=False)
        served = world.university if person == "zhou" else world.office
        return url + QUERIES.get(rule.endpoint, "").format(
            code=world.office.code.code, client=served.client.id
        )

    def number(self, endpoint: str) -> str:
        """A record at which the rule can do its work."""
        if endpoint.startswith("assignments."):
            return self.to_send
        closed = endpoint in (
            "records.correction",
            "records.correct",
            "records.review",
            "records.show",
            "records.pdf",
            "erasures.show",
            "erasures.erase",
        )
        return (self.signed if closed else self.waiting).number

    def whom(self, rule) -> int:
        """Somebody disabled, so that nobody of the matrix is disabled; invitations and deputies are for the living."""
        if rule.endpoint.startswith("deputies"):
            return self.world.users["gao"].id
        return self.world.users["zhou" if rule.rule.endswith("/invitation") else "lihua"].id

    def token(self, rule) -> str:
        if rule.rule.startswith("/e/"):
            from fieldforms.flow.people import invitations

            return invitations.invite(self.world.actor("gao"), self.world.users["chen"].id)
        if rule.endpoint == "calendar_feeds.show":
            return calendar_feeds.create(self.world.users["chen"].id)
        return "unknown" if rule.endpoint == "fault_reports.show" else self.link

    def sessions_of_lihua(self) -> int:
        row, _token = sessions.begin(self.world.users["lihua"], "x", True, "")
        return row.id


KEYS = {"board.show": boards.KEY, "forms.put_back": "training-record", "forms.retire": "handover"}
QUERIES = {
    "blank_sheets.show": "?device={code}",
    "drafts.new": "?device={code}",
    "devices.look_up": "?code={code}",
    "home.find": "?code={code}",
    "codes.find": "?code={code}",
    "plans.new": "?client={client}",
    "plans.make": "?client={client}",
    "codes.labels": "?layout=60x40&client={client}",
}


def refused(response) -> bool:
    """Kept out: asked to sign in, forbidden, or told that there is nothing."""
    to_sign_in = response.status_code == 302 and "/sign-in" in (response.location or "")
    return response.status_code in (401, 403, 404) or to_sign_in


def rules(app):
    """(rule, method), those that end something at the end."""
    pairs = [
        (rule, method) for rule in app.url_map.iter_rules() for method in rule.methods - {"HEAD", "OPTIONS"}
    ]
    return sorted(pairs, key=lambda pair: (pair[0].endpoint in LAST, pair[1], pair[0].endpoint))


def test_every_route_stands_in_the_matrix(app):
    served = {(rule.endpoint, method) for rule, method in rules(app)}
    listed = {(endpoint, method) for endpoint, methods in MATRIX.items() for method in methods}
    assert served - listed == set(), "say in MATRIX who reaches them"
    assert listed - served == set(), "no such route any more: take them out of MATRIX"


@pytest.mark.parametrize("letter", LETTERS)
def test_each_person_reaches_what_is_theirs_and_nothing_else(world, letter):
    targets, login = Targets(world), LETTERS[letter]
    wrong = []
    for rule, method in rules(world.app):
        response = ask(world, targets, rule, method, login)
        allowed = letter in MATRIX[rule.endpoint][method]
        if allowed == refused(response) or response.status_code >= 500:
            wrong.append(
                (rule.endpoint, method, response.status_code, "should pass" if allowed else "should not")
            )
    assert not wrong, "\n".join(map(str, wrong))


def ask(world, targets, rule, method, login):
    browser = world.browser(login)
    url = targets.address(rule, method, login)
    if method == "GET":
        return browser.get(url)
    token = csrf(browser.get("/sign-in" if login is None else "/account").text)
    data = {"csrf_token": token}
    served = world.university if login == "zhou" else world.office
    bodies = {
        "drafts.save": {"version": "1", "editor": "tests"},
        "drafts.complete": {"version": "1", "editor": "tests"},
        "codes.bind": {"device": world.office.device.id},
        "assignments.assign": {"user": world.users["zhou"].id},
        "codes.bind_part": {"part": targets.part.id},
        "devices.create": {"client": served.client.id},
        "fault_reports.create": {"draft": drafts.new_uuid(), "record": drafts.new_uuid()},
        "signatures.outcome": {
            "entry.outcome": "absent",
            "shown": targets.waiting.digest,
            "draft": targets.signing,
        },
        "signatures.record_paper": {"shown": targets.waiting.digest, "draft": targets.signing},
        "signatures.sign": {"shown": targets.waiting.digest},
    }
    data |= bodies.get(rule.endpoint, {})
    if rule.endpoint in ("photos.add", "fault_reports.add_photo"):
        return browser.post(url, data=b"no photo", headers={"X-CSRFToken": token}, content_type="image/jpeg")
    return browser.post(url, data=data)


def test_the_disabled_are_nobody(world):
    browser = world.browser("lihua")
    for url in ("/", "/records", "/devices", "/account"):
        assert refused(browser.get(url))


def test_no_unsafe_method_works_without_its_token(world):
    targets = Targets(world)
    for rule, method in rules(world.app):
        if method != "GET":
            response = world.browser("chen").open(targets.address(rule, method, "chen"), method=method)
            assert response.status_code == 419, rule


FENCED = {"health.show", "home.language", "verify.jwks", "signatures.handover", "signatures.take_back"}


def test_a_handed_over_phone_reaches_the_clients_page_and_nothing_else(world):
    targets = Targets(world)
    seen = records.by_uuid(scope.SYSTEM, targets.waiting.record)
    draft = drafts.open_next_step(world.actor("chen"), seen)
    wrong = []
    for rule, method in rules(world.app):
        browser = world.browser("chen")
        token = csrf(browser.get("/account").text)
        url = targets.address(rule, method, "chen")
        Session.update(handed_draft=draft.uuid).where(Session.id == browser.session_row.id).execute()
        response = browser.open(url, method=method, headers={"X-CSRFToken": token})
        fenced = response.status_code == 403 or (response.location or "").endswith(f"/drafts/{draft.uuid}")
        if fenced == (rule.endpoint in FENCED):
            wrong.append((rule.endpoint, method, response.status_code))
    assert not wrong, "\n".join(map(str, wrong))
