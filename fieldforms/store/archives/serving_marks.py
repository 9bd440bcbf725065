"""Who serves an SQLite file says so as long as the process lives, by a lock of SQLite's own on a file beside it.

The database itself tells of nobody who is idle where it keeps a rollback journal (store/database.py, SAFE_WAL).
"""

import os
from contextlib import closing
from pathlib import Path

import peewee

from fieldforms.errors import Busy
from fieldforms.store.database import WAIT_SECONDS

SQLITE, MARK_SUFFIX = "sqlite:///", "-served"
held: dict[Path, peewee.sqlite3.Connection] = {}  # what ends with the process


def mark_of_file(database: Path) -> Path:
    return database.absolute().with_name(database.name + MARK_SUFFIX)


def hold_mark(url: str) -> None:
    """Until this process ends. Held twice, it is held once; PostgreSQL knows who is there. Raises Busy while a restore is at it."""
    if not url.startswith(SQLITE) or (mark := mark_of_file(Path(url.removeprefix(SQLITE)))) in held:
        return
    connection = peewee.sqlite3.connect(
        mark, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("CREATE TABLE IF NOT EXISTS served (since)")
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM served").fetchall()  # a shared lock, which the transaction keeps
    except peewee.sqlite3.OperationalError as error:
        connection.close()
        raise Busy from error
    os.chmod(mark, 0o600)
    held[mark] = connection


def is_marked(database: Path) -> bool:
    """Does any process hold it?"""
    mark = mark_of_file(database)
    if not mark.exists():
        return False
    with closing(peewee.sqlite3.connect(mark, timeout=0, isolation_level=None)) as asked:
        try:
            asked.execute("BEGIN EXCLUSIVE")
        except peewee.sqlite3.OperationalError:
            return True
        return False
