"""A step's questions as a page shows them, with what is wrong named on top and beside each."""

from collections.abc import Iterable
from dataclasses import dataclass

from wtforms import Form

from fieldforms.flow.working import Working
from fieldforms.forms import answers as rules
from fieldforms.forms.definition import Section
from fieldforms.forms.questions import mark, questions
from fieldforms.web import page

Errors = list[tuple[str, str]]  # (id of the input, sentence), for the summary


@dataclass(frozen=True)
class Asked:
    """`irrelevant`: names of fields and sections that the answers rule out."""

    form: Form
    sections: list[Section]
    errors: Errors
    irrelevant: set[str]


def asked(found: Working, answers: dict, wrong: Iterable[rules.Wrong] = (), extra: Iterable = ()) -> Asked:
    """`extra`: errors of the page as a whole, as in Errors."""
    form = questions(found.definition, found.step)(data=answers)
    sentences: dict[str, list[str]] = {}
    for item in wrong:
        sentences.setdefault(item.field.name, []).append(page.say(item.sentence, **item.values))
    mark(form, sentences)
    sections = found.definition.sections_of(found.step)
    errors = [*extra, *((f"f-{name}", said[0]) for name, said in sentences.items())]
    return Asked(form, sections, errors, irrelevant(found, sections, answers))


def irrelevant(found: Working, sections: Iterable[Section], answers: dict) -> set[str]:
    world = rules.World(found.definition, {**found.earlier, **answers})
    names = {name for name in world.fields if not world.asks(name)}
    return names | {section.name for section in sections if not world.holds(section.relevant)}
