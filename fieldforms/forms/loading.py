"""One TOML file → an immutable Definition, read strictly: every mistake of shape is named with its place.

`fieldforms.forms.checker` refuses what cannot work.
"""

import tomllib
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from fieldforms.errors import N_, BadDefinition, Mistake
from fieldforms.forms.definition import SIGNERS, Choice, Definition, Field, Opens, Section, Step
from fieldforms.forms.shapes import CHOICE, DEFINITION, FIELD, OPENS, SECTION, STEP, a_list_of_tables

LIBRARY = Path(__file__).parent / "library"


def load(path: Path) -> Definition:
    """Read a TOML file. Raises BadDefinition naming every mistake of shape."""
    try:
        return definition_of_text(Path(path).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        no_toml = (Path(path).name, N_("不是有效的 TOML：%(why)s"), {"why": str(error)})
        raise BadDefinition([no_toml]) from error


@lru_cache(maxsize=64)
def definition_of_text(text: str) -> Definition:
    return definition_of_data(tomllib.loads(text))


def definition_of_data(data: dict) -> Definition:
    """A definition from the file's data (also from a stored version). Raises BadDefinition."""
    mistakes: list[Mistake] = []
    definition = build_definition(data, mistakes)
    if mistakes:
        raise BadDefinition(mistakes)
    return definition


def build_definition(data: dict, mistakes) -> Definition:
    place = str(data.get("key", "?"))
    values = take_known_keys(data, place, mistakes, DEFINITION)
    values["sections"] = tuple(
        build_section(item, place, mistakes) for item in tables_under(data, "section", place, mistakes)
    )
    steps = [build_step(item, place, mistakes) for item in tables_under(data, "step", place, mistakes)]
    values["steps"] = tuple(approved_by_another(step, steps) for step in steps)
    values["opens"] = tuple(
        build_opens(item, place, mistakes) for item in tables_under(data, "opens", place, mistakes)
    )
    return Definition(**values, source=data)


def build_opens(data: dict, place: str, mistakes) -> Opens:
    return Opens(**take_known_keys(data, f"{place} › {data.get('form', '?')}", mistakes, OPENS))


def build_section(data: dict, place: str, mistakes) -> Section:
    place = f"{place} › {data.get('name', '?')}"
    values = take_known_keys(data, place, mistakes, SECTION)
    values["fields"] = tuple(
        build_field(item, place, mistakes) for item in tables_under(data, "field", place, mistakes)
    )
    return Section(**values)


def build_field(data: dict, place: str, mistakes) -> Field:
    place = f"{place} › {data.get('name', '?')}"
    values = take_known_keys(data, place, mistakes, FIELD)
    values["choices"] = tuple(
        build_choice(item, place, mistakes) for item in tables_under(data, "choices", place, mistakes)
    )
    values["fields"] = tuple(
        build_field(item, place, mistakes) for item in tables_under(data, "field", place, mistakes)
    )
    values["source"] = values.pop("from", "")
    return Field(**values)


def build_choice(data: dict, place: str, mistakes) -> Choice:
    return Choice(**take_known_keys(data, f"{place} › {data.get('name', '?')}", mistakes, CHOICE))


def build_step(data: dict, place: str, mistakes) -> Step:
    return Step(**take_known_keys(data, f"{place} › {data.get('name', '?')}", mistakes, STEP))


def approved_by_another(step: Step, steps: list[Step]) -> Step:
    """A second approval is another person's (company.md, People: "second approval where a rule asks for it"), whomever they
    stand in for: the form need not say it."""
    if not is_approval(step):
        return step
    earlier = takewhile(lambda each: each is not step, steps)
    return replace(step, after_approvals=tuple(each.name for each in earlier if is_approval(each)))


def is_approval(step: Step) -> bool:
    return bool(step.approves) and step.by not in (*SIGNERS, "assignee", "anyone")


def tables_under(data: dict, key: str, place: str, mistakes) -> tuple[dict, ...]:
    """The tables under a key; anything else there is a mistake."""
    found = convert_or_note(a_list_of_tables, data.get(key, []), f"{place}.{key}", mistakes)
    return found if isinstance(found, tuple) else ()


def take_known_keys(data: dict, place: str, mistakes, shape: dict) -> dict:
    """The known keys of a table, converted; unknown, missing and misshapen ones become mistakes."""
    for key in data:
        if key not in shape:
            mistakes.append((place, N_("不认识的键 %(key)s"), {"key": key}))
    values = {}
    for key, (convert, needed) in shape.items():
        if key in data and convert is not None:
            values[key] = convert_or_note(convert, data[key], f"{place}.{key}", mistakes)
        elif needed and key not in data:
            mistakes.append((place, N_("缺少 %(key)s"), {"key": key}))
            values[key] = "?"
    return values


def convert_or_note(convert, value, place: str, mistakes):
    try:
        return convert(value)
    except ValueError as error:
        mistakes.append((place, str(error), {}))
        return value
