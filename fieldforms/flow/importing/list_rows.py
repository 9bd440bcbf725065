"""The rows of a list, read: each cell as its column's input takes it, and all that is wrong at once. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fieldforms.errors import N_
from fieldforms.flow.form_input import Input
from fieldforms.flow.importing.cell_reading import (
    ERROR_OF_EXCEL,
    WordUnknown,
    is_blank,
    is_error_of_excel,
    letters_of_word,
    reader_of_input,
)
from fieldforms.flow.importing.choices import LEAVES_OUT, NAMES_DECIDE, Choices, RowCorrection
from fieldforms.flow.importing.file_tables import SheetTable
from fieldforms.flow.importing.header_rows import (
    FULL_ROW,
    LEFT_OUT,
    UNDECIDED,
    SheetColumn,
    is_footer,
    is_header_again,
    is_section,
    is_totals_row,
    name_in_section,
    only_text,
    usual_fullness,
)
from fieldforms.forms.reading import Unreadable

SECTION_TITLE = (
    "section"  # what a row says that is none: perhaps the room of those below, which somebody has to say
)
SECTION_MEANINGS = {
    "room": N_("下面各行的房间"),
    "title": N_("只是标题"),
    "within": N_("只是小标题，房间还是上面那个"),
    "row": N_("不是标题，照常当一行"),
}
ROOM_OF_SECTION = N_("房间没有写，按分节标题“%(text)s”填。")
MEANS_NO_VALUE = (
    NAMES_DECIDE,
    LEAVES_OUT,
)  # of words of which somebody said something else than a choice of ours
DITTO_MARKS = frozenset("同上 〃 ″ ” “ \" '' 〞 ditto do. 同前 -〃- -同上- （同上） (同上) 同上。".split())
DITTO_READ = N_("“%(label)s”写的是“%(text)s”，按上一行填“%(known)s”。")
DITTO_OF_NOTHING = N_("“%(text)s”上面一行是空的，不知道填什么。")


@dataclass(frozen=True)
class ImportColumn:
    """A column that a list may bring. `hint`: where it goes, for the mapping page. `is_code`: letters and digits that name
    something. `is_fixed`: what rows do not say may be said once for all. `is_helper`: its text is no column of the row but leads to one.
    `default`: of a new row that says nothing. `words`: what lists call a choice, beside its labels."""

    name: str
    kind: Input
    hint: str = ""
    is_code: bool = False
    is_fixed: bool = False
    is_helper: bool = False
    default: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CellMistake:
    """`column`: its name, "" for the whole row. `text`: what stands there."""

    column: str
    text: str
    sentence: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class UnknownWord:
    column: str
    word: str


@dataclass
class ListRow:
    """A row of the file. `number`: as the sheet counts, from 1. `texts`: column → what stands there, corrected; `given`: column →
    text as its input takes it, of those that say something. What is judged later: `known` the register's row, `changes`
    {column: (before, after)} in texts of inputs, `values` to be written, `copies` how many are made of it. `notices`: what was made of it; `doubts`: what may be a mistake."""

    number: int
    texts: dict[str, str]
    headers: Mapping[str, str] = field(default_factory=dict)  # column → what the list calls it
    given: dict[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    is_left_out: bool = False
    mistakes: list[CellMistake] = field(default_factory=list)
    unknown: list[UnknownWord] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    notices: list[tuple[str, dict]] = field(default_factory=list)
    doubts: list[tuple[str, dict]] = field(default_factory=list)
    known: Any = None
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    aside: dict[str, Any] = field(default_factory=dict)
    copies: int = 1

    def refuse(self, column: str, sentence: str, **values) -> None:
        self.mistakes.append(CellMistake(column, self.texts.get(column, ""), sentence, values))

    def tell_ditto(self, column: str, label: str, mark: str) -> None:
        """A mark under nothing is refused."""
        if self.texts[column] == mark:
            self.refuse(column, DITTO_OF_NOTHING, text=mark)
        else:
            self.notices.append((DITTO_READ, {"label": label, "text": mark, "known": self.texts[column]}))

    @property
    def open_columns(self) -> set[str]:
        """Those that say something which is not understood."""
        return {each.column for each in self.mistakes} | {each.column for each in self.unknown}

    @property
    def state(self) -> str:
        """left_out, refused, ask, new, changed or same."""
        if self.is_left_out:
            return "left_out"
        if self.mistakes:
            return "refused"
        if self.unknown or self.asks:
            return "ask"
        if self.known is None and self.copies:
            return "new"
        return "changed" if self.changes or self.aside.get("changes") else "same"


@dataclass(frozen=True)
class SkippedRow:
    """A row that is none: `why` is title, totals, header, section, footer or number."""

    number: int
    why: str
    text: str


@dataclass(frozen=True)
class ReadList:
    """`unplaced`: columns that go nowhere, because somebody said so; `blanks`: how many cells said / or 无; `names_alone`: rows that were
    taken for titles, of which nobody has said so, and that stand where a name does."""

    rows: list[ListRow]
    skipped: list[SkippedRow]
    placed: dict[str, SheetColumn]
    unplaced: list[SheetColumn]
    blanks: int
    names_alone: list[str] = field(default_factory=list)


def read_rows_of_list(
    table: SheetTable,
    header: int,
    columns: Iterable[SheetColumn],
    asked: Mapping[str, ImportColumn],
    choices: Choices,
    corrections: Mapping[int, RowCorrection],
) -> ReadList:
    """Every row below the header. `asked`: name → column that may come."""
    sheet_columns = list(columns)
    placed = {each.destination: each for each in sheet_columns if each.destination in asked}
    unplaced = [each for each in sheet_columns if each.destination in (LEFT_OUT, UNDECIDED) and each.filled]
    headers = {name: column.header for name, column in placed.items()}
    readers = {name: ColumnReader(column, choices) for name, column in asked.items()}
    rows: list[ListRow] = []
    blanks, sections = 0, SectionReader(table, header, asked, choices)
    skipped = [
        SkippedRow(at + 1, "title", " ".join(filter(None, dict.fromkeys(row))))
        for at, row in enumerate(table.rows[:header])
        if any(row)
    ]
    for at, cells in enumerate(table.rows[header + 1 :], header + 2):
        if not any(cells) or says_only_merged(table, at - 1, cells):
            continue
        texts = {name: cells[column.place] for name, column in placed.items()}
        why = why_no_row(table, at - 1, cells, header) or sections.why_alone(cells, texts)
        if why and not (why == SECTION_TITLE and sections.is_row(cells)):
            if why == SECTION_TITLE:
                sections.begin_section(cells, bool(texts.get("name")))
            skipped.append(SkippedRow(at, why, " ".join(dict.fromkeys(filter(None, cells)))[:80]))
            continue
        above = rows[-1].texts if rows else {}
        blanks += sum(1 for text in texts.values() if text and is_blank(text))
        said = corrections.get(at, RowCorrection())
        room = sections.room if "room" in asked and not {**texts, **said.texts}.get("room") else ""
        texts |= {"room": room} if room else {}
        row = read_list_row(at, texts, readers, choices, said, above)
        row.headers = headers
        sections.tell_row(row, room)
        rows.append(row)
    return ReadList(rows, skipped, placed, unplaced, blanks, sections.names_alone)


def why_no_row(table: SheetTable, at: int, cells: tuple[str, ...], header: int) -> str:
    """Of WHY_SKIPPED; "" for a row that is one."""
    if is_totals_row(cells):
        return "totals"
    if is_header_again(cells, table.rows[header]):
        return "header"
    if is_footer(cells):
        return "footer"
    return "section" if is_section(cells, (place for row, place in table.merged if row == at)) else ""


class SectionReader:
    """Which rows are titles of those below, and what somebody said that they mean. Only a list of what stands in rooms asks."""

    def __init__(self, table: SheetTable, header: int, asked: Mapping[str, ImportColumn], choices: Choices):
        self.is_asked = "room" in asked
        self.is_full = usual_fullness(table.rows[header + 1 :]) >= FULL_ROW
        self.said = choices.words.get(SECTION_TITLE, {})
        self.room = self.open = ""
        self.names_alone: list[str] = []

    def why_alone(self, cells: tuple[str, ...], texts: Mapping[str, str]) -> str:
        """Of a row with one text: "number" where it only counts an empty row, "section" where rows usually say more."""
        text = only_text(cells)
        if text.isdigit() and not any(texts.values()):
            return "number"
        return SECTION_TITLE if text and self.is_asked and self.is_full else ""

    def is_row(self, cells: tuple[str, ...]) -> bool:
        return self.is_asked and self.said.get(next(filter(None, cells))) == "row"

    def begin_section(self, cells: tuple[str, ...], is_name: bool) -> None:
        text = next(filter(None, cells))
        meaning = self.said.get(text, "")
        if self.is_asked and is_name and not meaning:
            self.names_alone.append(text)
        if meaning != "within":
            self.room = name_in_section(text) if meaning == "room" else ""
            self.open = "" if meaning else text

    def tell_row(self, row: ListRow, room: str) -> None:
        """`room`: what was put in."""
        if room:
            row.notices.append((ROOM_OF_SECTION, {"text": room}))
        elif self.is_asked and self.open and not row.texts.get("room"):
            row.unknown.append(UnknownWord(SECTION_TITLE, self.open))


def says_only_merged(table: SheetTable, at: int, cells: tuple[str, ...]) -> bool:
    """A row of which only a merged cell from above says something is none of its own."""
    return bool(table.merged) and all((at, place) in table.merged for place, text in enumerate(cells) if text)


def read_list_row(
    number: int,
    texts: dict[str, str],
    readers: Mapping[str, "ColumnReader"],
    choices: Choices,
    said: RowCorrection,
    above: Mapping[str, str],
) -> ListRow:
    """`above`: what the row before says, for ditto marks."""
    texts = {**texts, **{name: text for name, text in said.texts.items() if name in readers}}
    dittos = {name: text for name, text in texts.items() if text.casefold() in DITTO_MARKS}
    texts |= {name: above[name] for name in dittos if above.get(name)}
    answers = {**choices.answers, **said.answers}
    row = ListRow(number, texts, answers=answers, is_left_out=said.is_left_out)
    for name, text in texts.items():
        column = readers[name].column
        if name in dittos:
            row.tell_ditto(name, column.kind.label, dittos[name])
        if name in row.open_columns:
            continue
        if is_error_of_excel(text) and choices.no_errors:
            continue
        if not is_blank(text):
            readers[name].read_into(row, text)
        elif choices.clears and column.kind.optional and not column.is_helper:
            row.given[name] = ""
    return row


@dataclass(frozen=True)
class CellReading:
    """What a text is read as: `given`, or what is wrong with it; None for a word that nobody understands yet."""

    given: str | None = ""
    sentence: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


class ColumnReader:
    """Reads the cells of one column: lists say the same thing over and over."""

    def __init__(self, column: ImportColumn, choices: Choices):
        said = {letters_of_word(word): value for word, value in choices.words.get(column.name, {}).items()}
        self.column, self.known = column, dict[str, CellReading]()
        self.text_of_cell = reader_of_input(
            column.kind, choices.habits, {**column.words, **said}, column.is_code
        )

    def read_into(self, row: ListRow, text: str) -> None:
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = self.read_text(text)
        if found.given in MEANS_NO_VALUE:
            row.is_left_out |= found.given == LEAVES_OUT
            return
        if found.sentence:
            row.refuse(self.column.name, found.sentence, **found.values)
        elif found.given is not None:
            row.given[self.column.name] = found.given
        else:
            row.unknown.append(UnknownWord(self.column.name, text))

    def read_text(self, text: str) -> CellReading:
        if is_error_of_excel(text):
            return CellReading("", ERROR_OF_EXCEL, {"text": text})
        try:
            given = self.text_of_cell(text)
        except WordUnknown:
            return CellReading(None)
        except Unreadable as error:
            return CellReading("", error.sentence, error.values)
        wrong = None if self.column.is_helper or given in MEANS_NO_VALUE else self.column.kind.mistake(given)
        if wrong:
            return CellReading(given, wrong[0], {"label": self.column.kind.label, **wrong[1]})
        return CellReading(given)
