"""The rules of signing in, of phones and of PINs that no page shows by itself."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from fieldforms.errors import NotFound, TooManyTries, WrongPassword, WrongPin
from fieldforms.errors import PinUsedUp as UsedUp
from fieldforms.flow.people import passwords, tries
from fieldforms.flow.people.sessions import (
    PIN_TRIES,
    TRIES,
    live_session,
    revoke_session,
    set_pin,
    sign_in,
    take_phone_back,
)
from fieldforms.store import clock, database
from fieldforms.store.models import Attempt, Audit, Session
from fieldforms.store.people import sessions
from tests.people import PASSWORD

HERE = ("Android", True, "127.0.0.1")
PIN = "274915"


@pytest.fixture
def phone(world) -> Session:
    """Chen's phone with its PIN, in a client's hands."""
    session, _token = sessions.begin_session(world.users["chen"], *HERE)
    set_pin(session, PIN)
    Session.update(handed_draft="a-draft").where(Session.id == session.id).execute()
    return Session.get_by_id(session.id)


def test_only_the_tokens_hash_is_kept(world):
    session, token = sign_in("chen", PASSWORD, *HERE)
    assert token not in str(Session.select().dicts().get())
    assert live_session(token) == session and live_session(session.token) is None


def test_parallel_guesses_count_before_they_are_looked_at(world):
    def guess(n):
        try:
            sign_in("chen", f"wrong {n}", *HERE)
        except (WrongPassword, TooManyTries) as refused:
            return type(refused)
        finally:
            database.release_connection()

    with ThreadPoolExecutor(4) as threads:
        refused = list(threads.map(guess, range(16)))
    assert WrongPassword in refused and TooManyTries in refused
    assert refused.count(WrongPassword) == TRIES


def test_a_right_password_forgives_the_wrong_ones_before(world):
    for _ in range(TRIES - 1):
        with pytest.raises(WrongPassword):
            sign_in("chen", "wrong", *HERE)
    sign_in("chen", PASSWORD, *HERE)
    with pytest.raises(WrongPassword):
        sign_in("chen", "wrong", *HERE)


def test_old_failures_do_not_pile_up(world):
    with clock.pretend_now(clock.now() - 2 * clock.DAY_MS), pytest.raises(WrongPassword):
        sign_in("chen", "wrong", *HERE)
    sign_in("zhou", PASSWORD, *HERE)
    assert Attempt.select().count() == 0


def test_a_throttled_try_is_not_counted_and_does_not_prolong_the_wait(world):
    for _ in range(3):
        tries.count_try({"k": 3})
    for _ in range(5):
        with pytest.raises(TooManyTries):
            tries.count_try({"k": 3})
    assert Attempt.select().count() == 3


def test_refusals_are_written_down_without_what_was_typed(world):
    with pytest.raises(WrongPassword):
        sign_in("nobody", "secret-typed", *HERE)
    line = Audit.get(Audit.action == "session.refused")
    assert line.actor_id is None and "secret-typed" not in str(line.detail) + line.ref


def test_the_pin_takes_the_phone_back(world, phone):
    take_phone_back(phone, PIN)
    assert Session.get_by_id(phone.id).handed_draft is None


def test_five_wrong_pins_and_only_the_password_helps(world, phone):
    for left in range(PIN_TRIES - 1, -1, -1):
        with pytest.raises(WrongPin) as wrong:
            take_phone_back(phone, "918273")
        assert wrong.value.values["left"] == left
    with pytest.raises(UsedUp):
        take_phone_back(phone, PIN)
    phone = Session.get_by_id(phone.id)
    with pytest.raises(UsedUp):
        take_phone_back(phone, PIN)
    with pytest.raises(WrongPassword):
        take_phone_back(phone, "", "wrong")
    take_phone_back(phone, "", PASSWORD)
    assert Session.get_by_id(phone.id).handed_draft is None


def test_the_password_cannot_be_tried_at_will_either(world, phone):
    for _ in range(TRIES):
        with pytest.raises(WrongPassword):
            take_phone_back(phone, "", "wrong")
    with pytest.raises(TooManyTries):
        take_phone_back(phone, "", PASSWORD)


def test_phones_of_others_are_revoked_by_leads_only(world, phone):
    for who in ("zhou", "sunmin", "shen", "wangjing"):
        with pytest.raises(NotFound):
            revoke_session(world.actor(who), phone.id)
    revoke_session(world.actor("gao"), phone.id)
    assert Session.get_by_id(phone.id).revoked_at


def test_a_pin_is_kept_as_a_slow_hash(world, phone):
    assert phone.pin.startswith(passwords.METHOD) and PIN not in phone.pin
