"""What the register knows of a list's rows: as many questions however long the list is."""

from peewee import JOIN

from fieldforms.store import scope
from fieldforms.store.cabling import connections, ports
from fieldforms.store.models import (
    Client,
    Code,
    Connection,
    Contact,
    Device,
    DeviceModel,
    Draft,
    Part,
    Port,
    Room,
    Stock,
)
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.register import devices


@scope.prepared_by_viewer
def rooms_of_clients(viewer, clients):
    query = Room.select().where(one_of(Room.client, clients), scope.clients(viewer, Room.client))
    return query.order_by(Room.id)


@scope.prepared_by_viewer
def contacts_of_clients(viewer, clients):
    query = Contact.select().where(one_of(Contact.client, clients), scope.clients(viewer, Contact.client))
    return query.order_by(Contact.id)


@scope.prepared_by_viewer
def devices_of_clients(viewer, clients):
    """Those in use, in the order in which they were registered."""
    query = devices.selection().where(Device.retired_at.is_null(), one_of(Device.client, clients))
    return query.where(scope.clients(viewer, Device.client)).order_by(Device.id)


@scope.prepared_by_viewer
def devices_with_serials(viewer, serials):
    """Of any client, retired ones too."""
    return devices.selection().where(one_of(Device.serial, serials), scope.clients(viewer, Device.client))


@scope.prepared_by_viewer
def devices_with_ids(viewer, ids):
    return devices.selection().where(one_of(Device.id, ids), scope.clients(viewer, Device.client))


@scope.prepared_by_viewer
def ports_of_clients(viewer, clients):
    """On the panels of devices in use whose cables the viewer may see."""
    there = (one_of(Device.client, clients), Device.retired_at.is_null(), Port.removed_at.is_null())
    query = ports.selection().where(*there, ports.cabling_in_scope(viewer))
    return query.order_by(Port.device, Port.place, Port.id)


@scope.prepared_by_viewer
def cables_of_clients(viewer, clients):
    """Those that were removed, too."""
    query = connections.selection(viewer).where(one_of(Connection.client, clients))
    return query.order_by(Connection.id)


@prepared
def cable_numbers_of_clients(clients):
    """All that were ever given, whoever may see their cables."""
    return Connection.select(Connection.client, Connection.number).where(one_of(Connection.client, clients))


@prepared
def labels_with_codes_given(codes):
    query = Code.select(Code, Device, Part).join(Device, JOIN.LEFT_OUTER).switch(Code)
    return query.join(Part, JOIN.LEFT_OUTER).where(one_of(Code.code, codes))


@prepared
def brands_of_models():
    return DeviceModel.select(DeviceModel.brand).where(DeviceModel.brand != "").distinct()


@scope.prepared_by_viewer
def parts_in_scope_in_use(viewer):
    query = Part.select(Part, Client).join(Client, JOIN.LEFT_OUTER)
    return query.where(scope.parts_in_scope(viewer), Part.retired_at.is_null()).order_by(Part.id)


@prepared
def stock_of_parts(parts):
    """At every place where some of them lay ever, with what is left there."""
    return Stock.select().where(one_of(Stock.part, parts))


@prepared
def origins_of_unfinished_drafts():
    query = Draft.select(Draft.origin).where(Draft.completed_at.is_null(), Draft.discarded_at.is_null())
    return query.tuples()
