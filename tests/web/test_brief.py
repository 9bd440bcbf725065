"""Short steps on the sheet's own page: two taps from home, everything kept when it is refused, nothing done twice."""

import re

import pytest

from fieldforms.flow import brief, library, localtime
from fieldforms.flow import deputies as standing_in
from fieldforms.flow import drafts as drafting
from fieldforms.flow import records as verbs
from fieldforms.flow import stock as movements
from fieldforms.store import clock, stock
from fieldforms.store.models import Draft, Entry, Part, Record
from tests.people import csrf
from tests.web.filling import Form, errors

OVERTIME = {
    "asking_unit": "市政务中心",
    "day_kind": "rest_day",
    "from_at": "2026-12-05T09:00",
    "to_at": "2026-12-05T17:00",
    "hours": "7",
    "overtime_reason": "全省视频会议保障",
}


def handed_in(browser, form: str, body: dict) -> str:
    """The number of a sheet whose first step is sealed."""
    sheet = Form(browser, f"/forms/{form}/new")
    checked = sheet.post(then="check", **body)
    assert checked.status_code == 303, errors(checked.text)
    return Form(browser, checked.location, "complete").post().location.split("/")[2]


@pytest.fixture
def asked(world) -> str:
    """An overtime request that waits for its supervisor."""
    return handed_in(world.browser("chen"), "overtime-request", OVERTIME)


def turn(world, login: str, number: str) -> Form:
    return Form(world.browser(login), f"/records/{number}", "turn")


def row(number: str) -> Record:
    return Record.get(Record.number == number)


def test_one_tap_on_the_sheet_approves_it_and_leads_home(world, asked):
    form = turn(world, "gao", asked)
    answer = form.post(supervisor_decision="approved")
    assert (answer.status_code, answer.location) == (303, "/")
    assert row(asked).next_step == "hr_approval"
    assert f"已提交：{asked} 同意。" in form.browser.get("/").text


def test_the_buttons_are_the_answers(world, asked):
    page = world.browser("gao").get(f"/records/{asked}").text
    bar = page[page.index('<div class="bar">') :]
    assert re.findall(r'name="supervisor_decision" value="(\w+)"', bar) == ["approved", "declined"]
    assert "填写：" not in bar and "已审阅" not in page
    assert '<form id="turn"' not in world.browser("chen").get(f"/records/{asked}").text
    assert '<form id="turn"' not in world.browser("shen").get(f"/records/{asked}").text


def test_a_refusal_without_a_reason_comes_back_with_it_asked_for_and_begins_nothing(world, asked):
    form = turn(world, "gao", asked)
    answer = form.post(supervisor_decision="declined")
    assert answer.status_code == 422
    assert errors(answer.text) == [("f-supervisor_remark", "请填写“主管意见”。")]
    assert not Draft.select().where(Draft.step == "supervisor_approval").exists()
    answer = form.post(supervisor_decision="declined", supervisor_remark="人手已经够了")
    assert answer.status_code == 303 and row(asked).state == "closed"


def test_without_a_decision_it_is_asked_for_and_the_remark_is_kept(world, asked):
    answer = turn(world, "gao", asked).post(supervisor_remark="先写下意见")
    assert answer.status_code == 422 and "先写下意见" in answer.text
    assert [anchor for anchor, _ in errors(answer.text)] == ["f-supervisor_decision"]
    assert 'id="f-supervisor_decision"' in answer.text


def test_a_double_tap_seals_once(world, asked):
    form = turn(world, "gao", asked)
    first, second = (form.post(supervisor_decision="approved") for _ in range(2))
    assert first.status_code == second.status_code == 303
    assert Entry.select().where(Entry.number == asked).count() == 2


def test_another_answer_under_the_same_name_is_refused(world, asked):
    form = turn(world, "gao", asked)
    form.post(supervisor_decision="approved")
    again = form.post(supervisor_decision="declined", supervisor_remark="还是不行")
    assert again.status_code == 409
    assert row(asked).next_step == "hr_approval"


def test_two_tabs_decide_once(world, asked):
    one, other = turn(world, "gao", asked), turn(world, "gao", asked)
    assert one.post(supervisor_decision="approved").status_code == 303
    late = other.post(supervisor_decision="declined", supervisor_remark="太晚了")
    assert late.status_code == 409
    assert Entry.select().where(Entry.number == asked).count() == 2


def test_who_is_in_the_middle_of_the_step_is_not_run_over(world, asked):
    gao = world.actor("gao")
    drafting.open_step(gao, verbs.found_by(gao, asked))
    page = turn(world, "gao", asked).page.text
    assert "supervisor_decision" in page, "one's own"
    Draft.update(author=world.users["shen"].id).where(Draft.step == "supervisor_approval").execute()
    assert '<form id="turn"' not in world.browser("gao").get(f"/records/{asked}").text


@pytest.mark.parametrize("login", ["zhou", "sunmin", "shen", "wangjing", "admin"])
def test_nobody_else_decides(world, asked, login):
    form = turn(world, "gao", asked)
    other = world.browser(login)
    token = csrf(other.get("/account").text)
    answer = other.post(form.url, data=form.body | {"csrf_token": token, "supervisor_decision": "approved"})
    assert answer.status_code in (403, 404)
    assert row(asked).next_step == "supervisor_approval"


def shen_stands_in_for_gao(world) -> None:
    today, gao = localtime.today(), world.actor("gao")
    given = {"deputy": str(world.users["shen"].id), "from_on": today, "until_on": today}
    standing_in.name(gao, gao.user_id, given)


def test_the_one_who_asked_does_not_decide_as_a_deputy(world):
    asked = handed_in(world.browser("shen"), "approval-request", APPROVAL)
    shen_stands_in_for_gao(world)
    assert '<form id="turn"' not in world.browser("shen").get(f"/records/{asked}").text


def test_a_deputy_decides_on_the_sheet_and_the_entry_says_for_whom(world, asked):
    shen_stands_in_for_gao(world)
    assert turn(world, "shen", asked).post(supervisor_decision="approved").status_code == 303
    page = world.browser("gao").get(f"/records/{asked}").text
    assert f"{world.users['shen'].name}（代{world.users['gao'].name}）" in page


APPROVAL = {
    "request_kind": "exception",
    "asked_for": "周五晚到岗半小时",
    "asked_why": "客户调整了时间",
}


def test_it_is_sent_back_from_the_sheet_with_a_reason_only(world):
    asked = handed_in(world.browser("chen"), "approval-request", APPROVAL)
    form = turn(world, "gao", asked)
    answer = form.post(**{"entry.outcome": "returned"})
    assert answer.status_code == 422 and [anchor for anchor, _ in errors(answer.text)] == ["f-reason"]
    answer = form.post(**{"entry.outcome": "returned", "reason": "请写明天数"})
    assert answer.status_code == 303 and row(asked).next_step == "request"


@pytest.mark.parametrize("body", [{"draft": "x"}, {"step": "request"}, {"step": "nonsense"}, {"draft": ""}])
def test_a_made_up_body_finds_nothing(world, asked, body):
    answer = turn(world, "gao", asked).post(supervisor_decision="approved", **body)
    assert answer.status_code in (404, 409)
    assert row(asked).next_step == "supervisor_approval"


def test_what_came_back_whole_is_one_tap_and_what_is_damaged_is_described_first(world):
    """The time is filled in already, so the condition's answers are the buttons."""
    numbers = [lent(world) for _ in range(2)]
    page = turn(world, "sunmin", numbers[0]).page.text
    assert re.findall(r'name="condition" value="(\w+)"', page) == ["intact", "damaged", "lost"]
    assert (
        turn(world, "sunmin", numbers[0]).post(returned_at=localtime.now(), condition="intact").status_code
        == 303
    )
    form = turn(world, "sunmin", numbers[1])
    refused = form.post(returned_at=localtime.now(), condition="damaged")
    assert refused.status_code == 422
    assert [anchor for anchor, _ in errors(refused.text)] == ["f-condition_note"]
    assert 'data-known=\'{"condition": "damaged"}\'' in refused.text, "the question stays in sight"
    answer = form.post(returned_at=localtime.now(), condition="damaged", condition_note="屏裂了")
    assert answer.status_code == 303 and row(numbers[1]).state == "closed"


def lent(world) -> str:
    """A sheet by which Chen has taken a tool."""
    tool = Part.get_or_none(Part.name == "测试仪") or Part.create(
        name="测试仪", kind="tool", created_at=clock.now()
    )
    movements.moved_by_record(world.actor("sunmin"), "", tool, "received", 1, None, stock.place("company"))
    body = {
        "issue_kind": "tool", "owned_by": "company", "due_back_on": "2099-01-01",
        "issued_items.0.part": tool.name, "issued_items.0.quantity": "1",
    }  # fmt: skip
    number = handed_in(world.browser("chen"), "parts-issue", body)
    turn(world, "sunmin", number).post(decision="approved")
    chen = world.browser("chen")
    opened = chen.post(
        f"/records/{number}/step", data={"csrf_token": csrf(chen.get(f"/records/{number}").text)}
    )
    taking = Form(chen, opened.location)
    signed = {
        "taken_at": localtime.now(), "taker_signature.name": "陈志远", "taker_signature.typed": "1",
    }  # fmt: skip
    checked = taking.post(then="check", **signed)
    assert checked.status_code == 303, errors(checked.text)
    Form(chen, checked.location, "complete").post()
    return number


BRIEF = {
    "approval-request": ["supervisor_approval", "manager_approval"],
    "fault-report": ["review"],
    "handover": ["filing"],
    "machine-room-visit": ["entering", "going_out"],
    "media-check": ["reading"],
    "overtime-request": ["supervisor_approval", "hr_approval"],
    "parts-issue": ["issue", "giving_back"],
    "work-report": ["reading"],
}


def test_which_steps_of_the_library_are_short():
    forms = [library.checked(path) for path in library.files().values()]
    found = {form.key: [step.name for step in form.steps[1:] if brief.is_brief(form, step)] for form in forms}
    assert {key: names for key, names in found.items() if names} == BRIEF
