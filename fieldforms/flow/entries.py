"""Completing a step, and what follows from it in the same transaction."""

from fieldforms.flow import following, stocking, takeover
from fieldforms.flow import records as verbs
from fieldforms.flow.actors import Actor
from fieldforms.store import definitions, drafts, records
from fieldforms.store.database import transaction
from fieldforms.store.models import Entry, Link


def complete(
    actor: Actor, uuid: str, given: verbs.Given, link: Link | None = None, version: int | None = None
) -> Entry:
    """Seal one step (`flow.records.complete`, with its refusals); what it moves leaves the stock, and sheets that follow
    from it are opened or settled. Raises NotEnough, too."""
    with transaction():
        draft = drafts.for_writing(uuid)  # who sends the same once more waits here, and nothing follows twice
        again = draft is not None and draft.completed_at is not None
        entry = verbs.complete(actor, uuid, given, link, version)
        if not again:
            after(actor, entry)
        return entry


def after(actor: Actor, entry: Entry) -> None:
    row = records.projected.first(entry.record)
    definition = definitions.read(definitions.row(row.definition_id))
    step = definition.step(entry.step)
    if not (row.follows or definition.opens or step.moves or step.takes_over):
        return
    seen = records.whole(entry.record)
    stocking.after(actor, seen, entry)
    takeover.after(actor, seen, entry)
    following.after(actor, seen, entry)
