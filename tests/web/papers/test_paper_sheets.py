"""An issued paper is approved by the company on the approval sheet, and presented to the client, who signs: each in one tap."""

import re

import pytest

from fieldforms.store.models import Client, ClientText, Document, DocumentVersion, Draft, Record
from tests.people import STROKES, csrf
from tests.web.completing.hands import handed, link_of, turn
from tests.web.hands import Form, errors
from tests.web.papers.hands import address, issue, send, write

REPORT, INTERNAL = "survey-report", "survey-report-internal"


def issued(world, text: str = "都好。") -> str:
    """The report's latest version is issued; the digest of its PDF."""
    write(world, REPORT, f"## 结论\n{text}")
    number = ClientText.select().where(ClientText.paper == REPORT).count()
    assert issue(world, REPORT, number).status_code == 303
    return DocumentVersion.select().order_by(DocumentVersion.id.desc()).get().digest


def approval(world, login: str = "sunmin") -> str:
    """The number of the sheet by which the company is asked."""
    assert send(world, REPORT, "approval", login).location.endswith(address(world, REPORT))
    return Record.select().where(Record.key == "approval-request").order_by(Record.id.desc()).get().number


def decide(world, number: str, **said):
    for login, decision in said.items():
        who = {"gao": "supervisor", "shen": "manager"}[login]
        remark = {f"{who}_remark": "再改"} if decision == "declined" else {}
        assert turn(world, login, number).post(**{f"{who}_decision": decision}, **remark).status_code == 303


def presented(world, login: str = "chen") -> str:
    """The number of the sheet on which the report was presented, ready for the client's signature."""
    form = Form(world.browser(login), send(world, REPORT, "presentation", login).location)
    known = Draft.get(Draft.uuid == form.url.split("/")[2]).answers
    filled_in = known | {"presented_by": known["presented_by"]["id"]}
    checked = form.post(then="check", attendees="徐明、吴芳", agreed_points="先更换投影机", **filled_in)
    assert checked.status_code == 303, errors(checked.text)
    return Form(form.browser, checked.location, "complete").post().location.split("/")[2]


def test_the_company_is_asked_in_one_tap_with_the_pdf(world):
    digest = issued(world)
    number = approval(world)
    asked = world.browser("gao").get(f"/records/{number}").text
    assert "请批准《服务外包调研报告》" in asked and f"/records/{number}/documents/{digest}" in asked
    assert world.browser("gao").get(f"/records/{number}/documents/{digest}").data[:5] == b"%PDF-"
    assert number in world.browser("gao").get("/").text
    assert Record.get(Record.number == number).client_id == world.office.client.id
    page = world.browser("sunmin").get(address(world, REPORT)).text
    assert f"/records/{number}" in page and "主管批复" in page


def test_the_answer_stands_at_the_paper_and_ticks_the_stage(world):
    issued(world)
    number = approval(world)
    stages = f"/clients/{world.office.client.id}/stages/company_approval"
    assert "进行中" in world.browser("sunmin").get(stages).text
    decide(world, number, gao="approved", shen="approved")
    page = world.browser("sunmin").get(address(world, REPORT)).text
    assert "同意" in page and "sheets/approval" not in page
    assert "已完成" in world.browser("sunmin").get(stages).text


def test_what_was_not_issued_yet_is_so_by_the_same_tap(world):
    write(world, REPORT, "## 结论\n都好。")
    sun = world.browser("sunmin")
    page = sun.get(address(world, REPORT)).text
    assert 'name="text" value="1"' in page and not Document.select().count()
    token = {"csrf_token": csrf(page)}
    for _twice in range(2):
        answer = sun.post(f"{address(world, REPORT)}/sheets/approval", data=token | {"text": "1"})
        assert answer.location.endswith(address(world, REPORT))
    assert (Record.select().count(), DocumentVersion.select().count()) == (1, 1)
    asked = world.browser("gao").get(f"/records/{Record.get().number}").text
    assert DocumentVersion.get().digest in asked
    page = sun.get(address(world, REPORT)).text
    assert 'name="text"' not in page and "重新出具" in page, "once issued it is no longer the thing to do"
    write(world, REPORT, "## 结论\n第二稿。")
    assert 'name="text" value="2"' in sun.get(address(world, REPORT)).text
    stale = sun.post(f"{address(world, REPORT)}/sheets/approval", data=token | {"text": "1"})
    assert stale.status_code == 409 and Record.select().count() == 1, "somebody wrote meanwhile"


def test_what_is_not_all_written_goes_nowhere_in_one_tap_either(world):
    sun = world.browser("sunmin")
    token = {"csrf_token": csrf(sun.get("/account").text), "text": "0"}
    answer = sun.post(f"{address(world, REPORT)}/sheets/approval", data=token)
    assert answer.status_code == 409 and not Document.select().count() and not Record.select().count()


def test_the_approval_of_another_paper_is_none_of_the_report(world):
    issue(world, "resident-rules", 0)
    send(world, "resident-rules", "approval")
    number = Record.get().number
    stages = f"/clients/{world.office.client.id}/stages/company_approval"
    before = world.browser("sunmin").get(stages).text
    assert "进行中" not in before.split("</h1>")[1].split("<form")[0]
    decide(world, number, gao="approved", shen="approved")
    page = world.browser("sunmin").get(stages).text
    assert "已完成" not in page.split("</h1>")[1].split("<form")[0]


def test_nor_is_one_that_names_no_paper(world):
    asked = {"request_kind": "proposal", "asked_for": "加一个柜子", "asked_why": "没有地方"}
    form = Form(world.browser("sunmin"), f"/forms/approval-request/new?client={world.office.client.id}")
    Form(form.browser, form.post(then="check", **asked).location, "complete").post()
    decide(world, Record.get().number, gao="approved", shen="approved")
    assert Record.get().result == "approved"
    page = world.browser("sunmin").get(f"/clients/{world.office.client.id}/stages/company_approval").text
    assert "已完成" not in page.split("</h1>")[1].split("<form")[0]


def test_an_english_paper_is_asked_for_in_english(world):
    sun = world.browser("sunmin")
    token = {"csrf_token": csrf(sun.get("/account").text), "text": "0"}
    answer = sun.post(f"{address(world, 'staff-duties')}/sheets/approval?in=en", data=token)
    assert answer.location.endswith("?in=en")
    asked = world.browser("gao").get(f"/records/{Record.get().number}").text
    assert "Please approve “Duties of service staff”" in asked


def test_who_presents_a_report_reads_whether_the_company_has_approved_it(world):
    """The approval is between the house's people: whether there is one is all that a technician is told."""
    unapproved, page = "公司还没有批准", address(world, REPORT)
    issued(world)
    assert unapproved in world.browser("chen").get(page).text
    number = approval(world)
    decide(world, number, gao="approved")
    assert unapproved in world.browser("chen").get(page).text, "half of it is not all"
    decide(world, number, shen="approved")
    for login in ("chen", "sunmin"):
        told = world.browser(login).get(page).text
        assert unapproved not in told and "sheets/presentation" in told
    issued(world, "第二稿")
    assert unapproved in world.browser("chen").get(page).text, "they said yes to another one"
    decide(world, approval(world), gao="declined")
    assert unapproved in world.browser("chen").get(page).text
    issue(world, "resident-rules", 0)
    rules = world.browser("chen").get(address(world, "resident-rules")).text
    assert "sheets/presentation" in rules and unapproved not in rules, "nobody has to approve rules"


def test_what_is_declined_is_asked_for_again(world):
    issued(world)
    decide(world, approval(world), gao="declined")
    page = world.browser("sunmin").get(address(world, REPORT)).text
    assert "不同意" in page and "sheets/approval" in page
    again = approval(world)
    decide(world, again, gao="approved", shen="declined")
    stages = world.browser("sunmin").get(f"/clients/{world.office.client.id}/stages/company_approval").text
    assert "已完成" not in stages.split("</h1>")[1].split("<form")[0]


def test_two_taps_ask_once_and_a_new_version_is_asked_for_anew(world):
    issued(world)
    first = approval(world)
    assert approval(world) == first and Record.select().count() == 1
    newer = issued(world, "第二稿")
    assert "出具的旧的一份" in world.browser("sunmin").get(address(world, REPORT)).text
    assert send(world, REPORT, "approval", number=1).status_code == 409, (
        "somebody looked at the version before"
    )
    assert newer in world.browser("gao").get(f"/records/{approval(world)}").text


def test_an_exception_at_the_client_is_no_approval_of_a_proposal(world):
    asked = {"request_kind": "exception", "asked_for": "加一个柜子", "asked_why": "没有地方"}
    form = Form(world.browser("gao"), f"/forms/approval-request/new?client={world.office.client.id}")
    Form(form.browser, form.post(then="check", **asked).location, "complete").post()
    assert Record.get().client_id == world.office.client.id
    stages = world.browser("sunmin").get(f"/clients/{world.office.client.id}/stages/company_approval").text
    assert "进行中" not in stages.split("</h1>")[1].split("<form")[0]


def test_the_internal_twin_goes_to_who_approves_and_never_to_the_client(world):
    write(world, INTERNAL, "## 风险\n报价太低")
    assert issue(world, INTERNAL, 1).status_code == 303
    inside = DocumentVersion.get().digest
    own = issued(world)
    number = approval(world)
    asked = world.browser("shen").get(f"/records/{number}").text
    assert inside in asked and own in asked
    assert world.browser("chen").get(f"/records/{number}").status_code == 404
    page = handed(world.browser("chen"), presented(world))
    assert own in page.page.text and inside not in page.page.text
    assert "sheets/" not in world.browser("sunmin").get(address(world, INTERNAL)).text
    assert send(world, INTERNAL, "presentation").status_code == 404


def test_the_client_opens_the_report_on_the_phone_in_their_hands_and_signs_it(world):
    digest = issued(world)
    number = presented(world)
    chen = world.browser("chen")
    page = handed(chen, number)
    shown = f"{page.url.removesuffix('/entry')}/shown/{digest}"
    assert shown in page.page.text and chen.get(shown).data[:5] == b"%PDF-"
    assert chen.get(f"{shown[:-64]}{'0' * 64}").status_code == 404
    assert chen.get(f"/documents/{Document.get().id}").status_code == 302, "nothing else is reached"
    signed = page.post(agreement="approved", signer="徐明", strokes=STROKES)
    assert signed.status_code == 303, errors(signed.text)
    row = Record.get(Record.number == number)
    assert (row.state, row.outcome, row.result) == ("closed", "done", "approved")
    assert f"/records/{number}/documents/{digest}" in world.browser("sunmin").get(f"/records/{number}").text
    page = world.browser("sunmin").get(address(world, REPORT)).text
    assert number in page and "已签字" in page
    stages = world.browser("sunmin").get(f"/clients/{world.office.client.id}/stages/agreement_with_client")
    assert "已完成" in stages.text


def test_by_link_the_client_opens_it_on_their_own_phone_before_and_after_signing(world):
    digest = issued(world)
    link = link_of(world.browser("chen"), presented(world))
    client = world.browser()
    page = Form(client, link, "sign")
    assert f"{link}/documents/{digest}" in page.page.text
    assert client.get(f"{link}/documents/{digest}").data[:5] == b"%PDF-"
    assert client.get(f"/s/{'x' * 22}/documents/{digest}").status_code == 404
    answer = page.post(
        agreement="with_changes", agreement_remark="两小时内到场", signer="徐明", strokes=STROKES
    )
    copy = client.get(answer.location).text
    assert re.search(rf"/s/[^/]+/documents/{digest}", copy)


def test_who_does_not_agree_says_why_and_nothing_is_ticked(world):
    issued(world)
    page = handed(world.browser("chen"), presented(world))
    assert page.post(agreement="declined", signer="徐明", strokes=STROKES).status_code == 422
    answer = page.post(agreement="declined", agreement_remark="明年再谈", signer="徐明", strokes=STROKES)
    assert answer.status_code == 303
    stages = world.browser("sunmin").get(f"/clients/{world.office.client.id}/stages/agreement_with_client")
    assert "已完成" not in stages.text.split("</h1>")[1].split("<form")[0]


def test_a_presentation_begun_twice_is_one_draft(world):
    issued(world)
    first, second = (send(world, REPORT, "presentation", "chen") for _ in range(2))
    assert first.location == second.location and Draft.select().count() == 1


@pytest.mark.parametrize(
    ("login", "way", "status"),
    [
        ("chen", "approval", 403),
        ("shen", "approval", 403),
        ("shen", "presentation", 403),
        ("zhou", "presentation", 404),
        ("sunmin", "no-such", 404),
    ],
)
def test_who_may_not_send_it_does_not(world, login, way, status):
    issued(world)
    assert send(world, REPORT, way, login).status_code == status
    assert not Draft.select().exists()


def test_what_was_never_issued_goes_nowhere(world):
    assert "sheets/" not in world.browser("sunmin").get(address(world, REPORT)).text
    assert send(world, REPORT, "approval").status_code == 404


def test_a_retired_clients_paper_goes_nowhere(world):
    issued(world)
    Client.update(retired_at=1).where(Client.id == world.office.client.id).execute()
    assert "sheets/" not in world.browser("gao").get(address(world, REPORT)).text
    assert send(world, REPORT, "approval").status_code == 409


def test_only_the_phone_in_the_clients_hands_reads_what_is_shown_there(world):
    digest = issued(world)
    chen = world.browser("chen")
    page = handed(chen, presented(world))
    shown = f"{page.url.removesuffix('/entry')}/shown/{digest}"
    assert world.browser("sunmin").get(shown).status_code == 404
    assert csrf(chen.get(page.url.removesuffix("/entry")).text)
