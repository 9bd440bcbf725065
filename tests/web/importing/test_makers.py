"""Makers of lists: none twice, and what is only alike is asked about."""

from fieldforms.flow.register import makers
from fieldforms.store.models import Device, Maker
from tests.web.importing.lists import Desk, workbook

HEAD = ["设备名称", "类别", "生产厂家", "客户"]


def brought(world, *names: str) -> Desk:
    desk = Desk(world)
    rows = [[f"屏{n}", "显示器", name, world.office.client.name] for n, name in enumerate(names)]
    desk.bring(workbook(HEAD, *rows))
    desk.place()
    return desk


def test_one_maker_however_a_list_writes_it(world):
    makers.add_maker(world.actor("sunmin"), {"name": "索尼", "hotline": "8008202228"})
    desk = brought(world, "索尼公司", "ＳＯＮＹ", "Sony Corp.", "sony")
    assert "按档案写作“索尼”" in desk.look()
    desk.write()
    made = {each.name: each.of_maker.name for each in Device.select().where(Device.name.startswith("屏"))}
    assert made == {"屏0": "索尼", "屏1": "SONY", "屏2": "SONY", "屏3": "SONY"}
    assert Maker.select().count() == 2


def test_a_maker_that_is_only_alike_is_asked_about(world):
    known = makers.add_maker(world.actor("sunmin"), {"name": "杭州海康威视数字技术股份有限公司"})
    desk = brought(world, "海康威视", "海康威视")
    assert set(desk.states().values()) == {"要回答"} and "杭州海康威视" in desk.look()
    desk.answer(word=["manufacturer\n海康威视"], meaning=[str(known.id)])
    assert set(desk.states().values()) == {"新建"}
    desk.write()
    assert {each.of_maker for each in Device.select().where(Device.name.startswith("屏"))} == {known}


def test_or_it_is_a_new_one(world):
    makers.add_maker(world.actor("sunmin"), {"name": "杭州海康威视数字技术股份有限公司"})
    desk = brought(world, "海康威视")
    desk.make_all()
    desk.write()
    assert Maker.select().count() == 2


def test_a_list_of_makers_brings_how_they_are_reached(world):
    known = makers.add_maker(world.actor("sunmin"), {"name": "索尼", "phone": "4008109000"})
    desk = Desk(world, kind="makers")
    head = ["厂家名称", "售后热线", "联系人", "网址"]
    desk.bring(
        workbook(
            head, ["索尼公司", 8008202228, "王工", "www.sony.com.cn"], ["雅马哈", "400-051-7700", "", ""]
        )
    )
    assert desk.place().status_code == 303
    assert desk.states() == {2: "有变化", 3: "新建"}
    desk.write()
    sony, yamaha = Maker.get_by_id(known.id), Maker.get(Maker.name == "雅马哈")
    assert (sony.hotline, sony.phone, sony.contact) == ("800-820-2228", "400-810-9000", "王工")
    assert (sony.name, sony.web, yamaha.hotline) == ("索尼", "https://www.sony.com.cn", "400-051-7700")
