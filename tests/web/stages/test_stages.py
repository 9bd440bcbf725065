"""A client's stages: what is there, what is missing, who says so, and what sheets say by themselves."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pytest

from fieldforms import config
from fieldforms.flow.stages.stage_files import CLIENT_PAGES, deliverables_in_use, stages_in_use
from fieldforms.i18n import format_date
from fieldforms.store import clock
from fieldforms.store.models import Audit, Client, Document, Record, Room, StageWord, User
from fieldforms.store.stages.stage_words import add_word
from fieldforms.web.stages.deliverables import PAGE_LINKS
from tests.people import csrf, questions
from tests.web.documents.hands import added, manual
from tests.web.stages.hands import (
    address,
    handed_over,
    line,
    list_papers,
    put,
    sign_papers,
    state,
    surveyed,
    tell,
    text,
)

# The page


def test_each_deliverable_of_the_method_opens_what_fulfils_it(world):
    """Row 13, one after the other: a document is put in, of the kind that is preset, and a tap away from then on."""
    sun, shelf = world.browser("sunmin"), {}
    for name, asked in deliverables_in_use().items():
        form = text(sun.get(address(world, name) + "/document"))
        assert f'<option value="{asked.document}" selected>' in form and asked.label["zh"] in form
        document = added(sun, manual(), title=f"为{name}", client=world.office.client.id)
        assert tell(world, "sunmin", name, state="done", document=str(document.id)).status_code == 303
        shelf[name] = document.id
    page = text(sun.get(address(world)))
    for name, id in shelf.items():
        assert (
            f'/documents/{id}"' in line(page, name)
            and "已完成" in line(page, name)
            and "孙敏" in line(page, name)
        )
    assert "各项都齐了" in page and [stage.label["zh"] in page for stage in stages_in_use()] == [True] * 8


def test_what_the_program_shows_itself_is_a_tap_away_for_who_may_see_it(world):
    assert PAGE_LINKS.keys() == CLIENT_PAGES
    led = set()
    for login in ("gao", "chen"):
        browser = world.browser(login)
        for name, asked in deliverables_in_use().items():
            page = text(browser.get(address(world, name))) if asked.page else ""
            for url, words in re.findall(r'<a class="button quiet" href="([^"]+)">(看[^<]+)</a>', page):
                assert browser.get(unescape(url)).status_code == 200, (login, name)
                led.add((login, words))
    assert len([words for login, words in led if login == "gao"]) == len(PAGE_LINKS)
    assert ("chen", "看联系人") in led and ("chen", "看响应和恢复时间") not in led


def test_the_clients_file_counts_each_stage_and_leads_to_what_is_missing(world):
    tell(world, "chen", "contract", state="done", words="双方已签")
    page = text(world.browser("chen").get(f"/clients/{world.office.client.id}"))
    assert f"{address(world)}?missing=1" in page and "接管还缺 25 项，共缺 29 项" in page
    assert 'href="' + address(world) + '#contract">合同 <span class="number">1/1</span>' in page
    missing = text(world.browser("chen").get(f"{address(world)}?missing=1"))
    assert "接管还缺 25 项，共缺 29 项" in missing
    assert "竣工图纸" in missing and 'id="contract"' not in missing


def test_who_serves_another_client_finds_no_stages(world):
    zhou = world.browser("zhou")
    for url in (address(world), address(world, "contract"), address(world, "contract") + "/document"):
        assert zhou.get(url).status_code == 404
    for name in ("nothing", "%00", "..", "合同"):
        assert world.browser("chen").get(address(world, name)).status_code == 404, name


def test_a_page_asks_the_same_few_questions_however_much_was_said(world):
    chen = world.browser("chen")
    chen.get(address(world))
    with questions() as before:
        chen.get(address(world))
    for name in deliverables_in_use():
        document = added(chen, manual(), title=name, client=world.office.client.id)
        add_word(
            world.office.client.id, name, world.users["chen"].id, {"state": "done", "document": document.id}
        )
    with questions() as after:
        chen.get(address(world))
    assert len(after) <= len(before) + 1, "the documents, once for all"


# Words


def test_a_technician_says_how_it_stands_and_the_page_says_who_and_when(world):
    chen = world.browser("chen")
    assert tell(world, "chen", "parts_rules", state="in_work", words="等甲方确认清单").status_code == 303
    said = line(text(chen.get(address(world))), "parts_rules")
    assert "进行中" in said and "陈志远" in said and "等甲方确认清单" in said and "年" in said
    tell(world, "chen", "parts_rules", state="done", words="清单已盖章")
    history = text(chen.get(address(world, "parts_rules")))
    assert history.index("清单已盖章") < history.index("等甲方确认清单"), "the newest first; nothing is lost"


def test_the_day_is_the_companys(world):
    new_year = datetime(2025, 12, 31, 17, tzinfo=UTC)  # one o'clock in the morning in Shanghai
    with clock.pretend_now(int(new_year.timestamp() * 1000)):
        signed = {"state": "done", "words": "签了"}
        add_word(world.office.client.id, "contract", world.users["chen"].id, signed)
    assert "2026年1月1日" in line(text(world.browser("chen").get(address(world))), "contract")


def test_what_is_done_says_how_and_what_is_not_needed_says_why(world):
    for typed, sentence in (
        ({"state": "done"}, "请选一份资料或一张单据"),
        ({"state": "not_needed"}, "写明原因"),
    ):
        refused = tell(world, "sunmin", "contract", **typed)
        assert refused.status_code == 422 and sentence in text(refused) and "错误" in text(refused)
        assert state(world, "contract") == "open"
    assert (
        tell(world, "sunmin", "special_manuals", state="not_needed", words="没有特殊设备").status_code == 303
    )
    assert "没有特殊设备" in line(text(world.browser("chen").get(address(world))), "special_manuals")


@pytest.mark.parametrize("typed", [{"state": "x"}, {"state": ""}, {"state": "done", "document": "999"},
                                   {"state": "done", "record": "FW-1"}, {"state": "in_work", "words": "字" * 2001}])  # fmt: skip
def test_what_cannot_be_read_is_refused_and_nothing_is_lost(world, typed):
    refused = tell(world, "sunmin", "contract", **{"words": "已经谈好", **typed})
    assert refused.status_code == 422 and not StageWord.select().exists()
    assert typed.get("words", "已经谈好")[:4] in text(refused)


def test_a_technician_calls_nothing_unneeded_and_takes_nothing_back(world):
    assert tell(world, "chen", "contract", state="not_needed", words="不签").status_code == 422
    assert 'value="not_needed"' not in text(world.browser("chen").get(address(world, "contract")))
    tell(world, "chen", "contract", state="done", words="已签")
    refused = tell(world, "chen", "contract", state="open", words="已签")
    assert (
        refused.status_code == 403 and "调度员或主管" in text(refused) and state(world, "contract") == "done"
    )
    word = StageWord.get()
    for act in (f"words/{word.id}/removal",):
        assert world.browser("chen").get(f"{address(world, 'contract')}/{act}").status_code == 403
    tell(world, "gao", "contract", state="not_needed", words="按次付费")
    page = text(world.browser("chen").get(address(world, "contract")))
    assert "按次付费" in page and "登记情况" not in page, "reads it, and has no form"
    assert put(world, "chen", "contract").status_code == 403 and not Document.select().exists()


def test_a_word_taken_back_counts_no_more_and_stays_written_down(world):
    tell(world, "chen", "contract", state="in_work", words="在谈")
    tell(world, "chen", "contract", state="done", words="已签")
    newest, gao = StageWord.select().order_by(StageWord.id.desc()).first(), world.browser("gao")
    asked = f"{address(world, 'contract')}/words/{newest.id}/removal"
    assert "撤回这次登记？" in text(gao.get(asked)) and "已签" in text(gao.get(asked))
    for _twice in range(2):
        assert post_again(gao, asked).status_code == 303
    assert state(world, "contract") == "in_work"
    page = text(gao.get(address(world, "contract")))
    assert "已签" in page and "已撤回 · 高建国" in page
    [noted] = Audit.select().where(Audit.action == "stage.take_back")
    assert noted.detail["before"] == {"state": "done", "words": "已签", "document": None, "record": ""}
    assert noted.detail["after"] == {"state": "in_work"} and noted.actor.login == "gao"
    elsewhere = f"{address(world, 'manuals')}/words/{newest.id}/removal"
    assert gao.get(elsewhere).status_code == 404, "it is a word about something else"


def post_again(browser, url: str):
    return browser.post(url, data={"csrf_token": csrf(browser.get("/account").text)})


def test_nothing_is_said_of_a_client_that_is_retired(world):
    tell(world, "chen", "contract", state="done", words="已签")
    Client.update(retired_at=1).where(Client.id == world.office.client.id).execute()
    page = text(world.browser("sunmin").get(address(world, "contract")))
    assert "已签" in page and "登记情况" not in page and "撤回" not in page
    token = csrf(world.browser("sunmin").get("/account").text)
    browser = world.browser("sunmin")
    token = csrf(browser.get("/account").text)
    refused = browser.post(address(world, "contract"), data={"csrf_token": token, "state": "open"})
    assert refused.status_code == 409 and state(world, "contract") == "done"


# Documents


def test_a_document_is_put_in_straight_from_the_deliverable(world):
    chen = world.browser("chen")
    assert "放入资料" in text(chen.get(address(world, "as_built_drawings")))
    answer = put(world, "chen", "as_built_drawings", title="竣工图 A 版")
    assert answer.status_code == 303 and state(world, "as_built_drawings") == "done"
    document = Document.get()
    assert (document.client_id, document.kind) == (world.office.client.id, "drawing")
    assert "竣工图 A 版" in line(text(chen.get(address(world))), "as_built_drawings")
    put(world, "chen", "as_built_drawings", title="竣工图 A 版")
    assert StageWord.select().count() == 1, "a double tap"


def test_what_somebody_called_unfinished_stays_so_when_one_of_several_is_put_in(world):
    tell(world, "chen", "manuals", state="in_work", words="还差功放的")
    put(world, "chen", "manuals", kind="manual", title="调音台手册")
    put(world, "chen", "manuals", manual("第二本"), kind="manual", title="矩阵手册")
    said = line(text(world.browser("chen").get(address(world))), "manuals")
    assert all(words in said for words in ("进行中", "还差功放的", "调音台手册", "矩阵手册"))


def test_a_file_that_is_refused_changes_nothing(world):
    refused = put(world, "chen", "manuals", b"MZ program")
    assert refused.status_code in (415, 422) and not StageWord.select().exists()
    browser = world.browser("chen")
    token = csrf(browser.get("/account").text)
    bare = browser.post(address(world, "manuals") + "/document", data={"csrf_token": token, "kind": "manual"})
    assert "没有选择文件" in text(bare) and not Document.select().exists()


def test_done_by_a_document_that_was_retired_is_open_again(world):
    put(world, "chen", "quick_guide", kind="quick_guide")
    document = Document.get()
    post_again(world.browser("sunmin"), f"/documents/{document.id}/retirement")
    assert state(world, "quick_guide") == "open"
    post_again(world.browser("sunmin"), f"/documents/{document.id}/return")
    assert state(world, "quick_guide") == "done"


def test_a_confidential_document_is_named_to_nobody_who_may_not_see_it(world):
    gao = world.browser("gao")
    secret = added(gao, manual("密语"), title="保密接线图", room=world.office.room.id)
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    tell(world, "gao", "audio_diagram", state="done", document=str(secret.id))
    for login, sees in (("chen", False), ("sunmin", False), ("gao", True)):
        pages = [text(world.browser(login).get(address(world, name))) for name in ("", "audio_diagram")]
        assert [("保密接线图" in page, f"/documents/{secret.id}" in page) for page in pages] == [
            (sees, sees)
        ] * 2
        assert "已完成" in line(pages[0], "audio_diagram"), "that it is there is no secret"
    refused = tell(world, "chen", "video_diagram", state="done", document=str(secret.id))
    assert refused.status_code == 422 and "保密接线图" not in text(refused)
    assert tell(world, "chen", "audio_diagram", state="done", words="见柜门").status_code == 303, (
        "no conflict with what is unseen"
    )
    assert f"/documents/{secret.id}" in text(gao.get(address(world, "audio_diagram")))


def test_what_is_internal_no_technician_reads_nor_says_anything_of(world):
    put(world, "sunmin", "internal_report", kind="report", title="报价太低的原因")
    tell(world, "sunmin", "internal_report", state="done", words="合同要涨价")
    document, chen = Document.get(), world.browser("chen")
    assert document.internal and "报价太低的原因" in text(world.browser("gao").get(address(world)))
    own = address(world, "internal_report")
    assert "合同要涨价" in text(world.browser("shen").get(own))
    pages = [
        address(world),
        f"{address(world)}?missing=1",
        f"/clients/{world.office.client.id}",
        "/stages",
        "/documents",
    ]
    said = "".join(text(chen.get(page)) for page in pages)
    for words in ("internal_report", "内部", "合同要涨价", "报价太低的原因"):
        assert words not in said, words
    for url in (own, f"{own}/document", f"/documents/{document.id}"):
        assert chen.get(url).status_code == 404, url
    assert post_again(chen, own).status_code == 404
    assert put(world, "chen", "internal_report").status_code == 404 and Document.select().count() == 1


def test_the_internal_report_alone_keeps_no_client_on_a_technicians_list(world):
    for name, asked in deliverables_in_use().items():
        if not asked.internal:
            add_word(world.office.client.id, name, world.users["chen"].id, {"state": "done", "words": "有"})
    assert "政务中心" not in text(world.browser("chen").get("/stages"))
    assert "政务中心" in text(world.browser("sunmin").get("/stages"))
    assert "各项都齐了" in text(world.browser("chen").get(address(world)))


# Sheets


def test_the_sheet_that_fulfils_it_is_begun_from_there_by_who_may(world):
    for login, offered in (("chen", True), ("sunmin", False)):
        page = text(world.browser(login).get(address(world, "manuals")))
        assert (f"/forms/handover/new?client={world.office.client.id}" in page) == offered


def test_a_hand_over_sheet_ticks_its_own(world):
    begun = list_papers(world, as_built_drawings="missing", manuals="not_existing", remarks="月底补交")
    assert state(world, "equipment_list") == state(world, "as_built_drawings") == "in_work"
    sign_papers(world, begun.number)
    assert state(world, "equipment_list") == "in_work", "it is not closed"


def test_what_a_closed_hand_over_sheet_says_counts_item_by_item(world):
    sheet = handed_over(world, as_built_drawings="missing", manuals="not_existing", remarks="月底补交")
    states = {
        name: state(world, name) for name in ("equipment_list", "as_built_drawings", "manuals", "contract")
    }
    assert states == {
        "equipment_list": "done",
        "as_built_drawings": "open",
        "manuals": "not_needed",
        "contract": "open",
    }
    said = line(text(world.browser("chen").get(address(world))), "equipment_list")
    assert sheet.number in said and "陈志远" in said and f"/records/{sheet.number}" in said
    handed_over(world)
    assert state(world, "as_built_drawings") == state(world, "manuals") == "done", "the newest sheet counts"
    assert not StageWord.select().exists(), "nothing was written down: it is what the sheets say"


def test_what_was_said_last_counts_by_a_person_or_by_a_sheet(world):
    with clock.pretend_now(clock.now() - 2 * clock.DAY_MS):
        tell(world, "chen", "equipment_list", state="in_work", words="在催")
    handed_over(world)
    assert state(world, "equipment_list") == "done"
    tell(world, "sunmin", "equipment_list", state="in_work", words="少了第 3 页")
    assert state(world, "equipment_list") == "in_work"
    post_again(
        world.browser("sunmin"),
        f"{address(world, 'equipment_list')}/words/{StageWord.select().order_by(StageWord.id.desc()).first().id}/removal",
    )
    assert state(world, "equipment_list") == "done", "the sheet counts again"


def test_a_survey_ticks_what_it_found(world):
    surveyed(world, fault_focus="讲台处的线路")
    assert state(world, "equipment_in_use") == state(world, "fault_points") == "done"
    assert state(world, "audio_diagram") == "open", "it has no photo of it"


def test_a_sheet_is_named_to_nobody_who_may_not_see_it(world):
    sheet = Record.get(Record.number == surveyed(world).number)
    Record.update(confidential=True, technician=world.users["gao"], opened_by=world.users["gao"]).execute()
    for login in ("chen", "sunmin"):
        page = text(world.browser(login).get(address(world)))
        assert sheet.number not in page and "已完成" in line(page, "equipment_in_use")
        assert "陈志远" not in line(page, "equipment_in_use")
        own = text(world.browser(login).get(address(world, "equipment_in_use")))
        day = format_date(sheet.closed_at, "zh")
        assert day not in line(page, "equipment_in_use") and day not in own, "nor its day"
    assert format_date(sheet.closed_at, "zh") in line(
        text(world.browser("gao").get(address(world))), "equipment_in_use"
    )


def test_any_sheet_of_the_client_may_fulfil_something(world):
    sheet, other = world.signed_sheet(), world.signed_sheet("zhou", world.university)
    tell(world, "chen", "agreement_with_client", state="done", record=sheet.number)
    assert f"/records/{sheet.number}" in line(
        text(world.browser("chen").get(address(world))), "agreement_with_client"
    )
    assert tell(world, "sunmin", "contract", state="done", record=other.number).status_code == 422


# Data


def test_a_deliverable_that_is_taken_out_of_the_data_keeps_what_was_said(world, settings, tmp_path):
    tell(world, "chen", "contract", state="done", words="双方已签")
    path = tmp_path / "stages.toml"
    path.write_text(
        '[[stage]]\nname = "only"\nlabel = { zh = "唯一", en = "Only" }\n'
        '[[stage.deliverable]]\nname = "paper"\nlabel = { zh = "纸", en = "Paper" }\n',
        encoding="utf-8",
    )
    config.use(replace(settings, stages=path))
    chen = world.browser("chen")
    page = text(chen.get(address(world)))
    assert "唯一" in page and "竣工图纸" not in page and "以前登记过的" in page and "合同" in page
    kept = text(chen.get(address(world, "contract")))
    assert "双方已签" in kept and "陈志远" in kept and "登记情况" not in kept
    assert post_again(chen, address(world, "contract")).status_code == 404
    config.use(settings)
    assert state(world, "contract") == "done"


def test_english_readers_read_english(world):
    User.update(language="en").where(User.login == "chen").execute()
    page = text(world.browser("chen").get(address(world)))
    assert "As-built drawings" in page and "Not yet" in page and "竣工图纸" not in page
