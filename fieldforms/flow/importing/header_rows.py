"""Which row of a sheet names its columns, and where each of them goes: by the names that a register's columns have in lists.

Pure. What is recognised is a proposal; what is not is asked for, and so is what may mean two things.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldforms.flow.importing.file_tables import SheetTable
from fieldforms.flow.register.column_headers import ROW_NUMBER_HEADERS, UNCLEAR_HEADERS

FIRST_ROWS = 20  # where the header row is looked for (field-data.md §7)
LEFT_OUT, UNDECIDED = "-", ""  # destinations: not imported; nobody has said
DROPPED = re.compile(r"[\s()（）\[\]【】*:：._\-/、#]+")
IN_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]")
TOTALS = re.compile(
    r"(?:合计|总计|小计|共计|累计|总数|total|subtotal|grandtotal|sum)(?:[\d(（:：台套件元].*)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SheetColumn:
    """A column of the file. `key`: of its header, to remember it by. `samples`: what stands in it first. `destination`: where it
    goes: a column's name, LEFT_OUT or UNDECIDED."""

    place: int
    header: str
    key: str
    samples: tuple[str, ...]
    filled: int
    destination: str = UNDECIDED


def key_of_header(text: str) -> str:
    """By what two headers are one: 资产编号, “资产 编号：”, ＡＳＳＥＴ no."""
    return DROPPED.sub("", unicodedata.normalize("NFKC", text).casefold())


ROW_NUMBERS = {key_of_header(header) for header in ROW_NUMBER_HEADERS} | {""}
MEASURE_HEADER = "单位"  # may be a client, too: what stands in it tells
MEASURES = frozenset("台 个 套 只 件 块 支 条 把 张 付 副 组 面 部 对 根 米 卷 盒 箱 pcs set".split())
UNCLEAR = {key_of_header(header) for header in UNCLEAR_HEADERS}


def destination_of_header(text: str, names: Mapping[str, str]) -> str:
    """`names`: key → column. With what stands in brackets, else without: 单价（元）."""
    if not text:
        return UNDECIDED
    for each in (text, IN_BRACKETS.sub("", text)):
        found = names.get(key_of_header(each), UNDECIDED)
        if found:
            return found
    return UNDECIDED


def row_of_headers(table: SheetTable, names: Mapping[str, str]) -> int:
    """The row (from 0) with the most names that are known, the first of equals; else the first with two texts."""
    head = table.rows[:FIRST_ROWS]
    hits = [count_of_headers(table, at, names) for at in range(len(head))]
    most = max(hits, default=0)
    if most:
        return hits.index(most)
    return next((at for at, row in enumerate(head) if sum(map(bool, row)) > 1), 0)


def count_of_headers(table: SheetTable, at: int, names: Mapping[str, str]) -> int:
    """Different names in the row; where one stands there, those above its empty cells count, too: the lower of two header rows
    says 楼栋, 房间 below 安装位置, and nothing below the others."""
    own = [destination_of_header(cell, names) for cell in table.rows[at]]
    if not any(own):
        return 0
    places = range(len(table.rows[at]))
    return len({destination_of_header(header_at(table, at, place), names) for place in places} - {UNDECIDED})


def header_at(table: SheetTable, header: int, place: int) -> str:
    """Where the header row says nothing, a merged one above may: 安装 over 楼栋 and 房间."""
    return table.rows[header][place] or (table.rows[header - 1][place] if header else "")


def columns_of_sheet(
    table: SheetTable,
    header: int,
    names: Mapping[str, str],
    decided: Mapping[str, str],
    remembered: Mapping[str, str],
) -> list[SheetColumn]:
    """Those that say anything. `decided`: place → destination, as chosen for this file; `remembered`: key → destination of earlier ones."""
    found: list[SheetColumn] = []
    taken: set[str] = set()
    for place in range(len(table.rows[header]) if table.rows else 0):
        column = sheet_column(table, header, place)
        if not column.header and not column.filled:
            continue
        destination = decided.get(str(place))
        if destination is None:
            destination = proposed_destination(column, names, remembered)
            destination = UNDECIDED if destination in taken else destination
        taken |= {destination} - {LEFT_OUT, UNDECIDED}
        found.append(SheetColumn(**{**vars(column), "destination": destination}))
    return found


def proposed_destination(column: SheetColumn, names: Mapping[str, str], remembered: Mapping[str, str]) -> str:
    if not column.filled:
        return LEFT_OUT
    if column.key in remembered:
        return remembered[column.key]
    if column.key == MEASURE_HEADER and "unit" in names.values() and set(column.samples) <= MEASURES:
        return "unit"
    if column.key in ROW_NUMBERS and (column.header or is_row_number(column)):
        return LEFT_OUT
    return destination_of_header(column.header, names)


def is_row_number(column: SheetColumn) -> bool:
    return all(text.isdigit() for text in column.samples)


def sheet_column(table: SheetTable, header: int, place: int) -> SheetColumn:
    text = header_at(table, header, place)
    texts = [row[place] for row in table.rows[header + 1 :] if row[place] and not says_one_thing(row)]
    samples = tuple(dict.fromkeys(texts))[:3]
    return SheetColumn(place, " ".join(text.split()), key_of_header(text), samples, len(texts))


def says_one_thing(row: tuple[str, ...]) -> bool:
    """A section over all columns is no sample of any."""
    return len(row) > 1 and len(set(row)) == 1


# Rows that are none


def is_totals_row(row: Iterable[str]) -> bool:
    """合计, Total: what its first text begins with, beside a number that counts the rows."""
    texts = ("".join(unicodedata.normalize("NFKC", cell).split()) for cell in row if cell)
    first = next((text for text in texts if not text.isdigit()), "")
    return bool(TOTALS.match(first))


SECTION_STARTS = re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]")
NUMBER_OF_SECTION = re.compile(rf"(?:{SECTION_STARTS.pattern}|\d{{1,2}}\s*[、．]|\d{{1,2}}[.]\s)\s*")
FULL_ROW = 3  # cells: in a list whose rows say so much, a text alone in its row is hardly one of them
FOOTER = re.compile(
    r"(?:填表|制表|填报|编制|审核|审批|批准|复核|核对|校对|经办|盘点)(?:人|者|单位|日期|时间)?(?:\(签[字名]\))?:|第\d+页[,，]?共\d+页\Z|(?:preparedby|checkedby|approvedby):"
)
NOTE_BELOW = re.compile(r"(?:备注|说明|注|日期|填表说明|note|remarks?|date):")


def is_footer(row: Iterable[str]) -> bool:
    """填表人：张三 日期…: what its first text begins with; a note below the table stands alone in its row."""
    texts = list(dict.fromkeys(cell for cell in row if cell))
    first = "".join(unicodedata.normalize("NFKC", texts[0]).casefold().split()) if texts else ""
    return bool(FOOTER.match(first)) or (len(texts) == 1 and bool(NOTE_BELOW.match(first)))


def is_section(row: tuple[str, ...], merged: Iterable[int]) -> bool:
    """一、听松会议室: one text over all columns, or alone in its row and numbered so. `merged`: places that a merged cell fills."""
    places = [place for place, text in enumerate(row) if text]
    if len({row[place] for place in places}) != 1:
        return False
    is_over_all = len(row) > 1 and len(places) == len(row) and set(places[1:]) <= set(merged)
    return is_over_all or bool(SECTION_STARTS.match(row[places[0]]))


def name_in_section(text: str) -> str:
    """一、听松会议室： is 听松会议室."""
    return NUMBER_OF_SECTION.sub("", text, count=1).strip(" :：\n") or text


def usual_fullness(rows: Iterable[tuple[str, ...]]) -> int:
    """How many cells say something in the middle one of the rows that say anything."""
    counts = sorted(filter(None, (sum(map(bool, row)) for row in rows)))
    return counts[len(counts) // 2] if counts else 0


def only_text(row: Iterable[str]) -> str:
    """What stands alone in its row; "" where several do."""
    texts = [cell for cell in row if cell]
    return texts[0] if len(texts) == 1 else ""


def is_header_again(row: tuple[str, ...], header: tuple[str, ...]) -> bool:
    """Printed lists repeat their header on every page."""
    return row == header
