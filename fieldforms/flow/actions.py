"""What a person may do next with a record: by role, scope and where the record stands."""

from fieldforms.errors import NotAllowed, NotYourTurn
from fieldforms.flow import candidates, events, folding, whose
from fieldforms.flow.actors import CARRY, SIGNERS, Actor, starts
from fieldforms.store import tasks
from fieldforms.store.records import Seen

REVIEWS = ("supervisor", "dispatcher", "manager")
ERASES = ("admin",)


def possible(actor: Actor, seen: Seen) -> frozenset[str]:
    """Of: sign, step, assign, recall, cancel, correct, review, follow_up, erase. The verbs decide again."""
    role = actor.user.role if actor.user else ""
    fold = folding.fold(seen.definition, seen.entries)
    turn = fold.turn
    to_sign = turn is not None and turn.by in SIGNERS
    first = seen.definition.steps[0]
    closed = seen.row.state == "closed" and not seen.row.superseded_by
    theirs = events.is_theirs(actor, seen.row)
    allowed = {
        "sign": to_sign and role in CARRY,
        "step": turn is not None
        and bool(turn.sections)
        and not to_sign
        and whose.may_fill(actor, seen, turn, folding.before(seen.definition, fold, turn)),
        "assign": role in whose.LAST and bool(candidates.offered(actor, seen.row, seen.definition, fold)),
        "recall": turn is not None and to_sign and bool(turn.returns_to) and theirs,
        "cancel": bool(turn) and theirs,
        "correct": closed and theirs and starts(actor, first.by) and whose.serves(actor, seen.row.client_id),
        "review": role in REVIEWS,
        "follow_up": role in CARRY and bool(seen.row.follow_up_on) and tasks.waits_for_follow_up(seen.row),
        "erase": role in ERASES,
    }
    return frozenset(name for name, may in allowed.items() if may)


def check(actor: Actor, seen: Seen, action: str) -> None:
    """Raises NotAllowed for a person whose it never is, NotYourTurn when it is theirs at another time."""
    if action not in possible(actor, seen):
        raise NotYourTurn if is_theirs(actor, seen, action) else NotAllowed


def is_theirs(actor: Actor, seen: Seen, action: str) -> bool:
    if action == "step":
        return seen.row.state != "open"  # an open record's step is somebody else's
    if action == "correct" and not starts(actor, seen.definition.steps[0].by):
        return False
    return events.is_theirs(actor, seen.row)
