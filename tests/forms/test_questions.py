"""A posted body → answers, and back into the inputs: nothing typed is lost, nothing dangerous kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from fieldforms.forms.kinds import KINDS, clean_text
from fieldforms.forms.questions import form_class_of_step, read_answers
from tests.forms.tiny import DEFINITIONS, one_field

PHOTO, OTHER = "ab" * 32, "0f" * 32


def parsed(body: list[tuple[str, str]], key: str = "kinds") -> dict:
    definition = DEFINITIONS[key]
    return read_answers(definition, definition.steps[0], MultiDict(body))


# body, the answers in it
BODIES = [
    ([], {}),
    ([("a_text", "")], {}),
    ([("a_text", "   ")], {}),
    ([("a_text", " 机房 ")], {"a_text": "机房"}),
    ([("a_long_text", "一\r\n二\r三\n四")], {"a_long_text": "一\n二\n三\n四"}),
    ([("an_integer", " 12 ")], {"an_integer": 12}),
    ([("an_integer", "-3")], {"an_integer": -3}),
    ([("an_integer", "+3")], {"an_integer": 3}),
    ([("an_integer", "０１２")], {"an_integer": 12}),
    ([("an_integer", "twelve")], {"an_integer": "twelve"}),
    ([("an_integer", "1.5")], {"an_integer": "1.5"}),
    ([("an_integer", "12345678901")], {"an_integer": "12345678901"}),
    ([("a_decimal", "1.50")], {"a_decimal": "1.50"}),
    ([("a_decimal", "about 2")], {"a_decimal": "about 2"}),
    ([("a_date", "2026-11-24")], {"a_date": "2026-11-24"}),
    ([("a_date", "24.11.2026")], {"a_date": "2026-11-24"}),
    ([("a_datetime", "2026-11-24T14:10")], {"a_datetime": "2026-11-24T14:10"}),
    ([("a_datetime", "2026-11-24 14:10")], {"a_datetime": "2026-11-24T14:10"}),
    ([("a_datetime", "2026-11-24T14:10:33")], {"a_datetime": "2026-11-24T14:10"}),
    ([("a_datetime", "this afternoon")], {"a_datetime": "this afternoon"}),
    ([("a_phone", "0571-5555 0100")], {"a_phone": "0571-5555 0100"}),
    ([("a_yes_no", "yes")], {"a_yes_no": "yes"}),
    ([("a_choice", "blue")], {"a_choice": "blue"}),
    ([("a_choice", "green")], {"a_choice": "green"}),
    ([("choices", "tea"), ("choices", "milk")], {"choices": ["tea", "milk"]}),
    ([("choices", "tea"), ("choices", "tea"), ("choices", "")], {"choices": ["tea"]}),
    ([("choices", "\x00")], {}),
    ([("some_photos", PHOTO), ("some_photos", PHOTO), ("some_photos", OTHER)], {"some_photos": [PHOTO, OTHER]}),
    ([("some_photos", "../../etc/passwd"), ("some_photos", PHOTO.upper())], {}),
    ([("some_photos", PHOTO + "\n")], {}),
    ([("a_person", "3")], {"a_person": {"id": 3}}),
    ([("a_person", "somebody")], {}),
    ([("some_devices", "7K3QF9X2MN")], {"some_devices": [{"code": "7K3QF9X2MN"}]}),
    (
        [("some_devices", "A"), ("some_devices.add", "B, A；C\nD")],
        {"some_devices": [{"code": "A"}, {"code": "B"}, {"code": "C"}, {"code": "D"}]},
    ),
    ([("some_devices", "\x00"), ("some_devices.add", " , ")], {}),
    ([("a_note", "an answer to a statement")], {}),
    ([("two_counts.first", "6"), ("two_counts.second", "0")], {"two_counts": {"counts": [6, 0]}}),
    ([("two_counts.first", "6")], {"two_counts": {"counts": [6, None]}}),
    ([("two_counts.first", "six"), ("two_counts.second", "0")], {"two_counts": {"counts": ["six", 0]}}),
    ([("two_counts.first", ""), ("two_counts.second", " ")], {}),
    ([("two_counts.bulk", "1")], {}),
    ([("two_counts.note", "太高")], {"two_counts": {"counts": [None, None], "note": "太高"}}),
    (
        [("two_counts.first", "1"), ("two_counts.second", "1"), ("two_counts.photos", PHOTO), ("two_counts.bulk", "1")],
        {"two_counts": {"counts": [1, 1], "photos": [PHOTO], "bulk": True}},
    ),
    ([("two_counts.na", "1"), ("two_counts.first", "6")], {"two_counts": {"not_applicable": True}}),
    ([("normal_or_handled", "normal")], {"normal_or_handled": {"result": "normal"}}),
    ([("normal_or_handled", "na")], {"normal_or_handled": {"not_applicable": True}}),
    (
        [("normal_or_handled", "unresolved"), ("normal_or_handled.note", "磁盘报错")],
        {"normal_or_handled": {"result": "unresolved", "note": "磁盘报错"}},
    ),
    ([("normal_or_handled.note", "磁盘报错")], {"normal_or_handled": {"result": "", "note": "磁盘报错"}}),
    ([("normal_or_handled.bulk", "1")], {}),
    ([("not_a_field", "x"), ("csrf_token", "x"), ("version", "3")], {}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "answers"), BODIES)
def test_a_body_is_read(body, answers):
    assert parsed(body) == answers


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b", "ab"),
        ("\x1b[31mred", "[31mred"),
        ("tab\tstays", "tab\tstays"),
        ("\ud83d", None),  # half an emoji: cannot be written as UTF-8
        ("a\udcffb", "ab"),
        ("\ufffe\uffff", None),  # no characters: a spreadsheet with them does not open
        ("🙂👨‍👩‍👧", "🙂👨‍👩‍👧"),
        ("阿卜杜热合曼·买买提艾力·吐尔逊江先生", "阿卜杜热合曼·买买提艾力·吐尔逊江先生"),
        ("𠮷野家", "𠮷野家"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
    ],
)
def test_text_keeps_every_character_that_can_be_stored_and_printed(typed, kept):
    assert parsed([("a_long_text", typed)]) == ({"a_long_text": kept} if kept else {})


@given(st.text(alphabet=st.characters()))
def test_cleaning_twice_changes_nothing_more(typed):
    once = clean_text(typed)
    assert clean_text(once) == once
    once.encode()  # no half characters are left


names = st.sampled_from(
    [
        f"{name}{part}"
        for name in DEFINITIONS["kinds"].fields
        for part in ("", ".first", ".second", ".note", ".na")
    ]
)
anything = st.text(alphabet=st.characters(), max_size=30) | st.sampled_from(
    ["0", "7", "yes", "tea", "1", PHOTO]
)


@given(st.lists(st.tuples(names, anything), max_size=30))
def test_no_body_whatever_breaks_reading_and_answers_are_json(body):
    answers = parsed(body)
    assert json.loads(json.dumps(answers)) == answers
    json.dumps(answers, ensure_ascii=False).encode()


def test_inputs_carry_the_answers_again():
    answers = parsed([("a_text", "机房"), ("two_counts.first", "six"), ("choices", "tea")])
    definition = DEFINITIONS["kinds"]
    form = form_class_of_step(definition, definition.steps[0])(data=answers)
    assert form["a_text"].data == "机房"
    assert form["two_counts"].data == {"counts": ["six", None]}
    assert form["choices"].data == ["tea"]
    assert form["an_integer"].data is None


def test_questions_stand_in_the_sheets_order():
    definition = DEFINITIONS["kinds"]
    form = form_class_of_step(definition, definition.steps[0])()
    assert [question.name for question in form] == [
        field.name for field in definition.fields_of(definition.steps[0])
    ]


def test_only_the_steps_own_questions_are_read():
    definition = DEFINITIONS["steps"]
    body = MultiDict([("needs_repair", "yes"), ("rating", "good")])
    assert read_answers(definition, definition.step("ask"), body) == {"needs_repair": "yes"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_asked_and_left_empty(kind):
    form = one_field(type=kind, choices=[], counts=[])
    assert read_answers(form, form.steps[0], MultiDict()) == {}
