"""The manuals of a room, out of the register: who reads them, what stands in them, what is lacking."""

from fieldforms.store import clock
from fieldforms.store.models import Audit, Device, KnownFault, Room, User
from tests.web.route_targets import a_known_fault
from tests.web.sheets.hands import pdf_text

POWER_ON = ["合上机柜总电源", "功放最后开"]


def run_room(world, **said) -> str:
    """The office's room with these columns; the address of its page."""
    room = world.office.room
    Room.update(name=room.name, **said).where(Room.id == room.id).execute()
    return f"/rooms/{room.id}"


def printed(response, tmp_path) -> str:
    assert response.status_code == 200 and response.headers["Cache-Control"] == "no-store"
    return pdf_text(response.data, tmp_path).replace("\u200b", "")


def test_a_technician_prints_the_guide_of_a_room_from_its_page(world, tmp_path):
    address, chen = run_room(world, power_on=POWER_ON, modes=["视频会议"]), world.browser("chen")
    assert f"{address}/papers" in chen.get(address).text
    page = chen.get(f"{address}/papers").text
    assert f"{address}/quick-guide.pdf" in page and "2 步" in page and "1 种" in page
    found = printed(chen.get(f"{address}/quick-guide.pdf"), tmp_path)
    for words in ("简明操作手册", world.office.room.name, *POWER_ON, "视频会议", "服务电话"):
        assert words in found


def test_the_on_site_technicians_phone_stands_before_the_companys(world, tmp_path):
    User.update(phone="138 0000 0121").where(User.login == "chen").execute()
    address = run_room(world, power_on=POWER_ON)
    found = printed(world.browser("gao").get(f"{address}/quick-guide.pdf"), tmp_path)
    assert "驻场技术员" in found and "138 0000 0121" in found


def test_a_room_of_which_nothing_is_said_leads_to_where_it_is_filled_in(world):
    address, chen = run_room(world), world.browser("chen")
    Device.update(room=None).where(Device.room == world.office.room).execute()
    page = chen.get(f"{address}/papers").text
    assert "会议模式、开机顺序" in page and f'href="{address}/edit"' in page
    assert "还没有登记设备" in page and "/devices/new?" in page and ".pdf" not in page
    for name in ("quick-guide", "emergency-manual"):
        assert chen.get(f"{address}/{name}.pdf").status_code == 409
    manager = world.browser("shen").get(f"{address}/papers").text
    assert f"{address}/edit" not in manager and "由服务这个客户的人填写。" in manager


def test_the_emergency_manual_tells_the_models_faults_before_the_categorys(world, tmp_path):
    a_known_fault(world, symptom="主机没有声音")
    said = {"remedy": "重启", "created_by": world.users["sunmin"], "created_at": clock.now(), "looked_at": 1}
    KnownFault.create(category="processor", symptom="处理器不亮", **said)
    KnownFault.create(category="projector", symptom="投影发黄", **said)
    KnownFault.create(category="processor", symptom="停用的", retired_at=1, **said)
    Device.create(
        client=world.office.client, room=world.office.room, name="神秘盒子", category="recorder", created_at=1
    )
    address, chen = run_room(world), world.browser("chen")
    page = chen.get(f"{address}/papers").text
    assert "神秘盒子" in page and "1 条" in page
    found = printed(chen.get(f"{address}/emergency-manual.pdf"), tmp_path)
    assert found.index("主机没有声音") < found.index("处理器不亮") < found.index("神秘盒子")
    assert "程序没有加载" in found and "重新上传程序" in found
    assert "投影发黄" not in found and "停用的" not in found


def test_what_nobody_has_looked_at_is_on_no_paper_for_a_client(world, tmp_path):
    a_known_fault(world, symptom="主机没有声音")
    a_known_fault(world, symptom="还没有人看过", looked_at=None)
    address, chen = run_room(world), world.browser("chen")
    assert "1 条" in chen.get(f"{address}/papers").text
    found = printed(chen.get(f"{address}/emergency-manual.pdf"), tmp_path)
    assert "主机没有声音" in found and "还没有人看过" not in found
    KnownFault.update(looked_at=1).execute()
    assert "还没有人看过" in printed(chen.get(f"{address}/emergency-manual.pdf"), tmp_path)


def test_manuals_of_another_client_are_not_there(world):
    address = run_room(world, power_on=POWER_ON)
    for path in ("papers", "quick-guide.pdf", "emergency-manual.pdf"):
        assert world.browser("zhou").get(f"{address}/{path}").status_code == 404


def test_a_confidential_rooms_manuals_need_the_permission_and_are_written_down(world):
    address = run_room(world, power_on=POWER_ON, confidential=True)
    chen, paths = world.browser("chen"), ("papers", "quick-guide.pdf", "emergency-manual.pdf")
    a_known_fault(world)
    for path in paths:
        assert chen.get(f"{address}/{path}").status_code == 403
    assert not Audit.select().where(Audit.action == "room.read").count()
    assert f"{address}/papers" not in chen.get(address).text
    User.update(confidential=True).where(User.login == "chen").execute()
    before = Audit.select().where(Audit.action == "room.read").count()
    for path in paths:
        assert world.browser("chen").get(f"{address}/{path}").status_code == 200
    assert Audit.select().where(Audit.action == "room.read").count() == before + 3
