"""What becomes of a device: its state, another in its place, out of use and back, and the story of it."""

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_, Invalid, Problem
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.device_events import (
    REASON_COLUMNS,
    RETIREMENT_COLUMNS,
    STATE_COLUMNS,
    bring_device_back,
    replace_device,
    replacement_columns,
    retire_device,
    retired_device,
    set_device_state,
    what_is_open_at,
)
from fieldforms.flow.register.devices import DEVICE_KEEPERS, device_to_change
from fieldforms.store.register import devices
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import DEVICE_RULE
from fieldforms.web.register.device_pages import address_of_device, label_of_record

blueprint = Blueprint("device_events", __name__)


@blueprint.get(f"{DEVICE_RULE}/state")
@signed_in(*DEVICE_KEEPERS)
def ask_state(device_id: int):
    device = device_to_change(actor(), device_id)
    return state_page(device, {"state": device.state})


@blueprint.post(f"{DEVICE_RULE}/state")
@signed_in(*DEVICE_KEEPERS)
def set_state(device_id: int):
    device = device_to_change(actor(), device_id)
    try:
        set_device_state(actor(), device_id, inputs.posted_texts())
    except Invalid as refused:
        return state_page(device, inputs.posted_texts(), refused)
    flash(page.say(N_("已保存。")), "success")
    return redirect(address_of_device(device), 303)


def state_page(device, texts, refused: Problem | None = None):
    return event_page("register/device_events/state.html", device, STATE_COLUMNS, texts, refused)


@blueprint.get(f"{DEVICE_RULE}/replacement")
@signed_in(*DEVICE_KEEPERS)
def ask_replacement(device_id: int):
    device = device_to_change(actor(), device_id)
    keeps_label = "1" if devices.code_of(device) else ""
    return replacement_page(
        device, {"brand": device.brand, "model": device.model, "keeps_label": keeps_label}
    )


@blueprint.post(f"{DEVICE_RULE}/replacement")
@signed_in(*DEVICE_KEEPERS)
def replace(device_id: int):
    device = device_to_change(actor(), device_id)
    try:
        new = replace_device(actor(), device_id, inputs.posted_texts())
    except Invalid as refused:
        return replacement_page(device, inputs.posted_texts(), refused)
    flash(page.say(N_("已更换：%(name)s"), name=new.name), "success")
    return redirect(address_of_device(new), 303)


def replacement_page(device, texts, refused: Problem | None = None):
    asked = replacement_columns(actor(), device)
    return event_page(
        "register/device_events/replace.html", device, asked, texts, refused, **open_things_context(device)
    )


@blueprint.get(f"{DEVICE_RULE}/retirement")
@signed_in(*DEVICE_KEEPERS)
def ask_retirement(device_id: int):
    return device_retirement_page(device_to_change(actor(), device_id), {})


@blueprint.post(f"{DEVICE_RULE}/retirement")
@signed_in(*DEVICE_KEEPERS)
def retire(device_id: int):
    device = device_to_change(actor(), device_id)
    try:
        retire_device(actor(), device_id, inputs.posted_texts())
    except Invalid as refused:
        return device_retirement_page(device, inputs.posted_texts(), refused)
    flash(page.say(N_("已停用：%(name)s"), name=device.name), "success")
    return redirect(url_for("devices.index"), 303)


def device_retirement_page(device, texts, refused: Problem | None = None):
    return event_page(
        "register/device_events/retire.html",
        device,
        RETIREMENT_COLUMNS,
        texts,
        refused,
        **open_things_context(device),
    )


def open_things_context(device) -> dict:
    found = what_is_open_at(actor(), device)
    return {"records": [(row, label_of_record(row)) for row in found.records], "plans": found.plans}


@blueprint.get(f"{DEVICE_RULE}/return")
@signed_in(*DEVICE_KEEPERS)
def ask_return(device_id: int):
    return return_page(retired_device(actor(), device_id), {})


@blueprint.post(f"{DEVICE_RULE}/return")
@signed_in(*DEVICE_KEEPERS)
def bring_back(device_id: int):
    device = retired_device(actor(), device_id)
    try:
        bring_device_back(actor(), device_id, inputs.posted_texts())
    except Invalid as refused:
        return return_page(device, inputs.posted_texts(), refused)
    flash(page.say(N_("已恢复使用：%(name)s"), name=device.name), "success")
    return redirect(address_of_device(device), 303)


def return_page(device, texts, refused: Problem | None = None):
    return event_page("register/device_events/bring_back.html", device, REASON_COLUMNS, texts, refused)


def event_page(
    template: str, device, asked: register_columns.Columns, texts, refused: Problem | None, **values
):
    back = address_of_device(device)
    return inputs.row_page(template, asked, texts, refused, device=device, back=back, **values)
