"""The answer to what somebody asked for: seen."""

from flask import Blueprint

from fieldforms.flow.completing import decisions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.sheets import record_pages

blueprint = Blueprint("decisions", __name__)


@blueprint.post("/records/<number>/decision")
@signed_in()
def see(number: str):
    decisions.mark_decision_seen(actor(), number)
    return record_pages.no_longer_told()
