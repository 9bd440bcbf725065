"""Reaching the signer: the phone handed over, a code or link, an honest outcome without a signature, the copy."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, flash, make_response, redirect, request, session, url_for

from fieldforms import i18n
from fieldforms.errors import (
    N_,
    BadPhoto,
    Invalid,
    NotFound,
    NotTheLead,
    NotYourTurn,
    OutcomeNeeded,
    PaperPhotoNeeded,
    PinUsedUp,
    ReasonNeeded,
    SignerNeeded,
    WeakSecret,
    WrongPassword,
    WrongPin,
)
from fieldforms.flow.completing import awaited_signatures, completion, page_secrets, signature_requests
from fieldforms.flow.filling import drafts
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.filling.posted_answers import read_answers
from fieldforms.flow.people import sessions, tries
from fieldforms.flow.people.actors import SIGNERS
from fieldforms.flow.record import client_leads, folding, signer_words
from fieldforms.flow.sheets import record_sheets
from fieldforms.paper import qr
from fieldforms.store.completing import links
from fieldforms.store.record import records
from fieldforms.web import access, bodies, inputs, own_password, page, step_questions
from fieldforms.web.access import actor, link_actor, me, person, signed_in
from fieldforms.web.completing import signing_pages
from fieldforms.web.sheets.sheet_files import pdf_response, photo_response, sheet_document_response

blueprint = Blueprint("signatures", __name__)


@blueprint.get("/records/<number>/signature")
@signed_in()
def choose(number: str, errors: Sequence[tuple[str, str]] = ()):
    """`errors`: (anchor, sentence) of what keeps it from going on. What was signed meanwhile is on the sheet."""
    try:
        seen, found = signature_requests.record_and_draft_to_sign(actor(), number)
    except NotYourTurn:
        if errors:
            raise
        return redirect(url_for("records.show", number=number))
    return page.show(
        "completing/signatures/choose.html",
        422 if errors else 200,
        seen=seen,
        draft=found.draft,
        shown=folding.fold_entries(seen.definition, seen.entries).shown_digest,
        words=record_sheets.answers_in_plain_words(seen, page.lang()),
        has_pin=bool(me().session.pin),
        confirms=not access.is_confirmed(),
        pending=links.pending_links(seen.row.uuid),
        number=number,
        **still_waiting(seen),
        **leads_as_contacts(found),
        errors=errors,
        has_errors=bool(errors),
        unsigned="reason" in request.form,
        own_address=url_for("signatures.choose", number=number) if errors else "",
        reason=request.form.get("reason", ""),
        outcome=request.form.get("entry.outcome", ""),
    )


def leads_as_contacts(found: DraftContext) -> dict:
    """For staff: the `leads` who alone may sign, as contacts; `unnamed`: the client's file should name one."""
    return {
        "leads": client_leads.leads_for_step(found.step, found.client),
        "unnamed": client_leads.is_unnamed(found.step, found.client),
        "client_id": found.draft.client_id,
        "signs": i18n.pick(found.step.sign, page.lang()),
        "asked": signer_words.for_step(found.step).in_language(page.lang()),
    }


@blueprint.post("/records/<number>/handover")
@signed_in()
def hand_over(number: str):
    signature_requests.record_and_draft_to_sign(actor(), number)
    if not me().session.pin:  # the first one, too: who sets it takes the phone back
        if asking := own_password.page_until_confirmed(url_for("signatures.choose", number=number)):
            return asking
        try:
            sessions.set_pin(me().session, request.form.get("pin", ""))
        except WeakSecret as error:
            return choose(number, [("f-pin", page.say(error.sentence, **error.values))])
    draft = signature_requests.hand_phone_over(actor(), number)
    access.forget_confirmation()  # in whose hands it was meanwhile, nobody knows
    session["staff_lang"] = session.get("lang")
    session["lang"] = draft.client.language if draft.client_id else "zh"
    return redirect(url_for("drafts.show", uuid=draft.uuid), 303)


@blueprint.get("/drafts/<uuid>/done")
@signed_in()
def done(uuid: str):
    """After signing on the technician's phone: the number and the signer's own copy; no rating is shown again."""
    entry = drafts.entry_of(uuid)
    if me().session.handed_draft != uuid:
        raise NotFound
    seen = signature_requests.record_of_draft(uuid)
    token = session.get("copy")
    url = f"{page.public_origin()}{url_for('signatures.link', token=token)}" if token else ""
    return page.show(
        "completing/signatures/done.html",
        entry=entry,
        **said_last(seen),
        copy_url=url,
        copy_code=qr.svg(url, "M") if url else "",
        body_class="client",
    )


def said_last(seen) -> dict:
    """For a template: the signer's last `word`, was it `signed` or `returned`, and what happens next."""
    word = signature_requests.last_signer_entry(seen)
    outcome = word.outcome if word else ""
    step, turn = (
        seen.definition.steps_by_name.get(name) for name in (word and word.step, seen.row.next_step)
    )
    return {
        "word": word,
        "signed": outcome in (folding.DONE, folding.PAPER),
        "returned": outcome == folding.RETURNED,
        "rates": bool(step) and any(field.private_to for field in seen.definition.fields_of(step)),
        "next_step": turn.label if turn else None,
        "again": bool(turn) and turn.by in SIGNERS,
    }


@blueprint.get("/handover/return")
@signed_in()
def handover():
    """Where the phone's owner types the PIN that takes it back."""
    row = me().session
    return asking_pin(row) if row.handed_draft else redirect(url_for("home.show"))


@blueprint.post("/handover/return")
@signed_in()
def take_back():
    row = me().session
    if not row.handed_draft:
        return redirect(url_for("home.show"), 303)
    try:
        return response_after_taking_back(row)
    except (WrongPin, PinUsedUp, WrongPassword) as refused:
        return asking_pin(row, page.say(refused.sentence, **refused.values))


def asking_pin(row, error: str = ""):
    return page.show(
        "completing/signatures/take_back.html",
        422 if error else 200,
        error=error,
        has_errors=bool(error),
        by_password=not row.pin or sessions.pin_used_up(row),
        draft=row.handed_draft,
        body_class="client",
    )


def response_after_taking_back(row):
    sessions.take_phone_back(row, request.form.get("pin", ""), request.form.get("password", ""))
    session.pop("copy", None)
    session["finished"] = row.handed_draft  # nothing of the client's stays on the technician's phone
    lang = session.pop("staff_lang", None)
    session.pop("lang", None)
    if lang:
        session["lang"] = lang
    number = signature_requests.record_number_of_draft(row.handed_draft)
    return redirect(url_for("records.show", number=number) if number else url_for("home.show"), 303)


@blueprint.post("/records/<number>/links")
@signed_in()
def make_link(number: str):
    """Shown once: only the token's hash is kept."""
    _link, token = signature_requests.make_signing_link(actor(), number)
    url = f"{page.public_origin()}{url_for('signatures.link', token=token)}"
    seen, found = signature_requests.record_and_draft_to_sign(actor(), number)
    return page.show(
        "completing/signatures/link.html",
        201,
        number=number,
        url=url,
        code=qr.svg(url, "M"),
        **leads_as_contacts(found),
        **still_waiting(seen),
    )


def still_waiting(seen) -> dict:
    """For the template completing/signatures/awaited.html."""
    return {"came": "", "over": False, "after": seen.entries[-1].row.seq}


@blueprint.get("/records/<number>/signature/waiting")
@signed_in()
def signature_awaited(number: str):
    """Whether it is signed by now: a piece of the page that waits for it."""
    after = request.args.get("after", 0, inputs.whole_number)
    ending = awaited_signatures.ending_of_request(actor(), number, after)
    values = {
        "number": number,
        "after": after,
        "came": page.say(ending) if ending else "",
        "over": ending != awaited_signatures.LINK_DIED,
    }
    return page.render_block("completing/signatures/awaited.html", "waiting", **values)


@blueprint.post("/records/<number>/links/revoke")
@signed_in()
def revoke_links(number: str):
    signature_requests.revoke_signing_links(actor(), number)
    flash(page.say(N_("链接已收回。")))
    return redirect(url_for("signatures.choose", number=number), 303)


@blueprint.post("/records/<number>/outcome")
@signed_in()
def outcome(number: str):
    """Refused or absent: honest, with the reason, and never counted as signed."""
    given = bodies.completion_of_body({})
    if not request.form.get("entry.outcome"):
        return choose(number, without_outcome(given))
    try:
        signature_requests.end_unsigned(actor(), number, request.form.get("draft", ""), given)
    except ReasonNeeded as error:
        return choose(number, [("f-reason", page.say(error.sentence, **error.values))])
    return recorded_page(number)


def without_outcome(given) -> list[tuple[str, str]]:
    """All that is missing, in the order of the page."""
    reason = [] if given.reason else [("f-reason", page.say(ReasonNeeded.sentence))]
    return [("f-outcome", page.say(OutcomeNeeded.sentence)), *reason]


@blueprint.get("/records/<number>/paper")
@signed_in()
def paper(number: str):
    """The sheet was signed on paper: its photo, the signer's name, and what the client ticked there."""
    _seen, found = signature_requests.record_and_draft_to_sign(actor(), number)
    return paper_page(number, found)


@blueprint.post("/records/<number>/paper")
@signed_in()
def record_paper(number: str):
    found = signature_requests.draft_signed_on_paper(actor(), number, request.form.get("draft", ""))
    body, refused = bodies.posted_body(link_actor(found.draft.uuid), found)
    answers = read_answers(actor(), found, body)
    given = replace(
        bodies.completion_of_body(answers), outcome=folding.PAPER, paper=tuple(body.getlist("paper"))
    )
    try:
        if refused:
            raise refused
        completion.complete(actor(), found.draft.uuid, given)
    except (Invalid, PaperPhotoNeeded, SignerNeeded, NotTheLead, BadPhoto) as error:
        wrong = drafts.problems_of_step(found, drafts.answers_as_sealed(found, given.answers, actor().viewer))
        return paper_page(number, found, given, mistakes_of_paper(found, given, error), wrong)
    session["finished"] = found.draft.uuid
    return recorded_page(number)


def mistakes_of_paper(found, given, refusal: Exception) -> list[tuple[str, str]]:
    """What keeps it from being recorded beside the answers, in the order of the page; one sentence a place."""
    photo = [signing_pages.place_and_sentence(refusal)] if isinstance(refusal, BadPhoto) else []
    said: dict[str, str] = {}
    for anchor, sentence in [*photo, *signing_pages.lacks_of_signature(found, given)]:
        said.setdefault(anchor, sentence)
    return list(said.items())


def paper_page(number: str, found, given=None, errors=(), wrong=()):
    """`errors`: of what stands above the answers; `wrong`: of these."""
    asked = step_questions.questions_of_page(found, given.answers if given else {}, wrong, errors)
    return page.show(
        "completing/signatures/paper.html",
        422 if asked.errors else 200,
        number=number,
        found=found,
        given=given,
        shown=found.fold.shown_digest,
        photo_url=lambda digest: url_for(
            "signatures.paper_photo", number=number, uuid=found.draft.uuid, digest=digest
        ),
        unnamed=client_leads.is_unnamed(found.step, found.client),
        client_id=found.draft.client_id,
        **signing_pages.leads_and_signer(found, given),
        **asked.template_values,
    )


@blueprint.get("/records/<number>/paper/<uuid>/<digest>")
@signed_in()
def paper_photo(number: str, uuid: str, digest: str):
    """A photo of the paper that was sent with a form that came back."""
    body = signature_requests.photo_of_paper(actor(), link_actor(uuid), number, uuid, digest)
    return make_response(body, {"Content-Type": "image/jpeg"})


def recorded_page(number: str):
    flash(page.say(N_("已记录。")))
    return redirect(url_for("records.show", number=number), 303)


@blueprint.get("/s/<token>")
def link(token: str):
    """The signer's own phone. Looking consumes nothing; afterwards it shows the signed sheet until the link expires."""
    row = link_by_token(token)
    if signature_requests.signers_open_draft(row) is None:
        return signed_copy(row, token)
    if person():
        return staffs_browser_page(row)
    found = drafts.draft_to_fill(link_actor(row.draft), row.draft)
    return signing_pages.signing_page(
        found, url_for("signatures.sign", token=token), secret=secret_of_browser()
    )


def staffs_browser_page(row):
    """The signer's link is no way for staff to sign: whoever made it has seen its address."""
    first = records.first_entry_if_any(row.record)
    return page.show("completing/signatures/staffs_browser.html", 409, number=first.number if first else "")


def secret_of_browser() -> str:
    """What this browser is known by when it sends again what it signed, and when it opens its own copy."""
    if SECRET not in session:
        session[SECRET], session.permanent = page_secrets.new_secret(), True
    return session[SECRET]


SECRET = "page_secret"


@blueprint.post("/s/<token>")
def sign(token: str):
    row = signature_requests.link_to_sign_with(link_by_token(token))
    if person():
        return staffs_browser_page(row)
    signer = link_actor(row.draft)
    return signing_pages.take_signature(
        signer, row.draft, lambda given: signature_requests.sign_by_link(signer, token, given), signed_by_link
    )


def link_by_token(token: str):
    with tries.guarding_lookup("link", request.remote_addr or ""):
        return signature_requests.signing_link_by_token(token)


def signed_by_link(signed):
    """The signer's own browser goes on to a copy of its own, which holds what the signer answered."""
    entry, token = signed
    session["finished"] = entry.draft
    return redirect(url_for("signatures.link", token=token), 303)


def signed_copy(row, token: str):
    seen, secret = record_of_copy(row), session.get(SECRET, "")
    own = signature_requests.own_copy_token(row, secret)
    return page.show(
        "completing/signatures/copy.html",
        seen=seen,
        thanks=row.purpose == signature_requests.COPY or signature_requests.is_own_copy(row, secret),
        own_url=url_for("signatures.link", token=own) if own else "",
        **said_last(seen),
        until=row.expires_at,
        sheet=record_sheets.sheet_of_record(seen, page.lang(), page.public_origin()),
        token=token,
        photo_url=lambda digest: url_for("signatures.copy_photo", token=token, digest=digest),
        document_url=signing_pages.address_of_documents(row.draft),
        body_class="client",
    )


@blueprint.get("/s/<token>.pdf")
def copy_pdf(token: str):
    return pdf_response(record_of_copy(link_by_token(token)), page.lang())


@blueprint.get("/s/<token>/photos/<digest>")
def copy_photo(token: str, digest: str):
    return photo_response(record_of_copy(link_by_token(token)), digest)


@blueprint.get("/s/<token>/documents/<digest>")
def copy_document(token: str, digest: str):
    """One that the sheet names: also before it is signed, for who signs has it before them."""
    return sheet_document_response(record_of_copy(link_by_token(token)), digest)


@blueprint.get("/drafts/<uuid>/shown/<digest>")
@signed_in()
def shown_document(uuid: str, digest: str):
    """As `copy_document`, on the phone handed over."""
    return sheet_document_response(signing_pages.sheet_to_sign(drafts.draft_to_fill(actor(), uuid)), digest)


def record_of_copy(row):
    """The sheet as this browser may read it here."""
    return signature_requests.record_of_link(row, session.get(SECRET, ""))
