"""A step as a plain wtforms.Form: WTForms parses and carries values and errors to the templates.

May not name a kind: each kind reads its own part of the body.
"""

from dataclasses import dataclass

from wtforms import Field as WTField
from wtforms import Form
from wtforms.utils import unset_value

from fieldforms.forms.answers import filled_rows
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.kinds import KINDS, Kind

ROW_NUMBER = "{row}"


@dataclass(frozen=True)
class Inner:
    """A question in a row of a repeat, as templates take one."""

    definition: Field
    data: object
    errors: list[str]
    version: str

    @property
    def name(self) -> str:
        return self.definition.name

    @property
    def kind(self) -> Kind:
        return KINDS[self.definition.type]


class Question(WTField):
    """One field of a definition as a WTForms field; `data` is its JSON value, `version` the definition's digest."""

    def __init__(self, definition: Field, version: str, **kwargs):
        super().__init__(label=definition.name, **kwargs)
        self.definition, self.version = definition, version
        self.kind = KINDS[definition.type]
        self.errors_inside: dict[str, list[str]] = {}

    def process(self, formdata, data=unset_value, extra_filters=None):
        # A kind may have several inputs (name.first, name.note), so the whole body is offered, not one value list.
        self.process_errors = []
        stored = None if data is unset_value else data
        self.data = stored if formdata is None else self.kind.read(formdata, self.definition)
        self.object_data = data

    @property
    def rows(self) -> list[list[Inner]]:
        """The questions of each row of a repeat; at least as many rows as must be filled."""
        given = filled_rows(self.data)
        blank = 0 if self.definition.fixed else max(self.definition.constraint.get("min", 1) - len(given), 0)
        return [self.row(number, row) for number, row in enumerate([*given, *[{}] * blank])]

    @property
    def blank_row(self) -> list[Inner]:
        """For scripts to copy; they put the row's number in the place of ROW_NUMBER."""
        return self.row(ROW_NUMBER, {})

    def row(self, number: int | str, answers: dict) -> list[Inner]:
        pairs = zip(self.definition.fields, self.definition.row(number), strict=True)
        return [
            Inner(placed, answers.get(bare.name), self.errors_inside.get(placed.name, []), self.version)
            for bare, placed in pairs
        ]


def form_class_of_step(definition: Definition, step: Step) -> type[Form]:
    """A form class for one step, its fields in the sheet's order. Made once: a version never changes."""
    place = definition.digest, step.name
    if place not in made:
        fields = {field.name: Question(field, definition.digest) for field in definition.fields_of(step)}
        made[place] = type(f"{definition.key}.{step.name}", (Form,), fields)
    return made[place]


made: dict[tuple[str, str], type[Form]] = {}


def read_answers(definition: Definition, step: Step, body) -> dict:
    """The step's answers in a posted body (MultiDict): name → JSON value, unanswered ones left out."""
    read = ((field.name, KINDS[field.type].read(body, field)) for field in definition.fields_of(step))
    return {name: value for name, value in read if value is not None}


def mark_mistakes(form: Form, sentences: dict[str, list[str]]) -> None:
    """Put what is wrong beside its question: by name, in a row `sites.0.site`."""
    for name, said in sentences.items():
        question = form[name.split(".")[0]]
        if name == question.name:
            question.errors = said
        else:
            question.errors_inside[name] = said
