"""Reaching the signer: the phone handed over, a code or link, an honest outcome without a signature, the copy."""

from dataclasses import replace

from flask import Blueprint, flash, redirect, request, session, url_for

from fieldforms import config
from fieldforms.errors import (
    N_,
    NotFound,
    PaperPhotoNeeded,
    PinUsedUp,
    ReasonNeeded,
    SignerNeeded,
    WeakSecret,
    WrongPassword,
    WrongPin,
)
from fieldforms.flow import accounts, drafts, folding, handing, sheets
from fieldforms.flow import records as verbs
from fieldforms.paper import qr
from fieldforms.store import links
from fieldforms.web import bodies, page, signing
from fieldforms.web.access import actor, link_actor, me, signed_in

blueprint = Blueprint("signatures", __name__)


@blueprint.get("/records/<number>/signature")
@signed_in()
def choose(number: str, status: int = 200, error: str = "", anchor: str = ""):
    seen, draft = handing.signer_draft(actor(), number)
    return page.show(
        "signatures/choose.html",
        status,
        seen=seen,
        draft=draft,
        words=sheets.plain_words(seen, page.lang()),
        has_pin=bool(me().session.pin),
        pending=links.pending(seen.row.uuid),
        errors=[(anchor, error)] if error else [],
        has_errors=bool(error),
        reason=request.form.get("reason", ""),
        signer=request.form.get("signer", ""),
        outcome=request.form.get("entry.outcome", ""),
    )


@blueprint.post("/records/<number>/handover")
@signed_in()
def hand_over(number: str):
    handing.signer_draft(actor(), number)
    if not me().session.pin:
        try:
            accounts.set_pin(me().session, request.form.get("pin", ""))
        except WeakSecret as error:
            return choose(number, 422, page.say(error.sentence, **error.values), "f-pin")
    draft = handing.hand_over(actor(), number)
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
    token = session.get("copy")
    url = f"{origin()}{url_for('signatures.link', token=token)}" if token else ""
    return page.show(
        "signatures/done.html",
        entry=entry,
        copy_url=url,
        copy_code=qr.svg(url, "M") if url else "",
        returned=entry.outcome == folding.RETURNED,
        body_class="client",
    )


@blueprint.route("/handover/return", methods=["GET", "POST"])
@signed_in()
def take_back():
    row = me().session
    if not row.handed_draft:
        return redirect(url_for("home.show"))
    error = ""
    if request.method == "POST":
        try:
            return taken_back(row)
        except (WrongPin, PinUsedUp, WrongPassword) as refused:
            error = page.say(refused.sentence, **refused.values)
    return page.show(
        "signatures/take_back.html",
        422 if error else 200,
        error=error,
        has_errors=bool(error),
        by_password=not row.pin or accounts.pin_used_up(row),
        draft=row.handed_draft,
        body_class="client",
    )


def taken_back(row):
    accounts.take_back(row, request.form.get("pin", ""), request.form.get("password", ""))
    session.pop("copy", None)
    lang = session.pop("staff_lang", None)
    session.pop("lang", None)
    if lang:
        session["lang"] = lang
    number = handing.number_of(row.handed_draft)
    return redirect(url_for("records.show", number=number) if number else url_for("home.show"), 303)


@blueprint.post("/records/<number>/links")
@signed_in()
def make_link(number: str):
    """Shown once: only the token's hash is kept."""
    _link, token = handing.make_link(actor(), number)
    url = f"{origin()}{url_for('signatures.link', token=token)}"
    return page.show("signatures/link.html", 201, number=number, url=url, code=qr.svg(url, "M"))


@blueprint.post("/records/<number>/links/revoke")
@signed_in()
def revoke_links(number: str):
    handing.revoke_links(actor(), number)
    flash(page.say(N_("链接已收回。")))
    return redirect(url_for("signatures.choose", number=number), 303)


@blueprint.post("/records/<number>/outcome")
@signed_in()
def outcome(number: str):
    """Refused, absent, or signed on paper: honest, with a reason or a photo, and never counted as signed here."""
    _seen, draft = handing.signer_draft(actor(), number)
    found = drafts.put_together(draft)
    refused = bodies.with_files(actor_for_files(draft), draft.uuid, kept := request.form.copy())
    given = bodies.given({})
    if given.outcome == folding.PAPER:
        given = bodies.given(bodies.answers(actor(), found))
    given = replace(given, paper=tuple(kept.getlist("paper")))
    try:
        if refused:
            raise refused
        verbs.complete(actor(), draft.uuid, given)
    except (ReasonNeeded, PaperPhotoNeeded, SignerNeeded) as error:
        anchor = {ReasonNeeded: "f-reason", SignerNeeded: "f-signer"}.get(type(error), "f-paper")
        return choose(number, 422, page.say(error.sentence, **error.values), anchor)
    flash(page.say(N_("已记录。")))
    return redirect(url_for("records.show", number=number), 303)


def actor_for_files(draft):
    return link_actor(draft.uuid)


@blueprint.route("/s/<token>", methods=["GET", "POST"])
def link(token: str):
    """The signer's own phone. GET consumes nothing; afterwards it shows the signed sheet until the link expires."""
    row = handing.by_token(token)
    if request.method == "POST" and row.purpose == "sign":
        return signing.complete(
            row.draft,
            lambda given: handing.sign_by_link(link_actor(row.draft), token, given),
            lambda _entry: redirect(url_for("signatures.link", token=token), 303),
            row.draft,
        )
    draft = handing.open_draft(row)
    if draft is None:
        return signed_copy(row, token)
    found = drafts.working(link_actor(row.draft), row.draft)
    return signing.show(found, url_for("signatures.link", token=token))


def signed_copy(row, token: str):
    seen = handing.seen_by_link(row)
    return page.show(
        "signatures/copy.html",
        seen=seen,
        sheet=sheets.sheet(seen, page.lang(), origin()),
        token=token,
        photo_url=lambda digest: url_for("signatures.copy_photo", token=token, digest=digest),
        body_class="client",
    )


@blueprint.get("/s/<token>.pdf")
def copy_pdf(token: str):
    from fieldforms.web.records import pdf_response

    return pdf_response(handing.seen_by_link(handing.by_token(token)), page.lang())


@blueprint.get("/s/<token>/photos/<digest>")
def copy_photo(token: str, digest: str):
    from fieldforms.web.records import photo_response

    return photo_response(handing.seen_by_link(handing.by_token(token)), digest)


def origin() -> str:
    """The address printed in codes and links: the setting, else the one this request came to."""
    return config.current.url or request.host_url.rstrip("/")


