"""A file as tables of texts. A helper process opens it (list_helper.py): whatever it asks for, the server doesn't pay."""

import json
from dataclasses import dataclass

from fieldforms.errors import BadList
from fieldforms.flow.importing.file_bounds import NOT_A_LIST, NOTHING_IN_IT, TOO_COSTLY_LIST
from fieldforms.helper_processes import SLOW, HelperFailed, HelperProcess

SECONDS_FOR_LIST = 45  # for one file: 5,000 rows take one

helper = HelperProcess("fieldforms.flow.importing.list_helper", SECONDS_FOR_LIST)


@dataclass(frozen=True)
class SheetTable:
    """`rows`: every row of the sheet from its first, all of one length. `merged`: (row, column) of texts that a merged cell
    put there. `encoding`: of a CSV."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: frozenset[tuple[int, int]] = frozenset()
    is_hidden: bool = False
    encoding: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(any(row) for row in self.rows)


def tables_of_file(body: bytes, encoding: str = "") -> list[SheetTable]:
    """Its sheets, empty ones too. `encoding`: of a CSV, where a person said it. Raises BadList; Busy when others take too long."""
    if not body:
        raise BadList(why=NOTHING_IN_IT)
    try:
        found = json.loads(helper.ask("read_tables", body, encoding=encoding)[1])
    except HelperFailed as failed:
        raise BadList(why=SENTENCES.get(failed.why, failed.why)) from failed
    tables = [table_from_json(each) for each in found]
    if all(table.is_empty for table in tables):
        raise BadList(why=NOTHING_IN_IT)
    return tables


# Where the helper itself has no sentence.
SENTENCES = {SLOW: TOO_COSTLY_LIST, "damaged": NOT_A_LIST}


def table_from_json(said: dict) -> SheetTable:
    rows = tuple(map(tuple, said.pop("rows")))
    return SheetTable(rows=rows, merged=frozenset(map(tuple, said.pop("merged", ()))), **said)
