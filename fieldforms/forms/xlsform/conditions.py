"""What an expression of a workbook says, as our mapping (forms/conditions.py) or as a constraint.

What cannot be said is refused (`NotSayable`), never guessed.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from fieldforms.errors import N_
from fieldforms.forms.conditions import ANY_OF
from fieldforms.forms.kinds import names_of_kinds
from fieldforms.forms.kinds.scalars import ISO_DAY
from fieldforms.forms.xlsform.spans import both_spans, union_of_spans
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
    raise_not_sayable,
)

FIELD_NOT_BROUGHT = N_("条件看的 %(name)s 没有带过来：%(expression)s")
ONLY_THIS_ONE = N_("多选题写“=”是只选了这一项，写不成条件；选了就算请写 selected()：%(expression)s")
NUMBER_KINDS, DAY_KINDS = names_of_kinds("is_number"), names_of_kinds("is_time")
MINUTE_KINDS, KINDS_OF_CHOICES = names_of_kinds("has_minutes"), names_of_kinds("needs_choices")
KINDS_OF_ONE_CHOICE = names_of_kinds("one_of_few")
LARGEST = 2**53  # what a definition's canonical form can say of numbers (RFC 8785)
# What any_of says of a question: asked once one of them is answered, and required until then (forms/conditions.py).
SIGN_OF_ANY = {"relevant": "!=", "required": "="}


def condition_of(expression: str, field_of: Callable[[str], dict | None], word: str = "relevant") -> dict:
    """Our mapping. `field_of`: the workbook's name → the field that was made of it; `word`: what it is the condition of.
    Raises NotSayable."""
    try:
        return mapping_of(parse_expression(expression), field_of, word)
    except NotSayable as reason:
        raise NotSayable(reason.sentence, **reason.values, expression=expression) from reason


def mapping_of(part: Test | Group, field_of, word: str) -> dict:
    if isinstance(part, Test):
        return mapping_of_test(part, field_of, word)
    parts = [mapping_of(each, field_of, word) for each in part.parts]
    if any(ANY_OF in each for each in parts) and len(parts) > 1:
        return any_of_parts(parts, part.word, word)
    return all_of(parts) if part.word == "and" else one_of(parts, is_whole(part, field_of))


def mapping_of_test(test: Test, field_of, word: str) -> dict:
    field = field_of(test.name)
    if field is None:
        raise NotSayable(FIELD_NOT_BROUGHT, name=test.name)
    name, kind = field["name"], field["type"]
    if test.wanted == "":
        return {ANY_OF: [name]} if test.sign == SIGN_OF_ANY[word] else raise_not_sayable()
    if kind in DAY_KINDS:
        return {name: day_wanted(test, kind)}
    if kind in NUMBER_KINDS and test.sign != SELECTED:
        return {name: span_of_comparison(test, whole=kind == "integer")}
    if kind in KINDS_OF_CHOICES - KINDS_OF_ONE_CHOICE and test.sign == "=":
        raise NotSayable(ONLY_THIS_ONE)
    signs = ("=", SELECTED) if kind in KINDS_OF_CHOICES else ("=",)
    return {name: str(test.wanted)} if test.sign in signs and is_plain(test.wanted) else raise_not_sayable()


def is_plain(wanted) -> bool:
    return isinstance(wanted, str | Decimal)


def day_wanted(test: Test, kind: str) -> dict:
    """On a day, or before it. Of a minute it is not said: midnight is before all of its day."""
    wanted = test.wanted if isinstance(test.wanted, str) else ""
    if kind in MINUTE_KINDS or test.sign != "<=" or not ISO_DAY.fullmatch(wanted):
        raise NotSayable
    return {"not_after": wanted}


def is_whole(part: Test | Group, field_of) -> bool:
    """Does the first comparison look at a whole number?"""
    while isinstance(part, Group):
        part = part.parts[0]
    return (field_of(part.name) or {}).get("type") == "integer"


def span_of_comparison(test: Test, whole: bool) -> dict:
    """{min, max} of a comparison with a number; `>` only where it is `>= n + 1`."""
    limit = number_wanted(test.wanted)
    if test.sign in ("<", ">") and not (whole and limit == int(limit)):
        raise NotSayable
    return {
        "=": {"min": plain_number(limit), "max": plain_number(limit)},
        ">=": {"min": plain_number(limit)},
        "<=": {"max": plain_number(limit)},
        ">": {"min": plain_number(limit + 1)},
        "<": {"max": plain_number(limit - 1)},
    }.get(test.sign) or raise_not_sayable()


def number_wanted(wanted) -> Decimal:
    if isinstance(wanted, str) and re.fullmatch(r"-?\d+(\.\d+)?", wanted):
        wanted = Decimal(wanted)
    return wanted if isinstance(wanted, Decimal) and abs(wanted) < LARGEST else raise_not_sayable()


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
    return both_spans(one, other)


def any_of_parts(parts: list[dict], joined: str, word: str) -> dict:
    """Questions of which any will do, beside what else must be: `${a} != '' or ${b} != ''`."""
    asked = [name for each in parts for name in each.get(ANY_OF, ())]
    others = [{name: wanted for name, wanted in each.items() if name != ANY_OF} for each in parts]
    if joined == "and":
        sayable = word == "required" or sum(ANY_OF in each for each in parts) == 1
    else:
        sayable = word == "relevant" and not any(others)
    if not sayable:
        raise NotSayable
    return all_of([*others, {ANY_OF: list(dict.fromkeys(asked))}])


def one_of(parts: list[dict], whole: bool) -> dict:
    """Answers of one field OR-ed."""
    names = {name for part in parts for name in part}
    if len(names) != 1 or any(len(part) != 1 for part in parts):
        raise NotSayable
    name = names.pop()
    wanted = [part[name] for part in parts]
    if any(isinstance(each, dict) for each in wanted):
        return {name: union_of_spans(wanted, whole)}
    values = [value for each in wanted for value in (each if isinstance(each, list) else [each])]
    return {name: list(dict.fromkeys(values))}


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
            found = both_spans(found, said) if kind in NUMBER_KINDS else joined_limits(found, said)
        except NotSayable:
            whole = False
    return found, whole


def joined_limits(found: dict, said: dict) -> dict:
    return found | said if not found.keys() & said.keys() else raise_not_sayable()


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
        return day_limit(part, kind, field_of)
    raise NotSayable


def day_limit(part: Test, kind: str, field_of) -> dict:
    word = {"<=": "not_after", "<": "not_after", ">=": "not_before", ">": "not_before"}.get(part.sign)
    if word == "not_after" and is_now(part, kind):
        return {word: "now"}
    other = field_of(part.wanted.name) if isinstance(part.wanted, Name) else None
    if word is None or other is None or len(part.sign) == 1 or not compare_alike(kind, other["type"], word):
        raise NotSayable
    return {word: other["name"]}


def is_now(part: Test, kind: str) -> bool:
    """Today begins at midnight: of a minute only now() is said, of a day both."""
    called = part.wanted.name if isinstance(part.wanted, Call) else ""
    return called == "now" or (called == "today" and part.sign == "<=" and kind not in MINUTE_KINDS)


def compare_alike(kind: str, other: str, word: str) -> bool:
    """Days with days, minutes with minutes; a minute is not before its own day here, as there."""
    return kind == other or (kind in MINUTE_KINDS and other in DAY_KINDS and word == "not_before")
