"""A form before it counts: its steps with what the register would fill in, what its rules say to answers, its paper.

Nothing here is kept: no draft, no file, no entry.
"""

from collections.abc import Iterator
from dataclasses import replace

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.filling import blank_sheets
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.prefill import register_answers
from fieldforms.flow.register import answer_sources
from fieldforms.flow.sheets import record_sheets
from fieldforms.forms.answers import AnswerMistake, problems_of_answers, relevant_answers, step_relevant
from fieldforms.forms.conditions import is_filled
from fieldforms.forms.definition import Definition, Field
from fieldforms.forms.kinds import kind_of
from fieldforms.paper.sheet import Sheet

SAMPLE_ROWS = 2  # of a table that the register would fill
SAMPLE = N_("示例")


def starting_answers_of_form(actor: Actor, definition: Definition, lang: str) -> dict:
    """The answers all steps start with, where no device, room or client is named."""
    about = register_answers.origin_at(actor.user)
    found: dict = {}
    for step in definition.steps:
        found |= register_answers.prefilled_answers(definition, step, about)
    samples = {field.name: sample_rows(field, about, lang) for field in definition.repeats if field.fixed}
    return found | {name: value for name, value in samples.items() if not found.get(name)}


def sample_rows(field: Field, about: answer_sources.Origin, lang: str) -> list[dict]:
    """Rows that would come from the room or client, so that their questions can be seen."""
    word = i18n.gettext(SAMPLE, lang)
    each = [replace(about, item=f"{word} {number + 1}") for number in range(SAMPLE_ROWS)]
    named = field.fields[0].name if kind_of(field.fields[0]).in_words else ""
    return [
        ({named: one.item} if named else {}) | register_answers.known_values(field.fields, one)
        for one in each
    ]


def look_up_all_answers(actor: Actor, definition: Definition, answers: dict) -> dict:
    """Answers with what the register knows of the devices, people and parts they name."""
    return register_answers.look_up_fields(definition.fields.values(), answers, actor.viewer)


def problems_of_form(definition: Definition, answers: dict) -> Iterator[AnswerMistake]:
    """What would keep each step from being completed, one after the other; steps that are not asked keep nothing."""
    earlier: dict = {}
    for step in definition.steps:
        if not step_relevant(definition, step, earlier):
            continue
        names = {field.name for field in definition.fields_of(step)}
        mine = {name: value for name, value in answers.items() if name in names and is_filled(value)}
        mine = relevant_answers(definition, step, mine, earlier)
        yield from problems_of_answers(definition, step, mine, earlier, local_time.now())
        earlier |= mine


def blank_preview(definition: Definition, lang: str) -> Sheet:
    """The sheet to be filled by hand."""
    return replace(
        record_sheets.draft_sheet(definition, {}, lang),
        signings=blank_sheets.lines_to_sign(definition, lang),
        notices=(i18n.gettext(N_("预览，还没有发布，不能用来填写。"), lang),),
        footer=(i18n.gettext(N_("表单版本 %(version)s"), lang, version=definition.digest[:12]),),
    )
