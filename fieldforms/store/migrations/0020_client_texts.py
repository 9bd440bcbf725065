"""What people write into the papers of a client, version by version; and documents that the house wrote itself, of which some
stay in it."""

from peewee import (
    BigIntegerField,
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


class Client(Model):
    class Meta:
        table_name = "clients"


class ClientText(Model):
    client = ForeignKeyField(Client, index=False)
    paper = CharField()
    number = IntegerField()
    text = TextField()
    at = BigIntegerField()
    by = ForeignKeyField(User, index=False)

    class Meta:
        table_name = "client_texts"
        legacy_table_names = False
        indexes = ((("client", "paper", "number"), True),)


COLUMNS = (
    "ALTER TABLE documents ADD COLUMN paper VARCHAR(255)",
    "ALTER TABLE documents ADD COLUMN internal BOOLEAN",
)
TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER client_texts_no_{verb.lower()} BEFORE {verb} ON client_texts "
        f"BEGIN SELECT RAISE(ABORT, 'client_texts are sealed'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE TRIGGER client_texts_{name} BEFORE {verb} ON client_texts "
        f"FOR EACH {each} EXECUTE FUNCTION fieldforms_sealed()"
        for name, verb, each in (
            ("sealed", "UPDATE OR DELETE", "ROW"),
            ("no_truncate", "TRUNCATE", "STATEMENT"),
        )
    ],
}


def up(migrator, db):
    with db.bind_ctx([User, Client, ClientText]):
        db.create_tables([ClientText])
    engine = "sqlite" if isinstance(db, SqliteDatabase) else "postgresql"
    for statement in (*COLUMNS, *TRIGGERS[engine]):
        db.execute_sql(statement)
