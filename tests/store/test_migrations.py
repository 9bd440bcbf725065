"""Bringing a schema up to date: on both engines, by two servers at once, and after a kill at any statement."""

from collections.abc import Iterable, Iterator

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
    found = {line for model in TABLES for line in migrated_columns(model._meta.table_name)}
    wanted = {line for model in TABLES for line in named_columns(model)}
    assert found == wanted, difference(wanted - found, found - wanted)


def test_the_migrated_indexes_are_those_the_models_name(empty_url):
    database.connect(empty_url)
    database.migrate()
    found = {line for model in TABLES for line in migrated_indexes(model._meta.table_name)}
    wanted = {line for model in TABLES for line in named_indexes(model)}
    assert wanted <= found, difference(wanted - found, ())


def difference(only_models: Iterable[str], only_migrations: Iterable[str]) -> str:
    named = [f"models.py names {line}, and no migration makes it" for line in sorted(only_models)]
    made = [f"a migration makes {line}, and models.py does not name it" for line in sorted(only_migrations)]
    newest = (
        f"write migration {len(NAMES) + 1:04}, or mend the newest if it has not landed (docs/migrations.md)"
    )
    return "\n  ".join([newest, *named, *made])


def migrated_columns(table: str) -> Iterator[str]:
    for column in database.database.get_columns(table):
        yield as_line(table, column.name, column.null)


def named_columns(model) -> Iterator[str]:
    for field in model._meta.sorted_fields:
        yield as_line(model._meta.table_name, field.column_name, field.null)


def as_line(table: str, column: str, null: bool) -> str:
    return f"{table}.{column} ({'may be' if null else 'never'} null)"


def migrated_indexes(table: str) -> Iterator[str]:
    for index in database.database.get_indexes(table):
        yield index_line(table, index.columns, index.unique)


def named_indexes(model) -> Iterator[str]:
    for index in model._meta.fields_to_index():
        columns = [each.column_name for each in index._expressions]
        yield index_line(model._meta.table_name, columns, bool(index._unique))


def index_line(table: str, columns: Iterable[str], unique: bool) -> str:
    return f"{'a unique index' if unique else 'an index'} of {table} ({', '.join(columns)})"


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
    assert killed.wait() == 9
    database.connect(empty_url)
    assert database.migrate() == NAMES
    assert database.pending_migrations() == []
    assert {model._meta.table_name for model in TABLES} <= set(database.database.get_tables())


def test_of_a_migration_killed_before_its_end_nothing_remains(empty_url):
    killed = migrating(KILLED, empty_url, NOTED_DOWN)
    assert killed.wait() == 9
    database.connect(empty_url)
    assert set(database.database.get_tables()) <= {"schema_migration"}
    assert database.pending_migrations() == NAMES


def test_two_servers_that_start_together_migrate_once(empty_url):
    code = "import sys; from fieldforms.store import database; database.connect(sys.argv[1]); print(database.migrate())"
    servers = [migrating(code, empty_url) for _ in range(2)]
    said = [server.communicate()[0].strip() for server in servers]
    assert [server.returncode for server in servers] == [0, 0]
    assert sorted(said) == sorted([str(NAMES), "[]"])


def test_servers_that_start_together_on_nothing_make_one_key_and_each_form_once(empty_url, tmp_path):
    code = "from fieldforms import config, prepare; prepare(config.read())"
    settings = {"FIELDFORMS_DATABASE": empty_url, "FIELDFORMS_INSTANCE": str(tmp_path / "instance")}
    servers = [migrating(code, **settings) for _ in range(3)]
    assert [server.wait() for server in servers] == [0, 0, 0]
    database.connect(empty_url)
    assert Key.select().count() == 1
    assert {row.version for row in FormVersion.select()} == {1}


def test_what_is_no_database_address_is_refused():
    with pytest.raises(BadSetting):
        database.connect("mysql://localhost/fieldforms")
