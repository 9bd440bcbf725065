"""Who only looks changes nothing: GET, HEAD and OPTIONS of every route, as everybody, whatever the page is about."""

import hashlib
import inspect
from collections import defaultdict
from collections.abc import Iterator

import pytest

from fieldforms.flow import drafts as drafting
from fieldforms.flow import handing, reports
from fieldforms.flow.actors import Actor
from fieldforms.store import clock, database
from fieldforms.store.models import Record, Session
from tests.people import questions
from tests.web.test_access import LETTERS, Targets
from tests.web.test_drafts import a_photo

READS = ("GET", "HEAD", "OPTIONS")
# What reading is meant to write: when somebody was last seen, and who read what is confidential or took lists along.
LAST_SEEN = ("sessions", "seen_at")
READ = {"record.read", "records.export", "records.print", "stock.export", "movements.export"}


@pytest.fixture
def things(world) -> "Things":
    return Things(world)


class Things(Targets):
    """What the matrix asks for, and more of each kind: pages differ with what they are about."""

    def __init__(self, world):
        super().__init__(world)
        unopened, confidential = world.waiting_sheet(), world.signed_sheet()
        Record.update(confidential=True).where(Record.uuid == confidential.record).execute()
        self.report, self.copy = (
            a_report(world),
            handing.copy_link(world.actor("chen"), self.signed, handing.OWN),
        )
        body = a_photo()
        kept = drafting.keep_photo(
            world.actor("chen"), self.draft.uuid, hashlib.sha256(body).hexdigest(), body
        )
        self.others = {  # part of a rule, ending in an argument → what else that can be
            "<number>": [unopened.number, self.signed.number, confidential.number, self.to_send],
            "<uuid>": [self.signing, self.signed.draft],
            "<code>": [self.old_code.code],
            "/photos/<digest>": [kept.digest],
            "/s/<token>": [self.copy],
        }

    def token(self, rule) -> str:
        return self.report if rule.endpoint == "reports.show" else super().token(rule)

    def addresses(self) -> list[str]:
        """Of every page: of each rule one, and one for each other thing that it could be about."""
        return list(dict.fromkeys(self.each_address()))

    def each_address(self) -> Iterator[str]:
        for rule in self.world.app.url_map.iter_rules():
            if "GET" in rule.methods:
                yield self.address(rule, "GET", None)
                for name, other in self.about(rule):
                    yield self.address(rule, "GET", None, **{name: other})

    def about(self, rule) -> Iterator[tuple[str, str]]:
        """(argument, value) of the other things that this rule could be about."""
        for part, others in self.others.items():
            if part in rule.rule:
                yield from ((part.split("<")[1].rstrip(">"), other) for other in others)

    def readers(self) -> dict:
        """Everybody's browser, and the phone in a client's hands. Who holds a link is nobody, with its address."""
        browsers = {login or "nobody": self.browser(login) for login in LETTERS.values()}
        browsers["client"] = self.browser("chen")
        handed = Session.update(handed_draft=self.signing)
        handed.where(Session.id == browsers["client"].session_row.id).execute()
        return browsers

    def browser(self, login: str | None):
        """Its person has just given the password once more, so that exports go out at once."""
        browser = self.world.browser(login)
        with browser.session_transaction() as cookie:
            cookie["confirmed_at"] = clock.now()
        return browser


def a_report(world) -> str:
    """The token of the reporter's page."""
    device, stranger = world.university.device, Actor(None, "public")
    answers = reports.known(reports.form(), device) | {"symptom": "没有声音", "urgency": "urgent"}
    names = drafting.new_uuid(), drafting.new_uuid()
    return reports.hand_in(stranger, device, *names, answers, "zh")[1]


def everything() -> dict[str, list[str]]:
    """Table → its rows, by the database's own list of tables."""
    return {table: rows(table) for table in sorted(database.database.get_tables())}


def rows(table: str) -> list[str]:
    cursor = database.database.execute_sql(f'SELECT * FROM "{table}"')
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return sorted(
        str(row | {"seen_at": 0} if table == LAST_SEEN[0] else row)
        for row in found
        if not is_reading(table, row)
    )


def is_reading(table: str, row: dict) -> bool:
    return table == "audit" and row["action"] in READ


def test_looking_changes_nothing(things):
    addresses, readers = things.addresses(), things.readers()
    before, writers = everything(), []
    for name, browser in readers.items():
        for address in addresses:
            writers += [f"{name}: {each}" for each in statements(browser, address)]
    after = everything()
    changed = [table for table in before | after if before.get(table) != after.get(table)]
    assert not changed, f"{changed}\n" + "\n".join(writers)


def statements(browser, address: str) -> Iterator[str]:
    """Look in each way there is; what was written meanwhile, to name the page when something has changed."""
    for method in READS:
        with questions() as asked:
            response = browser.open(address, method=method)
        assert response.status_code < 500, f"{method} {address}"
        for sql in asked:
            if sql.split()[0] in ("INSERT", "UPDATE", "DELETE"):
                yield f"{method} {address}: {sql[:60]}"


def test_a_view_reads_or_writes_and_never_both(app):
    methods = defaultdict(set)
    for rule in app.url_map.iter_rules():
        methods[inspect.unwrap(app.view_functions[rule.endpoint])] |= rule.methods - set(READS[1:])
    both = [view.__qualname__ for view, served in methods.items() if len(served) != 1]
    assert not both and set.union(*methods.values()) == {"GET", "POST"}


def test_head_answers_as_get_without_the_body(things):
    """On every page, to whom it is shown and to whom it is not."""
    different = []
    for name, browser in things.readers().items():
        if name in ("nobody", "chen", "admin", "client"):
            for address in things.addresses():
                got, head = browser.get(address), browser.head(address)
                if head.data or answer(head) != answer(got):
                    different.append(f"{name}: {address} {answer(got)} {answer(head)}")
    assert not different, "\n".join(different)


def answer(response) -> tuple:
    """A page's length differs with the tokens in it."""
    return (
        response.status_code,
        response.location,
        response.content_type,
        response.headers.get("Content-Disposition"),
    )


@pytest.mark.parametrize("secret", ["/s/guess", "/e/guess", "/r/guess", f"/v/{'A' * 43}"])
def test_a_wrong_guess_at_a_secret_address_counts_in_either_way(world, secret):
    browser = world.browser()
    told = {browser.open(secret, method=("GET", "HEAD")[n % 2]).status_code for n in range(30)}
    assert told == {404} and browser.head(secret).status_code == browser.get(secret).status_code == 429


def test_a_phone_in_a_clients_hands_answers_head_as_get(things):
    phone = things.readers()["client"]
    for ask in (phone.get, phone.head):
        assert ask("/records").location == f"/drafts/{things.signing}"
        assert ask(f"/drafts/{things.signing}").status_code == 200
