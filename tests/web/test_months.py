"""The month on the screen and on paper."""

from dataclasses import replace

import pytest

from fieldforms.flow import localtime, months, periods
from fieldforms.store.models import Movement, Record, Room
from tests.forms.sheets import BY_NAME
from tests.web.test_sheets import Walker


def walked(world, name, turns=None) -> Walker:
    walker = Walker(world, BY_NAME[name])
    for number, turn in enumerate(walker.walk.turns[:turns]):
        (walker.go_on if number else walker.begin)(turn)
    return walker


def parts(world, login="gao") -> list[tuple[str, ...]]:
    now = periods.month_of(localtime.today())
    found = months.report(world.actor(login), world.office.client.id, now, "zh")
    return list(next(table for table in found.tables if table.title == "更换的配件").rows)


def test_a_month_is_one_tap_from_the_client_and_printed_with_another(world):
    number, now = world.signed_sheet().number, periods.month_of(localtime.today()).text
    chen, address = world.browser("chen"), f"/clients/{world.office.client.id}/months/{now}"
    assert address in chen.get(f"/clients/{world.office.client.id}").text
    page = chen.get(address).text
    assert number in page and f"{address}.pdf" in page and "<dt>满意度</dt>" not in page
    assert "<dt>满意度</dt>" in world.browser("gao").get(address).text
    pdf = chen.get(f"{address}.pdf")
    assert pdf.data.startswith(b"%PDF") and pdf.headers["Cache-Control"] == "no-store"


def test_the_month_after_this_one_is_not_offered(world):
    now = periods.month_of(localtime.today())
    chen, client = world.browser("chen"), f"/clients/{world.office.client.id}/months"
    assert f"{client}/{now.shifted(1).text}" not in chen.get(f"{client}/{now.text}").text
    assert f"{client}/{now.text}" in chen.get(f"{client}/{now.shifted(-1).text}").text
    assert chen.get(f"{client}/2026-13").status_code == 404
    assert chen.get(f"{client}/2026-13.pdf").status_code == 404


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_part_that_was_asked_for_or_handed_out_is_not_a_part_that_was_fitted(world, turns):
    walked(world, "parts-issue: spare parts stay", turns)
    assert parts(world) == []


def test_a_part_fitted_through_its_fault_stands_once(world):
    number = walked(world, "fault-report: solved on site", 2).number
    assert [row[1:] for row in parts(world)] == [("话筒芯", "1", world.office.device.name, number)]


def test_what_the_stock_does_not_know_stands_beside_what_it_moved(world):
    number = walked(world, "fault-report: engineer", 4).number
    assert [(name, n) for _day, name, n, _device, _sheet in parts(world)] == [("话筒芯", "1"), ("扎带", "5")]
    assert {row[-1] for row in parts(world)} == {number}


def test_a_repair_filled_again_counts_what_stayed(world):
    walker = walked(world, "fault-report: the record is sent back to the engineer", 5)
    assert [row[1] for row in parts(world)] == ["话筒芯"], (
        "the repair stands no more; the part is in the device still"
    )
    other = walker.walk.turns[5].body | {"repair_parts_used.0.part": "保险丝"}
    walker.go_on(replace(walker.walk.turns[5], body=other))
    assert Movement.select().where(Movement.kind == "returned").exists()
    assert [row[1] for row in parts(world)] == ["保险丝", "扎带"]


def test_a_part_fitted_where_no_device_was_named_is_told_too(world):
    room = f"/forms/fault-report/new?room={world.office.room.id}"
    walker = Walker(world, BY_NAME["fault-report: solved on site"])
    report, checks = walker.walk.turns[:2]
    walker.begin(replace(report, body={**report.body, "faulty_devices": []}), room)
    walker.go_on(checks)
    assert [row[1:] for row in parts(world)] == [("话筒芯", "1", "—", walker.number)]


def test_of_confidential_rooms_no_part_said_in_words_is_named(world):
    number = walked(world, "fault-report: engineer", 4).number
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    Record.update(confidential=True).where(Record.number == number).execute()
    world.users["gao"].confidential = True
    secret = ("（涉密，内容见原单）", "—", "—", number)
    assert [row[1:] for row in parts(world, "gao")] == [secret, secret]
