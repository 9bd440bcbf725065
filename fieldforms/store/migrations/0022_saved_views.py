"""Filters that somebody keeps under a name, for themselves or for their colleagues at the desk."""

from peewee import BigIntegerField, BooleanField, CharField, ForeignKeyField, Model


class User(Model):
    class Meta:
        table_name = "users"


class SavedView(Model):
    owner = ForeignKeyField(User, index=False)
    page = CharField()
    name = CharField()
    query = CharField()
    shared = BooleanField(default=False)
    saved_at = BigIntegerField()

    class Meta:
        table_name = "saved_views"
        legacy_table_names = False
        indexes = ((("owner", "page", "name"), True), (("page", "shared"), False))


def up(migrator, db):
    with db.bind_ctx([User, SavedView]):
        db.create_tables([SavedView])
