"""Makers: how they are reached, from every device and model that names them."""

import pytest

from fieldforms.flow.register import makers
from fieldforms.flow.register.spellings import key_of_maker
from fieldforms.store.models import Device, DeviceModel, Maker
from tests.people import csrf, post_opened
from tests.web.register.hands import new_device


def sony(world, **changes) -> Device:
    """A display of chen's client, whose maker nobody has named before."""
    said = {"name": "会议室显示屏", "brand": "Sony", "model": "FW-85", "manufacturer": "索尼（中国）有限公司"}
    new_device(world.browser("chen"), world.office.client, **said, manufacturer_phone="4008109000", **changes)
    return Device.get(Device.name == "会议室显示屏")


def test_a_maker_comes_into_being_with_the_first_device_that_names_it(world):
    device = sony(world)
    maker = device.of_maker
    assert (maker.name, maker.phone) == ("索尼（中国）有限公司", "400-810-9000")
    assert device.of_model.of_maker == maker
    new_device(world.browser("chen"), world.office.client, name="乙", manufacturer="索尼(中国)")
    assert Device.get(Device.name == "乙").of_maker == maker


def test_the_first_number_that_any_device_says_is_the_makers_and_the_others_stand_on_its_page(world):
    chen, office = world.browser("chen"), world.office.client
    new_device(chen, office, name="甲", manufacturer="索尼")
    maker = Maker.get()
    assert maker.phone == ""
    for name, phone in (("乙", "4008109000"), ("丙", "0571-5555 0188"), ("丁", "0571-5555 0188")):
        new_device(chen, office, name=name, manufacturer="索尼", manufacturer_phone=phone)
    assert Maker.get().phone == "400-810-9000"
    page = chen.get(f"/makers/{maker.id}").text
    assert "设备上登记的其他号码" in page and page.count("0571-5555 0188") == 1 and "2 台设备" in page
    Device.update(client=world.university.client).where(Device.name.in_(["丙", "丁"])).execute()
    assert "0188" not in chen.get(f"/makers/{maker.id}").text
    assert "0188" in world.browser("sunmin").get(f"/makers/{maker.id}").text


@pytest.mark.parametrize(
    "one, other",
    [
        ("Sony Corp.", "ＳＯＮＹ"),
        ("海康威视股份有限公司", "海康威视"),
        ("公司", "公司"),
        ("D&B Co., Ltd", "d b"),
    ],
)
def test_neither_signs_nor_the_companys_form_make_another_maker(one, other):
    assert key_of_maker(one) == key_of_maker(other) != ""


def test_no_name_is_no_maker(world):
    sony(world)
    new_device(world.browser("chen"), world.office.client, name="乙", manufacturer="—")
    assert Device.get(Device.name == "乙").of_maker is None and Maker.select().count() == 1


def test_its_numbers_are_one_tap_from_the_device(world):
    device = sony(world)
    url, sun = f"/makers/{device.of_maker_id}/edit", world.browser("sunmin")
    said = {
        "name": "索尼",
        "hotline": "800-820-2228",
        "phone": "4008109000",
        "contact": "王工",
        "web": "www.sony.com.cn",
    }
    assert post_opened(sun, url, **said).status_code == 303
    device = Device.get_by_id(device.id)
    assert device.manufacturer == device.of_model.manufacturer == "索尼", (
        "what it is called now, its devices say"
    )
    page = world.browser("chen").get(f"/devices/{device.id}").text
    for there in ('href="tel:8008202228"', 'href="tel:4008109000"', "王工", 'href="https://www.sony.com.cn"'):
        assert there in page, there
    assert page.index("tel:8008202228") < page.index("tel:4008109000"), "the support's hotline first"
    assert 'href="tel:8008202228"' in sun.get(f"/models/{device.of_model_id}").text
    assert 'href="tel:8008202228"' in sun.get(f"/makers/{device.of_maker_id}").text


@pytest.mark.parametrize(
    "web", ["javascript:alert(1)", "ftp://sony.com", "sony", "https://a b.com", 'https://a.com/"x']
)
def test_what_is_no_site_is_not_linked_to(world, web):
    maker = sony(world).of_maker
    refused = post_opened(
        world.browser("sunmin"), f"/makers/{maker.id}/edit", name="索尼", web=web, note="留着"
    )
    assert refused.status_code == 422 and "要填网址" in refused.text and "留着" in refused.text
    assert Maker.get().web == ""


def test_a_maker_takes_no_other_ones_name(world):
    maker, sun = sony(world).of_maker, world.browser("sunmin")
    token = csrf(sun.get("/makers/new").text)
    assert (
        sun.post("/makers", data={"csrf_token": token, "name": "雅马哈", "hotline": "4000517700"}).status_code
        == 303
    )
    refused = sun.post("/makers", data={"csrf_token": token, "name": "雅马哈公司", "note": "留着"})
    assert refused.status_code == 422 and "已经有这个厂家：雅马哈" in refused.text and "留着" in refused.text
    refused = post_opened(sun, f"/makers/{maker.id}/edit", name="雅马哈")
    assert refused.status_code == 422 and Maker.get_by_id(maker.id).name == "索尼（中国）有限公司"
    assert sun.post("/makers", data={"csrf_token": token, "name": "--"}).status_code == 422


def test_two_makers_that_are_one_become_one(world):
    device, sun = sony(world), world.browser("sunmin")
    other = makers.add_maker(world.actor("sunmin"), {"name": "Sony", "hotline": "8008202228"})
    url = f"/makers/{device.of_maker_id}/merging"
    token = csrf(sun.get(url).text)
    assert sun.post(url, data={"csrf_token": token, "into": ""}).status_code == 422
    done = sun.post(url, data={"csrf_token": token, "into": str(other.id)})
    assert done.headers["Location"].endswith(f"/makers/{other.id}")
    device, kept = Device.get_by_id(device.id), Maker.get()
    assert (device.of_maker, device.manufacturer) == (kept, "Sony") == (kept, DeviceModel.get().manufacturer)
    assert (kept.hotline, kept.phone) == ("800-820-2228", "400-810-9000"), "what was empty is filled"


def test_makers_like_the_typed_one_are_offered(world):
    sony(world)
    offered = (
        world.browser("chen")
        .get("/makers/names?manufacturer=索尼", headers={"HX-Request-Type": "partial"})
        .text
    )
    assert 'value="索尼（中国）有限公司"' in offered and "400-810-9000" in offered


def test_a_technician_finds_makers_of_their_clients_and_of_the_catalogue_alone(world):
    mine = sony(world).of_maker
    new_device(world.browser("sunmin"), world.university.client, name="乙", model="XQ", manufacturer="密厂")
    others = Maker.get(Maker.name == "密厂")
    alone = makers.add_maker(world.actor("sunmin"), {"name": "无设备厂"})
    chen = world.browser("chen")
    for maker, status in ((mine, 200), (alone, 200), (others, 404)):
        assert chen.get(f"/makers/{maker.id}").status_code == status, maker.name
    assert "密厂" not in chen.get("/makers").text + chen.get("/makers/names?manufacturer=密厂").text
    assert (
        chen.get("/makers?q=密").text.count("密厂") == 0
        and "密厂" in world.browser("zhou").get("/makers").text
    )
    assert chen.get(f"/devices?maker={others.id}").status_code == 404
    assert chen.get(f"/makers/{mine.id}/edit").status_code == 403


def test_the_devices_of_a_maker_are_a_list(world):
    device = sony(world)
    assert f'href="/devices?maker={device.of_maker_id}"' in maker_page(world, device.of_maker)
    shown = world.browser("chen").get(f"/devices?maker={device.of_maker_id}").text
    assert "会议室显示屏" in shown and world.office.device.name not in shown


def test_a_maker_without_devices_leads_to_no_list_of_them(world):
    page = maker_page(world, makers.add_maker(world.actor("sunmin"), {"name": "无设备厂"}))
    assert '<p class="soft">0 台设备</p>' in page


def maker_page(world, maker: Maker) -> str:
    return world.browser("chen").get(f"/makers/{maker.id}").text
