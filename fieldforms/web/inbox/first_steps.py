"""A step of an empty installation that this company does not need, or does after all."""

from flask import Blueprint, redirect, url_for

from fieldforms.flow.inbox import first_steps
from fieldforms.web.access import actor, signed_in

blueprint = Blueprint("first_steps", __name__)


@blueprint.post("/first-steps/<name>")
@signed_in(*first_steps.WHO_BEGIN)
def leave_out(name: str):
    first_steps.leave_step_out(actor(), name)
    return redirect(url_for("home.show"), 303)


@blueprint.post("/first-steps/<name>/return")
@signed_in(*first_steps.WHO_BEGIN)
def bring_back(name: str):
    first_steps.bring_step_back(actor(), name)
    return redirect(url_for("home.show"), 303)
