"""A second factor beside the password: the authenticator's secret, the codes for when it is lost, and in which sessions it was
shown. And in which records what their form does not keep for ever was erased: else each would be looked through every hour."""

from peewee import BigIntegerField, CharField, ForeignKeyField, Model


class User(Model):
    class Meta:
        table_name = "users"


class RecoveryCode(Model):
    user = ForeignKeyField(User)
    code = CharField(unique=True)
    created_at = BigIntegerField()
    used_at = BigIntegerField(null=True)

    class Meta:
        table_name = "recovery_codes"
        legacy_table_names = False


class Retention(Model):
    record = CharField(unique=True)
    rule = CharField()
    at = BigIntegerField()

    class Meta:
        table_name = "retentions"
        legacy_table_names = False


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("users", "second_factor", CharField(null=True)),
        migrator.add_column("users", "second_factor_at", BigIntegerField(null=True)),
        migrator.add_column("users", "second_factor_step", BigIntegerField(null=True)),
        migrator.add_column("users", "second_factor_asked_at", BigIntegerField(null=True)),
        migrator.add_column("sessions", "proven_at", BigIntegerField(null=True)),
    )
    with db.bind_ctx([User, RecoveryCode, Retention]):
        db.create_tables([RecoveryCode, Retention])
