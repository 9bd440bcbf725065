"""What a person may do next with a record: by role, scope and where the record stands."""

from fieldforms.errors import NotAllowed, NotYourTurn
from fieldforms.flow.completing import decisions, lifting, notes, record_events, reviews
from fieldforms.flow.people.actors import SIGNATURE_COLLECTORS, SIGNERS, Actor, may_start_as
from fieldforms.flow.record import candidates, folding, step_rights
from fieldforms.forms.definition import REVIEWERS, Definition
from fieldforms.store.inbox import tasks
from fieldforms.store.record.records import Seen

ERASES = ("admin",)


def allowed_actions(actor: Actor, seen: Seen) -> frozenset[str]:
    """Of: sign, step, assign, recall, cancel, end_unaccepted, correct, answer, review, approve, send_back, follow_up, care, lift, see_decision, see_note, erase. The verbs decide again."""
    role = actor.user.role if actor.user else ""
    fold = folding.fold_entries(seen.definition, seen.entries)
    turn = fold.turn
    to_sign = turn is not None and turn.by in SIGNERS
    correctable = record_events.is_correctable(seen.row)
    theirs = record_events.may_change_sheet(actor, seen.row)
    allowed = {
        "sign": to_sign and role in SIGNATURE_COLLECTORS,
        "step": turn is not None
        and bool(turn.sections)
        and not to_sign
        and step_rights.may_fill_step(actor, seen, turn, folding.answers_before(seen.definition, fold, turn)),
        "assign": role in step_rights.LAST_RESORT
        and bool(candidates.offered_assignment(actor, seen.row, seen.definition, fold)),
        "recall": turn is not None and to_sign and bool(turn.returns_to) and theirs,
        "cancel": bool(turn) and theirs,
        "end_unaccepted": theirs and record_events.sheet_not_accepted(seen, fold) is not None,
        "correct": correctable
        and theirs
        and may_begin_correction(actor, seen.definition)
        and step_rights.serves_client(actor, seen.row.client_id),
        "answer": correctable
        and seen.row.returned_since is not None
        and record_events.is_asked_to_correct(actor, seen.row),
        "review": role in REVIEWERS,
        "approve": reviews.may_review(actor, seen.row),
        "send_back": reviews.may_send_back(actor, seen),
        "follow_up": role in SIGNATURE_COLLECTORS
        and bool(seen.row.follow_up_on)
        and tasks.waits_for_follow_up(seen.row),
        "lift": lifting.may_lift(actor, seen),
        "care": actor.viewer.reads_ratings and seen.row.low_rating_since is not None,
        "see_decision": decisions.has_decision_to_see(actor, seen.row),
        "see_note": notes.has_note_to_see(actor, seen.row),
        "erase": role in ERASES,
    }
    return frozenset(name for name, may in allowed.items() if may)


def may_begin_correction(actor: Actor, definition: Definition) -> bool:
    """A correction begins with the form's first step, which may be none of those who may change the sheet."""
    return may_start_as(actor, definition.steps[0].by)


def check_allowed(actor: Actor, seen: Seen, action: str) -> None:
    """Raises NotAllowed for a person whose it never is, NotYourTurn when it is theirs at another time."""
    if action not in allowed_actions(actor, seen):
        raise NotYourTurn if is_theirs_otherwise(actor, seen, action) else NotAllowed


def is_theirs_otherwise(actor: Actor, seen: Seen, action: str) -> bool:
    if action == "step":
        return seen.row.state != "open"  # an open record's step is somebody else's
    if action == "answer":
        return record_events.is_asked_to_correct(actor, seen.row)
    if action == "correct" and not may_begin_correction(actor, seen.definition):
        return False
    return record_events.may_change_sheet(actor, seen.row)
