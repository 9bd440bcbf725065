"""What a phone keeps of the rooms of whom it belongs to: read at once, however many they are."""

from peewee import fn

from fieldforms.store import scope
from fieldforms.store.models import Client, Contact, Device, Draft, Record, RecordDevice, Room, User
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.register import devices


@scope.prepared_by_viewer
def devices_in_use(viewer):
    """With client and room; by client, room and name."""
    query = devices.selection()
    in_use = (Device.retired_at.is_null(), Client.retired_at.is_null())
    query = query.where(scope.clients(viewer, Device.client), *in_use)
    return query.order_by(Client.short_name, Client.id, Room.building, Room.name, Room.id, Device.name)


@scope.prepared_by_viewer
def devices_with_confidential_records(viewer):
    """(device id,): whose page would tell this viewer of a confidential sheet."""
    query = RecordDevice.select(RecordDevice.device).join(Record)
    return query.where(Record.confidential == True, scope.records(viewer)).distinct().tuples()


@scope.prepared_by_viewer
def ids_of_served_clients(viewer):
    """(client id,): whom the viewer serves, also those who are clients no more."""
    return Client.select(Client.id).where(scope.clients(viewer, Client.id)).tuples()


@scope.prepared_by_viewer
def ids_of_confidential_rooms(viewer):
    """(room id,): of the clients they serve, and of the devices they were sent to."""
    sent_there = Device.select(Device.room).where(Device.id.in_(devices.device_ids_sent_to(viewer)))
    theirs = scope.rooms(viewer) | Room.id.in_(sent_there)
    return Room.select(Room.id).where(Room.confidential == True, theirs).tuples()


@scope.prepared_by_viewer
def ids_of_confidential_devices(viewer):
    """(device id,): as `ids_of_confidential_rooms`, what stands there; retired ones, too."""
    theirs = scope.clients(viewer, Device.client) | Device.id.in_(devices.device_ids_sent_to(viewer))
    return Device.select(Device.id).join(Room).where(Room.confidential == True, theirs).tuples()


@scope.prepared_by_viewer
def ids_of_devices_sent_to(viewer):
    """(device id,)"""
    return Device.select(Device.id).where(Device.id.in_(devices.device_ids_sent_to(viewer))).tuples()


@scope.prepared_by_viewer
def sheets_open_or_confidential(viewer):
    """(number, confidential): of those in scope, what is open, and what is confidential."""
    told = (Record.state == "open") | (Record.confidential == True)
    return Record.select(Record.number, Record.confidential).where(scope.records(viewer), told).tuples()


@scope.prepared_by_viewer
def uuids_of_drafts_to_fill(viewer):
    """(uuid,): neither sealed nor given up; one's own, those of people who are disabled, and of open sheets in scope."""
    disabled = User.select(User.id).where(User.disabled_at.is_null(False))
    sheets = Record.select(Record.uuid).where(scope.records(viewer), Record.state == "open")
    theirs = (Draft.author == viewer.user_id) | Draft.record.in_(sheets)
    if viewer.role in scope.SEES_EVERY_CLIENT:
        theirs |= Draft.author.in_(disabled)
    open_ones = (Draft.completed_at.is_null(), Draft.discarded_at.is_null())
    return Draft.select(Draft.uuid).where(theirs, *open_ones).tuples()


@scope.prepared_by_viewer
def latest_changes_by_device(viewer):
    """(device id, how many records in scope are about it, when one of them last changed: UTC ms)"""
    query = RecordDevice.select(RecordDevice.device, fn.COUNT(Record.id), fn.MAX(Record.updated_at))
    return query.join(Record).where(scope.records(viewer)).group_by(RecordDevice.device).tuples()


@prepared
def contacts_at_clients(clients):
    """As `clients.contacts` of each: whoever leads stands first."""
    return Contact.select().where(one_of(Contact.client, clients)).order_by(Contact.lead.desc(), Contact.id)
