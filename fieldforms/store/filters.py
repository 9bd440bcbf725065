"""What a list is narrowed to: a frozen dataclass, each of whose fields holds its condition beside it."""

from collections.abc import Callable
from dataclasses import Field, field, fields
from typing import Any

from fieldforms.store.scope import Viewer


def filter_by(condition: Callable, empty=None, may_ask: Callable[[Viewer], bool] | None = None) -> Any:
    """A filter with its condition, of its value; `empty` asks for nothing, and so does whoever `may_ask` says no of (None: all
    may)."""
    return field(default=empty, metadata={"condition": condition, "may_ask": may_ask})


def conditions_of_filters(viewer: Viewer, filters) -> list:
    """What is asked for beside words and the page's place; not what the viewer may see."""
    asked = [(each, getattr(filters, each.name)) for each in fields(filters) if "condition" in each.metadata]
    return [each.metadata["condition"](value) for each, value in asked if value and may_ask(viewer, each)]


def may_ask(viewer: Viewer, of_filter: Field) -> bool:
    asks = of_filter.metadata["may_ask"]
    return asks is None or asks(viewer)
