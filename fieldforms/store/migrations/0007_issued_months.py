"""What a client got as a month's report is kept as it was: inserted once, never changed."""

from peewee import BigIntegerField, CharField, ForeignKeyField, Model, SqliteDatabase, TextField


class Client(Model):
    class Meta:
        table_name = "clients"


class User(Model):
    class Meta:
        table_name = "users"


class IssuedMonth(Model):
    client = ForeignKeyField(Client, index=False)
    month = CharField()
    content = TextField()
    digest = CharField()
    by = ForeignKeyField(User, index=False)
    at = BigIntegerField()

    class Meta:
        table_name = "issued_months"
        indexes = ((("client", "month"), True),)


TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER issued_months_no_{verb.lower()} BEFORE {verb} ON issued_months "
        "BEGIN SELECT RAISE(ABORT, 'issued_months are sealed'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE TRIGGER issued_months_{name} BEFORE {verb} ON issued_months FOR EACH {each} "
        "EXECUTE FUNCTION fieldforms_sealed()"
        for name, verb, each in (
            ("sealed", "UPDATE OR DELETE", "ROW"),
            ("no_truncate", "TRUNCATE", "STATEMENT"),
        )
    ],
}


def up(migrator, db):
    with db.bind_ctx([Client, User, IssuedMonth]):
        db.create_tables([IssuedMonth])
    for statement in TRIGGERS["sqlite" if isinstance(db, SqliteDatabase) else "postgresql"]:
        db.execute_sql(statement)
