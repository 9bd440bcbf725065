"""A client's contacts: adding, changing, removing."""

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_, Invalid
from fieldforms.flow import clients as verbs
from fieldforms.flow import columns
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.clients import CLIENT

blueprint = Blueprint("contacts", __name__)
CONTACT = f"/contacts/<int(max={inputs.MOST_ID}):contact_id>"


@blueprint.get(f"{CLIENT}/contacts/new")
@signed_in(*verbs.TENDERS)
def new(client_id: int):
    return sheet({}, verbs.seen_by(actor(), client_id))


@blueprint.post(f"{CLIENT}/contacts/new")
@signed_in(*verbs.TENDERS)
def add(client_id: int):
    client = verbs.seen_by(actor(), client_id)
    try:
        contact = verbs.add_contact(actor(), client_id, inputs.posted())
    except Invalid as refused:
        return sheet(inputs.posted(), client, refused)
    return back(client.id, N_("已添加：%(name)s"), contact.name)


@blueprint.get(f"{CONTACT}/edit")
@signed_in(*verbs.TENDERS)
def edit(contact_id: int):
    contact = verbs.contact_of(actor(), contact_id)
    return sheet(columns.texts(columns.CONTACT, contact.__data__), contact.client, contact=contact)


@blueprint.post(f"{CONTACT}/edit")
@signed_in(*verbs.TENDERS)
def change(contact_id: int):
    contact = verbs.contact_of(actor(), contact_id)
    try:
        verbs.edit_contact(actor(), contact_id, inputs.posted())
    except Invalid as refused:
        return sheet(inputs.posted(), contact.client, refused, contact)
    return back(contact.client_id, N_("已保存。"))


@blueprint.get(f"{CONTACT}/removal")
@signed_in(*verbs.TENDERS)
def removal(contact_id: int):
    return page.show("contacts/remove.html", contact=verbs.contact_of(actor(), contact_id))


@blueprint.post(f"{CONTACT}/removal")
@signed_in(*verbs.TENDERS)
def remove(contact_id: int):
    contact = verbs.contact_of(actor(), contact_id)
    verbs.remove_contact(actor(), contact_id)
    return back(contact.client_id, N_("已移除：%(name)s"), contact.name)


def sheet(texts, client, refused: Invalid | None = None, contact=None):
    return inputs.of_row(
        "contacts/edit.html", columns.CONTACT, texts, refused, client=client, contact=contact
    )


def back(client_id: int, message: str, name: str = ""):
    flash(page.say(message, name=name) if name else page.say(message), "success")
    return redirect(url_for("clients.show", client_id=client_id, _anchor="contacts"), 303)
