"""Notices: what newly waits for whom, told once, in the app and outside.

Whoever is here already was told nothing so far: what waits for them now is no news, and a row of theirs says so.
"""

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
    TextField,
)


class User(Model):
    class Meta:
        table_name = "users"


class NoticeLook(Model):
    user = ForeignKeyField(User, unique=True)
    at = BigIntegerField(null=True)

    class Meta:
        table_name = "notice_looks"
        legacy_table_names = False


class NoticeWish(Model):
    user = ForeignKeyField(User, unique=True)
    kinds = JSONField(default=list, dumps=partial(json.dumps, ensure_ascii=False))
    how = CharField(default="app")
    digest_hour = IntegerField(default=8)
    quiet_from = IntegerField(null=True)
    quiet_until = IntegerField(null=True)
    working_days = BooleanField(default=False)
    address = CharField(default="")
    code = CharField(default="")
    code_at = BigIntegerField(null=True)
    confirmed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "notice_wishes"
        legacy_table_names = False


class NoticeWay(Model):
    kind = CharField()
    name = CharField(default="")
    settings = JSONField(default=dict, dumps=partial(json.dumps, ensure_ascii=False))
    secret = TextField(default="")
    signing = TextField(default="")
    next_at = BigIntegerField(null=True)
    made_at = BigIntegerField()
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "notice_ways"
        legacy_table_names = False


class Delivery(Model):
    uuid = CharField(unique=True)
    kind = CharField()
    user = ForeignKeyField(User, null=True)
    way = ForeignKeyField(NoticeWay, null=True)
    address = CharField(default="")
    made_at = BigIntegerField()
    due_at = BigIntegerField()
    tries = IntegerField(default=0)
    sent_at = BigIntegerField(null=True)
    ended_at = BigIntegerField(null=True)
    error = CharField(default="")
    error_code = CharField(default="")

    class Meta:
        table_name = "deliveries"
        legacy_table_names = False
        indexes = ((("ended_at", "due_at"), False),)


class Notice(Model):
    user = ForeignKeyField(User, index=False)
    kind = CharField()
    ref = CharField()
    since = BigIntegerField()
    late = BooleanField(default=False)
    confidential = BooleanField(default=False)
    at = BigIntegerField()
    seen_at = BigIntegerField(null=True)
    over_at = BigIntegerField(null=True)
    delivery = ForeignKeyField(Delivery, null=True)

    class Meta:
        table_name = "notices"
        legacy_table_names = False
        indexes = ((("user", "kind", "ref", "since", "late"), True), (("user", "over_at", "at"), False))


MADE = (NoticeLook, NoticeWish, NoticeWay, Delivery, Notice)


def up(migrator, db):
    with db.bind_ctx([User, *MADE]):
        db.create_tables(MADE)
    db.execute_sql("INSERT INTO notice_looks (user_id) SELECT id FROM users")
