"""docs/security.md answers every requirement of ASVS 5.0.0, levels 1 and 2, once, and names nothing that is not there."""

import re
from collections import Counter

import pytest

from tests.places import DOCS

ROOT = DOCS.parent
TEXT = (DOCS / "security.md").read_text("utf-8")
# Section → its requirements of levels 1 and 2, as the standard numbers them (OWASP ASVS 5.0.0, of 30 May 2025).
ASVS = {
    "1.1": "1-2", "1.2": "1-9", "1.3": "1-11", "1.4": "1-3", "1.5": "1-2",
    "2.1": "1-3", "2.2": "1-3", "2.3": "1-4", "2.4": "1",
    "3.2": "1-2", "3.3": "1-4", "3.4": "1-6", "3.5": "1-5", "3.7": "1-2",
    "4.1": "1-3", "4.2": "1", "4.3": "1-2", "4.4": "1-4",
    "5.1": "1", "5.2": "1-3", "5.3": "1-2", "5.4": "1-3",
    "6.1": "1-3", "6.2": "1-12", "6.3": "1-4", "6.4": "1-4", "6.5": "1-5", "6.6": "1-3", "6.8": "1-4",
    "7.1": "1-3", "7.2": "1-4", "7.3": "1-2", "7.4": "1-5", "7.5": "1-2", "7.6": "1-2",
    "8.1": "1-2", "8.2": "1-3", "8.3": "1", "8.4": "1",
    "9.1": "1-3", "9.2": "1-4",
    "10.1": "1-2", "10.2": "1-2", "10.3": "1-4", "10.4": "1-11", "10.5": "1-5", "10.6": "1-2", "10.7": "1-3",
    "11.1": "1-2", "11.2": "1-3", "11.3": "1-3", "11.4": "1-4", "11.5": "1", "11.6": "1",
    "12.1": "1-3", "12.2": "1-2", "12.3": "1-4",
    "13.1": "1", "13.2": "1-5", "13.3": "1-2", "13.4": "1-5",
    "14.1": "1-2", "14.2": "1-4", "14.3": "1-3",
    "15.1": "1-3", "15.2": "1-3", "15.3": "1-7",
    "16.1": "1", "16.2": "1-5", "16.3": "1-4", "16.4": "1-3", "16.5": "1-3",
    "17.1": "1", "17.2": "1-4", "17.3": "1-2",
}  # fmt: skip
ITEM = re.compile(r"V(\d+\.\d+)\.(\d+)(?:[–-](\d+))?")


def numbers(section: str, first: str, last: str | None) -> list[str]:
    return [f"V{section}.{n}" for n in range(int(first), int(last or first) + 1)]


def items_of_rows() -> list[str]:
    cells = re.findall(r"^\| (V\d[^|]*) \|", TEXT, re.MULTILINE)
    return [each for cell in cells for found in ITEM.finditer(cell) for each in numbers(*found.groups())]


def test_every_requirement_of_levels_1_and_2_has_one_answer():
    wanted = [
        each for section, span in ASVS.items() for each in numbers(section, *(span.split("-") + [None])[:2])
    ]
    found = Counter(items_of_rows())
    assert sorted(set(wanted) - set(found)) == [], "these have no row"
    assert sorted(set(found) - set(wanted)) == [], "there are none such"
    assert [each for each, times in found.items() if times > 1] == [], "these have two"


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"\b(?:tests|fieldforms|docs|bin|bench)/[\w./-]*\w", TEXT)))
)
def test_what_it_names_is_there(path):
    assert (ROOT / path).exists()


def test_no_answer_is_empty():
    assert not [line for line in TEXT.splitlines() if re.match(r"\| V\d[^|]*\|\s*\|", line)]
