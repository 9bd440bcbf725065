"""The register's pages: who sees which device, what its page tells, adding, changing, retiring."""

import re
from urllib.parse import quote

import pytest

from fieldforms.flow.faults import assignments
from fieldforms.flow.register import answer_sources, devices
from fieldforms.store import clock
from fieldforms.store.models import Backup, Client, Code, Device, Record, RecordDevice, Room, User
from tests import audit_lines, boards
from tests.people import csrf, version
from tests.web.register.hands import new_device, text

# Who


def test_the_list_needs_an_account(world):
    assert world.browser().get("/devices").status_code == 401


def test_human_resources_have_no_register(world):
    assert world.browser("wangjing").get("/devices").status_code == 403


@pytest.mark.parametrize("login", ["sunmin", "gao", "shen", "admin"])
def test_the_office_sees_every_clients_devices(world, login):
    page = text(world.browser(login).get("/devices"))
    assert world.office.device.name in page and world.university.device.name in page


def test_a_technician_sees_the_devices_of_served_clients_only(world):
    page = text(world.browser("chen").get("/devices"))
    assert world.office.device.name in page
    assert world.university.device.name not in page and "文澜大学" not in page


def test_a_device_of_another_client_does_not_exist(world):
    chen, other = world.browser("chen"), world.university.device.id
    token = csrf(text(chen.get("/devices")))
    for path in (f"/devices/{other}", f"/devices/{other}/edit", f"/devices/{other}/retirement"):
        assert chen.get(path).status_code == 404
    for path in (f"/devices/{other}", f"/devices/{other}/retirement", f"/devices/{other}/code"):
        assert chen.post(path, data={"csrf_token": token, "name": "偷改"}).status_code == 404
    assert Device.get_by_id(other).retired_at is None


@pytest.mark.parametrize("login", ["shen", "admin"])
def test_who_only_reads_the_register_cannot_change_it(world, login):
    browser, device = world.browser(login), world.office.device
    page = text(browser.get(f"/devices/{device.id}"))
    assert device.name in page and "修改信息" not in page and "停用设备" not in page
    token = csrf(page)
    assert browser.get(f"/devices/{device.id}/edit").status_code == 403
    assert browser.get("/devices/new").status_code == 403
    for path in (
        "/devices",
        f"/devices/{device.id}",
        f"/devices/{device.id}/retirement",
        f"/devices/{device.id}/code",
    ):
        assert browser.post(path, data={"csrf_token": token}).status_code == 403


# Finding


def test_searching_looks_at_spare_interfaces_and_answers_htmx_with_the_results_alone(world):
    Device.update(spare_interfaces="HDMI ×1").where(Device.id == world.office.device.id).execute()
    sun = world.browser("sunmin")
    asked = sun.get("/devices?q=hdmi", headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert world.office.device.name in text(asked) and world.university.device.name not in text(asked)
    assert 'type="search"' not in text(asked) and "<html" not in text(asked)


def test_a_code_typed_into_the_search_finds_its_device(world):
    code = world.office.code.code
    page = text(world.browser("sunmin").get("/devices", query_string={"q": f"{code[:5]} {code[5:].lower()}"}))
    assert world.office.device.name in page and world.university.device.name not in page


def test_anothers_code_typed_into_the_search_finds_nothing(world):
    page = text(world.browser("chen").get("/devices", query_string={"q": world.university.code.code}))
    assert world.university.device.name not in page


def test_the_list_is_narrowed_by_category_and_client_and_keeps_both_while_searching(world):
    for at, name in ((world.office, "办公音箱"), (world.university, "大学音箱")):
        Device.create(client=at.client, name=name, category="speaker", created_at=1)
    sun = world.browser("sunmin")
    page = text(sun.get("/devices?category=speaker"))
    assert "办公音箱" in page and "大学音箱" in page and world.office.device.name not in page
    page = text(sun.get(f"/devices?category=speaker&client={world.office.client.id}"))
    assert "办公音箱" in page and "大学音箱" not in page
    kept = set(re.findall(r'<input type="hidden" name="(\w+)"', page))
    assert kept >= {"category", "client"}


def test_only_categories_of_devices_that_one_sees_are_offered(world):
    Device.create(client=world.university.client, name="大学音箱", category="speaker", created_at=1)
    Device.create(client=world.office.client, name="话筒", category="microphone", created_at=1)
    gone = {"name": "旧投影机", "category": "projector", "created_at": 1, "retired_at": 2}
    Device.create(client=world.office.client, **gone)
    page = text(world.browser("chen").get("/devices"))
    offered = re.findall(r"/devices\?category=(\w+)", page)
    assert offered == ["microphone", world.office.device.category], "in the order of the form"


def test_what_is_chosen_stands_alone(world):
    """On a phone twenty categories would push the devices out of sight."""
    Device.create(client=world.office.client, name="话筒", category="microphone", created_at=1)
    page = text(world.browser("chen").get("/devices?category=microphone"))
    assert re.findall(r'class="chip( on)?" href="(/devices[^"]*)"', page) == [(" on", "/devices")]


def test_one_category_is_no_choice(world):
    assert "/devices?category=" not in text(world.browser("chen").get("/devices"))


def test_an_empty_search_says_what_to_do(world):
    page = text(world.browser("chen").get("/devices?q=空调"))
    assert "没有找到设备" in page and "登记设备" in page


# The page


def test_the_page_tells_what_the_register_knows(world):
    device = world.office.device
    Device.update(spare_interfaces="模拟输入 ×2").where(Device.id == device.id).execute()
    Backup.create(device=device, kind="DSP 工程", version="v3.2", made_on="2026-08-19")
    page = text(world.browser("chen").get(f"/d/{world.office.code.code}"))
    for words in ("政务中心", "政务中心第一会议室", device.name, "Biamp TesiraFORTÉ", f"SN {device.serial}", "用了 4 年",
                  "按年", "合同期", "2027年12月31日", "0/4", "模拟输入 ×2", "tel:4008201155", "DSP 工程", "v3.2"):  # fmt: skip
        assert words in page
    assert f"/forms/service-contact/new?device={world.office.code.code}" in page
    assert f"/forms/av-maintenance/new?device={world.office.code.code}" in page
    assert f"/forms/fault-report/new?device={world.office.code.code}" in page


def test_a_form_is_offered_to_who_may_begin_it(world):
    page = text(world.browser("shen").get(f"/devices/{world.office.device.id}"))
    assert "/forms/service-contact/" not in page and "/forms/fault-report/" in page


def test_forbidden_phones_and_cameras_are_said_before_anything_else(world):
    room = world.office.room
    room.no_phones = room.no_cameras = True
    room.save()
    page = text(world.browser("chen").get(f"/d/{world.office.code.code}"))
    assert page.index("禁手机 · 禁拍照") < page.index("合同")


def test_years_in_use_are_whole_years():
    moment = 1_795_478_400_000  # 2026-11-24 in Asia/Shanghai
    with clock.pretend_now(moment):
        assert devices.years_in_use("2022-11-24") == 4
        assert devices.years_in_use("2022-11-25") == 3
        assert devices.years_in_use("2027-01-01") == 0
        assert devices.years_in_use("") is None and devices.years_in_use("去年") is None


@pytest.mark.parametrize(
    "said", ["2022-11-24", "2022-11-25", "2027-01-01", "", "2022-11", "20221124", "去年年初装的"]
)
def test_a_sheet_says_the_years_that_the_devices_page_says(said):
    sheet_says = answer_sources.SOURCES["device.years"]
    assert sheet_says(answer_sources.Origin(device=Device(installed_on=said))) == devices.years_in_use(said)


def test_calls_left_and_an_ended_contract_are_told(world):
    client = world.office.client
    Client.update(type="per_call_contract", calls_total=30, contract_until="2026-01-31").where(
        Client.id == client.id
    ).execute()
    world.signed_sheet()
    page = text(world.browser("chen").get(f"/d/{world.office.code.code}"))
    assert (
        "按次" in page
        and re.search(r"剩余 <b[^>]*>29</b>", page)
        and "合同已到期" in page
        and "2026年1月31日" in page
    )


def test_open_points_follow_the_device_until_a_sheet_says_there_are_none(world):
    chen = world.browser("chen")
    world.signed_sheet(open_points="2 路输入偶有杂音，待换端子")
    page = text(chen.get(f"/d/{world.office.code.code}"))
    assert "遗留问题" in page and "2 路输入偶有杂音，待换端子" in page
    world.signed_sheet()
    assert "2 路输入偶有杂音" in text(chen.get(f"/d/{world.office.code.code}"))
    world.signed_sheet(open_points="无。")
    assert "遗留问题" not in text(chen.get(f"/d/{world.office.code.code}"))


def test_ones_own_draft_is_offered_again_and_nobody_elses(world):
    draft = world.working_sheet()
    assert f"/drafts/{draft.uuid}" in text(world.browser("chen").get(f"/d/{world.office.code.code}"))
    assert "继续填写" not in text(world.browser("sunmin").get(f"/d/{world.office.code.code}"))


def test_the_latest_sheets_say_how_they_stand(world):
    signed, waiting = world.signed_sheet(), world.waiting_sheet()
    page = text(world.browser("chen").get(f"/d/{world.office.code.code}"))
    assert f"/records/{signed.number}" in page and "已签字" in page
    assert f"/records/{waiting.number}" in page and "待签字" in page


def test_wechat_is_told_once_to_open_the_browser(world):
    browser = world.browser("chen")
    browser.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0"
    path = f"/d/{world.office.code.code}"
    assert "在浏览器打开" in text(browser.get(path))
    assert "在浏览器打开" not in text(browser.get(path))


# Adding, changing, retiring


def test_a_technician_registers_a_device_and_is_asked_for_its_label(world):
    chen = world.browser("chen")
    answer = new_device(chen, world.office.client, room=world.office.room.id)
    device = Device.get(Device.name == "二号会议室投影机")
    assert answer.status_code == 303 and answer.location == f"/devices/{device.id}"
    assert (device.client_id, device.room_id) == (world.office.client.id, world.office.room.id)
    assert [line.action for line in audit_lines.lines_about(str(device.id))] == ["device.add"]
    page = text(chen.get(answer.location))
    assert "还没有标签" in page and "/forms/" not in page


def test_sent_twice_a_device_is_registered_once(world):
    chen = world.browser("chen")
    first, second = (new_device(chen, world.office.client) for _ in range(2))
    assert first.location == second.location
    assert Device.select().where(Device.name == "二号会议室投影机").count() == 1


def test_a_like_device_that_stands_in_no_room_is_another_one(world):
    chen, office = world.browser("chen"), world.office
    places = [{"room": office.room.id}, {}]
    assert len({new_device(chen, office.client, **place).location for place in places}) == 2


def test_a_device_cannot_be_put_under_a_client_one_does_not_serve(world):
    chen = world.browser("chen")
    assert new_device(chen, world.office.client, client=world.university.client.id).status_code == 404
    answer = new_device(chen, world.office.client, room=world.university.room.id)
    assert answer.status_code == 422 and world.university.room.name not in text(answer)


def test_a_wrong_sheet_comes_back_with_what_was_typed(world):
    answer = new_device(
        world.browser("chen"), world.office.client, name="", category="飞船", installed_on="2999-01-01"
    )
    page = text(answer)
    assert answer.status_code == 422 and "<title>错误：" in page
    for anchor in ("#f-name", "#f-category", "#f-installed_on"):
        assert f'href="{anchor}"' in page
    assert 'value="CB-L630U"' in page and 'value="2999-01-01"' in page
    assert Device.select().where(Device.model == "CB-L630U").count() == 0


def test_who_serves_several_clients_is_asked_which(world):
    page = text(world.browser("sunmin").get("/devices/new"))
    assert f"client={world.office.client.id}" in page and f"client={world.university.client.id}" in page


def test_changing_a_device_is_written_down_by_field(world):
    chen, device = world.browser("chen"), world.office.device
    page = text(chen.get(f"/devices/{device.id}/edit"))
    assert f'value="{device.serial}"' in page
    form = {
        "csrf_token": csrf(page),
        "version": version(page),
        "name": "主处理器",
        "category": "processor",
        "room": world.office.room.id,
    }
    assert chen.post(f"/devices/{device.id}", data=form).status_code == 303
    assert Device.get_by_id(device.id).name == "主处理器"
    [line] = [line for line in audit_lines.lines_about(str(device.id)) if line.action == "device.edit"]
    assert "name" in line.detail["fields"]
    assert (line.detail["before"]["name"], line.detail["after"]["name"]) == (device.name, "主处理器")


def test_a_refused_change_changes_nothing(world):
    chen, device = world.browser("chen"), world.office.device
    token = csrf(text(chen.get(f"/devices/{device.id}/edit")))
    answer = chen.post(
        f"/devices/{device.id}", data={"csrf_token": token, "name": "", "category": "processor"}
    )
    assert answer.status_code == 422 and Device.get_by_id(device.id).name == device.name


@pytest.mark.parametrize("cleared", [False, True])
def test_moving_a_device_out_of_a_confidential_room_needs_the_clearance(world, cleared):
    place = world.office
    Room.update(confidential=True).where(Room.id == place.room.id).execute()
    User.update(confidential=cleared).where(User.login == "chen").execute()
    chen, lobby = world.browser("chen"), Room.create(client=place.client, name="大厅")
    page = text(chen.get(f"/devices/{place.device.id}/edit"))
    typed = {"csrf_token": csrf(page), "version": version(page)}
    typed |= {"name": "主处理器", "category": "processor", "room": lobby.id, "unguarded_because": "改放大厅"}
    answer = chen.post(f"/devices/{place.device.id}", data=typed)
    assert answer.status_code == (303 if cleared else 422)
    assert Device.get_by_id(place.device.id).room_id == (lobby if cleared else place.room).id
    if not cleared:
        page = text(answer)
        assert "只有有涉密权限的人" in page and 'value="主处理器"' in page
        assert f'<option value="{lobby.id}" selected' in page


def test_a_retired_device_is_found_no_more_and_its_label_explains_itself(world):
    chen, device = world.browser("chen"), world.office.device
    token = csrf(text(chen.get(f"/devices/{device.id}/retirement")))
    assert chen.post(f"/devices/{device.id}/retirement", data={"csrf_token": token}).status_code == 303
    assert f"/devices/{device.id}" not in text(chen.get("/devices"))
    assert chen.get(f"/d/{world.office.code.code}").status_code == 410
    page = text(chen.get(f"/devices/{device.id}"))
    assert "已停用" in page and "/forms/" not in page
    assert chen.get(f"/devices/{device.id}/edit").status_code == 404
    assert "device.retire" in [line.action for line in audit_lines.lines_about(str(device.id))]


# Its label


def test_a_new_label_replaces_the_old_one_in_one_tap(world):
    chen, device, old = world.browser("chen"), world.office.device, world.office.code
    token = csrf(text(chen.get(f"/devices/{device.id}")))
    answer = chen.post(f"/devices/{device.id}/code", data={"csrf_token": token, "code": ""})
    new = Code.get(Code.device == device, Code.retired_at.is_null())
    assert answer.location == f"/d/{new.code}" and new.code != old.code
    assert Code.get_by_id(old.id).replaced_by_id == new.id


def test_a_label_that_hangs_elsewhere_is_refused_with_words(world):
    sun, device = world.browser("sunmin"), world.office.device
    token = csrf(text(sun.get(f"/devices/{device.id}")))
    for typed, status in ((world.university.code.code, 409), ("XXXXXXXXXX", 404)):
        answer = sun.post(f"/devices/{device.id}/code", data={"csrf_token": token, "code": typed})
        assert (
            answer.status_code == status
            and f'value="{typed}"' in text(answer)
            and 'href="#f-code"' in text(answer)
        )
    assert Code.get_by_id(world.office.code.id).retired_at is None


# Who was sent to it


@pytest.fixture
def sent(world) -> str:
    """The number of a report about the office's device, whose repair waits for Zhou, who serves another client."""
    boards.publish()
    number = boards.to_send(world)
    assignments.assign_engineer(world.actor("sunmin"), number, world.users["zhou"].id)
    record = Record.get(Record.number == number)
    RecordDevice.create(record=record, device=world.office.device, dated_at=record.dated_at)
    return number


def test_an_engineer_sees_the_file_of_the_device_they_were_sent_to(world, sent):
    device, zhou = world.office.device, world.browser("zhou")
    Device.update(manufacturer="厂家甲", manufacturer_phone="400 800 1234").where(
        Device.id == device.id
    ).execute()
    for path in (f"/d/{world.office.code.code}", f"/devices/{device.id}"):
        page = text(zhou.get(path))
        assert "厂家甲" in page and f"/records/{sent}" in page
        for others in (f"/clients/{device.client_id}", "/forms/", "/edit", "打印标签", 'class="card strip"'):
            assert others not in page, others
    assert f"/devices/{device.id}" in text(zhou.get(f"/records/{sent}"))


def test_but_nothing_else_of_the_client_and_only_while_it_is_theirs(world, sent):
    device, zhou = world.office.device, world.browser("zhou")
    assert world.office.device.name not in text(zhou.get("/devices"))
    assert zhou.get(f"/clients/{device.client_id}").status_code == 404
    assert zhou.get(f"/forms/service-contact/new?device={world.office.code.code}").status_code == 404
    boards.goes_on(world, sent, "zhou", {"mended_by": "换了板"})
    assert zhou.get(f"/devices/{device.id}").status_code == 404
    assert "厂家" not in text(zhou.get(f"/d/{world.office.code.code}"))


@pytest.mark.parametrize("path, words", [("/devices", "处理器"), ("/parts", "电池")])
def test_a_tap_keeps_the_words_that_were_typed(world, path, words):
    """What comes as they are typed brings its taps along."""
    partial = {"HX-Request": "true", "HX-Request-Type": "partial"}
    found = text(world.browser("gao").get(f"{path}?q={words}", headers=partial))
    taps = re.findall(r'class="chip" href="([^"]+)"', found)
    assert taps and all(quote(words) in tap for tap in taps)


def test_what_is_chosen_can_be_taken_off_though_nothing_else_is_offered(world):
    Device.update(category="projector").where(Device.client == world.office.client).execute()
    page = text(world.browser("chen").get("/devices?category=projector"))
    assert re.findall(r'class="chip on" href="([^"]+)"', page) == ["/devices"]
