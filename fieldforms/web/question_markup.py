"""A question looks the same for everybody, but for its answer: its markup is made once and kept, with marks where the
answer and this page's addresses go.

Templates ask for it where they show a question, `{{ kept(q) or question(q) }}`: there is one source of markup, the macro.
What is kept was made without the request, the person or the page in sight, so that it can hold nothing of them: only what
stands in `Look` went in. A question with an error, or one that shows people or devices, is never kept.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from flask import current_app
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from fieldforms.forms.questions import Inner, Question

MOST_KEPT = 3000  # the library's forms in both languages are some five hundred, of a kilobyte each
MARK = re.compile("\x00([a-z_]+)\x00")  # no text of a form holds a NUL
NOTHING = dict.fromkeys(("request", "session", "g", "config", "csrf_token", "get_flashed_messages"))


class Look(NamedTuple):
    """All that the markup of a question depends on, but for what is put in where the marks are."""

    version: str  # of its form: the definition's digest
    name: str
    lang: str
    off: bool  # not relevant now
    suggested: tuple[int, str] | None  # how many "the rest is normal" would take, and where from
    no_camera: bool  # the place forbids cameras
    offers: bool  # texts are offered to choose from
    chosen: str | None  # of few


kept: dict[Look, list[str]] = {}  # → text, mark, text, mark, … text


@pass_context
def kept_markup(context: Context, q: Question | Inner) -> Markup | None:
    """The question's markup on this page; None where it is to be made."""
    if q.errors or q.definition.fields or not may_be_kept(q) or shows_names(context, q):
        return None
    look = look_of(context, q)
    parts = kept.get(look)
    if parts is None:
        parts = MARK.split(make_markup(look, q))
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[look] = parts
    if len(parts) == 1:
        return Markup(parts[0])
    filled = parts.copy()
    filled[1::2] = [MARKUP_BY_NAME[name](context, q) for name in parts[1::2]]
    return Markup("".join(filled))


def may_be_kept(q: Question | Inner) -> bool:
    if q.data is None:
        return True
    if q.kind.one_of_few:
        return any(choice.name == q.data for choice in q.kind.choices(q.definition))
    return q.kind.is_one_text and q.kind.fits(q.data)


def shows_names(context: Context, q: Question | Inner) -> bool:
    """People to choose from, the room's devices, their backups: not everybody may read them."""
    return bool(
        q.kind.refers == "user"
        or (q.kind.refers == "device" and context.get("room_devices"))
        or (q.definition.backups and context.get("backups"))
    )


def look_of(context: Context, q: Question | Inner) -> Look:
    number = (context.get("suggested") or {}).get(q.name)
    return Look(
        q.version,
        q.name,
        context["lang"],
        q.name in (context.get("irrelevant") or ()),
        (number["count"], number["source"]) if number else None,
        bool(context.get("no_camera")),
        bool(texts_offered(context, q)),
        str(q.data) if q.kind.one_of_few and q.data is not None else None,
    )


def texts_offered(context: Context, q: Question | Inner) -> list[str]:
    return (context.get("suggestions") or {}).get(q.name) or []


def make_markup(look: Look, q: Question | Inner) -> str:
    """By the macro, with a `Look` and no more to look at."""
    seen = {
        "lang": look.lang,
        "irrelevant": {look.name} if look.off else (),
        "suggested": {look.name: dict(zip(("count", "source"), look.suggested, strict=True))} if look.suggested else {},
        "suggestions": {look.name: [mark("texts_offered")]} if look.offers else {},
        "no_camera": look.no_camera,
        "photo_url": lambda _digest: mark("photo_url"),
        "photo_upload_url": mark("photo_upload_url"),
        "device_lookup_url": mark("device_lookup_url"),
    }  # fmt: skip
    answer = look.chosen if q.kind.one_of_few else mark("answer") if q.kind.is_one_text else None
    macros = current_app.jinja_env.get_template("macros.html").make_module(NOTHING | seen)
    return str(macros.question(Inner(q.definition, answer, [], q.version)))  # type: ignore[attr-defined]


def mark(name: str) -> str:
    return f"\x00{name}\x00"


def options_offered(context: Context, q: Question | Inner) -> str:
    """In the place of one `<option value="…"></option>`: as many as there are texts."""
    return '"></option><option value="'.join(escape(text) for text in texts_offered(context, q))


def answer_as_text(_context: Context, q: Question | Inner) -> str:
    return "" if q.data is None else escape(q.data)


MARKUP_BY_NAME: dict[str, Callable[[Context, Question | Inner], str]] = {
    "answer": answer_as_text,
    "texts_offered": options_offered,
    "photo_url": lambda context, q: escape(context["photo_url"]("0" * 64)) if context.get("photo_url") else "",
    "photo_upload_url": lambda context, q: escape(context.get("photo_upload_url") or ""),
    "device_lookup_url": lambda context, q: escape(context.get("device_lookup_url") or ""),
}  # fmt: skip
