"""What is due: the visits of plans in a period, each where it stands now. Reading only; flow.calendar.plans has the verbs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from fieldforms import config, i18n
from fieldforms.errors import NotFound
from fieldforms.flow import local_time
from fieldforms.flow.calendar import due_days
from fieldforms.flow.calendar.due_days import DAY
from fieldforms.flow.calendar.holidays import Calendar
from fieldforms.flow.people.actors import Actor, may_start_as
from fieldforms.store.calendar import plans
from fieldforms.store.calendar.plans import MOVED, OPEN, SKIPPED, VISIT_DONE, VISIT_UNTOUCHED, VisitState
from fieldforms.store.faults import board
from fieldforms.store.library import definitions
from fieldforms.store.models import Plan, User

PLANNERS = ("dispatcher", "supervisor", "admin")
LOOK_AHEAD = 14 * DAY  # what the list of due visits looks forward to
LOOK_BACK = 366 * DAY  # how far back a plan's page looks


@dataclass(frozen=True)
class PlannedVisit:
    """One visit of a plan. `by_rule` names it, `day` is when it is due now. `technician`: of the plan as it is now."""

    plan: Plan
    by_rule: date
    day: date
    state: VisitState
    technician: User | None
    today: date
    label: dict | str = field(compare=False)  # of the plan's form, see form_label
    newest: int = field(compare=False)  # the plan's newest version

    @property
    def open(self) -> bool:
        return self.state.outcome in (OPEN, MOVED)

    @property
    def done(self) -> bool:
        return self.state.outcome == VISIT_DONE

    @property
    def late(self) -> bool:
        return self.open and self.day < self.today

    @property
    def what(self) -> tuple:
        """What is done where: the same of all visits of a plan, whichever of its versions they are of."""
        return self.newest, self.plan.key, self.plan.room_id, self.plan.device_id


@dataclass(frozen=True)
class WaitingVisit:
    """A visit that waits, and how many older ones of its plan were never made, and are not made up for."""

    visit: PlannedVisit
    missed: int = 0

    @property
    def times(self) -> int:
        """How many visits wait here: what every page says."""
        return self.missed + 1


class PlanBook:
    """The plans somebody sees, with all that is needed to say what is due: read once, asked often."""

    def __init__(self, found: Iterable[Plan], calendar: Calendar | None = None):
        self.plans = list(found)
        self.calendar = calendar or Calendar()
        self.successors = {plan.replaces_id: plan for plan in self.plans if plan.replaces_id}
        self.today = local_time.date_today()
        self.labels: dict[str, dict | str] = {}

    def newest_version_of(self, plan: Plan) -> Plan:
        while plan.id in self.successors:
            plan = self.successors[plan.id]
        return plan

    def rule_of(self, plan: Plan) -> due_days.Rule:
        """A plan counts until the day before the one that replaces it begins, or the day before it was ended."""
        ends = [date.fromisoformat(plan.ends_on)] if plan.ends_on else []
        successor = self.successors.get(plan.id)
        if successor:
            ends.append(date.fromisoformat(successor.starts_on) - DAY)
        elif plan.ended_at:
            ends.append(i18n.local(plan.ended_at, config.current.tz).date() - DAY)
        starts = date.fromisoformat(plan.starts_on)
        return due_days.Rule(
            plan.every, plan.unit, starts, min(ends, default=None), plan.weekday, plan.skip_holidays
        )

    def label_of(self, plan: Plan) -> dict | str:
        if plan.key not in self.labels:
            self.labels[plan.key] = form_label(plan)
        return self.labels[plan.key]

    def is_in_force(self, plan: Plan) -> bool:
        """Is there still something to come of it?"""
        ends = self.rule_of(plan).ends_on
        return ends is None or ends >= self.today

    def visits_between(self, first: date, last: date) -> list[PlannedVisit]:
        """All that stand between these days, by day."""
        return self.visits_of_plans(self.plans, first, last)

    def visits_asked_until(self, last: date) -> list[PlannedVisit]:
        """Until this day, and as far back as a visit that nobody made is still asked for: a daily one a month."""
        by_reach: dict[timedelta, list[Plan]] = {}
        for plan in self.plans:
            by_reach.setdefault(time_asked_back(plan), []).append(plan)
        found = [
            visit
            for far, some in by_reach.items()
            for visit in self.visits_of_plans(some, self.today - far, last)
        ]
        return sorted(found, key=sort_key)

    def is_asked(self, visit: PlannedVisit) -> bool:
        """Is it late and not so long ago that nobody asks for it any more? What every page counts as 逾期."""
        return visit.late and visit.day >= self.today - time_asked_back(visit.plan)

    def visits_of_plans(self, some: list[Plan], first: date, last: date) -> list[PlannedVisit]:
        """As `visits_between`, of some of the plans."""
        states = self.known_states([plan.id for plan in some], first - due_days.REACH, last)
        found = [
            visit
            for plan in some
            for visit in self.visits_of_plan(plan, first, last, states.get(plan.id, {}))
        ]
        return sorted(found, key=sort_key)

    def known_states(self, some: list[int], first: date, last: date) -> dict[int, dict[date, VisitState]]:
        found: dict[int, dict[date, VisitState]] = {}
        for plan, day, state in plans.states_of_visits(some, first.isoformat(), last.isoformat()):
            found.setdefault(plan, {})[date.fromisoformat(day)] = state
        return found

    def visits_of_plan(
        self, plan: Plan, first: date, last: date, states: dict[date, VisitState]
    ) -> Iterator[PlannedVisit]:
        rule, newest = self.rule_of(plan), self.newest_version_of(plan)
        days = {
            turn.by_rule: turn.day
            for turn in due_days.due_visits(rule, first, last, self.calendar.is_working_day)
        }
        days |= self.days_of_known_visits(rule, states)
        who = self.technician_of(newest)
        for by_rule, day in days.items():
            if first <= day <= last:
                yield PlannedVisit(
                    plan,
                    by_rule,
                    day,
                    states.get(by_rule, VISIT_UNTOUCHED),
                    who,
                    self.today,
                    self.label_of(plan),
                    newest.id,
                )

    def technician_of(self, plan: Plan) -> User | None:
        """Whom the plan names, while they are there and serve its client: else it is every technician's of the client."""
        named = plan.technician if plan.technician_id else None
        return named if named and named in self.technicians_by_client.get(plan.client_id, ()) else None

    @cached_property
    def technicians_by_client(self) -> dict[int, list[User]]:
        return board.technicians_by_client({plan.client_id for plan in self.plans})

    def days_of_known_visits(self, rule: due_days.Rule, states: dict[date, VisitState]) -> dict[date, date]:
        """Visits of which something is known, and their days: made and skipped ones stay whatever the rule says."""
        found = {}
        for by_rule, state in states.items():
            asked = rule.ends_on is None or by_rule <= rule.ends_on
            if state.outcome in (VISIT_DONE, SKIPPED) or (state.outcome == MOVED and asked):
                found[by_rule] = (
                    date.fromisoformat(state.moved_to) if state.moved_to else self.day_of_visit(rule, by_rule)
                )
        return found

    def day_of_visit(self, rule: due_days.Rule, by_rule: date) -> date:
        return (
            due_days.next_working_day(by_rule, self.calendar.is_working_day)
            if rule.skip_holidays
            else by_rule
        )

    def visit_by_rule(self, plan: Plan, by_rule: date) -> PlannedVisit | None:
        """The visit of this name."""
        moved = (
            self.known_states([plan.id], by_rule, by_rule)
            .get(plan.id, {})
            .get(by_rule, VISIT_UNTOUCHED)
            .moved_to
        )
        first, last = by_rule, by_rule + due_days.REACH
        if moved:
            first = last = date.fromisoformat(moved)
        return next(
            (visit for visit in self.visits_of_plans([plan], first, last) if visit.by_rule == by_rule), None
        )


def time_asked_back(plan: Plan) -> timedelta:
    """Four periods, but a month at least and a year at most."""
    return min(LOOK_BACK, max(31 * DAY, 4 * plan.every * due_days.LONGEST_UNIT[plan.unit] * DAY))


def sort_key(visit: PlannedVisit) -> tuple:
    return visit.day, visit.plan.client_id, visit.plan.id


def plan_book(viewer, client: int | None = None) -> PlanBook:
    return PlanBook(plans.seen_by(viewer, client))


def visit_in_scope(actor: Actor, plan_id: int, by_rule: str) -> PlannedVisit:
    """A visit in the actor's scope. Raises NotFound."""
    plan = plans.get_plan(actor.viewer, plan_id)
    visit = (
        plan_book(actor.viewer, plan.client_id).visit_by_rule(plan, date.fromisoformat(by_rule))
        if plan
        else None
    )
    if visit is None:
        raise NotFound
    return visit


def form_label(plan: Plan) -> dict | str:
    """{zh, en} of the form's newest version, retired or not."""
    row = plans.newest_version_id(plan.key)
    return definitions.read_definition(definitions.row(row)).label if row else plan.key


def is_for(visit: PlannedVisit, user: int | None) -> bool:
    """Is it this person's? Where a plan names nobody it is every technician's of the client."""
    return visit.technician is None or visit.technician.id == user


def waiting_visits(visits: Iterable[PlannedVisit]) -> list[WaitingVisit]:
    """The open visits, of those of a plan that are late only the last: the one before is not made up for."""
    late: dict[tuple, WaitingVisit] = {}
    ahead = []
    for visit in visits:
        if visit.late:
            missed = late[visit.what].times if visit.what in late else 0
            late[visit.what] = WaitingVisit(visit, missed)
        elif visit.open:
            ahead.append(WaitingVisit(visit))
    return [*late.values(), *ahead]


def may_start(actor: Actor, visit: PlannedVisit) -> bool:
    """May this person fill the form's first step?"""
    row = definitions.current_version(visit.plan.key)
    return (
        visit.open and row is not None and may_start_as(actor, definitions.read_definition(row).steps[0].by)
    )


def may_skip(actor: Actor, visit: PlannedVisit) -> bool:
    """Who plans, and a technician whose visit it is."""
    role = actor.user.role if actor.user else ""
    mine = role == "technician" and is_for(visit, actor.user_id)
    return visit.open and (mine or role in PLANNERS)


def may_move(actor: Actor, visit: PlannedVisit) -> bool:
    return visit.open and actor.user is not None and actor.user.role in PLANNERS
