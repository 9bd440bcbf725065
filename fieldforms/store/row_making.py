"""A query's rows as objects, by a plan that is made once. Peewee asks anew at each column of each row which object it
belongs to and what it is to be turned into; that takes longer than SQLite takes to find the row.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from peewee import ModelAlias, ModelCursorWrapper, ModelObjectCursorWrapper


class Column(NamedTuple):
    place: int
    name: str
    convert: Callable | None


class Source(NamedTuple):
    """One model of the query, whose columns make an object; `beside`: what the query counted or named itself."""

    model: Any
    columns: list[Column]
    beside: list[Column]


class Join(NamedTuple):
    """`into.attribute` is the object of `source`; places in the list of sources."""

    into: int
    attribute: str
    source: int
    outer: bool


def row_maker(wrapper: Any) -> Callable[[Sequence], Any]:
    """What makes an object of a row of the cursor that an initialized `wrapper` of Peewee was made for."""
    if isinstance(wrapper, ModelCursorWrapper):
        if all(is_model for _key, _constructor, is_model in wrapper._constructor_list):
            return maker_of_joined(wrapper)
    elif isinstance(wrapper, ModelObjectCursorWrapper) and wrapper.is_model:
        names = wrapper.unique_columns
        columns = [Column(place, names[place], wrapper.converters[place]) for place in range(wrapper.ncols)]
        source = source_of(wrapper.constructor, columns)
        return lambda row: object_of(source, row)
    return wrapper.process_row


def maker_of_joined(wrapper: Any) -> Callable[[Sequence], Any]:
    keys = [key for key, _constructor, _is_model in wrapper._constructor_list]
    own = keys.index(wrapper.model)
    columns: list[list[Column]] = [[] for _ in keys]
    for place, key, name, convert in wrapper._row_spec:
        columns[keys.index(key) if key in keys else own].append(Column(place, name, convert))
    sources = [
        source_of(constructor, each)
        for (_key, constructor, _is_model), each in zip(wrapper._constructor_list, columns, strict=True)
    ]
    joins = [
        Join(keys.index(src), attribute, keys.index(dest), is_outer)
        for src, attribute, dest, _is_dict, is_outer, _is_fk in wrapper.src_to_dest
    ]

    def make(row: Sequence) -> Any:
        made = [object_of(source, row) for source in sources]
        for join in reversed(
            joins
        ):  # the innermost first: an object that is nowhere takes what it joins along
            found = made[join.source]
            if is_empty(found) and join.outer:
                made[join.source] = found = None
            into = made[join.into]
            if into is not None and (found is not None or join.attribute in into._meta.fields):
                into.__rel__[join.attribute] = found
        return made[own]

    return make


def is_empty(found: Any) -> bool:
    return not found.__rel__ and all(value is None for value in found.__data__.values())


def source_of(model: Any, columns: list[Column]) -> Source:
    model = model.model if isinstance(model, ModelAlias) else model
    fields = model._meta.fields
    return Source(
        model, [c for c in columns if c.name in fields], [c for c in columns if c.name not in fields]
    )


def object_of(source: Source, row: Sequence) -> Any:
    """As Peewee makes it of a row that was read: nothing in it is new to the database."""
    made = source.model.__new__(source.model)
    made.__data__ = {
        name: row[place] if convert is None else convert(row[place])
        for place, name, convert in source.columns
    }
    made.__rel__ = {}
    made._dirty = set()
    for place, name, convert in source.beside:
        setattr(made, name, row[place] if convert is None else convert(row[place]))
    return made
