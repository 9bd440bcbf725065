"""What devices of one brand and model share."""

from collections.abc import Iterable

from fieldforms.store import clock
from fieldforms.store.models import Device, DeviceModel
from fieldforms.store.prepared import insert_new, one_of, prepared


def get_model(model_id: int) -> DeviceModel | None:
    return model_by_id.first(model_id)


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
def models_of_category(category):
    return (
        DeviceModel.select()
        .where(DeviceModel.category == category)
        .order_by(DeviceModel.brand, DeviceModel.name)
    )


@prepared
def all_models():
    return DeviceModel.select().order_by(DeviceModel.brand, DeviceModel.name)


def name_devices_of_model(model: DeviceModel, brand: str, name: str) -> None:
    """What the model is called now, its devices say, too."""
    Device.update(brand=brand, model=name).where(Device.of_model == model).execute()
