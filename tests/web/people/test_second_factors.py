"""The second factor: a code of an authenticator app after the password, in each new session."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pyotp
import pytest

from fieldforms import config
from fieldforms.flow.people import second_factor_changes, second_factors
from fieldforms.flow.people.second_factors import (
    CODE_STEP_MS,
    CODE_TRIES,
    CODE_TRIES_EVERYWHERE,
    TIME_TO_SET_UP,
)
from fieldforms.store import clock
from fieldforms.store.models import Audit, RecoveryCode, Session, User
from fieldforms.store.people import accounts
from tests.audit_lines import lines_about
from tests.people import PASSWORD, csrf
from tests.web.hands import Reader
from tests.web.people.hands import PIN, invite, post, sign_in

NEW = "/account/second-factor/new"
ASKING = "/sign-in/code"
RECOVERY = re.compile(r'<div class="code unbroken">([^<]+)</div>')


@pytest.fixture
def required(settings):
    """In this house supervisors and administrators must have one."""
    return config.use(replace(settings, second_factor=("supervisor", "admin")))


class App:
    """On somebody's phone."""

    def __init__(self, page: str):
        self.secret = re.search(r'<p class="code">([A-Z2-7 ]+)</p>', page)[1].replace(" ", "")

    def code(self, later: int = 0) -> str:
        """The one that stands now, or so many steps later."""
        return pyotp.TOTP(self.secret).generate_otp(clock.now() // CODE_STEP_MS + later)


def set_up(browser) -> tuple[App, list[str]]:
    """(app, recovery codes)"""
    app = App(browser.get(f"{NEW}?again=1").text)
    answer = post(browser, NEW, NEW, factor_code=app.code(), own_password=PASSWORD)
    assert answer.status_code == 201
    assert 'class="language"' not in answer.text, "another language is another page, and they are shown once"
    return app, RECOVERY.findall(answer.text)


def show_code(browser, code: str, **more):
    return post(browser, ASKING, ASKING, factor_code=code, **more)


def at_the_second_step(world, login="gao", address="127.0.0.1"):
    """A browser in which the password was right."""
    browser = world.browser(phone=False)
    browser.environ_base["REMOTE_ADDR"] = address
    answer = sign_in(browser, login, next="/records")
    assert answer.location == "/sign-in/code?next=/records"
    return browser


def later(steps: int = 1):
    """So many codes later: each is taken once."""
    return clock.pretend_now(clock.now() + steps * CODE_STEP_MS)


def is_in(browser) -> bool:
    return browser.get("/account").status_code == 200


# Signing in


def test_after_the_password_the_app_is_asked_for_and_leads_on_to_where_one_was_going(world):
    app, _codes = set_up(world.browser("gao"))
    with later():
        browser = at_the_second_step(world)
        assert "高建国" in browser.get(ASKING).text
        answer = show_code(browser, f" {app.code()[:3]} {app.code()[3:]} ", next="/records")
        assert (answer.status_code, answer.location) == (303, "/records")
        assert is_in(browser)


def test_until_the_code_is_shown_one_is_nobody(world):
    set_up(world.browser("gao"))
    browser = at_the_second_step(world)
    for page in ("/account", "/records", "/people", NEW):
        assert browser.get(page).status_code == 401
    assert browser.get(f"/d/{world.office.code.code}").status_code == 200, "a label is open to everybody"
    assert browser.get("/sign-in").location.startswith(ASKING)


def test_the_cookie_of_the_first_step_is_worth_nothing_after_the_second(world):
    """Whoever knows the password could plant it in the browser of who has the app."""
    app, _codes = set_up(world.browser("gao"))
    with later():
        browser = at_the_second_step(world)
        planted = browser.get_cookie("__Host-fieldforms", "localhost").value
        show_code(browser, app.code())
        browser.set_cookie("__Host-fieldforms", planted)
        assert not is_in(browser)


def test_a_code_is_taken_once(world):
    app, _codes = set_up(world.browser("gao"))
    assert show_code(at_the_second_step(world), app.code()).status_code == 422, "it was used to set it up"
    with later():
        assert show_code(at_the_second_step(world), app.code()).status_code == 303
        assert show_code(at_the_second_step(world), app.code()).status_code == 422


def test_of_two_browsers_at_the_same_moment_one_gets_in_by_a_code(world):
    app, _codes = set_up(world.browser("gao"))
    with later():
        rows = [Session.get_by_id(world.browser("gao").session_row.id) for _ in range(2)]
        told = clock.now()

    def check(row) -> bool:
        with clock.pretend_now(told):
            try:
                return bool(second_factors.check_code(row, app.code(), "127.0.0.1"))
            except second_factors.WrongCode:
                return False

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(check, rows)) == [False, True]


@pytest.mark.parametrize(("steps", "status"), [(-1, 303), (0, 303), (1, 303), (-2, 422), (2, 422)])
def test_a_phones_clock_may_be_half_a_minute_off_and_no_more(world, steps, status):
    app, _codes = set_up(world.browser("gao"))
    with later(5):
        assert show_code(at_the_second_step(world), app.code(steps)).status_code == status


def test_wide_digits_of_a_chinese_keyboard_are_digits(world):
    app, _codes = set_up(world.browser("gao"))
    with later():
        wide = "".join(chr(ord(digit) + 0xFEE0) for digit in app.code())
        assert show_code(at_the_second_step(world), wide).status_code == 303


@pytest.mark.parametrize("typed", ["", "12345", "一二三四五六", "𝟏²③", "<b>1</b>", "1" * 5000, "０" * 7])
def test_what_is_no_code_is_refused_beside_its_input(world, typed):
    set_up(world.browser("gao"))
    answer = show_code(at_the_second_step(world), typed)
    assert answer.status_code == 422 and 'href="#f-factor_code"' in answer.text


def test_without_a_first_step_there_is_no_second(world):
    browser = world.browser()
    assert browser.get(ASKING).location.startswith("/sign-in")
    token = csrf(browser.get("/sign-in").text)
    answer = browser.post(ASKING, data={"csrf_token": token, "factor_code": "123456"})
    assert (answer.status_code, answer.location) == (303, "/sign-in")


@pytest.mark.parametrize("evil", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_the_second_step_leads_nowhere_else(world, evil):
    app, _codes = set_up(world.browser("gao"))
    with later():
        assert show_code(at_the_second_step(world), app.code(), next=evil).location == "/"


def test_who_gives_up_half_way_signs_out(world):
    set_up(world.browser("gao"))
    browser = at_the_second_step(world)
    assert post(browser, "/sign-out", ASKING).status_code == 303
    assert browser.get(ASKING).location.startswith("/sign-in")


def test_a_new_phone_by_its_one_time_code_is_asked_for_the_code_as_well(world):
    """One rule for every way in: else an open desk and a password would be enough."""
    app, _codes = set_up(world.browser("chen"))
    token, phone = invite(world), world.browser()
    answer = phone.post(f"/e/{token}", data={"csrf_token": csrf(phone.get(f"/e/{token}").text), "pin": PIN})
    assert answer.location.startswith(ASKING) and not is_in(phone)
    with later():
        assert show_code(phone, app.code()).status_code == 303
    assert is_in(phone)


def test_other_browsers_of_the_person_are_asked_once_it_is_set_up(world):
    other = world.browser("gao")
    app, _codes = set_up(world.browser("gao"))
    assert not is_in(other) and other.get("/sign-in").location.startswith(ASKING)
    with later():
        show_code(other, app.code())
    assert is_in(other)


def test_a_phone_in_a_clients_hands_is_asked_when_it_is_back(world):
    phone = world.browser("chen")
    draft = world.working_sheet("chen").uuid
    Session.update(handed_draft=draft).where(Session.id == phone.session_row.id).execute()
    set_up(world.browser("chen"))
    assert phone.get("/records").location == f"/drafts/{draft}"
    Session.update(handed_draft=None).where(Session.id == phone.session_row.id).execute()
    assert not is_in(phone)


# Guessing


def test_guesses_are_slowed_down_and_waiting_helps(world):
    app, _codes = set_up(world.browser("gao"))
    for _ in range(CODE_TRIES):
        assert show_code(at_the_second_step(world), "000000").status_code == 422
    with later():
        answer = show_code(at_the_second_step(world), app.code())
    assert answer.status_code == 429 and answer.headers["Retry-After"]
    with later(32):
        assert show_code(at_the_second_step(world), app.code()).status_code == 303


def test_guesses_from_everywhere_are_slowed_down_and_keep_nobody_out(world):
    """Somebody knows the password. The person gets in where they were in before, and everywhere by a recovery code."""
    app, codes = set_up(world.browser("gao"))
    for n in range(CODE_TRIES_EVERYWHERE):
        show_code(at_the_second_step(world, address=f"203.0.113.{n}"), "000000")
    with later():
        assert show_code(at_the_second_step(world, address="203.0.113.99"), app.code()).status_code == 429
        assert show_code(at_the_second_step(world), app.code()).status_code == 303, (
            "where they were in before"
        )
        elsewhere = at_the_second_step(world, address="198.51.100.7")
        assert show_code(elsewhere, codes[0]).status_code == 303


def test_guesses_of_recovery_codes_are_slowed_down(world):
    set_up(world.browser("gao"))
    browser = at_the_second_step(world)
    told = [show_code(browser, "ABCD-EFGH-JKMN-PQRS-TVWX-YZ23").status_code for _ in range(CODE_TRIES + 1)]
    assert told == [422] * CODE_TRIES + [429]


# Recovery codes


def test_a_recovery_code_stands_in_for_the_app_once(world):
    _app, codes = set_up(world.browser("gao"))
    assert len(set(codes)) == 10
    assert show_code(at_the_second_step(world), codes[3].lower().replace("-", " ")).status_code == 303
    assert show_code(at_the_second_step(world), codes[3]).status_code == 422
    assert lines_about("gao")[-1].detail == {"left": 9}


def test_recovery_codes_and_the_secret_are_not_kept_as_they_are(world):
    app, codes = set_up(world.browser("gao"))
    said = str([list(kind.select().dicts()) for kind in (RecoveryCode, User, Session, Audit)])
    assert app.secret not in said
    assert not [code for code in codes if code in said or code.replace("-", "") in said]


def test_a_new_batch_ends_the_old_one(world):
    browser = world.browser("gao")
    _app, codes = set_up(browser)
    [body] = [
        fields
        for action, fields in Reader(browser.get("/account/second-factor").text).forms
        if action.endswith("/codes")
    ]
    answer = browser.post("/account/second-factor/codes", data={**body, "own_password": PASSWORD})
    assert answer.status_code == 201 and len(RECOVERY.findall(answer.text)) == 10
    assert show_code(at_the_second_step(world), codes[0]).status_code == 422
    assert show_code(at_the_second_step(world), RECOVERY.findall(answer.text)[0]).status_code == 303


def test_somebody_elses_recovery_code_is_worth_nothing(world):
    _app, codes = set_up(world.browser("gao"))
    set_up(world.browser("shen"))
    assert show_code(at_the_second_step(world, "shen"), codes[0]).status_code == 422


def test_the_page_of_the_codes_opened_again_makes_no_other_secret_and_no_other_codes(world):
    browser = world.browser("gao")
    app, codes = set_up(browser)
    again = browser.get(NEW)
    assert again.location == "/account/second-factor" and "10" in browser.get(again.location).text
    sent_again = post(browser, NEW, "/account/second-factor", factor_code=app.code(), own_password=PASSWORD)
    assert (sent_again.status_code, sent_again.location) == (303, "/account/second-factor")
    assert show_code(at_the_second_step(world), codes[0]).status_code == 303, "those on paper are good"


def test_a_batch_sent_for_again_is_not_made_twice(world):
    browser = world.browser("gao")
    set_up(browser)
    shown = browser.get("/account/second-factor").text
    [body] = [fields for action, fields in Reader(shown).forms if action.endswith("/codes")]
    body["own_password"] = [PASSWORD]
    made = browser.post("/account/second-factor/codes", data=body)
    assert made.status_code == 201
    again = browser.post("/account/second-factor/codes", data=body)
    assert (again.status_code, again.location) == (303, "/account/second-factor")
    assert show_code(at_the_second_step(world), RECOVERY.findall(made.text)[0]).status_code == 303
    assert browser.get("/account/second-factor/codes").location == "/account/second-factor"


def test_the_codes_can_be_printed_and_copied(world):
    browser = world.browser("gao")
    app = App(browser.get(NEW).text)
    page = post(browser, NEW, NEW, factor_code=app.code(), own_password=PASSWORD).text
    copied = re.search(r'data-copy="([^"]+)"', page)[1].split("\n")
    assert copied == RECOVERY.findall(page) and "data-print" in page


# Setting it up


def test_it_is_set_up_once_the_app_has_shown_that_it_works(world):
    browser = world.browser("gao")
    app = App(browser.get(NEW).text)
    assert App(browser.get(NEW).text).secret == app.secret, "whoever comes back from the app finds the same"
    wrong = post(browser, NEW, NEW, factor_code="000000", own_password=PASSWORD)
    assert wrong.status_code == 422 and App(wrong.text).secret == app.secret
    assert accounts.by_login("gao").second_factor_at is None
    done = post(browser, NEW, NEW, factor_code=app.code(), own_password=PASSWORD)
    assert done.status_code == 201 and is_in(browser)


def test_setting_up_asks_for_the_own_password(world):
    browser = world.browser("gao")
    app = App(browser.get(NEW).text)
    answer = post(browser, NEW, NEW, factor_code=app.code(), own_password="wrong")
    assert answer.status_code == 422 and accounts.by_login("gao").second_factor_at is None


def test_another_app_takes_the_place_of_the_old_one(world):
    browser = world.browser("gao")
    old, old_codes = set_up(browser)
    assert f"{NEW}?again=1" in browser.get("/account/second-factor").text
    new, _codes = set_up(browser)
    with later():
        assert show_code(at_the_second_step(world), old.code()).status_code == 422
        assert show_code(at_the_second_step(world), old_codes[0]).status_code == 422
        assert show_code(at_the_second_step(world), new.code()).status_code == 303


def test_who_need_not_have_one_can_give_it_up(world):
    browser = world.browser("gao")
    set_up(browser)
    page = browser.get("/account/second-factor")
    assert "取消两步验证" in page.text and "10" in page.text
    answer = post(browser, "/account/second-factor/removal", "/account/second-factor", own_password=PASSWORD)
    assert answer.status_code == 303 and sign_in(world.browser(), "gao").location == "/"
    assert RecoveryCode.select().count() == 0


# Where the role must have one


def test_whose_role_must_have_one_is_led_to_setting_it_up_and_has_a_week(world, required):
    browser = world.browser(phone=False)
    answer = sign_in(browser, "gao", next="/records")
    assert answer.location == f"{NEW}?next=/records"
    page = browser.get(answer.location).text
    assert "您的角色必须有两步验证" in page and 'href="/records"' in page
    assert browser.get("/records").status_code == 200
    assert sign_in(world.browser(), "chen").location == "/", "a technician need not"


def test_when_the_week_is_over_nothing_else_is_reached(world, required):
    browser = world.browser(phone=False)
    sign_in(browser, "gao")
    with clock.pretend_now(clock.now() + TIME_TO_SET_UP + 1):
        sign_in(browser, "gao")
        assert browser.get("/records").location == NEW
        refused = browser.post(
            f"/people/{world.users['zhou'].id}/invitation", data={"csrf_token": csrf(browser.get(NEW).text)}
        )
        assert refused.status_code == 403
        assert browser.get("/people").location == NEW and 'href="/people"' not in browser.get(NEW).text
        set_up(browser)
        assert browser.get("/records").status_code == 200


def test_no_other_browser_and_no_other_day_begins_a_week_of_its_own(world, required):
    sign_in(world.browser(phone=False), "gao")
    with clock.pretend_now(clock.now() + TIME_TO_SET_UP - clock.HOUR):
        other = world.browser(phone=False)
        sign_in(other, "gao")
        assert other.get("/records").status_code == 200
        with clock.pretend_now(clock.now() + 2 * clock.HOUR):
            assert other.get("/records").location == NEW
            phone, token = world.browser(), invite(world, "gao")
            page = phone.get(f"/e/{token}").text
            phone.post(f"/e/{token}", data={"csrf_token": csrf(page), "pin": PIN})
            assert phone.get("/records").location == NEW, "nor does a new phone"


def test_who_was_signed_in_before_it_was_asked_for_had_the_time_since_then(world, settings):
    browser = world.browser("gao")
    config.use(replace(settings, second_factor=("supervisor",)))
    assert browser.get("/records").status_code == 200
    with clock.pretend_now(clock.now() + TIME_TO_SET_UP + 1):
        assert browser.get("/records").location == NEW


def test_whose_role_must_have_one_cannot_give_it_up(world, required):
    browser = world.browser("gao")
    set_up(browser)
    assert "取消两步验证" not in browser.get("/account/second-factor").text
    answer = post(browser, "/account/second-factor/removal", own_password=PASSWORD)
    assert answer.status_code == 409 and "不能取消" in answer.text
    assert accounts.by_login("gao").second_factor_at


# Lost


def reset(browser, user, **typed):
    return post(browser, f"/people/{user.id}/second-factor", **typed)


def test_a_supervisor_takes_it_from_a_technician_who_lost_it(world):
    chen = world.users["chen"]
    phone = world.browser("chen")
    set_up(phone)
    gao = world.browser("gao")
    assert f"/people/{chen.id}/second-factor" in gao.get(f"/people/{chen.id}").text
    assert reset(gao, chen).status_code == 422, "the own password is asked for"
    assert reset(gao, chen, own_password=PASSWORD).status_code == 303
    assert lines_about("chen")[-1].action == "second_factor.reset"
    assert not is_in(phone) and sign_in(world.browser(), "chen").location == "/"


def test_nobody_takes_it_from_who_is_above_them_or_from_themselves(world):
    gao = world.browser("gao")
    for login in ("admin", "shen", "gao"):
        set_up(gao if login == "gao" else world.browser(login))
        assert reset(gao, world.users[login], own_password=PASSWORD).status_code == 404
        assert gao.get(f"/people/{world.users[login].id}/second-factor").status_code == 404


def test_after_a_reset_there_is_no_week_where_the_role_must_have_one(world, required):
    set_up(world.browser("gao"))
    second_factor_changes.reset_by_login("GAO")
    browser = world.browser(phone=False)
    assert sign_in(browser, "gao").location.startswith(NEW)
    assert browser.get("/records").location == NEW


def test_with_another_secret_key_the_app_is_refused_in_words_and_a_recovery_code_gets_in(world, settings):
    app, codes = set_up(world.browser("gao"))
    config.use(replace(settings, secret_key="another secret, another secret, another"))
    with later():
        answer = show_code(at_the_second_step(world), app.code())
        assert answer.status_code == 409 and "请用备用码登录" in answer.text
        assert show_code(at_the_second_step(world), codes[0]).status_code == 303
