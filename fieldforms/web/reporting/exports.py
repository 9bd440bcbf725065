"""Many sheets at once: the list as a table or as one PDF, with the list's filters."""

from flask import Blueprint, flash, redirect

from fieldforms.errors import N_
from fieldforms.flow.reporting import exports
from fieldforms.store.record import lists
from fieldforms.web import own_password, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.file_responses import pdf_file, response_in_pieces
from fieldforms.web.sheets import record_filters

blueprint = Blueprint("exports", __name__)


SPREADSHEET, PDF = "/records.<any(xlsx, csv):kind>", "/records.pdf"


@blueprint.post(SPREADSHEET)
@blueprint.post(PDF)
@signed_in(*page.READS_LISTS)
def confirm_page(**_kind):
    return own_password.confirmed_page()


@blueprint.get(SPREADSHEET)
@signed_in(*page.READS_LISTS)
@own_password.confirmed_first
def spreadsheet(kind: str):
    pieces = exports.begin_list_of_records(actor(), filters_of_address(), kind, page.lang())
    return response_in_pieces(pieces, kind, "records")


@blueprint.get(PDF)
@signed_in(*page.READS_LISTS)
@own_password.confirmed_first
def pdf():
    printed = exports.records_as_pdf(actor(), filters_of_address(), page.lang(), page.public_origin())
    if printed is None:
        flash(page.say(N_("没有可以打印的单据。")))
        return redirect(record_filters.narrowed_records().address(), 303)
    return pdf_file(printed, "records")


def filters_of_address() -> lists.RecordFilters:
    """Exports and prints carry the list's filters."""
    return record_filters.filters_of_list(record_filters.narrowed_records())
