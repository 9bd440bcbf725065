"""What the words of lists mean and where their columns go, as people said: all that is remembered, each to be forgotten."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, NotFound
from fieldforms.flow.importing import imports, remembered_words
from fieldforms.flow.importing.choices import LEAVES_OUT, NAMES_DECIDE
from fieldforms.flow.importing.device_rows import CATEGORY_OF_NAMES, ROWS_LEFT_OUT
from fieldforms.flow.importing.header_rows import LEFT_OUT
from fieldforms.flow.importing.import_kinds import IMPORTERS, ImportKind, header_of_column
from fieldforms.flow.importing.remembered_words import RememberedColumn, RememberedWord
from fieldforms.web import page
from fieldforms.web.access import actor, me, signed_in

blueprint = Blueprint("remembered_words", __name__, url_prefix="/imports/words")
COLUMN_OF_LIST, NOT_IMPORTED = N_("表里的列"), N_("不导入")
COLUMN_FORGOTTEN = N_("“%(word)s”这一列不记得了，下次照表头重新看。")
FORGOTTEN = N_("“%(word)s”不记得了，下次会再问。")


@blueprint.get("")
@signed_in(*IMPORTERS)
def index():
    found = [(kind, lines_of_kind(kind)) for kind in imports.kinds_for_actor(actor())]
    return page.show(
        "importing/remembered_words/index.html", kinds=[(kind, lines) for kind, lines in found if lines]
    )


def lines_of_kind(kind: ImportKind) -> list[dict]:
    columns = [line_of_column(each) for each in remembered_words.columns_remembered(kind)]
    return columns + [line_of_word(each) for each in remembered_words.words_remembered(kind)]


def line_of_column(each: RememberedColumn) -> dict:
    goes = each.destination
    label = header_of_column(each.kind.name, goes, page.lang()) if goes in each.kind.columns else goes
    return {
        "label": page.say(COLUMN_OF_LIST),
        "word": each.header,
        "words": page.say(NOT_IMPORTED) if goes == LEFT_OUT else label,
        "by": each.row.by.name,
        "at": each.row.at,
        "said": {"kind": each.kind.name, "header": each.header},
    }


def line_of_word(each: RememberedWord) -> dict:
    kind = each.kind.columns[each.column].kind if each.column in each.kind.columns else None
    return {
        "label": header_of_column(each.kind.name, each.column, page.lang()) if kind else each.column,
        "word": each.word,
        "words": words_of_meaning(kind, each.value),
        "by": each.row.by.name,
        "at": each.row.at,
        "said": {"kind": each.kind.name, "column": each.column, "word": each.word},
    }


MEANINGS_BESIDE = {NAMES_DECIDE: CATEGORY_OF_NAMES, LEAVES_OUT: ROWS_LEFT_OUT}


def words_of_meaning(kind, value: str) -> str:
    if value in MEANINGS_BESIDE:
        return page.say(MEANINGS_BESIDE[value])
    return kind.text_in_words(value, page.lang()) if kind else value


@blueprint.post("")
@signed_in(*IMPORTERS)
def forget():
    kind = imports.kind_for_actor(actor(), request.form.get("kind", ""))
    if header := request.form.get("header", ""):
        remembered_words.forget_column(me().id, kind.name, header)
        flash(page.say(COLUMN_FORGOTTEN, word=header), "success")
        return redirect(url_for("remembered_words.index"), 303)
    column, word = request.form.get("column", ""), request.form.get("word", "").replace("\r\n", "\n")
    if not remembered_words.is_remembered(kind.name, column):
        raise NotFound
    remembered_words.forget_word(me().id, kind.name, column, word)
    flash(page.say(FORGOTTEN, word=word), "success")
    return redirect(url_for("remembered_words.index"), 303)
