"""Known faults where they are needed: of a device, of a model, beside the question that describes a fault; and whether they helped."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, NotFound, OutcomeNeeded
from fieldforms.flow.faults.known_faults import (
    FAULT_KEEPERS,
    FAULT_READERS,
    fault_to_read,
    note_try,
    tries_at_sheet,
    words_of_subject,
)
from fieldforms.flow.faults.likely_faults import CONSIDERED, faults_of_devices, likely_faults_of_draft
from fieldforms.flow.filling.drafts import is_uuid
from fieldforms.flow.register.device_models import get_model, name_of_model
from fieldforms.flow.register.devices import device_reached
from fieldforms.store.faults import known_faults
from fieldforms.web import bodies, inputs, page
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import DEVICE_RULE, KNOWN_FAULT_RULE, MODEL_RULE
from fieldforms.web.register.device_pages import address_of_device

blueprint = Blueprint("likely_faults", __name__)


@blueprint.get("/drafts/<uuid>/known-faults")
@signed_in(*FAULT_READERS)
def of_draft(uuid: str):
    """The three most likely: beside a question of the draft's page, or without scripts on a page of their own.

    A draft that is not saved yet is named in the address as in its hidden inputs.
    """
    found = bodies.draft_of_values(actor(), uuid, request.args)
    values = values_of_list(likely_faults_of_draft(actor(), found), found.draft.record)
    if page.is_partial():
        return page.render_block("faults/likely_faults/draft.html", "likely", **values)
    return page.show("faults/likely_faults/draft.html", found=found, **values)


@blueprint.get(f"{DEVICE_RULE}/known-faults")
@signed_in(*FAULT_READERS)
def of_device(device_id: int):
    device = device_reached(actor(), device_id)
    if device is None:
        raise NotFound
    values = values_of_list(faults_of_devices(actor(), [device]), "")
    return page.show(
        "faults/likely_faults/device.html", device=device, address=address_of_device(device), **values
    )


@blueprint.get(f"{MODEL_RULE}/known-faults")
@signed_in(*FAULT_READERS)
def of_model(model_id: int):
    """The model's page asks for them; who serves none of its devices is told of none."""
    model = get_model(actor(), model_id)
    found = known_faults.faults_about(actor().viewer, (model_id,), (), CONSIDERED)
    but = request.args.get("but", type=inputs.whole_number)
    found = [fault for fault in found if fault.id != but]
    values = values_of_list(found, "") | {
        "model": model,
        "may_write": but is None and me().role in FAULT_KEEPERS,
    }
    if page.is_partial():
        return page.render_block("faults/likely_faults/model.html", "known", **values)
    return page.show("faults/likely_faults/model.html", name=name_of_model(model), **values)


def values_of_list(faults, record: str) -> dict:
    return {
        "faults": faults,
        "record": record,
        "tries": tries_at_sheet(actor(), record),
        "subject_of": lambda fault: words_of_subject(fault, page.lang()),
    }


@blueprint.post(f"{KNOWN_FAULT_RULE}/tries")
@signed_in(*FAULT_READERS)
def note(fault_id: int):
    """It helped, or not; at the sheet that the body names, if it does."""
    fault_to_read(actor(), fault_id)
    record, said = request.form.get("record", ""), request.form.get("helped", "")
    if said not in ("0", "1"):
        raise OutcomeNeeded
    helped = said == "1"
    fault = note_try(actor(), fault_id, record.lower() if is_uuid(record) else "", helped)
    if page.is_partial():
        known = {"fault": fault, "tries": {fault.id: helped}, "told": True}
        return page.render_block("faults/likely_faults/tried.html", "tried", **known)
    flash(page.say(N_("记下了：有用。") if helped else N_("记下了：没用。")), "success")
    otherwise = url_for("known_faults.show", fault_id=fault.id)
    return redirect(inputs.way_back(request.form.get("next", ""), otherwise), 303)
