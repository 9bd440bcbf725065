"""The register: its list, a device's page, adding, changing, retiring, and the label a device wears."""

from flask import Blueprint, flash, g, redirect, request, url_for

from fieldforms.errors import N_, BadPhoto, ChangedMeanwhile, Invalid, NoCamerasThere, NotFound, Problem
from fieldforms.flow.documents.nameplates import (
    add_device_with_nameplate,
    keep_nameplate,
    nameplate_kept,
)
from fieldforms.flow.files.photos import MOST_PHOTO_BYTES
from fieldforms.flow.filling.drafts import is_uuid, new_uuid
from fieldforms.flow.importing.import_kinds import IMPORTERS
from fieldforms.flow.prefill import register_answers
from fieldforms.flow.register import (
    device_changes,
    device_lists,
    found_columns,
    register_columns,
    technical_words,
)
from fieldforms.flow.register.devices import (
    DEVICE_KEEPERS,
    Twin,
    columns_of_device_page,
    device_like,
    device_reached,
    device_to_change,
    edit_device,
    twins_of_device,
)
from fieldforms.store.register import clients, devices
from fieldforms.web import inputs, page, versions, worn_labels
from fieldforms.web.access import actor, me, signed_in, takes_up_to
from fieldforms.web.addresses import DEVICE_READERS, DEVICE_RULE
from fieldforms.web.register import device_filters
from fieldforms.web.register.device_pages import (
    address_of_device,
    device_page,
    last_registered,
    remember_registered,
)

blueprint = Blueprint("devices", __name__)

MOST_BODY_WITH_PHOTO = MOST_PHOTO_BYTES + 1024 * 1024  # what else the form says
MOST_COUNTED_DEVICES = device_changes.MOST_CHANGED


@blueprint.get("/devices")
@signed_in(*DEVICE_READERS)
def index():
    who, narrowed = actor(), device_filters.narrowed_devices()
    filters = device_filters.filters_of_devices(narrowed)
    found = device_lists.page_of_devices(who.viewer, filters, device_filters.place_in_list())
    may_change = me().role in device_changes.CHANGERS
    counted = (
        device_lists.count_devices_listed(who.viewer, filters, MOST_COUNTED_DEVICES + 1) if found.rows else 0
    )
    values = {
        "found": found,
        "count": min(counted, MOST_COUNTED_DEVICES),
        "more": counted > MOST_COUNTED_DEVICES,
        "codes": (codes := devices.codes_of(found.rows)),
        "found_in": found_columns.columns_found(who.viewer, found.rows, codes, filters.text, page.lang()),
        "spare_of": spare_interfaces_told(found.rows) if filters.text else {},
        "narrowed": narrowed,
        "looks_in": looks_in(),
        "states": register_columns.DEVICE_STATES,
        "may_add": me().role in DEVICE_KEEPERS,
        "serves_anybody": bool(found.rows) or bool(clients.seen_by(who.viewer)),
        "may_change": may_change and not filters.retired,
        "may_import": me().role in IMPORTERS,
        "body_class": "wide",
        "styles": ("desk.css", "lists.css"),
    }
    if page.is_partial():  # the field being typed in is never swapped
        return page.render_block("register/devices/index.html", "results", **values)
    return page.show("register/devices/index.html", **values)


def spare_interfaces_told(found) -> dict[int, str]:
    """Device → what stands beside its model where somebody looks for a free one. Of a confidential room it is a reading."""
    viewer = actor().viewer
    told = [
        each
        for each in found
        if each.spare_interfaces and technical_words.is_open_to(viewer, each, "spare_interfaces")
    ]
    technical_words.note_readings(actor(), told)
    return {each.id: each.spare_interfaces for each in told}


def looks_in() -> str:
    labels = register_columns.searched_labels(register_columns.DEVICE_COLUMNS)
    everything = page.any_of(*labels, N_("房间"), N_("客户"), N_("标签编码"))
    return page.say(N_("%(everything)s；也可以打拼音首字母，例如 tyj"), everything=everything)


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
@takes_up_to(MOST_BODY_WITH_PHOTO)
@signed_in(*DEVICE_KEEPERS)
def create():
    client = clients.get_client(actor().viewer, request.form.get("client", 0, inputs.whole_number))
    if client is None:
        raise NotFound
    code, action = request.form.get("code", ""), url_for("devices.create")
    photo = nameplate_kept(uuid_of_form(), request.form.get("photo", ""))
    try:
        photo = newest_nameplate() or photo
        if twins := twins_unconfirmed(client):
            return device_form(request.form, client, action, code=code, twins=twins, photo=photo)
        called = f"{page.say(N_('铭牌'))}.jpg"
        device = add_device_with_nameplate(actor(), client.id, request.form, code, photo, called)
    except Problem as refused:
        kept = (
            "" if isinstance(refused, NoCamerasThere) else photo
        )  # a retake that is none loses the one before
        return device_form(request.form, client, action, refused, code=code, photo=kept)
    remember_registered(device)
    flash(page.say(N_("已登记：%(name)s"), name=device.name), "success")
    return to_device(device)


def uuid_of_form() -> str:
    """What this form's photo is kept under."""
    if "uuid" not in g:
        said = request.form.get("uuid", "")
        g.uuid = said if is_uuid(said) else new_uuid()
    return g.uuid


def newest_nameplate() -> str:
    """The digest of the photo that came now, "" where none did. Raises BadPhoto."""
    file = request.files.get("nameplate")
    if not file or not (body := file.read()):
        return ""
    return keep_nameplate(actor(), uuid_of_form(), request.form.get("room", 0, inputs.whole_number), body)


@blueprint.get(f"{DEVICE_RULE}/edit")
@signed_in(*DEVICE_KEEPERS)
def edit(device_id: int):
    device = device_to_change(actor(), device_id)
    technical_words.note_device_read(actor(), device)
    asked = technical_words.columns_open_to(actor().viewer, device)
    known = register_columns.input_texts(asked, device.__data__)
    return device_form(known, device.client, url_for("devices.change", device_id=device.id), device=device)


@blueprint.post(DEVICE_RULE)
@signed_in(*DEVICE_KEEPERS)
def change(device_id: int):
    device, action = device_to_change(actor(), device_id), url_for("devices.change", device_id=device_id)
    if twins := twins_unconfirmed(device.client, device):
        return device_form(request.form, device.client, action, device=device, twins=twins)
    try:
        edit_device(actor(), device_id, request.form, versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return device_form(request.form, device.client, action, refused, device=device)
    flash(page.say(N_("已保存。")), "success")
    return to_device(device)


def twins_unconfirmed(client, device=None) -> list[Twin]:
    """Who else has the numbers that were typed, unless the form said so when it was sent: saving it again confirms."""
    found = twins_of_device(actor(), client, request.form, device)
    return [] if words_of_twins(found) == request.form.get("twins", "") else found


def words_of_twins(found: list[Twin]) -> str:
    """What was warned of, as the form sends it back."""
    return "\n".join(f"{twin.column}={twin.number}" for twin in found)


def device_form(
    texts,
    client,
    action: str,
    refused: Problem | None = None,
    device=None,
    code: str = "",
    twins=(),
    photo: str = "",
):
    asked = columns_of_device_page(actor(), client, device)
    shown = {
        "client": client, "action": action, "device": device, "code": code, "twins": twins,
        "warned_of": words_of_twins(twins) or request.form.get("twins", ""),
        "label_of_twin": lambda twin: register_columns.label_of_column(asked, twin.column),
        "address_of_device": address_of_device, "photo": photo, "uuid": uuid_of_form(),
        "styles": ("documents.css",),
    }  # fmt: skip
    if isinstance(refused, BadPhoto):
        said = page.say(refused.sentence, **refused.values)
        shown |= {"wrong": {"nameplate": said}, "errors": [("f-nameplate", said)]}
    if device is None:
        response = inputs.row_page("register/devices/sheet.html", asked, texts, refused, **shown)
    elif twins:  # as it came, and about what it showed when it was opened
        shown |= versions.context_again()
        response = inputs.row_page("register/devices/sheet.html", asked, texts, refused, **shown)
    else:
        response = inputs.edit_page("register/devices/sheet.html", asked, texts, refused, device, **shown)
    response.status_code = 409 if twins else response.status_code
    return response


@blueprint.post(f"{DEVICE_RULE}/code")
@signed_in(*DEVICE_KEEPERS)
def label(device_id: int):
    device = device_to_change(actor(), device_id)
    return worn_labels.label_posted_for(device, device_page, address_of_device)


def to_device(device):
    return redirect(address_of_device(device), 303)
