"""The manual says what the program says: every word in quotation marks stands on a button or a page, in both languages."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import fieldforms
from fieldforms import i18n
from fieldforms.flow.manual import manual_chapters
from fieldforms.flow.manual.manual_chapters import CHAPTERS, MANUAL_LIBRARY, PICTURES, QUICK_CARD
from fieldforms.paper.booklet import BookletHeading, BookletPictures
from tests.manual_pictures import MOST_BYTES

PACKAGE = Path(fieldforms.__file__).parent
FILES = (*CHAPTERS, QUICK_CARD)
QUOTED = {"zh": re.compile("「([^」]+)」"), "en": re.compile("“([^”]+)”")}


def quoted(name: str, lang: str) -> list[str]:
    return QUOTED[lang].findall((MANUAL_LIBRARY / f"{name}.{lang}.toml").read_text("utf-8"))


@cache
def words_on_screen() -> dict[str, set[str]]:
    """Chinese → English, of the program's sentences and of the forms, stages and papers that come with it."""
    found: dict[str, set[str]] = {}
    for chinese, english in i18n.catalogue("en")._catalog.items():  # type: ignore[attr-defined]
        note(found, chinese if isinstance(chinese, str) else chinese[0], english)
    for path in PACKAGE.rglob("*.toml"):
        for text in texts_within(tomllib.loads(path.read_text("utf-8"))):
            note(found, text["zh"], text["en"])
    return found


def note(found: dict[str, set[str]], chinese: str, english: str) -> None:
    found.setdefault(said(chinese), set()).add(said(english))


def said(words: str) -> str:
    """Without the number that follows on the page, 修改记录 3."""
    return re.sub(r"[:：]? ?%\(\w+\)s$", "", words).strip(" ✓·")


def texts_within(value) -> Iterator[dict]:
    if isinstance(value, dict):
        if isinstance(value.get("zh"), str) and isinstance(value.get("en"), str):
            yield value
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from texts_within(each)


@pytest.mark.parametrize("name", FILES)
def test_whatever_it_calls_a_button_is_on_the_screen(name):
    unknown = [words for words in quoted(name, "zh") if words not in words_on_screen()]
    assert unknown == [], "no page says this any more: the manual has to follow"


@pytest.mark.parametrize("name", FILES)
def test_both_languages_speak_of_the_same_buttons(name):
    english = quoted(name, "en")
    for chinese in quoted(name, "zh"):
        assert words_on_screen().get(chinese, set()) & set(english), f"{chinese} is missing in English"
    known = set().union(*(words_on_screen().get(chinese, set()) for chinese in quoted(name, "zh")))
    assert [words for words in english if words not in known] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_both_languages_have_the_same_parts_and_pictures(name):
    zh, en = (manual_chapters.read_chapter(name, lang) for lang in i18n.LANGUAGES)
    assert [block.KIND for block in zh.blocks] == [block.KIND for block in en.blocks]
    assert isinstance(zh.blocks[0], BookletHeading) and zh.title and zh.about and en.title and en.about


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_every_picture_is_there_small_and_used(lang):
    shown = {
        file
        for chapter in manual_chapters.chapters_of_manual(lang)
        for block in chapter.blocks
        if isinstance(block, BookletPictures)
        for file, caption in block.rows
        if caption
    }
    assert shown == {path.relative_to(PICTURES).as_posix() for path in (PICTURES / lang).glob("*")}
    assert all((PICTURES / file).stat().st_size <= MOST_BYTES for file in shown)


@pytest.mark.parametrize("name", CHAPTERS)
def test_nothing_in_a_chapter_is_left_of_its_markup(name):
    for lang in i18n.LANGUAGES:
        for block in manual_chapters.read_chapter(name, lang).blocks:
            assert not re.search(r"[{}#]|^- |^\d\.", getattr(block, "text", ""))
