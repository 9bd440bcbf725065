"""What was typed into a small form: read by a table, and refused all at once.

A table is {input name: Input}; `read_input` gives the columns' values.
What was typed is one text for each input; boxes of one name are joined by spaces.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from fieldforms.errors import N_, Invalid, ReasonNeeded, ReasonTooLong
from fieldforms.flow import local_time
from fieldforms.forms import reading
from fieldforms.forms.definition import Text
from fieldforms.forms.kinds.kind import CHOOSE, NEEDED, TOO_LONG, InputMistake
from fieldforms.forms.kinds.scalars import IN_THE_FUTURE
from fieldforms.forms.reading import Unreadable
from fieldforms.i18n import gettext, join_words, pick

TOO_MANY = N_("“%(label)s”最多 %(max)s 行。")
NOT_IN_RANGE = N_("“%(label)s”要填 %(min)s 到 %(max)s 的整数。")
ON, OFF = N_("是"), N_("否")


@dataclass(frozen=True)
class Input:
    """The shape all kinds share: a text that may stay empty. `input`: the macro of templates/columns.html that asks."""

    input: ClassVar[str] = "text"
    label: str

    @property
    def optional(self) -> bool:
        """Does the form say that it may stay empty?"""
        return True

    def read_text(self, text: str):
        """What is kept of what was typed, if it is more than nothing. Raises Unreadable (forms/reading.py)."""
        return reading.clean_text(text)

    def value_or_typed(self, text: str):
        """What is kept, or the text as it stands where it can't be read."""
        try:
            return self.value(text)
        except Unreadable:
            return reading.clean_text(text)

    def nothing_typed(self):
        """What is kept of nothing."""
        return ""

    def value(self, text: str):
        """What is kept of a text without mistakes."""
        return self.read_text(text) if reading.clean_text(text) else self.nothing_typed()

    def text(self, value) -> str:
        """The other way round: what is kept, as its input shows it."""
        return value or ""

    def words(self, value, lang: str):
        """What is kept, as a page or a spreadsheet says it."""
        return value

    def text_in_words(self, text: str, lang: str) -> str:
        """What the input shows, for somebody who reads it."""
        return text

    def mistake(self, text: str) -> InputMistake | None:
        """What is wrong with a text."""
        try:
            return self.mistake_in_value(self.value(text))
        except Unreadable as refused:
            return refused.sentence, refused.values

    def mistake_in_value(self, value) -> InputMistake | None:
        """What is wrong with what could be read."""
        return None


@dataclass(frozen=True)
class TextInput(Input):
    """`most`: characters. `type`: of the input; `lines`: its height, more than one for long texts."""

    most: int = 120
    needed: bool = False
    type: str = "text"
    lines: int = 1
    short: bool = False

    @property
    def optional(self) -> bool:
        return not self.needed

    def read_text(self, text: str) -> str:
        return reading.clean_text(text) if self.lines > 1 else reading.read_line(text)

    def mistake_in_value(self, value) -> InputMistake | None:
        if self.needed and not value:
            return NEEDED, {}
        return (TOO_LONG, {"max": self.most}) if len(value) > self.most else None


@dataclass(frozen=True)
class LinesInput(Input):
    """A list, one item a line. `most`: items; `longest`: characters of one. `lines`: as of a Text."""

    input: ClassVar[str] = "items"
    most: int = 40
    longest: int = 200
    lines: int = 4

    def read_text(self, text: str) -> list[str]:
        return [line for line in map(reading.read_line, reading.clean_text(text).split("\n")) if line]

    def nothing_typed(self) -> list[str]:
        return []

    def text(self, value) -> str:
        return "\n".join(value or ())

    def mistake_in_value(self, value) -> InputMistake | None:
        if len(value) > self.most:
            return TOO_MANY, {"max": self.most}
        return (TOO_LONG, {"max": self.longest}) if any(len(item) > self.longest for item in value) else None


@dataclass(frozen=True)
class DayInput(Input):
    """An ISO day or nothing. `past`: none after today."""

    input: ClassVar[str] = "day"
    needed: bool = False
    past: bool = False

    @property
    def optional(self) -> bool:
        return not self.needed

    def read_text(self, text: str) -> str:
        return reading.read_day(text)

    def mistake_in_value(self, value) -> InputMistake | None:
        if not value:
            return (NEEDED, {}) if self.needed else None
        return (IN_THE_FUTURE, {}) if self.past and value > local_time.today() else None


@dataclass(frozen=True)
class NumberInput(Input):
    """A whole number from `least`, or None for nothing."""

    input: ClassVar[str] = "number"
    most: int = 100_000
    least: int = 0

    def read_text(self, text: str) -> int | None:
        return reading.read_whole_number(text)

    def nothing_typed(self) -> None:
        return None

    def text(self, value) -> str:
        return "" if value is None else str(value)

    def mistake(self, text: str) -> InputMistake | None:
        """One sentence for all: it says what would do."""
        try:
            fits = (value := self.value(text)) is None or self.least <= value <= self.most
        except Unreadable:
            fits = False
        return None if fits else (NOT_IN_RANGE, {"min": self.least, "max": self.most})


@dataclass(frozen=True)
class ChoiceInput(Input):
    """One of `names` (value → label), in a select."""

    input: ClassVar[str] = "choice"
    names: Mapping[str, Text | str] = field(default_factory=dict)

    @property
    def optional(self) -> bool:
        return False

    def words(self, value, lang: str) -> str:
        return gettext(pick(self.names.get(value, value), lang), lang)

    def text_in_words(self, text: str, lang: str) -> str:
        return self.words(text, lang)

    def mistake(self, text: str) -> InputMistake | None:
        return None if text in self.names else (CHOOSE, {})


@dataclass(frozen=True)
class TilesInput(ChoiceInput):
    """A choice whose names are few enough to lie side by side."""

    input: ClassVar[str] = "tiles"


@dataclass(frozen=True)
class SeveralInput(Input):
    """Boxes of one name, in the order of `names` (value → label)."""

    input: ClassVar[str] = "boxes"
    names: Mapping[str, str] = field(default_factory=dict)

    def read_text(self, text: str) -> list[str]:
        return [name for name in self.names if name in text.split()]

    def nothing_typed(self) -> list[str]:
        return []

    def text(self, value) -> str:
        return " ".join(value or ())

    def text_in_words(self, text: str, lang: str) -> str:
        return join_words((gettext(self.names.get(name, name), lang) for name in text.split()), lang)

    def mistake(self, text: str) -> InputMistake | None:
        return (CHOOSE, {}) if set(text.split()) - set(self.names) else None


@dataclass(frozen=True)
class RowInput(Input):
    """Another row of the register by its id, or None: `nothing` says what that means.

    `names`: id → what it is called, of those that this very form offers (register_columns.with_choices).
    """

    input: ClassVar[str] = "row"
    nothing: str = ""
    means_something: bool = False  # that there is none is an answer, too
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def optional(self) -> bool:
        return not self.means_something

    def read_text(self, text: str) -> int:
        return int(text)

    def nothing_typed(self) -> None:
        return None

    def text(self, value) -> str:
        return str(value or "")

    def text_in_words(self, text: str, lang: str) -> str:
        return self.names.get(text, text) or gettext(self.nothing, lang)

    def mistake(self, text: str) -> InputMistake | None:
        return (CHOOSE, {}) if text and text not in self.names else None


@dataclass(frozen=True)
class FlagInput(Input):
    input: ClassVar[str] = "flag"

    def value(self, text: str) -> bool:
        return text == "1"

    def text(self, value) -> str:
        return "1" if value else ""

    def text_in_words(self, text: str, lang: str) -> str:
        return gettext(ON if text else OFF, lang)


LONGEST_WORDS = 2000


def check_reason(reason: str, needed: type[ReasonNeeded] = ReasonNeeded) -> None:
    """Why something is done, in words. Raises `needed`, or ReasonTooLong."""
    if not reason:
        raise needed
    refuse_long_words(reason)


def refuse_long_words(words: str) -> None:
    """Raises ReasonTooLong: words are never cut."""
    if len(words) > LONGEST_WORDS:
        raise ReasonTooLong(max=LONGEST_WORDS, n=len(words))


def read_input(table: Mapping[str, Input], given: Mapping[str, str]) -> dict:
    """The table's values from what was typed. Raises Invalid with (input name, sentence, values)."""
    typed = {name: reading.clean_text(given.get(name, "")) for name in table}
    wrong = list(mistakes_in_input(table, typed))
    if wrong:
        raise Invalid(wrong)
    return {name: kind.value(typed[name]) for name, kind in table.items()}


def mistakes_in_input(
    table: Mapping[str, Input], typed: Mapping[str, str]
) -> Iterator[tuple[str, str, dict]]:
    for name, kind in table.items():
        found = kind.mistake(typed[name])
        if found:
            sentence, values = found
            yield name, sentence, {"label": kind.label, **values}
