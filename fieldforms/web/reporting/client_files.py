"""A client's file as one download: asked for once more with one's own password, then sent while it is made."""

from flask import Blueprint, current_app, stream_with_context

from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.reporting import client_files
from fieldforms.store import database
from fieldforms.web import access, own_password, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CLIENT_RULE
from fieldforms.web.file_responses import name_file

blueprint = Blueprint("client_files", __name__)
CLIENT_FILE_RULE = f"{CLIENT_RULE}/file.zip"


@blueprint.get(CLIENT_FILE_RULE)
@signed_in(*client_files.EXPORTERS)
def download(client_id: int):
    client = client_files.client_to_export(actor(), client_id)
    if not access.is_confirmed():
        return own_password.password_page()
    database.end_reading()  # it lasts as long as the download: each sheet is read by itself
    pieces = client_files.begin_client_file(actor(), client, page.lang(), page.public_origin())
    response = current_app.response_class(stream_with_context(pieces), mimetype="application/zip")
    return name_file(response, "zip", client.short_name, page.say(N_("客户档案")), local_time.today())


@blueprint.post(CLIENT_FILE_RULE)
@signed_in(*client_files.EXPORTERS)
def confirm(client_id: int):
    """Back to the file that was asked for."""
    client_files.client_to_export(actor(), client_id)
    return own_password.confirmed_page()
