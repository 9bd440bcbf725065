"""What was typed into a small form of the register: read by a table, and refused all at once.

A table is {input name: Text | Lines | Day | Number | Choice | Several | Flag}; `read` gives the columns' values.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from werkzeug.datastructures import MultiDict

from fieldforms.errors import N_, Invalid
from fieldforms.forms.kinds import clean

NEEDED = N_("请填写“%(label)s”。")
CHOOSE = N_("请选择“%(label)s”。")
TOO_LONG = N_("“%(label)s”最多 %(max)s 个字。")
TOO_MANY = N_("“%(label)s”最多 %(max)s 行。")
NOT_A_DATE = N_("“%(label)s”不是有效的日期。")
NOT_A_NUMBER = N_("“%(label)s”要填 0 到 %(max)s 的整数。")


class Kind(Protocol):
    @property
    def label(self) -> str: ...
    def value(self, text: str): ...
    def mistake(self, text: str) -> tuple[str, dict] | None:
        """(sentence, its values beside the label) of what is wrong with `text`, or None."""


@dataclass(frozen=True)
class Text:
    """`most`: characters."""

    label: str
    most: int = 120
    needed: bool = False

    def value(self, text: str) -> str:
        return text

    def mistake(self, text: str):
        if self.needed and not text:
            return NEEDED, {}
        return (TOO_LONG, {"max": self.most}) if len(text) > self.most else None


@dataclass(frozen=True)
class Lines:
    """A list, one item a line. `most`: items; `longest`: characters of one."""

    label: str
    most: int = 40
    longest: int = 200

    def value(self, text: str) -> list[str]:
        return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]

    def mistake(self, text: str):
        items = self.value(text)
        if len(items) > self.most:
            return TOO_MANY, {"max": self.most}
        return (TOO_LONG, {"max": self.longest}) if any(len(item) > self.longest for item in items) else None


@dataclass(frozen=True)
class Day:
    """An ISO day or nothing."""

    label: str
    needed: bool = False

    def value(self, text: str) -> str:
        return text and date.fromisoformat(text).isoformat()

    def mistake(self, text: str):
        if not text:
            return (NEEDED, {}) if self.needed else None
        try:
            date.fromisoformat(text)
        except ValueError:
            return NOT_A_DATE, {}
        return None


@dataclass(frozen=True)
class Number:
    """A whole number from 0, or None for nothing."""

    label: str
    most: int = 100_000

    def value(self, text: str) -> int | None:
        return int(text) if text else None

    def mistake(self, text: str):
        fits = not text or (text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= self.most)
        return None if fits else (NOT_A_NUMBER, {"max": self.most})


@dataclass(frozen=True)
class Choice:
    label: str
    names: Collection[str]

    def value(self, text: str) -> str:
        return text

    def mistake(self, text: str):
        return None if text in self.names else (CHOOSE, {})


@dataclass(frozen=True)
class Several:
    """Boxes of one name, in the order of `names`."""

    label: str
    names: Collection[str]

    def value(self, text: str) -> list[str]:
        return [name for name in self.names if name in text.split()]

    def mistake(self, text: str):
        return (CHOOSE, {}) if set(text.split()) - set(self.names) else None


@dataclass(frozen=True)
class Flag:
    label: str

    def value(self, text: str) -> bool:
        return text == "1"

    def mistake(self, text: str):
        return None


def read(table: Mapping[str, Kind], given: Mapping) -> dict:
    """The table's values from what was typed. Raises Invalid with (input name, sentence, values)."""
    typed = {name: clean(text_of(kind, name, given)).strip() for name, kind in table.items()}
    wrong = list(mistakes(table, typed))
    if wrong:
        raise Invalid(wrong)
    return {name: kind.value(typed[name]) for name, kind in table.items()}


def text_of(kind: Kind, name: str, given: Mapping) -> str:
    if isinstance(kind, Several) and isinstance(given, MultiDict):
        return " ".join(given.getlist(name))
    return given.get(name, "")


def mistakes(table: Mapping[str, Kind], typed: Mapping[str, str]) -> Iterator[tuple[str, str, dict]]:
    for name, kind in table.items():
        found = kind.mistake(typed[name])
        if found:
            sentence, values = found
            yield name, sentence, {"label": kind.label, **values}


def differing(row, values: dict) -> list[str]:
    """The names of columns that `values` would change: what an audit line says, without what they say."""
    return sorted(name for name, value in values.items() if value != row.__data__.get(name))
