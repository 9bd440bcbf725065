"""What a list says of ports is shown, asked about where nobody wrote a direction, and written as it was shown."""

from fieldforms.flow.cabling.ports import MOST_PORTS_OF_ONE
from fieldforms.store.models import Device, DeviceModel, Port
from tests import cables
from tests.web.cabling.hands import found_ports
from tests.web.importing.lists import Desk, workbook

HEAD = ["客户", "名称", "类别", "品牌", "型号", "接口", "空余接口"]


def brought(world, *rows, kind="devices", login="sunmin"):
    desk = Desk(world, login, kind)
    desk.bring(workbook(HEAD, *rows))
    desk.place()
    return desk


def ports_called(name: str) -> list[tuple[str, str, str]]:
    """(name, direction, what the survey said) of each device of this name, in the order of the panels."""
    found = Port.select(Port).join(Device).where(Device.name == name).order_by(Port.device, Port.place)
    return [(port.name, port.direction, port.stated) for port in found]


def test_ports_are_written_with_the_devices_and_found_at_once(world):
    row = [
        "政务中心",
        "新矩阵",
        "矩阵",
        "Extron",
        "DXP 44",
        "HDMI 输入 ×2，HDMI 输出 ×1，怪东西",
        "HDMI 输入 ×1",
    ]
    desk = brought(world, row)
    page = desk.look()
    assert "会登记 3 个接口：HDMI 输入 1、HDMI 输入 2、HDMI 输出。" in page and "只留作文字：怪东西" in page
    assert not ports_called("新矩阵")
    desk.write()
    assert ports_called("新矩阵") == [
        ("HDMI 输入 1", "in", "used"),
        ("HDMI 输入 2", "in", "free"),
        ("HDMI 输出", "out", "used"),
    ]
    assert "登记了接口 3 个" in desk.look()
    assert "新矩阵" in found_ports(world, signal="hdmi", direction="in", category="matrix", free="1")
    assert brought(world, row).states() == {2: "要回答"}  # is it that one? No serial says so


def test_every_device_of_a_quantity_gets_them(world):
    desk = Desk(world)
    head = [*HEAD, "数量"]
    desk.bring(workbook(head, ["政务中心", "音箱组", "音箱", "", "", "XLR 输入 ×2", "", 3]))
    desk.place()
    desk.answer(**{"answer-qty": "each"})
    desk.write()
    assert len(ports_called("音箱组")) == 6 and "登记了接口 6 个" in desk.look()


def test_a_direction_that_nobody_wrote_is_asked_about_and_never_guessed_in_silence(world):
    rows = (
        ["政务中心", "投影", "投影", "", "", "HDMI ×2，RS-232 ×1", ""],
        ["政务中心", "摄像机", "摄像机", "", "", "HDMI ×1", ""],
    )
    desk = brought(world, *rows)
    page = desk.look()
    assert desk.states() == {2: "要回答", 3: "要回答"} and "接口没写是输入还是输出：2 行" in page
    assert "按设备类别算“输入”：HDMI 1、HDMI 2。" in page and "按设备类别算“输出”：HDMI。" in page
    desk.answer(**{"answer-ports": "words"})
    assert desk.states() == {2: "新建", 3: "新建"} and "只留作文字：HDMI 1、HDMI 2。" in desk.look()
    desk.answer(**{"answer-ports": "read", "a-3-ports": "words", "row": "3"})
    desk.write()
    assert [each[:2] for each in ports_called("投影")] == [
        ("HDMI 1", "in"),
        ("HDMI 2", "in"),
        ("RS-232", "both"),
    ]
    assert ports_called("摄像机") == []


def test_what_the_model_has_is_not_added_twice_and_said(world):
    model = DeviceModel.create(
        key="extron/dxp44", brand="Extron", name="DXP 44", category="matrix", created_at=1
    )
    for at in (1, 2):
        Port.create(
            of_model=model, name=f"HDMI IN {at}", direction="in", signal="hdmi", place=at, created_at=1
        )
    desk = brought(world, ["政务中心", "新矩阵", "矩阵", "Extron", "DXP 44", "HDMI 输入 ×3", ""])
    page = desk.look()
    assert "型号的 2 个接口会一起登记。" in page and "会登记 1 个接口：HDMI 输入 3。" in page
    desk.write()
    assert [name for name, *_ in ports_called("新矩阵")] == ["HDMI IN 1", "HDMI IN 2", "HDMI 输入 3"]


def test_more_ports_than_a_device_can_have_are_refused_and_nothing_is_written(world):
    device = cables.add_device(world.office, "大矩阵", "matrix", serial="M-9")
    for at in range(MOST_PORTS_OF_ONE):
        cables.add_port(device, f"X {at}")
    desk = Desk(world)
    desk.bring(workbook(["客户", "名称", "序列号", "接口"], ["政务中心", "大矩阵", "M-9", "VGA 输入 ×1"]))
    desk.place()
    assert desk.states() == {2: "要改"} and "最多 400 个接口" in desk.look()


def test_ports_of_models_are_asked_about_alike(world):
    desk = Desk(world, kind="models")
    desk.bring(
        workbook(["品牌", "型号", "类别", "接口"], ["Epson", "CB-X06", "投影", "HDMI ×1，VGA 输入 ×1"])
    )
    desk.place()
    assert desk.states() == {2: "要回答"}
    desk.answer(**{"answer-ports": "words"})
    desk.write()
    model = DeviceModel.get(DeviceModel.name == "CB-X06")
    assert [port.name for port in model.ports] == ["VGA 输入"]
