"""Filling a step: start, save, check, complete."""

from dataclasses import replace
from itertools import takewhile
from urllib.parse import urlencode

from flask import Blueprint, flash, redirect, request, session, url_for

from fieldforms.errors import (
    N_,
    BadPhoto,
    Completed,
    Invalid,
    NotEnough,
    NotFound,
    PaperPhotoNeeded,
    ReasonNeeded,
    Stale,
)
from fieldforms.flow.completing import (
    completion,
    follow_on_sheets,
    phone_signatures,
    signature_requests,
    survey_results,
)
from fieldforms.flow.faults import likely_faults
from fieldforms.flow.faults.known_faults import FAULT_READERS
from fieldforms.flow.files import photos
from fieldforms.flow.files.file_digests import answers_with_own_files
from fieldforms.flow.filling import (
    confidential_drafts,
    count_suggestions,
    drafts,
    kept_subjects,
    offered_points,
)
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.filling.posted_answers import read_answers, save_body
from fieldforms.flow.people.actors import SIGNERS
from fieldforms.flow.prefill import register_answers
from fieldforms.flow.record import approvals, folding, signer_words
from fieldforms.flow.sheets import record_sheets, repeat_reports, timeline
from fieldforms.forms.answers import changed_answers, step_relevant
from fieldforms.forms.definition import Step
from fieldforms.paper import pdf
from fieldforms.store import clock
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import records
from fieldforms.web import bodies, inputs, kept_pages, page, step_questions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.completing import signing_pages
from fieldforms.web.filling import signing_offers
from fieldforms.web.filling.first_words import first_words
from fieldforms.web.filling.scanned_backups import lines_of_backups
from fieldforms.web.filling.without_photos import remember_whether_photos

blueprint = Blueprint("drafts", __name__)

CONTINUE = "check"


@blueprint.get("/forms/<key>/new")
@signed_in()
def new(key: str):
    """One draft for one form at one place: what is open is offered, another one is begun when it is asked for."""
    named = request.args.get(DRAFT_NAME, "")
    if drafts.is_uuid(named) and not drafts.is_new_name(named):
        return redirect(url_for("drafts.show", uuid=named))
    origin, choosable = origin_and_choosable(key)
    begun = follow_on_sheets.draft_of_follower(actor(), origin.get("follows"), key)
    if begun:
        return redirect(url_for("drafts.show", uuid=begun.uuid))
    if kept_pages.BLANK in request.args:
        origin |= {kept_pages.BLANK: 1}
    asked = any(name in request.args for name in (ANOTHER, DRAFT_NAME, kept_pages.BLANK))
    alike = [] if asked else drafts.open_drafts_alike(actor(), key, origin)
    if alike:
        return page.show(
            "filling/drafts/begun.html",
            definition=definitions.read_definition(alike[0].definition),
            alike=alike,
            again=address_of_another(key),
            words=first_words,
        )
    uuid = named if drafts.is_uuid(named) else drafts.new_uuid()
    found = drafts.start_draft(actor(), key, origin, uuid, drafts.new_uuid())
    return fill_page(found, found.draft.answers, choosable=choosable)


ALONE = "alone"  # the address of a sheet that is about no client, though it could be
ANOTHER = "another"  # of one that is begun beside an open one of its kind
DRAFT_NAME = "draft"  # of one that is open on a page and not saved yet: autosave.js puts it there, for a reload or Back


def origin_and_choosable(key: str) -> tuple[dict, list]:
    """(what the address says a new sheet is about, clients it could be about instead)"""
    origin = bodies.origin_of_address(actor(), key)
    choosable = register_answers.clients_to_choose(actor(), key, origin)
    if not origin and len(choosable) == 1 and ALONE not in request.args:
        origin = {
            "client": choosable[0].id
        }  # a resident technician's sheets are about the one client they serve
    return origin, choosable


def address_of_another(key: str) -> str:
    """This address, once more: what it says is data, and names nothing of Flask's."""
    return f"{url_for('drafts.new', key=key)}?{urlencode(request.args.to_dict() | {ANOTHER: 1})}"


@blueprint.get("/drafts/<uuid>")
@signed_in()
def show(uuid: str):
    try:
        found = drafts.draft_to_fill(actor(), uuid)
    except Completed:
        return page_after(uuid)
    if found.step.by in SIGNERS:
        return signing_pages.signing_page(found, url_for("drafts.complete", uuid=uuid))
    return fill_page(found, found.draft.answers)


@blueprint.post("/drafts/<uuid>")
@signed_in()
def save(uuid: str):
    found = bodies.draft_of_body(actor(), uuid)
    body, refused = bodies.posted_body(actor(), found)
    version, editor = request.form.get("version", 0, inputs.whole_number), request.form.get("editor", "")
    try:
        row = save_body(actor(), found, body, version, editor)
    except Stale as stale:
        return conflict_page(found, read_answers(actor(), found, body), stale)
    if request.headers.get("HX-Request"):
        return saved_response(found, row)
    if refused:
        return fill_page(
            found, row.answers, 422, extra=[("", page.say(refused.sentence, **refused.values))], row=row
        )
    if request.form.get("then") == CONTINUE:
        return go_on(drafts.draft_to_fill(actor(), uuid))
    return redirect(url_for("drafts.show", uuid=uuid), 303)


def go_on(found: DraftContext):
    """To the check page, or back with everything that is missing."""
    if drafts.problems_of_step(found, answers_as_sealed(found)):
        # once more on the answers as they stand: their rows are numbered as on the page
        wrong = drafts.problems_of_step(found, drafts.answers_looked_up(found, found.draft.answers, actor()))
        return fill_page(found, found.draft.answers, 422, wrong)
    return redirect(url_for("drafts.check", uuid=found.draft.uuid), 303)


def answers_as_sealed(found: DraftContext) -> dict:
    return drafts.answers_as_sealed(found, found.draft.answers, actor().viewer)


def saved_response(found: DraftContext, row):
    """The status line of an autosave; the version goes in a header, so that nothing under the fingers is swapped."""
    response = page.render_block("filling/drafts/status.html", "status", saved_at=row.saved_at)
    response.headers["X-Draft-Version"] = str(row.version)
    response.headers["X-Draft-Url"] = url_for("drafts.show", uuid=found.draft.uuid)
    return response


def conflict_page(found: DraftContext, given: dict, stale: Stale):
    """Both versions side by side; whoever reads decides."""
    theirs = stale.theirs.answers
    changes = changed_answers(found.definition, theirs, {**given})
    values = {"changes": changes, "theirs": stale.theirs, "words": answer_in_words}
    if request.headers.get("HX-Request"):
        return page.render_block("filling/drafts/conflict.html", "conflict", 412, found=found, **values)
    said = [("versions", page.say(stale.sentence))]
    # Its address stays the one posted to: the draft's own page would show theirs only.
    return fill_page(found, given, 412, extra=said, row=stale.theirs, own_address="", **values)


def answer_in_words(field, value) -> str:
    return timeline.answer_in_words(field, value, page.lang())


def fill_page(found: DraftContext, answers: dict, status: int = 200, wrong=(), extra=(), row=None, **more):
    """The page of a step being filled, with what is wrong named on top and beside."""
    taken, shown = offered_points.split_answers(actor(), found, answers)
    asked = step_questions.questions_of_page(found, shown, wrong, extra)
    sections = asked.sections
    remember_whether_photos(found.draft.uuid, not found.forbids_photos)
    let_phone_keep_page(found, answers)
    photos_at = url_for("photos.add", uuid=found.draft.uuid, sent="_").removesuffix("/_")
    return page.show(
        "filling/drafts/show.html",
        status,
        found=found,
        styles=("sign.css",) if any(question.kind.canvas for question in asked.form) else (),
        form=asked.form,
        sections=sections,
        errors=asked.errors,
        has_errors=bool(asked.errors),
        version=(row or found.draft).version,
        editor=request.form.get("editor") or drafts.new_uuid(),
        irrelevant=asked.irrelevant,
        points_taken=taken,
        known_fields={} if wrong else known_fields(found, sections, answers),
        **said_earlier(found),
        signs_next=signs_next(found),
        no_camera=not photos.may_be_taken_in(found.room),
        sent_back=reason_sent_back(found),
        approves_late=approvals.has_begun(found.step, found.earlier, clock.now()),
        proposals=survey_results.changes_proposed_by_draft(actor(), found, page.lang()),
        suggestions=register_answers.suggestions_by_field(found.definition, found.step, found.client),
        room_devices=register_answers.room_devices(found.definition, found.step, found.room),
        part_names=register_answers.part_names(found.definition, found.step, found.draft.client_id),
        suggested=count_suggestions.suggested_counts(found, answers),
        backups=lines_of_backups(found, answers),
        people=register_answers.people_to_choose(found.definition, found.step),
        photo_url=lambda digest: f"{photos_at}/{digest}",
        document_url=lambda digest: url_for("photos.document", uuid=found.draft.uuid, digest=digest),
        photo_upload_url=photos_at,
        device_lookup_url=url_for("devices.look_up"),
        likely_at=likely_at(found),
        signing=address_for_phone(found, answers),
        **more,
    )


def let_phone_keep_page(found: DraftContext, answers: dict) -> None:
    if not kept_pages.is_phone_worker():
        return
    about = kept_subjects.subjects_of_draft(actor(), found, answers)
    kept_pages.keep_unless(confidential_drafts.would_be_confidential(found, answers), about)


def address_for_phone(found: DraftContext, answers: dict) -> str:
    """For a phone's worker alone; of nothing confidential, which no phone keeps."""
    if not kept_pages.is_phone_worker() or confidential_drafts.would_be_confidential(found, answers):
        return ""
    return signing_offers.address_to_sign_sheet(actor(), found)


def likely_at(found: DraftContext) -> dict | None:
    """Beside which question known faults are offered, and where they come from: the page itself asks for none."""
    question = likely_faults.described_question(found.definition, found.step)
    if question is None or me().role not in FAULT_READERS:
        return None
    named = {"definition": found.definition.key, "record": found.draft.record, **found.draft.origin}
    unsaved = (
        {} if found.draft.version else {name: named[name] for name in NAMED_IN_ADDRESS if named.get(name)}
    )
    return {
        "question": question,
        "address": url_for("likely_faults.of_draft", uuid=found.draft.uuid, **unsaved),
    }


NAMED_IN_ADDRESS = ("definition", "record", "device", "room", "client", "follows")


def said_earlier(found: DraftContext) -> dict:
    """What the steps `before` said, and what was reported `further`, as this person may read it."""
    seen = records.by_uuid(actor().viewer, found.draft.record) if found.seen else None
    if seen is None:
        return {"before": [], "further": []}
    return {"before": said_before(seen), "further": repeat_reports.repeat_reports(seen, page.lang())}


def said_before(seen: records.Seen) -> list[tuple]:
    """(field, words)"""
    answers = folding.fold_entries(seen.definition, seen.entries).answers
    said = [
        (field, answer_in_words(field, answers.get(field.name))) for field in seen.definition.fields.values()
    ]
    return [(field, text) for field, text in said if field.name in answers and text]


def known_fields(found: DraftContext, sections, answers: dict) -> dict[str, dict]:
    """The leading questions of a section that the register has answered: folded to one line, a tap from being changed."""
    known = {}
    for section in sections:
        leading = list(
            takewhile(lambda f: f.source.startswith("client.") and answers.get(f.name), section.fields)
        )
        if len(leading) > 1:
            text = " · ".join(answer_in_words(field, answers[field.name]) for field in leading)
            known[section.name] = {"count": len(leading), "text": text}
    return known


@blueprint.get("/drafts/<uuid>/check")
@signed_in()
def check(uuid: str):
    try:
        found = drafts.draft_to_fill(actor(), uuid)
    except Completed:
        return page_after(uuid)
    if found.step.by in SIGNERS:
        raise NotFound
    answers = answers_as_sealed(found)
    wrong = drafts.problems_of_step(found, answers)
    if wrong:
        return fill_page(found, found.draft.answers, 422, wrong)
    return check_page(found, answers)


def check_page(found: DraftContext, answers: dict, errors=(), paper=()):
    """The page that is read once more before the step is sealed. `paper`: digests of the paper's photos sent so far."""
    uuid = found.draft.uuid
    sheet = record_sheets.draft_sheet(found.definition, {**found.earlier, **answers}, page.lang())
    return page.show(
        "filling/drafts/check.html",
        422 if errors else 200,
        styles=("sheet.css",),
        found=found,
        errors=errors,
        has_errors=bool(errors),
        paper=paper,
        sheet=sheet,
        lacking=pdf.lacking_characters(sheet),
        sections=[section.name for section in found.definition.sections_of(found.step)],
        signed_next=signed_next(found, answers),
        changes=changes_of_correction(found, answers),
        proposals=survey_results.changes_proposed_by_draft(actor(), found, page.lang()),
        confidential_rooms=confidential_drafts.confidential_rooms_of_sheet(
            found, {**found.earlier, **answers}
        ),
        photo_url=lambda digest: url_for("photos.show", uuid=uuid, digest=digest),
        document_url=lambda digest: url_for("photos.document", uuid=uuid, digest=digest),
    )


def reason_sent_back(found: DraftContext) -> str:
    """Why the step is to be filled once more: the words of who sent it back."""
    last = found.seen.entries[-1] if found.seen else None
    if last is None or last.outcome != folding.RETURNED or last.payload.get("returned_to") != found.step.name:
        return ""
    return last.facts.get("reason") or ""


def signs_next(found: DraftContext) -> dict[str, str]:
    """What is said where the step after this one is a client's or their lead's, else nothing.

    It may be skipped by an answer that is not given yet.
    """
    steps = found.definition.steps
    return asked_by(next(iter(steps[steps.index(found.step) + 1 :]), None))


def asked_by(step: Step | None) -> dict[str, str]:
    return signer_words.for_step(step).in_language(page.lang()) if step and step.by in SIGNERS else {}


def signed_next(found: DraftContext, answers: dict) -> dict[str, str]:
    """As `signs_next`, of the step that these answers lead to."""
    steps = found.definition.steps
    rest = steps[steps.index(found.step) + 1 :]
    everything = {**found.earlier, **answers}
    following = next((step for step in rest if step_relevant(found.definition, step, everything)), None)
    return asked_by(following)


def changes_of_correction(found: DraftContext, answers: dict) -> list[timeline.Change]:
    """What a correction says otherwise than the sheet it supersedes."""
    number = found.draft.origin.get("supersedes")
    before = records.by_number(actor().viewer, number) if number else None
    return timeline.changes_by_answers(found.definition, found.step, answers, before, page.lang())


@blueprint.post("/drafts/<uuid>/entry")
@signed_in()
def complete(uuid: str):
    who = actor()
    if who.way == "handed_over":
        return signing_pages.take_signature(
            who, uuid, lambda given: signature_requests.sign_in_hand(who, uuid, given), done_in_hand
        )
    try:
        answers, version = answers_handed_in(bodies.draft_of_body(who, uuid))
    except Completed:
        answers, version = answers_handed_in_again(drafts.draft_reached(who, uuid)), None
    given, refused = bodies.completion_with_paper(who, uuid, answers)
    if kept_pages.is_phone_worker() and WHOLE in request.form:
        given = replace(given, body=phone_signatures.digest_of_body(request.form.items(multi=True)))
    sent_back = given.outcome == folding.RETURNED
    try:
        if refused:
            raise refused
        done = completion.complete(who, uuid, given, version=None if sent_back else version)
    except Invalid as invalid:
        return fill_page(drafts.draft_to_fill(who, uuid), answers, 422, invalid.problems)
    except (PaperPhotoNeeded, BadPhoto) as error:
        found = drafts.draft_to_fill(who, uuid)
        return check_page(
            found, answers_as_sealed(found), [signing_pages.place_and_sentence(error)], given.paper
        )
    except (ReasonNeeded, NotEnough) as refused:
        sentence = page.say(refused.sentence, **refused.values)
        return fill_page(
            drafts.draft_to_fill(who, uuid), answers, 422, extra=[("f-reason" if sent_back else "", sentence)]
        )
    if kept_pages.is_phone_worker():
        return {"number": done.seen.row.number, "url": address_after(done.seen.row)}
    session["handed_in"] = uuid
    return redirect(url_after(done.seen.row), 303)


WHOLE = "whole"  # the body brings the answers along, as the outbox does; else the draft is meant as it was checked


def answers_handed_in(found: DraftContext) -> tuple[dict, int]:
    """(answers, the version they stand under)"""
    version, editor = request.form.get("version", 0, inputs.whole_number), request.form.get("editor", "")
    if WHOLE not in request.form:
        return found.draft.answers, version
    body, refused = bodies.posted_body(actor(), found)
    if refused:
        raise refused
    row = save_body(actor(), found, body, version, editor)
    return row.answers, row.version


def answers_handed_in_again(found: DraftContext) -> dict:
    """What a completed draft's body says once more: the verb compares it with what was sealed."""
    if WHOLE not in request.form:
        return found.draft.answers
    return answers_with_own_files(found.draft, bodies.answers_of_body(actor(), found))


def url_after(row: Record) -> str:
    if row.next_by not in SIGNERS:
        flash(page.say(N_("已提交，编号 %(number)s。"), number=row.number))
    return address_after(row)


def address_after(row: Record) -> str:
    if row.next_by in SIGNERS:
        return url_for("signatures.choose", number=row.number)
    sees = records.by_number(
        actor().viewer, row.number
    )  # who helped out once sees the sheet while it is theirs to fill
    return url_for("records.show", number=row.number) if sees else url_for("home.show")


def page_after(uuid: str):
    """An old draft's page after its step was sealed: Back and second tabs land on what it became."""
    entry = drafts.entry_of(uuid)
    if me().session.handed_draft:
        return redirect(url_for("signatures.done", uuid=uuid))
    return redirect(url_after(records.record_in_full(entry.record).row))


def done_in_hand(signed):
    entry, session["copy"] = signed
    return redirect(url_for("signatures.done", uuid=entry.draft), 303)


@blueprint.get("/drafts/<uuid>/discard")
@signed_in()
def ask_to_discard(uuid: str):
    return page.show("filling/drafts/discard.html", found=drafts.draft_to_fill(actor(), uuid))


@blueprint.post("/drafts/<uuid>/discard")
@signed_in()
def discard(uuid: str):
    drafts.discard_draft(actor(), uuid)
    flash(page.say(N_("草稿已丢弃。")))
    return redirect(url_for("home.show"), 303)
