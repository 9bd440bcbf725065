"""My turn: everything that waits for one person, most urgent first (issue "My turn")."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fieldforms.flow import drafts, followups, localtime, plans, stock, targets, tasks, whose, wording
from fieldforms.flow.actors import Actor
from fieldforms.store import clock
from fieldforms.store import drafts as stored
from fieldforms.store import tasks as waiting
from fieldforms.store.models import Draft, Record


@dataclass(frozen=True)
class Turn:
    """One thing that waits. `kind` says what is to be done with it, and what `about` is:

    step, signature, rating, follow_up: a Record · visit: a plans.Due · holding: a stock.Holding · draft: a Draft.
    `since`: UTC ms, when it began to wait, or will.
    """

    kind: str
    about: Any
    since: int
    late: bool = False
    urgent: bool = False

    @property
    def coming(self) -> bool:
        return self.since > clock.now()

    @property
    def order(self) -> tuple:
        """Late work first, then urgent work; things to bring back, what was put aside and what is coming wait; longest
        waiting first."""
        work = self.kind not in ("holding", "draft") and not self.coming
        return not (work and self.late), not (work and self.urgent), not work, not self.late, self.since


def mine(actor: Actor) -> list[Turn]:
    """All that this person can get off the list by doing something."""
    steps = list(of_steps(actor))
    found = [*steps, *of_signatures(actor), *of_ratings(actor), *of_follow_ups(actor), *of_visits(actor)]
    found += of_holdings(actor)
    found += map(draft_turn, begun(actor))
    return sorted(found, key=lambda turn: turn.order)


def of_steps(actor: Actor) -> Iterator[Turn]:
    urgent, rows = urgent_names(), tasks.my_turn(actor)
    agreed = targets.agreed(rows)
    for row in rows:
        yield Turn("step", row, row.updated_at, is_late(row, agreed), row.urgency in urgent)


def urgent_names() -> set[str]:
    """All urgencies but the first of each form, which is the ordinary one."""
    return {choice.name for choice in wording.choices("urgency")[1:]}


def is_late(row: Record, agreed: targets.Agreed) -> bool:
    """Past its day, or past the time agreed for restoring (flow/targets.py)."""
    if row.due_on and row.due_on < localtime.today():
        return True
    restore_by = agreed.due(row)[1] if row.urgency else None
    return restore_by is not None and restore_by < clock.now()


def of_signatures(actor: Actor) -> Iterator[Turn]:
    """Who serves the client brings the sheet to its signature, or who does it instead; the others only look on."""
    for row in tasks.to_carry(actor):
        yield Turn("signature", row, row.updated_at)


def of_ratings(actor: Actor) -> Iterator[Turn]:
    for row in tasks.low_ratings(actor):
        yield Turn("rating", row, row.closed_at, urgent=True)


def of_follow_ups(actor: Actor) -> Iterator[Turn]:
    for row in followups.mine(actor):
        yield Turn("follow_up", row, localtime.start_of(row.follow_up_on), followups.is_late(row))


def of_visits(actor: Actor) -> Iterator[Turn]:
    if actor.viewer.role == "technician" or whose.inherits(actor):
        for due in plans.mine(actor):
            yield Turn("visit", due, localtime.start_of(due.visit.day.isoformat()), due.visit.late)


def of_holdings(actor: Actor) -> Iterator[Turn]:
    """A technician's own to bring back; the dispatcher's to get back."""
    if actor.viewer.role not in ("technician", "dispatcher"):
        return
    for held in stock.overdue(actor):
        if actor.viewer.role == "dispatcher" or held.place.user_id == actor.user_id:
            yield Turn("holding", held, localtime.start_of(held.due_on), late=True)
    if actor.viewer.role == "dispatcher":
        yield from (Turn("holding", held, held.since) for held in stock.left_behind() if not stock.late(held))


def begun(actor: Actor) -> list[Draft]:
    """Sheets this person has begun, and those that fell to them. What was begun of a later step is its record's line,
    for those whose turn it is."""
    mine = waiting.drafts_of(actor.account)
    later = waiting.numbers_of(mine) if mine else {}
    return [draft for draft in mine if draft.record not in later] + inherited(actor)


def inherited(actor: Actor) -> list[Draft]:
    """Sheets that somebody disabled has begun and nobody was given: the dispatcher's, but for what is personal."""
    if not whose.inherits(actor):
        return []
    found = (drafts.put_together(draft) for draft in stored.orphaned())
    return [each.draft for each in found if drafts.may_fill(actor, each)]


def draft_turn(draft: Draft) -> Turn:
    return Turn("draft", draft, draft.saved_at)


def count(actor: Actor) -> int:
    return len(mine(actor))
