"""The first page; the field for a code; the language."""

from functools import partial

from flask import Blueprint, redirect, request, session, url_for

from fieldforms import i18n
from fieldforms.errors import N_, Problem
from fieldforms.flow.filling import kept_rooms
from fieldforms.flow.library import form_files
from fieldforms.flow.people.accounts import set_language
from fieldforms.flow.people.actors import may_start_as
from fieldforms.flow.record import label_codes
from fieldforms.flow.sheets import record_numbers
from fieldforms.store.record import records
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, me, person, signed_in
from fieldforms.web.inbox import found_lines, home_parts, inbox_lines

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def show():
    who = person()
    if who is None:
        return redirect(url_for("accounts.sign_in_page"))
    leads = me().role in home_parts.LEADS
    parts = home_parts.parts_of_role(me().role)
    return page.show(
        "inbox/home/show.html",
        turns=inbox_lines.inbox_lines(),
        today=home_parts.part_of_today() if leads else None,
        parts=parts,
        keeps_rooms=bool(parts) and kept_rooms.keeps_rooms(actor().viewer),
        unserved=me().role == "technician" and not parts,  # their clients are all that they have there
        body_class="wide" if leads else "",
        styles=("desk.css",) if leads or not who.session.phone else (),
        begins=form_files.forms_startable_alone(partial(may_start_as, actor())),
        finds=me().role in FINDERS,
    )


FINDERS = ("technician", "dispatcher", "supervisor", "manager", "admin")


@blueprint.get("/find")
@signed_in()
def find():
    """A code typed by hand leads to its device, a number to its sheet; other words to whatever this person may open, a
    code mistyped back here."""
    text = request.args.get("code", "").strip()[:80]
    try:
        return redirect(url_for("codes.show", code=label_codes.normalise_code(text)))
    except label_codes.NotACode as wrong:
        number = record_numbers.number_as_typed(text)
        if number and records.by_number(actor().viewer, number):
            return redirect(url_for("records.show", number=number))
        return found_page(text, number or text, wrong.reason != "length")


def found_page(text: str, words: str, looks_mistyped: bool):
    """`words`: what is looked for, where somebody typed `text`."""
    parts = found_lines.found_parts(words)
    wrong = {}
    if not text or (looks_mistyped and not parts):
        wrong = {"code": page.say(MISTYPED if text else inputs.SENTENCES_OF_NEEDED["code"])}
    shown = {"code": text, "searched": text, "parts": parts, "body_class": "wide", "styles": ("desk.css",)}
    return inputs.input_page("inbox/home/find.html", wrong, **shown)


MISTYPED = N_("编码里有一个字符不对，或者两个字符颠倒了，请再看一下标签。")


@blueprint.post("/language")
def language():
    """This browser's, and the person's own; while a client holds the phone only this browser's."""
    lang = request.form.get("lang", "")
    if lang not in i18n.LANGUAGES:
        raise Problem
    session["lang"] = lang
    who = person()
    if who and not who.session.handed_draft:
        set_language(who.user, lang)
    return redirect(inputs.way_back(request.form.get("next", ""), url_for("home.show")), 303)
