"""Clients: their list, a client's file, and changing it."""

from functools import partial

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow import local_time
from fieldforms.flow.faults import targets
from fieldforms.flow.importing.import_kinds import IMPORTERS
from fieldforms.flow.library import form_files
from fieldforms.flow.people.actors import may_start_as
from fieldforms.flow.prefill import open_points
from fieldforms.flow.register import contracts, register_columns
from fieldforms.flow.register.clients import (
    CLIENT_EDITORS,
    CLIENT_READERS,
    TENDERS,
    add_client,
    client_in_scope,
    client_to_change,
    edit_client,
)
from fieldforms.flow.reporting.periods import month_of
from fieldforms.store.people import accounts
from fieldforms.store.register import clients
from fieldforms.store.register.sites import Site
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import CLIENT_RULE

blueprint = Blueprint("clients", __name__)


@blueprint.get("/clients")
@signed_in(*CLIENT_READERS)
def index():
    seen = clients.seen_by(actor().viewer)
    return page.show(
        "register/clients/index.html",
        clients=[(client, contracts.served_until(client)) for client in seen],
        words=register_columns.CLIENT_TYPES,
        may_add=me().role in CLIENT_EDITORS,
        may_import=me().role in IMPORTERS,
        may_set_targets=me().role in targets.SETTERS,
    )


@blueprint.get(CLIENT_RULE)
@signed_in(*CLIENT_READERS)
def show(client_id: int):
    who = actor()
    client = client_in_scope(who, client_id)
    counts, agreed = clients.devices_by_room(client), targets.AgreedTargets([client.id])
    return page.show(
        "register/clients/show.html",
        client=client,
        contract=contracts.contract_of_client(client),
        contract_words=register_columns.CLIENT_TYPES,
        contacts=contacts_by_flag(clients.contacts(client)),
        rooms=[(room, counts.get(room.id, 0)) for room in clients.rooms(client)],
        device_count=sum(counts.values()),
        technicians=accounts.technicians_of(client.id),
        open_points=open_points.open_points_at(who, Site(client.id)),
        targets=[(each, agreed.target(client.id, each.name)) for each in targets.urgencies()],
        forms=[
            form
            for form in form_files.forms_startable_at(partial(may_start_as, who), "client")
            if not form.public
        ],
        month=month_of(local_time.today()),
        may_edit=me().role in CLIENT_EDITORS,
        may_tend=me().role in TENDERS,
        may_set_targets=me().role in targets.SETTERS,
        may_staff=me().role in CLIENT_EDITORS,
    )


def contacts_by_flag(contacts: list) -> list[tuple]:
    """(heading, contacts): leads first, then keepers of rooms, then the others; each stands once."""
    leads = [each for each in contacts if each.lead]
    keepers = [each for each in contacts if each.room_keeper and not each.lead]
    others = [each for each in contacts if not each.lead and not each.room_keeper]
    groups = (N_("主管领导"), leads), (N_("机房管理人员"), keepers), (N_("其他联系人"), others)
    return [group for group in groups if group[1]]


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
    form_page = inputs.edit_page if client else inputs.row_page
    return form_page(
        "register/clients/edit.html",
        register_columns.CLIENT_COLUMNS,
        texts,
        refused,
        action=action,
        client=client,
    )
