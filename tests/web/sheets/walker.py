"""Fills the company's sheets from their first step to their last."""

import io
import re
from html import unescape

from fieldforms.flow.completing import deadlines
from fieldforms.store import clock
from fieldforms.store.models import Part, Record, Room, User
from tests.forms.sheets import BY_NAME
from tests.forms.walks import ABSENT, BY_SHEET, DEEMED, MODES, POWER_ON, REFUSED, RETURNED, posted
from tests.people import csrf
from tests.web.filling.hands import PDF
from tests.web.hands import Form, errors

IN_STOCK = {"part": "话筒芯", "tool": "网线钳", "loan_unit": "备用功放"}


class Walker:
    """Goes through a walk as its people do, each with their own browser."""

    def __init__(self, world, walk):
        self.world, self.walk = world, walk
        self.browsers = {}
        self.number = ""
        room = world.office.room
        Room.update(modes=list(MODES), power_on=list(POWER_ON)).where(Room.id == room.id).execute()
        if walk.confidential:
            User.update(confidential=True).execute()
            world.users = {user.login: user for user in User.select()}
        self.known = {login: str(user.id) for login, user in world.users.items()}
        self.known |= {"device": world.office.code.code, **IN_STOCK}
        for kind, name in IN_STOCK.items() if walk.form == "parts-issue" else [("part", IN_STOCK["part"])]:
            known = Part.get_or_none(Part.name == name)
            stocked(world, known or Part.create(name=name, kind=kind, created_at=clock.now()))
        self.places = {
            "device": f"?device={world.office.code.code}", "room": f"?room={room.id}",
            "client": f"?client={world.office.client.id}", "alone": "",
        }  # fmt: skip

    def browser(self, login):
        if login not in self.browsers:
            self.browsers[login] = self.world.browser(login or None)
        return self.browsers[login]

    def begin(self, turn, address=None):
        if turn.who == "":
            return self.report(turn)
        address = address or f"/forms/{self.walk.form}/new{self.places[self.walk.start]}"
        self.fill(turn, Form(self.browser(turn.who), address))

    def report(self, turn):
        """Somebody without an account at the device."""
        form = Form(self.browser(""), f"/d/{self.known['device']}/report", "report")
        answer = form.post(**posted(turn.body, self.known))
        assert answer.status_code == 303, errors(answer.text)
        self.number = newest().number

    def go_on(self, turn):
        ways = {BY_SHEET: self.by_sheet, DEEMED: self.deemed, REFUSED: self.unsigned, ABSENT: self.unsigned}
        way = ways.get(turn.outcome) or (self.sign if turn.who in ("client", "client_lead") else self.step)
        way(turn)

    def step(self, turn):
        browser = self.browser(turn.who)
        page = browser.get(f"/records/{self.number}")
        if '<form id="short"' in page.text:
            return self.on_the_sheet(turn, Form(browser, f"/records/{self.number}", "short"))
        opened = browser.post(f"/records/{self.number}/step", data={"csrf_token": csrf(page.text)})
        assert opened.status_code == 303, (turn.step, opened.status_code)
        self.fill(turn, Form(browser, opened.location))

    def on_the_sheet(self, turn, form):
        """A short step is filled and sealed on the record's own page."""
        returned = {"entry.outcome": RETURNED, "reason": turn.reason} if turn.outcome == RETURNED else {}
        answer = form.post(**returned, **posted(turn.body or {}, self.known))
        assert answer.status_code == 303, (turn.step, errors(answer.text))

    def fill(self, turn, form):
        browser = self.browser(turn.who)
        if turn.outcome == RETURNED:
            body = {"csrf_token": form.body["csrf_token"], "entry.outcome": RETURNED, "reason": turn.reason}
            answer = browser.post(f"{form.url}/entry", data=body)
        else:
            checked = form.post(then="check", **self.posted_with_files(turn.body))
            assert checked.status_code == 303, (turn.step, errors(checked.text))
            answer = Form(browser, checked.location, "complete").post()
        assert answer.status_code == 303, (turn.step, errors(answer.text))
        if answer.location.startswith(
            "/records/"
        ):  # who gives a step back may have no business with it any more
            self.number = answer.location.split("/")[2]

    def posted_with_files(self, body):
        """The body, with a file in the place of each {pdf}."""
        files = {
            f"{name}.file": (io.BytesIO(PDF), "资料.pdf") for name, value in body.items() if value == "{pdf}"
        }
        return files | posted({name: value for name, value in body.items() if value != "{pdf}"}, self.known)

    def sign(self, turn):
        """Through a link, on their own phone, by a typed name."""
        chen, client = self.browser("chen"), self.world.browser(phone=True)
        choose = chen.get(f"/records/{self.number}/signature")
        made = chen.post(f"/records/{self.number}/links", data={"csrf_token": csrf(choose.text)})
        token = re.search(r'value="https://ff.example.cn/s/([^"]+)"', made.text).group(1)
        form = Form(client, f"/s/{token}", "sign")
        if turn.outcome == RETURNED:
            answer = form.post(**{"entry.outcome": RETURNED, "reason": turn.reason})
        else:
            answer = form.post(signer="徐明", typed="1", **posted(turn.body, self.known))
        assert answer.status_code in (200, 303), (turn.step, errors(answer.text))

    def unsigned(self, turn):
        chen = self.browser("chen")
        page = chen.get(f"/records/{self.number}/signature").text
        form = re.search(r'<form[^>]*action="[^"]*/outcome".*?</form>', page, re.DOTALL).group(0)
        hidden = dict(re.findall(r'<input type="hidden" name="([\w.]+)" value="([^"]*)"', form))
        answer = chen.post(
            f"/records/{self.number}/outcome",
            data=hidden | {"entry.outcome": turn.outcome, "reason": turn.reason},
        )
        assert answer.status_code == 303

    def deemed(self, turn):
        with clock.pretend_now(clock.now() + 400 * clock.DAY_MS):
            assert self.number in deadlines.end_overdue_steps()

    def by_sheet(self, turn):
        """The step's own people open the sheet, and walk it to its end."""
        walk = BY_NAME[turn.sheet]
        inner = Walker(self.world, walk)
        page = unescape(self.browser(turn.who).get(f"/records/{self.number}").text)
        address = f"/forms/{walk.form}/new?follows={self.number}"
        assert address in page
        inner.begin(walk.turns[0], address)
        for each in walk.turns[1:]:
            inner.go_on(each)

    def row(self) -> Record:
        return Record.get(Record.number == self.number)


def stocked(world, part):
    from fieldforms.flow.stock import movements
    from fieldforms.store.stock import stock

    shelf = stock.place_row("company")
    movements.book_movement_of_record(world.actor("sunmin"), "", part, "received", 50, None, shelf)


def newest() -> Record:
    return Record.select().order_by(Record.id.desc()).get()
