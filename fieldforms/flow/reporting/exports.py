"""Leaving the house: the list as a spreadsheet, and many sheets as one file to print. Each says so in the audit."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from fieldforms import i18n
from fieldforms.errors import N_, NotFound
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.flow.reporting import form_lists
from fieldforms.flow.reporting.spreadsheets import begin_spreadsheet, spreadsheet_time
from fieldforms.flow.sheets import record_sheets, words_of_records
from fieldforms.forms.definition import Field, Step
from fieldforms.forms.kinds import KINDS
from fieldforms.paper import pdf
from fieldforms.paper.sheet import Sheet
from fieldforms.paper.table import MOST_ROWS, Cell, Table, TableColumn
from fieldforms.store import audit, clock, database
from fieldforms.store.database import transaction
from fieldforms.store.files import files
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import lists, records
from fieldforms.store.scope import Viewer

MOST_SHEETS_PRINTED = 200
MOST_PHOTOS_PRINTED = 100  # in one print: each is some 300 kB and 20 ms

PERSON = N_("技术员")
RECORD_COLUMNS = (
    (N_("编号"), 18, lambda line: line.row.number),
    (N_("单据种类"), 24, lambda line: line.form),
    (N_("日期"), 18, lambda line: spreadsheet_time(line.row.dated_at)),
    (N_("开单时间"), 18, lambda line: spreadsheet_time(line.row.opened_at)),
    (N_("完成时间"), 18, lambda line: spreadsheet_time(line.row.closed_at)),
    (N_("客户"), 24, lambda line: line.row.client_name),
    (N_("房间"), 18, lambda line: line.row.place),
    (N_("设备"), 32, lambda line: line.row.device_names),
    (PERSON, 12, lambda line: line.row.technician_name),
    (N_("摘要"), 48, lambda line: line.row.summary),
    (N_("结果"), 16, lambda line: line.result),
    (N_("签字"), 16, lambda line: line.signature),
    (N_("更正"), 18, lambda line: line.row.supersedes),
    (N_("已由谁更正"), 18, lambda line: line.row.superseded_by),
)
OVERDUE_LABEL, STEP_MOMENT = N_("逾期"), N_("%(step)s的时间")
RATING = (N_("满意度"), 12, lambda line: line.rating)


def begin_list_of_records(
    actor: Actor, filters: lists.RecordFilters, kind: str, lang: str
) -> Iterator[bytes]:
    """Exactly what the list shows, as "xlsx" or "csv", piece by piece, each as soon as its rows are read.

    Narrowed to one form, all that the actor may read of its answers follows. That it leaves the house is written down before.
    """
    listed = ExportedList(actor, filters, lang)
    rows = lists.count_records(actor.viewer, filters, MOST_ROWS)
    return begin_spreadsheet(actor, "records.export", kind, table_of_records(listed), rows, filters.client)


class ExportedList:
    """The list that leaves the house."""

    def __init__(self, actor: Actor, filters: lists.RecordFilters, lang: str):
        viewer = actor.viewer
        self.actor, self.viewer, self.filters, self.lang = actor, viewer, filters, lang
        self.fields = answer_fields(viewer, filters.key) if filters.key else []
        self.late = form_lists.overdue_records(viewer, filters) if filters.key else []
        self.steps = form_lists.register_of_form(viewer, filters.key).steps
        self.hours = form_lists.Hours(filters.key)

    def say(self, message: str) -> str:
        return i18n.gettext(message, self.lang)

    @property
    def shown_columns(self) -> tuple:
        """(label, width, cell of a line) of what the list itself says; a register marks what is overdue."""
        rest = (RATING,) if self.viewer.reads_ratings else ()
        if not self.filters.key:
            return RECORD_COLUMNS + rest
        late, words = {row.uuid for row in self.late}, self.say(OVERDUE_LABEL)
        return (
            RECORD_COLUMNS[0],
            (OVERDUE_LABEL, 8, lambda line: words if line.row.uuid in late else None),
            *RECORD_COLUMNS[1:],
            *rest,
        )


def table_of_records(listed: ExportedList) -> Table:
    columns = [TableColumn(listed.say(label), width) for label, width, _cell in listed.shown_columns]
    sections = labels_of_sections(listed.filters.key, listed.lang) if listed.fields else {}
    heads = heads_of_fields(listed.fields, sections, {column.label for column in columns}, listed.lang)
    columns += [
        TableColumn(head, KINDS[field.type].cell_width)
        for head, field in zip(heads, listed.fields, strict=True)
    ]
    columns += [
        TableColumn(i18n.gettext(STEP_MOMENT, listed.lang, step=i18n.pick(step.label, listed.lang)), 18)
        for step in listed.steps
    ]
    return Table(
        title=title_of_list(listed),
        columns=columns,
        rows=rows_of_records(listed),
        foot=rows_of_hours(listed),
    )


def title_of_list(listed: ExportedList) -> str:
    """What the form is called, where the list is of one."""
    known = definitions.versions(listed.filters.key) if listed.filters.key else []
    label = definitions.read_definition(known[0]).label if known else None
    return i18n.pick(label, listed.lang) if label else listed.say(N_("单据"))


def heads_of_fields(
    fields: Sequence[Field], sections: Mapping[str, str], taken: set[str], lang: str
) -> list[str]:
    """Their labels. What stands in two parts of a sheet (用时 of the check and of the repair) is named with its part, and
    counted where even that is alike. `sections`: the part's label of each field; `taken`: heads beside them."""
    labels = [i18n.pick(field.label, lang) for field in fields]
    often = {label for label, n in Counter([*labels, *taken]).items() if n > 1}
    found: dict[str, None] = dict.fromkeys(taken)
    heads = []
    for field, label in zip(fields, labels, strict=True):
        head = f"{sections[field.name]} · {label}" if label in often and sections.get(field.name) else label
        many = next(n for n in range(1, len(found) + 2) if (head if n == 1 else f"{head} ({n})") not in found)
        heads.append(head if many == 1 else f"{head} ({many})")
        found[heads[-1]] = None
    return heads


def labels_of_sections(key: str, lang: str) -> dict[str, str]:
    """Field → the label of its part, as the newest version that has it says."""
    return {
        field.name: i18n.pick(section.label, lang)
        for row in reversed(definitions.versions(key))
        for section in definitions.read_definition(row).sections
        for field in section.fields
    }


def rows_of_hours(listed: ExportedList) -> Iterator[list[Cell]]:
    """Hours by person, as below the list, each under its column."""
    labels = [label for label, _width, _cell in listed.shown_columns]
    names = [*labels, *(field.name for field in listed.fields)]
    hours_in = listed.hours.field.name if listed.hours.field else ""
    for at, (name, hours) in enumerate(listed.hours.by_name):
        row: list[Cell] = [None] * len(names)
        row[0] = listed.say(N_("合计（小时）")) if at == 0 else None
        row[labels.index(PERSON)] = name
        row[names.index(hours_in)] = float(hours)
        yield row


def answer_fields(viewer: Viewer, key: str) -> list[Field]:
    """The questions of a form that the viewer may read; those only older versions asked come last."""
    found: dict[str, Field] = {}
    for row in definitions.versions(key):
        for field in definitions.read_definition(row).fields.values():
            kind = KINDS[field.type]
            if viewer.may_read(field.private_to) and not (kind.statement or kind.unseen):
                found.setdefault(field.name, field)
    return list(found.values())


def rows_of_records(listed: ExportedList) -> Iterator[list[Cell]]:
    """Each page of the list is read by itself, and forgotten: the download may last."""
    pages = overdue_first(listed)
    while True:
        with database.reading_once():
            page = next(pages, None)
            rows = cells_of_page(listed, page) if page else []
        if page is None:
            return
        form_lists.note_confidential_rows(listed.actor, page)
        yield from rows


def cells_of_page(listed: ExportedList, page: list[Record]) -> list[list[Cell]]:
    entries = lists.entries_by_uuid(page, listed.viewer) if listed.fields else {}
    lines = [words_of_records.line_of_row(row, listed.lang) for row in page]
    return [
        [cell(line) for _label, _width, cell in listed.shown_columns]
        + (cells_of_answers(listed, line.row, entries[line.row.uuid]) if listed.fields else [])
        for line in lines
    ]


def overdue_first(listed: ExportedList) -> Iterator[list[Record]]:
    """As the register stands on the screen, each sheet once."""
    told = {row.uuid for row in listed.late}
    if listed.late:
        yield listed.late
    for page in lists.pages_of_records(listed.viewer, listed.filters):
        yield [row for row in page if row.uuid not in told]


def cells_of_answers(listed: ExportedList, row: Record, entries: Sequence[records.Sealed]) -> list[Cell]:
    folded = folding.fold_entries(definitions.read_definition(row.definition), entries)
    listed.hours.add(row, folded.told_answers)
    return [
        *(answer_cell(field, folded.told_answers, listed.lang) for field in listed.fields),
        *(moment_of_step(step, folded) for step in listed.steps),
    ]


def moment_of_step(step: Step, folded: folding.Fold) -> datetime | None:
    standing = folded.standing.get(step.name)
    return spreadsheet_time(standing.row.sealed_at) if standing else None


def answer_cell(field: Field, given: dict, lang: str) -> Cell:
    kind, value = KINDS[field.type], given.get(field.name)
    return kind.xlsx(value, field, lang) if kind.is_answered(value) else None


def numbers_to_print(actor: Actor, filters: lists.RecordFilters) -> tuple[str, ...]:
    """The newest of the listed sheets, at most MOST_SHEETS_PRINTED."""
    return tuple(row.number for row in lists.page_of_records(actor.viewer, filters, MOST_SHEETS_PRINTED).rows)


def records_as_pdf(actor: Actor, filters: lists.RecordFilters, lang: str, url: str) -> bytes | None:
    """The newest of the listed sheets as one PDF while the reader waits; None when there are none. Many are printed beside
    the serving (prints.py)."""
    numbers = numbers_to_print(actor, filters)
    if not numbers:
        return None
    drawn = DrawnSheets(actor, lang, url)
    for number in numbers:
        drawn.add(number)
    with transaction():
        audit.record_action(actor.user_id, "records.print", drawn.ref_of_client, rows=len(drawn.sheets))
    return drawn.as_pdf()


class DrawnSheets:
    """Sheets on their way to one PDF."""

    def __init__(self, actor: Actor, lang: str, url: str):
        self.actor, self.lang, self.url = actor, lang, url
        self.sheets: list[Sheet] = []
        self.photos: dict[str, bytes] = {}
        self.clients: set[int | None] = set()

    def add(self, number: str) -> None:
        """What has gone out of sight since it was listed is left out."""
        with suppress(NotFound):
            seen = record_by_number(self.actor, number)
            self.clients.add(seen.row.client_id)
            self.sheets.append(record_sheets.sheet_of_record(seen, self.lang, self.url))
            for digest in record_sheets.photo_digests(seen):
                body = files.read_file(digest) if len(self.photos) < MOST_PHOTOS_PRINTED else None
                self.photos |= {digest: body} if body else {}

    @property
    def ref_of_client(self) -> str:
        """Of the one whose sheets they all are, as the audit names it; else nothing."""
        return str(next(iter(self.clients)) or "") if len(self.clients) == 1 else ""

    def as_pdf(self) -> bytes:
        return pdf.render_many(self.sheets, photos=self.photos, timestamp_ms=clock.now())
