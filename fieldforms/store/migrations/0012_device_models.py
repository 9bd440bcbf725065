"""A device's brand and model lead to a row that all of them share, and the register takes in what a company's list says of
each: asset number, rack, address in the network, purchase, warranty. How a device fares (in use, faulty, away, standby) is a
row each time it changes.
"""

import json
import unicodedata
from functools import partial

from peewee import BigIntegerField, CharField, ForeignKeyField, JSONField, Model, TextField

COLUMNS = (
    *(
        f"ALTER TABLE devices ADD COLUMN {name} VARCHAR(255) NOT NULL DEFAULT ''"
        for name in (
            "asset_no", "location", "spec", "rack", "rack_unit", "ip", "mac", "rated_voltage", "purchased_on",
            "supplier", "warranty_until", "keeper", "department",
        )
    ),
    "ALTER TABLE devices ADD COLUMN price INTEGER",
    "ALTER TABLE devices ADD COLUMN installed_about BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE devices ADD COLUMN state VARCHAR(255) NOT NULL DEFAULT 'in_use'",
    "ALTER TABLE devices ADD COLUMN of_model_id INTEGER REFERENCES device_models (id)",
    "CREATE INDEX device_of_model_id ON devices (of_model_id)",
)  # fmt: skip
NAMED = "SELECT id, brand, model, category, manufacturer, manufacturer_phone, created_at FROM devices WHERE model <> '' ORDER BY id"


class User(Model):
    class Meta:
        table_name = "users"


class Device(Model):
    class Meta:
        table_name = "devices"


class DeviceModel(Model):
    key = CharField(unique=True)
    brand = CharField(default="")
    name = CharField()
    category = CharField(default="")
    manufacturer = CharField(default="")
    manufacturer_phone = CharField(default="")
    try_first = JSONField(default=list, dumps=partial(json.dumps, ensure_ascii=False))
    note = TextField(default="")
    created_at = BigIntegerField()

    class Meta:
        table_name = "device_models"
        legacy_table_names = False


class DeviceEvent(Model):
    device = ForeignKeyField(Device)
    kind = CharField()
    before = CharField(default="")
    after = CharField(default="")
    other = ForeignKeyField(Device, null=True, index=False)
    note = TextField(default="")
    at = BigIntegerField()
    by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "device_events"
        legacy_table_names = False


def up(migrator, db):
    with db.bind_ctx([User, Device, DeviceModel, DeviceEvent]):
        db.create_tables([DeviceModel, DeviceEvent])
        for statement in COLUMNS:
            db.execute_sql(statement)
        for device, *said in db.execute_sql(NAMED).fetchall():
            if not letters(said[1]):  # "-" is no name: unlike devices would share it
                continue
            Device.update(of_model=model_of(*said)).where(Device.id == device).execute()


Device._meta.add_field("of_model", ForeignKeyField(DeviceModel, null=True))


def model_of(brand, name, category, manufacturer, manufacturer_phone, created_at):
    """The first device of a model says what the model is called."""
    key = f"{letters(brand)}/{letters(name)}"
    known = DeviceModel.get_or_none(DeviceModel.key == key)
    return known or DeviceModel.create(
        key=key, brand=brand, name=name, category=category, manufacturer=manufacturer,
        manufacturer_phone=manufacturer_phone, created_at=created_at,
    )  # fmt: skip


def letters(text):
    """CB-L630U, cb l630u and ＣＢ－Ｌ６３０Ｕ are one."""
    return "".join(each for each in unicodedata.normalize("NFKC", text).casefold() if each.isalnum())
