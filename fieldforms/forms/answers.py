"""All rules about answers: relevance, requirement, the kinds' own checks, differences. Pure.

`answers` are the step's, `earlier` the merged answers of the steps completed before; conditions see both.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Field, Step, Text
from fieldforms.forms.kinds import KINDS


@dataclass(frozen=True)
class AnswerMistake:
    """One thing to mend: the field, the sentence (message id) and what fills it ({zh, en} texts or plain values)."""

    field: Field
    sentence: str
    values: dict


def relevant_answers(definition: Definition, step: Step, answers: dict, earlier: dict | None = None) -> dict:
    """The step's answers without those that are not relevant (forms.md: the server decides again)."""
    world = world_of(definition, step, answers, earlier)
    own = (
        name for field in definition.fields_of(step) if (name := field.name) in answers and world.asks(name)
    )
    return {name: value for name in own if (value := world.answer(name)) is not None}


def world_of(definition: Definition, step: Step, answers: dict, earlier: dict | None) -> "AnswerWorld":
    """What earlier steps said, and this step about its own questions: about others it has no say."""
    own = {field.name: answers[field.name] for field in definition.fields_of(step) if field.name in answers}
    return AnswerWorld(definition, {**(earlier or {}), **own})


def fits_kind(field: Field, value) -> bool:
    """Is there an answer that a page could have sent?"""
    return value is not None and KINDS[field.type].fits(value)


def problems_of_answers(
    definition: Definition, step: Step, answers: dict, earlier: dict | None, now: str
) -> list[AnswerMistake]:
    """Everything that keeps the step from being completed, in the sheet's order.

    `now`: the local ISO minute of the server, for not_after = "now".
    """
    world = world_of(definition, step, answers, earlier)
    context = {"answers": world.answers, "fields": world.fields, "now": now}
    mine = AnswerWorld(definition, answers).typed  # what an earlier step said is not this step's to answer
    return [
        wrong
        for field in world.questions_of_step(step)
        for wrong in check_answer(field, mine, world, context)
    ]


def check_answer(field: Field, answers: dict, world: "AnswerWorld", context: dict) -> Iterator[AnswerMistake]:
    kind, value = KINDS[field.type], answers.get(field.name)
    if field.fields and fits_kind(field, value):
        value = world.answer(field.name)  # rows that will be left out are none of those there must be
    label = world.label(field)
    if conditions.is_filled(value) and not kind.fits(value):
        yield AnswerMistake(field, kind.unfit or kind.asks, {"label": label})
    elif not is_answered(field, value):
        if conditions.is_filled(value) or world.is_required(
            field
        ):  # half an answer, or none where one is needed
            others = world.instead_of(field)
            sentence = kind.asks_or if others else kind.asks
            yield AnswerMistake(
                field, sentence, {"label": label, "others": others} if others else {"label": label}
            )
    else:
        for sentence, values in kind.check(value, field, context):
            yield AnswerMistake(field, sentence, {"label": label, **values})


def is_answered(field: Field, value) -> bool:
    return fits_kind(field, value) and KINDS[field.type].is_answered(value)


def answers_with_photo(
    definition: Definition, step: Step, answers: dict, question: str, digest: str
) -> dict | None:
    """The step's answers with one more photo at the input `question`; None where that has no place.

    Rows are numbered on their page alone: a photo of one of them finds its place there.
    """
    name, _, part = question.partition(".")
    field = next((each for each in definition.fields_of(step) if each.name == name), None)
    value = KINDS[field.type].with_photo(answers.get(name), part, digest) if field else None
    return None if value is None else {**answers, name: value}


def changed_answers(definition: Definition, before: dict, after: dict) -> list[tuple[Field, object, object]]:
    """(field, before, after) for each answer that differs, in the sheet's order."""
    pairs = ((field, before.get(field.name), after.get(field.name)) for field in definition.fields.values())
    return [(field, old, new) for field, old, new in pairs if old != new]


def step_relevant(definition: Definition, step: Step, earlier: dict) -> bool:
    return conditions.is_relevant(step.relevant, earlier)


class AnswerWorld:
    """Relevance of every field given all answers; the answer of a field that is not asked counts as none.

    The rows of a repeat are spread out: `sites.0.site` is a field beside the others, so that every rule here holds in a
    row as it does outside. `typed`: all that was handed in; `given`: what of it is an answer.
    """

    def __init__(self, definition: Definition, answers: dict):
        self.definition = definition
        self.typed = dict(answers)
        self.fields = dict(definition.fields)
        self.section_of = {field.name: section for section in definition.sections for field in section.fields}
        self.repeat_of: dict[str, tuple[Field, int]] = {}
        self.asked_names: dict[str, bool] = {}
        for repeat in definition.repeats:
            for number, row in enumerate(filled_rows(answers.get(repeat.name))):
                self.spread_row(repeat, number, row)
        self.given = {name: value for name, value in self.typed.items() if self.is_answer(name, value)}

    def is_answer(self, name: str, value) -> bool:
        """Not what no page sends, and not rows that say nothing."""
        field = self.fields.get(name)
        return field is None or (fits_kind(field, value) and not (field.fields and not rows_that_say(value)))

    def spread_row(self, repeat: Field, number: int, row: dict) -> None:
        for bare, placed in zip(repeat.fields, repeat.row(number), strict=True):
            self.fields[placed.name] = placed
            self.section_of[placed.name] = self.section_of[repeat.name]
            self.repeat_of[placed.name] = (repeat, number)
            if bare.name in row:
                self.typed[placed.name] = row[bare.name]

    @property
    def answers(self) -> dict:
        return {name: value for name, value in self.given.items() if self.asks(name)}

    def asks(self, name: str) -> bool:
        if name not in self.asked_names:
            self.asked_names[name] = name not in self.section_of or self.is_relevant(name)
        return self.asked_names[name]

    def is_relevant(self, name: str) -> bool:
        around = self.repeat_of[name][0].name if name in self.repeat_of else ""
        if not (self.asks(around) if around else self.holds(self.section_of[name].relevant)):
            return False
        return self.holds(self.fields[name].relevant)

    def holds(self, condition) -> bool:
        return not condition or conditions.is_relevant(condition, self.seen(condition))

    def is_required(self, field: Field) -> bool:
        return conditions.is_required(field.required, self.seen(field.required))

    def instead_of(self, field: Field) -> Text:
        """“意见”、“建议”: the other questions of which any one will do as well; nothing where only this one will."""
        names = conditions.alternatives_in(field.required) if isinstance(field.required, dict) else []
        labels = [self.label(self.fields[name]) for name in names if name != field.name and self.asks(name)]
        return (
            {lang: "、".join(f"“{label[lang]}”" for label in labels) for lang in field.label}
            if labels
            else {}
        )

    def seen(self, condition) -> dict:
        """Only what the condition looks at: asking for all would run in circles."""
        if not isinstance(condition, dict):
            return {}
        looked_at = [*conditions.names_in(condition), *conditions.alternatives_in(condition)]
        return {name: self.answer(name) for name in looked_at if self.asks(name)}

    def answer(self, name: str):
        """A row whose answers are all irrelevant says nothing."""
        field = self.fields.get(name)
        return self.settled_rows(field) if field and field.fields else self.given.get(name)

    def questions_of_step(self, step: Step) -> list[Field]:
        """The questions of a step, those of a repeat's rows after it. A blank row asks nothing."""
        own = [field for field in self.definition.fields_of(step) if self.asks(field.name)]
        return [each for field in own for each in (field, *self.asked_in_rows(field))]

    def asked_in_rows(self, repeat: Field) -> list[Field]:
        rows = enumerate(filled_rows(self.given.get(repeat.name))) if repeat.fields else ()
        numbers = [
            number for number, row in rows if repeat.fixed or any(map(conditions.is_filled, row.values()))
        ]
        return [self.fields[f.name] for n in numbers for f in repeat.row(n) if self.asks(f.name)]

    def settled_rows(self, repeat: Field) -> list[dict] | None:
        """The rows that say something, without answers that are not relevant in them."""
        rows = (
            {
                bare.name: row[bare.name]
                for bare, placed in pairs
                if placed.name in self.given and self.asks(placed.name)
            }
            for number, row in enumerate(filled_rows(self.given.get(repeat.name)))
            for pairs in [zip(repeat.fields, repeat.row(number), strict=True)]
        )
        return [row for row in rows if any(map(conditions.is_filled, row.values()))] or None

    def label(self, field: Field) -> Text:
        """In a row with the row before it: 分会场 2 · 身份认证; one that the register gave, by what it is about."""
        if field.name not in self.repeat_of:
            return field.label
        repeat, number = self.repeat_of[field.name]
        row = repeat.row_label or repeat.label
        about = self.given.get(f"{repeat.name}.{number}.{repeat.fields[0].name}") if repeat.fixed else None
        return {
            lang: f"{about or f'{row[lang]} {number + 1}'} · {field.label[lang]}"
            for lang in field.label
            if lang in row
        }


def rows_that_say(value) -> list[dict]:
    """The rows that say something."""
    return [row for row in filled_rows(value) if any(map(conditions.is_filled, row.values()))]


def filled_rows(value) -> list[dict]:
    """A repeat's answer as rows; what is no row counts as a blank one."""
    rows = value if isinstance(value, list) else []
    return [row if isinstance(row, dict) else {} for row in rows]
