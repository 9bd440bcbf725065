"""The company's own logo where people sign in."""

import re
from dataclasses import replace

import pytest

from fieldforms import config
from fieldforms.logo_files import shrink_logo
from tests.logos import a_logo

IMAGE = re.compile(r'<img class="company-logo" src="([^"]+)" alt="([^"]+)">')


@pytest.fixture
def logo(world) -> bytes:
    body = shrink_logo(a_logo())
    config.use(replace(config.current, logo=body))
    return body


def test_who_signs_in_sees_whose_it_is(world, logo):
    browser = world.browser()
    address, name = IMAGE.findall(browser.get("/sign-in").text)[0]
    assert name == config.current.company
    answer = browser.get(address)
    assert answer.data == logo and answer.headers["Content-Type"] == "image/png"
    assert "immutable" in answer.headers["Cache-Control"]
    assert IMAGE.findall(browser.get("/sign-in?lang=en").text)[0][1] == config.current.company_en


def test_a_new_logo_has_a_new_address(world, logo):
    browser = world.browser()
    before = IMAGE.findall(browser.get("/sign-in").text)[0][0]
    config.use(replace(config.current, logo=shrink_logo(a_logo(size=(300, 300)))))
    assert IMAGE.findall(browser.get("/sign-in").text)[0][0] != before
    assert browser.get(before).status_code == 404


def test_without_one_nothing_is_there(world):
    browser = world.browser()
    page = browser.get("/sign-in").text
    assert "company-logo" not in page
    assert browser.get("/logo/.png").status_code == 404
    assert browser.get(f"/logo/{'0' * 16}.png").status_code == 404
