"""A client signs on a phone that has no network: the page for it, kept there before, and what arrives later."""

from dataclasses import replace
from urllib.parse import parse_qsl

from flask import Blueprint, request, url_for
from werkzeug.datastructures import MultiDict

from fieldforms import i18n
from fieldforms.errors import NotFound
from fieldforms.flow.completing import phone_signatures
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.filling.posted_answers import read_answers
from fieldforms.flow.people.actors import SIGNATURE_COLLECTORS, Actor
from fieldforms.flow.record import signer_words
from fieldforms.flow.seals import part_keys
from fieldforms.flow.sheets import record_sheets
from fieldforms.forms.definition import Definition
from fieldforms.store.library import definitions
from fieldforms.web import bodies, kept_pages, page, step_questions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.filling.signing_offers import offers_signing, version_in_address

blueprint = Blueprint("phone_signatures", __name__)


@blueprint.get("/forms/<key>/signing")
@signed_in()
def blank(key: str):
    """The client's page, about no sheet yet: the phone puts in what it shows (static/js/phone_signing.js)."""
    row = definitions.current_version(key)
    if row is None:
        raise NotFound
    definition = definitions.read_definition(row)
    is_asked = request.args.get("version") == version_in_address(definition)
    if not is_asked or not offers_signing(actor(), definition):
        raise NotFound
    found = phone_signatures.blank_step(definition, row, None)
    kept_pages.let_phone_keep({"user": [actor().user_id]})
    return page.show(
        "filling/phone_signatures/blank.html",
        styles=("sign.css", "sheet.css"),
        found=found,
        asked=signer_words.for_step(found.step).in_language(page.lang()),
        told=fields_told(definition),
        part_key=key_in_page(),
        body_class="client",
        nav=None,
        owner=None,
        language_action="",
        **step_questions.questions_of_page(found, {}).template_values,
    )


def fields_told(definition: Definition) -> list[tuple[str, str, bool]]:
    """(name, label, is it said at once) of what the client reads: nothing that does not stand on the sheet."""
    asked = definition.fields_of(definition.steps[0])
    return [
        (field.name, i18n.pick(field.label, page.lang()), field.means in record_sheets.IN_PLAIN_WORDS)
        for field in asked
        if field.name not in definition.off_sheet and not field.private_to
    ]


def key_in_page() -> dict:
    jwk = part_keys.current_part_key().public_jwk
    return {name: jwk[name] for name in ("kid", "x", "y")}


@blueprint.post("/drafts/<uuid>/signature")
@signed_in(*SIGNATURE_COLLECTORS)
def take(uuid: str):
    """What was signed for the step of this draft; the same again gets the same answer."""
    phone_signatures.entry_reached(actor(), uuid)
    part = MultiDict(parse_qsl(phone_signatures.open_part(uuid, request.form.get("part", ""))))
    done = phone_signatures.seal_part(
        actor(), uuid, part.get("body", ""), lambda *by: given_by_client(part, *by)
    )
    number = done.seen.row.number
    return {"number": number, "url": url_for("records.show", number=number)}


def given_by_client(part: MultiDict, signer: Actor, found: DraftContext) -> HandedIn:
    given = bodies.completion_of_values(read_answers(signer, found, part), part)
    lang = part.get("lang", "")
    return replace(given, lang=lang) if lang in i18n.LANGUAGES else given
