"""A table of rows of questions (XLSForm: begin repeat). Its answer is a list of rows, each field name → value."""

import re

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.forms import kinds
from fieldforms.forms.conditions import is_filled
from fieldforms.forms.definition import Field
from fieldforms.forms.faces import Face, Grid
from fieldforms.forms.kinds.kind import Kind

TOO_FEW_ROWS = N_("“%(label)s”至少要有 %(min)s 行。")
TOO_MANY_ROWS = N_("“%(label)s”最多 %(max)s 行。")
BLANK_ROWS = 3  # of a sheet printed to be written on


def answer_in_row(row: dict, child: Field):
    """As everywhere: a value that does not fit its kind is no answer."""
    value = row.get(child.name)
    return value if value is not None and kinds.kind_of(child).fits(value) else None


def seen_fields(field: Field) -> list[Field]:
    return [child for child in field.fields if not kinds.kind_of(child).unseen]


class Repeat(Kind):
    name = "repeat"
    plain = False
    composite = True
    comparable = False
    constraints = frozenset({"min", "max"})
    parts = ("add",)
    in_rows = False
    has_rows = True
    MOST = 50
    range = (1, MOST)

    def read(self, form, field):
        """Rows in the order of their numbers; gaps close. A blank row stays until the step is settled."""
        inside = re.compile(rf"{re.escape(field.name)}\.([0-9]{{1,4}})\.")
        numbers = sorted({int(found[1]) for name in form if (found := inside.match(name))})
        rows = [self.read_row(form, field, number) for number in numbers]
        if form.get(f"{field.name}.add"):
            rows.append({})
        return rows or None

    def read_row(self, form, field: Field, number: int) -> dict:
        pairs = zip(field.fields, field.row(number), strict=True)
        values = ((child.name, kinds.kind_of(child).read(form, placed)) for child, placed in pairs)
        return {name: value for name, value in values if value is not None}

    def rows(self, value) -> list[dict]:
        """Those that say something."""
        return [row for row in value or () if isinstance(row, dict) and any(map(is_filled, row.values()))]

    def fits(self, value):
        return isinstance(value, list)

    def is_answered(self, value):
        return isinstance(value, list) and bool(self.rows(value))

    def check(self, value, field, context):
        """How many rows; the questions inside are checked one by one (forms/answers.py)."""
        least, most = field.constraint.get("min", 0), field.constraint.get("max", self.MOST)
        if len(self.rows(value)) < least:
            yield TOO_FEW_ROWS, {"min": least}
        if len(value) > most:
            yield TOO_MANY_ROWS, {"max": most}

    def text(self, value, field, lang):
        within, between = ("，", "；") if lang == "zh" else (", ", "; ")
        return between.join(within.join(self.words_of_row(row, field, lang)) for row in self.rows(value))

    def words_of_row(self, row: dict, field: Field, lang: str) -> list[str]:
        given = ((child, answer_in_row(row, child)) for child in seen_fields(field))
        told = (kinds.kind_of(child).text(value, child, lang) for child, value in given if value is not None)
        return [text for text in told if text]

    def paper(self, value, field, lang):
        shown = [child for child in seen_fields(field) if not kinds.kind_of(child).statement]
        rows = self.rows(value)
        cells = [
            tuple(self.cell_of(answer_in_row(row, child), child, lang) for child in shown) for row in rows
        ]
        blank = tuple(kinds.kind_of(child).paper(None, child, lang) for child in shown)
        photos = tuple(digest for row in cells for face in row for digest in face.photos)
        columns = tuple(i18n.pick(child.label, lang) for child in shown)
        return Face(grid=Grid(columns, tuple(cells or [blank] * BLANK_ROWS)), photos=photos)

    def cell_of(self, value, child: Field, lang: str) -> Face:
        """In words: the boxes not ticked would fill a column."""
        kind = kinds.kind_of(child)
        photos = kind.paper(value, child, lang).photos if kind.is_answered(value) else ()
        return Face(text=kind.text(value, child, lang) if kind.is_answered(value) else "", photos=photos)

    def is_unsettled(self, value, field):
        return any(
            kinds.kind_of(child).is_unsettled(answer_in_row(row, child), child)
            for row in self.rows(value)
            for child in field.fields
        )
