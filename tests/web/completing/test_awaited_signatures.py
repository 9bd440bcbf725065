"""Who asked for a signature learns of it on the page that waits; nothing loops when it is over."""

import re

import pytest

from fieldforms.flow.completing import record_events
from fieldforms.store import clock
from fieldforms.store.models import Audit, Link, Record
from tests.people import csrf
from tests.web.completing.hands import GOOD, link_of, open_ending
from tests.web.hands import Form


def asks(page: str) -> str:
    """The address that the page asks again."""
    return re.search(r'hx-get="([^"]+/signature/waiting[^"]*)"', page)[1].replace("&amp;", "&")


def gone(piece: str) -> set[str]:
    """What the page takes away of itself."""
    return set(re.findall(r'id="([\w-]+)" hx-swap-oob="delete"', piece))


def waiting(world, login="chen"):
    """(browser, number, signing link, the address that is asked)"""
    number, browser = world.waiting_sheet().number, world.browser(login)
    link = link_of(browser, number)
    return browser, number, link, asks(browser.get(f"/records/{number}/signature").text)


def test_the_page_learns_that_the_client_has_signed(world):
    chen, number, link, asked = waiting(world)
    still = chen.get(asked)
    assert "等签字" in still.text and asks(still.text) == asked
    assert 'hx-trigger="every 4s"' in still.text, "an answer that is lost ends nothing"
    assert Form(world.browser(), link, "sign").post(**GOOD).status_code == 303
    over = chen.get(asked)
    assert over.status_code == 200 and "已签字" in over.text and f'href="/records/{number}"' in over.text
    assert "hx-get" not in over.text, "it asks no more"
    assert "丁一" not in over.text
    assert (
        gone(over.text) == {"asked-head", "asked-code", "asked-ways"}
        and f"<title>已签字。 {number}" in over.text
    )


def test_the_page_with_the_code_waits_too_and_a_reload_leads_to_the_sheets_own_page(world):
    number, chen = world.waiting_sheet().number, world.browser("chen")
    token = csrf(chen.get(f"/records/{number}/signature").text)
    made = chen.post(f"/records/{number}/links", data={"csrf_token": token}).text
    assert "等签字" in chen.get(asks(made)).text
    assert f'data-address="/records/{number}/signature"' in made


def test_after_the_signature_its_page_leads_to_the_sheet(world):
    chen, number, link, _asked = waiting(world)
    Form(world.browser(), link, "sign").post(**GOOD)
    answer = chen.get(f"/records/{number}/signature")
    assert (answer.status_code, answer.location) == (302, f"/records/{number}")


def test_what_else_became_of_it_is_said(world):
    chen, number, _link, asked = waiting(world)
    body = open_ending(chen, f"/records/{number}/signature")
    said = {"entry.outcome": "absent", "reason": "出差"}
    chen.post(f"/records/{number}/outcome", data=body | said)
    assert "签字人不在场" in chen.get(asked).text
    sunmin, number, _link, asked = waiting(world, "sunmin")
    record_events.recall_sheet(world.actor("chen"), number, "少写一行")
    assert "已有改动" in sunmin.get(asked).text and "hx-get" not in sunmin.get(asked).text


def test_a_dead_link_is_waited_for_no_longer(world):
    chen, _number, _link, asked = waiting(world)
    Link.update(expires_at=clock.now() - 1).execute()
    assert "链接已失效" in chen.get(asked).text and "hx-get" not in chen.get(asked).text
    assert gone(chen.get(asked).text) == {"asked-code"}, "the other ways are still there"


@pytest.mark.parametrize(("login", "status"), [("zhou", 404), ("shen", 403), ("wangjing", 403)])
def test_only_who_may_ask_for_it_learns_of_it(world, login, status):
    _chen, _number, _link, asked = waiting(world)
    assert world.browser(login).get(asked).status_code == status


def test_waiting_is_no_reading_of_what_is_confidential(world):
    chen, number, _link, asked = waiting(world)
    Record.update(confidential=True).where(Record.number == number).execute()
    world.users["chen"].confidential = True
    world.users["chen"].save()
    read = Audit.select().where(Audit.action == "record.read").count()
    assert chen.get(asked).status_code == 200
    assert Audit.select().where(Audit.action == "record.read").count() == read
