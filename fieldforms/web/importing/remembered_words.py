"""What the words of lists mean, as people said: all that is remembered, each to be forgotten."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, NotFound
from fieldforms.flow.importing import imports, remembered_words
from fieldforms.flow.importing.import_kinds import IMPORTERS, header_of_column
from fieldforms.flow.importing.remembered_words import RememberedWord
from fieldforms.web import page
from fieldforms.web.access import actor, me, signed_in

blueprint = Blueprint("remembered_words", __name__, url_prefix="/imports/words")
FORGOTTEN = N_("“%(word)s”不记得了，下次会再问。")


@blueprint.get("")
@signed_in(*IMPORTERS)
def index():
    found = [(kind, remembered_words.words_remembered(kind)) for kind in imports.kinds_for_actor(actor())]
    return page.show(
        "importing/remembered_words/index.html",
        kinds=[(kind, [line_of_word(each) for each in words]) for kind, words in found if words],
    )


def line_of_word(each: RememberedWord) -> dict:
    kind = each.kind.columns[each.column].kind if each.column in each.kind.columns else None
    return {
        "column": each.column,
        "label": header_of_column(each.kind.name, each.column, page.lang()) if kind else each.column,
        "word": each.word,
        "words": kind.text_in_words(each.value, page.lang()) if kind else each.value,
        "by": each.row.by.name,
        "at": each.row.at,
    }


@blueprint.post("")
@signed_in(*IMPORTERS)
def forget():
    kind = imports.kind_for_actor(actor(), request.form.get("kind", ""))
    column, word = request.form.get("column", ""), request.form.get("word", "").replace("\r\n", "\n")
    if not remembered_words.is_remembered(kind.name, column):
        raise NotFound
    remembered_words.forget_word(me().id, kind.name, column, word)
    flash(page.say(FORGOTTEN, word=word), "success")
    return redirect(url_for("remembered_words.index"), 303)
