"""Requests that no page would send: every route and method, hostile values everywhere, from a seed.

What a request may be asked for, its inputs' names, is read from the program itself: a new route or input is fuzzed
without a word here. `bench/soak.py` sends ten times as many as the tests.
"""

import io
import json
import random
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

import fieldforms
from fieldforms.flow.completing import signature_requests
from fieldforms.store.models import Session, User
from tests.people import World
from tests.web.hands import contact_body

PACKAGE = Path(fieldforms.__file__).parent
ARGUMENT = re.compile(r"<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>")
ASKED = re.compile(r'\.get(?:list)?\(\s*"([\w.]+)"|\btext\("([\w.]+)"')
POSTED = re.compile(r'\bname="([\w.]+)"')
TOKEN = "fuzz" * 10
REFRESHED = 100  # requests: then whoever was signed out or disabled is back

LONG = "长" * 5000
HOSTILE = [
    "", " ", "0", "-1", "1", "2147483647", "2147483648", "9223372036854775808", "1e309", "-0", "NaN", "1_000", "١٢٣",
    "1" * 5000, "9" * 30 + "." + "9" * 30, "0x10", "true", "null", "[]", "{}", '[{"points":[{"x":1}]}]', "[" * 3000,
    '{"a":' * 500, '[{"points":[{"x":1e308,"y":-1e308,"time":1e400,"pressure":null}]}]', "\x00", "a\x00b", "\x01\x1f\x7f",
    "\r\nSet-Cookie: a=b", "\u202eabc\u2066", "\ufeff", "\ud800", "\udfff\ud800", "\U0010ffff", "e" + "\u0301" * 300,
    LONG, "a" * 70_000, "'", "' OR 1=1 --", '"; DROP TABLE users; --', "%", "_", "\\", "%00", "%s%n", "{{7*7}}", "${7*7}",
    "../../etc/passwd", "..\\..\\", "/etc/passwd", "//evil.example", "/\\evil.example", "javascript:alert(1)", "\t\n",
    "<script>alert(1)</script>", "=1+1", "@SUM(1)", "2026-02-30", "0000-00-00", "9999-12-31T23:59", "10000-01-01",
    "2026-11-24T24:00", "2026-11-24", "24:61", "0001-01-01T00:00", "-2026-01-01", "zh", "xx", "on", "a" * 64, "0" * 64,
    "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}", "AND OR NOT NEAR(", '"unclosed',
    "*", "会*议", "NEAR/0", "a:b", "-", "^a", "🧯" * 40, "ǅ", "ß", "İ", "K", "\u2028", "\u0000\u0000",
]  # fmt: skip
HEADERS = {
    "Accept-Language": ["", "xx;q=9", "zh;q=NaN", "en," * 500, "é"],
    "HX-Request": ["true", "false"],
    "HX-Request-Type": ["partial", "full", "x"],
    "HX-Current-URL": ["http://[::1", "//evil.example/x", "javascript:1", "http://localhost/records?q=%ff", LONG[:50]],
    "Host": ["evil.example", "localhost:99999", "[", "a" * 300, "ff.example.cn:443", "日本"],
    "Range": ["bytes=0-0", "bytes=-1", "bytes=99999999999999999999-", "x"],
    "If-None-Match": ['"x"', "*", "W/"],
    "If-Modified-Since": ["Thu, 99 Foo 2026 99:99:99 GMT", "0"],
    "Cookie": ["fieldforms=x", "=", ";;;", "a=" + "b" * 4000],
    "X-Forwarded-For": ["1.2.3.4", "x" * 500, "::"],
    "User-Agent": ["", "x" * 5000, "é\x80"],
    "Accept-Encoding": ["br;q=x", "gzip, br, zstd;q=2", "*;q=0"],
}  # fmt: skip
TYPES = ["application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "image/jpeg",
         "application/x-www-form-urlencoded; charset=utf-7", "", "x" * 300]  # fmt: skip
BODIES = [
    b"",
    b"\x00",
    b"\xff" * 100,
    b"a=%zz&%=&&=&b",
    b"{",
    b'{"a": NaN}',
    b"--\r\n\r\n--",
    b"=" * 5000,
    b"&" * 5000,
]


@dataclass
class Request:
    """As a test client sends it."""

    person: str
    method: str
    url: str
    headers: dict
    options: dict

    def __str__(self) -> str:
        return (
            f"{self.method} {self.url[:600]} as {self.person}, {self.headers!s:.600}, {self.options!s:.900}"
        )


class Fuzz:
    """Everybody's browsers on a world, and requests for them."""

    PEOPLE = ("nobody", "chen", "zhou", "sunmin", "gao", "shen", "wangjing", "admin", "client")

    def __init__(self, world: World, seed: int):
        self.world, self.chance = world, random.Random(seed)
        self.rules = sorted(world.app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint))
        self.names = names(world.app)
        self.known = self.targets()
        self.browsers: dict = {}

    def targets(self) -> dict[str, list]:
        """Real values for the arguments of addresses, by name."""
        world, chen = self.world, self.world.actor("chen")
        waiting, signed, draft = world.waiting_sheet(), world.signed_sheet(), world.working_sheet()
        closed = world.signed_sheet()
        self.handed = signature_requests.signer_draft(chen, waiting.number)[1].uuid
        return {
            "code": [world.office.code.code, world.university.code.code],
            "device_id": [world.office.device.id, world.university.device.id],
            "uuid": [draft.uuid, self.handed],
            "sent": ["_"],
            "digest": [signed.digest, waiting.digest],
            "key": ["service-contact", "av-maintenance", "no-such-form"],
            "number": [waiting.number, signed.number, closed.number],
            "token": [signature_requests.make_signing_link(chen, waiting.number)[1]],
            "id": [user.id for user in world.users.values()],
            "kind": ["xlsx", "csv"],
        }

    def requests(self, how_many: int) -> Iterator[Request]:
        """Every rule once, then any."""
        for n in range(how_many):
            rule = self.rules[n] if n < len(self.rules) else self.chance.choice(self.rules)
            yield self.request(rule)

    def send(self, n: int, request: Request):
        if n % REFRESHED == 0:
            self.refresh()
        return self.browsers[request.person].open(
            request.url, method=request.method, headers=request.headers, **request.options
        )

    def refresh(self) -> None:
        User.update(disabled_at=None).where(User.login != "lihua").execute()
        self.browsers = {login: self.browser(login) for login in self.PEOPLE}

    def browser(self, login: str):
        browser = self.world.browser({"nobody": None, "client": "chen"}.get(login, login))
        with browser.session_transaction() as session:
            session["csrf_token"] = TOKEN
        if login == "client":
            Session.update(handed_draft=self.handed).where(Session.id == browser.session_row.id).execute()
        return browser

    # One request

    def request(self, rule) -> Request:
        chance = self.chance
        method = chance.choice(sorted(rule.methods - {"OPTIONS", "HEAD"}))
        if chance.random() < 0.03:
            method = chance.choice(["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])
        url = ARGUMENT.sub(lambda found: self.argument(*found.groups()), rule.rule)
        if chance.random() < 0.7:
            url += "?" + urlencode(self.values(chance.randint(0, 5)), errors="surrogatepass")
        if chance.random() < 0.05:
            url += chance.choice(
                ["?" + "%ff%fe=%c0%80", "?q=%ed%a0%80", "?%00=%00", "?q", "?&&==", "/", "//", "/%2e%2e/"]
            )
        headers = {"X-CSRFToken": self.token()} if chance.random() < 0.97 else {}
        for _ in range(chance.choice([0, 0, 1, 2])):
            name = chance.choice(list(HEADERS))
            headers[name] = chance.choice(HEADERS[name])
        person = chance.choice(self.PEOPLE)
        return Request(person, method, url, headers, {} if method == "GET" else self.body(rule))

    def token(self) -> str:
        from itsdangerous import URLSafeTimedSerializer

        return URLSafeTimedSerializer(self.world.app.secret_key, salt="wtf-csrf-token").dumps(TOKEN)

    def argument(self, converter: str | None, name: str) -> str:
        known = self.known.get(name, [1])
        if converter == "any":
            return str(self.chance.choice(known))
        if self.chance.random() < 0.75:
            return str(self.chance.choice(known))
        if self.chance.random() < 0.1:
            return self.chance.choice(["%ff", "%00", "%ed%a0%80", "%2f%2f", "%0d%0a", "."])
        return quote(self.hostile()[:2000], safe="", errors="surrogatepass")

    def hostile(self) -> str:
        return self.chance.choice(HOSTILE)

    def values(self, how_many: int) -> dict:
        return {self.name(): self.value() for _ in range(how_many)}

    def name(self) -> str:
        return self.chance.choice(self.names) if self.chance.random() < 0.95 else self.hostile()[:200]

    def value(self) -> str:
        if self.chance.random() < 0.3:
            return str(self.chance.choice(self.known[self.chance.choice(list(self.known))]))
        return self.hostile()

    def body(self, rule) -> dict:
        """What a page posts with some of it replaced, or nothing that a page would post."""
        chance, kind = self.chance, self.chance.random()
        if kind < 0.06:
            return {"data": chance.choice(BODIES), "content_type": chance.choice(TYPES)}
        if kind < 0.08:
            return {"data": multipart(self.name(), 1001), "content_type": "multipart/form-data; boundary=x"}
        if kind < 0.09:
            return {"data": urlencode({self.name(): "a" * 5_000_000})}
        values = self.usual(rule) | self.values(chance.randint(0, 6))
        if kind < 0.25:
            values = {sendable(name): value.encode(errors="surrogatepass") for name, value in values.items()}
            files = {sendable(f"{self.name()}.file"): (io.BytesIO(chance.choice(BODIES)), self.filename())}
            return {"data": values | files, "content_type": "multipart/form-data"}
        pairs = [(name, value) for name, value in values.items() for _ in range(chance.choice([1, 1, 1, 2]))]
        posted = urlencode(pairs, errors="surrogatepass")
        return {"data": posted, "content_type": "application/x-www-form-urlencoded"}

    def filename(self) -> str:
        return sendable(self.hostile())[:300] or "x"

    def usual(self, rule) -> dict[str, str]:
        """What the page itself would send there."""
        if self.chance.random() < 0.3:
            return {}
        place, known = self.world.office, self.known
        sheet = {
            "definition": "service-contact",
            "record": known["uuid"][0],
            "draft": self.handed,
            "editor": "fuzz",
        }
        signed = {"shown": known["digest"][1], "signer": "丁一", "typed": "1", "satisfaction": "satisfied"}
        asked = {
            "version": "1",
            "whole": "1",
            "device": place.device.id,
            "client": place.client.id,
            "reason": "x",
        }
        body = contact_body(place) | sheet | signed | asked
        body |= {"entry.outcome": self.chance.choice(["done", "absent", "refused", "returned", "paper", "x"])}
        return {name: str(value) for name, value in body.items() if self.chance.random() < 0.95}


def names(app) -> list[str]:
    """Of all inputs and query parameters: as the code asks for them, as templates name them, as forms define them."""
    found: set[str] = set()
    for path in PACKAGE.glob("web/**/*.py"):
        found |= {name for pair in ASKED.findall(path.read_text()) for name in pair if name}
    for path in PACKAGE.glob("templates/**/*.html"):
        found |= set(POSTED.findall(path.read_text()))
    for path in (PACKAGE / "forms" / "library").glob("*.toml"):
        found |= set(re.findall(r'^name = "(\w+)"', path.read_text(), re.MULTILINE))
    return sorted(found)


def sendable(name: str) -> str:
    """What a test client can write into a part's head."""
    return name.replace("\x00", "").encode(errors="replace").decode()


def multipart(name: str, parts: int) -> bytes:
    head = json.dumps(sendable(name))
    part = f"--x\r\nContent-Disposition: form-data; name={head}\r\n\r\n1\r\n"
    return (part * parts + "--x--\r\n").encode()


def failures(world: World, how_many: int, seed: int) -> list[str]:
    """Requests that were answered 5xx or not at all, each with what came of it."""
    fuzz, found = Fuzz(world, seed), []
    for n, request in enumerate(fuzz.requests(how_many)):
        try:
            status = fuzz.send(n, request).status_code
        except Exception as error:  # noqa: BLE001  (a test client raises what a server would answer with 500)
            found.append(f"{request}\n    {error!r} at {where(error)}")
            continue
        if status >= 500:
            found.append(f"{request}\n    {status}")
    return found


def where(error: BaseException) -> str:
    """The innermost place, and that of ours."""
    places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    ours = [place for place in places if place.startswith(str(PACKAGE))]
    return " < ".join(dict.fromkeys([places[-1], *ours[-1:]]))
