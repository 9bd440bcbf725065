"""The list narrowed to one form is that form's register: its own columns, overdue first, hours by person."""

import io
import re
from dataclasses import replace
from html import unescape

import openpyxl
import pytest

from fieldforms.flow.faults import board, targets
from fieldforms.flow.record import projection
from fieldforms.store import clock, scope
from fieldforms.store.models import Audit, Record, User
from fieldforms.store.record import lists
from tests.forms.sheets import BY_NAME, WALKS
from tests.web.sheets.hands import exporter
from tests.web.sheets.walker import Walker


def walked(world, name) -> Record:
    walk = BY_NAME[name]
    walker = Walker(world, walk)
    for number, turn in enumerate(walk.turns):
        (walker.go_on if number else walker.begin)(turn)
    return walker.row()


def register(world, login, key, **more) -> str:
    query = "&".join(f"{name}={value}" for name, value in more.items())
    return unescape(world.browser(login).get(f"/records?form={key}&{query}").text)


def first(key) -> str:
    return next(walk.name for walk in WALKS if walk.form == key)


def test_the_columns_are_the_forms_own(world):
    walked(world, first("overtime-request"))
    page = register(world, "wangjing", "overtime-request")
    heads = re.findall(r'<th scope="col">([^<]+)</th>', page)
    assert "派驻地单位" in " ".join(heads) and "设备" not in "".join(heads)
    assert "设备和内容" in re.findall(r'<th scope="col">([^<]+)</th>', register(world, "gao", ""))


@pytest.mark.parametrize("walk", ["machine-room-visit", "media-loan", "fault-report"])
def test_every_register_says_whose_it_is_and_which_room(world, walk):
    row = walked(world, first(walk))
    page = register(world, "gao", walk)
    heads = re.findall(r'<th scope="col">([^<]+)</th>', page)
    assert len(set(heads)) == len(heads) and "客户" in " ".join(heads)
    assert row.client_name in page and row.place in page
    [head, line] = workbook(world, "gao", walk)
    told = dict(zip(head, line, strict=True))
    assert told["客户"] == row.client_name and (told["房间"] or "") == row.place


def test_the_register_of_faults_tells_the_way_of_each_and_when_its_steps_were_done(world):
    walked(world, "fault-report: engineer")
    page = register(world, "gao", "fault-report")
    assert "处理方式" in page and "指派专业的工程师" in page
    for step in ("故障排查", "调度", "维修", "审核"):
        assert re.search(rf"{step} \d+月\d+日 \d\d:\d\d", page), step
    [head, line] = workbook(world, "gao", "fault-report")
    told = dict(zip(head, line, strict=True))
    assert told["调度的时间"] and told["维修的时间"] >= told["调度的时间"]


def test_hr_adds_up_the_hours_of_each_person(world):
    row = walked(world, first("overtime-request"))
    page = register(world, "wangjing", "overtime-request")
    assert "合计（小时）" in page and row.technician_name in page
    assert "合计（小时）" not in register(world, "gao", "service-contact")


def test_hr_sees_no_sheet_without_a_step_of_theirs(world):
    number = world.waiting_sheet("chen").number
    assert number not in register(world, "wangjing", "service-contact")
    assert world.browser("wangjing").get(f"/records/{number}").status_code == 404


def test_what_is_overdue_stands_first(world):
    late = walked(world, "media-loan: overdue")
    page = register(world, "gao", "media-loan")
    assert "逾期未办" in page and page.index(late.number) < page.index("<h2>全部</h2>")


@pytest.mark.parametrize("permitted", [True, False])
def test_a_confidential_row_is_for_the_permitted_and_reading_is_written_down(world, permitted):
    row = walked(world, next(walk.name for walk in WALKS if walk.confidential))
    User.update(confidential=permitted).where(User.login == "gao").execute()
    page = register(world, "gao", row.key)
    assert (row.number in page) is permitted
    mine = (Audit.actor == world.users["gao"]) & (Audit.ref == row.number)
    assert Audit.select().where(mine, Audit.action == "record.read").exists() is permitted


@pytest.mark.parametrize("name", ["approval-request: an allowance", "approval-request: sent back"])
def test_a_request_is_whose_who_asks_it_however_many_decide(world, name):
    assert walked(world, name).technician_name == "陈志远"


def test_the_manager_is_shown_who_asks_not_who_has_approved(world):
    walker = Walker(world, BY_NAME["approval-request: an allowance"])
    walker.begin(walker.walk.turns[0])
    walker.go_on(walker.walk.turns[1])
    turn = unescape(world.browser("shen").get("/").text)
    assert walker.number in turn and "陈志远" in turn and "高建国" not in turn


@pytest.mark.parametrize(
    "name", [walk.name for walk in WALKS if walk.form == "document-receipt" and len(walk.turns) > 1]
)
def test_a_receipt_stays_with_who_sent_it(world, name):
    row = walked(world, name)
    assert row.technician_id == row.opened_by_id


FAULT = "fault-report: nobody has looked yet"


def promised(world, minutes: int) -> None:
    urgencies = [choice.name for choice in targets.urgencies()]
    targets.change_targets(world.actor("gao"), None, {f"{name}.respond": str(minutes) for name in urgencies})


def workbook(world, login, key) -> list[tuple]:
    body = exporter(world, login).get(f"/records.xlsx?form={key}").data
    return list(openpyxl.load_workbook(io.BytesIO(body)).active.iter_rows(values_only=True))


@pytest.mark.parametrize("late", [True, False])
def test_the_register_of_faults_calls_late_what_the_board_calls_late(world, late):
    number = walked(world, FAULT).number
    promised(world, 30)
    with clock.pretend_now(clock.now() + (31 if late else 29) * clock.MINUTE):
        [card] = board.board_of(world.actor("gao"), board.form_with_board()).cards
        page = register(world, "gao", "fault-report")
        assert (card.tone == board.LATE) is late is ("逾期未办" in page)
        assert page.count(">逾期</span>") == (2 if late else 0), "among the overdue and among all"
        heads, row = workbook(world, "gao", "fault-report")
    found = dict(zip(heads, row, strict=True))
    assert (found["编号"], found["逾期"]) == (number, "逾期" if late else None)


def test_in_the_spreadsheet_too_what_is_overdue_stands_first_and_once(world):
    late = walked(world, FAULT).number
    with clock.pretend_now(clock.now() + clock.HOUR):
        promised(world, 30)
        newer = walked(world, "fault-report: solved on site").number
        _heads, *rows = workbook(world, "gao", "fault-report")
    assert [row[:2] for row in rows] == [(late, "逾期"), (newer, None)]


def test_a_fault_of_another_client_is_late_in_nobodys_filtered_register(world):
    walked(world, FAULT)
    promised(world, 30)
    with clock.pretend_now(clock.now() + clock.HOUR):
        assert "逾期未办" not in register(world, "gao", "fault-report", client=world.university.client.id)
        assert "逾期未办" not in register(world, "zhou", "fault-report")


OVERTIME = BY_NAME["overtime-request: approved and filed"]


def overtime(world, day: str) -> Record:
    """Sealed today, for that day."""
    asked, *rest = OVERTIME.turns
    walker = Walker(world, OVERTIME)
    walker.begin(replace(asked, body=asked.body | {"from_at": f"{day}T09:00", "to_at": f"{day}T17:30"}))
    for turn in rest:
        walker.go_on(turn)
    return walker.row()


def test_overtime_counts_to_the_month_it_is_worked_in_not_to_that_of_asking(world):
    row = overtime(world, "2031-12-05")
    november = register(world, "wangjing", "overtime-request", **{"from": "2031-11-01", "to": "2031-11-30"})
    december = register(world, "wangjing", "overtime-request", **{"from": "2031-12-01", "to": "2031-12-31"})
    assert row.number not in november and row.number in december and "合计（小时）" in december
    assert "2031" in december.split("<tbody>")[1]
    last_day = register(world, "chen", "overtime-request", **{"from": "2031-12-05", "to": "2031-12-05"})
    assert row.number in last_day, "a technician's own, too"


@pytest.mark.parametrize("login", ["wangjing", "gao", "chen"])
def test_a_register_by_its_own_dates_pages_in_their_order(world, login):
    numbers = [overtime(world, f"2031-12-0{day}").number for day in (2, 9, 5)]
    viewer = scope.Viewer.of(world.users[login])
    filters = lists.RecordFilters(key="overtime-request")
    found = [row.number for page in lists.pages_of_records(viewer, filters, 1) for row in page]
    assert found == [numbers[1], numbers[2], numbers[0]]


def test_the_own_date_is_rebuilt_from_the_entries(world):
    row = overtime(world, "2031-12-05")
    Record.update(dated_at=0).execute()
    projection.rebuild_all()
    assert Record.get(Record.number == row.number).dated_at == row.dated_at > row.opened_at


def test_a_form_without_its_own_date_goes_by_the_day_it_was_begun(world):
    row = walked(world, FAULT)
    assert row.dated_at == row.opened_at


def test_the_spreadsheet_of_overtime_has_the_hours_of_each_person(world):
    overtime(world, "2031-12-05")
    overtime(world, "2031-12-12")
    walked(world, "overtime-request: HR declines")
    heads, *rows = workbook(world, "wangjing", "overtime-request")
    assert len(rows) == 3 + 2 and set(rows[3]) == {None}
    total = dict(zip(heads, rows[4], strict=True))
    assert (total["编号"], total["技术员"], total["加班时数（小时）"]) == ("合计（小时）", "陈志远", 15)
    assert Audit.get(Audit.action == "records.export").detail["rows"] == 3
