"""Putting it on a home screen is offered where one looks for it."""

import json

import pytest

from tests.people import csrf


@pytest.mark.parametrize("address", ["/phone", "/account"])
def test_where_it_is_offered_the_browser_may_read_the_manifest(world, address):
    answer = world.browser("chen").get(address)
    assert '<link rel="manifest" href="/manifest.webmanifest">' in answer.text
    assert "manifest-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


def test_no_other_page_names_one(world):
    answer = world.browser("chen").get("/")
    assert "manifest" not in answer.text + answer.headers["Content-Security-Policy"]


def test_it_names_the_company_its_icons_and_two_short_ways(world):
    answer = world.browser().get("/manifest.webmanifest")
    said = json.loads(answer.data)
    assert answer.mimetype == "application/manifest+json"
    assert [each["url"] for each in said["shortcuts"]] == ["/#scan", "/"]
    assert said["start_url"] == "/" and said["display"] == "standalone"
    for icon in said["icons"]:
        found = world.browser().get(icon["src"])
        assert found.status_code == 200 and found.mimetype == "image/png"


def test_it_speaks_the_readers_language(world):
    chen = world.browser("chen")
    chen.post("/language", data={"lang": "en", "csrf_token": csrf(chen.get("/").text)})
    assert json.loads(chen.get("/manifest.webmanifest").data)["lang"] == "en"
