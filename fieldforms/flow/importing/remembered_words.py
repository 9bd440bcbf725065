"""What single words of lists mean, and where columns go, as people said once: remembered for the next lists of the kind, until
somebody has it forgotten. As soon as somebody said so, as the page of columns promises, though the list may never be written: what
they looked at and let stand is no such word."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from fieldforms.flow.importing.choices import choices_from_json
from fieldforms.flow.importing.header_rows import SheetColumn, key_of_header, proposed_destination
from fieldforms.flow.importing.import_kinds import IMPORT_KINDS, ImportKind, names_of_columns
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.importing import imports
from fieldforms.store.models import Import

MOST_REMEMBERED_IMPORTS = 30
MOST_IMPORTS_SEARCHED = 5000  # of a kind: for who said it first, and to forget it everywhere
MEANINGS_REMEMBERED = frozenset(
    {"category", "state", "kind", "role", "type"}
)  # of words, from one list to the next


@dataclass(frozen=True)
class RememberedWord:
    """`row`: the import in which somebody said so."""

    kind: ImportKind
    column: str
    word: str
    value: str
    row: Import


@dataclass(frozen=True)
class RememberedColumn:
    """`destination`: a column's name or LEFT_OUT. `row`: the import in which somebody said so."""

    kind: ImportKind
    header: str
    destination: str
    row: Import


def remembered_choices(kind: str) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """(key of a header → destination, column → word → value) as people said for lists of this kind before, the latest last."""
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for row in reversed(imports.latest_imports((kind,), MOST_REMEMBERED_IMPORTS)):
        said = choices_from_json(row.choices)
        for name in MEANINGS_REMEMBERED & said.words.keys():
            words[name] |= said.words[name]
    return remembered_destinations(kind), words


def remembered_destinations(kind: str) -> dict[str, str]:
    """Key of a header → destination."""
    return {key: each.destination for key, each in columns_by_key(kind, MOST_REMEMBERED_IMPORTS).items()}


def words_remembered(kind: ImportKind) -> list[RememberedWord]:
    """By column and word, each with the import that said so first: later ones took it over."""
    _placed, meant = remembered_choices(kind.name)
    if not any(meant.values()):
        return []
    said: dict[tuple[str, str], RememberedWord] = {}
    for row in reversed(imports.latest_imports((kind.name,), MOST_IMPORTS_SEARCHED)):
        words = choices_from_json(row.choices).words
        for column in MEANINGS_REMEMBERED & words.keys():
            for word, value in words[column].items():
                known = said.get((column, word))
                if known is None or known.value != value:
                    said[column, word] = RememberedWord(kind, column, word, value, row)
    return [said[column, word] for column in sorted(meant) for word in sorted(meant[column])]


def forget_word(user_id: int | None, kind: str, column: str, word: str) -> None:
    """Lists that are still to be written ask for it again, and so does every one to come. What was written with it stays."""
    with transaction():
        meant = ""
        for row in imports.latest_imports((kind,), MOST_IMPORTS_SEARCHED):
            if word in choices_from_json(row.choices).words.get(column, {}):
                row = imports.import_for_writing(row)
                choices = choices_from_json(row.choices)
                meant = meant or choices.words.get(column, {}).get(word, "")
                imports.change_import(row, choices=asdict(choices.with_words({column: {word: ""}})))
        if meant:
            about = {"column": column, "word": word, "meant": meant}
            audit.record_action(user_id, "import.forget", kind, **about)


def is_remembered(kind: str, column: str) -> bool:
    """Does what words of this column mean go from one list to the next?"""
    return column in MEANINGS_REMEMBERED and column in IMPORT_KINDS[kind].columns


# Columns


def columns_to_remember(kind: str, columns: Iterable[SheetColumn]) -> dict[str, str]:
    """Header → destination, of those that say something and go elsewhere than their header alone would have them go: an empty
    column goes nowhere by itself, which says nothing of the next list. What was remembered is said again."""
    names, known = names_of_columns(kind), remembered_destinations(kind)
    return {
        column.header: column.destination
        for column in columns
        if column.key and column.filled and column.destination
        if column.key in known or column.destination != proposed_destination(column, names, {})
    }


def columns_remembered(kind: ImportKind) -> list[RememberedColumn]:
    """By header, each with the import that said so first: later ones took it over."""
    known = remembered_destinations(kind.name)
    found = columns_by_key(kind.name, MOST_IMPORTS_SEARCHED) if known else {}
    return sorted((found[key] for key in known), key=lambda each: each.header)


def columns_by_key(kind: str, most: int) -> dict[str, RememberedColumn]:
    """As the latest of so many lists say; of those that agree with it the first one's."""
    said: dict[str, RememberedColumn] = {}
    for row in reversed(imports.latest_imports((kind,), most)):
        for header, destination in choices_from_json(row.choices).learned.items():
            known = said.get(key_of_header(header))
            if known is None or known.destination != destination:
                each = RememberedColumn(IMPORT_KINDS[kind], header, destination, row)
                said[key_of_header(header)] = each
    return said


def forget_column(user_id: int | None, kind: str, header: str) -> None:
    """The next lists are looked at as if nobody had said anything of it, however it is written. What was written stays."""
    key, meant = key_of_header(header), ""
    with transaction():
        for row in imports.latest_imports((kind,), MOST_IMPORTS_SEARCHED):
            if key in map(key_of_header, choices_from_json(row.choices).learned):
                row = imports.import_for_writing(row)
                choices = choices_from_json(row.choices)
                meant = meant or next(
                    to for text, to in choices.learned.items() if key_of_header(text) == key
                )
                left = {text: to for text, to in choices.learned.items() if key_of_header(text) != key}
                imports.change_import(row, choices=asdict(replace(choices, learned=left)))
        if meant:
            audit.record_action(user_id, "import.forget", kind, header=header, meant=meant)
