"""What a list is narrowed to: a frozen dataclass, each of whose fields holds its condition beside it."""

from collections.abc import Callable
from dataclasses import field, fields
from typing import Any

from fieldforms.store.scope import Viewer


def filter_by(
    condition: Callable, empty=None, may_ask: Callable[[Viewer], bool] = lambda viewer: True
) -> Any:
    """A filter with its condition, of its value; `empty` asks for nothing, and so does whoever `may_ask` says no of."""
    return field(default=empty, metadata={"narrows": condition, "may_ask": may_ask})


def conditions_of_filters(viewer: Viewer, filters) -> list:
    """What is asked for beside words and the page's place; not what the viewer may see."""
    asked = [(each.metadata, getattr(filters, each.name)) for each in fields(filters) if each.metadata]
    return [each["narrows"](value) for each, value in asked if value and each["may_ask"](viewer)]


def names_asked(filters) -> tuple[str, ...]:
    """The filters that ask for something: what the words of a prepared query depend on."""
    return tuple(each.name for each in fields(filters) if each.metadata and getattr(filters, each.name))
