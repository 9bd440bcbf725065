"""Ports as people write them: "HDMI 输入 ×4 / 输出 ×2，RS-232 ×1", "XLR IN 1-8". Pure: text → ports.

What cannot be read is given back, never guessed: whoever typed it is shown both.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from fieldforms.flow.cabling import port_words
from fieldforms.flow.cabling.port_counts import COUNT_IN_BRACKETS, counted_once
from fieldforms.flow.cabling.port_words import GENDERS_IN_WORDS, WAYS, folded_text, signal_words
from fieldforms.flow.cabling.signals import DIRECTIONS, SIGNALS

MOST_PORTS = 96  # of one word: a patch panel has 48
LONGEST_PORT_NAME = 60
LONGEST_DETAIL = 40

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
    gender: str = ""
    face: str = ""


@dataclass(frozen=True)
class PortReading:
    """`unread`: the words that say nothing we know."""

    ports: tuple[ReadPort, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class PortGroup:
    """Several alike: `first`, number of the first one, None where they aren't counted. `unread`: words beside them that say
    nothing we know."""

    name: str
    count: int
    first: int | None
    direction: str
    signal: str
    connector: str
    sure: bool
    gender: str = ""
    unread: tuple[str, ...] = ()
    face: str = ""

    @property
    def kind(self) -> tuple[str, str]:
        return self.signal, self.direction

    def ports(self, stated: str = "") -> Iterator[ReadPort]:
        for at in range(self.count):
            name = self.name if self.first is None else f"{self.name} {self.first + at}"
            kind = self.direction, self.signal, self.connector
            yield ReadPort(name, *kind, stated, self.sure, self.gender, self.face)


@lru_cache(maxsize=4096)  # lists say the same of many devices
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
    """Each name of a face once: that of the first."""
    named = {(port.name.casefold(), port.face.casefold()): port for port in reversed(list(ports))}
    return tuple(named.values())[::-1]


# Words

WORDS_FOR_NONE = {"无", "没有", "none", "no", "-", "—", "/", "0"}
PORT_SEPARATORS = re.compile(r"[,，;；、\n]+")
EXACT_FIELD = r"((?:\\.|[^\\【｜】])*)"
EXACT = re.compile("【" + "｜".join([EXACT_FIELD] * 6) + "】", re.DOTALL)  # as exact_words writes it
ESCAPED = re.compile(r"[\\【｜】]")
ALSO = re.compile(r"(?<=[0-9路个])\s*/\s*")  # "×4 / 输出 ×2": the same signal once more
NUMBER_BEHIND = re.compile(r"(?<![0-9])([0-9]{1,3})\s*\Z")
NO_PORTS = re.compile(r"槽|(?<![a-z])slot", re.IGNORECASE)  # a card's place, whatever stands on the card
BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")


def groups_of_text(
    text: str, category: str, among: Iterable[PortGroup] = ()
) -> tuple[list[PortGroup], list[str]]:
    """(what is read, words that say nothing we know). `among`: there may be one kind only that goes this way."""
    groups: list[PortGroup] = []
    unread: list[str] = []
    only = only_kinds(among)
    for part in parts_of_text(text):
        before: PortGroup | None = None
        if exact := group_of_exact_words(part):
            groups.append(exact)
            continue
        for words in ALSO.split(part):
            group = group_of_words(words, before, category) or group_of_way(words, only)
            if group:
                groups.append(group)
                unread += group.unread
                before = group
            elif words.strip().casefold() not in WORDS_FOR_NONE | {""}:
                unread.append(" ".join(words.split()))
    return groups, unread


def parts_of_text(text: str) -> Iterator[str]:
    at = 0
    for found in EXACT.finditer(text):
        yield from PORT_SEPARATORS.split(text[at : found.start()])
        yield found[0]
        at = found.end()
    yield from PORT_SEPARATORS.split(text[at:])


def exact_words(port: ReadPort) -> str:
    """All of a port that a list says, each in its place; keys, so that they are the same in every language."""
    told = port.name, port.signal, port.direction, port.connector, port.gender, port.face
    return "【" + "｜".join(ESCAPED.sub(r"\\\g<0>", each) for each in told) + "】"


def group_of_exact_words(words: str) -> PortGroup | None:
    found = EXACT.fullmatch(words)
    if not found:
        return None
    name, signal, way, connector, gender, face = (
        re.sub(r"(?s)\\(.)", r"\1", each) for each in found.groups()
    )
    is_known = signal in {"", *SIGNALS} and way in DIRECTIONS and gender in {"", *GENDERS_IN_WORDS}
    is_short = 0 < len(name) <= LONGEST_PORT_NAME and max(len(connector), len(face)) <= LONGEST_DETAIL
    return (
        PortGroup(name, 1, None, way, signal, connector, True, gender, face=face)
        if is_known and is_short
        else None
    )


def only_kinds(groups: Iterable[PortGroup]) -> dict[str, PortGroup]:
    """Direction → a group of the one signal that goes this way, where there is one."""
    found: dict[str, dict[str, PortGroup]] = {}
    for group in groups:
        found.setdefault(group.direction, {})[group.signal] = group
    return {way: next(iter(kinds.values())) for way, kinds in found.items() if len(kinds) == 1}


@dataclass(frozen=True)
class PortWords:
    """What stands between two commas. `name`: without what counts and what says the gender. `remarks`: what stands in brackets."""

    name: str
    count: int
    first: int | None
    gender: str
    remarks: tuple[str, ...]

    @property
    def connector(self) -> str:
        return port_words.connector_of_words(" ".join((self.name, *self.remarks)))


def parts_of_words(words: str) -> PortWords:
    words = COUNT_IN_BRACKETS.sub(r" \1 ", words)
    remarks = tuple(each.strip() for each in BRACKETS.findall(words) if each.strip())
    gender, plain = port_words.gender_of_words(" ".join(BRACKETS.sub(" ", words).split()))
    said = [found for each in remarks if (found := gender_of_remark(each)[0])]
    if len({gender, *said} - {""}) == 1:
        remarks = tuple(left for each in remarks if (left := gender_of_remark(each)[1]))
        gender = gender or said[0]
    return PortWords(*counted_once(plain), gender, remarks)


def gender_of_remark(text: str) -> tuple[str, str]:
    """(gender, what else it says)."""
    alone = port_words.gender_alone(text)
    return (alone, "") if alone else port_words.gender_of_words(text)


def group_of_words(words: str, before: PortGroup | None, category: str) -> PortGroup | None:
    """`before`: what stands on the other side of the stroke, which need not be said twice."""
    said = parts_of_words(words)
    text = folded_text(said.name)
    signal, connector = signal_of_words(text)
    way, name = way_of_words(text), said.name
    if not signal and before and way:
        signal, connector, name = before.signal, before.connector, f"{without_way(before.name)} {name}"
    if not signal or not 0 < said.count <= MOST_PORTS or NO_PORTS.search(name):
        return None
    if port_words.says_both_genders(words):
        return None
    name, unread = name_and_unread(name, said)
    if not name:
        return None
    sure = bool(way) or SIGNALS[signal].both
    way = way or way_of_signal(signal, category)
    connector = said.connector or connector
    return PortGroup(name, said.count, said.first, way, signal, connector, sure, said.gender, unread)


def name_and_unread(name: str, said: PortWords) -> tuple[str, tuple[str, ...]]:
    """(the name without what nobody here understands, that). No name where a number belongs to it: of "4进4出" nothing is known."""
    spans = port_words.unknown_words(name)
    if any(
        name[max(begin - 1, 0) : begin].isdigit() or name[end : end + 1].isdigit() for begin, end in spans
    ):
        return "", ()
    unread = tuple(name[begin:end] for begin, end in spans)
    unread += tuple(each for each in said.remarks if port_words.says_unknown(each))
    return port_words.without_spans(name, spans)[: LONGEST_PORT_NAME - 4].strip(), unread


def group_of_way(words: str, only: dict[str, PortGroup]) -> PortGroup | None:
    """ "输入 ×5" of a device all of whose inputs are of one kind."""
    said = parts_of_words(words)
    like = only.get(way_of_words(folded_text(said.name)))
    if not like or not said.count or NO_PORTS.search(said.name):
        return None
    name, unread = name_and_unread(said.name, said)
    return replace(like, count=said.count, first=said.first, unread=unread) if name else None


def way_of_words(text: str) -> str:
    return next((way for way, pattern in WAYS if pattern.search(text)), "")


def without_way(name: str) -> str:
    """ "音频 XLR 输入" → "音频 XLR" """
    for _way, pattern in WAYS:
        name = re.sub(pattern.pattern, "", name, flags=re.IGNORECASE)
    return " ".join(name.split())


def number_in_name(name: str) -> int:
    """Behind its words: "HDMI 输入 2" is 2; one alone has none and is the first, as is AES3 (its 3 is the signal's)."""
    plain = folded_text(name)
    word = next((found for _word, pattern, _key in signal_words() if (found := pattern.search(plain))), None)
    rest = plain[word.end() :] if word else plain
    found = NUMBER_BEHIND.search(rest)
    return int(found[1]) if found else 1


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
