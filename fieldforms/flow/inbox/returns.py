"""Why what waits for somebody came back to them: the words of who sent it back, for all lines at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.store.inbox import reviews
from fieldforms.store.models import Record
from fieldforms.store.record import lists


@dataclass(frozen=True)
class ReturnReason:
    """`name` of who sent it back, "" for a client; `words` as they wrote them."""

    name: str
    words: str


def reasons_of_returns(actor: Actor, rows: Sequence[Record]) -> dict[str, ReturnReason]:
    """Record uuid → why it is back: of open sheets as the return says it, of closed ones as their reviewer does."""
    closed = tuple(row.uuid for row in rows if row.state == "closed")
    asked = reviews.words_of_verdicts(closed)
    found = {uuid: ReturnReason(row.by.name, row.note) for uuid, row in asked.items()}
    opened = [row for row in rows if row.state == "open"]
    entries = lists.entries_by_uuid(opened, actor.viewer) if opened else {}
    for uuid, sealed in entries.items():
        back = next((each for each in reversed(sealed) if each.outcome == folding.RETURNED), None)
        if back:
            name = back.row.actor.name if back.row.actor_id else ""
            found[uuid] = ReturnReason(name, back.facts.get("reason") or "")
    return found
