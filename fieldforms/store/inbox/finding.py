"""The short lists in which one search looks beside sheets, devices, parts and documents: clients, rooms, contacts, people."""

from collections.abc import Sequence

from fieldforms.store import scope
from fieldforms.store.models import Client, Contact, Room, User
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.search import contains_anywhere


@scope.prepared_by_viewer
def searched_client_names(viewer):
    """(id, name, short name, address) of all in scope, retired ones, too."""
    columns = (Client.id, Client.name, Client.short_name, Client.address)
    return (
        Client.select(*columns).where(scope.clients(viewer, Client.id)).order_by(Client.short_name).tuples()
    )


@scope.prepared_by_viewer
def clients_with_ids(viewer, ids):
    in_scope = scope.clients(viewer, Client.id)
    return Client.select().where(in_scope, one_of(Client.id, ids)).order_by(Client.short_name)


def rooms_with_words(viewer, words: Sequence[str], most: int) -> list[Room]:
    """Rooms in use, each with its client, that have all these words in their name, place or client's name."""
    columns = (Room.name, Room.building, Room.floor, Client.short_name)
    query = Room.select(Room, Client).join(Client).where(scope.rooms(viewer), Room.retired_at.is_null())
    query = query.where(*(contains_anywhere(word, columns) for word in words))
    return list(query.order_by(Room.name, Room.id).limit(most))


def contacts_with_words(viewer, words: Sequence[str], most: int) -> list[Contact]:
    """Contacts, each with the client, that have all these words in what is known of them."""
    columns = (Contact.name, Contact.title, Contact.phone, Contact.mobile, Contact.email, Client.short_name)
    query = Contact.select(Contact, Client).join(Client).where(scope.clients(viewer, Contact.client))
    query = query.where(*(contains_anywhere(word, columns) for word in words))
    return list(query.order_by(Contact.name, Contact.id).limit(most))


@prepared
def searched_people_names():
    """(id, name, login, phone) of everybody, the disabled, too."""
    return User.select(User.id, User.name, User.login, User.phone).order_by(User.name).tuples()


@prepared
def people_with_ids(ids):
    return User.select().where(one_of(User.id, ids)).order_by(User.name)
