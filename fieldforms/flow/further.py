"""What those wrote who reported a fault again: entries that merged into an open record and move none of its steps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fieldforms import i18n
from fieldforms.flow import folding
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.store import records


@dataclass(frozen=True)
class Said:
    """One answer in words. `dials`: it is a telephone number."""

    label: str
    text: str
    dials: bool


@dataclass(frozen=True)
class Report:
    """A further report, as its viewer may read it. `at`: UTC ms; `photos`: digests."""

    at: int
    said: tuple[Said, ...]
    photos: tuple[str, ...]


def reports(seen: records.Seen, lang: str) -> list[Report]:
    """Oldest first."""
    return [report(seen.definition, entry, lang) for entry in merged(seen.entries)]


def merged(entries: Iterable[records.Sealed]) -> Iterator[records.Sealed]:
    return (entry for entry in entries if entry.outcome == folding.MERGED)


def report(definition: Definition, entry: records.Sealed, lang: str) -> Report:
    return Report(entry.sealed_at, tuple(said(definition, entry, lang)), tuple(photos_of(definition, entry)))


def said(definition: Definition, entry: records.Sealed, lang: str) -> Iterator[Said]:
    for field, value in answered(definition, entry):
        kind = KINDS[field.type]
        yield Said(i18n.pick(field.label, lang), kind.text(value, field, lang), kind.dials)


def answered(definition: Definition, entry: records.Sealed):
    """(field, value) in the sheet's order."""
    given = ((field, entry.answers.get(name)) for name, field in definition.fields.items())
    return (
        (field, value) for field, value in given if value is not None and KINDS[field.type].answered(value)
    )


def photos_of(definition: Definition, entry: records.Sealed) -> list[str]:
    faces = (KINDS[field.type].paper(value, field, "zh") for field, value in answered(definition, entry))
    return [digest for face in faces for digest in face.photos]


def photos(seen: records.Seen) -> list[str]:
    """Digests of all photos that further reporters sent."""
    return [digest for entry in merged(seen.entries) for digest in photos_of(seen.definition, entry)]
