"""The chapters of the manual as data: one file for each role and language in library/, written as docs/papers.md says.

A picture is what `make screenshots` took of the running program (fieldforms/static/manual/<language>/<name>.webp).
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from fieldforms.errors import N_, NotFound
from fieldforms.i18n import gettext
from fieldforms.paper import booklet_text
from fieldforms.paper.booklet import Booklet, BookletBlock, BookletPictures, render_booklet
from fieldforms.paper.quick_guide import GuidePart, QuickGuide

MANUAL_LIBRARY = Path(__file__).with_name("library")
PICTURES = Path(__file__).parent.parent.parent / "static" / "manual"
# In the order in which they are offered; whose account opens at which.
CHAPTERS = ("technician", "supervisor", "dispatcher", "admin", "office", "client")
CHAPTER_OF_ROLE = {"manager": "office", "hr": "office"}
QUICK_CARD = "quick-card"
MANUAL = N_("使用手册")


@dataclass(frozen=True)
class ManualChapter:
    """`title`: whom it is for; `about`: what is in it; `blocks`: as a booklet has them."""

    name: str
    lang: str
    title: str
    about: str
    blocks: tuple[BookletBlock, ...]


def chapters_of_manual(lang: str) -> list[ManualChapter]:
    return [read_chapter(name, lang) for name in CHAPTERS]


@cache
def read_chapter(name: str, lang: str) -> ManualChapter:
    """Raises NotFound."""
    if name not in CHAPTERS:
        raise NotFound
    data = data_of_chapter(name, lang)
    captions = data.get("pictures", {})
    blocks = booklet_text.blocks_of_lines(
        data["text"], captions, lambda names: [pictures_of_lines(names, captions, lang)]
    )
    return ManualChapter(name, lang, data["title"], data["about"], tuple(blocks))


def data_of_chapter(name: str, lang: str) -> dict:
    return tomllib.loads((MANUAL_LIBRARY / f"{name}.{lang}.toml").read_text("utf-8"))


def pictures_of_lines(names: Iterable[str], captions: dict[str, str], lang: str) -> BookletPictures:
    return BookletPictures(tuple((f"{lang}/{name}.webp", captions[name]) for name in names))


def chapter_of_role(role: str) -> str:
    return CHAPTER_OF_ROLE.get(role, role)


@lru_cache(maxsize=16)  # anybody may ask for it, and it takes some tenths of a second
def chapter_as_pdf(asked: ManualChapter, company: str, service_phone: str, day: int) -> bytes:
    """PDF/A-3b. `day`: UTC milliseconds, when it was printed."""
    booklet = Booklet(
        lang=asked.lang,
        company=company,
        title=gettext(MANUAL, asked.lang),
        about=asked.title,
        blocks=asked.blocks,
        footer=service_phone,
    )
    return render_booklet(booklet, timestamp_ms=day, folder=PICTURES)


def quick_card(lang: str, company: str, service_phone: str, url: str) -> QuickGuide:
    """What a technician carries along, on half a page. `url`: of this installation, in the QR code."""
    data = data_of_chapter(QUICK_CARD, lang)
    return QuickGuide(
        lang=lang,
        company=company,
        title=company,
        room=data["title"],
        place="",
        parts=tuple(GuidePart(**part | {"lines": tuple(part["lines"])}) for part in data["part"]),
        url=url,
        scan=data["scan"],
        phones=((data["call"], service_phone),),
        footer=url,
        size="a5",
    )
