"""Short steps on the sheet's own page: two taps from home, everything kept when it is refused, nothing done twice."""

import re

import pytest

from fieldforms.errors import NotFound
from fieldforms.flow import local_time
from fieldforms.flow.completing import record_access, short_steps
from fieldforms.flow.filling import drafts
from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.library import form_files
from fieldforms.flow.people import deputies
from fieldforms.store import scope
from fieldforms.store.models import Draft, Entry, Record, User
from fieldforms.store.record import records
from tests.people import csrf
from tests.web.completing.hands import OVERTIME, handed_in, lent, turn
from tests.web.hands import Form, errors


@pytest.fixture
def asked(world) -> str:
    """An overtime request that waits for its supervisor."""
    return handed_in(world.browser("chen"), "overtime-request", OVERTIME)


def row(number: str) -> Record:
    return Record.get(Record.number == number)


def test_one_tap_on_the_sheet_approves_it_and_leads_home(world, asked):
    form = turn(world, "gao", asked)
    answer = form.post(supervisor_decision="approved")
    assert (answer.status_code, answer.location) == (303, "/")
    assert row(asked).next_step == "hr_approval"
    assert f"已提交 {asked}：同意。" in form.browser.get("/").text


def test_the_buttons_are_the_answers(world, asked):
    page = world.browser("gao").get(f"/records/{asked}").text
    bar = page[page.index('<div class="bar">') :]
    assert re.findall(r'name="supervisor_decision" value="(\w+)"', bar) == ["approved", "declined"]
    assert "填写：" not in bar
    assert '<form id="short"' not in world.browser("chen").get(f"/records/{asked}").text
    assert '<form id="short"' not in world.browser("shen").get(f"/records/{asked}").text


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


def begun(world, number: str, login: str = "gao") -> Draft:
    actor = world.actor(login)
    return drafts.open_next_step(actor, record_access.record_by_number(actor, number))


def test_what_one_began_oneself_is_gone_on_with(world, asked):
    draft = begun(world, asked)
    form = turn(world, "gao", asked)
    assert form.body["draft"] == draft.uuid
    assert form.post(supervisor_decision="approved").status_code == 303


def test_a_colleague_in_the_middle_of_the_step_is_not_run_over(world, asked):
    form = turn(world, "gao", asked)
    begun(world, asked)
    Draft.update(author=world.users["shen"].id).where(Draft.step == "supervisor_approval").execute()
    assert '<form id="short"' not in world.browser("gao").get(f"/records/{asked}").text
    assert form.post(supervisor_decision="approved").status_code == 409
    assert row(asked).next_step == "supervisor_approval"


def test_what_one_typed_meanwhile_on_another_device_is_not_run_over(world, asked):
    draft = begun(world, asked)
    form = turn(world, "gao", asked)
    Draft.update(version=draft.version + 1, editor="another").where(Draft.id == draft.id).execute()
    answer = form.post(supervisor_decision="approved", supervisor_remark="先写下意见")
    assert answer.status_code == 422 and "先写下意见" in answer.text
    assert row(asked).next_step == "supervisor_approval"


def test_a_draft_thrown_away_in_another_tab_is_refused_and_begun_anew(world, asked):
    begun(world, asked)
    form = turn(world, "gao", asked)
    drafts.discard_draft(world.actor("gao"), form.body["draft"])
    assert form.post(supervisor_decision="approved").status_code == 409
    assert turn(world, "gao", asked).post(supervisor_decision="approved").status_code == 303


@pytest.mark.parametrize("login", ["zhou", "sunmin", "shen", "wangjing", "admin"])
def test_nobody_else_decides(world, asked, login):
    form = turn(world, "gao", asked)
    other = world.browser(login)
    token = csrf(other.get("/account").text)
    answer = other.post(form.url, data=form.body | {"csrf_token": token, "supervisor_decision": "approved"})
    assert answer.status_code in (403, 404)
    assert row(asked).next_step == "supervisor_approval"


def shen_stands_in_for_gao(world) -> None:
    today, gao = local_time.today(), world.actor("gao")
    given = {"deputy": str(world.users["shen"].id), "from_on": today, "until_on": today}
    deputies.name_deputy(gao, gao.user_id, given)


def test_the_one_who_asked_does_not_decide_as_a_deputy(world):
    asked = handed_in(world.browser("shen"), "approval-request", APPROVAL)
    shen_stands_in_for_gao(world)
    assert inbox_items.count_items(world.actor("shen")) == 0
    assert '<form id="short"' not in world.browser("shen").get(f"/records/{asked}").text


def test_a_deputy_decides_on_the_sheet_and_the_entry_says_for_whom(world, asked):
    shen_stands_in_for_gao(world)
    assert turn(world, "shen", asked).post(supervisor_decision="approved").status_code == 303
    page = world.browser("gao").get(f"/records/{asked}").text
    assert f"{world.users['shen'].name}（代{world.users['gao'].name}）" in page


def stands_in(world, deputy: str, login: str) -> None:
    today, absent = local_time.today(), world.actor(login)
    given = {"deputy": str(world.users[deputy].id), "from_on": today, "until_on": today}
    deputies.name_deputy(absent, absent.user_id, given)


def test_one_person_does_not_give_both_approvals_whomever_they_stand_in_for(world):
    asked = handed_in(world.browser("chen"), "approval-request", APPROVAL | ALLOWANCE)
    stands_in(world, "gao", "shen")
    second = turn(world, "gao", asked)
    assert second.post(supervisor_decision="approved").status_code == 303
    assert row(asked).next_step == "manager_approval"
    assert (
        asked not in world.browser("gao").get("/").text and inbox_items.count_items(world.actor("gao")) == 0
    )
    assert '<form id="short"' not in world.browser("gao").get(f"/records/{asked}").text
    sent = second.post(manager_decision="approved", step="manager_approval")
    assert sent.status_code in (403, 404, 409) and row(asked).state == "open"
    assert turn(world, "shen", asked).post(manager_decision="approved").status_code == 303
    assert row(asked).state == "closed"


def test_a_deputy_who_did_not_give_the_first_approval_gives_the_second(world):
    asked = handed_in(world.browser("chen"), "approval-request", APPROVAL | ALLOWANCE)
    turn(world, "gao", asked).post(supervisor_decision="approved")
    stands_in(world, "sunmin", "shen")
    assert asked in world.browser("sunmin").get("/").text
    assert turn(world, "sunmin", asked).post(manager_decision="approved").status_code == 303


ALLOWANCE = {"request_kind": "allowance", "allowance": "300"}
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
    assert f"已退回 {asked}。" in form.browser.get("/").text


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
        turn(world, "sunmin", numbers[0]).post(returned_at=local_time.now(), condition="intact").status_code
        == 303
    )
    form = turn(world, "sunmin", numbers[1])
    refused = form.post(returned_at=local_time.now(), condition="damaged")
    assert refused.status_code == 422
    assert [anchor for anchor, _ in errors(refused.text)] == ["f-condition_note"]
    assert 'data-known=\'{"condition": "damaged"}\'' in refused.text, "the question stays in sight"
    answer = form.post(returned_at=local_time.now(), condition="damaged", condition_note="屏裂了")
    assert answer.status_code == 303 and row(numbers[1]).state == "closed"


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
    forms = [form_files.read_publishable(path) for path in form_files.form_files().values()]
    found = {
        form.key: [step.name for step in form.steps[1:] if short_steps.is_short(form, step)] for form in forms
    }
    assert {key: names for key, names in found.items() if names} == BRIEF


# Nobody approves their own request

ASKED = {"request_kind": "allowance", "asked_for": "通讯标准", "allowance": "200", "asked_why": "常在外地"}


def a_supervisors_own(world) -> str:
    return world.begun("gao", "approval-request", ASKED).number


def test_who_asked_for_it_does_not_approve_it(world):
    number = a_supervisors_own(world)
    gao = world.browser("gao")
    page = gao.get(f"/records/{number}")
    assert 'id="short"' not in page.text and "不能由您来做" in page.text
    assert "请先指定代理人" in page.text  # there is no other supervisor
    step = gao.post(f"/records/{number}/step", data={"csrf_token": csrf(page.text)})
    assert step.status_code == 403
    draft = drafts.open_next_step(world.actor("sunmin"), records.by_number(scope.SYSTEM, number))
    with pytest.raises(NotFound):
        drafts.draft_to_fill(world.actor("gao"), draft.uuid)
    assert inbox_items.count_items(world.actor("gao")) == 0


def test_another_supervisor_is_named_and_approves(world):
    User.update(role="supervisor").where(User.login == "sunmin").execute()
    number = a_supervisors_own(world)
    assert "可以做的人：孙敏。" in world.browser("gao").get(f"/records/{number}").text
    form = Form(world.browser("sunmin"), f"/records/{number}", "short")
    assert form.post(supervisor_decision="approved").status_code == 303


def test_their_deputy_is_named_and_approves_once(world):
    shen_stands_in_for_gao(world)
    number = a_supervisors_own(world)
    assert "可以做的人：沈立（代高建国）。" in world.browser("gao").get(f"/records/{number}").text
    assert turn(world, "shen", number).post(supervisor_decision="approved").status_code == 303
    page = world.browser("shen").get(f"/records/{number}").text
    assert "前一步是您批的" in page and "请先指定代理人" in page and 'id="short"' not in page
    stands_in(world, "sunmin", "shen")
    assert "可以做的人：孙敏（代沈立）。" in world.browser("shen").get(f"/records/{number}").text
    assert turn(world, "sunmin", number).post(manager_decision="approved").status_code == 303
    told = records.by_number(scope.SYSTEM, number).entries
    assert [entry.facts.get("deputy_for") for entry in told] == [None, "高建国", "沈立"]
