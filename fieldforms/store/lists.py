"""The supervisors' list: filters, search and pages by keyset, never by offset."""

from dataclasses import dataclass, replace

from peewee import Tuple

from fieldforms.store import scope, search
from fieldforms.store.models import Client, Definition, Record, RecordDevice
from fieldforms.store.records import blanked

PAGE = 50


@dataclass(frozen=True)
class Filters:
    """What the address says. `since` and `until` are UTC milliseconds (until exclusive)."""

    key: str = ""
    client: int | None = None
    device: int | None = None
    technician: int | None = None
    since: int | None = None
    until: int | None = None
    outcome: str = ""
    result: str = ""
    satisfaction: tuple[str, ...] = ()
    state: str = ""
    unsigned: bool = False
    text: str = ""
    before: tuple[int, int] | None = None  # keyset: (opened_at, id) of the last row shown


@dataclass(frozen=True)
class Page:
    rows: list[Record]
    following: tuple[int, int] | None  # where the next page starts, None at the end


def page(viewer: scope.Viewer, filters: Filters, size: int = PAGE) -> Page:
    query = selected(viewer, filters).order_by(Record.opened_at.desc(), Record.id.desc())
    if filters.before:
        query = query.where(Tuple(Record.opened_at, Record.id) < filters.before)
    rows = list(query.limit(size + 1))
    more = len(rows) > size
    rows = rows[:size]
    return Page(blanked(rows, viewer), (rows[-1].opened_at, rows[-1].id) if more else None)


def every(viewer: scope.Viewer, filters: Filters):
    """All pages, one after the other: for exports, in bounded memory."""
    while True:
        found = page(viewer, filters, 500)
        yield from found.rows
        if not found.following:
            return
        filters = replace(filters, before=found.following)


def count(viewer: scope.Viewer, filters: Filters, most: int = 10_000) -> int:
    """How many there are; counting stops at `most`, so that a million rows cost no more."""
    return selected(viewer, filters, joined=False).limit(most).count()


def selected(viewer: scope.Viewer, filters: Filters, joined: bool = True):
    query = Record.select(Record, Definition).join(Definition) if joined else Record.select(Record.id)
    return query.where(*conditions(viewer, filters))


def conditions(viewer: scope.Viewer, filters: Filters) -> list:
    sees_ratings = viewer.role in RATING_READERS
    wanted = [scope.records(viewer)]
    simple = {
        Record.key: filters.key,
        Record.client: filters.client,
        Record.technician: filters.technician,
        Record.outcome: filters.outcome,
        Record.result: filters.result,
        Record.state: filters.state,
    }
    wanted += [column == value for column, value in simple.items() if value]
    if filters.device:
        about = RecordDevice.select(RecordDevice.record).where(RecordDevice.device == filters.device)
        wanted.append(Record.id.in_(about))
    if filters.since:
        wanted.append(Record.opened_at >= filters.since)
    if filters.until:
        wanted.append(Record.opened_at < filters.until)
    if filters.satisfaction and sees_ratings:
        wanted.append(Record.satisfaction.in_(filters.satisfaction))
    if filters.unsigned:
        wanted.append(Record.unsigned == True)  # noqa: E712
    if filters.text:
        wanted.append(search.matching(filters.text, sees_ratings))
    return wanted


RATING_READERS = frozenset({"supervisor"})


def technicians(viewer: scope.Viewer) -> list[tuple[int, str]]:
    """(id, name) of those who have records the viewer may see."""
    query = (
        Record.select(Record.technician, Record.technician_name)
        .where(scope.records(viewer), Record.technician.is_null(False))
        .distinct()
        .tuples()
    )
    return sorted({(id, name) for id, name in query}, key=lambda pair: pair[1])


def clients(viewer: scope.Viewer) -> list[Client]:
    return list(Client.select().where(scope.clients(viewer, Client.id)).order_by(Client.short_name))
