"""Holidays move visits; what the dispatcher says about a day wins."""

from datetime import date

import pytest

from fieldforms.errors import Invalid, NotAllowed, NotFound
from fieldforms.flow.calendar import holidays
from fieldforms.store import clock
from tests.flow.calendar.hands import DAY, TUESDAY, all_of, noon, outcomes, planned, sheet


def test_a_visit_on_national_day_moves_behind_the_holidays(shared):
    with clock.pretend_now(noon(date(2026, 9, 1))):
        plan = planned(shared, starts_on="2026-10-01", every="7")
    assert [str(v.day) for v in all_of(shared, plan, back=60, ahead=0)] == ["2026-10-08"]


def test_a_make_up_saturday_is_a_working_day(shared):
    calendar = holidays.Calendar()
    assert calendar.is_working_day(date(2026, 10, 10)) and not calendar.is_working_day(date(2026, 10, 11))
    assert calendar.special_day(date(2026, 10, 10)).name["zh"] == "国庆节"
    assert calendar.special_day(date(2026, 11, 24)) is None


def test_beyond_the_published_years_only_weekends_are_off(shared):
    calendar = holidays.Calendar()
    assert calendar.is_working_day(date(holidays.KNOWN_UNTIL + 1, 10, 1)) == (
        date(holidays.KNOWN_UNTIL + 1, 10, 1).weekday() < 5
    )
    assert not calendar.is_working_day(date(2032, 5, 1))  # a Saturday


def test_an_edited_day_wins_and_can_be_taken_back(world):
    plan = planned(world)
    holidays.put_holiday(world.actor("sunmin"), TUESDAY, "建馆日", False)
    assert [str(v.day) for v in all_of(world, plan, ahead=10)] == ["2026-11-25"]
    holidays.put_holiday(world.actor("admin"), TUESDAY + DAY, "也放假", False)
    assert [str(v.day) for v in all_of(world, plan, ahead=10)] == ["2026-11-26"]
    holidays.remove_holiday(world.actor("sunmin"), "2026-11-24")
    assert [str(v.day) for v in all_of(world, plan, ahead=10)] == ["2026-11-24"]
    with pytest.raises(NotFound):
        holidays.remove_holiday(world.actor("sunmin"), "2026-11-24")


def test_a_day_that_becomes_a_holiday_does_not_undo_a_visit(world):
    plan = planned(world)
    sheet(world, plan, "2026-11-24")
    holidays.put_holiday(world.actor("sunmin"), TUESDAY, "建馆日", False)
    assert outcomes(world, plan) == {"2026-11-24": "done"}
    assert len(all_of(world, plan, ahead=10)) == 1


@pytest.mark.parametrize("login", ["gao", "chen", "shen"])
def test_holidays_are_the_dispatchers_and_admins(shared, login):
    with pytest.raises(NotAllowed):
        holidays.put_holiday(shared.actor(login), TUESDAY, "x", False)
    with pytest.raises(NotAllowed):
        holidays.remove_holiday(shared.actor(login), "2026-11-24")


def test_a_holiday_needs_a_day_and_a_name(shared):
    for day, name, wrong in ((None, "x", "day"), (date(1900, 1, 1), "x", "day"), (TUESDAY, " ", "name")):
        with pytest.raises(Invalid) as refused:
            holidays.put_holiday(shared.actor("sunmin"), day, name, True)
        assert refused.value.problems[0][0] == wrong
