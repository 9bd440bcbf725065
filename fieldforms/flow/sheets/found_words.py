"""Why a search found a sheet: the words where they stand, by the rule of the index itself (store/search.py)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.record import folding
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.store import search
from fieldforms.store.models import Record
from fieldforms.store.record.records import Sealed

BEFORE_HIT = 16  # characters before the first word found
LONGEST_EXCERPT = 60  # characters

Pieces = list[tuple[str, bool]]  # (text, is it what was asked for)


@dataclass(frozen=True)
class Hit:
    """The answer in which the words stand; without `pieces` just which one it is."""

    label: str
    pieces: Pieces


class FoundWords:
    """What was asked for. Nothing was: nothing is marked."""

    def __init__(self, asked: str = ""):
        self.tokens = frozenset(search.tokens_asked_for(asked))

    def mark_words(self, text: str) -> Pieces:
        """The text in pieces, those that were asked for marked."""
        pieces, at = [], 0
        for start, end in self.spans_in(text):
            pieces += [(text[at:start], False), (text[start:end], True)]
            at = end
        return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]

    def spans_in(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand, adjoining ones as one."""
        spans: list[tuple[int, int]] = []
        for start, end in sorted(search.places_of_tokens(text, self.tokens)) if self.tokens else ():
            if spans and start <= spans[-1][1]:
                spans[-1] = spans[-1][0], max(end, spans[-1][1])
            else:
                spans.append((start, end))
        return spans

    def words_in(self, text: str) -> frozenset[str]:
        return self.tokens & frozenset(search.tokens_of_text(text))

    def hit_in(
        self, row: Record, definition: Definition, entries: Sequence[Sealed], lang: str, shown: Sequence[str]
    ) -> Hit | None:
        """The answer that says most of what the list's own cells (`shown`) do not. Of a confidential sheet its name alone: who reads
        what it says is written down."""
        lacking = self.tokens - self.words_in(" ".join(shown))
        if not lacking:
            return None
        said = list(searched_texts(definition, entries, lang))
        label, text = max(said, key=lambda each: len(self.words_in(each[1]) & lacking), default=("", ""))
        if not self.words_in(text) & lacking:
            return None
        return Hit(label, [] if row.confidential else self.excerpt(text))

    def excerpt(self, text: str) -> Pieces:
        """Some characters around the first of the words."""
        first = next((start for start, _end in self.spans_in(text)), 0)
        start = max(0, first - BEFORE_HIT) if len(text) > LONGEST_EXCERPT else 0
        cut = text[start : start + LONGEST_EXCERPT]
        ends = "…" if start + LONGEST_EXCERPT < len(text) else ""
        return [("…" if start else "", False), *self.mark_words(cut), (ends, False)]


SIGNER = N_("签字人")


def searched_texts(definition: Definition, entries: Sequence[Sealed], lang: str) -> Iterator[tuple[str, str]]:
    """(label, words) of all that is searched in a sheet, as the reader may read it; first in their language."""
    folded = folding.fold_entries(definition, entries)
    further = [entry.answers for entry in entries if entry.outcome == folding.MERGED]
    for other in (lang, *(each for each in i18n.LANGUAGES if each != lang)):
        for field in definition.fields.values():
            kind = KINDS[field.type]
            for answers in (folded.told_answers, *further):
                value = answers.get(field.name)
                if kind.searchable and kind.is_answered(value):
                    yield i18n.pick(field.label, lang), kind.text(value, field, other)
    if folded.signed:
        yield i18n.gettext(SIGNER, lang), folded.signed.facts.get("signer") or ""
