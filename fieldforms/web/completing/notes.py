"""A note on a sheet: seen by who it is for."""

from flask import Blueprint

from fieldforms.flow.completing import notes
from fieldforms.web.access import actor, signed_in
from fieldforms.web.sheets import record_pages

blueprint = Blueprint("notes", __name__)


@blueprint.post("/records/<number>/note")
@signed_in()
def see(number: str):
    notes.mark_note_seen(actor(), number)
    return record_pages.no_longer_told()
