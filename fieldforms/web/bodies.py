"""A posted step: one urlencoded shape for plain posts, htmx and the outbox."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from flask import request
from werkzeug.datastructures import MultiDict

from fieldforms.errors import BadPhoto, NotFound, Problem
from fieldforms.flow.completing import follow_on_sheets
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.filling.posted_answers import read_answers
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.forms.kinds import KINDS, Kind
from fieldforms.forms.reading import clean_text, read_code, read_day, read_line
from fieldforms.store import clock
from fieldforms.store.register import devices
from fieldforms.web import inputs, page

FILE = ".file"
KEEP = {"photo": drafts.keep_photo, "document": drafts.keep_document}


def draft_of_body(actor: Actor, uuid: str) -> DraftContext:
    """The draft a body is for: the stored one, or a new one as the body's hidden inputs name it."""
    return draft_of_values(actor, uuid, request.form)


def draft_of_values(actor: Actor, uuid: str, values: MultiDict) -> DraftContext:
    """As `draft_of_body`, of an address, too. Raises NotFound, Completed."""
    try:
        return drafts.draft_to_fill(actor, uuid)
    except NotFound:
        return unsaved_draft(actor, uuid, values)


def unsaved_draft(actor: Actor, uuid: str, values: MultiDict) -> DraftContext:
    form, record = values.get("definition", ""), values.get("record", "")
    if not form or not drafts.is_uuid(uuid) or not drafts.is_uuid(record):
        raise NotFound
    given = origin_of_values(values)
    if "follows" in given:
        given = follow_on_sheets.origin_of_follower(record_by_number(actor, given["follows"]), form)
    return drafts.start_draft(actor, form, given, uuid, record)


def origin_of_values(values) -> dict:
    """{"device" | "room" | "client": id, "plan"?: id, "due"?: ISO day, "follows"?: number, "on_paper"?: 1} from inputs
    or an address."""
    found: dict = {
        name: values.get(name, type=inputs.whole_number) for name in ("device", "room", "client", "plan")
    }
    found["on_paper"] = int(values.get("on_paper") == "1")
    found["due"] = values.get("due", type=read_day)
    found["follows"] = read_code(values.get("follows", "")).upper()
    return {name: value for name, value in found.items() if value}


def origin_of_address(actor: Actor, form: str) -> dict:
    """As `origin_of_values`; a device may be named by its code, and a sheet that follows another is about the same place."""
    found, code = origin_of_values(request.args), request.args.get("device", "")
    if "follows" in found:
        return follow_on_sheets.origin_of_follower(record_by_number(actor, found["follows"]), form)
    if not code:
        return found
    known = devices.by_codes(actor.viewer, [code.upper()])
    if not known:
        raise NotFound
    return found | {"device": known[code.upper()].id}


def answers_of_body(actor: Actor, found: DraftContext) -> dict:
    """The step's answers in this request's body, looked up in the register; posted files are kept as photos."""
    body, refused = posted_body(actor, found)
    if refused:
        raise refused
    return read_answers(actor, found, body)


def posted_body(actor: Actor, found: DraftContext) -> tuple[MultiDict, Problem | None]:
    """This request's body, its files kept; and why the last of them was refused, if it was."""
    body = cast(MultiDict, request.form.copy())
    return body, add_files(actor, found, body)


def add_files(actor: Actor, found: DraftContext, body: MultiDict) -> Problem | None:
    """Add what file inputs sent (documents; photos of a page without scripts) to the body as kept files. The last
    refusal, if any."""

    def keep(name: str, content: bytes) -> str:
        field = found.definition.fields.get(name)  # none: a row's question, the paper's photo
        verb = KEEP[KINDS[field.type].files if field else Kind.files]
        if verb is drafts.keep_photo and found.forbids_photos:
            raise BadPhoto(why=drafts.NO_PHOTOS_HERE)
        return verb(actor, found.draft.uuid, sha256(content), content).digest

    return add_kept_files(body, keep)


def add_kept_files(body: MultiDict, keep: Callable[[str, bytes], str], only: str = "") -> Problem | None:
    """As `add_files`; `keep` gives the digest of what came for a question, by default for any, or raises BadPhoto."""
    refused = None
    for name, file in request.files.items(multi=True):
        question, content = name.removesuffix(FILE), file.read()
        if not name.endswith(FILE) or not content or only not in ("", question):
            continue
        try:
            body.add(question, keep(question, content))
        except BadPhoto as error:
            refused = error
    return refused


def completion_of_body(answers: dict) -> HandedIn:
    """What a completion hands in, beside its answers."""
    return completion_of_values(answers, request.form)


def completion_of_values(answers: dict, form: MultiDict) -> HandedIn:
    return HandedIn(
        answers=answers,
        outcome=form.get("entry.outcome", folding.DONE),
        signer=read_line(form.get("signer", "")),
        strokes=form.get("strokes", ""),
        typed=form.get("typed") == "1",
        reason=clean_text(form.get("reason", "")),
        paper=tuple(form.getlist("paper")),
        shown=form.get("shown", ""),
        phone_at=phone_clock(form.get("phone_at", 0, inputs.utc_number)),
        lang=page.lang(),
        page_secret=form.get("page_secret", "")[:100],
        missing_photos=missing_photos_of_values(form),
    )


MOST_MISSING = 999


def missing_photos_of_values(form: MultiDict) -> int:
    """How many photos were still on their way when the person decided to go on without them (static/js/hold.js)."""
    return min(max(form.get("missing", 0, inputs.whole_number), 0), MOST_MISSING)


def completion_with_paper(actor: Actor, uuid: str, answers: dict) -> tuple[HandedIn, Problem | None]:
    """As `completion_of_body`, with the photos of the paper that file inputs sent; and why the last of them was refused, if it was."""
    body = cast(MultiDict, request.form.copy())

    def keep(_name: str, content: bytes) -> str:
        return drafts.keep_photo(actor, uuid, sha256(content), content).digest

    refused = add_kept_files(body, keep, only="paper")
    return replace(completion_of_body(answers), paper=tuple(body.getlist("paper"))), refused


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def phone_clock(ms: int) -> int | None:
    """The phone's clock as evidence; what is years away from ours is no clock."""
    return ms if abs(ms - clock.now()) < 10 * 365 * clock.DAY_MS else None
