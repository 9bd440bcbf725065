"""Many sheets as one file to print: how far it is, a way to stop it, and the file."""

from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_
from fieldforms.flow.filling.drafts import is_uuid, new_uuid
from fieldforms.flow.reporting import prints
from fieldforms.web import own_password, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.file_responses import pdf_file
from fieldforms.web.sheets import record_filters

blueprint = Blueprint("prints", __name__, url_prefix="/prints")

PRINT_RULE = "/<uuid>.pdf"
TEMPLATE_OF_PRINT = "reporting/prints/show.html"


@blueprint.post("")
@signed_in(*page.READS_LISTS)
def begin():
    """The list's filters stand in the address."""
    narrowed = record_filters.narrowed_records()
    if asks := own_password.page_until_confirmed(narrowed.address()):
        return asks
    uuid = request.form.get("uuid", "").lower()
    asked = prints.begin_print(
        actor(), record_filters.filters_of_list(narrowed), uuid if is_uuid(uuid) else new_uuid(),
        page.lang(), page.public_origin(),
    )  # fmt: skip
    if asked is None:
        flash(page.say(N_("没有可以打印的单据。")))
        return redirect(narrowed.address(), 303)
    return redirect(url_for("prints.show", uuid=asked.uuid, back=request.query_string.decode()), 303)


@blueprint.get("/<uuid>")
@signed_in(*page.READS_LISTS)
def show(uuid: str):
    """What asks again and again is told when the print is gone, and asks no more."""
    back = request.args.get("back", "")
    shown = {"back": back, "list_address": list_address(back)}
    if page.is_partial():
        return page.render_block(TEMPLATE_OF_PRINT, "state", asked=prints.find_print(actor(), uuid), **shown)
    asked = prints.print_of_actor(actor(), uuid)
    return page.show(TEMPLATE_OF_PRINT, asked=asked, styles=("register.css",), **shown)


def list_address(back: str) -> str:
    """Of the list of sheets; `back`: its filters as an address has them, from the request."""
    filters = urlencode(parse_qsl(back))
    return url_for("records.index") + (f"?{filters}" if filters else "")


@blueprint.post("/<uuid>/stop")
@signed_in(*page.READS_LISTS)
def stop(uuid: str):
    prints.stop_print(actor(), uuid)
    flash(page.say(N_("已停止打印。")))
    return redirect(list_address(request.form.get("back", "")), 303)


@blueprint.get(PRINT_RULE)
@signed_in(*page.READS_LISTS)
@own_password.confirmed_first
def file(uuid: str):
    return pdf_file(prints.file_of_print(actor(), uuid), "records")


@blueprint.post(PRINT_RULE)
@signed_in(*page.READS_LISTS)
def confirm(uuid: str):
    return own_password.confirmed_page()
