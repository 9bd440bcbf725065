"""What devices of one brand and model share."""

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import fn

from fieldforms.store import clock, scope, search
from fieldforms.store.filters import conditions_of_filters, filter_by, names_asked
from fieldforms.store.models import Device, DeviceModel, Document, KnownFault
from fieldforms.store.prepared import insert_new, one_of, prepared
from fieldforms.store.register.devices import device_ids_sent_to


def of_seen_model(viewer: scope.Viewer, model):
    """Technicians: models that occur where they serve or are sent to, and those of which there is no device at all: they stand in
    the catalogue, and say nothing of any client. `model`: the column with its id."""
    if viewer.role not in scope.SEES_ASSIGNED:
        return scope.clients(viewer, None)
    kept = Device.alias("kept")
    used = kept.select(kept.of_model).where(kept.of_model.is_null(False))
    there = scope.clients(viewer, kept.client) | kept.id.in_(device_ids_sent_to(viewer))
    return model.in_(used.where(there)) | model.not_in(used)


def get_model(model_id: int) -> DeviceModel | None:
    """Whoever asks: of a device that is seen, say."""
    return model_by_id.first(model_id)


def model_seen(viewer: scope.Viewer, model_id: int) -> DeviceModel | None:
    return next(iter(model_in_scope(viewer, model_id)), None)


@scope.prepared_by_viewer
def model_in_scope(viewer, model):
    return DeviceModel.select().where(DeviceModel.id == model, of_seen_model(viewer, DeviceModel.id))


@scope.prepared_by_viewer
def models_in_scope(viewer):
    seen = of_seen_model(viewer, DeviceModel.id)
    return DeviceModel.select().where(seen).order_by(DeviceModel.brand, DeviceModel.name)


@prepared
def model_by_id(model):
    return DeviceModel.select().where(DeviceModel.id == model)


@prepared
def model_by_key(key):
    return DeviceModel.select().where(DeviceModel.key == key)


@prepared
def models_with_keys(keys):
    return DeviceModel.select().where(one_of(DeviceModel.key, keys))


@prepared
def models_with_ids(ids):
    return (
        DeviceModel.select().where(one_of(DeviceModel.id, ids)).order_by(DeviceModel.brand, DeviceModel.name)
    )


def models_by_key(keys: Iterable[str]) -> dict[str, DeviceModel]:
    return {row.key: row for row in models_with_keys(tuple(keys))}


def add_model(key: str, values: dict) -> DeviceModel:
    """The model of this key, made of these values if nobody has named it before."""
    known = model_by_key.first(key)
    return (
        known or insert_new(DeviceModel, key=key, created_at=clock.now(), **values) or model_by_key.first(key)
    )


def change_model(model: DeviceModel, values: dict) -> None:
    DeviceModel.update(**values).where(DeviceModel.id == model.id).execute()


@prepared
def all_models():
    return DeviceModel.select().order_by(DeviceModel.brand, DeviceModel.name)


@dataclass(frozen=True)
class ModelFilters:
    """What the list is narrowed to."""

    text: str = ""
    category: str = filter_by(lambda category: DeviceModel.category == category, "")


def models_listed(viewer, filters: ModelFilters, limit: int) -> list[DeviceModel]:
    """By brand and name; each with `device_count`, how many the viewer may see."""
    words = filters.text.split()
    if not words:
        return list(models_by_category(viewer, filters.category, limit, asked=names_asked(filters)))
    columns = (DeviceModel.brand, DeviceModel.name, DeviceModel.manufacturer)
    contained = (search.contains_anywhere(word, columns) for word in words)
    return list(select_models(viewer, filters, limit).where(*contained))


@scope.prepared_by_viewer
def models_by_category(viewer, category, limit, *, asked):
    values = {"category": category}
    return select_models(viewer, ModelFilters(**{name: values[name] for name in asked}), limit)


def select_models(viewer, filters: ModelFilters, limit):
    mine = Device.select(fn.COUNT(Device.id)).where(
        Device.of_model == DeviceModel.id, Device.retired_at.is_null(), scope.clients(viewer, Device.client)
    )
    query = DeviceModel.select(DeviceModel, mine.alias("device_count"))
    query = query.where(of_seen_model(viewer, DeviceModel.id), *conditions_of_filters(viewer, filters))
    return query.order_by(DeviceModel.brand, DeviceModel.name, DeviceModel.id).limit(limit)


@scope.prepared_by_viewer
def count_devices_of_model(viewer, model):
    seen = (Device.of_model == model, Device.retired_at.is_null(), scope.clients(viewer, Device.client))
    return Device.select(fn.COUNT(Device.id)).where(*seen).tuples()


def move_devices(model: DeviceModel, other: DeviceModel) -> None:
    said = {"brand": other.brand, "model": other.name, "of_model": other}
    Device.update(said).where(Device.of_model == model).execute()


def move_documents(model: DeviceModel, other: DeviceModel) -> None:
    Document.update(of_model=other).where(Document.of_model == model).execute()


def move_known_faults(model: DeviceModel, other: DeviceModel) -> None:
    KnownFault.update(of_model=other.id).where(KnownFault.of_model == model).execute()


def remove_model(model: DeviceModel) -> None:
    DeviceModel.delete().where(DeviceModel.id == model.id).execute()


def name_devices_of_model(model: DeviceModel, brand: str, name: str) -> None:
    """What the model is called now, its devices say, too."""
    Device.update(brand=brand, model=name).where(Device.of_model == model).execute()
