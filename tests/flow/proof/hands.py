"""What somebody does who has the database in hand."""

from fieldforms.store import database
from fieldforms.store.record import records


def drop_triggers(table: str) -> None:
    """Of a table: then its rows can be changed."""
    if database.dialect_of() == "postgresql":
        database.database.execute_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        return
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    for (name,) in database.database.execute_sql(query, (table,)).fetchall():
        database.database.execute_sql(f"DROP TRIGGER {name}")


class Changed:
    """A row's column with another value, for as long as the block lasts."""

    def __init__(self, row, column: str, value):
        self.model, self.id, self.field = type(row), row.id, type(row)._meta.columns[column]
        self.before, self.value = row.__data__[self.field.name], value

    def __enter__(self):
        self.write(self.value)

    def __exit__(self, *_):
        self.write(self.before)

    def write(self, value):
        self.model.update({self.field: value}).where(self.model.id == self.id).execute()


def dump() -> str:
    """Every value in the database, disclosures opened and the search index spelled out."""
    rows = []
    for table in database.database.get_tables():
        if not table.startswith(("sqlite_", "search_")):
            rows += database.database.execute_sql(f"SELECT * FROM {table}").fetchall()
    text = [str(bytes(value) if isinstance(value, memoryview) else value) for row in rows for value in row]
    bodies = database.database.execute_sql("SELECT body FROM disclosures").fetchall()
    opened = [str(records.open_disclosure(body)) for (body,) in bodies]
    return "\n".join(text + opened)
