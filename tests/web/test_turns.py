"""My turn: what waits for a person, most urgent first, and the number beside it in the navigation."""

import re
from html import unescape

import pytest

from fieldforms.flow import turns
from fieldforms.store import clock
from fieldforms.store.models import Record
from tests.web.test_home import fault


def lines(world, login) -> list[str]:
    page = unescape(world.browser(login).get("/").text)
    mine = re.search(r'<section class="stack" aria-labelledby="mine">.*?</section>', page, re.DOTALL)
    return re.findall(r'class="list-title">([^<]+)<', mine.group(0)) if mine else []


def number(world, login) -> str:
    return re.sub(r"<[^>]+>", "", world.browser(login).get("/turns", headers=PARTIAL).text).strip()


PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.mark.parametrize("login", ["chen", "zhou", "sunmin", "gao", "shen", "wangjing", "admin"])
def test_the_number_is_how_many_lines_there_are(world, login):
    world.waiting_sheet("chen")
    world.working_sheet("chen")
    fault(world, world.office)
    shown = len(lines(world, login))
    assert number(world, login) == (str(shown) if shown else "")


def test_the_navigation_asks_for_the_number(world):
    assert 'hx-get="/turns"' in world.browser("chen").get("/account").text
    assert world.browser().get("/turns").status_code in (302, 401)


def test_urgent_faults_come_before_what_has_waited_longer_and_drafts_come_last(world):
    world.working_sheet("chen", request="草稿的事")
    with clock.at(clock.now() - 3 * clock.DAY):
        world.waiting_sheet("chen", request="等签字的事")
    fault(world, world.office, "急的事")
    assert [turn.kind for turn in turns.mine(world.actor("chen"))] == ["step", "signature", "draft"]
    assert lines(world, "chen")[0] == "急的事"


def test_what_is_past_its_day_is_first_and_says_so(world):
    entry = world.waiting_sheet("chen", request="旧的事")
    fault(world, world.office, "新的急事")
    old = Record.get(Record.number == entry.number)
    Record.update(due_on="2020-01-01", next_by="technician", next_step="work").where(
        Record.id == old.id
    ).execute()
    assert lines(world, "chen")[0] == "旧的事"
    assert "逾期" in world.browser("chen").get("/").text


def test_a_step_opened_but_not_finished_is_one_line_not_two(world):
    entry = fault(world, world.office)
    chen = world.browser("chen")
    page = chen.get(f"/records/{entry.number}")
    token = re.search(r'name="csrf_token" value="([^"]+)"', page.text).group(1)
    chen.post(f"/records/{entry.number}/step", data={"csrf_token": token})
    assert [turn.kind for turn in turns.mine(world.actor("chen"))] == ["step"]


def test_forms_that_need_no_place_begin_here(world):
    assert "/forms/overtime-request/new" in world.browser("chen").get("/").text
    assert "/forms/overtime-request/new" not in world.browser("shen").get("/").text


def test_a_client_who_holds_the_phone_asks_in_vain(world):
    assert "我的任务" in world.browser("chen").get("/").text
