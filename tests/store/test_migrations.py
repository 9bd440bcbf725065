"""Bringing a schema up to date: on both engines, by two servers at once, and after a kill at any statement."""

import pytest

from fieldforms.errors import BadSetting, NewerSchema
from fieldforms.store import database
from fieldforms.store.models import TABLES, FormVersion, Key
from tests.store.hands import KILLED, NOTED_DOWN, migrating

NAMES = sorted(path.stem for path in database.MIGRATIONS.glob("[0-9]*.py"))


def test_an_empty_database_gets_every_table_once(empty_url):
    database.connect(empty_url)
    assert database.pending_migrations() == NAMES
    assert database.migrate() == NAMES
    assert database.migrate() == database.pending_migrations() == []
    assert {model._meta.table_name for model in TABLES} <= set(database.database.get_tables())


def test_the_migrated_columns_are_those_the_models_name(empty_url):
    database.connect(empty_url)
    database.migrate()
    for model in TABLES:
        found = {column.name: column.null for column in database.database.get_columns(model._meta.table_name)}
        assert found == {field.column_name: field.null for field in model._meta.sorted_fields}, model


def test_the_migrated_indexes_are_those_the_models_name(empty_url):
    database.connect(empty_url)
    database.migrate()
    for model in TABLES:
        found = {
            tuple(index.columns): index.unique
            for index in database.database.get_indexes(model._meta.table_name)
        }
        wanted = {
            tuple(each.column_name for each in index._expressions): bool(index._unique)
            for index in model._meta.fields_to_index()
        }
        assert wanted.items() <= found.items(), model


def test_a_schema_from_newer_code_is_refused(empty_url):
    database.connect(empty_url)
    database.migrate()
    database.database.execute_sql(
        "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')"
    )
    with pytest.raises(NewerSchema) as refused:
        database.migrate()
    assert "9999_later" in str(refused.value)


@pytest.mark.parametrize("statement", [1, 3, 20, 60, 95])
def test_a_migration_killed_half_way_is_finished_by_the_next_start(empty_url, statement):
    killed = migrating(KILLED, empty_url, str(statement))
    assert killed.wait(timeout=60) == 9
    database.connect(empty_url)
    assert database.migrate() == NAMES
    assert database.pending_migrations() == []
    assert {model._meta.table_name for model in TABLES} <= set(database.database.get_tables())


def test_of_a_migration_killed_before_its_end_nothing_remains(empty_url):
    killed = migrating(KILLED, empty_url, NOTED_DOWN)
    assert killed.wait(timeout=60) == 9
    database.connect(empty_url)
    assert set(database.database.get_tables()) <= {"schema_migration"}
    assert database.pending_migrations() == NAMES


def test_two_servers_that_start_together_migrate_once(empty_url):
    code = "import sys; from fieldforms.store import database; database.connect(sys.argv[1]); print(database.migrate())"
    servers = [migrating(code, empty_url) for _ in range(2)]
    said = [server.communicate(timeout=60)[0].strip() for server in servers]
    assert [server.returncode for server in servers] == [0, 0]
    assert sorted(said) == sorted([str(NAMES), "[]"])


def test_servers_that_start_together_on_nothing_make_one_key_and_each_form_once(empty_url, tmp_path):
    code = "from fieldforms import config, prepare; prepare(config.read())"
    settings = {"FIELDFORMS_DATABASE": empty_url, "FIELDFORMS_INSTANCE": str(tmp_path / "instance")}
    servers = [migrating(code, **settings) for _ in range(3)]
    assert [server.wait(timeout=60) for server in servers] == [0, 0, 0]
    database.connect(empty_url)
    assert Key.select().count() == 1
    assert {row.version for row in FormVersion.select()} == {1}


def test_what_is_no_database_address_is_refused():
    with pytest.raises(BadSetting):
        database.connect("mysql://localhost/fieldforms")
