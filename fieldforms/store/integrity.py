"""Is the database's file whole? SQLite keeps no checksums: what is asked here is whether its pages fit together.

PostgreSQL looks after its own files. What the rows say is checked by `fieldforms verify`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import peewee

from fieldforms.errors import N_, Damaged
from fieldforms.store.database import database, dialect_of, translating_refusals
from fieldforms.store.models import Base

QUICKLY = 128 * 1024 * 1024  # bytes that are read in a fifth of a second: every start can wait for that
SECTOR = 512  # every size of page is a multiple
TREE = re.compile(r"Tree (\d+) ")


def check_database(thorough: bool = False) -> None:
    """Raises Damaged, naming the file and the first place in it. Not `thorough`: large files are not read whole."""
    if dialect_of() != "sqlite":
        return
    path = Path(database.database)
    found = missing_end(path)
    if not found and (thorough or path.stat().st_size <= QUICKLY):
        found = first_damage("integrity_check" if thorough else "quick_check")
    if found:
        raise Damaged(file=path, why=found)


def check_remains(url: str, keys: Path) -> None:
    """Before connecting: an empty file beside keys that have sealed is what is left of a database, and no new one.

    Raises Damaged.
    """
    path = Path(url.removeprefix("sqlite:///"))
    if url.startswith("sqlite:///") and path.exists() and not path.stat().st_size and any(keys.glob("*.pem")):
        raise Damaged(file=path, why=N_("文件是空的，签章密钥却还在"))


def missing_end(path: Path) -> str:
    """SQLite reads zeros for what is missing of its last page. (While a log is there, it may be about to be written.)"""
    log, size = path.with_name(f"{path.name}-wal"), path.stat().st_size
    whole = size % SECTOR == 0 or (log.exists() and log.stat().st_size)
    return "" if whole else f"{size} bytes: the last page is not whole"


def first_damage(question: str) -> str:
    """The first thing that does not fit, "" when all does. Raises Busy, NoRoom."""
    try:
        with database.connection_context(), translating_refusals():
            return first_fault_told(question)
    except peewee.OperationalError:
        raise
    except peewee.DatabaseError as error:  # so far from whole that it can't be asked
        return str(error)


def first_fault_told(question: str) -> str:
    (answer,) = database.execute_sql(f"PRAGMA {question}(1)").fetchone()
    return "" if answer == "ok" else TREE.sub(tree_named, " ".join(answer.split()))


def tree_named(tree: re.Match) -> str:
    """SQLite names a table by its first page."""
    query = "SELECT name FROM sqlite_schema WHERE rootpage = ?"
    row = database.execute_sql(query, (int(tree.group(1)),)).fetchone()
    return f"{row[0]}, " if row else tree.group(0)


def rows_without_parent() -> Iterator[tuple[str, int, str, int]]:
    """(table, id, column, what it names) of every row that refers to one that is gone, whoever took that away with the
    constraints switched off."""
    for model in Base.__subclasses__():
        for column in model._meta.sorted_fields:
            if isinstance(column, peewee.ForeignKeyField):
                yield from rows_astray(model, column)


def rows_astray(model, column: peewee.ForeignKeyField) -> Iterator[tuple[str, int, str, int]]:
    table, parent = model._meta.table_name, column.rel_model._meta.table_name
    query = (
        f'SELECT c.id, c."{column.column_name}" FROM "{table}" c LEFT JOIN "{parent}" p '
        f'ON p.id = c."{column.column_name}" WHERE c."{column.column_name}" IS NOT NULL AND p.id IS NULL'
    )
    for id, named in database.execute_sql(query).fetchall():
        yield table, id, column.column_name, named
