"""Work that is done later, beside the requests: what has to happen is a row of the transaction that asks for it."""

import json
from functools import partial

from peewee import BigIntegerField, BooleanField, CharField, IntegerField, JSONField, Model, TextField


class Job(Model):
    kind = CharField()
    about = JSONField(dumps=partial(json.dumps, ensure_ascii=False))
    key = CharField(default="")
    run_at = BigIntegerField()
    tries = IntegerField(default=0)
    leased_until = BigIntegerField(null=True)
    error = TextField(default="")
    created_at = BigIntegerField()
    ended_at = BigIntegerField(null=True)
    given_up = BooleanField(default=False)

    class Meta:
        table_name = "jobs"
        indexes = ((("ended_at", "run_at"), False),)


def up(migrator, db):
    with db.bind_ctx([Job]):
        db.create_tables([Job])
