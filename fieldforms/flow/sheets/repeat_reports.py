"""What those wrote who reported a fault again: entries that merged into an open record and move none of its steps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fieldforms import i18n
from fieldforms.flow.record import folding
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.store.record import records


@dataclass(frozen=True)
class AnswerInWords:
    """One answer in words. `dials`: it is a telephone number."""

    label: str
    text: str
    dials: bool


@dataclass(frozen=True)
class RepeatReport:
    """A further report, as its viewer may read it. `at`: UTC ms; `photos`: digests."""

    at: int
    said: tuple[AnswerInWords, ...]
    photos: tuple[str, ...]


def repeat_reports(seen: records.Seen, lang: str) -> list[RepeatReport]:
    """Oldest first."""
    return [report_of_entry(seen.definition, entry, lang) for entry in merged_entries(seen.entries)]


def merged_entries(entries: Iterable[records.Sealed]) -> Iterator[records.Sealed]:
    return (entry for entry in entries if entry.outcome == folding.MERGED)


def report_of_entry(definition: Definition, entry: records.Sealed, lang: str) -> RepeatReport:
    return RepeatReport(
        entry.sealed_at,
        tuple(answers_of_entry_in_words(definition, entry, lang)),
        tuple(photo_digests_of_entry(definition, entry)),
    )


def answers_of_entry_in_words(
    definition: Definition, entry: records.Sealed, lang: str
) -> Iterator[AnswerInWords]:
    for field, value in answered_fields(definition, entry):
        kind = KINDS[field.type]
        yield AnswerInWords(i18n.pick(field.label, lang), kind.text(value, field, lang), kind.dials)


def answered_fields(definition: Definition, entry: records.Sealed):
    """(field, value) in the sheet's order."""
    given = ((field, entry.answers.get(name)) for name, field in definition.fields.items())
    return (
        (field, value) for field, value in given if value is not None and KINDS[field.type].answered(value)
    )


def photo_digests_of_entry(definition: Definition, entry: records.Sealed) -> list[str]:
    faces = (
        KINDS[field.type].paper(value, field, "zh") for field, value in answered_fields(definition, entry)
    )
    return [digest for face in faces for digest in face.photos]


def photo_digests_of_repeats(seen: records.Seen) -> list[str]:
    """Digests of all photos that further reporters sent."""
    return [
        digest
        for entry in merged_entries(seen.entries)
        for digest in photo_digests_of_entry(seen.definition, entry)
    ]
