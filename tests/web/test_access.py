"""The access matrix: every route × method × person (quality.md). A route missing here fails the build.

Allowed is the exact status of a success, at rows that are there; everybody asks the same world, and what they write is undone.
"""

import io
import zipfile
from contextlib import closing
from functools import lru_cache

import pytest
from pypdfium2 import PdfDocument, PdfiumError
from werkzeug.datastructures import MultiDict

from fieldforms.flow.people import first_run
from fieldforms.store import clock
from tests.engines import ENGINES, available_engines
from tests.people import csrf
from tests.web.access_bodies import PAGES, PHOTOS, TYPED
from tests.web.access_matrix import LOGINS, MATRIX, UNTOLD, expected_status
from tests.web.access_others import FOREIGN
from tests.web.access_situations import HANDED, HELD, SITUATIONS
from tests.web.access_targets import CLEARED, LATER, SECRETS, TECHNICAL_SECRETS
from tests.web.access_world import Browser, forms_of_page, standing_world
from tests.web.filling.hands import a_photo

pytestmark = pytest.mark.long


@pytest.fixture(scope="module", params=ENGINES)
def targets(request, new_database, served, tmp_path_factory):
    if request.param not in available_engines():
        pytest.skip(f"no {request.param} here")
    with standing_world(new_database(request.param), tmp_path_factory.mktemp("instance"), served) as found:
        found.asking = Asking(found)
        yield found


class Asking:
    """Everybody's requests of every rule."""

    def __init__(self, targets):
        self.targets, self.app = targets, targets.world.app
        self.people = {login: Browser(targets.world, login) for login in [None, *targets.world.users]}
        self.pages = {rule.rule: rule for rule in self.app.url_map.iter_rules() if "GET" in rule.methods}
        self.by_endpoint = {rule.endpoint: rule for rule in self.app.url_map.iter_rules()}
        self.filled: dict[tuple, MultiDict] = {}

    def rules(self):
        """Every (rule, method) of the matrix. What it lacks, one test says (the first), not each of them."""
        pairs = [pair for pair in served_rules(self.app) if pair[1] in MATRIX.get(pair[0].endpoint, ())]
        return sorted(pairs, key=lambda pair: (pair[1], pair[0].endpoint))

    def ask(self, browser, rule, method: str, login: str | None, given: dict | None = None, **about):
        """`login`: whose rows, and who fills in the form if they may open it; `given`: what else they type."""
        url = self.targets.address(rule, method, login, **about)
        if method != "POST":
            return browser.open(method, url)
        if rule.endpoint in PHOTOS:
            return browser.open("POST", url, data=a_photo(), content_type="image/jpeg")
        body = MultiDict(self.form(rule, url, login, **about))
        for name, value in (self.typed(rule.endpoint, login) | (given or {})).items():
            body[name] = value
        return browser.open("POST", url, data=body)

    def typed(self, endpoint: str, login: str | None) -> dict:
        typed = TYPED.get(endpoint, {})
        return typed(self.targets, login) if callable(typed) else typed

    def form(self, rule, url: str, login: str | None, **about) -> MultiDict:
        """What the form that posts there holds when it is opened by somebody who may."""
        page = self.by_endpoint.get(PAGES.get(rule.endpoint, "")) or self.pages.get(rule.rule)
        if page is None:
            return MultiDict()
        reader = self.reader(rule.endpoint, login)
        if (url, reader) not in self.filled:
            address = self.targets.address(page, "GET", login, **self.targets.about(rule.endpoint) | about)
            response = self.people[reader].open("GET", address)
            html = response.text if response.mimetype == "text/html" else ""
            forms = forms_of_page(html)
            here = forms.get("", MultiDict()) if address.split("?")[0] == url.split("?")[0] else MultiDict()
            self.filled[url, reader] = forms.get(url) or forms.get(url.split("?")[0]) or here
        return self.filled[url, reader]

    def reader(self, endpoint: str, login: str | None) -> str | None:
        """Who sees the whole form: a technician's of a room, for one, asks for less."""
        may = [LOGINS[letter] for letter in sorted(MATRIX[endpoint]["POST"], key="sdAmhtoa".index)]
        return login if not may or login in (*may[:3], *LATER) else may[0]


def served_rules(app):
    """Every (rule, method) of the application."""
    return [
        (rule, method) for rule in app.url_map.iter_rules() for method in rule.methods - {"HEAD", "OPTIONS"}
    ]


def refused(response, login: str | None) -> bool:
    """Kept out: asked to sign in, forbidden, or told that there is nothing."""
    if response.status_code == 302:
        return login is None and "/sign-in" in response.location
    return response.status_code in ((401, 404) if login is None else (403, 404))


def test_every_route_stands_in_the_matrix(targets):
    served = {(rule.endpoint, method) for rule, method in served_rules(targets.world.app)}
    listed = {(endpoint, method) for endpoint, methods in MATRIX.items() for method in methods}
    unlisted, gone = sorted(served - listed), sorted(listed - served)
    assert not unlisted, f"say in MATRIX of tests/web/access_matrix.py who reaches {unlisted}"
    assert not gone, (
        f"there is no such route any more: take {gone} out of MATRIX of tests/web/access_matrix.py"
    )


@pytest.mark.parametrize("letter", LOGINS)
def test_each_person_reaches_what_is_theirs_and_nothing_else(targets, letter):
    asking, login, wrong = targets.asking, LOGINS[letter], []
    for rule, method in asking.rules():
        wanted = expected_status(rule.endpoint, method, letter)
        for asked in ways(rule, method, letter):
            response = asking.ask(asking.people[login], rule, asked, login)
            fine = refused(response, login) if wanted is None else response.status_code == wanted
            if not fine:
                wrong.append(
                    (rule.endpoint, asked, response.status_code, "instead of", wanted or "a refusal")
                )
            wrong += [(rule.endpoint, "says", word) for word in told(response, rule, method, letter)]
    assert not wrong, "\n".join(map(str, wrong))


def told(response, rule, method: str, letter: str) -> list[str]:
    """What is not for them on a page that is: of another client, of a confidential sheet, which are for everybody at labels and
    links; of a confidential room's device what is technical."""
    untold = (*UNTOLD.get(letter, ()), *(() if letter == "t" else SECRETS))
    if "a" in MATRIX[rule.endpoint][method]:
        untold = ()
    said = words_of_answer(response)
    return [word for word in (*untold, *TECHNICAL_SECRETS) if word in said]


def words_of_answer(response) -> str:
    """Of pages, drawings, lists and what is printed; of workbooks and archives what lies in them, and in those that lie in them."""
    if response.mimetype.startswith(("text/", "image/svg")):
        return response.get_data(as_text=True)
    return words_of_file(response.data)


def words_of_file(body: bytes) -> str:
    if body.startswith(b"PK\x03\x04"):
        return words_of_archive(body)
    return words_of_pdf(body) if body.startswith(b"%PDF") else ""


MOST_PAGES_READ = 12  # of one PDF: what is told of others stands at its beginning, in a list


@lru_cache(maxsize=500)  # several people are given the same file
def words_of_pdf(body: bytes) -> str:
    """Without breaks: a line ends where the paper does."""
    try:
        with closing(PdfDocument(body)) as pdf:
            pages = [pdf[at] for at in range(min(len(pdf), MOST_PAGES_READ))]
            said = "".join(page.get_textpage().get_text_range() for page in pages)
    except PdfiumError:
        return ""  # made up for a test
    return "".join(said.replace("\u200b", "").split())


def words_of_archive(body: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        inside = [archive.read(name) for name in archive.namelist()]
        names = archive.namelist()
    said = (words_of_file(each) or each.decode(errors="replace") for each in inside)
    return "\n".join((*names, *said))


def ways(rule, method: str, letter: str) -> tuple[str, ...]:
    """HEAD is answered as GET: asked by everybody who is kept out, and by the first who is not (tests/web/test_reading.py compares them
    for everybody)."""
    may = MATRIX[rule.endpoint][method]
    return (method, "HEAD") if method == "GET" and (letter not in may or letter == may[0]) else (method,)


ENDED = {
    "somebody disabled": ("lihua", {}),
    "a revoked phone": ("gao", {"revoked_at": 1}),
    "a phone not used for long": ("gao", {"seen_at": 1}),
    "a session that is too old": ("gao", {"created_at": 1, "seen_at": clock.now()}),
}


@pytest.mark.parametrize("whose", ENDED)
def test_who_was_signed_in_is_nobody(targets, whose):
    login, of_session = ENDED[whose]
    browser, wrong = Browser(targets.world, login, **of_session), []
    for rule, method in targets.asking.rules():
        response = targets.asking.ask(browser, rule, method, None)
        wanted = expected_status(rule.endpoint, method, "a")
        fine = refused(response, None) if wanted is None else response.status_code == wanted
        if not fine:
            wrong.append((rule.endpoint, method, response.status_code))
    assert not wrong, "\n".join(map(str, wrong))


def test_no_unsafe_method_works_without_its_token(targets):
    browser = Browser(targets.world, "chen")
    del browser.headers["X-CSRFToken"]
    for rule, method in targets.asking.rules():
        if method != "GET":
            response = browser.open(method, targets.address(rule, method, "chen"))
            assert response.status_code == 419, rule


FENCED = {"health.show", "home.language", "verify.jwks", "signatures.handover", "signatures.take_back"}


def test_a_handed_over_phone_reaches_the_clients_page_and_nothing_else(targets):
    browser, wrong = Browser(targets.world, "chen", handed_draft=targets.signing), []
    for rule, method in targets.asking.rules():
        response = browser.open(method, targets.address(rule, method, "chen"))
        led = (response.location or "").endswith(f"/drafts/{targets.signing}")
        if (response.status_code == 403 or led) == (rule.endpoint in FENCED):
            wrong.append((rule.endpoint, method, response.status_code))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("draft", HANDED)
def test_a_handed_over_phone_reaches_what_belongs_to_its_page(targets, draft):
    uuid, reached = HANDED[draft]
    mine = uuid(targets)
    browser = Browser(targets.world, "chen", handed_draft=mine)
    others = [of(targets) for of, _reached in HANDED.values() if of(targets) != mine]
    for endpoint in ("signatures.done", "signatures.shown_document"):
        rule = targets.asking.by_endpoint[endpoint]
        wanted = reached.get(endpoint, 404)
        assert browser.open("GET", targets.address(rule, "GET", "chen", uuid=mine)).status_code == wanted, (
            endpoint
        )
        for each in others:
            answer = browser.open("GET", targets.address(rule, "GET", "chen", uuid=each))
            assert answer.status_code != 200 and answer.mimetype != "application/pdf", (endpoint, each)


# Where nobody is yet


def test_who_has_the_code_of_an_empty_house_is_let_in_and_nobody_else(app):
    stranger, code = app.test_client(), first_run.new_first_code()
    page = stranger.get("/first-run")
    assert page.status_code == 200
    body = {
        "csrf_token": csrf(page.text),
        "login": "root",
        "name": "何管理",
        "password": "a long enough secret",
    }
    for given, status in (("AAAA-BBBB-CCCC", 422), (code, 303)):
        assert stranger.post("/first-run", data=body | {"first_code": given}).status_code == status
    late = app.test_client()
    token = csrf(late.get("/sign-in").text)
    assert late.get("/first-run").status_code == 404
    assert late.post("/first-run", data=body | {"csrf_token": token, "first_code": code}).status_code == 404


# Without an account


@pytest.mark.parametrize("endpoint", HELD)
def test_who_holds_a_link_reaches_what_it_is_for_while_it_lives(targets, endpoint):
    rule, stranger = targets.asking.by_endpoint[endpoint], targets.asking.people[None]
    method = "POST" if "POST" in rule.methods else "GET"
    answers = {
        link: targets.asking.ask(stranger, rule, method, None, token=token).status_code
        for link, token in targets.links.items()
    }
    assert answers == dict.fromkeys(answers, 404) | HELD[endpoint]


# Who is sent, who stands in, who is cleared


@pytest.mark.parametrize("who", SITUATIONS)
def test_who_is_named_or_cleared_reaches_just_that(targets, who):
    situation, wrong = SITUATIONS[who], []
    about = {name: of(targets) for name, of in situation.about.items()}
    for rule, method in targets.asking.rules():
        of_a_print = rule.endpoint.startswith("prints.")  # its uuid is a print's
        if method not in situation.methods or of_a_print or not about.keys() & rule.arguments:
            continue
        browser = targets.asking.people[situation.login]
        response = targets.asking.ask(browser, rule, method, situation.login, **about)
        wanted = situation.reached.get(rule.endpoint)
        fine = refused(response, situation.login) if wanted is None else response.status_code == wanted
        if not fine:
            wrong.append((rule.endpoint, method, response.status_code, "instead of", wanted or "a refusal"))
        said = words_of_answer(response) if situation.login != CLEARED else ""
        wrong += [(rule.endpoint, method, "says", word) for word in TECHNICAL_SECRETS if word in said]
    assert not wrong, "\n".join(map(str, wrong))


# What somebody names in a form


@pytest.mark.parametrize("what", FOREIGN)
def test_no_write_takes_a_row_of_somebody_else(targets, what):
    """The matrix says that the same form with one's own rows does what it is for."""
    asking, foreign = targets.asking, FOREIGN[what]
    browser, rule = asking.people[foreign.login], asking.by_endpoint[foreign.endpoint]
    about = foreign.about(targets)
    response = asking.ask(browser, rule, "POST", foreign.login, foreign.given(targets), **about)
    assert response.status_code == foreign.status
