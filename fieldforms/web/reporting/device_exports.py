"""The list of devices as a spreadsheet."""

from flask import Blueprint

from fieldforms.flow.reporting import device_exports
from fieldforms.web import own_password, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import DEVICE_READERS
from fieldforms.web.file_responses import response_in_pieces
from fieldforms.web.register import device_filters

blueprint = Blueprint("device_exports", __name__)

DEVICES_FILE = "/devices.<any(xlsx, csv):file>"


@blueprint.get(DEVICES_FILE)
@signed_in(*DEVICE_READERS)
@own_password.confirmed_first
def spreadsheet(file: str):
    filters = device_filters.filters_of_devices(device_filters.narrowed_devices())
    pieces = device_exports.begin_list_of_devices(actor(), filters, file, page.lang())
    return response_in_pieces(pieces, file, "devices")


@blueprint.post(DEVICES_FILE)
@signed_in(*DEVICE_READERS)
def confirm(file: str):
    return own_password.confirmed_page()
