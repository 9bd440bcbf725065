"""Every answer, of whatever kind, tells browsers what it may do: pages, files, refusals, and what Flask is never asked."""

import socket
import threading
from dataclasses import replace

import pytest

from fieldforms.cli.server import make_server
from fieldforms.store import database
from fieldforms.web import static
from fieldforms.web.security_headers import SecurityHeaders
from tests.people import csrf
from tests.web.people.hands import post

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def is_guarded(headers) -> bool:
    """All of them, each once; whatever the policy lets in, nobody else's page shows it in a frame, and nothing runs inline."""
    policy = headers.getlist("Content-Security-Policy")
    assert len(policy) == 1 and "default-src 'none'" in policy[0] and "frame-ancestors 'none'" in policy[0]
    assert "unsafe-inline" not in policy[0] and "unsafe-eval" not in policy[0].replace("wasm-unsafe-eval", "")
    assert {name: headers.getlist(name) for name in ALWAYS} == {name: [ALWAYS[name]] for name in ALWAYS}
    return True


# Status → what is asked for, and how.
KINDS = {
    "a page": (200, "GET", "/account", {}),
    "its head": (200, "HEAD", "/account", {}),
    "what there is to ask": (200, "OPTIONS", "/account", {}),
    "a part of a page": (200, "GET", "/account", {"HX-Request": "true", "HX-Request-Type": "partial"}),
    "JSON": (200, "GET", "/healthz", {}),
    "robots.txt": (200, "GET", "/robots.txt", {}),
    "favicon.ico": (200, "GET", "/favicon.ico", {}),
    "a script": (200, "GET", static.address("js/app.js"), {}),
    "a style, compressed": (200, "GET", static.address("app.css"), {"Accept-Encoding": "br"}),
    "a picture": (200, "GET", static.address("icon.svg"), {}),
    "a worker": (200, "GET", static.address("js/code_reader.js"), {"Sec-Fetch-Dest": "worker"}),
    "a script opened by itself": (
        200, "GET", static.address("js/app.js"), {"Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "same-origin"},
    ),
    "a script wanted elsewhere": (
        200, "GET", static.address("js/app.js"), {"Sec-Fetch-Dest": "script", "Sec-Fetch-Site": "cross-site"},
    ),
    "a piece of a file": (206, "GET", static.address("app.css"), {"Range": "bytes=0-9"}),
    "being led on": (302, "GET", "/find?code=7K3QF9X2MN", {}),
    "being led to the tidy address": (302, "GET", "/v/abc.", {}),
    "being led to one stroke": (308, "GET", "//account", {}),
    "an impossible host": (400, "GET", "/", {"Host": "x" * 64}),
    "a static file that is none": (404, "GET", "/static/x/app.css", {}),
    "nothing": (404, "GET", "/nowhere", {}),
    "a NUL": (404, "GET", "/%00", {}),
    "a method that is none": (405, "POST", "/account", {"X-CSRFToken": "token"}),
    "a method for a file": (405, "POST", "/robots.txt", {}),
    "without its token": (419, "POST", "/account/pin", {}),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_is_guarded(world, kind):
    status, method, url, headers = KINDS[kind]
    browser = world.browser("gao")
    if headers.get("X-CSRFToken"):
        headers = {"X-CSRFToken": csrf(browser.get("/account").text)}
    answer = browser.open(url, method=method, headers=headers)
    assert answer.status_code == status and is_guarded(answer.headers)


def test_refusals_are_guarded(world):
    nobody, browser = world.browser(), world.browser("chen")
    answers = {
        401: nobody.get("/account"),
        403: browser.get("/people"),
        422: post(browser, "/account/pin", pin="1"),
        303: post(browser, "/sign-out"),
    }
    for status, answer in answers.items():
        assert answer.status_code == status and is_guarded(answer.headers)


def test_a_body_that_is_too_large_is_refused_guarded(world):
    browser = world.browser("chen")
    token = {"X-CSRFToken": csrf(browser.get("/account").text)}
    answer = browser.post("/account/pin", data=b"x" * (25 * 1024 * 1024), headers=token)
    assert answer.status_code == 413 and is_guarded(answer.headers)


def test_what_goes_wrong_with_us_is_guarded(world, monkeypatch):
    """Nothing of what happened is on the page."""
    monkeypatch.setitem(world.app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(world.app.config, "TESTING", False)
    browser = world.browser("gao")
    database.database.execute_sql("DROP TABLE recovery_codes")
    answer = browser.get("/account/second-factor")
    assert answer.status_code == 500 and is_guarded(answer.headers)
    assert "recovery_codes" not in answer.text and "Traceback" not in answer.text


def test_a_file_and_a_page_of_an_export_are_guarded(world):
    browser = world.browser("gao", confirmed=True)
    for url in ("/records.xlsx", f"/records/{world.signed_sheet().number}.pdf"):
        answer = browser.get(url)
        assert answer.status_code == 200 and is_guarded(answer.headers)


def test_the_public_keys_are_anybodys(world):
    """Who checks a seal elsewhere fetches them (docs/seals.md)."""
    headers = world.browser().get("/.well-known/jwks.json").headers
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    assert is_guarded(headers)


def test_parts_of_our_own_pages_carry_no_more_than_is_read_of_them(world):
    """Twenty of them make a form: its page has a weight (tests/browser/test_weight.py)."""
    asked = {"Sec-Fetch-Dest": "script", "Sec-Fetch-Site": "same-origin"}
    answer = world.browser().get(static.address("js/app.js"), headers=asked)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" not in answer.headers


@pytest.mark.parametrize("https", [True, False])
def test_only_an_address_with_https_is_kept_to_https(https):
    told = []
    SecurityHeaders(lambda _environ, start: start("200 OK", []), https)(
        {}, lambda _status, headers: told.extend(headers)
    )
    assert ("Strict-Transport-Security" in dict(told)) is https


@pytest.fixture
def wire(world, settings):
    """A socket to a real server: some requests never reach the application."""
    server = make_server(world.app, replace(settings, host="127.0.0.1", port=0))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    with socket.create_connection(("127.0.0.1", int(server.effective_port))) as connection:
        yield connection
    server.close()


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", b"501"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n", b"413"),
    ],
)
def test_what_never_reaches_the_application_is_guarded(wire, said, status):
    wire.sendall(said)
    head = wire.makefile("rb").read().partition(b"\r\n\r\n")[0].decode().split("\r\n")
    told = dict(line.split(": ", 1) for line in head[1:])
    assert head[0].split()[1] == status.decode() and ALWAYS.items() <= told.items()
    assert told["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
