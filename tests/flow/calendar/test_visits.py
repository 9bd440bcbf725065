"""Visits: skipped, moved, late, and whose they are."""

from datetime import date

import pytest

from fieldforms.errors import Invalid, NotAllowed, NotFound, VisitSettled
from fieldforms.flow.calendar import plan_input, plans, visits
from fieldforms.store import clock
from fieldforms.store.library import definitions
from fieldforms.store.models import User
from fieldforms.store.models import Visit as Row
from tests import audit_lines
from tests.flow.calendar.hands import FORM, all_of, noon, outcomes, planned, sheet

# Skipping and moving


def test_a_technician_skips_a_visit_of_their_own_and_says_why(world):
    plan = planned(world, technician=str(world.users["chen"].id))
    with pytest.raises(Invalid):
        plans.skip_visit(world.actor("chen"), plan.id, "2026-11-24", "  ")
    plans.skip_visit(world.actor("chen"), plan.id, "2026-11-24", "客户会议，改日再来")
    assert outcomes(world, plan) == {"2026-11-24": "skipped"}
    [visit, *_later] = all_of(world, plan)
    assert (visit.state.reason, visit.state.by) == ("客户会议，改日再来", "陈志远")
    assert "visit.skipped" in [line.action for line in audit_lines.lines_about(str(plan.id))]


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
    definitions.retire_form(FORM)
    [visit, *_later] = all_of(world, plan)
    assert not visits.may_start(world.actor("chen"), visit)
    assert visits.form_label(plan)["zh"] == "客户服务联络单"
    assert FORM not in {form.key for form in plan_input.plannable_forms("device")}


def test_start_is_for_who_fills_the_form(world):
    plan = planned(world)
    [visit, *_later] = all_of(world, plan)
    assert visits.may_start(world.actor("chen"), visit)
    assert not visits.may_start(world.actor("gao"), visit)
