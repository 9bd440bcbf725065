"""What a passer-by at an open desk must not do: it asks for one's own password, and nothing happens before."""

import re
from html import unescape

import pytest

from fieldforms.flow.local_time import today
from fieldforms.store import clock
from fieldforms.store.models import Assignment, Deputy, Session
from tests.people import PASSWORD, csrf, post_opened


def rows_of_rights() -> list:
    """Who sees what, from which browser, and who stands in for whom."""
    sessions = Session.select(Session.id, Session.revoked_at, Session.pin).order_by(Session.id)
    served = Assignment.select(Assignment.user, Assignment.client, Assignment.until).order_by(Assignment.id)
    named = Deputy.select(Deputy.deputy, Deputy.ended_at)
    return [list(rows.tuples()) for rows in (sessions, served, named)]


def assign_clients(world):
    return f"/people/{world.users['chen'].id}/clients", {"client": [str(world.university.client.id)]}


def assign_technicians(world):
    return f"/clients/{world.university.client.id}/technicians", {"technician": [str(world.users["chen"].id)]}


def put_phone_out(world):
    lost = world.browser("chen").session_row.id
    chen = world.users["chen"].id
    return f"/people/{chen}/phones/{lost}/revocation", {}


def put_own_phone_out(world):
    return f"/account/phones/{world.browser('gao').session_row.id}/revocation", {}


def set_pin(world):
    return "/account/pin", {"pin": "274915"}


def set_first_pin(world):
    number = world.waiting_sheet().number
    return f"/records/{number}/handover", {"pin": "274915"}


def name_deputy(world):
    given = {"deputy": str(world.users["shen"].id), "from_on": today(), "until_on": today()}
    return f"/people/{world.users['gao'].id}/deputies", given


def end_deputy(world):
    gao, shen = world.users["gao"], world.users["shen"]
    row = Deputy.create(
        user=gao, deputy=shen, from_on=today(), until_on=today(), created_by=gao, created_at=clock.now()
    )
    return f"/people/{gao.id}/deputies/{row.id}/ending", {}


WRITES = [
    assign_clients,
    assign_technicians,
    put_phone_out,
    put_own_phone_out,
    set_pin,
    set_first_pin,
    name_deputy,
    end_deputy,
]


def post(browser, url: str, given: dict):
    if url.endswith(("/clients", "/technicians")):
        return post_opened(browser, url, **given)
    return browser.post(url, data={"csrf_token": csrf(browser.get("/account").text)} | given)


def send_again(browser, page, url: str, password: str):
    """The page that asks comes with all that was typed: only the password is added."""
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text)
    typed: dict[str, list[str]] = {}
    for name, value in hidden:
        typed.setdefault(name, []).append(unescape(value))
    return browser.post(url, data=typed | {"csrf_token": csrf(page.text), "own_password": password})


@pytest.mark.parametrize("write", WRITES)
def test_it_waits_for_ones_own_password_and_keeps_what_was_typed(world, write):
    url, given = write(world)
    gao = world.browser("gao")
    before = rows_of_rights()
    asked = post(gao, url, given)
    assert asked.status_code == 422 and 'name="own_password"' in asked.text
    wrong = send_again(gao, asked, url, "wrong")
    assert wrong.status_code == 422 and "您自己的密码不对。" in wrong.text
    assert send_again(gao, wrong, url, "").status_code == 422
    assert rows_of_rights() == before
    assert send_again(gao, wrong, url, PASSWORD).status_code == 303
    assert rows_of_rights() != before


def test_it_counts_ten_minutes_and_no_longer(world):
    gao = world.browser("gao")
    url, given = assign_clients(world)
    with clock.pretend_now(clock.now() - 11 * clock.MINUTE):
        assert send_again(gao, post(gao, url, given), url, PASSWORD).status_code == 303
    assert post(gao, url, {}).status_code == 422
