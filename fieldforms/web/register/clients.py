"""Clients: their list, a client's file, and changing it."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.faults import targets
from fieldforms.flow.importing.import_kinds import IMPORTERS
from fieldforms.flow.register import contracts, register_columns
from fieldforms.flow.register.clients import (
    CLIENT_EDITORS,
    CLIENT_READERS,
    add_client,
    client_in_scope,
    client_to_change,
    edit_client,
)
from fieldforms.store.register import clients, still_open
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import CLIENT_RULE
from fieldforms.web.register import client_pages

blueprint = Blueprint("clients", __name__)


@blueprint.get("/clients")
@signed_in(*CLIENT_READERS)
def index():
    """Those in use; the retired ones on a page of their own (`retired=1`)."""
    viewer, retired = actor().viewer, request.args.get("retired") == "1"
    gone = still_open.retired_clients(viewer)
    return page.show(
        "register/clients/index.html",
        clients=[
            (client, contracts.served_until(client))
            for client in (gone if retired else clients.seen_by(viewer))
        ],
        retired=retired,
        retired_count=len(gone),
        words=register_columns.CLIENT_TYPES,
        may_add=me().role in CLIENT_EDITORS,
        may_import=me().role in IMPORTERS,
        may_set_targets=me().role in targets.SETTERS,
        body_class="wide",
        styles=("lists.css",),
    )


@blueprint.get(CLIENT_RULE)
@signed_in(*CLIENT_READERS)
def show(client_id: int):
    return client_pages.client_file_page(client_in_scope(actor(), client_id))


@blueprint.get("/clients/new")
@signed_in(*CLIENT_EDITORS)
def new():
    return client_page({"reporting": "1", "language": "zh"}, url_for("clients.create"))


@blueprint.post("/clients")
@signed_in(*CLIENT_EDITORS)
def create():
    try:
        client = add_client(actor(), inputs.posted_texts())
    except Invalid as refused:
        return client_page(inputs.posted_texts(), url_for("clients.create"), refused)
    flash(page.say(N_("已添加：%(name)s"), name=client.name), "success")
    return redirect(url_for("clients.show", client_id=client.id), 303)


@blueprint.get(f"{CLIENT_RULE}/edit")
@signed_in(*CLIENT_EDITORS)
def edit(client_id: int):
    client = client_to_change(actor(), client_id)
    known = register_columns.input_texts(register_columns.CLIENT_COLUMNS, client.__data__)
    return client_page(known, url_for("clients.change", client_id=client.id), client=client)


@blueprint.post(CLIENT_RULE)
@signed_in(*CLIENT_EDITORS)
def change(client_id: int):
    client = client_to_change(actor(), client_id)
    try:
        edit_client(actor(), client_id, inputs.posted_texts(), versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return client_page(
            inputs.posted_texts(), url_for("clients.change", client_id=client.id), refused, client
        )
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("clients.show", client_id=client.id), 303)


def client_page(texts, action: str, refused: Problem | None = None, client=None):
    return inputs.page_of_row(
        "register/clients/edit.html",
        register_columns.CLIENT_COLUMNS,
        texts,
        refused,
        client,
        action=action,
        client=client,
    )
