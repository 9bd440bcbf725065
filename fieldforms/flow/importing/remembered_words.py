"""What single words of lists mean, as people said once: remembered for the next lists of the kind, until somebody has it forgotten."""

from collections import defaultdict
from dataclasses import asdict, dataclass

from fieldforms.flow.importing.choices import choices_from_json
from fieldforms.flow.importing.import_kinds import IMPORT_KINDS, ImportKind
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


def remembered_choices(kind: str) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """(key of a header → destination, column → word → value) as people said for lists of this kind before, the latest last."""
    placed: dict[str, str] = {}
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for row in reversed(imports.latest_imports((kind,), MOST_REMEMBERED_IMPORTS)):
        said = choices_from_json(row.choices)
        placed |= said.placed
        for name in MEANINGS_REMEMBERED & said.words.keys():
            words[name] |= said.words[name]
    return placed, words


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
