"""All rules about answers: relevance, requirement, the kinds' own checks, differences. Pure.

`answers` are the step's, `earlier` the merged answers of the steps completed before; conditions see both.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Field, Section, Step
from fieldforms.forms.kinds import KINDS


@dataclass(frozen=True)
class Wrong:
    """One thing to mend: the field, the sentence (message id) and what fills it ({zh, en} texts or plain values)."""

    field: Field
    sentence: str
    values: dict


def settled(definition: Definition, step: Step, answers: dict, earlier: dict | None = None) -> dict:
    """The step's answers without those that are not relevant (forms.md: the server decides again)."""
    world = World(definition, {**(earlier or {}), **answers})
    return {
        field.name: answers[field.name]
        for field in definition.fields_of(step)
        if field.name in answers and world.asks(field.name)
    }


def problems(
    definition: Definition, step: Step, answers: dict, earlier: dict | None, now: str
) -> list[Wrong]:
    """Everything that keeps the step from being completed, in the sheet's order.

    `now`: the local ISO minute of the server, for not_after = "now".
    """
    world = World(definition, {**(earlier or {}), **answers})
    context = {"answers": world.answers, "fields": definition.fields, "now": now}
    return [wrong for field in world.asked(step) for wrong in check(field, answers, world, context)]


def check(field: Field, answers: dict, world: "World", context: dict) -> Iterator[Wrong]:
    kind, value = KINDS[field.type], answers.get(field.name)
    if not kind.answered(value):
        if conditions.answered(value) or world.requires(field):  # half an answer, or none where one is needed
            yield Wrong(field, kind.asks, {"label": field.label})
        return
    for sentence, values in kind.check(value, field, context):
        yield Wrong(field, sentence, {"label": field.label, **values})


@dataclass(frozen=True)
class Progress:
    """9/14: how many of a section's questions have an answer, and which is the first open one."""

    done: int
    total: int
    first_open: str


def progress(
    definition: Definition, step: Step, section: Section, answers: dict, earlier: dict | None = None
):
    """Counts what must be answered; a section of optional questions has total 0."""
    world = World(definition, {**(earlier or {}), **answers})
    wanted = [field for field in section.fields if world.asks(field.name) and field.required is not False]
    done = [field for field in wanted if KINDS[field.type].answered(answers.get(field.name))]
    open_ = [field.name for field in wanted if field not in done and world.requires(field)]
    return Progress(len(done), len(done) + len(open_), open_[0] if open_ else "")


def changed(definition: Definition, before: dict, after: dict) -> list[tuple[Field, object, object]]:
    """(field, before, after) for each answer that differs, in the sheet's order."""
    pairs = ((field, before.get(field.name), after.get(field.name)) for field in definition.fields.values())
    return [(field, old, new) for field, old, new in pairs if old != new]


def step_relevant(definition: Definition, step: Step, earlier: dict) -> bool:
    return conditions.relevant(step.relevant, earlier)


class World:
    """Relevance of every field given all answers; the answer of a field that is not asked counts as none."""

    def __init__(self, definition: Definition, answers: dict):
        self.definition = definition
        self.given = answers
        self.section_of = {field.name: section for section in definition.sections for field in section.fields}
        self.asked_names: dict[str, bool] = {}

    @property
    def answers(self) -> dict:
        return {name: value for name, value in self.given.items() if self.asks(name)}

    def asks(self, name: str) -> bool:
        if name not in self.asked_names:
            if name not in self.section_of:
                return True
            section, field = self.section_of[name], self.definition.fields[name]
            self.asked_names[name] = self.holds(section.relevant) and self.holds(field.relevant)
        return self.asked_names[name]

    def holds(self, condition) -> bool:
        return conditions.relevant(condition, self.seen(condition))

    def requires(self, field: Field) -> bool:
        return conditions.required(field.required, self.seen(field.required))

    def seen(self, condition) -> dict:
        """Only what the condition looks at: asking for all would run in circles."""
        if not isinstance(condition, dict):
            return {}
        looked_at = [*conditions.names(condition), *conditions.alternatives(condition)]
        return {name: self.given.get(name) for name in looked_at if self.asks(name)}

    def asked(self, step: Step) -> list[Field]:
        return [field for field in self.definition.fields_of(step) if self.asks(field.name)]
