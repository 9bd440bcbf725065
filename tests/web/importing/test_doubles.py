"""What a list could make twice or write over in silence: models under two brands, exact days, another device's serial."""

import pytest

from fieldforms.flow.register.spellings import letters_of_text
from fieldforms.store.models import Device, DeviceModel
from tests import cables
from tests.web.importing.lists import Desk, workbook

HEAD = ["客户", "名称", "品牌", "型号", "序列号", "安装日期"]


def brought(world, *rows, kind: str = "devices") -> Desk:
    desk = Desk(world, kind=kind)
    desk.bring(workbook(*rows))
    assert desk.place().status_code == 303, desk.columns()
    return desk


def epsons() -> list[str]:
    return [each.brand for each in DeviceModel.select() if letters_of_text(each.name) == "cbl630u"]


@pytest.mark.parametrize("meaning, brands", [("Epson", ["Epson"]), ("new", ["Epson", "爱普生"])])
def test_one_model_under_two_brands_is_asked_about_once(world, meaning, brands):
    rows = (
        ["政务中心", "投影机", "Epson", "CB-L630U", "E1", ""],
        ["政务中心", "投影机", "爱普生", "ＣＢ l630u", "E2", ""],
        ["政务中心", "投影机", "爱普生", "CB—L630U", "E3", ""],
    )
    desk = brought(world, HEAD, *rows)
    assert list(desk.states().values()) == ["新建", "要回答", "要回答"], desk.look()
    assert "已有品牌“Epson”的，这里的品牌是“爱普生”" in desk.look()
    desk.answer(word=["brand\n爱普生"], meaning=[meaning])
    assert set(desk.states().values()) == {"新建"}, desk.look()
    desk.write()
    assert sorted(epsons()) == brands


@pytest.mark.parametrize("kind", ["devices", "models"])
def test_a_model_of_the_register_under_another_brand_is_asked_about(world, kind):
    brought(world, ["品牌", "型号", "类别"], ["Epson", "CB-L630U", "投影机"], kind="models").write()
    rows = {
        "devices": (HEAD, ["政务中心", "投影机", "爱普生", "cb-l630u", "", ""]),
        "models": (["品牌", "型号", "类别"], ["爱普生", "cb-l630u", "投影机"]),
    }
    desk = brought(world, *rows[kind], kind=kind)
    assert list(desk.states().values()) == ["要回答"], desk.look()
    desk.answer(word=["brand\n爱普生"], meaning=["Epson"])
    assert "按你说的写作“Epson”" in desk.look()
    desk.write()
    assert epsons() == ["Epson"]


@pytest.mark.parametrize("said", ["2021", "2021年5月", "2021-05", "约2021年"])
def test_a_rough_day_does_not_write_over_an_exact_one_within_it(world, said):
    device = cables.add_device(world.office, "功放", serial="A-1", installed_on="2021-05-21")
    desk = brought(world, HEAD, ["政务中心", "功放", "", "", "A-1", said])
    assert list(desk.states().values()) == ["没有变化"], desk.look()
    assert not Device.get_by_id(device.id).installed_about


def test_a_rough_day_of_another_year_is_asked_about_as_ever(world):
    cables.add_device(world.office, "功放", serial="A-1", installed_on="2021-05-21")
    desk = brought(world, HEAD, ["政务中心", "功放", "", "", "A-1", "2019"])
    assert "没有写到日" in desk.look()


def test_a_serial_alone_that_leads_to_something_else_is_warned_of(world):
    cables.add_device(world.office, "功放", serial="A-1", brand="Crown", model="XLi 2500")
    same = ["政务中心", "功放", "Crown", "XLI2500", "A-1", ""]
    assert "只凭序列号" not in brought(world, HEAD, same).look()
    desk = brought(world, HEAD, ["政务中心", "调音台", "Yamaha", "QL1", "A-1", ""])
    assert "只凭序列号“A-1”认出是档案里的 功放（Crown XLi 2500）" in desk.look()
