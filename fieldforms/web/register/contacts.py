"""A client's contacts: seeing, adding, changing, removing, and taking along as a vCard."""

from flask import Blueprint, flash, make_response, redirect, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.register import clients, register_columns
from fieldforms.paper import qr, vcards
from fieldforms.store.register.clients import contacts_of
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CLIENT_RULE, CONTACT_RULE
from fieldforms.web.file_responses import name_file
from fieldforms.web.register import client_pages

blueprint = Blueprint("contacts", __name__)


@blueprint.get(f"{CLIENT_RULE}/contacts")
@signed_in(*clients.CLIENT_READERS)
def index(client_id: int):
    client = clients.client_in_scope(actor(), client_id)
    return page.show(
        "register/contacts/index.html",
        client=client,
        contacts=client_pages.contacts_by_flag(contacts_of(client.id)),
        may_tend=client_pages.rights_at(client)["may_tend"],
    )


@blueprint.get(CONTACT_RULE)
@signed_in(*clients.CLIENT_READERS)
def show(contact_id: int):
    contact = clients.contact_in_scope(actor(), contact_id)
    card = vcards.vcard_for_qr(clients.card_of_contact(contact, page.lang()))
    return page.show(
        "register/contacts/show.html",
        contact=contact,
        code=qr.svg(card, "L", 0) if len(card.encode()) <= qr.MOST_CODE_BYTES else "",
        may_tend=client_pages.rights_at(contact.client)["may_tend"],
        styles=("sign.css", "client.css"),
    )


@blueprint.get(f"{CONTACT_RULE}.vcf")
@signed_in(*clients.CLIENT_READERS)
def vcard(contact_id: int):
    contact = clients.contact_in_scope(actor(), contact_id)
    response = make_response(vcards.vcard_file(clients.card_of_contact(contact, page.lang())))
    response.headers["Content-Type"] = vcards.MEDIA_TYPE
    return name_file(response, "vcf", contact.name)


@blueprint.get(f"{CLIENT_RULE}/contacts/new")
@signed_in(*clients.TENDERS)
def new(client_id: int):
    return contact_page({}, clients.client_to_tend(actor(), client_id))


@blueprint.post(f"{CLIENT_RULE}/contacts/new")
@signed_in(*clients.TENDERS)
def add(client_id: int):
    client = clients.client_to_tend(actor(), client_id)
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
    return inputs.page_of_row(
        "register/contacts/edit.html",
        register_columns.CONTACT_COLUMNS,
        texts,
        refused,
        contact,
        client=client,
        contact=contact,
    )


def back_to_client(client_id: int, message: str, name: str = ""):
    flash(page.say(message, name=name) if name else page.say(message), "success")
    return redirect(url_for("clients.show", client_id=client_id, _anchor="contacts"), 303)
