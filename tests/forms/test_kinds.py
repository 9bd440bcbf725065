"""Each kind's rules and faces. Every kind of KINDS is walked; none is forgotten."""

from datetime import date, datetime
from pathlib import Path

import pytest

from fieldforms import i18n
from fieldforms.forms import reading
from fieldforms.forms.answers import problems_of_answers
from fieldforms.forms.definition import Field
from fieldforms.forms.faces import Box, Count, Face
from fieldforms.forms.kinds import DIGEST, KINDS, NormalOrHandled, TwoCounts, clean_text, kind_of
from fieldforms.forms.loading import LIBRARY, load
from tests.forms import generated_answers
from tests.forms.answers_of_kinds import CHOICES, COUNTS, EXAMPLES, NOW, PHOTO
from tests.forms.tiny import DEFINITIONS, one_field, text

TEMPLATES = Path(i18n.__file__).parent / "templates"
ANSWERED = sorted(set(EXAMPLES) - {"note"})


def wrong(value, **words) -> list[str]:
    form = one_field(**words)
    found = problems_of_answers(form, form.steps[0], {"answer": value}, None, NOW)
    for item in found:
        for lang in i18n.LANGUAGES:
            spoken = {
                key: i18n.pick(each, lang) if isinstance(each, dict) else each
                for key, each in item.values.items()
            }
            assert "%(" not in i18n.gettext(item.sentence, lang, **spoken)
    return [item.sentence for item in found]


def face(value, **words) -> Face:
    field = one_field(**words).fields["answer"]
    return KINDS[field.type].paper(value, field, "zh")


def test_every_kind_has_its_example_here():
    lacks, unknown = KINDS.keys() - EXAMPLES.keys(), EXAMPLES.keys() - KINDS.keys()
    assert not lacks, f"add to EXAMPLES, in answers_of_kinds.py, an answer of {lacks} and how it reads"
    assert not unknown, f"take {unknown} out of EXAMPLES, in answers_of_kinds.py: no kind is called so"


def test_a_generated_walk_answers_every_kind():
    lacks = set(KINDS) - generated_answers.SAYS.keys()
    assert not lacks, "add how a generated walk answers it to SAYS in tests/forms/generated_answers.py"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_template_that_edits_it(kind):
    name = f"fields/{KINDS[kind].template}.html"
    assert (TEMPLATES / name).is_file(), f"write templates/{name}, or name the kind it is edited_like"


def test_every_field_template_belongs_to_a_kind():
    edited = {kind.template for kind in KINDS.values()}
    unused = {path.stem for path in (TEMPLATES / "fields").glob("*.html")} - {"read_only"} - edited
    assert not unused, f"no kind is edited by {unused}: remove it from templates/fields/"


def test_a_kind_made_from_another_is_edited_like_it_and_counts_as_one():
    class Agreed(type(KINDS["yes_no"])):
        name = "agreed"

    assert Agreed().template == "select_one"
    assert Agreed().one_of_few and not Agreed().needs_choices


def test_a_field_whose_type_nobody_knows_is_of_a_kind_that_is_nothing():
    for field in (None, Field("a", "no_such_type", {})):
        kind = kind_of(field)
        assert not (kind.name or kind.refers or kind.is_time or kind.is_number or kind.has_rows)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_known_by_its_own_name_and_has_all_faces(kind):
    assert KINDS[kind].name == kind
    for name in ("read", "check", "text", "paper", "xlsx", "is_answered"):
        assert callable(getattr(KINDS[kind], name))


@pytest.mark.parametrize("kind", ANSWERED)
def test_a_good_answer_is_accepted(kind):
    words, value, *_ = EXAMPLES[kind]
    assert wrong(value, type=kind, required=True, **words) == []


@pytest.mark.parametrize("kind", ANSWERED)
def test_a_missing_answer_is_asked_for(kind):
    words = EXAMPLES[kind][0]
    assert wrong(None, type=kind, required=True, **words) == [KINDS[kind].asks]
    assert wrong(None, type=kind, **words) == []


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_answer_reads_in_both_languages(kind):
    words, value, zh, en = EXAMPLES[kind]
    field = one_field(type=kind, **words).fields["answer"]
    assert KINDS[kind].text(value, field, "zh") == zh
    assert KINDS[kind].text(value, field, "en") == en or en is None


@pytest.mark.parametrize("kind", EXAMPLES)
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_no_answer_has_all_faces_too(kind, lang):
    """A blank sheet to write on: boxes without ticks, counts without numbers."""
    words = EXAMPLES[kind][0]
    field = one_field(type=kind, **words).fields["answer"]
    drawn = KINDS[kind].paper(None, field, lang)
    assert KINDS[kind].text(None, field, lang) == drawn.text == ""
    assert KINDS[kind].xlsx(None, field, lang) is None
    assert not any(box.ticked for box in drawn.boxes)
    assert not any(count.number for count in drawn.counts)
    assert not drawn.struck


@pytest.mark.parametrize("kind", ANSWERED)
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_an_answer_shows_on_paper_and_in_a_cell(kind, lang):
    words, value, *_ = EXAMPLES[kind]
    field = one_field(type=kind, **words).fields["answer"]
    assert KINDS[kind].paper(value, field, lang) != KINDS[kind].paper(None, field, lang)
    assert isinstance(KINDS[kind].xlsx(value, field, lang), str | int | float | date | datetime)


# Text


@pytest.mark.parametrize(("kind", "limit"), [("text", 200), ("long_text", 4000)])
def test_text_has_a_limit_of_its_own(kind, limit):
    assert wrong("字" * limit, type=kind) == []
    assert wrong("字" * (limit + 1), type=kind) == ["“%(label)s”最多 %(max)s 个字。"]


def test_a_form_sets_its_own_limit_of_characters():
    assert wrong("阿卜杜热合曼·买买提艾力·吐尔逊江先生一", type="text", constraint={"max_length": 20}) == []
    assert len(wrong("字" * 21, type="text", constraint={"max_length": 20})) == 1


@pytest.mark.parametrize(
    "value", ["0571-5555 0100", "+86 571 5555 0100", "138 5710 0001", "0571-55550100转8021", "110"]
)
def test_landlines_and_mobiles_are_phones(value):
    assert wrong(value, type="phone") == []


@pytest.mark.parametrize("value", ["有事请找徐明", "12", "1" * 31, "13857100001<script>"])
def test_what_is_no_phone_is_refused(value):
    assert wrong(value, type="phone") == [reading.NOT_A_PHONE]


# Numbers

NO_NUMBER = {"integer": reading.NOT_A_WHOLE_NUMBER, "decimal": reading.UNREADABLE_NUMBER}
SMALL, BIG = (
    "“%(label)s”不能小于 %(min)s。",
    "“%(label)s”不能大于 %(max)s。",
)


@pytest.mark.parametrize("kind", ["integer", "decimal"])
@pytest.mark.parametrize(
    "value", ["twelve", "1.2.3", "NaN", "sNaN", "Infinity", "-inf", "1e999", "½", "1_000", "二"]
)
def test_what_is_no_number_is_kept_as_typed_and_refused_with_a_sentence(kind, value):
    assert wrong(value, type=kind) == [NO_NUMBER[kind]]
    field = one_field(type=kind).fields["answer"]
    assert KINDS[kind].text(value, field, "zh") == value


def test_a_whole_number_is_whole_and_not_endless():
    assert wrong("1.5", type="integer") == [reading.NOT_A_WHOLE_NUMBER]
    assert wrong("12345678901", type="integer") == [BIG]


@pytest.mark.parametrize("value", [[1], {"a": 1}, True, 1.5])
def test_an_integer_of_the_wrong_shape_is_refused(value):
    assert wrong(value, type="integer") == [reading.NOT_A_WHOLE_NUMBER]


@pytest.mark.parametrize(
    ("kind", "value", "constraint", "sentences"),
    [
        ("integer", 0, {}, []),
        ("integer", -1, {}, [SMALL]),  # nobody counts below nothing, unless the form says so
        ("integer", -1, {"min": -5}, []),
        ("integer", -6, {"min": -5}, [SMALL]),
        ("integer", 10, {"max": 10}, []),
        ("integer", 11, {"max": 10}, [BIG]),
        ("decimal", "0.00", {}, []),
        ("decimal", "-0.01", {}, [SMALL]),
        ("decimal", "10.00", {"max": 10}, []),
        ("decimal", "10.01", {"max": 10}, [BIG]),
        ("decimal", "1.05", {"min": 1.05}, []),
        ("decimal", "1.1", {"max": 1.1}, []),
    ],
)
def test_numbers_keep_their_limits(kind, value, constraint, sentences):
    assert wrong(value, type=kind, constraint=constraint) == sentences


@pytest.mark.parametrize(
    ("hours", "start", "end", "refused"),
    [
        ("7.5", "2026-11-24T10:00", "2026-11-24T17:30", False),
        ("7.51", "2026-11-24T10:00", "2026-11-24T17:30", True),
        ("0.66", "2026-11-24T10:00", "2026-11-24T10:40", False),
        ("48", "2026-11-24T10:00", "2026-11-26T09:59", True),
        ("9", "2026-11-24T10:00", None, False),  # asked for by the question itself
        ("9", "2026-11-24T17:30", "2026-11-24T10:00", False),  # said of the question it is wrong about
        ("9", "morgen", "2026-11-24T10:00", False),
    ],
)
def test_hours_are_no_more_than_there_are(overtime, hours, start, end, refused):
    field, answers = overtime.fields["hours"], {"from_at": start, "to_at": end}
    found = list(
        KINDS["decimal"].check(hours, field, {"answers": answers, "fields": overtime.fields, "now": ""})
    )
    assert [sentence for sentence, _values in found] == (
        ["“%(label)s”不能多于从“%(start)s”到“%(end)s”的 %(hours)s 小时。"] if refused else []
    )
    assert not refused or found[0][1]["hours"] in ("7.5", "47.98")


@pytest.fixture(scope="module")
def overtime():
    return load(LIBRARY / "overtime-request.toml")


def test_a_decimal_is_a_number_in_a_spreadsheet_and_a_string_in_a_seal():
    field = one_field(type="decimal").fields["answer"]
    assert KINDS["decimal"].xlsx("1.50", field, "zh") == 1.5


def test_an_item_with_a_number_is_called_by_it():
    assert wrong({"result": "unresolved"}, type="normal_or_handled", no="9") == [SAY]


# Days and times


@pytest.mark.parametrize(
    "value",
    ["24.11.2026", "2026-02-30", "2026-13-01", "morgen", "20261124", "2026-W48-2", "2026-11-24T10:00"],
)
def test_what_is_no_date_is_refused(value):
    assert wrong(value, type="date") == [reading.UNREADABLE_DAY]


@pytest.mark.parametrize(
    "value", ["2026-11-24", "2026-11-24T25:00", "2026-11-24T14", "20261124T1410", "14:10", "T", "2026-11-24T"]
)
def test_what_is_no_time_is_refused(value):
    assert wrong(value, type="datetime") == [reading.NOT_A_MINUTE]


@pytest.mark.parametrize(
    ("answers", "sentences"),
    [
        ({"arrival": NOW}, []),
        ({"arrival": "2026-11-24T14:11"}, ["“%(label)s”不能晚于现在。"]),
        ({"arrival": "2026-11-24T09:00", "departure": "2026-11-24T09:00"}, []),
        (
            {"arrival": "2026-11-24T09:00", "departure": "2026-11-24T08:59"},
            ["“%(label)s”不能早于“%(other)s”。"],
        ),
        ({"departure": "2020-01-01T00:00"}, []),  # nothing to compare with
        ({"arrival": "2026-11-24T09:00", "follow_up": "2026-11-24"}, []),  # the same day
        ({"arrival": "2026-11-24T09:00", "follow_up": "2026-11-23"}, ["“%(label)s”不能早于“%(other)s”。"]),
        ({"follow_up": "2026-12-01", "until": "2026-12-01"}, []),
        ({"follow_up": "2026-12-02", "until": "2026-12-01"}, ["“%(label)s”不能晚于“%(other)s”。"]),
        ({"arrival": "soon", "departure": "2026-11-24T09:00"}, [reading.NOT_A_MINUTE]),
    ],
)
def test_days_and_times_are_compared(answers, sentences):
    form = DEFINITIONS["limits"]
    assert [
        item.sentence for item in problems_of_answers(form, form.steps[0], answers, None, NOW)
    ] == sentences


def test_dates_are_dates_in_a_spreadsheet():
    assert KINDS["date"].xlsx("2026-11-24", None, "zh") == date(2026, 11, 24)
    assert KINDS["datetime"].xlsx("2026-11-24T14:10", None, "zh") == datetime(2026, 11, 24, 14, 10)
    assert KINDS["date"].xlsx("irgendwann", None, "zh") == "irgendwann"


# Choices


@pytest.mark.parametrize(
    ("kind", "value"), [("select_one", "green"), ("select_multiple", ["red", "green"]), ("yes_no", "maybe")]
)
def test_a_choice_that_is_not_there_is_refused_and_still_readable(kind, value):
    words = {"type": kind, "choices": [] if kind == "yes_no" else CHOICES}
    assert wrong(value, **words) == ["“%(label)s”里没有这个选项。"]
    assert ("maybe" if kind == "yes_no" else "green") in KINDS[kind].text(
        value, one_field(**words).fields["answer"], "zh"
    )


def test_the_box_that_was_chosen_is_ticked():
    assert face(["blue"], type="select_multiple", choices=CHOICES).boxes == (
        Box("红", False),
        Box("蓝", True),
    )


def test_a_sheet_may_word_yes_and_no_its_own_way():
    words = [{"name": "yes", "label": text("已恢复")}, {"name": "no", "label": text("未恢复")}]
    assert face("no", type="yes_no", choices=words).boxes == (Box("已恢复", False), Box("未恢复", True))


# References


def test_a_person_who_was_not_found_is_refused():
    assert wrong({"id": 99}, type="user") == ["“%(label)s”里没有这个人。"]


def test_a_device_that_was_not_found_is_refused_by_its_code():
    assert wrong([{"code": "7K3QF9X2MN"}], type="devices") == ["没有找到编码为 %(code)s 的设备。"]


def test_photos_are_known_by_sha256_only():
    assert DIGEST.match(PHOTO)
    for other in ("", PHOTO[:-1], PHOTO + "0", PHOTO.upper(), PHOTO + "\n", "../" + PHOTO):
        assert not DIGEST.match(other)


# The maintenance table

BOTH = "第 %(no)s 项：“%(first)s”和“%(second)s”都要填 0 到 99999 的整数。"
MORE = "第 %(no)s 项：“%(second)s”不能超过“%(first)s”。"
SAY = "第 %(no)s 项：请写明未能处理的异常。"
SAY_OF = "“%(label)s”：请写明未能处理的异常。"


@pytest.mark.parametrize(
    ("value", "sentences"),
    [
        ({"counts": [6, 1]}, []),
        ({"counts": [6, 6]}, []),
        ({"counts": [0, 0]}, []),
        ({"counts": [6, 7]}, [MORE]),  # handled ≤ checked (forms.md §2)
        ({"counts": [6, None]}, [BOTH]),
        ({"counts": [None, 1]}, [BOTH]),
        ({"counts": ["six", 1]}, [BOTH]),
        ({"counts": [-1, 0]}, [BOTH]),
        ({"counts": [100_000, 0]}, [BOTH]),
        ({"counts": [None, None], "note": "太高"}, ["请填写“%(label)s”。"]),
        ({"not_applicable": True}, []),
    ],
)
def test_two_counts_need_both_numbers_and_handled_within_checked(value, sentences):
    assert wrong(value, type="two_counts", counts=COUNTS, within=True, required=True) == sentences


def test_what_was_broken_stands_on_its_own():
    """A broken unit may go uncleaned (forms.md §2)."""
    assert wrong({"counts": [0, 3]}, type="two_counts", counts=COUNTS) == []


@pytest.mark.parametrize(
    ("value", "sentences"),
    [
        ({"result": "normal"}, []),
        ({"result": "handled"}, []),
        ({"result": "handled", "note": "重启"}, []),
        ({"result": "unresolved"}, [SAY_OF]),
        ({"result": "unresolved", "note": "磁盘报错"}, []),
        ({"result": "perfect"}, ["“%(label)s”里没有这个选项。"]),
        ({"result": "", "note": "磁盘报错"}, ["请填写“%(label)s”。"]),
        ({"not_applicable": True}, []),
    ],
)
def test_what_could_not_be_dealt_with_is_said(value, sentences):
    assert wrong(value, type="normal_or_handled", required=True) == sentences


def test_the_papers_two_boxes_and_a_third_only_when_it_was_needed():
    assert [box.label for box in face({"result": "normal"}, type="normal_or_handled").boxes] == [
        "正常",
        "异常已处理",
    ]
    unresolved = face({"result": "unresolved", "note": "磁盘报错"}, type="normal_or_handled")
    assert unresolved.boxes[-1] == Box("异常未能处理", True)
    assert unresolved.note == "磁盘报错"
    assert KINDS["normal_or_handled"].is_unsettled({"result": "unresolved", "note": "x"}, None)
    assert not KINDS["normal_or_handled"].is_unsettled({"result": "handled"}, None)


def test_counts_stand_on_paper_as_the_company_writes_them():
    drawn = face({"counts": [6, 1], "photos": [PHOTO]}, type="two_counts", counts=COUNTS)
    assert drawn.counts == (Count("检查", 6, "个"), Count("处理", 1, "个"))
    assert drawn.counts_ticked
    assert drawn.photos == (PHOTO,)


@pytest.mark.parametrize("kind", [TwoCounts.name, NormalOrHandled.name])
def test_not_applicable_is_struck_out(kind):
    drawn = face({"not_applicable": True}, type=kind, counts=COUNTS)
    assert drawn.struck
    assert not drawn.counts_ticked
    assert not any(box.ticked for box in drawn.boxes)


def test_text_cannot_turn_its_direction():
    assert clean_text("\u202eRTL\u2066 123\u2069") == "RTL 123"


# Names drawn on a page

DING = "4000_4000_1_50_22000_400_89_0 15000_4200_200_50_200_13800_90_0_-3200_-1500_30_-10"


def signature(body: dict):
    return KINDS["signature"].read(body, one_field(type="signature").fields["answer"])


def test_a_drawn_name_wins_over_a_typed_one():
    drawn = signature({"answer.name": " 丁一 ", "answer.strokes": DING, "answer.typed": "1"})
    assert drawn == {"name": "丁一", "strokes": DING}
    assert signature({"answer.name": "丁一", "answer.typed": "1"}) == {"name": "丁一", "typed": True}
    assert signature({}) is None


@pytest.mark.parametrize("half", [{"name": "丁一"}, {"strokes": DING}, {"typed": True}])
def test_half_a_signature_is_asked_for(half):
    assert wrong(half, type="signature") == [KINDS["signature"].asks]


@pytest.mark.parametrize("ink", ["4000_4000_1_50", "一笔", "1_2", "ab" * 32])
def test_a_dot_and_what_is_no_ink_are_refused(ink):
    assert wrong({"name": "丁一", "strokes": ink}, type="signature") != []


def test_the_drawn_name_stands_on_paper():
    drawn = face({"name": "丁一", "strokes": DING}, type="signature")
    assert drawn.text == "丁一" and len(drawn.ink) == 2 and not drawn.empty
