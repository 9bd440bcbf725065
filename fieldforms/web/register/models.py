"""Models: their list, what devices of one share, changing that, and two spellings that become one."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.documents import documents
from fieldforms.flow.importing.import_kinds import REGISTER_KEEPERS
from fieldforms.flow.register import makers, register_columns
from fieldforms.flow.register.device_models import (
    MODEL_EDITORS,
    edit_model,
    get_model,
    merge_columns,
    merge_model,
    model_columns,
    model_to_change,
    models_alike,
    name_of_model,
)
from fieldforms.i18n import gettext
from fieldforms.store.register import device_models
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import DEVICE_READERS, MODEL_RULE
from fieldforms.web.filters import ChoiceFilter, FilterOptions, WordsFilter
from fieldforms.web.narrowed_lists import NarrowedList

blueprint = Blueprint("models", __name__)

MOST_MODELS = 200


def categories_of_models(_viewer: Viewer, lang: str) -> FilterOptions:
    return [(name, gettext(label, lang)) for name, label in register_columns.CATEGORIES.items()]


MODEL_FILTERS = (
    WordsFilter("q", asks="text"),
    ChoiceFilter("category", N_("类别"), choices=categories_of_models, taps=True),
)


@blueprint.get("/models")
@signed_in(*DEVICE_READERS)
def index():
    narrowed = NarrowedList(MODEL_FILTERS, "models.index")
    filters = device_models.ModelFilters(**narrowed.store_filters)
    found = device_models.models_listed(actor().viewer, filters, MOST_MODELS + 1)
    values = {
        "models": found[:MOST_MODELS],
        "more": len(found) > MOST_MODELS,
        "narrowed": narrowed,
        "categories": register_columns.CATEGORIES,
        "body_class": "wide",
        "styles": ("lists.css",),
        "may_import": me().role in REGISTER_KEEPERS,
        "looks_in": page.any_of(N_("品牌"), N_("型号"), N_("厂家")),
    }
    if page.is_partial():
        return page.render_block("register/models/index.html", "results", **values)
    return page.show("register/models/index.html", **values)


@blueprint.get("/models/names")
@signed_in(*DEVICE_READERS)
def suggest():
    """Names like what is being typed, as options of the field."""
    found = models_alike(actor(), request.args.get("model", "")[:120])
    return page.render_block("register/models/names.html", "names", models=found)


@blueprint.get(MODEL_RULE)
@signed_in(*DEVICE_READERS)
def show(model_id: int):
    model = get_model(actor(), model_id)
    [(devices,)] = device_models.count_devices_of_model(actor().viewer, model.id)
    return page.show(
        "register/models/show.html",
        model=model,
        maker=(maker := makers.get_maker_of(model)),
        numbers_of_maker=makers.numbers_of_maker(maker, model.manufacturer_phone),
        devices=devices,
        categories=register_columns.CATEGORIES,
        further_facts=register_columns.facts_in_words(register_columns.MODEL_COLUMNS, model, page.lang()),
        documents=documents.documents_of_target(actor(), of_model=model.id),
        may_add_documents=me().role in documents.DOCUMENT_KEEPERS,
        may_edit=me().role in MODEL_EDITORS,
    )


@blueprint.get(f"{MODEL_RULE}/edit")
@signed_in(*MODEL_EDITORS)
def edit(model_id: int):
    model = model_to_change(actor(), model_id)
    return model_form(model, register_columns.input_texts(register_columns.MODEL_COLUMNS, model.__data__))


@blueprint.post(f"{MODEL_RULE}/edit")
@signed_in(*MODEL_EDITORS)
def change(model_id: int):
    model = model_to_change(actor(), model_id)
    try:
        edit_model(actor(), model_id, inputs.posted_texts(), versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return model_form(model, inputs.posted_texts(), refused)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("models.show", model_id=model.id), 303)


def model_form(model, texts, refused: Problem | None = None):
    asked = model_columns(model)
    return inputs.edit_page("register/models/edit.html", asked, texts, refused, model, model=model)


@blueprint.get(f"{MODEL_RULE}/merging")
@signed_in(*MODEL_EDITORS)
def ask_merging(model_id: int):
    return merge_page(model_to_change(actor(), model_id), {})


@blueprint.post(f"{MODEL_RULE}/merging")
@signed_in(*MODEL_EDITORS)
def merge(model_id: int):
    model = model_to_change(actor(), model_id)
    try:
        other = merge_model(actor(), model_id, inputs.posted_texts())
    except Invalid as refused:
        return merge_page(model, inputs.posted_texts(), refused)
    flash(page.say(N_("已并入：%(name)s"), name=name_of_model(other)), "success")
    return redirect(url_for("models.show", model_id=other.id), 303)


def merge_page(model, texts, refused: Problem | None = None):
    return inputs.row_page("register/models/merge.html", merge_columns(model), texts, refused, model=model)
