"""Plans of the maintenance calendar, and what became of their visits.

A visit is done while the sheet that did it stands: a cancelled sheet's visit is open again by itself, for what is read
here looks at the sheet. What a correction does to it is `plans.mark_visit_done`.
"""

from dataclasses import dataclass

from peewee import JOIN

from fieldforms.store import clock, repeats, scope
from fieldforms.store.database import select_for_update
from fieldforms.store.models import (
    Assignment,
    Client,
    Device,
    FormVersion,
    Plan,
    Record,
    RecordDevice,
    Room,
    User,
    Visit,
)
from fieldforms.store.prepared import one_of, prepared

VISIT_DONE, SKIPPED, MOVED, OPEN = "done", "skipped", "moved", "open"


@dataclass(frozen=True)
class VisitState:
    """One visit as it stands. `moved_to`: ISO day or "". `record`: uuid of the sheet that did it."""

    outcome: str = OPEN
    moved_to: str = ""
    reason: str = ""
    record: str = ""
    at: int | None = None
    by: str = ""


VISIT_UNTOUCHED = VisitState()


def selection():
    return (
        Plan.select(Plan, Client, Room, Device, User)
        .join(Client)
        .switch(Plan)
        .join(Room, JOIN.LEFT_OUTER)
        .switch(Plan)
        .join(Device, JOIN.LEFT_OUTER)
        .switch(Plan)
        .join(User, JOIN.LEFT_OUTER, on=(Plan.technician == User.id))
    )


def seen_by(viewer, client: int | None = None) -> list[Plan]:
    """Plans of every version, of one client or of all in use that are served, oldest first."""
    return plans_in_scope(viewer, client, of_client=client is not None)


@scope.prepared_by_viewer
def plans_in_scope(viewer, client, *, of_client):
    query = selection().where(scope.clients(viewer, Plan.client))
    whose = Plan.client == client if of_client else Client.retired_at.is_null()
    return query.where(whose).order_by(Plan.id)


@scope.prepared_by_viewer
def plans_without_technician(viewer):
    """Plans of clients that no technician serves, oldest first."""
    serving = Assignment.select(Assignment.client).join(User)
    serving = serving.where(Assignment.until.is_null(), User.disabled_at.is_null(), User.role == "technician")
    query = selection().where(scope.clients(viewer, Plan.client), Plan.client.not_in(serving))
    return query.where(Client.retired_at.is_null()).order_by(Plan.id)


def plans_naming(user: User) -> list[Plan]:
    """Plans in force that name this person, by client."""
    return plans_of_technician(user.id)


@prepared
def plans_of_technician(user):
    query = selection().where(Plan.technician == user, Plan.ended_at.is_null())
    return query.order_by(Plan.client, Plan.id)


def get_plan(viewer, plan_id: int) -> Plan | None:
    return next(iter(plan_in_scope(viewer, plan_id)), None)


@scope.prepared_by_viewer
def plan_in_scope(viewer, plan_id):
    return selection().where(Plan.id == plan_id, scope.clients(viewer, Plan.client))


def for_writing(plan_id: int) -> Plan | None:
    """Locked for the rest of the transaction: a plan ends once, and a visit is settled by one person at a time."""
    return select_for_update(Plan.select().where(Plan.id == plan_id)).first()


def lock_plans(plans: list[int]) -> None:
    """As `for_writing`, of several, in one order for everybody."""
    list(select_for_update(Plan.select(Plan.id).where(Plan.id.in_(plans)).order_by(Plan.id)))


@prepared
def of_client(client):
    return selection().where(Plan.client == client).order_by(Plan.id)


def add_plan(**values) -> Plan:
    return Plan.create(created_at=clock.now(), **values)


def plan_sent_twice(values: dict) -> Plan | None:
    return repeats.row_sent_twice(Plan, values, Plan.ended_at.is_null())


def end_plan(plan: Plan, by: int) -> None:
    Plan.update(ended_at=clock.now(), ended_by=by).where(Plan.id == plan.id).execute()


def successor_of(plan: Plan) -> Plan | None:
    """The plan that replaced it."""
    return Plan.get_or_none(Plan.replaces == plan.id)


def states_of_visits(plans: list[int], first: str, last: str) -> list[tuple[int, str, VisitState]]:
    """(plan, day by its rule, what became of it) of these days, or moved to them. Days are ISO."""
    said = visits_within(tuple(plans), first, last) if plans else []
    return [(plan, due_on, state_of_visit(*rest)) for plan, due_on, *rest in said]


@prepared
def visits_within(plans, first, last):
    within = Visit.due_on.between(first, last) | Visit.moved_to.between(first, last)
    return (
        Visit.select(
            Visit.plan, Visit.due_on, Visit.outcome, Visit.moved_to, Visit.reason, Visit.record, Visit.at,
            User.name, Record.state,
        )
        .join(User, JOIN.LEFT_OUTER)
        .switch(Visit)
        .join(Record, JOIN.LEFT_OUTER, on=((Visit.record == Record.uuid) & (Visit.record != "")))
        .where(one_of(Visit.plan, plans), within)
    ).tuples()  # fmt: skip


def state_of_visit(outcome, moved_to, reason, record, at, by, sheet) -> VisitState:
    """`sheet`: the state of the sheet that did it, None when there is none."""
    if outcome == VISIT_DONE and sheet == "cancelled":
        outcome, record = MOVED if moved_to else OPEN, ""
    return VisitState(outcome, moved_to, reason, record, at, by or "")


def settle_visit(plan: int, due_on: str, outcome: str, **values) -> None:
    """What became of a visit; what is not said again (where it was moved to, why) stays."""
    said = {"outcome": outcome, "at": clock.now(), **values}
    Visit.insert(plan=plan, due_on=due_on, **said).on_conflict(
        conflict_target=[Visit.plan, Visit.due_on],
        update={getattr(Visit, name): value for name, value in said.items()},
    ).execute()


def visits_done_by(records: list[str]) -> list[Visit]:
    query = Visit.select(Visit, Plan).join(Plan).where(Visit.record.in_(records), Visit.outcome == VISIT_DONE)
    return list(query)


def reopen_visit(visit: Visit) -> None:
    if visit.moved_to:
        Visit.update(outcome=MOVED, record="").where(Visit.id == visit.id).execute()
    else:
        Visit.delete().where(Visit.id == visit.id).execute()


def work_moment_of(record: str) -> int:
    """UTC ms of when the work of a projected record was done."""
    return Record.select(Record.dated_at).where(Record.uuid == record).scalar()


def visible_numbers(viewer, records: list[str]) -> dict[str, str]:
    """Uuid → number of those of these sheets that the viewer may see."""
    return dict(numbers_in_scope(viewer, tuple(records))) if records else {}


@scope.prepared_by_viewer
def numbers_in_scope(viewer, uuids):
    query = Record.select(Record.uuid, Record.number)
    return query.where(one_of(Record.uuid, uuids), scope.records(viewer)).tuples()


def places_of_record(record: str) -> tuple[set[int], set[int]]:
    """(rooms, devices) that a sheet is about, as its projection says."""
    row = Record.get(Record.uuid == record)
    found = list(Device.select(Device.id, Device.room).join(RecordDevice).where(RecordDevice.record == row))
    rooms = {device.room_id for device in found} | {row.room_id}
    return rooms - {None}, {device.id for device in found}


def newest_version_id(key: str) -> int | None:
    """Id of the newest version of a form, in use or retired."""
    newest = version_ids_of.first(key)
    return newest[0] if newest else None


@prepared
def version_ids_of(key):
    query = FormVersion.select(FormVersion.id).where(FormVersion.key == key)
    return query.order_by(FormVersion.version.desc()).limit(1).tuples()
