"""The register: its list, a device's page, adding, changing, retiring, and the label a device wears."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, NotFound, Problem
from fieldforms.flow.importing.import_kinds import IMPORTERS
from fieldforms.flow.prefill import register_answers
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.devices import (
    DEVICE_KEEPERS,
    add_device,
    device_columns,
    device_like,
    device_reached,
    device_to_change,
    edit_device,
    find_devices,
)
from fieldforms.flow.reporting import device_exports
from fieldforms.i18n import gettext
from fieldforms.store.register import clients, devices
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, page, versions, worn_labels
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import DEVICE_READERS, DEVICE_RULE
from fieldforms.web.file_responses import file_response
from fieldforms.web.filters import (
    ChoiceFilter,
    FilterOptions,
    NarrowedList,
    RowFilter,
    WordsFilter,
    options_of_clients,
)
from fieldforms.web.register.device_pages import (
    address_of_device,
    device_page,
    last_registered,
    remember_registered,
)

blueprint = Blueprint("devices", __name__)

MOST_LISTED = 100


def categories_to_choose(viewer: Viewer, lang: str) -> FilterOptions:
    """Of the devices there are; one that is not listed under its own name, at the end."""
    used = {each.category for each in devices.categories_in_use(viewer)} - {""}
    order = [each for each in register_columns.CATEGORIES if each in used]
    order += sorted(used - register_columns.CATEGORIES.keys())
    return [(each, gettext(register_columns.CATEGORIES.get(each, each), lang)) for each in order]


DEVICE_FILTERS = (
    WordsFilter("q", asks="text"),
    RowFilter("client", N_("客户"), choices=options_of_clients, taps=True),
    ChoiceFilter("category", N_("类别"), choices=categories_to_choose, taps=True),
)


@blueprint.get("/devices")
@signed_in(*DEVICE_READERS)
def index():
    narrowed = NarrowedList(DEVICE_FILTERS, "devices.index")
    filters = devices.DeviceFilters(**narrowed.store_filters)
    found = find_devices(actor().viewer, filters, MOST_LISTED + 1)
    values = {
        "devices": found[:MOST_LISTED],
        "more": len(found) > MOST_LISTED,
        "codes": devices.codes_of(found),
        "narrowed": narrowed,
        "may_add": me().role in DEVICE_KEEPERS,
        "may_import": me().role in IMPORTERS,
        "looks_in": page.any_of(
            *register_columns.searched_labels(register_columns.DEVICE_COLUMNS), N_("房间"), N_("标签编码")
        ),
    }
    if page.is_partial():  # the field being typed in is never swapped
        return page.render_block("register/devices/index.html", "results", **values)
    return page.show("register/devices/index.html", **values)


@blueprint.get("/devices.<any(xlsx, csv):file>")
@signed_in(*DEVICE_READERS)
def export(file: str):
    filters = devices.DeviceFilters(**NarrowedList(DEVICE_FILTERS, "devices.index").store_filters)
    return file_response(
        device_exports.devices_as_spreadsheet(actor(), filters, file, page.lang()), file, "devices"
    )


@blueprint.get(DEVICE_RULE)
@signed_in()
def show(device_id: int):
    device = device_reached(actor(), device_id)
    if device is None:
        raise NotFound
    return device_page(device)


@blueprint.get("/drafts/devices")
@signed_in()
def look_up():
    """A device by its typed or scanned code, as the list item that a form adds."""
    typed = request.args.get("code", "")
    code = register_answers.code_text(typed)
    known = devices.by_codes(actor().viewer, [code])
    if code not in known:
        return page.render_block("register/devices/item.html", "unknown", 404, code=typed[:40])
    described = register_answers.device_as_answered(known[code], code)
    return page.render_block(
        "register/devices/item.html", "device", device=described, name=request.args.get("name", "devices")
    )


@blueprint.get("/devices/new")
@signed_in(*DEVICE_KEEPERS)
def new():
    """First whose device it is, unless there is only one answer; then the register's sheet. `like`: a device that it is
    to resemble."""
    served = clients.seen_by(actor().viewer)
    code = request.args.get("code", "")
    like = request.args.get("like", type=inputs.whole_number)
    if like is not None:
        device = device_to_change(actor(), like)
        return device_form(device_like(actor(), like), device.client, url_for("devices.create"), code=code)
    chosen = request.args.get("client", type=inputs.whole_number)
    client = next((each for each in served if each.id == chosen), served[0] if len(served) == 1 else None)
    if client is None:
        return page.show("register/devices/client.html", clients=served, code=code)
    room = request.args.get("room") or room_of_last_one(client)
    return device_form({"room": room}, client, url_for("devices.create"), code=code)


def room_of_last_one(client) -> str:
    """Who registers devices goes through a room, one after the other."""
    device = last_registered()
    return str(device.room_id) if device and device.client_id == client.id and device.room_id else ""


@blueprint.post("/devices")
@signed_in(*DEVICE_KEEPERS)
def create():
    client = clients.get_client(actor().viewer, request.form.get("client", 0, inputs.whole_number))
    if client is None:
        raise NotFound
    code = request.form.get("code", "")
    try:
        device = add_device(actor(), client.id, request.form, code)
    except Problem as refused:
        return device_form(request.form, client, url_for("devices.create"), refused, code=code)
    remember_registered(device)
    flash(page.say(N_("已登记：%(name)s"), name=device.name), "success")
    return to_device(device)


@blueprint.get(f"{DEVICE_RULE}/edit")
@signed_in(*DEVICE_KEEPERS)
def edit(device_id: int):
    device = device_to_change(actor(), device_id)
    known = register_columns.input_texts(register_columns.DEVICE_COLUMNS, device.__data__)
    return device_form(known, device.client, url_for("devices.change", device_id=device.id), device=device)


@blueprint.post(DEVICE_RULE)
@signed_in(*DEVICE_KEEPERS)
def change(device_id: int):
    device = device_to_change(actor(), device_id)
    try:
        edit_device(actor(), device_id, request.form, versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        action = url_for("devices.change", device_id=device.id)
        return device_form(request.form, device.client, action, refused, device=device)
    flash(page.say(N_("已保存。")), "success")
    return to_device(device)


def device_form(texts, client, action: str, refused: Problem | None = None, device=None, code: str = ""):
    asked = device_columns(client, device.category, device.room_id) if device else device_columns(client)
    shown = {"client": client, "action": action, "device": device, "code": code}
    form_page = inputs.edit_page if device else inputs.row_page
    return form_page("register/devices/sheet.html", asked, texts, refused, **shown)


@blueprint.post(f"{DEVICE_RULE}/code")
@signed_in(*DEVICE_KEEPERS)
def label(device_id: int):
    device = device_to_change(actor(), device_id)
    return worn_labels.label_posted_for(device, device_page, address_of_device)


def to_device(device):
    return redirect(address_of_device(device), 303)
