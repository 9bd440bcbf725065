"""What an expression of a workbook says, as our mapping (forms/conditions.py) or as a constraint.

What cannot be said is refused (`NotSayable`), never guessed.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from math import inf

from fieldforms.errors import N_
from fieldforms.forms.kinds import names_of_kinds
from fieldforms.forms.kinds.scalars import ISO_DAY
from fieldforms.forms.xlsform.xpath import (
    ANSWER,
    LENGTH_OF_FIELD,
    SELECTED,
    Call,
    Group,
    Name,
    NotSayable,
    Test,
    parse_expression,
)

FIELD_NOT_BROUGHT = N_("条件看的 %(name)s 没有带过来：%(expression)s")
NUMBER_KINDS, DAY_KINDS = names_of_kinds("is_number"), names_of_kinds("is_time")


def condition_of(expression: str, field_of: Callable[[str], dict | None]) -> dict:
    """Our mapping. `field_of`: the workbook's name → the field that was made of it. Raises NotSayable."""
    try:
        return mapping_of(parse_expression(expression), field_of)
    except NotSayable as reason:
        raise NotSayable(reason.sentence, **reason.values, expression=expression) from reason


def mapping_of(part: Test | Group, field_of) -> dict:
    if isinstance(part, Test):
        return mapping_of_test(part, field_of)
    parts = [mapping_of(each, field_of) for each in part.parts]
    if part.word == "and":
        return all_of(parts)
    return one_of(parts, whole=all(field_of(name)["type"] == "integer" for name in names_within(part)))


def names_within(part: Test | Group) -> Iterator[str]:
    if isinstance(part, Test):
        yield part.name
    else:
        for each in part.parts:
            yield from names_within(each)


def mapping_of_test(test: Test, field_of) -> dict:
    field = field_of(test.name)
    if field is None:
        raise NotSayable(FIELD_NOT_BROUGHT, name=test.name)
    name, kind = field["name"], field["type"]
    if (test.sign, test.wanted) == ("!=", ""):
        return {"any_of": [name]}
    if kind in NUMBER_KINDS:
        return {name: span_of_comparison(test, whole=kind == "integer")}
    if (
        kind in DAY_KINDS
        and test.sign == "<="
        and isinstance(test.wanted, str)
        and ISO_DAY.fullmatch(test.wanted)
    ):
        return {name: {"not_after": test.wanted}}
    plain = isinstance(test.wanted, str | Decimal) and test.wanted != ""
    equal = (SELECTED,) if kind == "select_multiple" else ("=", SELECTED)
    if kind in DAY_KINDS or test.sign not in equal or not plain:
        raise NotSayable
    return {name: str(test.wanted)}


def span_of_comparison(test: Test, whole: bool) -> dict:
    """{min, max} of a comparison with a number; `>` only where it is `>= n + 1`."""
    limit = number_wanted(test.wanted)
    if test.sign in "<>" and not (whole and limit == int(limit)):
        raise NotSayable
    return {
        "=": {"min": plain_number(limit), "max": plain_number(limit)},
        ">=": {"min": plain_number(limit)},
        "<=": {"max": plain_number(limit)},
        ">": {"min": plain_number(limit + 1)},
        "<": {"max": plain_number(limit - 1)},
    }.get(test.sign) or raise_not_sayable()


def raise_not_sayable():
    raise NotSayable


def number_wanted(wanted) -> Decimal:
    if isinstance(wanted, str) and re.fullmatch(r"-?\d+(\.\d+)?", wanted):
        return Decimal(wanted)
    return wanted if isinstance(wanted, Decimal) else raise_not_sayable()


def plain_number(limit: Decimal) -> int | float:
    return int(limit) if limit == int(limit) else float(limit)


def all_of(parts: list[dict]) -> dict:
    """Fields AND-ed. The same field twice: two spans are one, two answers would need both."""
    found: dict = {}
    for part in parts:
        for name, wanted in part.items():
            found[name] = both_limits(found[name], wanted) if name in found else wanted
    return found


def both_limits(one, other):
    if one == other:
        return one
    if not (isinstance(one, dict) and isinstance(other, dict)) or "not_after" in one | other:
        raise NotSayable
    least = [each["min"] for each in (one, other) if "min" in each]
    most = [each["max"] for each in (one, other) if "max" in each]
    return ({"min": max(least)} if least else {}) | ({"max": min(most)} if most else {})


def one_of(parts: list[dict], whole: bool) -> dict:
    """Answers of one field OR-ed. `whole`: of one that counts."""
    names = {name for part in parts for name in part}
    if len(names) != 1:
        raise NotSayable
    name = names.pop()
    spans = [wanted for part in parts for wanted in part.values() if isinstance(wanted, dict)]
    if spans:
        return {name: one_span(spans, 1 if whole else 0)} if len(spans) == len(parts) else raise_not_sayable()
    values = [
        value for part in parts for value in (part[name] if isinstance(part[name], list) else [part[name]])
    ]
    return {name: list(dict.fromkeys(values))}


def one_span(spans: list[dict], step: int) -> dict:
    """1 or 2 is 1 to 2 where the next after 1 is 2; 1 or 3 is no one span."""
    if any("not_after" in span for span in spans):
        raise NotSayable
    limits = sorted((span.get("min", -inf), span.get("max", inf)) for span in spans)
    least, most = limits[0]
    for first, last in limits[1:]:
        if first > most + step:
            raise NotSayable
        most = max(most, last)
    found = ({"min": least} if least > -inf else {}) | ({"max": most} if most < inf else {})
    return found or raise_not_sayable()


# As a constraint


def limits_of(expression: str, kind: str, field_of) -> tuple[dict, bool]:
    """(our constraint, is that all of it?)"""
    try:
        parsed = parse_expression(expression)
    except NotSayable:
        return {}, False
    parts = parsed.parts if isinstance(parsed, Group) and parsed.word == "and" else (parsed,)
    found: dict = {}
    whole = True
    for part in parts:
        try:
            said = limit_of(part, kind, field_of)
            found = both_limits(found, said) if kind in NUMBER_KINDS and found else found | said
        except NotSayable:
            whole = False
    return found, whole


def limit_of(part: Test | Group, kind: str, field_of) -> dict:
    if not isinstance(part, Test):
        raise NotSayable
    if part.name == LENGTH_OF_FIELD and kind in ("text", "long_text"):
        longest = span_of_comparison(part, whole=True)
        return {"max_length": longest["max"]} if set(longest) == {"max"} else raise_not_sayable()
    if part.name != ANSWER:
        raise NotSayable
    if kind in NUMBER_KINDS:
        return span_of_comparison(part, whole=kind == "integer")
    if kind in DAY_KINDS:
        return day_limit(part, field_of)
    raise NotSayable


def day_limit(part: Test, field_of) -> dict:
    word = {"<=": "not_after", "<": "not_after", ">=": "not_before", ">": "not_before"}.get(part.sign)
    if (
        word == "not_after"
        and isinstance(part.wanted, Call)
        and (part.sign == "<=" or part.wanted.name == "now")
    ):
        return {word: "now"}
    other = field_of(part.wanted.name) if isinstance(part.wanted, Name) else None
    if word is None or other is None or len(part.sign) == 1 or other["type"] not in DAY_KINDS:
        raise NotSayable
    return {word: other["name"]}
