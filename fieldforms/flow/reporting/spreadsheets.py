"""How a table leaves the house: piece by piece while its rows are read. Each says so in the audit."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from fieldforms import config, i18n
from fieldforms.flow.people.actors import Actor
from fieldforms.paper.table import TABLE_PIECES, Table, TableColumn
from fieldforms.store import audit
from fieldforms.store.database import transaction


def begin_spreadsheet(
    actor: Actor, action: str, kind: str, table: Table, rows: int, client: int | None = None
) -> Iterator[bytes]:
    """`rows`: how many there are; it is written down before the first leaves. `client`: whose they all are."""
    with transaction():
        audit.record_action(actor.user_id, action, str(client or ""), kind=kind, rows=rows)
    return TABLE_PIECES[kind](table)


def table_columns(named: Iterable[tuple[str, int]], lang: str) -> list[TableColumn]:
    return [TableColumn(translate_label(label, lang), width) for label, width in named]


def translate_label(label: str, lang: str) -> str:
    return i18n.gettext(label, lang)


def spreadsheet_time(ms: int | None) -> datetime | None:
    """UTC ms as the company's local time, naive: spreadsheets know no zones."""
    return i18n.local(ms, config.current.tz).replace(tzinfo=None, second=0, microsecond=0) if ms else None
