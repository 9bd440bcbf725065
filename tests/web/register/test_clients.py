"""Pages of clients, contacts and rooms: who sees what, what a page tells, what a form says when it is refused."""

import pytest

from fieldforms.store.models import Assignment, Client, Contact, Device, Room, User
from tests.people import csrf, post_opened


def text(response) -> str:
    return response.get_data(as_text=True)


def post(browser, url, **form):
    token = csrf(text(browser.get("/account")))
    return browser.post(url, data={"csrf_token": token} | form)


@pytest.fixture
def office(world) -> str:
    return f"/clients/{world.office.client.id}"


@pytest.fixture
def room(world) -> str:
    return f"/rooms/{world.office.room.id}"


def change(model, row, **values) -> None:
    model.update(**values).where(model.id == row.id).execute()


# Who


def test_a_technician_sees_served_clients_only(world, office):
    chen = world.browser("chen")
    page = text(chen.get("/clients"))
    assert "市政务服务中心" in page and "文澜大学" not in page
    assert chen.get(office).status_code == 200
    other = world.university
    for path in (
        f"/clients/{other.client.id}", f"/rooms/{other.room.id}", f"/rooms/{other.room.id}/edit",
        f"/clients/{other.client.id}/contacts/new", f"/contacts/{other.contact.id}/edit",
        f"/contacts/{other.contact.id}/removal", f"/clients/{other.client.id}/months/2026-11",
    ):  # fmt: skip
        assert chen.get(path).status_code == 404, path


@pytest.mark.parametrize("path", ["/clients", "/clients/1", "/rooms/1", "/clients/1/months/2026-11"])
def test_human_resources_and_strangers_have_no_clients(world, path):
    assert world.browser("wangjing").get(path).status_code == 403
    assert world.browser().get(path).status_code == 401


def test_who_serves_nobody_is_told_whom_to_ask(world):
    Assignment.delete().execute()
    assert "请找调度员" in text(world.browser("chen").get("/clients"))


@pytest.mark.parametrize(
    ("login", "edits", "tends"), [("chen", False, True), ("shen", False, False), ("sunmin", True, True)]
)
def test_what_may_not_be_changed_is_not_offered(world, office, room, login, edits, tends):
    page = text(world.browser(login).get(office))
    assert (f"{office}/edit" in page, f"{office}/rooms/new" in page) == (edits, edits)
    assert (f"{office}/contacts/new" in page, f"/contacts/{world.office.contact.id}/edit" in page) == (
        tends,
        tends,
    )
    assert (f"{room}/edit" in text(world.browser(login).get(room))) == tends


# The file


def test_the_file_tells_what_is_known_with_every_number_a_tap_away(world, office):
    client = world.office.client
    change(Client, client, working_hours="周一至周五 8:30–17:30", calls_total=10)
    Contact.create(client=client, name="丁玉华", title="音控机房", mobile="138 0000 0123", room_keeper=True)
    User.update(phone="138 0571 0100").where(User.login == "chen").execute()
    world.signed_sheet(open_points="待换端子")
    page = text(world.browser("sunmin").get(office))
    for words in (
        "市政务服务中心", "政务中心路 1 号", "合同期", "2027年12月31日", "本年巡检", "0/4", "周一至周五 8:30–17:30",
        "主管领导", "徐明", "机房管理人员", "丁玉华", "tel:13800000123", "tel:13805710100", "陈志远", "1 台",
        "政务中心第一会议室", "待换端子", f"/devices?client={client.id}", f"/records?client={client.id}",
    ):  # fmt: skip
        assert words in page, words
    assert page.index("徐明") < page.index("丁玉华"), "the lead comes first"


def test_an_end_that_is_near_or_past_stands_out(world, office):
    change(Client, world.office.client, contract_until="2026-01-31")
    page = text(world.browser("chen").get(office))
    assert "已到期" in page and "请先与调度员确认再服务" in page
    assert "已到期" in text(world.browser("chen").get("/clients"))


def test_a_client_is_added_and_changed(world):
    sun = world.browser("sunmin")
    given = {"name": "云栖岚湖酒店", "short_name": "岚湖酒店", "language": "zh", "calls_total": "30"}
    given["service_modes"] = ["visits", "remote"]
    response = post(sun, "/clients", **given)
    client = Client.get(Client.name == "云栖岚湖酒店")
    assert response.status_code == 303 and response.location.endswith(f"/clients/{client.id}")
    assert not client.reporting and 'value="30"' in text(sun.get(f"/clients/{client.id}/edit"))
    page, changed = f"/clients/{client.id}", given | {"phone": "0571-1"}
    assert post_opened(sun, f"{page}/edit", page, **changed).status_code == 303
    assert Client.get_by_id(client.id).phone == "0571-1"
    assert "远程、定期巡检" in text(sun.get(f"/clients/{client.id}"))
    assert "Remote, Regular visits" in text(sun.get(f"/clients/{client.id}?lang=en"))


def test_a_refused_form_names_what_is_wrong_and_keeps_what_was_typed(world):
    response = post(
        world.browser("gao"), "/clients", name="", short_name="岚湖", language="zh", calls_total="很多"
    )
    page = text(response)
    assert response.status_code == 422 and "<title>错误：" in page
    assert 'href="#f-name"' in page and 'href="#f-calls_total"' in page
    assert 'value="岚湖"' in page and 'value="很多"' in page


# Contacts


def test_a_contact_is_added_changed_and_removed_after_a_question(world, office):
    chen = world.browser("chen")
    assert post(chen, f"{office}/contacts/new", name="李明", mobile="138 0000 0125").status_code == 303
    contact = Contact.get(Contact.name == "李明")
    assert post_opened(chen, f"/contacts/{contact.id}/edit", name="李鸣", lead="1").status_code == 303
    assert Contact.get_by_id(contact.id).lead
    assert "移除“李鸣”？" in text(chen.get(f"/contacts/{contact.id}/removal"))
    assert post(chen, f"/contacts/{contact.id}/removal").status_code == 303
    assert Contact.get_or_none(Contact.id == contact.id) is None
    refused = post(chen, f"{office}/contacts/new", name="")
    assert refused.status_code == 422 and "请填写“姓名”" in text(refused)


# Rooms


def test_a_room_says_first_that_phones_are_forbidden_and_offers_paper_first(world, room):
    change(Room, world.office.room, no_phones=True, modes=["本地会议", "录播"], power_on=["合闸", "等 60 秒"])
    page = text(world.browser("chen").get(room))
    assert page.index("禁手机") < page.index("<h1>")
    blank, form = (
        f"/forms/service-contact/blank.pdf?room={world.office.room.id}",
        "/forms/service-contact/new?room=",
    )
    assert page.index(blank) < page.index(form) and "录入纸质单据" in page
    for words in ("本地会议", "录播", "合闸", "等 60 秒", world.office.device.name, world.office.code.code):
        assert words in page


def test_a_room_without_rules_offers_the_form_first(world, room):
    page = text(world.browser("chen").get(room))
    assert "禁手机" not in page
    assert page.index("/forms/service-contact/new?room=") < page.index(
        "/forms/service-contact/blank.pdf?room="
    )


def test_a_form_is_offered_in_a_room_to_who_may_begin_it(world, room):
    assert "service-contact" not in text(world.browser("shen").get(room))


def test_a_room_shows_its_sheets_and_what_was_left(world, room):
    number = world.signed_sheet(open_points="待换端子").number
    page = text(world.browser("chen").get(room))
    assert number in page and "待换端子" in page
    other = text(world.browser("gao").get(f"/rooms/{world.university.room.id}"))
    assert number not in other and "还没有单据" in other


def test_a_technician_is_asked_for_modes_and_order_only(world, room):
    chen = world.browser("chen")
    page = text(chen.get(f"{room}/edit"))
    assert 'name="modes"' in page and 'name="name"' not in page and 'name="confidential"' not in page
    typed = {"modes": "本地会议\n录播", "power_on": "合闸", "name": "偷改"}
    assert post_opened(chen, f"{room}/edit", **typed).status_code == 303
    assert Room.get_by_id(world.office.room.id).modes == ["本地会议", "录播"]
    assert Room.get_by_id(world.office.room.id).name == "政务中心第一会议室"


def test_only_a_lead_with_the_permission_is_asked_whether_it_is_confidential(world, room):
    assert 'name="confidential"' not in text(world.browser("gao").get(f"{room}/edit"))
    User.update(confidential=True).execute()
    page = text(world.browser("gao").get(f"{room}/edit"))
    assert 'name="confidential"' in page and "每次查看都会留下记录" in page
    assert 'name="confidential"' not in text(world.browser("sunmin").get(f"{room}/edit"))


def test_the_dispatcher_adds_a_room(world, office):
    sun = world.browser("sunmin")
    assert post(sun, f"{office}/rooms/new", name="302 会议室", no_cameras="1").status_code == 303
    assert Room.get(Room.name == "302 会议室").no_cameras
    refused = post(sun, f"{office}/rooms/new", name="302 会议室", modes="录播")
    assert refused.status_code == 422 and "同名的房间" in text(refused) and "录播" in text(refused)
    for same in ("302会议室", "３０２ 会议室"):
        assert "同名的房间" in text(post(sun, f"{office}/rooms/new", name=same))


# Blank sheets


def test_a_blank_sheet_is_printed_for_a_room_a_device_or_a_client(world):
    chen, code = world.browser("chen"), world.office.code.code
    for place in (f"device={code}", f"room={world.office.room.id}", f"client={world.office.client.id}"):
        for key in ("service-contact", "av-maintenance", "fault-report"):
            response = chen.get(f"/forms/{key}/blank.pdf?{place}")
            assert response.status_code == 200 and response.data.startswith(b"%PDF"), (key, place)


def test_no_blank_sheet_of_another_client_and_none_for_who_cannot_begin_it(world):
    blank = "/forms/service-contact/blank.pdf"
    assert world.browser("zhou").get(f"{blank}?device={world.office.code.code}").status_code == 404
    assert world.browser("zhou").get(f"{blank}?room={world.office.room.id}").status_code == 404
    assert world.browser("shen").get(f"{blank}?room={world.office.room.id}").status_code == 403
    assert world.browser("chen").get("/forms/nothing/blank.pdf").status_code == 404


# The device page


def test_the_device_page_leads_to_its_client_and_room_and_offers_paper_where_phones_are_forbidden(world):
    change(Room, world.office.room, no_phones=True)
    page = text(world.browser("chen").get(f"/d/{world.office.code.code}"))
    assert f"/clients/{world.office.client.id}" in page and f"/rooms/{world.office.room.id}" in page
    assert page.index("/forms/service-contact/blank.pdf?device=") < page.index(
        "/forms/service-contact/new?device="
    )


def test_a_device_in_no_room_has_a_page_too(world):
    change(Device, world.office.device, room=None)
    assert world.browser("chen").get(f"/d/{world.office.code.code}").status_code == 200
