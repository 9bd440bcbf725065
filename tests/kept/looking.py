"""A database as it is, past the program: its schema, its rows, its triggers, and what it refuses."""

import peewee

from fieldforms.store.database import database, dialect_of

NO_DATA = {"schema_migration"}
SAYS_NOTHING = (None, 0, "", "[]", "{}", [], {})  # False is 0
SILENT = {"projections.towards", "projections.reached"}  # they speak while the projection is made anew
SCHEMA = {
    "sqlite": ["SELECT type || ' ' || name, tbl_name || ': ' || coalesce(sql, '') FROM sqlite_master"],
    "postgresql": [
        (
            "SELECT 'column ' || table_name || '.' || column_name, concat_ws(' ', ordinal_position, data_type, "
            "character_maximum_length, is_nullable, column_default) FROM information_schema.columns "
            "WHERE table_schema = 'public'"
        ),
        "SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        (
            "SELECT 'constraint ' || conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) "
            "FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
        ),
        (
            "SELECT 'trigger ' || tgrelid::regclass || ' ' || tgname, concat_ws(' ', tgenabled, "
            "pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal"
        ),
        (
            "SELECT 'function ' || proname, pg_get_functiondef(oid) FROM pg_proc "
            "WHERE pronamespace = 'public'::regnamespace"
        ),
    ],
}
GUARDED = {
    "sqlite": "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal",
}
REFUSALS = (peewee.IntegrityError, peewee.InternalError, peewee.DatabaseError)


def asked(sql: str) -> list[tuple]:
    return database.execute_sql(sql).fetchall()


def schema() -> dict[str, str]:
    """What there is → how it is defined."""
    return {name: str(definition) for query in SCHEMA[dialect_of()] for name, definition in asked(query)}


def triggers() -> dict[str, str]:
    """Triggers and the functions that they call."""
    return {
        name: definition
        for name, definition in schema().items()
        if name.split()[0] in ("trigger", "function")
    }


def tables() -> list[str]:
    """Those that hold data, without what the search index keeps for itself."""
    own = [name for name in database.get_tables() if not name.startswith("search_")]
    return sorted(set(own) - NO_DATA)


def guarded_tables() -> list[str]:
    return sorted(name for (name,) in asked(GUARDED[dialect_of()]))


def filled_columns(before: dict[str, list[str]]) -> list[str]:
    """table.column of what has come to these tables and is not null in the rows that were there, by its definition."""
    return [
        f"{table}.{column.name}"
        for table, names in before.items()
        for column in database.get_columns(table)
        if column.name not in names and not (column.null and column.default is None)
    ]


def columns(table: str) -> list[str]:
    return [column.name for column in database.get_columns(table)]


def rows(table: str, names: list[str] | None = None) -> list[tuple]:
    chosen = ", ".join(f'"{name}"' for name in names) if names else "*"
    return sorted((tuple(map(plain, row)) for row in asked(f"SELECT {chosen} FROM {table}")), key=repr)


def silent_columns() -> list[str]:
    """Columns that say nothing in any row, and so nothing of what a migration does to them; an empty table's are all."""
    found = [
        f"{table}.{name}"
        for table in tables()
        for name in columns(table)
        if all(value in SAYS_NOTHING for (value,) in rows(table, [name]))
    ]
    return sorted(set(found) - SILENT)


def plain(value):
    return bytes(value) if isinstance(value, memoryview) else value


def contents() -> dict[str, dict]:
    """Table → id of the row → column → what it says; where rows have no id, their place in order stands for it."""
    found = {}
    for table in tables():
        names = columns(table)
        said = [dict(zip(names, row, strict=True)) for row in rows(table, names)]
        found[table] = {row.get("id", place): row for place, row in enumerate(said)}
    return found


def losses(before: dict[str, dict], now: dict[str, dict]) -> dict[str, str]:
    """`contents` of two times: table, or table.column → what is no longer said there. What came in addition is welcome."""
    found = {}
    for table, rows_before in before.items():
        if table not in now:
            found[table] = f"the table {table} is gone with its {len(rows_before)} rows"
            continue
        gone = sorted(rows_before.keys() - now[table].keys())
        if gone:
            found[table] = (
                f"{table} has lost {len(gone)} of {len(rows_before)} rows, the first of id {gone[0]}"
            )
        stayed = [(row, now[table][row_id]) for row_id, row in rows_before.items() if row_id in now[table]]
        found |= {f"{table}.{name}": said for name, said in changes(table, stayed).items()}
    return found


def changes(table: str, pairs: list[tuple[dict, dict]]) -> dict[str, str]:
    """Column → what rows say in it no longer; `pairs`: each row as it was, and as it is."""
    found = {}
    for name in pairs[0][0] if pairs else ():
        if name not in pairs[0][1]:
            found[name] = f"the column {table}.{name} is gone, and what {len(pairs)} rows said in it"
            continue
        other = [(was, now) for was, now in pairs if was[name] != now[name]]
        if other:
            was, now = other[0]
            found[name] = f"{table}.{name} says something else in {len(other)} of {len(pairs)} rows: "
            found[name] += f"in that of id {was.get('id')} {was[name]!r} is now {now[name]!r}"
    return found


def everything() -> tuple:
    """Schema and rows: equal when nothing at all was changed."""
    return schema(), {table: rows(table) for table in tables()}


def refused() -> dict[str, str]:
    """Statement → how it was refused, of all that would change something sealed: each is tried and taken back."""
    tries = {statement: refusal(statement) for table in guarded_tables() for statement in attacks(table)}
    return {statement: said for statement, said in tries.items() if said}


def attacks(table: str) -> list[str]:
    updates = [f'UPDATE {table} SET "{name}" = "{name}"' for name in columns(table)]
    own = {
        "sqlite": f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "postgresql": f"TRUNCATE {table} CASCADE",
    }
    return [*updates, f"DELETE FROM {table}", own[dialect_of()]]


def refusal(statement: str) -> str:
    """ "" when it goes through."""
    with database.atomic() as taken_back:
        try:
            with database.atomic():
                database.execute_sql(statement)
        except REFUSALS as error:
            return str(error).splitlines()[0]
        taken_back.rollback()
    return ""


def projected() -> dict[str, list[tuple]]:
    """The projection, without ids of rows that are written anew."""
    tables = {
        table: sorted(set(columns(table)) - {"id"})
        for table in ("records", "record_devices", "rating_months", "rating_reasons")
    }
    tables["search"] = ["public", "private"]
    return {table: rows(table, names) for table, names in tables.items()}
