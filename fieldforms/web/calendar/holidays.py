"""节假日: which days are worked, by year; days that differ from the published calendar."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow import local_time
from fieldforms.flow.calendar import holidays
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.calendar import spans

blueprint = Blueprint("holidays", __name__, url_prefix="/plans/holidays")


@blueprint.get("")
@signed_in(*holidays.HOLIDAY_EDITORS)
def index():
    return holidays_page(year_of_address())


def year_of_address() -> int:
    chosen = request.values.get("year", 0, inputs.whole_number)
    return (
        chosen
        if holidays.YEARS_TO_EDIT[0] <= chosen <= holidays.YEARS_TO_EDIT[1]
        else local_time.date_today().year
    )


def holidays_page(chosen: int, refused: Problem | None = None):
    specials = holidays.Calendar().special_days_of(chosen)
    return inputs.versioned_page(
        "calendar/plans/holidays.html",
        {},
        refused,
        year=chosen,
        years=range(local_time.date_today().year - 1, local_time.date_today().year + 3),
        specials=[(each, spans.special_name(each)) for each in specials],
        words=spans.day_in_words,
        known=holidays.KNOWN_FROM <= chosen <= holidays.KNOWN_UNTIL,
        known_until=holidays.KNOWN_UNTIL,
        typed=request.form,
    )


@blueprint.post("")
@signed_in(*holidays.HOLIDAY_EDITORS)
def add():
    form = request.form
    day = local_time.as_day(form.get("day", ""))
    try:
        name, works = form.get("name", ""), form.get("works") == "1"
        holidays.put_holiday(actor(), day, name, works, versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return holidays_page(year_of_address(), refused)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("holidays.index", year=day.year if day else None), 303)


@blueprint.post("/<day>/removal")
@signed_in(*holidays.HOLIDAY_EDITORS)
def remove(day: str):
    holidays.remove_holiday(actor(), day)
    flash(page.say(N_("已恢复为公布的日历。")), "success")
    return redirect(url_for("holidays.index", year=day[:4]), 303)
