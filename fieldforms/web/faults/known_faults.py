"""Known faults: their list, the page of one, and what the dispatcher does with them."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, BadPhoto, ChangedMeanwhile, Invalid, NotFound, Problem
from fieldforms.flow import form_changes
from fieldforms.flow.faults.grown_faults import names_of_source
from fieldforms.flow.faults.known_faults import (
    FAULT_KEEPERS,
    FAULT_READERS,
    add_photo,
    edit_fault,
    every_subject,
    fault_to_change,
    fault_to_read,
    look_at_fault,
    merge_fault,
    photos_to_show,
    possible_doubles,
    reinstate_fault,
    retire_fault,
    subjects_to_keep,
    table_to_edit,
    tries_at_sheet,
    values_of_fault,
    words_of_subject,
    write_fault,
)
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.device_models import name_of_model
from fieldforms.i18n import gettext
from fieldforms.store.faults import known_faults
from fieldforms.store.files import files
from fieldforms.store.record import records
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import KNOWN_FAULT_RULE
from fieldforms.web.faults.known_fault_forms import known_fault_form
from fieldforms.web.file_responses import jpeg_response
from fieldforms.web.filters import (
    ChoiceFilter,
    FilterOptions,
    FlagFilter,
    RowFilter,
    WordsFilter,
)
from fieldforms.web.narrowed_lists import NarrowedList

blueprint = Blueprint("known_faults", __name__)
FAULTS_ON_A_PAGE = 30


# The list


def categories_to_narrow(viewer: Viewer, lang: str) -> FilterOptions:
    """Of the known faults there are, and of their models."""
    used = {each for pair in known_faults.categories_with_faults(viewer) for each in pair if each}
    order = [each for each in register_columns.CATEGORIES if each in used]
    order += sorted(used - register_columns.CATEGORIES.keys())
    return [(each, gettext(register_columns.CATEGORIES.get(each, each), lang)) for each in order]


def models_to_narrow(viewer: Viewer, lang: str) -> FilterOptions:
    return [(str(model.id), name_of_model(model)) for model in known_faults.models_with_faults(viewer)]


def keeps_faults(viewer: Viewer) -> bool:
    return viewer.role in FAULT_KEEPERS


KNOWN_FAULT_FILTERS = (
    WordsFilter("q", asks="text"),
    RowFilter("model", N_("型号"), choices=models_to_narrow),
    ChoiceFilter("category", N_("类别"), choices=categories_to_narrow, taps=True),
    FlagFilter("unseen", chip=N_("等您看"), taps=True, may_ask=keeps_faults),
    FlagFilter("retired", chip=N_("已停用"), taps=True, may_ask=keeps_faults),
)


@blueprint.get("/known-faults")
@signed_in(*FAULT_READERS)
def index():
    narrowed = NarrowedList(KNOWN_FAULT_FILTERS, "known_faults.index")
    before = request.args.get("before", type=inputs.whole_number)
    wanted = known_faults.KnownFaultFilters(**narrowed.store_filters, before=before)
    found = known_faults.page_of_faults(actor().viewer, wanted, FAULTS_ON_A_PAGE + 1)
    shown = found[:FAULTS_ON_A_PAGE]
    values = {
        "faults": shown,
        "following": narrowed.address(before=str(shown[-1].id)) if len(found) > len(shown) else "",
        "first_page": before is None,
        "narrowed": narrowed,
        "subject_of": subject_in_words,
        "may_keep": keeps_faults(actor().viewer),
        "looks_in": page.any_of(N_("故障现象"), N_("故障原因"), N_("处理方法"), N_("型号")),
        "body_class": "wide",
    }
    if page.is_partial():
        return page.render_block("faults/known_faults/index.html", "results", **values)
    return page.show("faults/known_faults/index.html", **values)


def subject_in_words(fault) -> str:
    return words_of_subject(fault, page.lang())


# One


@blueprint.get(KNOWN_FAULT_RULE)
@signed_in(*FAULT_READERS)
def show(fault_id: int):
    fault = fault_to_read(actor(), fault_id)
    if fault.merged_into_id:
        return redirect(url_for("known_faults.show", fault_id=fault.merged_into_id))
    return fault_page(fault)


def fault_page(fault, refused: Problem | None = None):
    """`refused`: the photo that was sent to it."""
    who = actor()
    shown = photos_to_show(who, fault)
    source = records.by_number(who.viewer, fault.record) if fault.record else None
    return page.show(
        "faults/known_faults/show.html",
        422 if refused else 200,
        fault=fault,
        subject=subject_in_words(fault),
        refused=page.say(refused.sentence, **refused.values) if refused else "",
        takes_photos=len(shown) == len(fault.photos),
        photos=[(digest, address_of_photo(fault, digest)) for digest in shown],
        source=source.row if source else None,
        tries=tries_at_sheet(who, ""),
        may_keep=me().role in FAULT_KEEPERS,
    )


def address_of_photo(fault, digest: str) -> str:
    return url_for("known_faults.photo", fault_id=fault.id, digest=digest)


@blueprint.get(f"{KNOWN_FAULT_RULE}/photos/<digest>")
@signed_in(*FAULT_READERS)
def photo(fault_id: int, digest: str):
    """A photo that this very known fault names. Raises NotFound."""
    fault = fault_to_read(actor(), fault_id)
    body = files.read_file(digest) if digest in photos_to_show(actor(), fault) else None
    if body is None:
        raise NotFound
    return jpeg_response(body)


# What its keepers do


@blueprint.post(f"{KNOWN_FAULT_RULE}/photos")
@signed_in(*FAULT_KEEPERS)
def add_photos(fault_id: int):
    fault = fault_to_change(actor(), fault_id)
    sent = [body for file in request.files.getlist("photos") if (body := file.read())]
    try:
        if not sent:
            raise BadPhoto(why=N_("还没有选照片"))
        for body in sent:
            add_photo(actor(), fault_id, body)
    except BadPhoto as refused:
        return fault_page(fault_to_change(actor(), fault.id), refused)
    flash(page.say(N_("已保存。")), "success")
    return to_fault(fault_id)


@blueprint.get("/known-faults/new")
@signed_in(*FAULT_KEEPERS)
def new():
    subjects = every_subject(page.lang())
    model = f"model-{request.args.get('model', 0, inputs.whole_number)}"
    return new_form({"about": model if model in subjects else ""}, None)


@blueprint.post("/known-faults")
@signed_in(*FAULT_KEEPERS)
def create():
    try:
        fault = write_fault(actor(), inputs.posted_texts(), page.lang())
    except Invalid as refused:
        return new_form({}, refused)
    flash(page.say(N_("已记下。")), "success")
    return to_fault(fault.id)


def new_form(texts, refused: Problem | None):
    action = url_for("known_faults.create")
    return known_fault_form(
        texts, refused, every_subject(page.lang()), action=action, fault=None, growth=None
    )


@blueprint.get(f"{KNOWN_FAULT_RULE}/edit")
@signed_in(*FAULT_KEEPERS)
def edit(fault_id: int):
    return edit_form(fault_to_change(actor(), fault_id), None)


@blueprint.post(KNOWN_FAULT_RULE)
@signed_in(*FAULT_KEEPERS)
def change(fault_id: int):
    fault = fault_to_change(actor(), fault_id)
    given, names = inputs.posted_texts(), names_of_source(fault)
    try:
        edit_fault(actor(), fault_id, given, page.lang(), names, versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return edit_form(fault, refused)
    flash(page.say(N_("已保存。")), "success")
    return to_fault(fault_id)


def edit_form(fault, refused: Problem | None):
    subjects = subjects_to_keep(fault, page.lang())
    texts = form_changes.texts_of_values(table_to_edit(actor(), fault, page.lang()), values_of_fault(fault))
    photos = [(digest, address_of_photo(fault, digest)) for digest in photos_to_show(actor(), fault)]
    action = url_for("known_faults.change", fault_id=fault.id)
    return known_fault_form(texts, refused, subjects, photos, action=action, fault=fault, growth=None)


@blueprint.post(f"{KNOWN_FAULT_RULE}/look")
@signed_in(*FAULT_KEEPERS)
def look(fault_id: int):
    look_at_fault(actor(), fault_id)
    flash(page.say(N_("已看过。")), "success")
    return to_fault(fault_id)


@blueprint.get(f"{KNOWN_FAULT_RULE}/merging")
@signed_in(*FAULT_KEEPERS)
def choose_double(fault_id: int):
    return merging_page(fault_to_change(actor(), fault_id), None)


@blueprint.post(f"{KNOWN_FAULT_RULE}/merging")
@signed_in(*FAULT_KEEPERS)
def merge(fault_id: int):
    try:
        into = merge_fault(actor(), fault_id, request.form.get("into", type=inputs.whole_number))
    except Invalid as refused:
        return merging_page(fault_to_change(actor(), fault_id), refused)
    flash(page.say(N_("已并入这一条。")), "success")
    return to_fault(into.id)


def merging_page(fault, refused: Problem | None):
    return page.show(
        "faults/known_faults/merge.html",
        422 if refused else 200,
        fault=fault,
        subject=subject_in_words(fault),
        doubles=possible_doubles(actor(), fault),
        subject_of=subject_in_words,
        **inputs.refusal_context(refused),
    )


@blueprint.get(f"{KNOWN_FAULT_RULE}/retirement")
@signed_in(*FAULT_KEEPERS)
def retirement(fault_id: int):
    fault = fault_to_change(actor(), fault_id)
    return page.show("faults/known_faults/retire.html", fault=fault, subject=subject_in_words(fault))


@blueprint.post(f"{KNOWN_FAULT_RULE}/retirement")
@signed_in(*FAULT_KEEPERS)
def retire(fault_id: int):
    retire_fault(actor(), fault_id)
    flash(page.say(N_("已停用：以后不再提示。")), "success")
    return to_fault(fault_id)


@blueprint.post(f"{KNOWN_FAULT_RULE}/reinstatement")
@signed_in(*FAULT_KEEPERS)
def reinstate(fault_id: int):
    reinstate_fault(actor(), fault_id)
    flash(page.say(N_("已恢复使用。")), "success")
    return to_fault(fault_id)


def to_fault(fault_id: int):
    return redirect(url_for("known_faults.show", fault_id=fault_id), 303)
