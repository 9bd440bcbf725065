"""Rows of questions: read from a body, ruled like any other question, said and printed as a table."""

import pytest
from werkzeug.datastructures import MultiDict

from fieldforms import i18n
from fieldforms.forms.answers import AnswerWorld, problems_of_answers, relevant_answers
from fieldforms.forms.checker import check
from fieldforms.forms.kinds import KINDS
from fieldforms.forms.loading import definition_of_data
from fieldforms.forms.questions import form_class_of_step, mark_mistakes, read_answers
from tests.forms.tiny import DEFINITIONS, changed, in_words, source

NOW = "2026-11-24T14:10"
FORM = DEFINITIONS["repeat"]
FILL = FORM.steps[0]
SITES = FORM.fields["sites"]


def posted(**values) -> dict:
    body = {name.replace("__", "."): value for name, value in values.items()}
    return read_answers(FORM, FILL, MultiDict(body))


def wrong(answers: dict) -> list[tuple[str, str]]:
    return [
        (item.field.name, i18n.pick(item.values["label"], "zh"))
        for item in problems_of_answers(FORM, FILL, answers, None, NOW)
    ]


def test_rows_are_read_in_the_order_of_their_numbers_and_gaps_close():
    given = posted(sites__10__site="十", sites__2__site="二", sites__2__identity="yes")
    assert given["sites"] == [{"site": "二", "identity": "yes"}, {"site": "十"}]


def test_a_row_asked_for_without_scripts_stands_blank_until_the_step_is_settled():
    given = posted(sites__0__site="一", sites__add="1")
    assert given["sites"] == [{"site": "一"}, {}]
    assert relevant_answers(FORM, FILL, given)["sites"] == [{"site": "一"}]


def test_only_blank_rows_are_no_answer():
    assert wrong({"sites": [{}, {"site": ""}]})[0] == ("sites", "分会场")
    assert "sites" not in relevant_answers(FORM, FILL, {"class": "normal"})


def test_what_is_required_in_a_row_is_asked_for_by_the_rows_name():
    missing = wrong({"sites": [{"site": "一", "identity": "yes"}, {"identity": "yes"}]})
    assert missing == [("sites.1.site", "分会场 2 · 名称")]


@pytest.mark.parametrize(("kind", "asked"), [("secret", True), ("normal", False)])
def test_a_condition_in_a_row_sees_its_siblings_and_the_questions_outside(kind, asked):
    answers = {"class": kind, "sites": [{"site": "一", "identity": "no"}, {"site": "二", "identity": "yes"}]}
    world = AnswerWorld(FORM, answers)
    assert world.asks("sites.0.reason") is asked
    assert not world.asks("sites.1.reason")
    assert wrong(answers) == ([("sites.0.reason", "分会场 1 · 例外原因")] if asked else [])


def test_what_is_not_relevant_in_a_row_is_dropped_from_that_row_alone():
    rows = [
        {"site": "一", "identity": "no", "reason": "临时"},
        {"site": "二", "identity": "yes", "reason": "误填"},
    ]
    kept = relevant_answers(FORM, FILL, {"class": "secret", "sites": rows})["sites"]
    assert kept == [rows[0], {"site": "二", "identity": "yes"}]


def test_times_in_a_row_are_compared_with_each_other():
    row = {"site": "一", "identity": "yes", "from_at": "2026-11-24T10:00", "until": "2026-11-24T09:00"}
    assert wrong({"sites": [row]}) == [("sites.0.until", "分会场 1 · 退出")]
    assert wrong({"sites": [row | {"until": "2026-11-24T11:00"}]}) == []


def test_too_many_rows_are_refused_and_none_is_lost():
    rows = [{"site": str(n), "identity": "yes"} for n in range(4)]
    body = {f"sites.{n}.{name}": value for n, row in enumerate(rows) for name, value in row.items()}
    assert read_answers(FORM, FILL, MultiDict(body))["sites"] == rows
    assert wrong({"sites": rows}) == [("sites", "分会场")]


def test_fixed_rows_are_asked_even_when_blank():
    row = {"site": "一", "identity": "yes"}
    assert ("modes.1.works", "录播 · 正常") in wrong(
        {"sites": [row], "modes": [{"mode": "本地", "works": "yes"}, {"mode": "录播"}]}
    )


@pytest.mark.parametrize("strange", ["一", 7, {"0": {}}, ["一"], [None], [[]]])
def test_what_is_no_row_does_no_harm(strange):
    assert AnswerWorld(FORM, {"sites": strange}).asks("sites")
    assert problems_of_answers(FORM, FILL, {"sites": strange}, None, NOW)
    assert isinstance(KINDS["repeat"].text(strange if isinstance(strange, list) else [], SITES, "zh"), str)


def test_a_page_offers_as_many_rows_as_are_needed_and_a_blank_one_to_copy():
    form = form_class_of_step(FORM, FILL)(data={"sites": [{"site": "一"}]})
    assert [[inner.name for inner in row][:2] for row in form["sites"].rows] == [
        ["sites.0.site", "sites.0.identity"]
    ]
    assert len(form_class_of_step(FORM, FILL)(data={})["sites"].rows) == 1
    assert form_class_of_step(FORM, FILL)(data={})["modes"].rows == []
    assert form["sites"].blank_row[0].name == "sites.{row}.site"


def test_a_sentence_stands_beside_its_question_in_its_row():
    form = form_class_of_step(FORM, FILL)(data={"sites": [{}, {}]})
    mark_mistakes(form, {"sites.1.site": ["请填写"], "class": ["请选择"]})
    assert form["class"].errors == ["请选择"]
    assert [row[0].errors for row in form["sites"].rows] == [[], ["请填写"]]


def test_rows_stand_on_paper_as_a_table_and_a_blank_sheet_has_rows_to_write_on():
    face = KINDS["repeat"].paper([{"site": "一", "identity": "yes"}], SITES, "zh")
    assert face.grid.columns[:2] == ("名称", "身份认证")
    assert [cell.text for cell in face.grid.rows[0]][:2] == ["一", "是"] and not face.empty
    blank = KINDS["repeat"].paper(None, SITES, "zh")
    assert len(blank.grid.rows) == 3 and blank.empty
    assert [box.label for box in blank.grid.rows[0][1].boxes] == ["是", "否"]


def test_a_row_that_could_not_be_settled_shows():
    field = definition_of_data(
        changed(source("repeat"), "section.0.field.3.field.1", {"name": "identity", "type": "normal_or_handled",
                "label": {"zh": "听", "en": "Listen"}})
    ).fields["sites"]  # fmt: skip
    assert KINDS["repeat"].is_unsettled([{"identity": {"result": "unresolved", "note": "x"}}], field)
    assert not KINDS["repeat"].is_unsettled([{"identity": {"result": "normal"}}], field)


REPEAT = "section.0.field.3"
MISTAKEN = {
    "no questions": (f"{REPEAT}.field", [], "repeat 要有字段"),
    "a repeat in a repeat": (f"{REPEAT}.field.0.type", "repeat", "行里不能有 repeat"),
    "an unknown kind": (f"{REPEAT}.field.0.type", "colour", "行里不能有 colour"),
    "private": (f"{REPEAT}.field.0.private_to", ["supervisor"], "private_to 和 means 写在 repeat 上，不写在行里"),
    "two of a name": (f"{REPEAT}.field.1.name", "site", "行内字段名要各不相同，只用小写字母、数字和下划线"),
    "fixed from nowhere": (f"{REPEAT}.fixed", True, "fixed 的行要有来源（from）"),
    "questions inside a text": ("section.0.field.0.field", [{"name": "x", "type": "text", "label": {"zh": "x", "en": "x"}}], "只有 repeat 才有里面的字段"),
    "a limit that is no number": (f"{REPEAT}.constraint", {"min": "one"}, "min 要写数字"),
    "an unknown sibling": (f"{REPEAT}.field.2.relevant", {"colour": "red"}, "没有名为 colour 的字段"),
    "a choice that is none": (f"{REPEAT}.field.2.relevant", {"identity": "maybe"}, "永远不会成立：sites.0.identity 没有选项 maybe"),
    "its own condition": (f"{REPEAT}.field.1.relevant", {"identity": "no"}, "条件不能看自己"),
    "a register of nothing": ("register", ["colour"], "register 没有名为 colour 的字段"),
    "a register by no date": ("register_date", "class", "register_date 要写一个日期或时间字段，class 不是"),
    "a register by nothing": ("register_date", "colour", "register_date 没有名为 colour 的字段"),
    "confidential by nothing": ("confidential", {"colour": "red"}, "没有名为 colour 的字段"),
    "opens after nothing": ("opens.1.after", "later", "after 没有名为 later 的步骤"),
    "completes nothing": ("opens.0.completes", "later", "completes 没有名为 later 的步骤"),
    "carries nothing": ("opens.0.carry", {"request": "colour"}, "carry 没有名为 colour 的字段"),
    "neither after nor completes": ("opens.0.completes", "", "要写明 after 或 completes"),
    "opened by a client": ("step.0", {"name": "fill", "by": "client", "label": {"zh": "填", "en": "Fill"}, "sections": ["meeting"], "sign": {"zh": "签", "en": "Sign"}, "consent": {"zh": "同意", "en": "Agreed", "version": "1"}}, "by_itself 的单要由有账号的人开：after 不能是客户的步骤"),
    "opened twice by itself": ("opens", [{"form": "tiny", "after": "fill", "by_itself": True, "label": {"zh": "一", "en": "a"}}] * 2, "by_itself 的单每种表单只能写一次：一张单只会打开一张"),
    "moves no parts": ("step.0.moves", {"kind": "fitted", "rows": "sites"}, "moves.rows 要写一个有 part 和 integer 的 repeat"),
    "moves in no known way": ("step.0.moves", {"kind": "lost", "rows": "cables"}, "moves.kind 只能是 issued、returned、fitted"),
    "moves and more": ("step.0.moves", {"kind": "fitted", "rows": "cables", "to": "x"}, "moves 只有 kind、rows、when、aside"),
    "takes over no devices": ("step.1.takes_over", {"rows": "cables"}, "takes_over.rows 要写前面步骤里的一个 repeat，里面有 from = device.name 的字段"),
    "takes over and more": ("step.1.takes_over", {"rows": "sites", "to": 1}, "takes_over 只有 rows、when"),
    "takes over by nothing": ("step.1.takes_over", {"rows": "sites", "when": {"colour": "red"}}, "没有名为 colour 的字段"),
    "approves no time": ("step.1.approves", "class", "approves 要写前面步骤里的一个日期字段"),
    "deemed by no day": ("step.1.deemed", {"by": "class", "zh": "一", "en": "a"}, "deemed.by 要写前面步骤里的一个日期字段"),
    "deemed by a day nobody watches": ("section.0.field.2.means", "confirmed_date", "deemed.by 的字段要有 means = due，否则到期没有人知道"),
    "deemed in one language": ("step.1.deemed", {"by": "answer_by", "zh": "一"}, "deemed 要有中文和英文"),
    "deemed with more": ("step.1.deemed", {"by": "answer_by", "zh": "一", "en": "a", "x": 1}, "deemed 只有 by、zh、en"),
    "sections in a step a sheet completes": ("step.1.sections", ["meeting"], "由后续单完成的步骤不能有节，也不能有签字"),
}  # fmt: skip


def test_the_tiny_definition_is_good():
    assert check(FORM) == []


@pytest.mark.parametrize("case", MISTAKEN)
def test_each_mistake_is_named(case):
    place, value, sentence = MISTAKEN[case]
    data = changed(source("repeat"), place, value)
    if value == "":
        del data["opens"][0]["completes"]
    assert sentence in [said for _, said in in_words(check(definition_of_data(data)))]


def test_a_loop_inside_a_row_is_named():
    data = changed(source("repeat"), f"{REPEAT}.field.1.relevant", {"reason": "x"})
    assert ("repeat › sites.0.reason", "relevant 互相依赖，成了一个圈") in in_words(
        check(definition_of_data(data))
    )


def test_hours_in_a_row_lie_between_times_of_that_row():
    worked = {"name": "worked", "type": "decimal", "label": {"zh": "工时", "en": "Hours"}}
    worked["constraint"] = {"hours_from": "from_at", "hours_to": "until"}
    data = source("repeat")
    data["section"][0]["field"][3]["field"].append(worked)
    assert check(definition_of_data(data)) == []
