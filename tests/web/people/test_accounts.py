"""One's own account: devices, password, PIN."""

import pytest

from fieldforms.flow.people.sessions import TRIES
from fieldforms.store import clock
from fieldforms.store.models import Session
from fieldforms.store.people import accounts, sessions
from tests.people import PASSWORD
from tests.web.people.hands import PIN, change_session, invite, post, sign_in

SUMMARY = "data-error-summary"


@pytest.mark.parametrize("url", ["/account", "/account/password", "/account/pin"])
def test_an_account_is_its_owners(world, url):
    assert world.browser().get(url).status_code == 401


def test_the_account_lists_ones_devices_and_marks_this_one(world):
    world.browser("zhou")
    browser = world.browser("chen")
    sessions.begin_session(world.users["chen"], "iPhone", True, "10.0.0.1")
    text = browser.get("/account").text
    assert text.count("本机</span>") == 1
    assert "iPhone" in text and "技术员" in text and text.count("/revocation") == 2


def test_expired_devices_are_not_listed(world):
    browser, old = world.browser("chen"), world.browser("chen")
    change_session(old, seen_at=clock.now() - 31 * clock.DAY_MS)
    assert browser.get("/account").text.count("/revocation") == 1


def test_a_lost_phone_is_out_at_its_next_request(world):
    lost, browser = world.browser("chen"), world.browser("chen", confirmed=True)
    answer = post(browser, f"/account/phones/{lost.session_row.id}/revocation")
    assert answer.status_code == 303
    assert lost.get("/account").status_code == 401
    assert browser.get("/account").status_code == 200


def test_revoking_this_very_phone_is_signing_out(world):
    browser = world.browser("chen")
    answer = post(browser, f"/account/phones/{browser.session_row.id}/revocation")
    assert answer.location == "/sign-in"
    assert browser.get("/account").status_code == 401


@pytest.mark.parametrize("who", ["chen", "gao", "admin"])
def test_somebody_elses_phone_is_not_among_ones_own(world, who):
    other = world.browser("zhou")
    assert post(world.browser(who), f"/account/phones/{other.session_row.id}/revocation").status_code == 404
    assert post(world.browser(who), f"/account/phones/{10**30}/revocation").status_code == 404
    assert other.get("/account").status_code == 200


def test_a_new_password_needs_the_old_one_and_signs_the_others_out(world):
    browser, other = world.browser("chen"), world.browser("chen")
    token = invite(world)
    answer = post(browser, "/account/password", old=PASSWORD, new="a much longer horse")
    assert (answer.status_code, answer.location) == (303, "/account")
    assert browser.get("/account").status_code == 200 and other.get("/account").status_code == 401
    assert sign_in(world.browser()).status_code == 422
    assert sign_in(world.browser(), password="a much longer horse").status_code == 303
    assert world.browser().get(f"/e/{token}").status_code == 410


@pytest.mark.parametrize(
    ("old", "new", "anchor", "words"),
    [
        ("wrong", "a much longer horse", "old", "现在的密码不对。"),
        ("", "a much longer horse", "old", "请填写现在的密码。"),
        (PASSWORD, "", "new", "请填写新密码。"),
        (PASSWORD, "short", "new", "密码至少要有 10 个字符。"),
        (PASSWORD, "1234567890", "new", "太常见"),
    ],
)
def test_a_password_that_cannot_be_is_refused_beside_its_field(world, old, new, anchor, words):
    answer = post(world.browser("chen"), "/account/password", old=old, new=new)
    assert answer.status_code == 422
    assert f'href="#f-{anchor}"' in answer.text and words in answer.text
    assert accounts.by_login("chen").password == world.users["chen"].password


def test_the_old_password_cannot_be_tried_at_will(world):
    browser = world.browser("chen")
    for _ in range(TRIES):
        post(browser, "/account/password", old="wrong", new="a much longer horse")
    answer = post(browser, "/account/password", old=PASSWORD, new="a much longer horse")
    assert answer.status_code == 429 and answer.headers["Retry-After"]


def test_a_phone_without_a_pin_is_offered_one(world):
    browser = world.browser("chen")
    assert "这台手机还没有 PIN" in browser.get("/account").text
    assert post(browser, "/account/pin", pin=PIN, own_password=PASSWORD).status_code == 303
    assert "这台手机还没有 PIN" not in browser.get("/account").text
    assert Session.get_by_id(browser.session_row.id).pin


def test_a_poor_pin_is_refused_on_the_account_too(world):
    answer = post(world.browser("chen"), "/account/pin", pin="111111", own_password=PASSWORD)
    assert answer.status_code == 422 and "容易被猜到" in answer.text


def test_no_page_of_an_account_is_kept_by_the_browser(world):
    for url in ("/account", "/account/pin", "/account/password"):
        assert world.browser("chen").get(url).headers["Cache-Control"] == "no-store"
    assert world.browser().get("/sign-in").headers["Cache-Control"] == "no-store"
