"""A client's papers are written in Chinese and in English: each text says which it is; those of before are Chinese.

And whatever was issued says whether it tells of rooms' cabling and faults: until now that was told by its kind alone.
"""

from peewee import BooleanField, CharField


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("client_texts", "lang", CharField(null=True)),
        migrator.add_column("documents", "tells_of_rooms", BooleanField(null=True)),
    )
