"""Names that count: 第 2 路 stands before 第 10 路."""

import re


def counted_order(name: str) -> tuple[tuple[int, str], ...]:
    """A key to sort by."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in re.split("([0-9]+)", name))
