"""A form's register: the list its paper book was. Its columns are the form's own (`register`), overdue things come first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fieldforms import i18n
from fieldforms.flow import local_time
from fieldforms.flow.faults import targets
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import approvals, folding
from fieldforms.flow.sheets import found_words, timeline, words_of_records
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Field, Step, Text
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import lists
from fieldforms.store.record.records import Sealed
from fieldforms.store.scope import Viewer

MOST_ADDED_UP = 2_000  # sheets; who wants more narrows the period or takes the spreadsheet


@dataclass(frozen=True)
class Register:
    """What a form's list shows beside number, day and client. `who`: what its first column is called, where the form
    itself asks whom a sheet is about; `names_room`: one of the columns says the room; `steps`: whose moment is told.
    """

    columns: tuple[Field, ...] = ()
    steps: tuple[Step, ...] = ()
    who: Text | None = None
    names_room: bool = False


@dataclass(frozen=True)
class RegisterLine:
    """A row of the register: the list's own words, then one cell for each column, and when (UTC ms) which steps were done.

    `hit`: where the words stand that the list was searched for, if no cell shows them.
    """

    line: words_of_records.RecordLine
    cells: tuple[str, ...] = ()
    steps: tuple[tuple[str, int], ...] = ()
    hit: found_words.Hit | None = None


def current_definition(key: str) -> Definition | None:
    row = definitions.current_version(key) if key else None
    return definitions.read_definition(row) if row else None


def register_of_form(viewer: Viewer, key: str) -> Register:
    """As the form says (`register`), as far as the viewer may read it; an empty one for a form without a register."""
    found = current_definition(key)
    named = found.register if found else ()
    fields = [found.fields[name] for name in named if name in found.fields] if found else []
    read = [field for field in fields if viewer.may_read(field.private_to)]
    return Register(
        columns=tuple(field for field in read if field.means != WHO),
        steps=tuple(steps_of_register(found)) if found else (),
        who=next((field.label for field in read if field.means == WHO), None),
        names_room=any(field.source == "room.name" for field in read),
    )


WHO = "client_name"  # is its own column, beside the room


def steps_of_register(definition: Definition) -> Iterator[Step]:
    """The steps whose moment the register tells: `register` names them beside the fields."""
    for name in definition.register:
        if name not in definition.fields and name in definition.steps_by_name:
            yield definition.steps_by_name[name]


def lines_of_rows(
    actor: Actor, rows: Sequence[Record], register: Register, lang: str, asked: str = ""
) -> list[RegisterLine]:
    """What is confidential shows its answers to who may read them, and that they did is written down.

    `asked`: the words that the list was searched for.
    """
    words = found_words.FoundWords(asked)
    if not register.columns:
        return plain_lines(actor.viewer, rows, lang, words)
    entries = lists.entries_by_uuid(list(rows), actor.viewer)
    note_confidential_rows(actor, rows)
    return [register_line(row, entries[row.uuid], register, lang, words) for row in rows]


def note_confidential_rows(actor: Actor, rows: Sequence[Record]) -> None:
    """That somebody reads the answers of a confidential sheet is written down before they are shown, or go."""
    confidential = [row.number for row in rows if row.confidential]
    if confidential:
        with transaction():
            for number in confidential:
                audit.record_action(actor.user_id, "record.read", number)


def register_line(
    row: Record, entries: Sequence[Sealed], register: Register, lang: str, words: found_words.FoundWords
) -> RegisterLine:
    definition = definitions.read_definition(row.definition)
    fold = folding.fold_entries(definition, entries)
    cells = tuple(answer_or_blank(field, fold.told_answers, lang) for field in register.columns)
    return RegisterLine(
        words_of_records.line_of_row(row, lang),
        cells,
        tuple(moments_of_steps(register.steps, fold, lang)),
        words.hit_in(row, definition, entries, lang, (*names_shown(row), *cells)) if words.tokens else None,
    )


WIDTH_SHOWN = 36  # characters of a cell of prose that no list cuts off


def names_shown(row: Record) -> tuple[str, ...]:
    return row.number, row.client_name, row.technician_name


def plain_lines(
    viewer: Viewer, rows: Sequence[Record], lang: str, words: found_words.FoundWords
) -> list[RegisterLine]:
    entries = lists.entries_by_uuid(list(rows), viewer) if words.tokens and rows else {}
    return [
        RegisterLine(
            words_of_records.line_of_row(row, lang),
            hit=words.hit_in(
                row, definitions.read_definition(row.definition), entries[row.uuid], lang, texts_of_line(row)
            )
            if entries
            else None,
        )
        for row in rows
    ]


def texts_of_line(row: Record) -> tuple[str, ...]:
    prose = row.device_names, words_of_records.subject_of_row(row)
    return *names_shown(row), *(text[:WIDTH_SHOWN] for text in prose)


def folds_by_record(viewer: Viewer, rows: Sequence[Record]) -> dict[str, folding.Fold]:
    entries = lists.entries_by_uuid(list(rows), viewer)
    return {
        row.uuid: folding.fold_entries(definitions.read_definition(row.definition), entries[row.uuid])
        for row in rows
    }


def moments_of_steps(steps: Sequence[Step], fold: folding.Fold, lang: str) -> Iterator[tuple[str, int]]:
    """(label, UTC ms) of those that stand, as they were sealed."""
    for step in steps:
        if step.name in fold.standing:
            yield i18n.pick(step.label, lang), fold.standing[step.name].row.sealed_at


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
    agreed = targets.targets_agreed_for(rows)
    for row in rows:
        wanted = agreed.target(row.client_id, row.urgency)
        due = targets.next_target_due(row, wanted, row.responded_at, row.restored_at)
        if due:
            yield row, due[0]


def hours_by_person(viewer: Viewer, filters: lists.RecordFilters) -> list[tuple[str, Decimal]]:
    """(person, hours) of the sheets in view, of a form with a field that means hours: 加班 by month and person."""
    hours = Hours(filters.key)
    if hours.field is not None:
        rows = lists.page_of_records(viewer, filters, MOST_ADDED_UP).rows
        folds = folds_by_record(viewer, rows)
        for row in rows:
            hours.add(row, folds[row.uuid].told_answers)
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
