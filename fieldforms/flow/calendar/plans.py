"""The verbs of the maintenance calendar (定期巡检): make, change, end a plan; skip, move, do a visit."""

from datetime import date

from fieldforms.errors import N_, Invalid, NotAllowed, NotFound, PlaceRetired, PlanEnded, VisitSettled
from fieldforms.flow import form_changes, local_time
from fieldforms.flow.calendar import visits
from fieldforms.flow.calendar.due_days import DAY
from fieldforms.flow.calendar.plan_input import (
    mistakes_in_day,
    plan_as_kept,
    plan_inputs,
    plan_values,
)
from fieldforms.flow.calendar.visits import (
    LOOK_AHEAD,
    LOOK_BACK,
    PLANNERS,
    PlanBook,
    PlannedVisit,
    WaitingVisit,
)
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import DayInput, Input, TextInput
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit
from fieldforms.store.calendar import plans
from fieldforms.store.calendar.plans import MOVED, SKIPPED, VISIT_DONE
from fieldforms.store.database import transaction
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Draft, Plan
from fieldforms.store.record import records
from fieldforms.store.register import clients

PLAN_READERS = ("technician", "dispatcher", "supervisor", "manager", "admin")
LONGEST_REASON = 500
SOON_SPAN = 3 * DAY  # before its day a visit already waits on the technician's own page

REASON_NEEDED = N_("请写明原因。")


# Plans


def make_plan(actor: Actor, client_id: int, given: dict) -> Plan:
    """A new plan. Sent twice, it is made once.

    `given`, as typed: place ("client", "room-3", "device-5"), key, every, unit, weekday (0 Monday … 6 or ""),
    skip_holidays ("1" or ""), technician (id or ""), starts_on, ends_on (ISO days, or ""). Raises Invalid with
    (input name, sentence, values), NotFound, PlaceRetired.
    """
    actor.needs(*PLANNERS)
    client = clients.get_client(actor.viewer, client_id)
    if client is None:
        raise NotFound
    if client.retired_at:
        raise PlaceRetired(name=client.short_name)
    values = plan_values(actor, client, given, local_time.date_today() - LOOK_BACK)
    with transaction():
        known = plans.plan_sent_twice(values)
        if known:
            return known
        plan = plans.add_plan(created_by=actor.user_id, **values)
        audit.record_action(actor.user_id, "plan.make", str(plan.id))
        return plan


def change_plan(actor: Actor, plan_id: int, given: dict, shown: Shown = None) -> Plan:
    """End a plan and make the one that replaces it from its first day on; what was due until then stays due.

    `given` as in `make_plan`. Somebody may have replaced the plan since its form was opened: then the newest is the one that
    changes. Raises Invalid, NotFound, PlanEnded, ChangedMeanwhile.
    """
    old = plan_to_change(actor, plan_id)
    values = plan_values(actor, old.client, given, local_time.date_today())
    table = plan_inputs(actor, old.client)
    with transaction():
        old = old if shown is None else newest_version(old)
        now, wanted = plan_as_kept(old), plan_as_kept(values)
        about = "plan.change", str(old.replaces_id or old.id)
        changed = form_changes.changes_of_form(table, now, wanted, shown, about)
        if not changed:
            return old
        end_plan_once(actor, old)
        plan = plans.add_plan(created_by=actor.user_id, replaces=old.id, **values)
        audit.record_action(actor.user_id, "plan.change", str(old.id), by=plan.id, **changed)
        return plan


def newest_version(plan: Plan) -> Plan:
    """What replaced the plan, and replaced that; kept by this transaction. Raises NotFound."""
    found: Plan | None = plan
    while found:
        plan = form_changes.row_as_it_stands(found)
        found = plans.successor_of(plan)
    return plan


def end_plan(actor: Actor, plan_id: int) -> Plan:
    """From today on nothing is due of it; what was due before and not done stays due. Raises NotFound, PlanEnded."""
    plan = plan_to_change(actor, plan_id)
    with transaction():
        end_plan_once(actor, plan)
        audit.record_action(actor.user_id, "plan.end", str(plan.id))
    return plan


def plan_to_change(actor: Actor, plan_id: int) -> Plan:
    """A plan that the actor may change. Raises NotAllowed, NotFound."""
    actor.needs(*PLANNERS)
    plan = plans.get_plan(actor.viewer, plan_id)
    if plan is None:
        raise NotFound
    return plan


def end_plan_once(actor: Actor, plan: Plan) -> None:
    row = plans.for_writing(plan.id)
    if row is None or row.ended_at:
        raise PlanEnded
    plans.end_plan(row, actor.account.id)


# Visits


VISIT_INPUTS: dict[str, Input] = {
    "to": DayInput(N_("改到")),
    "reason": TextInput(N_("原因"), LONGEST_REASON, lines=2),
}


def skip_visit(actor: Actor, plan_id: int, by_rule: str, reason: str, shown: Shown = None) -> PlannedVisit:
    """This visit will not be made. Raises Invalid, NotAllowed, NotFound, VisitSettled, ChangedMeanwhile."""
    return settle_visit(actor, plan_id, by_rule, {"reason": reason}, visits.may_skip, SKIPPED, shown)


def move_visit(
    actor: Actor, plan_id: int, by_rule: str, to: str, reason: str, shown: Shown = None
) -> PlannedVisit:
    """This visit is due on another day, from today to a year from now.

    Raises Invalid, NotAllowed, NotFound, VisitSettled, ChangedMeanwhile.
    """
    today = local_time.date_today()
    day = local_time.as_day(to)
    wrong = list(mistakes_in_day("to", day, today, today + LOOK_BACK))
    if day is None or wrong:
        raise Invalid(wrong)
    typed = {"to": day.isoformat(), "reason": reason}
    return settle_visit(actor, plan_id, by_rule, typed, visits.may_move, MOVED, shown)


def settle_visit(
    actor: Actor, plan_id: int, by_rule: str, typed: dict, allowed, outcome: str, shown: Shown
) -> PlannedVisit:
    with transaction():
        plans.for_writing(plan_id)  # what is done or skipped meanwhile decides
        visit = visits.visit_in_scope(actor, plan_id, by_rule)
        if not visit.open:
            raise VisitSettled
        if not allowed(actor, visit):
            raise NotAllowed
        reason = VISIT_INPUTS["reason"].value(typed["reason"])
        if not reason:
            raise Invalid([("reason", REASON_NEEDED, {})])
        if too_long := VISIT_INPUTS["reason"].mistake(reason):
            raise Invalid([("reason", too_long[0], {"label": VISIT_INPUTS["reason"].label, **too_long[1]})])
        now = visit_as_settled(visit)
        values = now | typed | {"reason": reason}
        about = f"visit.{outcome}", str(visit.plan.id)
        changed = form_changes.changes_of_form(VISIT_INPUTS, now, values, shown)  # its page says by whom
        if changed or outcome != visit.state.outcome:
            said = {"reason": reason, "actor": actor.user_id, "moved_to": values["to"]}
            plans.settle_visit(visit.plan.id, by_rule, outcome, **said)
            audit.record_action(actor.user_id, *about, due=by_rule, **changed)
        return visit


def visit_as_settled(visit: PlannedVisit) -> dict[str, str]:
    """Input → what was said of a visit."""
    return {"to": visit.state.moved_to, "reason": visit.state.reason}


def mark_visit_done(draft: Draft, record: str, actor: Actor) -> None:
    """The visit that a sheet did, by its first entry; call in that entry's transaction, after the projection.

    It is the visit the sheet was started from (`draft.origin`: plan, due), if the work was not done so long before that
    day that it was another; else of the open ones of the same form and place the nearest to the day of the work, not
    further away than half the plan's period. A correction keeps the visit of what it corrects, unless it says that this
    was elsewhere: then that visit is open again.
    """
    if draft.client_id is None:
        return
    key, found = definitions.row(draft.definition_id).key, plans.of_client(draft.client_id)
    same_form = [plan.id for plan in found if plan.key == key]
    if not same_form:
        return
    plans.lock_plans(same_form)
    rooms, machines = plans.places_of_record(record)
    rooms, machines = rooms | {draft.origin.get("room")}, machines | {draft.origin.get("device")}
    fitting = [plan for plan in found if plan.key == key and fits_place(plan, rooms, machines)]
    if draft.origin.get("supersedes"):
        corrected = list(records.rows_corrected_by(draft.origin["supersedes"]))
        if keeps_visit(actor, [row.uuid for row in corrected], {plan.id for plan in fitting}):
            return
    book, day = PlanBook(found), local_time.date_of(plans.work_moment_of(record))
    visit = visit_started_from(book, key, draft.origin, day) or nearest_visit(book, fitting, day)
    if visit:
        name = visit.by_rule.isoformat()
        plans.settle_visit(visit.plan.id, name, VISIT_DONE, record=record, actor=actor.user_id)
        audit.record_action(actor.user_id, "visit.done", str(visit.plan.id), due=name)


def fits_place(plan: Plan, rooms: set, machines: set) -> bool:
    """Is a sheet about these rooms and devices one about the plan's place?"""
    right_room = plan.room_id is None or plan.room_id in rooms
    return right_room and (plan.device_id is None or plan.device_id in machines)


def keeps_visit(actor: Actor, corrected: list[str], fitting: set[int]) -> bool:
    """Does the visit that these sheets did stay done? One whose plan they did fit, and don't now, is open again."""
    held = plans.visits_done_by(corrected)
    left = [
        v for v in held if v.plan_id not in fitting and fits_place(v.plan, *plans.places_of_record(v.record))
    ]
    for visit in left:
        plans.reopen_visit(visit)
        audit.record_action(actor.user_id, "visit.reopen", str(visit.plan_id), due=visit.due_on)
    return len(held) > len(left)


def visit_started_from(book: PlanBook, key: str, origin: dict, worked_on: date) -> PlannedVisit | None:
    """The open visit that an origin names, if client, form and day are these: an address can be written by hand, and a
    sheet that is written later on tells of another day."""
    due = local_time.as_day(str(origin.get("due", "")))
    plan = next((p for p in book.plans if p.id == origin.get("plan") and p.key == key), None)
    visit = book.visit_by_rule(plan, due) if plan and due else None
    if visit is None or not visit.open:
        return None
    early = book.rule_of(visit.plan).half_period * DAY
    return visit if visit.day - early <= worked_on else None


def nearest_visit(book: PlanBook, fitting: list[Plan], day: date) -> PlannedVisit | None:
    """Of several plans' visits as near, that of the most particular place."""
    near = [
        visit
        for plan in fitting
        for half in [book.rule_of(plan).half_period * DAY]
        for visit in book.visits_of_plans([plan], day - half, day + half)
        if visit.open
    ]
    return min(
        near,
        key=lambda visit: (
            abs(visit.day - day), visit.plan.device_id is None, visit.plan.room_id is None, visit.day
        ),
        default=None,
    )  # fmt: skip


# What other pages ask


def visits_due_for(actor: Actor) -> list[WaitingVisit]:
    """What waits for this person on their own page: a technician's late and coming visits; for who plans, all late ones."""
    role = actor.user.role if actor.user else ""
    if role not in ("technician", *PLANNERS):
        return []
    last = local_time.date_today() + (SOON_SPAN if role == "technician" else -DAY)
    found = visits.plan_book(actor.viewer).visits_asked_until(last)
    mine = [visit for visit in found if role != "technician" or visits.is_for(visit, actor.user_id)]
    return visits.waiting_visits(mine)


def visits_of_actor(actor: Actor) -> list[WaitingVisit]:
    """A technician's late and coming visits; for who does instead of others those of clients without a technician."""
    if actor.viewer.role == "technician":
        return visits_due_for(actor)
    return visits.waiting_visits(
        PlanBook(plans.plans_without_technician(actor.viewer)).visits_asked_until(local_time.date_today())
    )


def visits_coming(actor: Actor, client: int | None = None) -> list[PlannedVisit]:
    """Late and due in the next two weeks, those that are done or skipped too."""
    return visits.plan_book(actor.viewer, client).visits_asked_until(local_time.date_today() + LOOK_AHEAD)


def visits_this_year(client: Client) -> tuple[int, int]:
    """(visits done, visits planned but for those skipped) of this calendar year, for the contract strip."""
    today = local_time.date_today()
    first, last = today.replace(month=1, day=1), today.replace(month=12, day=31)
    found = PlanBook(plans.of_client(client.id)).visits_between(first, last)
    return sum(visit.done for visit in found), sum(visit.state.outcome != SKIPPED for visit in found)
