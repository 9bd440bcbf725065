"""Ports as people write them: "HDMI 输入 ×4 / 输出 ×2，RS-232 ×1", "XLR IN 1-8". Pure: text → ports.

What cannot be read is given back, never guessed: whoever typed it is shown both.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from fieldforms.flow.cabling.signals import SIGNALS

MOST_PORTS = 96  # of one word: a patch panel has 48
LONGEST_PORT_NAME = 60

# By what a device is: which way its HDMI goes when nobody says.
SOURCE_CATEGORIES = {"microphone", "camera", "player", "server", "control"}


@dataclass(frozen=True)
class ReadPort:
    """A port as somebody wrote it. `stated`: free, used, or "" where nobody said. `sure`: was the direction written?"""

    name: str
    direction: str
    signal: str = ""
    connector: str = ""
    stated: str = ""
    sure: bool = True


@dataclass(frozen=True)
class PortReading:
    """`unread`: the words that say nothing we know."""

    ports: tuple[ReadPort, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class PortGroup:
    """Several alike: `first`, number of the first one, None where they aren't counted."""

    name: str
    count: int
    first: int | None
    direction: str
    signal: str
    connector: str
    sure: bool

    @property
    def kind(self) -> tuple[str, str]:
        return self.signal, self.direction

    def ports(self, stated: str = "") -> Iterator[ReadPort]:
        for at in range(self.count):
            name = self.name if self.first is None else f"{self.name} {self.first + at}"
            yield ReadPort(name, self.direction, self.signal, self.connector, stated, self.sure)


def ports_of_text(text: str, category: str = "") -> PortReading:
    """`category`: of the device, says which way they go where nobody wrote it."""
    groups, unread = groups_of_text(text, category)
    ports = [port for group in groups for port in group.ports()]
    return PortReading(unlike_names(ports), tuple(unread))


def ports_of_survey(interfaces: str, spare: str, category: str = "") -> PortReading:
    """What a survey wrote of a device: all ports, and of each kind how many are free.

    Which of them nobody wrote: the last ones count as free, as a panel is filled from its first port on.
    """
    groups, unread = groups_of_text(interfaces, category)
    free, unread_spare = groups_of_text(spare, category, among=groups)
    left = Counter[tuple[str, str]]()
    for group in free:
        left[group.kind] += group.count
    ports = list(stated_ports(groups, left, said=bool(spare.strip())))
    ports += [port for group in free if left[group.kind] > 0 for port in group.ports("free")]
    return PortReading(unlike_names(ports), tuple(dict.fromkeys([*unread, *unread_spare])))


def stated_ports(groups: list[PortGroup], left: Counter, said: bool) -> Iterator[ReadPort]:
    """Takes what it uses out of `left`. `said`: whether anything was written of what is free."""
    sizes = Counter[tuple[str, str]]()
    for group in groups:
        sizes[group.kind] += group.count
    for group in groups:
        for port in group.ports():
            sizes[group.kind] -= 1
            free = left[group.kind] > sizes[group.kind]
            left[group.kind] -= free
            yield replace(port, stated="free" if free else "used") if said else port


def unlike_names(ports: Iterable[ReadPort]) -> tuple[ReadPort, ...]:
    """Each name once: that of the first."""
    return tuple({port.name.casefold(): port for port in reversed(list(ports))}.values())[::-1]


# Words

WORDS_FOR_NONE = {"无", "没有", "none", "no", "-", "—", "/", "0"}
PORT_SEPARATORS = re.compile(r"[,，;；、\n]+")
ALSO = re.compile(r"(?<=[0-9路个])\s*/\s*")  # "×4 / 输出 ×2": the same signal once more
TIMES = re.compile(r"\s*[×xX*✕]\s*([0-9]{1,3})\s*(?:路|个|口|只|组)?\Z")
BY = re.compile(r"(?<![A-Za-z0-9-])[0-9]+[×xX*✕][0-9]+\Z")  # Dante 64×64 says no count, RS-232×2 does
COUNTED_BEHIND = re.compile(r"\s*([0-9]{1,3})\s*(?:路|个|口|只|组)\Z")
LEADING = re.compile(r"([0-9]{1,3})\s*(?:[×xX*✕]|路|个|口|只|组)\s*")
RANGE = re.compile(r"\s*([0-9]{1,3})\s*(?:-|–|—|~|～|至|到)\s*([0-9]{1,3})\Z")
NUMBER_BEHIND = re.compile(r"(?<![0-9])([0-9]{1,3})\s*\Z")
NO_PORTS = re.compile(r"槽|(?<![a-z])slot", re.IGNORECASE)  # a card's place, whatever stands on the card
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
WAYS = (
    ("through", re.compile(r"直通|through\b|thru\b")),
    ("out", re.compile(r"输出|发送|环出|(?<![a-z])(?:out|output|loop)(?![a-z])")),
    ("in", re.compile(r"输入|接收|(?<![a-z])(?:in|input)(?![a-z])")),
    ("both", re.compile(r"双向|(?<![a-z])(?:i/o|in/out)(?![a-z])")),
)


def groups_of_text(
    text: str, category: str, among: Iterable[PortGroup] = ()
) -> tuple[list[PortGroup], list[str]]:
    """(what is read, words that say nothing we know). `among`: there may be one kind only that goes this way."""
    groups: list[PortGroup] = []
    unread: list[str] = []
    only = only_kinds(among)
    for part in PORT_SEPARATORS.split(text):
        before: PortGroup | None = None
        for words in ALSO.split(part):
            group = group_of_words(words, before, category) or group_of_way(words, only)
            if group:
                groups.append(group)
                before = group
            elif words.strip().casefold() not in WORDS_FOR_NONE | {""}:
                unread.append(" ".join(words.split()))
    return groups, unread


def only_kinds(groups: Iterable[PortGroup]) -> dict[str, PortGroup]:
    """Direction → a group of the one signal that goes this way, where there is one."""
    found: dict[str, dict[str, PortGroup]] = {}
    for group in groups:
        found.setdefault(group.direction, {})[group.signal] = group
    return {way: next(iter(kinds.values())) for way, kinds in found.items() if len(kinds) == 1}


def group_of_words(words: str, before: PortGroup | None, category: str) -> PortGroup | None:
    """`before`: what stands on the other side of the stroke, which need not be said twice."""
    name, count, first = counted_name(plain_words(words))
    text = folded_text(name)
    signal, connector = signal_of_words(text)
    way = way_of_words(text)
    if not signal and before and way:
        signal, connector, name = before.signal, before.connector, f"{without_way(before.name)} {name}"
    if not signal or not name or not 0 < count <= MOST_PORTS or NO_PORTS.search(name):
        return None
    sure = bool(way) or SIGNALS[signal].both
    name = name[: LONGEST_PORT_NAME - 4].strip()
    return PortGroup(name, count, first, way or way_of_signal(signal, category), signal, connector, sure)


def group_of_way(words: str, only: dict[str, PortGroup]) -> PortGroup | None:
    """ "输入 ×5" of a device all of whose inputs are of one kind."""
    name, count, first = counted_name(plain_words(words))
    like = only.get(way_of_words(folded_text(name)))
    return replace(like, count=count, first=first) if like and count and not NO_PORTS.search(name) else None


def plain_words(words: str) -> str:
    return " ".join(BRACKETS.sub(" ", words).split())


def folded_text(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def way_of_words(text: str) -> str:
    return next((way for way, pattern in WAYS if pattern.search(text)), "")


def without_way(name: str) -> str:
    """ "音频 XLR 输入" → "音频 XLR" """
    for _way, pattern in WAYS:
        name = re.sub(pattern.pattern, "", name, flags=re.IGNORECASE)
    return " ".join(name.split())


def counted_name(words: str) -> tuple[str, int, int | None]:
    """(name, how many, number of the first one): "HDMI 输入 ×4" → four, from 1 on; "IN 5-8" → four, from 5 on."""
    span = RANGE.search(words)
    if span and int(span[1]) <= int(span[2]):
        return words[: span.start()], int(span[2]) - int(span[1]) + 1, int(span[1])
    found = None if BY.search(words) else TIMES.search(words)
    found = found or COUNTED_BEHIND.search(words)
    if found:
        return words[: found.start()], int(found[1]), numbered_from(int(found[1]))
    found = LEADING.match(words)
    return (words[found.end() :], int(found[1]), numbered_from(int(found[1]))) if found else (words, 1, None)


def number_in_name(name: str) -> int:
    """Behind its words: "HDMI 输入 2" is 2; one alone has none and is the first, as is AES3 (its 3 is the signal's)."""
    plain = folded_text(name)
    word = next((found for _word, pattern, _key in signal_words() if (found := pattern.search(plain))), None)
    rest = plain[word.end() :] if word else plain
    found = NUMBER_BEHIND.search(rest)
    return int(found[1]) if found else 1


def numbered_from(count: int) -> int | None:
    """One alone has no number on its panel."""
    return 1 if count != 1 else None


def way_of_signal(signal: str, category: str) -> str:
    if SIGNALS[signal].both:
        return "both"
    return "out" if category in SOURCE_CATEGORIES else "in"


def signal_of_words(plain: str) -> tuple[str, str]:
    """(signal, connector where the word names it) of the longest word that stands there."""
    for word, pattern, key in signal_words():
        if pattern.search(plain):
            named = next((each for each in SIGNALS[key].connectors if each.casefold().startswith(word)), "")
            return key, named or SIGNALS[key].connectors[0]
    return "", ""


@cache
def signal_words() -> list[tuple[str, re.Pattern, str]]:
    """(word, its pattern, signal), the longest first. Spaces count for nothing, letters end where others begin."""
    found = []
    for key, signal in SIGNALS.items():
        for word in signal.words:
            plain = unicodedata.normalize("NFKC", word).casefold()
            pattern = r"\s*".join(map(re.escape, plain.replace(" ", "")))
            found.append((plain, re.compile(rf"(?<![a-z]){pattern}(?![a-z])"), key))
    return sorted(found, key=lambda each: -len(each[0]))
