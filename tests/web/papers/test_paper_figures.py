"""What stands in a survey report: its figures agree with each other, it offers no power inlet, and it shows the survey's photos."""

from contextlib import closing

import pytest
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.files.photos import keep_photo
from fieldforms.flow.filling import drafts
from fieldforms.flow.papers import paper_surveys
from fieldforms.store.files.files import digest_of
from fieldforms.store.models import ClientText, Device, Record, RecordDevice, Room
from tests import cables
from tests.forms.sheets import BY_NAME
from tests.web.filling.hands import a_photo
from tests.web.papers.hands import REPORT, address, issue, mark_room, write
from tests.web.sheets.hands import pdf_text
from tests.web.sheets.walker import Walker

MICROPHONE = {"device_name": "话筒", "category": "microphone"}


def printed(world, figure: str, tmp_path, lang: str = "zh", login: str = "sunmin") -> str:
    if not ClientText.select().where(ClientText.text == f"{{{figure}}}").count():
        write(world, REPORT, f"{{{figure}}}")
    answer = world.browser(login).get(f"{address(world, REPORT)}.pdf?lang={lang}&in=zh")
    assert answer.status_code == 200, answer.text
    return "".join(pdf_text(answer.data, tmp_path).replace("\u200b", "").split())


def pictures_of(world, login: str = "sunmin") -> int:
    body = world.browser(login).get(f"{address(world, REPORT)}.pdf").data
    with closing(PdfDocument(body)) as pdf:
        return sum(1 for page in pdf for _each in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))


def fault_of(world, *devices) -> Record:
    """A report about the office's device, and about these beside it."""
    walker = Walker(world, BY_NAME["fault-report: solved on site"])
    reported, checked = walker.walk.turns[:2]
    walker.begin(reported)
    walker.go_on(checked)
    row = Record.get(Record.number == walker.number)
    for device in devices:
        RecordDevice.create(record=row, device=device, dated_at=row.dated_at)
    return row


@pytest.fixture
def surveyed(world):
    """`surveyed(photos, room=…)` hands in a survey of the office's room with so many drawings of its sound; gives its number."""

    def survey(photos: int, room=None, of_all_rooms: bool = False) -> str:
        actor, origin = world.actor("chen"), {"room": (room or world.office.room).id}
        origin = {"client": world.office.client.id} if of_all_rooms else origin
        new = drafts.start_draft(actor, "device-survey", origin, drafts.new_uuid(), drafts.new_uuid())
        kept = []
        for number in range(photos):
            body = a_photo((200 + number, 150))
            kept.append(keep_photo(new.draft.uuid, digest_of(body), body).digest)
        answers = {"surveyed_devices": [MICROPHONE]} | new.draft.answers | {"audio_diagram": kept}
        row = drafts.save_draft(actor, new, answers, 0, "tests")
        return completion.complete(actor, row.uuid, HandedIn(answers)).entry.number

    return survey


def test_a_fault_of_two_devices_is_one_fault_and_the_page_says_why_the_rows_are_more(world, tmp_path):
    fault_of(world, cables.add_device(world.office, "大屏"))
    assert "共1起" in printed(world, "每月故障", tmp_path)
    for figure in ("故障类别", "故障设备"):
        found = printed(world, figure, tmp_path)
        assert "合计" in found and "各行相加是2，多于合计的1起" in found, figure


def test_two_devices_of_one_category_are_one_fault_of_that_category(world, tmp_path):
    fault_of(world, cables.add_device(world.office, "另一台", world.office.device.category))
    assert "各行相加" not in printed(world, "故障类别", tmp_path)


def test_a_fault_of_no_device_is_counted_all_the_same(world, tmp_path):
    row = fault_of(world)
    RecordDevice.delete().where(RecordDevice.record == row).execute()
    for figure in ("故障类别", "故障设备"):
        found = printed(world, figure, tmp_path)
        assert "没有写明设备的" in found and "合计" in found and "各行相加" not in found, figure


def test_faults_of_confidential_rooms_are_in_no_sum_not_even_for_who_mended_them(world, tmp_path):
    fault_of(world)
    mark_room(world, world.office.room, True)
    for login in ("gao", "chen"):
        found = printed(world, "每月故障", tmp_path, login=login)
        assert "共0起" in found and "另行保管" in found


def test_a_fault_of_a_device_that_went_into_a_confidential_room_is_in_no_sum(world, tmp_path):
    row = fault_of(world)
    vault = Room.create(client=world.office.client, name="机要室", confidential=True)
    Device.update(room=vault).where(Device.id == world.office.device.id).execute()
    for login in ("gao", "chen"):
        assert "共0起" in printed(world, "每月故障", tmp_path, login=login)
    assert row.number not in printed(world, "故障设备", tmp_path)


def test_a_power_inlet_is_no_free_port_and_a_free_outlet_is(world, tmp_path):
    office, power = world.office, cables.add_device(world.office, "时序电源", "power")
    cables.connected(office)
    cables.add_port(office.device, "AC IN", "in", "mains", stated="free")
    cables.add_port(office.device, "DC 12V IN", "in", "dc", stated="free")
    cables.add_port(power, "OUT 8", "out", "mains", stated="free")
    found = printed(world, "空闲接口", tmp_path)
    assert "OUT8" in found and "ACIN" not in found and "DC12VIN" not in found
    chen = world.browser("chen")
    device = chen.get(f"/d/{office.code.code}").text
    assert "交流电源 输入 ×" not in device
    asked = f"/devices/ports?client={office.client.id}&free=1"
    assert "时序电源" in chen.get(asked).text and office.device.name not in chen.get(asked).text
    assert office.device.name in chen.get(f"{asked}&signal=mains&direction=in").text, (
        "who asks for inlets has them"
    )


def test_the_photos_of_the_survey_stand_in_the_report_with_what_they_show_and_where(
    world, tmp_path, surveyed
):
    number = surveyed(3)
    found = printed(world, "勘测照片", tmp_path)
    assert found.count(f"音频·{world.office.room.name}·{number}") == 3 and pictures_of(world) == 3
    english = printed(world, "勘测照片", tmp_path, "en")
    assert f"音频·{world.office.room.name}" in english, "the paper's language, not the reader's"


def test_of_many_photos_the_first_are_shown_and_the_others_counted(world, tmp_path, surveyed):
    surveyed(paper_surveys.MOST_PHOTOS + 2)
    assert "另有2张照片" in printed(world, "勘测照片", tmp_path)
    assert pictures_of(world) == paper_surveys.MOST_PHOTOS


def test_photos_of_a_confidential_room_stand_in_no_report_and_an_issued_one_follows_the_room(
    world, tmp_path, surveyed
):
    other = Room.create(client=world.office.client, name="小会议室")
    number, open_one = surveyed(2), surveyed(1, other)
    write(world, REPORT, "{勘测照片}")
    assert issue(world, REPORT, 1).status_code == 303
    mark_room(world, world.office.room, True)
    for login in ("gao", "sunmin", "chen"):
        found = printed(world, "勘测照片", tmp_path, login=login)
        assert number not in found and open_one in found and pictures_of(world, login) == 1


def test_photos_of_a_survey_of_all_rooms_leave_the_report_when_a_device_of_it_goes_into_a_confidential_one(
    world, tmp_path, surveyed
):
    vault = Room.create(client=world.office.client, name="机要室", confidential=True)
    number = surveyed(2, of_all_rooms=True)
    assert number in printed(world, "勘测照片", tmp_path) and pictures_of(world) == 2
    Device.update(room=vault).where(Device.id == world.office.device.id).execute()
    for login in ("gao", "chen"):
        assert number not in printed(world, "勘测照片", tmp_path, login=login) and not pictures_of(
            world, login
        )


def test_a_survey_without_photos_says_so(world, tmp_path, surveyed):
    surveyed(0)
    assert "勘测单上没有照片" in printed(world, "勘测照片", tmp_path) and not pictures_of(world)
