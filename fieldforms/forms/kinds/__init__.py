"""One class per field kind, with all its faces. The only place where kinds differ (style.md, 10 and 11).

A kind reads its part of a posted body, checks a value, says it in words, on paper and in a spreadsheet. What cannot
be parsed stays as the string that was typed: a draft loses nothing, and `check` refuses it at completion.
"""

from fieldforms.forms.definition import Field
from fieldforms.forms.kinds.checklist import NormalOrHandled, TwoCounts
from fieldforms.forms.kinds.choices import Note, SelectMultiple, SelectOne, YesNo
from fieldforms.forms.kinds.kind import DIGEST, Kind
from fieldforms.forms.kinds.references import DevicesKind, DocumentsKind, PartKind, PhotosKind, UserKind
from fieldforms.forms.kinds.repeat import Repeat
from fieldforms.forms.kinds.scalars import (
    DateKind,
    DatetimeKind,
    DecimalKind,
    Hidden,
    Integer,
    LongText,
    PhoneKind,
    TextKind,
)
from fieldforms.forms.kinds.signature import SignatureKind
from fieldforms.forms.reading import clean_text

__all__ = [
    "DIGEST",
    "KINDS",
    "Kind",
    "NormalOrHandled",
    "PhotosKind",
    "SelectOne",
    "TwoCounts",
    "clean_text",
    "kind_of",
    "names_of_kinds",
]

KINDS: dict[str, Kind] = {
    kind.name: kind()
    for kind in (
        TextKind,
        LongText,
        PhoneKind,
        Integer,
        DecimalKind,
        DateKind,
        DatetimeKind,
        SelectOne,
        YesNo,
        SelectMultiple,
        Note,
        Hidden,
        PhotosKind,
        DocumentsKind,
        UserKind,
        DevicesKind,
        PartKind,
        TwoCounts,
        NormalOrHandled,
        Repeat,
        SignatureKind,
    )
}


def kind_of(field: Field | None) -> Kind:
    """The kind of a field, to be asked what it is; of none, or one whose type nobody knows: a kind that is nothing."""
    return KINDS.get(field.type, NO_KIND) if field else NO_KIND


NO_KIND = Kind()


def names_of_kinds(trait: str) -> frozenset[str]:
    """The kinds that have it: an attribute of `Kind` that is true of some."""
    return frozenset(name for name, kind in KINDS.items() if getattr(kind, trait))
