"""Who only looks changes nothing: GET, HEAD and OPTIONS of every route, as everybody, whatever the page is about."""

import hashlib
import inspect
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from fieldforms.flow.completing import reviews, signature_requests
from fieldforms.flow.filling import drafts
from fieldforms.store import clock, database
from fieldforms.store.models import Record, Session
from tests.people import questions
from tests.web.access_matrix import LOGINS
from tests.web.completing.hands import sheet as follow_up
from tests.web.filling.hands import a_photo
from tests.web.route_targets import RouteTargets, a_report

pytestmark = pytest.mark.long

READS = ("GET", "HEAD", "OPTIONS")
# What reading is meant to write: when somebody was last seen, and who read what is confidential or took lists along.
LAST_SEEN = ("sessions", "seen_at")
READ = {"record.read", "records.export", "records.print", "stock.export", "movements.export"}
READ |= {
    "client.export",
    "data.export",
    "statistics.export",
    "readings.export",
    "room.read",
    "cabling.read",
    "cables.export",
    "devices.export",
    "document.read",
    "document.download",
}

# No sheet here has a photo or a document, and nobody has signed in hand: what is read of these is that there is nothing.
NOT_THERE = {
    "aftercare.show",  # nobody rated low here (tests/web/completing/test_aftercare.py)
    "first_run.show",  # there is somebody already (tests/web/people/test_first_run.py)
    "records.ask_to_end_unaccepted",  # every repair here may be accepted yet (tests/web/faults/test_ends.py)
    "lifting.show",  # of those who look here nobody is cleared (tests/web/completing/test_lifting.py)
    "notices.show",  # nobody was told anything here (tests/web/notices/test_notices.py)
    "known_faults.photo",  # tests/web/faults/test_grown_faults.py
    "photos.document",
    "records.document",
    "records.photo",
    "fault_reports.photo",
    "signatures.copy_document",
    "signatures.copy_photo",
    "second_factors.codes",  # told once, after they were made (tests/web/people/test_second_factors.py)
    "signatures.done",
    "signatures.paper_photo",
    "signatures.shown_document",
}


@pytest.fixture
def things(world) -> "Things":
    return Things(world)


class Things(RouteTargets):
    """What the matrix asks for, and more of each kind: pages differ with what they are about."""

    def __init__(self, world):
        super().__init__(world)
        unopened, confidential, again = world.waiting_sheet(), world.signed_sheet(), follow_up(world, 3)
        reviews.send_back(world.actor("gao"), (sent_back := world.signed_sheet().number), "型号写错")
        Record.update(confidential=True).where(Record.uuid == confidential.record).execute()
        self.report, chen, body = a_report(world), world.actor("chen"), a_photo()
        copy = signature_requests.make_copy_link(chen, self.signed, signature_requests.OWN)
        kept = drafts.keep_photo(chen, self.draft.uuid, hashlib.sha256(body).hexdigest(), body)
        self.others = {  # part of a rule, ending in an argument → what else that can be
            "<number>": [
                unopened.number,
                self.signed.number,
                confidential.number,
                self.to_send,
                again,
                sent_back,
            ],
            "<uuid>": [self.signing, self.signed.draft],
            "<code>": [self.old_code.code],
            "/photos/<digest>": [kept.digest],
            "/s/<token>": [copy],
        }

    def token(self, rule) -> str:
        return self.report if rule.endpoint == "fault_reports.show" else super().token(rule)

    def addresses(self) -> dict[str, str]:
        """Address → endpoint of every page: of each rule one, and one for each other thing that it could be about."""
        rules = [rule for rule in self.world.app.url_map.iter_rules() if "GET" in rule.methods]
        pages = [(rule, about) for rule in rules for about in [{}, *self.about(rule)]]
        return {self.address(rule, "GET", None, **about): rule.endpoint for rule, about in pages}

    def about(self, rule) -> Iterator[dict[str, str]]:
        """Arguments of the other things that this rule could be about."""
        for part, others in self.others.items():
            if part in rule.rule:
                yield from ({part.split("<")[1].rstrip(">"): other} for other in others)

    def readers(self) -> dict:
        """Everybody's browser, and the phone in a client's hands. Who holds a link is nobody, with its address."""
        browsers = {login or "nobody": self.browser(login) for login in LOGINS.values()}
        browsers["client"] = self.browser("chen")
        self.world.users["mo"] = self.careful
        browsers["half signed in"] = self.browser("mo")
        handed = Session.update(handed_draft=self.signing)
        handed.where(Session.id == browsers["client"].session_row.id).execute()
        return browsers

    def browser(self, login: str | None):
        """Its person has just given the password once more, so that exports go out at once."""
        browser = self.world.browser(login)
        with browser.session_transaction() as cookie:
            cookie["confirmed_at"] = clock.now()
        return browser


def everything() -> dict[str, list[str]]:
    """Table → its rows, by the database's own list of tables."""
    return {table: rows(table) for table in sorted(database.database.get_tables())}


def rows(table: str) -> list[str]:
    cursor = database.database.execute_sql(f'SELECT * FROM "{table}"')
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    kept = [row for row in found if not (table == "audit" and row["action"] in READ)]
    return sorted(str({name: row[name] for name in names if (table, name) != LAST_SEEN}) for row in kept)


def test_looking_changes_nothing_and_head_answers_as_get(things):
    addresses, readers, before = things.addresses(), things.readers(), everything()
    looks = [Look(*reader, address) for reader in readers.items() for address in addresses]
    after = everything()
    changed = [table for table in before | after if before.get(table) != after.get(table)]
    assert not changed, "\n".join([f"{changed}, by one of", *(each.line for each in looks if each.written)])
    assert not [each.line for each in looks if each.got != each.head]
    shown = {addresses[each.address] for each in looks if each.shown}
    assert set(addresses.values()) - shown == NOT_THERE


class Look:
    """One person's looking at one page, in each way there is; what was written meanwhile tells which page did."""

    def __init__(self, name: str, browser, address: str):
        self.name, self.address = name, address
        with questions() as asked:
            self.got, self.head, _options = (answer(browser.open(address, method=each)) for each in READS)
        self.written = [sql for sql in asked if sql.split()[0] in ("INSERT", "UPDATE", "DELETE")]

    @property
    def shown(self) -> bool:
        """To be led away or told that there is nothing proves nothing."""
        return self.got[0] in (200, 303, 410) or (self.got[0] == 302 and "/d/" in self.got[1])

    @property
    def line(self) -> str:
        return f"{self.name}: {self.address} {self.got} {self.head} {[sql[:60] for sql in self.written]}"


# What Jinja writes of what is no text: a macro whose name hid a value, a method nobody called.
PYTHON = re.compile(
    rb"&lt;(?:Macro|function|bound method|built-in|class|generator)\b|object at 0x[0-9a-f]{6}"
)


def answer(response) -> tuple:
    """All but the page's length, which differs with the tokens in it; HEAD has no body."""
    assert response.request.method != "HEAD" or not response.data
    assert response.status_code < 500
    assert not PYTHON.search(response.get_data()), (
        "something of the program stands on the page instead of its words"
    )
    names = ("Location", "Content-Type", "Content-Disposition", "Retry-After")
    return response.status_code, *(response.headers.get(name) for name in names)


def test_a_view_reads_or_writes_and_never_both(app):
    methods = defaultdict(set)
    for rule in app.url_map.iter_rules():
        methods[inspect.unwrap(app.view_functions[rule.endpoint])] |= rule.methods - set(READS[1:])
    both = [view.__qualname__ for view, served in methods.items() if len(served) != 1]
    assert not both and set.union(*methods.values()) == {"GET", "POST"}


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
