"""Many sheets at once: the list as a table or as one PDF, with the list's filters."""

from functools import wraps

from flask import Blueprint, flash, redirect, request

from fieldforms.errors import N_, TooManyTries, WrongPassword
from fieldforms.flow.reporting import exports
from fieldforms.store.record import lists
from fieldforms.web import access, inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.file_responses import file_response, pdf_file
from fieldforms.web.sheets import record_filters

blueprint = Blueprint("exports", __name__)


def confirmed_first(view):
    """Everything at once leaves the house only after the person's own password, asked on a page of its own."""

    @wraps(view)
    def guarded_view(**values):
        if not access.is_confirmed() and not record_filters.narrowed_records().chosen:
            return inputs.input_page("reporting/exports/confirm.html")
        return view(**values)

    return guarded_view


SPREADSHEET, PDF = "/records.<any(xlsx, csv):kind>", "/records.pdf"


@blueprint.post(SPREADSHEET)
@blueprint.post(PDF)
@signed_in(*page.READS_LISTS)
def confirm_page(**_kind):
    """Back to the file that was asked for."""
    template, wrong = "reporting/exports/confirm.html", inputs.sentences_of_missing("own_password")
    if wrong:
        return inputs.input_page(template, wrong)
    try:
        access.confirm_password(request.form["own_password"])
    except (WrongPassword, TooManyTries) as problem:
        return inputs.own_password_refused(template, problem)
    return redirect(request.full_path.rstrip("?"), 303)


@blueprint.get(SPREADSHEET)
@signed_in(*page.READS_LISTS)
@confirmed_first
def spreadsheet(kind: str):
    stream = exports.records_as_spreadsheet(actor(), filters_of_address(), kind, page.lang())
    return file_response(stream, kind, "records")


@blueprint.get(PDF)
@signed_in(*page.READS_LISTS)
@confirmed_first
def pdf():
    printed = exports.records_as_pdf(actor(), filters_of_address(), page.lang(), page.public_origin())
    if printed is None:
        flash(page.say(N_("没有可以打印的单据。")))
        return redirect(record_filters.narrowed_records().address(), 303)
    return pdf_file(printed, "records.pdf")


def filters_of_address() -> lists.RecordFilters:
    """Exports and prints carry the list's filters."""
    return record_filters.filters_of_list(record_filters.narrowed_records())
