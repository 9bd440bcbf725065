"""Queries whose SQL is written once. Peewee takes a millisecond to write what SQLite runs in twenty microseconds.

    @prepared
    def of_draft(uuid):
        return Entry.select().where(Entry.draft == uuid)

    of_draft("5f0c…")        the rows; of an UPDATE or DELETE how many there were

The function is called once per dialect, with placeholders for its parameters, so it may not look at them. A parameter
that may be None needs a query of its own: `= NULL` is never true. What the SQL itself depends on is a keyword, which the
function may look at: it is called once for each that comes.

    @prepared
    def waiting(client, *, oldest_first):
        …

    waiting(7, oldest_first=True)
"""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from peewee import SQL, BaseQuery, Expression, Function, JSONField, NodeList, Value, __exception_wrapper__

from fieldforms.store.database import database, dialect_of, this_reading
from fieldforms.store.row_making import TAKEN_AS_THEY_ARE, row_maker


class Slot:
    """Where a call's value goes."""

    def __init__(self, name: str):
        self.name = name

    def of(self, values: dict):
        return values[self.name]


class SequenceSlot(Slot):
    """Where a call's sequence goes, as the engine's own list."""

    def of(self, values: dict):
        given = list(values[self.name])
        return given if dialect_of() == "postgresql" else json.dumps(given)


def parameter_names(build: Callable) -> tuple[str, ...]:
    return build.__code__.co_varnames[: build.__code__.co_argcount]


def value_slot(name: str) -> Value:
    return Value(Slot(name), converter=False)


def one_of(column, values) -> Expression:
    """`column IN values`, where a call gives a tuple: the SQL is the same however many there are. (As `in_` of a tuple.)"""
    if not isinstance(values, Value):
        return column.in_(values)
    listed = Value(SequenceSlot(values.value.name), converter=False)
    if dialect_of() == "postgresql":
        return Expression(column, "=", Function("ANY", (listed,)))
    among = NodeList((SQL("(SELECT value FROM"), Function("json_each", (listed,)), SQL(")")))
    return Expression(column, "IN", among)


class Statement:
    """One query's SQL in one dialect, and how its rows become objects."""

    def __init__(self, query: BaseQuery):
        self.query = query
        self.sql, self.parameters = query.sql()
        self.make: Callable | None = None

    def cursor(self, values: dict):
        filled = [each.of(values) if isinstance(each, Slot) else each for each in self.parameters]
        return database.execute_sql(self.sql, filled)

    def rows(self, values: dict) -> list:
        cursor = self.cursor(values)
        found = cursor.fetchall()
        if not found:
            return []
        if self.make is None:  # resolving columns takes longer than the query
            wrapper = self.query._get_cursor_wrapper(cursor)
            wrapper.initialize()
            self.make = row_maker(wrapper)
        return [self.make(row) for row in found]


# Rows of one answer, for the rest of a request: exports go through long ones, page by page.
MOST_REMEMBERED = 200
MOST_SHAPES = 200  # of one query: roles and versions of forms are few, and old ones come no more


class Prepared:
    def __init__(self, build: Callable[..., BaseQuery], names: tuple[str, ...] = ()):
        self.build = build
        self.names = names or parameter_names(build)
        self.statements: dict[tuple, Statement] = {}
        self.__doc__ = build.__doc__

    def statement(self, shape: dict) -> Statement:
        known = (dialect_of(), *shape.items())
        if known not in self.statements:
            if len(self.statements) >= MOST_SHAPES:
                self.statements.clear()
            self.statements[known] = Statement(self.build(*map(value_slot, self.names), **shape))
        return self.statements[known]


class PreparedSelect(Prepared):
    def __call__(self, *values, **shape) -> list:
        """The rows; while a request reads, the very same that it got before, if they were few."""
        known, question = this_reading.known, (self, values, *shape.items())
        if known is not None and question in known:
            return list(known[question])
        rows = self.statement(shape).rows(dict(zip(self.names, values, strict=True)))
        if known is not None and len(rows) <= MOST_REMEMBERED:
            known[question] = rows
        return list(rows)

    def know(self, rows: list, *values) -> None:
        """While a request reads: these are the rows for these values, another query brought them along."""
        if this_reading.known is not None:
            this_reading.known[self, values] = rows

    def first(self, *values, **shape):
        """The first row, or None; for queries that can give no more, or few."""
        rows = self(*values, **shape)
        return rows[0] if rows else None


class PreparedChange(Prepared):
    def __call__(self, *values, **shape) -> int:
        return self.statement(shape).cursor(dict(zip(self.names, values, strict=True))).rowcount


def prepared(build: Callable[..., BaseQuery]) -> PreparedSelect:
    return PreparedSelect(build)


def prepared_change(build: Callable[..., BaseQuery]) -> PreparedChange:
    """As `prepared`, for UPDATE and DELETE: gives the number of rows."""
    return PreparedChange(build)


def insert(model: Any, **values) -> Any:
    """As `model.create(**values)`."""
    return insert_prepared(model, RETURNING, values)


def insert_new(model: Any, **values) -> Any:
    """As `insert`, or None where there is such a row already. Raises nothing then: no savepoint is needed."""
    return insert_prepared(model, UNLESS_THERE, values)


def insert_prepared(model: Any, kind: str, values: dict) -> Any:
    row = model(**values)
    cursor = insert_statement(model, dialect_of(), kind).cursor(
        {field.name: driver_value(field, row.__data__.get(field.name)) for field in columns_of_model(model)}
    )
    if not cursor.rowcount:
        return None
    row.id = cursor.fetchone()[0] if dialect_of() == "postgresql" else cursor.lastrowid
    row._dirty.clear()
    return row


def insert_many(model: Any, rows: list[dict]) -> None:
    """Rows with a value for every column; related rows as ids."""
    if not rows:
        return
    statement = insert_statement(model, dialect_of(), PLAIN_INSERT)
    fields = [model._meta.fields[each.name] for each in statement.parameters]
    parameters = [[driver_value(field, row[field.name]) for field in fields] for row in rows]
    with __exception_wrapper__:
        database.cursor().executemany(statement.sql, parameters)


def update(model: Any, id: int, **values) -> None:
    """As `model.update(**values).where(model.id == id)`; related rows as ids."""
    if not values:
        return
    statement = update_statement(model, dialect_of(), tuple(values))
    fields = model._meta.fields
    statement.cursor({"id": id} | {name: driver_value(fields[name], value) for name, value in values.items()})


@cache
def columns_of_model(model: Any) -> tuple:
    return tuple(field for field in model._meta.sorted_fields if not field.primary_key)


PLAIN_INSERT, RETURNING, UNLESS_THERE = "plain", "returning", "unless there"


@cache
def insert_statement(model: Any, engine: str, kind: str) -> Statement:
    query = model.insert({field: placeholder_of(field) for field in columns_of_model(model)})
    if kind == UNLESS_THERE:
        query = query.on_conflict_ignore()
    return Statement(query.returning(model.id) if kind != PLAIN_INSERT and engine == "postgresql" else query)


@cache
def update_statement(model: Any, engine: str, names: tuple[str, ...]) -> Statement:
    fields = model._meta.fields
    return Statement(
        model.update({fields[name]: placeholder_of(fields[name]) for name in names}).where(
            model.id == value_slot("id")
        )
    )


def placeholder_of(field):
    """A JSON column wraps its value in SQLite's json()."""
    around = field.db_value({}) if isinstance(field, JSONField) else None
    value = value_slot(field.name)
    return Function(around.name, (value,)) if isinstance(around, Function) else value


def driver_value(field, value):
    """What the driver takes: JSON as text, a related row as its id."""
    if value is None or type(value) is TAKEN_AS_THEY_ARE.get(type(field)):
        return value
    value = field.db_value(value)
    return value.arguments[0] if isinstance(value, Function) else value
