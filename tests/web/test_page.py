"""What every answer carries, and what is said of a failure."""

import json
import logging
import re
from dataclasses import replace

import pytest

from fieldforms import config
from fieldforms.store import database
from fieldforms.web import make_application
from tests.people import csrf


def test_browsers_are_told_to_stay_on_https(world):
    assert world.browser().get("/sign-in").headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_server_without_https_says_nothing_of_it(settings, world):
    plain = make_application(replace(settings, url="http://10.0.0.7:8000"))
    assert "Strict-Transport-Security" not in plain.test_client().get("/sign-in").headers


@pytest.mark.parametrize("path", ["/s/{}", "/s/{}.pdf", "/e/{}", "/r/{}"])
def test_a_failure_is_logged_with_its_place_and_without_the_secret(world, monkeypatch, caplog, path):
    monkeypatch.setitem(world.app.config, "PROPAGATE_EXCEPTIONS", False)
    database.database.execute_sql("ALTER TABLE links RENAME TO gone")
    with caplog.at_level(logging.DEBUG):
        answer = world.browser().get(path.format("very-secret-token"))
    assert answer.status_code == 500 and "<h1>" in answer.text
    assert "very-secret-token" not in caplog.text
    line = json.loads(next(record.getMessage() for record in caplog.records if record.levelname == "ERROR"))
    assert (line["rule"], line["method"], line["status"]) == (path.format("<token>"), "GET", 500)
    assert any("links.py" in place for place in line["error"])


def signing_link(world, host: str) -> str:
    """The address that a technician is shown for the client's own phone, asked for at this host."""
    browser = world.browser("chen")
    number = world.waiting_sheet().number
    token = csrf(browser.get(f"/records/{number}/signature").text)
    cookie = browser.get_cookie(world.app.config["SESSION_COOKIE_NAME"])
    there = {"HTTP_HOST": host, "SERVER_PORT": "8000", "HTTP_COOKIE": f"{cookie.key}={cookie.value}"}
    stranger = world.app.test_client(use_cookies=False)  # it would keep the cookie from any other host
    answer = stranger.post(f"/records/{number}/links", data={"csrf_token": token}, environ_overrides=there)
    assert answer.status_code == 201
    return re.search(r'id="f-url" value="([^"]+)/s/', answer.text).group(1)


@pytest.fixture
def without_address(settings, world):
    config.use(replace(settings, url="", host="127.0.0.1", port=8000))
    yield world
    config.use(settings)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "192.0.2.7:8000", "127.0.0.1:8001",
                                  "127.0.0.1:8000@evil.example", "0.0.0.0:8000", "224.0.0.1:8000"])  # fmt: skip
def test_a_forged_host_reaches_no_link(without_address, host):
    assert signing_link(without_address, host) == "http://127.0.0.1:8000"


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000"])
def test_without_a_setting_links_carry_the_address_they_were_asked_for_at(without_address, host):
    assert signing_link(without_address, host) == f"http://{host}"


def test_the_setting_stands_before_any_host(world):
    assert signing_link(world, "evil.example") == "https://ff.example.cn"


def test_who_is_not_signed_in_is_led_on_from_a_page_that_is_not_there(world):
    answer = world.browser().get("/no-such-page?x=1")
    assert answer.status_code == 404
    assert 'href="/sign-in?next=/no-such-page' in answer.text
    assert 'href="/sign-in' not in world.browser("chen").get("/no-such-page").text
