"""Workbooks become forms: what our kinds can say comes along, all else is named with its place."""

import tomllib

import pytest

from fieldforms.forms import loading, toml, xlsform
from fieldforms.forms.checker import check
from fieldforms.forms.loading import LIBRARY
from fieldforms.forms.xlsform import conditions, tables, xpath
from tests.forms.tiny import in_words
from tests.workbooks import EN, ZH, made, question

pyxform = pytest.importorskip("pyxform.xls2json")


@pytest.fixture
def convert(tmp_path):
    """`convert(row, …)` gives (definition, [(place, sentence)]); what is converted always goes through TOML."""

    def run(*survey, keys=(), numbers=(), **settings):
        path = made(
            tmp_path / "visit.xlsx",
            list(survey),
            **({"form_id": "key-loan", "form_title": "钥匙"} | settings),
        )
        found = xlsform.import_survey(
            pyxform.parse_file_to_json(str(path), warnings=[]), "visit", keys, numbers
        )
        text = toml.dumps(found.data, "由 visit.xlsx 转来。")
        assert tomllib.loads(text) == found.data
        return loading.definition_of_text(text), in_words(found.left)

    return run


def said(left, place: str) -> list[str]:
    return [sentence for where, sentence in left if where == place]


YES_NO = question("select_one yn", "ok", "好吗", "All well?")


def test_a_whole_workbook_comes_along_and_can_be_published(convert):
    definition, left = convert(
        question("text", "borrower", "借用人", "Borrower", required="yes", **{"hint::中文 (zh)": "姓名"}),
        {"type": "begin group", "name": "visit", ZH: "来访", EN: "Visit"},
        question("select_one yn", "ok", "好吗", "All well?", default="yes", required="true()"),
        question("select_multiple yn", "which", "哪些", "Which", relevant="${ok} = 'no'"),
        question("integer", "n", "几把", "Keys", constraint=". >= 1 and . <= 10", default="3"),
        {"type": "end group"},
        {"type": "begin repeat", "name": "keys", ZH: "钥匙", EN: "Keys"},
        question("text", "key", "钥匙", "Key", required="yes"),
        question("select_one yn", "spare", "备用", "Spare", relevant="${key} != ''"),
        {"type": "end repeat"},
        question("note", "read", "请看", "Read"),
        question("image", "pic", "照片", "Photo"),
        question("dateTime", "at", "时间", "When", default="now()"),
        question("date", "day", "日期", "Day", default="today()", read_only="yes"),
        question("decimal", "weight", "重", "Weight", constraint=". >= 0.5"),
    )
    assert check(definition) == []
    fields = definition.fields
    assert [section.name for section in definition.sections] == ["part", "visit", "part_2"]
    assert definition.section("visit").label == {"zh": "来访", "en": "Visit"}
    assert {name: field.type for name, field in fields.items()} == {
        "borrower": "text", "ok": "select_one", "which": "select_multiple", "n": "integer", "keys": "repeat",
        "read": "note", "pic": "photos", "at": "datetime", "day": "date", "weight": "decimal",
    }  # fmt: skip
    assert fields["borrower"].required is True
    assert fields["borrower"].hint == {"zh": "姓名", "en": "姓名"}
    assert fields["ok"].default == "yes"
    assert fields["ok"].choice("no").label == {"zh": "否", "en": "No"}
    assert fields["which"].relevant == {"ok": "no"}
    assert (fields["n"].constraint, fields["n"].default) == ({"min": 1, "max": 10}, 3)
    assert [child.name for child in fields["keys"].fields] == ["key", "spare"]
    assert fields["keys"].fields[1].relevant == {"any_of": ["key"]}
    assert (fields["at"].source, fields["day"].source, fields["day"].read_only) == ("now", "today", True)
    assert fields["weight"].constraint == {"min": 0.5}
    assert [step.by for step in definition.steps] == ["technician"]
    assert definition.steps[0].sections == ("part", "visit", "part_2")
    assert "没有步骤" in said(left, "step")[0]
    assert said(left, "key-loan") == [
        "编号前缀暂用 KL，请按需要改 number",
        "缺英文，照抄了中文：form_title、borrower.hint",
    ]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (question("calculate", "sum", calculation="1 + 1"), "没有计算字段"),
        (question("geopoint", "sum"), "没有定位字段"),
        (question("barcode", "sum"), "没有条码字段"),
        (question("audio", "sum"), "只收照片"),
        (question("time", "sum"), "没有单独的时刻"),
        (question("acknowledge", "sum"), "没有确认框"),
        (question("rank yn", "sum"), "没有“rank”这种字段"),
        (question("select_one_from_file cities.csv", "sum"), "外部文件"),
        ({"type": "deviceid", "name": "sum"}, "单据自己记下"),
    ],
)
def test_what_we_have_no_kind_for_is_left_out_and_named(convert, row, sentence):
    definition, left = convert(question("text", "who"), row)
    assert list(definition.fields) == ["who"]
    assert any(sentence in each for each in said(left, "sum"))


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"appearance": "minimal"}, "样式没有带过来：minimal"),
        ({"choice_filter": "list_name = 'yn'"}, "没有级联选择"),
        ({"constraint_message": "不行", "constraint": ". = 'yes'"}, "提示语是程序自己的：不行"),
        ({"constraint": "regex(., '[a-z]+')"}, "限制没有（全部）带过来：regex"),
        ({"relevant": "${who} + 1 = 3"}, "没有公式语言"),
        ({"relevant": "${who} != 'x'"}, "没有公式语言"),
        ({"required": "count(${who}) > 1"}, "必填的条件没有带过来"),
        ({"read_only": "${who} = 'x'"}, "readonly 只能写是或否"),
        ({"default": "maybe"}, "起始值没有带过来：maybe"),
    ],
)
def test_what_a_question_cannot_keep_is_named(convert, more, sentence):
    definition, left = convert(question("text", "who"), {**YES_NO, **more})
    assert any(sentence in each for each in said(left, "ok"))
    assert check(definition) == []
    assert (definition.fields["ok"].relevant, definition.fields["ok"].required) == (None, False)


def test_a_condition_on_what_did_not_come_along_is_named(convert):
    definition, left = convert(question("geopoint", "place"), {**YES_NO, "relevant": "${place} != ''"})
    assert "出现的条件没有带过来，总会问" in said(left, "ok")
    assert "条件看的 place 没有带过来：(${place} != '')" in said(left, "ok")
    assert definition.fields["ok"].relevant is None


def test_names_are_mended_and_that_is_said(convert):
    definition, left = convert(
        question("text", "Borrower Name".replace(" ", "-")),
        question("text", "name"),
        question("text", "data"),
        question("text", "_x"),
        question("text", "when", relevant="${Borrower-Name} = 'x' and ${name} = 'y'"),
    )
    assert list(definition.fields) == ["borrower_name", "name_2", "data_2", "x", "when"]
    assert definition.fields["when"].relevant == {"borrower_name": "x", "name_2": "y"}
    assert said(left, "Borrower-Name") == ["名称改为 borrower_name"]
    assert check(definition) == []


def test_a_form_s_name_and_number_are_nobody_else_s(convert):
    definition, left = convert(
        question("text", "who"), form_id="Key Loan", keys={"key-loan"}, numbers={"KL"}, form_title="借"
    )
    assert (definition.key, definition.number) == ("key-loan-2", "KL2")
    assert "form_id 原为 Key Loan" in said(left, "key-loan-2")


def test_groups_in_groups_are_taken_apart_with_their_conditions(convert):
    definition, left = convert(
        YES_NO,
        {"type": "begin group", "name": "outer", ZH: "外", EN: "Outer", "relevant": "${ok} = 'yes'"},
        {"type": "begin group", "name": "inner", ZH: "内", EN: "Inner", "relevant": "${ok} = 'no'"},
        question("integer", "n", relevant="${m} > 2", constraint=". > 0"),
        {"type": "end group"},
        question("integer", "m", constraint=". >= 0"),
        {"type": "end group"},
    )
    assert definition.section("outer").relevant == {"ok": "yes"}
    assert definition.fields["n"].relevant == {"ok": "no", "m": {"min": 3}}
    assert definition.fields["n"].constraint == {"min": 1}
    assert any("组里的组" in sentence for sentence in said(left, "outer › inner"))


def test_rows_that_are_counted_are_as_many(convert):
    begin = {"type": "begin repeat", "name": "sites", ZH: "分会场", EN: "Sites"}
    definition, left = convert(
        {**begin, "repeat_count": "3"}, question("text", "site"), {"type": "end repeat"}
    )
    assert definition.fields["sites"].constraint == {"min": 3, "max": 3}
    assert list(definition.fields) == ["sites"]
    _definition, left = convert(
        question("integer", "n"),
        {**begin, "repeat_count": "${n}"},
        question("text", "site"),
        {"type": "end repeat"},
    )
    assert any("改为由人添加" in sentence for sentence in said(left, "sites"))


def test_a_row_holds_no_note_and_no_rows(convert):
    definition, left = convert(
        {"type": "begin repeat", "name": "sites", ZH: "分会场", EN: "Sites"},
        question("text", "site"),
        question("note", "read"),
        {"type": "end repeat"},
    )
    assert [child.name for child in definition.fields["sites"].fields] == ["site"]
    assert said(left, "sites › read") == ["repeat 的行里不能有 note，没有带过来"]


def test_a_workbook_in_one_language_without_headings_of_languages(convert):
    definition, left = convert(
        {"type": "text", "name": "who", "label": "谁"}, {"type": "text", "name": "what", "label": "What"}
    )
    assert definition.fields["who"].label == {"zh": "谁", "en": "谁"}
    assert definition.fields["what"].label == {"zh": "What", "en": "What"}
    assert "缺中文，照抄了英文：what" in said(left, "key-loan")


def test_a_third_language_does_not_come_along(convert):
    definition, left = convert(
        {"type": "text", "name": "who", ZH: "谁", "label::Français (fr)": "Qui"},
        {"type": "text", "name": "what", "label::Français (fr)": "Quoi"},
    )
    assert definition.fields["what"].label == {"zh": "Quoi", "en": "Quoi"}
    assert any("Français" in sentence for sentence in said(left, "key-loan"))


def test_lines_and_drawn_names_are_kinds_of_ours(convert):
    definition, left = convert(
        question("text", "story", appearance="multiline"), question("image", "signed", appearance="signature")
    )
    assert [field.type for field in definition.fields.values()] == ["long_text", "signature"]
    assert not said(left, "story") and not said(left, "signed")


FIELDS = {
    "a": {"name": "a", "type": "select_one"},
    "b": {"name": "b", "type": "select_multiple"},
    "n": {"name": "n", "type": "integer"},
    "x": {"name": "x", "type": "decimal"},
    "d": {"name": "d", "type": "date"},
}


@pytest.mark.parametrize(
    ("expression", "mapping"),
    [
        ("${a} = 'x'", {"a": "x"}),
        ("'x' = ${a}", {"a": "x"}),
        ("${a}='x' and selected(${b}, 'y')", {"a": "x", "b": "y"}),
        ("${a} = 'x' or ${a} = \"y\"", {"a": ["x", "y"]}),
        ("(${a} = 'x' or ${a} = 'y') and ${n} >= 3", {"a": ["x", "y"], "n": {"min": 3}}),
        ("${n} > 2 and ${n} < 9", {"n": {"min": 3, "max": 8}}),
        ("${n} = '3'", {"n": {"min": 3, "max": 3}}),
        ("3 <= ${x} and ${x} <= 4.5", {"x": {"min": 3, "max": 4.5}}),
        ("${a} = 1", {"a": "1"}),
        ("${a} != ''", {"any_of": ["a"]}),
        ("${a} != '' or ${b} != ''", {"any_of": ["a", "b"]}),
        ("selected(../a, 'x')", {"a": "x"}),
        ("${d} <= date('2026-12-31')", {"d": {"not_after": "2026-12-31"}}),
    ],
)
def test_expressions_that_our_conditions_can_say(expression, mapping):
    assert conditions.condition_of(expression, FIELDS.get) == mapping


@pytest.mark.parametrize(
    "expression",
    [
        "", "${a}", "${a} =", "${a} = 'x' and", "(${a} = 'x'", "${a} = 'x')", "${a} != 'x'", "not(${a} = 'x')",
        "${a} = 'x' or ${b} = 'y'", "${a} = 'x' and ${a} = 'y'", "${a} = ''", "${a} = ${b}", "${x} > 3",
        "${n} >= today()", "${d} = '2026-12-31'", "${d} >= today()", "${moon} = 'full'", "count(${b}) > 1",
        "selected(${b}, ${a})", "if(${a} = 'x', 1, 2) = 1", "${n} >= 3 or ${n} = 1", "1 = 1", "${a} = 'x' xor 1",
        "${a} = 'x", "${a} ~ 'x'", "string-length(${a}) > 1",
    ],
)  # fmt: skip
def test_expressions_that_they_cannot_say_are_refused(expression):
    with pytest.raises(xpath.NotSayable):
        conditions.condition_of(expression, FIELDS.get)


@pytest.mark.parametrize(
    ("expression", "kind", "constraint", "whole"),
    [
        (". >= 1 and . <= 10", "integer", {"min": 1, "max": 10}, True),
        (". > 0", "integer", {"min": 1}, True),
        (". > 0", "decimal", {}, False),
        (". >= 1 and . != 5", "integer", {"min": 1}, False),
        (". >= 1 and regex(., 'x')", "integer", {}, False),
        (". <= today()", "date", {"not_after": "now"}, True),
        (". >= ${d}", "date", {"not_before": "d"}, True),
        (". >= ${a}", "date", {}, False),
        (". < ${d}", "date", {}, False),
        ("string-length(.) <= 20", "text", {"max_length": 20}, True),
        ("string-length(.) < 20", "text", {"max_length": 19}, True),
        ("string-length(.) >= 2", "text", {}, False),
        (". != 'x'", "text", {}, False),
        (". >= 1 or . <= 0", "integer", {}, False),
    ],
)
def test_limits(expression, kind, constraint, whole):
    assert conditions.limits_of(expression, kind, FIELDS.get) == (constraint, whole)


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.toml")), ids=lambda path: path.stem)
def test_what_is_written_is_what_is_read(path):
    """The writer keeps all that any of the company's forms says."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert tomllib.loads(toml.dumps(data)) == data


def test_words_that_need_quoting_stay_as_they_are():
    data = {
        "key": "a",
        "label": {"zh": '"引" \\ \n\t\x7f', "en": "é 😀"},
        "register": ["a"],
        "confidential": {"b c": [1, True]},
    }
    assert tomllib.loads(toml.dumps(data)) == data


@pytest.mark.parametrize("word", ["required", "read_only", "constraint"])
@pytest.mark.parametrize("depth", [1, 2])
def test_what_stands_on_a_group_is_named_and_breaks_nothing(convert, word, depth):
    given = ". > 1" if word == "constraint" else "yes"
    group = {"type": "begin group", "name": "g", ZH: "组", EN: "Group"}
    around = [{**group, "name": f"around{n}"} for n in range(depth - 1)]
    ends = [{"type": "end group"}] * depth
    definition, left = convert(*around, {**group, word: given}, question("text", "who"), *ends)
    assert check(definition) == []
    place = " › ".join([*(each["name"] for each in around), "g"])
    assert f"{word.replace('_', '')} 没有带过来" in said(left, place)


def test_what_is_required_and_nobody_can_fill_is_not_required(convert):
    definition, left = convert(
        question("text", "who", required="yes", read_only="yes"),
        question("text", "known", required="yes", read_only="yes", default="x"),
        question("date", "day", required="yes", read_only="yes", default="today()"),
    )
    assert check(definition) == []
    assert [field.required for field in definition.fields.values()] == [False, True, True]
    assert any("永远填不了" in each for each in said(left, "who"))


def test_the_checker_refuses_what_can_never_be_filled():
    field = {
        "name": "a",
        "type": "text",
        "label": {"zh": "a", "en": "a"},
        "read_only": True,
        "required": True,
    }
    assert any("永远填不了" in sentence for _place, sentence, _values in checked(field))
    assert not checked(field | {"from": "client.name"}) and not checked(field | {"default": "x"})
    assert not checked(field | {"required": False})


def checked(field: dict) -> list:
    label = {"zh": "x", "en": "x"}
    return check(
        loading.definition_of_data(
            {
                "key": "x", "number": "X", "label": label,
                "section": [{"name": "s", "label": label, "field": [field]}],
                "step": [{"name": "fill", "by": "technician", "label": label, "sections": ["s"]}],
            }
        )
    )  # fmt: skip


FACES = {"text": "text", "int": "integer", "decimal": "decimal", "date": "date", "dateTime": "datetime", "photo": "photos",
         "select one": "select_one", "select all that apply": "select_multiple", "note": "note"}  # fmt: skip


def test_every_name_that_pyxform_has_for_a_type_is_ours():
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    def shape(name: str):
        told = QUESTION_TYPE_DICT[name]
        return (
            told.get("control", {}).get("tag"),
            told.get("control", {}).get("mediatype"),
            str(told.get("bind")),
        )

    for name in QUESTION_TYPE_DICT:
        ours = [kind for known, kind in FACES.items() if shape(known) == shape(name)]
        if ours and name not in NOT_THE_SAME:
            assert tables.KINDS_OF_XLSFORM.get(name) == ours[0], name
    assert tables.KINDS_OF_XLSFORM["phone number"] == "phone"
    for name in (
        "trigger",
        "q acknowledge",
        "gps",
        "q location",
        "add location prompt",
        "geotrace",
        "add barcode prompt",
    ):
        assert tables.why_not(name) != tables.NO_SUCH_KIND, name


NOT_THE_SAME = {"select one external"}  # looks like a text, and is none


@pytest.mark.parametrize(
    ("kind", "ours"),
    [
        ("string", "text"),
        ("int", "integer"),
        ("datetime", "datetime"),
        ("phone number", "phone"),
        ("q picture", "photos"),
    ],
)
def test_other_names_of_types_come_along(convert, kind, ours):
    definition, _left = convert(question(kind, "x"))
    assert definition.fields["x"].type == ours


@pytest.mark.parametrize(
    "chinese", ["zh_CN", "cn", "普通话", "中文", "简体中文 (zh-Hans)", "Chinese", "zh-cn", "汉语", "ZH"]
)
@pytest.mark.parametrize("english", ["en_US", "English", "en-GB", "英语", "EN", "English (en)"])
def test_languages_are_known_however_they_are_called(convert, chinese, english):
    definition, left = convert(
        {
            "type": "text",
            "name": "a",
            f"label::{chinese}": "钥匙",
            f"label::{english}": "Key",
            "label::French (fr)": "Clé",
        }
    )
    assert definition.fields["a"].label == {"zh": "钥匙", "en": "Key"}
    lost = [each for _place, each in left if each.startswith("只有中文和英文")]
    assert lost == ["只有中文和英文，French (fr) 没有带过来"]


def test_equal_to_one_is_not_one_of_several(convert):
    definition, left = convert(
        question("select_multiple yn", "which"),
        question("text", "a", relevant="${which} = 'yes'"),
        question("text", "b", relevant="selected(${which}, 'yes')"),
    )
    assert (definition.fields["a"].relevant, definition.fields["b"].relevant) == (None, {"which": "yes"})
    assert "出现的条件没有带过来，总会问" in said(left, "a")


@pytest.mark.parametrize(
    ("kind", "expression", "mapping"),
    [
        ("integer", "${n} = 1 or ${n} = 2", {"n": {"min": 1, "max": 2}}),
        ("integer", "${n} = 3 or ${n} = 1 or ${n} = 2", {"n": {"min": 1, "max": 3}}),
        ("integer", "${n} < 3 or ${n} = 3", {"n": {"max": 3}}),
        ("integer", "${n} = 1 or ${n} = 3", None),
        ("decimal", "${n} = 1 or ${n} = 2", None),
        ("decimal", "${n} >= 1 or ${n} >= 2", {"n": {"min": 1}}),
        ("integer", "${n} >= 1 or ${n} <= 2", None),
    ],
)
def test_numbers_or_numbers_are_one_span_where_nothing_lies_between(convert, kind, expression, mapping):
    definition, _left = convert(question(kind, "n"), question("text", "a", relevant=expression))
    assert definition.fields["a"].relevant == mapping
