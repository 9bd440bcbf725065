"""Writes fieldforms/store/pinyin.txt from pypinyin, which takes 57 MB when it is imported: `make pinyin`, and only then."""

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin

FIRST, LAST = 0x4E00, 0x9FA5  # fieldforms/store/pinyin.py
TABLE = Path(__file__).parent.parent / "fieldforms" / "store" / "pinyin.txt"


def main() -> None:
    usual, others = defaultdict(str), defaultdict(str)
    for character in map(chr, range(FIRST, LAST + 1)):
        for place, syllable in enumerate(readings_of_character(character)):
            (others if place else usual)[syllable] += character
    syllables = sorted({*usual, *others})
    lines = (f"{each} {usual[each]} {others[each]}".rstrip(" ") for each in syllables)
    TABLE.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def readings_of_character(character: str) -> list[str]:
    """Without tones, each once, the usual one first; those that people can type: ê is none."""
    [found] = pinyin(character, style=Style.NORMAL, heteronym=True, errors=lambda _text: [[""]]) or [[]]
    return [each for each in dict.fromkeys(found) if each.isascii() and each]


main()
