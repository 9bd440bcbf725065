"""Clients with their rooms and contacts."""

from peewee import IntegrityError, fn

from fieldforms.errors import NameTaken
from fieldforms.store import scope
from fieldforms.store.models import Client, Contact, Device, Record, RecordDevice, Room, Whereabouts
from fieldforms.store.prepared import prepared
from fieldforms.store.register.counted_names import counted_order


@scope.prepared_by_viewer
def seen_by(viewer):
    """Those in use, by short name: what is offered to be chosen."""
    in_scope = scope.clients(viewer, Client.id)
    return Client.select().where(in_scope, Client.retired_at.is_null()).order_by(Client.short_name)


@scope.prepared_by_viewer
def ever_seen_by(viewer):
    """With the retired ones, by short name: what old sheets and files may be about."""
    return Client.select().where(scope.clients(viewer, Client.id)).order_by(Client.short_name)


def get_client(viewer, client_id: int) -> Client | None:
    return next(iter(by_id(viewer, client_id)), None)


@scope.prepared_by_viewer
def by_id(viewer, client_id):
    return Client.select().where(Client.id == client_id, scope.clients(viewer, Client.id))


def create_client(values: dict) -> Client:
    """Raises NameTaken."""
    try:
        return Client.create(**values)
    except IntegrityError as error:
        raise NameTaken from error


def change_client(client: Client, values: dict) -> None:
    """Raises NameTaken."""
    try:
        Client.update(**values).where(Client.id == client.id).execute()
    except IntegrityError as error:
        raise NameTaken from error


# Contacts


def contacts(client: Client) -> list[Contact]:
    return contacts_of(client.id)


@prepared
def contacts_of(client):
    return Contact.select().where(Contact.client == client).order_by(Contact.lead.desc(), Contact.id)


def get_contact(viewer, contact_id: int) -> Contact | None:
    return next(iter(contact_by_id(viewer, contact_id)), None)


@scope.prepared_by_viewer
def contact_by_id(viewer, contact_id):
    query = Contact.select(Contact, Client).join(Client)
    return query.where(Contact.id == contact_id, scope.clients(viewer, Contact.client))


def add_contact(client: Client, values: dict) -> Contact:
    return Contact.create(client=client, **values)


def change_contact(row: Contact, values: dict) -> None:
    Contact.update(**values).where(Contact.id == row.id).execute()


def remove_contact(row: Contact) -> None:
    Contact.delete().where(Contact.id == row.id).execute()


# Rooms


def rooms(client: Client) -> list[Room]:
    """Those in use: what is offered to be chosen."""
    return rooms_in_use(client.id)


@prepared
def rooms_in_use(client):
    in_use = (Room.client == client, Room.retired_at.is_null())
    return Room.select().where(*in_use).order_by(Room.building, Room.name)


def rooms_ever_of(client: Client) -> list[Room]:
    """With the retired ones."""
    return every_room_of_client(client.id)


@prepared
def every_room_of_client(client):
    return Room.select().where(Room.client == client).order_by(Room.building, Room.name)


@prepared
def confidential_rooms():
    """Of all clients, with the retired ones."""
    return Room.select().where(Room.confidential).order_by(Room.id)


def get_room(viewer, room_id: int) -> Room | None:
    return next(iter(room_by_id(viewer, room_id)), None)


@scope.prepared_by_viewer
def room_by_id(viewer, room_id):
    return Room.select(Room, Client).join(Client).where(Room.id == room_id, scope.rooms(viewer))


def add_room(client: Client, values: dict) -> Room:
    return Room.create(client=client, **values)


def change_room(row: Room, values: dict) -> None:
    Room.update(**values).where(Room.id == row.id).execute()


def devices_by_room(client: Client) -> dict[int | None, int]:
    """Room id (None: in no room) → how many of the client's devices that are not retired stand there."""
    return dict(devices_counted_by_room(client.id))


@prepared
def devices_counted_by_room(client):
    query = Device.select(Device.room, fn.COUNT(Device.id)).where(
        Device.client == client, Device.retired_at.is_null()
    )
    return query.group_by(Device.room).tuples()


def devices_by_state(client: Client) -> dict[str, int]:
    """State → how many of the client's devices that are not retired are in it."""
    return dict(devices_counted_by_state(client.id))


@prepared
def devices_counted_by_state(client):
    query = Device.select(Device.state, fn.COUNT(Device.id)).where(
        Device.client == client, Device.retired_at.is_null()
    )
    return query.group_by(Device.state).tuples()


def devices_in(row: Room) -> list[Device]:
    """Those in use, by category and name."""
    return sorted(devices_in_room(row.id), key=lambda each: (each.category, counted_order(each.name)))


@prepared
def devices_in_room(room_id):
    return Device.select().where(Device.room == room_id, Device.retired_at.is_null()).order_by(Device.id)


def records_of_room(row: Room) -> list[str]:
    """The uuid of every record that was sealed there, or is about a device that stands there now."""
    there = Whereabouts.select(Whereabouts.record).where(Whereabouts.room == row.id)
    where = records_about_room(row.id) | Record.uuid.in_(there)
    return [uuid for (uuid,) in Record.select(Record.uuid).where(where).order_by(Record.id).tuples()]


def records_about_room(room_id: int):
    """Records begun in a room, or about a device that stands there now."""
    about = RecordDevice.select(RecordDevice.record).join(Device).where(Device.room == room_id)
    return (Record.room == room_id) | Record.id.in_(about)
