"""A definition's data as a TOML file that reads like the library's: tables for sections, fields and steps, the rest inline.

A writer of our own: the usual ones make a table of every `label = { zh = …, en = … }`, and nobody would want to edit
what comes out. It writes what definitions hold (texts, whole and other numbers, true/false, lists, mappings).
"""

import json

from fieldforms.forms import shapes

SHAPES_OF_TABLES: dict[str, dict] = {
    "section": shapes.SECTION,
    "field": shapes.FIELD,
    "step": shapes.STEP,
    "opens": shapes.OPENS,
}


def dumps(data: dict, comment: str = "") -> str:
    """`comment`: a line for the head of the file."""
    head = f"# {' '.join(comment.split())}\n\n" if comment else ""
    return head + table_text(data, shapes.DEFINITION, "")


def table_text(data: dict, shape: dict, path: str) -> str:
    """The keys in the order of `shape`, then the tables inside."""
    own = [key for key in sorted(data, key=list(shape).index) if key not in SHAPES_OF_TABLES]
    lines = [
        f"{key} = {list_text(data[key]) if key == 'choices' else value_text(data[key])}\n" for key in own
    ]
    inner = [
        f"\n[[{path}{key}]]\n{table_text(each, SHAPES_OF_TABLES[key], f'{path}{key}.')}"
        for key in SHAPES_OF_TABLES
        for each in data.get(key, ())
    ]
    return "".join([*lines, *inner])


def list_text(items: list) -> str:
    """A line for each."""
    return "[\n" + "".join(f"    {value_text(item)},\n" for item in items) + "]"


def value_text(given) -> str:
    if isinstance(given, dict):
        return "{ " + ", ".join(f"{key_text(key)} = {value_text(item)}" for key, item in given.items()) + " }"
    if isinstance(given, list | tuple):
        return "[" + ", ".join(map(value_text, given)) + "]"
    return json.dumps(given, ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )  # JSON's strings are TOML's, but for DEL


def key_text(key: str) -> str:
    bare = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if bare else value_text(key)
