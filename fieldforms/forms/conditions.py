"""Conditions as mappings: fields AND-ed, values OR-ed, a closed set of operators, never an expression language.

    { result = "not_completed", urgency = ["high", "urgent"] }
    { hours = { min = 3 } }                     min, max, not_after
    { satisfaction = "dissatisfied", any_of = ["dissatisfied_with", "comments"] }

`any_of` names fields of which any one being answered will do. static/js/relevance.js reads the same mapping.
"""

from decimal import Decimal, InvalidOperation

OPERATORS = ("min", "max", "not_after")
ANY_OF = "any_of"


def names_in(condition: dict | None) -> list[str]:
    """The fields a condition looks at, without those of any_of."""
    return [name for name in (condition or {}) if name != ANY_OF]


def alternatives_in(condition: dict | None) -> list[str]:
    return list((condition or {}).get(ANY_OF, ()))


def holds(condition: dict | None, answers: dict) -> bool:
    """Do all fields of the condition have one of the wanted values? An empty condition holds."""
    condition = condition or {}
    return all(matches_expected(condition[name], answers.get(name)) for name in names_in(condition))


def any_answered(condition: dict | None, answers: dict) -> bool:
    return any(is_filled(answers.get(name)) for name in alternatives_in(condition))


def is_relevant(condition: dict | None, answers: dict) -> bool:
    """May the thing be asked at all? With any_of, one of those fields must be answered as well."""
    if not holds(condition, answers):
        return False
    return not alternatives_in(condition) or any_answered(condition, answers)


def is_required(condition: bool | dict | None, answers: dict) -> bool:
    """Must there be an answer? With any_of, only while none of those fields is answered."""
    if isinstance(condition, bool) or condition is None:
        return bool(condition)
    return holds(condition, answers) and not any_answered(condition, answers)


def is_filled(value) -> bool:
    return value not in (None, "", [], {})


def matches_expected(expected, value) -> bool:
    if isinstance(expected, dict):
        return is_filled(value) and all(OPERATION[op](value, limit) for op, limit in expected.items())
    wanted = expected if isinstance(expected, list) else [expected]
    given = value if isinstance(value, list) else [value]
    return any(item in wanted for item in given)


def number_of_answer(value) -> Decimal | None:
    """Finite, or nothing: NaN can't be compared, and people may type it."""
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def at_least(value, limit) -> bool:
    given = number_of_answer(value)
    return given is not None and given >= Decimal(str(limit))


def at_most(value, limit) -> bool:
    given = number_of_answer(value)
    return given is not None and given <= Decimal(str(limit))


def not_after(value, limit) -> bool:
    """ISO days and minutes, to the shorter one's precision: 14:10 is not after its own day."""
    given, latest = str(value), str(limit)
    length = min(len(given), len(latest))
    return given[:length] <= latest[:length]


OPERATION = {"min": at_least, "max": at_most, "not_after": not_after}
