"""What a database refuses by itself, in words that are the same whichever way a table came to be: its keys, references,
UNIQUEs and CHECKs."""

import re
from collections.abc import Iterable, Iterator

from fieldforms.store.database import database, dialect_of
from tests.kept.looking import asked, tables


def constraints(names: Iterable[str] | None = None) -> set[str]:
    """Every one of these tables, or of all; what it is called doesn't matter."""
    return {f"{table}: {words}" for table in names or tables() for words in CONSTRAINTS[dialect_of()](table)}


def of_sqlite(table: str) -> Iterator[str]:
    yield f"PRIMARY KEY ({', '.join(database.get_primary_keys(table))})"
    for row in asked(f"PRAGMA foreign_key_list({table})"):
        _id, _place, target, column, there, on_update, on_delete, _match = row
        yield f"{column} REFERENCES {target} ({there}) ON UPDATE {on_update} ON DELETE {on_delete}"
    [(sql,)] = asked(f"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{table}'")
    yield from (f"CHECK ({words})" for words in checks_in(sql))
    for _place, name, unique, _origin, partial in asked(f"PRAGMA index_list({table})"):
        if unique:
            names = [column for _place, _id, column in asked(f"PRAGMA index_info({name})")]
            yield f"UNIQUE ({', '.join(map(str, names))})" + (where_of(name) if partial else "")


def where_of(index: str) -> str:
    [(sql,)] = asked(f"SELECT sql FROM sqlite_master WHERE name = '{index}'")
    return " WHERE" + re.split("WHERE", sql, maxsplit=1, flags=re.IGNORECASE)[1]


def checks_in(sql: str) -> Iterator[str]:
    """What stands in the brackets of each CHECK."""
    for found in re.finditer(r"\bCHECK\s*\(", sql, re.IGNORECASE):
        depth = 0
        for place in range(found.end() - 1, len(sql)):
            depth += {"(": 1, ")": -1}.get(sql[place], 0)
            if depth == 0:
                yield " ".join(sql[found.end() : place].replace('"', "").split())
                break


def of_postgresql(table: str) -> Iterator[str]:
    """With "NOT VALID" and "DEFERRABLE" where they are so. A unique index refuses, too, without being a constraint."""
    yield from (
        words
        for (words,) in asked(
            f"SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = '{table}'::regclass "
            "AND contype IN ('p', 'f', 'c', 'u', 'x')"
        )
    )
    for (definition,) in asked(
        f"SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = '{table}'::regclass AND indisunique AND indisvalid"
    ):
        yield "UNIQUE" + definition.split(" USING ", 1)[1].partition(" ")[2]


CONSTRAINTS = {"sqlite": of_sqlite, "postgresql": of_postgresql}
