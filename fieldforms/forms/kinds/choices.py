"""One or several of given answers, and the sentence that asks for none."""

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.forms.conditions import is_relevant
from fieldforms.forms.definition import Choice
from fieldforms.forms.faces import Box, Face
from fieldforms.forms.kinds.kind import CHOOSE, CHOOSE_OR, Kind, is_texts
from fieldforms.forms.reading import clean_text

NOT_A_CHOICE = N_("“%(label)s”里没有这个选项。")
NOT_THIS_CHOICE = N_("按前面的回答，“%(label)s”不能选“%(choice)s”。")


class SelectOne(Kind):
    name = "select_one"
    asks = CHOOSE
    asks_or = CHOOSE_OR
    composite = True
    exclusive = True
    one_of_few = True
    needs_choices = True

    def choices(self, field):
        return field.choices

    def label(self, name, field, lang) -> str:
        """A choice in words; an unknown one as it was given."""
        labels = {choice.name: choice.label for choice in self.choices(field)}
        return i18n.pick(labels.get(name, str(name or "")), lang)

    def chosen_names(self, value) -> list[str]:
        return [value]

    def check(self, value, field, context):
        if set(self.chosen_names(value)) - {choice.name for choice in self.choices(field)}:
            yield NOT_A_CHOICE, {}
        for choice in self.choices(field):
            if choice.name in self.chosen_names(value) and not is_relevant(
                choice.relevant, context["answers"]
            ):
                yield NOT_THIS_CHOICE, {"choice": choice.label}

    def text(self, value, field, lang):
        return i18n.join_words((self.label(name, field, lang) for name in self.chosen_names(value)), lang)

    def paper(self, value, field, lang):
        chosen = self.chosen_names(value)
        return Face(boxes=tuple(Box(i18n.pick(c.label, lang), c.name in chosen) for c in self.choices(field)))


class YesNo(SelectOne):
    """A select one whose choices need not be written, unless a sheet words them otherwise."""

    name = "yes_no"
    edited_like = SelectOne.name
    needs_choices = False
    CHOICES = (Choice("yes", {"zh": "是", "en": "Yes"}), Choice("no", {"zh": "否", "en": "No"}))

    def choices(self, field):
        return field.choices or self.CHOICES


class SelectMultiple(SelectOne):
    name = "select_multiple"
    exclusive = False
    one_of_few = False

    def read(self, form, field):
        return list(dict.fromkeys(filter(None, map(clean_text, form.getlist(field.name))))) or None

    def fits(self, value):
        return is_texts(value)

    def chosen_names(self, value):
        return value or []


class Note(Kind):
    """A sentence to read; carries no answer."""

    name = "note"
    searchable = False
    statement = True
    comparable = False
    in_rows = False

    def read(self, form, field):
        return None

    def paper(self, value, field, lang):
        return Face()
