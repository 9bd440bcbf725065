"""Plans and visits in words, for every list of the calendar."""

from collections.abc import Iterable

from flask import url_for

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.calendar import plan_input, visits
from fieldforms.flow.calendar.visits import PlannedVisit, WaitingVisit
from fieldforms.store.models import Plan
from fieldforms.store.register import devices
from fieldforms.web import page
from fieldforms.web.access import actor

VISIT_BADGES = {  # how a visit stands → (words, tone)
    "late": (N_("已逾期"), "bad"),
    "open": (N_("待巡检"), "wait"),
    "moved": (N_("已改期"), "open"),
    "done": (N_("已完成"), "done"),
    "skipped": (N_("已跳过"), "plain"),
    "missed": (N_("没有做"), "plain"),
}


def codes_of_visits(found: Iterable[PlannedVisit]) -> dict[int, str]:
    """Device id → what stands on its label: what the rows of these visits look up, fetched once for all."""
    return devices.codes_of(visit.plan.device for visit in found if visit.plan.device_id)


def due_row(due: WaitingVisit, codes: dict[int, str]) -> dict:
    return visit_row(due.visit, codes) | {"times": due.times, "missed": times_missed(due)}


def times_missed(due: WaitingVisit) -> str:
    """In the same words on every page."""
    return page.say(N_("%(n)s 次没有做"), n=due.times) if due.times > 1 else ""


def visit_row(visit: PlannedVisit, codes: dict[int, str], asked: bool = True) -> dict:
    """A visit in a list: what, where, when, whose; `start` is the address of its sheet for who may fill it.

    `codes`: as `codes_of_visits` gives them. `asked`: a late one is still to be made (PlanBook.is_asked).
    """
    name = ("late" if asked else "missed") if visit.late else visit.state.outcome
    return {
        "url": url_for("visits.show", plan_id=visit.plan.id, due=visit.by_rule.isoformat()),
        "start": start_address(visit, codes) if visits.may_start(actor(), visit) else "",
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


def start_address(visit: PlannedVisit, codes: dict[int, str]) -> str:
    """The right form, prefilled. A device without a label is reached through its room, or its client."""
    plan = visit.plan
    code = codes.get(plan.device_id)
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
        text = page.say(N_("每 %(n)s %(unit)s"), n=plan.every, unit=page.say(plan_input.UNITS[plan.unit]))
    return text if plan.weekday is None else f"{text} · {i18n.weekday_name(plan.weekday, page.lang())}"
