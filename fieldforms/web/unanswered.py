"""Questions nobody has answered yet look the same for everybody: their markup is made once and kept.

Templates ask for it where they show a question, `{{ unanswered(q) or question(q) }}`: there is one source of markup,
the macro. What is kept was made without the request, the person or the page in sight, so that it can hold nothing of
them: only what stands in `Look` went in. A question with an answer, an error, or names that somebody is offered is
never kept. What differs from page to page, the draft's own addresses, is put in afterwards.
"""

from typing import NamedTuple

from flask import current_app
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from fieldforms.forms.questions import Inner, Question

MOST_KEPT = 3000  # the library's forms in both languages are some three hundred, of a kilobyte each
ADDRESSES = ("photo_upload_url", "photo_url", "device_lookup_url")
ADDRESS_MARKS = {name: f"\x00{name}\x00" for name in ADDRESSES}  # no text of a form holds a NUL
NOTHING = dict.fromkeys(("request", "session", "g", "config", "csrf_token", "get_flashed_messages"))


class Look(NamedTuple):
    """All that the markup of an unanswered question depends on."""

    version: str  # of its form: the definition's digest
    name: str
    lang: str
    off: bool  # not relevant now
    suggested: tuple[int, str] | None  # how many "the rest is normal" would take, and where from
    no_camera: bool  # the place forbids cameras


kept: dict[Look, str] = {}


@pass_context
def markup_if_unanswered(context: Context, q: Question | Inner) -> Markup | None:
    """The question's markup on this page; None when it is answered, wrong, or shows names."""
    if q.data is not None or q.errors or q.definition.fields or shows_names(context, q):
        return None
    look = look_of(context, q)
    markup = kept.get(look)
    if markup is None:
        markup = make_markup(look, q)
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[look] = markup
    return Markup(fill_addresses(context, markup) if "\x00" in markup else markup)


def shows_names(context: Context, q: Question | Inner) -> bool:
    """People to choose from, the client's contacts, the room's devices, their backups: not everybody may read them."""
    return bool(
        q.kind.refers == "user"
        or (q.kind.refers == "device" and context.get("room_devices"))
        or (q.definition.backups and context.get("backups"))
        or (context.get("suggestions") or {}).get(q.name)
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
    )


def make_markup(look: Look, q: Question | Inner) -> str:
    """By the macro, with a `Look` and no more to look at."""
    seen = {
        "lang": look.lang,
        "irrelevant": {look.name} if look.off else (),
        "suggested": {look.name: dict(zip(("count", "source"), look.suggested, strict=True))} if look.suggested else {},
        "no_camera": look.no_camera,
        "photo_url": lambda _digest: ADDRESS_MARKS["photo_url"],
        "photo_upload_url": ADDRESS_MARKS["photo_upload_url"],
        "device_lookup_url": ADDRESS_MARKS["device_lookup_url"],
    }  # fmt: skip
    macros = current_app.jinja_env.get_template("macros.html").make_module(NOTHING | seen)
    return str(macros.question(q))  # type: ignore[attr-defined]


def fill_addresses(context: Context, markup: str) -> str:
    """With this page's addresses in their places."""
    photo_url = context.get("photo_url")
    addresses = {name: context.get(name) or "" for name in ADDRESSES}
    addresses["photo_url"] = photo_url("0" * 64) if photo_url else ""
    for name, place in ADDRESS_MARKS.items():
        markup = markup.replace(place, escape(addresses[name]))
    return markup
