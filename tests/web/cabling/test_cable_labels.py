"""Labels for the two ends of cables, as they come out of the printer."""

import pytest

from fieldforms.paper.labels import CABLE_LAYOUTS
from fieldforms.store.models import Audit, Connection, Room, User
from tests import cables
from tests.web.sheets.hands import pdf_text


def printed(browser, path: str, tmp_path) -> str:
    answer = browser.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf"), path
    return plain(pdf_text(answer.data, tmp_path))


def plain(text: str) -> str:
    """Wherever its lines end."""
    return "".join(text.split())


PRINTER = "?layout=50x30"  # a label a page


def test_each_end_says_the_number_what_it_goes_into_and_where_the_other_is(world, tmp_path):
    """From the schedule, the device and the cable itself, to whoever may see it; that a list leaves the house is written down."""
    cable, office = cables.connected(world.office), world.office
    other = Room.create(client=office.client, name="机房")
    far = cables.add_device(office, "机柜矩阵", "matrix", room=other)
    cables.plug_in(
        cables.add_port(office.device, "HDMI OUT 2", "out"), cables.add_port(far, "HDMI IN 5"), "H-014"
    )
    chen, device = world.browser("chen"), office.device.name
    for path, both in (
        (f"/clients/{office.client.id}/cables/labels.pdf", True),
        (f"/devices/{office.device.id}/cables/labels.pdf", True),
        (f"/connections/{cable.id}/labels.pdf", False),
    ):
        said = printed(chen, path + PRINTER, tmp_path)
        assert said.count("H-001") == 2 and said.count("H-014") == (2 if both else 0), path
        for words in (f"{device} · HDMI OUT 1", "→ 会议室显示屏 · HDMI 1", f"→ {device} · HDMI OUT 1"):
            assert plain(words) in said, words
        for words in ("→ 机房 · 机柜矩阵 · HDMI IN 5", f"→ {office.room.name} · {device} · HDMI OUT 2"):
            assert (plain(words) in said) == both, words
        assert world.browser("zhou").get(path).status_code == 404
    assert [line.detail["rows"] for line in Audit.select().where(Audit.action == "cables.export")] == [
        2,
        2,
        1,
    ]


@pytest.mark.parametrize("layout", CABLE_LAYOUTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_paper_holds_what_is_long(world, tmp_path, layout, lang):
    office = world.office
    display = cables.add_device(office, "三楼大会议室 LED 显示屏控制系统主机（含备用电源与远程管理模块）")
    cables.plug_in(
        cables.add_port(office.device, "HDMI OUT 1", "out"),
        cables.add_port(display, "HDMI 输入 12"),
        "HDBT-0142",
    )
    chen = world.browser("chen")
    chen.set_cookie("lang", lang)
    said = printed(chen, f"/clients/{office.client.id}/cables/labels.pdf?layout={layout}", tmp_path)
    assert said.count("HDBT-0142") == 2 and "三楼大会议室" in said


def test_what_is_gone_or_hidden_gets_no_label(world, tmp_path):
    office, cable = world.office, cables.connected(world.office)
    vault = Room.create(client=office.client, name="保密室", confidential=True)
    secret = cables.add_device(office, "保密投影机", room=vault)
    cables.plug_in(
        cables.add_port(office.device, "HDMI OUT 2", "out"), cables.add_port(secret, "HDMI 1"), "H-002"
    )
    chen, paths = (
        world.browser("chen"),
        [f"/clients/{office.client.id}/cables/labels.pdf", f"/devices/{office.device.id}/cables/labels.pdf"],
    )
    for path in paths:
        assert "H-002" not in printed(chen, path, tmp_path)
    assert not Audit.select().where(Audit.action == "cabling.read").exists()
    User.update(confidential=True).where(User.login == "chen").execute()
    for path in paths:
        assert plain("→ 保密室 · 保密投影机") in printed(world.browser("chen"), path + PRINTER, tmp_path)
    assert {line.ref for line in Audit.select().where(Audit.action == "cabling.read")} == {str(vault.id)}
    Connection.update(removed_at=1).execute()
    for path in (*paths, f"/connections/{cable.id}/labels.pdf"):
        assert chen.get(path).status_code == 404, path
    assert chen.get(f"{paths[0]}?layout=a5").status_code == 404


def test_a_page_of_the_schedule_prints_the_labels_it_lists(world, tmp_path):
    office = world.office
    for at in range(103):
        plate = cables.add_device(office, f"墙插 {at}")
        cables.plug_in(
            cables.add_port(office.device, f"OUT {at}", "out"), cables.add_port(plate, "IN"), f"H-{at:03}"
        )
    page = world.browser("chen").get(f"/clients/{office.client.id}/cables?after=H-099").text
    assert 'name="after" value="H-099"' in page and "打印线缆标签" in page
    said = printed(
        world.browser("chen"), f"/clients/{office.client.id}/cables/labels.pdf?after=H-099", tmp_path
    )
    assert "H-102" in said and "H-099" not in said
