"""A client's cables on the company's paper, beside the spreadsheets."""

import pytest

from fieldforms.store import clock
from fieldforms.store.models import Audit, Connection, Room
from tests import cables
from tests.web.sheets.hands import pdf_text


def printed(world, tmp_path, login: str = "chen", asked: str = "") -> str:
    answer = world.browser(login, confirmed=True).get(f"{address(world)}{asked}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf"), answer.text
    return "".join(pdf_text(answer.data, tmp_path).replace("\u200b", "").split())


def address(world) -> str:
    return f"/clients/{world.office.client.id}/cables.pdf"


def test_each_cable_stands_with_both_its_ends_and_what_it_is(world, tmp_path):
    cable, office = cables.connected(world.office), world.office
    Connection.update(kind="光纤 HDMI", length=1250, colour="黑", note="走桥架").where(
        Connection.id == cable.id
    ).execute()
    said = printed(world, tmp_path)
    for words in (
        "线缆表",
        office.client.name,
        "H-001",
        office.device.name,
        "会议室显示屏HDMI1",
        "12.5m",
        "走桥架",
        "共1根",
    ):
        assert words.replace(" ", "") in said, words
    assert f"{address(world)}" in world.browser("chen").get(address(world).removesuffix(".pdf")).text
    line = Audit.get(Audit.action == "cables.export")
    assert (line.actor.login, line.detail) == ("chen", {"kind": "pdf", "rows": 1})
    english = printed(world, tmp_path, asked="?lang=en")
    assert "Cable" in english and "线缆表" not in english


def test_since_when_and_when_it_was_tested_stand_on_paper_too(world, tmp_path):
    cable = cables.connected(world.office)
    days = {"since": "2024-03-01", "tested_on": "2024-05-20"}
    Connection.update(**days).where(Connection.id == cable.id).execute()
    said = printed(world, tmp_path)
    for words in ("测试日期", *days.values()):
        assert words in said, words


def test_what_is_gone_is_printed_when_it_is_asked_for_and_says_so(world, tmp_path):
    cable = cables.connected(world.office)
    Connection.update(removed_at=clock.now()).where(Connection.id == cable.id).execute()
    assert "H-001" not in printed(world, tmp_path) and "无" in printed(world, tmp_path)
    gone = printed(world, tmp_path, asked="?removed=1")
    assert "H-001" in gone and "已拆" in gone


def test_confidential_ends_are_printed_for_the_cleared_alone(world, tmp_path):
    cable = cables.connected(world.office)
    vault = Room.create(client=world.office.client, name="保密室", confidential=True)
    far = cables.add_device(world.office, "保密投影机", room=vault)
    out = cables.add_port(world.office.device, "HDMI OUT 2", "out")
    cables.plug_in(out, cables.add_port(far, "HDMI 1"), "H-002")
    said = printed(world, tmp_path)
    assert cable.number in said and "H-002" not in said and "保密" not in said


@pytest.mark.parametrize(("login", "status"), [("zhou", 404), ("wangjing", 403)])
def test_others_get_none(world, login, status):
    assert world.browser(login, confirmed=True).get(address(world)).status_code == status


def test_the_own_password_is_asked_for_before_it_leaves_the_house(world):
    cables.connected(world.office)
    answer = world.browser("chen").get(address(world))
    assert answer.mimetype == "text/html" and "own_password" in answer.text
    assert not Audit.select().where(Audit.action == "cables.export").exists()
