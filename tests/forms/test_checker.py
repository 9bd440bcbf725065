"""What cannot work is refused before anybody meets it: one test for each mistake, with its place."""

import re
from datetime import date

import pytest
import wtforms

from fieldforms.forms.checker import check
from fieldforms.forms.loading import LIBRARY, definition_of_data, load
from tests.forms.tiny import ABSENT, DEFINITIONS, changed, in_words, source, text

CHOICES = [{"name": "a", "label": text("甲")}, {"name": "b", "label": text("乙")}]
CONSENT = {"zh": "同意", "en": "Agreed", "version": "1"}


def field(name="more", type="text", **words) -> dict:
    return {"name": name, "type": type, "label": text("问"), **words}


# what is wrong: (definition, place of the change, value, where it is named, part of the sentence)
MISTAKES = {
    "a choice that asks for no field": (
        "relevance", "section.0.field.0.choices.0.relevant", {"nothing": "x"}, "relevance › questions › result.good",
        "没有名为 nothing 的字段",
    ),
    "a choice that asks for itself": (
        "relevance", "section.0.field.0.choices.0.relevant", {"result": "bad"}, "relevance › questions › result.good",
        "条件不能看自己",
    ),
    "two fields of one name": (
        "relevance", "section.1.field.1", field("hours"), "relevance › hours", "字段名重复 2 次",
    ),
    "two sections of one name": ("relevance", "section.1.name", "questions", "relevance › questions", "节名重复 2 次"),
    "two steps of one name": ("steps", "step.1.name", "ask", "steps › ask", "步骤名重复 2 次"),
    "a name in capitals": ("limits", "section.0.field.4", field("Arrived"), "limits › Arrived", "只能用小写字母"),
    "a name in Chinese": ("limits", "section.0.field.4", field("到达"), "limits › 到达", "只能用小写字母"),
    "a name with a hyphen": ("limits", "section.0.field.4", field("a-b"), "limits › a-b", "只能用小写字母"),
    "a name that begins with a digit": ("limits", "section.0.field.4", field("1st"), "limits › 1st", "只能用小写字母"),
    "a name that begins with _": ("limits", "section.0.field.4", field("_sd"), "limits › _sd", "只能用小写字母"),
    "a name with a dot": ("limits", "section.0.field.4", field("a.note"), "limits › a.note", "只能用小写字母"),
    "a name that WTForms needs": ("limits", "section.0.field.4", field("data"), "limits › data", "不能叫这个名字"),
    "a start nobody knows": ("limits", "starts_from", ["moon"], "limits", "starts_from 不认识 moon"),
    "no steps": ("limits", "step", [], "limits", "至少要有一个步骤"),
    "a step by nobody we know": ("limits", "step.0.by", "boss", "limits › fill", "by 不认识 boss"),
    "a client's step without a signature": ("steps", "step.2.sign", ABSENT, "steps › sign", "要有签字"),
    "a lead's step without a signature": ("steps", "step.3.sign", ABSENT, "steps › approve", "要有签字"),
    "a signature without consent": ("steps", "step.2.consent", ABSENT, "steps › sign", "consent"),
    "consent in one language": (
        "steps", "step.2.consent", {"zh": "同意", "version": "1"}, "steps › sign", "consent",
    ),
    "consent without a version": ("steps", "step.2.consent", {"zh": "好", "en": "Yes"}, "steps › sign", "consent"),
    "a step without sections or signature": (
        "steps", "step.4", {"name": "rest", "by": "hr", "label": text("完"), "sections": []},
        "steps › rest", "既没有节，也没有签字",
    ),
    "a step that fills an unknown section": ("limits", "step.0.sections.1", "moon", "limits › fill", "没有名为 moon 的节"),
    "a section that no step fills": (
        "limits", "section.1", {"name": "lost", "label": text("丢"), "field": [field()]},
        "limits › lost", "没有步骤填写这一节",
    ),
    "a section that two steps fill": ("steps", "step.1.sections.1", "asked", "steps › asked", "有两个步骤填写"),
    "a section without fields": ("limits", "section.0.field", [], "limits › visit", "这一节没有字段"),
    "a layout nobody draws": ("limits", "section.0.layout", "circle", "limits › visit", "layout 不认识 circle"),
    "a table with two columns": ("kinds", "section.1.columns", [text("一"), text("二")], "kinds › checklist", "三个列名"),
    "a return to an unknown step": ("steps", "step.2.returns_to", "moon", "steps › sign", "没有名为 moon 的步骤"),
    "a return to itself": ("steps", "step.2.returns_to", "sign", "steps › sign", "只能退回到前面的步骤"),
    "a return to a later step": ("steps", "step.2.returns_to", "approve", "steps › sign", "只能退回到前面的步骤"),
    "an assignee who is not named": ("steps", "step.1.assignee", ABSENT, "steps › repair", "user 字段"),
    "an assignee who is no person": ("steps", "step.1.assignee", "needs_repair", "steps › repair", "user 字段"),
    "an assignee named later": ("steps", "step.0.by", "assignee", "steps › ask", "user 字段"),
    "a step that looks ahead": (
        "steps", "step.1.relevant", {"rating": "good"}, "steps › repair.relevant", "没有名为 rating 的字段",
    ),
    "a return that looks at nothing": (
        "steps", "step.2.return_relevant", {"moon": "full"}, "steps › sign.return_relevant", "没有名为 moon",
    ),
    "a type nobody knows": (
        "limits", "section.0.field.0.type", "dateish", "limits › visit › arrival", "type 不认识 dateish",
    ),
    "a choice without choices": (
        "limits", "section.0.field.4", field(type="select_one"), "limits › visit › more", "要有 choices",
    ),
    "many choices without choices": (
        "limits", "section.0.field.4", field(type="select_multiple"), "limits › visit › more", "要有 choices",
    ),
    "the same choice twice": (
        "limits", "section.0.field.4", field(type="select_one", choices=[*CHOICES, CHOICES[0]]),
        "limits › visit › more", "选项 a 重复",
    ),
    "one count": (
        "kinds", "section.1.field.0.counts", [{"name": "n", "label": text("数")}],
        "kinds › checklist › two_counts", "两个 counts",
    ),
    "a count without a label": (
        "kinds", "section.1.field.0.counts", [{"name": "n"}, {"name": "m"}],
        "kinds › checklist › two_counts", "name 和 label",
    ),
    "a limit the kind has not": (
        "limits", "section.0.field.4", field(constraint={"min": 3}), "limits › visit › more", "text 没有约束 min",
    ),
    "a limit that looks at nothing": (
        "limits", "section.0.field.1.constraint", {"not_before": "moon"},
        "limits › visit › departure", "not_before 没有名为 moon",
    ),
    "hours between what is no time": (
        "relevance", "section.1.field.1", field("worked", "decimal", constraint={"hours_from": "hours", "hours_to": "moon"}),
        "relevance › repair › worked", "hours_from 和 hours_to 要各写一个 datetime 字段",
    ),
    "hours between one thing": (
        "relevance", "section.1.field.1", field("worked", "decimal", constraint={"hours_from": "hours"}),
        "relevance › repair › worked", "hours_from 和 hours_to 要各写一个 datetime 字段",
    ),
    "a kind of part from what is no choice of kinds": (
        "relevance", "section.1.field.1", field("spare", "part", constraint={"kind_from": "hours"}),
        "relevance › repair › spare", "kind_from 要写一个选项只有 loan_unit, part, tool 的单选字段",
    ),
    "a limit in words": (
        "limits", "section.0.field.4", field(constraint={"max_length": "long"}),
        "limits › visit › more", "max_length 要写数字",
    ),
    "a role nobody has": (
        "steps", "section.2.field.0.private_to", ["boss"], "steps › judged › rating", "private_to 不认识 boss",
    ),
    "a category nobody knows": (
        "kinds", "section.1.field.0.category", ["toaster"], "kinds › checklist › two_counts", "category 不认识 toaster",
    ),
    "a meaning nobody knows": (
        "limits", "section.0.field.0.means", "love", "limits › visit › arrival", "means 不认识 love",
    ),
    "relevant that looks at nothing": (
        "relevance", "section.0.field.3.relevant", {"moon": "full"},
        "relevance › questions › why_bad.relevant", "没有名为 moon",
    ),
    "required that looks at nothing": (
        "relevance", "section.0.field.3.required", {"any_of": ["moon"]},
        "relevance › questions › why_bad.required", "没有名为 moon",
    ),
    "a section that looks at nothing": (
        "relevance", "section.1.relevant", {"moon": "full"}, "relevance › repair.relevant", "没有名为 moon",
    ),
    "a condition on itself": (
        "relevance", "section.0.field.3.relevant", {"why_bad": "x"},
        "relevance › questions › why_bad.relevant", "不能看自己",
    ),
    "a choice that is not there": (
        "relevance", "section.0.field.3.relevant", {"result": ["bad", "ugly"]},
        "relevance › questions › why_bad.relevant", "result 没有选项 ugly",
    ),
    "a required field that is never relevant": (
        "relevance", "section.0.field.3.relevant", {"result": "ugly"},
        "relevance › questions › why_bad.relevant", "永远不会成立",
    ),
    "yes or no as true": (
        "steps", "step.1.relevant", {"needs_repair": True}, "steps › repair.relevant", "永远不会成立",
    ),
    "one of no values": (
        "relevance", "section.0.field.3.relevant", {"comment": []},
        "relevance › questions › why_bad.relevant", "永远不会成立",
    ),
    "an answer that only a later step gives": (
        "steps", "section.1.field.0.relevant", {"rating": "good"},
        "steps › repaired › remedy.relevant", "rating 要到后面的步骤才填写",
    ),
    "an operator nobody knows": (
        "relevance", "section.0.field.7.relevant", {"hours": {"above": 3}},
        "relevance › questions › overtime.relevant", "不认识的条件 above",
    ),
    "a limit of a condition that is no number": (
        "relevance", "section.0.field.7.relevant", {"hours": {"min": "many"}},
        "relevance › questions › overtime.relevant", "min 要写数字",
    ),
    "a condition on an answer of several parts": (
        "kinds", "section.0.field.1.relevant", {"normal_or_handled": "handled"},
        "kinds › all › a_text.relevant", "不能比较 normal_or_handled 的答案",
    ),
    "by somebody else than nobody does": (
        "steps", "step.1", {"name": "repair", "by": "technician", "label": text("修"), "sections": ["repaired"],
            "other_than": ["moon"], "else_by": "hr"}, "steps › repair", "other_than 没有名为 moon 的步骤",
    ),
    "by somebody else than does it later": (
        "steps", "step.1", {"name": "repair", "by": "technician", "label": text("修"), "sections": ["repaired"],
            "other_than": ["sign"], "else_by": "hr"}, "steps › repair", "只能写前面的步骤",
    ),
    "what an earlier step said, of another kind": (
        "steps", "section.1.field.1", field("again", **{"from": "answer.needs_repair"}),
        "steps › repair › again", "前面步骤里的一个同类字段",
    ),
    "what an earlier step said, and no step did": (
        "steps", "section.1.field.1", field("again", **{"from": "answer.moon"}),
        "steps › repair › again", "前面步骤里的一个同类字段",
    ),
    "by somebody else, and when there is nobody": (
        "steps", "step.1", {"name": "repair", "by": "technician", "label": text("修"), "sections": ["repaired"],
            "other_than": ["ask"]}, "steps › repair", "else_by 要写",
    ),
    "somebody else than the client": ("steps", "step.2.other_than", ["ask"], "steps › sign", "按角色完成"),
    "else by, but else than whom": ("steps", "step.0.else_by", "hr", "steps › ask", "要和 other_than 一起写"),
    "a person of a role nobody has": (
        "steps", "section.0.field.1.constraint", {"roles": ["technician", "boss"]},
        "steps › asked › engineer", "constraint.roles 不认识 boss",
    ),
    "a person of no role": (
        "steps", "section.0.field.1.constraint", {"roles": []}, "steps › asked › engineer", "没有人可选",
    ),
    "roles of what is no person": (
        "limits", "section.0.field.4", field(constraint={"roles": ["hr"]}),
        "limits › visit › more", "text 没有约束 roles",
    ),
    "a statement that must be answered": (
        "kinds", "section.0.field.0.required", True, "kinds › all › a_note", "不能必填",
    ),
}  # fmt: skip


VISIT = "limits › visit › more"


def more(**words) -> tuple:
    """A fifth question of the form `limits`."""
    return "limits", "section.0.field.4", field(**words), VISIT


# Found by test_generated.py: accepted, and then not to be filled, sealed, listed or kept from others' eyes.
MISTAKES |= {
    "a form nobody can begin": (
        "limits", "step.0", {"name": "fill", "by": "client", "label": text("签"), "sections": ["visit"], "sign": text("签"), "consent": CONSENT},
        "limits › fill", "没有人能开单",
    ),
    "an assignee who need not be named": ("steps", "section.0.field.1.required", ABSENT, "steps › repair", "engineer 要必填"),
    "devices in a client's step": (
        "steps", "section.2.field.1", field(type="devices"), "steps › sign › more", "客户的步骤不能填写设备",
    ),
    "documents in a client's step": (
        "steps", "section.2.field.1", field(type="documents"), "steps › sign › more", "没有账号也能填的步骤",
    ),
    "a technician's step of a sheet no technician sees": ("repeat", "step.0.by", "dispatcher", "repeat", "personal"),
    "a number in small letters": ("limits", "number", "li", "limits", "number 只能用大写字母"),
    "a key with a slash": ("limits", "key", "a/b", "a/b", "key 只能用小写字母"),
    "a name without end": ("limits", "section.0.field.4", field("a" * 61), f"limits › {'a' * 61}", "只能用小写字母"),
    "a field that conditions would take for a word": (
        "limits", "section.0.field.4", field("any_of"), "limits › any_of", "any_of 另有意思",
    ),
    "a control character": ("limits", "label", {"zh": "a\0b", "en": "b"}, "limits.label.zh", "有控制字符"),
    "a number without end": (*more(type="integer", constraint={"max": float("inf")})[:3], "limits", "不能封存的值"),
    "a day that TOML knows and JSON does not": (*more(type="date", default=date(2026, 11, 24))[:3], "limits", "不能封存的值"),
    "limits that leave nothing": (*more(type="integer", constraint={"min": 5, "max": 4}), "没有答案能满足"),
    "a most below the least there always is": (*more(type="decimal", constraint={"max": -1}), "没有答案能满足"),
    "limits between two whole numbers": (*more(type="integer", constraint={"min": 0.2, "max": 0.8}), "没有答案能满足"),
    "a box to draw in that is none": (*more(boxed=True), "boxed 只用于照片"),
    "an answer that must be there and nobody may give": (
        *more(read_only=True, required=True), "永远填不了",
    ),
    "an answer that may have to be there and nobody may give": (
        *more(read_only=True, required={"until": "2026-11-29"}), "永远填不了",
    ),
    "an answer that nobody may give in a row that somebody adds": (
        "limits", "section.0.field.4",
        field(type="repeat", field=[field("inner", read_only=True, required=True, default="x")]),
        "limits › visit › more › inner", "人添加的行",
    ),
    "a table without rows": (*more(type="repeat", constraint={"max": 0}, field=[field("inner")]), "没有答案能满足"),
    "a text without room": (*more(constraint={"max_length": 0}), "max_length 至少是 3"),
    "a day limited by what is none": (*more(type="date", constraint={"not_after": "name"}, name="more"), "name"),
    "a default of another kind": (*more(type="integer", default=["7"]), "default 不像"),
    "a default that cannot be chosen": (*more(type="select_one", choices=CHOICES, default="c"), "default 不是其中的选项"),
    "a choice with a space before it": (
        *more(type="select_one", choices=[{"name": " a", "label": text("甲")}]), "首尾不能有空格",
    ),
    "a meaning of another kind": (*more(means="devices"), "text 不能有 means devices"),
    "a private answer that every list shows": (*more(means="request", private_to=["supervisor"]), "列表向所有人显示"),
    "a decimal that is to be exactly something": (
        "relevance", "section.0.field.4.relevant", {"hours": 3}, "relevance › questions › reasons.relevant", "用 min 和 max 比较",
    ),
    "a text that is to be a number": (
        "relevance", "section.0.field.4.relevant", {"comment": 3}, "relevance › questions › reasons.relevant", "永远不会成立",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_its_place(name):
    key, place, value, where, sentence = MISTAKES[name]
    found = in_words(check(definition_of_data(changed(source(key), place, value))))
    assert [place for place, said in found if sentence in said] == [where], found


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_in_english_too(name):
    """All of it: nothing is put together in Chinese before it is translated."""
    key, place, value, where, _sentence = MISTAKES[name]
    found = in_words(check(definition_of_data(changed(source(key), place, value))), "en")
    assert where in [place for place, _said in found]
    assert not [
        said for _place, said in found if re.search("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]", said)
    ]


@pytest.mark.parametrize("key", DEFINITIONS)
def test_the_tiny_definitions_can_work(key):
    assert check(DEFINITIONS[key]) == []


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.toml")), ids=lambda path: path.stem)
def test_the_companys_definitions_can_work(path):
    assert check(load(path)) == []


def test_hours_between_times_that_only_a_later_step_gives_are_found():
    data = changed(source("steps"), "section.0.field.2", field("came", "datetime"))
    data = changed(data, "section.1.field.1", field("went", "datetime"))
    worked = field("worked", "decimal", constraint={"hours_from": "came", "hours_to": "went"})
    assert check(definition_of_data(changed(data, "section.1.field.2", worked))) == []
    assert in_words(check(definition_of_data(changed(data, "section.0.field.3", worked)))) == [
        ("steps › asked › worked", "went 要到后面的步骤才填写")
    ]


def test_a_limit_that_only_a_later_step_gives_is_found():
    data = changed(source("steps"), "section.1.field.1", field("went", "datetime"))
    came = field("came", "datetime", constraint={"not_after": "went"})
    assert check(definition_of_data(changed(data, "section.1.field.2", came))) == []
    assert in_words(check(definition_of_data(changed(data, "section.0.field.2", came)))) == [
        ("steps › asked › came", "went 要到后面的步骤才填写")
    ]


def test_relevance_in_a_circle_is_found():
    data = changed(
        source("relevance"), "section.0.field.5.relevant", {"how_slow": "very"}
    )  # comment → … → comment
    data = changed(data, "section.0.field.4.relevant", {"result": "bad", "comment": "x"})
    found = dict(in_words(check(definition_of_data(data))))
    assert "圈" in found["relevance › comment"]
    assert "圈" in found["relevance › how_slow"]


def test_a_circle_through_a_sections_relevance_is_found():
    data = changed(source("relevance"), "section.0.field.5.relevant", {"repaired_by": "x"})
    data = changed(data, "section.1.relevant", {"comment": "x"})
    assert "圈" in dict(in_words(check(definition_of_data(data))))["relevance › comment"]


def test_a_circle_through_any_of_is_found():
    data = changed(source("relevance"), "section.0.field.5.relevant", {"any_of": ["any_word"]})
    assert "圈" in dict(in_words(check(definition_of_data(data))))["relevance › comment"]


@pytest.mark.parametrize(
    "name", sorted(name for name in dir(wtforms.Form()) if name.islower() and name[0] != "_")
)
def test_no_field_takes_a_name_that_the_form_class_needs(name):
    data = changed(source("limits"), "section.0.field.0.name", name)
    assert ("limits › " + name, "字段不能叫这个名字") in in_words(check(definition_of_data(data)))


def test_who_has_no_account_sends_no_documents():
    asking = changed(source("limits"), "section.0.field.4", field("plan", "documents"))
    assert check(definition_of_data(asking)) == []
    assert in_words(check(definition_of_data(changed(asking, "public", True)))) == [
        ("limits › fill › plan", "没有账号也能填的步骤不能有 documents")
    ]
