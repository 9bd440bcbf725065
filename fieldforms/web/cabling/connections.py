"""Connecting: a port, the other device, its port: four taps. And the cable afterwards."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.cabling.connections import (
    connect_new_port,
    connect_ports,
    connection_in_scope,
    connection_to_change,
    edit_connection,
    port_to_wire,
    remove_connection,
    texts_of_new,
)
from fieldforms.flow.cabling.panels import free_in_words, panel_of_device, panels_of_devices, ports_to_offer
from fieldforms.flow.cabling.port_input import CONNECTION_COLUMNS
from fieldforms.flow.cabling.ports import device_to_wire
from fieldforms.flow.cabling.signals import mismatches_of_ports
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.device_lists import find_devices
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.forms.kinds import clean_text
from fieldforms.paper.labels import CABLE_LAYOUTS
from fieldforms.store.register import clients
from fieldforms.store.register.device_lists import DeviceFilters
from fieldforms.store.register.devices import codes_of
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import DEVICE_READERS, DEVICE_RULE
from fieldforms.web.cabling.cabling_pages import CONNECTION_RULE, PORT_RULE, warn_of_mismatches

blueprint = Blueprint("connections", __name__)
MOST_FOUND = 20


@blueprint.get(f"{DEVICE_RULE}/connection")
@signed_in(*DEVICE_KEEPERS)
def begin(device_id: int):
    """Which port of this device?"""
    device = device_to_wire(actor(), device_id)
    panel = panel_of_device(actor(), device)
    return page.show("cabling/connections/begin.html", device=device, panel=panel)


@blueprint.get(f"{PORT_RULE}/connection")
@signed_in(*DEVICE_KEEPERS)
def new(port_id: int):
    """Which other device, and then which of its ports?"""
    port = port_to_wire(actor(), port_id)
    other = request.args.get("device", type=inputs.whole_number)
    if other is not None:
        return connecting_page(port, device_to_wire(actor(), other))
    text = clean_text(request.args.get("code", ""))[:100]
    found = devices_meant(port, text) if text else []
    if len(found) == 1:
        return connecting_page(port, found[0])
    return devices_page(port, text, found)


def devices_meant(port, text: str) -> list:
    """By label or name, of the same client."""
    found = find_devices(actor().viewer, DeviceFilters(text=text, client=port.device.client_id), MOST_FOUND)
    return [device for device in found if device.client_id == port.device.client_id]


def devices_page(port, text: str, found: list):
    offered = found or devices_beside(port.device)
    panels = panels_of_devices(actor(), offered, port.device.room_id)
    return page.show(
        "cabling/connections/devices.html",
        port=port,
        text=text,
        found=found,
        codes=codes_of(offered),
        devices=[(each, free_in_words(panels.get(each.id, ()), page.lang())) for each in offered],
    )


def devices_beside(device) -> list:
    """The others of its room."""
    near = clients.devices_in(device.room) if device.room_id else []
    for each in near:
        each.room = device.room  # read already, once
    return [each for each in near if each.id != device.id]


def connecting_page(port, other, refused: Problem | None = None):
    offered = ports_to_offer(actor(), port, other)
    first = offered[0].seen.port if offered else port
    texts = inputs.posted_texts() if refused else texts_of_new(port, first)
    shown = {
        "port": port,
        "other": other,
        "offered": offered,
        "proposed": texts.get("proposed") or texts["number"],
    }
    shown |= {"say": page.say, "name": texts.get("name", ""), "count": texts.get("count", "1")}
    return inputs.row_page("cabling/connections/ports.html", CONNECTION_COLUMNS, texts, refused, **shown)


@blueprint.post(f"{PORT_RULE}/connection")
@signed_in(*DEVICE_KEEPERS)
def create(port_id: int):
    port = port_to_wire(actor(), port_id)
    other = device_to_wire(actor(), request.form.get("device", 0, inputs.whole_number))
    try:
        made = connect_as_posted(port, other)
    except Invalid as refused:
        return connecting_page(port, other, refused)
    tell_connected(made)
    return redirect(url_for("connections.begin", device_id=port.device_id), 303)


def connect_as_posted(port, other) -> list:
    """To the port whose button was tapped, or to the one whose name was typed."""
    given, proposed = inputs.posted_texts(), request.form.get("proposed", "")
    target = request.form.get("target", type=inputs.whole_number)
    if target is not None:
        count = request.form.get("count", 1, inputs.whole_number)
        return connect_ports(actor(), port.id, target, given, proposed, max(1, count))
    name = inputs.text_input("name")
    if not name:
        raise Invalid([("name", N_("请点对面的接口，或写下它的名称。"), {})])
    return connect_new_port(actor(), port.id, other.id, name, given, proposed)


def tell_connected(made: list) -> None:
    """In one line, or how many there are; and what does not fit."""
    cable = made[0]
    words = {"number": cable.number, "source": cable.source.name, "target": cable.target.name}
    flash(page.say(N_("已接 %(number)s：%(source)s → %(target)s"), **words), "success")
    if len(made) > 1:
        flash(page.say(N_("一共 %(n)s 根，到 %(number)s。"), n=len(made), number=made[-1].number), "success")
    warn_of_mismatches(mismatches_of_ports(cable.source, cable.target))


# A cable


@blueprint.get(CONNECTION_RULE)
@signed_in(*DEVICE_READERS)
def show(connection_id: int):
    row = connection_in_scope(actor(), connection_id)
    return cable_page(row, register_columns.input_texts(CONNECTION_COLUMNS, row.__data__))


@blueprint.post(CONNECTION_RULE)
@signed_in(*DEVICE_KEEPERS)
def change(connection_id: int):
    row = connection_to_change(actor(), connection_id)
    try:
        edit_connection(actor(), connection_id, inputs.posted_texts(), versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return cable_page(row, inputs.posted_texts(), refused)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("ports.index", device_id=row.source.device_id), 303)


def cable_page(row, texts, refused: Problem | None = None):
    shown = {
        "layouts": CABLE_LAYOUTS,
        "cable": row,
        "may_keep": me().role in DEVICE_KEEPERS and not row.removed_at,
        "say": page.say,
    }
    facts = [
        (page.say(each.kind.label), each.kind.words(getattr(row, each.name), page.lang()))
        for each in CONNECTION_COLUMNS
        if getattr(row, each.name)
    ]
    warnings = tuple(mismatches_of_ports(row.source, row.target))
    return inputs.edit_page(
        "cabling/connections/show.html",
        CONNECTION_COLUMNS,
        texts,
        refused,
        row,
        facts=facts,
        warnings=warnings,
        **shown,
    )


@blueprint.get(f"{CONNECTION_RULE}/removal")
@signed_in(*DEVICE_KEEPERS)
def removal(connection_id: int):
    return page.show("cabling/connections/remove.html", cable=connection_to_change(actor(), connection_id))


@blueprint.post(f"{CONNECTION_RULE}/removal")
@signed_in(*DEVICE_KEEPERS)
def remove(connection_id: int):
    row = remove_connection(actor(), connection_id)
    flash(page.say(N_("已拆掉 %(number)s，线号不再使用。"), number=row.number), "success")
    return redirect(url_for("ports.index", device_id=row.source.device_id), 303)
