"""The engine's promises, kept for forms that nobody wrote (generated.py)."""

import copy
import json
import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from fieldforms import i18n
from fieldforms.errors import BadDefinition
from fieldforms.flow.library import library_checks
from fieldforms.forms import checker
from fieldforms.forms.answers import AnswerWorld, problems_of_answers, relevant_answers
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS, kind_of
from fieldforms.forms.kinds.repeat import TOO_FEW_ROWS
from fieldforms.forms.loading import definition_of_data
from fieldforms.forms.questions import form_class_of_step, read_answers
from fieldforms.paper.sheet import blocks_of_form
from tests.forms import generated_answers
from tests.forms.generated import NOW, accepted, definitions, sources, spoilt, toml
from tests.forms.tiny import in_words, text

MANY = settings(max_examples=100, derandomize=True)


def test_most_forms_that_are_built_are_accepted():
    counted: list[bool] = []

    @MANY
    @given(sources())
    def build(data):
        counted.append(accepted(data) is not None)

    build()
    assert sum(counted) >= 0.3 * len(counted), checker.check


@settings(max_examples=1000, derandomize=True)
@given(spoilt())
def test_a_spoilt_form_has_its_mistakes_named_or_can_be_filled(data):
    try:
        read_so_far = definition_of_data(data)
    except BadDefinition as error:
        assert in_words(error.mistakes, "en")
        return
    mistakes = list(checker.check(read_so_far))
    beside = [
        *library_checks.mistakes_of_form(read_so_far),
        *library_checks.mistakes_between_forms({read_so_far.key: read_so_far}),
    ]
    assert len(in_words(mistakes + beside, "en")) == len(mistakes + beside)
    for step in () if mistakes else read_so_far.steps:
        looked_over(read_so_far, step, read_answers(read_so_far, step, MultiDict()), {})


@MANY
@given(definitions())
def test_a_form_written_down_is_the_same_form_again(definition):
    written = tomllib.loads(toml(definition.source))
    stored = json.loads(json.dumps(definition.source))
    for data in (written, stored):
        again = definition_of_data(data)
        assert (again, again.digest) == (definition, definition.digest)


@MANY
@given(definitions(), st.data())
def test_any_body_is_read_and_shown_again(definition, data):
    for step in definition.steps:
        given_answers = read_answers(
            definition, step, data.draw(generated_answers.bodies(definition.fields_of(step)))
        )
        assert given_answers.keys() <= {field.name for field in definition.fields_of(step)}
        json.dumps(given_answers)
        form = form_class_of_step(definition, step)(data=given_answers)
        assert all(question.rows is not None for question in form if question.definition.fields)
        looked_over(definition, step, given_answers, {})
        for field in definition.fields_of(step):
            every_face(field, given_answers.get(field.name))


@MANY
@given(definitions(), st.data())
def test_any_answers_are_ruled_settled_and_shown(definition, data):
    earlier: dict = {}
    for step in definition.steps:
        given_answers = data.draw(generated_answers.answers(definition.fields_of(step)))
        looked_over(definition, step, given_answers, earlier)
        earlier |= relevant_answers(definition, step, given_answers, earlier)
    for lang in i18n.LANGUAGES:
        blocks_of_form(definition, earlier, lang)


def looked_over(definition: Definition, step, given_answers: dict, earlier: dict) -> None:
    wrong = problems_of_answers(definition, step, given_answers, earlier, NOW)
    for item in wrong:
        spoken(item)
    kept = relevant_answers(definition, step, given_answers, earlier)
    again = relevant_answers(definition, step, kept, earlier)
    assert again == kept
    if not wrong:
        assert not problems_of_answers(definition, step, kept, earlier, NOW)
    only_what_is_asked(definition, kept, earlier)
    for field in definition.fields_of(step):
        every_face(field, kept.get(field.name))


def spoken(item) -> None:
    for lang in i18n.LANGUAGES:
        values = {
            key: i18n.pick(each, lang) if isinstance(each, dict) else each
            for key, each in item.values.items()
        }
        assert i18n.gettext(item.sentence, lang, **values)


def only_what_is_asked(definition: Definition, kept: dict, earlier: dict) -> None:
    world = AnswerWorld(definition, {**earlier, **kept})
    for name, value in kept.items():
        assert world.asks(name)
        for number, row in enumerate(value or ()) if definition.fields[name].fields else ():
            assert all(world.asks(f"{name}.{number}.{child}") for child in row)


def every_face(field, value) -> None:
    kind = KINDS[field.type]
    kind.is_unsettled(value, field)
    for lang in i18n.LANGUAGES:
        assert isinstance(kind.text(value, field, lang), str)
        kind.paper(value, field, lang)
        kind.xlsx(value, field, lang)


@MANY
@given(definitions(), st.data())
def test_what_is_right_is_accepted_and_comes_through_a_page_unchanged(definition, data):
    for step, earlier in generated_answers.steps_and_earlier(data.draw, definition):
        fields = definition.fields_of(step)
        said = {
            field.name: value
            for field in fields
            if (value := generated_answers.valid(data.draw, field)) is not None
        }
        kept = relevant_answers(definition, step, said, earlier)
        wrong = problems_of_answers(definition, step, kept, earlier, NOW)
        assert not [(w.field, w.sentence, kept[w.field.name]) for w in wrong if w.field.name in kept]
        posted = read_answers(definition, step, generated_answers.body(fields, kept))
        bare = {name: value for name, value in kept.items() if has_no_reference(definition.fields[name])}
        assert {name: posted.get(name) for name in bare} == bare


def has_no_reference(field) -> bool:
    """Photos, people, devices and parts are completed from the register (tests/flow/filling/test_generated.py)."""
    return not (
        KINDS[field.type].refers
        or field.type in ("photos", "documents")
        or any(not has_no_reference(f) for f in field.fields)
    )


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@MANY
@given(definitions())
def test_a_blank_sheet_has_a_line_for_every_question(lang, definition):
    drawn = blocks_of_form(definition, {}, lang)
    assert [block.name for block in drawn] == [section.name for section in definition.sections]
    seen = [name for name, field in definition.fields.items() if not kind_of(field).unseen]
    assert [row.name for block in drawn for row in block.rows] == seen
    assert all(row.face.empty for block in drawn for row in block.rows)


JUNK = (
    None, "", "x", " x", 0, -1, 1.5, True, [], [[]], ["x"], {}, {"x": []}, [{}], {"any_of": 5}, {"any_of": "x"}, "now", "\x00", "any_of",
    "client", "assignee", float("nan"), float("inf"), 2**60, date(2026, 11, 24), "长" * 300, {"zh": "x", "en": "x"},
)  # fmt: skip


def places(value, path=()):
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from places(each, (*path, key))


@MANY
@given(sources(), st.data())
def test_whatever_is_wrong_with_a_form_is_said_not_raised(data, draws):
    """One thing in it replaced by anything: it is refused with a sentence, or it works."""
    data = copy.deepcopy(data)
    *way, last = draws.draw(st.sampled_from([path for path in places(data) if path]))
    inner = data
    for key in way:
        inner = inner[key]
    inner[last] = draws.draw(st.sampled_from(JUNK))
    definition = accepted(data)
    if definition is not None:
        assert len(definition.digest) == 64
        blocks_of_form(definition, {}, "zh")
        for step in definition.steps:
            looked_over(
                definition, step, draws.draw(generated_answers.answers(definition.fields_of(step))), {}
            )


# The smallest of what these found


def one_step(*fields: dict) -> Definition:
    section = {"name": "part", "label": text("部分"), "field": list(fields)}
    step = {"name": "fill", "by": "technician", "label": text("填"), "sections": ["part"]}
    return definition_of_data(
        {"key": "tiny", "number": "TI", "label": text("小"), "section": [section], "step": [step]}
    )


def asks(name: str, type: str = "text", **words) -> dict:
    return {"name": name, "type": type, "label": text(name), **words}


def rows_and_after(**inner) -> Definition:
    rows = asks("rows", "repeat", field=[asks("switch", "yes_no"), asks("inner", **inner)])
    return one_step(rows, asks("after", relevant={"any_of": ["rows"]}))


@pytest.mark.parametrize("blank", [[{}], [{"inner": ""}], [{}, {}]])
def test_blank_rows_are_no_answer_for_what_follows(blank):
    form = rows_and_after()
    assert relevant_answers(form, form.steps[0], {"rows": blank, "after": "x"}) == {}


def test_rows_of_which_nothing_is_relevant_are_no_answer_for_what_follows():
    form = rows_and_after(relevant={"switch": "yes"})
    assert relevant_answers(form, form.steps[0], {"rows": [{"inner": "x"}], "after": "x"}) == {}


def test_a_row_that_will_be_left_out_is_none_of_those_there_must_be():
    inner = [asks("switch", "yes_no"), asks("inner", relevant={"switch": "yes"})]
    form = one_step(asks("rows", "repeat", constraint={"min": 2}, field=inner))
    answers = {"rows": [{"switch": "yes"}, {"inner": "x"}]}
    assert [wrong.sentence for wrong in problems_of_answers(form, form.steps[0], answers, {}, NOW)] == [
        TOO_FEW_ROWS
    ]


def test_a_step_has_no_say_about_questions_of_another():
    form = accepted_steps()
    later = form.steps[1]
    assert relevant_answers(form, later, {"told": "x", "first": "yes"}, {"first": "no"}) == {}


def accepted_steps() -> Definition:
    data = one_step(asks("first", "yes_no")).source
    section = {"name": "more", "label": text("二"), "field": [asks("told", relevant={"first": "yes"})]}
    step = {"name": "then", "by": "technician", "label": text("后"), "sections": ["more"]}
    return definition_of_data({**data, "section": [*data["section"], section], "step": [*data["step"], step]})


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"note", "repeat"}))
@pytest.mark.parametrize("strange", [7.5, True, [7], {"x": 7}, [{"x": 7}], [["x"]]])
def test_an_answer_that_no_page_sends_is_asked_for_again(kind, strange):
    """A form's default, or what is carried over from another sheet."""
    words = {"choices": [{"name": "a", "label": text("a")}]} if kind.startswith("select_") else {}
    counts = (
        {"counts": [{"name": each, "label": text(each)} for each in ("first", "second")]}
        if kind == "two_counts"
        else {}
    )
    form = one_step(asks("answer", kind, **words, **counts))
    assert len(problems_of_answers(form, form.steps[0], {"answer": strange}, {}, NOW)) == 1
