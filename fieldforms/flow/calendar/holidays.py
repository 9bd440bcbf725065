"""Working days: China's published calendar with its make-up days (调休), and over it the days that were edited here."""

from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar
from chinese_calendar import Holiday as Published

from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow import form_changes
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import Input, TextInput, TilesInput
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit
from fieldforms.store.calendar import holidays
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.models import Holiday

HOLIDAY_EDITORS = ("dispatcher", "admin")
KNOWN_FROM, KNOWN_UNTIL = (  # years; the State Council publishes the next one in November
    pick(day.year for day in chinese_calendar.holidays) for pick in (min, max)
)
LONGEST_NAME = 40
YEARS_TO_EDIT = (2000, 2100)

NO_DAY = N_("请填写日期。")
NO_NAME = N_("请填写名称，例如“春节”。")
MAKE_UP = N_("调休上班")
DAY_OFF = N_("放假")


@dataclass(frozen=True)
class Special:
    """A day that is no plain weekday or weekend. `name`: {zh, en} or plain. `edited`: said here, not published."""

    day: date
    name: dict | str
    works: bool
    edited: bool = False


class Calendar:
    """Which days are worked. Reads what was edited once: make one for each page or verb."""

    def __init__(self) -> None:
        self.edited = {date.fromisoformat(row.day): row for row in holidays.edited_days()}
        self.asked: dict[date, bool] = {}  # a year of daily visits asks for the same days again and again

    def is_working_day(self, day: date) -> bool:
        known = self.asked.get(day)
        if known is None:
            known = self.asked[day] = self.decide_day(day)
        return known

    def decide_day(self, day: date) -> bool:
        if day in self.edited:
            return self.edited[day].works
        if KNOWN_FROM <= day.year <= KNOWN_UNTIL:
            return chinese_calendar.is_workday(day)
        return day.weekday() < 5

    def special_day(self, day: date) -> Special | None:
        row = self.edited.get(day)
        return Special(day, row.name or usual_name(row), row.works, True) if row else published_day(day)

    def special_days_of(self, year: int) -> list[Special]:
        """Of a year, in order."""
        first, after = date(year, 1, 1), date(year + 1, 1, 1)
        days = (first + timedelta(days=n) for n in range((after - first).days))
        return [found for day in days if (found := self.special_day(day))]


def usual_name(row: Holiday) -> str:
    return MAKE_UP if row.works else DAY_OFF


def published_day(day: date) -> Special | None:
    """As the State Council published it: a day off with its festival, or a weekend day that is worked."""
    name = chinese_calendar.workdays.get(day) or chinese_calendar.holidays.get(day)
    if name is None:
        return None
    return Special(day, {"zh": Published(name).chinese, "en": name}, day in chinese_calendar.workdays)


HOLIDAY_INPUTS: dict[str, Input] = {
    "name": TextInput(N_("名称"), LONGEST_NAME, needed=True),
    "works": TilesInput(N_("这一天"), {"": N_("休息"), "1": N_("上班")}),
}


def put_holiday(actor: Actor, day: date | None, name: str, works: bool, shown: Shown = None) -> None:
    """This day is off, or worked, whatever was published. Raises Invalid with (input name, sentence, values), and
    ChangedMeanwhile for a day that was edited already."""
    actor.needs(*HOLIDAY_EDITORS)
    name = HOLIDAY_INPUTS["name"].value(name)
    if day is None or not YEARS_TO_EDIT[0] <= day.year <= YEARS_TO_EDIT[1]:
        raise Invalid([("day", NO_DAY, {})])
    if not name:
        raise Invalid([("name", NO_NAME, {})])
    if too_long := HOLIDAY_INPUTS["name"].mistake(name):
        raise Invalid([("name", too_long[0], {"label": HOLIDAY_INPUTS["name"].label, **too_long[1]})])
    values, about = {"name": name, "works": "1" if works else ""}, ("holiday.put", day.isoformat())
    with transaction():
        one_at_a_time(["holidays"])
        now = edited_values(day.isoformat())
        changed = form_changes.changes_of_form(HOLIDAY_INPUTS, now, values, shown, about)
        if changed:
            holidays.put_holiday(day.isoformat(), name, works)
            audit.record_action(actor.user_id, *about, **changed)


def edited_values(day: str) -> dict[str, str]:
    """What was edited of a day, as its form says it; {} for a day that is as published."""
    row = next((row for row in holidays.edited_days() if row.day == day), None)
    return {"name": row.name, "works": "1" if row.works else ""} if row else {}


def remove_holiday(actor: Actor, day: str) -> None:
    """The published calendar counts again for this day. Raises NotFound."""
    actor.needs(*HOLIDAY_EDITORS)
    with transaction():
        before = edited_values(day)
        if not holidays.remove_holiday(day):
            raise NotFound
        audit.record_action(actor.user_id, "holiday.remove", day, before=before)
