"""Who read what is confidential, and what left the house: the audit's lines that say so, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from peewee import JOIN, Cast, fn

from fieldforms.store import scope
from fieldforms.store.documents import documents
from fieldforms.store.filters import conditions_of_filters, filter_by, names_asked
from fieldforms.store.models import Audit, Document, Record, Room, User
from fieldforms.store.prepared import one_of

OF_SHEET, OF_ROOM, OF_CLIENT = "record.read", "room.read", "client.export"
OF_DOCUMENT = ("document.read", "document.download")
OF_CABLING = "cabling.read"  # its ref: the room
OF_LISTS = (
    "devices.export",
    "cables.export",
    "records.export",
    "records.print",
)  # ref: the client of all rows, or nothing
READINGS = (OF_SHEET, OF_ROOM, *OF_DOCUMENT, OF_CLIENT, OF_CABLING, *OF_LISTS)
LINES_A_PAGE = 100


def is_about_client(client):
    """A sheet of the client's, one of its rooms (or their cabling) or documents, its file, a list of its own. A list of several
    clients that was exported names none."""
    rooms = Room.select(Cast(Room.id, "TEXT")).where(Room.client == client)
    papers = Document.select(Cast(Document.id, "TEXT")).where(Document.client == client)
    return (
        ((Audit.action == OF_SHEET) & (Record.client == client))
        | (Audit.action.in_(OF_DOCUMENT) & Audit.ref.in_(papers))
        | (Audit.action.in_((OF_ROOM, OF_CABLING)) & Audit.ref.in_(rooms))
        | (Audit.action.in_((OF_CLIENT, *OF_LISTS)) & (Audit.ref == Cast(client, "TEXT")))
    )


@dataclass(frozen=True)
class ReadingFilters:
    """`since` and `until` (exclusive): UTC milliseconds. `before`: keyset, the id of the last line shown."""

    person: int | None = filter_by(lambda person: Audit.actor == person)
    client: int | None = filter_by(is_about_client)
    kind: str = filter_by(lambda kind: Audit.action == kind, "")
    since: int | None = filter_by(lambda since: Audit.at >= since)
    until: int | None = filter_by(lambda until: Audit.at < until)
    before: int | None = None


@dataclass(frozen=True)
class ReadingPage:
    """Audit rows, each with its `actor` and, of a sheet, that as `sheet`. `following`: where the next page begins."""

    rows: list[Audit]
    following: int | None


def page_of_readings(viewer: scope.Viewer, filters: ReadingFilters, size: int = LINES_A_PAGE) -> ReadingPage:
    """Of sheets and documents out of the viewer's scope nothing is told, not even who read them."""
    values = (filters.person, filters.client, filters.kind, filters.since, filters.until)
    further = filters.before is not None
    rows = readings_in_scope(
        viewer, *values, filters.before, size + 1, asked=names_asked(filters), further=further
    )
    return ReadingPage(rows[:size], rows[size - 1].id if len(rows) > size else None)


@scope.prepared_by_viewer
def readings_in_scope(viewer, person, client, kind, since, until, id, most, *, asked, further):
    query = select_readings(viewer, person, client, kind, since, until, asked)
    return (query.where(Audit.id < id) if further else query).order_by(Audit.id.desc()).limit(most)


def count_readings(viewer: scope.Viewer, filters: ReadingFilters) -> int:
    """How many there are on all pages of `page_of_readings`."""
    values = (filters.person, filters.client, filters.kind, filters.since, filters.until)
    return readings_counted(viewer, *values, asked=names_asked(replace(filters, before=None)))[0][0]


@scope.prepared_by_viewer
def readings_counted(viewer, person, client, kind, since, until, *, asked):
    query = select_readings(viewer, person, client, kind, since, until, asked)
    return query.select(fn.COUNT(Audit.id)).tuples()


def select_readings(viewer, person, client, kind, since, until, asked):
    values = {"person": person, "client": client, "kind": kind, "since": since, "until": until}
    filters = ReadingFilters(**{name: values[name] for name in asked})
    of_sheet = (Audit.action == OF_SHEET) & (Audit.ref == Record.number)
    query = Audit.select(Audit, User, Record).join(User, JOIN.LEFT_OUTER).switch(Audit)
    query = query.join(Record, JOIN.LEFT_OUTER, on=of_sheet, attr="sheet")
    papers = Document.select(Cast(Document.id, "TEXT")).where(documents.in_scope(viewer))
    seen = (
        ((Audit.action != OF_SHEET) | scope.records(viewer)),
        (Audit.action.not_in(OF_DOCUMENT) | Audit.ref.in_(papers)),
    )
    return query.where(one_of(Audit.action, READINGS), *seen, *conditions_of_filters(viewer, filters))


def pages_of_readings(
    viewer: scope.Viewer, filters: ReadingFilters, size: int = 500
) -> Iterator[list[Audit]]:
    """All pages, one after the other: for exports, in bounded memory."""
    while True:
        found = page_of_readings(viewer, filters, size)
        yield found.rows
        if found.following is None:
            return
        filters = replace(filters, before=found.following)
