"""What somebody does who has the database itself in hand."""

import gc

from fieldforms.flow.seals import signing_keys
from fieldforms.store import database
from tests.conftest import close_pool

PHOTO = bytes(range(256)) * 300


def unsealed(query) -> None:
    """Run a query that the triggers refuse, as somebody with the file in hand could."""
    db = database.database
    if database.dialect_of() == "sqlite":
        names = db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in names:
            db.execute_sql(f"DROP TRIGGER {name}")
        query.execute()
        for _name, sql in names:
            db.execute_sql(sql)
        return
    with db.atomic():
        db.execute_sql("SET LOCAL session_replication_role = replica")
        query.execute()


def leave() -> None:
    """As if the server had been stopped."""
    database.database.close()
    gc.collect()  # a connection of an earlier database is closed when nobody holds it
    close_pool()
    signing_keys.load_key.cache_clear()
