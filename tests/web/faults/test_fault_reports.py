"""Reporting a fault at a device without an account."""

import io
import re

import pytest
from PIL import Image

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.record import label_codes, projection
from fieldforms.store import clock, scope
from fieldforms.store.models import Client, Code, Device, Draft, Entry, Record, Room, Upload, User
from fieldforms.store.record import records
from tests.people import csrf
from tests.web.faults.hands import filled
from tests.web.papers.hands import mark_room


def text(response) -> str:
    return response.get_data(as_text=True)


def report(world, place=None, browser=None, **changes):
    browser = browser or world.browser()
    path = f"/d/{(place or world.office).code.code}/report"
    return browser.post(path, data=filled(text(browser.get(path)), **changes))


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG")
    return out.getvalue()


def sealed_answers(number: str) -> list[dict]:
    return [entry.answers for entry in records.by_number(scope.SYSTEM, number).entries]


def test_the_form_asks_a_stranger_nothing_of_the_register(world):
    page = text(world.browser().get(f"/d/{world.office.code.code}/report"))
    assert world.office.device.name in page and 'name="symptom"' in page
    assert 'name="faulty_devices"' not in page
    for words in (
        world.office.client.name,
        world.office.contact.name,
        world.office.client.phone,
        world.office.device.serial,
    ):
        assert words not in page
    assert not re.search(r'type="radio"[^>]* checked', page)


def test_anyone_at_the_device_reports_and_sees_what_becomes_of_it(world):
    browser = world.browser()
    answer = report(world, browser=browser)
    assert answer.status_code == 303 and answer.location.startswith("/r/")
    row = Record.get()
    page = text(browser.get(answer.location))
    for words in (row.number, world.office.device.name, "报修", "驻场人员会来检查"):
        assert words in page
    for words in (
        world.office.client.name,
        world.office.contact.name,
        "投影机没有图像",
        "王老师",
        world.office.device.serial,
    ):
        assert words not in page
    [answers] = sealed_answers(row.number)
    assert answers["symptom"] == "投影机没有图像"
    assert answers["faulty_devices"][0]["code"] == world.office.code.code
    assert (row.client_id, row.next_by) == (world.office.client.id, "technician")


def test_the_call_is_on_the_reporters_page(world):
    User.update(phone="138 0000 0171").where(User.login == "chen").execute()
    assert "tel:13800000171" in text(world.browser().get(report(world).location))


def test_a_reported_fault_shows_at_the_device_in_words_and_without_its_text(world):
    report(world)
    page = text(world.browser().get(f"/d/{world.office.code.code}"))
    assert "已经报修" in page and "故障排查" in page
    assert "投影机没有图像" not in page and "王老师" not in page and "GZ-" not in page


def test_a_second_report_of_the_device_joins_the_first(world):
    first, second = report(world), report(world, symptom="还是没有图像", reporter="李老师")
    [row] = Record.select()
    assert [answers["symptom"] for answers in sealed_answers(row.number)] == [
        "投影机没有图像",
        "还是没有图像",
    ]
    assert first.location != second.location
    browser = world.browser()
    joined = report(world, browser=browser)
    page = text(browser.get(joined.location))
    assert f"已并入 {row.number}" in page and "又收到一次报修" in page
    assert row.number in text(browser.get(first.location))


def test_reports_of_different_devices_do_not_join(world):
    report(world)
    report(world, world.university)
    assert Record.select().count() == 2


def test_the_same_report_sent_twice_is_one(world):
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    form = filled(text(browser.get(path)))
    assert [browser.post(path, data=form).status_code for _ in range(3)] == [303, 303, 303]
    assert Entry.select().count() == 1
    assert browser.post(path, data=form | {"symptom": "别的"}).status_code == 409


def test_the_same_joining_report_sent_twice_is_one(world):
    report(world)
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    form = filled(text(browser.get(path)), symptom="也没有声音")
    assert [browser.post(path, data=form).status_code for _ in range(2)] == [303, 303]
    assert Entry.select().count() == 2


def test_what_is_missing_is_said_and_what_was_typed_is_kept(world):
    answer = report(world, symptom="", reporter_phone="abc")
    page = text(answer)
    assert answer.status_code == 422 and "<title>错误：" in page
    for name in ("symptom", "reporter_phone"):
        assert f'href="#f-{name}"' in page and f'id="e-{name}"' in page
    assert 'value="王老师"' in page and 'value="abc"' in page and 'value="urgent" checked' in page
    assert Draft.select().count() == Entry.select().count() == 0


def test_no_other_device_can_be_named(world):
    report(
        world, faulty_devices=world.university.code.code, **{"faulty_devices.add": world.university.code.code}
    )
    [answers] = sealed_answers(Record.get().number)
    assert [device["code"] for device in answers["faulty_devices"]] == [world.office.code.code]


def fault(world, *devices, confidential=False):
    """A fault that a technician reported from a room, about these devices."""
    if confidential:
        Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    chen = world.actor("chen")
    new = drafts.start_draft(
        chen, "fault-report", {"room": world.office.room.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    said = {
        "symptom": "巡检时发现异常",
        "urgency": "normal",
        "faulty_devices": [{"code": code} for code in devices],
    }
    draft = drafts.save_draft(chen, new, new.draft.answers | said, 0, "tests")
    return completion.complete(chen, draft.uuid, HandedIn(draft.answers)).entry


def labelled(world, name: str) -> str:
    """The code of one more device in the office's room."""
    now = clock.now()
    device = Device.create(
        client=world.office.client, room=world.office.room, name=name, category="other", created_at=now
    )
    return Code.create(code=label_codes.new_code(), device=device, made_at=now, bound_at=now).code


def test_a_stranger_joins_no_confidential_fault_and_learns_nothing_of_it(world):
    secret = fault(world, world.office.code.code, labelled(world, "保密会议主机"), confidential=True)
    answer = report(world)
    page = text(world.browser().get(answer.location))
    assert Record.select().count() == 2
    for words in (secret.number, "保密会议主机"):
        assert words not in page
    assert world.office.device.name in page


def test_strangers_join_each_other_in_a_confidential_room(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    report(world)
    report(world, symptom="还是没有图像")
    assert Record.select().count() == 1


def test_a_stranger_joins_what_was_reported_at_this_device_before_a_newer_fault_of_many(world):
    report(world)
    first = Record.get()
    fault(world, world.office.code.code, labelled(world, "功放"))
    report(world, symptom="还是没有图像")
    assert [answers["symptom"] for answers in sealed_answers(first.number)] == [
        "投影机没有图像",
        "还是没有图像",
    ]


def test_a_reporters_page_from_before_a_room_became_confidential_tells_nothing_any_more(world):
    browser = world.browser()
    before = report(world, browser=browser).location
    number = Record.get().number
    assert number in text(browser.get(before))
    mark_room(world, world.office.room, True)
    for holder in (browser, world.browser()):
        refused = holder.get(before)
        assert refused.status_code == 410
        assert number not in text(refused) and world.office.device.name not in text(refused)
    after = report(world, browser=browser, symptom="还是没有图像").location
    assert number in text(browser.get(after)), "who reports there now follows that"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_reporters_page_names_the_scanned_device_only(world, lang):
    joined = fault(world, world.office.code.code, labelled(world, "另一台功放"))
    browser = world.browser()
    page = text(browser.get(report(world, browser=browser).location, query_string={"lang": lang}))
    assert joined.number in page and world.office.device.name in page
    assert "另一台功放" not in page


def test_the_public_page_of_a_device_counts_no_confidential_faults(world):
    fault(world, world.office.code.code, confidential=True)
    assert "已经报修" not in text(world.browser().get(f"/d/{world.office.code.code}"))


# What further reporters wrote


AGAIN = {"symptom": "字幕也花屏了", "reporter": "李老师", "reporter_phone": "0571-5555 0199"}


def told_again(world) -> str:
    """The number of a report to which another person added theirs, with a photo."""
    report(world)
    report(world, **AGAIN, **{"fault_photos.file": (io.BytesIO(picture()), "a.png")})
    return Record.get().number


@pytest.mark.parametrize("login", ["chen", "gao", "sunmin"])
@pytest.mark.parametrize(
    ("lang", "title"), [("zh", "其他人也报了修"), ("en", "Others have reported it, too")]
)
def test_whoever_sees_the_fault_reads_what_a_further_reporter_wrote(world, login, lang, title):
    number = told_again(world)
    page = text(world.browser(login).get(f"/records/{number}?lang={lang}"))
    beside, story = page.split('id="story"')
    assert title in beside
    for part in (beside, story):
        for words in (*AGAIN.values(), 'href="tel:057155550199"', f"/records/{number}/photos/"):
            assert words in part


def test_a_further_reporters_photo_is_seen_by_who_sees_the_fault(world):
    number = told_again(world)
    page = text(world.browser("chen").get(f"/records/{number}"))
    photo = re.search(rf"/records/{number}/photos/[0-9a-f]{{64}}", page).group(0)
    assert world.browser("chen").get(photo).mimetype == "image/jpeg"
    assert world.browser("zhou").get(photo).status_code == 404


def test_the_next_step_is_filled_with_what_further_reporters_wrote_in_view(world):
    number, chen = told_again(world), world.browser("chen")
    token = csrf(text(chen.get(f"/records/{number}")))
    page = text(chen.post(f"/records/{number}/step", data={"csrf_token": token}, follow_redirects=True))
    for words in (*AGAIN.values(), "tel:057155550199"):
        assert words in page.split("前面各步的内容")[1].split("</details>")[0]


@pytest.mark.parametrize(("lang", "words"), [("zh", "又报修 1 次"), ("en", "Reported again: 1")])
def test_the_board_counts_further_reports(world, lang, words):
    report(world)
    assert words not in text(world.browser("sunmin").get(f"/board?lang={lang}"))
    report(world, **AGAIN)
    assert words in text(world.browser("sunmin").get(f"/board?lang={lang}"))


@pytest.mark.parametrize("rebuilt", [False, True])
@pytest.mark.parametrize("words", ["花屏", "李老师"])
def test_what_a_further_reporter_wrote_is_found(world, words, rebuilt):
    number = told_again(world)
    if rebuilt:
        projection.rebuild_all()
    assert number in text(world.browser("chen").get(f"/records?q={words}"))
    assert number not in text(world.browser("zhou").get(f"/records?q={words}"))


# Photos


def test_photos_come_along_without_scripts(world):
    answer = report(world, **{"fault_photos.file": (io.BytesIO(picture()), "a.png")})
    assert answer.status_code == 303
    [answers] = sealed_answers(Record.get().number)
    assert len(answers["fault_photos"]) == 1


def test_a_photo_sent_beforehand_is_sealed_and_no_longer_shown_to_strangers(world):
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    form = filled(text(browser.get(path)))
    headers = {"X-CSRFToken": form["csrf_token"]}
    kept = browser.post(f"{path}/{form['draft']}/photos", data=picture(), headers=headers)
    assert kept.status_code == 201
    assert browser.get(kept.json["url"]).mimetype == "image/jpeg"
    assert browser.post(path, data=form | {"fault_photos": kept.json["digest"]}).status_code == 303
    assert sealed_answers(Record.get().number)[0]["fault_photos"] == [kept.json["digest"]]
    assert browser.get(kept.json["url"]).status_code == 404


def test_a_photo_that_comes_after_its_report_is_refused_in_words(world):
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    form = filled(text(browser.get(path)))
    browser.post(path, data=form | {"missing": "1"})
    late = browser.post(
        f"{path}/{form['draft']}/photos", data=picture(), headers={"X-CSRFToken": form["csrf_token"]}
    )
    assert late.status_code == 409
    page = text(world.browser("chen").get(f"/records/{Record.get().number}"))
    assert "提交时有 1 张照片没传上" in page


def test_a_report_cannot_name_somebody_elses_photo(world):
    report(world, **{"fault_photos.file": (io.BytesIO(picture()), "a.png")})
    [digest] = sealed_answers(Record.get().number)[0]["fault_photos"]
    report(world, world.university, fault_photos=digest)
    assert not sealed_answers(Record.get(Record.client == world.university.client).number)[0]["fault_photos"]


def test_a_file_that_is_no_photo_is_refused_with_words(world):
    answer = report(world, **{"fault_photos.file": (io.BytesIO(b"<svg/>"), "a.jpg")})
    assert answer.status_code == 422 and "投影机没有图像" in text(answer) and Entry.select().count() == 0


def test_a_report_takes_six_photos_at_most(world):
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    form = filled(text(browser.get(path)))
    for n in range(fault_reports.MOST_REPORT_PHOTOS + 1):
        out = io.BytesIO()
        Image.new("RGB", (10 + n, 10)).save(out, "PNG")
        answer = browser.post(
            f"{path}/{form['draft']}/photos", data=out.getvalue(), headers={"X-CSRFToken": form["csrf_token"]}
        )
    assert answer.status_code == 422
    assert Upload.select().count() == fault_reports.MOST_REPORT_PHOTOS


@pytest.mark.parametrize("rule", ["no_cameras", "no_phones"])
def test_no_photos_where_cameras_or_phones_are_forbidden(world, rule):
    Room.update({rule: True}).where(Room.id == world.office.room.id).execute()
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    page = text(browser.get(path))
    form = filled(page)
    assert (rule == "no_phones" or "禁拍照" in page) and 'type="file"' not in page
    sent = browser.post(
        f"{path}/{form['draft']}/photos", data=picture(), headers={"X-CSRFToken": form["csrf_token"]}
    )
    assert sent.status_code == 404
    form["fault_photos.file"] = (io.BytesIO(picture()), "a.png")
    assert browser.post(path, data=form).status_code == 303
    assert not sealed_answers(Record.get().number)[0]["fault_photos"]


def test_a_damaged_upload_is_refused(world):
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    form = filled(text(browser.get(path)))
    headers = {"X-CSRFToken": form["csrf_token"]}
    assert (
        browser.post(f"{path}/{form['draft']}/photos/{'0' * 64}", data=picture(), headers=headers).status_code
        == 422
    )
    assert browser.post(f"{path}/nobody/photos", data=picture(), headers=headers).status_code == 404


# Refusals


def test_reports_from_one_address_are_throttled_and_nothing_typed_is_lost(world):
    for _ in range(fault_reports.MOST_REPORTS):
        assert report(world).status_code == 303
    answer = report(world, symptom="第十一次")
    assert answer.status_code == 429 and int(answer.headers["Retry-After"]) > 0
    assert "第十一次" in text(answer)
    assert Entry.select().count() == fault_reports.MOST_REPORTS


def test_refused_tries_are_throttled_too(world):
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    form = filled(text(browser.get(path)), symptom="")
    answers = [browser.post(path, data=form).status_code for _ in range(fault_reports.MOST_POSTS + 1)]
    assert answers[-1] == 429 and set(answers[:-1]) == {422}


def test_a_client_without_reporting_has_no_form(world):
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    form = filled(text(browser.get(path)))
    Client.update(reporting=False).where(Client.id == world.office.client.id).execute()
    assert browser.get(path).status_code == 404
    assert browser.post(path, data=form).status_code == 404
    assert Entry.select().count() == 0


def test_a_report_needs_a_label_in_use(world):
    from fieldforms.flow.register import codes

    [blank] = codes.make_blank(world.actor("sunmin"), 1)
    codes.retire_code(world.actor("sunmin"), world.office.code.code)
    for code in (blank, world.office.code.code, "ABCDEFGHJK"):
        assert world.browser().get(f"/d/{code}/report").status_code == 404


def test_a_report_cannot_be_posted_under_somebodys_draft(world):
    draft = world.working_sheet()
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    form = filled(text(browser.get(path)), draft=draft.uuid, record=draft.record)
    assert browser.post(path, data=form).status_code == 404
    assert browser.post(path, data=form | {"draft": "x"}).status_code == 404
    assert (
        browser.post(
            f"{path}/{draft.uuid}/photos", data=picture(), headers={"X-CSRFToken": form["csrf_token"]}
        ).status_code
        == 404
    )
    assert Entry.select().count() == 0


def test_a_report_cannot_be_added_to_a_record_by_its_name(world):
    signed = world.signed_sheet()
    assert report(world, record=signed.record).status_code == 409
    assert len(sealed_answers(signed.number)) == 2


def test_the_token_of_csrf_is_needed(world):
    browser, path = world.browser(), f"/d/{world.office.code.code}/report"
    form = filled(text(browser.get(path)), csrf_token="x")
    assert browser.post(path, data=form).status_code == 419


def test_a_wrong_link_shows_nothing(world):
    assert world.browser().get("/r/nothing-like-it").status_code == 404


# People with an account


def test_who_serves_the_client_uses_the_form_of_the_house(world):
    answer = world.browser("chen").get(f"/d/{world.office.code.code}/report")
    assert answer.status_code == 302
    assert answer.location == f"/forms/fault-report/new?device={world.office.code.code}"


def test_who_serves_another_client_reports_like_everybody_else(world):
    zhou = world.browser("zhou")
    page = text(zhou.get(f"/d/{world.office.code.code}/report"))
    assert world.office.client.name not in page
    answer = zhou.post(f"/d/{world.office.code.code}/report", data=filled(page))
    assert answer.status_code == 303
    assert Entry.get().actor_id is None


def test_the_report_reaches_the_technician(world):
    report(world)
    page = text(world.browser("chen").get(f"/d/{world.office.code.code}"))
    assert Record.get().number in page and "故障排查" in page
    assert csrf(page)
