"""Conditions: fields AND-ed, values OR-ed, a closed set of operators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldforms.forms import conditions
from tests.forms.tables import TABLE

ANSWERED = "red", 0, 5, ["red"], {"result": "normal"}
UNANSWERED = None, "", [], {}


@pytest.mark.parametrize(("condition", "answers", "holds"), TABLE)
def test_a_condition_holds(condition, answers, holds):
    assert conditions.holds(condition, answers) is holds
    assert conditions.is_relevant(condition, answers) is holds


@pytest.mark.parametrize("value", ANSWERED)
def test_something_given_is_an_answer(value):
    assert conditions.is_filled(value)


@pytest.mark.parametrize("value", UNANSWERED)
def test_nothing_is_no_answer(value):
    assert not conditions.is_filled(value)


def test_relevant_with_any_of_needs_one_of_them():
    condition = {"a": "x", "any_of": ["b", "c"]}
    assert conditions.is_relevant(condition, {"a": "x", "c": "said"})
    assert not conditions.is_relevant(condition, {"a": "x"})
    assert not conditions.is_relevant(condition, {"b": "said"})


def test_required_with_any_of_ends_with_one_of_them():
    condition = {"a": "x", "any_of": ["b", "c"]}
    assert conditions.is_required(condition, {"a": "x"})
    assert not conditions.is_required(condition, {"a": "x", "c": "said"})
    assert not conditions.is_required(condition, {})


@pytest.mark.parametrize(("required", "must"), [(True, True), (False, False), (None, False), ({}, True)])
def test_required_without_a_condition(required, must):
    assert conditions.is_required(required, {}) is must


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(json_values, st.sampled_from([{"min": 3}, {"max": 3}, {"not_after": "2026-11-24"}, "x", ["x", 1], {}]))
def test_no_answer_whatever_breaks_a_condition(value, expected):
    assert conditions.is_relevant({"a": expected}, {"a": value}) in (True, False)
