"""A company's list in Excel becomes the register."""

from fieldforms.store.models import Audit, Device, Room
from tests.web.importing.lists import Desk, workbook

HEAD = ["序号", "资产编号", "设备名称", "品牌", "规格型号", "SN码", "使用单位", "房间", "购置日期", "质保期"]


def test_a_list_becomes_devices_in_rooms_that_somebody_agreed_to(world):
    desk = Desk(world)
    body = workbook(
        ["2024 年会议室设备清单"], HEAD,
        [1, "0012", "一号会议室投影机", "爱普生", "CB-L630U", "X4TM001", "政务中心", "一号会议室", "2024年1月5日", "3年"],
        [2, "0013", "二号会议室功放", "Crown", "XLi 2500", 13912345678.0, "政务中心", "二号会议室", 45296, "36个月"],
        ["合计", "", "2 台"],
    )  # fmt: skip
    assert desk.bring(body).status_code == 303
    assert desk.targets()["SN码"] == "serial" and desk.targets()["序号"] == "-"
    assert desk.place().status_code == 303
    assert "二号会议室" in desk.look("open") and desk.states() == {3: "要回答", 4: "要回答"}
    assert desk.make_all().status_code == 303
    assert desk.states() == {3: "新建", 4: "新建"}, desk.look()
    assert not Device.select().where(Device.asset_no != "").exists(), "nothing is written before"
    assert desk.write().status_code == 303
    found = {each.asset_no: each for each in Device.select().where(Device.asset_no != "")}
    assert found["0012"].warranty_until == "2027-01-05" and found["0012"].category == "projector"
    assert found["0013"].serial == "13912345678" and found["0013"].purchased_on == "2024-01-05"
    assert Room.get(Room.name == "二号会议室").client_id == world.office.client.id
    assert "新建 2" in desk.look() and Audit.get(Audit.action == "import.write").detail["new"] == 2
