"""Blank sheets: every line of the form, the place filled in, nothing else."""

import pytest

from fieldforms.errors import NotAllowed, NotFound
from fieldforms.flow.filling import blank_sheets
from fieldforms.forms.faces import Face


def blank(world, origin, key="service-contact", login="chen", lang="zh"):
    return blank_sheets.blank_sheet(world.actor(login), key, origin, lang)


def faces(sheet) -> dict:
    return {row.name: row.face for block in sheet.blocks for row in block.rows}


def test_every_line_is_there_with_the_client_filled_in_and_no_time_or_person(world):
    sheet = blank(world, {"room": world.office.room.id})
    said = faces(sheet)
    assert said["client_name"].text == "市政务服务中心" and said["contact"].text == "徐明"
    assert said["arrival"].text == "" and said["not_completed"].boxes, (
        "asked on no filled sheet, shown on a blank one"
    )
    assert not any(box.ticked for box in said["result"].boxes + said["satisfaction"].boxes)
    assert [(each.label, each.outcome) for each in sheet.signings] == [
        ("客户签字", "")
    ] and sheet.number == ""


def test_it_says_where_it_belongs(world):
    code, device = world.office.code.code, world.office.device
    footer = blank(world, {"device": device.id}).footer
    assert footer[0] == f"政务中心 · 政务中心第一会议室 · {device.name} · {code}"
    assert device.name in faces(blank(world, {"device": device.id}))["serviced_devices"].text
    assert faces(blank(world, {"room": world.office.room.id}))["serviced_devices"] == Face()


def test_open_points_and_answers_of_others_are_not_printed(world):
    world.signed_sheet(open_points="待换端子")
    assert faces(blank(world, {"device": world.office.device.id}))["open_points"].text == ""


def test_who_cannot_begin_the_form_there_gets_none(world):
    with pytest.raises(NotAllowed):
        blank(world, {"room": world.office.room.id}, login="shen")
    for origin in ({"room": world.university.room.id}, {"client": 999}):
        with pytest.raises(NotFound):
            blank(world, origin)
    with pytest.raises(NotFound):
        blank(world, {}, key="nothing")
