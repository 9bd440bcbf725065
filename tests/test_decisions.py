"""A decision has a number of its own: docs/decisions are referred to by it."""

import re
from collections import Counter

from tests.places import DOCS

FILES = sorted((DOCS / "decisions").glob("*.md"))


def test_no_two_decisions_have_one_number():
    """Two branches that both wrote 0011: whichever lands second takes the next number."""
    times = Counter(path.name.split("-")[0] for path in FILES)
    twice = [path.name for path in FILES if times[path.name.split("-")[0]] > 1]
    assert not twice, (
        f"give the later of these the next number, in its headline and wherever it is named: {twice}"
    )


def test_decisions_are_numbered_without_a_gap():
    numbers = sorted({int(path.name.split("-")[0]) for path in FILES})
    assert numbers == list(range(1, len(numbers) + 1)), (
        "the next decision takes the first number that is free"
    )


def test_a_headline_says_the_number_of_its_file():
    other = [
        f"{path.name} begins with {headline!r}"
        for path in FILES
        if not re.match(
            rf"# {int(path.name.split('-')[0])}\. ", headline := path.read_text("utf-8").split("\n")[0]
        )
    ]
    assert not other, f"let the headline begin as the file is called: {other}"
