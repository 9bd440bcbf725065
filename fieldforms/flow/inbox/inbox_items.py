"""My turn: everything that waits for one person, most urgent first (issue "My turn")."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from fieldforms.flow import local_time
from fieldforms.flow.calendar import plans
from fieldforms.flow.completing import aftercare, decisions, follow_ups, notes, reviews
from fieldforms.flow.faults import targets
from fieldforms.flow.filling import drafts
from fieldforms.flow.inbox import tasks
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import step_rights
from fieldforms.flow.register import register_looks
from fieldforms.flow.stock import movements
from fieldforms.store import clock
from fieldforms.store.faults import known_faults
from fieldforms.store.filling.drafts import drafts_of_disabled
from fieldforms.store.inbox.tasks import numbers_by_record, open_drafts_of
from fieldforms.store.models import Draft, Record
from fieldforms.store.stock import shortages

TOLD_KINDS = ("decision", "note")  # nobody waits for what one is only told


@dataclass(frozen=True)
class InboxItem:
    """One thing that waits. `kind` says what is to be done with it, and what `about` is:

    step, signature, follow_up, correction, decision, note: a Record · rating: an aftercare.Care · visit: a plans.Due · holding: a stock.Holding · draft: a Draft
    · shortage: a shortages.OpenShortage · known_fault: a KnownFault · register_look: a register_looks.ChangesOfPerson.
    `since`: UTC ms, when it began to wait, or will; `by_day`: it is due on a day, and waits in days, not from midnight on.
    """

    kind: str
    about: Any
    since: int
    late: bool = False
    urgent: bool = False
    by_day: bool = False

    @property
    def waiting_time(self) -> int:
        """How long, in ms: 0 of what is coming, of what is only told, and of what is due today."""
        if self.is_coming or self.kind in TOLD_KINDS:
            return 0
        past = clock.now() - self.since
        return past // clock.DAY_MS * clock.DAY_MS if self.by_day else past

    @property
    def is_coming(self) -> bool:
        return self.since > clock.now()

    @property
    def order(self) -> tuple:
        """Late work first, then urgent work; things to bring back, what was put aside and what is coming wait; longest
        waiting first."""
        work = self.kind not in ("holding", "draft") and not self.is_coming
        return not (work and self.late), not (work and self.urgent), not work, not self.late, self.since


def items_of_actor(actor: Actor) -> list[InboxItem]:
    """All that this person can get off the list by doing something."""
    steps = list(step_items(actor))
    found = [
        *steps,
        *signature_items(actor),
        *rating_items(actor),
        *follow_up_items(actor),
        *correction_items(actor),
        *decision_items(actor),
        *note_items(actor),
        *visit_items(actor),
    ]
    named = {item.about.number for item in steps}
    found += (item for item in holding_items(actor) if item.about.record not in named)
    found += shortage_items(actor)
    found += known_fault_items(actor)
    found += register_look_items(actor)
    found += map(draft_item, drafts_begun_by(actor))
    return sorted(found, key=lambda turn: turn.order)


def step_items(actor: Actor) -> Iterator[InboxItem]:
    urgent, rows = tasks.urgent_names(), tasks.steps_of_actor(actor)
    agreed = targets.targets_agreed_for(rows)
    for row in rows:
        yield InboxItem("step", row, row.updated_at, is_late_step(row, agreed), row.urgency in urgent)


def is_late_step(row: Record, agreed: targets.AgreedTargets) -> bool:
    """Past its day, or past the time agreed for restoring (flow/faults/targets.py)."""
    if row.due_on and row.due_on < local_time.today():
        return True
    restore_by = agreed.due(row)[1] if row.urgency else None
    return restore_by is not None and restore_by < clock.now()


def signature_items(actor: Actor) -> Iterator[InboxItem]:
    """Who serves the client brings the sheet to its signature, or who does it instead; the others only look on."""
    for row in tasks.to_carry(actor):
        yield InboxItem("signature", row, row.updated_at)


def rating_items(actor: Actor) -> Iterator[InboxItem]:
    """Follow-ups of low ratings and refused signatures."""
    for care in aftercare.cares_of_actor(actor):
        yield InboxItem("rating", care, care.row.low_rating_since, care.late, urgent=True)


def follow_up_items(actor: Actor) -> Iterator[InboxItem]:
    for row in follow_ups.follow_ups_of_actor(actor):
        yield InboxItem(
            "follow_up",
            row,
            local_time.start_of(row.follow_up_on),
            follow_ups.is_follow_up_late(row),
            by_day=True,
        )


def correction_items(actor: Actor) -> Iterator[InboxItem]:
    """Closed sheets whose reviewer asks for a correction, until one is begun."""
    for row in reviews.sheets_to_correct(actor):
        yield InboxItem("correction", row, row.returned_since)


def decision_items(actor: Actor) -> Iterator[InboxItem]:
    """What came of one's own requests, until one has seen it."""
    for row in decisions.decisions_for(actor):
        yield InboxItem("decision", row, row.updated_at)


def note_items(actor: Actor) -> Iterator[InboxItem]:
    """What somebody wrote about one's sheets, until one has seen it."""
    for row in notes.notes_for(actor):
        yield InboxItem("note", row, row.updated_at)


def visit_items(actor: Actor) -> Iterator[InboxItem]:
    if actor.viewer.role == "technician" or step_rights.inherits_drafts(actor):
        for due in plans.visits_of_actor(actor):
            day = local_time.start_of(due.visit.day.isoformat())
            yield InboxItem("visit", due, day, due.visit.late, by_day=True)


def holding_items(actor: Actor) -> Iterator[InboxItem]:
    """A technician's own to bring back; the dispatcher's to get back."""
    if actor.viewer.role not in ("technician", "dispatcher"):
        return
    for held in movements.overdue_holdings(actor):
        if actor.viewer.role == "dispatcher" or held.place.user_id == actor.user_id:
            yield InboxItem("holding", held, local_time.start_of(held.due_on), late=True, by_day=True)
    if actor.viewer.role == "dispatcher":
        yield from (
            InboxItem("holding", held, held.since)
            for held in movements.left_behind()
            if not movements.days_late(held)
        )


def shortage_items(actor: Actor) -> Iterator[InboxItem]:
    """What sheets say was moved and the books could not give: the dispatcher's to put right."""
    if actor.viewer.role == "dispatcher":
        for short in shortages.open_shortages(actor.viewer):
            yield InboxItem("shortage", short, short.row.at)


MOST_UNSEEN = 100


def known_fault_items(actor: Actor) -> Iterator[InboxItem]:
    """What technicians wrote waits for the dispatcher's look."""
    if actor.viewer.role == "dispatcher":
        for fault in known_faults.unseen_faults(actor.viewer, MOST_UNSEEN):
            yield InboxItem("known_fault", fault, fault.created_at)


def register_look_items(actor: Actor) -> Iterator[InboxItem]:
    """What technicians changed in the register, by person and client."""
    if actor.viewer.role == "dispatcher":
        for each in register_looks.changes_awaiting_look(actor):
            yield InboxItem("register_look", each, each.since)


def drafts_begun_by(actor: Actor) -> list[Draft]:
    """Sheets this person has begun, and those that fell to them. What was begun of a later step is its record's line,
    for those whose turn it is."""
    mine = open_drafts_of(actor.account)
    later = numbers_by_record(mine) if mine else {}
    return [draft for draft in mine if draft.record not in later] + inherited_drafts(actor)


def inherited_drafts(actor: Actor) -> list[Draft]:
    """Sheets that somebody disabled has begun and nobody was given: the dispatcher's, but for what is personal."""
    if not step_rights.inherits_drafts(actor):
        return []
    found = (
        replace(drafts.with_context(draft), begun=False) for draft in drafts_of_disabled()
    )  # none has a record
    return [each.draft for each in found if drafts.may_fill(actor, each)]


def draft_item(draft: Draft) -> InboxItem:
    return InboxItem("draft", draft, draft.saved_at)


def count_items(actor: Actor) -> int:
    """What waits now; what is coming waits for its day."""
    return sum(not item.is_coming for item in items_of_actor(actor))
