"""Makers are rows with ways to reach them, made of what devices and models have said of theirs so far; and what technicians
change in the register waits for a look.
"""

import json
import re
import unicodedata
from functools import partial

from peewee import BigIntegerField, CharField, ForeignKeyField, IntegerField, JSONField, Model, TextField

COMPANY_FORMS = re.compile(
    r"股份有限公司|有限责任公司|有限公司|公司|集团"
    r"|(?<![a-z])(?:co|ltd|inc|corp|corporation|company|gmbh|llc|limited)(?![a-z])"
)
TABLES = ("devices", "device_models")
COLUMNS = (
    *(f"ALTER TABLE {table} ADD COLUMN of_maker_id INTEGER REFERENCES makers (id)" for table in TABLES),
    "CREATE INDEX device_of_maker_id ON devices (of_maker_id)",
    "CREATE INDEX devicemodel_of_maker_id ON device_models (of_maker_id)",
)
SAID = " UNION ALL ".join(
    f"SELECT manufacturer, manufacturer_phone, created_at FROM {table} WHERE manufacturer <> ''"
    for table in TABLES
)
NAMED = (
    f"SELECT manufacturer, manufacturer_phone, COUNT(*), MIN(created_at) FROM ({SAID}) AS said"
    " GROUP BY manufacturer, manufacturer_phone ORDER BY COUNT(*) DESC, MIN(created_at), manufacturer"
)


class User(Model):
    class Meta:
        table_name = "users"


class Client(Model):
    class Meta:
        table_name = "clients"


class Maker(Model):
    key = CharField(unique=True)
    name = CharField()
    contact = CharField(default="")
    phone = CharField(default="")
    hotline = CharField(default="")
    web = CharField(default="")
    note = TextField(default="")
    created_at = BigIntegerField()

    class Meta:
        table_name = "makers"
        legacy_table_names = False


class RegisterLook(Model):
    kind = CharField()
    row = IntegerField()
    name = CharField()
    client = ForeignKeyField(Client, index=False)
    by = ForeignKeyField(User, index=False)
    deeds = JSONField(default=list, dumps=partial(json.dumps, ensure_ascii=False))
    before = JSONField(default=dict, dumps=partial(json.dumps, ensure_ascii=False))
    after = JSONField(default=dict, dumps=partial(json.dumps, ensure_ascii=False))
    at = BigIntegerField()
    looked_at = BigIntegerField(null=True)
    looked_by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "register_looks"
        legacy_table_names = False
        indexes = ((("looked_at", "at"), False), (("kind", "row"), False))


def up(migrator, db):
    with db.bind_ctx([User, Client, Maker, RegisterLook]):
        db.create_tables([Maker, RegisterLook])
        for statement in COLUMNS:
            db.execute_sql(statement)
        for said, maker in makers_by_text(db.execute_sql(NAMED).fetchall()).items():
            for table in TABLES:
                place = db.param
                db.execute_sql(
                    f"UPDATE {table} SET of_maker_id = {place} WHERE manufacturer = {place}", (maker, said)
                )


def makers_by_text(rows):
    """What is said most often is the name; so is the telephone."""
    made: dict[str, Maker] = {}
    found: dict[str, int] = {}
    for said, phone, _times, since in rows:
        key = key_of_maker(said)
        if not key:
            continue
        maker = made.get(key)
        if maker is None:
            maker = made[key] = Maker.create(key=key, name=said, phone=phone, created_at=since)
        elif phone and not maker.phone:
            maker.phone = phone
            maker.save()
        found[said] = maker.id
    return found


def key_of_maker(name):
    folded = unicodedata.normalize("NFKC", name).casefold()
    return letters(COMPANY_FORMS.sub(" ", folded)) or letters(name)


def letters(text):
    return "".join(each for each in unicodedata.normalize("NFKC", text).casefold() if each.isalnum())
