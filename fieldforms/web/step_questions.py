"""A step's questions as a page shows them, with what is wrong named on top and beside each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wtforms import Form

from fieldforms import i18n
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.forms.answers import AnswerMistake, AnswerWorld
from fieldforms.forms.definition import Section, Text
from fieldforms.forms.questions import form_class_of_step, mark_mistakes
from fieldforms.web import page

Errors = list[tuple[str, str]]  # (id of the input, sentence), for the summary


@dataclass(frozen=True)
class StepQuestions:
    """`irrelevant`: names of fields and sections that the answers rule out."""

    form: Form
    sections: list[Section]
    errors: Errors
    irrelevant: set[str]

    @property
    def template_values(self) -> dict:
        """For a template."""
        return {**vars(self), "has_errors": bool(self.errors)}


def questions_of_page(
    found: DraftContext,
    answers: dict,
    wrong: Iterable[AnswerMistake] = (),
    extra: Iterable = (),
    after: Iterable = (),
) -> StepQuestions:
    """`extra`: errors of the page as a whole, as in Errors; `after`: those of what stands below the questions."""
    form = form_class_of_step(found.definition, found.step)(data=answers)
    sentences: dict[str, list[str]] = {}
    for item in wrong:
        sentences.setdefault(item.field.name, []).append(page.say(item.sentence, **item.values))
    mark_mistakes(form, sentences)
    sections = found.definition.sections_of(found.step)
    whose = {
        field.name: section.label
        for section in ambiguous_sections(sections)
        for field in section.fields
        if field.no
    }
    named = [(f"f-{name}", sentence_at(whose.get(name), said[0])) for name, said in sentences.items()]
    return StepQuestions(form, sections, [*extra, *named, *after], irrelevant_names(found, sections, answers))


def ambiguous_sections(sections: list[Section]) -> list[Section]:
    """Those that number their items as another does: "item 3" alone would be either's (forms.md §2)."""
    times = Counter(no for section in sections for no in {field.no for field in section.fields if field.no})
    return [section for section in sections if any(times[field.no] > 1 for field in section.fields)]


def sentence_at(label: Text | None, sentence: str) -> str:
    return f"{i18n.pick(label, page.lang())} · {sentence}" if label else sentence


def irrelevant_names(found: DraftContext, sections: Iterable[Section], answers: dict) -> set[str]:
    world = AnswerWorld(found.definition, {**found.earlier, **answers})
    names = {name for name in world.fields if not world.asks(name)}
    return names | {section.name for section in sections if not world.holds(section.relevant)}
