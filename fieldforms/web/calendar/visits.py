"""One visit of a plan: where it stands, the way to its sheet, and skipping or moving it with a reason."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, NotFound, Problem
from fieldforms.flow import local_time
from fieldforms.flow.calendar import visits
from fieldforms.flow.calendar.plans import PLAN_READERS, move_visit, skip_visit, visit_as_settled
from fieldforms.flow.calendar.visits import PLANNERS
from fieldforms.store.calendar import plans
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import PLAN_RULE
from fieldforms.web.calendar import spans
from fieldforms.web.calendar.visit_rows import codes_of_visits, plan_in_words, visit_row

blueprint = Blueprint("visits", __name__)
VISIT = f"{PLAN_RULE}/visits/<due>"


@blueprint.get(VISIT)
@signed_in(*PLAN_READERS)
def show(plan_id: int, due: str):
    return visit_page(plan_id, due)


def visit_page(plan_id: int, due: str, refused: Problem | None = None):
    """A visit: where it stands, its sheet, and for who may say so that it is skipped or moved."""
    if not local_time.is_iso_day(due):
        raise NotFound
    one, who = visits.visit_in_scope(actor(), plan_id, due), actor()
    numbers = plans.visible_numbers(who.viewer, [one.state.record] if one.state.record else [])
    return inputs.versioned_page(
        "calendar/visits/show.html",
        visit_as_settled(one),
        refused,
        visit=one,
        row=visit_row(one, codes_of_visits([one])),
        plan=plan_in_words(one.plan),
        number=numbers.get(one.state.record, ""),
        may_skip=visits.may_skip(who, one),
        may_move=visits.may_move(who, one),
        typed=request.form,
        words=spans.day_in_words,
    )


@blueprint.post(f"{VISIT}/skipping")
@signed_in("technician", *PLANNERS)
def skip(plan_id: int, due: str):
    return settle_and_answer(plan_id, due, skip_visit, N_("已跳过这次巡检。"), request.form.get("reason", ""))


@blueprint.post(f"{VISIT}/moving")
@signed_in(*PLANNERS)
def move(plan_id: int, due: str):
    to, reason = request.form.get("to", ""), request.form.get("reason", "")
    return settle_and_answer(plan_id, due, move_visit, N_("已改到另一天。"), to, reason)


def settle_and_answer(plan_id: int, due: str, verb, words: str, *values: str):
    if not local_time.is_iso_day(due):
        raise NotFound
    try:
        verb(actor(), plan_id, due, *values, versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return visit_page(plan_id, due, refused)
    flash(page.say(words), "success")
    return redirect(url_for("visits.show", plan_id=plan_id, due=due), 303)
