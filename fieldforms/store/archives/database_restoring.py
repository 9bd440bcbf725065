"""A database out of an archive in the place of the one that is there, which stays aside."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import peewee
from playhouse.migrations import Runner

from fieldforms.errors import N_, NewerSchema, Problem
from fieldforms.store.archives import serving_marks
from fieldforms.store.archives.database_copies import (
    HEADS,
    check_whole,
    connected_now,
    copy_statement,
    heads_of_rows,
    open_copy,
    rows_of,
    tables_and_columns,
)
from fieldforms.store.database import MIGRATIONS, database

SQLITE_SIDES = ("", "-wal", "-shm", "-journal")  # what belongs to a file of SQLite's


class StillServed(Problem):
    status = 409
    sentence = N_("还有程序在用这个数据库（fieldforms serve 或 worker）。请先停下它们，再恢复。")


def refuse_newer_archive(migration: str) -> None:
    """Raises NewerSchema: its tables are not ours yet."""
    if not (MIGRATIONS / f"{migration}.py").is_file():
        raise NewerSchema(name=migration)


def refuse_served_sqlite(path: Path) -> None:
    """Nobody else has the file open. What can't even be asked is served by nobody. Raises StillServed."""
    if not path.exists():
        return
    if serving_marks.is_marked(path):
        raise StillServed
    asked = peewee.sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0, isolation_level=None
    )
    try:
        asked.execute("PRAGMA locking_mode = exclusive")
        asked.execute("BEGIN EXCLUSIVE")
        asked.execute("ROLLBACK")
    except peewee.sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StillServed from error
    except peewee.sqlite3.DatabaseError:
        pass
    finally:
        with suppress(peewee.sqlite3.Error):
            asked.close()


def check_sqlite_copy(path: Path, heads: list[dict]) -> bool:
    """Is what was taken out of the archive whole, and are its chains as long as its list says? Raises Damaged."""
    with open_copy(path) as copy:
        check_whole(copy, path)
        return heads_of_rows(copy.execute(HEADS)) == heads


def refuse_served_postgresql() -> None:
    """Raises StillServed."""
    ((others,),) = rows_of(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
        "AND backend_type = 'client backend'"
    )
    if others:
        raise StillServed


@contextmanager
def replacing_postgresql(
    aside: str, migration: str, tables: dict[str, list[str]], sequences: dict[str, int], content
) -> Iterator[None]:
    """One transaction: the schema of now is called `aside`, a new one holds what the archive says; what raises inside leaves
    everything as it was. `content`: table → its chunks."""
    with connected_now(), database.atomic():
        ((schema,),) = rows_of("SELECT current_schema()")
        if tables_and_columns():
            rows_of(f'ALTER SCHEMA "{schema}" RENAME TO "{aside}"')
            rows_of(f'CREATE SCHEMA "{schema}"')
        runner = Runner(database.obj, str(MIGRATIONS))
        runner.up(migration)
        fill_tables(tables, content)
        continue_sequences(sequences)  # newer migrations may add rows
        runner.up()
        yield


def fill_tables(tables: dict[str, list[str]], content) -> None:
    """Migrations made the tables, some with rows; references and triggers rest until everything is in."""
    every = tables_and_columns()
    references = rows_of(REFERENCES)
    for table, name, _definition in references:
        rows_of(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
    for table in every:
        rows_of(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
    rows_of("TRUNCATE " + ", ".join(f'"{table}"' for table in every))
    for table, columns in tables.items():
        with (
            database.connection().cursor() as cursor,
            cursor.copy(copy_statement(table, columns, "FROM STDIN")) as copy,
        ):
            for chunk in content(table):
                copy.write(chunk)
    for table in every:
        rows_of(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
    for table, name, definition in references:
        rows_of(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {definition}')


REFERENCES = """SELECT c.relname, f.conname, pg_get_constraintdef(f.oid) FROM pg_constraint f
    JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE f.contype = 'f' AND n.nspname = current_schema() ORDER BY c.relname, f.conname"""


def continue_sequences(last: dict[str, int]) -> None:
    for name, value in last.items():
        rows_of(f"""SELECT setval('"{name}"', {int(value)})""")


def move_aside(path: Path, folder: Path) -> None:
    """Where there is something; into a folder of the same disk."""
    if path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.replace(path, folder / path.name)
