"""Overtime: its hours are computed where nobody says less, and the calendar knows which days are public holidays."""

import pytest

from fieldforms.flow.calendar import holidays
from fieldforms.store import scope
from fieldforms.store.calendar import holidays as edited
from fieldforms.store.models import Record
from fieldforms.store.record import records
from tests.web.completing.hands import OVERTIME, handed_in

SAID = "不是法定节假日"


def asked(world, **changes) -> str:
    return handed_in(world.browser("chen"), "overtime-request", OVERTIME | changes)


@pytest.mark.parametrize(("typed", "said"), [("", "8"), ("7", "7"), ("7.50", "7.50")])
def test_hours_left_empty_are_those_between_the_times(world, typed, said):
    number = asked(world, hours=typed)
    assert records.by_number(scope.SYSTEM, number).entries[0].answers["hours"] == said


@pytest.mark.parametrize(
    ("day", "kind", "wrong"),
    [
        ("2026-12-02", "public_holiday", True),
        ("2026-10-01", "public_holiday", False),
        ("2026-12-02", "rest_day", False),
        ("2097-12-02", "public_holiday", False),
    ],
)
def test_who_approves_is_told_where_the_calendar_knows_of_no_holiday(world, day, kind, wrong):
    number = asked(world, day_kind=kind, from_at=f"{day}T09:00", to_at=f"{day}T17:00")
    assert (SAID in world.browser("gao").get(f"/records/{number}").text) is wrong


def test_the_companys_own_calendar_counts(world):
    number = asked(world, day_kind="public_holiday", from_at="2026-12-02T09:00", to_at="2026-12-02T17:00")
    edited.put_holiday("2026-12-02", "司庆", False)
    assert SAID not in world.browser("gao").get(f"/records/{number}").text
    assert holidays.KNOWN_UNTIL >= 2026 and Record.get(Record.number == number).state == "open"
