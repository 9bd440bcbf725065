"""The stages of each client: what people said of them, and the papers that belong to them, version by version. Whoever is
served today was taken over before there were any, and whoever had an answer to what they asked for knows it. Documents that the house wrote itself, of which some stay in it."""

import json
import time
from functools import partial

from peewee import (
    BigIntegerField,
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


class Client(Model):
    class Meta:
        table_name = "clients"


class Document(Model):
    class Meta:
        table_name = "documents"


class StageWord(Model):
    client = ForeignKeyField(Client, index=False)
    deliverable = CharField()
    label = JSONField(default=dict, dumps=partial(json.dumps, ensure_ascii=False))
    state = CharField()
    words = TextField(default="")
    document = ForeignKeyField(Document, null=True, index=False)
    record = CharField(default="")
    by = ForeignKeyField(User, null=True, index=False)
    at = BigIntegerField()
    taken_back_at = BigIntegerField(null=True)
    taken_back_by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "stage_words"
        legacy_table_names = False
        indexes = ((("client", "deliverable", "id"), False),)


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


TOLD_FOR = 90 * 24 * 3600 * 1000  # ms; of what is older nobody is told
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
    with db.bind_ctx([User, Client, Document, StageWord, ClientText]):
        db.create_tables([StageWord, ClientText])
    engine = "sqlite" if isinstance(db, SqliteDatabase) else "postgresql"
    for statement in (*COLUMNS, *TRIGGERS[engine]):
        db.execute_sql(statement)
    db.execute_sql(
        "INSERT INTO stage_words (client_id, deliverable, label, state, words, record, at) "
        f"SELECT id, '', '{{}}', 'done', '', '', {int(time.time() * 1000)} FROM clients"
    )
    db.execute_sql(
        "INSERT INTO reviews (record, by_id, note, settles, at) "
        f"SELECT uuid, opened_by_id, '', 'decision', {int(time.time() * 1000)} FROM records "
        f"WHERE state <> 'open' AND opened_by_id IS NOT NULL AND dated_at > {int(time.time() * 1000) - TOLD_FOR}"
    )
