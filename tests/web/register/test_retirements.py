"""Clients and rooms that are served no longer: retired, found, brought back; what was done there stays readable."""

import pytest

from fieldforms.flow.filling import drafts
from fieldforms.flow.stock import movements
from fieldforms.store.calendar import plans
from fieldforms.store.models import Assignment, Audit, Client, Device, Part, Room
from tests.people import csrf


def retire(browser, address: str, reason: str = "合同到期", wanted: str = "retire"):
    token = csrf(browser.get(f"{address}/retirement").text)
    form = {"csrf_token": token, "wanted": wanted, "reason": reason}
    return browser.post(f"{address}/retirement", data=form)


@pytest.fixture
def office(world) -> str:
    return f"/clients/{world.office.client.id}"


@pytest.fixture
def retired(world, office):
    assert retire(world.browser("gao"), office).status_code == 303
    return office


def is_retired(row) -> bool:
    return type(row).get_by_id(row.id).retired_at is not None


def put_at_client(world, owner: Client | None) -> Part:
    """Two of a part that lie at the office."""
    part = Part.create(name="备用主机", kind="loan_unit", client=owner, created_at=1)
    given = {"quantity": "2", "target": f"client-{world.office.client.id}"}
    if owner is None:
        movements.move_part(
            world.actor("sunmin"), part.id, "received", {"quantity": "2", "target": "company"}
        )
        movements.move_part(world.actor("sunmin"), part.id, "moved", given | {"source": "company"})
    else:
        movements.move_part(world.actor("sunmin"), part.id, "received", given)
    return part


def plan_at(world, **place):
    return plans.add_plan(
        client=world.office.client.id, key="service-contact", every=1, unit="month", skip_holidays=False,
        starts_on="2026-12-01", created_by=world.users["gao"].id, **place,
    )  # fmt: skip


# Retiring


def test_who_retires_a_client_gives_a_reason_that_its_file_tells(world, office):
    gao = world.browser("gao")
    asked = gao.get(f"{office}/retirement").text
    assert "在用的设备 1 台" in asked
    refused = retire(gao, office, "  ")
    assert refused.status_code == 422 and "请写明原因" in refused.text and not is_retired(world.office.client)
    assert retire(gao, office).status_code == 303
    line = Audit.get(Audit.action == "client.retire")
    assert (line.ref, line.detail["reason"], line.detail["devices"]) == (
        str(world.office.client.id), "合同到期", 1,
    )  # fmt: skip
    page = gao.get(office).text
    assert "已停用" in page and "合同到期" in page and "高建国" in page and "恢复使用" in page
    assert f"{office}/edit" not in page and f"{office}/rooms/new" not in page
    assert retire(gao, office, "又点了一次").status_code == 303
    assert Audit.select().where(Audit.action == "client.retire").count() == 1


@pytest.mark.parametrize("what", ["sheet", "plan", "stock"])
def test_what_is_still_open_has_to_be_seen_to_first(world, office, what):
    sheet = world.waiting_sheet().number if what == "sheet" else ""
    plan = plan_at(world) if what == "plan" else None
    part = put_at_client(world, None) if what == "stock" else None
    gao = world.browser("gao")
    page = gao.get(f"{office}/retirement").text
    wanted = sheet or (plan and f"/plans/{plan.id}") or (part and f"/parts/{part.id}")
    assert wanted in page and 'name="reason"' not in page
    token = csrf(gao.get("/account").text)
    refused = gao.post(f"{office}/retirement", data={"csrf_token": token, "reason": "合同到期"})
    assert refused.status_code == 409 and "先处理完" in refused.text and not is_retired(world.office.client)


def test_a_confidential_sheet_counts_though_it_is_not_named(world, office):
    Room.update(confidential=True).execute()
    number = world.waiting_sheet().number
    page = world.browser("gao").get(f"{office}/retirement").text
    assert "没办完的单据 1 张" in page and number not in page and "您无权查看" in page


def test_what_somebody_has_begun_is_told_and_can_be_finished(world, office):
    put_at_client(world, world.office.client)
    draft = world.working_sheet()
    page = world.browser("gao").get(f"{office}/retirement").text
    assert "没填完的" in page and "陈志远" in page and "客户自己的 备用主机 × 2" in page
    assert retire(world.browser("gao"), office).status_code == 303
    assert world.browser("chen").get(f"/drafts/{draft.uuid}").status_code == 200
    assert drafts.draft_to_fill(world.actor("chen"), draft.uuid).draft.id == draft.id


def test_a_room_is_emptied_first(world):
    address, room = f"/rooms/{world.office.room.id}", world.office.room
    gao = world.browser("gao")
    assert "房间里还有 1 台在用的设备" in gao.get(f"{address}/retirement").text
    token = csrf(gao.get("/account").text)
    assert (
        gao.post(f"{address}/retirement", data={"csrf_token": token, "reason": "改作库房"}).status_code == 409
    )
    Device.update(room=None).execute()
    assert retire(gao, address, "改作库房").status_code == 303 and is_retired(room)
    page = gao.get(address).text
    assert "改作库房" in page and "恢复使用" in page and "/forms/" not in page
    assert f'href="{address}"' not in gao.get(f"/clients/{room.client_id}").text
    assert f'href="{address}"' in gao.get(f"/clients/{room.client_id}/rooms").text


# What is left of it


def test_what_was_done_there_is_still_read(world, office):
    number = world.signed_sheet().number
    assert retire(world.browser("gao"), office).status_code == 303
    for login in ("chen", "gao"):
        browser = world.browser(login)
        assert browser.get(f"/records/{number}").status_code == 200
        assert browser.get(f"/records/{number}.pdf").status_code == 200
        page = browser.get(f"/d/{world.office.code.code}")
        assert page.status_code == 200 and "客户已停用" in page.text and "/forms/" not in page.text
        listed = browser.get(f"/records?client={world.office.client.id}").text
        assert number in listed and "政务中心（已停用）" in listed
        assert world.office.device.name in browser.get(f"/devices?client={world.office.client.id}").text


def test_nothing_new_is_begun_there(world, retired):
    code, client = world.office.code.code, world.office.client.id
    chen, sun = world.browser("chen"), world.browser("sunmin")
    for where in (f"device={code}", f"room={world.office.room.id}", f"client={client}"):
        begun = chen.get(f"/forms/service-contact/new?{where}")
        assert begun.status_code == 409 and "“政务中心”已停用" in begun.text
        assert chen.get(f"/forms/service-contact/blank.pdf?{where}").status_code == 409
    token = csrf(sun.get("/account").text)
    for address, form in (
        ("/devices", {"client": client, "name": "新功放", "category": "amplifier"}),
        (f"/clients/{client}/contacts/new", {"name": "新来的"}),
        (f"/clients/{client}/rooms/new", {"name": "新会议室"}),
        (f"/plans/new?client={client}", {"place": "client"}),
        (f"/clients/{client}", {"name": "改名", "short_name": "改"}),
        (f"/clients/{client}/technicians", {}),
        (f"/rooms/{world.office.room.id}/edit", {"name": "改名"}),
        (f"/devices/{world.office.device.id}", {"name": "改名"}),
    ):
        assert sun.post(address, data={"csrf_token": token} | form).status_code == 409, address


def test_a_stranger_at_the_label_can_call_but_not_report(world, retired):
    code, stranger = world.office.code.code, world.browser()
    page = stranger.get(f"/d/{code}")
    assert page.status_code == 200 and "tel:" in page.text and f"/d/{code}/report" not in page.text
    assert stranger.get(f"/d/{code}/report").status_code == 404


def test_no_sheet_follows_by_itself_or_is_offered(world, office):
    number = world.signed_sheet(
        result="not_completed", not_completed=["follow_up"], follow_up_date="2026-12-27"
    )
    offered = world.browser("chen").get(f"/records/{number.number}").text
    assert f"follows={number.number}" in offered
    assert retire(world.browser("gao"), office).status_code == 303
    assert f"follows={number.number}" not in world.browser("chen").get(f"/records/{number.number}").text


OFFERING = (
    ("sunmin", "/clients"), ("sunmin", "/devices"), ("sunmin", "/devices/new"), ("sunmin", "/plans/new"),
    ("sunmin", "/plans"), ("sunmin", "/codes"), ("sunmin", "/records"), ("sunmin", "/parts"), ("sunmin", "/parts/new"),
    ("sunmin", "/parts/count"), ("gao", "/statistics/times"), ("gao", "/readings"), ("chen", "/"),
    ("chen", "/forms/overtime-request/new"),
)  # fmt: skip


def test_it_is_not_offered_where_a_client_is_chosen(world, office):
    """Nowhere does anything of it stand any more, where it stood before."""
    names = ("政务中心", "市政务服务中心")
    Assignment.create(user=world.users["chen"], client=world.university.client, since=1)
    browsers = {login: world.browser(login) for login, _path in OFFERING}
    before = {each: browsers[each[0]].get(each[1]).text for each in OFFERING}
    assert [each for each, page in before.items() if not any(name in page for name in names)] == []
    assert retire(world.browser("gao"), office).status_code == 303
    for login, path in OFFERING:
        shown = browsers[login].get(path)
        assert shown.status_code == 200
        assert not any(name in shown.text for name in names), (login, path)


def test_it_is_not_offered_to_be_served_and_who_served_it_is_not_taken_off(world, retired):
    zhou, gao = world.users["zhou"], world.browser("gao", confirmed=True)
    page = gao.get(f"/people/{world.users['chen'].id}/clients").text
    assert "市政务服务中心" not in page
    token = csrf(page)
    saved = gao.post(
        f"/people/{world.users['chen'].id}/clients",
        data={"csrf_token": token, "client": world.university.client.id, "version": "{}"},
    )
    assert saved.status_code == 303
    assert world.browser("chen").get(retired).status_code == 200
    assert world.browser("zhou").get(retired).status_code == 404 and zhou


def test_a_retired_room_is_not_offered_to_a_device_or_a_plan(world):
    room = Room.create(client=world.office.client, name="旧会议室")
    sun = world.browser("sunmin")
    forms = (f"/devices/{world.office.device.id}/edit", f"/plans/new?client={world.office.client.id}")
    for form in forms:
        assert "旧会议室</option>" in sun.get(form).text
    assert retire(sun, f"/rooms/{room.id}").status_code == 303
    for form in forms:
        assert "旧会议室</option>" not in sun.get(form).text
    Device.update(room=room).execute()  # it came back into a room that was retired meanwhile: it stays there
    assert "旧会议室</option>" in sun.get(forms[0]).text


# Back


def test_a_retired_client_is_found_and_brought_back_with_a_reason(world, retired):
    gao = world.browser("gao")
    assert "已停用的客户（1）" in gao.get("/clients").text
    assert "市政务服务中心" in gao.get("/clients?retired=1").text
    assert retire(gao, retired, "", "bring_back").status_code == 422
    assert retire(gao, retired, "重新签约", "bring_back").status_code == 303
    assert not is_retired(world.office.client)
    assert Audit.get(Audit.action == "client.bring_back").detail == {"reason": "重新签约"}
    assert (
        world.browser("chen").get(f"/forms/service-contact/new?device={world.office.code.code}").status_code
        == 200
    )


def test_a_room_of_a_retired_client_comes_back_after_it(world):
    Room.update(retired_at=1).execute()
    Client.update(retired_at=1).where(Client.id == world.office.client.id).execute()
    refused = retire(world.browser("gao"), f"/rooms/{world.office.room.id}", "要用", "bring_back")
    assert refused.status_code == 409 and "“政务中心”已停用" in refused.text


def test_a_name_that_a_retired_room_has_is_refused_with_the_way_out(world):
    Room.create(client=world.office.client, name="旧会议室", retired_at=1)
    sun, address = world.browser("sunmin"), f"/clients/{world.office.client.id}/rooms/new"
    refused = sun.post(address, data={"csrf_token": csrf(sun.get(address).text), "name": "旧会议室"})
    assert refused.status_code == 422 and "可以把它恢复" in refused.text


@pytest.mark.parametrize("login", ["chen", "shen"])
def test_who_does_not_keep_the_file_does_not_retire(world, office, login):
    assert world.browser(login).get(f"{office}/retirement").status_code == 403
    assert "/retirement" not in world.browser(login).get(office).text
