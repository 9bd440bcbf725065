"""What the text of a paper has beside the lines of any booklet (fieldforms/paper/booklet_text.py): what is filled in, and what a
person still has to write.

{客户} is filled in where it stands, {设备统计} on a line by itself is a table, 【…】 is left to a person; in English {client},
{device counts} and [[…]], though either is understood in both. docs/papers.md has all of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from fieldforms.errors import N_, Mistake
from fieldforms.flow.papers.paper_facts import PAPER_WORDS, PaperFacts, PaperWord
from fieldforms.flow.papers.paper_figures import PAPER_FIGURES
from fieldforms.paper import booklet_text
from fieldforms.paper.booklet import BookletBlock
from fieldforms.paper.booklet_text import NAME_IN_TEXT
from fieldforms.store.models import Room

PASSAGE_TO_WRITE = re.compile(r"【[^】]*】|\[\[.*?\]\]")
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
    return booklet_text.blocks_of_lines(
        text,
        FIGURES_BY_NAME,
        lambda names: draw_figures(names, facts),
        lambda line: fill_in_words(line, words),
    )


def draw_figures(names: Iterable[str], facts: PaperFacts) -> Iterator[BookletBlock]:
    for name in names:
        yield from PAPER_FIGURES[FIGURES_BY_NAME[name]].blocks(facts)


def kind_of_line(line: str) -> str:
    return booklet_text.kind_of_line(line, FIGURES_BY_NAME)
