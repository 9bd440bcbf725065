"""A closed sheet becomes a known fault: two taps from its page."""

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_, Invalid, Problem
from fieldforms.flow.faults.grown_faults import grow_fault, growth_of_sheet
from fieldforms.flow.faults.known_faults import FAULT_WRITERS
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.faults.known_fault_forms import known_fault_form

blueprint = Blueprint("grown_faults", __name__)


@blueprint.get("/records/<number>/known-fault")
@signed_in(*FAULT_WRITERS)
def new(number: str):
    return growth_form(number, None)


@blueprint.post("/records/<number>/known-fault")
@signed_in(*FAULT_WRITERS)
def grow(number: str):
    try:
        fault = grow_fault(actor(), number, inputs.posted_texts(), page.lang())
    except Invalid as refused:
        return growth_form(number, refused)
    flash(
        page.say(N_("已写成常见故障。") if fault.looked_at else N_("已写成常见故障，调度员会看一遍。")),
        "success",
    )
    return redirect(url_for("known_faults.show", fault_id=fault.id), 303)


def growth_form(number: str, refused: Problem | None):
    growth = growth_of_sheet(actor(), number, page.lang())
    photos = [(each, url_for("records.photo", number=number, digest=each)) for each in growth.photos]
    action = url_for("grown_faults.grow", number=number)
    return known_fault_form(
        growth.texts, refused, growth.subjects, photos, action=action, fault=None, growth=growth
    )
