"""Workbooks become forms: what our kinds can say comes along, all else is named with its place."""

import tomllib

import pytest

from fieldforms.forms import loading, toml, xlsform
from fieldforms.forms.checker import check
from fieldforms.forms.loading import LIBRARY
from fieldforms.forms.xlsform import tables, words
from tests.forms.tiny import in_words
from tests.workbooks import CHOICES, EN, ZH, made, question

pyxform = pytest.importorskip("pyxform.xls2json")
aliases, question_type_dictionary = map(
    pytest.importorskip, ("pyxform.aliases", "pyxform.question_type_dictionary")
)


@pytest.fixture
def convert(tmp_path):
    """`convert(row, …)` gives (definition, [(place, sentence)]); what is converted always goes through TOML."""

    def run(*survey, keys=(), numbers=(), choices=CHOICES, **settings):
        path = made(
            tmp_path / "visit.xlsx",
            list(survey),
            choices,
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
        question("date", "day", "日期", "Day", default="today()", read_only="yes", required="yes"),
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


def test_of_two_choices_of_one_name_the_first_stays(convert):
    again = [*CHOICES, {"list_name": "yn", "name": "yes", ZH: "又", EN: "Again"}]
    definition, left = convert(YES_NO, choices=again, allow_choice_duplicates="yes")
    assert [choice.label["zh"] for choice in definition.fields["ok"].choices] == ["是", "否"]
    assert said(left, "ok › yes") == ["选项重复，只留第一个"]


GROUP = {"type": "begin group", "name": "all", ZH: "全部", EN: "All"}
END = {"type": "end group"}


@pytest.mark.parametrize("word", [{"readonly": "yes"}, {"required": "yes"}, {"constraint": ". != ''"}])
@pytest.mark.parametrize("outside", [[], [{**GROUP, "name": "around"}]])
def test_what_a_group_says_beside_its_condition_is_named(convert, word, outside):
    definition, left = convert(
        *outside, {**GROUP, **word}, question("text", "who"), END, *[END for _ in outside]
    )
    assert (list(definition.fields), check(definition)) == (["who"], [])
    place = "around › all" if outside else "all"
    assert any(f"请写到字段上：{next(iter(word))} = " in sentence for sentence in said(left, place))


@pytest.mark.parametrize("more", [{}, {"calculation": "1 + 1"}, {"default": "concat('a', 'b')"}])
def test_what_nobody_may_fill_and_nothing_fills_is_filled_by_hand(convert, more):
    definition, left = convert(question("text", "who", required="yes", read_only="yes", **more))
    assert (definition.fields["who"].required, definition.fields["who"].read_only) == (True, False)
    assert any("改为由人填写" in sentence for sentence in said(left, "who"))
    assert check(definition) == []


def test_a_default_of_a_row_is_named_for_added_rows_begin_empty(convert):
    definition, left = convert(
        {"type": "begin repeat", "name": "keys", ZH: "钥匙", EN: "Keys"},
        question("text", "key", default="A", read_only="yes", required="yes"),
        {"type": "end repeat"},
    )
    child = definition.fields["keys"].fields[0]
    assert (child.default, child.read_only) == (None, False)
    assert "起始值没有带过来：A" in said(left, "keys › key")


@pytest.mark.parametrize(
    ("conditions_of", "named"),
    [
        ({"who": "${who} = 'x'"}, {"who"}),
        ({"who": "${ok} = 'maybe'"}, {"who"}),
        ({"who": "${pic} = 'x'"}, {"who"}),
        ({"who": "${ok} = 'yes'", "ok": "${who} = 'x'"}, {"who"}),
        ({"all": "${inside} = 'x'"}, {"all"}),
        ({"all": "${ok} = 'yes'", "ok": "${inside} = 'x'"}, {"ok"}),
    ],
)
def test_a_condition_that_cannot_hold_costs_itself_alone(convert, conditions_of, named):
    rows = [question("text", "who"), YES_NO, question("image", "pic"), GROUP, question("text", "inside"), END]
    definition, left = convert(
        *({**row, "relevant": conditions_of.get(row.get("name"), "")} for row in rows),
        question("text", "last", relevant="${ok} = 'yes'"),
    )
    assert check(definition) == []
    assert list(definition.fields) == ["who", "ok", "pic", "inside", "last"]
    assert definition.fields["last"].relevant == {"ok": "yes"}
    assert {place for place, sentence in left if "出现的条件没有带过来" in sentence} == named


def test_limits_that_leave_no_answer_cost_themselves_alone(convert):
    definition, left = convert(
        question("integer", "n", constraint=". >= 9 and . <= 3"),
        question("text", "who", constraint="string-length(.) <= 1", required="yes"),
        question("date", "day", default="2026-02-31"),
    )
    fields = definition.fields
    assert (fields["n"].constraint, fields["who"].constraint, fields["day"].default) == ({}, {}, None)
    assert (fields["who"].required, check(definition)) == (True, [])
    assert {place for place, sentence in left if "没有带过来" in sentence} == {"n", "who", "day"}


def test_a_chain_of_a_thousand_conditions_comes_along(convert):
    definition, _left = convert(
        question("text", "q0"),
        *(question("text", f"q{n}", relevant=f"${{q{n - 1}}} = 'x'") for n in range(1, 1100)),
    )
    assert definition.fields["q1099"].relevant == {"q1098": "x"}


TYPES = sorted(tables.KINDS_OF_XLSFORM | tables.WHY_NOT)


def test_every_name_that_pyxform_has_for_a_type_is_known_here():
    theirs = {name.lower() for name in question_type_dictionary.QUESTION_TYPE_DICT}
    assert theirs | aliases.select.keys() >= {"string", "trigger", "phone number"}
    assert {name for name in theirs if name not in TYPES} == {"rank"}


def test_types_by_any_of_their_names_are_kinds_of_ours(convert):
    asked = [(name, kind) for name, kind in tables.KINDS_OF_XLSFORM.items() if "select" not in name]
    definition, left = convert(*(question(name, f"q_{n}") for n, (name, _kind) in enumerate(asked)))
    assert [field.type for field in definition.fields.values()] == [kind for _name, kind in asked]
    assert not any("没有带过来" in sentence for _place, sentence in left)


def test_what_a_type_says_of_its_numbers_holds(convert):
    definition, _left = convert(
        question("percentage", "share"),
        question("range", "likes", parameters="start=1 end=5 step=1"),
        question("range", "weight", parameters="start=0.5 end=2 step=0.5"),
    )
    fields = definition.fields
    assert (fields["share"].type, fields["share"].constraint) == ("integer", {"min": 0, "max": 100})
    assert (fields["likes"].type, fields["likes"].constraint) == ("integer", {"min": 1, "max": 5})
    assert (fields["weight"].type, fields["weight"].constraint) == ("decimal", {"min": 0.5, "max": 2})


BINDS = [
    "yes",
    "no",
    "${who} = 'x'",
    "${moon} != ''",
    ". > 3",
    "selected(${yn}, 'yes')",
    "((((",
    "1 = 1",
    "${q} = 'x'",
]
BESIDE = {
    **{
        f"{word} {said}": {"bind": {word: said}}
        for word in ("required", "readonly", "relevant", "constraint")
        for said in BINDS
    },
    **{f"default {said}": {"default": said} for said in BINDS},
    **{
        f"looks {said}": {"control": {"appearance": said}}
        for said in ("multiline", "signature", "minimal multiline")
    },
}
HOLDS_OTHERS = {"children": [{"type": "text", "name": "inside", "label": "内"}]}


def of_every_type(name: str, beside: dict) -> list[dict]:
    plain = [{"type": kind} for kind in [*TYPES, "rank", "moon"]]
    others = [{"type": kind} | HOLDS_OTHERS for kind in ("group", "repeat", "loop")]
    return [{"name": f"{name}_{n}", "label": "问"} | row | beside for n, row in enumerate([*plain, *others])]


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_no_type_with_anything_beside_it_is_a_traceback(beside):
    """Nor inside groups, nor in a row: what comes out can be published."""
    known = [{"type": "text", "name": "who", "label": "谁"}, {"type": "text", "name": "q", "label": "问"},
             {"type": "select one", "name": "yn", "choices": [{"name": "yes", "label": "是"}]}]  # fmt: skip
    inner = {"type": "group", "name": "h", "children": of_every_type("deep", beside)}
    found = xlsform.import_survey(
        {
            "title": "T",
            "children": [
                *known,
                *of_every_type("top", beside),
                {"type": "group", "name": "g", "children": [inner]},
                {"type": "repeat", "name": "r", "label": "行", "children": of_every_type("row", beside)},
            ],
        },
        "t",
    )
    assert check(loading.definition_of_data(found.data)) == []


@pytest.mark.parametrize(
    ("name", "language"),
    [
        (name, "zh")
        for name in "zh zh_CN zh-Hans-CN zh-TW cn zho chi cmn 中文 汉语 普通话 國語 繁體中文 Chinese Mandarin".split()
    ]
    + [("中文 (cn)", "zh"), ("普通话（zh_CN）", "zh"), ("Chinese (Simplified)", "zh"), ("中文(简体)", "zh")]
    + [(name, "en") for name in "en en_US en-GB eng English english 英文 英语 英語".split()]
    + [("English (UK)", "en"), ("English (en_US)", "en"), ("us english", "en")]
    + [
        (name, "")
        for name in (
            "ug_CN",
            "fr",
            "Français (fr)",
            "bo-CN",
            "uk",
            "Español",
            "日本語",
            "Uyghur (ug_CN)",
            "cnr",
        )
    ],
)
def test_languages_by_any_of_their_names(name, language):
    assert words.language_of(name, "字") == language


def test_of_two_chineses_the_simplified_one_is_taken(convert):
    definition, _left = convert(
        {
            "type": "text",
            "name": "who",
            "label::繁體中文 (zh_TW)": "誰",
            "label::中文 (zh_CN)": "谁",
            "label::en_US": "Who",
        }
    )
    assert definition.fields["who"].label == {"zh": "谁", "en": "Who"}


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
