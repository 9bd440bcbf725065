"""A technician's own ratings are told in groups of five, frozen when they are complete.

Those that were given before are frozen in the order in which their sheets were closed.
"""

import json
from collections import Counter
from functools import partial

from peewee import BigIntegerField, CharField, ForeignKeyField, JSONField, Model, SqliteDatabase

SIZE = 5


class User(Model):
    class Meta:
        table_name = "users"


class Record(Model):
    number = CharField()
    technician = ForeignKeyField(User, null=True)
    satisfaction = CharField()
    rating_month = CharField()
    rated_at = BigIntegerField(null=True)
    supersedes = CharField()

    class Meta:
        table_name = "records"


class RatingGroup(Model):
    technician = ForeignKeyField(User, index=False)
    month = CharField()
    counts = JSONField(dumps=partial(json.dumps, ensure_ascii=False))
    until = BigIntegerField()

    class Meta:
        table_name = "rating_groups"
        legacy_table_names = False
        indexes = ((("technician", "until"), False),)


COLUMN = (
    "ALTER TABLE records ADD COLUMN rated_at BIGINT",
    "CREATE INDEX record_technician_id_rated_at_id ON records (technician_id, rated_at, id)",
)
RATED = (
    "UPDATE records SET rated_at = closed_at WHERE closed_at IS NOT NULL AND outcome IN ('done', 'signed_on_paper') "
    "AND definition_id = {form}"
)
COUNTS = (
    "SELECT technician_id, satisfaction, rating_month, rated_at FROM records WHERE rated_at IS NOT NULL AND in_force "
    "AND satisfaction <> '' AND outcome = 'done' AND technician_id IS NOT NULL ORDER BY technician_id, rated_at, id"
)
TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER rating_groups_no_{verb.lower()} BEFORE {verb} ON rating_groups "
        "BEGIN SELECT RAISE(ABORT, 'rating_groups are sealed'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE TRIGGER rating_groups_{name} BEFORE {verb} ON rating_groups "
        f"FOR EACH {each} EXECUTE FUNCTION fieldforms_sealed()"
        for name, verb, each in (
            ("sealed", "UPDATE OR DELETE", "ROW"),
            ("no_truncate", "TRUNCATE", "STATEMENT"),
        )
    ],
}


def up(migrator, db):
    for statement in COLUMN:
        db.execute_sql(statement)
    for form, body in db.execute_sql("SELECT id, body FROM definitions").fetchall():
        if asks_for_rating(body if isinstance(body, dict) else json.loads(body)):
            db.execute_sql(RATED.format(form=form))
    with db.bind_ctx([User, Record, RatingGroup]):
        db.create_tables([RatingGroup])
        keep_first_times()
        for group in groups_of(db.execute_sql(COUNTS)):
            RatingGroup.create(**group)
    for statement in TRIGGERS["sqlite" if isinstance(db, SqliteDatabase) else "postgresql"]:
        db.execute_sql(statement)


def asks_for_rating(definition) -> bool:
    fields = [field for section in definition.get("section", ()) for field in section.get("field", ())]
    return any(field.get("means") == "satisfaction" for field in fields)


def keep_first_times():
    """A correction keeps the time of the sheet that it corrects: a sheet is in one group only."""
    for row in list(Record.select().where(Record.supersedes != "").order_by(Record.id)):
        before = Record.get_or_none(Record.number == row.supersedes)
        if before and before.rated_at:
            Record.update(rated_at=before.rated_at).where(Record.id == row.id).execute()


def groups_of(rows):
    waiting: list[tuple] = []
    for technician, answer, month, at in list(rows):
        if waiting and waiting[0][0] != technician:
            waiting = []
        waiting.append((technician, answer))
        if len(waiting) == SIZE:
            counts = dict(Counter(answer for _technician, answer in waiting))
            yield {"technician": technician, "month": month, "counts": counts, "until": at}
            waiting = []
