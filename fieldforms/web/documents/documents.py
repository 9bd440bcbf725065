"""The library's list, a document's page, and putting documents into it."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, BadDocument, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.documents import document_reading, documents
from fieldforms.flow.documents.document_columns import (
    ADDING_COLUMNS,
    CONFIGURATION,
    DOCUMENT_COLUMNS,
    DOCUMENT_KINDS,
    VERSION_COLUMNS,
)
from fieldforms.flow.documents.document_targets import (
    TARGETS,
    DocumentTarget,
    target_of_document,
    target_of_values,
)
from fieldforms.flow.documents.documents import DOCUMENT_KEEPERS, DOCUMENT_READERS, DOCUMENT_RETIRERS
from fieldforms.flow.register import register_columns
from fieldforms.store.documents.documents import DocumentFilters, models_with_documents
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in, takes_up_to
from fieldforms.web.addresses import DOCUMENT_RULE
from fieldforms.web.documents.document_pages import (
    address_of_target,
    document_page,
    facts_of_target,
    found_documents,
)
from fieldforms.web.documents.upload_pages import FILE_INPUT, MOST_BODY, file_page, no_file
from fieldforms.web.filters import (
    ChoiceFilter,
    FilterOptions,
    FlagFilter,
    RowFilter,
    WordsFilter,
    options_of_clients,
    options_of_table,
)
from fieldforms.web.narrowed_lists import NarrowedList

blueprint = Blueprint("documents", __name__)


def options_of_models(viewer: Viewer, lang: str) -> FilterOptions:
    return [(str(row.id), f"{row.brand} {row.name}".strip()) for row in models_with_documents(viewer)]


DOCUMENT_FILTERS = (
    WordsFilter("q", asks="text"),
    ChoiceFilter("kind", N_("种类"), choices=options_of_table(DOCUMENT_KINDS)),
    RowFilter("client", N_("客户"), choices=options_of_clients),
    RowFilter("model", N_("型号"), asks="of_model", choices=options_of_models),
    FlagFilter("retired", N_("已停用的"), chip=N_("已停用")),
)


@blueprint.get("/documents")
@signed_in(*DOCUMENT_READERS)
def index():
    narrowed = NarrowedList(DOCUMENT_FILTERS, "documents.index")
    before = request.args.get("before", type=inputs.whole_number)
    hits, following = found_documents(
        actor().viewer, DocumentFilters(**narrowed.store_filters, before=before or None)
    )
    values = {
        "hits": hits,
        "narrowed": narrowed,
        "first_page": not before,
        "body_class": "wide",
        "styles": ("lists.css",),
        "following": narrowed.address(before=str(following)) if following else "",
        "may_add": me().role in DOCUMENT_KEEPERS,
    }
    if page.is_partial():
        return page.render_block("documents/documents/index.html", "results", **values)
    return page.show("documents/documents/index.html", **values)


@blueprint.get(DOCUMENT_RULE)
@signed_in(*DOCUMENT_READERS)
def show(document_id: int):
    """`page`: where it is opened; `version`: its number, by default the newest."""
    document = document_reading.open_document(actor(), document_id)
    number = request.args.get("version", type=inputs.whole_number)
    version = document_reading.version_of_document(document, number or document.latest)
    return document_page(document, version, request.args.get("page", 1, inputs.whole_number))


@blueprint.get("/documents/new")
@signed_in(*DOCUMENT_KEEPERS)
def new():
    target = target_of_request(request.args)
    kind = request.args.get("kind", "")
    return upload_page(target, {"kind": kind if kind in DOCUMENT_KINDS else "manual"})


@blueprint.post("/documents")
@takes_up_to(MOST_BODY)
@signed_in(*DOCUMENT_KEEPERS)
def create():
    target, file = target_of_request(request.form), request.files.get(FILE_INPUT)
    try:
        if not file or not file.filename:
            raise no_file()
        document = documents.add_document(
            actor(), target, inputs.posted_texts(), file.stream, file.filename or ""
        )
    except (Invalid, BadDocument) as refused:
        return upload_page(target, inputs.posted_texts(), refused)
    flash(page.say(N_("已添加：%(name)s"), name=document.title), "success")
    return to_document(document)


def target_of_request(values) -> DocumentTarget:
    return target_of_values(actor(), {name: values.get(name, type=inputs.whole_number) for name in TARGETS})


def upload_page(target: DocumentTarget, texts, refused: Problem | None = None):
    configured = target.device is not None and texts.get("kind") == CONFIGURATION
    return file_page(
        ADDING_COLUMNS,
        texts,
        refused,
        action=url_for("documents.create"),
        target=facts_of_target(target),
        asked=target.form_values,
        heading=N_("添加配置备份") if configured else N_("添加资料"),
        document=None,
    )


@blueprint.get(f"{DOCUMENT_RULE}/edit")
@signed_in(*DOCUMENT_KEEPERS)
def edit(document_id: int):
    document = documents.document_to_change(actor(), document_id)
    return edit_page(register_columns.input_texts(DOCUMENT_COLUMNS, document.__data__), document)


@blueprint.post(f"{DOCUMENT_RULE}/edit")
@signed_in(*DOCUMENT_KEEPERS)
def change(document_id: int):
    document = documents.document_to_change(actor(), document_id)
    try:
        documents.edit_document(actor(), document_id, inputs.posted_texts(), versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return edit_page(inputs.posted_texts(), document, refused)
    flash(page.say(N_("已保存。")), "success")
    return to_document(document)


def edit_page(texts, document, refused: Problem | None = None):
    return inputs.edit_page(
        "documents/documents/edit.html", DOCUMENT_COLUMNS, texts, refused, document, document=document
    )


@blueprint.get(f"{DOCUMENT_RULE}/versions")
@signed_in(*DOCUMENT_KEEPERS)
def new_version(document_id: int):
    return version_page(documents.document_to_change(actor(), document_id), {})


@blueprint.post(f"{DOCUMENT_RULE}/versions")
@takes_up_to(MOST_BODY)
@signed_in(*DOCUMENT_KEEPERS)
def add_version(document_id: int):
    document, file = documents.document_to_change(actor(), document_id), request.files.get(FILE_INPUT)
    try:
        if not file or not file.filename:
            raise no_file()
        texts = inputs.posted_texts()
        documents.supersede_version(actor(), document_id, texts, file.stream, file.filename or "")
    except (Invalid, BadDocument) as refused:
        return version_page(document, inputs.posted_texts(), refused)
    flash(page.say(N_("新版本已添加，旧的还在。")), "success")
    return to_document(document)


def version_page(document, texts, refused: Problem | None = None):
    return file_page(
        VERSION_COLUMNS,
        texts,
        refused,
        action=url_for("documents.add_version", document_id=document.id),
        target=facts_of_target(target_of_document(document)),
        asked={},
        heading=N_("上传新版本"),
        document=document,
    )


@blueprint.get(f"{DOCUMENT_RULE}/retirement")
@signed_in(*DOCUMENT_RETIRERS)
def retirement(document_id: int):
    document = documents.document_to_retire(actor(), document_id)
    return page.show("documents/documents/retire.html", document=document)


@blueprint.post(f"{DOCUMENT_RULE}/retirement")
@signed_in(*DOCUMENT_RETIRERS)
def retire(document_id: int):
    document = documents.retire_document(actor(), document_id)
    flash(page.say(N_("已停用：%(name)s"), name=document.title), "success")
    return redirect(address_of_target(target_of_document(document)) or url_for("documents.index"), 303)


@blueprint.post(f"{DOCUMENT_RULE}/return")
@signed_in(*DOCUMENT_RETIRERS)
def bring_back(document_id: int):
    document = documents.bring_document_back(actor(), document_id)
    flash(page.say(N_("又在用了：%(name)s"), name=document.title), "success")
    return to_document(document)


def to_document(document):
    return redirect(url_for("documents.show", document_id=document.id), 303)
