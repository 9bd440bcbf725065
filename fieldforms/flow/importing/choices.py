"""What a person decided about a file, as an import's row keeps it (JSON): for all of its rows, and for single ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fieldforms.flow.importing.cell_reading import ReadingHabits

NAMES_DECIDE = "by_name"  # a category's word says no category: of each device its name does
LEAVES_OUT = "leave_out"  # a state's word (报废): its rows are not imported
MADE_NEW = "new"  # a word's meaning: what the list names is to be made


@dataclass(frozen=True)
class Choices:
    """`sheet`: its place in the file. `header`: the header's row from 0, None for the one that is found. `columns`: place →
    destination; `learned`: header → destination, of what somebody said otherwise than it was proposed, for the next lists. `fixed`: column → text for rows that say nothing there.
    `clears`: an empty cell empties the register's. `words`: column → word → value; `answers`: question → answer for all rows.
    `no_errors`: cells with an error of Excel's (#N/A) count as empty. `term_unit`: "year" or "month", of terms that are a mere number.
    """

    sheet: int = 0
    header: int | None = None
    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    learned: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    clears: bool = False
    day_order: str = ""
    rough_days: bool = False
    no_errors: bool = False
    term_unit: str = ""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def habits(self) -> ReadingHabits:
        return ReadingHabits(self.day_order, self.rough_days)

    @property
    def are_made(self) -> bool:
        """Has somebody said where the columns go?"""
        return bool(self.columns)

    def with_words(self, words: Mapping[str, Mapping[str, str]]) -> "Choices":
        """Of a word that means "" nobody has said anything."""
        merged = {name: {**self.words.get(name, {}), **words.get(name, {})} for name in {*self.words, *words}}
        said = {name: {word: value for word, value in each.items() if value} for name, each in merged.items()}
        return replace(self, words=said)


def choices_from_json(kept: Mapping) -> Choices:
    return Choices(**{name: value for name, value in kept.items() if name in Choices.__dataclass_fields__})


@dataclass(frozen=True)
class RowCorrection:
    """Of one row: `texts` in the place of what its cells say, `answers` to its own questions, `is_left_out`: not imported."""

    texts: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    is_left_out: bool = False

    def with_more(self, said: "RowCorrection") -> "RowCorrection":
        """What was mended before stands: its input is shown no more."""
        answers = {**self.answers, **{name: answer for name, answer in said.answers.items() if answer}}
        return RowCorrection({**self.texts, **said.texts}, answers, said.is_left_out)


def corrections_from_json(kept: Mapping) -> dict[int, RowCorrection]:
    return {int(number): RowCorrection(**each) for number, each in kept.items()}
