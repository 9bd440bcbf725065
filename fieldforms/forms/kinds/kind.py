"""The shape all kinds share."""

import re
from collections.abc import Iterator

from fieldforms.errors import N_
from fieldforms.forms import reading
from fieldforms.forms.definition import Choice, Field
from fieldforms.forms.faces import Face
from fieldforms.forms.reading import Unreadable, clean_text

InputMistake = tuple[str, dict]  # sentence (message id), its values

NEEDED = N_("请填写“%(label)s”。")
CHOOSE = N_("请选择“%(label)s”。")
NEEDED_OR = N_("请填写“%(label)s”，或回答%(others)s。")
CHOOSE_OR = N_("请选择“%(label)s”，或填写%(others)s。")
ADD_OR = N_("请添加“%(label)s”，或者%(others)s。")
TOO_LONG = N_("“%(label)s”最多 %(max)s 个字。")

DIGEST = re.compile(r"[0-9a-f]{64}\Z")


class Kind:
    """The shape all kinds share: a single string."""

    name = ""
    edited_like = ""  # the kind whose template edits it, too
    refers = ""  # "device" or "user": flow/prefill/register_answers.py looks the value up
    searchable = True
    asks = NEEDED
    asks_or = NEEDED_OR  # where one of several will do
    unfit = ""  # what is said of a value that does not fit, by default what asks for one
    composite = False  # several inputs: a fieldset with a legend
    files = "photo"  # what a file that comes for it is kept as: a photo, or a document as it is
    plain = True  # needs no more than the page it stands on: no upload, no look-up, no canvas, no table
    exclusive = False  # one of its choices is the whole answer
    dials = False  # a telephone number: a tap calls it
    statement = False  # a sentence to read, without an answer
    unseen = False  # goes with the answers, and is on no page, sheet or spreadsheet
    comparable = True  # may conditions name its values
    is_time = False  # a day, or a day with its minute
    has_minutes = False
    has_fractions = False  # 1.5 is one, and so is 1.50: nothing is equal to it
    is_number = False
    is_whole = False  # a number that is counted
    in_words = False  # takes what a field of any other kind says, in words
    one_of_few = False  # one choice, or none
    is_one_text = False  # its one input shows the answer as it is
    needs_choices = False
    counts = 0  # how many counts a field of it names
    in_rows = True  # may stand in a row of a repeat
    has_rows = False
    canvas = False  # it is drawn
    takes_photos = False  # by the phone's camera
    range: tuple[int, int] | None = None  # the least and most where the form sets no limit
    cell_width = 16  # of a spreadsheet's column, in characters
    constraints: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()  # inputs named field.part

    @property
    def template(self) -> str:
        """Which of templates/fields/ edits it."""
        return self.edited_like or self.name

    def choices(self, field: Field) -> tuple[Choice, ...]:
        """The only values it may have; none where anything may be said."""
        return ()

    def read(self, form, field: Field):
        """The JSON value of this field in a posted body (a werkzeug MultiDict)."""
        return clean_text(form.get(field.name, "")) or None

    def with_photo(self, value, part: str, digest: str):
        """The value with one more photo, at its input `field.part` ("": the field's own); None where it has no place."""
        return

    def is_answered(self, value) -> bool:
        return value not in (None, "", [], {})

    def fits(self, value) -> bool:
        """Has an answered value the shape that `read` gives? A default, or what is carried over, may have any other: it
        is asked for again, and counts as no answer (forms/answers.py). All faces are for values that fit."""
        return isinstance(value, str)

    def value_between(self, field: Field, answers: dict):
        """What the other answers come to, where its constraint says between which it lies and nobody filled it."""
        return

    def check(self, value, field: Field, context: dict) -> Iterator[InputMistake]:
        """What is wrong with an answered value that fits. `context`: answers, fields, now (local ISO minute)."""
        return iter(())

    def text(self, value, field: Field, lang: str) -> str:
        """One line for lists, search and differences."""
        return "" if value is None else str(value)

    def paper(self, value, field: Field, lang: str) -> Face:
        return Face(text=self.text(value, field, lang))

    def is_unsettled(self, value, field: Field) -> bool:
        """Does the answer name something that could not be dealt with, and so wants a fault report?"""
        return False

    def note(self, value) -> str:
        """What was said about it in words, beside the answer itself."""
        return ""

    def xlsx(self, value, field: Field, lang: str):
        """A cell: str, int, float, date or datetime; None is an empty cell."""
        return self.text(value, field, lang) or None


class TypedKind(Kind):
    """One value that is read by a rule of forms/reading.py; what the rule cannot read stays as it was typed."""

    is_one_text = True

    def read(self, form, field):
        typed = form.get(field.name, "")
        try:
            kept = self.read_typed(typed)
        except Unreadable:
            return clean_text(typed)
        return None if kept == "" else kept

    def read_typed(self, text: str):
        """What is kept of a text. Raises Unreadable."""
        raise NotImplementedError

    def mistake_in(self, value) -> InputMistake | None:
        """Why a value is not one that this kind keeps."""
        try:
            self.read_typed(str(value))
        except Unreadable as refused:
            return refused.sentence, refused.values
        return None


def whole_number(text: str):
    """An int, None for nothing, or the typed text when it is no whole number."""
    try:
        return reading.read_whole_number(text or "")
    except Unreadable:
        return clean_text(text)


def is_texts(value) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def is_mapping_of_texts(value, *names: str) -> bool:
    """A mapping whose values of these names are texts, where they are given."""
    return isinstance(value, dict) and all(isinstance(value.get(name, ""), str) for name in names)


def digests_among(values) -> list[str]:
    return list(dict.fromkeys(value for value in values if DIGEST.match(value)))
