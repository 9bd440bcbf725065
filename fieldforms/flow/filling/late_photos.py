"""Photos that arrive after the page of their question was left: the phone says where they belong."""

from fieldforms.errors import Completed, NotFound
from fieldforms.flow.filling.drafts import draft_to_fill
from fieldforms.flow.people.actors import Actor
from fieldforms.forms.answers import answers_with_photo
from fieldforms.store.database import transaction
from fieldforms.store.filling import drafts
from fieldforms.store.models import Draft


def add_to_answer(actor: Actor, uuid: str, question: str, digest: str) -> Draft | None:
    """The draft with the photo among the answers to `question`, named as the form's input is.

    None when only its page can take it there: `question` is in a row, whose number that page alone knows. The editor
    stays: it is the same phone's own save. Raises NotFound (a draft that was never saved, too), Completed.
    """
    with transaction():
        row = drafts.for_writing(uuid)
        if row is None:
            raise NotFound
        if row.completed_at:
            raise Completed
        found = draft_to_fill(actor, uuid)
        answers = answers_with_photo(found.definition, found.step, row.answers, question, digest)
        if answers is not None and answers != row.answers:
            drafts.save_draft(row, answers, row.editor)
        return None if answers is None else row
