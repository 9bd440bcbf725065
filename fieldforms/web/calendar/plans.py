"""定期巡检: what is due and late, the month and the week, a plan with its history, and what becomes of a visit."""

from datetime import date

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, ChangedMeanwhile, Invalid, NotFound, Problem
from fieldforms.flow import form_changes, local_time
from fieldforms.flow.calendar import holidays, plan_input, visits
from fieldforms.flow.calendar.plans import PLAN_READERS, change_plan, end_plan, make_plan, visits_coming
from fieldforms.flow.calendar.visits import PLANNERS, PlannedVisit
from fieldforms.store.calendar import plans
from fieldforms.store.inbox import tasks
from fieldforms.store.models import Client, Plan, Record
from fieldforms.store.people import accounts
from fieldforms.store.register import clients
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import PLAN_RULE
from fieldforms.web.calendar import spans
from fieldforms.web.calendar.visit_rows import codes_of_visits, due_row, plan_in_words, visit_row
from fieldforms.web.filters import clients_to_narrow_by

blueprint = Blueprint("plans", __name__)


# Lists


@blueprint.get("/plans")
@signed_in(*PLAN_READERS)
def index():
    """Late, today, and the next two weeks, each a tap from its sheet."""
    chosen = filters_given()
    found = filter_visits(visits_coming(actor(), chosen.get("client")), chosen)
    waiting, codes = visits.waiting_visits(found), codes_of_visits(found)
    return page.show(
        "calendar/plans/index.html",
        late=[due_row(due, codes) for due in waiting if due.visit.late],
        now=[due_row(due, codes) for due in waiting if due.visit.day == due.visit.today],
        ahead=[due_row(due, codes) for due in waiting if due.visit.day > due.visit.today],
        **calendar_frame("index", chosen),
    )


def filters_given() -> dict:
    """The filters of an address that mean something."""
    found = {name: request.args.get(name, type=inputs.whole_number) for name in ("client", "technician")}
    return {name: number for name, number in found.items() if number}


def filter_visits(found: list[PlannedVisit], chosen: dict) -> list[PlannedVisit]:
    """Those that this technician has to make: theirs, and those of the clients served that name nobody."""
    user = accounts.by_id(chosen["technician"]) if "technician" in chosen else None
    if user is None:
        return found
    served = {client.id for client in accounts.clients_of(user)}
    return [
        visit
        for visit in found
        if visits.is_for(visit, user.id) and (visit.technician or visit.plan.client_id in served)
    ]


def calendar_frame(view: str, chosen: dict) -> dict:
    """What every page of the calendar shows around its lists."""
    served = clients_to_narrow_by(actor().viewer)
    people = [user for user in accounts.active_users() if user.role == "technician"]
    return {
        "view": view,
        "chosen": chosen,
        "clients": served,
        "technicians": [] if me().role == "technician" else people,
        "mine": me().id if me().role == "technician" else None,
        "may_plan": me().role in PLANNERS,
        "may_edit_holidays": me().role in holidays.HOLIDAY_EDITORS,
        "words": spans.day_in_words,
        "today": local_time.date_today(),
    }


# Month and week


@blueprint.get("/plans/calendar")
@signed_in(*PLAN_READERS)
def calendar():
    chosen = filters_given()
    view = "week" if request.args.get("view") == "week" else "month"
    span = spans.span(view, spans.day_of(request.args.get("on", ""), local_time.date_today()))
    book = visits.plan_book(actor().viewer, chosen.get("client"))
    found = filter_visits(book.visits_between(span.first, span.last), chosen)
    codes = codes_of_visits(found)
    placed = [(visit.day, visit_row(visit, codes)) for visit in found] + follow_ups(span, chosen)
    days = spans.days(span, placed, book.calendar)
    empty = not any(day.rows for day in days)
    values = {"span": span, "days": days, "empty": empty, "weekday": spans.weekday_in_words}
    return page.show("calendar/plans/calendar.html", **values, **calendar_frame(view, chosen))


def follow_ups(span: spans.Span, chosen: dict) -> list[tuple[date, dict]]:
    """Clients to be contacted again in these days."""
    rows = tasks.records_to_follow_up(actor().viewer, span.first.isoformat(), span.last.isoformat(), **chosen)
    return [(date.fromisoformat(row.follow_up_on), to_contact(row)) for row in rows]


def to_contact(row: Record) -> dict:
    """As web.visits.line: what visit_row of calendar/plans/_macros.html shows of a visit."""
    late = (local_time.date_today() - date.fromisoformat(row.follow_up_on)).days
    return {
        "url": url_for("records.show", number=row.number),
        "place": row.client_name,
        "form": page.say(N_("重新联络")),
        "technician": row.technician_name,
        "name": "open",
        "late_for": max(late, 0),
    }


# Plans


@blueprint.get("/plans/all")
@signed_in(*PLAN_READERS)
def all():
    """The plans in force, and those that ended."""
    chosen = filters_given()
    book = visits.plan_book(actor().viewer, chosen.get("client"))
    person = chosen.get("technician")
    shown = [plan for plan in book.plans if not person or plan.technician_id in (person, None)]
    newest = [plan for plan in shown if plan.id not in book.successors]
    return page.show(
        "calendar/plans/all.html",
        current=[plan_in_words(plan) for plan in newest if book.is_in_force(plan)],
        ended=[plan_in_words(plan) for plan in newest if not book.is_in_force(plan)],
        **calendar_frame("all", chosen),
    )


@blueprint.get(PLAN_RULE)
@signed_in(*PLAN_READERS)
def show(plan_id: int):
    """A plan, what was planned here before it and after it, and its visits, late ones first."""
    plan = plan_in_scope(plan_id)
    book = visits.plan_book(actor().viewer, plan.client_id)
    versions = versions_of_plan(book, plan)
    shown = book.visits_of_plans(versions, book.today - visits.LOOK_BACK, book.today + visits.LOOK_BACK)
    codes = codes_of_visits(shown)
    late = [visit for visit in shown if book.is_asked(visit)]
    past = [visit for visit in shown if not visit.open or (visit.late and not book.is_asked(visit))]
    numbers = plans.visible_numbers(
        actor().viewer, [visit.state.record for visit in past if visit.state.record]
    )
    return page.show(
        "calendar/plans/show.html",
        plan=plan_in_words(plan),
        newest=versions[0].id,
        versions=[plan_in_words(each) for each in versions],
        late=[visit_row(visit, codes) for visit in late],
        ahead=[visit_row(visit, codes) for visit in shown if visit.open and not visit.late][:8],
        past=[
            visit_row(visit, codes, asked=False)
            | {"state": visit.state, "number": numbers.get(visit.state.record, "")}
            for visit in reversed(past)
        ],
        may_change=me().role in PLANNERS and not plan.ended_at,
        known_until=holidays.KNOWN_UNTIL,
        words=spans.day_in_words,
    )


def plan_in_scope(plan_id: int) -> Plan:
    """A plan in scope. Raises NotFound."""
    plan = plans.get_plan(actor().viewer, plan_id)
    if plan is None:
        raise NotFound
    return plan


def versions_of_plan(book: visits.PlanBook, plan: Plan) -> list[Plan]:
    """All versions of a plan, newest first."""
    by_id = {each.id: each for each in book.plans}
    versions = [book.newest_version_of(by_id[plan.id])]
    while versions[-1].replaces_id:
        versions.append(by_id[versions[-1].replaces_id])
    return versions


@blueprint.get("/plans/new")
@signed_in(*PLANNERS)
def new():
    """First whose it is; then the plan."""
    client = chosen_client()
    if client is None:
        return page.show("calendar/plans/client.html", clients=clients.seen_by(actor().viewer))
    usual = {"every": "1", "unit": "month", "skip_holidays": "1", "starts_on": local_time.today()}
    return plan_page(client, usual | request.args.to_dict())


@blueprint.post("/plans/new")
@signed_in(*PLANNERS)
def make():
    client = chosen_client()
    if client is None:
        raise NotFound
    try:
        plan = make_plan(actor(), client.id, request.form)
    except Invalid as refused:
        return plan_page(client, request.form, refused)
    flash(page.say(N_("计划已建立。")), "success")
    return redirect(url_for("plans.show", plan_id=plan.id), 303)


def chosen_client() -> Client | None:
    """In scope, and named by the address."""
    chosen = request.args.get("client", type=inputs.whole_number)
    return clients.get_client(actor().viewer, chosen) if chosen else None


@blueprint.get(f"{PLAN_RULE}/successor")
@signed_in(*PLANNERS)
def successor(plan_id: int):
    """The plan that is to replace this one."""
    plan = plan_in_scope(plan_id)
    return plan_page(plan.client, plan_as_typed(plan), plan=plan)


@blueprint.post(f"{PLAN_RULE}/successor")
@signed_in(*PLANNERS)
def change(plan_id: int):
    plan = plan_in_scope(plan_id)
    try:
        made = change_plan(actor(), plan_id, request.form, versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return plan_page(plan.client, request.form, refused, plan)
    flash(page.say(N_("计划已更改，旧计划留在历史里。")), "success")
    return redirect(url_for("plans.show", plan_id=made.id), 303)


def plan_as_typed(plan: Plan) -> dict:
    """A plan as its form shows it; what replaces it begins today at the earliest."""
    known = plan_as_known(plan)
    return known | {"starts_on": max(known["starts_on"], local_time.today())}


def plan_as_known(plan: Plan) -> dict[str, str]:
    return form_changes.texts_of_values(
        plan_input.plan_inputs(actor(), plan.client), plan_input.plan_as_kept(plan)
    )


def plan_page(client, values, refused: Problem | None = None, plan: Plan | None = None):
    return inputs.versioned_page(
        "calendar/plans/sheet.html",
        plan_as_known(plan) if plan else {},
        refused,
        client=client,
        values=refused.merged if isinstance(refused, ChangedMeanwhile) else values,
        plan=plan,
        places=places_to_choose(client),
        forms=plan_input.plannable_forms("client", "room", "device"),
        units=plan_input.UNITS,
        weekdays=[(str(n), i18n.weekday_name(n, page.lang())) for n in range(7)],
        technicians=accounts.technicians_of(client.id),
        known_until=holidays.KNOWN_UNTIL,
    )


def places_to_choose(client) -> list[tuple[str, list[tuple[str, str]]]]:
    """(group, [(value, name)]) of what a plan can be for."""
    found = plan_input.places_to_plan(actor(), client)
    groups = [("room-", N_("房间")), ("device-", N_("设备"))]
    whole = [("", [("client", page.say(plan_input.WHOLE_CLIENT))])]
    return whole + [
        (page.say(label), [pair for pair in found.items() if pair[0].startswith(start)])
        for start, label in groups
    ]


@blueprint.get(f"{PLAN_RULE}/ending")
@signed_in(*PLANNERS)
def ask_to_end(plan_id: int):
    return page.show("calendar/plans/end.html", plan=plan_in_words(plan_in_scope(plan_id)))


@blueprint.post(f"{PLAN_RULE}/ending")
@signed_in(*PLANNERS)
def end(plan_id: int):
    plan_in_scope(plan_id)
    end_plan(actor(), plan_id)
    flash(page.say(N_("计划已停止。")), "success")
    return redirect(url_for("plans.show", plan_id=plan_id), 303)
