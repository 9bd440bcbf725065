"""A device goes into a confidential room: what was issued while it stood in the open is for who has the clearance from then on."""

import pytest

from fieldforms.flow.register import device_changes
from fieldforms.store import clock
from fieldforms.store.models import Audit, Device, Document, Record, Room, User
from tests import cables
from tests.people import csrf, post_opened
from tests.web.papers.hands import address, issue, issued_report, send, write
from tests.web.sheets.hands import pdf_text

RULES, REPORT = "resident-rules", "survey-report"


@pytest.fixture
def vault(world) -> Room:
    User.update(confidential=True).where(User.login == "gao").execute()
    world.users["gao"] = User.get(User.login == "gao")
    return Room.create(client=world.office.client, name="保密室", confidential=True)


def by_its_form(world, device, room) -> None:
    said = {"name": device.name, "category": device.category, "room": str(room.id if room else "")}
    said |= {"unguarded_because": "不再涉密"}
    page = f"/devices/{device.id}"
    assert post_opened(world.browser("gao"), f"{page}/edit", page, **said).status_code == 303


def by_many_at_once(world, device, room) -> None:
    said, shown = {device_changes.VALUE: str(room.id)}, {str(device.id): str(device.room_id)}
    assert device_changes.change_column(world.actor("gao"), "room", said, shown) == 1


def in_the_place_of_another(world, device, room) -> None:
    Device.update(state="standby").where(Device.id == device.id).execute()
    old = cables.add_device(world.office, "旧设备", room=room)
    gao, page = world.browser("gao"), f"/devices/{old.id}/replacement"
    said = {"csrf_token": csrf(gao.get(page).text), "other": str(device.id), "afterwards": "away"}
    said |= {"unguarded_because": "送修"}
    assert gao.post(page, data=said).status_code == 303


@pytest.mark.parametrize("move", [by_its_form, by_many_at_once, in_the_place_of_another])
def test_whichever_way_it_goes_there_the_issued_report_follows_it(world, vault, move):
    cables.connected(world.office)
    old = issued_report(world)
    file = f"/documents/{old.id}/versions/1/file"
    assert world.browser("chen").get(file).status_code == 200
    move(world, world.office.device, vault)
    assert Device.get_by_id(world.office.device.id).room_id == vault.id
    for path in (file, f"/documents/{old.id}"):
        assert world.browser("chen").get(path).status_code == 404, path
    assert f"/documents/{old.id}" not in world.browser("chen").get("/documents").text
    assert world.browser("gao").get(file).status_code == 200
    assert Audit.select().where(Audit.action == "document.download", Audit.ref == str(old.id)).exists()


def test_so_does_the_sheet_with_which_it_went_out_and_rules_stay(world, vault):
    issued_report(world)
    issue(world, RULES, 0)
    send(world, REPORT, "approval")
    number = Record.get().number
    by_its_form(world, world.office.device, vault)
    assert world.browser("shen").get(f"/records/{number}").status_code == 404
    assert world.browser("gao").get(f"/records/{number}").status_code == 200
    rules = Document.get(Document.paper == RULES)
    assert world.browser("chen").get(f"/documents/{rules.id}").status_code == 200


def test_the_next_issue_is_the_clients_again_without_it(world, vault, tmp_path):
    cables.connected(world.office)
    old = issued_report(world)
    by_its_form(world, world.office.device, vault)
    new = issued_report(world)
    assert new.id != old.id and new.room_id is None
    saved = world.browser("chen").get(f"/documents/{new.id}/versions/1/file")
    drawn = pdf_text(saved.data, tmp_path)
    assert world.office.device.name not in drawn and "会议室显示屏" in drawn


def test_a_report_from_before_the_device_and_one_of_another_client_stay_open(world, vault):
    old = issued_report(world)
    new = cables.add_device(world.office, "新设备")
    Device.update(created_at=clock.now() + clock.MINUTE).where(Device.id == new.id).execute()
    by_its_form(world, new, vault)
    assert world.browser("chen").get(f"/documents/{old.id}").status_code == 200


def test_a_move_between_open_rooms_or_out_of_the_vault_guards_nothing(world, vault):
    other, device = Room.create(client=world.office.client, name="小会议室"), world.office.device
    by_its_form(world, device, vault)
    old = issued_report(world)
    for room in (other, None, world.office.room):
        by_its_form(world, device, room)
        assert world.browser("chen").get(f"/documents/{old.id}").status_code == 200


def test_a_report_written_by_hand_about_rooms_follows_the_device_too(world, vault):
    write(world, RULES, f"{world.office.room.name}的钥匙在保安处。")
    issue(world, RULES, 1)
    by_its_form(world, world.office.device, vault)
    assert world.browser("chen").get(f"/documents/{Document.get().id}").status_code == 404
    assert "改为涉密之前出具" in world.browser("gao").get(address(world, RULES)).text
