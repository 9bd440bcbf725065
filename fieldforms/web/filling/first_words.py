"""What a draft begins with, for who looks for one of several."""

from fieldforms.forms.kinds import KINDS
from fieldforms.forms.kinds.scalars import TextKind
from fieldforms.store.library import definitions

LONGEST_FIRST_WORDS = 30


def first_words(draft) -> str:
    """The first thing typed into it that the register could not know: tells drafts about the same device apart."""
    definition = definitions.read_definition(draft.definition)
    step = definition.step(draft.step)
    asked = (
        [f for f in definition.fields_of(step) if not f.source and isinstance(KINDS[f.type], TextKind)]
        if step
        else []
    )
    said = next((text for field in asked if (text := draft.answers.get(field.name))), "")
    line = " ".join(str(said).split())
    return line if len(line) <= LONGEST_FIRST_WORDS else f"{line[:LONGEST_FIRST_WORDS]}…"
