"""What the text of a paper has beside the lines of any booklet (fieldforms/paper/booklet_text.py): what is filled in, and what a
person still has to write.

{客户} is filled in where it stands, {设备统计} on a line by itself is a table, 【…】 is left to a person. docs/papers.md has
all of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from fieldforms.errors import N_, Mistake
from fieldforms.flow.papers.paper_facts import PAPER_WORDS, PaperFacts
from fieldforms.flow.papers.paper_figures import PAPER_FIGURES
from fieldforms.paper import booklet_text
from fieldforms.paper.booklet import BookletBlock
from fieldforms.paper.booklet_text import NAME_IN_TEXT

PASSAGE_TO_WRITE = re.compile(r"【[^】]*】")
LINE_TO_WRITE_ON = "＿＿＿＿＿＿"  # where nobody has said it: to be filled in by hand

UNKNOWN_NAME = N_("不认识 {%(name)s}。能用的都列在下面。")
NOT_ALONE = N_("{%(name)s} 是一张表或一幅图，要单独占一行。")


def mistakes_of_text(text: str) -> Iterator[Mistake]:
    for line in text.splitlines():
        for name in NAME_IN_TEXT.findall(line):
            if name not in PAPER_WORDS and name not in PAPER_FIGURES:
                yield "text", UNKNOWN_NAME, {"name": name[:40]}
            elif name in PAPER_FIGURES and line.strip() != f"{{{name}}}":
                yield "text", NOT_ALONE, {"name": name}


def passages_to_write(text: str) -> list[str]:
    """What is still left to a person."""
    return PASSAGE_TO_WRITE.findall(text)


def words_in_text(text: str) -> list[str]:
    """Names of PAPER_WORDS that the text uses, each once."""
    return [name for name in dict.fromkeys(NAME_IN_TEXT.findall(text)) if name in PAPER_WORDS]


def fill_in_words(text: str, words: Mapping[str, str]) -> str:
    """`words`: name → what stands in its place; other names stay as they are."""
    return NAME_IN_TEXT.sub(lambda found: words.get(found.group(1), found.group(0)), text)


def words_of_facts(text: str, facts: PaperFacts) -> dict[str, str]:
    return {name: PAPER_WORDS[name].words(facts) or LINE_TO_WRITE_ON for name in words_in_text(text)}


def blocks_of_text(text: str, facts: PaperFacts) -> Iterator[BookletBlock]:
    words = words_of_facts(text, facts)
    return booklet_text.blocks_of_lines(
        text, PAPER_FIGURES, lambda names: draw_figures(names, facts), lambda line: fill_in_words(line, words)
    )


def draw_figures(names: Iterable[str], facts: PaperFacts) -> Iterator[BookletBlock]:
    for name in names:
        yield from PAPER_FIGURES[name](facts)


def kind_of_line(line: str) -> str:
    return booklet_text.kind_of_line(line, PAPER_FIGURES)
