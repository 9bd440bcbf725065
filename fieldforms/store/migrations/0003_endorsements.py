"""Signing keys vouch for each other in the open: whoever writes to the database can insert a key, but no endorsement of it.

Which keys of before are endorsed is decided by the first start, by the files that lie there (flow.seals.signing_keys).
"""

from peewee import BigIntegerField, CharField, Model, SqliteDatabase, TextField


class Endorsement(Model):
    kid = CharField()
    by_kid = CharField()
    jws = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "endorsements"
        indexes = ((("kid", "by_kid"), True),)


TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER endorsements_no_{verb.lower()} BEFORE {verb} ON endorsements "
        "BEGIN SELECT RAISE(ABORT, 'endorsements are sealed'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE TRIGGER endorsements_{name} BEFORE {verb} ON endorsements "
        f"FOR EACH {each} EXECUTE FUNCTION fieldforms_sealed()"
        for name, verb, each in (
            ("sealed", "UPDATE OR DELETE", "ROW"),
            ("no_truncate", "TRUNCATE", "STATEMENT"),
        )
    ],
}


def up(migrator, db):
    with db.bind_ctx([Endorsement]):
        db.create_tables([Endorsement])
    for statement in TRIGGERS["sqlite" if isinstance(db, SqliteDatabase) else "postgresql"]:
        db.execute_sql(statement)
