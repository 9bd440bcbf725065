"""What technicians changed in the register, for whoever keeps it: looked at with one tap."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_
from fieldforms.flow.register.register_looks import (
    DEEDS,
    LOOKERS,
    changes_awaiting_look,
    devices_of_looks,
    differences_of_look,
    look_at_changes,
)
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in

blueprint = Blueprint("register_looks", __name__)

PAGES = {
    "device": ("devices.show", "device_id"),
    "room": ("rooms.show", "room_id"),
    "contact": ("contacts.show", "contact_id"),
}


@blueprint.get("/register/looks")
@signed_in(*LOOKERS)
def index():
    who, found = actor(), changes_awaiting_look(actor())
    about = devices_of_looks(who, found)
    return page.show(
        "register/register_looks/index.html",
        found=found,
        deeds=DEEDS,
        differences=lambda look: list(differences_of_look(who, look, about, page.lang())),
        address_of=address_of_look,
        body_class="wide",
        styles=("lists.css",),
    )


def address_of_look(look) -> str:
    """Of what was changed; "" where it is there no more."""
    endpoint, name = PAGES[look.kind]
    return "" if "remove" in look.deeds else url_for(endpoint, **{name: look.row})


@blueprint.post("/register/looks")
@signed_in(*LOOKERS)
def see():
    by, client = (request.form.get(name, 0, inputs.whole_number) for name in ("by", "client"))
    look_at_changes(actor(), by, client, request.form.get("until", 0, inputs.utc_number))
    flash(page.say(N_("已看过。")), "success")
    return redirect(url_for("home.show" if request.form.get("home") else "register_looks.index"), 303)
