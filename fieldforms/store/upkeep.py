"""The database as a whole: can it be written, how it is copied, and how what is damaged in it can still be read."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldforms import kept_files
from fieldforms.errors import N_, BadSetting
from fieldforms.store.database import database, dialect_of, transaction, translating_refusals


def check_writable() -> bool:
    """Can a row be written right now? Raises what transaction() raises."""
    with transaction():
        database.execute_sql(PROBES[dialect_of()])
        return True


PROBES = {
    # A page of the file itself: temporary tables of SQLite lie elsewhere, where there may be room.
    "sqlite": "PRAGMA user_version = 0",
    "postgresql": "CREATE TEMPORARY TABLE IF NOT EXISTS fieldforms_probe (n INTEGER)",
}


def copy_to(path: Path) -> None:
    """A copy of the SQLite database as it is now, while others write. Raises FileExistsError, BadSetting, NoRoom."""
    if dialect_of() != "sqlite":
        raise BadSetting(name="FIELDFORMS_DATABASE", why=N_("PostgreSQL 请用 pg_dump 备份"))
    if path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with translating_refusals():
        database.execute_sql("VACUUM INTO ?", (str(path),))
    kept_files.sync_file(path)


@contextmanager
def reading_damaged() -> Iterator[None]:
    """Text that is no UTF-8 any more is read with � in it instead of an error: whoever looks for damage must see it."""
    if dialect_of() != "sqlite":
        yield  # PostgreSQL stores no such text
        return
    connection = database.connection()
    usual, connection.text_factory = connection.text_factory, lambda raw: raw.decode(errors="replace")
    try:
        yield
    finally:
        connection.text_factory = usual
