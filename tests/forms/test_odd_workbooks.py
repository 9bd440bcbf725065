"""Workbooks as people write them, read whole as a person's would be: none is a traceback, what comes out can be published, and
nothing of a question is dropped without its place being named.
"""

import pytest

from fieldforms.cli import workbooks
from fieldforms.errors import Problem
from fieldforms.forms import loading, toml, xlsform
from fieldforms.forms.checker import check
from tests.forms.tiny import in_words
from tests.workbooks import CHOICES, EN, ZH, made, question

pytest.importorskip("pyxform")

BEGIN, END = {"type": "begin group", "name": "g", ZH: "组", EN: "Group"}, {"type": "end group"}
ROWS, END_ROWS = {"type": "begin repeat", "name": "r", ZH: "行", EN: "Rows"}, {"type": "end repeat"}
WHO, N = question("text", "who"), question("integer", "n")
ONE, MANY = question("select_one yn", "one"), question("select_multiple yn", "many")
LONG = "很长" * 300


def group(**said) -> dict:
    return BEGIN | said


def asked(kind: str = "text", **said) -> list[dict]:
    """The question `bad`, behind those that its conditions may look at."""
    return [WHO, N, ONE, MANY, question(kind, "bad", **said)]


ODD: dict[str, list[dict]] = {
    # A group with readonly, required or constraint, alone and nested
    **{
        f"a group that is {word}, {depth}": [WHO, *[group(name=f"g{n}", **({word: said} if n == depth else {})) for n in range(depth + 1)], ONE,
                                             *[END] * (depth + 1)]
        for word, said in {"read_only": "yes", "required": "yes", "constraint": ". > 3", "relevant": "${who} = 'x'", "appearance": "field-list"}.items()
        for depth in (0, 1, 2)
    },
    **{f"rows that are {word}": [ROWS | {word: said}, WHO, END_ROWS] for word, said in {"read_only": "yes", "required": "yes", "constraint": ". > 3", "relevant": "1 = 1"}.items()},
    "a group in rows that is read-only": [ROWS, group(read_only="yes"), WHO, END, END_ROWS],
    "rows in a group that is required": [group(required="yes"), ROWS, WHO, END_ROWS, END],
    "rows in rows": [ROWS, WHO, ROWS | {"name": "inner"}, ONE, END_ROWS, END_ROWS],
    "an empty group": [WHO, BEGIN, END],
    "empty rows": [WHO, ROWS, END_ROWS],
    "a group without a name": [WHO, {"type": "begin group", "label": "组"}, ONE, END],
    "begin_group and end_group": [{"type": "begin_group", "name": "g", ZH: "组"}, WHO, {"type": "end_group"}],
    "rows that are counted by a question": [N, ROWS | {"repeat_count": "${n}"}, WHO, END_ROWS],
    "rows that are counted by nothing": [ROWS | {"repeat_count": "0"}, WHO, END_ROWS],
    "rows that are counted by more than there may be": [ROWS | {"repeat_count": "100000"}, WHO, END_ROWS],
    # required and read-only with nothing to fill it
    **{f"{kind} required and read-only": asked(kind, required="yes", read_only="yes") for kind in ("text", "integer", "date", "select_one yn", "select_multiple yn", "image", "note")},
    "required and read-only with a default": asked(required="yes", read_only="yes", default="x"),
    "required and read-only with a calculation": asked(required="yes", read_only="yes", calculation="${n} + 1"),
    "required and read-only with a default that is none": asked("integer", required="yes", read_only="yes", default="drei"),
    "required and read-only in rows": [ROWS, question("text", "bad", required="yes", read_only="yes", default="x"), END_ROWS],
    "required when, read-only if": asked(required="${n} > 3", read_only="${n} > 3"),
    # types by other names
    **{f"type {name}": asked(name) for name in (
        "string", "int", "datetime", "dateTime", "DATETIME", "trigger", "phone number", "photo", "gps", "barcode", "Text", "  text  ", "acknowledge",
        "time", "audit", "calculate", "hidden", "range", "rank yn", "select one from yn", "select1 yn", "select all that apply from yn", "image", "file",
        "geopoint", "csv-external", "xml-external", "percentage", "username", "moon", "select_one_from_file moon.csv", "select_one ${r}", "",
    )},
    # one bad condition
    **{f"relevant {said}": asked(relevant=said) for said in (
        "${bad} = 'x'", "${nobody} = 'x'", "${", "((", "1 = 2", "true()", "false()", "${many} = 'yes'", "${many} = 'yes no'", "not(${one} = 'yes')",
        "${one} = 'moon'", "${n} = 1 or ${n} = 2", "${n} = 1 or ${who} = 'x'", "${n} > 1 and ${n} < 1", "selected(${many}, 'yes') or selected(${many}, 'no')",
        "selected(${many}, ${who})", "count-selected(${many}) > 1", "${one}", "string-length(${who}) > 3", "regex(${who}, '[a-z]+')", "${n}=1or${n}=2",
        "${n} = '1'", "${who} = 1", "'x' = ${who}", "${one} != 'yes'", "if(${n} > 1, true(), false())", "${n} = 1 and (${one} = 'yes' or ${one} = 'no')",
        "\u201c${one}\u201d = \u2018yes\u2019", "${n} ＝ 1", LONG,
    )},
    **{f"constraint {said}": asked("integer", constraint=said) for said in (
        ". > 3", ". > 3 and . < 2", "${n} > 3", "regex(., '[0-9]+')", ". != 3", ". >= -5", ". < 1.5", "((", ". = 3", "true()", ". > 3 or . < 1", "3 < .", ". >= 1e99",
    )},
    "a text's limit": asked(constraint="string-length(.) < 10", constraint_message="太长"),
    "a day's limit": asked("date", constraint=". <= today()"),
    "two that look at each other": [question("text", "a", relevant="${b} = 'x'"), question("text", "b", relevant="${a} = 'x'")],
    "a section that looks into itself": [group(relevant="${who} = 'x'"), WHO, END],
    # defaults, looks and all else beside
    **{f"default {said}": asked(kind, default=said) for said, kind in {
        "x": "integer", "3": "integer", "3.5": "integer", "yes": "select_one yn", "moon": "select_one yn", "yes moon": "select_multiple yn", "2026-02-31": "date",
        "today()": "date", "now()": "dateTime", "${who}": "text", "uuid()": "text", LONG: "text", "1e400": "decimal",
    }.items()},
    "a bit of everything beside": asked(hint="提示", appearance="w1 minimal", parameters="rows=3", media="a.png", **{"guidance_hint": "g", "bind::x": "y", "autoplay": "audio", "note": "n"}),
    "a filter of choices": asked("select_one yn", choice_filter="name = ${one}"),
    "a name that is none of ours": [WHO, question("text", "Straße-Ünï.Nr_1"), question("text", "csrf_token"), question("text", "next"), question("text", "WHO")],
    "a name of digits": [WHO, question("text", "_1")],
    "a very long name": [WHO, question("text", "x" * 200)],
    "a label that is a formula": [question("text", "bad", "=1+1", "=cmd|' /C calc'!A0")],
    "no label at all": [{"type": "text", "name": "bad"}],
    "a label of blanks": [{"type": "text", "name": "bad", ZH: "  \u200b ", EN: "\u3000"}],
    "a label that cites another": [WHO, question("text", "bad", "${who} 好吗", "Is ${who} well?")],
    "a label with markup": [question("text", "bad", "**粗** <span style='color:red'>红</span> &amp; \"引\"")],
    "a very long label": [question("text", "bad", LONG, LONG)],
    "nothing but calculations": [{"type": "calculate", "name": "c", "calculation": "1 + 1"}],
    "nothing but notes": [question("note", "c")],
    "nothing": [],
}  # fmt: skip

CARRIED = {  # column of the workbook → where it may stand in a field of ours
    "required": ("required",),
    "relevant": ("relevant",),
    "constraint": ("constraint",),
    "read_only": ("read_only",),
    "default": ("default", "from"),
    "hint": ("hint",),
}
SILENT = {"type", "name", ZH, EN, "label", "repeat_count"}  # the field itself


def imported(path):
    """(data, [(place, sentence)]), as `fieldforms import-form` reads it."""
    survey, dropped = workbooks.read_workbook(path)
    found = xlsform.import_survey(survey, "odd")
    return found.data, in_words([*dropped, *found.left])


def fields_of(items) -> list[dict]:
    return [each for item in items for each in (item, *fields_of(item.get("field", ())))]


@pytest.mark.parametrize("survey", ODD.values(), ids=ODD)
def test_no_odd_workbook_is_a_traceback_and_nothing_is_dropped_unsaid(tmp_path, survey):
    try:
        data, left = imported(made(tmp_path / "odd.xlsx", survey, CHOICES, form_id="odd"))
    except Problem as refused:
        assert refused.sentence and not survey
        return
    text = toml.dumps(data, "")
    assert check(loading.definition_of_text(text)) == [] or not fields_of(data["section"])
    ours = {each["name"]: each for each in fields_of(data["section"])}
    for row in survey:
        name = str(row.get("name") or "")
        if name:
            tell_of_row(row, name, ours.get(name.lower()), left)


NO_LOSS = ("不能填负数", "名称改为", "文字里引用了")


def tell_of_row(row, name: str, ours, left) -> None:
    """Each thing it says came along, or is named: as many sentences as there are losses."""
    about = [
        sentence
        for place, sentence in left
        if (name in place.split(" › ") or place.startswith(("survey", "choices")))
        and not sentence.startswith(NO_LOSS)
    ]
    if any(place.endswith(name) and sentence.startswith("名称改为") for place, sentence in left):
        return  # it is there, called otherwise
    if ours is None and not row["type"].startswith("begin"):
        assert about, f"{name} is gone unsaid"
        return  # with all that it said
    silent = SILENT | {"read_only"} if row["type"] == "note" else SILENT
    lost = [
        column
        for column in row.keys() - silent
        if str(row[column]).strip().lower() not in ("", "no")
        and not (ours and any(word in ours for word in CARRIED.get(column, ())))
    ]
    assert len(about) >= len(lost), f"of {lost} of {name} only this is said: {about}"
