"""Short steps, asked and answered on the record's own page: a decision, a reading, in and out (issue "My turn")."""

from fieldforms.errors import NotYourTurn
from fieldforms.flow import drafts, entries, folding
from fieldforms.flow import records as verbs
from fieldforms.flow.actors import Actor
from fieldforms.flow.drafts import Working
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.kinds import KINDS
from fieldforms.store import drafts as stored
from fieldforms.store.database import transaction
from fieldforms.store.models import Draft, Entry
from fieldforms.store.records import Seen

MOST = 4  # questions: what fits a phone's screen together
MOST_BUTTONS = 3


def is_brief(definition: Definition, step: Step) -> bool:
    """Few plain questions, and nothing else to look at before they are sealed."""
    fields = definition.fields_of(step)
    plain = all(KINDS[field.type].plain for field in fields)
    return 0 < len(fields) <= MOST and plain and not (step.sign or step.takes_over)


def verdict(definition: Definition, step: Step) -> Field | None:
    """The one question that is left to be answered, where its answers can be the buttons: 同意 or 不同意."""
    fields = definition.fields_of(step)
    must = [field for field in fields if field.required is True and not field.relevant and not field.source]
    if len(must) != 1:
        return None
    kind = KINDS[must[0].type]
    return must[0] if kind.exclusive and len(kind.choices(must[0])) <= MOST_BUTTONS else None


def offered(actor: Actor, seen: Seen, uuid: str = "") -> Working | None:
    """The record's next step when it is short, this person's, and nobody else is at it. Nothing is stored.

    `uuid`: of the draft, where the page has named it already.
    """
    turn = folding.fold(seen.definition, seen.entries).turn
    if turn is None or not is_brief(seen.definition, turn):
        return None
    draft = stored.open_at(seen.row.uuid, turn.name)
    if draft and draft.author_id != actor.user_id:
        return None
    found = drafts.put_together(draft or Draft(**drafts.begun(actor, seen, turn, uuid or drafts.new_uuid())))
    return found if drafts.may_fill(actor, found) else None


def complete(actor: Actor, seen: Seen, uuid: str, step: str, given: verbs.Given) -> Entry:
    """Begin and seal the step in one go; the same body again gives the same entry.

    Raises what `entries.complete` raises, and NotYourTurn when the record has gone on meanwhile. Then nothing is begun.
    """
    with transaction():
        draft = stored.get(uuid)
        if draft is None:
            draft = drafts.open_step(actor, seen, uuid)
        if (draft.record, draft.step) != (seen.row.uuid, step):
            raise NotYourTurn
        return entries.complete(actor, draft.uuid, given)
