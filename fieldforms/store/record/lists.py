"""The supervisors' list: filters, search and pages by keyset, never by offset."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from peewee import JOIN, Tuple, fn

from fieldforms.store import scope, search
from fieldforms.store.filters import conditions_of_filters, filter_by
from fieldforms.store.library import definitions
from fieldforms.store.models import (
    Assignment,
    Disclosure,
    Entry,
    Erasure,
    Record,
    RecordDevice,
    Review,
    User,
)
from fieldforms.store.people import accounts
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.record.records import Sealed, Seen, blank_ratings, entry_as_seen, redact_row
from fieldforms.store.record.review_rows import APPROVED, SENT_BACK

PAGE = 50


def about_device(device: int):
    return Record.id.in_(RecordDevice.select(RecordDevice.record).where(RecordDevice.device == device))


@dataclass(frozen=True)
class RecordFilters:
    """What the address says. `since` and `until` are UTC milliseconds (until exclusive), about the day of the work."""

    key: str = filter_by(lambda key: Record.key == key, "")
    client: int | None = filter_by(lambda client: Record.client == client)
    device: int | None = filter_by(about_device)
    technician: int | None = filter_by(lambda technician: Record.technician == technician)
    since: int | None = filter_by(lambda since: Record.dated_at >= since)
    until: int | None = filter_by(lambda until: Record.dated_at < until)
    outcome: str = filter_by(lambda outcome: Record.outcome == outcome, "")
    result: str = filter_by(lambda result: Record.result == result, "")
    satisfaction: tuple[str, ...] = filter_by(
        lambda any_of: one_of(Record.satisfaction, any_of), (), may_ask=lambda viewer: viewer.reads_ratings
    )
    state: str = filter_by(lambda state: Record.state == state, "")
    unsigned: bool = filter_by(lambda _on: Record.unsigned == True, False)
    outside: bool = filter_by(lambda _on: Record.personal == False, False)  # not between the house's people
    unread: bool = filter_by(lambda _on: nobody_has_read(), False)
    to_review: bool = filter_by(lambda _on: Record.review_by != "", False)
    to_care: bool = filter_by(
        lambda _on: Record.low_rating_since.is_null(False), False, may_ask=lambda viewer: viewer.reads_ratings
    )
    disputed: bool = filter_by(lambda _on: Record.cost_disputed == True, False)
    returned: bool = filter_by(lambda _on: Record.returned_since.is_null(False), False)
    text: str = ""
    before: tuple[int, int] | None = None  # keyset: (dated_at, id) of the last row shown
    after: tuple[int, int] | None = None  # the same, of the first row shown: the page before


READ = ("", "note", APPROVED, SENT_BACK)  # Review.settles of who has read the sheet


def nobody_has_read():
    """And nobody had to: what has a step of the supervisor's came to their turn, what waits for a review waits there."""
    return (Record.review_by == "") & ~is_reviewed("") & ~scope.has_a_step("supervisor")


def is_reviewed(settles: str):
    """Has somebody looked after the sheet, and settled this? "": read it, with a note, a verdict, or without."""
    said = Review.settles == settles if settles else Review.settles.in_(READ)
    rows = Review.select(Review.id).where(Review.record == Record.uuid, said)
    return fn.EXISTS(rows)


@dataclass(frozen=True)
class RecordPage:
    """`following`, `preceding`: where the next page and the one before begin; None at the end, at the beginning."""

    rows: list[Record]
    following: tuple[int, int] | None
    preceding: tuple[int, int] | None = None


def page_of_records(viewer: scope.Viewer, filters: RecordFilters, size: int = PAGE) -> RecordPage:
    """Back to fewer rows than a page holds is back to the first page: it is always a whole one."""
    rows = newest_matching(viewer, filters, size + 1)
    more = len(rows) > size
    if filters.after and not more:
        return page_of_records(viewer, replace(filters, after=None), size)
    rows = definitions.with_forms(rows[:size][::-1] if filters.after else rows[:size])
    return RecordPage(
        blank_ratings(rows, viewer),
        key_of_row(rows[-1]) if more or filters.after else None,
        key_of_row(rows[0]) if rows and (filters.before or filters.after) else None,
    )


def key_of_row(row: Record) -> tuple[int, int]:
    return row.dated_at, row.id


def newest_matching(viewer: scope.Viewer, filters: RecordFilters, most: int) -> list[Record]:
    """Each query walks an index in the order of the list and stops at `most`: never are all matches fetched and sorted.
    Of what comes before a page, the oldest first."""
    if filters.text:
        return list(newest_first(select_matching(viewer, filters), filters, most))
    if viewer.role not in scope.SEES_ASSIGNED:
        return asked_by_filters(newest_in_scope, viewer, filters, most)
    each = (newest_of_clients, newest_naming, newest_begun)
    rows = {row.id: row for query in each for row in asked_by_filters(query, viewer, filters, most)}
    return sorted(rows.values(), key=key_of_row, reverse=not filters.after)[:most]


def asked_by_filters(
    query: scope.PreparedByViewer, viewer: scope.Viewer, filters: RecordFilters, most: int
) -> list:
    """The rows of one of the queries below: written once for each set of filters that is asked for, whatever their values."""
    values = {each.name: getattr(filters, each.name) for each in fields(filters)}
    asked = tuple(name for name, value in values.items() if value)
    at, id = filters.before or filters.after or (None, None)
    kept = [values[name] for name in NAMES_OF_FILTERS]
    return query(viewer, *kept, at, id, most, asked=asked)


NAMES_OF_FILTERS = [
    each.name for each in fields(RecordFilters) if each.name not in ("text", "before", "after")
]


def prepared_by_filters(build):
    """A query of a viewer, RecordFilters and the most rows, as a prepared one."""

    def of_values(viewer, *values, asked):
        *kept, at, id, most = values
        given = {name: value for name, value in zip(NAMES_OF_FILTERS, kept, strict=True) if name in asked}
        before, after = ((at, id) if side in asked else None for side in ("before", "after"))
        return build(viewer, RecordFilters(**given, before=before, after=after), most)

    return scope.PreparedByViewer(of_values, (*NAMES_OF_FILTERS, "keyset_at", "keyset_id", "most"))


@prepared_by_filters
def newest_in_scope(viewer, filters, most):
    return newest_first(select_matching(viewer, filters), filters, most)


@prepared_by_filters
def newest_naming(viewer, filters, most):
    named = Record.select().where(
        scope.names_viewer_condition(viewer), *conditions_of_filters(viewer, filters)
    )
    return newest_first(named, filters, most)


@prepared_by_filters
def newest_begun(viewer, filters, most):
    begun = scope.without_client(viewer) | scope.begun_by_viewer(viewer)
    return newest_first(Record.select().where(begun, *conditions_of_filters(viewer, filters)), filters, most)


@prepared_by_filters
def newest_of_clients(viewer, filters, most):
    return of_clients(viewer, filters, most)


@prepared_by_filters
def ids_of_clients(viewer, filters, most):
    return of_clients(viewer, filters, most, "id")


def of_clients(viewer, filters, most, *names: str):
    """The newest of each client served, and the newest among those: with `client IN …` alone SQLite would sort them all.
    Of these columns only, by default of all."""
    served = scope.served_client_ids(viewer).distinct().alias("served")
    of_client = Record.select(Record.id).where(
        Record.client == served.c.client_id,
        scope.not_confidential_condition(viewer),
        *conditions_of_filters(viewer, filters),
    )
    row = Record.alias("row")
    columns = [getattr(row, name) for name in names] or [row]
    query = row.select(*columns).join(served, on=row.id.in_(newest_first(of_client, filters, most)))
    return query.order_by(*order_of_list(filters, row.dated_at, row.id)).limit(most)


def newest_first(query, filters: RecordFilters, most: int):
    """The newest work first. What was found by words comes in the order in which the sheets were begun: so the index keeps it."""
    if filters.text:
        if filters.before:
            query = query.where(search.hit_id() < filters.before[1])
        elif filters.after:
            query = query.where(search.hit_id() > filters.after[1])
        return query.order_by(*order_of_list(filters, search.hit_id())).limit(most)
    if filters.before:
        query = query.where(Tuple(Record.dated_at, Record.id) < Tuple(*filters.before))
    elif filters.after:
        query = query.where(Tuple(Record.dated_at, Record.id) > Tuple(*filters.after))
    return query.order_by(*order_of_list(filters, Record.dated_at, Record.id)).limit(most)


def order_of_list(filters: RecordFilters, *columns) -> list:
    """The newest first; towards the page before, the oldest."""
    return [column if filters.after else column.desc() for column in columns]


def pages_of_records(viewer: scope.Viewer, filters: RecordFilters, size: int = 500) -> Iterator[list[Record]]:
    """All pages, one after the other: for exports, in bounded memory."""
    while True:
        found = page_of_records(viewer, filters, size)
        yield found.rows
        if not found.following:
            return
        filters = replace(filters, before=found.following)


def entries_by_uuid(rows: list[Record], viewer: scope.Viewer) -> dict[str, list[Sealed]]:
    """Record uuid → its entries as the viewer may read them: three queries for a whole page of an export."""
    forms = {row.uuid: definitions.read_definition(row.definition) for row in rows}
    found = entries_of_records(tuple(forms))
    bodies: dict[int, list[str]] = {entry.id: [] for entry in found}
    for entry, body in disclosures_of_entries(tuple(bodies)):
        bodies[entry].append(body)
    gone: dict[int, set[str]] = {}
    for entry, name in erasures_of_entries(tuple(bodies)):
        gone.setdefault(entry, set()).add(name)
    entries: dict[str, list[Sealed]] = {uuid: [] for uuid in forms}
    for row in found:
        entries[row.record].append(
            entry_as_seen(row, bodies[row.id], gone.get(row.id, set()), viewer, forms[row.record])
        )
    return entries


def records_as_seen(rows: list[Record], viewer: scope.Viewer) -> list[Seen]:
    """As the viewer may read them; `rows`: in scope, as a list has them."""
    entries = entries_by_uuid(definitions.with_forms(rows), viewer)
    forms = [definitions.read_definition(row.definition) for row in rows]
    return [
        Seen(redact_row(row, viewer, form), form, tuple(entries[row.uuid]))
        for row, form in zip(rows, forms, strict=True)
    ]


@prepared
def entries_of_records(uuids):
    query = Entry.select(Entry, User).join(User, JOIN.LEFT_OUTER).where(one_of(Entry.record, uuids))
    return query.order_by(Entry.record, Entry.seq)


@prepared
def disclosures_of_entries(entries):
    query = Disclosure.select(Disclosure.entry, Disclosure.body).where(one_of(Disclosure.entry, entries))
    return query.order_by(Disclosure.id).tuples()


@prepared
def erasures_of_entries(entries):
    return Erasure.select(Erasure.entry, Erasure.name).where(one_of(Erasure.entry, entries)).tuples()


MOST_LATE = 300  # as many as the board shows


def records_past_due(viewer: scope.Viewer, filters: RecordFilters, today: str) -> list[Record]:
    """Open records of the filters' kind whose day was before `today` (ISO), longest first."""
    late = (Record.state == "open", Record.due_on != "", Record.due_on < today)
    query = select_matching(viewer, filters).where(*late).order_by(Record.due_on, Record.id).limit(MOST_LATE)
    return blank_ratings(definitions.with_forms(list(query)), viewer)


def urgent_records(viewer: scope.Viewer, filters: RecordFilters) -> list[Record]:
    """Open records of the filters' kind that say how urgent they are, oldest first."""
    asked = (Record.state == "open", Record.urgency != "")
    query = (
        select_matching(viewer, filters).where(*asked).order_by(Record.opened_at, Record.id).limit(MOST_LATE)
    )
    return blank_ratings(definitions.with_forms(list(query)), viewer)


def count_records(viewer: scope.Viewer, filters: RecordFilters, most: int = 10_000) -> int:
    """How many there are; counting stops at `most`, so that a million rows cost no more."""
    if filters.text:
        return select_matching(viewer, filters, Record.id).limit(most).count()
    if viewer.role not in scope.SEES_ASSIGNED:
        return asked_by_filters(counted_in_scope, viewer, filters, most)[0][0]
    each = (ids_of_clients, newest_naming, newest_begun)
    return min(
        len({row.id for query in each for row in asked_by_filters(query, viewer, filters, most)}), most
    )


@prepared_by_filters
def counted_in_scope(viewer, filters, most):
    found = select_matching(viewer, filters, Record.id).limit(most).alias("found")
    return Record.select(fn.COUNT(found.c.id)).from_(found).tuples()


def select_matching(viewer: scope.Viewer, filters: RecordFilters, *columns):
    query = Record.select(*columns or [Record]).where(
        scope.records(viewer), *conditions_of_filters(viewer, filters)
    )
    return search.narrow_to_words(query, filters.text, viewer.reads_ratings) if filters.text else query


def technicians_to_choose(viewer: scope.Viewer) -> list[User]:
    """Whose sheets the viewer may ask for, by name."""
    return accounts.by_name(people_with_sheets(viewer))


@scope.prepared_by_viewer
def people_with_sheets(viewer):
    """Looks at people, not at a million records."""
    of_them = Record.select(Record.id).where(Record.technician == User.id)
    query = User.select().where(fn.EXISTS(of_them))
    if viewer.role in scope.SEES_ASSIGNED:
        serve = Assignment.select(Assignment.user).where(scope.clients(viewer, Assignment.client))
        query = query.where(User.id.in_(serve))
    return query.order_by(User.id)


def hidden_numbers(viewer: scope.Viewer, numbers: set[str]) -> set[str]:
    """Those of the numbers whose records the viewer may not see."""
    return (
        {number for (number,) in numbers_out_of_scope(viewer, tuple(sorted(numbers)))} if numbers else set()
    )


@scope.prepared_by_viewer
def numbers_out_of_scope(viewer, numbers):
    there = Record.alias()
    seen = Record.select(Record.id).where(Record.id == there.id, scope.records(viewer))
    return there.select(there.number).where(one_of(there.number, numbers), ~fn.EXISTS(seen)).tuples()
