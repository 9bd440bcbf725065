"""What the clients, people, places and devices are called by which statistics are broken down: of ids, in two columns."""

from peewee import fn

from fieldforms.store.models import Client, Device, DeviceModel, Part, Room, User
from fieldforms.store.prepared import one_of, prepared


@prepared
def names_of_clients(ids):
    return Client.select(Client.id, Client.short_name).where(one_of(Client.id, ids)).tuples()


@prepared
def names_of_people(ids):
    return User.select(User.id, User.name).where(one_of(User.id, ids)).tuples()


@prepared
def names_of_rooms(ids):
    query = Room.select(Room.id, Client.short_name.concat(" ").concat(Room.name)).join(Client)
    return query.where(one_of(Room.id, ids)).tuples()


@prepared
def names_of_models(ids):
    query = DeviceModel.select(DeviceModel.id, DeviceModel.brand.concat(" ").concat(DeviceModel.name))
    return query.where(one_of(DeviceModel.id, ids)).tuples()


@prepared
def names_of_failed_devices(ids):
    query = Device.select(Device.id, Client.short_name.concat(" ").concat(Device.name)).join(Client)
    return query.where(one_of(Device.id, ids)).tuples()


@prepared
def names_of_used_parts(ids):
    query = Part.select(Part.id, Part.name.concat(" ").concat(Part.brand).concat(" ").concat(Part.model))
    return query.where(one_of(Part.id, ids)).tuples()


@prepared
def spellings_of_brands(brands):
    """(in small letters, as written: of several spellings the first in the order of letters)"""
    query = Device.select(fn.LOWER(Device.brand), fn.MIN(Device.brand))
    return query.where(one_of(fn.LOWER(Device.brand), brands)).group_by(fn.LOWER(Device.brand)).tuples()


@prepared
def brands_of_devices():
    """(in small letters, as written), to choose from."""
    query = Device.select(fn.LOWER(Device.brand), fn.MIN(Device.brand)).where(Device.brand != "")
    return query.group_by(fn.LOWER(Device.brand)).tuples()
