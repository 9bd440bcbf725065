"""How a table leaves the house: as a whole, or piece by piece while its rows are read. Each says so in the audit."""

import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO

from fieldforms import config, i18n
from fieldforms.flow.people.actors import Actor
from fieldforms.paper.table import TABLE_PIECES, Table, TableColumn, write_table
from fieldforms.store import audit
from fieldforms.store.database import transaction

IN_MEMORY = 4 * 1024 * 1024


def begin_spreadsheet(actor: Actor, action: str, kind: str, table: Table, rows: int) -> Iterator[bytes]:
    """For what may be long. `rows`: how many there are; it is written down before the first leaves."""
    with transaction():
        audit.record_action(actor.user_id, action, kind=kind, rows=rows)
    return TABLE_PIECES[kind](table)


def write_spreadsheet(actor: Actor, action: str, kind: str, table: Table) -> IO[bytes]:
    """A file read from its start, complete before it is sent: an error is a page, never half a table."""
    stream = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  the response closes it
    rows = write_table(table, kind, stream)
    with transaction():
        audit.record_action(actor.user_id, action, kind=kind, rows=rows)
    stream.seek(0)
    return stream


def table_columns(named: Iterable[tuple[str, int]], lang: str) -> list[TableColumn]:
    return [TableColumn(translate_label(label, lang), width) for label, width in named]


def translate_label(label: str, lang: str) -> str:
    return i18n.gettext(label, lang)


def spreadsheet_time(ms: int | None) -> datetime | None:
    """UTC ms as the company's local time, naive: spreadsheets know no zones."""
    return i18n.local(ms, config.current.tz).replace(tzinfo=None, second=0, microsecond=0) if ms else None
