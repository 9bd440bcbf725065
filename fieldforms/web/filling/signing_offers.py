"""Where a phone finds the page on which a client signs without a network, and for which sheets."""

from flask import url_for

from fieldforms.flow.completing import phone_signatures
from fieldforms.flow.filling import kept_rooms
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import Actor
from fieldforms.forms.definition import Definition


def offers_signing(actor: Actor, definition: Definition) -> bool:
    """Whose phone keeps rooms keeps the client's page, too."""
    is_signed = phone_signatures.step_signed_on_phone(definition) is not None
    return is_signed and kept_rooms.keeps_rooms(actor.viewer)


def version_in_address(definition: Definition) -> str:
    return definition.digest[:16]


def address_to_sign(definition: Definition, lang: str) -> str:
    """Of the page of exactly this form, in the client's language: a sheet of an earlier version has none."""
    version = version_in_address(definition)
    return url_for("phone_signatures.blank", key=definition.key, version=version, lang=lang)


def address_to_sign_sheet(actor: Actor, found: DraftContext) -> str:
    """ "" where its client signs with a network only."""
    if found.begun and found.seen or not offers_signing(actor, found.definition):
        return ""
    return address_to_sign(found.definition, found.client.language if found.client else "zh")
