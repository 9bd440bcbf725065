"""What the list of devices gives away comes back without a change, whatever stands in it."""

import io
import re
import zipfile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from fieldforms.flow.register import devices, register_columns
from fieldforms.store.models import Contact, Device, Port, Room
from tests import cables
from tests.web.importing.lists import Desk, workbook
from tests.web.sheets.hands import confirm

# What lists and spreadsheets take for something else.
NASTY = [
    "/",
    "无",
    "1.2E+11",
    "0012",
    "=1+1",
    "'=1",
    "2024/1/5",
    "ＳＮ１",
    "45296",
    "合计",
    "a  b",
    "是",
    "N/A",
    "x" * 30,
    "-5",
    "1e5",
]
TEXTS = st.one_of(st.sampled_from(NASTY), st.text("ab0/.-+E＝（） 无一\n", max_size=12))


def texts_of_device() -> st.SearchStrategy:
    free = [
        column.name
        for column in register_columns.DEVICE_COLUMNS
        if type(column.kind) is register_columns.TextInput
    ]
    fixed = {
        "name": TEXTS.map(lambda text: f"台{text}"),
        "category": st.sampled_from(sorted(register_columns.CATEGORIES)),
        "price": st.sampled_from(["", "0", "12800.5", "9999999.99"]),
        "installed_on": st.sampled_from(["", "2020-02-29"]),
        "installed_about": st.sampled_from(["", "1"]),
        "ip": st.sampled_from(["", "10.0.0.1", "fe80::1"]),
        "mac": st.sampled_from(["", "001a2b3c4d5e"]),
    }
    return st.fixed_dictionaries(fixed, optional={name: TEXTS for name in free if name != "name"})


def test_export_and_import_change_nothing(world):
    actor, client = world.actor("sunmin"), world.office.client.id

    @settings(max_examples=8, phases=[Phase.generate])
    @given(
        st.lists(texts_of_device(), min_size=1, max_size=4), st.sampled_from(["xlsx", "csv"]), st.booleans()
    )
    def goes_and_comes_back(found, kind, in_room):
        Device.update(retired_at=1).where(
            Device.client == client, Device.id != world.office.device.id
        ).execute()
        room = str(world.office.room.id) if in_room else ""
        for texts in found:
            short = {name: text[:20] for name, text in texts.items()}
            devices.add_device(actor, client, {**short, "room": room})
        desk = Desk(world)
        confirm(desk.browser, f"/devices.{kind}")
        body = desk.browser.get(f"/devices.{kind}").data
        assert desk.bring(body, f"devices.{kind}").status_code == 303
        assert desk.place().status_code == 303, desk.columns()
        states = desk.states()
        assert (
            set(states.values()) == {"没有变化"}
            and len(states) == Device.select().where(Device.retired_at.is_null()).count()
        ), (
            states,
            desk.look(),
        )

    goes_and_comes_back()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_lists_of_a_clients_file_come_back_without_a_change(world, lang):
    client = world.office.client
    Room.update(
        building="1 号楼",
        floor="3F",
        kind="control_room",
        modes=["会议", "培训"],
        power_on=["合闸", "开功放"],
        no_phones=True,
    ).where(Room.id == world.office.room.id).execute()
    said = {
        "title": "主任",
        "phone": "0571-5555 0111",
        "mobile": "138 0000 0123",
        "office": "301",
        "floor": "3",
        "lead": True,
    }
    Contact.create(client=client, name="丁玉华", **said)
    Contact.create(client=client, name="=1+1", note="2024/1/5")
    desk = Desk(world)
    confirm(desk.browser, f"/clients/{client.id}/file.zip")
    whole = zipfile.ZipFile(io.BytesIO(desk.browser.get(f"/clients/{client.id}/file.zip?lang={lang}").data))
    for kind in ("contacts", "rooms", "devices", "client"):
        name = next(name for name in whole.namelist() if name.endswith(f"{kind}.xlsx"))
        desk.kind = kind.removesuffix("s") + "s"
        assert desk.bring(whole.read(name), f"{kind}.xlsx").status_code == 303
        fixed = {"client": str(client.id)} if kind != "client" else {}
        assert desk.place(fixed).status_code == 303, (kind, desk.columns())
        found = desk.look()
        assert set(desk.states().values()) == {"没有变化"}, (
            kind,
            " ".join(re.sub("<[^>]+>", " ", found.split("<main")[1]).split())[:2500],
        )


def exported(desk: Desk, kind: str = "xlsx") -> bytes:
    confirm(desk.browser, f"/devices.{kind}")
    return desk.browser.get(f"/devices.{kind}").data


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_ports_that_were_renamed_by_hand_go_out_and_come_back_as_they_are(world, kind):
    said = {"interfaces": "HDMI 输入 ×2", "spare_interfaces": "HDMI 输入 ×1"}
    device = cables.add_device(world.office, "矩阵", "matrix", **said)
    for at in (1, 2):
        cables.add_port(device, f"HDMI IN {at}", connector="HDMI A", gender="female")
    cables.add_port(device, "=主输出，A/B", "out", connector="Phoenix 3P", face="背面【上】")
    desk = Desk(world)
    body = exported(desk, kind)
    if kind == "csv":
        assert "HDMI IN 1-2（母），【=主输出，A/B｜hdmi｜out｜Phoenix 3P｜｜背面" in body.decode("utf-8-sig")
    desk.bring(body, f"devices.{kind}")
    assert desk.place().status_code == 303, desk.columns()
    assert set(desk.states().values()) == {"没有变化"}, desk.look()


def test_a_list_that_says_other_ports_than_are_recorded_adds_what_is_lacking_as_shown(world):
    device = cables.add_device(world.office, "矩阵", "matrix", interfaces="HDMI 输入 ×2", serial="M-1")
    cables.add_port(device, "HDMI IN 1")
    desk = Desk(world)
    desk.bring(
        workbook(["客户", "名称", "序列号", "接口"], ["政务中心", "矩阵", "M-1", "HDMI IN 1-2 母头 镀金"])
    )
    desk.place()
    page = desk.look()
    assert "会登记 1 个接口：HDMI IN 2（母）。" in page and "只留作文字：镀金" in page
    assert "已经登记的接口不改也不删" in page and list(desk.states().values()) == ["有变化"]
    desk.write()
    assert "登记了接口 1 个" in desk.look()
    assert [port.name for port in device.ports.order_by(Port.place)] == ["HDMI IN 1", "HDMI IN 2"]


def test_ports_of_a_confidential_room_stay_out_of_the_list_of_who_is_not_cleared(world):
    room = Room.create(client=world.office.client, name="保密室", confidential=True)
    device = cables.add_device(world.office, "密机", "matrix", room=room, interfaces="HDMI 输入 ×1")
    cables.add_port(device, "SECRET IN 7")
    desk = Desk(world)
    body = exported(desk, "csv").decode("utf-8-sig")
    assert "密机" in body and "SECRET" not in body and "HDMI 输入" not in body
