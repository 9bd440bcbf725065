"""A document's pages as pictures, and its files to be saved."""

from flask import Blueprint, make_response

from fieldforms.errors import N_
from fieldforms.flow.documents import document_reading
from fieldforms.flow.documents.documents import DOCUMENT_READERS
from fieldforms.paper.page_pictures import WIDTHS, UnreadableFile
from fieldforms.web import file_responses, inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import DOCUMENT_RULE

blueprint = Blueprint("document_files", __name__)

VERSION_RULE = f"{DOCUMENT_RULE}/versions/<int(max={inputs.MOST_ID}):version>"
SIZES = ",".join(WIDTHS)


@blueprint.get(f"{VERSION_RULE}/<any({SIZES}):size>/<int(max={inputs.MOST_ID}):page_number>")
@signed_in(*DOCUMENT_READERS)
def picture(document_id: int, version: int, size: str, page_number: int):
    try:
        found = document_reading.picture_of_page(actor(), document_id, version, page_number, size)
    except UnreadableFile:
        return unreadable_page(page_number)
    return file_responses.picture_response(found)


def unreadable_page(number: int):
    """A picture that says so: whoever asked shows pictures."""
    words = page.say(N_("第 %(n)s 页显示不出来，请保存原文件查看。"), n=number)
    response = make_response(
        page.render_block("documents/document_files/unreadable.svg", "picture", words=words)
    )
    response.status_code = 422
    response.headers["Content-Type"] = "image/svg+xml"
    return response


@blueprint.get(f"{VERSION_RULE}/file")
@signed_in(*DOCUMENT_READERS)
def save(document_id: int, version: int):
    with document_reading.saved_version(actor(), document_id, version) as (found, path):
        return file_responses.saved_file_response(path, found.media_type, found.name)
