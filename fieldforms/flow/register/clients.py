"""The client's file: the client, its contacts, its rooms. Sealed sheets keep what they said, whatever changes here."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from fieldforms.errors import N_, Invalid, NameTaken, NotFound, PlaceRetired
from fieldforms.flow import form_changes
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import confidentiality, projection, row_devices
from fieldforms.flow.register import (
    device_lists,
    paper_guarding,
    register_columns,
    register_looks,
    register_rows,
    unguarding,
)
from fieldforms.flow.register.register_columns import CLIENT_COLUMNS, CONTACT_COLUMNS, ROOM_COLUMNS, Columns
from fieldforms.flow.register.spellings import words_together
from fieldforms.flow.seals import entry_seals
from fieldforms.i18n import gettext, join_words
from fieldforms.paper.vcards import ContactCard
from fieldforms.store import audit
from fieldforms.store.completing import links
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.models import Client, Contact, Room
from fieldforms.store.register import clients

CLIENT_READERS = ("technician", "dispatcher", "supervisor", "manager", "admin")
CLIENT_EDITORS = ("dispatcher", "supervisor", "admin")
TENDERS = ("technician", *CLIENT_EDITORS)  # contacts, and how a room is run, change on the spot
GUARDS = (
    "supervisor",
    "admin",
)  # with the permission for confidential records: who marks a room confidential

HOW_IT_RUNS = ("modes", "power_on")  # of a room: what technicians change on the spot

NAME_IS_TAKEN = N_("已经有一个“%(label)s”相同的客户。")
ROOM_IS_TAKEN = N_("这个客户已经有同名的房间。")
ROOM_IS_RETIRED = N_("这个客户有一个同名的房间已停用，可以把它恢复。")
CONTRACT_ENDS_FIRST = N_("“%(label)s”不能早于合同开始。")


def add_client(actor: Actor, given: Mapping[str, str]) -> Client:
    """Raises Invalid, NotAllowed."""
    actor.needs(*CLIENT_EDITORS)
    values = client_values(given)
    with refusing_taken_name(), transaction():
        client = clients.create_client(values)
        audit.record_action(actor.user_id, "client.add", str(client.id))
        return client


def edit_client(actor: Actor, client_id: int, given: Mapping[str, str], shown: Shown = None) -> Client:
    """Raises Invalid, NotFound, NotAllowed, ChangedMeanwhile."""
    client = client_to_change(actor, client_id)
    values = client_values(given)
    with refusing_taken_name():
        return register_rows.edit_row(actor, client, CLIENT_COLUMNS, values, shown, write_client)


def write_client(client: Client, values: dict) -> None:
    clients.change_client(client, values)
    device_lists.note_change()


def client_to_change(actor: Actor, client_id: int) -> Client:
    """A client in use whose whole file the actor may change. Raises NotFound, NotAllowed, PlaceRetired."""
    actor.needs(*CLIENT_EDITORS)
    return client_to_tend(actor, client_id)


def client_to_tend(actor: Actor, client_id: int) -> Client:
    """A client in use. Raises NotFound, PlaceRetired."""
    client = client_in_scope(actor, client_id)
    refuse_retired(client)
    return client


def refuse_retired(*places: Client | Room | None) -> None:
    """Nothing new begins at a client or in a room that is retired. Raises PlaceRetired."""
    for place in places:
        if place is not None and place.retired_at:
            raise PlaceRetired(name=place.short_name if isinstance(place, Client) else place.name)


def client_in_scope(actor: Actor, client_id: int) -> Client:
    """Raises NotFound."""
    client = clients.get_client(actor.viewer, client_id)
    if client is None:
        raise NotFound
    return client


def client_values(given: Mapping[str, str]) -> dict:
    values = register_columns.read_columns(CLIENT_COLUMNS, given)
    if values["contract_until"] and values["contract_until"] < values["contract_from"]:
        raise Invalid(
            [
                (
                    "contract_until",
                    CONTRACT_ENDS_FIRST,
                    {"label": register_columns.label_of_column(CLIENT_COLUMNS, "contract_until")},
                )
            ]
        )
    return values


@contextmanager
def refusing_taken_name() -> Iterator[None]:
    """Two clients of one name could not be told apart; the database refuses, this says it beside the name."""
    try:
        yield
    except NameTaken as error:
        raise Invalid(
            [("name", NAME_IS_TAKEN, {"label": register_columns.label_of_column(CLIENT_COLUMNS, "name")})]
        ) from error


# Contacts


def add_contact(actor: Actor, client_id: int, given: Mapping[str, str]) -> Contact:
    """Raises Invalid, NotFound, NotAllowed."""
    actor.needs(*TENDERS)
    client, values = client_to_tend(actor, client_id), register_columns.read_columns(CONTACT_COLUMNS, given)
    with transaction(), links_of_leads(client.id):
        contact = clients.add_contact(client, values)
        audit.record_action(actor.user_id, "contact.add", str(contact.id), client=client.id)
        register_looks.note_deed(actor, contact, "add")
        return contact


def edit_contact(actor: Actor, contact_id: int, given: Mapping[str, str], shown: Shown = None) -> Contact:
    """Raises Invalid, NotFound, NotAllowed, ChangedMeanwhile."""
    contact = contact_to_change(actor, contact_id)
    values = register_columns.read_columns(CONTACT_COLUMNS, given)
    with transaction(), links_of_leads(contact.client_id):
        return register_rows.edit_row(actor, contact, CONTACT_COLUMNS, values, shown, clients.change_contact)


def remove_contact(actor: Actor, contact_id: int) -> Contact:
    """Out of the file; the sheets they stand in and signed stay as they are. Raises NotFound, NotAllowed."""
    contact = contact_to_change(actor, contact_id)
    with transaction(), links_of_leads(contact.client_id):
        contact = form_changes.row_as_it_stands(contact)
        clients.remove_contact(contact)
        gone = {column.name: getattr(contact, column.name) for column in CONTACT_COLUMNS}
        audit.record_action(
            actor.user_id, "contact.remove", str(contact.id), client=contact.client_id, before=gone
        )
        register_looks.note_deed(actor, contact, "remove")
    return contact


@contextmanager
def links_of_leads(client_id: int) -> Iterator[None]:
    """Around a change of contacts: when others lead the client, the links that were made for the leads of before die.

    Who held one would read there whose name it asks for (company.md, row 19).
    """
    before = names_of_client_leads(client_id)
    yield
    after = names_of_client_leads(client_id)
    if before - after or (after and not before):
        links.revoke_of_lead(client_id)


def names_of_client_leads(client_id: int) -> set[str]:
    return {contact.name for contact in clients.contacts_of(client_id) if contact.lead}


def contact_to_change(actor: Actor, contact_id: int) -> Contact:
    """Raises NotFound, NotAllowed."""
    actor.needs(*TENDERS)
    return contact_in_scope(actor, contact_id)


def contact_in_scope(actor: Actor, contact_id: int) -> Contact:
    """With its client. Raises NotFound."""
    contact = clients.get_contact(actor.viewer, contact_id)
    if contact is None:
        raise NotFound
    return contact


def card_of_contact(contact: Contact, lang: str) -> ContactCard:
    """As address books take it."""
    flags = [
        column.kind.label for column in CONTACT_COLUMNS if column.group and getattr(contact, column.name)
    ]
    return ContactCard(
        contact.name,
        contact.client.name,
        contact.title,
        contact.mobile,
        contact.phone,
        contact.email,
        office_in_words(contact),
        contact.client.address,
        join_words((gettext(flag, lang) for flag in flags), lang),
    )


def office_in_words(contact: Contact) -> str:
    return " ".join(filter(None, (contact.office, contact.floor)))


# Rooms


def add_room(actor: Actor, client_id: int, given: Mapping[str, str]) -> Room:
    """Raises Invalid, NotFound, NotAllowed."""
    client, values = (
        client_to_change(actor, client_id),
        register_columns.read_columns(asked_of_room(actor), given),
    )
    with transaction():
        refuse_twin(client, values["name"])
        room = clients.add_room(client, values)
        audit.record_action(actor.user_id, "room.add", str(room.id), client=client.id)
        return room


def edit_room(actor: Actor, room_id: int, given: Mapping[str, str], shown: Shown = None) -> Room:
    """A technician changes how it is run, nothing else. Raises Invalid, NotFound, NotAllowed, ChangedMeanwhile."""
    room, asked = room_to_tend(actor, room_id), asked_of_room(actor)
    values, why = register_columns.read_columns(asked, given), unguarding.reason_given(given)
    write = partial(write_room, actor, why)
    return register_rows.edit_row(actor, room, asked, values, shown, write, **unguarding.as_noted(why))


def write_room(actor: Actor, why: str, room: Room, values: dict) -> None:
    """Raises Invalid."""
    marked = values.get("confidential", room.confidential)
    if marked != room.confidential:
        entry_seals.lock_chain(room.client_id)  # what is sealed meanwhile is marked here, or reads the mark
    if room.confidential and not marked:
        unguarding.refuse_unsaid(why)
    if values.get("name", room.name) != room.name:
        refuse_twin(room.client, values["name"], room)
    clients.change_room(room, values)
    device_lists.note_change()
    if marked and not room.confidential:
        mark_records(actor, room)
        paper_guarding.guard_reports(actor, room)
        register_looks.forget_words_of_room(room)
    elif room.confidential and not marked:
        paper_guarding.leave_reports_guarded(actor, room)


def room_to_read(actor: Actor, room_id: int) -> Room:
    """A room whose page is opened; of a confidential one that is written down (company.md, row 20). Raises NotFound."""
    room = clients.get_room(actor.viewer, room_id)
    if room is None:
        raise NotFound
    if room.confidential and actor.user:
        with transaction():
            said = {"client": room.client_id, "name": room.name}
            audit.record_action(actor.user_id, "room.read", str(room.id), **said)
    return room


def room_to_tend(actor: Actor, room_id: int) -> Room:
    """A room of which the actor may change something. Raises NotFound, NotAllowed, PlaceRetired."""
    actor.needs(*TENDERS)
    room = clients.get_room(actor.viewer, room_id)
    if room is None:
        raise NotFound
    refuse_retired(room, room.client)
    return room


def asked_of_room(actor: Actor) -> Columns:
    """What this person may change of a room."""
    if not actor.user or actor.user.role not in CLIENT_EDITORS:
        return tuple(column for column in ROOM_COLUMNS if column.name in HOW_IT_RUNS)
    return (
        ROOM_COLUMNS
        if may_mark_confidential(actor)
        else tuple(column for column in ROOM_COLUMNS if column.name != "confidential")
    )


def columns_of_room_page(actor: Actor, room: Room | None) -> Columns:
    """As `asked_of_room`, and why it is confidential no longer, which stands in no column."""
    asked = asked_of_room(actor)
    return unguarding.asked_to_unmark(asked) if room and room.confidential else asked


def may_mark_confidential(actor: Actor) -> bool:
    """May the actor say that a room is confidential, or that a sheet no longer is? Only who can read what is done there."""
    return actor.user is not None and actor.user.role in GUARDS and actor.user.confidential


def refuse_twin(client: Client, name: str, itself: Room | None = None) -> None:
    one_at_a_time([f"rooms of {client.id}"])
    key = words_together(name)
    others = [room for room in clients.rooms_ever_of(client) if room != itself]
    twin = next((room for room in others if words_together(room.name) == key), None)
    if twin is not None:
        sentence = ROOM_IS_RETIRED if twin.retired_at else ROOM_IS_TAKEN
        raise Invalid([("name", sentence, {"label": register_columns.label_of_column(ROOM_COLUMNS, "name")})])


def mark_records(actor: Actor, room: Room) -> None:
    """What was sealed there before is confidential from now on, and stays so when the room no longer is: a person lifts
    it, sheet by sheet (flow/completing/lifting.py)."""
    for uuid in dict.fromkeys([*clients.records_of_room(room), *row_devices.records_with_rows_about(room)]):
        confidentiality.guard_because_marked(uuid, room, actor.user_id)
        projection.project_record(uuid)
