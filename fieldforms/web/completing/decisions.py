"""The answer to what somebody asked for: seen."""

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_
from fieldforms.flow.completing import decisions
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in

blueprint = Blueprint("decisions", __name__)


@blueprint.post("/records/<number>/decision")
@signed_in()
def see(number: str):
    decisions.mark_decision_seen(actor(), number)
    flash(page.say(N_("好的，不再提醒。")))
    return redirect(url_for("home.show"), 303)
