"""The stages of each client: what people said of them. Whoever is served today was taken over before there were any."""

import json
import time
from functools import partial

from peewee import BigIntegerField, CharField, ForeignKeyField, JSONField, Model, TextField


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


def up(migrator, db):
    with db.bind_ctx([User, Client, Document, StageWord]):
        db.create_tables([StageWord])
    db.execute_sql(
        "INSERT INTO stage_words (client_id, deliverable, label, state, words, record, at) "
        f"SELECT id, '', '{{}}', 'done', '', '', {int(time.time() * 1000)} FROM clients"
    )
