"""Closing the follow-up of a low rating: a supervisor says what came of it. Nothing else takes it off their list."""

from fieldforms.errors import FollowUpWordsNeeded, NotAllowed, NotYourTurn
from fieldforms.flow import form_input
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import low_ratings, projection
from fieldforms.flow.seals import entry_seals
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.models import Review
from fieldforms.store.record import records


def low_rating_to_close(actor: Actor, number: str) -> records.Seen:
    """A sheet whose low rating waits. Raises NotAllowed, NotFound, NotYourTurn (nothing waits, or it is closed)."""
    if not actor.viewer.reads_ratings:
        raise NotAllowed
    seen = record_by_number(actor, number)
    if seen.row.low_rating_since is None:
        raise NotYourTurn
    return seen


def close_low_rating(actor: Actor, number: str, words: str) -> Review:
    """Raises FollowUpWordsNeeded, and as `low_rating_to_close`."""
    with transaction():
        entry_seals.lock_chain(low_rating_to_close(actor, number).row.client_id)
        seen = low_rating_to_close(actor, number)  # once more: two may close it at once
        form_input.check_reason(words, FollowUpWordsNeeded)
        review = records.add_review(seen.row.uuid, actor.account, words, settles=low_ratings.LOW_RATING)
        projection.project_record(seen.row.uuid)
        audit.record_action(actor.user_id, "record.low_rating", seen.row.number)
        return review
