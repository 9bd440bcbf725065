"""A workbook's expressions: what our conditions and limits can say of them, and that the rest is refused, never changed."""

import pytest

from fieldforms.forms.xlsform import conditions, xpath

FIELDS = {
    "a": {"name": "a", "type": "select_one"},
    "b": {"name": "b", "type": "select_multiple"},
    "n": {"name": "n", "type": "integer"},
    "x": {"name": "x", "type": "decimal"},
    "d": {"name": "d", "type": "date"},
    "m": {"name": "m", "type": "datetime"},
    "t": {"name": "t", "type": "text"},
}


@pytest.mark.parametrize(
    ("expression", "mapping"),
    [
        ("${a} = 'x'", {"a": "x"}),
        ("'x' = ${a}", {"a": "x"}),
        ("${a}='x' and selected(${b}, 'y')", {"a": "x", "b": "y"}),
        ("${a} = 'x' or ${a} = \"y\"", {"a": ["x", "y"]}),
        ("(${a} = 'x' or ${a} = 'y') and ${n} >= 3", {"a": ["x", "y"], "n": {"min": 3}}),
        ("${n} > 2 and ${n} < 9", {"n": {"min": 3, "max": 8}}),
        ("${n} = '3'", {"n": {"min": 3, "max": 3}}),
        ("3 <= ${x} and ${x} <= 4.5", {"x": {"min": 3, "max": 4.5}}),
        ("${a} = 1", {"a": "1"}),
        ("${a} != ''", {"any_of": ["a"]}),
        ("${a} != '' or ${b} != ''", {"any_of": ["a", "b"]}),
        ("${a} = 'x' and (${n} != '' or ${b} != '')", {"a": "x", "any_of": ["n", "b"]}),
        ("${n} = 1 or ${n} = 2", {"n": {"min": 1, "max": 2}}),
        ("${n} = 1 or ${n} = 4", {"n": [1, 4]}),
        ("${n} < 3 or ${n} = 3", {"n": {"max": 3}}),
        ("${n} = 9 or (${n} >= 1 and ${n} <= 3)", {"n": [1, 2, 3, 9]}),
        ("${x} <= 2.5 or ${x} <= 4", {"x": {"max": 4}}),
        ("${a} = 'x' and (${n} = 1 or ${n} = 3)", {"a": "x", "n": [1, 3]}),
        ("selected(../a, 'x')", {"a": "x"}),
        ("${d} <= date('2026-12-31')", {"d": {"not_after": "2026-12-31"}}),
    ],
)
def test_expressions_that_our_conditions_can_say(expression, mapping):
    assert conditions.condition_of(expression, FIELDS.get) == mapping


@pytest.mark.parametrize(
    "expression",
    [
        "", "${a}", "${a} =", "${a} = 'x' and", "(${a} = 'x'", "${a} = 'x')", "${a} != 'x'", "not(${a} = 'x')",
        "${a} = 'x' or ${b} = 'y'", "${a} = 'x' and ${a} = 'y'", "${a} = ''", "${a} = ${b}", "${x} > 3",
        "${n} >= today()", "${d} = '2026-12-31'", "${d} >= today()", "${moon} = 'full'", "count(${b}) > 1",
        "selected(${b}, ${a})", "${b} = 'y'", "'y' = ${b}", "selected(${t}, 'x')", "selected('x', ${a})",
        "${x} = 1 or ${x} = 2", "${n} < 3 or ${n} >= 3", "${m} <= date('2026-12-31')", "${a} != '' and ${b} != ''",
        "${a} = 'x' or ${b} != ''", f"{'(' * 2000}1", f"${{n}} >= {10**400}", "if(${a} = 'x', 1, 2) = 1", "${n} >= 3 or ${n} = 1", "1 = 1", "${a} = 'x' xor 1",
        "${a} = 'x", "${a} ~ 'x'", "string-length(${a}) > 1",
    ],
)  # fmt: skip
def test_expressions_that_they_cannot_say_are_refused(expression):
    with pytest.raises(xpath.NotSayable):
        conditions.condition_of(expression, FIELDS.get)


@pytest.mark.parametrize(
    ("expression", "mapping"),
    [
        ("${a} = ''", {"any_of": ["a"]}),
        ("${a} = '' and ${b} = ''", {"any_of": ["a", "b"]}),
        ("${n} = 3 and ${a} = ''", {"n": {"min": 3, "max": 3}, "any_of": ["a"]}),
        ("${a} = 'x'", {"a": "x"}),
    ],
)
def test_what_is_required_while_something_else_is_empty(expression, mapping):
    """Of a requirement any_of is the other way round (forms/conditions.py)."""
    assert conditions.condition_of(expression, FIELDS.get, "required") == mapping


@pytest.mark.parametrize("expression", ["${a} != ''", "${a} = '' or ${b} = ''", "${a} = '' or ${a} = 'x'"])
def test_what_is_required_once_something_else_is_answered_cannot_be_said(expression):
    with pytest.raises(xpath.NotSayable):
        conditions.condition_of(expression, FIELDS.get, "required")


@pytest.mark.parametrize(
    ("expression", "kind", "constraint", "whole"),
    [
        (". >= 1 and . <= 10", "integer", {"min": 1, "max": 10}, True),
        (". > 0", "integer", {"min": 1}, True),
        (". > 0", "decimal", {}, False),
        (". >= 1 and . != 5", "integer", {"min": 1}, False),
        (". >= 1 and regex(., 'x')", "integer", {}, False),
        (". <= today()", "date", {"not_after": "now"}, True),
        (". >= ${d}", "date", {"not_before": "d"}, True),
        (". >= ${a}", "date", {}, False),
        (". < ${d}", "date", {}, False),
        ("string-length(.) <= 20", "text", {"max_length": 20}, True),
        ("string-length(.) < 20", "text", {"max_length": 19}, True),
        ("string-length(.) >= 2", "text", {}, False),
        (". != 'x'", "text", {}, False),
        (". >= 1 or . <= 0", "integer", {}, False),
        (". <= today()", "datetime", {}, False),
        (". <= now()", "datetime", {"not_after": "now"}, True),
        (". >= ${d}", "datetime", {"not_before": "d"}, True),
        (". <= ${d}", "datetime", {}, False),
        (". >= ${m}", "date", {}, False),
        (". <= today() and . <= ${d}", "date", {"not_after": "now"}, False),
    ],
)
def test_limits(expression, kind, constraint, whole):
    assert conditions.limits_of(expression, kind, FIELDS.get) == (constraint, whole)
