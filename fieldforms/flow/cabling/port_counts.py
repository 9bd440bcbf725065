"""How many ports words are about, and which number the first of them has: "HDMI 输入 ×4", "IN 5-8", "2路". Pure."""

import re

TIMES = re.compile(r"\s*[×xX*✕]\s*([0-9]{1,3})\s*(?:路|个|口|只|组)?\Z")
BY = re.compile(r"(?<![A-Za-z0-9-])[0-9]+[×xX*✕][0-9]+\Z")  # Dante 64×64 says no count, RS-232×2 does
COUNTED_BEHIND = re.compile(r"\s*([0-9]{1,3})\s*(?:路|个|口|只|组)\Z")
LEADING = re.compile(r"([0-9]{1,3})\s*(?:[×xX*✕](?!\s*[0-9])|路|个|口|只|组)\s*")
SPAN = r"([0-9]{1,3})\s*(?:-|–|—|~|～|至|到)\s*([0-9]{1,3})"
RANGE = re.compile(rf"\s*{SPAN}\Z")
RANGE_WITHIN = re.compile(rf"(?<![0-9-])\s*{SPAN}(?=\s|[\u4e00-\u9fff])")
TIMES_WITHIN = re.compile(
    r"(?:(?<![0-9\s])\s*[×*✕]|\s[xX])\s*([0-9]{1,3})\s*(?:路|个|口|只|组)?(?=\s|[\u4e00-\u9fff])"
)
COUNT_IN_BRACKETS = re.compile(
    rf"[(（]\s*({SPAN}|[×xX*✕]\s*[0-9]{{1,3}}|[0-9]{{1,3}}\s*[路个口只组])\s*[)）]"
)


def counted_once(words: str) -> tuple[str, int, int | None]:
    """As `counted_name`; what is counted twice and not to the same end is none: "4路 HDMI IN 1-2"."""
    name, count, first = counted_name(words)
    rest, again, start = counted_name(name)
    if again == 1 and start is None:
        return name, count, first
    return (rest, count if again == count else 0, start if first == 1 else first)


def counted_name(words: str) -> tuple[str, int, int | None]:
    """(name, how many, number of the first one): "HDMI 输入 ×4" → four, from 1 on; "IN 5-8" → four, from 5 on."""
    span = RANGE.search(words) or RANGE_WITHIN.search(words)
    if span:
        return without_match(words, span), max(int(span[2]) - int(span[1]) + 1, 0), int(span[1])
    found = None if BY.search(words) else TIMES.search(words)
    found = found or COUNTED_BEHIND.search(words) or LEADING.match(words) or TIMES_WITHIN.search(words)
    if found:
        return without_match(words, found), int(found[1]), numbered_from(int(found[1]))
    return words, 1, None


def without_match(words: str, found: re.Match) -> str:
    return f"{words[: found.start()]} {words[found.end() :]}".strip()


def numbered_from(count: int) -> int | None:
    """One alone has no number on its panel."""
    return 1 if count != 1 else None
