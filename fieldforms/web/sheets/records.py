"""Sheets that were handed in: the list, one sheet, its paper, and what may follow."""

from flask import Blueprint, request

from fieldforms.errors import N_
from fieldforms.flow.completing import (
    allowed_actions,
    corrections,
    follow_ups,
    record_access,
    record_events,
)
from fieldforms.flow.filling import drafts
from fieldforms.flow.reporting import exports, form_lists, prints
from fieldforms.flow.sheets import found_words, repeat_reports
from fieldforms.store.record import lists
from fieldforms.web import filters, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.sheets import record_filters
from fieldforms.web.sheets.record_pages import (
    back_to,
    reason_page,
    record_page,
    text_of_lines,
    to_draft,
    with_reason,
)
from fieldforms.web.sheets.sheet_files import pdf_response, photo_response, sheet_document_response

blueprint = Blueprint("records", __name__)

RECORD_READERS = page.READS_LISTS
COUNTED = 1_000  # beyond it nobody counts sheet by sheet


# The list


@blueprint.get("/records")
@signed_in(*RECORD_READERS)
def index():
    viewer = actor().viewer
    narrowed = record_filters.narrowed_records()
    wanted = record_filters.filters_of_list(
        narrowed, request.args.get("before", ""), request.args.get("after", "")
    )
    found = lists.page_of_records(viewer, wanted)
    counted = lists.count_records(viewer, wanted, COUNTED + 1)
    register = form_lists.register_of_form(viewer, wanted.key)
    columns = register.columns
    late = form_lists.overdue_records(viewer, wanted) if columns else []
    is_first = found.preceding is None
    first = late if is_first else []
    values = {
        "lines": form_lists.lines_of_rows(actor(), found.rows, register, page.lang(), wanted.text),
        "late": form_lists.lines_of_rows(actor(), first, register, page.lang(), wanted.text),
        "overdue": {row.uuid for row in late},
        "columns": columns,
        "register": register,
        "marked": found_words.FoundWords(wanted.text).mark_words,
        "totals": form_lists.hours_by_person(viewer, wanted) if columns and is_first else [],
        "following": filters.text_of_keyset(found.following),
        "preceding": filters.text_of_keyset(found.preceding),
        "count": min(counted, COUNTED),
        "more": counted > COUNTED,
        "narrowed": narrowed,
        "chips": record_filters.filter_chips(narrowed),
        "sees_ratings": viewer.reads_ratings,
        "most_printed": exports.MOST_SHEETS_PRINTED,
        "few": prints.FEW,
        "new_uuid": drafts.new_uuid(),
        "body_class": "wide",
    }
    if not page.is_partial():
        return page.show("sheets/records/index.html", styles=("register.css",), **values)
    response = page.render_block("sheets/records/index.html", "list", **values)
    response.headers["HX-Replace-Url"] = narrowed.address()
    return response


# One sheet


@blueprint.get("/records/<number>")
@signed_in()
def show(number: str):
    return record_page(record_access.record_by_number(actor(), number))


@blueprint.get("/records/<number>.pdf")
@signed_in()
def pdf(number: str):
    return pdf_response(record_access.record_by_number(actor(), number), page.lang())


@blueprint.get("/records/<number>/photos/<digest>")
@signed_in()
def photo(number: str, digest: str):
    seen = record_access.record_by_number(actor(), number)
    return photo_response(seen, digest, repeat_reports.photo_digests_of_repeats(seen))


@blueprint.get("/records/<number>/documents/<digest>")
@signed_in()
def document(number: str, digest: str):
    return sheet_document_response(record_access.record_by_number(actor(), number), digest)


# What may follow


@blueprint.post("/records/<number>/step")
@signed_in()
def step(number: str):
    """The next step, when it is this person's."""
    who = actor()
    seen = record_access.record_by_number(who, number)
    allowed_actions.check_allowed(who, seen, "step")
    return to_draft(drafts.open_next_step(who, seen))


@blueprint.get("/records/<number>/recall")
@signed_in()
def ask_to_recall(number: str):
    return reason_page(number, "recall")


@blueprint.post("/records/<number>/recall")
@signed_in()
def recall(number: str):
    return with_reason(
        number, "recall", lambda reason: to_draft(record_events.recall_sheet(actor(), number, reason))
    )


@blueprint.get("/records/<number>/correction")
@signed_in()
def correction(number: str):
    return reason_page(number, "correct")


@blueprint.post("/records/<number>/correction")
@signed_in()
def correct(number: str):
    return with_reason(
        number, "correct", lambda reason: to_draft(corrections.correct_record(actor(), number, reason))
    )


@blueprint.get("/records/<number>/cancellation")
@signed_in()
def cancellation(number: str):
    return reason_page(number, "cancel")


@blueprint.post("/records/<number>/cancellation")
@signed_in()
def cancel(number: str):
    def cancel_with_reason(reason: str):
        record_events.cancel_record(actor(), number, reason)
        return back_to(number, N_("已取消。编号保留，不再使用。"))

    return with_reason(number, "cancel", cancel_with_reason)


@blueprint.get("/records/<number>/unaccepted")
@signed_in()
def ask_to_end_unaccepted(number: str):
    return reason_page(number, "end_unaccepted")


@blueprint.post("/records/<number>/unaccepted")
@signed_in()
def end_unaccepted(number: str):
    """The work was done, and the client would not accept it, or was not there."""

    def end_with_reason(reason: str):
        record_events.end_unaccepted(actor(), number, reason)
        return back_to(number, N_("已结束。单据上写明客户没有验收。"))

    return with_reason(number, "end_unaccepted", end_with_reason)


@blueprint.get("/records/<number>/follow-up")
@signed_in()
def follow_up(number: str):
    return reason_page(number, "follow_up")


@blueprint.post("/records/<number>/follow-up")
@signed_in()
def settle_follow_up(number: str):
    """Somebody has contacted the client again, and says what came of it."""

    def settle_with_note(note: str):
        follow_ups.settle_follow_up(actor(), number, note)
        return back_to(number, N_("已记下：客户已重新联络。"))

    return with_reason(number, "follow_up", settle_with_note)


@blueprint.post("/records/<number>/review")
@signed_in()
def review(number: str):
    record_access.review_record(actor(), number, text_of_lines("note"), told="told" in request.form)
    return back_to(number, N_("已记下：您看过这张单。"))
