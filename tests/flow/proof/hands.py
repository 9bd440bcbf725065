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
