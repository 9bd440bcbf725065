"""Numbers from … to …, joined: {min, max} with either end open."""

from decimal import Decimal

from fieldforms.forms.xlsform.xpath import NotSayable, raise_not_sayable

MOST_NUMBERS = 50  # said one by one
ENDLESS = Decimal("Infinity")


def both_spans(one: dict, other: dict) -> dict:
    least = [each["min"] for each in (one, other) if "min" in each]
    most = [each["max"] for each in (one, other) if "max" in each]
    return ({"min": max(least)} if least else {}) | ({"max": min(most)} if most else {})


def union_of_spans(wanted: list, whole: bool) -> dict | list:
    """One span, or, of whole numbers, each of them. `wanted`: spans and lists of numbers. Raises NotSayable."""
    merged: list[list] = []
    for least, most in sorted(pair for each in wanted for pair in pairs_of_wanted(each)):
        if merged and least <= merged[-1][1] + (1 if whole else 0):
            merged[-1][1] = max(merged[-1][1], most)
        else:
            merged.append([least, most])
    if len(merged) == 1:
        return span_of_pair(*merged[0])
    if not whole or sum(most - least + 1 for least, most in merged) > MOST_NUMBERS:
        raise NotSayable
    return [number for least, most in merged for number in range(int(least), int(most) + 1)]


def pairs_of_wanted(wanted) -> list[tuple]:
    if isinstance(wanted, list):
        return [(number, number) for number in wanted]
    if not isinstance(wanted, dict) or "not_after" in wanted:
        raise NotSayable
    return [(wanted.get("min", -ENDLESS), wanted.get("max", ENDLESS))]


def span_of_pair(least, most) -> dict:
    span = {"min": least, "max": most}
    return {word: end for word, end in span.items() if abs(end) != ENDLESS} or raise_not_sayable()
