"""What is said of a review on several pages."""

from fieldforms.errors import N_
from fieldforms.store.models import Review
from fieldforms.web import page


def answer_in_words(answer: Review) -> str:
    """Of who was asked for a correction, and says that there is nothing to correct."""
    return page.say(N_("%(name)s答复不用更正：%(words)s"), name=answer.by.name, words=answer.note)
