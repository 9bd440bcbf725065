"""What is not over yet at a client or in a room: whoever retires one looks at it first."""

from peewee import JOIN, fn

from fieldforms.store import scope
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Device, Draft, Entry, Plan, Record, Room, User
from fieldforms.store.prepared import prepared
from fieldforms.store.register.sites import Site


def open_sheets(viewer: scope.Viewer, site: Site, most: int) -> list[Record]:
    """Begun there and not over, longest open first, as far as the viewer may see."""
    return open_sheets_at(viewer, site.client, site.room, most, in_room=site.room is not None)


@scope.prepared_by_viewer
def open_sheets_at(viewer, client, room, most, *, in_room):
    query = Record.select().where(is_open_at(client, room, in_room), scope.records(viewer))
    return query.order_by(Record.opened_at, Record.id).limit(most)


def count_open_sheets(site: Site) -> int:
    """All of them, whoever asks: what is out of their sight is open, too."""
    [(n,)] = open_sheets_counted(site.client, site.room, in_room=site.room is not None)
    return n


@prepared
def open_sheets_counted(client, room, *, in_room):
    return Record.select(fn.COUNT(Record.id)).where(is_open_at(client, room, in_room)).tuples()


def is_open_at(client, room, in_room: bool):
    there = (Record.client == client) & (Record.state == "open")
    return there & (Record.room == room) if in_room else there


def count_devices(site: Site) -> int:
    """Devices in use."""
    [(n,)] = devices_counted(site.client, site.room, in_room=site.room is not None)
    return n


@prepared
def devices_counted(client, room, *, in_room):
    there = (Device.client == client) & Device.retired_at.is_null()
    return (
        Device.select(fn.COUNT(Device.id)).where(there & (Device.room == room) if in_room else there).tuples()
    )


def plans_in_force(site: Site, today: str) -> list[Plan]:
    """`today`: ISO day; a plan whose last day has passed is over."""
    return plans_in_force_at(site.client, site.room, today, in_room=site.room is not None)


@prepared
def plans_in_force_at(client, room, today, *, in_room):
    query = Plan.select(Plan, Room, Device).join(Room, JOIN.LEFT_OUTER).switch(Plan)
    query = query.join(Device, JOIN.LEFT_OUTER, on=(Plan.device == Device.id))
    goes_on = Plan.ended_at.is_null() & ((Plan.ends_on == "") | (Plan.ends_on >= today))
    there = (Plan.client == client) & (Plan.room == room) if in_room else Plan.client == client
    return query.where(there, goes_on).order_by(Plan.id)


def first_drafts(site: Site) -> list[Draft]:
    """What somebody began there and nobody has sealed anything of, with who it was; newest first."""
    found = definitions.with_forms(drafts_of_client(site.client))
    return [each for each in found if site.room is None or each.origin.get("room") == site.room]


@prepared
def drafts_of_client(client):
    sealed = Entry.select(Entry.id).where(Entry.record == Draft.record)
    left = (Draft.client == client, Draft.completed_at.is_null(), Draft.discarded_at.is_null())
    query = Draft.select(Draft, User).join(User, JOIN.LEFT_OUTER)
    return query.where(*left, ~fn.EXISTS(sealed)).order_by(Draft.saved_at.desc())


@scope.prepared_by_viewer
def retired_clients(viewer):
    """By short name."""
    gone = (Client.retired_at.is_null(False), scope.clients(viewer, Client.id))
    return Client.select().where(*gone).order_by(Client.short_name)


@prepared
def retired_rooms(client):
    """Of a client, by name."""
    gone = (Room.client == client, Room.retired_at.is_null(False))
    return Room.select().where(*gone).order_by(Room.name)
