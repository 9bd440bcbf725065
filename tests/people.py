"""The people and places of the tests: two clients with the same things, and everybody's way in.

chen   technician of the government office     zhou   technician of the university
sunmin dispatcher · gao supervisor · shen manager · wangjing hr · admin · lihua disabled technician
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

from itsdangerous import URLSafeTimedSerializer
from werkzeug.security import generate_password_hash

from fieldforms.flow import local_time
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import label_codes
from fieldforms.store import clock, database, scope
from fieldforms.store.models import Assignment, Client, Code, Contact, Device, Room, User
from fieldforms.store.people import sessions
from fieldforms.store.record import records

PASSWORD = "correct horse battery"
HASH = generate_password_hash(
    PASSWORD, "scrypt:1024:8:1"
)  # the same check, three milliseconds instead of a hundred
PHONE_AGENT = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36"
ROLES = {
    "chen": ("陈志远", "technician"),
    "zhou": ("周海燕", "technician"),
    "sunmin": ("孙敏", "dispatcher"),
    "gao": ("高建国", "supervisor"),
    "shen": ("沈立", "manager"),
    "wangjing": ("王静", "hr"),
    "admin": ("管理员", "admin"),
    "lihua": ("李华", "technician"),
}
# 丁: a stroke across, a stroke down with a hook
STROKES = "4000_4000_1_50_22000_400_89_0 15000_4200_200_50_200_13800_90_0_-3200_-1500_30_-10"


class World:
    """Rows of two clients and of everybody, and test browsers signed in as them."""

    def __init__(self, app):
        self.app = app
        if not User.select().exists():  # tests/conftest.py copies databases in which they are
            move_in()
        self.users = {user.login: user for user in User.select().order_by(User.id)}
        self.office, self.university = map(Place.of_client, Client.select().order_by(Client.id))

    def browser(self, login: str | None = None, phone: bool = True, confirmed: bool = False):
        """A test client; signed in without the form (tests/web/people/test_signing_in.py signs in properly).

        `confirmed`: has given the own password a moment ago (tests/web/people/test_own_password.py gives it properly).
        """
        browser = self.app.test_client()
        browser.environ_base["HTTP_USER_AGENT"] = (
            PHONE_AGENT if phone else "Mozilla/5.0 (Windows NT 10.0) Chrome/140"
        )
        if login:
            row, token = sessions.begin_session(self.users[login], "Android", phone, "127.0.0.1")
            browser.session_row = row
            with browser.session_transaction() as session:
                session["_user_id"] = token
                session["_fresh"] = True
                if confirmed:
                    session["confirmed_at"] = clock.now()
        return browser

    def actor(self, login: str) -> Actor:
        return Actor(self.users[login], address="127.0.0.1", agent=PHONE_AGENT, device="Android")

    # Sheets, through the verbs

    def contact_answers(self, place: "Place", **changes) -> dict:
        answers = {
            "client_name": place.client.name,
            "contact": place.contact.name,
            "phone": place.client.phone,
            "arrival": local_time.now(),
            "client_type": "yearly_contract",
            "request": "会议室话筒有杂音",
            "solution": "更换端子并重新压接",
            "result": "completed",
            "serviced_devices": [{"code": place.code.code}],
        }
        return answers | changes

    def begun(self, login: str, form: str, answers: dict, **origin):
        """A sheet of any form whose first step this person has sealed: its entry."""
        actor = self.actor(login)
        new = drafts.start_draft(actor, form, origin, drafts.new_uuid(), drafts.new_uuid())
        draft = drafts.save_draft(actor, new, new.draft.answers | answers, 0, "tests")
        return completion.complete(actor, draft.uuid, HandedIn(draft.answers)).entry

    def asked_for_recordings(self, **changes):
        """A loan that waits for the lead of chen's client."""
        wanted = {
            "media": "2026-11 例会录像，1 份",
            "classification": "important",
            "borrower": "林岚",
            "loan_reason": "整理会议纪要",
            "due_back_on": "2099-12-01",
        }
        return self.begun("chen", "media-loan", wanted | changes, client=self.office.client.id)

    def working_sheet(self, login: str = "chen", place: "Place | None" = None, **changes):
        """A saved draft of a contact sheet."""
        place = place or self.office
        actor = self.actor(login)
        new = drafts.start_draft(
            actor, "service-contact", {"device": place.device.id}, drafts.new_uuid(), drafts.new_uuid()
        )
        return drafts.save_draft(actor, new, self.contact_answers(place, **changes), 0, "tests")

    def waiting_sheet(self, login: str = "chen", place: "Place | None" = None, **changes):
        """A sheet whose work is sealed and which waits for the client's signature: its entry."""
        draft = self.working_sheet(login, place, **changes)
        return completion.complete(self.actor(login), draft.uuid, HandedIn(draft.answers)).entry

    def signed_sheet(
        self, login: str = "chen", place: "Place | None" = None, rating="very_satisfied", **changes
    ):
        """A closed sheet: the signing entry."""
        return self.sign(self.waiting_sheet(login, place, **changes), login, rating)

    def sign(self, entry, login: str = "chen", rating="very_satisfied", **answers):
        """The client signs what waits, on this person's phone: the signing entry. `answers` beside the rating."""
        seen = records.by_uuid(scope.SYSTEM, entry.record)
        draft = drafts.open_next_step(self.actor(login), seen)
        signer = Actor(self.users[login], "handed_over", extra={"draft": draft.uuid})
        given = HandedIn(
            {"accessories": "yes", "satisfaction": rating, "comments": "字幕机也请看看"} | answers,
            signer="丁一",
            strokes=STROKES,
            shown=entry.digest,
            phone_at=clock.now(),
        )
        return completion.complete(signer, draft.uuid, given).entry


class Place:
    """One client with a room, a contact, a device and its label."""

    def __init__(self, name: str, short: str, contact: str, phone: str, device: str):
        now = clock.now()
        self.client = Client.create(
            name=name, short_name=short, address=f"{short}路 1 号", phone=phone, type="yearly_contract",
            contract_from="2026-01-01", contract_until="2027-12-31", visits_per_year=4,
        )  # fmt: skip
        self.room = Room.create(client=self.client, name=f"{short}第一会议室", floor="3F")
        self.contact = Contact.create(client=self.client, name=contact, title="主任", phone=phone, lead=True)
        self.device = Device.create(
            client=self.client, room=self.room, name=device, category="processor", brand="Biamp", model="TesiraFORTÉ",
            serial=f"SN-{self.client.id}", manufacturer="Biamp", manufacturer_phone="400-820-1155",
            installed_on="2022-03-01", created_at=now,
        )  # fmt: skip
        self.code = Code.create(code=label_codes.new_code(), device=self.device, made_at=now, bound_at=now)

    @classmethod
    def of_client(cls, client: Client) -> "Place":
        """One that is there already."""
        place = cls.__new__(cls)
        place.client = client
        place.room, place.contact, place.device = (
            kind.get(kind.client == client) for kind in (Room, Contact, Device)
        )
        place.code = Code.get(Code.device == place.device)
        return place


def move_in() -> None:
    """Everybody, and both clients."""
    now = clock.now()
    users = {
        login: User.create(login=login, name=name, role=role, password=HASH, created_at=now)
        for login, (name, role) in ROLES.items()
    }
    User.update(disabled_at=now).where(User.login == "lihua").execute()
    office = Place("市政务服务中心", "政务中心", "徐明", "0571-5555 0111", "数字音频处理器")
    university = Place("文澜大学", "文澜大学", "林岚", "0571-5555 0222", "阶梯教室功放")
    for login, place in (("chen", office), ("lihua", office), ("zhou", university)):
        Assignment.create(user=users[login], client=place.client, since=now)


def csrf_of_browser(browser) -> str:
    """A token as the next page would carry it: for tests that post a great deal, and are about something else."""
    said = "0123456789" * 4
    with browser.session_transaction() as session:
        session["csrf_token"] = said
    return URLSafeTimedSerializer(browser.application.secret_key, salt="wtf-csrf-token").dumps(said)


def csrf(page: str) -> str:
    """The token of a page, as its forms post it."""
    return re.search(r'name="csrf_token" value="([^"]+)"', page).group(1)


def version(page: str) -> str:
    """What the form of a page showed when it was opened, as it goes back with it."""
    return unescape(re.search(r'name="version" value="([^"]*)"', page).group(1))


def post_opened(browser, form: str, url: str = "", **typed):
    """Open a form and post it with this typed; `url`: where it posts to, if that is not its own address."""
    page = browser.get(form).text
    hidden = {"csrf_token": csrf(page), "version": version(page)}
    return browser.post(url or form, data=hidden | typed)


@contextmanager
def questions() -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []
    plain = database.database.execute_sql

    def execute(sql, *rest, **more):
        asked.append(sql)
        return plain(sql, *rest, **more)

    database.database.obj.execute_sql = execute
    try:
        yield asked
    finally:
        del database.database.obj.execute_sql
