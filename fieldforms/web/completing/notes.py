"""A note on a sheet: seen by who it is for."""

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_
from fieldforms.flow.completing import notes
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in

blueprint = Blueprint("notes", __name__)


@blueprint.post("/records/<number>/note")
@signed_in()
def see(number: str):
    notes.mark_note_seen(actor(), number)
    flash(page.say(N_("好的，不再提醒。")))
    return redirect(url_for("home.show"), 303)
