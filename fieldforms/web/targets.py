"""Targets for faults: those for all clients, and a client's own."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, Invalid
from fieldforms.flow import clients as files
from fieldforms.flow import targets as verbs
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.clients import CLIENT

blueprint = Blueprint("targets", __name__)


@blueprint.get("/targets")
@signed_in(*verbs.SETTERS)
def common():
    return sheet(None, verbs.own(None))


@blueprint.post("/targets")
@signed_in(*verbs.SETTERS)
def change_common():
    return changed(None)


@blueprint.get(f"{CLIENT}/targets")
@signed_in(*verbs.SETTERS)
def of_client(client_id: int):
    client = files.seen_by(actor(), client_id)
    return sheet(client, verbs.own(client))


@blueprint.post(f"{CLIENT}/targets")
@signed_in(*verbs.SETTERS)
def change_of_client(client_id: int):
    return changed(files.seen_by(actor(), client_id))


def changed(client):
    try:
        verbs.change(actor(), client.id if client else None, request.form)
    except Invalid as refused:
        return sheet(client, request.form, refused)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("clients.show", client_id=client.id) if client else url_for("clients.index"), 303)


def sheet(client, values, refused: Invalid | None = None):
    common = {each.name: verbs.target(None, each.name) for each in verbs.urgencies()}
    return inputs.form(
        "targets/edit.html",
        inputs.sentences(refused),
        client=client,
        values=values,
        urgencies=verbs.urgencies(),
        common=common if client else {},
        labels={"respond": verbs.RESPOND, "restore": verbs.RESTORE},
    )
