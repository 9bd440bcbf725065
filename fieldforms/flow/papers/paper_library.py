"""The papers of a client as data: one file each in library/, with the text that everybody begins with, or in the company's own folder.

Each has its text in Chinese and in English; a company's own may have one for both. docs/papers.md says how it is written.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fieldforms import config, i18n
from fieldforms.errors import N_, BadPapers, Mistake, NotFound
from fieldforms.flow.documents.document_columns import DOCUMENT_KINDS
from fieldforms.flow.papers import paper_texts
from fieldforms.flow.papers.paper_facts import SIGNING_PARTIES
from fieldforms.flow.papers.room_papers import ROOM_PAPERS
from fieldforms.forms.definition import Text
from fieldforms.forms.loading import take_known_keys
from fieldforms.forms.shapes import a_count, a_flag, a_list_of_words, a_text, a_word

PACKAGE_PAPERS = Path(__file__).with_name("library")
NAME_OF_PAPER = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")  # stands in addresses
LONGEST_PAPER = 30_000  # characters, of a template and of what a client's paper is written into


@dataclass(frozen=True)
class PaperTemplate:
    """`edition`: of the text that everybody begins with. `kind`: of the document that it becomes. `internal`: neither for the
    client nor for technicians. `signed_by`: "client", "company", who sign at its end. `beside`: papers that whoever approves it
    reads, too."""

    name: str
    order: int
    edition: str
    title: Text
    about: Text
    kind: str
    text: Text | str
    internal: bool = False
    signed_by: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def text_in(self, lang: str) -> str:
        """What everybody begins with; of a text in one language, that one."""
        return i18n.pick(self.text, lang)


def a_text_of_paper(value) -> Text | str:
    """In both languages, or one for both."""
    if isinstance(value, str):
        return a_word(value).strip()
    return {lang: said.strip() for lang, said in a_text(value).items()}


PAPER_SHAPE = {
    "order": (a_count, True),
    "edition": (a_word, True),
    "title": (a_text, True),
    "about": (a_text, True),
    "kind": (a_word, True),
    "text": (a_text_of_paper, True),
    "internal": (a_flag, False),
    "signed_by": (a_list_of_words, False),
    "beside": (a_list_of_words, False),
}


def paper_templates() -> dict[str, PaperTemplate]:
    """By name, in their order: the package's, and those of FIELDFORMS_PAPERS, which stand in for the package's of the same name.
    Raises BadPapers."""
    return read_papers(config.current.papers)


def paper_template(name: str) -> PaperTemplate:
    """Raises NotFound."""
    try:
        return paper_templates()[name]
    except KeyError:
        raise NotFound from None


def check_papers() -> None:
    """At a start, what the files say counts from now on. Raises BadPapers naming every mistake."""
    read_papers.cache_clear()
    paper_templates()


@lru_cache(maxsize=4)
def read_papers(folder: Path | None) -> dict[str, PaperTemplate]:
    """Raises BadPapers naming every mistake with its place."""
    mistakes: list[Mistake] = []
    files = {
        path.stem: path
        for place in (PACKAGE_PAPERS, folder)
        if place
        for path in sorted(place.glob("*.toml"))
    }
    read = [template_of_file(path, mistakes) for path in files.values()]
    found = {each.name: each for each in read if each}
    mistakes += [] if mistakes else mistakes_in_papers(found)
    if mistakes:
        raise BadPapers(mistakes)
    return dict(sorted(found.items(), key=lambda pair: (pair[1].order, pair[0])))


def template_of_file(path: Path, mistakes: list[Mistake]) -> PaperTemplate | None:
    data = data_of_paper(path, mistakes)
    if data is None:
        return None
    values = take_known_keys(data, path.name, mistakes, PAPER_SHAPE)
    return PaperTemplate(name=path.stem, **values)


def data_of_paper(path: Path, mistakes: list[Mistake]) -> dict | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        mistakes.append((path.name, N_("不是有效的 TOML：%(why)s"), {"why": str(error)}))
    except OSError as error:
        mistakes.append((path.name, N_("文件读不出来：%(why)s"), {"why": error.strerror or ""}))
    return None


def mistakes_in_papers(found: dict[str, PaperTemplate]) -> Iterator[Mistake]:
    """What is well-shaped and cannot work."""
    for name, each in found.items():
        place = f"{name}.toml"
        if not NAME_OF_PAPER.fullmatch(name):
            yield place, N_("文件名只能用小写字母、数字和 -，最多 60 个"), {}
        if name in ROOM_PAPERS:
            yield place, N_("这是房间手册的名称，请换一个文件名"), {}
        if each.kind not in DOCUMENT_KINDS:
            yield f"{place}.kind", N_("没有这种资料：%(name)s"), {"name": each.kind}
        for party in set(each.signed_by) - SIGNING_PARTIES.keys():
            yield f"{place}.signed_by", N_("只能是 client 或 company：%(name)s"), {"name": party}
        for other in set(each.beside) - found.keys():
            yield f"{place}.beside", N_("没有这份报告、制度或手册：%(name)s"), {"name": other}
        for text in dict.fromkeys(map(each.text_in, i18n.LANGUAGES)):
            yield from mistakes_in_template_text(text, f"{place}.text")


def mistakes_in_template_text(text: str, place: str) -> Iterator[Mistake]:
    if len(text) > LONGEST_PAPER:
        yield place, N_("最多 %(max)s 个字。"), {"max": LONGEST_PAPER}
    if not text:
        yield place, N_("要写一个词"), {}
    for _field, sentence, values in paper_texts.mistakes_of_text(text):
        yield place, sentence, values
