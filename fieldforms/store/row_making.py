"""A query's rows as objects, by a plan that is made once. Peewee asks anew at each column of each row which object it
belongs to and what it is to be turned into; that takes longer than SQLite takes to find the row.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from peewee import (
    AutoField,
    BigIntegerField,
    CharField,
    ForeignKeyField,
    IntegerField,
    ModelAlias,
    ModelCursorWrapper,
    ModelObjectCursorWrapper,
    TextField,
)

# Whose columns hold what Python has: such a value goes to the driver and comes back as it is.
TAKEN_AS_THEY_ARE = {
    AutoField: int, BigIntegerField: int, ForeignKeyField: int, IntegerField: int, CharField: str, TextField: str,
}  # fmt: skip


class Column(NamedTuple):
    place: int
    name: str
    convert: Callable | None


class Source(NamedTuple):
    """One model of the query, whose columns make an object: `names`, and what picks their values from a row.

    `converted`: those of them that the driver gives otherwise. `beside`: what the query counted or named itself.
    """

    model: Any
    names: tuple[str, ...]
    pick: Callable[[Sequence], Sequence]
    converted: list[tuple[str, Callable]]
    beside: list[Column]


class Join(NamedTuple):
    """`into.attribute` is the object of `source`; places in the list of sources. `related`: by a foreign key. `key`: the
    column of `source` that is the foreign key's value, where the query leaves that out."""

    into: int
    attribute: str
    source: int
    outer: bool
    related: bool
    key: str = ""


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
        join_of(sources, keys.index(src), attribute, keys.index(dest), is_outer)
        for src, attribute, dest, _is_dict, is_outer, _is_fk in wrapper.src_to_dest
    ]

    above = {join.source: join.into for join in joins}
    joins.sort(key=lambda join: depth_of(above, join.source), reverse=True)

    def make(row: Sequence) -> Any:
        made = [object_of(source, row) for source in sources]
        for join in joins:  # the innermost first: what is nowhere itself has had its turn as `into`
            found = made[join.source]
            if is_empty(found):
                if not join.outer:
                    continue
                made[join.source] = found = None
            put_into(made[join.into], join, found)
        return made[own]

    return make


def depth_of(above: dict[int, int], source: int) -> int:
    """How many joins lie between a source and the query's own."""
    return 1 + depth_of(above, above[source]) if source in above else 0


def join_of(sources: list[Source], into: int, attribute: str, source: int, outer: bool) -> Join:
    field = sources[into].model._meta.fields.get(attribute)
    left_out = field and attribute not in sources[into].names
    return Join(into, attribute, source, outer, bool(field), field.rel_field.name if left_out else "")


def put_into(into: Any, join: Join, found: Any) -> None:
    if not join.related:
        setattr(into, join.attribute, found)
        return
    into.__rel__[join.attribute] = found
    if join.key and found is not None:
        into.__data__[join.attribute] = found.__data__.get(join.key)


def is_empty(found: Any) -> bool:
    return not any(found.__rel__.values()) and all(value is None for value in found.__data__.values())


def source_of(model: Any, columns: list[Column]) -> Source:
    model = model.model if isinstance(model, ModelAlias) else model
    fields = model._meta.fields
    own = [column for column in columns if column.name in fields]
    return Source(
        model,
        tuple(column.name for column in own),
        picker_of([column.place for column in own]),
        [
            (name, convert)
            for _, name, convert in own
            if convert and type(fields[name]) not in TAKEN_AS_THEY_ARE
        ],
        [column for column in columns if column.name not in fields],
    )


def picker_of(places: list[int]) -> Callable[[Sequence], Sequence]:
    """What picks the values at these places. `itemgetter` gives a single one by itself."""
    return itemgetter(*places) if len(places) > 1 else lambda row: [row[place] for place in places]


def object_of(source: Source, row: Sequence) -> Any:
    """As Peewee makes it of a row that was read: nothing in it is new to the database."""
    made = source.model.__new__(source.model)
    made.__data__ = data = dict(zip(source.names, source.pick(row), strict=True))
    for name, read in source.converted:
        data[name] = read(data[name])
    made.__rel__ = {}
    made._dirty = set()
    for place, name, convert in source.beside:
        setattr(made, name, row[place] if convert is None else convert(row[place]))
    return made
