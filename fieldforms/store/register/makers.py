"""Who makes devices."""

from dataclasses import dataclass

from peewee import fn

from fieldforms.store import clock, scope, search
from fieldforms.store.filters import conditions_of_filters
from fieldforms.store.models import Device, DeviceModel, Maker
from fieldforms.store.prepared import insert_new, prepared
from fieldforms.store.register.device_models import of_seen_model
from fieldforms.store.register.devices import device_ids_sent_to

NUMBERS_OF_MAKER_SHOWN = 10  # of a maker, as devices say them


def of_seen_maker(viewer: scope.Viewer, maker):
    """Technicians: makers of devices where they serve or are sent to, of models they see, and those that nothing is of: these
    say nothing of any client. `maker`: the column with its id."""
    if viewer.role not in scope.SEES_ASSIGNED:
        return scope.clients(viewer, None)
    kept, known = Device.alias("kept"), DeviceModel.alias("known")
    of_devices = kept.select(kept.of_maker).where(kept.of_maker.is_null(False))
    of_models = known.select(known.of_maker).where(known.of_maker.is_null(False))
    there = scope.clients(viewer, kept.client) | kept.id.in_(device_ids_sent_to(viewer))
    nowhere = maker.not_in(of_devices) & maker.not_in(of_models)
    return (
        maker.in_(of_devices.where(there))
        | maker.in_(of_models.where(of_seen_model(viewer, known.id)))
        | nowhere
    )


def maker_seen(viewer: scope.Viewer, maker_id: int) -> Maker | None:
    return next(iter(maker_in_scope(viewer, maker_id)), None)


@scope.prepared_by_viewer
def maker_in_scope(viewer, maker):
    return Maker.select().where(Maker.id == maker, of_seen_maker(viewer, Maker.id))


@scope.prepared_by_viewer
def makers_in_scope(viewer):
    return Maker.select().where(of_seen_maker(viewer, Maker.id)).order_by(Maker.name, Maker.id)


@prepared
def maker_by_id(maker):
    return Maker.select().where(Maker.id == maker)


@prepared
def maker_by_key(key):
    return Maker.select().where(Maker.key == key)


@prepared
def all_makers():
    return Maker.select().order_by(Maker.name, Maker.id)


def add_maker(key: str, values: dict) -> Maker:
    """The maker of this key, made of these values if nobody has named it before."""
    known = maker_by_key.first(key)
    return known or insert_new(Maker, key=key, created_at=clock.now(), **values) or maker_by_key.first(key)


def change_maker(maker: Maker, values: dict) -> None:
    Maker.update(**values).where(Maker.id == maker.id).execute()


def remove_maker(maker: Maker) -> None:
    Maker.delete().where(Maker.id == maker.id).execute()


def name_things_of_maker(maker: Maker, other: Maker, name: str) -> None:
    """Its devices and models are `other`'s from now on, and say its name."""
    said = {"of_maker": other, "manufacturer": name}
    Device.update(said).where(Device.of_maker == maker).execute()
    DeviceModel.update(said).where(DeviceModel.of_maker == maker).execute()


@dataclass(frozen=True)
class MakerFilters:
    """What the list is narrowed to."""

    text: str = ""


def makers_listed(viewer, filters: MakerFilters, limit: int) -> list[Maker]:
    """By name; each with `device_count`, how many in use the viewer may see."""
    words = filters.text.split()
    if not words:
        return list(makers_by_name(viewer, limit))
    columns = (Maker.name, Maker.contact, Maker.phone, Maker.hotline, Maker.web, Maker.note)
    contained = (search.contains_anywhere(word, columns) for word in words)
    return list(select_makers(viewer, limit, filters).where(*contained))


@scope.prepared_by_viewer
def makers_by_name(viewer, limit):
    return select_makers(viewer, limit, MakerFilters())


def select_makers(viewer, limit, filters: MakerFilters):
    mine = Device.select(fn.COUNT(Device.id)).where(
        Device.of_maker == Maker.id, Device.retired_at.is_null(), scope.clients(viewer, Device.client)
    )
    query = Maker.select(Maker, mine.alias("device_count"))
    query = query.where(of_seen_maker(viewer, Maker.id), *conditions_of_filters(viewer, filters))
    return query.order_by(Maker.name, Maker.id).limit(limit)


@scope.prepared_by_viewer
def count_devices_of_maker(viewer, maker):
    seen = (Device.of_maker == maker, Device.retired_at.is_null(), scope.clients(viewer, Device.client))
    return Device.select(fn.COUNT(Device.id)).where(*seen).tuples()


@scope.prepared_by_viewer
def numbers_on_devices(viewer, maker):
    """(telephone, how many devices that the viewer may see say it), the most frequent first."""
    said = (Device.of_maker == maker, Device.manufacturer_phone != "", Device.retired_at.is_null())
    query = Device.select(Device.manufacturer_phone, fn.COUNT(Device.id)).where(
        *said, scope.clients(viewer, Device.client)
    )
    query = query.group_by(Device.manufacturer_phone).order_by(
        fn.COUNT(Device.id).desc(), Device.manufacturer_phone
    )
    return query.limit(NUMBERS_OF_MAKER_SHOWN).tuples()


@scope.prepared_by_viewer
def devices_of_maker(viewer, maker):
    """One, if there is any that the viewer may see."""
    return Device.select().where(Device.of_maker == maker, scope.clients(viewer, Device.client)).limit(1)


@scope.prepared_by_viewer
def models_of_maker(viewer, maker):
    seen = (DeviceModel.of_maker == maker, of_seen_model(viewer, DeviceModel.id))
    return DeviceModel.select().where(*seen).order_by(DeviceModel.brand, DeviceModel.name).limit(200)
