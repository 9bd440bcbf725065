"""The rules over a step's answers: what is asked, what must be given, what is dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldforms.forms import reading
from fieldforms.forms.answers import (
    AnswerWorld,
    changed_answers,
    problems_of_answers,
    relevant_answers,
    step_relevant,
)
from tests.forms.tiny import DEFINITIONS

FORM = DEFINITIONS["relevance"]
STEP = FORM.steps[0]
NOW = "2026-11-24T14:10"


def missing(answers: dict, earlier=None) -> list[str]:
    return [wrong.field.name for wrong in problems_of_answers(FORM, STEP, answers, earlier, NOW)]


def asked(answers: dict) -> set[str]:
    return {field.name for field in AnswerWorld(FORM, answers).questions_of_step(STEP)}


ALWAYS = {"result", "hours", "day", "comment", "afterwards"}


@pytest.mark.parametrize(
    ("answers", "more"),
    [
        ({}, set()),
        ({"result": "good"}, set()),
        ({"result": "fair"}, {"reasons"}),
        ({"result": "bad"}, {"reasons", "why_bad", "repaired_by"}),
        ({"result": "fair", "reasons": ["slow"]}, {"reasons", "how_slow", "any_word"}),
        ({"result": "good", "reasons": ["slow"]}, set()),  # what is not asked is no answer for what follows
        ({"result": "good", "comment": "谢谢"}, {"any_word"}),
        ({"hours": "3"}, {"overtime"}),
        ({"hours": "1.5"}, {"short_visit"}),
        ({"hours": "2"}, set()),
        ({"hours": "a while"}, set()),
        ({"day": "2020-12-31"}, {"old"}),
        ({"day": "2021-01-01"}, set()),
        ({"result": "bad", "hours": "8"}, {"reasons", "why_bad", "repaired_by", "overtime", "bad_and_long"}),
        ({"result": "bad", "hours": "8.1"}, {"reasons", "why_bad", "repaired_by", "overtime"}),
    ],
)
def test_only_what_is_relevant_is_asked(answers, more):
    assert asked(answers) == ALWAYS | more


@pytest.mark.parametrize(
    ("answers", "fields"),
    [
        ({}, ["result"]),
        ({"result": "good"}, []),
        ({"result": "fair"}, []),
        ({"result": "bad"}, ["why_bad", "reasons", "repaired_by"]),
        ({"result": "bad", "why_bad": "x", "repaired_by": "x"}, ["reasons"]),
        ({"result": "bad", "why_bad": "x", "repaired_by": "x", "comment": "太慢"}, []),
        ({"result": "bad", "why_bad": "x", "repaired_by": "x", "reasons": ["rude"]}, []),
    ],
)
def test_what_must_be_given_is_asked_for_in_the_sheets_order(answers, fields):
    assert missing(answers) == fields


def test_irrelevant_answers_are_dropped():
    answers = {
        "result": "good",
        "why_bad": "left over",
        "reasons": ["slow"],
        "how_slow": "very",
        "comment": "好",
    }
    assert relevant_answers(FORM, STEP, answers) == {"result": "good", "comment": "好"}


def test_answers_of_a_section_that_is_not_relevant_are_dropped():
    assert relevant_answers(FORM, STEP, {"result": "good", "repaired_by": "x"}) == {"result": "good"}


def test_answers_to_no_question_are_dropped():
    assert relevant_answers(FORM, STEP, {"result": "good", "salary": "9000"}) == {"result": "good"}


def test_earlier_steps_decide_too_but_cannot_be_answered_again():
    form = DEFINITIONS["steps"]
    assert relevant_answers(
        form, form.step("repair"), {"remedy": "x", "needs_repair": "no"}, {"needs_repair": "yes"}
    ) == {"remedy": "x"}


def test_several_things_wrong_are_all_said():
    found = problems_of_answers(FORM, STEP, {"result": "ugly", "hours": "long", "day": "gestern"}, None, NOW)
    assert [(wrong.field.name, wrong.sentence) for wrong in found] == [
        ("result", "“%(label)s”里没有这个选项。"),
        ("hours", reading.UNREADABLE_NUMBER),
        ("day", reading.UNREADABLE_DAY),
    ]


def test_a_choice_whose_condition_does_not_hold_cannot_be_chosen():
    def said(result: str, chosen: str) -> list[str]:
        found = problems_of_answers(FORM, STEP, {"result": result, "afterwards": chosen}, None, NOW)
        return [wrong.sentence for wrong in found if wrong.field.name == "afterwards"]

    assert said("good", "nothing") == said("bad", "again") == []
    assert said("bad", "nothing") == ["按前面的回答，“%(label)s”不能选“%(choice)s”。"]


def test_where_one_of_several_will_do_all_of_them_are_named():
    answers = {"result": "bad", "hours": "1", "day": "2026-11-24"}
    found = problems_of_answers(FORM, STEP, answers, None, NOW)
    said = next(wrong for wrong in found if wrong.field.name == "reasons")
    assert said.sentence == "请选择“%(label)s”，或填写%(others)s。"
    other = FORM.fields["comment"].label
    assert said.values["others"] == {lang: f"“{other[lang]}”" for lang in other}
    assert not [
        w
        for w in problems_of_answers(FORM, STEP, answers | {"comment": "慢"}, None, NOW)
        if w.field.name == "reasons"
    ]


def test_a_steps_relevance_looks_at_the_steps_before():
    form = DEFINITIONS["steps"]
    assert step_relevant(form, form.step("repair"), {"needs_repair": "yes"})
    assert not step_relevant(form, form.step("repair"), {"needs_repair": "no"})
    assert step_relevant(form, form.step("sign"), {})


def test_what_changed_is_named_in_the_sheets_order():
    before, after = {"result": "good", "hours": "2"}, {"hours": "3", "result": "good", "comment": "加班"}
    assert [(field.name, old, new) for field, old, new in changed_answers(FORM, before, after)] == [
        ("hours", "2", "3"),
        ("comment", None, "加班"),
    ]


answers = st.fixed_dictionaries(
    {},
    optional={
        "result": st.sampled_from(["good", "fair", "bad", "ugly"]),
        "hours": st.sampled_from(["1", "3", "9", "NaN", "long"]),
        "day": st.sampled_from(["2020-01-01", "2026-11-24", "gestern"]),
        "reasons": st.lists(st.sampled_from(["slow", "rude"]), min_size=1, max_size=2, unique=True),
        "comment": st.text(min_size=1, max_size=5),
        "why_bad": st.just("x"),
        "how_slow": st.just("x"),
        "repaired_by": st.just("x"),
        "any_word": st.just("x"),
    },
)


@given(answers)
def test_settling_twice_changes_nothing_more(given_answers):
    once = relevant_answers(FORM, STEP, given_answers)
    assert relevant_answers(FORM, STEP, once) == once
    assert once.keys() <= asked(given_answers)


@given(answers)
def test_what_was_dropped_never_keeps_a_step_from_completion(given_answers):
    assert missing(given_answers) == missing(relevant_answers(FORM, STEP, given_answers))
