"""The whole projection, to be compared."""

from fieldforms.store import database
from fieldforms.store.models import Record

PROJECTED = ("records", "record_devices", "rating_months", "rating_reasons")


def rows_of_projection() -> dict:
    """The projection without its row ids."""
    found = {}
    numbers = dict(Record.select(Record.id, Record.number).tuples())
    for table in PROJECTED:
        cursor = database.database.execute_sql(f"SELECT * FROM {table}")
        columns = [column[0] for column in cursor.description]
        rows = [dict(zip(columns, values, strict=True)) for values in cursor.fetchall()]
        for each in rows:
            each.pop("id")
            if "record_id" in each:
                each["record_id"] = numbers[each["record_id"]]
        found[table] = sorted(repr(sorted(each.items())) for each in rows)
    return found
