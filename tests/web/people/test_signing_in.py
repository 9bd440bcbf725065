"""Signing in and out, where it leads, and how long one stays in."""

import re
from contextlib import contextmanager

import psycopg
import pytest

from fieldforms import config
from fieldforms.flow.people.sessions import ADDRESS_TRIES, NAME_TRIES, TRIES, TRIES_OF_ATTACKED_NAME
from fieldforms.store import clock, database
from fieldforms.store.models import Session, User
from tests.people import PASSWORD, csrf
from tests.web.people.hands import PIN, READ_ONLY, change_session, post, sign_in

SUMMARY = "data-error-summary"


def cookie(browser) -> str:
    return browser.get_cookie("__Host-fieldforms", "localhost").value


# Signing in


def test_a_technician_signs_in_and_sees_the_tasks(world):
    browser = world.browser()
    answer = sign_in(browser)
    assert (answer.status_code, answer.location) == (303, "/")
    assert "陈志远" in browser.get("/").text


def test_the_name_may_be_typed_in_capitals_full_width_and_with_spaces(world):
    assert sign_in(world.browser(), " ＣＨＥＮ ").status_code == 303


@pytest.mark.parametrize(
    ("login", "password"),
    [("chen", "wrong"), ("nobody", PASSWORD), ("lihua", PASSWORD), ("c\x00hen'--", PASSWORD)],
)
def test_wrong_passwords_unknown_and_disabled_people_are_refused_in_the_same_words(world, login, password):
    answer = sign_in(world.browser(), login, password)
    assert answer.status_code == 422
    assert "用户名或密码不对。" in answer.text
    assert SUMMARY in answer.text and 'href="#f-login"' in answer.text and "<title>错误：" in answer.text
    assert Session.select().count() == 0


def test_the_pages_for_unknown_names_and_wrong_passwords_do_not_differ(world):
    def without_tokens(text):
        return re.sub(r'(value|content)="[^"]{60,}"|X-CSRFToken[^}]*', "", text).replace("nobody", "chen")

    wrong, unknown = sign_in(world.browser(), "chen", "wrong"), sign_in(world.browser(), "nobody", "wrong")
    assert without_tokens(wrong.text) == without_tokens(unknown.text)


def test_empty_fields_are_named_and_what_was_typed_stays_but_never_the_password(world):
    answer = sign_in(world.browser(), "chen", "")
    assert answer.status_code == 422
    assert 'href="#f-password"' in answer.text and 'value="chen"' in answer.text
    assert "secret-typed" not in sign_in(world.browser(), "", "secret-typed").text


def test_the_sign_in_page_speaks_the_browsers_language(world):
    assert 'lang="en"' in world.browser().get("/sign-in", headers={"Accept-Language": "en-GB"}).text


def test_the_sixth_try_waits_and_says_how_long_even_with_the_right_password(world):
    browser = world.browser()
    for _ in range(TRIES):
        assert sign_in(browser, password="wrong").status_code == 422
    answer = sign_in(browser)
    assert answer.status_code == 429
    assert "15 分钟" in answer.text and answer.headers["Retry-After"] == "900"
    assert sign_in(browser, "zhou").status_code == 303, "others at the same address may go on"


def test_waiting_helps(world):
    browser = world.browser()
    for _ in range(TRIES):
        sign_in(browser, password="wrong")
    with clock.pretend_now(clock.now() + 16 * clock.MINUTE):
        assert sign_in(browser).status_code == 303


def test_a_stranger_elsewhere_cannot_keep_somebody_out(world):
    stranger = world.browser()
    stranger.environ_base["REMOTE_ADDR"] = "203.0.113.9"
    for _ in range(TRIES + 1):
        sign_in(stranger, password="wrong")
    assert sign_in(stranger).status_code == 429
    assert sign_in(world.browser()).status_code == 303


def wrong_tries_from_everywhere(world, login: str, tries: int) -> None:
    for n in range(tries):
        stranger = world.browser()
        stranger.environ_base["REMOTE_ADDR"] = f"203.0.113.{n}"
        sign_in(stranger, login, password="wrong")


def test_many_strangers_in_many_places_cannot_keep_somebody_out_where_they_were_signed_in(world):
    sign_in(world.browser())
    wrong_tries_from_everywhere(world, "chen", NAME_TRIES + 1)
    assert sign_in(world.browser()).status_code == 303


def browser_at(world, address: str):
    browser = world.browser()
    browser.environ_base["REMOTE_ADDR"] = address
    return browser


def test_many_strangers_in_many_places_cannot_keep_somebody_out_where_they_never_were(world):
    """Thirty wrong tries every quarter of an hour would else lock anybody out whose name is known."""
    for _ in range(2):
        wrong_tries_from_everywhere(world, "chen", NAME_TRIES + 5)
    assert sign_in(browser_at(world, "198.51.100.7")).status_code == 303


def test_while_a_name_is_tried_from_everywhere_each_place_has_fewer_tries(world):
    wrong_tries_from_everywhere(world, "chen", NAME_TRIES)
    guesser = browser_at(world, "198.51.100.7")
    told = [sign_in(guesser, password="wrong").status_code for _ in range(TRIES_OF_ATTACKED_NAME + 1)]
    assert told == [422] * TRIES_OF_ATTACKED_NAME + [429]
    assert sign_in(guesser, "zhou").status_code == 303


def test_who_guesses_at_ones_own_address_cannot_keep_one_out_of_ones_own_browser(world):
    """An office, or a telephone network, shares an address."""
    own = world.browser()
    sign_in(own)
    post(own, "/sign-out")
    stranger = world.browser()
    for n in range(ADDRESS_TRIES + 1):
        sign_in(stranger, "chen" if n < TRIES else f"name{n}", password="wrong")
    assert sign_in(stranger).status_code == 429
    assert sign_in(own).status_code == 303


def test_ones_own_browser_has_no_more_tries_than_any_other(world):
    own = world.browser()
    sign_in(own)
    post(own, "/sign-out")
    told = [sign_in(own, password="wrong").status_code for _ in range(TRIES + 1)]
    assert told == [422] * TRIES + [429]
    assert sign_in(own, "zhou").status_code == 303, "and it is one person's own"


def test_a_household_counts_as_one_address_whatever_its_phones_call_themselves(world):
    """Each of them has a whole network of IPv6 addresses."""
    for n in range(TRIES):
        sign_in(browser_at(world, f"2001:db8::{n + 1}"), password="wrong")
    assert sign_in(browser_at(world, "2001:db8::99")).status_code == 429
    assert sign_in(browser_at(world, "2001:db8:0:1::1")).status_code == 303


def test_one_address_cannot_try_many_names(world):
    browser = world.browser()
    for n in range(ADDRESS_TRIES):
        sign_in(browser, f"name{n}", "wrong")
    assert sign_in(browser, "another").status_code == 429


def test_right_passwords_are_no_failures(world):
    for _ in range(TRIES + 1):
        assert sign_in(world.browser()).status_code == 303


def test_signing_in_needs_the_pages_token(world):
    answer = world.browser().post("/sign-in", data={"login": "chen", "password": PASSWORD})
    assert answer.status_code == 419


def test_the_session_changes_at_sign_in_and_a_planted_one_is_worth_nothing(world):
    browser = world.browser()
    browser.get("/sign-in")
    with browser.session_transaction() as planted:
        planted["planted"] = "by somebody"
    before = cookie(browser)
    sign_in(browser)
    assert cookie(browser) != before
    with browser.session_transaction() as now:
        assert "planted" not in now
    browser.set_cookie("__Host-fieldforms", before)
    assert browser.get("/account").status_code == 401


def test_signing_in_as_somebody_else_ends_the_session_before(world):
    browser = world.browser("zhou")
    answer = browser.post(
        "/sign-in",
        data={"csrf_token": csrf(browser.get("/account").text), "login": "chen", "password": PASSWORD},
    )
    assert answer.status_code == 303
    assert Session.get_by_id(browser.session_row.id).revoked_at
    assert "陈志远" in browser.get("/account").text


def test_the_cookie_is_kept_from_scripts_and_other_sites(world):
    header = sign_in(world.browser()).headers["Set-Cookie"]
    assert all(word in header for word in ("__Host-", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"))


@pytest.mark.parametrize("phone", [True, False])
def test_the_session_knows_a_phone_from_a_desk(world, phone):
    sign_in(world.browser(phone=phone))
    assert Session.get().phone is phone


# Where one was going


@pytest.mark.parametrize("wanted", ["/account", "/people/1?x=1", "/find?code=%E6%8A%95%E5%BD%B1"])
def test_sign_in_leads_on_to_the_page_one_wanted(world, wanted):
    assert sign_in(world.browser(), "gao", next=wanted).location == wanted


@pytest.mark.parametrize(
    "evil",
    [
        "https://evil.example", "//evil.example", "/\\evil.example", "///evil.example", "\\\\evil.example", "/\t/evil.example",
        "javascript:alert(1)", "/%2F/evil.example", "/%5Cevil.example", "evil.example", "/sign-out", "/nowhere", "/[", " //evil",
        "http:evil.example", "/%0d%0aSet-Cookie:x=1",
    ],
)  # fmt: skip
def test_sign_in_never_leads_elsewhere(world, evil):
    browser = world.browser()
    assert sign_in(browser, next=evil).location == "/"
    with browser.session_transaction() as session:
        session["after_sign_in"] = evil
    post(browser, "/sign-out")
    with browser.session_transaction() as session:
        session["after_sign_in"] = evil
    assert sign_in(browser).location == "/"


def test_a_page_that_needs_an_account_leads_back_to_itself(world):
    browser = world.browser()
    assert browser.get("/account/pin").status_code == 401
    assert sign_in(browser).location == "/account/pin"


def test_after_the_cookies_went_an_autosave_offers_sign_in_and_leads_back_to_the_draft(world):
    draft = world.working_sheet("chen")
    browser = world.browser()
    headers = {
        "HX-Request": "true",
        "HX-Request-Type": "partial",
        "HX-Current-URL": f"https://ff.example.cn/drafts/{draft.uuid}?x=1",
    }
    answer = browser.post(f"/drafts/{draft.uuid}", data={"request": "…"}, headers=headers)
    assert answer.status_code == 419
    assert (
        "<html" not in answer.text
        and 'href="/sign-in"' in answer.text
        and 'name="password"' not in answer.text
    )
    assert sign_in(browser).location == f"/drafts/{draft.uuid}?x=1"


@pytest.mark.parametrize(
    "evil", ["https://[", "//evil.example", "https://ff.example.cn//evil.example", "x" * 9000]
)
def test_a_forged_current_page_leads_nowhere(world, evil):
    browser = world.browser()
    browser.post("/drafts/1", headers={"HX-Request": "true", "HX-Current-URL": evil})
    assert sign_in(browser).location == "/"


def test_who_is_signed_in_is_led_on_from_the_sign_in_page(world):
    assert world.browser("chen").get("/sign-in?next=/account").location == "/account"
    assert world.browser("chen").get("/sign-in?next=//evil.example").location == "/"


# Staying in, and being put out


def test_a_phone_stays_in_thirty_days_idle_and_a_desk_twelve_hours(world):
    for phone, idle in ((True, 30 * clock.DAY_MS), (False, 12 * clock.HOUR)):
        browser = world.browser("chen", phone=phone)
        change_session(browser, seen_at=clock.now() - idle + clock.MINUTE)
        assert browser.get("/account").status_code == 200
        change_session(browser, seen_at=clock.now() - idle - clock.MINUTE)
        assert browser.get("/account").status_code == 401


def test_however_busy_a_phone_ends_after_180_days_and_a_desk_after_seven(world):
    for phone, most in ((True, 180 * clock.DAY_MS), (False, 7 * clock.DAY_MS)):
        browser = world.browser("chen", phone=phone)
        change_session(browser, created_at=clock.now() - most + clock.MINUTE)
        assert browser.get("/account").status_code == 200
        change_session(browser, created_at=clock.now() - most - clock.MINUTE)
        assert browser.get("/account").status_code == 401


def test_each_visit_is_seen_but_not_written_every_time(world):
    browser = world.browser("chen")
    change_session(browser, seen_at=clock.now() - clock.HOUR)
    browser.get("/account")
    seen = Session.get_by_id(browser.session_row.id).seen_at
    assert clock.now() - seen < clock.MINUTE
    browser.get("/account")
    assert Session.get_by_id(browser.session_row.id).seen_at == seen


def test_a_disabled_person_is_out_at_the_next_request(world):
    browser = world.browser("chen")
    assert browser.get("/account").status_code == 200
    User.update(disabled_at=clock.now()).where(User.login == "chen").execute()
    assert browser.get("/account").status_code == 401


def test_signing_out_ends_the_session_everywhere_its_cookie_may_be(world):
    browser = world.browser("chen")
    kept = cookie(browser)
    answer = post(browser, "/sign-out")
    assert (answer.status_code, answer.location) == (303, "/sign-in")
    browser.set_cookie("__Host-fieldforms", kept)
    assert browser.get("/account").status_code == 401


def test_signing_out_clears_the_browsers_storage_over_https_only(world):
    secure = post(world.browser("chen"), "https://localhost/sign-out")
    assert (
        secure.headers["Clear-Site-Data"] == '"cache"'
    )  # storage has others' unsent sheets, sealed for them
    assert "Clear-Site-Data" not in post(world.browser("chen"), "/sign-out").headers


def test_signing_out_twice_is_harmless(world):
    browser = world.browser()
    assert post(browser, "/sign-out", "/sign-in").status_code == 303


def test_nobody_is_signed_out_by_a_link(world):
    browser = world.browser("chen")
    assert browser.get("/sign-out").status_code == 405
    assert browser.post("/sign-out").status_code == 419
    assert browser.get("/account").status_code == 200


# While the database takes no writes, or no questions


def test_who_is_signed_in_can_still_read_where_nothing_can_be_written(world):
    browser = world.browser("chen")
    Session.update(seen_at=clock.now() - clock.HOUR).execute()  # the visit would be written down
    database.database.execute_sql(READ_ONLY[database.dialect_of()])
    answer = browser.get("/account")
    assert answer.status_code == 200 and "陈志远" in answer.text
    refused = post(browser, "/account/pin", pin=PIN, own_password=PASSWORD)
    assert refused.status_code == 507 and "服务器存储已满或不可写" in refused.text


def test_a_refusal_is_a_page_even_if_nobody_can_be_looked_up(world, monkeypatch):
    browser = world.browser("chen")
    with held(monkeypatch):
        answer = browser.get("/account")
    assert answer.status_code == 503 and answer.headers["Retry-After"]
    assert "系统正忙" in answer.text and "陈志远" not in answer.text
    assert browser.get("/account").status_code == 200


@contextmanager
def held(monkeypatch):
    """Somebody else holds the sessions, and we don't wait long."""
    url = config.current.database
    database.database.close()
    if database.dialect_of() == "sqlite":
        monkeypatch.setattr(database.database.obj, "_pragmas", [("busy_timeout", 50)])
        other = database.peewee.sqlite3.connect(url.removeprefix("sqlite:///"))
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
    else:
        other = psycopg.connect(url)
        other.execute("LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE")
        database.database.execute_sql("SET lock_timeout = '50ms'")
    yield
    other.rollback()
    other.close()


def test_the_sign_in_page_lets_one_choose_and_then_the_accounts_language_counts(world):
    browser = world.browser()
    token = csrf(browser.get("/sign-in").text)
    browser.post("/language", data={"csrf_token": token, "lang": "en", "next": "/sign-in"})
    page = browser.get("/sign-in").text
    assert "<h1>Sign in</h1>" in page
    body = {"csrf_token": csrf(page), "login": "chen", "password": PASSWORD}
    assert browser.post("/sign-in", data=body).status_code == 303
    assert "<h1>我的任务</h1>" in browser.get("/").text
    User.update(language="en").where(User.login == "chen").execute()
    assert "<h1>My tasks</h1>" in browser.get("/").text
