"""What decides who may see a sealed sheet is kept beside it, and no longer read from today's register.

Entries of before get it from the projection and the register as they stand now. A record is confidential when either
says so, or when there is no projection to ask.
"""

import time

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)


class User(Model):
    class Meta:
        table_name = "users"


class Room(Model):
    class Meta:
        table_name = "rooms"


class Device(Model):
    class Meta:
        table_name = "devices"


class Whereabouts(Model):
    record = CharField(index=True)
    seq = IntegerField()
    client_name = CharField(default="")
    device = ForeignKeyField(Device, null=True, index=False)
    device_name = CharField(default="")
    room = ForeignKeyField(Room, null=True)
    place = CharField(default="")

    class Meta:
        table_name = "whereabouts"


class Guard(Model):
    record = CharField(index=True)
    confidential = BooleanField()
    why = CharField()
    room = ForeignKeyField(Room, null=True, index=False)
    reason = TextField(default="")
    by = ForeignKeyField(User, null=True, index=False)
    at = BigIntegerField()

    class Meta:
        table_name = "guards"


TABLES = [Whereabouts, Guard]
ROOM_NAMES = (
    "ALTER TABLE records ADD COLUMN place VARCHAR(255) NOT NULL DEFAULT ''",
    "UPDATE records SET place = (SELECT name FROM rooms WHERE rooms.id = records.room_id) "
    "WHERE room_id IS NOT NULL",
)
KEPT = "INSERT INTO whereabouts (record, seq, client_name, device_id, device_name, room_id, place) "
NAME = "CASE WHEN first.client_id IS NULL THEN '' ELSE sheet.client_name END"
SHEETS = "FROM entries AS first JOIN records AS sheet ON sheet.uuid = first.record "
ABOUT = (
    "JOIN record_devices AS about ON about.record_id = sheet.id JOIN devices ON devices.id = about.device_id "
)
WHEREABOUTS = (
    # Where its devices stand by today's register, where that isn't where the sheet says …
    f"{KEPT} SELECT first.record, 1, {NAME}, devices.id, devices.name, rooms.id, rooms.name {SHEETS} {ABOUT}"
    "JOIN rooms ON rooms.id = devices.room_id "
    "WHERE first.seq = 1 AND (sheet.room_id IS NULL OR sheet.room_id <> rooms.id) ORDER BY about.id",
    # … and where the sheet says: the last row of a device counts.
    f"{KEPT} SELECT first.record, 1, {NAME}, devices.id, devices.name, sheet.room_id, sheet.place {SHEETS} {ABOUT}"
    "WHERE first.seq = 1 ORDER BY about.id",
    f"{KEPT} SELECT first.record, 1, {NAME}, NULL, '', sheet.room_id, sheet.place {SHEETS}"
    "WHERE first.seq = 1 AND NOT EXISTS (SELECT 1 FROM record_devices WHERE record_id = sheet.id) "
    "ORDER BY first.id",
    f"{KEPT} SELECT first.record, 1, clients.short_name, NULL, '', NULL, '' FROM entries AS first "
    "JOIN clients ON clients.id = first.client_id "
    "WHERE first.seq = 1 AND NOT EXISTS (SELECT 1 FROM records WHERE uuid = first.record) ORDER BY first.id",
)
GUARDS = (
    "INSERT INTO guards (record, confidential, why, reason, at) "
    "SELECT first.record, TRUE, 'before', '', {now} FROM entries AS first "
    "LEFT JOIN records AS sheet ON sheet.uuid = first.record LEFT JOIN rooms ON rooms.id = sheet.room_id "
    "WHERE first.seq = 1 AND (sheet.id IS NULL OR sheet.confidential OR rooms.confidential OR EXISTS ("
    "SELECT 1 FROM record_devices AS about JOIN devices ON devices.id = about.device_id "
    "JOIN rooms AS theirs ON theirs.id = devices.room_id "
    "WHERE about.record_id = sheet.id AND theirs.confidential)) ORDER BY first.id"
)
CONFIDENTIAL = (
    "UPDATE records SET confidential = TRUE "
    "WHERE NOT confidential AND EXISTS (SELECT 1 FROM guards WHERE guards.record = records.uuid)"
)
TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are sealed'); END"
        for table in ("whereabouts", "guards")
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE TRIGGER {table}_{name} BEFORE {verb} ON {table} FOR EACH {each} EXECUTE FUNCTION fieldforms_sealed()"
        for table in ("whereabouts", "guards")
        for name, verb, each in (
            ("sealed", "UPDATE OR DELETE", "ROW"),
            ("no_truncate", "TRUNCATE", "STATEMENT"),
        )
    ],
}


def up(migrator, db):
    with db.bind_ctx([User, Room, Device, *TABLES]):
        db.create_tables(TABLES)
    now = time.time_ns() // 1_000_000
    engine = "sqlite" if isinstance(db, SqliteDatabase) else "postgresql"
    for statement in (*ROOM_NAMES, *WHEREABOUTS, GUARDS.format(now=now), CONFIDENTIAL, *TRIGGERS[engine]):
        db.execute_sql(statement)
