"""What becomes of a list's rows, in words: lines for the page, and what the page posts about them."""

from collections.abc import Iterable
from typing import Any

from flask import request

from fieldforms.errors import N_
from fieldforms.flow.importing import imports, verdicts
from fieldforms.flow.importing.choices import MADE_NEW, RowCorrection
from fieldforms.flow.importing.device_ports import PORTS_ASKED
from fieldforms.flow.importing.device_rows import QUANTITY_ASKED, TWIN_ASKED
from fieldforms.flow.importing.import_kinds import header_of_column
from fieldforms.flow.importing.list_rows import SECTION_TITLE, ListRow, UnknownWord
from fieldforms.flow.importing.verdicts import Verdicts
from fieldforms.forms.kinds import clean_text
from fieldforms.forms.reading import read_id
from fieldforms.web import inputs, page
from fieldforms.web.importing.column_forms import words_of_option

STATES = {
    "refused": (N_("要改"), "bad"),
    "ask": (N_("要回答"), "open"),
    "new": (N_("新建"), "done"),
    "changed": (N_("有变化"), "wait"),
    "same": (N_("没有变化"), "plain"),
    "left_out": (N_("不导入"), "plain"),
}
ROW_BY_ROW = "rows"  # nothing is said of the whole file, or no more
QUESTIONS = {
    QUANTITY_ASKED: (
        N_("数量大于一"),
        (
            ("each", N_("每台登记一条")),
            ("one", N_("登记一条，数量写进备注")),
            (ROW_BY_ROW, N_("逐行回答")),
        ),
    ),
    TWIN_ASKED: (
        N_("同一个房间里已有同名同型号的设备"),
        (("same", N_("就是那一台")), ("new", N_("是另一台，新登记")), (ROW_BY_ROW, N_("逐行回答"))),
    ),
    PORTS_ASKED: (
        N_("接口没写是输入还是输出"),
        (
            ("read", N_("按设备类别登记：话筒、摄像机、音源、服务器、中控算输出，其余算输入")),
            ("words", N_("没写的只留作文字")),
            (ROW_BY_ROW, N_("逐行回答")),
        ),
    ),
}
HABIT_QUESTIONS = {
    "rough_days": (
        N_("日期只写到月或年"),
        (("1", N_("算那一月或一年的第一天（安装日期标明是估计的）")), (ROW_BY_ROW, N_("逐行改"))),
    ),
    "day_order": (
        N_("3/4/2024 这样的日期"),
        (("dm", N_("日在前：4 月 3 日")), ("md", N_("月在前：3 月 4 日")), (ROW_BY_ROW, N_("逐行改"))),
    ),
    "no_errors": (
        N_("格子里是公式出的错（#N/A 之类）"),
        (("1", N_("都当作空着")), (ROW_BY_ROW, N_("逐行改"))),
    ),
    "term_unit": (
        N_("质保期只写了数字"),
        (("year", N_("是年")), ("month", N_("是月")), (ROW_BY_ROW, N_("逐行改"))),
    ),
}
FLAGS_OF_HABITS = ("rough_days", "no_errors")
WHY_SKIPPED = {
    "title": N_("标题"),
    "totals": N_("合计"),
    "header": N_("重复的表头"),
    "section": N_("分节标题"),
    "footer": N_("表尾"),
    "number": N_("只有序号的空行"),
}
ROWS_ON_PAGE = 25
OPEN_STATES = ("refused", "ask")
GATHERED = {
    "all": lambda row: True,
    "open": lambda row: row.state in OPEN_STATES,
    "doubted": lambda row: bool(row.doubts) and not row.is_left_out,
}
WORDS_OF_GATHERED = {"all": N_("全部"), "open": N_("要处理"), "doubted": N_("请核对")}
BESIDE_PAGE = ("before", "behind")
MOST_TEXT = 2000


def shown_state(found: Verdicts, asked: str) -> str:
    """What the page is narrowed to: what is asked for, else what needs somebody, else all."""
    if asked in (*STATES, *GATHERED):
        return asked
    return "open" if found.counts["refused"] + found.counts["ask"] else "all"


def rows_shown(found: Verdicts, show: str) -> list[ListRow]:
    gathered = GATHERED.get(show)
    return [row for row in found.rows if (gathered(row) if gathered else row.state == show)]


def states_of_rows(found: Verdicts) -> list[tuple[str, str, int]]:
    """(name, words, how many)."""
    return [
        (name, page.say(words), found.counts[name])
        for name, (words, _tone) in STATES.items()
        if found.counts[name]
    ]


def gathered_ways(found: Verdicts) -> list[tuple[str, str, int]]:
    """What rows of several states have in common, where there are such."""
    counted = [(name, len(rows_shown(found, name))) for name in GATHERED]
    return [(name, page.say(WORDS_OF_GATHERED[name]), n) for name, n in counted if n or name == "all"]


def page_beside(found: Verdicts, show: str, way: str) -> int:
    """The page with the row next to those that were posted, `way` of BESIDE_PAGE: what was mended on them may be shown no more,
    and the others have moved up."""
    rows = rows_shown(found, shown_state(found, show))
    posted = [number for text in request.form.getlist("row") if (number := read_id(text)) is not None]
    before = sum(1 for row in rows if row.number < min(posted, default=0))
    until = sum(1 for row in rows if row.number <= max(posted, default=0))
    at = until if way == "behind" else before - 1
    return max(at, 0) // ROWS_ON_PAGE + 1


def line_of_row(found: Verdicts, row: ListRow, hanging: dict[int, tuple[str, int]]) -> dict:
    words, tone = STATES[row.state]
    label, drafts = hanging.get(row.known.id, ("", 0)) if row.known else ("", 0)
    return {
        "number": row.number,
        "title": imports.title_of_row(found.opened.kind, row),
        "badge": page.say(words),
        "tone": tone,
        "changes": list(changes_in_words(found, row)) if row.state == "changed" else [],
        "said": list(said_in_words(found, row)) if row.state in ("new", *OPEN_STATES) else [],
        "mistakes": [mistake_line(found, row, each) for each in row.mistakes],
        "words": [each.word for each in row.unknown],
        "asks": [ask_line(row, each) for each in row.asks],
        "notices": [page.say(sentence, **inputs.in_words(values)) for sentence, values in row.notices],
        "doubts": [page.say(sentence, **inputs.in_words(values)) for sentence, values in row.doubts],
        "copies": row.copies,
        "left_out": row.is_left_out,
        "label": label,
        "drafts": drafts,
    }


def label_of_column(found: Verdicts, name: str) -> str:
    if name == SECTION_TITLE:
        return page.say(WHY_SKIPPED[SECTION_TITLE])
    columns = found.opened.kind.columns
    return header_of_column(found.opened.kind.name, name, page.lang()) if name in columns else ""


def words_of_text(found: Verdicts, name: str, text: str) -> str:
    column = found.opened.kind.columns[name]
    is_plain = column.is_helper and not getattr(column.kind, "names", None)
    return text if is_plain else column.kind.text_in_words(text, page.lang())


def changes_in_words(found: Verdicts, row: ListRow) -> Iterable[tuple[str, str, str]]:
    """(label, before, after)."""
    for name, (before, after) in {**row.aside.get("changes", {}), **row.changes}.items():
        before, after = (words_of_text(found, name, text) or "—" for text in (before, after))
        yield label_of_column(found, name), before, after


def said_in_words(found: Verdicts, row: ListRow) -> Iterable[tuple[str, str]]:
    """(label, words) of what will be written of a new row."""
    place = row.aside.get("place")
    told = {**row.given, **({"room": place.name} if place is not None else {})}
    for name, text in told.items():
        if text and name not in ("site", "building", "floor", "unit", "qty", "id", "warranty"):
            yield label_of_column(found, name), words_of_text(found, name, text)


def mistake_line(found: Verdicts, row: ListRow, mistake) -> dict:
    values = {name: page.say(value) if name == "label" else value for name, value in mistake.values.items()}
    sentence = page.say(mistake.sentence, **values)
    column = found.read.placed.get(mistake.column)
    return {
        "input": f"c-{row.number}-{mistake.column}",
        "label": label_of_column(found, mistake.column),
        "header": column.header if column else "",
        "text": mistake.text,
        "sentence": sentence,
    }


def ask_line(row: ListRow, question: str) -> dict:
    label, options = QUESTIONS[question]
    return {
        "input": f"a-{row.number}-{question}",
        "label": page.say(label),
        "about": what_is_asked_about(row, question),
        "options": [
            (
                "",
                [
                    ("", page.say(N_("请选择"))),
                    *((value, page.say(words)) for value, words in options if value != ROW_BY_ROW),
                ],
            )
        ],
    }


def what_is_asked_about(row: ListRow, question: str) -> str:
    """Of ports the row's notices tell it."""
    if question == QUANTITY_ASKED:
        return row.given.get("qty", "")
    twin = row.aside.get("twin") if question == TWIN_ASKED else None
    return " · ".join(filter(None, (twin.name, twin.serial, twin.asset_no))) if twin else ""


# What is asked once for all rows


def word_lines(found: Verdicts) -> list[dict]:
    return [word_line(found, word, numbers) for word, numbers in found.unknown_words.items()]


def word_line(found: Verdicts, unknown: UnknownWord, numbers: list[int]) -> dict:
    options = [(value, words_of_option(label)) for value, label in found.keeper.options_of_word(unknown)]
    made = [(MADE_NEW, page.say(N_("新建")))] if unknown.column in found.keeper.can_be_made else []
    return {
        "key": f"{unknown.column}\n{unknown.word}",
        "column": label_of_column(found, unknown.column),
        "word": unknown.word,
        "rows": numbers,
        "is_section": unknown.column == SECTION_TITLE,
        "is_made": bool(made),
        "chosen": found.keeper.proposal_of_word(unknown),
        "options": [
            ("", [("", page.say(N_("请选择"))), *made]),
            (label_of_column(found, unknown.column), options),
        ],
    }


def question_lines(found: Verdicts) -> list[dict]:
    return [
        {**question_line(found, name), "rows": numbers}
        for name, numbers in {**found.habits_asked, **found.asks}.items()
    ]


def question_line(found: Verdicts, name: str) -> dict:
    """`chosen`: what was answered so far, `words`: how that is called."""
    label, options = (QUESTIONS | HABIT_QUESTIONS)[name]
    chosen, said = chosen_answer(found, name), [(value, page.say(words)) for value, words in options]
    return {
        "input": f"answer-{name}",
        "label": page.say(label),
        "options": said,
        "chosen": chosen,
        "words": dict(said).get(chosen, ""),
    }


def chosen_answer(found: Verdicts, name: str) -> str:
    choices = found.opened.choices
    if name in QUESTIONS:
        return choices.answers.get(name, "")
    said = getattr(choices, name)
    return said if isinstance(said, str) else "1" if said else ""


def answered_lines(found: Verdicts) -> list[dict]:
    """What was said of all rows, to be taken back until it is written."""
    asked = {**found.habits_asked, **found.asks}
    lines = [question_line(found, name) for name in {**HABIT_QUESTIONS, **QUESTIONS} if name not in asked]
    return [line for line in lines if line["chosen"]]


# What the page posts


def posted_corrections() -> dict[int, RowCorrection]:
    """Of the rows that the page showed."""
    found: dict[int, RowCorrection] = {}
    for text in request.form.getlist("row"):
        if (number := read_id(text)) is not None:
            found[number] = RowCorrection(
                texts_posted(f"c-{number}-"),
                texts_posted(f"a-{number}-"),
                request.form.get(f"out-{number}") == "1",
            )
    return found


def texts_posted(prefix: str) -> dict[str, str]:
    return {
        name.removeprefix(prefix): clean_text(text)[:MOST_TEXT]
        for name, text in request.form.items()
        if name.startswith(prefix)
    }


def answered_word_lines(found: Verdicts) -> list[dict]:
    """What was said of single words, to be taken back until it is written."""
    return [
        {
            "key": f"{each.column}\n{each.word}",
            "column": label_of_column(found, each.column),
            "word": each.word,
            "words": meaning_in_words(found, each),
        }
        for each in found.answered_words
    ]


def meaning_in_words(found: Verdicts, said: UnknownWord) -> str:
    value = found.opened.choices.words[said.column][said.word]
    if value == MADE_NEW:
        return page.say(N_("新建"))
    return words_of_option(dict(found.keeper.options_of_word(said)).get(value, value))


def posted_words(found: Verdicts) -> dict[str, dict[str, str]]:
    """Column → word → value, of those that the list asks and the page offers; "" of the one that is to be asked again. `do=make`:
    what can be made, is."""
    makes = request.form.get("do") == "make"
    said = dict(zip(request.form.getlist("word"), request.form.getlist("meaning"), strict=False))
    words: dict[str, dict[str, str]] = {}
    again = request.form.get("again", "").replace("\r\n", "\n")
    if again in {line["key"] for line in answered_word_lines(found)}:
        column, _, word = again.partition("\n")
        words[column] = {word: ""}
    for line in word_lines(found):
        offered = {value for _group, options in line["options"] for value, _label in options}
        value = said.get(line["key"].replace("\n", "\r\n")) or said.get(line["key"], "")
        value = value or (MADE_NEW if makes and line["is_made"] else "")
        if value and value in offered:
            column, _, word = line["key"].partition("\n")
            words.setdefault(column, {})[word] = value
    return words


def posted_answers() -> dict[str, str]:
    answers = {name: request.form.get(f"answer-{name}", "") for name in QUESTIONS}
    meant = {name: value for name, value in answers.items() if value in dict(QUESTIONS[name][1])}
    return {name: "" if value == ROW_BY_ROW else value for name, value in meant.items()}


def posted_habits() -> dict[str, Any]:
    """As the file's choices keep them: what the columns' page asks, too."""
    said = {name: request.form.get(f"answer-{name}", "") for name in HABIT_QUESTIONS}
    offered = {name: dict(HABIT_QUESTIONS[name][1]) for name in said}
    meant = {
        name: "" if value == ROW_BY_ROW else value for name, value in said.items() if value in offered[name]
    }
    return {name: bool(value) if name in FLAGS_OF_HABITS else value for name, value in meant.items()}


def verdicts_context(found: Verdicts) -> dict:
    """For the page."""
    show = shown_state(found, request.args.get("show", ""))
    rows = rows_shown(found, show)
    pages = max(1, -(-len(rows) // ROWS_ON_PAGE))
    at = min(max(request.args.get("page", 1, int), 1), pages)
    on_page = rows[(at - 1) * ROWS_ON_PAGE : at * ROWS_ON_PAGE]
    hanging = verdicts.labels_and_drafts(
        [row for row in found.rows if row.state == "changed"], getattr(found.keeper, "worn", {})
    )
    return {
        "found": found,
        "show": show,
        "at": at,
        "pages": pages,
        "lines": [line_of_row(found, row, hanging) for row in on_page],
        "words": word_lines(found)[:ROWS_ON_PAGE],
        "more_words": max(0, len(found.unknown_words) - ROWS_ON_PAGE),
        "can_make": any(line["is_made"] for line in word_lines(found)),
        "questions": question_lines(found),
        "answered": answered_lines(found),
        "answered_words": answered_word_lines(found),
        "states": states_of_rows(found),
        "ways": [*gathered_ways(found), *states_of_rows(found)],
        "skipped": [(each.number, page.say(WHY_SKIPPED[each.why]), each.text) for each in found.read.skipped],
        "to_make": [(label_of_column(found, each.column), each.word) for each in found.to_make],
        "ready": found.are_ready,
        "n": len(found.rows_to_write),
    }
