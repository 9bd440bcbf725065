"""Rooms: a room's page, and changing it."""

from functools import partial

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow import clients as verbs
from fieldforms.flow import columns, library, openpoints
from fieldforms.flow.actors import starts
from fieldforms.store import clients, definitions, devices, places
from fieldforms.store.places import Place
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.clients import CLIENT
from fieldforms.web.devices import standing

blueprint = Blueprint("rooms", __name__)
ROOM = f"/rooms/<int(max={inputs.MOST_ID}):room_id>"
LATEST = 10


@blueprint.get(ROOM)
@signed_in(*verbs.READERS)
def show(room_id: int):
    who = actor()
    room = clients.room(who.viewer, room_id)
    if room is None:
        raise NotFound
    place = Place(room.client_id, room=room.id)
    there = clients.devices_in(room)
    forms = library.startable(partial(starts, who), "room")
    latest = places.latest(who.viewer, place, LATEST)
    return page.show(
        "rooms/show.html",
        room=room,
        devices=there,
        codes=devices.codes_of(there),
        forms=[form for form in forms if not form.public],
        public_forms=[form for form in forms if form.public],
        open_points=openpoints.of(who, place),
        history=[(row, definitions.read(row.definition).label, *standing(row)) for row in latest],
        may_tend=me().role in verbs.TENDERS,
    )


@blueprint.get(f"{CLIENT}/rooms/new")
@signed_in(*verbs.EDITORS)
def new(client_id: int):
    return sheet({}, verbs.kept_by(actor(), client_id))


@blueprint.post(f"{CLIENT}/rooms/new")
@signed_in(*verbs.EDITORS)
def add(client_id: int):
    client = verbs.kept_by(actor(), client_id)
    try:
        room = verbs.add_room(actor(), client_id, inputs.posted())
    except Invalid as refused:
        return sheet(inputs.posted(), client, refused)
    return to(room, N_("已添加：%(name)s"))


@blueprint.get(f"{ROOM}/edit")
@signed_in(*verbs.TENDERS)
def edit(room_id: int):
    room = verbs.tended_by(actor(), room_id)
    return sheet(columns.texts(columns.ROOM, room.__data__), room.client, room=room)


@blueprint.post(f"{ROOM}/edit")
@signed_in(*verbs.TENDERS)
def change(room_id: int):
    room = verbs.tended_by(actor(), room_id)
    try:
        verbs.edit_room(actor(), room_id, inputs.posted())
    except Invalid as refused:
        return sheet(inputs.posted(), room.client, refused, room)
    return to(room, N_("已保存。"))


def sheet(texts, client, refused: Invalid | None = None, room=None):
    """As much of the room as this person may change."""
    asked = verbs.asked_of_room(actor())
    whole = me().role in verbs.EDITORS
    guarded = whole and room is not None and room.confidential and not verbs.may_mark(actor())
    return inputs.of_row("rooms/edit.html", asked, texts, refused, client=client, room=room, guarded=guarded)


def to(room, message: str):
    flash(page.say(message, name=room.name), "success")
    return redirect(url_for("rooms.show", room_id=room.id), 303)
