"""A form on paper, to be filled by hand where no phone may be."""

from flask import Blueprint

from fieldforms.errors import N_
from fieldforms.flow.filling import blank_sheets
from fieldforms.paper import pdf
from fieldforms.store import clock
from fieldforms.web import bodies, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.file_responses import pdf_file

blueprint = Blueprint("blank_sheets", __name__)


@blueprint.get("/forms/<key>/blank.pdf")
@signed_in()
def show(key: str):
    sheet = blank_sheets.blank_sheet(actor(), key, bodies.origin_of_address(actor(), key), page.lang())
    return pdf_file(pdf.render_sheet(sheet, timestamp_ms=clock.now()), sheet.title, page.say(N_("空白表")))
