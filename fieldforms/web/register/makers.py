"""Makers: their list, how one is reached, changing that, and two spellings that become one."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.importing.import_kinds import REGISTER_KEEPERS
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.makers import (
    MAKER_COLUMNS,
    MAKER_EDITORS,
    add_maker,
    columns_of_merging,
    edit_maker,
    get_maker,
    maker_to_change,
    makers_alike,
    merge_maker,
)
from fieldforms.store.register import makers
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import DEVICE_READERS, MAKER_RULE
from fieldforms.web.filters import WordsFilter
from fieldforms.web.narrowed_lists import NarrowedList

blueprint = Blueprint("makers", __name__)

MOST_MAKERS = 200
MAKER_FILTERS = (WordsFilter("q", asks="text"),)


@blueprint.get("/makers")
@signed_in(*DEVICE_READERS)
def index():
    narrowed = NarrowedList(MAKER_FILTERS, "makers.index")
    filters = makers.MakerFilters(**narrowed.store_filters)
    found = makers.makers_listed(actor().viewer, filters, MOST_MAKERS + 1)
    values = {
        "makers": found[:MOST_MAKERS],
        "more": len(found) > MOST_MAKERS,
        "narrowed": narrowed,
        "body_class": "wide",
        "styles": ("lists.css",),
        "may_import": me().role in REGISTER_KEEPERS,
        "may_edit": me().role in MAKER_EDITORS,
        "looks_in": page.any_of(N_("厂家名称"), N_("电话"), N_("联系人")),
    }
    if page.is_partial():
        return page.render_block("register/makers/index.html", "results", **values)
    return page.show("register/makers/index.html", **values)


@blueprint.get("/makers/names")
@signed_in(*DEVICE_READERS)
def suggest():
    """Names like what is being typed, as options of the field."""
    found = makers_alike(actor(), request.args.get("manufacturer", "")[:120])
    return page.render_block("register/makers/names.html", "names", makers=found)


@blueprint.get(MAKER_RULE)
@signed_in(*DEVICE_READERS)
def show(maker_id: int):
    maker = get_maker(actor(), maker_id)
    [(devices,)] = makers.count_devices_of_maker(actor().viewer, maker.id)
    return page.show(
        "register/makers/show.html",
        maker=maker,
        devices=devices,
        numbers=list(makers.numbers_on_devices(actor().viewer, maker.id)),
        models=list(makers.models_of_maker(actor().viewer, maker.id)),
        further_facts=register_columns.facts_in_words(MAKER_COLUMNS, maker, page.lang()),
        may_edit=me().role in MAKER_EDITORS,
    )


@blueprint.get("/makers/new")
@signed_in(*MAKER_EDITORS)
def new():
    return new_page({})


@blueprint.post("/makers")
@signed_in(*MAKER_EDITORS)
def create():
    try:
        maker = add_maker(actor(), inputs.posted_texts())
    except Invalid as refused:
        return new_page(inputs.posted_texts(), refused)
    flash(page.say(N_("已添加：%(name)s"), name=maker.name), "success")
    return redirect(url_for("makers.show", maker_id=maker.id), 303)


def new_page(texts, refused: Problem | None = None):
    return inputs.row_page("register/makers/edit.html", MAKER_COLUMNS, texts, refused, maker=None)


@blueprint.get(f"{MAKER_RULE}/edit")
@signed_in(*MAKER_EDITORS)
def edit(maker_id: int):
    maker = maker_to_change(actor(), maker_id)
    return maker_form(maker, register_columns.input_texts(MAKER_COLUMNS, maker.__data__))


@blueprint.post(f"{MAKER_RULE}/edit")
@signed_in(*MAKER_EDITORS)
def change(maker_id: int):
    maker = maker_to_change(actor(), maker_id)
    try:
        edit_maker(actor(), maker_id, inputs.posted_texts(), versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return maker_form(maker, inputs.posted_texts(), refused)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("makers.show", maker_id=maker.id), 303)


def maker_form(maker, texts, refused: Problem | None = None):
    return inputs.edit_page("register/makers/edit.html", MAKER_COLUMNS, texts, refused, maker, maker=maker)


@blueprint.get(f"{MAKER_RULE}/merging")
@signed_in(*MAKER_EDITORS)
def ask_merging(maker_id: int):
    return merging_page_of_maker(maker_to_change(actor(), maker_id), {})


@blueprint.post(f"{MAKER_RULE}/merging")
@signed_in(*MAKER_EDITORS)
def merge(maker_id: int):
    maker = maker_to_change(actor(), maker_id)
    try:
        other = merge_maker(actor(), maker_id, inputs.posted_texts())
    except Invalid as refused:
        return merging_page_of_maker(maker, inputs.posted_texts(), refused)
    flash(page.say(N_("已并入：%(name)s"), name=other.name), "success")
    return redirect(url_for("makers.show", maker_id=other.id), 303)


def merging_page_of_maker(maker, texts, refused: Problem | None = None):
    return inputs.row_page(
        "register/makers/merge.html", columns_of_merging(maker), texts, refused, maker=maker
    )
