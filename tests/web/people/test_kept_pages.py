"""What a phone may keep, and whose it is: said to its worker only."""

import base64
import re

import pytest

from fieldforms.flow.people import accounts, sessions
from fieldforms.store.models import Room, User
from fieldforms.store.people.sessions import begin_session
from fieldforms.web import static
from tests.people import PASSWORD, csrf

WORKER = {"X-Worker": "1"}


def told(browser, address: str, **more):
    answer = browser.get(address, headers=WORKER, **more)
    return answer.headers.get("X-Owner"), answer.headers.get("X-Keep")


def id_of(login: str) -> str:
    return str(User.get(User.login == login).id)


def device_of(world) -> str:
    return f"/d/{world.office.code.code}"


def sheet_at(world) -> str:
    return f"/forms/service-contact/new?device={world.office.code.code}&another=1"


def test_devices_and_sheets_being_filled_may_be_kept(world):
    chen = world.browser("chen")
    assert told(chen, device_of(world)) == (id_of("chen"), "1")
    assert told(chen, sheet_at(world)) == (id_of("chen"), "1")


@pytest.mark.parametrize("address", ["/", "/records", "/statistics/mine", "/account", "/phone"])
def test_no_other_page_may(world, address):
    assert told(world.browser("chen"), address) == (id_of("chen"), None)


def test_nothing_confidential_may(world):
    chen = world.browser("chen")
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    assert told(chen, device_of(world))[1] is None
    assert told(chen, sheet_at(world))[1] is None


def test_a_stranger_sees_a_device_that_is_nobodys_to_keep(world):
    assert told(world.browser(), device_of(world)) == ("", None)
    assert told(world.browser("zhou"), device_of(world)) == (id_of("zhou"), None)


def test_a_page_without_a_worker_carries_none_of_it(world):
    answer = world.browser("chen").get(device_of(world))
    assert "X-Owner" not in answer.headers and "X-Keep" not in answer.headers


def test_a_phone_in_a_clients_hands_says_so(world):
    chen = world.browser("chen")
    number = world.waiting_sheet().number
    token = csrf(chen.get(f"/records/{number}/signature").text)
    chen.post(
        f"/records/{number}/handover", data={"csrf_token": token, "pin": "719346", "own_password": PASSWORD}
    )
    handed = chen.get("/", headers=WORKER, follow_redirects=True)
    assert (handed.headers["X-Owner"], handed.headers.get("X-Keep")) == ("handed", None)
    assert chen.get("/phone/key").status_code == 302


def test_a_session_ended_from_elsewhere_is_gone_and_one_that_ran_out_is_nobodys(world):
    chen, other, third = (world.browser(login) for login in ("chen", "sunmin", "zhou"))
    [session] = sessions.live_sessions_of(world.users["chen"])
    sessions.revoke_session(world.actor("admin"), session.id)
    assert told(chen, "/sign-in") == ("gone", None)
    elsewhere, _token = begin_session(world.users["zhou"], "Mac", False, "127.0.0.1")
    accounts.change_password(elsewhere, PASSWORD, "another correct horse")
    assert told(third, "/sign-in") == ("", None)
    with other.session_transaction() as cookie:
        cookie.clear()
    assert told(other, "/sign-in") == ("", None)


def test_each_person_has_a_key_of_their_own_and_always_the_same(world):
    keys = [world.browser(login).get("/phone/key").json for login in ("chen", "zhou", "chen")]
    assert [key["owner"] for key in keys] == [id_of("chen"), id_of("zhou"), id_of("chen")]
    assert len(base64.b64decode(keys[0]["key"])) == 32
    assert keys[0]["key"] == keys[2]["key"] != keys[1]["key"]
    assert world.browser().get("/phone/key").status_code == 401


def test_asking_for_the_key_is_no_page_to_come_back_to(world):
    browser = world.browser()
    browser.get("/phone/key", headers=WORKER | {"HX-Request": "true", "HX-Request-Type": "partial"})
    with browser.session_transaction() as cookie:
        assert not cookie.get("after_sign_in")


def test_a_sheet_sent_by_the_worker_is_answered_with_its_number_twice_the_same(world):
    chen = world.browser("chen")
    page = chen.get(sheet_at(world)).text
    uuid = re.search(r'data-draft="([^"]+)"', page)[1]
    body = {
        "csrf_token": csrf(page),
        "whole": "1",
        "version": "0",
        "editor": re.search(r'name="editor" value="([^"]+)"', page)[1],
        "definition": "service-contact",
        "record": re.search(r'name="record" value="([^"]+)"', page)[1],
        "device": str(world.office.device.id),
        **world.contact_answers(world.office, serviced_devices=world.office.code.code),
    }
    answers = [chen.post(f"/drafts/{uuid}/entry", data=body, headers=WORKER) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200], answers[0].text
    assert answers[0].json == answers[1].json and answers[0].json["number"].startswith("FW-")


def test_the_worker_is_never_kept_by_http_and_names_files_that_are_there(world):
    browser = world.browser()
    answer = browser.get("/sw.js")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
    assert answer.headers["Content-Type"] == "text/javascript" and static.digest() in answer.text
    named = set(re.findall(r'"(/static/[^"]+)"', answer.text))
    assert {
        f"/static/{static.digest()}/js/{name}.js" for name in ("app", "phone_store", "phone_sender")
    } <= named
    assert all(browser.get(path).status_code == 200 for path in named)
    assert sum(len(browser.get(path).data) for path in named) < 300_000


def test_the_page_of_the_phone_is_made_for_nobody(world):
    text = world.browser().get("/phone?lang=en").text
    assert 'data-owner=""' in text and "On this phone" in text
