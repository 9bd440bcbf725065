"""The program's own manual, for whoever wants to read it: it shows the demonstration and nobody's data."""

import re

from flask import Blueprint
from markupsafe import Markup, escape

from fieldforms import config
from fieldforms.flow.manual import manual_chapters
from fieldforms.flow.manual.manual_chapters import CHAPTERS, MANUAL
from fieldforms.paper.quick_guide import render_quick_guide
from fieldforms.store import clock
from fieldforms.web import page
from fieldforms.web.access import person
from fieldforms.web.file_responses import pdf_file

blueprint = Blueprint("manual", __name__)
CHAPTER_RULE = f"/manual/<any({','.join(CHAPTERS)}):chapter>"
WORDS_ON_SCREEN = re.compile("(「[^」]+」|“[^”]+”)")


@blueprint.get("/manual")
def index():
    return page.show("manual/manual/index.html", chapters=own_chapter_first())


def own_chapter_first() -> list[manual_chapters.ManualChapter]:
    found, reader = manual_chapters.chapters_of_manual(page.lang()), person()
    own = manual_chapters.chapter_of_role(reader.role) if reader else ""
    return sorted(found, key=lambda each: each.name != own)


@blueprint.get(CHAPTER_RULE)
def show(chapter: str):
    return page.show(
        "manual/manual/show.html",
        chapter=manual_chapters.read_chapter(chapter, page.lang()),
        others=[each for each in manual_chapters.chapters_of_manual(page.lang()) if each.name != chapter],
        marked=mark_words_on_screen,
    )


def mark_words_on_screen(line: str) -> Markup:
    """What stands on a button or a page in so many words."""
    parts = WORDS_ON_SCREEN.split(line)
    return Markup("").join(
        Markup("<b>{}</b>").format(part) if at % 2 else escape(part) for at, part in enumerate(parts)
    )


@blueprint.get(f"{CHAPTER_RULE}.pdf")
def pdf(chapter: str):
    asked = manual_chapters.read_chapter(chapter, page.lang())
    today = clock.now() // clock.DAY_MS * clock.DAY_MS
    body = manual_chapters.chapter_as_pdf(asked, *whose(), today)
    return pdf_file(body, page.say(MANUAL), asked.title)


@blueprint.get("/manual/quick-card.pdf")
def quick_card():
    card = manual_chapters.quick_card(page.lang(), *whose(), page.public_origin())
    return pdf_file(render_quick_guide(card, timestamp_ms=clock.now()), card.room)


def whose() -> tuple[str, str]:
    return config.current.company_name(page.lang()), config.current.service_phone
