"""The one database: connecting, transactions, and every difference between SQLite and PostgreSQL.

SQLite writes take `BEGIN IMMEDIATE` and a lock of this process: a deferred transaction that reads and then writes
fails under load with "database is locked", and SQLite's own waiting is unfair (libraries.md, Traps).
"""

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import peewee
from playhouse import db_url
from playhouse.migrations import Runner
from playhouse.pool import MaxConnectionsExceeded

from fieldforms.errors import N_, BadInput, BadSetting, Busy, Damaged, NewerSchema, NoRoom

database = peewee.DatabaseProxy()
# Locked, full, gone; not to be written; what does not fit: what `translating_refusals` turns into a Problem.
REFUSALS = (peewee.OperationalError, peewee.InternalError, peewee.DataError)
writing = threading.RLock()

MIGRATIONS = Path(__file__).parent / "migrations"
WAIT_SECONDS = 5
SAFE_WAL = (3, 51, 3)  # older SQLite can corrupt a WAL database on reset (libraries.md)
MIGRATION_LOCK = 7_301_977  # any number, the same for every server that starts

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",  # NORMAL loses acknowledged commits in a power cut
    "foreign_keys": 1,
    "busy_timeout": WAIT_SECONDS * 1000,
    "recursive_triggers": 1,  # or INSERT OR REPLACE slips past the delete trigger
    "secure_delete": 1,  # what is erased is overwritten
    "trusted_schema": 0,
    "cell_size_check": 1,
    "journal_size_limit": 64 * 1024 * 1024,
    "cache_size": -16_000,
    "wal_autocheckpoint": 4000,  # pages; a page that many sheets touch is copied back once for all of them
}


def connect(url: str) -> peewee.Database:
    """Point the proxy at `sqlite:///path` or `postgresql://…`. Raises BadSetting, Damaged."""
    scheme = urlsplit(url).scheme
    if scheme not in OPENERS or (scheme == "sqlite" and not url.startswith("sqlite:///")):
        raise BadSetting(name="FIELDFORMS_DATABASE", why=N_("要以 sqlite:/// 或 postgresql:// 开头"))
    opened = OPENERS[scheme](url)
    try:
        connect_first(opened)
    except (peewee.OperationalError, OSError) as error:
        raise BadSetting(name="FIELDFORMS_DATABASE", why=str(error).strip()) from error
    except peewee.DatabaseError as error:  # "file is not a database"
        raise Damaged(file=opened.database, why=str(error)) from error
    database.initialize(opened)
    return opened


def connect_first(opened: peewee.Database) -> None:
    """Of several that open a new file at the same moment one makes it a WAL database; SQLite refuses another at
    once, whatever its busy_timeout says. That one comes again."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            opened.connect()
            opened.close()
            return
        except peewee.OperationalError as error:
            if "database is locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)


def open_sqlite(url: str) -> peewee.Database:
    path = Path(url.removeprefix("sqlite:///"))
    path.parent.mkdir(parents=True, exist_ok=True)
    pragmas = dict(PRAGMAS)
    if peewee.sqlite3.sqlite_version_info < SAFE_WAL:
        pragmas["journal_mode"] = "delete"
    return peewee.SqliteDatabase(str(path), pragmas=pragmas, timeout=WAIT_SECONDS)


def open_postgresql(url: str) -> peewee.Database:
    pooled = url.replace("postgresql://", "psycopg3+pool://", 1).replace("postgres://", "psycopg3+pool://", 1)
    return db_url.connect(pooled, max_connections=20, stale_timeout=300, timeout=WAIT_SECONDS)


OPENERS = {"sqlite": open_sqlite, "postgresql": open_postgresql, "postgres": open_postgresql}


def dialect_of(db=None) -> str:
    """ "sqlite" or "postgresql", to pick from a table of two."""
    db = db or database.obj
    return "sqlite" if isinstance(db, peewee.SqliteDatabase) else "postgresql"


@contextmanager
def transaction() -> Iterator[None]:
    """One write transaction. Raises Busy when it can't start in time and NoRoom when the disk refuses.

    Nested calls join the outer one.
    """
    with translating_refusals():
        if database.in_transaction():
            yield
        elif dialect_of() == "sqlite":
            end_reading()  # a transaction that has read can't begin to write: another may have written since
            with writer_lock(), database.atomic(lock_type="IMMEDIATE"):
                yield
        else:
            end_reading()
            with database.atomic():
                yield


def in_transaction() -> bool:
    """Is something being written, in one that `transaction` opened?"""
    return database.in_transaction()


class Reading(threading.local):
    """What the thread's request has read so far: question → rows. None where nothing is kept."""

    known: dict | None = None


this_reading = Reading()


def begin_reading() -> None:
    """From here to the first write, or the end of the request, no prepared question is asked twice, and on SQLite all is
    read as of one moment: in one transaction, so that its file is locked once.
    """
    end_reading()
    this_reading.known = {}
    if dialect_of() == "sqlite":
        database.execute_sql("BEGIN")


def end_reading() -> None:
    if this_reading.known is None:
        return
    this_reading.known = None
    if dialect_of() == "sqlite" and database.connection().in_transaction:  # a failing disk ends it by itself
        database.execute_sql("COMMIT")


@contextmanager
def reading_once() -> Iterator[None]:
    """One of many things that are read after one another: as of one moment, and forgotten afterwards. For what goes on
    longer than a page; what the request has read before is forgotten, too."""
    begin_reading()
    try:
        yield
    finally:
        end_reading()


@contextmanager
def attempt() -> Iterator[None]:
    """A part of a transaction that may fail by itself: what raises leaves nothing, and the rest goes on.

    Nothing either of what was to be done after the commit: Peewee forgets that with a whole transaction only.
    """
    before = len(database._state.commit_callbacks)
    try:
        with database.atomic():
            yield
    except BaseException:
        del database._state.commit_callbacks[before:]
        raise


@contextmanager
def writer_lock() -> Iterator[None]:
    """The process' writer lock: first come, first served, and never for ever."""
    if not writing.acquire(timeout=2 * WAIT_SECONDS):
        raise Busy
    try:
        yield
    finally:
        writing.release()


@contextmanager
def translating_refusals() -> Iterator[None]:
    """The database's own refusals, said once (style.md, 8)."""
    try:
        yield
    except peewee.DataError as error:
        raise BadInput from error
    except (peewee.OperationalError, peewee.InternalError) as error:
        words = words_of_error(error)
        if any(word in words for word in ("disk is full", "readonly", "read-only", "i/o error", "no space")):
            raise NoRoom from error
        if any(word in words for word in ("locked", "busy", "timeout", "exceeded", "connection", "deadlock")):
            raise Busy from error
        raise
    except MaxConnectionsExceeded as error:
        raise Busy from error


def words_of_error(error: BaseException | None) -> str:
    """The error's words and those of what led to it: after a COMMIT that found the disk full SQLite has rolled back
    itself, and "no transaction is active" to Peewee's ROLLBACK is all that arrives."""
    return f"{error} {words_of_error(error.__context__)}".lower() if error else ""


def one_at_a_time(keys: Iterable[str]) -> None:
    """Until this transaction ends nobody else passes here with one of these keys.

    PostgreSQL lets others read beside an open transaction; SQLite's write transaction already excludes them.
    """
    if dialect_of() == "postgresql":
        for key in sorted(keys):  # in the same order everywhere, or two would wait for each other
            database.execute_sql("SELECT pg_advisory_xact_lock(hashtext(%s))", (key,))


def select_for_update(query):
    """SELECT … FOR UPDATE where there are other servers; SQLite's write transaction already excludes them."""
    return query if dialect_of() == "sqlite" else query.for_update()


def row_for_writing(row):
    """The row as it is now, kept by this transaction; None when it is gone. Others may refer to it meanwhile: who seals a
    sheet about a room holds the chain, which marking the room waits for."""
    model = type(row)
    query = model.select().where(model.id == row.id)
    return (query if dialect_of() == "sqlite" else query.for_update("FOR NO KEY UPDATE")).first()


def release_connection() -> None:
    """End of a request: give a pooled connection back. SQLite keeps its connection for the thread."""
    end_reading()
    if dialect_of() != "sqlite" and not database.is_closed():
        database.close()


def migrate() -> list[str]:
    """Bring the schema up to date; the names applied. Raises NewerSchema when the database is ahead of the code."""
    with migration_lock():
        runner = Runner(database.obj, str(MIGRATIONS))
        unknown = [migration.name for migration in runner.status() if migration.path is None]
        if unknown:
            raise NewerSchema(name=unknown[-1])
        return runner.up()


def pending_migrations() -> list[str]:
    runner = Runner(database.obj, str(MIGRATIONS))
    return [migration.name for migration in runner.status() if not migration.applied]


def was_migrated() -> bool:
    """Is there a schema of ours already, of whatever age?"""
    return bool(Runner(database.obj, str(MIGRATIONS)).applied())


@contextmanager
def migration_lock() -> Iterator[None]:
    """Only one server at a time: of those that start together one makes everything. Raises Busy.

    Peewee's runner takes no lock. Nested calls join the outer one.
    """
    connected = database.connection_context() if database.is_closed() else no_lock()
    with translating_refusals(), connected, MIGRATING[dialect_of()]():
        yield


@contextmanager
def migrating_sqlite() -> Iterator[None]:
    """One write transaction around all of it. Inside one, `foreign_keys` can't be switched, and rebuilt tables need
    it off."""
    with writer_lock():
        database.pragma("foreign_keys", 0)
        try:
            with database.atomic(lock_type="IMMEDIATE"):
                yield
        finally:
            database.pragma("foreign_keys", 1)


@contextmanager
def migrating_postgresql() -> Iterator[None]:
    database.execute_sql("SELECT pg_advisory_lock(%s)", (MIGRATION_LOCK,))
    try:
        yield
    finally:
        database.execute_sql("SELECT pg_advisory_unlock(%s)", (MIGRATION_LOCK,))


MIGRATING = {"sqlite": migrating_sqlite, "postgresql": migrating_postgresql}


@contextmanager
def no_lock() -> Iterator[None]:
    yield
