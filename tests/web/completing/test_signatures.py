"""The client's part: on the technician's phone, on the client's own, or honestly not at all."""

import io
import re

import pytest

from fieldforms.store import clock
from fieldforms.store.models import Contact, Entry, Link, Record, User
from fieldforms.store.record import records
from tests.people import PASSWORD, STROKES, csrf
from tests.web.completing.hands import GOOD, PIN, handed, link_of, open_ending
from tests.web.filling.hands import a_photo
from tests.web.hands import Form, completed_sheet, errors
from tests.web.sheets.hands import disclosed_answers, pdf_text, record_json


@pytest.fixture
def chen(world):
    return world.browser("chen")


@pytest.fixture
def number(world, chen) -> str:
    return completed_sheet(chen, world.office)


def test_a_phone_is_handed_over_only_with_a_pin(chen, number):
    token = csrf(chen.get(f"/records/{number}/signature").text)
    said = {"csrf_token": token, "pin": "123456", "own_password": PASSWORD}
    refused = chen.post(f"/records/{number}/handover", data=said)
    assert refused.status_code == 422 and errors(refused.text)[0][0] == "f-pin"


def test_the_client_sees_the_work_and_four_questions(chen, number):
    page = handed(chen, number).page.text
    for words in ("更换端子并重新压接", "尊敬的客户", "很满意", "没有附件", "尚不正常"):
        assert words in page
    assert "checked" not in page.split('id="sign"')[1]


def test_nothing_else_is_reachable_until_the_pin(world, chen, number):
    form = handed(chen, number)
    for url in (
        "/",
        "/records",
        f"/records/{number}",
        "/devices",
        "/account",
        f"/d/{world.office.code.code}",
    ):
        assert chen.get(url).location == form.url.removesuffix("/entry")
    assert chen.post("/sign-out", data={"csrf_token": form.body["csrf_token"]}).status_code == 403
    assert (
        chen.post(f"/records/{number}/links", data={"csrf_token": form.body["csrf_token"]}).status_code == 403
    )


def test_the_pin_brings_the_phone_back_and_five_wrong_ones_ask_for_the_password(chen, number):
    form = handed(chen, number)
    body = {"csrf_token": form.body["csrf_token"]}
    for _ in range(5):
        assert chen.post("/handover/return", data=body | {"pin": "000001"}).status_code == 422
    assert chen.post("/handover/return", data=body | {"pin": PIN}).status_code == 422
    assert 'name="password"' in chen.get("/handover/return").text
    assert chen.post("/handover/return", data=body | {"password": "wrong"}).status_code == 422
    back = chen.post("/handover/return", data=body | {"password": "correct horse battery"})
    assert back.location == f"/records/{number}"
    assert chen.get("/account").status_code == 200


def test_everything_that_is_missing_is_said_at_once(chen, number):
    refused = handed(chen, number).post()
    assert refused.status_code == 422
    assert [anchor for anchor, _s in errors(refused.text)] == [
        "f-accessories", "f-satisfaction", "signature", "f-signer",
    ]  # fmt: skip


def test_a_dot_is_no_signature_but_a_typed_name_is(chen, number):
    form = handed(chen, number)
    refused = form.post(**GOOD | {"strokes": "500_500_1_50"})
    assert refused.status_code == 422 and errors(refused.text)[0][0] == "signature"
    assert form.post(**GOOD | {"strokes": "", "typed": "1"}).status_code == 303


def test_a_typed_name_without_its_tick_is_told_of_the_tick(chen, number):
    form = handed(chen, number)
    refused = form.post(**GOOD | {"strokes": ""})
    assert refused.status_code == 422 and "请勾选“以下面填写的姓名作为签字”" in refused.text
    nameless = form.post(**GOOD | {"strokes": "", "signer": ""})
    assert "请手写签名" in nameless.text


@pytest.mark.parametrize("strokes", ["{", "1", "1_2_x_4", "1__2_3", "_" * 5000, "9" * 5000])
def test_garbage_for_strokes_is_a_missing_signature(chen, number, strokes):
    assert handed(chen, number).post(**GOOD | {"strokes": strokes}).status_code == 422


def test_dissatisfied_asks_for_a_reason_or_a_comment(chen, number):
    form = handed(chen, number)
    assert form.post(**GOOD | {"satisfaction": "dissatisfied"}).status_code == 422
    done = form.post(**GOOD | {"satisfaction": "dissatisfied", "comments": "等了两天"})
    assert done.status_code == 303


def test_the_sentences_of_the_paper_begin_at_one_where_the_service_is_not_completed(world, chen):
    undone = completed_sheet(
        chen, world.office, result="not_completed", not_completed="other", remarks="等货"
    )
    first = handed(chen, undone).page.text.split('id="q-works_normally"')[1].split("</div>")[0]
    assert "hidden" not in first and "data-off></span>" in first
    assert '<b class="no">1 </b>' in first and '<span class="unsaid">（不适用）</span>' in first


def test_signing_seals_once_however_often_it_is_sent(chen, number):
    form = handed(chen, number)
    replies = [form.post(**GOOD) for _ in range(10)]
    assert {reply.status_code for reply in replies} == {303}
    assert Entry.select().where(Entry.step == "acceptance").count() == 1
    done = chen.get(replies[0].location).text
    assert number in done and "您的副本" in done
    assert form.post(**GOOD | {"satisfaction": "fair"}).status_code == 409


def test_the_rating_is_nowhere_for_the_technician(chen, number):
    form = handed(chen, number)
    form.post(**GOOD | {"satisfaction": "dissatisfied", "comments": "态度生硬"})
    done = chen.get(form.url.replace("/entry", "/done")).text
    chen.post("/handover/return", data={"csrf_token": form.body["csrf_token"], "pin": PIN})
    for page in (done, chen.get(f"/records/{number}").text, chen.get("/records").text):
        assert "态度生硬" not in page and 'value="dissatisfied"' not in page


def test_not_working_yet_goes_back_with_the_clients_words(chen, number):
    form = handed(chen, number)
    assert form.post(**{"entry.outcome": "returned"}).status_code == 422
    assert form.post(**{"entry.outcome": "returned"}, reason="左声道没有声音").status_code == 303
    row = Record.get(Record.number == number)
    assert (row.state, row.next_step) == ("open", "work")


def test_a_link_signs_once_and_then_shows_the_copy(world, chen, number):
    url = link_of(chen, number)
    client = world.browser()
    form = Form(client, url, "sign")
    own = form.post(**GOOD).location
    assert form.post(**GOOD).status_code == 303
    copy = client.get(own)
    assert copy.status_code == 200 and number in copy.text and "此副本不含客户评价" not in copy.text
    assert client.get(f"{own}.pdf").data.startswith(b"%PDF")
    assert "此副本不含客户评价" in client.get(url).text  # whoever made the link has its address too
    assert form.post(**GOOD | {"comments": "再来一次"}).status_code == 409
    assert client.get(f"/records/{number}").status_code == 401


def test_who_signed_by_link_is_thanked_above_the_sheet(world, chen, number):
    client = world.browser()
    own = Form(client, link_of(chen, number), "sign").post(**GOOD).location
    head, sheet = client.get(own).text.split('<article class="sheet"')
    for words in (
        "谢谢您，已签好",
        number,
        "公司会看到您的评价",
        "您的副本",
        "之前，您可以随时再打开",
        f'href="{own}.pdf',
    ):
        assert words in head
    assert "更换端子并重新压接" in sheet
    english = client.get(f"{own}?lang=en").text
    assert "Thank you" in english and "you can open this page again" in english


def test_who_approved_by_link_is_told_what_comes_next_and_nothing_of_a_rating(world, chen):
    client = world.browser()
    form = Form(client, link_of(chen, world.asked_for_recordings().number), "sign")
    own = client.get(form.post(decision="approved", typed="1", signer="徐明").location).text
    assert "谢谢您，已签好" in own and "接下来：" in own and "您的评价" not in own


OFF_SHEET = ("离开前检查", "已恢复客户环境", "遗留问题", "下次换线")


def test_what_does_not_stand_on_the_sheet_is_not_the_clients(world, chen, tmp_path):
    kept = {"environment_restored": "yes", "open_points": "下次换线"}
    number = completed_sheet(chen, world.office, **kept)
    url = link_of(chen, number)
    client = world.browser()
    form = Form(client, url, "sign")
    own = form.post(**GOOD).location
    for page in (form.page.text, client.get(own).text, client.get(url).text):
        assert not [words for words in OFF_SHEET if words in page]
    copy = client.get(f"{own}.pdf").data
    said = disclosed_answers(record_json(copy, tmp_path))
    assert "satisfaction" in said and "solution" in said and not said & kept.keys()
    assert "此副本不含客户评价" not in pdf_text(copy, tmp_path)
    assert "下次换线" in chen.get(f"/records/{number}").text
    assert kept.keys() <= disclosed_answers(record_json(chen.get(f"/records/{number}.pdf").data, tmp_path))


def test_opening_a_link_consumes_nothing(world, chen, number):
    url = link_of(chen, number)
    for _ in range(3):
        assert world.browser().get(url).status_code == 200
    assert Link.get(Link.purpose == "sign").used_at is None


def test_a_newer_link_a_recall_and_time_kill_a_link(world, chen, number):
    first = link_of(chen, number)
    second = link_of(chen, number)
    assert world.browser().get(first).status_code == 410
    Link.update(expires_at=clock.now() - 1).where(Link.revoked_at.is_null()).execute()
    assert world.browser().get(second).status_code == 410
    third = link_of(chen, number)
    token = csrf(chen.get(f"/records/{number}").text)
    chen.post(f"/records/{number}/recall", data={"csrf_token": token, "reason": "写错时间"})
    assert world.browser().get(third).status_code == 410


def test_guessed_links_find_nothing(world):
    anyone = world.browser()
    assert {anyone.get(f"/s/{guess}").status_code for guess in ("x", "A" * 32, "../", "%00")} <= {404, 308}


@pytest.mark.parametrize("outcome", ["absent", "refused"])
def test_no_signature_is_said_with_a_reason_and_never_counts_as_signed(chen, number, outcome):
    body = open_ending(chen, f"/records/{number}/signature")
    refused = chen.post(f"/records/{number}/outcome", data=body | {"entry.outcome": outcome})
    assert refused.status_code == 422 and errors(refused.text)[0][0] == "f-reason"
    said = body | {"entry.outcome": outcome, "reason": "负责人开会去了"}
    replies = [chen.post(f"/records/{number}/outcome", data=said) for _ in range(3)]
    assert {reply.status_code for reply in replies} == {303}
    row = Record.get(Record.number == number)
    assert (row.state, row.outcome, row.unsigned) == ("closed", outcome, True)


def test_nothing_chosen_is_said_beside_the_choices_and_the_reason_stays(chen, number):
    body = open_ending(chen, f"/records/{number}/signature")
    nothing = chen.post(f"/records/{number}/outcome", data=body | {"reason": ""})
    assert nothing.status_code == 422
    assert [anchor for anchor, _s in errors(nothing.text)] == ["f-outcome", "f-reason"]
    refused = chen.post(f"/records/{number}/outcome", data=body | {"reason": "负责人开会去了"})
    assert refused.status_code == 422
    assert errors(refused.text) == [("f-outcome", "请选择是哪种情况。")]
    assert 'id="e-outcome"' in refused.text and "负责人开会去了</textarea>" in refused.text
    assert re.search(r'<details class="card more" open><summary>客户没有签字', refused.text)
    assert Record.get(Record.number == number).state == "open"
    User.update(language="en").where(User.login == "chen").execute()
    english = chen.post(f"/records/{number}/outcome", data=body | {"reason": "away"})
    assert errors(english.text) == [("f-outcome", "Choose which of these it is.")]


def test_a_technician_cannot_sign_for_the_client(chen, number):
    body = open_ending(chen, f"/records/{number}/signature")
    refused = chen.post(f"/records/{number}/outcome", data=body | GOOD | {"entry.outcome": "done"})
    assert refused.status_code == 404
    assert Entry.select().where(Entry.step == "acceptance").count() == 0


def test_signed_on_paper_needs_its_photo_and_the_name(chen, number):
    url = f"/records/{number}/paper"
    body = open_ending(chen, url)
    nothing = chen.post(url, data=body)
    asked = ["f-paper", "f-signer", "f-accessories", "f-satisfaction"]  # all at once, as the page has them
    assert [anchor for anchor, _s in errors(nothing.text)] == asked
    assert all(f'aria-describedby="e-{name}"' in nothing.text for name in ("paper", "signer"))
    bad = chen.post(url, data=body | {"paper.file": (io.BytesIO(b"no photo"), "单据.jpg")})
    assert [anchor for anchor, _s in errors(bad.text)] == asked
    photo = {"paper.file": (io.BytesIO(a_photo()), "单据.jpg")}
    unanswered = chen.post(url, data=body | photo | {"signer": "徐明"})
    assert [anchor for anchor, _s in errors(unanswered.text)] == ["f-accessories", "f-satisfaction"]
    kept = re.search(r'name="paper" value="([0-9a-f]{64})"', unanswered.text)[1]
    assert chen.get(re.search(r'src="(/records/[^"]+)"', unanswered.text)[1]).status_code == 200
    answers = {"signer": "徐明", "accessories": "yes", "satisfaction": "satisfied", "paper": kept}
    assert chen.post(url, data=body | answers).status_code == 303
    row = Record.get(Record.number == number)
    assert (row.outcome, row.unsigned) == ("signed_on_paper", False)


def test_another_clients_technician_finds_no_sheet_to_sign(world, number):
    zhou = world.browser("zhou")
    assert zhou.get(f"/records/{number}/signature").status_code == 404
    token = csrf(zhou.get("/account").text)
    for verb in ("handover", "links", "outcome", "paper", "links/revoke"):
        body = {"csrf_token": token, "entry.outcome": "absent", "reason": "x"}
        assert zhou.post(f"/records/{number}/{verb}", data=body).status_code == 404


def test_the_evidence_is_sealed_with_the_signature(world, chen, number):
    handed(chen, number).post(**GOOD, phone_at="1790000000000")
    from fieldforms.store import scope

    entry = records.by_number(scope.SYSTEM, number).entries[-1]
    assert entry.payload["phone_at"] == 1790000000000 and entry.payload["sealed_at"] == entry.row.sealed_at
    evidence = entry.facts["evidence"]
    assert entry.payload["way"] == "handed_over" and evidence["handed_over_by"] == "陈志远"
    assert evidence["address"] == "127.0.0.1" and "Android" in evidence["agent"]
    assert entry.facts["consent"]["version"] and entry.facts["signature"]["method"] == "drawn"


def test_a_lost_session_leads_back_to_the_page_that_was_filled(world, chen, number):
    url = link_of(chen, number)
    form = Form(world.browser(), url, "sign")
    with form.browser.session_transaction() as session:
        session.clear()
    expired = form.post(**GOOD)
    assert expired.status_code == 419 and f'href="{url}"' in expired.text
    assert Form(form.browser, url, "sign").post(**GOOD).status_code == 303


# A lead's step


@pytest.fixture
def loan(world) -> str:
    return world.asked_for_recordings().number


def test_the_staff_pages_name_the_lead_and_the_leads_page_prefills_the_name(chen, loan):
    for page in (chen.get(f"/records/{loan}/signature").text, chen.get(f"/records/{loan}/paper").text):
        assert "徐明" in page and "没有登记主管领导" not in page
    page = handed(chen, loan).page.text
    assert "由主管领导签字：徐明" in page and re.search(r'id="f-signer"[^>]*value="徐明"', page)


def test_somebody_else_is_refused_with_who_may(world, chen, loan):
    form = Form(world.browser(), link_of(chen, loan), "sign")
    refused = form.post(decision="approved", typed="1", signer="林岚")
    assert refused.status_code == 422
    assert errors(refused.text) == [("f-signer", "这里由主管领导签字：徐明。别人不能代签。")]
    english = world.browser().get(f"{form.url}?lang=en").text
    assert "Signed by the lead: 徐明" in english
    assert form.post(decision="approved", typed="1", signer="徐明").status_code == 303


def test_on_paper_too_it_is_the_lead_who_signed(chen, loan):
    url = f"/records/{loan}/paper"
    body = open_ending(chen, url) | {"signer": "林岚", "decision": "approved"}
    refused = chen.post(url, data=body | {"paper.file": (io.BytesIO(a_photo()), "单据.jpg")})
    assert [anchor for anchor, _s in errors(refused.text)] == ["f-signer"]


def test_where_no_lead_is_registered_staff_is_told_and_the_name_stays_free(world, chen, loan):
    Contact.update(lead=False).where(Contact.client == world.office.client).execute()
    for page in (f"/records/{loan}/signature", f"/records/{loan}/paper"):
        told = chen.get(page).text
        assert "没有登记主管领导" in told and f"/clients/{world.office.client.id}" in told
    form = Form(world.browser(), link_of(chen, loan), "sign")
    assert "没有登记主管领导" not in form.page.text and 'value="徐明"' not in form.page.text
    assert form.post(decision="approved", typed="1", signer="林岚").status_code == 303


def test_the_lead_decides_on_all_that_was_asked_for(chen, loan):
    page = handed(chen, loan).page.text
    shown = page[: page.index("查看整张单据")]
    for fact in ("2026-11 例会录像，1 份", "重要", "林岚", "整理会议纪要", "2099"):
        assert fact in shown
    assert 'class="fold"' not in shown and "请您批准" in page


def test_what_staff_asks_of_a_lead_is_an_approval(chen, loan):
    page = chen.get(f"/records/{loan}/signature").text
    for words in ("请主管领导批准", "主管领导已在纸上批准", "没有得到批准", "主管领导不在"):
        assert words in page
    assert "客户签字" not in page and "请主管领导批准" in chen.get(f"/records/{loan}").text
    assert "等主管领导批准" in chen.get("/").text
    body = open_ending(chen, f"/records/{loan}/signature") | {"entry.outcome": "absent", "reason": "出差"}
    assert chen.post(f"/records/{loan}/outcome", data=body).status_code == 303
    assert "主管领导不在，没有得到批准" in chen.get(f"/records/{loan}").text


def test_a_lead_is_thanked_without_a_word_of_ratings(chen, loan):
    form = handed(chen, loan)
    done = chen.get(form.post(decision="approved", signer="徐明", strokes=STROKES).location).text
    assert loan in done and "评价" not in done
