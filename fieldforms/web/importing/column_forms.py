"""Where the columns of a list go: the page that asks, and what it posts."""

from collections.abc import Iterator
from dataclasses import replace

from flask import request

from fieldforms.errors import N_, Invalid
from fieldforms.flow.importing.choices import Choices
from fieldforms.flow.importing.file_bounds import ENCODINGS
from fieldforms.flow.importing.file_tables import SheetTable
from fieldforms.flow.importing.header_rows import FIRST_ROWS, LEFT_OUT, UNCLEAR, UNDECIDED
from fieldforms.flow.importing.import_kinds import header_of_column
from fieldforms.flow.importing.verdicts import OpenedList
from fieldforms.i18n import join_words, pick
from fieldforms.store.register import clients
from fieldforms.web import page
from fieldforms.web.access import actor

WHERE_TO = N_("请选择“%(column)s”这一列去哪里。")
TWO_TO_ONE = N_("“%(column)s”和“%(other)s”去同一个地方，只能有一列。")
NO_COLUMN_PLACED = N_("没有一列有去处，请至少选一列。")
INPUT_OF_COLUMN, INPUT_OF_FIXED = "column-{}", "fixed-{}"


def posted_choices(opened: OpenedList) -> Choices:
    """Raises Invalid where a column goes nowhere that somebody said, or two go to one place."""
    form = request.form
    names = {column.place: form.get(INPUT_OF_COLUMN.format(column.place), "") for column in opened.columns}
    wrong = list(mistakes_in_places(opened, names))
    if wrong:
        raise Invalid(wrong)
    return replace(
        opened.choices,
        header=opened.header,
        columns={str(place): destination for place, destination in names.items()},
        fixed={
            name: text
            for name in fixed_columns(opened)
            if (text := form.get(INPUT_OF_FIXED.format(name), ""))
        },
        clears=form.get("clears") == "1",
        day_order=form.get("day_order", "") if form.get("day_order") in ("dm", "md") else "",
        no_errors=opened.choices.no_errors,
        rough_days=form.get("rough_days") == "1",
        term_unit=form.get("term_unit", "") if form.get("term_unit") in ("year", "month") else "",
    )


def mistakes_in_places(opened: OpenedList, names: dict[int, str]) -> Iterator[tuple[str, str, dict]]:
    taken: dict[str, str] = {}
    allowed = {*opened.kind.columns, LEFT_OUT}
    for column in opened.columns:
        destination, called = names[column.place], name_of_sheet_column(column)
        if destination not in allowed:
            yield INPUT_OF_COLUMN.format(column.place), WHERE_TO, {"column": called}
        elif destination in taken:
            yield (
                INPUT_OF_COLUMN.format(column.place),
                TWO_TO_ONE,
                {"column": called, "other": taken[destination]},
            )
        elif destination != LEFT_OUT:
            taken[destination] = called
    if not taken and all(destination in allowed for destination in names.values()):
        yield INPUT_OF_COLUMN.format(opened.columns[0].place if opened.columns else 0), NO_COLUMN_PLACED, {}


def name_of_sheet_column(column) -> str:
    return column.header or letters_of_place(column.place)


def letters_of_place(place: int) -> str:
    """As spreadsheets call it: A, B, … AA."""
    before, at = divmod(place, 26)
    return (letters_of_place(before - 1) if before else "") + chr(65 + at)


def fixed_columns(opened: OpenedList) -> list[str]:
    return [name for name, column in opened.kind.columns.items() if column.is_fixed]


def reopened_choices(opened: OpenedList) -> Choices:
    """Another sheet, header row or encoding: the columns are looked at anew."""
    form = request.form
    sheet = form.get("sheet", opened.choices.sheet, int)
    encoding = form.get("encoding", "")
    changed = sheet != opened.choices.sheet or encoding != opened.choices.encoding
    header = form.get("header", opened.header + 1, int) - 1
    return Choices(
        sheet=sheet if 0 <= sheet < len(opened.tables) else 0,
        header=None if changed else min(max(header, 0), FIRST_ROWS - 1),
        encoding=encoding if encoding in ENCODINGS else "",
        fixed=opened.choices.fixed,
    )


def columns_context(opened: OpenedList) -> dict:
    """For the page."""
    posted = request.form
    return {
        "columns": [column_line(opened, column, posted) for column in opened.columns],
        "destinations": destinations_to_choose(opened),
        "sheets": [(at, name_of_sheet(table)) for at, table in enumerate(opened.tables)],
        "headers": [
            (at, text_of_head(row)) for at, row in enumerate(opened.table.rows[:FIRST_ROWS]) if any(row)
        ],
        "encodings": ENCODINGS if opened.table.encoding else (),
        "fixed": [fixed_line(opened, name) for name in fixed_columns(opened)],
        "kind_has_term": "warranty" in opened.kind.columns,
        "unknown": len(opened.undecided_columns),
    }


def column_line(opened: OpenedList, column, posted) -> dict:
    destination = posted.get(INPUT_OF_COLUMN.format(column.place), column.destination)
    return {
        "input": INPUT_OF_COLUMN.format(column.place),
        "name": name_of_sheet_column(column),
        "place": letters_of_place(column.place),
        "samples": [text[:40] for text in column.samples],
        "filled": column.filled,
        "destination": destination,
        "unclear": column.key in UNCLEAR and column.destination == UNDECIDED,
        "hint": opened.kind.columns[destination].hint if destination in opened.kind.columns else "",
    }


def destinations_to_choose(opened: OpenedList) -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups of (value, label)."""
    named = [(name, header_of_column(opened.kind.name, name, page.lang())) for name in opened.kind.columns]
    return [
        ("", [(UNDECIDED, page.say(N_("请选择"))), (LEFT_OUT, page.say(N_("不导入")))]),
        (page.say(opened.kind.label), named),
    ]


def name_of_sheet(table: SheetTable) -> str:
    rows = page.say(N_("%(n)s 行"), n=len(table.rows))
    hidden = page.say(N_("隐藏")) if table.is_hidden else ""
    return " · ".join(filter(None, (table.name, rows, hidden)))


def text_of_head(row: tuple[str, ...]) -> str:
    return join_words(dict.fromkeys(cell.replace("\n", " ") for cell in row if cell), page.lang())[:60]


def words_of_option(label: str | dict) -> str:
    """Of a choice's value: a message, a name, or a word in each language."""
    return page.say(pick(label, page.lang()))


def fixed_line(opened: OpenedList, name: str) -> dict:
    """What may be said once for all rows that say nothing there."""
    column = opened.kind.columns[name]
    options = (
        [(str(each.id), each.name) for each in clients.seen_by(actor().viewer)]
        if name == "client"
        else [(value, words_of_option(label)) for value, label in getattr(column.kind, "names", {}).items()]
    )
    return {
        "input": INPUT_OF_FIXED.format(name),
        "label": page.say(column.kind.label),
        "options": [("", [("", page.say(N_("每行自己写"))), *options])],
        "chosen": request.form.get(INPUT_OF_FIXED.format(name), opened.choices.fixed.get(name, "")),
    }
