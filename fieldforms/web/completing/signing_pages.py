"""The signer's page, the same for a phone handed over and for a link: show it, and take the signature."""

import json
import unicodedata
from collections.abc import Callable

from flask import request, url_for

from fieldforms.errors import (
    BadPhoto,
    Invalid,
    NotFound,
    NotTheLead,
    PaperPhotoNeeded,
    ReasonNeeded,
    SheetChanged,
    SignatureNeeded,
    SignerNeeded,
)
from fieldforms.flow.completing import page_secrets
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import SIGNERS, Actor
from fieldforms.flow.record import client_leads, folding, signatures, signer_words
from fieldforms.flow.sheets import record_sheets, timeline
from fieldforms.forms import conditions
from fieldforms.paper import fonts, pdf
from fieldforms.store import scope
from fieldforms.store.record import records
from fieldforms.web import bodies, page, step_questions

# Which input a refusal belongs to.
ANCHORS = {
    SignerNeeded: "f-signer",
    NotTheLead: "f-signer",
    SignatureNeeded: "signature",
    ReasonNeeded: "f-reason",
    PaperPhotoNeeded: "f-paper",
    BadPhoto: "f-paper",
}


def signing_page(
    found: DraftContext,
    action: str,
    status: int = 200,
    wrong=(),
    after=(),
    given: HandedIn | None = None,
    secret: str = "",
    told: bool = False,
):
    """The client's page: what was done in plain words, the questions, name and signature.

    `given`: what was handed in before, when something of it is wrong: its answers, and `after` them. `secret`: of the
    browser; without it the page gets one of its own, which goes with it. `told`: it says above all what of the signer's own words no paper
    shows, which refuses nothing.
    """
    answers = given.answers if given else found.draft.answers
    seen = sheet_to_sign(found)
    sheet = record_sheets.sheet_of_record(seen, page.lang())
    return page.show(
        "completing/signatures/show.html",
        status,
        found=found,
        action=action,
        words=texts_to_sign(found, seen),
        documents=record_sheets.documents_by_label(seen, page.lang()),
        document_url=address_of_documents(found.draft.uuid),
        decides=found.step.by == client_leads.LEAD,
        asked=signer_words.for_step(found.step).in_language(page.lang()),
        sheet=sheet,
        lacking=pdf.lacking_characters(sheet),
        seen=seen,
        **correction_facts(seen),
        shown=found.fold.shown_digest if found.fold else "",
        may_return=bool(found.step.returns_to)
        and conditions.is_relevant(found.step.return_relevant, found.earlier),
        given=given,
        page_secret=(given and given.page_secret) or secret or page_secrets.new_secret(),
        strokes=given.strokes if given else "",
        own_lacking=own_words_lacking(given) if given else "",
        told=told,
        body_class="client",
        nav=None,
        **leads_and_signer(found, given),
        **step_questions.questions_of_page(found, answers, wrong, after=after).template_values,
    )


def sheet_to_sign(found: DraftContext) -> records.Seen:
    """As whoever has the address or the phone reads it. Raises NotFound, also where there is nothing to sign."""
    seen = records.by_uuid(scope.PUBLIC, found.draft.record)
    if seen is None or found.fold is None or found.step.by not in SIGNERS:
        raise NotFound
    return seen


def address_of_documents(uuid: str) -> Callable[[str], str]:
    """Digest → where the signer opens what the sheet names: by their link, or on the phone handed over."""
    token = (request.view_args or {}).get("token")
    if token:
        return lambda digest: url_for("signatures.copy_document", token=token, digest=digest)
    return lambda digest: url_for("signatures.shown_document", uuid=uuid, digest=digest)


def texts_to_sign(found: DraftContext, seen: records.Seen) -> list[tuple[str, str, bool]]:
    """(label, text, is it long) of what the signer signs for. Who decides is told all of it, and nothing folded."""
    if found.step.by == client_leads.LEAD:
        return [(label, text, False) for label, text in record_sheets.answers_in_words(seen, page.lang())]
    return [
        (label, text, is_long(text))
        for label, text in record_sheets.answers_in_plain_words(seen, page.lang())
    ]


def correction_facts(seen: records.Seen) -> dict:
    """For a template, of a sheet that corrects another one: `changes` that the signer may see, and `why`."""
    before = records.by_number(scope.PUBLIC, seen.row.supersedes) if seen.row.supersedes else None
    why = seen.entries[0].facts.get("reason") or "" if before else ""
    return {"changes": timeline.changes_by_record(seen, before, page.lang()), "why": why}


LINES, LINE_WIDTH = 6, 36  # what a phone shows before it folds a text; half a CJK character's width


def is_long(text: str) -> bool:
    """Does the text take more than six lines of a phone?"""
    return sum(-(-max(text_width(line), 1) // LINE_WIDTH) for line in text.splitlines()) > LINES


def text_width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def take_signature(who: Actor, uuid: str, verb, done):
    """Hand the body to `verb`; `done(result)` answers, or the page comes back with everything that was filled."""
    found = drafts.draft_reached(who, uuid)
    given = bodies.completion_of_body(bodies.answers_of_body(who, found))
    if not found.draft.completed_at and is_yet_to_be_told(given):
        answers = drafts.answers_as_sealed(found, given.answers, who.viewer)
        wrong = drafts.problems_of_step(found, answers) if given.outcome == folding.DONE else ()
        after = lacks_of_signature(found, given)
        return signing_page(found, request.path, 422, wrong, after, given, told=True)
    try:
        return done(verb(given))
    except Invalid as invalid:
        return signing_page(
            found, request.path, 422, invalid.problems, lacks_of_signature(found, given), given
        )
    except (SignerNeeded, NotTheLead, SignatureNeeded, ReasonNeeded) as error:
        return signing_page(
            found,
            request.path,
            422,
            after=lacks_of_signature(found, given) or [place_and_sentence(error)],
            given=given,
        )
    except SheetChanged as error:
        return signing_page(found, request.path, 409, after=[place_and_sentence(error)], given=given)


TOLD_LACKING = "entry.lacking"  # the input that says of which characters the signer was told


def is_yet_to_be_told(given: HandedIn) -> bool:
    """Does the signer learn first, once, that no paper shows something they typed here? Who confirms it again means it so."""
    lacking = own_words_lacking(given)
    return bool(lacking) and request.form.get(TOLD_LACKING, "") != lacking


def own_words_lacking(given: HandedIn) -> str:
    """The characters of what the signer typed that the paper's typeface lacks."""
    return lacking_in([given.answers, given.signer, given.reason])


def lacking_in(value) -> str:
    """The characters in any JSON value that the paper's typeface lacks."""
    return "".join(fonts.lacking_characters([json.dumps(value, ensure_ascii=False)]))


def lacks_of_signature(found: DraftContext, given: HandedIn) -> list[tuple[str, str]]:
    """What the signature lacks, asked for together with the answers: one list of all that is missing."""
    asked = given.outcome in (folding.DONE, folding.PAPER)
    lacks = (
        signatures.missing_of_signature(given, client_leads.names_of_leads(found.step, found.client))
        if asked
        else []
    )
    return [place_and_sentence(error) for error in lacks]


def leads_and_signer(found: DraftContext, given: HandedIn | None) -> dict:
    """For a template: `leads` who may sign, names (none: anybody), and the `signer` as far as known."""
    names = client_leads.names_of_leads(found.step, found.client)
    only = names[0] if len(names) == 1 else ""
    return {"leads": names, "signer": given.signer if given else only}


def place_and_sentence(error) -> tuple[str, str]:
    anchor = next((ANCHORS[kind] for kind in type(error).mro() if kind in ANCHORS), "")
    return anchor, page.say(error.sentence, **error.values)
