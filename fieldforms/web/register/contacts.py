"""A client's contacts: adding, changing, removing."""

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.register import clients, register_columns
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CLIENT_RULE

blueprint = Blueprint("contacts", __name__)
CONTACT_RULE = f"/contacts/<int(max={inputs.MOST_ID}):contact_id>"


@blueprint.get(f"{CLIENT_RULE}/contacts/new")
@signed_in(*clients.TENDERS)
def new(client_id: int):
    return contact_page({}, clients.client_in_scope(actor(), client_id))


@blueprint.post(f"{CLIENT_RULE}/contacts/new")
@signed_in(*clients.TENDERS)
def add(client_id: int):
    client = clients.client_in_scope(actor(), client_id)
    try:
        contact = clients.add_contact(actor(), client_id, inputs.posted_texts())
    except Invalid as refused:
        return contact_page(inputs.posted_texts(), client, refused)
    return back_to_client(client.id, N_("已添加：%(name)s"), contact.name)


@blueprint.get(f"{CONTACT_RULE}/edit")
@signed_in(*clients.TENDERS)
def edit(contact_id: int):
    contact = clients.contact_to_change(actor(), contact_id)
    return contact_page(
        register_columns.input_texts(register_columns.CONTACT_COLUMNS, contact.__data__),
        contact.client,
        contact=contact,
    )


@blueprint.post(f"{CONTACT_RULE}/edit")
@signed_in(*clients.TENDERS)
def change(contact_id: int):
    contact = clients.contact_to_change(actor(), contact_id)
    try:
        clients.edit_contact(actor(), contact_id, inputs.posted_texts(), versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return contact_page(inputs.posted_texts(), contact.client, refused, contact)
    return back_to_client(contact.client_id, N_("已保存。"))


@blueprint.get(f"{CONTACT_RULE}/removal")
@signed_in(*clients.TENDERS)
def removal(contact_id: int):
    return page.show("register/contacts/remove.html", contact=clients.contact_to_change(actor(), contact_id))


@blueprint.post(f"{CONTACT_RULE}/removal")
@signed_in(*clients.TENDERS)
def remove(contact_id: int):
    contact = clients.contact_to_change(actor(), contact_id)
    clients.remove_contact(actor(), contact_id)
    return back_to_client(contact.client_id, N_("已移除：%(name)s"), contact.name)


def contact_page(texts, client, refused: Problem | None = None, contact=None):
    form_page = inputs.edit_page if contact else inputs.row_page
    return form_page(
        "register/contacts/edit.html",
        register_columns.CONTACT_COLUMNS,
        texts,
        refused,
        client=client,
        contact=contact,
    )


def back_to_client(client_id: int, message: str, name: str = ""):
    flash(page.say(message, name=name) if name else page.say(message), "success")
    return redirect(url_for("clients.show", client_id=client_id, _anchor="contacts"), 303)
