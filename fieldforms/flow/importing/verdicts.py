"""An import as a person sees it before anything is written: what is made of each row, and what still has to be said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from fieldforms.flow.importing import file_tables, header_rows, list_rows
from fieldforms.flow.importing.cell_reading import DAY_OR_MONTH, ERROR_OF_EXCEL, NO_UNIT, ROUGH
from fieldforms.flow.importing.choices import Choices, choices_from_json, corrections_from_json
from fieldforms.flow.importing.file_tables import SheetTable
from fieldforms.flow.importing.header_rows import UNDECIDED, SheetColumn
from fieldforms.flow.importing.import_kinds import IMPORT_KINDS, ImportKind, names_of_columns
from fieldforms.flow.importing.list_rows import SECTION_TITLE, ListRow, ReadList, UnknownWord
from fieldforms.flow.importing.remembered_words import MEANINGS_REMEMBERED, remembered_choices
from fieldforms.flow.importing.row_keepers import RowKeeper
from fieldforms.flow.people.actors import Actor
from fieldforms.store.files import files
from fieldforms.store.importing import known_rows
from fieldforms.store.models import Device, Import

# What is said of a whole file on its columns' page → what is wrong with rows as long as nobody has said it.
HABITS_BY_MISTAKE = {
    ROUGH: "rough_days",
    DAY_OR_MONTH: "day_order",
    NO_UNIT: "term_unit",
    ERROR_OF_EXCEL: "no_errors",
}


@dataclass(frozen=True)
class OpenedList:
    """An import's file as it is read now. `columns`: of the chosen sheet, with where each goes."""

    row: Import
    kind: ImportKind
    tables: list[SheetTable]
    choices: Choices
    header: int
    columns: list[SheetColumn]

    @property
    def table(self) -> SheetTable:
        return self.tables[self.choices.sheet]

    @property
    def undecided_columns(self) -> list[SheetColumn]:
        return [column for column in self.columns if column.destination == UNDECIDED]

    @property
    def other_sheets(self) -> list[tuple[int, SheetTable]]:
        """(place, sheet) of those that say something, too."""
        return [
            (at, each)
            for at, each in enumerate(self.tables)
            if at != self.choices.sheet and not each.is_empty
        ]


def open_list(row: Import, choices: Choices | None = None) -> OpenedList:
    """Raises BadList."""
    kind, choices = IMPORT_KINDS[row.kind], choices or choices_from_json(row.choices)
    tables = file_tables.tables_of_file(files.read_file(row.file) or b"", choices.encoding)
    names, (placed, words) = names_of_columns(kind.name), remembered_choices(kind.name)
    if not choices.are_made:
        choices = choices.with_words(
            {name: {**each, **choices.words.get(name, {})} for name, each in words.items()}
        )
    table = tables[choices.sheet if choices.sheet < len(tables) else 0]
    header = header_rows.row_of_headers(table, names) if choices.header is None else choices.header
    header = min(header, max(len(table.rows) - 1, 0))
    columns = header_rows.columns_of_sheet(table, header, names, choices.columns, placed)
    return OpenedList(row, kind, tables, choices, header, columns)


def sheet_to_begin_with(tables: list[SheetTable], kind: str) -> int:
    """The one whose header says most that is known; of equals the first, hidden ones last."""
    names = names_of_columns(kind)

    def hits(table: SheetTable) -> int:
        head = table.rows[header_rows.row_of_headers(table, names)] if table.rows else ()
        return len({header_rows.destination_of_header(cell, names) for cell in head})

    return max(range(len(tables)), key=lambda at: (not tables[at].is_hidden, hits(tables[at]), -at))


@dataclass
class Verdicts:
    """`rows`: of the list, judged; `skipped`: of the sheet, that are none."""

    opened: OpenedList
    read: ReadList
    keeper: RowKeeper

    @property
    def rows(self) -> list[ListRow]:
        return self.read.rows

    @cached_property
    def counts(self) -> dict[str, int]:
        found = dict.fromkeys(("refused", "ask", "new", "changed", "same", "left_out"), 0)
        for row in self.rows:
            found[row.state] += 1
        return found

    @property
    def are_ready(self) -> bool:
        """Is nothing left to be said, and something to be written?"""
        return not self.counts["refused"] + self.counts["ask"] and bool(self.rows_to_write)

    @property
    def rows_to_write(self) -> list[ListRow]:
        return [row for row in self.rows if row.state in ("new", "changed")]

    @cached_property
    def unknown_words(self) -> dict[UnknownWord, list[int]]:
        """Each with the numbers of its rows."""
        found: dict[UnknownWord, list[int]] = defaultdict(list)
        for row in self.rows:
            for word in row.unknown if not row.is_left_out else ():
                found[word].append(row.number)
        for text in self.read.names_alone:
            found.setdefault(UnknownWord(SECTION_TITLE, text), [])
        return dict(found)

    @cached_property
    def answered_words(self) -> list[UnknownWord]:
        """Those of this list of which somebody said what they mean; of remembered ones, those that stand in it."""
        return [
            UnknownWord(column, word)
            for column, words in self.opened.choices.words.items()
            for word in words
            if column not in MEANINGS_REMEMBERED or self.is_said(column, word)
        ]

    def is_said(self, column: str, word: str) -> bool:
        return any(word in row.texts.get(column, "") for row in self.rows)

    @cached_property
    def asks(self) -> dict[str, list[int]]:
        """Question → the numbers of the rows that ask it."""
        found: dict[str, list[int]] = defaultdict(list)
        for row in self.rows:
            for question in row.asks if not row.is_left_out else ():
                found[question].append(row.number)
        return dict(found)

    @cached_property
    def habits_asked(self) -> dict[str, list[int]]:
        """Name of a choice for the whole file → the numbers of the rows that it would mend."""
        found: dict[str, list[int]] = defaultdict(list)
        for row in self.rows:
            wrong = {HABITS_BY_MISTAKE.get(each.sentence, "") for each in row.mistakes} - {""}
            for name in sorted(wrong) if not row.is_left_out else ():
                found[name].append(row.number)
        return dict(found)

    @cached_property
    def to_make(self) -> list[UnknownWord]:
        """Clients and rooms that will be made, because somebody said so."""
        asked = {
            "client": self.opened.choices.words.get("client", {}),
            "room": self.opened.choices.words.get("room", {}),
        }
        return [
            UnknownWord(name, word)
            for name, words in asked.items()
            for word, value in words.items()
            if value == "new"
        ]


def judge_import(actor: Actor, row: Import, opened: OpenedList | None = None) -> Verdicts:
    """What becomes of each row as the register stands now. Raises BadList."""
    opened = opened or open_list(row)
    corrections = corrections_from_json(row.corrections)
    asked = opened.kind.columns
    read = list_rows.read_rows_of_list(
        opened.table, opened.header, opened.columns, asked, opened.choices, corrections
    )
    keeper = opened.kind.keeper(actor, opened.choices, {"imported": row.uuid})
    keeper.judge_rows(read.rows)
    return Verdicts(opened, read, keeper)


# What hangs on a device that changes


def labels_and_drafts(rows: Iterable[ListRow], codes: Mapping[int, str]) -> dict[int, tuple[str, int]]:
    """Device id → (its label, how many unfinished sheets were begun for it with what the register said before)."""
    known = {row.known.id for row in rows if isinstance(row.known, Device)}
    begun: dict[int, int] = defaultdict(int)
    for (origin,) in known_rows.origins_of_unfinished_drafts():
        if origin.get("device") in known:
            begun[origin["device"]] += 1
    return {id: (codes.get(id, ""), begun[id]) for id in known if codes.get(id) or begun[id]}
