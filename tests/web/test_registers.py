"""The list narrowed to one form is that form's register: its own columns, overdue first, hours by person."""

import re
from html import unescape

import pytest

from fieldforms.store.models import Audit, Record, User
from tests.forms.sheets import BY_NAME, WALKS
from tests.web.test_sheets import Walker


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
    assert "派驻地单位" in " ".join(heads) and "设备" not in heads
    assert "设备" in re.findall(r'<th scope="col">([^<]+)</th>', register(world, "gao", ""))


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
