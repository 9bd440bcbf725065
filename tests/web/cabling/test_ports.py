"""A device's panel: adding out of words, taking over from the model, changing, removing."""

import pytest

from fieldforms.flow.cabling.ports import add_model_ports, add_ports
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.flow.register.devices import add_device
from fieldforms.store.models import Audit, Device, DeviceToIndex, Port, Room, User
from tests import cables
from tests.people import csrf, post_opened, version


def post(browser, form: str, url: str = "", **typed):
    return browser.post(url or form, data={"csrf_token": csrf(browser.get(form).text)} | typed)


def names(device) -> list[str]:
    there = Port.select().where(Port.device == device, Port.removed_at.is_null()).order_by(Port.place)
    return [port.name for port in there]


def test_four_ports_are_added_with_one_word_after_they_were_shown(world):
    chen, device = world.browser("chen"), world.office.device
    shown = chen.get(f"/devices/{device.id}/ports/new", query_string={"text": "HDMI IN ×4，乱写"}).text
    assert "HDMI IN 4" in shown and "加上这 4 个" in shown and "乱写" in shown.split("没有读懂")[1]
    assert names(device) == []
    answer = post(chen, f"/devices/{device.id}/ports/new", f"/devices/{device.id}/ports", text="HDMI IN ×4")
    assert answer.status_code == 303 and names(device) == [f"HDMI IN {n}" for n in (1, 2, 3, 4)]


def test_sent_twice_they_are_added_once(world):
    chen, device = world.browser("chen"), world.office.device
    for _ in range(2):
        post(chen, f"/devices/{device.id}/ports/new", f"/devices/{device.id}/ports", text="HDMI IN ×2")
    assert names(device) == ["HDMI IN 1", "HDMI IN 2"]
    assert Audit.select().where(Audit.action == "port.add").count() == 1


def test_words_that_say_nothing_are_refused_and_kept(world):
    chen, device = world.browser("chen"), world.office.device
    answer = post(chen, f"/devices/{device.id}/ports/new", f"/devices/{device.id}/ports", text="三个口")
    assert answer.status_code == 422 and "三个口" in answer.text and "没有读出接口" in answer.text


def test_what_the_register_said_in_words_becomes_ports_with_one_tap(world):
    device = world.office.device
    Device.update(interfaces="HDMI 输入 ×2，LAN ×1", spare_interfaces="HDMI 输入 ×1").where(
        Device.id == device.id
    ).execute()
    chen = world.browser("chen")
    assert "读成接口（3 个）" in chen.get(f"/devices/{device.id}/ports").text
    form = f"/devices/{device.id}/ports/new?origin=written"
    assert "空闲（勘察）" in chen.get(form).text
    post(chen, form, f"/devices/{device.id}/ports", origin="written")
    assert names(device) == ["HDMI 输入 1", "HDMI 输入 2", "LAN"]
    page = chen.get(f"/devices/{device.id}/ports").text
    assert "空闲：HDMI 高清 输入 ×1" in page and "读成接口" not in page
    assert Device.get_by_id(device.id).interfaces == "HDMI 输入 ×2，LAN ×1", "the words stay"


def test_a_models_ports_go_to_each_new_device_of_it(world):
    sun, office = world.actor("sunmin"), world.office
    given = {"name": "矩阵", "category": "matrix", "brand": "Extron", "model": "DXP 88"}
    first = add_device(sun, office.client.id, given)
    add_model_ports(sun, first.of_model_id, "HDMI 输入 ×2")
    Port.update(gender="female").where(Port.of_model == first.of_model_id).execute()
    second = add_device(sun, office.client.id, given | {"name": "备用矩阵", "serial": "2"})
    assert names(first) == [] and names(second) == ["HDMI 输入 1", "HDMI 输入 2"]
    assert {port.gender for port in Port.select().where(Port.device == second)} == {"female"}
    assert "母头" in world.browser("sunmin").get(f"/devices/{second.id}/ports").text


def test_where_device_and_model_drift_apart_it_is_shown_and_taking_over_only_adds(world):
    sun, office = world.actor("sunmin"), world.office
    device = add_device(
        sun, office.client.id, {"name": "矩阵", "category": "matrix", "brand": "Extron", "model": "DXP 88"}
    )
    add_model_ports(sun, device.of_model_id, "HDMI 输入 ×2")
    add_ports(sun, device.id, "text", "HDMI 输入 ×1，LAN")
    browser = world.browser("sunmin")
    page = browser.get(f"/devices/{device.id}/ports").text
    assert "型号有、这台没有：HDMI 输入 1、HDMI 输入 2" in page and "这台有、型号没有：HDMI 输入、LAN" in page
    form = f"/devices/{device.id}/ports/new?origin=model"
    assert "加上这 2 个" in browser.get(form).text
    post(browser, form, f"/devices/{device.id}/ports", origin="model")
    assert names(device) == ["HDMI 输入", "LAN", "HDMI 输入 1", "HDMI 输入 2"]
    model = f"/models/{device.of_model_id}/ports"
    assert "给型号加上这 2 个" in browser.get(f"{model}?device={device.id}").text
    post(browser, f"{model}?device={device.id}", model, device=device.id)
    assert "接口和型号一致" in browser.get(f"/devices/{device.id}/ports").text


def test_a_models_ports_are_not_taken_from_another_clients_device(world):
    sun = world.actor("sunmin")
    given = {"name": "矩阵", "category": "matrix", "brand": "Extron", "model": "DXP 88"}
    theirs = add_device(sun, world.university.client.id, given)
    add_ports(sun, theirs.id, "text", "HDMI 输入 ×1")
    chen, model = world.browser("chen"), f"/models/{theirs.of_model_id}/ports"
    assert chen.get(f"{model}?device={theirs.id}").status_code == 404
    assert post(chen, model, device=theirs.id).status_code == 404
    assert Port.select().where(Port.of_model.is_null(False)).count() == 0


def test_who_sees_no_device_of_a_model_leaves_its_ports_alone(world):
    sun = world.actor("sunmin")
    given = {"name": "矩阵", "category": "matrix", "brand": "Extron", "model": "DXP 88"}
    theirs = add_device(sun, world.university.client.id, given)
    chen, model = world.browser("chen"), f"/models/{theirs.of_model_id}/ports"
    [port] = add_model_ports(sun, theirs.of_model_id, "HDMI 输入 ×1")
    token = {"csrf_token": csrf(chen.get("/devices/new").text)}
    assert chen.post(model, data=token | {"text": "SDI ×1"}).status_code == 404
    assert chen.get(f"/ports/{port.id}").status_code == 404
    assert chen.post(f"/ports/{port.id}/removal", data=token).status_code == 404
    zhou = world.browser("zhou")
    assert zhou.get(f"/ports/{port.id}").status_code == 200


def test_a_port_is_changed_and_removed(world):
    port, chen = cables.add_port(world.office.device, "HDMI 9"), world.browser("chen")
    page = chen.get(f"/ports/{port.id}").text
    typed = {
        "csrf_token": csrf(page),
        "version": version(page),
        "name": "HDMI IN 9",
        "direction": "in",
        "signal": "hdmi",
    }
    assert chen.post(f"/ports/{port.id}", data=typed | {"place": "x"}).status_code == 422
    assert (
        chen.post(
            f"/ports/{port.id}", data=typed | {"face": "背面", "place": "3", "gender": "male"}
        ).status_code
        == 303
    )
    assert (Port.get_by_id(port.id).name, Port.get_by_id(port.id).face, Port.get_by_id(port.id).place) == (
        "HDMI IN 9",
        "背面",
        3,
    )
    assert Port.get_by_id(port.id).gender == "male"
    assert chen.post(f"/ports/{port.id}", data=typed | {"gender": "其他"}).status_code in (412, 422)
    assert post(chen, f"/ports/{port.id}/removal").status_code == 303
    assert names(world.office.device) == [] and Port.get_by_id(port.id).removed_at
    assert chen.get(f"/ports/{port.id}").status_code == 404


def test_a_port_with_a_cable_in_it_is_not_removed(world):
    cable, chen = cables.connected(world.office), world.browser("chen")
    refused = post(chen, f"/ports/{cable.source_id}/removal")
    assert refused.status_code == 409 and "H-001" in refused.text
    assert Port.get_by_id(cable.source_id).removed_at is None


@pytest.mark.parametrize("path", ["/ports/{port}", "/ports/{port}/removal", "/ports/{port}/connection", "/devices/{device}/ports",
                                  "/devices/{device}/ports/new", "/devices/{device}/connection", "/devices/{device}/diagram",
                                  "/devices/{device}/diagram.svg", "/rooms/{room}/diagram", "/clients/{client}/cables",
                                  "/clients/{client}/cables.csv", "/connections/{cable}"])  # fmt: skip
def test_another_clients_cabling_does_not_exist(world, path):
    cable = cables.connected(world.university)
    address = path.format(
        port=cable.source_id, device=cable.source.device_id, room=world.university.room.id,
        client=world.university.client.id, cable=cable.id,
    )  # fmt: skip
    assert world.browser("zhou", confirmed=True).get(address).status_code == 200
    assert world.browser("chen", confirmed=True).get(address).status_code == 404


def test_the_cabling_of_a_confidential_room_needs_the_clearance_and_is_written_down(world):
    cable = cables.connected(world.office)
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    chen, device = world.browser("chen"), world.office.device
    for path in (
        f"/devices/{device.id}/ports",
        f"/rooms/{world.office.room.id}/diagram",
        f"/devices/{device.id}/diagram.svg",
    ):
        assert chen.get(path).status_code == 403
    for path in (
        f"/connections/{cable.id}",
        f"/ports/{cable.source_id}",
        f"/ports/{cable.source_id}/connection",
    ):
        assert chen.get(path).status_code == 404
    assert "H-001" not in chen.get(f"/devices/{device.id}").text
    assert "登记接口" not in chen.get(f"/devices/{device.id}").text, "the button led to a refusal"
    assert "H-001" not in chen.get(f"/clients/{world.office.client.id}/cables").text
    assert world.office.device.name not in chen.get("/devices/ports?signal=hdmi").text
    assert not Audit.select().where(Audit.action == "cabling.read").count()
    User.update(confidential=True).where(User.login == "chen").execute()
    assert "H-001" in world.browser("chen").get(f"/devices/{device.id}/ports").text
    line = Audit.get(Audit.action == "cabling.read")
    assert line.actor.login == "chen" and line.ref == str(world.office.room.id)


def test_a_cable_into_a_confidential_room_is_seen_at_this_end_only(world):
    vault = Room.create(client=world.office.client, name="保密室", confidential=True)
    secret = cables.add_device(world.office, "保密投影机", room=vault)
    cables.plug_in(
        cables.add_port(world.office.device, "HDMI OUT 1", "out"), cables.add_port(secret, "HDMI 1")
    )
    page = world.browser("chen").get(f"/devices/{world.office.device.id}/ports").text
    assert "H-001" in page and "涉密房间里的设备" in page and "保密投影机" not in page
    drawing = world.browser("chen").get(f"/devices/{world.office.device.id}/diagram").text
    assert "涉密房间" in drawing and "保密投影机" not in drawing and "保密室" not in drawing


def lines_of_readings() -> list[tuple[str, str]]:
    """(who, room) of each line, oldest first."""
    lines = Audit.select().where(Audit.action == "cabling.read").order_by(Audit.id)
    return [(line.actor.login, line.ref) for line in lines]


def test_whatever_is_told_of_a_confidential_rooms_cabling_is_a_reading_wherever_it_is_seen(world):
    office = world.office
    vault = Room.create(client=office.client, name="保密室", confidential=True)
    plate = cables.add_device(office, "墙插")
    secret = cables.add_device(office, "保密投影机", room=vault)
    out = cables.add_port(office.device, "HDMI OUT 1", "out")
    wall = cables.add_port(plate, "墙 1", "through")
    cables.plug_in(out, wall)
    cables.plug_in(wall, cables.add_port(secret, "HDMI 1"), "H-002")
    plain = (
        f"/devices/{office.device.id}/ports", f"/devices/{plate.id}", f"/rooms/{office.room.id}/diagram",
        f"/devices/{office.device.id}/diagram.svg", f"/devices/{office.device.id}/connection",
        f"/clients/{office.client.id}/cables", f"/clients/{office.client.id}/cables.csv", f"/clients/{office.client.id}/cables.pdf",
        "/devices/ports?signal=hdmi",
        f"/ports/{out.id}/connection?code=保密投影机",
    )  # fmt: skip
    chen = world.browser("chen", confirmed=True)
    for path in plain:
        assert chen.get(path).status_code == 200
    assert lines_of_readings() == [], "who has no clearance is told nothing"
    User.update(confidential=True).where(User.login == "chen").execute()
    for path in plain:
        before = len(lines_of_readings())
        assert world.browser("chen", confirmed=True).get(path).status_code == 200
        assert lines_of_readings()[before:] == [("chen", str(vault.id))], path


@pytest.mark.parametrize("done", ["added", "renamed", "removed"])
def test_a_port_is_found_in_the_list_of_devices_as_soon_as_a_worker_has_its_turn(world, done):
    sun, device = world.browser("sunmin"), world.office.device
    port = cables.add_port(device, "ZEBRA 1")
    while jobs.do_next(ERRANDS):
        pass
    page = sun.get(f"/ports/{port.id}").text
    if done == "added":
        sun.post(
            f"/devices/{device.id}/ports",
            data={"csrf_token": csrf(page), "origin": "text", "text": "HDMI 输入 ×2"},
        )
    elif done == "renamed":
        post_opened(sun, f"/ports/{port.id}", name="GIRAFFE 1", direction="in")
    else:
        sun.post(f"/ports/{port.id}/removal", data={"csrf_token": csrf(page)})
    assert DeviceToIndex.select().exists()
    while jobs.do_next(ERRANDS):
        pass
    assert not DeviceToIndex.select().exists()


def test_the_registers_words_are_about_the_ports_that_are_there_whatever_those_are_called(world):
    """Of the same signal, direction and number; each port is one of them only."""
    device, chen = world.office.device, world.browser("chen")
    Device.update(interfaces="AES3 ×1，HDMI 输入 ×2，LAN ×1").where(Device.id == device.id).execute()
    for name, way, signal in (("AES3 输入", "in", "digital_audio"), ("投影 HDMI 2", "in", "hdmi")):
        cables.add_port(device, name, way, signal)
    assert "读成接口（2 个）" in chen.get(f"/devices/{device.id}/ports").text
    for _ in range(2):
        post(
            chen,
            f"/devices/{device.id}/ports/new?origin=written",
            f"/devices/{device.id}/ports",
            origin="written",
        )
    assert sorted(names(device)) == ["AES3 输入", "HDMI 输入 1", "LAN", "投影 HDMI 2"]
