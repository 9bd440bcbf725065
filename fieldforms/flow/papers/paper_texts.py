"""How the text of a paper is written: headings, lists, paragraphs, what is filled in, what a person still has to write.

`## ` and `### ` begin headings, `- ` and `1. ` items of lists, every other line is a paragraph. {客户} is filled in where it
stands, {设备统计} on a line by itself is a table, 【…】 is left to a person; in English {client}, {device counts} and [[…]], though
either is understood in both. docs/papers.md has all of them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from fieldforms.errors import N_, Mistake
from fieldforms.flow.papers.paper_facts import PAPER_WORDS, PaperFacts, PaperWord
from fieldforms.flow.papers.paper_figures import PAPER_FIGURES
from fieldforms.paper.booklet import BookletBlock, BookletHeading, BookletItems, BookletText
from fieldforms.store.models import Room

NAME_IN_TEXT = re.compile(r"\{([^{}\n]*)\}")
PASSAGE_TO_WRITE = re.compile(r"【[^】]*】|\[\[.*?\]\]")
NUMBER_OF_ITEM = re.compile(r"\d{1,3}[.、．]\s*")
LINE_TO_WRITE_ON = "＿＿＿＿＿＿"  # where nobody has said it: to be filled in by hand

# As a text may call them → as the code does.
WORDS_BY_NAME = {name: key for key, word in PAPER_WORDS.items() for name in (key, word.english)}
FIGURES_BY_NAME = {name: key for key, figure in PAPER_FIGURES.items() for name in (key, figure.english)}

UNKNOWN_NAME = N_("不认识 {%(name)s}。能用的都列在下面。")
NOT_ALONE = N_("{%(name)s} 是一张表或一幅图，要单独占一行。")


def mistakes_of_text(text: str) -> Iterator[Mistake]:
    for line in text.splitlines():
        for name in NAME_IN_TEXT.findall(line):
            if name not in WORDS_BY_NAME and name not in FIGURES_BY_NAME:
                yield "text", UNKNOWN_NAME, {"name": name[:40]}
            elif name in FIGURES_BY_NAME and line.strip() != f"{{{name}}}":
                yield "text", NOT_ALONE, {"name": name}


def passages_to_write(text: str) -> list[str]:
    """What is still left to a person."""
    return PASSAGE_TO_WRITE.findall(text)


def tells_of_rooms(text: str, rooms: Iterable[Room]) -> bool:
    """Of what is kept to themselves about confidential rooms: their cabling and faults, or what somebody wrote of one by name."""
    figures = (FIGURES_BY_NAME.get(name) for name in NAME_IN_TEXT.findall(text))
    return any(PAPER_FIGURES[name].tells_of_rooms for name in figures if name) or any(
        room.name in text for room in rooms if room.name
    )


def words_in_text(text: str) -> list[str]:
    """Those of PAPER_WORDS that the text uses, each once, as it calls them."""
    return [name for name in dict.fromkeys(NAME_IN_TEXT.findall(text)) if name in WORDS_BY_NAME]


def word_called(name: str) -> PaperWord:
    return PAPER_WORDS[WORDS_BY_NAME[name]]


def names_of_words(lang: str) -> dict[str, PaperWord]:
    """As texts in `lang` call them."""
    return {word.english if lang == "en" else key: word for key, word in PAPER_WORDS.items()}


def names_of_figures(lang: str) -> list[str]:
    """As texts in `lang` call them."""
    return [figure.english if lang == "en" else key for key, figure in PAPER_FIGURES.items()]


def fill_in_words(text: str, words: Mapping[str, str]) -> str:
    """`words`: name → what stands in its place; other names stay as they are."""
    return NAME_IN_TEXT.sub(lambda found: words.get(found.group(1), found.group(0)), text)


def words_of_facts(text: str, facts: PaperFacts) -> dict[str, str]:
    return {name: word_called(name).words(facts) or LINE_TO_WRITE_ON for name in words_in_text(text)}


def blocks_of_text(text: str, facts: PaperFacts) -> Iterator[BookletBlock]:
    words = words_of_facts(text, facts)
    lines = (line.strip() for line in text.splitlines() if line.strip())
    level = 2  # a lower heading first would be one without its own above
    for kind, found in groupby(lines, kind_of_line):
        for block in BLOCKS_OF_KINDS[kind]([fill_in_words(line, words) for line in found], facts):
            if isinstance(block, BookletHeading):
                block = BookletHeading(block.text, min(block.level, level))
                level = 3
            yield block


def kind_of_line(line: str) -> str:
    figure = NAME_IN_TEXT.fullmatch(line)
    if figure and figure.group(1) in FIGURES_BY_NAME:
        return "figure"
    if line.startswith(("## ", "### ")):
        return "heading"
    if line.startswith("- "):
        return "items"
    return "numbered" if NUMBER_OF_ITEM.match(line) else "text"


def headings_of_lines(lines: Iterable[str], _facts: PaperFacts) -> Iterator[BookletBlock]:
    for line in lines:
        marks, _space, words = line.partition(" ")
        yield BookletHeading(words, len(marks))


def items_of_lines(lines: Iterable[str], _facts: PaperFacts) -> Iterator[BookletBlock]:
    yield BookletItems(tuple(line[2:] for line in lines))


def numbered_lines(lines: Iterable[str], _facts: PaperFacts) -> Iterator[BookletBlock]:
    yield BookletItems(tuple(NUMBER_OF_ITEM.sub("", line, count=1) for line in lines), numbered=True)


def paragraphs_of_lines(lines: Iterable[str], _facts: PaperFacts) -> Iterator[BookletBlock]:
    yield from map(BookletText, lines)


def figures_of_lines(lines: Iterable[str], facts: PaperFacts) -> Iterator[BookletBlock]:
    for line in lines:
        yield from PAPER_FIGURES[FIGURES_BY_NAME[line.strip("{}")]].blocks(facts)


BLOCKS_OF_KINDS: dict[str, Callable[[list[str], PaperFacts], Iterator[BookletBlock]]] = {
    "heading": headings_of_lines,
    "items": items_of_lines,
    "numbered": numbered_lines,
    "text": paragraphs_of_lines,
    "figure": figures_of_lines,
}
