"""How the running text of a booklet is written: headings, lists, paragraphs, and what is drawn between.

`## ` and `### ` begin headings, `- ` and `1. ` items of lists, {name} on a line by itself is a figure, every other line is a
paragraph. Nothing else is markup. Papers (docs/papers.md) and the program's own manual go by it.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import groupby

from fieldforms.paper.booklet import BookletBlock, BookletHeading, BookletItems, BookletText

NAME_IN_TEXT = re.compile(r"\{([^{}\n]*)\}")
NUMBER_OF_ITEM = re.compile(r"\d{1,3}[.、．]\s*")


def blocks_of_lines(
    text: str,
    figures: Container[str],
    draw_figures: Callable[[list[str]], Iterable[BookletBlock]],
    fill_in: Callable[[str], str] = str,
) -> Iterator[BookletBlock]:
    """`figures`: the names that stand for one; `draw_figures` gets those that follow each other. `fill_in`: of a line whose kind
    is known already, what it says."""
    lines = (line.strip() for line in text.splitlines() if line.strip())
    level = 2  # a lower heading first would be one without its own above
    for kind, found in groupby(lines, lambda line: kind_of_line(line, figures)):
        if kind == "figure":
            yield from draw_figures([line.strip("{}") for line in found])
            continue
        for block in BLOCKS_OF_KINDS[kind]([fill_in(line) for line in found]):
            if isinstance(block, BookletHeading):
                block = BookletHeading(block.text, min(block.level, level))
                level = 3
            yield block


def kind_of_line(line: str, figures: Container[str]) -> str:
    figure = NAME_IN_TEXT.fullmatch(line)
    if figure and figure.group(1) in figures:
        return "figure"
    if line.startswith(("## ", "### ")):
        return "heading"
    if line.startswith("- "):
        return "items"
    return "numbered" if NUMBER_OF_ITEM.match(line) else "text"


def headings_of_lines(lines: Iterable[str]) -> Iterator[BookletBlock]:
    for line in lines:
        marks, _space, words = line.partition(" ")
        yield BookletHeading(words, len(marks))


def items_of_lines(lines: Iterable[str]) -> Iterator[BookletBlock]:
    yield BookletItems(tuple(line[2:] for line in lines))


def numbered_lines(lines: Iterable[str]) -> Iterator[BookletBlock]:
    yield BookletItems(tuple(NUMBER_OF_ITEM.sub("", line, count=1) for line in lines), numbered=True)


def paragraphs_of_lines(lines: Iterable[str]) -> Iterator[BookletBlock]:
    yield from map(BookletText, lines)


BLOCKS_OF_KINDS: dict[str, Callable[[list[str]], Iterator[BookletBlock]]] = {
    "heading": headings_of_lines,
    "items": items_of_lines,
    "numbered": numbered_lines,
    "text": paragraphs_of_lines,
}
