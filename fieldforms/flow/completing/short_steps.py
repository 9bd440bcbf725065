"""Short steps, asked and answered on the record's own page: a decision, a reading, in and out (issue "My turn")."""

from fieldforms.errors import NotYourTurn
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import Completion, HandedIn
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.filling.drafts import NEW_DRAFT, may_fill, next_draft, open_next_step, with_context
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.kinds import KINDS
from fieldforms.store.database import transaction
from fieldforms.store.filling import drafts
from fieldforms.store.record.records import Seen

MOST_QUESTIONS = 4  # questions: what fits a phone's screen together
MOST_BUTTONS = 3


def is_short(definition: Definition, step: Step) -> bool:
    """Few plain questions, and nothing else to look at before they are sealed."""
    fields = definition.fields_of(step)
    plain = all(KINDS[field.type].plain for field in fields)
    always = not any(section.relevant for section in definition.sections_of(step))
    return 0 < len(fields) <= MOST_QUESTIONS and plain and always and not (step.sign or step.takes_over)


def decision_field(definition: Definition, step: Step) -> Field | None:
    """The one question that is left to be answered, where its answers can be the buttons: 同意 or 不同意."""
    fields = definition.fields_of(step)
    must = [field for field in fields if field.required is True and not field.relevant and not field.source]
    if len(must) != 1:
        return None
    kind = KINDS[must[0].type]
    return must[0] if kind.exclusive and len(kind.choices(must[0])) <= MOST_BUTTONS else None


def short_step_of_actor(actor: Actor, seen: Seen, uuid: str = "") -> DraftContext | None:
    """The record's next step when it is short, this person's, and nobody else is at it. Nothing is drafts.

    `uuid`: of the draft, where the page has named it already.
    """
    turn = folding.fold_entries(seen.definition, seen.entries).turn
    if turn is None or not is_short(seen.definition, turn):
        return None
    draft = next_draft(actor, seen, turn, uuid)
    if draft.author_id != actor.user_id:
        return None
    found = with_context(draft)
    return found if may_fill(actor, found) else None


def fill_and_complete(
    actor: Actor, seen: Seen, uuid: str, step: str, version: int, given: HandedIn
) -> Completion:
    """Begin and seal the step in one go; the same body again gives the same entry.

    `version`: of the draft as its page knew it. Raises what `completion.complete` raises, and NotYourTurn when the record
    has gone on meanwhile or somebody else has begun the step. Then nothing is begun.
    """
    try:
        return begin_and_complete(actor, seen, uuid, step, version, given)
    except NotYourTurn:
        draft = drafts.get_draft(
            uuid
        )  # of two taps at once the second waited: the first has begun and sealed it
        if draft is None or draft.completed_at is None:
            raise
        return completion.complete(actor, uuid, given)


def begin_and_complete(
    actor: Actor, seen: Seen, uuid: str, step: str, version: int, given: HandedIn
) -> Completion:
    with transaction():
        draft = drafts.for_writing(uuid)
        if draft is None and version == NEW_DRAFT:
            draft = open_next_step(actor, seen, uuid)
            version = draft.version
        wanted = (uuid, seen.row.uuid, step)
        if draft is None or draft.discarded_at or (draft.uuid, draft.record, draft.step) != wanted:
            raise NotYourTurn
        return completion.complete(actor, uuid, given, version=None if draft.completed_at else version)
