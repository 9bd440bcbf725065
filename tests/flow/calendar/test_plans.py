"""Plans and their visits: made, changed, ended; skipped, moved, done by a sheet; what is late; the calendar feed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar as Parsed

from fieldforms.errors import Invalid, NotAllowed, NotFound, PlanEnded, VisitSettled
from fieldforms.flow.calendar import calendar_feeds, holidays, plan_input, plans, visits
from fieldforms.flow.completing import completion, corrections, record_events, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts as drafting
from fieldforms.flow.register import devices as register
from fieldforms.store import audit, clock
from fieldforms.store.library import definitions
from fieldforms.store.models import Device, Draft, Feed, Plan, Record, Room, User
from fieldforms.store.models import Visit as Row
from tests.people import questions
from tests.shared import during

FORM = "service-contact"
DAY = timedelta(days=1)
TUESDAY = date(2026, 11, 24)


def noon(day: date) -> int:
    """Noon in Shanghai, as UTC ms."""
    return int(datetime(day.year, day.month, day.day, 4, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def shared(shared):
    """It is noon on a Tuesday."""
    with clock.pretend_now(noon(TUESDAY)):
        yield shared


@pytest.fixture
def world(world):
    with clock.pretend_now(noon(TUESDAY)):
        yield world


def given(**changes) -> dict:
    plain = {
        "place": "client",
        "key": FORM,
        "every": "1",
        "unit": "month",
        "weekday": "",
        "skip_holidays": "1",
    }
    return plain | {"technician": "", "starts_on": "2026-11-24", "ends_on": ""} | changes


def planned(world, owner=None, login="sunmin", **changes) -> Plan:
    return plans.make(world.actor(login), (owner or world.office).client.id, given(**changes))


def planned_at(world, place_name: str) -> Plan:
    return plans.make(world.actor("sunmin"), world.office.client.id, given(place=place_name))


def all_of(world, plan, login="sunmin", back=366, ahead=366) -> list[visits.PlannedVisit]:
    book = visits.plan_book(world.actor(login).viewer, plan.client_id)
    plan = next(each for each in book.plans if each.id == plan.id)
    return list(book.of([plan], TUESDAY - DAY * back, TUESDAY + DAY * ahead))


def outcomes(world, plan) -> dict[str, str]:
    return {str(v.by_rule): v.state.outcome for v in all_of(world, plan) if v.state.outcome != "open"}


def sheet(world, plan=None, due="", login="chen", place=None, day=TUESDAY, **changes):
    """A contact sheet's first entry, begun from a plan's visit or not."""
    place = place or world.office
    with clock.pretend_now(noon(day)):
        actor = world.actor(login)
        origin = {"device": place.device.id} | ({"plan": plan.id, "due": due} if plan else {})
        new = drafting.start(actor, FORM, origin, drafting.new_uuid(), drafting.new_uuid())
        draft = drafting.save(actor, new, world.contact_answers(place, **changes), 0, "tests")
        return completion.complete(actor, draft.uuid, HandedIn(draft.answers)).entry


# Making, changing, ending


def test_a_plan_is_made_by_who_plans_and_written_down(world):
    plan = planned(world, every="2", unit="week", weekday="2", technician=str(world.users["chen"].id))
    assert (plan.every, plan.unit, plan.weekday, plan.skip_holidays) == (2, "week", 2, True)
    assert [line.action for line in audit.lines_about(str(plan.id))] == ["plan.make"]
    assert [str(v.day) for v in all_of(world, plan, ahead=40)] == ["2026-11-25", "2026-12-09", "2026-12-23"]


@pytest.mark.parametrize("login", ["chen", "shen", "wangjing"])
def test_others_make_no_plans(world, login):
    with pytest.raises(NotAllowed):
        planned(world, login=login)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"place": "room-99999"}, "place"),
        ({"place": ""}, "place"),
        ({"key": "fault-report"}, "key"),  # anybody begins it: nobody's visit
        ({"key": "unknown"}, "key"),
        ({"unit": "year"}, "unit"),
        ({"every": "0"}, "every"),
        ({"every": "61"}, "every"),
        ({"every": "一"}, "every"),
        ({"every": "-1"}, "every"),
        ({"weekday": "7"}, "weekday"),
        ({"weekday": "1", "unit": "day"}, "weekday"),
        ({"starts_on": ""}, "starts_on"),
        ({"starts_on": "2020-01-01"}, "starts_on"),
        ({"starts_on": "2099-01-01"}, "starts_on"),
        ({"ends_on": "2026-11-23"}, "ends_on"),
        ({"ends_on": "soon"}, "ends_on"),
    ],
)
def test_each_mistake_is_named(shared, changes, name):
    with pytest.raises(Invalid) as refused:
        planned(shared, **changes)
    assert [problem[0] for problem in refused.value.problems] == [name]


def test_a_technician_of_another_client_cannot_be_planned(shared):
    with pytest.raises(Invalid) as refused:
        planned(shared, technician=str(shared.users["zhou"].id))
    assert refused.value.problems[0][0] == "technician"


def test_another_clients_room_cannot_be_planned(shared):
    with pytest.raises(Invalid):
        planned(shared, place=f"room-{shared.university.room.id}")


def test_a_form_sent_twice_makes_one_plan(world):
    assert planned(world).id == planned(world).id
    assert Plan.select().count() == 1


def test_a_changed_plan_keeps_its_history(world):
    old = planned(world, starts_on="2026-09-24")
    new = plans.change(world.actor("gao"), old.id, given(every="3", starts_on="2026-12-01"))
    assert (new.replaces_id, new.every) == (old.id, 3)
    old = Plan.get_by_id(old.id)
    assert old.ended_at and old.ended_by_id == world.users["gao"].id
    # until the new one begins the old one counts: what was late stays late
    assert [str(v.day) for v in all_of(world, old)] == ["2026-09-24", "2026-10-26", "2026-11-24"]
    assert [str(v.day) for v in all_of(world, new, ahead=120)] == ["2026-12-01", "2027-03-01"]


def test_a_change_cannot_rewrite_the_past(world):
    old = planned(world, starts_on="2026-09-24")
    with pytest.raises(Invalid):
        plans.change(world.actor("gao"), old.id, given(starts_on="2026-11-23"))
    assert Plan.get_by_id(old.id).ended_at is None


def test_a_plan_ends_once(world):
    plan = planned(world, starts_on="2026-10-24")
    plans.end(world.actor("admin"), plan.id)
    for again in (plans.end, lambda who, id: plans.change(who, id, given())):
        with pytest.raises(PlanEnded):
            again(world.actor("admin"), plan.id)
    assert [str(v.day) for v in all_of(world, plan)] == ["2026-10-26"]  # still late: nobody was there
    assert Plan.select().count() == 1


def test_a_late_visit_is_whose_the_plan_is_now(world):
    old = planned(world, starts_on="2026-10-26", technician=str(world.users["chen"].id))
    plans.change(world.actor("gao"), old.id, given())
    assert [v.technician for v in all_of(world, old)] == [None]


def test_nobody_ends_a_plan_they_cannot_see(world):
    with pytest.raises(NotFound):
        plans.end(world.actor("gao"), 4711)


# Holidays


def test_a_visit_on_national_day_moves_behind_the_holidays(shared):
    with clock.pretend_now(noon(date(2026, 9, 1))):
        plan = planned(shared, starts_on="2026-10-01", every="7")
    assert [str(v.day) for v in all_of(shared, plan, back=60, ahead=0)] == ["2026-10-08"]


def test_a_make_up_saturday_is_a_working_day(shared):
    calendar = holidays.Calendar()
    assert calendar.works(date(2026, 10, 10)) and not calendar.works(date(2026, 10, 11))
    assert calendar.special_day(date(2026, 10, 10)).name["zh"] == "国庆节"
    assert calendar.special_day(date(2026, 11, 24)) is None


def test_beyond_the_published_years_only_weekends_are_off(shared):
    calendar = holidays.Calendar()
    assert calendar.works(date(holidays.KNOWN_UNTIL + 1, 10, 1)) == (
        date(holidays.KNOWN_UNTIL + 1, 10, 1).weekday() < 5
    )
    assert not calendar.works(date(2032, 5, 1))  # a Saturday


def test_an_edited_day_wins_and_can_be_taken_back(world):
    plan = planned(world)
    holidays.put(world.actor("sunmin"), TUESDAY, "建馆日", False)
    assert [str(v.day) for v in all_of(world, plan, ahead=10)] == ["2026-11-25"]
    holidays.put(world.actor("admin"), TUESDAY + DAY, "也放假", False)
    assert [str(v.day) for v in all_of(world, plan, ahead=10)] == ["2026-11-26"]
    holidays.remove(world.actor("sunmin"), "2026-11-24")
    assert [str(v.day) for v in all_of(world, plan, ahead=10)] == ["2026-11-24"]
    with pytest.raises(NotFound):
        holidays.remove(world.actor("sunmin"), "2026-11-24")


def test_a_day_that_becomes_a_holiday_does_not_undo_a_visit(world):
    plan = planned(world)
    sheet(world, plan, "2026-11-24")
    holidays.put(world.actor("sunmin"), TUESDAY, "建馆日", False)
    assert outcomes(world, plan) == {"2026-11-24": "done"}
    assert len(all_of(world, plan, ahead=10)) == 1


@pytest.mark.parametrize("login", ["gao", "chen", "shen"])
def test_holidays_are_the_dispatchers_and_admins(shared, login):
    with pytest.raises(NotAllowed):
        holidays.put(shared.actor(login), TUESDAY, "x", False)
    with pytest.raises(NotAllowed):
        holidays.remove(shared.actor(login), "2026-11-24")


def test_a_holiday_needs_a_day_and_a_name(shared):
    for day, name, wrong in ((None, "x", "day"), (date(1900, 1, 1), "x", "day"), (TUESDAY, " ", "name")):
        with pytest.raises(Invalid) as refused:
            holidays.put(shared.actor("sunmin"), day, name, True)
        assert refused.value.problems[0][0] == wrong


# Skipping and moving


def test_a_technician_skips_a_visit_of_their_own_and_says_why(world):
    plan = planned(world, technician=str(world.users["chen"].id))
    with pytest.raises(Invalid):
        plans.skip_visit(world.actor("chen"), plan.id, "2026-11-24", "  ")
    plans.skip_visit(world.actor("chen"), plan.id, "2026-11-24", "客户会议，改日再来")
    assert outcomes(world, plan) == {"2026-11-24": "skipped"}
    [visit, *_later] = all_of(world, plan)
    assert (visit.state.reason, visit.state.by) == ("客户会议，改日再来", "陈志远")
    assert "visit.skipped" in [line.action for line in audit.lines_about(str(plan.id))]


def test_a_colleagues_visit_is_not_theirs_to_skip(world):
    User.update(disabled_at=None).where(User.login == "lihua").execute()
    plan = planned(world, technician=str(world.users["lihua"].id))
    with pytest.raises(NotAllowed):
        plans.skip_visit(world.actor("chen"), plan.id, "2026-11-24", "不想去")
    with pytest.raises(NotFound):
        plans.skip_visit(world.actor("zhou"), plan.id, "2026-11-24", "不是我的客户")


def test_a_visit_that_names_nobody_is_every_technicians_of_the_client(world):
    plan = planned(world)
    plans.skip_visit(world.actor("chen"), plan.id, "2026-11-24", "停电")
    with pytest.raises(NotFound):
        plans.skip_visit(world.actor("zhou"), plan.id, "2026-12-24", "停电")


def test_what_is_no_day_of_the_plan_is_no_visit(world):
    plan = planned(world)
    for day in ("2026-11-25", "2020-11-24"):
        with pytest.raises(NotFound):
            plans.skip_visit(world.actor("gao"), plan.id, day, "x")


def test_a_moved_visit_is_due_on_its_new_day(world):
    plan = planned(world)
    plans.move_visit(world.actor("gao"), plan.id, "2026-11-24", "2026-12-01", "客户要求")
    first, second, *_rest = all_of(world, plan)
    assert (first.day, first.state.outcome, first.open) == (date(2026, 12, 1), "moved", True)
    assert second.day == date(2026, 12, 24)
    plans.move_visit(world.actor("gao"), plan.id, "2026-11-24", "2026-12-03", "再改一次")
    assert all_of(world, plan)[0].day == date(2026, 12, 3)
    with clock.pretend_now(noon(date(2026, 12, 5))):
        assert all_of(world, plan)[0].late


def test_only_who_plans_moves_a_visit_and_not_into_the_past(world):
    plan = planned(world)
    with pytest.raises(NotAllowed):
        plans.move_visit(world.actor("chen"), plan.id, "2026-11-24", "2026-12-01", "x")
    for to in ("2026-11-23", "2028-01-01", "tomorrow", ""):
        with pytest.raises(Invalid) as refused:
            plans.move_visit(world.actor("gao"), plan.id, "2026-11-24", to, "x")
        assert refused.value.problems[0][0] == "to"
    assert Row.select().count() == 0


def test_what_is_settled_is_settled(world):
    plan = planned(world)
    plans.skip_visit(world.actor("gao"), plan.id, "2026-11-24", "停电")
    with pytest.raises(VisitSettled):
        plans.skip_visit(world.actor("gao"), plan.id, "2026-11-24", "再说一次")
    with pytest.raises(VisitSettled):
        plans.move_visit(world.actor("gao"), plan.id, "2026-11-24", "2026-12-01", "x")


# Done by a sheet


def test_a_sheet_begun_from_a_visit_does_it(world):
    plan = planned(world, starts_on="2026-09-24")
    entry = sheet(world, plan, "2026-09-24")  # the oldest, though others are nearer
    assert outcomes(world, plan) == {"2026-09-24": "done"}
    assert Row.get().record == entry.record
    assert "visit.done" in [line.action for line in audit.lines_about(str(plan.id))]


def test_a_moved_visit_is_done_like_any_other(world):
    plan = planned(world)
    plans.move_visit(world.actor("gao"), plan.id, "2026-11-24", "2026-12-05", "客户要求")
    sheet(world, plan, "2026-11-24")
    [visit] = [v for v in all_of(world, plan) if v.done]
    assert (str(visit.by_rule), str(visit.day), visit.state.reason) == (
        "2026-11-24",
        "2026-12-05",
        "客户要求",
    )


def test_a_sheet_that_was_not_begun_from_the_calendar_counts_too(world):
    plan = planned(world, starts_on="2026-11-20")
    sheet(world)
    assert outcomes(world, plan) == {"2026-11-20": "done"}


@pytest.mark.parametrize(("days", "done"), [(-15, True), (-16, False), (15, True), (16, False)])
def test_it_counts_within_half_the_period_and_no_further(world, days, done):
    plan = planned(world, skip_holidays="", starts_on="2026-11-24", ends_on="2026-11-24")
    with clock.pretend_now(noon(TUESDAY + DAY * days)):
        sheet(world, day=TUESDAY + DAY * days)
    assert outcomes(world, plan) == ({"2026-11-24": "done"} if done else {})


def test_one_sheet_does_one_visit_the_nearest(world):
    plan = planned(world, every="1", unit="week", starts_on="2026-11-19")
    sheet(world)
    assert outcomes(world, plan) == {"2026-11-26": "done"}
    sheet(world)
    assert outcomes(world, plan) == {
        "2026-11-26": "done"
    }  # the one of 19 November is further away than half a week


def test_the_visit_of_the_device_comes_before_that_of_the_client(world):
    whole = planned(world)
    device = planned_at(world, f"device-{world.office.device.id}")
    sheet(world)
    assert outcomes(world, device) == {"2026-11-24": "done"}
    assert outcomes(world, whole) == {}


def test_a_sheet_about_another_device_or_room_or_client_does_nothing(world):
    other_room = Room.create(client=world.office.client, name="另一间")
    other = Device.create(
        client=world.office.client, room=other_room, name="x", category="other", created_at=1
    )
    plan_a = planned_at(world, f"device-{other.id}")
    plan_b = planned_at(world, f"room-{other_room.id}")
    plan_c = planned(world, world.university)
    sheet(world)
    assert outcomes(world, plan_a) == outcomes(world, plan_b) == outcomes(world, plan_c) == {}
    plan_d = planned_at(world, f"room-{world.office.room.id}")
    sheet(world)
    assert outcomes(world, plan_d) == {"2026-11-24": "done"}


def test_another_form_does_nothing(world):
    plan = planned(world, key="av-maintenance")
    sheet(world)
    assert outcomes(world, plan) == {}


def test_an_address_written_by_hand_does_no_other_clients_visit(world):
    theirs = planned(world, world.university)
    sheet(world, theirs, "2026-11-24")
    assert outcomes(world, theirs) == {}
    mine = planned(world, starts_on="2026-11-20")
    sheet(world, mine, "2026-11-21")  # no day of the plan: the nearest counts
    assert outcomes(world, mine) == {"2026-11-20": "done"}


def test_a_skipped_visit_stays_skipped(world):
    plan = planned(world)
    plans.skip_visit(world.actor("gao"), plan.id, "2026-11-24", "停电")
    sheet(world, plan, "2026-11-24")
    assert outcomes(world, plan) == {"2026-11-24": "skipped"}


def test_a_sheet_of_a_plan_that_changed_meanwhile_does_the_new_ones_visit(world):
    old = planned(world)
    new = plans.change(world.actor("gao"), old.id, given(every="2"))
    sheet(world, old, "2026-11-24")
    assert (outcomes(world, old), outcomes(world, new)) == ({}, {"2026-11-24": "done"})


def test_the_signature_that_follows_does_nothing_more(world):
    plan = planned(world, every="1", unit="week", starts_on="2026-11-24")
    world.signed_sheet()
    assert outcomes(world, plan) == {"2026-11-24": "done"}


def test_a_cancelled_sheets_visit_is_open_again(world):
    plan = planned(world)
    entry = sheet(world, plan, "2026-11-24")
    record_events.cancel_record(world.actor("chen"), entry.number, "填错了客户")
    assert outcomes(world, plan) == {}
    assert all_of(world, plan)[0].open
    sheet(world)
    assert outcomes(world, plan) == {"2026-11-24": "done"}


def test_a_cancelled_sheets_moved_visit_is_a_moved_one_again(world):
    plan = planned(world)
    plans.move_visit(world.actor("gao"), plan.id, "2026-11-24", "2026-11-30", "客户要求")
    entry = sheet(world, plan, "2026-11-24")
    record_events.cancel_record(world.actor("chen"), entry.number, "填错了客户")
    assert outcomes(world, plan) == {"2026-11-24": "moved"}


def corrected(world, entry, **changes):
    actor = world.actor("chen")
    draft = corrections.correct(actor, entry.number, "设备写错了")
    new = drafting.draft_to_fill(actor, draft.uuid)
    draft = drafting.save(actor, new, new.draft.answers | changes, draft.version, "tests")
    return completion.complete(actor, draft.uuid, HandedIn(draft.answers)).entry


def test_a_correction_keeps_the_visit_of_what_it_corrects(world):
    plan = planned(world, every="1", unit="week", starts_on="2026-11-24")
    entry = world.signed_sheet()
    with clock.pretend_now(noon(TUESDAY + DAY * 9)):
        corrected(world, entry)
        assert outcomes(world, plan) == {"2026-11-24": "done"}  # and it does no other


def test_a_correction_that_was_elsewhere_opens_the_visit_again(world):
    plan = planned_at(world, f"device-{world.office.device.id}")
    entry = world.signed_sheet()
    assert outcomes(world, plan) == {"2026-11-24": "done"}
    corrected(world, entry, serviced_devices=[])
    assert outcomes(world, plan) == {}
    assert "visit.reopen" in [line.action for line in audit.lines_about(str(plan.id))]


def test_a_correction_keeps_the_visit_of_a_device_that_no_sheet_can_name(world):
    """It has no label: only the calendar knew what the sheet was about."""
    bare = Device.create(client=world.office.client, name="无标签", category="other", created_at=1)
    plan = planned_at(world, f"device-{bare.id}")
    draft = world.working_sheet()
    Draft.update(origin={"plan": plan.id, "due": "2026-11-24"}).where(Draft.id == draft.id).execute()
    entry = completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    assert outcomes(world, plan) == {"2026-11-24": "done"}
    signer = signature_requests.signer_draft(world.actor("chen"), entry.number)[1]
    absent = HandedIn({}, outcome="absent", reason="客户不在", shown=entry.digest)
    completion.complete(world.actor("chen"), signer.uuid, absent)
    corrected(world, entry)
    assert outcomes(world, plan) == {"2026-11-24": "done"}


def test_a_correction_counts_on_the_day_of_the_first_sheet(world):
    entry = world.signed_sheet()
    plan = planned(world, every="1", unit="week", starts_on="2026-11-24")
    with clock.pretend_now(noon(TUESDAY + DAY * 7)):
        corrected(world, entry)
    assert outcomes(world, plan) == {"2026-11-24": "done"}


def test_a_cancelled_correction_gives_the_visit_back(world):
    plan = planned(world)
    entry = world.signed_sheet()
    again = corrected(world, entry)
    record_events.cancel_record(world.actor("chen"), again.number, "不用更正")
    assert outcomes(world, plan) == {"2026-11-24": "done"}
    assert Record.get(Record.number == entry.number).superseded_by == ""


def test_who_skips_a_visit_while_it_is_being_done_comes_too_late(world):
    plan = planned(world)

    def skip():
        with clock.pretend_now(noon(TUESDAY)):
            plans.skip_visit(world.actor("gao"), plan.id, "2026-11-24", "停电")

    refused = during(lambda: sheet(world, plan, "2026-11-24"), skip)
    assert isinstance(refused, VisitSettled)
    assert outcomes(world, plan) == {"2026-11-24": "done"}


# What waits


def test_due_for_a_technician_is_theirs_late_and_soon(world):
    User.update(disabled_at=None).where(User.login == "lihua").execute()
    mine = planned(world, starts_on="2026-10-26", technician=str(world.users["chen"].id))
    anybody = planned(world, every="2", starts_on="2026-11-27")
    planned(world, every="3", technician=str(world.users["lihua"].id))
    planned(world, world.university)
    planned(world, every="4", starts_on="2026-11-28")  # four days ahead
    waiting = plans.visits_due_for(world.actor("chen"))
    assert [(due.visit.plan.id, str(due.visit.day)) for due in waiting] == [
        (mine.id, "2026-10-26"),
        (mine.id, "2026-11-26"),
        (anybody.id, "2026-11-27"),
    ]


def test_of_what_is_late_only_the_last_waits_and_says_how_many_there_were(world):
    planned(world, every="1", unit="week", starts_on="2026-11-03")
    [late, *_ahead] = plans.visits_due_for(world.actor("gao"))
    assert (str(late.visit.day), late.missed, late.visit.late) == ("2026-11-17", 2, True)


@pytest.mark.parametrize(
    ("login", "count"), [("sunmin", 1), ("gao", 1), ("admin", 1), ("shen", 0), ("wangjing", 0)]
)
def test_who_plans_sees_what_is_late(world, login, count):
    planned(world, starts_on="2026-11-10")
    planned(world, every="2")
    assert len(plans.visits_due_for(world.actor(login))) == count


def test_visits_of_this_year_for_the_contract_strip(world):
    plan = planned(world, every="3", starts_on="2026-01-30")
    assert [str(v.day) for v in all_of(world, plan, ahead=37)][:4] == [
        "2026-01-30", "2026-04-30", "2026-07-30", "2026-10-30",
    ]  # fmt: skip
    sheet(world, plan, "2026-01-30")
    sheet(world, plan, "2026-10-30")
    plans.skip_visit(world.actor("gao"), plan.id, "2026-04-30", "客户装修")
    assert plans.visits_this_year(world.office.client) == (2, 3)
    assert plans.visits_this_year(world.university.client) == (0, 0)


def test_a_retired_form_is_not_started_and_keeps_its_name(world):
    plan = planned(world)
    definitions.retire(FORM)
    [visit, *_later] = all_of(world, plan)
    assert not visits.may_start(world.actor("chen"), visit)
    assert visits.form_label(plan)["zh"] == "客户服务联络单"
    assert FORM not in {form.key for form in plan_input.plannable_forms("device")}


def test_start_is_for_who_fills_the_form(world):
    plan = planned(world)
    [visit, *_later] = all_of(world, plan)
    assert visits.may_start(world.actor("chen"), visit)
    assert not visits.may_start(world.actor("gao"), visit)


# The calendar feed


def feed(token: str) -> Parsed:
    text = calendar_feeds.calendar_of_token(
        token, "ff.example.cn", lambda visit: f"https://ff.example.cn/plans/{visit.plan.id}"
    )
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    return Parsed.from_ical(text)


def feed_events(token: str) -> dict[str, object]:
    return {str(event["uid"]): event for event in feed(token).walk("VEVENT")}


def test_a_feed_is_read_by_another_library_as_all_day_events(world):
    name = "综合，会议; 音视频\\中控\n主机与备用主机都在这一间里的很长很长很长很长很长很长的名字"
    Room.update(name=name).where(Room.id == world.office.room.id).execute()
    plan = planned_at(world, f"room-{world.office.room.id}")
    found = feed_events(calendar_feeds.make(world.actor("chen")))
    event = found[f"plan-{plan.id}-20261124@ff.example.cn"]
    assert event["dtstart"].dt == TUESDAY and event["dtend"].dt == TUESDAY + DAY
    assert str(event["summary"]) == f"政务中心 {name} · 客户服务联络单"
    assert str(event["location"]) == "政务中心路 1 号"
    assert len(found) == 13  # a year ahead


def test_an_event_keeps_its_name_when_the_visit_moves(world):
    plan = planned(world)
    token = calendar_feeds.make(world.actor("gao"))
    plans.move_visit(world.actor("gao"), plan.id, "2026-11-24", "2026-12-01", "客户要求")
    plans.skip_visit(world.actor("gao"), plan.id, "2026-12-24", "放假")
    found = feed_events(token)
    assert found[f"plan-{plan.id}-20261124@ff.example.cn"]["dtstart"].dt == date(2026, 12, 1)
    assert f"plan-{plan.id}-20261224@ff.example.cn" not in found


def test_a_done_visit_says_so_and_nothing_of_the_sheet(world):
    plan = planned(world)
    sheet(world, plan, "2026-11-24", request="董事长办公室漏水")
    text = calendar_feeds.calendar_of_token(
        calendar_feeds.make(world.actor("chen")), "h", lambda visit: "https://h/"
    )
    assert "✓ 政务中心" in text and "漏水" not in text.replace("\r\n ", "")


def test_a_feed_is_its_owners_scope(world):
    User.update(disabled_at=None).where(User.login == "lihua").execute()
    mine = planned(world)
    planned(world, world.university)
    planned(world, every="2", technician=str(world.users["lihua"].id))
    assert {uid.split("-")[1] for uid in feed_events(calendar_feeds.make(world.actor("chen")))} == {
        str(mine.id)
    }
    assert len({uid.split("-")[1] for uid in feed_events(calendar_feeds.make(world.actor("shen")))}) == 3


def test_a_confidential_room_is_not_named(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    planned_at(world, f"room-{world.office.room.id}")
    planned_at(world, f"device-{world.office.device.id}")
    text = calendar_feeds.calendar_of_token(
        calendar_feeds.make(world.actor("gao")), "h", lambda visit: "https://h/"
    )
    assert "第一会议室" not in text and "数字音频处理器" not in text and "政务中心" in text


def test_a_token_works_until_it_is_revoked_or_replaced_or_its_owner_leaves(world):
    first = calendar_feeds.make(world.actor("chen"))
    assert Feed.get().token not in first  # only its hash is kept
    second = calendar_feeds.make(world.actor("chen"))
    for dead in (first, "unknown", ""):
        with pytest.raises(NotFound):
            feed(dead)
    assert feed(second)
    calendar_feeds.revoke(world.actor("chen"))
    with pytest.raises(NotFound):
        feed(second)
    third = calendar_feeds.make(world.actor("chen"))
    User.update(disabled_at=clock.now()).where(User.login == "chen").execute()
    with pytest.raises(NotFound):
        feed(third)


def test_hr_has_no_calendar(world):
    with pytest.raises(NotAllowed):
        calendar_feeds.make(world.actor("wangjing"))
    with pytest.raises(NotAllowed):
        calendar_feeds.revoke(world.actor("wangjing"))


def test_a_day_begins_at_midnight_of_the_companys_calendar(world):
    plan = planned(world, starts_on="2026-11-24")
    for minutes, late in ((-1, False), (0, True)):  # from midnight
        with clock.pretend_now(noon(TUESDAY) + (12 * 60 + minutes) * 60_000):
            assert next(iter(all_of(world, plan))).late is late
            assert register.years_in_use("2024-11-25") == 1 + late


def test_a_calendar_asks_for_a_forms_name_once(world):
    planned(world, every="1", unit="day")
    secret = calendar_feeds.make(world.actor("chen"))
    with questions() as asked:
        assert len(feed_events(secret)) > 100
    assert len(asked) < 20
