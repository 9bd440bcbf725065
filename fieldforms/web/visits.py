"""One visit of a plan: where it stands, the way to its sheet, and skipping or moving it with a reason."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow.calendar import plan_input, visits
from fieldforms.flow.calendar.plans import READERS, move_visit, skip_visit
from fieldforms.flow.calendar.visits import PLANNERS, PlannedVisit, WaitingVisit
from fieldforms.store.calendar import plans
from fieldforms.store.models import Plan
from fieldforms.store.register import devices
from fieldforms.web import inputs, page, spans
from fieldforms.web.access import actor, signed_in

blueprint = Blueprint("visits", __name__)
PLAN = f"/plans/<int(max={inputs.MOST_ID}):plan_id>"
VISIT = f"{PLAN}/visits/<due>"

UNITS = {"day": N_("天"), "week": N_("周"), "month": N_("个月")}
VISIT_BADGES = {  # how a visit stands → (words, tone)
    "late": (N_("已逾期"), "bad"),
    "open": (N_("待巡检"), "wait"),
    "moved": (N_("已改期"), "open"),
    "done": (N_("已完成"), "done"),
    "skipped": (N_("已跳过"), "plain"),
}


@blueprint.get(VISIT)
@signed_in(*READERS)
def show(plan_id: int, due: str):
    return visit_page(plan_id, due)


def visit_page(plan_id: int, due: str, refused: Invalid | None = None):
    """A visit: where it stands, its sheet, and for who may say so that it is skipped or moved."""
    if plan_input.as_day(due) is None:
        raise NotFound
    one, who = visits.visit_in_scope(actor(), plan_id, due), actor()
    numbers = plans.visible_numbers(who.viewer, [one.state.record] if one.state.record else [])
    return inputs.input_page(
        "visits/show.html",
        inputs.sentences_by_input(refused),
        visit=one,
        row=visit_row(one),
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
    if plan_input.as_day(due) is None:
        raise NotFound
    try:
        verb(actor(), plan_id, due, *values)
    except Invalid as refused:
        return visit_page(plan_id, due, refused)
    flash(page.say(words), "success")
    return redirect(url_for("visits.show", plan_id=plan_id, due=due), 303)


# In words, for every list of the calendar


def due_row(due: WaitingVisit) -> dict:
    return visit_row(due.visit) | {"missed": due.missed}


def visit_row(visit: PlannedVisit) -> dict:
    """A visit in a list: what, where, when, whose; `start` is the address of its sheet for who may fill it."""
    name = "late" if visit.late else visit.state.outcome
    return {
        "url": url_for("visits.show", plan_id=visit.plan.id, due=visit.by_rule.isoformat()),
        "start": start_address(visit) if visits.may_start(actor(), visit) else "",
        "place": place_in_words(visit.plan),
        "form": i18n.pick(visit.label, page.lang()),
        "day": visit.day,
        "technician": visit.technician.name if visit.technician else "",
        "badge": page.say(VISIT_BADGES[name][0]),
        "tone": VISIT_BADGES[name][1],
        "late_for": (visit.today - visit.day).days if visit.late else 0,
        "open": visit.open,
        "name": name,
    }


def place_in_words(plan: Plan) -> str:
    part = plan.device if plan.device_id else plan.room if plan.room_id else None
    return f"{plan.client.short_name} · {part.name}" if part else plan.client.short_name


def start_address(visit: PlannedVisit) -> str:
    """The right form, prefilled. A device without a label is reached through its room, or its client."""
    plan = visit.plan
    code = devices.code_of(plan.device) if plan.device_id else ""
    room = plan.room_id or (plan.device.room_id if plan.device_id else None)
    about = {"device": code} if code else {"room": room} if room else {"client": plan.client_id}
    return url_for("drafts.new", key=plan.key, **about, plan=plan.id, due=visit.by_rule.isoformat())


def plan_in_words(plan: Plan) -> dict:
    """A plan in words."""
    return {
        "id": plan.id,
        "url": url_for("plans.show", plan_id=plan.id),
        "place": place_in_words(plan),
        "form": i18n.pick(visits.form_label(plan), page.lang()),
        "pace": pace_in_words(plan),
        "technician": plan.technician.name if plan.technician_id else "",
        "starts_on": plan.starts_on,
        "ends_on": plan.ends_on,
        "ended_at": plan.ended_at,
        "skips": plan.skip_holidays,
    }


def pace_in_words(plan: Plan) -> str:
    """每 2 周，周三"""
    if plan.every == 1:
        text = page.say({"day": N_("每天"), "week": N_("每周"), "month": N_("每月")}[plan.unit])
    else:
        text = page.say(N_("每 %(n)s %(unit)s"), n=plan.every, unit=page.say(UNITS[plan.unit]))
    return text if plan.weekday is None else f"{text} · {spans.weekday_name(plan.weekday)}"
