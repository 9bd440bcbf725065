"""Lifting a record's confidentiality, with a reason."""

from flask import Blueprint

from fieldforms.errors import N_, ReasonNeeded
from fieldforms.flow.completing import lifting
from fieldforms.flow.register import clients
from fieldforms.web.access import actor, signed_in
from fieldforms.web.sheets.record_pages import back_to, reason_page, text_of_lines

blueprint = Blueprint("lifting", __name__)
LIFTING = "/records/<number>/lifting"


@blueprint.get(LIFTING)
@signed_in(*clients.GUARDS)
def show(number: str):
    lifting.to_lift(actor(), number)
    return reason_page(number, "lift")


@blueprint.post(LIFTING)
@signed_in(*clients.GUARDS)
def lift(number: str):
    try:
        lifting.lift_confidentiality(actor(), number, text_of_lines("reason"))
    except ReasonNeeded as refused:
        return reason_page(number, "lift", refused)
    return back_to(number, N_("已解除涉密。谁解除的、为什么，记在单据的经过里。"))
