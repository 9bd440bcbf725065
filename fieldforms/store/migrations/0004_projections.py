"""By which version of its rules the projection was made, and how far making it anew has come.

What is there was made by rules without a number: 0, so that a server makes it anew beside its work.
"""

from peewee import IntegerField, Model


class Projection(Model):
    rules = IntegerField()
    towards = IntegerField(default=0)
    reached = IntegerField(default=0)

    class Meta:
        table_name = "projections"


def up(migrator, db):
    with db.bind_ctx([Projection]):
        db.create_tables([Projection])
        Projection.create(rules=0)
