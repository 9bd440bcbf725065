"""What statistics hold work and parts against: the hours that a contract counts on, and what a part costs. Of rows of before nobody knows."""

from peewee import IntegerField


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("clients", "hours_per_year", IntegerField(null=True)),
        migrator.add_column("parts", "price", IntegerField(null=True)),
    )
