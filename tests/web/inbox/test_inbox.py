"""My turn: what waits for a person, most urgent first, and the number beside it in the navigation."""

import re
from html import unescape

import pytest

from fieldforms.flow.completing import record_events
from fieldforms.flow.filling import drafts
from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.inbox.tasks import records_assigned_by_name
from fieldforms.store import clock
from fieldforms.store.inbox import shown, tasks
from fieldforms.store.models import Draft, Record, User
from tests import boards
from tests.people import questions
from tests.web.inbox.hands import fault


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
    with clock.pretend_now(clock.now() - 3 * clock.DAY_MS):
        world.waiting_sheet("chen", request="等签字的事")
    fault(world, world.office, "急的事")
    assert [turn.kind for turn in inbox_items.items_of_actor(world.actor("chen"))] == [
        "step",
        "signature",
        "draft",
    ]
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
    assert [turn.kind for turn in inbox_items.items_of_actor(world.actor("chen"))] == ["step"]


def test_forms_that_need_no_place_begin_here(world):
    assert "/forms/overtime-request/new" in world.browser("chen").get("/").text
    assert "/forms/overtime-request/new" not in world.browser("shen").get("/").text


def test_a_client_who_holds_the_phone_asks_in_vain(world):
    assert "我的任务" in world.browser("chen").get("/").text


def test_a_draft_of_a_step_that_does_not_wait_any_more_is_no_task(world):
    boards.publish()
    number, begun = boards.asked(world), world.working_sheet("chen")
    chen = world.actor("chen")
    next_one = drafts.open_next_step(chen, boards.whole(number))
    kept = tasks.open_drafts_of(world.users["chen"])
    assert {draft.uuid for draft in kept} == {next_one.uuid, begun.uuid}
    record_events.cancel_record(chen, number, "误报")
    Draft.update(discarded_at=None).execute()  # whatever became of the draft itself
    assert [draft.uuid for draft in tasks.open_drafts_of(world.users["chen"])] == [begun.uuid]
    assert [turn.kind for turn in inbox_items.items_of_actor(chen)] == ["draft"]


def named(world, login: str) -> str:
    """A report whose repair waits for this person."""
    number = boards.to_send(world)
    sent = {"id": world.users[login].id, "name": world.users[login].name}
    return boards.goes_on(world, number, "sunmin", {"sent": sent})


def test_a_supervisor_who_is_named_finds_it_behind_any_number_of_older_ones(world):
    boards.publish()
    for _ in range(shown.MOST_TASKS + 1):
        named(world, "zhou")
    number = named(world, "gao")
    gao = world.actor("gao")
    assert [row.number for row in records_assigned_by_name(gao)] == [number]
    assert number in {turn.about.number for turn in inbox_items.items_of_actor(gao) if turn.kind == "step"}


def test_what_waits_is_counted_with_as_many_questions_whatever_its_number(world):
    chen = world.actor("chen")
    fault(world, world.office)
    inbox_items.count_items(chen)  # forms are read once and kept
    with questions() as few:
        assert inbox_items.count_items(chen) == 1
    for _ in range(4):
        fault(world, world.office)
    with questions() as many:
        assert inbox_items.count_items(chen) == 5
    assert len(many) == len(few)


def test_a_line_about_a_confidential_room_says_nothing_of_the_matter(world):
    world.users["chen"].confidential = True
    world.waiting_sheet("chen", request="密室里的事")
    Record.update(confidential=True).execute()
    User.update(confidential=True).where(User.login == "chen").execute()
    assert "数字音频处理器" in lines(world, "chen")[0]
    assert "密室里的事" not in world.browser("chen").get("/").text


def test_a_line_says_neither_its_title_nor_the_readers_own_name_again(world):
    entry = world.waiting_sheet("chen", request=world.office.device.name)
    said = {login: unescape(world.browser(login).get("/").text) for login in ("chen", "sunmin")}
    detail = re.search(rf'list-detail">([^<]*{entry.number}[^<]*)<', said["chen"])[1]
    assert world.office.client.short_name in detail
    assert world.users["chen"].name not in detail and world.office.device.name not in detail
    others = re.search(rf'list-detail">([^<]*{entry.number}[^<]*)<', said["sunmin"])[1]
    assert world.users["chen"].name in others
