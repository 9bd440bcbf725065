"""What a choice offers, as the templates of this room draw it."""

from fieldforms.flow.form_input import ChoiceInput
from fieldforms.web import page


def options_of(kind: ChoiceInput) -> list[tuple[str, str]]:
    """(value, label in the reader's language)"""
    return [(value, page.say(str(label))) for value, label in kind.names.items()]
