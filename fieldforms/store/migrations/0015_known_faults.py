"""Known faults of a model or a category, and who tried them: grown from sheets, offered while somebody describes a fault."""

import json
from functools import partial

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)


class User(Model):
    class Meta:
        table_name = "users"


class DeviceModel(Model):
    class Meta:
        table_name = "device_models"


class KnownFault(Model):
    of_model = ForeignKeyField(DeviceModel, null=True)
    category = CharField(default="", index=True)
    symptom = TextField()
    cause = TextField(default="")
    remedy = TextField()
    photos = JSONField(default=list, dumps=partial(json.dumps, ensure_ascii=False))
    record = CharField(default="", index=True)
    tried = IntegerField(default=0)
    helped = IntegerField(default=0)
    looked_at = BigIntegerField(null=True)
    merged_into = ForeignKeyField("self", null=True)
    created_at = BigIntegerField()
    created_by = ForeignKeyField(User, index=False)
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "known_faults"
        legacy_table_names = False


class FaultTry(Model):
    known_fault = ForeignKeyField(KnownFault, index=False)
    record = CharField(default="")
    by = ForeignKeyField(User, index=False)
    helped = BooleanField()
    at = BigIntegerField()

    class Meta:
        table_name = "fault_tries"
        legacy_table_names = False
        indexes = ((("known_fault", "record", "by"), False),)


TABLES = [KnownFault, FaultTry]
TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER fault_tries_no_{verb.lower()} BEFORE {verb} ON fault_tries "
        f"BEGIN SELECT RAISE(ABORT, 'fault_tries are sealed'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE TRIGGER fault_tries_{name} BEFORE {verb} ON fault_tries "
        f"FOR EACH {each} EXECUTE FUNCTION fieldforms_sealed()"
        for name, verb, each in (
            ("sealed", "UPDATE OR DELETE", "ROW"),
            ("no_truncate", "TRUNCATE", "STATEMENT"),
        )
    ],
}


def up(migrator, db):
    with db.bind_ctx([User, DeviceModel, *TABLES]):
        db.create_tables(TABLES)
    engine = "sqlite" if isinstance(db, SqliteDatabase) else "postgresql"
    for statement in TRIGGERS[engine]:
        db.execute_sql(statement)
