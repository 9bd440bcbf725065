"""The server's clock jumps by two years: old links and sessions open nothing, order and numbers are kept."""

import pytest

from fieldforms.flow.completing import record_events, signature_requests
from fieldforms.flow.people import invitations
from fieldforms.flow.proof import verification
from fieldforms.store import clock, scope
from fieldforms.store.models import Entry
from fieldforms.store.record import records
from tests.people import csrf

TWO_YEARS = 2 * 365 * clock.DAY_MS
JUMPS = pytest.mark.parametrize("jump", [TWO_YEARS, -TWO_YEARS], ids=["ahead", "back"])


@JUMPS
def test_a_signing_link_is_dead(world, jump):
    waiting = world.waiting_sheet()
    _link, token = signature_requests.make_signing_link(world.actor("chen"), waiting.number)
    anyone = world.browser()
    page = anyone.get(f"/s/{token}")
    assert page.status_code == 200
    body = {"csrf_token": csrf(page.text), "shown": waiting.digest, "signer": "丁一", "typed": "1"}
    with clock.pretend_now(clock.now() + jump):
        for answer in (anyone.get(f"/s/{token}"), anyone.post(f"/s/{token}", data=body)):
            assert answer.status_code == 410
    assert Entry.select().where(Entry.record == waiting.record).count() == 1
    assert anyone.get(f"/s/{token}").status_code == 200


@JUMPS
def test_an_invitation_of_a_phone_is_dead(world, jump):
    token = invitations.invite_user(world.actor("gao"), world.users["chen"].id)
    with clock.pretend_now(clock.now() + jump):
        assert world.browser().get(f"/e/{token}").status_code == 410
    assert world.browser().get(f"/e/{token}").status_code == 200


@JUMPS
def test_a_session_is_over_and_one_can_sign_in_anew(world, jump):
    browser = world.browser("chen")
    with clock.pretend_now(clock.now() + jump):
        assert browser.get("/records").status_code == 401
        assert world.browser("chen").get("/records").status_code == 200


def test_wrong_passwords_of_a_clock_that_was_ahead_lock_nobody_out(world):
    anyone = world.browser()
    token = csrf(anyone.get("/sign-in").text)
    wrong = {"csrf_token": token, "login": "chen", "password": "wrong"}
    with clock.pretend_now(clock.now() + TWO_YEARS):
        assert [anyone.post("/sign-in", data=wrong).status_code for _ in range(6)][-1] == 429
    assert anyone.post("/sign-in", data=wrong).status_code == 422


@JUMPS
def test_entries_stay_in_the_order_in_which_they_were_sealed(world, jump):
    before = world.waiting_sheet()
    with clock.pretend_now(clock.now() + jump):
        world.waiting_sheet(arrival="2024-01-02T09:10" if jump < 0 else "2026-11-24T09:10")
        record_events.cancel_record(world.actor("chen"), before.number, "客户取消")
    world.waiting_sheet()
    entries = records.by_uuid(scope.SYSTEM, before.record).entries
    assert [(entry.row.seq, entry.outcome) for entry in entries] == [(1, "done"), (2, "cancelled")]
    in_chain = [row.chain_seq for row in Entry.select().order_by(Entry.id)]
    assert in_chain == [1, 2, 3, 4]
    assert list(verification.every_difference()) == []


@JUMPS
def test_numbers_are_of_the_month_the_clock_says_and_have_no_gap(world, jump):
    now = clock.now()
    first = world.waiting_sheet().number
    with clock.pretend_now(now + jump):
        during = world.waiting_sheet(arrival="2024-01-02T09:10" if jump < 0 else "2026-11-24T09:10").number
    after = world.waiting_sheet().number
    assert [number[-4:] for number in (first, during, after)] == ["0001", "0001", "0002"]
    assert first[:-4] == after[:-4] != during[:-4]
