"""Plans: made, changed, ended, and by whom not."""

import pytest

from fieldforms.errors import Invalid, NotAllowed, NotFound, PlanEnded
from fieldforms.flow.calendar import plans
from fieldforms.store.models import Plan
from tests import audit_lines
from tests.flow.calendar.hands import all_of, given, planned


def test_a_plan_is_made_by_who_plans_and_written_down(world):
    plan = planned(world, every="2", unit="week", weekday="2", technician=str(world.users["chen"].id))
    assert (plan.every, plan.unit, plan.weekday, plan.skip_holidays) == (2, "week", 2, True)
    assert [line.action for line in audit_lines.lines_about(str(plan.id))] == ["plan.make"]
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
    new = plans.change_plan(world.actor("gao"), old.id, given(every="3", starts_on="2026-12-01"))
    assert (new.replaces_id, new.every) == (old.id, 3)
    old = Plan.get_by_id(old.id)
    assert old.ended_at and old.ended_by_id == world.users["gao"].id
    # until the new one begins the old one counts: what was late stays late
    assert [str(v.day) for v in all_of(world, old)] == ["2026-09-24", "2026-10-26", "2026-11-24"]
    assert [str(v.day) for v in all_of(world, new, ahead=120)] == ["2026-12-01", "2027-03-01"]


def test_a_change_cannot_rewrite_the_past(world):
    old = planned(world, starts_on="2026-09-24")
    with pytest.raises(Invalid):
        plans.change_plan(world.actor("gao"), old.id, given(starts_on="2026-11-23"))
    assert Plan.get_by_id(old.id).ended_at is None


def test_a_plan_ends_once(world):
    plan = planned(world, starts_on="2026-10-24")
    plans.end_plan(world.actor("admin"), plan.id)
    for again in (plans.end_plan, lambda who, id: plans.change_plan(who, id, given())):
        with pytest.raises(PlanEnded):
            again(world.actor("admin"), plan.id)
    assert [str(v.day) for v in all_of(world, plan)] == ["2026-10-26"]  # still late: nobody was there
    assert Plan.select().count() == 1


def test_a_late_visit_is_whose_the_plan_is_now(world):
    old = planned(world, starts_on="2026-10-26", technician=str(world.users["chen"].id))
    plans.change_plan(world.actor("gao"), old.id, given())
    assert [v.technician for v in all_of(world, old)] == [None]


def test_nobody_ends_a_plan_they_cannot_see(world):
    with pytest.raises(NotFound):
        plans.end_plan(world.actor("gao"), 4711)
