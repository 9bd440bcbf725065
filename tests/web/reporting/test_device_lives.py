"""The life of a device: everything that happened to it, newest first, page by page; and what was changed, on each row's own form."""

import re

import pytest

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.files import photos
from fieldforms.flow.register import codes, devices
from fieldforms.flow.register.register_columns import input_texts
from fieldforms.flow.reporting import device_lives
from fieldforms.flow.stock import movements
from fieldforms.store.models import Device, DeviceEvent, Record, Room
from tests import cables
from tests.web.documents.hands import picture, upload
from tests.web.hands import Reader
from tests.web.inbox.hands import fault
from tests.web.stock.hands import LAMP, add_part


def life(world, login: str = "chen", device=None, **asked) -> str:
    device = device or world.office.device
    return world.browser(login).get(f"/devices/{device.id}/life", query_string=asked).text


def change_device(world, login: str = "chen", **said) -> None:
    device = Device.get_by_id(world.office.device.id)
    texts = input_texts(
        devices.columns_of_device_form(world.actor(login), device.client, device), device.__data__
    )
    devices.edit_device(world.actor(login), device.id, texts | said, texts)


def save(browser, address: str, **typed) -> None:
    """A form of the register, opened, changed and sent."""
    [(action, body)] = [form for form in Reader(browser.get(address).text).forms if "version" in form[1]]
    assert browser.post(action or address, data=body | typed).status_code == 303


def test_what_was_changed_stands_there_with_before_and_after(world):
    change_device(world, location="讲台里", room="")
    told, device = life(world, "sunmin"), world.office.device
    assert "安装位置 · — → 讲台里" in told and "陈志远" in told
    assert f"房间 · {world.office.room.name} → —" in told, "a room is called by its name"
    form = world.browser("sunmin").get(f"/devices/{device.id}/edit").text
    assert "修改记录 1" in form and "安装位置 · — → 讲台里" in form


def test_what_is_changed_back_and_forth_stays_told(world):
    for place in ("讲台里", "机柜里", "讲台里"):
        change_device(world, location=place)
    told = re.findall(r"安装位置 · (\S+) → (\S+?)<", life(world, kind="edits"))
    assert told == [("机柜里", "讲台里"), ("讲台里", "机柜里"), ("—", "讲台里")]


def test_a_form_that_was_only_looked_at_leaves_nothing(world):
    change_device(world)
    assert "修改记录" not in world.browser("sunmin").get(f"/devices/{world.office.device.id}/edit").text


@pytest.mark.parametrize(
    ("address", "typed", "told"),
    [
        ("/rooms/{0.room.id}/edit", {"floor": "12F"}, "楼层 · 3F → 12F"),
        ("/contacts/{0.contact.id}/edit", {"title": "处长"}, "职务 · 主任 → 处长"),
        (
            "/clients/{0.client.id}/edit",
            {"service_modes": ["resident", "visits"]},
            "服务方式 · — → 驻场、定期巡检",
        ),
    ],
)
def test_every_row_tells_on_its_form_who_changed_what(world, address, typed, told):
    save(world.browser("gao"), address.format(world.office), **typed)
    again = world.browser("sunmin").get(address.format(world.office)).text
    assert told in again and "高建国" in again


def test_a_cable_and_a_port_tell_it_too(world):
    cable = cables.connected(world.office)
    sun = world.browser("sunmin")
    for address, typed, told in (
        (f"/connections/{cable.id}", {"length": "12"}, "长度（米） · — → 12"),
        (f"/ports/{cable.source_id}", {"face": "背面"}, "面板、分组 · — → 背面"),
    ):
        save(sun, address, **typed)
        assert told in sun.get(address).text


def test_sheets_faults_parts_labels_documents_and_backups_stand_together_and_alone(world):
    device, chen = world.office.device, world.browser("chen")
    sheet, report = world.signed_sheet().number, fault(world, world.office).number
    part = add_part(world, world.office)
    movements.move_part(
        world.actor("chen"), part.id, "fitted",
        {"quantity": "1", "source": f"client-{world.office.client.id}", "device": world.office.code.code},
    )  # fmt: skip
    upload(chen, picture(), "面板.png", device=device.id, title="面板照", kind="other")
    upload(chen, picture(), "预设.png", device=device.id, title="预设 9", kind="configuration")
    codes.put_label_on(world.actor("chen"), device)
    said = {
        "sheets": sheet, "faults": report, "parts": f"{LAMP} × 1", "documents": "面板照", "backups": "预设 9",
        "labels": "作废",
    }  # fmt: skip
    everything = life(world)
    for kind, words in said.items():
        alone = life(world, kind=kind)
        assert words in everything and words in alone, kind
        others = {other for name, other in said.items() if name not in (kind, "faults", "sheets")}
        assert not [each for each in others if each in alone], kind
    assert sheet not in life(world, kind="faults")


def with_photo(world) -> tuple[str, str]:
    """(number, digest) of a contact sheet."""
    draft = world.working_sheet()
    kept = photos.keep_photo(draft.uuid, "sent", picture()).digest
    entry = completion.complete(
        world.actor("chen"), draft.uuid, HandedIn({**draft.answers, "work_photos": [kept]})
    ).entry
    return entry.number, kept


def test_photos_of_its_sheets_are_looked_through(world):
    number, digest = with_photo(world)
    plain = world.signed_sheet().number
    found = life(world, kind="photos")
    assert f"/records/{number}/photos/{digest}" in found and plain not in found


def test_photos_of_a_confidential_sheet_are_seen_on_its_own_page_only(world):
    number, _digest = with_photo(world)
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    Record.update(confidential=True).where(Record.number == number).execute()
    assert "/photos/" not in life(world, kind="photos")


def test_a_long_life_goes_on_page_by_page_and_loses_nothing(world):
    device = world.office.device
    for at in range(75):  # three at a time, as one change of many makes them
        DeviceEvent.create(
            device=device,
            kind="state",
            before="in_use",
            after="faulty",
            at=1000 + at // 3,
            note=f"第 {at} 次。",
        )
    chen, address, seen = world.browser("chen"), f"/devices/{device.id}/life?kind=events", []
    pages = 0
    while address:
        page, pages = chen.get(address).text, pages + 1
        seen += re.findall(r"第 (\d+) 次。", page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = following and following[1].replace("&amp;", "&")
    assert sorted(map(int, seen)) == list(range(75)) and pages == 3
    assert list(map(int, seen)) == sorted(map(int, seen), reverse=True)


def test_nobody_sees_another_clients_life(world):
    assert world.browser("zhou").get(f"/devices/{world.office.device.id}/life").status_code == 404


def test_what_is_asked_for_in_a_strange_way_is_the_whole_life(world):
    number = world.signed_sheet().number
    for asked in ({"kind": "none"}, {"before": "-3"}, {"before": "x"}, {"kind": "events' OR 1=1"}):
        assert number in life(world, **asked)


def test_the_next_device_of_a_model_is_told_of_no_other(world):
    other = cables.add_device(world.office, "另一台")
    number = world.signed_sheet().number
    assert number not in life(world, device=other)
    assert device_lives.LIFE_KINDS.keys() == device_lives.LIFE_READERS.keys()


def test_its_kinds_are_called_what_they_list(world):
    page = world.browser("chen").get(f"/devices/{world.office.device.id}/life?lang=en").text
    for words in ("Faults", "Photos", "Changes"):
        assert re.search(rf'class="chip" href="[^"]*">{words}\s*</a>', page), words
    assert not re.search(r'class="chip" href="[^"]*">Report a fault', page)
