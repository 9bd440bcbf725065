"""Whatever may wait for somebody has a line on their first page."""

import ast
from pathlib import Path

from fieldforms.flow.inbox import inbox_items
from fieldforms.web.inbox import inbox_lines


def kinds_of_items() -> set[str]:
    """The first word of every InboxItem that is made."""
    tree = ast.parse(Path(inbox_items.__file__).read_text("utf-8"))
    made = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "InboxItem"
    ]
    return {ast.literal_eval(call.args[0]) for call in made}


def test_every_kind_of_item_has_its_line():
    lacks = kinds_of_items() - inbox_lines.LINE_MAKERS.keys()
    assert not lacks, "say in LINE_MAKERS of fieldforms/web/inbox/inbox_lines.py how their line reads"


def test_no_line_is_made_for_what_never_waits():
    assert inbox_lines.LINE_MAKERS.keys() - kinds_of_items() == set(), (
        "no InboxItem is of these kinds any more"
    )
