"""What can be told to somebody now: the items of their own list, and what only a lead is told; nothing else, so that no notice
says more than their pages do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fieldforms.flow.faults import board, targets
from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.inbox.inbox_items import InboxItem
from fieldforms.flow.inbox.tasks import next_step_of_row
from fieldforms.flow.notices.notice_kinds import FAULT_LEADS
from fieldforms.flow.people.actors import Actor
from fieldforms.store import clock
from fieldforms.store.faults.board import MOST_ON_BOARD, open_reports
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.stock import parts

MOST_LOW_PARTS_TOLD = 200
WATCHED, LOW_PART = (
    "watched_fault",
    "low_part",
)  # what no list of one's own says, and a lead is told all the same


@dataclass(frozen=True)
class NoticeTelling:
    """`kind`: of NOTICE_KINDS; `item`: an InboxItem's kind, WATCHED or LOW_PART, and `about` what that is about. `since`: when it
    began to wait (UTC ms), None where nobody knows: then from when it is told. `waiting`: the item, where it is one."""

    kind: str
    ref: str
    item: str
    about: Any
    since: int | None
    late: bool = False
    waiting: InboxItem | None = None

    @property
    def key(self) -> tuple[str, str, bool]:
        return self.kind, self.ref, self.late

    @property
    def record(self) -> Record | None:
        about = getattr(self.about, "row", self.about)
        return about if isinstance(about, Record) else None

    @property
    def is_confidential(self) -> bool:
        return self.record is not None and self.record.confidential


def tellings_of_actor(actor: Actor) -> list[NoticeTelling]:
    """One for each thing, most urgent first."""
    items = [item for item in inbox_items.items_of_actor(actor) if item.kind in KINDS_OF_ITEMS]
    agreed = targets.targets_agreed_for(item.about for item in items if item.kind == "step")
    own = [telling_of_item(item, agreed) for item in items if not item.is_coming]
    known = {telling.ref for telling in own}
    found = [*own, *(each for each in watched_faults(actor) if each.ref not in known), *low_parts(actor)]
    return list({telling.key: telling for telling in found}.values())


def telling_of_item(item: InboxItem, agreed: targets.AgreedTargets) -> NoticeTelling:
    kind, late = KINDS_OF_ITEMS[item.kind], item.late
    if item.kind == "step":
        kind, late = kind_of_step(item, agreed)
    return NoticeTelling(kind, REFS[item.kind](item.about), item.kind, item.about, item.since, late, item)


def kind_of_step(item: InboxItem, agreed: targets.AgreedTargets) -> tuple[str, bool]:
    """(kind, is it late). What is late is told as late first of all, whatever it is."""
    row = item.about
    tone = board.LATE if item.late else promised_tone(row, agreed)
    if tone:
        return tone, tone == board.LATE
    if row.returned_since:
        return "returned", False
    decides = any(field.means == "decision" for field in fields_of_next_step(row))
    return "to_approve" if decides else "assigned", False


def fields_of_next_step(row: Record) -> list:
    return definitions.read_definition(row.definition).fields_of(next_step_of_row(row))


def promised_tone(row: Record, agreed: targets.AgreedTargets) -> str:
    """As the board says it."""
    promised = agreed.target(row.client_id, row.urgency) if row.urgency else None
    due = promised and targets.next_target_due(row, promised, row.responded_at, row.restored_at)
    return board.tone_of_time(row.opened_at, due[0], clock.now()) if due else ""


KINDS_OF_ITEMS = {
    "step": "assigned",
    "signature": "assigned",
    "correction": "returned",
    "decision": "answer",
    "note": "answer",
    "rating": "rating",
    "follow_up": "visit",
    "visit": "visit",
    "holding": "stock",
    "shortage": "stock",
}
NOT_TOLD = {"draft", "known_fault", "register_look"}  # begun by oneself; to be looked through at leisure


REFS = {
    "step": lambda row: row.uuid,
    "signature": lambda row: row.uuid,
    "correction": lambda row: row.uuid,
    "decision": lambda row: row.uuid,
    "note": lambda row: f"{row.uuid} note",
    "rating": lambda care: f"{care.row.uuid} rating",
    "follow_up": lambda row: f"{row.uuid} follow_up",
    "visit": lambda due: f"plan {due.visit.newest} {due.visit.by_rule}",
    "holding": lambda held: f"holding {held.part.id} {held.place.id} {held.record}",
    "shortage": lambda short: f"shortage {short.row.id}",
}


def watched_faults(actor: Actor) -> Iterator[NoticeTelling]:
    """Faults of others that are late, or soon will be: for who looks after all of them."""
    if actor.viewer.role not in FAULT_LEADS:
        return
    for form in board.forms_with_board():
        rows = open_reports(actor.viewer, form.key)[:MOST_ON_BOARD]
        agreed = targets.targets_agreed_for(rows)
        for row in rows:
            if tone := promised_tone(row, agreed):
                yield NoticeTelling(tone, row.uuid, WATCHED, row, row.opened_at, tone == board.LATE)


def low_parts(actor: Actor) -> Iterator[NoticeTelling]:
    """Stock below its minimum. Nobody notes when it fell there."""
    if actor.viewer.role == "dispatcher":
        for part in parts.seen_by(actor.viewer, parts.PartFilters(low=True), MOST_LOW_PARTS_TOLD):
            yield NoticeTelling("stock", f"part {part.id}", LOW_PART, part, None)
