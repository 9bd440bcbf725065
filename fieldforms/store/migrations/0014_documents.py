"""Manuals, drawings, contracts, configurations: documents with their versions, and the words of their pages for the search."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    Check,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)

ONE_TARGET = (
    "(of_model_id IS NULL OR client_id IS NULL) AND (room_id IS NULL OR device_id IS NULL)"
    " AND (client_id IS NOT NULL OR (room_id IS NULL AND device_id IS NULL))"
)
SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search_documents USING fts5(words, tokenize='unicode61', detail=column, columnsize=0)",
    ),
    "postgresql": (
        "CREATE TABLE search_documents (page_id INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)",
        "CREATE INDEX search_documents_words ON search_documents USING gin (words)",
    ),
}


class User(Model):
    class Meta:
        table_name = "users"


class Client(Model):
    class Meta:
        table_name = "clients"


class Room(Model):
    class Meta:
        table_name = "rooms"


class Device(Model):
    class Meta:
        table_name = "devices"


class DeviceModel(Model):
    class Meta:
        table_name = "device_models"


class Document(Model):
    of_model = ForeignKeyField(DeviceModel, null=True)
    client = ForeignKeyField(Client, null=True)
    room = ForeignKeyField(Room, null=True)
    device = ForeignKeyField(Device, null=True)
    kind = CharField()
    title = CharField()
    note = TextField(default="")
    language = CharField(default="")
    latest = IntegerField(default=1)
    created_at = BigIntegerField()
    created_by = ForeignKeyField(User, null=True, index=False)
    retired_at = BigIntegerField(null=True)
    retired_by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "documents"
        legacy_table_names = False
        constraints = (Check(ONE_TARGET),)


class DocumentVersion(Model):
    document = ForeignKeyField(Document, index=False)
    number = IntegerField()
    edition = CharField(default="")
    dated_on = CharField(default="")
    note = TextField(default="")
    digest = CharField(index=True)
    name = CharField()
    media_type = CharField()
    size = IntegerField()
    pages = IntegerField(default=0)
    has_words = BooleanField(null=True)
    at = BigIntegerField()
    by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "document_versions"
        legacy_table_names = False
        indexes = ((("document", "number"), True),)


class DocumentPage(Model):
    version = ForeignKeyField(DocumentVersion, index=False)
    number = IntegerField()
    text = TextField(default="")

    class Meta:
        table_name = "document_pages"
        legacy_table_names = False
        indexes = ((("version", "number"), True),)


def up(migrator, db):
    with db.bind_ctx([User, Client, Room, Device, DeviceModel, Document, DocumentVersion, DocumentPage]):
        db.create_tables([Document, DocumentVersion, DocumentPage])
    for statement in SEARCH["sqlite" if isinstance(db, SqliteDatabase) else "postgresql"]:
        db.execute_sql(statement)
