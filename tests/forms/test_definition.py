"""One TOML file → one immutable definition; every mistake of shape is named with its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldforms.errors import BadDefinition
from fieldforms.forms import shapes
from fieldforms.forms.loading import LIBRARY, definition_of_data, load
from tests.forms.tiny import ABSENT, DEFINITIONS, changed, in_words, one_field, source


def mistakes(data: dict) -> list[tuple[str, str]]:
    with pytest.raises(BadDefinition) as caught:
        definition_of_data(data)
    return in_words(caught.value.mistakes)


MISSHAPEN = {
    "an unknown key of the form": ("colour", "red", "limits", "不认识的键 colour"),
    "an unknown key of a section": ("section.0.color", "red", "limits › visit", "不认识的键 color"),
    "an unknown key of a field": ("section.0.field.1.requird", True, "limits › visit › departure", "不认识的键 requird"),
    "an unknown key of a step": ("step.0.signed", True, "limits › fill", "不认识的键 signed"),
    "a form without a key": ("key", ABSENT, "?", "缺少 key"),
    "a form without a number": ("number", ABSENT, "limits", "缺少 number"),
    "a form without a label": ("label", ABSENT, "limits", "缺少 label"),
    "a field without a name": ("section.0.field.0.name", ABSENT, "limits › visit › ?", "缺少 name"),
    "a field without a type": ("section.0.field.0.type", ABSENT, "limits › visit › arrival", "缺少 type"),
    "a field without a label": ("section.0.field.0.label", ABSENT, "limits › visit › arrival", "缺少 label"),
    "a step without by": ("step.0.by", ABSENT, "limits › fill", "缺少 by"),
    "a step that names no sections": ("step.0.sections", ABSENT, "limits › fill", "缺少 sections"),
    "a label without English": ("label", {"zh": "限制"}, "limits.label", "要有中文和英文"),
    "a field's label without Chinese": (
        "section.0.field.0.label", {"en": "Arrival"}, "limits › visit › arrival.label", "要有中文和英文",
    ),
    "a label that is only a string": ("section.0.label", "上门", "limits › visit.label", "要有中文和英文"),
    "a hint without English": ("section.0.field.0.hint", {"zh": "x"}, "limits › visit › arrival.hint", "要有中文和英文"),
    "a name that is a number": ("section.0.field.0.name", 7, "limits › visit › 7.name", "要写一个词"),
    "an empty name": ("step.0.name", "", "limits › .name", "要写一个词"),
    "required as a word": ("section.0.field.0.required", "yes", "limits › visit › arrival.required", "要写成映射"),
    "relevant as a word": ("section.0.field.0.relevant", "x", "limits › visit › arrival.relevant", "要写成映射"),
    "a flag as a word": ("section.0.field.0.read_only", "yes", "limits › visit › arrival.read_only", "true 或 false"),
    "an order as a word": ("order", "first", "limits.order", "要写一个整数"),
    "sections that are numbers": ("step.0.sections", [1], "limits › fill.sections", "要写一组词"),
    "columns as words": ("section.0.columns", ["项目"], "limits › visit.columns", "要有中文和英文"),
    "columns as a number": ("section.0.columns", 3, "limits › visit.columns", "要写一组"),
    "choices as words": ("section.0.field.0.choices", ["red"], "limits › visit › arrival.choices", "要写一组表"),
    "choices as a number": ("section.0.field.0.choices", 3, "limits › visit › arrival.choices", "要写一组表"),
    "a choice without a label": (
        "section.0.field.0.choices", [{"name": "red"}], "limits › visit › arrival › red", "缺少 label",
    ),
    "counts as a word": ("section.0.field.0.counts", "two", "limits › visit › arrival.counts", "要写一组表"),
    "a section that is no table": ("section", 3, "limits.section", "要写一组表"),
    "fields that are words": ("section.0.field", ["arrival"], "limits › visit.field", "要写一组表"),
    "a step that is a word": ("step", "fill", "limits.step", "要写一组表"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISSHAPEN)
def test_a_misshapen_file_is_refused_with_the_place(name):
    place, value, where, sentence = MISSHAPEN[name]
    found = mistakes(changed(source("limits"), place, value))
    assert [place for place, said in found if sentence in said] == [where], found


def test_all_mistakes_are_named_at_once():
    data = changed(changed(source("limits"), "colour", "red"), "step.0.by", ABSENT)
    assert len(mistakes(data)) == 2


def test_a_refusal_says_its_mistakes_in_its_own_words():
    with pytest.raises(BadDefinition, match="limits: 不认识的键 colour"):
        definition_of_data(changed(source("limits"), "colour", "red"))


@pytest.mark.parametrize("body", [b"key = ", b"\xff\xfe", b"[[section]\n"])
def test_a_file_that_is_no_toml_is_refused_with_its_name(tmp_path, body):
    path = tmp_path / "broken.toml"
    path.write_bytes(body)
    with pytest.raises(BadDefinition) as caught:
        load(path)
    assert caught.value.mistakes[0][0] == "broken.toml"


def test_every_word_of_the_schema_has_a_tiny_definition_that_uses_it():
    """style.md, 12: a feature of the engine has a definition of its own under tests/forms/definitions/."""
    used = {shape: set() for shape in ("DEFINITION", "SECTION", "FIELD", "CHOICE", "STEP", "OPENS")}
    for key in DEFINITIONS:
        data = source(key)
        used["DEFINITION"] |= data.keys()
        for section in data["section"]:
            used["SECTION"] |= section.keys()
            for field in section["field"]:
                used["FIELD"] |= field.keys() | {word for inner in field.get("field", ()) for word in inner}
                used["CHOICE"] |= {word for choice in field.get("choices", ()) for word in choice}
        used["STEP"] |= {word for step in data["step"] for word in step}
        used["OPENS"] |= {word for opens in data.get("opens", ()) for word in opens}
    for shape, words in used.items():
        assert words == set(getattr(shapes, shape)), shape


# The version's name


def test_the_digest_is_that_of_the_canonical_data_and_is_stable():
    """RFC 8785 and SHA-256: a pin that must never move, or every old record loses its form."""
    assert one_field().digest == "d9049d66cd7cbe0a155329beb167df4f1ed045598567f6c73f40108e385f7295"


def shuffled(value, seed):
    """The same data with its keys in another order."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: hash((key, seed)))
        return {key: shuffled(value[key], seed) for key in keys}
    return [shuffled(item, seed) for item in value] if isinstance(value, list) else value


@given(st.sampled_from(sorted(DEFINITIONS)), st.integers())
def test_the_order_of_keys_does_not_change_the_digest(key, seed):
    assert definition_of_data(shuffled(source(key), seed)).digest == DEFINITIONS[key].digest


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("section.0.field.0.label.zh", "到了"),
        ("section.0.field.0.required", True),
        ("step.0.by", "dispatcher"),
        ("section.0.field.1.constraint", {}),
    ],
)
def test_any_change_of_meaning_or_wording_is_another_version(place, value):
    assert definition_of_data(changed(source("limits"), place, value)).digest != DEFINITIONS["limits"].digest


def test_the_order_of_questions_is_part_of_the_version():
    data = source("limits")
    data["section"][0]["field"].reverse()
    assert definition_of_data(data).digest != DEFINITIONS["limits"].digest


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.toml")), ids=lambda path: path.stem)
def test_a_stored_version_reads_back_equal(path):
    """A version is stored as JSON and parsed from it for ever."""
    loaded = load(path)
    stored = definition_of_data(json.loads(json.dumps(loaded.source)))
    assert (stored, stored.digest) == (loaded, loaded.digest)


def test_a_definition_cannot_be_changed():
    with pytest.raises(AttributeError):
        DEFINITIONS["limits"].key = "other"
    with pytest.raises(AttributeError):
        DEFINITIONS["limits"].fields["arrival"].required = True


def test_fields_and_steps_are_found_by_name():
    definition = DEFINITIONS["steps"]
    step = definition.step("sign")
    assert [field.name for field in definition.fields_of(step)] == ["rating"]
    assert definition.meaning("satisfaction").name == "rating"
    assert definition.meaning("symptom") is None
    with pytest.raises(KeyError):
        definition.step("nobody")
