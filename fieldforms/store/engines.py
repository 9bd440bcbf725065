"""What the database's own program is like: its age, its clock, and whether it keeps what it acknowledges."""

import time

import peewee

from fieldforms.store.database import SAFE_WAL, database, dialect_of

LEAST_POSTGRESQL = 130_000  # as server_version_num says it
SAFETY_SWITCHES = ("fsync", "full_page_writes", "synchronous_commit")


def version_and_fitness() -> tuple[str, bool]:
    """In words; is it new enough?"""
    if dialect_of() == "sqlite":
        return f"SQLite {peewee.sqlite3.sqlite_version}", peewee.sqlite3.sqlite_version_info >= SAFE_WAL
    ((number, words),) = database.execute_sql(
        "SELECT current_setting('server_version_num'), current_setting('server_version')"
    ).fetchall()
    return f"PostgreSQL {words}", int(number) >= LEAST_POSTGRESQL


def unsafe_switches() -> list[str]:
    """Of PostgreSQL, those that are off. Ours of SQLite are set at each connection."""
    if dialect_of() == "sqlite":
        return []
    return [
        name
        for name in SAFETY_SWITCHES
        if database.execute_sql("SELECT current_setting(%s)", (name,)).fetchone()[0] == "off"
    ]


def seconds_ahead() -> float:
    """By how much this machine's clock is ahead of the database server's; 0 for SQLite."""
    if dialect_of() == "sqlite":
        return 0
    (there,) = database.execute_sql("SELECT EXTRACT(EPOCH FROM clock_timestamp())").fetchone()
    return time.time() - float(there)
