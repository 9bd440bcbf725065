"""Ports of devices and of their models, and the cables between them: rows instead of words, so that a free input is found, a
cable traced and a diagram drawn.
"""

from peewee import BigIntegerField, CharField, Check, ForeignKeyField, IntegerField, Model


class User(Model):
    class Meta:
        table_name = "users"


class Client(Model):
    class Meta:
        table_name = "clients"


class Device(Model):
    class Meta:
        table_name = "devices"


class DeviceModel(Model):
    class Meta:
        table_name = "device_models"


class Port(Model):
    device = ForeignKeyField(Device, null=True, index=False)
    of_model = ForeignKeyField(DeviceModel, null=True, index=False)
    name = CharField()
    direction = CharField()
    signal = CharField(default="")
    connector = CharField(default="")
    face = CharField(default="")
    place = IntegerField(default=0)
    stated = CharField(default="")
    note = CharField(default="")
    created_at = BigIntegerField()
    removed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "ports"
        legacy_table_names = False
        constraints = (Check("(device_id IS NULL) <> (of_model_id IS NULL)"),)
        indexes = (
            (("device", "place"), False),
            (("of_model", "place"), False),
            (("signal", "device", "direction"), False),
        )


class Connection(Model):
    client = ForeignKeyField(Client, index=False)
    number = CharField()
    prefix = CharField(default="")
    serial = IntegerField(null=True)
    source = ForeignKeyField(Port, backref="cables_out")
    target = ForeignKeyField(Port, backref="cables_in")
    kind = CharField(default="")
    length = IntegerField(null=True)
    colour = CharField(default="")
    status = CharField(default="installed")
    since = CharField(default="")
    note = CharField(default="")
    created_at = BigIntegerField()
    created_by = ForeignKeyField(User, null=True, index=False, backref="+")
    removed_at = BigIntegerField(null=True)
    removed_by = ForeignKeyField(User, null=True, index=False, backref="+")

    class Meta:
        table_name = "connections"
        legacy_table_names = False
        indexes = ((("client", "number"), True), (("client", "prefix", "serial"), False))


def up(migrator, db):
    with db.bind_ctx([User, Client, Device, DeviceModel, Port, Connection]):
        db.create_tables([Port, Connection])
