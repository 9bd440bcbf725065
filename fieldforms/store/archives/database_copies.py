"""The database as of one moment, while others write: what an archive of the installation takes of it.

SQLite: its file, by VACUUM INTO. PostgreSQL: each table by COPY in one transaction that sees one moment; the tables themselves
are made by our migrations. pg_dump is not asked: it has to be as new as the server and stand on each machine that serves, and
what it writes only psql could check (docs/decisions/0016-one-archive.md).
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import peewee

from fieldforms.errors import Damaged
from fieldforms.store.database import database, dialect_of, translating_refusals
from fieldforms.store.upkeep import copy_to

CHUNK_BYTES = 1024 * 1024
SQLITE_PART, TABLE_PARTS = "database/fieldforms.db", "database/"
FILES_ON_DISK = "SELECT digest, size FROM files WHERE body IS NULL ORDER BY digest"
HEADS = "SELECT name, length, head FROM chains ORDER BY name"
NEWEST_MIGRATION = "SELECT name FROM schema_migration ORDER BY name DESC LIMIT 1"


@dataclass(frozen=True)
class DatabaseCopy:
    """`migration`: the newest that was applied. `heads`: chain, length, head. `files`: digest → bytes of what lies in the folder.
    `tables`: of PostgreSQL, table → its columns; `sequences`: name → last value. `parts`: name in the archive, content."""

    engine: str
    migration: str
    heads: list[dict]
    files: dict[str, int]
    parts: Iterable[tuple[str, Iterator[bytes]]]
    tables: dict[str, list[str]] = field(default_factory=dict)
    sequences: dict[str, int] = field(default_factory=dict)


@contextmanager
def database_copy(scratch: Path) -> Iterator[DatabaseCopy]:
    """`scratch`: a folder for the time it takes. Raises NoRoom, Busy, Damaged: a copy that is not whole is none."""
    with translating_refusals(), COPIES[dialect_of()](scratch) as copy:
        yield copy


@contextmanager
def copy_sqlite(scratch: Path) -> Iterator[DatabaseCopy]:
    path = scratch / "fieldforms.db"
    copy_to(path)
    with open_copy(path) as copy:
        check_whole(copy, path)
        heads, on_disk = heads_of_rows(copy.execute(HEADS)), dict(copy.execute(FILES_ON_DISK))
        (migration,) = copy.execute(NEWEST_MIGRATION).fetchone()
    yield DatabaseCopy("sqlite", migration, heads, on_disk, [(SQLITE_PART, chunks_of_file(path))])


@contextmanager
def open_copy(path: Path) -> Iterator:
    """A connection that can't write, of SQLite's own. Raises Damaged."""
    try:
        with closing(
            peewee.sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as copy:
            yield copy
    except peewee.sqlite3.DatabaseError as error:
        raise Damaged(file=path, why=str(error)) from error


def check_whole(copy, path: Path) -> None:
    (answer,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    if answer != "ok":
        raise Damaged(file=path, why=" ".join(answer.split()))


def heads_of_rows(rows: Iterable[tuple]) -> list[dict]:
    return [{"chain": name, "length": length, "head": head} for name, length, head in rows]


def chunks_of_file(path: Path) -> Iterator[bytes]:
    with open(path, "rb") as stream:
        yield from chunks_of_stream(stream)


def chunks_of_stream(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK_BYTES):
        yield chunk


@contextmanager
def connected_now() -> Iterator[None]:
    """A shell has no request that connects."""
    with database.connection_context() if database.is_closed() else nullcontext():
        yield


@contextmanager
def copy_postgresql(_scratch: Path) -> Iterator[DatabaseCopy]:
    with connected_now(), database.atomic():
        if database.transaction_depth() == 1:  # not inside of another's: that one's moment is as good
            rows_of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        tables = tables_and_columns()
        yield DatabaseCopy(
            "postgresql",
            rows_of(NEWEST_MIGRATION)[0][0],
            heads_of_rows(rows_of(HEADS)),
            dict(rows_of(FILES_ON_DISK)),
            ((f"{TABLE_PARTS}{table}.copy", rows_out(table, columns)) for table, columns in tables.items()),
            tables,
            dict(rows_of(SEQUENCES)),
        )


COPIES = {"sqlite": copy_sqlite, "postgresql": copy_postgresql}
SEQUENCES = (
    "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema() AND last_value > 0"
)
TABLE_COLUMNS = """SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t
    USING (table_schema, table_name) WHERE table_schema = current_schema() AND t.table_type = 'BASE TABLE'
    ORDER BY c.table_name, c.ordinal_position"""


def rows_of(query: str) -> list[tuple]:
    cursor = database.execute_sql(query)
    return list(cursor.fetchall()) if cursor.description else []


def tables_and_columns() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for table, column in rows_of(TABLE_COLUMNS):
        found.setdefault(table, []).append(column)
    return found


def copy_statement(table: str, columns: list[str], direction: str) -> str:
    named = ", ".join(f'"{column}"' for column in columns)
    return f'COPY "{table}" ({named}) {direction}'


def rows_out(table: str, columns: list[str]) -> Iterator[bytes]:
    with (
        database.connection().cursor() as cursor,
        cursor.copy(copy_statement(table, columns, "TO STDOUT")) as copy,
    ):
        yield from map(bytes, copy)
