"""Ports written as words that port_texts reads back to the same ports: for lists that go out and come in again. Pure.

As short as it can be: "HDMI IN 1-4（母）". Where words would be read as something else, all is said: 【主输出｜hdmi｜out｜HDMI A｜female｜背面】.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from fieldforms.flow.cabling.port_texts import ReadPort, exact_words, ports_of_text
from fieldforms.store.models import Port

GENDER_WORDS = {"female": "母", "male": "公"}
NUMBERED = re.compile(r"(.*\S) ([1-9][0-9]{0,2})")
MOST_OF_RUN_NAMED = 3  # of a run; of a longer one its ends


def read_ports(rows: Iterable[Port]) -> tuple[ReadPort, ...]:
    """Recorded ports as if they had been read, in their order. Without what a list does not say: what a survey stated, the note."""
    return tuple(
        ReadPort(
            row.name, row.direction, row.signal, row.connector, gender=row.gender or "", face=row.face or ""
        )
        for row in rows
    )


def text_of_ports(ports: Iterable[ReadPort]) -> str:
    return "，".join(words for run in numbered_runs(ports) for words in words_of_run(run))


def says_these_ports(text: str, ports: Sequence[ReadPort], category: str = "") -> bool:
    """Whether the text says just these, in whatever order."""
    if text == text_of_ports(ports):
        return True
    reading = ports_of_text(text, category)
    return not reading.unread and by_name(reading.ports) == by_name(ports)


def by_name(ports: Iterable[ReadPort]) -> list[ReadPort]:
    told = (replace(port, stated="", sure=True) for port in ports)
    return sorted(told, key=lambda port: (port.name, port.face, port.signal, port.direction))


def numbered_runs(ports: Iterable[ReadPort]) -> Iterator[list[ReadPort]]:
    """Those that are alike and numbered on, together."""

    def key_of_run(each: tuple[int, ReadPort]):
        at, port = each
        found = NUMBERED.fullmatch(port.name)
        number = int(found[2]) - at if found else None
        return replace(port, name=found[1] if found else port.name), number, None if found else at

    for _key, run in groupby(enumerate(ports), key_of_run):
        yield [port for _at, port in run]


def words_of_run(run: list[ReadPort]) -> Iterator[str]:
    if len(run) > 1:
        first, last = (NUMBERED.fullmatch(port.name) for port in (run[0], run[-1]))
        if first and last and (said := plain_words_of(f"{first[1]} {first[2]}-{last[2]}", run)):
            yield said
            return
    for port in run:
        yield plain_words_of(port.name, [port]) or exact_words(port)


def plain_words_of(name: str, run: list[ReadPort]) -> str:
    """The shortest that reads back to the run; "" where none does."""
    gender = GENDER_WORDS.get(run[0].gender, "")
    beside = [gender, f"{run[0].connector} {gender}".strip()]
    for words in (name, *(f"{name}（{each}）" for each in beside if each)):
        if not re.search(r"[【】｜\\]", words):
            reading = ports_of_text(words)
            if not reading.unread and list(reading.ports) == [
                replace(port, sure=True, stated="") for port in run
            ]:
                return words
    return ""


def ports_in_words(ports: Iterable[ReadPort]) -> str:
    """For people: "HDMI IN 1、HDMI IN 2（母）、XLR IN 1…XLR IN 16"."""
    return "、".join(map(run_in_words, numbered_runs(ports)))


def run_in_words(run: list[ReadPort]) -> str:
    names = [port.name for port in run]
    said = "、".join(names) if len(names) <= MOST_OF_RUN_NAMED else f"{names[0]}…{names[-1]}"
    gender = GENDER_WORDS.get(run[0].gender, "")
    return f"{said}（{gender}）" if gender else said
