"""Sheets that were handed in: the list, one sheet, its paper, and what may follow."""

from collections.abc import Sequence

from flask import Blueprint, flash, make_response, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, NotFound, Problem, ReasonNeeded
from fieldforms.flow import (
    actions,
    approvals,
    carrying,
    corrections,
    drafts,
    events,
    exports,
    folding,
    following,
    followups,
    further,
    lifting,
    parts,
    register,
    registers,
    sheets,
    shortsteps,
    signers,
    stocking,
    timeline,
    verify,
    whose,
    wording,
)
from fieldforms.flow import devices as register_of_devices
from fieldforms.flow import records as verbs
from fieldforms.flow.working import Working
from fieldforms.forms.kinds import clean
from fieldforms.paper import pdf as paper
from fieldforms.store import files, lists, records
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
    narrowed = record_filters.narrowed()
    wanted = record_filters.asked(narrowed, request.args.get("before", ""))
    found = lists.page(viewer, wanted)
    counted = lists.count(viewer, wanted, COUNTED + 1)
    columns = registers.columns(viewer, wanted.key)
    late = registers.overdue(viewer, wanted) if columns else []
    first = late if wanted.before is None else []
    values = {
        "lines": registers.lines(actor(), found.rows, columns, page.lang()),
        "late": registers.lines(actor(), first, columns, page.lang()),
        "overdue": {row.uuid for row in late},
        "columns": columns,
        "dated": wanted.dated,
        "totals": registers.totals(viewer, wanted) if columns and wanted.before is None else [],
        "following": ".".join(map(str, found.following)) if found.following else "",
        "first_page": wanted.before is None,
        "count": min(counted, COUNTED),
        "more": counted > COUNTED,
        "narrowed": narrowed,
        "chips": record_filters.chips(narrowed),
        "sees_ratings": viewer.role in lists.RATING_READERS,
        "most_printed": exports.MOST_PRINTED,
        "body_class": "wide",
    }
    if not page.partial():
        return page.show("records/index.html", **values)
    response = page.part("records/index.html", "list", **values)
    response.headers["HX-Replace-Url"] = narrowed.address()
    return response


# One sheet


@blueprint.get("/records/<number>")
@signed_in()
def show(number: str):
    return shown(verbs.found_by(actor(), number))


def shown(seen: records.Seen, short: Working | None = None, asked: asking.Asked | None = None):
    """The sheet, and this person's own short step on it: `short`, which came back with what is wrong."""
    who = actor()
    if short is None and (short := shortsteps.offered(who, seen)):
        asked = asking.asked(short, short.draft.answers)
    errors = asked.errors if asked else []
    before = records.by_number(who.viewer, seen.row.supersedes) if seen.row.supersedes else None
    lang = page.lang()
    return page.show(
        "records/show.html",
        422 if errors else 200,
        seen=seen,
        short=short,
        asked=asked,
        verdict=shortsteps.verdict(short.definition, short.step) if short else None,
        suggestions=register.suggestions(short.definition, short.step, short.client) if short else {},
        irrelevant=asked.irrelevant if asked else set(),
        errors=errors,
        has_errors=bool(errors),
        line=wording.line(seen.row, lang),
        sheet=sheets.sheet(seen, lang, page.origin()),
        may=actions.possible(who, seen),
        events=timeline.events(seen, lang),
        guards=lifting.history(seen),
        may_lift=lifting.may_lift(who, seen),
        lacks=page.say(lacks) if (lacks := timeline.being_corrected(seen)) else "",
        corrected=timeline.corrections(seen, before, lang),
        differences=verify.of_record(seen.row.uuid),
        reviews=records.reviews(seen.row.uuid),
        reads_notes=who.viewer.role in lists.RATING_READERS,
        further=further.reports(seen, lang),
        follow_up_late=followups.is_late(seen.row),
        unsettled=carrying.unsettled_answers(seen, lang),
        devices=[
            device
            for (id,) in records.devices_of(seen.row.id)
            if (device := register_of_devices.reached(who, id))
        ],
        outlook=stocking.outlook(seen) if who.viewer.role in parts.READERS else [],
        own=own_approval(seen, lang),
        fell=who.viewer.role in whose.LAST and whose.fell(seen),
        asked_to_sign=signers.words(seen.definition.steps_by_name.get(seen.row.next_step)).said(lang),
        offers=following.offers(who, seen),
        followers=[wording.line(row, lang) for row in following.followers(who, seen)],
        photo_url=lambda digest: url_for("records.photo", number=seen.row.number, digest=digest),
        document_url=lambda digest: url_for("records.document", number=seen.row.number, digest=digest),
        body_class="wide",
    )


def own_approval(seen: records.Seen, lang: str) -> dict:
    """Why the next step is not this person's although it looks so: its name, and who else gives the approval."""
    who = actor()
    step = approvals.withheld(who, seen, folding.fold(seen.definition, seen.entries))
    if step is None:
        return {}
    others = approvals.others(step, who.account)
    names = [wording.instead_of(user.name, other.name if other else "", lang) for user, other in others]
    return {"step": i18n.pick(step.label, lang), "others": names}


@blueprint.get("/records/<number>.pdf")
@signed_in()
def pdf(number: str):
    return pdf_response(verbs.found_by(actor(), number), page.lang())


def pdf_response(seen: records.Seen, lang: str):
    """The sheet as PDF, with the photos it names and its seals inside; whatever `seen` leaves out is not in it."""
    photos = {digest: body for digest in sheets.photos(seen) if (body := files.read(digest))}
    made = paper.render(
        sheets.sheet(seen, lang, page.origin()),
        photos=photos,
        attachment=sheets.attachment(seen),
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
    seen = verbs.found_by(actor(), number)
    return photo_response(seen, digest, further.photos(seen))


@blueprint.get("/records/<number>/documents/<digest>")
@signed_in()
def document(number: str, digest: str):
    """A document that this very sheet names. Raises NotFound."""
    seen = verbs.found_by(actor(), number)
    body = files.read(digest) if digest in sheets.documents(seen) else None
    if body is None:
        raise NotFound
    return photos.saved(body, digest)


def photo_response(seen: records.Seen, digest: str, beside: Sequence[str] = ()):
    """A photo that this very sheet names, or that stands `beside` it. Raises NotFound."""
    body = files.read(digest) if digest in (*sheets.photos(seen), *beside) else None
    if body is None:
        raise NotFound
    return photos.jpeg(body)


# What may follow


@blueprint.post("/records/<number>/step")
@signed_in()
def step(number: str):
    """The next step, when it is this person's."""
    who = actor()
    seen = verbs.found_by(who, number)
    actions.check(who, seen, "step")
    return to_draft(drafts.open_step(who, seen))


@blueprint.get("/records/<number>/recall")
@signed_in()
def recalling(number: str):
    return ask(number, "recall")


@blueprint.post("/records/<number>/recall")
@signed_in()
def recall(number: str):
    return with_reason(number, "recall", lambda reason: to_draft(events.recall(actor(), number, reason)))


@blueprint.get("/records/<number>/correction")
@signed_in()
def correction(number: str):
    return ask(number, "correct")


@blueprint.post("/records/<number>/correction")
@signed_in()
def correct(number: str):
    return with_reason(
        number, "correct", lambda reason: to_draft(corrections.correct(actor(), number, reason))
    )


@blueprint.get("/records/<number>/cancellation")
@signed_in()
def cancellation(number: str):
    return ask(number, "cancel")


@blueprint.post("/records/<number>/cancellation")
@signed_in()
def cancel(number: str):
    def cancelled(reason: str):
        events.cancel(actor(), number, reason)
        return back_to(number, N_("已取消。编号保留，不再使用。"))

    return with_reason(number, "cancel", cancelled)


def with_reason(number: str, action: str, verb):
    """Without a reason the page that asks for it comes back with a sentence."""
    actions.check(actor(), verbs.found_by(actor(), number), action)
    try:
        return verb(written("reason"))
    except ReasonNeeded as refused:
        return ask(number, action, refused)


def written(name: str) -> str:
    """Some lines as they were typed."""
    return clean(request.form.get(name, ""))[:1000]


def ask(number: str, action: str, refused: Problem | None = None):
    """On a page of its own, so that it works without scripts."""
    seen = verbs.found_by(actor(), number)
    actions.check(actor(), seen, action)
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
    return ask(number, "follow_up")


@blueprint.post("/records/<number>/follow-up")
@signed_in()
def settle_follow_up(number: str):
    """Somebody has contacted the client again, and says what came of it."""

    def settled(note: str):
        followups.settle(actor(), number, note)
        return back_to(number, N_("已记下：客户已重新联络。"))

    return with_reason(number, "follow_up", settled)


@blueprint.post("/records/<number>/review")
@signed_in()
def review(number: str):
    verbs.review(actor(), number, written("note"))
    return back_to(number, N_("已记下：您看过这张单。"))


def to_draft(draft):
    return redirect(url_for("drafts.show", uuid=draft.uuid), 303)


def back_to(number: str, message: str):
    flash(page.say(message), "success")
    return redirect(url_for("records.show", number=number), 303)
