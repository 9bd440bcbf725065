"""A company's list comes in as a file: which columns go where, what was corrected, and when its rows were written."""

import json
from functools import partial

from peewee import BigIntegerField, CharField, ForeignKeyField, JSONField, Model


class User(Model):
    class Meta:
        table_name = "users"


def json_field():
    return JSONField(default=dict, dumps=partial(json.dumps, ensure_ascii=False))


class Import(Model):
    uuid = CharField(unique=True)
    kind = CharField()
    name = CharField()
    file = CharField()
    by = ForeignKeyField(User)
    at = BigIntegerField()
    choices = json_field()
    corrections = json_field()
    asked_at = BigIntegerField(null=True)
    applied_at = BigIntegerField(null=True)
    refused = CharField(default="")
    done = json_field()

    class Meta:
        table_name = "imports"
        legacy_table_names = False


def up(migrator, db):
    with db.bind_ctx([User, Import]):
        db.create_tables([Import])
