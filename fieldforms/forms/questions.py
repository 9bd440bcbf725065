"""A step as a plain wtforms.Form: WTForms parses and carries values and errors to the templates.

May not name a kind: each kind reads its own part of the body.
"""

from wtforms import Field as WTField
from wtforms import Form
from wtforms.utils import unset_value

from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.kinds import KINDS


class Question(WTField):
    """One field of a definition as a WTForms field; `data` is its JSON value."""

    def __init__(self, definition: Field, **kwargs):
        super().__init__(label=definition.name, **kwargs)
        self.definition = definition
        self.kind = KINDS[definition.type]

    def process(self, formdata, data=unset_value, extra_filters=None):
        # A kind may have several inputs (name.first, name.note), so the whole body is offered, not one value list.
        self.process_errors = []
        stored = None if data is unset_value else data
        self.data = stored if formdata is None else self.kind.read(formdata, self.definition)
        self.object_data = data


def questions(definition: Definition, step: Step) -> type[Form]:
    """A form class for one step, its fields in the sheet's order."""
    fields = {field.name: Question(field) for field in definition.fields_of(step)}
    return type(f"{definition.key}.{step.name}", (Form,), fields)


def read(definition: Definition, step: Step, body) -> dict:
    """The step's answers in a posted body (MultiDict): name → JSON value, unanswered ones left out."""
    form = questions(definition, step)(formdata=body)
    return {name: value for name, value in form.data.items() if value is not None}
