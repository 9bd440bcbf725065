"""A device's panel: what is connected to what, adding ports, changing and removing one."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, PortInUse, Problem
from fieldforms.flow.cabling.panels import HIDDEN_END, free_in_words, panel_of_device
from fieldforms.flow.cabling.port_input import GENDERS, PORT_COLUMNS
from fieldforms.flow.cabling.ports import (
    ORIGINS,
    add_model_ports,
    add_ports,
    device_to_wire,
    device_with_ports,
    differences_from_model,
    edit_port,
    port_to_change,
    propose_for_device,
    propose_for_model,
    remove_port,
)
from fieldforms.flow.cabling.signals import DIRECTIONS, signal_in_words
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.device_models import get_model
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.forms.kinds import clean_text
from fieldforms.paper.labels import CABLE_LAYOUTS
from fieldforms.store.cabling import ports
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import DEVICE_READERS, DEVICE_RULE, MODEL_RULE
from fieldforms.web.cabling.cabling_pages import PORT_RULE

blueprint = Blueprint("ports", __name__)
LONGEST_TEXT = 2000


@blueprint.get(f"{DEVICE_RULE}/ports")
@signed_in(*DEVICE_READERS)
def index(device_id: int):
    device = device_with_ports(actor(), device_id)
    panel = panel_of_device(actor(), device)
    lacks, beyond = differences_from_model(actor(), device)
    return page.show(
        "cabling/ports/index.html",
        device=device,
        panel=panel,
        free=free_in_words(panel, page.lang()),
        lacks=lacks,
        beyond=beyond,
        written=propose_for_device(actor(), device, "written").new,
        hidden_end=HIDDEN_END,
        layouts=CABLE_LAYOUTS,
        may_keep=me().role in DEVICE_KEEPERS and not device.retired_at,
    )


@blueprint.get(f"{DEVICE_RULE}/ports/new")
@signed_in(*DEVICE_KEEPERS)
def new(device_id: int):
    """Typed, or read out of what stands there: shown before anything is added."""
    return port_adding_page(device_to_wire(actor(), device_id))


@blueprint.post(f"{DEVICE_RULE}/ports")
@signed_in(*DEVICE_KEEPERS)
def add(device_id: int):
    device = device_to_wire(actor(), device_id)
    try:
        added = add_ports(actor(), device_id, chosen_origin(), typed_text())
    except Invalid as refused:
        return port_adding_page(device, refused)
    tell_added(added)
    return redirect(url_for("ports.index", device_id=device.id), 303)


def port_adding_page(device, refused: Problem | None = None):
    origin, text = chosen_origin(), typed_text()
    proposal = propose_for_device(actor(), device, origin, text)
    return page.show(
        "cabling/ports/new.html",
        refused.status if refused else 200,
        owner=device.name,
        context=device.client.short_name,
        action=url_for("ports.add", device_id=device.id),
        back=url_for("ports.index", device_id=device.id),
        origin=origin,
        text=text,
        words=words_of_proposal,
        proposal=proposal,
        **inputs.refusal_context(refused),
    )


def chosen_origin() -> str:
    given = request.values.get("origin", "")
    return given if given in ORIGINS else "text"


def typed_text() -> str:
    return clean_text(request.values.get("text", ""))[:LONGEST_TEXT]


def words_of_proposal(values: dict) -> str:
    """输入 · HDMI 高清 · HDMI A"""
    said = (
        page.say(DIRECTIONS[values["direction"]]),
        signal_in_words(values["signal"], page.lang()),
        values["connector"],
        page.say(GENDERS[values["gender"]]) if values.get("gender") else "",
    )
    return " · ".join(filter(None, said))


def tell_added(added: list) -> None:
    flash(page.say(N_("已加 %(n)s 个接口。"), n=len(added)), "success")


# Of a model


@blueprint.get(f"{MODEL_RULE}/ports")
@signed_in(*DEVICE_READERS)
def of_model(model_id: int):
    """Its ports, what was typed, and what a device has that it lacks."""
    return model_page(get_model(actor(), model_id))


@blueprint.post(f"{MODEL_RULE}/ports")
@signed_in(*DEVICE_KEEPERS)
def add_to_model(model_id: int):
    model = get_model(actor(), model_id)
    try:
        tell_added(add_model_ports(actor(), model_id, typed_text(), device_alike()))
    except Invalid as refused:
        return model_page(model, refused)
    return redirect(url_for("ports.of_model", model_id=model.id), 303)


def model_page(model, refused: Problem | None = None):
    text, alike = typed_text(), device_alike()
    device = device_with_ports(actor(), alike) if alike else None
    return page.show(
        "cabling/ports/model.html",
        refused.status if refused else 200,
        model=model,
        device=device,
        ports=ports.ports_of_model(model.id),
        text=text,
        words=words_of_proposal,
        values_of=ports.copied_values,
        proposal=propose_for_model(actor(), model, text, device),
        may_keep=me().role in DEVICE_KEEPERS,
        **inputs.refusal_context(refused),
    )


def device_alike() -> int | None:
    return request.values.get("device", type=inputs.whole_number)


# One port


@blueprint.get(PORT_RULE)
@signed_in(*DEVICE_KEEPERS)
def edit(port_id: int):
    port = port_to_change(actor(), port_id)
    return port_page(port, register_columns.input_texts(PORT_COLUMNS, port.__data__))


@blueprint.post(PORT_RULE)
@signed_in(*DEVICE_KEEPERS)
def change(port_id: int):
    port = port_to_change(actor(), port_id)
    try:
        edit_port(actor(), port_id, inputs.posted_texts(), versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return port_page(port, inputs.posted_texts(), refused)
    flash(page.say(N_("已保存。")), "success")
    return redirect(address_of_panel(port), 303)


def port_page(port, texts, refused: Problem | None = None):
    shown = {"port": port, "back": address_of_panel(port)}
    return inputs.edit_page("cabling/ports/edit.html", PORT_COLUMNS, texts, refused, port, **shown)


def address_of_panel(port) -> str:
    if port.device_id:
        return url_for("ports.index", device_id=port.device_id)
    return url_for("ports.of_model", model_id=port.of_model_id)


@blueprint.get(f"{PORT_RULE}/removal")
@signed_in(*DEVICE_KEEPERS)
def removal(port_id: int):
    return removal_page(port_to_change(actor(), port_id))


@blueprint.post(f"{PORT_RULE}/removal")
@signed_in(*DEVICE_KEEPERS)
def remove(port_id: int):
    port = port_to_change(actor(), port_id)
    try:
        remove_port(actor(), port_id)
    except PortInUse as refused:
        return removal_page(port, refused)
    flash(page.say(N_("已移除：%(name)s"), name=port.name), "success")
    return redirect(address_of_panel(port), 303)


def removal_page(port, refused: Problem | None = None):
    status = refused.status if refused else 200
    return page.show(
        "cabling/ports/remove.html",
        status,
        port=port,
        back=address_of_panel(port),
        **inputs.refusal_context(refused),
    )
