"""What a scan shows, putting labels on devices, and printing them."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import config
from fieldforms.errors import N_, UnknownCode
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.register.codes import (
    LABEL_KEEPERS,
    MOST_BLANKS,
    PART_KEEPERS,
    RETIRERS,
    Scan,
    bind_device,
    bind_part,
    make_blank,
    retire_code,
    scan_code,
    scan_to_retire,
)
from fieldforms.flow.register.device_lists import devices_to_label
from fieldforms.flow.register.devices import DEVICE_KEEPERS, device_reached, phone_on_site
from fieldforms.flow.stock.parts import find_parts
from fieldforms.paper.labels import LABEL_LAYOUTS, group_code
from fieldforms.store.library import definitions
from fieldforms.store.models import Device, Part
from fieldforms.store.register import clients, codes, devices
from fieldforms.store.stock import parts
from fieldforms.web import inputs, kept_pages, page
from fieldforms.web.access import actor, me, person, signed_in
from fieldforms.web.register.device_pages import address_of_device, device_page, in_wechat, last_registered
from fieldforms.web.register.label_sheets import LONGEST_ADDRESS, label_sheet
from fieldforms.web.stock.part_pages import address_of_part, part_page

blueprint = Blueprint("codes", __name__)

MOST_LABELS = 420
MOST_TO_CHOOSE = 30
STATUS_OF_SCAN = {"unbound": 200, "retired": 410, "replaced": 410}


@blueprint.get("/d/<code>")
def show(code: str):
    """The page behind a label. Who does not serve its client sees the device's name, no more."""
    try:
        scan = scan_code(actor(), code)
    except UnknownCode:
        return explained_page("unknown", 404, typed=code[:80])
    if scan.part:
        return part_behind(scan, scan.part)
    device = device_reached(actor(), scan.device.id) if scan.device else None
    if scan.state != "bound":
        return page_without_device(scan, device)
    if device:
        return device_page(device, 410 if device.retired_at else 200)
    if scan.device is None or scan.device.retired_at:
        return explained_page("retired", 410)
    return reduced_page(scan.code.code, scan.device)


# Labels are printed in capitals, so that the QR stays small.
blueprint.add_url_rule("/D/<code>", "printed", show)


def part_behind(scan: Scan, on: Part):
    """The page of a part or tool; who has no business with stock sees what it is, and whom to call."""
    part = parts.get_part(actor().viewer, on.id)
    if scan.state != "bound":
        url = address_of_part(part) if part else ""
        return explained_page(scan.state, STATUS_OF_SCAN[scan.state], part=part, url=url)
    if part is None:
        return explained_page("anothers", 200, name=on.name)
    return part_page(part, 410 if part.retired_at else 200)


def reduced_page(code: str, device: Device):
    """For somebody without an account, or without business here: nothing of the client (design.md, Codes)."""
    phone, on_site = phone_on_site(device.client_id)
    kept_pages.forbid_phone_to_keep()
    return page.show(
        "register/codes/public.html",
        code=code,
        name=device.name,
        room=device.room if device.room_id else None,
        phone=phone,
        on_site=on_site,
        reporting=fault_reports.takes_reports(device) and fault_reports.public_form() is not None,
        faults=[
            (row.opened_at, label_of_next_step(row))
            for row in fault_reports.open_reports_for_strangers(device)
        ],
        in_wechat=in_wechat(),
    )


def label_of_next_step(row) -> dict:
    return definitions.read_definition(row.definition).step(row.next_step).label


def page_without_device(scan: Scan, device):
    """An unbound, retired or replaced code explains itself; keepers can put a blank label on a device."""
    if scan.state == "unbound" and person() and me().role in LABEL_KEEPERS:
        return choosing_page(scan)
    return explained_page(
        scan.state, STATUS_OF_SCAN[scan.state], device=device, url=address_of_device(device) if device else ""
    )


def choosing_page(scan: Scan):
    if "parts" in request.args and me().role in PART_KEEPERS:
        return choosing_part_page(scan)
    text = request.args.get("q", "").strip()[:80]
    found = devices_to_label(actor().viewer, text, MOST_TO_CHOOSE + 1)
    worn = devices.codes_of(found)
    values = {
        "code": scan.code.code,
        "code_text": group_code(scan.code.code),
        "devices": found[:MOST_TO_CHOOSE],
        "more": len(found) > MOST_TO_CHOOSE,
        "worn": worn,
        "text": text,
        "may_add": me().role in DEVICE_KEEPERS,
        "last": last_registered(),
        "may_retire": me().role in RETIRERS,
        "may_put_on_parts": me().role in PART_KEEPERS,
    }
    if page.is_partial():
        return page.render_block("register/codes/choose.html", "results", **values)
    return page.show("register/codes/choose.html", **values)


def choosing_part_page(scan: Scan):
    wanted = parts.PartFilters(request.args.get("q", "").strip()[:80])
    found = find_parts(actor().viewer, wanted, MOST_TO_CHOOSE + 1)
    worn = parts.codes_of(found)
    values = {
        "code": scan.code.code,
        "code_text": group_code(scan.code.code),
        "parts": sorted(found[:MOST_TO_CHOOSE], key=lambda part: part.id in worn),
        "more": len(found) > MOST_TO_CHOOSE,
        "worn": worn,
        "text": wanted.text,
    }
    if page.is_partial():
        return page.render_block("register/codes/choose_part.html", "results", **values)
    return page.show("register/codes/choose_part.html", **values)


def explained_page(state: str, status: int, **values):
    return page.show(
        "register/codes/explained.html",
        status,
        state=state,
        phone=config.current.service_phone,
        in_wechat=in_wechat(),
        **values,
    )


@blueprint.get("/d")
def find():
    """A code typed by hand."""
    return redirect(url_for("codes.show", code=request.args.get("code", "").strip()[:80] or "-"), 303)


@blueprint.post("/d/<code>/device")
@signed_in(*LABEL_KEEPERS)
def bind(code: str):
    device = bind_device(actor(), code, request.form.get("device", 0, inputs.whole_number))
    flash(page.say(N_("标签已绑定。")), "success")
    return redirect(address_of_device(device), 303)


@blueprint.post("/d/<code>/part")
@signed_in(*PART_KEEPERS)
def put_on_part(code: str):
    part = bind_part(actor(), code, request.form.get("part", 0, inputs.whole_number))
    flash(page.say(N_("标签已绑定。")), "success")
    return redirect(address_of_part(part), 303)


@blueprint.get("/d/<code>/retirement")
@signed_in(*RETIRERS)
def retirement(code: str):
    scan = scan_to_retire(actor(), code)
    return page.show("register/codes/retire.html", scan=scan, code_text=group_code(scan.code.code))


@blueprint.post("/d/<code>/retirement")
@signed_in(*RETIRERS)
def retire(code: str):
    retired = retire_code(actor(), code)
    flash(page.say(N_("标签 %(code)s 已停用。"), code=group_code(retired.code)), "success")
    return redirect(url_for("codes.index"), 303)


@blueprint.get("/codes")
@signed_in(*LABEL_KEEPERS)
def index():
    return page.show(
        "register/codes/index.html",
        batches=codes.batches(),
        clients=clients.seen_by(actor().viewer),
        on_parts=len(codes.codes_on_parts(actor().viewer)),
        layouts=LABEL_LAYOUTS,
        most=MOST_BLANKS,
        origin=(origin := page.label_origin()),
        fits=len(f"{origin}/D/{'0' * 10}") <= LONGEST_ADDRESS,
    )


@blueprint.post("/codes")
@signed_in(*LABEL_KEEPERS)
def make():
    made = make_blank(actor(), request.form.get("count", 21, inputs.whole_number))
    flash(page.say(N_("已生成 %(n)s 个空白标签，可以打印了。"), n=len(made)), "success")
    return redirect(url_for("codes.index"), 303)


@blueprint.get("/labels.pdf")
@signed_in(*LABEL_KEEPERS)
def labels():
    """The labels of a `client`, of all parts (`parts=1`), of a `batch` of blanks (UTC ms), of all blanks (`blank=1`),
    or `codes`."""
    return label_sheet(codes_to_print()[:MOST_LABELS])


def codes_to_print() -> list:
    viewer, given = actor().viewer, request.args
    if given.get("codes"):
        return codes.printable_codes(viewer, given["codes"].upper().split(",")[:MOST_LABELS])
    if made_at := given.get("batch", type=inputs.utc_number):
        return codes.codes_of_batch(made_at)
    if given.get("blank"):
        return codes.blank_codes(MOST_LABELS)
    if given.get("parts"):
        return codes.codes_on_parts(viewer)
    if client := given.get("client", type=inputs.whole_number):
        return codes.codes_on_devices(viewer, client)
    return []
