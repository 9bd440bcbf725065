"""Completing a step, and what follows from it in the same transaction."""

from fieldforms.flow import following
from fieldforms.flow import records as verbs
from fieldforms.flow.actors import Actor
from fieldforms.store.database import transaction
from fieldforms.store.models import Entry, Link


def complete(
    actor: Actor, uuid: str, given: verbs.Given, link: Link | None = None, version: int | None = None
) -> Entry:
    """Seal one step (`flow.records.complete`, with its refusals); sheets that follow from it are opened or settled."""
    with transaction():
        entry = verbs.complete(actor, uuid, given, link, version)
        following.after(actor, entry)
        return entry
