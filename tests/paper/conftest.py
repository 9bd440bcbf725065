"""What a printed sheet says, by poppler's tools."""

import html
import re
import subprocess
from dataclasses import dataclass

import pytest

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """`page` from 0; the rest in points from the page's left and upper edge."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


@pytest.fixture
def run(tmp_path):
    """Runs one of poppler's tools on a PDF and gives what it prints."""

    def tool(document, *command):
        (tmp_path / "sheet.pdf").write_bytes(document)
        end = ["-"] if command[0] == "pdftotext" else []
        return subprocess.run(
            [*command, "sheet.pdf", *end], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    return tool


@pytest.fixture
def text(run):
    """The words of a PDF without white space and break marks."""
    return lambda document: "".join(run(document, "pdftotext", "-layout").replace("\u200b", "").split())


@pytest.fixture
def pages(run):
    return lambda document: int(run(document, "pdfinfo").split("Pages:")[1].split()[0])


@pytest.fixture
def words(run):
    """Every word of a PDF and where it stands; a word torn over two lines is two."""

    def found(document):
        return [
            Word(html.unescape(word).replace("\u200b", ""), page, *map(float, place))
            for page, part in enumerate(run(document, "pdftotext", "-bbox").split("<page ")[1:])
            for *place, word in WORD.findall(part)
        ]

    return found
