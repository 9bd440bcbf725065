"""The log: one JSON object a line; what happened, by whom, how long it took, and never what somebody wrote."""

import json
import logging
from dataclasses import replace

import pytest

from fieldforms import config, log_lines
from fieldforms.flow.people.sessions import TRIES
from fieldforms.store import database
from fieldforms.store.people import sessions
from tests.people import PASSWORD, csrf
from tests.web.people.hands import invite, post, sign_in


@pytest.fixture
def log(caplog):
    """What was written since it was last asked for, as read back from its lines."""
    caplog.set_level(logging.INFO)
    handler = log_lines.JsonLines()

    def read() -> list[dict]:
        lines = [handler.format(record) for record in caplog.records]
        caplog.clear()
        assert not [line for line in lines if len(line.splitlines()) != 1]
        return [json.loads(line) for line in lines]

    return read


def test_a_line_says_when_what_by_whom_and_how_long(world, log):
    answer = world.browser("gao").get("/account?x=very-private")
    (line,) = log()
    assert line.pop("time").endswith("Z") and line.pop("ms") >= 0
    assert line == {
        "level": "info", "event": "request", "request": answer.headers["Request-Id"], "method": "GET",
        "rule": "/account", "status": 200, "user": world.users["gao"].id,
    }  # fmt: skip


def test_every_request_has_a_number_of_its_own(world):
    browser = world.browser("gao")
    assert len({browser.get(url).headers["Request-Id"] for url in ("/account", "/account", "/nowhere")}) == 3


def test_an_address_is_told_only_where_that_is_wanted(world, settings, log):
    world.browser().get("/sign-in")
    config.use(replace(settings, log_addresses=True))
    world.browser().get("/sign-in")
    assert [line.get("address") for line in log()] == [None, "127.0.0.1"]


def test_what_was_refused_is_told_by_name(world, log):
    browser = world.browser()
    for _ in range(TRIES):
        sign_in(browser, "chen", "wrong-password-typed")
    sign_in(browser, "chen", "wrong-password-typed")
    chen = world.browser("chen")
    post(chen, f"/people/{world.users['zhou'].id}/invitation", own_password=PASSWORD)
    post(chen, "/account/pin", pin="274915", own_password="wrong-password-typed")
    chen.post("/account/pin", data={"pin": "274915"})
    lines = log()
    told = [
        (line["level"], line["event"], line["refusal"])
        for line in lines
        if line["event"] not in ("request", "library")
    ]
    assert told == [
        *[("warning", "secret refused", "WrongPassword")] * TRIES,
        ("warning", "throttled", "TooManyTries"),
        ("warning", "write refused", "NotAllowed"),
        ("warning", "secret refused", "WrongPassword"),
        ("warning", "write refused", "Expired"),
    ]
    assert "wrong-password-typed" not in str(lines) and "274915" not in str(lines)


def test_no_token_and_no_name_is_in_it(world, log):
    token, browser = invite(world), world.browser()
    browser.get(f"/e/{token}")
    browser.get(f"/e/{token}x")
    browser.get(f"/nowhere/{token}?t={token}", headers={"User-Agent": token, "Referer": f"/e/{token}"})
    _row, cookie = sessions.begin_session(world.users["chen"], "x", True, "")
    with browser.session_transaction() as kept:
        kept["_user_id"] = cookie
    browser.get("/account")
    lines = log()
    assert len(lines) >= 4 and [line["rule"] for line in lines[:2]] == ["/e/<token>"] * 2
    assert not [word for word in (token, cookie, "陈志远", "chen") if word in str(lines)]


@pytest.mark.parametrize("evil", ["\n", "\r\n", "\u2028", "\x85", '"}\n{"event": "start"}\n', "\x1b[2J"])
def test_nobody_forges_a_line(world, log, evil):
    """Wherever something of somebody's could get in: method, path, name, address."""
    browser = world.browser()
    sign_in(browser, f"chen{evil}", f"wrong{evil}")
    browser.get(f"/nowhere{evil}")
    browser.open("/sign-in", method=f"GET{evil}")
    logging.getLogger("a library").warning("said %s", evil)
    logging.getLogger("a library").warning(f"says{evil}so")
    lines = log()
    assert [line["event"] for line in lines if line["event"] == "start"] == []
    assert lines[-1]["event"] == lines[-2]["event"] == "library" and lines[-2]["says"] == "said %s"


def test_of_what_goes_wrong_with_us_the_page_says_the_number_and_the_log_where(world, monkeypatch, log):
    monkeypatch.setitem(world.app.config, "PROPAGATE_EXCEPTIONS", False)
    browser = world.browser("gao")
    browser.get("/account")
    log()
    database.database.execute_sql("DROP TABLE recovery_codes")
    answer = browser.get("/account/second-factor")
    number = answer.headers["Request-Id"]
    assert answer.status_code == 500 and f"请把这个编号告诉管理员：{number}" in answer.text
    exception, ended = log()
    assert exception["event"] == "exception" and ended["event"] == "error"
    assert exception["request"] == ended["request"] == number
    assert any("second_factors.py" in place for place in exception["error"])
    assert "recovery_codes" not in str(exception["error"]).replace("count_recovery_codes", "").replace(
        "unused_recovery_codes", ""
    )


def test_a_half_page_says_the_number_too(world, monkeypatch):
    monkeypatch.setitem(world.app.config, "PROPAGATE_EXCEPTIONS", False)
    browser = world.browser("gao")
    token = csrf(browser.get("/account").text)
    database.database.execute_sql("DROP TABLE recovery_codes")
    headers = {"HX-Request": "true", "HX-Request-Type": "partial", "X-CSRFToken": token}
    answer = browser.get("/account/second-factor", headers=headers)
    assert answer.headers["Request-Id"] in answer.text and "<html" not in answer.text
