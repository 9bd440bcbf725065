"""The list of what a phone keeps of its owner's rooms: addresses with digests, fetched when nobody waits (static/js/phone_rooms.js)."""

from collections.abc import Iterator
from urllib.parse import urlencode

from flask import Blueprint, url_for

from fieldforms import i18n
from fieldforms.flow.filling import kept_rooms, kept_subjects
from fieldforms.flow.filling.kept_rooms import KeptDevice, KeptRoom, KeptRooms, LeftOut
from fieldforms.flow.seals import part_keys
from fieldforms.forms.definition import Definition
from fieldforms.web import kept_pages, page, static
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.filling import signing_offers

blueprint = Blueprint("kept_rooms", __name__)


@blueprint.get("/phone/rooms")
@signed_in()
def index():
    """Each room with its pages (address → digest), devices and what is begun without one; `signing`: pages for their clients; `begins`: how a sheet at a device (its code) is begun on a page
    of its room; `clocks`: questions answered by when that is; `left_out`: of whom nothing is kept, and why. `open` and `closed` say
    which pages that are kept may stay (flow/filling/kept_subjects.py)."""
    found = kept_rooms.rooms_to_keep(actor(), f"{static.digest()} {page.lang()} {me().name}")
    kept_pages.let_phone_keep()
    return {
        "rooms": [said_of_room(room) for room in found.rooms],
        "signing": dict(signing_pages(found)),
        "begins": {each.code: beginning_at(each, room) for room in found.rooms for each in room.devices if each.code},
        "clocks": {form.key: kept_rooms.clocks_of_form(form) for room in found.rooms for form in room.forms},
        "left_out": [said_of_left(each) for each in found.left_out],
        "open": kept_subjects.open_subjects(actor()),
        "closed": kept_subjects.closed_subjects(actor()),
    }  # fmt: skip


def said_of_room(room: KeptRoom) -> dict:
    pages = {address_of_kept_device(each): each.digest for each in room.devices}
    if at := place_in_address(room):
        pages |= {
            f"{url_for('drafts.new', key=form.key)}?{at}&{kept_pages.BLANK}=1": room.digest
            for form in room.forms
        }
    return {
        "name": name_of_place(room),
        "pages": pages,
        "devices": [[each.device.name, address_of_kept_device(each)] for each in room.devices],
        "forms": [[i18n.pick(form.label, page.lang()), address] for form, address in forms_in_room(room)],
    }


def signing_pages(found: KeptRooms) -> Iterator[tuple[str, str]]:
    """(address, digest) of the pages on which the clients of these rooms sign without a network."""
    kid = part_keys.current_part_key().kid
    for room in found.rooms:
        for form in room.forms:
            if signing_offers.offers_signing(actor(), form):
                facts = [static.digest(), kid, form.digest]
                address = signing_offers.address_to_sign(form, room.client_language)
                yield address, kept_rooms.digest_of(facts)


def name_of_place(place: KeptRoom | LeftOut) -> str:
    return " · ".join(filter(None, (place.client_name, place.room and place.room.name)))


def said_of_left(left: LeftOut) -> dict:
    return {"name": name_of_place(left), "rooms": left.rooms, "devices": left.devices}


def forms_in_room(room: KeptRoom) -> list[tuple[Definition, str]]:
    """What can be begun there without naming a device."""
    if room.room is None:
        return []
    begun = [form for form in room.forms if "room" in form.starts_from]
    return [(form, url_for("drafts.new", key=form.key, room=room.room.id)) for form in begun]


def address_of_kept_device(kept: KeptDevice) -> str:
    if kept.code:
        return url_for("codes.show", code=kept.code)
    return url_for("devices.show", device_id=kept.device.id)


def place_in_address(room: KeptRoom) -> str:
    """Where the room's pages of forms begin: devices that stand in no room begin on the page of the first that wears a label."""
    if room.room:
        return f"room={room.room.id}"
    code = next((each.code for each in room.devices if each.code), "")
    return f"device={code}" if code else ""


def beginning_at(kept: KeptDevice, room: KeptRoom) -> dict:
    answers = {key: urlencode(pairs) for key, pairs in kept.answers.items()}
    return {"at": place_in_address(room), "device": kept.device.id, "answers": answers}
