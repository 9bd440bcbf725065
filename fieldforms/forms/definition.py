"""A form as data: one TOML file → an immutable Definition (design.md, "A field is written once").

`load` parses strictly and names every mistake with its place; `fieldforms.forms.checker` refuses what cannot work.
"""

import hashlib
import tomllib
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import rfc8785

from fieldforms.errors import BadDefinition

LIBRARY = Path(__file__).parent / "library"

Text = dict[str, str]  # {"zh": …, "en": …}


@dataclass(frozen=True)
class Choice:
    name: str
    label: Text


@dataclass(frozen=True)
class Field:
    """One question. Names are XLSForm's; `means` is how projection and statistics find it."""

    name: str
    type: str
    label: Text
    hint: Text | None = None
    required: bool | dict = False
    relevant: dict | None = None
    constraint: dict = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    default: object = None
    read_only: bool = False
    source: str = ""  # `from` in the file: a path into the register
    suggest: str = ""
    width: str = "full"
    no: str = ""
    private_to: tuple[str, ...] = ()
    means: str = ""
    counts: tuple[dict, ...] = ()
    within: bool = False
    category: tuple[str, ...] = ()
    backups: bool = False
    text_when: str = ""

    def choice(self, name: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.name == name), None)


@dataclass(frozen=True)
class Section:
    name: str
    label: Text
    fields: tuple[Field, ...]
    layout: str = "rows"
    columns: tuple[Text, ...] = ()
    intro: Text | None = None
    item_label: Text | None = None
    off_sheet: bool = False
    relevant: dict | None = None
    not_applicable: bool = False


@dataclass(frozen=True)
class Step:
    """Who fills which sections and whether they sign. `by` may name an assignee by `assignee` = a user field."""

    name: str
    by: str
    label: Text
    sections: tuple[str, ...]
    sign: Text | None = None
    relevant: dict | None = None
    returns_to: str = ""
    return_label: Text | None = None
    return_relevant: dict | None = None
    consent: dict | None = None
    assignee: str = ""


@dataclass(frozen=True)
class Definition:
    key: str
    number: str
    label: Text
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    starts_from: tuple[str, ...] = ()
    public: bool = False
    order: int = 100  # where it stands among the forms that can start somewhere
    number_label: Text | None = None
    source: dict = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) of the RFC 8785 canonical form of the file's data: the version's name."""
        return hashlib.sha256(rfc8785.dumps(self.source)).hexdigest()

    @cached_property
    def fields(self) -> dict[str, Field]:
        return {item.name: item for section in self.sections for item in section.fields}

    def section(self, name: str) -> Section:
        return next(section for section in self.sections if section.name == name)

    def step(self, name: str) -> Step:
        """Raises KeyError: entries and drafts only name steps of their own version."""
        return self.steps_by_name[name]

    @cached_property
    def steps_by_name(self) -> dict[str, Step]:
        return {step.name: step for step in self.steps}

    def sections_of(self, step: Step) -> list[Section]:
        return [self.section(name) for name in step.sections]

    def fields_of(self, step: Step) -> list[Field]:
        return [item for section in self.sections_of(step) for item in section.fields]

    def meaning(self, means: str) -> Field | None:
        """The first field that means this, if the form has one."""
        return next(iter(self.meanings.get(means, ())), None)

    @cached_property
    def meanings(self) -> dict[str, tuple[Field, ...]]:
        """Several fields may mean the same: a remedy is asked at the check and at the repair, the last given holds."""
        found: dict[str, tuple[Field, ...]] = {}
        for item in self.fields.values():
            if item.means:
                found[item.means] = (*found.get(item.means, ()), item)
        return found


def load(path: Path) -> Definition:
    """Read a TOML file. Raises BadDefinition naming every mistake of shape."""
    try:
        return read(Path(path).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadDefinition([(Path(path).name, f"不是有效的 TOML：{error}")]) from error


@lru_cache(maxsize=64)
def read(text: str) -> Definition:
    return parse(tomllib.loads(text))


def library(folder: Path = LIBRARY) -> dict[str, Definition]:
    """All definitions of a folder by key."""
    loaded = (load(path) for path in sorted(folder.glob("*.toml")))
    return {definition.key: definition for definition in loaded}


def parse(data: dict) -> Definition:
    """A definition from the file's data (also from a stored version). Raises BadDefinition."""
    mistakes: list[tuple[str, str]] = []
    definition = build_definition(data, mistakes)
    if mistakes:
        raise BadDefinition(mistakes)
    return definition


def build_definition(data: dict, mistakes) -> Definition:
    place = str(data.get("key", "?"))
    values = take(data, place, mistakes, DEFINITION)
    values["sections"] = tuple(
        build_section(item, place, mistakes) for item in parts(data, "section", place, mistakes)
    )
    values["steps"] = tuple(
        build_step(item, place, mistakes) for item in parts(data, "step", place, mistakes)
    )
    return Definition(**values, source=data)


def build_section(data: dict, place: str, mistakes) -> Section:
    place = f"{place} › {data.get('name', '?')}"
    values = take(data, place, mistakes, SECTION)
    values["fields"] = tuple(
        build_field(item, place, mistakes) for item in parts(data, "field", place, mistakes)
    )
    return Section(**values)


def build_field(data: dict, place: str, mistakes) -> Field:
    place = f"{place} › {data.get('name', '?')}"
    values = take(data, place, mistakes, FIELD)
    values["choices"] = tuple(
        build_choice(item, place, mistakes) for item in parts(data, "choices", place, mistakes)
    )
    values["source"] = values.pop("from", "")
    return Field(**values)


def build_choice(data: dict, place: str, mistakes) -> Choice:
    return Choice(**take(data, f"{place} › {data.get('name', '?')}", mistakes, CHOICE))


def build_step(data: dict, place: str, mistakes) -> Step:
    return Step(**take(data, f"{place} › {data.get('name', '?')}", mistakes, STEP))


def parts(data: dict, key: str, place: str, mistakes) -> tuple[dict, ...]:
    """The tables under a key; anything else there is a mistake."""
    found = converted(tables, data.get(key, []), f"{place}.{key}", mistakes)
    return found if isinstance(found, tuple) else ()


def take(data: dict, place: str, mistakes, shape: dict) -> dict:
    """The known keys of a table, converted; unknown, missing and misshapen ones become mistakes."""
    for key in data:
        if key not in shape:
            mistakes.append((place, f"不认识的键 {key}"))
    values = {}
    for key, (convert, needed) in shape.items():
        if key in data and convert is not None:
            values[key] = converted(convert, data[key], f"{place}.{key}", mistakes)
        elif needed and key not in data:
            mistakes.append((place, f"缺少 {key}"))
            values[key] = "?"
    return values


def converted(convert, value, place: str, mistakes):
    try:
        return convert(value)
    except ValueError as error:
        mistakes.append((place, str(error)))
        return value


def a_word(value) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("要写一个词")
    return value


def a_text(value) -> Text:
    if not isinstance(value, dict) or not all(isinstance(value.get(lang), str) for lang in ("zh", "en")):
        raise ValueError("要有中文和英文：{ zh = …, en = … }")
    return value


def a_flag(value) -> bool:
    if not isinstance(value, bool):
        raise ValueError("只能是 true 或 false")
    return value


def a_count(value) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("要写一个整数")
    return value


def a_mapping(value) -> dict:
    if not isinstance(value, dict):
        raise ValueError("要写成映射")
    return value


def a_flag_or_mapping(value):
    return value if isinstance(value, bool) else a_mapping(value)


def words(value) -> tuple[str, ...]:
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
        raise ValueError("要写一组词")
    return tuple(given)


def texts(value) -> tuple[Text, ...]:
    if not isinstance(value, list):
        raise ValueError("要写一组文字")
    return tuple(a_text(item) for item in value)


def tables(value) -> tuple[dict, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError("要写一组表")
    return tuple(value)


def anything(value):
    return value


# key → (converter or None when built elsewhere, must it be there)
DEFINITION = {
    "key": (a_word, True),
    "number": (a_word, True),
    "label": (a_text, True),
    "starts_from": (words, False),
    "public": (a_flag, False),
    "order": (a_count, False),
    "number_label": (a_text, False),
    "section": (None, False),
    "step": (None, False),
}
SECTION = {
    "name": (a_word, True),
    "label": (a_text, True),
    "layout": (a_word, False),
    "columns": (texts, False),
    "intro": (a_text, False),
    "item_label": (a_text, False),
    "off_sheet": (a_flag, False),
    "relevant": (a_mapping, False),
    "not_applicable": (a_flag, False),
    "field": (None, False),
}
FIELD = {
    "name": (a_word, True),
    "type": (a_word, True),
    "label": (a_text, True),
    "hint": (a_text, False),
    "required": (a_flag_or_mapping, False),
    "relevant": (a_mapping, False),
    "constraint": (a_mapping, False),
    "choices": (None, False),
    "default": (anything, False),
    "read_only": (a_flag, False),
    "from": (a_word, False),
    "suggest": (a_word, False),
    "width": (a_word, False),
    "no": (a_word, False),
    "private_to": (words, False),
    "means": (a_word, False),
    "counts": (tables, False),
    "within": (a_flag, False),
    "category": (words, False),
    "backups": (a_flag, False),
    "text_when": (a_word, False),
}
CHOICE = {"name": (a_word, True), "label": (a_text, True)}
STEP = {
    "name": (a_word, True),
    "by": (a_word, True),
    "label": (a_text, True),
    "sections": (words, True),
    "sign": (a_text, False),
    "relevant": (a_mapping, False),
    "returns_to": (a_word, False),
    "return_label": (a_text, False),
    "return_relevant": (a_mapping, False),
    "consent": (a_mapping, False),
    "assignee": (a_word, False),
}
