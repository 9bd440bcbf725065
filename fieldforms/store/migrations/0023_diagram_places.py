"""A box of a diagram that somebody moved stays where it was put; and what was changed of one row is found at once, however long
the audit is.
"""

from peewee import BigIntegerField, CharField, ForeignKeyField, Model


class Room(Model):
    class Meta:
        table_name = "rooms"


class Device(Model):
    class Meta:
        table_name = "devices"


class User(Model):
    class Meta:
        table_name = "users"


class DiagramPlace(Model):
    room = ForeignKeyField(Room, index=False)
    system = CharField(default="")
    device = ForeignKeyField(Device)
    place = CharField()
    at = BigIntegerField()
    by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "diagram_places"
        legacy_table_names = False
        indexes = ((("room", "system", "device"), True),)


def up(migrator, db):
    with db.bind_ctx([Room, Device, User, DiagramPlace]):
        db.create_tables([DiagramPlace])
    migrator.migrate(migrator.add_index("audit", ("ref", "action")))
