"""What a person has to do, and what a lead has to look after."""

from fieldforms.flow import approvals, folding, whose
from fieldforms.flow.actors import FILLS, SIGNERS, Actor, fills
from fieldforms.forms.definition import Step
from fieldforms.store import clients, clock, definitions, lists, records, tasks
from fieldforms.store.models import Record

LOW_FOR = 30 * clock.DAY
MOST_UNREAD = 1000


def my_turn(actor: Actor) -> list[Record]:
    """Open sheets whose next step is this person's, by role or by name; longest waiting first."""
    my_roles = {actor.viewer.role, *(user.role for user in actor.represented)}
    mine = [by for by, roles in FILLS.items() if my_roles & roles and by != "anyone"]
    elses = tasks.waiting_at(actor.viewer, instead(mine))
    waiting = tasks.waiting(actor.viewer, mine) + [row for row in elses if step_of(row).else_by in mine]
    waiting = but_own_work(actor, waiting)
    if actor.viewer.role == "technician":  # who was only sent to repair does not review their own repair
        served = {client.id for client in clients.seen_by(actor.viewer)}
        waiting = [row for row in waiting if row.client_id is None or row.client_id in served]
    waiting = [row for row in waiting if not approvals.is_own(actor, row, step_of(row))]
    found = {row.id: row for row in waiting + assigned(actor)}.values()
    return sorted(found, key=lambda row: row.updated_at)


def instead(mine: list[str]) -> list[tuple[str, str]]:
    """(form, step) of the steps that are one of these roles' while nobody else is left."""
    forms = (definitions.read(row) for row in definitions.in_use())
    return [(form.key, step.name) for form in forms for step in form.steps if step.else_by in mine]


def but_own_work(actor: Actor, rows: list[Record]) -> list[Record]:
    """Without steps that somebody else is to do: where there is an else_by the entries are asked, a row does not know."""
    asked = [row for row in rows if step_of(row).else_by]
    entries = lists.entries_of(asked, actor.viewer) if asked else {}
    seen = {
        row.id: records.Seen(row, definitions.read(row.definition), tuple(entries[row.uuid])) for row in asked
    }
    return [row for row in rows if row.id not in seen or is_turn(actor, seen[row.id])]


def is_turn(actor: Actor, seen: records.Seen) -> bool:
    fold = folding.fold(seen.definition, seen.entries)
    if fold.turn is None:
        return False
    return whose.may_fill(actor, seen, fold.turn, folding.before(seen.definition, fold, fold.turn))


def step_of(row: Record) -> Step:
    return definitions.read(row.definition).step(row.next_step)


def assigned(actor: Actor) -> list[Record]:
    """The row says whom the form names; where several steps name people, the entries say whom this one does."""
    rows = tasks.waiting_for(actor.viewer)
    return [row for row in rows if names_once(row) or assignee(actor, row) == actor.user_id]


def names_once(row: Record) -> bool:
    return sum(step.by == "assignee" for step in definitions.read(row.definition).steps) == 1


def assignee(actor: Actor, row: Record) -> int | None:
    definition = definitions.read(row.definition)
    fold = folding.fold(definition, records.entries(row.uuid, actor.viewer, definition))
    earlier = folding.before(definition, fold, fold.turn) if fold.turn else {}
    return folding.assignee(definition, fold.turn, earlier) if fold.turn else None


def for_signature(actor: Actor) -> list[Record]:
    """Sheets that wait for a client, longest waiting first."""
    return tasks.waiting(actor.viewer, sorted(SIGNERS))


def faults(actor: Actor) -> list[Record]:
    """Open reports of the forms that anybody at a device may begin, step by step; without those of `my_turn`."""
    return sorted(tasks.unfinished(actor.viewer, *others_faults(actor)), key=step_order)


def count_faults(actor: Actor) -> int:
    """How many there are, however few `faults` gives."""
    return tasks.count_unfinished(actor.viewer, *others_faults(actor))


def others_faults(actor: Actor) -> tuple[list[str], list[str]]:
    """(forms, whose turns are this person's own)."""
    public = [row.key for row in definitions.in_use() if definitions.read(row).public]
    return public, [by for by in FILLS if fills(actor, by)]


def step_order(row: Record) -> tuple[str, int]:
    names = [step.name for step in definitions.read(row.definition).steps]
    return row.key, names.index(row.next_step)


def low_ratings(actor: Actor) -> list[Record]:
    """The last 30 days' ratings in the lower half of their scale that nobody has followed up.

    Only for whom ratings are for (design.md, "Who may see what").
    """
    if actor.viewer.role not in lists.RATING_READERS:
        return []
    return tasks.rated(actor.viewer, sorted(low_answers()), clock.now() - LOW_FOR)


def low_answers() -> set[str]:
    """The lower half of each form's scale, best first: CSAT counts the upper (experience.md, Supervisors)."""
    scales = [definitions.read(row).meaning("satisfaction") for row in definitions.in_use()]
    return {choice.name for scale in scales if scale for choice in scale.choices[len(scale.choices) // 2 :]}


def unread(actor: Actor) -> int:
    """How many of the last 30 days' finished sheets nobody has read; MOST_UNREAD means at least so many."""
    return tasks.count_unread(actor.viewer, clock.now() - LOW_FOR, MOST_UNREAD)
