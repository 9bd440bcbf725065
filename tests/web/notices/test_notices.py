"""The page of notices: what is new, one tap from the thing; looking at it writes nothing."""

import re
from html import unescape

from fieldforms.flow.calendar.holidays import Calendar
from fieldforms.flow.notices import teller
from fieldforms.store.models import Audit, Notice
from fieldforms.web.notices import notices
from tests.people import csrf


def look(world, login="chen"):
    teller.tell_person(world.users[login], Calendar())


def numbers(page: str) -> list[str]:
    return re.findall(r"FW-\d{6}-\d{4}", unescape(page))


def test_an_empty_list_says_what_comes_here(world):
    page = world.browser("chen").get("/notices")
    assert page.status_code == 200 and "没有要告诉您的" in page.text
    assert "Nothing to tell you" in world.browser("chen").get("/notices?lang=en").text


def test_the_number_is_that_of_the_new_lines_and_goes_when_they_are_seen(world):
    first, second = world.waiting_sheet(), world.waiting_sheet()
    look(world)
    chen = world.browser("chen")
    page = chen.get("/notices").text
    assert numbers(page) == [second.number, first.number] or set(numbers(page)) == {
        first.number,
        second.number,
    }
    assert page.count('class="badge open"') == 2 and ">2<" in chen.get("/notices/count").text
    assert Notice.select().where(Notice.seen_at.is_null(False)).count() == 0, "looking says nothing"
    until = re.search(r'name="until" value="(\d+)"', page)[1]
    third = world.waiting_sheet()
    look(world)
    assert chen.post("/notices/seen", data={"csrf_token": csrf(page), "until": until}).status_code == 303
    page = chen.get("/notices").text
    assert page.count('class="badge open"') == 1 and third.number in page
    assert Audit.select().where(Audit.action == "notices.seen").count() == 1


def test_one_tap_leads_to_the_thing_and_what_is_done_says_so(world):
    entry = world.waiting_sheet()
    look(world)
    chen = world.browser("chen")
    address = re.search(r'href="(/notices/\d+)"', chen.get("/notices").text)[1]
    assert chen.get(address).location == f"/records/{entry.number}/signature"
    assert world.browser("zhou").get(address).status_code == 404
    assert world.browser().get(address).status_code == 401
    world.sign(entry)
    assert "这件事已经不用办了" in chen.get(address, follow_redirects=True).text


def test_pages_neither_skip_nor_repeat(world, monkeypatch):
    monkeypatch.setattr(notices, "NOTICES_ON_PAGE", 2)
    entries = [world.waiting_sheet().number for _n in range(5)]
    look(world)
    chen, seen, address = world.browser("chen"), [], "/notices"
    while address:
        page = chen.get(address).text
        seen += numbers(page)
        if len(seen) == 2:
            world.waiting_sheet()
            look(world)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        address = unescape(found[1]) if found else ""
    assert sorted(seen) == sorted(entries) and len(seen) == 5


def test_kinds_that_are_not_wanted_stand_on_no_list(world):
    world.waiting_sheet()
    look(world)
    chen = world.browser("chen")
    page = chen.get("/account/notices").text
    version = unescape(re.search(r'name="version" value="([^"]*)"', page)[1])
    typed = {"how": "app", "kinds": "visit", "digest_hour": "8", "quiet_from": "", "quiet_until": ""}
    answer = chen.post("/account/notices", data=typed | {"csrf_token": csrf(page), "version": version})
    assert answer.status_code == 303
    assert numbers(chen.get("/notices").text) == [] and ">" not in chen.get("/notices/count").text
