"""A step of an empty installation that this company does not need."""

from flask import Blueprint, redirect, url_for

from fieldforms.flow.inbox import first_steps
from fieldforms.web.access import actor, signed_in

blueprint = Blueprint("first_steps", __name__)


@blueprint.post("/first-steps/<name>")
@signed_in(*first_steps.WHO_BEGIN)
def leave_out(name: str):
    first_steps.leave_step_out(actor(), name)
    return redirect(url_for("home.show"), 303)
