"""What newly waits is told once, to whom it waits for, whoever is killed or comes twice."""

import ast
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from fieldforms.flow import local_time
from fieldforms.flow.calendar.holidays import Calendar
from fieldforms.flow.completing import reviews
from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.notices import teller, tellings, told_notices
from fieldforms.flow.stock import parts
from fieldforms.store import clock
from fieldforms.store.calendar import plans
from fieldforms.store.models import Assignment, Notice, NoticeLook
from fieldforms.store.notices import notices
from tests import boards
from tests.people import questions
from tests.shared import at_once
from tests.web.completing.hands import OVERTIME, handed_in, turn


def told(world, login: str) -> list[tuple[str, bool]]:
    """(kind, is it new) of each notice that the person's list shows."""
    found = told_notices.notices_of_actor(world.actor(login))
    return [(row.kind, row.seen_at is None) for row, _telling in found]


def look(world, *logins: str) -> None:
    for login in logins or world.users:
        teller.tell_person(world.users[login], Calendar())


def kinds_of_items() -> set[str]:
    tree = ast.parse(Path(inbox_items.__file__).read_text("utf-8"))
    made = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "InboxItem"
    ]
    return {ast.literal_eval(call.args[0]) for call in made}


def test_of_each_kind_of_item_it_is_said_whether_it_is_told():
    assert tellings.KINDS_OF_ITEMS.keys() | tellings.NOT_TOLD == kinds_of_items()
    assert tellings.REFS.keys() == tellings.KINDS_OF_ITEMS.keys()


def test_a_sheet_that_waits_is_told_once_and_to_nobody_else(world):
    world.waiting_sheet()
    look(world)
    look(world)
    assert told(world, "chen") == [("assigned", True)]
    assert told(world, "zhou") == [] and told(world, "wangjing") == []
    assert Notice.select().where(Notice.user == world.users["chen"]).count() == 1


def test_a_low_rating_is_told_to_the_supervisor_and_never_to_who_was_rated(world):
    world.signed_sheet(rating="dissatisfied")
    look(world)
    assert ("rating", True) in told(world, "gao")
    assert told(world, "chen") == [] and told(world, "sunmin") == []


def test_a_request_is_told_to_who_decides_and_its_answer_to_who_asked(world):
    number = handed_in(world.browser("chen"), "overtime-request", OVERTIME)
    look(world)
    assert told(world, "gao") == [("to_approve", True)] and told(world, "chen") == []
    turn(world, "gao", number).post(supervisor_decision="declined", supervisor_remark="人手够了")
    look(world)
    assert told(world, "gao") == [] and told(world, "chen") == [("answer", True)]


def test_who_is_asked_for_a_correction_is_told(world):
    entry = world.signed_sheet()
    reviews.send_back(world.actor("gao"), entry.number, "型号写错")
    look(world)
    assert told(world, "chen") == [("returned", True)] and told(world, "zhou") == []


def test_a_fault_is_told_before_it_is_late_and_when_it_is(world):
    boards.publish()
    boards.promise(world, urgent_respond=60, urgent_restore=60)
    boards.asked(world, haste="urgent")
    look(world)
    assert told(world, "chen") == [("assigned", True)] and told(world, "sunmin") == []
    now = clock.now()
    for minutes, kind in ((50, "soon"), (61, "late")):
        with clock.pretend_now(now + minutes * clock.MINUTE):
            look(world)
            for login in ("chen", "sunmin", "gao"):
                assert told(world, login) == [(kind, True)], "one line for one thing"
            assert told(world, "zhou") == told(world, "shen") == []


def test_a_visit_is_told_on_its_day_and_once_more_when_it_is_late(world):
    due = local_time.date_today() + timedelta(days=2)
    plans.add_plan(
        client=world.office.client.id, key="service-contact", every=12, unit="month", skip_holidays=False,
        starts_on=due.isoformat(), technician=world.users["chen"].id, created_by=world.users["gao"].id,
    )  # fmt: skip
    for days, rows in ((0, 0), (2, 1), (3, 2)):
        with clock.pretend_now(clock.now() + days * clock.DAY_MS):
            look(world)
            assert told(world, "chen") == [("visit", True)] * bool(rows) and told(world, "zhou") == []
        assert Notice.select().where(Notice.user == world.users["chen"]).count() == rows


def test_stock_below_its_minimum_is_told_to_the_dispatcher_again_when_it_falls_again(world):
    sun = world.actor("sunmin")
    part = parts.add_part(sun, {"name": "灯泡", "kind": "part", "low_at": "1"})
    look(world)
    assert told(world, "sunmin") == [("stock", True)] and told(world, "chen") == []
    parts.edit_part(sun, part.id, {"name": "灯泡", "kind": "part"})
    look(world)
    assert told(world, "sunmin") == []
    parts.edit_part(sun, part.id, {"name": "灯泡", "kind": "part", "low_at": "2"})
    look(world)
    assert told(world, "sunmin") == [("stock", True)]
    assert Notice.select().count() == 2


def test_what_is_done_is_told_no_longer_and_what_waits_anew_is(world):
    entry = world.waiting_sheet()
    look(world, "chen")
    world.sign(entry)
    assert told(world, "chen") == [], "before anybody looks again, too"
    look(world, "chen")
    assert Notice.get().over_at
    world.waiting_sheet()
    look(world, "chen")
    assert told(world, "chen") == [("assigned", True)]


def test_who_loses_a_client_is_told_nothing_of_it_any_more(world):
    world.waiting_sheet()
    served = Assignment.create(user=world.users["zhou"], client=world.office.client, since=1)
    look(world, "zhou")
    assert told(world, "zhou") == [("assigned", True)]
    Assignment.update(until=clock.now()).where(Assignment.id == served.id).execute()
    assert told(world, "zhou") == []
    look(world, "zhou")
    Assignment.update(until=None).where(Assignment.id == served.id).execute()
    look(world, "zhou")
    assert told(world, "zhou") == [("assigned", True)]
    assert Notice.select().count() == 1, "it was told already"


def test_two_who_look_at_once_tell_it_once(world):
    world.waiting_sheet()
    at_once(*[partial(look, world, "chen")] * 4)
    assert Notice.select().count() == 1


def test_who_is_killed_between_the_notice_and_its_message_has_done_neither(
    world, mails, wanting, minutes, monkeypatch
):
    wanting("chen")
    world.waiting_sheet()

    def die(*_about):
        raise KeyboardInterrupt

    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(teller, "gather_notices", die)
        look(world, "chen")
    assert Notice.select().count() == 0
    minutes(2, clock.now())
    assert Notice.select().count() == 1 and len(mails.mails) == 1


def test_what_waited_before_there_were_notices_is_no_news(world, mails, wanting, minutes):
    wanting("chen")
    NoticeLook.create(user=world.users["chen"], at=None)
    world.waiting_sheet()
    minutes(2, clock.now())
    assert told(world, "chen") == [("assigned", False)] and mails.mails == []
    world.waiting_sheet()
    minutes(2, clock.now() + 5 * clock.MINUTE)
    assert sorted(told(world, "chen")) == [("assigned", False), ("assigned", True)] and len(mails.mails) == 1


def test_what_goes_wrong_with_one_person_keeps_nobody_else_from_being_told(world, monkeypatch):
    world.waiting_sheet()
    world.waiting_sheet("zhou", world.university)
    whole = tellings.tellings_of_actor

    def broken(actor):
        if actor.account.login == "chen":
            raise ValueError
        return whole(actor)

    with monkeypatch.context() as patched, pytest.raises(ValueError):
        patched.setattr(tellings, "tellings_of_actor", broken)
        teller.tell_everybody()
    assert told(world, "zhou") == [("assigned", True)]
    with clock.pretend_now(clock.now() + 11 * clock.MINUTE):
        teller.tell_everybody()
    assert told(world, "chen") == [("assigned", True)]


def test_nobody_is_looked_at_while_nothing_was_done_and_no_time_has_passed(world):
    teller.tell_everybody()
    now = clock.now()
    with clock.pretend_now(now + 5 * clock.MINUTE):
        teller.tell_everybody()
        assert teller.people_to_look_at(dict(notices.looks_taken()), clock.now()) == []
    looked = dict(notices.looks_taken())
    assert teller.people_to_look_at(looked, now + 8 * clock.MINUTE) == []
    assert len(teller.people_to_look_at(looked, now + 16 * clock.MINUTE)) == len(looked)
    assert world.users["lihua"].id not in looked, "the disabled are told nothing"


def test_what_is_done_tells_the_most_urgent_first(world):
    """Told at the same moment, what is late stands above what is not."""
    boards.publish()
    boards.promise(world, urgent_respond=60, urgent_restore=60)
    boards.asked(world, haste="urgent")
    with clock.pretend_now(clock.now() + 2 * clock.HOUR):
        world.waiting_sheet()
        look(world, "chen")
        assert [kind for kind, _new in told(world, "chen")] == ["late", "assigned"]


def test_questions_for_one_person_do_not_grow_with_what_waits(world):
    def asked() -> int:
        with questions() as found:
            teller.tell_person(world.users["chen"], Calendar())
        return len(found)

    world.waiting_sheet()
    look(world, "chen")
    few = asked()
    for _more in range(5):
        world.waiting_sheet()
    look(world, "chen")
    assert asked() == few
