"""遗留问题, line by line. A sheet that takes an earlier point along names it: its words, and in brackets the number of the sheet that
first told it; in front of it, where it is dealt with now, that it is: 已解决：待换端子（FW-202611-0042）. So it is one point wherever it
is told, and who reads the sheet on paper understands it, too.
"""

import re
from dataclasses import dataclass

SETTLED = "已解决："
NAMED = re.compile(r"(?P<words>.*\S)\s*（(?P<number>[A-Z][A-Z0-9]*-\d{6}-\d{4,9})）")


@dataclass(frozen=True)
class Point:
    """`number`: of the sheet that first told it."""

    words: str
    number: str
    settled: bool = False

    @property
    def name(self) -> str:
        """As a later sheet tells it."""
        return f"{self.words}（{self.number}）"

    @property
    def key(self) -> tuple[str, str]:
        return self.number, self.words


def points_of_text(text: str, number: str = "") -> list[Point]:
    """Of what the sheet `number` says, each once. Plain words are its own points."""
    found: dict[tuple, Point] = {}
    for line in text.splitlines():
        if line.strip():
            point = point_of_line(line, number)
            found.setdefault(point.key, point)
    return list(found.values())


def point_of_line(line: str, number: str) -> Point:
    words = " ".join(line.split())
    settled = words.startswith(SETTLED) and NAMED.fullmatch(words) is not None
    words = words.removeprefix(SETTLED) if settled else words
    named = NAMED.fullmatch(words)
    return Point(named["words"], named["number"], settled) if named else Point(words, number)


def text_of_points(words: str, points: list[Point]) -> str:
    """What was written anew, then what was taken along."""
    taken = [f"{SETTLED if point.settled else ''}{point.name}" for point in points]
    return "\n".join(line for line in (words.strip(), *taken) if line)
