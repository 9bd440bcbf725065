"""A form's register: the list its paper book was. Its columns are the form's own (`register`), overdue things come first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fieldforms.flow import local_time
from fieldforms.flow.faults import targets
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import approvals, folding
from fieldforms.flow.sheets import timeline, words_of_records
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Field
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import lists
from fieldforms.store.reporting import response_times
from fieldforms.store.scope import Viewer

MOST_ADDED_UP = 2_000  # sheets; who wants more narrows the period or takes the spreadsheet


@dataclass(frozen=True)
class RegisterLine:
    """A row of the register: the list's own words, then one cell for each column."""

    line: words_of_records.RecordLine
    cells: tuple[str, ...]


def current_definition(key: str) -> Definition | None:
    row = definitions.current_version(key) if key else None
    return definitions.read_definition(row) if row else None


def columns_of_form(viewer: Viewer, key: str) -> list[Field]:
    """The questions whose answers are columns, as far as the viewer may read them; none for a form without a register."""
    found = current_definition(key)
    fields = [found.fields[name] for name in found.register] if found else []
    return [field for field in fields if viewer.may_read(field.private_to)]


def lines_of_rows(
    actor: Actor, rows: Sequence[Record], fields: Sequence[Field], lang: str
) -> list[RegisterLine]:
    """What is confidential shows its answers to who may read them, and that they did is written down."""
    if not fields:
        return [RegisterLine(words_of_records.line_of_row(row, lang), ()) for row in rows]
    given = answers_by_record(actor.viewer, rows)
    confidential = [row.number for row in rows if row.confidential]
    if confidential:
        with transaction():
            for number in confidential:
                audit.record_action(actor.user_id, "record.read", number)
    return [
        RegisterLine(
            words_of_records.line_of_row(row, lang),
            tuple(answer_or_blank(field, given[row.uuid], lang) for field in fields),
        )
        for row in rows
    ]


def answers_by_record(viewer: Viewer, rows: Sequence[Record]) -> dict[str, dict]:
    entries = lists.entries_by_uuid(list(rows), viewer)
    return {
        row.uuid: folding.fold_entries(
            definitions.read_definition(row.definition), entries[row.uuid]
        ).told_answers
        for row in rows
    }


def answer_or_blank(field: Field, given: dict, lang: str) -> str:
    return (
        timeline.answer_in_words(field, given[field.name], lang) if given.get(field.name) is not None else ""
    )


def overdue_records(viewer: Viewer, filters: lists.RecordFilters) -> list[Record]:
    """Open ones whose day has passed, and those that the board calls late (flow/faults/targets.py); longest late first."""
    since: dict[str, int] = {}
    by_day = lists.records_past_due(viewer, filters, local_time.today())
    for row in by_day:
        since[row.uuid] = local_time.start_of(row.due_on) + clock.DAY_MS
    pressing = lists.urgent_records(viewer, filters)
    for row, due in next_due(pressing):
        if due < clock.now():
            since[row.uuid] = min(due, since.get(row.uuid, due))
    rows = {row.uuid: row for row in [*by_day, *pressing] if row.uuid in since}
    return sorted(rows.values(), key=lambda row: (since[row.uuid], row.id))


def next_due(rows: Sequence[Record]) -> Iterator[tuple[Record, int]]:
    """Each with the moment (UTC ms) at which the next thing agreed for it is due, where something is."""
    agreed, entries = (
        targets.targets_agreed_for(rows),
        response_times.entries_by_record(row.uuid for row in rows),
    )
    for row in rows:
        done = targets.response_and_restore_times(
            definitions.read_definition(row.definition), entries[row.uuid], row.state, row.next_by
        )
        due = targets.next_target_due(row, agreed.target(row.client_id, row.urgency), *done)
        if due:
            yield row, due[0]


def hours_by_person(viewer: Viewer, filters: lists.RecordFilters) -> list[tuple[str, Decimal]]:
    """(person, hours) of the sheets in view, of a form with a field that means hours: 加班 by month and person."""
    hours = Hours(filters.key)
    if hours.field is not None:
        rows = lists.page_of_records(viewer, filters, MOST_ADDED_UP).rows
        given = answers_by_record(viewer, rows)
        for row in rows:
            hours.add(row, given[row.uuid])
    return hours.by_name


class Hours:
    """Adds up the hours of each person, as approved sheets that stand say them."""

    def __init__(self, key: str):
        found = current_definition(key)
        self.field = found.meaning("hours") if found else None
        self.by_person: dict[tuple[str, int], Decimal] = {}

    def add(self, row: Record, given: dict) -> None:
        approved = row.state == "closed" and row.in_force and row.result != approvals.DECLINED
        if self.field is None or not approved:
            return
        value = conditions.number_of_answer(given.get(self.field.name))
        if value is not None:
            person = (row.technician_name, row.technician_id)  # two people may share a name
            self.by_person[person] = self.by_person.get(person, Decimal(0)) + value

    @property
    def by_name(self) -> list[tuple[str, Decimal]]:
        return [(name, hours) for (name, _id), hours in sorted(self.by_person.items())]
