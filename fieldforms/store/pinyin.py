"""How Chinese characters are read, without tones: `tyj` and `touyingji` find 投影机.

The table (pinyin.txt, made by `make pinyin`) has a line for each syllable: the syllable, and the characters read so, those
that are mostly read so before the others. A character has a place in it for each of its readings.
"""

from array import array
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice, product
from pathlib import Path

TABLE = Path(__file__).with_name("pinyin.txt")
FIRST_CHARACTER, LAST_CHARACTER = 0x4E00, 0x9FA5
MOST_SPELLINGS = 8  # of one word: 会 and 行 have three readings each
LONGEST_SPELLED = 8  # characters; nobody types the initials of more

Readings = tuple[str, ...]

# Read otherwise as the name of a family than as a word: a syllable and its character a line.
FAMILIES = Path(__file__).with_name("families.txt")


def initials_of_text(text: str) -> str:
    """In letters of ASCII, what is none of them by its reading's first: 省政务中心 3F → szwzx 3F."""
    letters = (each if each.isascii() else syllable_of(each)[:1] for each in text)
    return "".join(letter for letter in letters if letter.isascii())


def readings_of_character(character: str) -> Readings:
    """Its syllables, the usual one first; () of what is no Chinese character."""
    place = ord(character) - FIRST_CHARACTER
    readings, which = table_of_readings()
    return readings[which[place]] if 0 <= place <= LAST_CHARACTER - FIRST_CHARACTER else ()


@cache
def table_of_readings() -> tuple[list[Readings], array]:
    """The distinct readings, and for each character which of them: some 100 kB, where a dict would take three megabytes."""
    of_place: list[list[str]] = [[] for _ in range(LAST_CHARACTER - FIRST_CHARACTER + 1)]
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        syllable, usual, *others = line.split(" ")
        for character in usual:
            of_place[ord(character) - FIRST_CHARACTER].insert(0, syllable)
        for character in "".join(others):
            of_place[ord(character) - FIRST_CHARACTER].append(syllable)
    numbers: dict[Readings, int] = {(): 0}
    which = array("H", (numbers.setdefault(tuple(each), len(numbers)) for each in of_place))
    return list(numbers), which


@lru_cache(4096)
def name_order(name: str) -> tuple[tuple[str, str], ...]:
    """By this people's names stand as in a Chinese telephone book: by their syllables, among other letters."""
    first = [(readings_of_families().get(name[:1]) or syllable_of(name[:1]), name[:1])]
    return tuple(first + [(syllable_of(each), each) for each in name[1:]])


@cache
def readings_of_families() -> dict[str, str]:
    lines = FAMILIES.read_text(encoding="utf-8").split()
    return dict(zip(lines[1::2], lines[::2], strict=True))


def syllable_of(character: str) -> str:
    return (
        next(iter(readings_of_character(character)), "")
        if len(character) == 1 and ord(character) > 127
        else character.lower()
    )


def spellings_of_units(units: Sequence[str]) -> set[str]:
    """How what begins with these may be typed: initials, and whole syllables. A unit is a Chinese character, or a word of
    other letters, which is typed as it stands."""
    readings = [readings_of_character(unit) if len(unit) == 1 else () for unit in units[:LONGEST_SPELLED]]
    whole = [found or (unit,) for found, unit in zip(readings, units, strict=False)]
    initials = [tuple(dict.fromkeys(text[0] for text in found)) if found else (unit,)
                for found, unit in zip(readings, units, strict=False)]  # fmt: skip
    return {*first_spellings(whole), *first_spellings(initials)}


def first_spellings(options: list[Readings]) -> list[str]:
    """Of all combinations those in which the first characters vary first: what is typed begins with them."""
    found = islice(product(*reversed(options)), MOST_SPELLINGS)
    return ["".join(reversed(each)) for each in found]
