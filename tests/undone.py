"""One prepared world that nothing changes: whatever a test writes is undone as soon as it has been looked at.

A module that asks a thousand things of the same people builds them once. What the program begins and commits is a savepoint
of one transaction that is never committed: told to Peewee's database, of which the program notices nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fieldforms.store import database

BEGIN, COMMIT = "SAVEPOINT program", "RELEASE SAVEPOINT program"
ROLLBACK = "ROLLBACK TO SAVEPOINT program"
WORDS = {"BEGIN": BEGIN, "COMMIT": COMMIT}


@contextmanager
def never_committed() -> Iterator[None]:
    """From here on the open database keeps nothing; afterwards it is as it was here. It stays on its one connection."""
    opened = database.database.obj
    database.database.connect(reuse_if_open=True)
    execute = opened.execute_sql

    def say(*sentences: str) -> None:
        for sentence in sentences:
            opened.cursor().execute(sentence)

    say("BEGIN")
    opened.begin = lambda *_lock, **_more: say(BEGIN)
    opened.commit = lambda: say(COMMIT)
    opened.rollback = lambda: say(ROLLBACK, COMMIT)
    opened.execute_sql = lambda sql, *rest, **more: execute(WORDS.get(sql, sql), *rest, **more)
    opened.close = lambda: False
    try:
        yield
    finally:
        for name in ("begin", "commit", "rollback", "execute_sql", "close"):
            delattr(opened, name)
        say("ROLLBACK")


def undone(ask: Callable):
    """What comes of `ask`, whose writes are gone afterwards. Only within `never_committed`."""
    cursor = database.database.cursor
    cursor().execute("SAVEPOINT asked")
    try:
        return ask()
    finally:
        cursor().execute("ROLLBACK TO SAVEPOINT asked")
        cursor().execute("RELEASE SAVEPOINT asked")
