"""What is known of one person, to be handed to them; and a client's contact forgotten, sheets included.

Seals and chains stay whole: what goes from a sheet goes as an `erased` entry. The audit stays, too: it says who did what to which
row of the register, and what stood there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldforms import i18n
from fieldforms.flow import form_input
from fieldforms.flow.people.accounts import user_by_id
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.proof.erasures import ValuesToErase, digest_by_name, erase_values, value_of
from fieldforms.flow.register.clients import contact_in_scope
from fieldforms.flow.register.register_columns import CONTACT_COLUMNS
from fieldforms.flow.seals import entry_seals
from fieldforms.store import audit, clock, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import Contact
from fieldforms.store.record import records
from fieldforms.store.register import clients
from fieldforms.store.reporting import personal_data

EXPORTS_PERSONS = ("admin",)
WAYS_TO_REACH = ("phone", "mobile", "email")


@dataclass(frozen=True)
class NamedSheets:
    """Sheets of a client in which somebody stands, each with where; `hidden`: how many there are that this person may not read."""

    found: list[tuple[records.Seen, list[ValuesToErase]]]
    hidden: int


def contact_to_export(actor: Actor, contact_id: int) -> Contact:
    """Raises NotAllowed, NotFound."""
    actor.needs(*EXPORTS_PERSONS)
    return contact_in_scope(actor, contact_id)


def data_of_contact(actor: Actor, contact_id: int, lang: str) -> dict:
    """As it is handed out, ready for JSON. Raises NotAllowed, NotFound."""
    contact = contact_to_export(actor, contact_id)
    named = sheets_that_name(actor, contact)
    with transaction():
        audit.record_action(actor.user_id, "data.export", str(contact.id), kind="contact")
    return {
        "register": {"client": contact.client.name}
        | {column.name: getattr(contact, column.name) for column in CONTACT_COLUMNS},
        "sheets": [sheet_in_words(seen, targets, lang) for seen, targets in named.found],
        "sheets_out_of_sight": named.hidden,
        "at": time_of(clock.now()),
    }


def sheet_in_words(seen: records.Seen, targets: list[ValuesToErase], lang: str) -> dict:
    return {
        "number": seen.row.number,
        "form": i18n.pick(seen.definition.label, lang),
        "opened_at": time_of(seen.row.opened_at),
        "closed_at": time_of(seen.row.closed_at),
        "says": [{name: value_of(each.entry, name) for name in sorted(each.found)} for each in targets],
    }


def sheets_that_name(actor: Actor, contact: Contact) -> NamedSheets:
    """By name, telephone or mail, as a whole answer, or as who signed. What stands amid a longer text is found by the search."""
    found, hidden = [], 0
    for number in personal_data.numbers_of_client(contact.client_id):
        seen = records.by_number(actor.viewer, number)
        if seen is None:
            whole = records.by_number(scope.SYSTEM, number)
            hidden += bool(whole and values_about(whole, contact))
        elif targets := values_about(seen, contact):
            found.append((seen, targets))
    return NamedSheets(found, hidden)


def values_about(seen: records.Seen, contact: Contact) -> list[ValuesToErase]:
    found = []
    for entry in seen.entries:
        names = set(names_about(entry, contact))
        kept = {name: digest for name, digest in digest_by_name(entry).items() if name in names}
        if kept:
            found.append(ValuesToErase(entry, kept))
    return found


def names_about(entry: records.Sealed, contact: Contact) -> Iterator[str]:
    """Of the values that are this person's name, or a way to reach them; with a name that signed its strokes."""
    ways = {plain_way(getattr(contact, way)) for way in WAYS_TO_REACH} - {""}
    for name, value in entry.answers.items():
        if isinstance(value, str) and (value.strip() == contact.name or plain_way(value) in ways):
            yield records.ANSWER_CLAIM + name
    if entry.facts.get("signer") == contact.name:
        yield from ("signer", "signature", "evidence")


def plain_way(text: str) -> str:
    """A telephone or an address of mail, however it was written."""
    return "".join(char for char in text.casefold() if char.isalnum() or char in "@.")


def erase_contact(actor: Actor, contact_id: int, reason: str) -> NamedSheets:
    """Out of every sheet that this person may read, one by one (begun again after a kill it goes on), and out of the register; but
    where sheets are out of sight the contact stays there, for who may see them has to find it.

    Raises NotAllowed, NotFound, ReasonNeeded.
    """
    contact = contact_to_export(actor, contact_id)
    form_input.check_reason(reason)
    named = sheets_that_name(actor, contact)
    for seen, _targets in named.found:
        erase_in_sheet(actor, seen, contact, reason)
    with transaction():
        if not named.hidden:
            clients.remove_contact(contact)
        audit.record_action(
            actor.user_id, "contact.erase", str(contact.id), client=contact.client_id, left=named.hidden
        )
    return named


def erase_in_sheet(actor: Actor, seen: records.Seen, contact: Contact, reason: str) -> None:
    with transaction():
        entry_seals.lock_chain(seen.row.client_id)
        whole = records.record_in_full(seen.row.uuid)
        if targets := values_about(whole, contact):
            erase_values(actor, whole, targets, reason)


def data_of_person(actor: Actor, user_id: int) -> dict:
    """Of somebody of the company, ready for JSON. Raises NotAllowed, NotFound."""
    actor.needs(*EXPORTS_PERSONS)
    user = user_by_id(user_id)
    with transaction():
        audit.record_action(actor.user_id, "data.export", user.login, kind="person")
    account = ("login", "name", "role", "language", "phone", "confidential")
    return {
        "account": {name: getattr(user, name) for name in account}
        | {"since": time_of(user.created_at), "disabled": time_of(user.disabled_at)}
        | {"second_factor": time_of(user.second_factor_at)},
        "clients": [
            {"client": name, "since": time_of(since), "until": time_of(until)}
            for name, since, until in personal_data.clients_of_person(user.id)
        ],
        "deputies": [
            {"deputy": name, "from": first, "until": last}
            for name, first, last in personal_data.deputies_of_person(user.id)
        ],
        "devices": [
            {
                "device": row.device,
                "address": row.address,
                "since": time_of(row.created_at),
                "seen": time_of(row.seen_at),
            }
            for row in personal_data.sessions_of_person(user.id)
        ],
        "sheets": [
            {"number": row.number, "opened_at": time_of(row.opened_at), "closed_at": time_of(row.closed_at)}
            for row in personal_data.records_by_person(user.id)
        ],
        "deeds": [
            {"at": time_of(at), "deed": action, "about": ref}
            for at, action, ref in personal_data.audit_of_person(user.id)
        ],
        "at": time_of(clock.now()),
    }


def time_of(ms: int | None) -> str | None:
    """ISO 8601 in UTC."""
    return None if ms is None else i18n.local(ms, "UTC").isoformat(timespec="seconds")
