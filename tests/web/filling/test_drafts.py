"""Filling a sheet as a technician does, with and without scripts."""

import io
import re

import pytest
from PIL import Image

from fieldforms.flow.completing import record_events
from fieldforms.store import clock
from fieldforms.store.models import Device, Draft, Entry, File, Part, Room
from tests.forms.site_sheets import WELL
from tests.people import csrf
from tests.web.filling.hands import a_photo
from tests.web.hands import Form, completed_sheet, contact_body, errors, open_sheet


def test_a_sheet_opens_with_what_the_register_knows(world):
    page = open_sheet(world.browser("chen"), world.office).page.text
    for known in ("市政务服务中心", "徐明", "政务中心路 1 号", "数字音频处理器"):
        assert known in page
    assert 'value="yearly_contract" id="f-client_type" checked' in page or "checked" in page


def test_somebody_elses_device_has_no_form(world):
    browser = world.browser("chen")
    assert browser.get(f"/forms/service-contact/new?device={world.university.code.code}").status_code == 404
    assert browser.get(f"/forms/service-contact/new?client={world.university.client.id}").status_code == 404
    assert browser.get("/forms/no-such-form/new").status_code == 404


def test_a_supervisor_does_not_fill_a_technicians_sheet(world):
    assert (
        world.browser("gao").get(f"/forms/service-contact/new?device={world.office.code.code}").status_code
        == 403
    )


def test_autosave_answers_with_the_status_and_the_version(world):
    form = open_sheet(world.browser("chen"), world.office)
    saved = form.autosave(**contact_body(world.office))
    assert saved.status_code == 200 and "已存" in saved.text and "<html" not in saved.text
    assert saved.headers["X-Draft-Version"] == "1"
    assert form.browser.get(saved.headers["X-Draft-Url"]).status_code == 200
    assert Draft.get().answers["request"] == "会议室话筒有杂音"


def test_an_empty_sheet_is_refused_with_a_summary_and_keeps_what_was_typed(world):
    form = open_sheet(world.browser("chen"), world.office)
    refused = form.post(then="check", solution="重启", arrival="2026-11-24T09:10", client_name="市政")
    assert refused.status_code == 422
    assert "<title>错误：" in refused.text
    assert ("f-request", "请填写“待服务内容”。") in errors(refused.text)
    assert "重启" in refused.text


def test_what_cannot_be_parsed_stays_as_it_was_typed(world):
    form = open_sheet(world.browser("chen"), world.office)
    refused = form.post(then="check", **contact_body(world.office, arrival="昨天下午"))
    assert ("f-arrival", "“服务时间（到达）”不是有效的日期和时间，请写成 2026-11-24 14:10 这样。") in errors(
        refused.text
    )
    assert Draft.get().answers["arrival"] == "昨天下午"


def test_the_check_page_shows_everything_and_leads_back(world):
    form = open_sheet(world.browser("chen"), world.office)
    checked = form.post(then="check", **contact_body(world.office))
    page = form.browser.get(checked.location).text
    assert "更换端子并重新压接" in page and f"{form.url}#s-work" in page
    assert "更换端子并重新压接" in form.browser.get(form.url).text


def test_completing_gives_a_number_once_however_often_it_is_sent(world):
    form = open_sheet(world.browser("chen"), world.office)
    check = Form(form.browser, form.post(then="check", **contact_body(world.office)).location, "complete")
    places = {check.post().location for _ in range(10)}
    assert len(places) == 1 and Entry.select().count() == 1


def test_a_completed_draft_takes_no_other_body(world):
    form = open_sheet(world.browser("chen"), world.office)
    check = Form(form.browser, form.post(then="check", **contact_body(world.office)).location, "complete")
    check.post()
    assert form.post(**contact_body(world.office, request="另一件事")).status_code == 409
    assert form.browser.get(form.url).status_code == 302


def test_the_second_tab_gets_both_versions_and_nothing_is_lost(world):
    first = open_sheet(world.browser("chen"), world.office)
    first.autosave(**contact_body(world.office))
    second = Form(first.browser, first.url)
    first.autosave(**contact_body(world.office, solution="第一处", version="1"))
    stale = second.autosave(**contact_body(world.office, solution="第二处"))
    assert stale.status_code == 412
    assert "第一处" in stale.text and "第二处" in stale.text
    kept = second.autosave(**contact_body(world.office, solution="第二处", version="2"))
    assert kept.status_code == 200 and Draft.get().answers["solution"] == "第二处"


def test_a_stale_tab_without_scripts_keeps_its_own_words_on_the_page(world):
    first = open_sheet(world.browser("chen"), world.office)
    first.autosave(**contact_body(world.office))
    second = Form(first.browser, first.url)
    first.autosave(**contact_body(world.office, solution="第一处", version="1"))
    stale = second.post(then="check", **contact_body(world.office, solution="第二处"))
    assert stale.status_code == 412 and "第一处" in stale.text and "第二处" in stale.text
    assert 'href="#versions"' in stale.text and 'id="versions"' in stale.text


def test_a_lost_reply_is_no_conflict_with_oneself(world):
    form = open_sheet(world.browser("chen"), world.office)
    form.autosave(**contact_body(world.office))
    again = form.autosave(**contact_body(world.office, solution="接着写"))
    assert again.status_code == 200 and Draft.get().answers["solution"] == "接着写"


def test_a_draft_is_its_authors_alone(world):
    form = open_sheet(world.browser("chen"), world.office)
    form.autosave(**contact_body(world.office))
    for login in ("zhou", "sunmin", "gao", "shen", "admin"):
        other = world.browser(login)
        assert other.get(form.url).status_code == 404
        token = open_token(other)
        assert other.post(form.url, data={"csrf_token": token, "version": 1}).status_code == 404
    assert world.browser().get(form.url).status_code == 401


def open_token(browser) -> str:
    from tests.people import csrf

    return csrf(browser.get("/account").text)


def test_a_save_without_a_token_is_refused(world):
    form = open_sheet(world.browser("chen"), world.office)
    form.body.pop("csrf_token")
    refused = form.autosave(**contact_body(world.office))
    assert refused.status_code == 419 and "登录" in refused.text and "<html" not in refused.text


def test_a_session_that_ran_out_offers_sign_in_inside_the_page(world):
    form = open_sheet(world.browser("chen"), world.office)
    token = form.body["csrf_token"]
    with form.browser.session_transaction() as session:
        session.pop("_user_id")
    refused = form.autosave(**contact_body(world.office), csrf_token=token)
    assert refused.status_code == 401 and "/sign-in" in refused.text and "<html" not in refused.text


def test_photos_are_checked_shrunk_and_seen_again(world):
    form = open_sheet(world.browser("chen"), world.office)
    headers = {"X-CSRFToken": form.body["csrf_token"]}
    sent = form.browser.post(f"{form.url}/photos/_", data=a_photo((3000, 2000)), headers=headers)
    assert sent.status_code == 201
    kept = form.browser.get(sent.json["url"])
    assert max(Image.open(io.BytesIO(kept.data)).size) == 1600
    form.autosave(**contact_body(world.office), work_photos=sent.json["digest"])
    again = form.browser.post(f"{form.url}/photos/_", data=a_photo((3000, 2000)), headers=headers)
    assert again.json == sent.json


def test_what_is_no_photo_is_refused(world):
    form = open_sheet(world.browser("chen"), world.office)
    headers = {"X-CSRFToken": form.body["csrf_token"]}
    for body in (b"", b"<svg onload=alert(1)>", a_photo()[:300], b"GIF89a" + b"0" * 99):
        assert form.browser.post(f"{form.url}/photos/_", data=body, headers=headers).status_code == 422
    assert (
        form.browser.post(f"{form.url}/photos/{'0' * 64}", data=a_photo(), headers=headers).status_code == 422
    )


def test_a_photo_is_nobody_elses(world):
    form = open_sheet(world.browser("chen"), world.office)
    headers = {"X-CSRFToken": form.body["csrf_token"]}
    url = form.browser.post(f"{form.url}/photos/_", data=a_photo(), headers=headers).json["url"]
    form.autosave(**contact_body(world.office))
    assert world.browser("zhou").get(url).status_code == 404
    assert form.browser.get(f"{form.url}/photos/{'0' * 64}").status_code == 404


def test_photos_without_scripts_come_with_the_form(world):
    form = open_sheet(world.browser("chen"), world.office)
    field = next(name for name in ("work_photos", "photos") if f'name="{name}.file"' in form.page.text)
    files = {f"{field}.file": (io.BytesIO(a_photo()), "现场.jpg")}
    saved = form.browser.post(form.url, data=form.body | contact_body(world.office) | files)
    assert saved.status_code == 303 and len(Draft.get().answers[field]) == 1
    broken = {f"{field}.file": (io.BytesIO(b"no photo"), "x.jpg")}
    body = form.body | contact_body(world.office, version="1") | broken
    assert form.browser.post(form.url, data=body).status_code == 422


def test_a_device_is_added_by_its_code_in_any_writing(world):
    browser = world.browser("chen")
    code = world.office.code.code
    found = browser.get(f"/drafts/devices?code={code.lower()[:5]}-{code.lower()[5:]}&name=serviced_devices")
    assert found.status_code == 200 and "数字音频处理器" in found.text and f'value="{code}"' in found.text
    assert browser.get(f"/drafts/devices?code={world.university.code.code}").status_code == 404
    assert browser.get("/drafts/devices?code=%3Cscript%3E").status_code == 404


def test_a_typed_code_may_stand_in_groups_without_scripts(world):
    form, code = open_sheet(world.browser("chen"), world.office), world.office.code.code
    form.post(
        **contact_body(world.office) | {"serviced_devices": ""},
        **{"serviced_devices.add": f"{code[:5]} {code[5:]}".lower()},
    )
    draft = Draft.get(Draft.uuid == form.url.split("/")[2])
    assert [device["code"] for device in draft.answers["serviced_devices"]] == [code]


def test_the_table_says_in_which_block_an_item_is_wrong(world):
    form = Form(world.browser("chen"), f"/forms/av-maintenance/new?device={world.office.code.code}")
    broken = {"main_housing.first": "2", "main_housing.second": "x", "end_audio.first": "1"}
    said = errors(form.post(then="check", **broken).text)
    items = [sentence for _anchor, sentence in said if "项：" in sentence]
    assert items and len(set(items)) == len(items)
    assert all(sentence.startswith(("主机", "终端")) for sentence in items), items


def test_what_is_not_as_it_should_be_keeps_its_note_open(world):
    form = Form(world.browser("chen"), f"/forms/av-maintenance/new?device={world.office.code.code}")
    form.post(main_logs="unresolved", **{"end_audio.first": "3", "end_audio.second": "1"})
    page = form.browser.get(form.url).text
    for name in ("main_logs", "end_audio"):
        question = page.partition(f'id="q-{name}"')[2].partition("</fieldset>")[0]
        assert re.search(r"<details class=\"more\" data-more open>", question), name


def test_an_unknown_device_code_is_named_when_the_sheet_is_checked(world):
    form = open_sheet(world.browser("chen"), world.office)
    refused = form.post(then="check", **contact_body(world.office), **{"serviced_devices.add": "ZZZZ"})
    assert any("ZZZZ" in sentence for _anchor, sentence in errors(refused.text))


def test_a_draft_can_be_thrown_away_by_its_author(world):
    form = open_sheet(world.browser("chen"), world.office)
    form.autosave(**contact_body(world.office))
    form.browser.post(f"{form.url}/discard", data=form.body)
    assert form.browser.get(form.url).status_code == 404


def test_the_maintenance_report_names_what_is_open_and_what_cannot_be(world):
    form = Form(world.browser("chen"), f"/forms/av-maintenance/new?device={world.office.code.code}")
    items = [name for name in form.page.text.split('data-item="')[1:]]
    assert len(items) == 14
    first = items[1].split('"')[0]
    refused = form.post(then="check", **{f"{first}.first": "2", f"{first}.second": "3"})
    sentences = [sentence for _anchor, sentence in errors(refused.text)]
    assert any("不能超过" in sentence for sentence in sentences)


def test_english_is_complete_on_the_form(world):
    browser = world.browser("chen")
    page = browser.get(f"/forms/service-contact/new?device={world.office.code.code}&lang=en").text
    assert "Service requested" in page and "Proposed solution" in page


def test_a_finished_sheet_leads_to_the_signature(world):
    number = completed_sheet(world.browser("chen"), world.office)
    assert number.startswith("FW-")


def test_the_check_page_says_when_a_device_makes_the_sheet_confidential(world):
    draft = world.working_sheet("chen")
    check = f"/drafts/{draft.uuid}/check"
    assert "涉密" not in world.browser("chen").get(check).text
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    page = world.browser("chen").get(check).text
    assert "涉密会议室（政务中心第一会议室）" in page and "只有您和有涉密权限的人能看到" in page


def test_who_is_asked_for_a_part_is_offered_those_in_sight(world):
    Part.create(name="光纤线", model="DH700", kind="part", created_at=clock.now())
    Part.create(name="大学的板卡", kind="part", client=world.university.client, created_at=clock.now())
    chen = world.browser("chen")
    page = chen.get("/forms/parts-issue/new").text
    assert page.count('<datalist id="parts">') == 1 and '<option value="光纤线 DH700">无库存</option>' in page
    assert "大学的板卡" not in page and 'list="parts"' in page
    assert '<datalist id="parts">' not in chen.get("/forms/overtime-request/new").text


def test_a_sheet_about_a_room_offers_its_devices_to_be_ticked(world):
    room, code = world.office.room, world.office.code.code
    Device.create(
        client=world.office.client, room=room, name="没贴标签的", category="other", created_at=clock.now()
    )
    chen = world.browser("chen")
    page = chen.get(f"/forms/av-maintenance/new?room={room.id}").text
    assert "这个房间的设备" in page and "没贴标签的" not in page
    assert re.search(rf'value="{code}">', page), "not ticked yet"
    assert "这个房间的设备" not in chen.get(f"/forms/av-maintenance/new?device={code}").text, (
        "it is chosen already"
    )
    assert "这个房间的设备" not in chen.get(f"/forms/av-maintenance/new?client={world.office.client.id}").text


def test_a_room_without_cameras_stays_one_when_a_sheet_comes_back(world):
    Room.update(no_cameras=True).where(Room.id == world.office.room.id).execute()
    chen = world.actor("chen")
    entry = world.waiting_sheet("chen")
    record_events.recall_sheet(chen, entry.number, "漏填了")
    draft = Draft.get(
        Draft.record == entry.record, Draft.completed_at.is_null(), Draft.discarded_at.is_null()
    )
    page = world.browser("chen").get(f"/drafts/{draft.uuid}").text
    assert "禁拍照" in page and 'type="file"' not in page and world.office.room.name in page


def test_a_sheet_filled_by_hand_is_entered_with_the_papers_photo(world):
    """A room where no phone may be: the blank sheet is printed, and entered afterwards (company.md, last section)."""
    Room.update(no_phones=True).where(Room.id == world.office.room.id).execute()
    chen = world.browser("chen")
    there = chen.get(f"/rooms/{world.office.room.id}").text
    address = re.search(r'href="(/forms/startup-check/new\?[^"]*on_paper=1[^"]*)"', there)[1].replace(
        "&amp;", "&"
    )
    form = Form(chen, address)
    assert "录入纸质单据" in form.page.text and 'type="file"' not in form.page.text
    checked = form.post(then="check", **WELL)
    assert checked.status_code == 303, errors(checked.text)
    form = Form(chen, checked.location, "complete")
    complete, body = form.url, form.body
    assert 'name="paper.file"' in form.page.text
    bare = chen.post(complete, data=body)
    assert bare.status_code == 422 and "请拍下" in bare.text and 'aria-describedby="e-paper"' in bare.text
    assert chen.post(complete, data=body | {"paper.file": (io.BytesIO(b"no"), "x.jpg")}).status_code == 422
    photo = {"paper.file": (io.BytesIO(a_photo()), "单据.jpg")}
    sealed = chen.post(complete, data=body | photo)
    assert sealed.status_code == 303
    record = chen.get(sealed.location).text
    assert "由纸质单据录入" in record
    shown = re.search(r'由纸质单据录入：\s*<a href="([^"]+)"', record)[1]
    assert chen.get(shown).content_type == "image/jpeg"
    assert world.browser("zhou").get(shown).status_code == 404


def test_rows_ask_for_no_photos_where_cameras_are_forbidden(world):
    Room.update(no_cameras=True, power_on=["电源时序器", "调音台"]).where(
        Room.id == world.office.room.id
    ).execute()
    page = world.browser("chen").get(f"/forms/startup-check/new?room={world.office.room.id}").text
    assert "电源时序器" in page and 'type="file"' not in page and "这里禁止拍照" in page


@pytest.mark.parametrize("rule", ["no_cameras", "no_phones"])
@pytest.mark.parametrize("saved", [True, False])
def test_no_photo_comes_from_a_room_that_forbids_cameras_whoever_sends_it(world, rule, saved):
    Room.update(**{rule: True}).where(Room.id == world.office.room.id).execute()
    form = Form(world.browser("chen"), f"/forms/service-contact/new?device={world.office.code.code}")
    if saved:
        assert form.post().status_code in (200, 204, 303)
    headers = {"X-CSRFToken": form.body["csrf_token"]}
    sent = form.browser.post(f"{form.url}/photos/_", data=a_photo(), headers=headers)
    assert sent.status_code == 422 and "禁止拍照" in sent.get_data(as_text=True)
    photo = {"work_photos.file": (io.BytesIO(a_photo()), "photo.jpg")}
    form.browser.post(form.url, data=form.body | contact_body(world.office) | photo)
    assert not File.select().where(File.media_type == "image/jpeg").exists()


def test_what_another_browser_sent_there_before_the_first_save_is_no_answer(world):
    Room.update(no_cameras=True).where(Room.id == world.office.room.id).execute()
    form = Form(world.browser("chen"), f"/forms/service-contact/new?device={world.office.code.code}")
    other = world.browser("chen")
    token = {"X-CSRFToken": csrf(other.get("/account").text)}
    digest = other.post(f"{form.url}/photos/_", data=a_photo(), headers=token).json["digest"]
    form.post(work_photos=[digest], **contact_body(world.office))
    assert digest not in str(Draft.get(Draft.uuid == form.url.split("/")[2]).answers)


def test_only_those_a_question_asks_for_are_offered_and_taken(world):
    """The person in charge of a maintenance report is a technician; whoever posts another is told so."""
    form = Form(world.browser("chen"), f"/forms/av-maintenance/new?device={world.office.code.code}")
    offered = re.search(r'<select[^>]*name="person_in_charge".*?</select>', form.page.text, re.DOTALL).group(
        0
    )
    assert "陈志远" in offered and "周海燕" in offered
    assert not [name for name in ("王静", "沈立", "管理员", "孙敏", "李华") if name in offered]
    refused = form.post(then="check", person_in_charge=str(world.users["wangjing"].id))
    assert ("f-person_in_charge", "“维护负责人”里没有这个人。") in errors(refused.text)
