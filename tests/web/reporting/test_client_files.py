"""A client's file as a ZIP: what is in it, for whom, what it says of itself."""

import hashlib
import http.client
import io
import threading
import zipfile

import openpyxl
import pytest
import waitress

from fieldforms.errors import FileCutShort
from fieldforms.flow.reporting import client_files
from fieldforms.flow.stages.stage_files import deliverables_in_use
from fieldforms.flow.stock import movements
from fieldforms.store.database import transaction
from fieldforms.store.files import files
from fieldforms.store.models import (
    Audit,
    Contact,
    Device,
    Document,
    DocumentVersion,
    File,
    Part,
    Record,
    Room,
    User,
)
from tests import cables
from tests.web.documents.hands import added, manual
from tests.web.papers.hands import issued_report, send
from tests.web.sheets.hands import confirm, pdf_text
from tests.web.stages.hands import put, surveyed, tell


def address(place) -> str:
    return f"/clients/{place.client.id}/file.zip"


def zip_for(world, login: str, place=None) -> bytes:
    browser, where = world.browser(login), address(place or world.office)
    assert confirm(browser, where).status_code == 303
    sent = browser.get(where)
    assert (sent.status_code, sent.mimetype) == (200, "application/zip")
    assert sent.headers["Cache-Control"] == "no-store" and "attachment" in sent.headers["Content-Disposition"]
    return sent.data


def opened(body: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(body))


def rows(packed: zipfile.ZipFile, name: str) -> list[dict]:
    heading, *lines = openpyxl.load_workbook(io.BytesIO(packed.read(name))).active.iter_rows(values_only=True)
    return [dict(zip(heading, line, strict=True)) for line in lines]


def test_the_file_has_everything_of_this_client_and_nothing_of_another(world, tmp_path):
    mine = [world.signed_sheet().number, world.waiting_sheet().number]
    theirs = world.signed_sheet("zhou", world.university).number
    Contact.update(office="行政楼 305", email="xu@example.com").where(
        Contact.id == world.office.contact.id
    ).execute()
    Room.create(client=world.office.client, name="旧会议室", building="B 座", kind="control", retired_at=1)
    Device.create(client=world.office.client, name="旧功放", category="amplifier", created_at=1, retired_at=1)
    part = Part.create(name="话筒电池", kind="part", client=world.office.client, created_at=1)
    given = {"quantity": "9", "target": f"client-{world.office.client.id}"}
    movements.move_part(world.actor("sunmin"), part.id, "received", given)

    packed = opened(zip_for(world, "sunmin"))
    names = packed.namelist()
    assert {f"sheets/{number}.pdf" for number in mine} == {
        name for name in names if name.startswith("sheets/")
    }
    assert mine[0] in pdf_text(packed.read(f"sheets/{mine[0]}.pdf"), tmp_path)
    assert {row["名称"] for row in rows(packed, "devices.xlsx")} == {"数字音频处理器", "旧功放"}
    [device] = [row for row in rows(packed, "devices.xlsx") if row["名称"] == "数字音频处理器"]
    assert (device["房间"], device["标签编码"], device["类别"]) == (
        "政务中心第一会议室",
        world.office.code.code,
        "音频处理器",
    )
    assert [(row["房间名称"], row["用途"]) for row in rows(packed, "rooms.xlsx")] == [
        ("政务中心第一会议室", "没登记"), ("旧会议室", "机房"),
    ]  # fmt: skip
    [contact] = rows(packed, "contacts.xlsx")
    assert (contact["姓名"], contact["办公地点"], contact["主管领导"]) == ("徐明", "行政楼 305", "是")
    assert [(row["名称"], row["归属"], row["数量"]) for row in rows(packed, "stock.xlsx")] == [
        ("话筒电池", "政务中心", 9)
    ]
    everything = b"".join(packed.read(name) for name in names)
    assert theirs.encode() not in everything and not any(theirs in name for name in names)
    for book in ("client.xlsx", "contacts.xlsx", "rooms.xlsx", "devices.xlsx", "stock.xlsx", "stages.xlsx"):
        assert "文澜" not in str(rows(packed, book)) and "林岚" not in str(rows(packed, book))


def test_what_the_houses_people_ask_each_other_about_a_client_stays_in_the_house(world):
    asked = {"request_kind": "exception", "asked_for": "少收一次上门费", "asked_why": "客户不满意，怕不续约"}
    request = world.begun("sunmin", "approval-request", asked, client=world.office.client.id).number
    sheet = world.signed_sheet().number
    assert world.browser("sunmin").get(f"/records/{request}").status_code == 200
    assert opened(zip_for(world, "sunmin")).namelist().count(f"sheets/{sheet}.pdf") == 1
    assert f"sheets/{request}.pdf" not in opened(zip_for(world, "sunmin")).namelist()


def test_a_request_that_fulfils_a_stage_is_not_named_outside(world):
    issued_report(world)
    send(world, "survey-report", "approval")
    request = Record.get(Record.key == "approval-request").number
    assert request in world.browser("sunmin").get(f"/clients/{world.office.client.id}/stages").text
    assert request not in str(rows(opened(zip_for(world, "sunmin")), "stages.xlsx"))


def test_the_clients_file_takes_the_stages_along_as_its_reader_sees_them(world):
    secret = added(world.browser("gao"), manual("密语"), title="保密接线图", room=world.office.room.id)
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    tell(world, "gao", "audio_diagram", state="done", words="见附图", document=str(secret.id))
    for login, named in (("sunmin", None), ("gao", "保密接线图")):
        [line] = [
            row
            for row in rows(opened(zip_for(world, login)), "stages.xlsx")
            if row["事项"] == "系统连接线路图：音频"
        ]
        assert (line["阶段"], line["进度"], line["登记人"]) == ("勘测", "已完成", "高建国")
        assert (line["资料"] or None) == named
        assert "见附图" not in str(line), "what people wrote to each other stays in the house"


def test_the_clients_file_tells_nothing_internal_of_the_stages(world):
    put(world, "sunmin", "internal_report", kind="report", title="报价太低的原因")
    inside = Document.get()
    tell(world, "sunmin", "client_report", state="done", document=str(inside.id))
    packed = opened(zip_for(world, "sunmin"))
    lines = {row["事项"]: row for row in rows(packed, "stages.xlsx")}
    asked = deliverables_in_use()
    assert lines[asked["client_report"].label["zh"]]["进度"] == "已完成"
    assert asked["internal_report"].label["zh"] not in lines and "报价太低" not in str(lines)
    assert "报价太低" not in str(packed.namelist())


def test_a_day_that_only_an_unseen_sheet_says_is_not_in_the_clients_file(world):
    surveyed(world)
    for own, told in ({"confidential": False}, True), ({"confidential": True}, False):
        Record.update(technician=world.users["gao"], opened_by=world.users["gao"], **own).execute()
        lines = {row["事项"]: row for row in rows(opened(zip_for(world, "sunmin")), "stages.xlsx")}
        found = lines["设备使用情况表"]
        assert found["进度"] == "已完成" and bool(found["登记时间"]) == told


def test_before_it_is_taken_along_its_page_says_how_much_it_is(world):
    """What is streamed has no length: who knows how large it will be sees in the browser how far it is."""
    page = f"/clients/{world.office.client.id}"
    assert "现在有 0 张单据、0 份资料，约 0 MB" in world.browser("sunmin").get(page).text
    world.signed_sheet(), world.waiting_sheet(), world.signed_sheet("zhou", world.university)
    asked = {"request_kind": "exception", "asked_for": "少收一次上门费", "asked_why": "客户不满意"}
    world.begun("sunmin", "approval-request", asked, client=world.office.client.id)
    added(world.browser("sunmin"), client=world.office.client.id, title="合同")
    added(world.browser("sunmin"), client=world.university.client.id, title="别人的")
    DocumentVersion.update(size=3_000_000).execute()
    assert "现在有 2 张单据、1 份资料，约 4 MB" in world.browser("sunmin").get(page).text
    names = opened(zip_for(world, "sunmin")).namelist()
    assert [sum(name.startswith(f"{kind}/") for name in names) for kind in ("sheets", "documents")] == [2, 1]
    assert "张单据、" not in world.browser("chen").get(page).text, "it is not for them to take along"


def test_each_file_is_listed_with_its_digest_as_sha256sum_reads_it(world):
    world.signed_sheet()
    packed = opened(zip_for(world, "gao"))
    listed = dict(reversed(line.split("  ", 1)) for line in packed.read("MANIFEST.txt").decode().splitlines())
    assert listed.keys() == set(packed.namelist()) - {"MANIFEST.txt", "MANIFEST.jws"}
    assert all(hashlib.sha256(packed.read(name)).hexdigest() == digest for name, digest in listed.items())


def test_it_is_made_as_its_reader_may_see_it(world):
    """A rating is the supervisor's; a confidential sheet is for who may read it, and that it was read is written down."""
    rated = world.signed_sheet(rating="dissatisfied").number
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    secret = world.waiting_sheet().number
    dispatchers, supervisors = opened(zip_for(world, "sunmin")), opened(zip_for(world, "gao"))
    assert f"sheets/{secret}.pdf" not in dispatchers.namelist() + supervisors.namelist()
    assert dispatchers.read(f"sheets/{rated}.pdf") != supervisors.read(f"sheets/{rated}.pdf")
    assert not Audit.select().where(Audit.action == "record.read", Audit.ref == secret).exists()
    User.update(confidential=True).where(User.login == "gao").execute()
    assert f"sheets/{secret}.pdf" in opened(zip_for(world, "gao")).namelist()
    assert Audit.get(Audit.action == "record.read", Audit.ref == secret).actor == world.users["gao"]


def test_its_documents_go_along_as_its_reader_may_see_them(world):
    chen, mine, room = world.browser("chen"), world.office, world.office.room
    Room.update(confidential=True).where(Room.id == room.id).execute()
    plain = added(chen, manual("接线图"), "接线图.pdf", client=mine.client.id)
    guarded = added(chen, manual("保密"), "保密.pdf", room=room.id)
    theirs = added(world.browser("zhou"), manual("功放"), "功放.pdf", client=world.university.client.id)
    names = [name for name in opened(zip_for(world, "sunmin")).namelist() if name.startswith("documents/")]
    assert names == [f"documents/{plain.id:05}-接线图.pdf"]
    User.update(confidential=True).where(User.login == "sunmin").execute()
    packed = opened(zip_for(world, "sunmin"))
    assert packed.read(f"documents/{guarded.id:05}-保密.pdf") == manual("保密")
    assert f"documents/{theirs.id:05}-功放.pdf" not in packed.namelist()
    assert Audit.get(Audit.action == "document.download").ref == str(guarded.id)


def test_it_leaves_the_house_after_ones_password_and_that_is_written_down(world):
    browser, where = world.browser("gao"), address(world.office)
    assert 'name="own_password"' in browser.get(where).text
    assert confirm(browser, where, "wrong").status_code == 422
    assert not Audit.select().where(Audit.action == "client.export").exists()
    zip_for(world, "gao")
    line = Audit.get(Audit.action == "client.export")
    assert (line.actor, line.ref) == (world.users["gao"], str(world.office.client.id))


@pytest.mark.parametrize("login, status", [("chen", 403), ("shen", 403), ("wangjing", 403), (None, 401)])
def test_nobody_else_takes_it_out(world, login, status):
    assert world.browser(login).get(address(world.office)).status_code == status


def test_a_retired_clients_file_can_be_taken_along(world):
    number = world.signed_sheet().number
    type(world.office.client).update(retired_at=1).execute()
    assert f"sheets/{number}.pdf" in opened(zip_for(world, "gao")).namelist()


def test_it_is_sent_while_it_is_made(world, monkeypatch):
    """The first sheet is on its way before the second is drawn."""
    for _ in range(3):
        world.signed_sheet()
    drawn: list[int] = []
    draw = client_files.sheet_pdfs.pdf_of_record
    monkeypatch.setattr(
        client_files.sheet_pdfs, "pdf_of_record", lambda *given: drawn.append(1) or draw(*given)
    )
    actor = world.actor("gao")
    pieces = client_files.begin_client_file(actor, world.office.client, "zh", "")
    sent = b""
    while b".pdf" not in sent:
        sent += next(pieces)
    assert len(drawn) == 1
    assert opened(sent + b"".join(pieces)).testzip() is None and len(drawn) == 3


def test_the_clients_documents_go_along_as_far_as_this_person_may_read_them(world):
    office, gao = world.office, world.browser("gao")
    kept = [
        added(gao, manual(name), f"{name}.pdf", **of)
        for name, of in (("合同", {"client": office.client.id}), ("图纸", {"room": office.room.id}))
    ]
    added(world.browser("zhou"), manual("别人的"), "别人的.pdf", client=world.university.client.id)
    assert documents_in(zip_for(world, "sunmin")) == {
        f"documents/{kept[0].id:05}-合同.pdf",
        f"documents/{kept[1].id:05}-图纸.pdf",
    }
    Room.update(confidential=True).where(Room.id == office.room.id).execute()
    assert documents_in(zip_for(world, "sunmin")) == {f"documents/{kept[0].id:05}-合同.pdf"}
    User.update(confidential=True).where(User.login == "sunmin").execute()
    assert len(documents_in(zip_for(world, "sunmin"))) == 2
    [line] = Audit.select().where(Audit.action == "document.download")
    assert (line.ref, line.actor.login) == (str(kept[1].id), "sunmin")


def documents_in(body: bytes) -> set[str]:
    return {name for name in opened(body).namelist() if name.startswith("documents/")}


def digest_of(document) -> str:
    return DocumentVersion.get(DocumentVersion.document == document.id).digest


def sent_until_it_broke_off(world, login: str, where: str) -> bytes:
    browser, sent = world.browser(login), b""
    assert confirm(browser, where).status_code == 303
    with pytest.raises(FileCutShort):
        for piece in browser.get(where).iter_encoded():
            sent += piece
    return sent


@pytest.mark.parametrize("happened", ["gone", "half", "other"])
def test_a_file_that_is_not_what_was_kept_breaks_the_zip_off_and_nothing_makes_it_look_whole(world, happened):
    document = added(world.browser("chen"), manual("接线图"), "接线图.pdf", client=world.office.client.id)
    body = manual("接线图")
    spoilt = {"gone": None, "half": body[: len(body) // 2], "other": body[:-9] + b"another!!"}
    File.update(body=spoilt[happened]).where(File.digest == digest_of(document)).execute()
    sent = sent_until_it_broke_off(world, "sunmin", address(world.office))
    assert sent.startswith(b"PK") and b"MANIFEST" not in sent
    with pytest.raises(zipfile.BadZipFile):
        opened(sent)


def test_a_document_whose_file_was_erased_is_not_in_the_zip_at_all(world):
    document = added(world.browser("chen"), manual("接线图"), "接线图.pdf", client=world.office.client.id)
    with transaction():
        files.erase_file(digest_of(document))
    packed = opened(zip_for(world, "sunmin"))
    assert not documents_in(zip_for(world, "sunmin")) and "接线图" not in packed.read("MANIFEST.txt").decode()


def test_whoever_downloads_one_that_is_cut_hears_the_line_break(world, settings):
    """As a browser gets it: the answer has no end (RFC 9112 §7.1)."""
    document = added(world.browser("chen"), manual("接线图"), "接线图.pdf", client=world.office.client.id)
    File.update(body=None).where(File.digest == digest_of(document)).execute()
    browser, where = world.browser("sunmin"), address(world.office)
    assert confirm(browser, where).status_code == 303
    server = waitress.create_server(world.app, host="127.0.0.1", port=0, threads=2)
    threading.Thread(target=server.run, daemon=True).start()
    try:
        line = http.client.HTTPConnection("127.0.0.1", server.effective_port, timeout=60)
        cookies = "; ".join(f"{each.key}={each.value}" for each in browser._cookies.values())
        line.request(
            "GET", where, headers={"Cookie": cookies, "User-Agent": browser.environ_base["HTTP_USER_AGENT"]}
        )
        answer = line.getresponse()
        assert answer.status == 200 and answer.headers["Content-Type"] == "application/zip"
        with pytest.raises(http.client.IncompleteRead):
            answer.read()
    finally:
        server.close()


def test_its_rooms_diagrams_go_along_for_whoever_may_see_their_cabling(world):
    """And are in the list. What is told so of a confidential room is written down."""
    office = world.office
    vault = Room.create(client=office.client, name="保密/室", confidential=True)
    Room.create(client=office.client, name="空房间")
    cables.connected(office)
    secret = cables.add_device(office, "保密投影机", room=vault)
    screen = cables.add_device(office, "保密屏", room=vault)
    cables.plug_in(cables.add_port(secret, "HDMI 1", "out"), cables.add_port(screen, "HDMI 1"), "H-007")
    cables.connected(world.university)
    mine, guarded = f"diagrams/{office.room.id:05}-{office.room.name}.pdf", f"diagrams/{vault.id:05}-室.pdf"
    packed = opened(zip_for(world, "sunmin"))
    assert {name for name in packed.namelist() if name.startswith("diagrams/")} == {mine}
    assert packed.read(mine).startswith(b"%PDF") and mine in packed.read("MANIFEST.txt").decode()
    assert not Audit.select().where(Audit.action == "cabling.read").exists()
    User.update(confidential=True).where(User.login == "sunmin").execute()
    packed = opened(zip_for(world, "sunmin"))
    assert {name for name in packed.namelist() if name.startswith("diagrams/")} == {mine, guarded}
    assert Audit.get(Audit.action == "cabling.read").ref == str(vault.id)


def test_a_room_too_large_for_one_sheet_is_drawn_by_system_and_what_is_too_large_even_so_is_said(world):
    office = world.office
    mixer = cables.add_device(office, "调音台", "mixer")
    for at in range(121):
        microphone = cables.add_device(office, f"话筒 {at}", "microphone")
        ends = (
            cables.add_port(microphone, "XLR", "out", "mic"),
            cables.add_port(mixer, f"IN {at}", "in", "mic"),
        )
        cables.plug_in(*ends, f"M-{at:03}")
    cables.connected(office)
    packed = opened(zip_for(world, "sunmin"))
    start = f"diagrams/{office.room.id:05}-{office.room.name}"
    assert {name for name in packed.namelist() if name.startswith("diagrams/")} == {
        f"{start}-audio.txt",
        f"{start}-video.pdf",
    }


def test_its_cables_go_along_and_those_of_confidential_rooms_with_the_cleared_alone(world):
    """Removed ones, too, and none of another client. What is told so of a confidential room is written down."""
    office = world.office
    vault = Room.create(client=office.client, name="保密室", confidential=True)
    cables.connected(office)
    secret = cables.add_device(office, "保密投影机", room=vault)
    out = cables.add_port(office.device, "HDMI OUT 2", "out")
    cables.plug_in(out, cables.add_port(secret, "HDMI 1"), "H-007", removed_at=1)
    screen = cables.add_device(world.university, "别人的屏")
    theirs = cables.add_port(world.university.device, "HDMI OUT 1", "out")
    cables.plug_in(theirs, cables.add_port(screen, "HDMI 1"), "X-001")
    packed = opened(zip_for(world, "sunmin"))
    [line] = rows(packed, "cables.xlsx")
    assert (line["线号"], line["起点设备"], line["终点接口"]) == ("H-001", office.device.name, "HDMI 1")
    assert "cables.xlsx" in packed.read("MANIFEST.txt").decode()
    assert not Audit.select().where(Audit.action == "cabling.read").exists()
    User.update(confidential=True).where(User.login == "sunmin").execute()
    lines = {row["线号"]: row for row in rows(opened(zip_for(world, "sunmin")), "cables.xlsx")}
    assert lines.keys() == {"H-001", "H-007"} and lines["H-007"]["状态"] == "已拆"
    assert {line.ref for line in Audit.select().where(Audit.action == "cabling.read")} == {str(vault.id)}
    said = world.browser("sunmin").get(f"/clients/{office.client.id}").text
    assert "系统图" in said and "线缆、" in said
