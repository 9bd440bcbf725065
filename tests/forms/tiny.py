"""Tiny definitions, small changes to them, and what is said of those that are wrong."""

import copy
import tomllib
from collections.abc import Iterable
from pathlib import Path

from fieldforms import i18n
from fieldforms.errors import Mistake
from fieldforms.forms.definition import Definition
from fieldforms.forms.loading import definition_of_data, load

FOLDER = Path(__file__).parent / "definitions"
DEFINITIONS = {path.stem: load(path) for path in sorted(FOLDER.glob("*.toml"))}
ABSENT = object()


def source(key: str) -> dict:
    """The data of a tiny definition, to be changed at will."""
    return tomllib.loads((FOLDER / f"{key}.toml").read_text(encoding="utf-8"))


def changed(data: dict, place: str, value) -> dict:
    """A copy where `place` ("step.0.by") is `value`; one past a list's end appends, ABSENT removes."""
    data = copy.deepcopy(data)
    *parents, last = (int(word) if word.isdigit() else word for word in place.split("."))
    inner = data
    for word in parents:
        inner = inner[word]
    if value is ABSENT:
        del inner[last]
    elif isinstance(inner, list) and last == len(inner):
        inner.append(value)
    else:
        inner[last] = value
    return data


def in_words(mistakes: Iterable[Mistake], lang: str = "zh") -> list[tuple[str, str]]:
    """(place, what is said there)"""
    return [(place, i18n.sentence(sentence, lang, **values)) for place, sentence, values in mistakes]


def text(word: str) -> dict:
    return {"zh": word, "en": word}


def one_field(**words) -> Definition:
    """A form that asks one question."""
    field = {"name": "answer", "type": "text", "label": text("问题")} | words
    section = {"name": "part", "label": text("部分"), "field": [field]}
    step = {"name": "fill", "by": "technician", "label": text("填写"), "sections": ["part"]}
    return definition_of_data(
        {"key": "tiny", "number": "TI", "label": text("小"), "section": [section], "step": [step]}
    )
