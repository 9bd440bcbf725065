"""Queries whose SQL is written once. Peewee takes a millisecond to write what SQLite runs in twenty microseconds.

    @prepared
    def of_draft(uuid):
        return Entry.select().where(Entry.draft == uuid)

    of_draft("5f0c…")        the rows; of an UPDATE or DELETE how many there were

The function is called once per dialect, with placeholders for its parameters, so it may not look at them. A parameter
that may be None needs a query of its own: `= NULL` is never true.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from peewee import BaseQuery, Function, JSONField, Model, Value

from fieldforms.store.database import database, dialect


class Slot:
    """Where a call's value goes."""

    def __init__(self, name: str):
        self.name = name


def slot(name: str) -> Value:
    return Value(Slot(name), converter=False)


class Statement:
    """One query's SQL in one dialect, and how its rows become objects."""

    def __init__(self, query: BaseQuery):
        self.query = query
        self.sql, self.parameters = query.sql()
        self.wrapper: Any = None

    def cursor(self, values: dict):
        filled = [values[each.name] if isinstance(each, Slot) else each for each in self.parameters]
        return database.execute_sql(self.sql, filled)

    def rows(self, values: dict) -> list:
        cursor = self.cursor(values)
        found = cursor.fetchall()
        if not found:
            return []
        if self.wrapper is None:  # resolving columns takes longer than the query
            wrapper = self.query._get_cursor_wrapper(cursor)
            wrapper.initialize()
            self.wrapper = wrapper
        return [self.wrapper.process_row(row) for row in found]


class Prepared:
    def __init__(self, build: Callable[..., BaseQuery]):
        self.build = build
        self.names = build.__code__.co_varnames[: build.__code__.co_argcount]
        self.statements: dict[str, Statement] = {}
        self.__doc__ = build.__doc__

    def statement(self) -> Statement:
        engine = dialect()
        if engine not in self.statements:
            self.statements[engine] = Statement(self.build(*map(slot, self.names)))
        return self.statements[engine]

    def first(self, *values):
        """The first row, or None; a query for one should say LIMIT 1 or ask for something unique."""
        rows = self(*values)
        return rows[0] if rows else None


class PreparedSelect(Prepared):
    def __call__(self, *values) -> list:
        return self.statement().rows(dict(zip(self.names, values, strict=True)))


class PreparedChange(Prepared):
    def __call__(self, *values) -> int:
        return self.statement().cursor(dict(zip(self.names, values, strict=True))).rowcount


def prepared(build: Callable[..., BaseQuery]) -> PreparedSelect:
    return PreparedSelect(build)


def changing(build: Callable[..., BaseQuery]) -> PreparedChange:
    """As `prepared`, for UPDATE and DELETE: gives the number of rows."""
    return PreparedChange(build)


def insert(model: type[Model], **values) -> Model:
    """As `model.create(**values)`."""
    row = model(**values)
    statement = inserting(model, dialect())
    cursor = statement.cursor({field.name: plain(field, row) for field in columns(model)})
    row.id = cursor.fetchone()[0] if dialect() == "postgresql" else cursor.lastrowid
    row._dirty.clear()
    return row


@cache
def columns(model: type[Model]) -> tuple:
    return tuple(field for field in model._meta.sorted_fields if not field.primary_key)


@cache
def inserting(model: type[Model], engine: str) -> Statement:
    query = model.insert({field: placeholder(field) for field in columns(model)})
    return Statement(query.returning(model.id) if engine == "postgresql" else query)


def placeholder(field):
    """A JSON column wraps its value in SQLite's json()."""
    around = field.db_value({}) if isinstance(field, JSONField) else None
    value = slot(field.name)
    return Function(around.name, (value,)) if isinstance(around, Function) else value


def plain(field, row: Model):
    """What the driver takes: JSON as text, a related row as its id."""
    value = field.db_value(row.__data__.get(field.name))
    return value.arguments[0] if isinstance(value, Function) else value
