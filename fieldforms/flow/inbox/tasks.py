"""What a person has to do, and what a lead has to look after."""

from dataclasses import dataclass
from datetime import timedelta

from fieldforms.flow import local_time
from fieldforms.flow.people.actors import FILLS, SIGNERS, Actor, may_fill_as
from fieldforms.flow.record import approvals, folding, step_rights
from fieldforms.flow.reporting import form_lists
from fieldforms.flow.sheets import words_of_records
from fieldforms.forms.definition import Step
from fieldforms.store import clock
from fieldforms.store.inbox import doers, tasks
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import lists, records
from fieldforms.store.register import clients

UNREAD_FOR = 30  # days
MOST_UNREAD = 1000


def steps_of_actor(actor: Actor) -> list[Record]:
    """Open sheets whose next step is this person's, by role or by name, or because nobody else is left; longest
    waiting first."""
    my_roles = {actor.viewer.role, *(user.role for user in actor.represented_users)}
    mine = [by for by, roles in FILLS.items() if my_roles & roles and by != "anyone"]
    waiting = tasks.records_waiting_for_roles(actor.viewer, mine) + doers.records_of_opener(actor.viewer)
    plain = [row for row in waiting if not looks_back(next_step_of_row(row))]
    asked = [row for row in waiting if looks_back(next_step_of_row(row))] + doers.records_else_by(
        actor.viewer, mine
    )
    found = (
        without_others(actor, plain)
        + confirm_turns(actor, asked + records_fallen_to(actor, signed=False))
        + records_assigned_by_name(actor)
    )
    return sorted({row.id: row for row in found}.values(), key=lambda row: row.updated_at)


def looks_back(step: Step) -> bool:
    """Does the step depend on who did an earlier one? A row does not know that, its entries do."""
    return bool(step.else_by or step.not_by_authors_of)


def without_others(actor: Actor, rows: list[Record]) -> list[Record]:
    """Without one's own requests, and for who was only sent to repair without what the client's technicians do."""
    rows = [row for row in rows if not approvals.is_own_request(actor, row, next_step_of_row(row))]
    if actor.viewer.role != "technician":
        return rows
    served = {client.id for client in clients.ever_seen_by(actor.viewer)}
    return [row for row in rows if row.client_id is None or row.client_id in served or is_first(actor, row)]


def is_first(actor: Actor, row: Record) -> bool:
    form = definitions.read_definition(row.definition)
    return step_rights.keeps_first_step(actor, row, form.step(row.next_step), form)


def records_fallen_to(actor: Actor, signed: bool) -> list[Record]:
    """What may be this person's because nobody else is left (step_rights.LAST_RESORT). `signed`: of what waits for a signature."""
    role = actor.viewer.role
    return (
        doers.records_fallen_to(actor.viewer, role, step_rights.roles_before(role), signed)
        if is_last(actor)
        else []
    )


def confirm_turns(actor: Actor, rows: list[Record]) -> list[Record]:
    """Those whose turn it is indeed by what their entries say: as many questions for all as for one."""
    rows = list({row.id: row for row in rows}.values())
    entries = lists.entries_by_uuid(rows, actor.viewer) if rows else {}
    staff = step_rights.Staff(row.client_id for row in rows if row.client_id)
    return [row for row in rows if is_actors_turn(actor, row, entries[row.uuid], staff)]


def is_actors_turn(
    actor: Actor, row: Record, entries: list[records.Sealed], staff: step_rights.Staff
) -> bool:
    definition = definitions.read_definition(row.definition)
    fold = folding.fold_entries(definition, entries)
    if fold.turn is None:
        return False
    person = folding.assignee_of_step(
        definition, fold.turn, folding.answers_before(definition, fold, fold.turn)
    )
    now = step_rights.turn_of_step(fold.turn, row, fold.standing, person, staff)
    if now.is_for(actor.user) or (now.by == "technician" and is_first(actor, row)):
        return True
    return step_rights.stands_in(actor, fold.turn, row, fold.standing)


def next_step_of_row(row: Record) -> Step:
    return definitions.read_definition(row.definition).step(row.next_step)


def records_assigned_by_name(actor: Actor) -> list[Record]:
    """The row says whom the form names; where several steps name people, the entries say whom this one does."""
    rows = tasks.records_naming_viewer(actor.viewer)
    return [row for row in rows if names_one_assignee(row) or assignee_of_row(actor, row) == actor.user_id]


def names_one_assignee(row: Record) -> bool:
    return sum(step.by == "assignee" for step in definitions.read_definition(row.definition).steps) == 1


def assignee_of_row(actor: Actor, row: Record) -> int | None:
    definition = definitions.read_definition(row.definition)
    fold = folding.fold_entries(definition, records.entries(row.uuid, actor.viewer, definition))
    earlier = folding.answers_before(definition, fold, fold.turn) if fold.turn else {}
    return folding.assignee_of_step(definition, fold.turn, earlier) if fold.turn else None


def records_waiting_for_signature(actor: Actor) -> list[Record]:
    """Sheets that wait for a client, longest waiting first; without those that fell to this person."""
    return tasks.records_waiting_for_roles(actor.viewer, sorted(SIGNERS), fallen_to_actor(actor))


def to_carry(actor: Actor) -> list[Record]:
    """Those that are this person's to bring to their signature: the client's technicians', else the dispatcher's."""
    if actor.viewer.role == "technician":
        return records_waiting_for_signature(actor)
    return confirm_turns(actor, records_fallen_to(actor, signed=True))


@dataclass(frozen=True)
class OpenReport:
    """`due`: the moment (UTC ms) at which the next thing agreed for it is or was due; None where nothing is."""

    row: Record
    due: int | None
    urgent: bool

    @property
    def late(self) -> bool:
        """As the board says it."""
        return self.due is not None and self.due < clock.now()

    @property
    def order(self) -> tuple:
        """Late ones first, of those urgent ones, then the longest late; the others step by step."""
        return (0, not self.urgent, self.due) if self.late else (1, *step_order(self.row))


def open_reports_of_others(actor: Actor) -> list[OpenReport]:
    """Open reports of the forms that anybody at a device may begin, without those of `steps_of_actor`."""
    found = tasks.unfinished_of_forms(actor.viewer, *forms_and_own_turns(actor), fallen_to_actor(actor))
    due, urgent = {row.uuid: due for row, due in form_lists.next_due(found)}, urgent_names()
    reports = [OpenReport(row, due.get(row.uuid), row.urgency in urgent) for row in found]
    return sorted(reports, key=lambda report: report.order)


def urgent_names() -> set[str]:
    """All urgencies but the first of each form, which is the ordinary one."""
    return {choice.name for choice in words_of_records.choices_meaning("urgency")[1:]}


def count_open_reports_of_others(actor: Actor) -> int:
    """How many there are, however few `open_reports_of_others` gives."""
    return tasks.count_unfinished(actor.viewer, *forms_and_own_turns(actor), fallen_to_actor(actor))


def fallen_to_actor(actor: Actor) -> tuple[str, tuple[str, ...]] | None:
    """This person's role and those of last resort before it: what fell to them for want of others is listed as theirs."""
    role = actor.viewer.role
    return (role, step_rights.roles_before(role)) if is_last(actor) else None


def is_last(actor: Actor) -> bool:
    return actor.viewer.role in step_rights.LAST_RESORT


def overdue_of_others(actor: Actor) -> list[Record]:
    """What is past its day and waits for somebody else (a recording that is not back, a paper without its reply): for who
    looks after it. Faults stand on their own list."""
    public, own = forms_and_own_turns(actor)
    return tasks.records_overdue(actor.viewer, local_time.today(), public, own)


def visitors_inside(actor: Actor) -> list[Record]:
    """Visits that somebody has entered and nobody noted the end of, the longest there first: of forms that name a visitor,
    those whose next step tells when they left."""
    leaving = {
        (form.key, step.name)
        for row in definitions.in_use()
        if (form := definitions.read_definition(row)).meanings.get("visitor")
        for step in form.steps[1:]
        if any(field.means == "departure" for field in form.fields_of(step))
    }
    keys, steps = {key for key, _step in leaving}, {step for _key, step in leaving}
    return tasks.records_at_steps(actor.viewer, sorted(keys), sorted(steps))


def has_stayed(row: Record) -> bool:
    """Since before today: who left was forgotten, or is still there."""
    return row.updated_at < local_time.start_of(local_time.today())


def forms_and_own_turns(actor: Actor) -> tuple[list[str], list[str]]:
    """(forms, whose turns are this person's own)."""
    public = [row.key for row in definitions.in_use() if definitions.read_definition(row).public]
    return public, [by for by in FILLS if may_fill_as(actor, by)]


def step_order(row: Record) -> tuple[str, int]:
    names = [step.name for step in definitions.read_definition(row.definition).steps]
    return row.key, names.index(row.next_step)


def count_unread_records(actor: Actor) -> int:
    """How many of the last days' finished sheets nobody has read; MOST_UNREAD means at least so many."""
    return tasks.count_unread(actor.viewer, local_time.start_of(unread_since()), MOST_UNREAD)


def unread_since() -> str:
    """The day (ISO) from which on sheets are to be read."""
    return (local_time.date_today() - timedelta(days=UNREAD_FOR)).isoformat()
