"""The list, one sheet, its paper, and what may follow: for those who may see it, and only for them."""

import io
import json
import re
from dataclasses import replace

import openpyxl
import pytest
from PIL import Image

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.files import photos
from fieldforms.flow.filling import drafts
from fieldforms.flow.record import folding
from fieldforms.flow.seals import sdjwt
from fieldforms.flow.sheets.words_of_records import OUTCOME_WORDS, SIGNATURE_WORDS
from fieldforms.store import clock, scope
from fieldforms.store.models import Entry, Record, Review, Room, User
from fieldforms.store.record import records
from tests import audit_lines
from tests.people import STROKES
from tests.web.sheets.hands import (
    closed_again,
    confirm,
    drop_triggers,
    exporter,
    find_numbers,
    numbers_in_list,
    pdf_text,
    post,
    record_json,
    split_presentation,
    text,
)

RATING = ("很满意", "very_satisfied", "字幕机也请看看", "您对此次服务是否满意")


# Who sees what


READS = ["", ".pdf", "/recall", "/correction", "/cancellation", "/erasure", f"/photos/{'a' * 64}"]
WRITES = ["/step", "/recall", "/correction", "/cancellation", "/review", "/erasure"]


@pytest.mark.parametrize("path", READS)
def test_another_clients_technician_finds_nothing(world, path):
    number = world.signed_sheet().number
    browser = world.browser("zhou")
    assert browser.get(f"/records/{number}{path}").status_code in (404, 403 if path == "/erasure" else 404)


@pytest.mark.parametrize("path", WRITES)
def test_another_clients_technician_can_do_nothing(world, path):
    number = world.signed_sheet().number
    before = records.newest_entry(Record.get().uuid).seq
    refused = post(
        world.browser("zhou"), f"/records/{number}{path}", reason="试试", note="试试", name="signer", seq="1"
    )
    assert refused.status_code in ((403,) if path in ("/erasure", "/review") else (404,))
    assert records.newest_entry(Record.get().uuid).seq == before
    assert not Review.select().exists()


def test_lists_exports_and_prints_know_only_ones_own_clients(world):
    mine, theirs = world.signed_sheet().number, world.signed_sheet("zhou", world.university).number
    browser = world.browser("zhou")
    confirm(browser)
    for url in ("/records", "/records?q=话筒", "/records.csv", f"/records?q={mine}"):
        page = text(browser.get(url))
        assert mine not in page.replace(f"“{mine}”", "").replace(f'value="{mine}"', "").replace(
            f"q={mine}", ""
        )
        assert "政务" not in page
    assert numbers_in_list(text(browser.get("/records"))) == [theirs]


def test_filters_out_of_scope_are_not_found(world):
    browser = exporter(world, "zhou")
    assert browser.get(f"/records?client={world.office.client.id}").status_code == 404
    assert browser.get(f"/records?device={world.office.code.code}").status_code == 404
    assert browser.get(f"/records.csv?client={world.office.client.id}").status_code == 404


@pytest.mark.parametrize("url", ["/records", "/records.xlsx", "/records.csv", "/records.pdf"])
def test_nobody_reads_without_signing_in(world, url):
    number = world.signed_sheet().number
    assert world.browser().get(url).status_code == 401
    assert world.browser().get(f"/records/{number}").status_code == 401
    hr = world.browser("wangjing")  # reads lists of the forms that have a step of hr's, and nothing else
    answer = hr.get(url)
    assert answer.status_code in (200, 422) and number.encode() not in answer.data
    assert hr.get(f"/records/{number}").status_code == 404


@pytest.mark.parametrize("login", ["chen", "sunmin", "shen", "admin"])
def test_the_rating_is_nowhere_for_those_it_is_not_for(world, login, tmp_path):
    number = world.signed_sheet().number
    browser = exporter(world, login)
    said = [
        text(browser.get(url))
        for url in ("/records", f"/records/{number}", "/records.csv?form=service-contact")
    ]
    said.append(pdf_text(browser.get(f"/records/{number}.pdf").data, tmp_path))
    said.append(pdf_text(browser.get("/records.pdf?state=closed").data, tmp_path))
    said.append(
        json.dumps(record_json(browser.get(f"/records/{number}.pdf").data, tmp_path), ensure_ascii=False)
    )
    book = openpyxl.load_workbook(io.BytesIO(browser.get("/records.xlsx?form=service-contact").data))
    said.append(" ".join(str(cell.value) for row in book.active.iter_rows() for cell in row))
    for page in said:
        assert not [word for word in RATING if word in page]


def test_a_technicians_copy_does_not_disclose_the_rating(world, tmp_path):
    number = world.signed_sheet().number
    content = record_json(world.browser("chen").get(f"/records/{number}.pdf").data, tmp_path)
    jwt, disclosures = split_presentation(content["entries"][-1])
    keys = {key["kid"]: key for key in content["jwks"]["keys"]}
    payload, values = sdjwt.verify_jwt(jwt, disclosures, keys)
    assert values["answers.accessories"] == "yes"
    assert not {"answers.satisfaction", "answers.comments"} & values.keys()
    assert len(payload["_sd"]) > len(values)


def test_a_technician_cannot_filter_or_search_by_rating(world):
    good, bad = world.signed_sheet().number, world.signed_sheet(rating="dissatisfied").number
    browser = world.browser("chen")
    assert numbers_in_list(text(browser.get("/records?satisfaction=dissatisfied"))) == [bad, good]
    assert numbers_in_list(text(browser.get("/records?q=字幕机"))) == []
    assert 'name="satisfaction"' not in text(browser.get("/records"))


def test_the_supervisor_sees_ratings_and_low_ones_stand_out(world):
    world.signed_sheet()
    low = world.signed_sheet(rating="dissatisfied").number
    page = text(world.browser("gao", phone=False).get("/records"))
    assert '<span class="badge bad">不满意</span>' in page and "很满意" in page
    assert re.search(rf'<tr class="low">\s*<th scope="row"><a href="/records/{low}"', page)
    assert '<span class="badge bad">不满意</span>' in text(world.browser("gao").get(f"/records/{low}"))


def test_reading_a_confidential_record_is_written_down(world):
    Room.update(confidential=True).execute()
    number = world.signed_sheet().number
    assert world.browser("gao").get(f"/records/{number}").status_code == 404
    User.update(confidential=True).where(User.login == "gao").execute()
    browser = world.browser("gao")
    world.users["gao"] = User.get(User.login == "gao")
    assert browser.get(f"/records/{number}").status_code == 200
    assert [line.action for line in audit_lines.lines_about(number)].count("record.read") == 1
    confirm(browser)
    assert browser.get("/records.csv?state=closed").mimetype == "text/csv"
    assert [line.action for line in audit_lines.lines_about(number)].count("record.read") == 2


# One sheet


def test_a_record_looks_like_the_sheet_and_tells_its_story(world):
    number = world.signed_sheet().number
    page = text(world.browser("gao").get(f"/records/{number}"))
    for word in ("客户服务联络单", "待服务内容", "会议室话筒有杂音", "封存完好 ✓", "丁一", "手写签字", "在技术员的手机上",
                 "签字时同意的内容", "经过", "客户验收"):  # fmt: skip
        assert word in page


def test_numbers_are_found_in_small_letters_too(world):
    number = world.signed_sheet().number
    assert world.browser("chen").get(f"/records/{number.lower()}").status_code == 200


def test_evidence_is_for_those_who_look_into_it(world):
    number = world.signed_sheet().number
    assert "127.0.0.1" in text(world.browser("gao").get(f"/records/{number}"))
    assert "127.0.0.1" not in text(world.browser("chen").get(f"/records/{number}"))


def test_a_phones_wrong_clock_shows(world):
    entry = world.waiting_sheet()
    draft = drafts.open_next_step(world.actor("chen"), records.by_uuid(scope.SYSTEM, entry.record))
    signer = replace(world.actor("chen"), way="handed_over", extra={"draft": draft.uuid})
    given = HandedIn({"accessories": "yes", "satisfaction": "satisfied"}, signer="丁一", strokes=STROKES,
                        shown=entry.digest, phone_at=clock.now() + 10 * clock.MINUTE)  # fmt: skip
    completion.complete(signer, draft.uuid, given)
    page = text(world.browser("gao").get(f"/records/{entry.number}"))
    assert "手机时间" in page and "快 10 分钟" in page
    assert "手机时间" not in text(world.browser("gao").get(f"/records/{world.signed_sheet().number}"))


def test_a_changed_disclosure_is_named_on_the_page(world):
    number = world.signed_sheet().number
    assert "封存内容有改动" not in text(world.browser("gao").get(f"/records/{number}"))
    row = Record.get(Record.number == number)
    drop_triggers("entries")
    Entry.update(outcome="absent").where(Entry.record == row.uuid, Entry.seq == 1).execute()
    page = text(world.browser("gao").get(f"/records/{number}"))
    assert "封存内容有改动" in page and "#1 outcome" in page and "封存完好" not in page


def test_the_paper_carries_the_wording_and_its_seals(world, tmp_path):
    number = world.signed_sheet().number
    response = world.browser("gao").get(f"/records/{number}.pdf?lang=zh")
    assert response.headers["Cache-Control"] == "no-store"
    assert f'filename="{number}.pdf"' in response.headers["Content-Disposition"]
    paper = pdf_text(response.data, tmp_path)
    for word in ("客户服务联络单", number, "会议室话筒有杂音", "您对此次服务是否满意", "丁一"):
        assert word in paper
    content = record_json(response.data, tmp_path)
    keys = {key["kid"]: key for key in content["jwks"]["keys"]}
    read = [sdjwt.verify_jwt(*split_presentation(entry), keys) for entry in content["entries"]]
    assert [payload["number"] for payload, _values in read] == [number, number]
    assert read[1][1]["answers.satisfaction"] == "very_satisfied"
    assert "Customer service contact sheet" in pdf_text(
        world.browser("gao").get(f"/records/{number}.pdf?lang=en").data, tmp_path
    )


def with_photo(world):
    draft = world.working_sheet()
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(stream, "JPEG")
    kept = photos.keep_photo(draft.uuid, "sent", stream.getvalue()).digest
    answers = {**draft.answers, "work_photos": [kept]}
    entry = completion.complete(world.actor("chen"), draft.uuid, HandedIn(answers)).entry
    return entry.number, kept


def test_a_photo_is_shown_by_the_sheet_that_names_it(world):
    number, digest = with_photo(world)
    other = world.waiting_sheet().number
    browser = world.browser("chen")
    response = browser.get(f"/records/{number}/photos/{digest}")
    assert response.mimetype == "image/jpeg" and response.data.startswith(b"\xff\xd8")
    assert response.headers["Cache-Control"] == "no-store"
    assert f"/records/{number}/photos/{digest}" in text(browser.get(f"/records/{number}"))
    assert browser.get(f"/records/{other}/photos/{digest}").status_code == 404
    assert browser.get(f"/records/{number}/photos/{'0' * 64}").status_code == 404
    assert world.browser("zhou").get(f"/records/{number}/photos/{digest}").status_code == 404


def test_what_could_not_be_dealt_with_opens_a_fault_report_by_itself(world):
    actor = world.actor("chen")
    origin = {"device": world.office.device.id}
    new = drafts.start_draft(actor, "av-maintenance", origin, drafts.new_uuid(), drafts.new_uuid())
    answers = {**new.draft.answers, **maintained(new.definition, new.step)}
    answers["main_logs"] = {"result": "unresolved", "note": "日志报错，待厂家"}
    draft = drafts.save_draft(actor, new, answers, 0, "tests")
    entry = completion.complete(actor, draft.uuid, HandedIn(draft.answers)).entry
    page = text(world.browser("chen").get(f"/records/{entry.number}"))
    assert "还有异常没能处理" in page and "日志报错，待厂家" in page
    fault = Record.get(Record.follows == entry.number)
    assert fault.key == "fault-report" and f"/records/{fault.number}" in page
    report = text(world.browser("sunmin").get(f"/records/{fault.number}"))
    assert "日志报错，待厂家" in report and entry.number in report
    assert "还有异常" not in text(world.browser("chen").get(f"/records/{world.waiting_sheet().number}"))


def maintained(definition, step) -> dict:
    answers: dict = {"summary": "已维护"}
    for field in definition.fields_of(step):
        if field.type == "two_counts":
            answers[field.name] = {"counts": [1, 0]}
        if field.type == "normal_or_handled":
            answers[field.name] = {"result": "normal"}
    return answers


# What may follow


def actions(page: str) -> set[str]:
    found = re.findall(
        r'(?:href|action)="/(?:records/[^"/]+|reviews)/(recall|correction|cancellation|review|erasure|step|signature|approvals|returns)[?"]',
        page,
    )
    return set(found)


def test_what_is_offered_depends_on_who_and_where(world):
    waiting, closed = world.waiting_sheet().number, world.signed_sheet().number

    def offered(login, number):
        return actions(text(world.browser(login).get(f"/records/{number}")))

    assert offered("chen", waiting) == {"signature", "recall", "cancellation"}
    assert offered("sunmin", waiting) == {"signature", "recall", "cancellation", "review"}
    assert offered("gao", waiting) == {"signature", "recall", "cancellation", "review", "returns"}
    assert offered("chen", closed) == {"correction"}
    assert offered("gao", closed) == {"approvals", "returns"}
    post(world.browser("gao"), "/reviews/approvals", f"/records/{closed}", number=closed)
    assert offered("gao", closed) == {"review"}
    assert offered("shen", closed) == {"review"}
    assert offered("admin", closed) == {"erasure"}


@pytest.mark.parametrize("path", ["recall", "cancellation"])
def test_a_reason_is_asked_for(world, path):
    number = world.waiting_sheet().number
    browser = world.browser("chen")
    response = post(browser, f"/records/{number}/{path}", f"/records/{number}/{path}", reason=" ")
    assert response.status_code == 422
    page = text(response)
    assert "<title>错误：" in page and "请写明原因。" in page and 'href="#f-reason"' in page
    assert len(records.by_number(scope.SYSTEM, number).entries) == 1


def test_a_recalled_sheet_is_done_again_and_shows_what_changed(world):
    number = world.waiting_sheet().number
    browser = world.browser("chen")
    response = post(browser, f"/records/{number}/recall", f"/records/{number}/recall", reason="型号写错")
    assert response.status_code == 303 and "/drafts/" in response.location
    draft = drafts.draft_to_fill(world.actor("chen"), response.location.rsplit("/", 1)[1]).draft
    closed_again(world, draft, solution="更换整机")
    page = text(browser.get(f"/records/{number}"))
    assert "型号写错" in page and "与退回前的不同" in page
    assert re.search(r"更换端子并重新压接</del>\s*<ins>.*更换整机", page)


def test_a_cancelled_sheet_keeps_its_number(world):
    number = world.waiting_sheet().number
    browser = world.browser("chen")
    response = post(
        browser, f"/records/{number}/cancellation", f"/records/{number}/cancellation", reason="重复开单"
    )
    assert (response.status_code, response.location) == (303, f"/records/{number}")
    page = text(browser.get(f"/records/{number}"))
    assert "本单已取消：重复开单" in page and actions(page) == set()
    assert find_numbers(world, "state=cancelled") == [number]


def test_a_closed_sheet_refuses_every_change(world):
    number = world.signed_sheet().number
    browser = world.browser("chen")
    for path in ("recall", "cancellation", "step"):
        assert post(browser, f"/records/{number}/{path}", reason="试试").status_code == 409
    for path in ("recall", "cancellation"):
        assert browser.get(f"/records/{number}/{path}").status_code == 409
    assert len(records.by_number(scope.SYSTEM, number).entries) == 2


def test_a_correction_shows_what_differs_and_both_stay(world):
    old = world.signed_sheet().number
    browser = world.browser("chen")
    response = post(browser, f"/records/{old}/correction", f"/records/{old}/correction", reason="地址写错")
    assert response.status_code == 303
    draft = drafts.draft_to_fill(world.actor("chen"), response.location.rsplit("/", 1)[1]).draft
    assert "satisfaction" not in draft.answers
    new = closed_again(world, draft, request="大会议室话筒有杂音").number
    page = text(browser.get(f"/records/{new}"))
    assert f"与 {old} 的不同" in page and f"/records/{old}" in page
    changes = re.search(r'<dl class="changes">.*?</dl>', page, re.DOTALL).group(0)
    assert changes.count("<dt>") == 1 and "大会议室话筒有杂音" in changes
    page = text(browser.get(f"/records/{old}"))
    assert f"看更正单 {new}" in page and "correction" not in actions(page)
    assert post(browser, f"/records/{old}/correction", reason="再来").status_code == 409


def test_the_next_step_opens_for_whose_turn_it_is(world):
    actor = world.actor("chen")
    new = drafts.start_draft(
        actor, "fault-report", {"device": world.office.device.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    given = {
        **new.draft.answers,
        "symptom": "没有声音",
        "urgency": new.definition.fields["urgency"].choices[0].name,
    }
    draft = drafts.save_draft(actor, new, given, 0, "tests")
    number = completion.complete(actor, draft.uuid, HandedIn(draft.answers)).entry.number
    browser = world.browser("chen")
    assert "step" in actions(text(browser.get(f"/records/{number}")))
    response = post(browser, f"/records/{number}/step", f"/records/{number}")
    assert response.status_code == 303 and "/drafts/" in response.location
    assert post(browser, f"/records/{number}/step", f"/records/{number}").location == response.location
    assert post(world.browser("gao"), f"/records/{number}/step").status_code == 403


def test_a_supervisor_reviews_and_the_note_stays_with_the_readers_of_ratings(world):
    number = world.signed_sheet(rating="dissatisfied").number
    response = post(
        world.browser("gao"), f"/records/{number}/review", f"/records/{number}", note="客户不满意，已回访"
    )
    assert response.status_code == 303
    assert "客户不满意，已回访" in text(world.browser("gao").get(f"/records/{number}"))
    page = text(world.browser("chen").get(f"/records/{number}"))
    assert "高建国" in page and "不满意" not in page
    assert "record.review" in [line.action for line in audit_lines.lines_about(number)]
    assert post(world.browser("chen"), f"/records/{number}/review", note="我").status_code == 403


def test_every_label_of_an_outcome_is_known():
    assert set(folding.OUTCOMES) <= set(OUTCOME_WORDS)
    assert set(SIGNATURE_WORDS) <= set(OUTCOME_WORDS)


@pytest.mark.parametrize("path", ["recall", "cancellation", "correction"])
@pytest.mark.parametrize("login", ["shen", "admin"])
def test_readers_change_nothing(world, login, path):
    for number in (world.waiting_sheet().number, world.signed_sheet().number):
        assert world.browser(login).get(f"/records/{number}/{path}").status_code == 403
        assert post(world.browser(login), f"/records/{number}/{path}", reason="试试").status_code == 403
