"""The company's sheet is always whole: what was not asked is printed empty, as on its paper."""

from itertools import pairwise

import pytest

from fieldforms.forms.loading import LIBRARY, definition_of_data, load
from fieldforms.paper import pdf
from fieldforms.paper.sheet import Box, blocks_of_form
from tests.forms.tiny import changed, source
from tests.paper import samples

NOON = 1763964667000
DONE = {
    "request": "话筒无声",
    "solution": "换线",
    "result": "completed",
    "accessories": "yes",
    "satisfaction": "satisfied",
}
NOT_DONE = DONE | {"result": "not_completed", "not_completed": ["other"], "remarks": "下周"}


def rows_of_form(key: str, answers: dict, lang: str = "zh") -> dict:
    blocks = blocks_of_form(load(LIBRARY / f"{key}.toml"), answers, lang)
    return {row.name: row for block in blocks for row in block.rows}


def printed_form(key: str, answers: dict) -> bytes:
    blocks = blocks_of_form(load(LIBRARY / f"{key}.toml"), answers, "zh")
    return pdf.render_sheet(samples.contact("zh", {}, blocks=blocks, signings=()), timestamp_ms=NOON)


@pytest.mark.parametrize("key", ["service-contact", "av-maintenance"])
def test_why_somebody_was_not_satisfied_is_printed_for_who_was(key):
    row = rows_of_form(key, DONE)["dissatisfied_with"]
    assert (row.no, row.face.boxes[0]) == ("4", Box("服务态度", False))
    assert not any(box.ticked for box in row.face.boxes)


def test_the_three_boxes_of_what_was_not_completed_are_printed_for_what_was():
    assert [box.ticked for box in rows_of_form("service-contact", DONE)["not_completed"].face.boxes] == [
        False
    ] * 3


def test_an_answer_that_no_longer_counts_is_printed_empty():
    row = rows_of_form("service-contact", DONE | {"not_completed": ["other"], "dissatisfied_with": ["skill"]})
    assert not any(
        box.ticked for name in ("not_completed", "dissatisfied_with") for box in row[name].face.boxes
    )


def test_the_first_sentence_stands_before_the_second_and_says_where_it_is_not_said(text):
    assert "1、您的系统设备已经验收并正常工作（确认正常此次服务即作完成处理）2、" in text(
        printed_form("service-contact", DONE)
    )
    assert "即作完成处理）（不适用）2、" in text(printed_form("service-contact", NOT_DONE))


def test_what_does_not_apply_keeps_its_blanks(text):
    definition = load(LIBRARY / "av-maintenance.toml")
    items = [
        field for field in definition.fields.values() if field.type in ("two_counts", "normal_or_handled")
    ]
    printed = text(printed_form("av-maintenance", {item.name: {"not_applicable": True} for item in items}))
    assert printed.count("□检查个，处理个不适用") == 10
    assert printed.count("□清理台，") == 2
    assert printed.count("□正常□异常已处理不适用") == 2


def test_a_report_of_which_nothing_applies_fits_one_page(pages):
    definition = load(LIBRARY / "av-maintenance.toml")
    items = [
        field for field in definition.fields.values() if field.type in ("two_counts", "normal_or_handled")
    ]
    answers = {item.name: {"not_applicable": True} for item in items}
    blocks = blocks_of_form(definition, answers, "zh")
    assert pages(pdf.render_sheet(samples.contact("zh", {}, blocks=blocks), timestamp_ms=NOON)) == 1


@pytest.mark.parametrize("answers", [{}, {"fault_focus": "线路"}])
def test_the_survey_has_its_five_boxes_to_draw_in(words, answers):
    blocks = blocks_of_form(load(LIBRARY / "device-survey.toml"), answers, "zh")
    diagrams = samples.contact(
        "zh", {}, blocks=[each for each in blocks if each.name == "connections"], signings=()
    )
    drawn = ["音频", "视频", "中控", "电源", "网络"]
    printed = [word for word in words(pdf.render_sheet(diagrams, timestamp_ms=NOON)) if word.text in drawn]
    assert [word.text for word in printed] == drawn
    assert all(other.top - one.top > 80 for one, other in pairwise(printed))


def test_a_part_that_does_not_apply_is_printed_too():
    blocks = blocks_of_form(load(LIBRARY / "conference-support.toml"), {"video_conference": "no"}, "zh")
    assert "sites" in [block.name for block in blocks]


def test_what_is_off_the_sheet_shows_what_was_asked():
    assert "lamp_hours" not in rows_of_form("service-contact", DONE | {"wear": ["filter"]})
    assert "filter_state" in rows_of_form("service-contact", DONE | {"wear": ["filter"]})


def test_pictures_without_a_box_on_the_paper_take_no_place(text):
    assert "现场照片" not in text(printed_form("service-contact", DONE))
    boxed = changed(source("kinds"), "key", "kinds")
    plain = changed(source("kinds"), "key", "kinds")
    for section in plain["section"]:
        for field in section["field"]:
            field.pop("boxed", None)
    rows = [
        [row.boxed for block in blocks_of_form(definition_of_data(data), {}, "zh") for row in block.rows]
        for data in (boxed, plain)
    ]
    assert any(rows[0]) and not any(rows[1])
