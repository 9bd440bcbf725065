"""Finding a device: by what people type, page by page, narrowed; and a number that is there already."""

import re
from html import unescape

import pytest

from fieldforms.errors import Busy
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import clients as client_files
from fieldforms.flow.register import codes, device_lists
from fieldforms.store import clock
from fieldforms.store.database import transaction
from fieldforms.store.models import Client, Code, Device, DeviceToIndex, Part, Port, Room
from fieldforms.store.register import device_models
from tests.people import csrf, version


def listed(response) -> list[str]:
    return re.findall(r'<span class="list-title">([^<]*)</span>', response.text)


def found(world, text: str, login: str = "sunmin") -> list[str]:
    return listed(world.browser(login).get("/devices", query_string={"q": text}))


def device_at(place, name: str, **columns) -> Device:
    values = {"client": place.client, "room": place.room, "category": "projector", "created_at": 1}
    return Device.create(**values | {"name": name} | columns)


@pytest.fixture(params=["fresh", "indexed"])
def projector(world, request) -> Device:
    """A search finds what the index has yet to take in as it finds all else."""
    row = device_at(
        world.office, "重点会议室 1 号激光投影机", brand="Epson", model="CB-L630U", serial="X7P8-0042917",
        asset_no="GD-2026-0188", location="讲台左侧吊架", interfaces="RS-232 ×1", mac="00:1A:2B:3C:4D:5E",
    )  # fmt: skip
    Port.create(device=row, name="HBT OUT 3", direction="out", created_at=1)
    if request.param == "indexed":
        device_lists.index_changes()
        assert not DeviceToIndex.select().exists()
    return row


TYPED = (
    "投影机", "影", "ＣＢ－Ｌ６３０Ｕ", "l630", "630u", "42917", "x7p80042917", "X7P8 0042917", "gd20260188", "001a2b", "tyj", "TYJ",
    "jgtyj", "touyingji", "jiguangtouying", "zdhys", "cdhys", "1hjg", "tyj epson", "zhengwuzhongxin 42917", "讲台", "jtzc",
    "rs-232", "政务中心 激光", "szwfw jg", "zwzx tyj", "hbt out3",
)  # fmt: skip
NOT_CALLED = ("tyjx", "音响", "yingjix", "0042918", "sn-0042917", "·", "'", '"* OR', "tyj 空调")


def test_a_device_is_found_by_what_people_type(world, projector):
    assert {typed: found(world, typed) for typed in TYPED} == {typed: [projector.name] for typed in TYPED}
    assert [typed for typed in NOT_CALLED if projector.name in found(world, typed)] == []


def test_what_changes_is_found_by_its_new_name_at_once_and_no_more_by_its_old_one(world, projector):
    sun, office = world.actor("sunmin"), world.office
    client_files.edit_room(sun, office.room.id, {"name": "蓝厅", "floor": "2F", "modes": "", "power_on": ""})
    assert found(world, "lt tyj") == found(world, "蓝厅 激光") == [projector.name]
    assert projector.name not in found(world, "diyihuiyishi")
    Client.update(short_name="海事局").where(Client.id == office.client.id).execute()
    assert projector.name in found(world, "hsj")
    code = codes.put_label_on(sun, projector)
    assert found(world, code.lower()) == found(world, f"{code[:5]} {code[5:]}") == [projector.name]
    codes.retire_code(sun, code)
    assert found(world, code) == []
    device_lists.index_changes()
    assert found(world, code) == [] and found(world, "lt tyj") == [projector.name]


def test_a_change_of_the_register_asks_a_worker_to_index_it(world):
    codes.put_label_on(world.actor("sunmin"), world.office.device)
    assert DeviceToIndex.select().exists()
    while jobs.do_next(ERRANDS):
        pass
    assert not DeviceToIndex.select().exists()
    assert found(world, "szypclq") == [world.office.device.name]


def test_what_is_undone_leaves_nothing_to_index(world, projector):
    device_lists.index_changes()
    with pytest.raises(Busy), transaction():
        Device.update(name="别的").where(Device.id == projector.id).execute()
        raise Busy
    assert not DeviceToIndex.select().exists() and found(world, "tyj") == [projector.name]


def test_the_index_is_made_anew(world, projector):
    assert device_lists.rebuild_index() >= Device.select().count()
    assert found(world, "tyj") == [projector.name]


def test_nobody_finds_another_clients_device(world, projector):
    assert found(world, "tyj", "zhou") == found(world, "szwzx jg", "zhou") == []
    assert found(world, "tyj", "chen") == [projector.name]


def test_a_part_is_found_in_pinyin(world):
    Part.create(name="投影机灯泡", kind="part", created_at=1)
    Part.create(name="HDMI 光纤线", kind="part", created_at=1)
    chen = world.browser("chen")
    for typed in ("dp", "tyjdp", "dengpao", "ＴＹＪ", "灯泡"):
        assert listed(chen.get("/parts", query_string={"q": typed})) == ["投影机灯泡"]
    assert listed(chen.get("/parts?q=gxx hdmi")) == ["HDMI 光纤线"]


def test_the_page_of_a_blank_label_is_searched_in_pinyin(world, projector):
    code = codes.make_blank(world.actor("chen"), 1)[0]
    page = world.browser("chen").get(f"/d/{code}?q=tyj").text
    assert projector.name in page and world.office.device.name not in page


# Pages


@pytest.fixture
def hall(world):
    """130 devices of the office's, in a room that comes first."""
    room = Room.create(client=world.office.client, name="!大厅")
    for n in range(130):
        device_at(world.office, f"话筒 {n:03}", room=room, category="microphone")
    return room


def walk_list(browser, address: str, rel: str = "next") -> list[list[str]]:
    pages = []
    while address:
        page = browser.get(address)
        pages.append(listed(page))
        link = re.search(rf'rel="{rel}" href="([^"]+)"', page.text)
        address = link and link[1].replace("&amp;", "&")
    return pages


def test_the_list_goes_on_page_by_page_and_back(world, hall):
    sun = world.browser("sunmin")
    pages = walk_list(sun, "/devices")
    assert [len(page) for page in pages] == [50, 50, 32]
    names = [name for page in pages for name in page]
    assert len(set(names)) == 132 and names[:130] == [f"话筒 {n:03}" for n in range(130)]
    last = Device.get(Device.name == pages[-1][0])
    assert walk_list(sun, f"/devices?before={last.id}", "prev") == [pages[1], pages[0]]


def test_a_search_and_a_filter_are_kept_from_page_to_page(world, hall):
    pages = walk_list(world.browser("sunmin"), f"/devices?q=ht&client={world.office.client.id}")
    assert [len(page) for page in pages] == [50, 50, 30]


def test_a_page_that_begins_nowhere_is_the_first_one(world):
    sun = world.browser("sunmin")
    for place in ("after=999999", "before=0", "after=x", "before=-1", "after=99999999999999"):
        assert len(listed(sun.get(f"/devices?{place}"))) == 2


def test_a_page_never_begins_at_another_clients_device(world, hall):
    """Or a technician could tell what it is called by where it stands."""
    zhou = world.browser("zhou")
    assert listed(zhou.get(f"/devices?after={world.office.device.id}")) == [world.university.device.name]


def test_who_moves_a_device_moves_it_in_the_list(world, hall):
    Device.update(room=hall, name="!先").where(Device.id == world.office.device.id).execute()
    assert listed(world.browser("chen").get("/devices"))[0] == "!先"
    Room.update(name="～后").where(Room.id == hall.id).execute()
    assert Device.get_by_id(world.office.device.id).sorted_as.split("\x1f")[1:] == ["～后", "!先"]


# Filters


def test_the_list_is_narrowed_by_state_label_and_model(world):
    sick = device_at(world.office, "坏了的", state="faulty")
    bare = device_at(world.office, "没标签的")
    model = device_models.add_model("epson/l1", {"brand": "Epson", "name": "L1"})
    one = device_at(world.office, "L1 那台", of_model=model)
    now = clock.now()
    for each in (sick, one):
        Code.create(code=label_codes.new_code(), device=each, made_at=now, bound_at=now)
    sun = world.browser("sunmin")
    assert listed(sun.get("/devices?state=faulty")) == ["坏了的"]
    assert listed(sun.get("/devices?unlabelled=1")) == [bare.name]
    page = sun.get(f"/devices?model={model.id}")
    assert listed(page) == ["L1 那台"] and "Epson L1" in page.text
    assert listed(sun.get("/devices?state=faulty&unlabelled=1")) == []


def test_what_is_retired_is_found_when_it_is_asked_for(world):
    device_at(world.office, "旧投影机", retired_at=2)
    sun = world.browser("sunmin")
    page = sun.get("/devices?q=jtyj")
    assert listed(page) == [] and "/devices?q=jtyj&amp;retired=1" in page.text
    page = sun.get("/devices?q=jtyj&retired=1")
    assert listed(page) == ["旧投影机"] and "已停用" in page.text and "处理勾选的" not in page.text


def test_a_model_of_which_one_sees_no_device_is_not_found(world):
    model = device_models.add_model("secret/1", {"brand": "密", "name": "Secret 1"})
    device_at(world.office, "机密机", of_model=model)
    zhou = world.browser("zhou")
    for asked in (model.id, 99, "x"):
        answer = zhou.get(f"/devices?model={asked}")
        assert answer.status_code == 404 and "Secret" not in answer.text
    assert world.browser("chen").get(f"/devices?model={model.id}").status_code == 200


# A number that is there already


def typed_device(world, login: str, place, **typed):
    browser = world.browser(login)
    form = {
        "csrf_token": csrf(browser.get("/account").text),
        "client": place.client.id,
        "category": "projector",
    }
    return browser, form | {"name": "新投影机"} | typed


def test_a_serial_number_that_is_there_is_warned_of_and_saved_when_it_is_sent_again(world):
    office = world.office
    sun, form = typed_device(world, "sunmin", office, serial=office.device.serial.lower())
    warned = sun.post("/devices", data=form)
    assert (
        warned.status_code == 409 and "序列号重复" in warned.text and f"/d/{office.code.code}" in warned.text
    )
    assert "新投影机" in warned.text and Device.select().count() == 2
    again = re.search(r'name="twins" value="([^"]*)"', warned.text)[1]
    assert sun.post("/devices", data=form | {"twins": again}).status_code == 303
    assert sun.post("/devices", data=form | {"twins": again}).status_code == 303, "sent twice"
    assert Device.select().count() == 3


@pytest.mark.parametrize("typed", ["b02\u20110417", "B02–0417", "ｂ０２－０４１７", "B02-04 17"])
def test_a_number_with_other_dashes_and_spaces_is_the_same(world, typed):
    device_at(world.office, "甲", serial="B02-0417")
    sun, form = typed_device(world, "sunmin", world.office, serial=typed)
    assert sun.post("/devices", data=form).status_code == 409


def test_another_number_is_warned_of_anew(world):
    device_at(world.office, "甲", serial="A-1")
    device_at(world.office, "乙", asset_no="GD 2", retired_at=5)
    sun, form = typed_device(world, "sunmin", world.office, serial="A-1", twins="serial=B-2")
    assert sun.post("/devices", data=form).status_code == 409
    warned = sun.post("/devices", data=form | {"serial": "", "asset_no": "gd 2", "twins": "serial=A-1"})
    assert warned.status_code == 409 and "固定资产编号重复" in warned.text and "（已停用）" in warned.text


def test_a_new_device_that_is_sent_twice_is_no_twin_of_itself(world):
    sun, form = typed_device(world, "sunmin", world.office, serial="NEW-1")
    assert [sun.post("/devices", data=form).status_code for _ in range(2)] == [303, 303]
    assert Device.select().where(Device.serial == "NEW-1").count() == 1


def test_another_clients_device_is_not_named(world):
    chen, form = typed_device(world, "chen", world.office, serial=world.university.device.serial)
    warned = chen.post("/devices", data=form)
    assert warned.status_code == 409 and "另一台设备" in warned.text
    other = world.university
    for secret in (
        other.device.name,
        other.code.code,
        other.client.short_name,
        f"/devices/{other.device.id}",
    ):
        assert secret not in warned.text


def test_a_mistake_comes_before_the_warning(world):
    sun, form = typed_device(world, "sunmin", world.office, serial=world.office.device.serial, name="")
    assert sun.post("/devices", data=form).status_code == 422


def test_a_number_is_warned_of_when_it_changes_and_not_when_it_stays(world):
    twin = device_at(world.office, "孪生", serial=world.office.device.serial)
    sun = world.browser("sunmin")
    page = sun.get(f"/devices/{twin.id}/edit").text
    kept = {
        "csrf_token": csrf(page),
        "version": version(page),
        "category": "projector",
        "room": world.office.room.id,
    }
    assert (
        sun.post(f"/devices/{twin.id}", data=kept | {"name": "孪生", "serial": twin.serial}).status_code
        == 303
    )
    page = sun.get(f"/devices/{twin.id}/edit").text
    kept |= {"version": version(page), "name": "改名", "serial": world.university.device.serial}
    warned = sun.post(f"/devices/{twin.id}", data=kept)
    assert warned.status_code == 409 and world.university.device.name in warned.text
    assert Device.get_by_id(twin.id).name == "孪生"
    Device.update(note="别人写的").where(Device.id == twin.id).execute()
    kept |= {
        "twins": re.search(r'name="twins" value="([^"]*)"', warned.text)[1],
        "version": version(warned.text),
    }
    assert sun.post(f"/devices/{twin.id}", data=kept).status_code == 412, "it still knows what it showed"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("XC-07", "固定资产编号：XC-07"),
        ("讲台左侧", "安装位置：讲台左侧"),
        ("jtzc", "安装位置：讲台左侧"),
        ("激光投影机", ""),
        ("市政务服务中心", "客户："),
    ],
)
def test_what_found_a_device_is_said_where_no_cell_shows_it(world, typed, said):
    device = device_at(world.office, "激光投影机", asset_no="XC-07", location="讲台左侧")
    page = unescape(world.browser("chen").get("/devices", query_string={"q": typed}).text)
    row = page.split(f'/devices/{device.id}"')[1].split("</tr>")[0]
    assert said in row if said else "list-detail" not in row
