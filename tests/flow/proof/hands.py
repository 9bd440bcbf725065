"""What somebody does who has the database in hand."""

from fieldforms.store import database


def drop_triggers(table: str) -> None:
    """Of a table: then its rows can be changed."""
    if database.dialect_of() == "postgresql":
        database.database.execute_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        return
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    for (name,) in database.database.execute_sql(query, (table,)).fetchall():
        database.database.execute_sql(f"DROP TRIGGER {name}")
