"""Rooms: a room's page, and changing it."""

from functools import partial

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.documents import documents
from fieldforms.flow.filling import blank_sheets
from fieldforms.flow.library import form_files
from fieldforms.flow.people.actors import may_start_as
from fieldforms.flow.prefill import open_points
from fieldforms.flow.register import register_columns, retirements
from fieldforms.flow.register.clients import (
    CLIENT_EDITORS,
    CLIENT_READERS,
    TENDERS,
    add_room,
    client_in_scope,
    client_to_change,
    columns_of_room_page,
    edit_room,
    may_mark_confidential,
    room_to_read,
    room_to_tend,
)
from fieldforms.store.library import definitions
from fieldforms.store.register import clients, devices, sites, still_open
from fieldforms.store.register.sites import Site
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import CLIENT_RULE, ROOM_RULE
from fieldforms.web.register import client_pages
from fieldforms.web.register.device_pages import badge_of_record

blueprint = Blueprint("rooms", __name__)
LATEST_IN_ROOM = 10


@blueprint.get(f"{CLIENT_RULE}/rooms")
@signed_in(*CLIENT_READERS)
def index(client_id: int):
    """All rooms of a client, and those that are out of use."""
    client = client_in_scope(actor(), client_id)
    counts = clients.devices_by_room(client)
    return page.show(
        "register/rooms/index.html",
        client=client,
        rooms=[(room, counts.get(room.id, 0)) for room in clients.rooms(client)],
        retired=[(room, None) for room in still_open.retired_rooms(client.id)],
        room_kinds=register_columns.ROOM_KINDS,
        may_edit=client_pages.rights_at(client)["may_edit"],
    )


@blueprint.get(ROOM_RULE)
@signed_in(*CLIENT_READERS)
def show(room_id: int):
    who = actor()
    room = room_to_read(who, room_id)
    place = Site(room.client_id, room=room.id)
    there = clients.devices_in(room)
    in_use = room.retired_at is None and room.client.retired_at is None
    forms = form_files.forms_startable_at(partial(may_start_as, who), "room") if in_use else []
    latest = sites.latest_records_at(who.viewer, place, LATEST_IN_ROOM)
    return page.show(
        "register/rooms/show.html",
        room=room,
        devices=there,
        codes=devices.codes_of(there),
        forms=[form for form in forms if not form.public],
        public_forms=[form for form in forms if form.public],
        printable=blank_sheets.forms_printed_at(who, "room") if in_use else [],
        open_points=open_points.open_points_at(who, place),
        history=[
            (row, definitions.read_definition(row.definition).label, *badge_of_record(row)) for row in latest
        ],
        documents=documents.documents_of_target(who, room=room.id),
        may_add_documents=me().role in documents.DOCUMENT_KEEPERS and in_use,
        room_kinds=register_columns.ROOM_KINDS,
        may_tend=me().role in TENDERS and in_use,
        may_retire=me().role in CLIENT_EDITORS,
        last=retirements.last_word_about(room) if room.retired_at else None,
    )


@blueprint.get(f"{CLIENT_RULE}/rooms/new")
@signed_in(*CLIENT_EDITORS)
def new(client_id: int):
    return room_page({}, client_to_change(actor(), client_id))


@blueprint.post(f"{CLIENT_RULE}/rooms/new")
@signed_in(*CLIENT_EDITORS)
def add(client_id: int):
    client = client_to_change(actor(), client_id)
    try:
        room = add_room(actor(), client_id, inputs.posted_texts())
    except Invalid as refused:
        return room_page(inputs.posted_texts(), client, refused)
    return to_room(room, N_("已添加：%(name)s"))


@blueprint.get(f"{ROOM_RULE}/edit")
@signed_in(*TENDERS)
def edit(room_id: int):
    room = room_to_tend(actor(), room_id)
    return room_page(
        register_columns.input_texts(register_columns.ROOM_COLUMNS, room.__data__), room.client, room=room
    )


@blueprint.post(f"{ROOM_RULE}/edit")
@signed_in(*TENDERS)
def change(room_id: int):
    room = room_to_tend(actor(), room_id)
    try:
        edit_room(actor(), room_id, inputs.posted_texts(), versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return room_page(inputs.posted_texts(), room.client, refused, room)
    return to_room(room, N_("已保存。"))


def room_page(texts, client, refused: Problem | None = None, room=None):
    """As much of the room as this person may change."""
    asked = columns_of_room_page(actor(), room)
    whole = me().role in CLIENT_EDITORS
    guarded = whole and room is not None and room.confidential and not may_mark_confidential(actor())
    shown = {"client": client, "room": room, "guarded": guarded}
    return inputs.page_of_row("register/rooms/edit.html", asked, texts, refused, room, **shown)


def to_room(room, message: str):
    flash(page.say(message, name=room.name), "success")
    return redirect(url_for("rooms.show", room_id=room.id), 303)
