"""Sheets that were handed in: the list, one sheet, its paper, and what may follow."""

from collections.abc import Sequence

from flask import Blueprint, flash, make_response, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, NotFound, Problem, ReasonNeeded
from fieldforms.flow.completing import (
    allowed_actions,
    corrections,
    follow_on_sheets,
    follow_ups,
    lifting,
    record_access,
    record_events,
    short_steps,
    step_movements,
)
from fieldforms.flow.filling import drafts
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.prefill import carried_answers, register_answers
from fieldforms.flow.proof import verification
from fieldforms.flow.record import approvals, folding, signer_words, step_rights
from fieldforms.flow.register import devices
from fieldforms.flow.reporting import exports, form_lists
from fieldforms.flow.sheets import record_sheets, repeat_reports, timeline, words_of_records
from fieldforms.flow.stock import parts
from fieldforms.forms.kinds import clean_text
from fieldforms.paper import pdf as paper
from fieldforms.store.files import files
from fieldforms.store.record import lists, records
from fieldforms.web import asking, page, photos, record_filters
from fieldforms.web.access import actor, signed_in

blueprint = Blueprint("records", __name__)

READERS = page.READS_LISTS
COUNTED = 1_000  # beyond it nobody counts sheet by sheet


# The list


@blueprint.get("/records")
@signed_in(*READERS)
def index():
    viewer = actor().viewer
    narrowed = record_filters.narrowed_records()
    wanted = record_filters.filters_of_list(narrowed, request.args.get("before", ""))
    found = lists.page(viewer, wanted)
    counted = lists.count(viewer, wanted, COUNTED + 1)
    columns = form_lists.columns_of_form(viewer, wanted.key)
    late = form_lists.overdue_records(viewer, wanted) if columns else []
    first = late if wanted.before is None else []
    values = {
        "lines": form_lists.lines_of_rows(actor(), found.rows, columns, page.lang()),
        "late": form_lists.lines_of_rows(actor(), first, columns, page.lang()),
        "overdue": {row.uuid for row in late},
        "columns": columns,
        "dated": wanted.dated,
        "totals": form_lists.hours_by_person(viewer, wanted) if columns and wanted.before is None else [],
        "following": ".".join(map(str, found.following)) if found.following else "",
        "first_page": wanted.before is None,
        "count": min(counted, COUNTED),
        "more": counted > COUNTED,
        "narrowed": narrowed,
        "chips": record_filters.filter_chips(narrowed),
        "sees_ratings": viewer.role in lists.RATING_READERS,
        "most_printed": exports.MOST_PRINTED,
        "body_class": "wide",
    }
    if not page.is_partial():
        return page.show("records/index.html", **values)
    response = page.render_block("records/index.html", "list", **values)
    response.headers["HX-Replace-Url"] = narrowed.address()
    return response


# One sheet


@blueprint.get("/records/<number>")
@signed_in()
def show(number: str):
    return record_page(record_access.record_by_number(actor(), number))


def record_page(
    seen: records.Seen, short: DraftContext | None = None, asked: asking.StepQuestions | None = None
):
    """The sheet, and this person's own short step on it: `short`, which came back with what is wrong."""
    who = actor()
    if short is None and (short := short_steps.short_step_of_actor(who, seen)):
        asked = asking.questions_of_page(short, short.draft.answers)
    errors = asked.errors if asked else []
    before = records.by_number(who.viewer, seen.row.supersedes) if seen.row.supersedes else None
    lang = page.lang()
    return page.show(
        "records/show.html",
        422 if errors else 200,
        seen=seen,
        short=short,
        asked=asked,
        verdict=short_steps.decision_field(short.definition, short.step) if short else None,
        suggestions=register_answers.suggestions_by_field(short.definition, short.step, short.client)
        if short
        else {},
        irrelevant=asked.irrelevant if asked else set(),
        errors=errors,
        has_errors=bool(errors),
        line=words_of_records.line_of_row(seen.row, lang),
        sheet=record_sheets.sheet_of_record(seen, lang, page.public_origin()),
        may=allowed_actions.allowed_actions(who, seen),
        events=timeline.events_of_record(seen, lang),
        guards=lifting.history_of_guards(seen),
        may_lift=lifting.may_lift(who, seen),
        lacks=page.say(lacks) if (lacks := timeline.correction_lacks(seen)) else "",
        corrected=timeline.changes_by_record(seen, before, lang),
        differences=verification.differences_of_record(seen.row.uuid),
        reviews=records.reviews(seen.row.uuid),
        reads_notes=who.viewer.role in lists.RATING_READERS,
        further=repeat_reports.repeat_reports(seen, lang),
        follow_up_late=follow_ups.is_follow_up_late(seen.row),
        unsettled=carried_answers.unsettled_answers(seen, lang),
        devices=[
            device
            for (id,) in records.device_ids_of(seen.row.id)
            if (device := devices.device_reached(who, id))
        ],
        outlook=step_movements.stock_outlook(seen) if who.viewer.role in parts.READERS else [],
        own=own_approval(seen, lang),
        fell=who.viewer.role in step_rights.LAST and step_rights.has_fallen(seen),
        asked_to_sign=signer_words.for_step(seen.definition.steps_by_name.get(seen.row.next_step)).translated(
            lang
        ),
        offers=follow_on_sheets.offered_sheets(who, seen),
        followers=[
            words_of_records.line_of_row(row, lang) for row in follow_on_sheets.visible_followers(who, seen)
        ],
        photo_url=lambda digest: url_for("records.photo", number=seen.row.number, digest=digest),
        document_url=lambda digest: url_for("records.document", number=seen.row.number, digest=digest),
        body_class="wide",
    )


def own_approval(seen: records.Seen, lang: str) -> dict:
    """Why the next step is not this person's although it looks so: its name, and who else gives the approval."""
    who = actor()
    step = approvals.step_withheld(who, seen, folding.fold(seen.definition, seen.entries))
    if step is None:
        return {}
    others = approvals.approvers_but(step, who.account)
    names = [
        words_of_records.name_with_represented(user.name, other.name if other else "", lang)
        for user, other in others
    ]
    return {"step": i18n.pick(step.label, lang), "others": names}


@blueprint.get("/records/<number>.pdf")
@signed_in()
def pdf(number: str):
    return pdf_response(record_access.record_by_number(actor(), number), page.lang())


def pdf_response(seen: records.Seen, lang: str):
    """The sheet as PDF, with the photos it names and its seals inside; whatever `seen` leaves out is not in it."""
    photos = {digest: body for digest in record_sheets.photo_digests(seen) if (body := files.read(digest))}
    made = paper.render(
        record_sheets.sheet_of_record(seen, lang, page.public_origin()),
        photos=photos,
        attachment=record_sheets.record_json(seen),
        timestamp_ms=seen.row.updated_at,
    )
    return pdf_file(made, f"{seen.row.number}.pdf")


def pdf_file(body: bytes, name: str):
    response = make_response(body)
    response.headers["Content-Type"] = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/records/<number>/photos/<digest>")
@signed_in()
def photo(number: str, digest: str):
    seen = record_access.record_by_number(actor(), number)
    return photo_response(seen, digest, repeat_reports.photo_digests(seen))


@blueprint.get("/records/<number>/documents/<digest>")
@signed_in()
def document(number: str, digest: str):
    """A document that this very sheet names. Raises NotFound."""
    seen = record_access.record_by_number(actor(), number)
    body = files.read(digest) if digest in record_sheets.document_digests(seen) else None
    if body is None:
        raise NotFound
    return photos.document_response(body, digest)


def photo_response(seen: records.Seen, digest: str, beside: Sequence[str] = ()):
    """A photo that this very sheet names, or that stands `beside` it. Raises NotFound."""
    body = files.read(digest) if digest in (*record_sheets.photo_digests(seen), *beside) else None
    if body is None:
        raise NotFound
    return photos.jpeg_response(body)


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
def recalling(number: str):
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
        number, "correct", lambda reason: to_draft(corrections.correct(actor(), number, reason))
    )


@blueprint.get("/records/<number>/cancellation")
@signed_in()
def cancellation(number: str):
    return reason_page(number, "cancel")


@blueprint.post("/records/<number>/cancellation")
@signed_in()
def cancel(number: str):
    def cancelled(reason: str):
        record_events.cancel_record(actor(), number, reason)
        return back_to(number, N_("已取消。编号保留，不再使用。"))

    return with_reason(number, "cancel", cancelled)


def with_reason(number: str, action: str, verb):
    """Without a reason the page that asks for it comes back with a sentence."""
    allowed_actions.check_allowed(actor(), record_access.record_by_number(actor(), number), action)
    try:
        return verb(text_of_lines("reason"))
    except ReasonNeeded as refused:
        return reason_page(number, action, refused)


def text_of_lines(name: str) -> str:
    """Some lines as they were typed."""
    return clean_text(request.form.get(name, ""))[:1000]


def reason_page(number: str, action: str, refused: Problem | None = None):
    """On a page of its own, so that it works without scripts."""
    seen = record_access.record_by_number(actor(), number)
    allowed_actions.check_allowed(actor(), seen, action)
    errors = [("f-reason", page.say(refused.sentence))] if refused else []
    return page.show(
        "records/reason.html",
        422 if refused else 200,
        seen=seen,
        action=action,
        errors=errors,
        has_errors=bool(errors),
    )


@blueprint.get("/records/<number>/follow-up")
@signed_in()
def follow_up(number: str):
    return reason_page(number, "follow_up")


@blueprint.post("/records/<number>/follow-up")
@signed_in()
def settle_follow_up(number: str):
    """Somebody has contacted the client again, and says what came of it."""

    def settled(note: str):
        follow_ups.settle_follow_up(actor(), number, note)
        return back_to(number, N_("已记下：客户已重新联络。"))

    return with_reason(number, "follow_up", settled)


@blueprint.post("/records/<number>/review")
@signed_in()
def review(number: str):
    record_access.review_record(actor(), number, text_of_lines("note"))
    return back_to(number, N_("已记下：您看过这张单。"))


def to_draft(draft):
    return redirect(url_for("drafts.show", uuid=draft.uuid), 303)


def back_to(number: str, message: str):
    flash(page.say(message), "success")
    return redirect(url_for("records.show", number=number), 303)
