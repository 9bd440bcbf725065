"""What the search finds a record by."""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms import i18n
from fieldforms.flow.record.folding import MERGED, Fold
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.store import scope, search
from fieldforms.store.record.records import Sealed


@dataclass(frozen=True)
class SaidWords:
    """What the entries of a record say, as the index takes it. The longest part of it, and no row is read for it."""

    public: str
    private: str


def words_to_index(said: SaidWords, values: dict) -> tuple[str, str]:
    """(public, private) as the index takes them. `values`: of the record's row, by column."""
    names = (values["number"], values["technician_name"], values["client_name"], values["device_names"])
    return f"{search.words_to_index(' '.join(names))} {said.public}".strip(), said.private


def said_words(definition: Definition, folded: Fold, entries: Iterable[Sealed]) -> SaidWords:
    """In both languages, so that either finds it; what further reporters wrote, too.

    In the private index those who read ratings search: what they may read beside others is found by them alone, what only
    others may read by nobody.
    """
    public: list[str] = []
    private: list[str] = []
    said = [folded.told_answers, *(entry.answers for entry in entries if entry.outcome == MERGED)]
    for field in definition.fields.values():
        kind = KINDS[field.type]
        given = [value for answers in said if kind.is_answered(value := answers.get(field.name))]
        if kind.searchable and scope.found_with_ratings(field.private_to):
            # Each once, in an order that the next process has, too: `verify` compares.
            words = dict.fromkeys(kind.text(value, field, lang) for value in given for lang in i18n.LANGUAGES)
            (private if field.private_to else public).extend(words)
    if folded.signed:
        public.append(folded.signed.facts.get("signer") or "")
    return SaidWords(search.words_to_index(" ".join(public)), search.words_to_index(" ".join(private)))
