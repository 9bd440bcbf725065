"""Clients with their rooms and contacts."""

from fieldforms.store import scope
from fieldforms.store.models import Client, Contact, Room
from fieldforms.store.prepared import prepared


def seen_by(viewer) -> list[Client]:
    return list(Client.select().where(scope.clients(viewer, Client.id)).order_by(Client.short_name))


def get(viewer, client_id: int) -> Client | None:
    return Client.get_or_none((Client.id == client_id) & scope.clients(viewer, Client.id))


def contacts(client: Client) -> list[Contact]:
    return contacts_of(client.id)


@prepared
def contacts_of(client):
    return Contact.select().where(Contact.client == client).order_by(Contact.lead.desc(), Contact.id)


def rooms(client: Client) -> list[Room]:
    return list(Room.select().where(Room.client == client).order_by(Room.name))


def room(viewer, room_id: int) -> Room | None:
    return Room.get_or_none((Room.id == room_id) & scope.rooms(viewer))
