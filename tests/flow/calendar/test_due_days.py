"""The due days of a plan, and which days are worked. Pure: no database, no clock."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldforms.flow.calendar.due_days import (
    MOST_MOVED,
    DueVisit,
    Rule,
    due_visits,
    next_working_day,
    nth_day,
)

DAY = timedelta(days=1)
ALWAYS = date(2030, 1, 1)


def every_day(_day: date) -> bool:
    return True


def weekdays(day: date) -> bool:
    return day.weekday() < 5


def days(rule: Rule, first: str, last: str, works=every_day) -> list[str]:
    found = due_visits(rule, date.fromisoformat(first), date.fromisoformat(last), works)
    return [turn.day.isoformat()[5:] for turn in found]


def test_every_few_days_from_the_first_one():
    rule = Rule(3, "day", date(2026, 11, 2))
    assert days(rule, "2026-11-01", "2026-11-12") == ["11-02", "11-05", "11-08", "11-11"]
    assert days(rule, "2026-11-06", "2026-11-10") == ["11-08"]


def test_every_second_wednesday_begins_with_the_first_one_there_is():
    rule = Rule(2, "week", date(2026, 11, 5), weekday=2)
    assert days(rule, "2026-11-01", "2026-12-31") == ["11-11", "11-25", "12-09", "12-23"]


def test_every_week_without_a_weekday_keeps_the_first_ones():
    rule = Rule(1, "week", date(2026, 11, 5))
    assert days(rule, "2026-11-01", "2026-11-20") == ["11-05", "11-12", "11-19"]


def test_the_31st_is_the_last_day_of_shorter_months_and_the_31st_again():
    rule = Rule(1, "month", date(2026, 1, 31))
    assert days(rule, "2026-01-01", "2026-06-30") == ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30"]
    assert days(rule, "2028-02-01", "2028-02-29") == ["02-29"]


def test_a_leap_day_comes_every_year():
    rule = Rule(12, "month", date(2024, 2, 29))
    found = due_visits(rule, date(2024, 1, 1), date(2028, 12, 31), every_day)
    assert [str(t.day) for t in found] == [
        "2024-02-29",
        "2025-02-28",
        "2026-02-28",
        "2027-02-28",
        "2028-02-29",
    ]


def test_a_month_on_a_monday_is_the_first_monday_from_that_day():
    rule = Rule(1, "month", date(2026, 11, 1), weekday=0)
    assert days(rule, "2026-11-01", "2027-02-28") == ["11-02", "12-07", "01-04", "02-01"]


def test_quarters_and_half_years():
    rule = Rule(3, "month", date(2026, 11, 30))
    assert days(rule, "2026-11-01", "2027-12-31") == ["11-30", "02-28", "05-30", "08-30", "11-30"]


def test_a_day_off_moves_the_visit_and_not_those_after_it():
    rule = Rule(1, "week", date(2026, 11, 7))  # a Saturday
    assert days(rule, "2026-11-01", "2026-11-30", weekdays) == ["11-09", "11-16", "11-23", "11-30"]
    assert nth_day(rule, 1) == date(2026, 11, 14)


def test_a_moved_visit_keeps_its_name():
    rule = Rule(1, "week", date(2026, 11, 7))
    assert next(due_visits(rule, date(2026, 11, 9), date(2026, 11, 9), weekdays)) == DueVisit(
        date(2026, 11, 7), date(2026, 11, 9)
    )


def test_who_works_through_the_holidays_does_not_move():
    rule = Rule(1, "week", date(2026, 11, 7), skip_holidays=False)
    assert days(rule, "2026-11-01", "2026-11-15", weekdays) == ["11-07", "11-14"]


def test_a_daily_visit_has_one_monday():
    rule = Rule(1, "day", date(2026, 11, 2))
    assert days(rule, "2026-11-05", "2026-11-10", weekdays) == ["11-05", "11-06", "11-09", "11-10"]
    assert days(rule, "2026-11-09", "2026-11-10", weekdays) == ["11-09", "11-10"]


def test_the_last_day_counts_and_what_would_pass_it_is_not_due():
    rule = Rule(1, "week", date(2026, 11, 6), date(2026, 11, 20))
    assert days(rule, "2026-11-01", "2026-12-31") == ["11-06", "11-13", "11-20"]
    ends_on_a_saturday = Rule(1, "week", date(2026, 11, 7), date(2026, 11, 14))
    assert days(ends_on_a_saturday, "2026-11-01", "2026-12-31", weekdays) == ["11-09"]


def test_a_plan_that_ends_before_it_begins_asks_for_nothing():
    rule = Rule(1, "day", date(2026, 11, 6), date(2026, 11, 5))
    assert days(rule, "2026-01-01", "2027-12-31") == []


def test_where_nobody_ever_works_nothing_moves():
    assert next_working_day(date(2026, 11, 7), lambda _day: False) == date(2026, 11, 7)


def test_the_calendar_ends_quietly():
    assert nth_day(Rule(60, "month", date(2026, 1, 1)), 100_000) is None
    assert nth_day(Rule(365, "day", date(2026, 1, 1)), 100_000_000) is None


@pytest.mark.parametrize(
    ("every", "unit", "half"),
    [(1, "day", 0), (2, "day", 1), (1, "week", 3), (1, "month", 15), (3, "month", 45)],
)
def test_a_sheet_counts_within_half_the_period(every, unit, half):
    assert Rule(every, unit, ALWAYS).half_period == half


# For any rule

starts = st.dates(date(2020, 1, 1), date(2029, 12, 31))


@st.composite
def rules(draw):
    unit = draw(st.sampled_from(["day", "week", "month"]))
    start = draw(starts)
    return Rule(
        every=draw(st.integers(1, 40)),
        unit=unit,
        starts_on=start,
        ends_on=draw(st.none() | st.dates(start, date(2034, 12, 31))),
        weekday=draw(st.none() | st.integers(0, 6)) if unit != "day" else None,
        skip_holidays=draw(st.booleans()),
    )


@st.composite
def calendars(draw):
    """Weekends, and some holidays and make-up days beside them."""
    off = draw(st.dictionaries(st.dates(date(2025, 1, 1), date(2025, 6, 30)), st.booleans(), max_size=40))
    return lambda day: off.get(day, day.weekday() < 5)


windows = st.tuples(starts, st.integers(0, 400)).map(lambda pair: (pair[0], pair[0] + DAY * pair[1]))


@given(rules(), windows, calendars())
def test_due_days_lie_in_the_window_and_in_the_plan_in_order_and_once(rule, window, works):
    found = [turn.day for turn in due_visits(rule, *window, works)]
    assert found == sorted(set(found))
    assert all(window[0] <= day <= window[1] for day in found)
    assert all(rule.starts_on <= day <= (rule.ends_on or day) for day in found)


@given(rules(), windows, calendars())
def test_a_visit_is_on_a_working_day_and_never_early(rule, window, works):
    for turn in due_visits(rule, *window, works):
        if rule.skip_holidays:
            assert works(turn.day) or turn.day == turn.by_rule
            assert not any(works(turn.by_rule + DAY * n) for n in range((turn.day - turn.by_rule).days))
            assert 0 <= (turn.day - turn.by_rule).days <= MOST_MOVED
        else:
            assert turn.day == turn.by_rule


@given(rules(), windows, calendars(), st.integers(0, 400))
def test_two_windows_side_by_side_show_what_one_shows(rule, window, works, cut):
    first, last = window
    middle = min(first + DAY * cut, last)
    parts = [*due_visits(rule, first, middle, works), *due_visits(rule, middle + DAY, last, works)]
    assert parts == list(due_visits(rule, first, last, works))


@given(rules(), st.integers(0, 60))
def test_the_rule_keeps_its_pace(rule, n):
    day, following = nth_day(rule, n), nth_day(rule, n + 1)
    if rule.weekday is not None:
        assert day.weekday() == following.weekday() == rule.weekday
    if rule.unit == "day":
        assert (following - day).days == rule.every
    elif rule.unit == "week":
        assert (following - day).days == 7 * rule.every
    elif rule.weekday is None:
        months = (following.year - day.year) * 12 + following.month - day.month
        assert months == rule.every
        for each in (day, following):
            assert each.day == min(rule.starts_on.day, monthrange(each.year, each.month)[1])
