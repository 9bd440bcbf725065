"""Every door through which typed text comes, held to the one reading (tests/typed.py): what the sheet keeps the register
keeps, and what one refuses the other does. A new input or kind is found by itself."""

import pytest
from werkzeug.datastructures import MultiDict

from fieldforms.errors import Invalid
from fieldforms.flow import form_input, local_time
from fieldforms.flow.cabling.port_input import CONNECTION_COLUMNS
from fieldforms.flow.form_input import DayInput, NumberInput, TextInput
from fieldforms.flow.people.accounts import TYPED_INPUTS, USER_INPUTS
from fieldforms.flow.register import register_columns
from fieldforms.flow.shaped_inputs import CodeInput, MoneyInput, PhoneInput
from fieldforms.flow.stock.parts import count_from_text
from fieldforms.forms.answers import problems_of_answers
from fieldforms.forms.kinds import KINDS
from fieldforms.forms.kinds.kind import TypedKind
from fieldforms.forms.questions import read_answers
from fieldforms.web import filters
from tests import typed
from tests.forms.tiny import one_field

NOW = "2300-01-01T00:00"  # no day of the tables is to come
COLUMNS = [
    (column.name, column.kind)
    for table in (
        register_columns.DEVICE_COLUMNS,
        register_columns.CLIENT_COLUMNS,
        register_columns.CONTACT_COLUMNS,
        register_columns.ROOM_COLUMNS,
        register_columns.PART_COLUMNS,
        register_columns.MODEL_COLUMNS,
        CONNECTION_COLUMNS,
    )
    for column in table
] + [*USER_INPUTS.items(), *TYPED_INPUTS.items()]


def through_sheet(kind: str, **words):
    """Through the page of a form with one question: posted, read, checked."""
    form = one_field(type=kind, **words)

    def door(text):
        answers = read_answers(form, form.steps[0], MultiDict({"answer": text}))
        wrong = problems_of_answers(form, form.steps[0], answers, None, NOW)
        assert not wrong or answers["answer"]  # what is refused is not lost
        return None if wrong else answers.get("answer", "")

    return door


def through_input(kind):
    """Through a small form's table, with what its values are shown as."""

    def door(text):
        try:
            value = form_input.read_input({"it": kind}, {"it": text})["it"]
        except Invalid:
            return None
        again = form_input.read_input({"it": kind}, {"it": kind.text(value)})["it"]
        assert again == value  # kept, shown and read once more
        return value

    return door


def of_kind(wanted: type) -> list:
    return [pytest.param(through_input(kind), id=name) for name, kind in COLUMNS if type(kind) is wanted]


def or_none(rule):
    return lambda text: rule(text) or None


COUNTS = [
    ("a count", NumberInput("数")),
    *((name, kind) for name, kind in COLUMNS if type(kind) is NumberInput),
]


@pytest.mark.parametrize("kind", [kind for _name, kind in COUNTS], ids=[name for name, _kind in COUNTS])
@pytest.mark.parametrize(("text", "kept"), typed.WHOLE_NUMBERS)
def test_whole_numbers_of_small_forms(kind, text, kept):
    assert through_input(kind)(text) == (kept if kept is None or kept <= kind.most else None)


@pytest.mark.parametrize("door", [through_sheet("integer"), count_from_text])
@pytest.mark.parametrize(("text", "kept"), typed.WHOLE_NUMBERS)
def test_whole_numbers(door, text, kept):
    assert door(text) == kept


@pytest.mark.parametrize(("text", "kept"), typed.WHOLE_NUMBERS)
def test_counts_of_a_check_item(text, kept):
    counts = ({"label": {"zh": "检查", "en": "Checked"}},) * 2
    form = one_field(type="two_counts", counts=list(counts))
    body = MultiDict({"answer.first": text, "answer.second": "0"})
    answers = read_answers(form, form.steps[0], body)
    wrong = problems_of_answers(form, form.steps[0], answers, None, NOW)
    assert (None if wrong else answers["answer"]["counts"][0]) == kept
    assert answers["answer"]["counts"][0] == (text.strip() if kept is None else kept)


@pytest.mark.parametrize(("text", "kept"), typed.DECIMALS)
def test_decimals(text, kept):
    assert through_sheet("decimal")(text) == kept


@pytest.mark.parametrize(("text", "kept"), typed.DECIMALS)
@pytest.mark.parametrize("sign", ["", "¥", "￥ "])
def test_amounts(text, kept, sign):
    door = through_input(MoneyInput("价"))
    assert door(sign + text) == (None if kept is None else round(float(kept) * 100))


@pytest.mark.parametrize("door", [through_sheet("phone"), *of_kind(PhoneInput)])
@pytest.mark.parametrize(("text", "kept"), typed.PHONES)
def test_telephones(door, text, kept):
    assert door(text) == kept


def test_every_telephone_is_read_as_one():
    assert {
        name
        for name, kind in COLUMNS
        if getattr(kind, "type", "") == "tel" or "phone" in name and isinstance(kind, TextInput)
    } == {name for name, kind in COLUMNS if isinstance(kind, PhoneInput)}


@pytest.mark.parametrize(
    "door", [through_sheet("date"), or_none(filters.a_day), through_input(DayInput("日")), *of_kind(DayInput)]
)
@pytest.mark.parametrize(("text", "kept"), typed.DAYS)
def test_days(door, text, kept):
    assert door(text) == kept
    day = local_time.as_day(text)
    assert (day and day.isoformat()) == kept


@pytest.mark.parametrize(("text", "kept"), typed.MINUTES)
def test_minutes(text, kept):
    assert through_sheet("datetime")(text) == kept


LINES_OF_WORDS = [(name, kind) for name, kind in COLUMNS if type(kind) is TextInput]


@pytest.mark.parametrize(
    "door",
    [
        through_sheet("text"),
        through_input(TextInput("名")),
        *(
            through_input(kind)
            for _name, kind in LINES_OF_WORDS
            if kind.lines == 1 and not kind.needed and kind.most > 20
        ),
    ],
)
@pytest.mark.parametrize(("text", "kept"), typed.LINES)
def test_lines(door, text, kept):
    assert door(text) == kept


@pytest.mark.parametrize(
    "door",
    [through_sheet("long_text"), *(through_input(kind) for _name, kind in LINES_OF_WORDS if kind.lines > 1)],
)
@pytest.mark.parametrize(("text", "kept"), typed.WORDS)
def test_words(door, text, kept):
    assert door(text) == kept


@pytest.mark.parametrize("door", of_kind(CodeInput))
@pytest.mark.parametrize(("text", "kept"), typed.CODES)
def test_codes(door, text, kept):
    assert door(text) == kept


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        ("ip", "１９２。１６８。１。２０", "192.168.1.20"),
        ("ip", " 192.168.1.20 ", "192.168.1.20"),
        ("ip", "192.168.1", None),
        ("mac", "00－1a－2b－3c－4d－5e", "00:1A:2B:3C:4D:5E"),
        ("mac", "001a.2b3c.4d5e", "00:1A:2B:3C:4D:5E"),
        ("mac", "00:1A:2B", None),
    ],
)
def test_addresses_in_a_network(kind, text, kept):
    assert through_input(dict(COLUMNS)[kind])(text) == kept


def test_every_kind_that_is_one_text_goes_by_the_reading():
    assert {name for name, kind in KINDS.items() if kind.is_one_text} == {
        name for name, kind in KINDS.items() if isinstance(kind, TypedKind)
    }


def test_a_form_says_what_would_do():
    for kind, text in (
        (NumberInput("数", 99), "很多"),
        (PhoneInput("电话"), "见群"),
        (DayInput("日"), "昨天"),
        (DayInput("日"), "1800-01-01"),
    ):
        sentence, values = kind.mistake(text)
        said = sentence % {"label": "", **values}
        assert any(char.isdigit() for char in said)
