"""Whoever asks is told the answer, once; approving and refusing after the fact."""

import re

import pytest

from fieldforms.flow.inbox import inbox_items
from fieldforms.store import clock
from fieldforms.store.models import Part, Record, Review
from tests.people import csrf
from tests.web.completing.hands import OVERTIME, handed_in, turn
from tests.web.hands import Form, errors

PAST = OVERTIME | {"from_at": "2026-11-01T09:00", "to_at": "2026-11-01T17:00"}
PART = {
    "issue_kind": "part", "owned_by": "company", "used_for": "换灯泡",
    "issued_items.0.part": "灯泡", "issued_items.0.quantity": "1",
}  # fmt: skip


def kinds(world, login: str = "chen") -> list[str]:
    return [item.kind for item in inbox_items.items_of_actor(world.actor(login))]


def see(world, number: str, login: str = "chen"):
    browser = world.browser(login)
    token = csrf(browser.get("/account").text)
    return browser.post(f"/records/{number}/decision", data={"csrf_token": token})


def approved(world) -> str:
    number = handed_in(world.browser("chen"), "overtime-request", OVERTIME)
    turn(world, "gao", number).post(supervisor_decision="approved")
    turn(world, "wangjing", number).post(hr_decision="approved")
    return number


def declined(world) -> str:
    number = handed_in(world.browser("chen"), "overtime-request", OVERTIME)
    turn(world, "gao", number).post(supervisor_decision="declined", supervisor_remark="人手够了")
    return number


def no_allowance(world) -> str:
    asked = {"request_kind": "allowance", "asked_for": "通讯", "allowance": "200", "asked_why": "常在外地"}
    number = handed_in(world.browser("chen"), "approval-request", asked)
    turn(world, "gao", number).post(supervisor_decision="approved")
    turn(world, "shen", number).post(manager_decision="declined", manager_remark="明年再议")
    return number


def no_part(world) -> str:
    Part.create(name="灯泡", kind="part", created_at=clock.now())
    number = handed_in(world.browser("chen"), "parts-issue", PART)
    answer = turn(world, "sunmin", number).post(decision="declined", issue_remark="没有库存")
    assert answer.status_code == 303
    return number


def cancelled(world) -> str:
    number = handed_in(world.browser("chen"), "overtime-request", OVERTIME)
    gao = world.browser("gao")
    answer = post_reason(gao, f"/records/{number}/cancellation", "会议改期")
    assert answer.status_code == 303
    return number


def post_reason(browser, url: str, reason: str):
    return browser.post(url, data={"csrf_token": csrf(browser.get(url).text), "reason": reason})


ANSWERS = {
    approved: "同意",
    declined: "不同意",
    no_allowance: "不同意",
    no_part: "不发放",
    cancelled: "已取消",
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_answer_is_on_the_first_page_of_who_asked_until_it_was_seen(world, answer):
    number = answer(world)
    assert Record.get(Record.number == number).state != "open"
    page = world.browser("chen").get("/").text
    assert number in page and "有了答复" in page and ANSWERS[answer] in page
    assert "知道了" in world.browser("chen").get(f"/records/{number}").text and kinds(world) == ["decision"]
    assert [see(world, number).status_code for _ in range(2)] == [303, 303]
    assert kinds(world) == [] and Review.select().where(Review.settles == "decision").count() == 1
    assert "知道了" not in world.browser("chen").get(f"/records/{number}").text


def test_nobody_else_is_told_and_nobody_else_sees_it_for_them(world):
    number = declined(world)
    for login in ("zhou", "gao", "sunmin", "wangjing"):
        assert "decision" not in kinds(world, login)
        assert see(world, number, login).status_code in (403, 404)
    assert kinds(world) == ["decision"]


def test_while_it_is_being_decided_nothing_is_answered(world):
    number = handed_in(world.browser("chen"), "overtime-request", OVERTIME)
    turn(world, "gao", number).post(supervisor_decision="approved")
    assert kinds(world) == [] and see(world, number).status_code == 409


def test_who_ended_it_themselves_knows(world):
    number = handed_in(world.browser("chen"), "overtime-request", OVERTIME)
    assert post_reason(world.browser("chen"), f"/records/{number}/cancellation", "不用了").status_code == 303
    assert kinds(world) == []


# After the fact


def test_approvers_are_told_before_they_decide_that_it_is_after_the_fact(world):
    number = handed_in(world.browser("chen"), "overtime-request", PAST)
    assert "现在批准属于事后批准" in world.browser("gao").get(f"/records/{number}").text
    later = handed_in(
        world.browser("chen"),
        "overtime-request",
        OVERTIME | {"from_at": "2099-12-05T09:00", "to_at": "2099-12-05T17:00"},
    )
    assert "事后批准" not in world.browser("gao").get(f"/records/{later}").text


def test_a_refusal_is_no_approval_after_the_fact(world):
    number = handed_in(world.browser("chen"), "overtime-request", PAST)
    turn(world, "gao", number).post(supervisor_decision="declined", supervisor_remark="没有事先报")
    assert "事后批准" not in world.browser("chen").get(f"/records/{number}").text
    late = handed_in(world.browser("chen"), "overtime-request", PAST)
    turn(world, "gao", late).post(supervisor_decision="approved")
    assert "事后批准：主管审批" in world.browser("chen").get(f"/records/{late}").text


# Before the meeting


def test_remote_sites_are_identified_and_admitted_before_the_meeting(world):
    """What was settled before is there during it, where sites that come late are added."""
    rows = {"site": "城东分会场", "identity": "checked", "scope": "view", "admission": "admitted"}
    before = {f"sites_checked_before.0.{name}": value for name, value in rows.items()}
    chen = world.browser("chen")
    form = Form(chen, f"/forms/conference-support/new?room={world.office.room.id}")
    refused = form.post(then="check", **VIDEO, **before | {"sites_checked_before.0.identity": "not_checked"})
    assert "f-sites_checked_before.0.admission" in dict(errors(refused.text))
    checked = form.post(then="check", **VIDEO, **before)
    assert checked.status_code == 303, errors(checked.text)
    number = Form(chen, checked.location, "complete").post().location.split("/")[2]
    assert "城东分会场" in world.browser("gao").get(f"/records/{number}").text
    opened = chen.post(
        f"/records/{number}/step", data={"csrf_token": csrf(chen.get(f"/records/{number}").text)}
    )
    during = chen.get(opened.location).text
    assert 'value="城东分会场"' in during and re.search(r'value="admitted"[^>]* checked', during)


READY = ("audio_ready", "video_ready", "control_ready", "power_ready", "network_ready")
VIDEO = {
    "client_name": "市政务服务中心", "room_name": "第一会议室", "starts_at": "2026-12-05T09:00", "class": "important",
    "subject": "季度例会", "video_conference": "yes", "notice_number": "会通〔2026〕31 号",
} | dict.fromkeys(READY, "normal")  # fmt: skip
