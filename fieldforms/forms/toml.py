"""A definition's data as a TOML file that reads like the library's: tables for sections, fields and steps, the rest inline.

A writer of our own: the usual ones make a table of every `label = { zh = …, en = … }`, and nobody would want to edit
what comes out. It writes what definitions hold (texts, whole and other numbers, true/false, lists, mappings).
"""

import json

from fieldforms.forms import shapes

TABLES: dict[str, dict] = {
    "section": shapes.SECTION,
    "field": shapes.FIELD,
    "step": shapes.STEP,
    "opens": shapes.OPENS,
}


def dumps(data: dict, comment: str = "") -> str:
    """`comment`: a line for the head of the file."""
    head = f"# {' '.join(comment.split())}\n\n" if comment else ""
    return head + table(data, shapes.DEFINITION, "")


def table(data: dict, shape: dict, path: str) -> str:
    """The keys in the order of `shape`, then the tables inside."""
    own = [key for key in sorted(data, key=list(shape).index) if key not in TABLES]
    lines = [f"{key} = {listed(data[key]) if key == 'choices' else value(data[key])}\n" for key in own]
    inner = [
        f"\n[[{path}{key}]]\n{table(each, TABLES[key], f'{path}{key}.')}"
        for key in TABLES
        for each in data.get(key, ())
    ]
    return "".join([*lines, *inner])


def listed(items: list) -> str:
    """A line for each."""
    return "[\n" + "".join(f"    {value(item)},\n" for item in items) + "]"


def value(given) -> str:
    if isinstance(given, dict):
        return "{ " + ", ".join(f"{name(key)} = {value(item)}" for key, item in given.items()) + " }"
    if isinstance(given, list | tuple):
        return "[" + ", ".join(map(value, given)) + "]"
    return json.dumps(given, ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )  # JSON's strings are TOML's, but for DEL


def name(key: str) -> str:
    bare = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if bare else value(key)
