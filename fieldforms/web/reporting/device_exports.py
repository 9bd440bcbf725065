"""The list of devices as a spreadsheet."""

from flask import Blueprint

from fieldforms.flow.reporting import device_exports
from fieldforms.web import access, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import DEVICE_READERS
from fieldforms.web.file_responses import file_response
from fieldforms.web.register import device_filters
from fieldforms.web.reporting import own_password

blueprint = Blueprint("device_exports", __name__)

DEVICES_FILE = "/devices.<any(xlsx, csv):file>"


@blueprint.get(DEVICES_FILE)
@signed_in(*DEVICE_READERS)
def spreadsheet(file: str):
    narrowed = device_filters.narrowed_devices()
    if not access.is_confirmed() and not narrowed.chosen:
        return own_password.password_page()
    filters = device_filters.filters_of_devices(narrowed)
    stream = device_exports.devices_as_spreadsheet(actor(), filters, file, page.lang())
    return file_response(stream, file, "devices")


@blueprint.post(DEVICES_FILE)
@signed_in(*DEVICE_READERS)
def confirm(file: str):
    return own_password.confirmed_page()
