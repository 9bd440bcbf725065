"""Who read what is confidential, and what was exported: for supervisors, by person, client and time."""

import io

import openpyxl
import pytest

from fieldforms.store import clock
from fieldforms.store.models import Audit, Room, User
from fieldforms.store.reporting import readings
from tests import cables
from tests.web.documents.hands import added
from tests.web.sheets.hands import confirm


@pytest.fixture
def secret(world) -> str:
    """A confidential sheet that chen has sealed and read, and gao may read."""
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    User.update(confidential=True).where(User.login.in_(["gao", "sunmin"])).execute()
    for login in ("gao", "sunmin"):
        world.users[login].confidential = True
    number = world.waiting_sheet().number
    Audit.insert(
        at=clock.now(), actor=world.users["chen"], action="record.read", ref=number, detail={}
    ).execute()
    return number


def lines(world, **asked) -> str:
    page = world.browser("gao").get("/readings", query_string=asked)
    assert page.status_code == 200
    return page.text.split("<tbody>")[-1] if "<tbody>" in page.text else ""


def test_a_supervisor_sees_who_read_which_sheet(world, secret):
    world.browser("sunmin").get(f"/records/{secret}")
    found = lines(world)
    assert secret in found and "陈志远" in found and "孙敏" in found and "查看涉密单据" in found
    assert "政务中心" in found
    assert lines(world, person=world.users["sunmin"].id).count(secret) == 2  # its link and its words
    assert lines(world, client=world.university.client.id) == ""
    assert secret in lines(world, client=world.office.client.id)
    assert lines(world, to="2020-01-01") == ""


def test_rooms_and_exports_stand_there_too(world, secret):
    room, client = world.office.room, world.office.client.id
    world.browser("sunmin").get(f"/rooms/{room.id}")
    browser = world.browser("sunmin")
    confirm(browser, f"/clients/{client}/file.zip")
    assert browser.get(f"/clients/{client}/file.zip").data
    browser.get(f"/records.csv?client={client}")
    found = lines(world, client=client)
    assert "查看涉密房间" in found and room.name in found and "导出客户档案" in found
    assert "导出单据列表" in lines(world, kind="records.export")
    assert "查看涉密房间" not in lines(world, kind="record.read")


def test_documents_of_confidential_rooms_stand_there_too(world, secret):
    document = added(world.browser("sunmin"), room=world.office.room.id, title="保密机房图纸")
    world.browser("sunmin").get(f"/documents/{document.id}")
    found = lines(world, client=world.office.client.id, kind="document.read")
    assert "保密机房图纸" in found and "孙敏" in found
    assert lines(world, client=world.university.client.id) == ""
    User.update(confidential=False).where(User.login == "gao").execute()
    assert "保密机房图纸" not in lines(world)


def test_an_open_room_is_nobodys_business(world):
    world.browser("sunmin").get(f"/rooms/{world.office.room.id}")
    assert lines(world) == ""


def test_a_page_and_its_photos_are_one_line(world, secret):
    chen = world.users["chen"]
    for _ in range(5):
        Audit.insert(at=clock.now(), actor=chen, action="record.read", ref=secret, detail={}).execute()
    found = lines(world, person=chen.id)
    assert found.count("<tr>") == 1 and "×6" in found


def test_who_may_not_read_a_sheet_is_not_told_who_did(world, secret):
    User.update(confidential=False).where(User.login == "gao").execute()
    assert secret not in lines(world)


def test_pages_and_a_spreadsheet_of_what_is_shown(world, secret):
    old = clock.now() - 3 * clock.DAY_MS
    for number in range(130):
        who = world.users["chen" if number % 2 else "sunmin"]
        Audit.insert(
            at=old + number * 11 * clock.MINUTE, actor=who, action="record.read", ref=secret, detail={}
        ).execute()
    gao = world.browser("gao")
    first = gao.get("/readings").text
    second = gao.get(f"/readings?before={first.split('before=')[1].split(chr(34))[0]}").text
    assert first.count("<tr>") == 101 and second.count("<tr>") == 32  # with the heading
    asked = f"/readings.xlsx?person={world.users['chen'].id}"
    assert 'name="own_password"' in gao.get(asked).text
    assert confirm(gao, asked).location == asked
    book = openpyxl.load_workbook(io.BytesIO(gao.get(asked).data)).active
    assert book.max_row == 1 + 66 and {row[1] for row in book.iter_rows(min_row=2, values_only=True)} == {
        "陈志远"
    }
    assert Audit.get(Audit.action == "readings.export").detail["rows"] == 66


@pytest.mark.parametrize("login", ["chen", "sunmin", "shen", "admin"])
def test_it_is_the_supervisors(world, login):
    assert world.browser(login).get("/readings").status_code == 403
    assert world.browser(login).get("/readings.xlsx").status_code == 403


@pytest.fixture
def all_kinds(world, secret) -> None:
    """Sun has read and taken away one of each kind, of the office."""
    office, sun = world.office, world.browser("sunmin", phone=False)
    document = added(sun, room=office.room.id, title="保密机房图纸")
    cables.connected(office)
    for page in (
        f"/records/{secret}",
        f"/rooms/{office.room.id}",
        f"/documents/{document.id}",
        f"/documents/{document.id}/versions/1/file",
        f"/devices/{office.device.id}",
    ):
        assert sun.get(page).status_code == 200, page
    confirm(sun, f"/clients/{office.client.id}/file.zip")
    for file in (
        f"/clients/{office.client.id}/file.zip",
        f"/clients/{office.client.id}/cables.xlsx",
        f"/devices.xlsx?client={office.client.id}",
        f"/records.xlsx?client={office.client.id}",
        f"/records.pdf?client={office.client.id}",
    ):
        answer = sun.get(file)
        assert answer.status_code == 200 and answer.data, file


def test_every_kind_is_found_by_its_client_and_not_by_another(world, all_kinds):
    for kind in readings.READINGS:
        assert lines(world, kind=kind), kind
        found = lines(world, kind=kind, client=world.office.client.id)
        assert found and world.office.client.short_name in found, kind
        assert lines(world, kind=kind, client=world.university.client.id) == "", kind


def test_a_cable_schedule_on_paper_and_labels_name_their_client_too(world, secret):
    client, sun = world.office.client.id, world.browser("sunmin", phone=False)
    cables.connected(world.office)
    confirm(sun, f"/clients/{client}/cables.pdf")
    assert sun.get(f"/clients/{client}/cables.pdf").status_code == 200
    assert "导出线缆表" in lines(world, kind="cables.export", client=client)


def test_a_list_of_several_clients_is_found_without_one_alone(world, secret):
    sun = world.browser("sunmin", phone=False)
    confirm(sun, "/devices.xlsx")
    assert sun.get("/devices.xlsx").data
    assert "导出设备列表" in lines(world, kind="devices.export")
    assert lines(world, kind="devices.export", client=world.office.client.id) == ""
