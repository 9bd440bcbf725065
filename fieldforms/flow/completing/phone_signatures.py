"""What a client signed on a phone that had no network: hidden on the phone for this installation alone, opened and sealed when it
arrives (docs/decisions/0020-signing-without-a-network.md).

It names the step that was shown (its draft) and the SHA-256 of that step's body as the phone kept it; that one is sealed first.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import quote
from uuid import UUID, uuid5

from fieldforms.errors import NotSealedYet, NotYourTurn, PartUnreadable, SheetChanged
from fieldforms.flow.completing import completion, signature_requests
from fieldforms.flow.completing.submissions import Completion, HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import WITHOUT_NETWORK, Actor
from fieldforms.flow.seals import jwe, part_keys
from fieldforms.forms.definition import Definition, Section, Step
from fieldforms.forms.kinds import KINDS
from fieldforms.store.database import transaction
from fieldforms.store.models import Draft, Entry
from fieldforms.store.record import records

ENCODED = "-_.!~*'()"  # what JavaScript's encodeURIComponent leaves beside letters and digits


def step_signed_on_phone(definition: Definition) -> Step | None:
    """The client's step right after the first one, where a phone knows all that it depends on: whoever may sign is asked for no
    name of the client's file, and nothing skips the step."""
    step = next(iter(definition.steps[1:]), None)
    if step is None or not step.sign or step.by != "client" or step.relevant:
        return None
    return (
        step
        if all(is_told_by_phone(section) for section in definition.sections_of(definition.steps[0]))
        else None
    )


def is_told_by_phone(section: Section) -> bool:
    """Can a phone say in words what was answered there? Not what a checklist or rows came to: that the server puts together."""
    return section.layout != "table" and not any(KINDS[field.type].has_rows for field in section.fields)


def digest_of_body(pairs: Iterable[tuple[str, str]]) -> str:
    """SHA-256 of a body in whatever order and encoding it was sent, as static/js/phone_part.js makes it."""
    lines = sorted(f"{quote(name, safe=ENCODED)}={quote(value, safe=ENCODED)}" for name, value in pairs)
    return hashlib.sha256("&".join(lines).encode()).hexdigest()


def open_part(uuid: str, token: str) -> str:
    """The client's part about the step of this draft. Raises PartUnreadable."""
    try:
        return jwe.decrypt_token(token, part_keys.part_keys_by_kid(), uuid).decode()
    except (jwe.UnreadableToken, UnicodeDecodeError) as error:
        raise PartUnreadable from error


def entry_reached(actor: Actor, uuid: str) -> Entry:
    """The step of this draft, of whoever may bring it to its signature; nobody else learns how it stands. Raises NotSealedYet,
    NotAllowed, NotFound."""
    entry = records.entry_of_draft(uuid)
    if entry is None:
        drafts.draft_reached(actor, uuid)
        raise NotSealedYet
    signature_requests.record_to_sign(actor, entry.number)
    return entry


def shown_entry(actor: Actor, uuid: str, body: str) -> Entry:
    """What the client was shown, as it was sealed; `body`: the digest that the part names. Raises SheetChanged, and what
    `entry_reached` raises."""
    entry = entry_reached(actor, uuid)
    seen = records.record_in_full(entry.record)
    sealed = next(each for each in seen.entries if each.row.id == entry.id)
    if (sealed.facts.get("evidence") or {}).get("body") != body:
        raise SheetChanged
    return entry


def signer_of(actor: Actor, draft: Draft) -> Actor:
    return replace(actor, way="handed_over", extra={"draft": draft.uuid, WITHOUT_NETWORK: True})


def draft_after(actor: Actor, entry: Entry) -> Draft:
    """The client's, under the name that it has for every page. To be called in a transaction. Raises NotYourTurn, NotFound."""
    seen = records.record_in_full(entry.record)
    step = step_signed_on_phone(seen.definition)
    if step is None or entry.step != seen.definition.steps[0].name:
        raise NotYourTurn
    name = str(uuid5(UUID(entry.record), f"{entry.seq} {step.name}"))
    return signature_requests.named_draft(actor, entry.number, name)


def seal_part(actor: Actor, uuid: str, body: str, read) -> Completion:
    """Seal the client's step; sent again it is the same one. `read(signer, found)` gives what the part hands in.

    Raises what `shown_entry` and `completion.complete` raise.
    """
    entry = shown_entry(actor, uuid, body)
    with transaction():
        draft = draft_after(actor, entry)
        signer = signer_of(actor, draft)
        given: HandedIn = read(signer, drafts.with_context(draft))
        return completion.complete(signer, draft.uuid, replace(given, shown=entry.digest))


def blank_step(definition: Definition, row, client) -> DraftContext:
    """The client's step as a phone keeps it: about no sheet yet."""
    step = step_signed_on_phone(definition)
    draft = Draft(
        uuid="",
        record="",
        definition=row,
        step=step.name if step else "",
        client=client,
        origin={},
        version=0,
        answers={},
    )
    return DraftContext(draft, definition, step or definition.steps[0], begun=False)
