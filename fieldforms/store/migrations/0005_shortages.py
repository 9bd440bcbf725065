"""What a sealed step could not book is a row that waits for somebody, and no longer a line of the audit alone.

The lines of before become rows: of a sheet and part the last one counts. They do not say whether something was to be
fitted or to come back; spare parts are fitted, tools and loan units come back.
"""

import json

from peewee import BigIntegerField, CharField, ForeignKeyField, IntegerField, Model, SqliteDatabase, TextField


class User(Model):
    class Meta:
        table_name = "users"


class Part(Model):
    class Meta:
        table_name = "parts"


class Shortage(Model):
    record = CharField(index=True)
    part = ForeignKeyField(Part)
    kind = CharField()
    quantity = IntegerField()
    actor = ForeignKeyField(User, null=True, index=False)
    at = BigIntegerField()

    class Meta:
        table_name = "shortages"


class ShortageClosing(Model):
    shortage = ForeignKeyField(Shortage, unique=True)
    reason = TextField(default="")
    record = CharField(default="")
    by = ForeignKeyField(User, null=True, index=False)
    at = BigIntegerField()

    class Meta:
        table_name = "shortage_closings"


TABLES = [Shortage, ShortageClosing]
LINES = "SELECT ref, detail, actor_id, at FROM audit WHERE action = 'stock.short' ORDER BY id"
KINDS = "SELECT id, kind FROM parts"
TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are sealed'); END"
        for table in ("shortages", "shortage_closings")
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE TRIGGER {table}_{name} BEFORE {verb} ON {table} FOR EACH {each} EXECUTE FUNCTION fieldforms_sealed()"
        for table in ("shortages", "shortage_closings")
        for name, verb, each in (
            ("sealed", "UPDATE OR DELETE", "ROW"),
            ("no_truncate", "TRUNCATE", "STATEMENT"),
        )
    ],
}


def up(migrator, db):
    with db.bind_ctx([User, Part, *TABLES]):
        db.create_tables(TABLES)
        for row in shortages_of_audit(db):
            Shortage.insert(row).execute()
    engine = "sqlite" if isinstance(db, SqliteDatabase) else "postgresql"
    for statement in TRIGGERS[engine]:
        db.execute_sql(statement)


def shortages_of_audit(db):
    kinds = dict(db.execute_sql(KINDS).fetchall())
    found = {}
    for number, detail, actor, at in db.execute_sql(LINES).fetchall():
        told = json.loads(detail) if isinstance(detail, str) else detail
        kind = "fitted" if kinds[told["part"]] == "part" else "returned"
        row = {"record": number, "part": told["part"], "kind": kind, "quantity": told["quantity"]}
        found[number, told["part"]] = {**row, "actor": actor, "at": at}
    return list(found.values())
