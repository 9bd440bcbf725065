"""What becomes of a device: its state, another in its place, out of use and back."""

import re

import pytest

from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.flow.register import codes
from fieldforms.store.models import Code, Connection, Device, DeviceEvent, DeviceModel, DeviceToIndex, User
from tests import audit_lines, cables
from tests.people import csrf
from tests.web.register.hands import new_device


def post(browser, path: str, **typed):
    return browser.post(path, data={"csrf_token": csrf(browser.get(path).text), **typed})


def standby(world, at=None, **said) -> Device:
    at = at or world.office
    named = {"name": "备用主机", "category": "microphone", "serial": "S-9", "state": "standby"} | said
    return Device.create(client=at.client, created_at=1, **named)


def again(device) -> Device:
    return Device.get_by_id(device.id)


def test_what_a_device_does_is_kept_with_who_said_so_and_why(world):
    chen, device = world.browser("chen"), world.office.device
    saved = post(chen, f"/devices/{device.id}/state", state="away", note="寄回厂家")
    assert saved.status_code == 303 and again(device).state == "away"
    page = chen.get(f"/devices/{device.id}").text
    assert ">送修</span>" in page and "在用 → 送修" in page and "寄回厂家" in page and "陈志远" in page
    assert "在用 → 送修" in chen.get(f"/devices/{device.id}/life").text
    [line] = audit_lines.lines_about(str(device.id))
    assert (line.detail["before"], line.detail["after"]) == ("in_use", "away")


def test_the_same_state_said_twice_is_one_event(world):
    chen, device = world.browser("chen"), world.office.device
    for _ in range(2):
        post(chen, f"/devices/{device.id}/state", state="faulty")
    assert DeviceEvent.select().count() == 1


def test_an_unheard_of_state_is_refused(world):
    refused = post(
        world.browser("chen"), f"/devices/{world.office.device.id}/state", state="borrowed", note="写好的话"
    )
    assert refused.status_code == 422 and "写好的话" in refused.text
    assert again(world.office.device).state == "in_use"


def test_a_standby_takes_the_place_and_the_label_of_another(world):
    sun, old, new = world.browser("sunmin"), world.office.device, standby(world)
    Device.update(location="讲台里", rack="A").where(Device.id == old.id).execute()
    done = post(
        sun, f"/devices/{old.id}/replacement",
        other=str(new.id), afterwards="away", location="公司维修间", keeps_label="1", note="不通电",
    )  # fmt: skip
    assert done.status_code == 303
    new, old = again(new), again(old)
    assert (new.room_id, new.location, new.rack, new.state) == (world.office.room.id, "讲台里", "A", "in_use")
    assert (old.room_id, old.location, old.rack, old.state) == (None, "公司维修间", "", "away")
    assert Code.get(Code.code == world.office.code.code).device_id == new.id
    assert "由“备用主机”替换" in sun.get(f"/devices/{old.id}").text
    assert f"替换“{old.name}”" in sun.get(f"/devices/{new.id}").text


def test_a_new_device_takes_the_place_of_one_that_is_scrapped(world):
    sun, old = world.browser("sunmin"), world.office.device
    post(
        sun,
        f"/devices/{old.id}/replacement",
        other="",
        brand="Bosch",
        model="DCN",
        serial="N-1",
        afterwards="retired",
    )
    new = Device.get(Device.serial == "N-1")
    assert (new.name, new.room_id, new.category) == (old.name, old.room_id, old.category)
    assert new.of_model == DeviceModel.get(DeviceModel.name == "DCN")
    assert again(old).retired_at and Code.get(Code.code == world.office.code.code).retired_at


def test_a_replacement_sent_twice_is_made_once(world):
    sun, old = world.browser("sunmin"), world.office.device
    page = sun.get(f"/devices/{old.id}/replacement").text
    form = {"csrf_token": csrf(page), "other": "", "serial": "N-2", "afterwards": "standby"}
    answers = [sun.post(f"/devices/{old.id}/replacement", data=form) for _ in range(2)]
    assert len({answer.location for answer in answers}) == 1
    assert Device.select().where(Device.serial == "N-2").count() == 1


def test_a_standby_that_somebody_took_meanwhile_is_taken_no_second_time(world):
    sun, taken = world.browser("sunmin"), standby(world)
    page = sun.get(f"/devices/{world.office.device.id}/replacement").text
    Device.update(state="in_use").where(Device.id == taken.id).execute()
    form = {"csrf_token": csrf(page), "other": str(taken.id), "afterwards": "away"}
    assert sun.post(f"/devices/{world.office.device.id}/replacement", data=form).status_code == 422
    assert again(world.office.device).room_id == world.office.room.id


def test_another_clients_standby_takes_no_place(world):
    old, other = world.office.device, standby(world, world.university)
    sun = world.browser("sunmin")
    assert other.name not in sun.get(f"/devices/{old.id}/replacement").text
    refused = post(sun, f"/devices/{old.id}/replacement", other=str(other.id), afterwards="standby")
    assert refused.status_code == 422 and again(old).room_id == world.office.room.id


def test_nobody_moves_a_device_out_of_a_confidential_room_by_replacing_it(world):
    room = world.office.room
    type(room).update(confidential=True).where(type(room).id == room.id).execute()
    before = DeviceEvent.select().count(), Device.select().count()
    refused = post(world.browser("sunmin"), f"/devices/{world.office.device.id}/replacement",
                   other="", afterwards="standby")  # fmt: skip
    assert refused.status_code == 422
    assert (DeviceEvent.select().count(), Device.select().count()) == before


def make_confidential(room):
    type(room).update(confidential=True).where(type(room).id == room.id).execute()


def test_nobody_puts_a_new_device_into_a_confidential_room_whatever_becomes_of_the_old_one(world):
    sun, place = world.browser("sunmin"), world.office
    make_confidential(place.room)
    before = DeviceEvent.select().count(), Device.select().count()
    for other in ("", str(standby(world).id)):
        refused = post(sun, f"/devices/{place.device.id}/replacement", other=other, afterwards="retired")
        assert refused.status_code == 422, other
    assert (DeviceEvent.select().count(), Device.select().count()) == (before[0], before[1] + 1)
    refused = new_device(sun, place.client, name="新来的", room=str(place.room.id))
    assert refused.status_code == 422 and "涉密权限" in refused.text
    User.update(confidential=True).where(User.login == "sunmin").execute()
    assert (
        new_device(world.browser("sunmin"), place.client, name="新来的", room=str(place.room.id)).status_code
        == 303
    )


def test_cables_that_go_over_to_the_other_device_are_in_the_audit_and_its_ports_are_found_at_once(world):
    sun, old, new = world.browser("sunmin"), world.office.device, standby(world)
    cable = cables.connected(world.office)
    while jobs.do_next(ERRANDS):
        pass
    assert (
        post(sun, f"/devices/{old.id}/replacement", other=str(new.id), afterwards="retired").status_code
        == 303
    )
    while jobs.do_next(ERRANDS):
        pass
    assert not DeviceToIndex.select().exists()
    [line] = [each for each in audit_lines.lines_about(str(cable.id)) if each.action == "connection.edit"]
    after = Connection.get_by_id(cable.id)
    assert (line.detail["before"]["ports"], line.detail["after"]["ports"]) == (
        [cable.source_id, cable.target_id],
        [after.source_id, after.target_id],
    )
    assert after.source.device_id == new.id
    assert [each.action for each in audit_lines.lines_about(f"device-{new.id}")] == ["port.add"]


def test_retiring_says_what_is_still_open_there(world):
    sheet = world.waiting_sheet()
    page = world.browser("sunmin").get(f"/devices/{world.office.device.id}/retirement").text
    assert "这里还没有了结的" in page and sheet.number in page


def test_a_device_comes_back_with_a_reason_and_wants_a_new_label(world):
    sun, device = world.browser("sunmin"), world.office.device
    post(sun, f"/devices/{device.id}/retirement", note="拆除")
    assert sun.get(f"/devices/{device.id}/edit").status_code == 404
    assert post(sun, f"/devices/{device.id}/return", note="").status_code == 422
    post(sun, f"/devices/{device.id}/return", note="还能用")
    assert again(device).retired_at is None
    page = sun.get(f"/devices/{device.id}").text
    assert "还能用" in page and "拆除" in page and "还没有标签" in page


@pytest.mark.parametrize("page", ["state", "replacement", "retirement", "return"])
def test_who_keeps_no_devices_changes_none(world, page):
    assert world.browser("shen").get(f"/devices/{world.office.device.id}/{page}").status_code == 403


def test_another_one_like_this_asks_only_for_what_is_its_own(world):
    chen, device = world.browser("chen"), world.office.device
    Device.update(name="话筒 09", serial="序列号4711", ip="10.0.0.9", location="主席台").where(
        Device.id == device.id
    ).execute()
    page = chen.get(f"/devices/new?like={device.id}").text
    assert 'value="话筒 10"' in page and 'value="主席台"' in page
    assert "序列号4711" not in page and "10.0.0.9" not in page
    assert chen.get(f"/devices/new?like={world.university.device.id}").status_code == 404


def test_about_so_many_years_says_so(world):
    device = world.office.device
    Device.update(installed_on="2019-01-01", installed_about=True).where(Device.id == device.id).execute()
    assert "用了约 " in world.browser("chen").get(f"/devices/{device.id}").text


def test_the_second_of_a_row_begins_where_the_first_ended(world):
    chen, office = world.browser("chen"), world.office
    blank = codes.make_blank(world.actor("chen"), 1)[0]
    assert "一样的" not in chen.get(f"/d/{blank}").text
    new_device(chen, office.client, name="话筒 1", room=str(office.room.id), category="microphone")
    page = chen.get(f"/d/{blank}").text
    like = re.search(r'href="(/devices/new[^"]*like=[^"]*)"', page)[1].replace("&amp;", "&")
    form = chen.get(like).text
    assert 'value="话筒 2"' in form and f'value="{blank}"' in form
    assert f'<option value="{office.room.id}" selected>' in chen.get(f"/devices/new?code={blank}").text


def test_a_device_of_another_model_has_nothing_of_the_one_before(world):
    sun, old = world.browser("sunmin"), world.office.device
    Device.update(manufacturer="爱普生", manufacturer_phone="400-810 9977", rated_voltage="220 V").where(
        Device.id == old.id
    ).execute()
    post(
        sun,
        f"/devices/{old.id}/replacement",
        other="",
        brand="Sony",
        model="VPL-9",
        serial="Y-1",
        afterwards="away",
    )
    new = Device.get(Device.serial == "Y-1")
    assert (new.manufacturer, new.manufacturer_phone, new.rated_voltage) == ("", "", "")
    assert DeviceModel.get(DeviceModel.name == "VPL-9").manufacturer == ""


def test_what_comes_back_is_in_use_and_its_story_says_so(world):
    sun, device = world.browser("sunmin"), world.office.device
    post(sun, f"/devices/{device.id}/state", state="faulty")
    post(sun, f"/devices/{device.id}/retirement")
    post(sun, f"/devices/{device.id}/return", note="修好了")
    newest = DeviceEvent.select().where(DeviceEvent.kind == "state").order_by(DeviceEvent.id.desc()).get()
    assert (again(device).state, newest.after) == ("in_use", "in_use")
