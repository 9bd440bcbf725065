"""A new phone is enrolled by a code, once, with a PIN."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from fieldforms.flow.people import tries
from fieldforms.flow.people.accounts import set_disabled
from fieldforms.store import clock
from fieldforms.store.models import Audit, Link, Session
from fieldforms.store.people import accounts
from tests.people import csrf
from tests.web.people.hands import PIN, change_session, invite

SUMMARY = "data-error-summary"


def enrol(browser, token, pin=PIN):
    return browser.post(f"/e/{token}", data={"csrf_token": csrf(browser.get(f"/e/{token}").text), "pin": pin})


def test_a_new_phone_scans_the_code_chooses_a_pin_and_is_signed_in(world):
    browser, token = world.browser(), invite(world)
    shown = browser.get(f"/e/{token}")
    assert shown.status_code == 200 and "陈志远" in shown.text and "Set-Cookie" in shown.headers
    answer = enrol(browser, token)
    assert (answer.status_code, answer.location) == (303, "/")
    assert "陈志远" in browser.get("/account").text
    session = Session.get()
    assert session.phone and session.pin and PIN not in session.pin


def test_looking_at_the_code_consumes_nothing(world):
    token = invite(world)
    for _ in range(3):
        world.browser().get(f"/e/{token}")
        world.browser().head(f"/e/{token}")
    assert enrol(world.browser(), token).status_code == 303


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "abcdef", "123456", "000000", "112233"])
def test_a_poor_pin_is_refused_and_the_code_stays_good(world, pin):
    browser, token = world.browser(), invite(world)
    answer = enrol(browser, token, pin)
    assert answer.status_code == 422 and 'href="#f-pin"' in answer.text
    assert Session.select().count() == 0
    assert enrol(browser, token).status_code == 303


def test_the_token_itself_is_not_kept(world):
    token = invite(world)
    assert token not in str(list(Link.select().dicts())) + str(list(Audit.select().dicts()))


def test_a_code_works_once(world):
    token = invite(world)
    enrol(world.browser(), token)
    answer = world.browser().get(f"/e/{token}")
    assert answer.status_code == 410 and "已经用过" in answer.text


def test_a_code_dies_after_fifteen_minutes(world):
    token, browser = invite(world), world.browser()
    page = browser.get(f"/e/{token}").text
    with clock.pretend_now(clock.now() + 15 * clock.MINUTE + 1):
        assert "已过期" in browser.get(f"/e/{token}").text
        answer = browser.post(f"/e/{token}", data={"csrf_token": csrf(page), "pin": PIN})
        assert answer.status_code == 410
    assert Session.select().count() == 0


def test_a_newer_code_kills_the_older(world):
    older, newer = invite(world), invite(world)
    answer = world.browser().get(f"/e/{older}")
    assert answer.status_code == 410 and "已被收回" in answer.text
    assert world.browser().get(f"/e/{newer}").status_code == 200


def test_a_code_of_somebody_disabled_since_is_dead(world):
    token = invite(world)
    set_disabled(world.actor("admin"), world.users["chen"].id, True)
    assert world.browser().get(f"/e/{token}").status_code == 410


def test_unknown_codes_are_404_and_cannot_be_tried_at_will(world):
    browser, token = world.browser(), invite(world)
    for n in range(tries.GUESSES):
        assert browser.get(f"/e/guess{n}").status_code == 404
    assert browser.get("/e/guess").status_code == 429
    other = world.browser()
    other.environ_base["REMOTE_ADDR"] = "203.0.113.9"
    assert other.get(f"/e/{token}").status_code == 200


def test_a_signing_links_token_enrols_nobody(world):
    Link.create(
        token=accounts.hash_token("t"), purpose="sign", created_at=1, expires_at=clock.now() + clock.DAY_MS
    )
    assert world.browser().get("/e/t").status_code == 404


def test_of_sixteen_phones_that_scan_one_code_at_once_one_gets_in(world, app):
    token = invite(world)

    def use(_n):
        with app.app_context():
            return enrol(world.browser(), token).status_code

    with ThreadPoolExecutor(8) as threads:
        statuses = list(threads.map(use, range(16)))
    assert statuses.count(303) == 1 and set(statuses) <= {303, 410, 500} and 500 not in statuses
    assert Session.select().count() == 1


def test_a_phone_that_changes_hands_says_so_and_signs_the_other_out(world):
    browser, token = world.browser("zhou"), invite(world)
    assert "周海燕" in browser.get(f"/e/{token}").text
    enrol(browser, token)
    assert Session.get_by_id(browser.session_row.id).revoked_at
    assert "陈志远" in browser.get("/account").text


def test_a_handed_over_phone_cannot_be_enrolled(world):
    browser, token = world.browser("chen"), invite(world, "zhou")
    page = browser.get("/account").text
    change_session(browser, handed_draft="some-draft")
    assert browser.get(f"/e/{token}").status_code == 302
    assert browser.post(f"/e/{token}", data={"csrf_token": csrf(page), "pin": PIN}).status_code == 403
